/* patal-field.h: one field of a form: its name, what is typed, and what is wrong with it
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals:
 *   edited ()   something was typed (not: set)
 *   entered ()  Enter was pressed
 * Properties: "label" (with mnemonic), "text", "purpose" (GtkInputPurpose), "hint" (placeholder). */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_FIELD (patal_field_get_type ())
G_DECLARE_FINAL_TYPE (PatalField, patal_field, PATAL, FIELD, AdwBin)

GtkWidget *patal_field_new (const char *label);

const char *patal_field_get_text (PatalField *field);
char       *patal_field_get_value (PatalField *field); /* (transfer full) (nullable): as stored: cleaned, NULL when empty */
void        patal_field_set_text (PatalField *field, const char *text); /* (nullable); emits nothing, clears the error */

/* Shows @error below the field, with an icon and to screen readers; NULL takes it away. */
void        patal_field_set_error (PatalField *field, const char *error);
gboolean    patal_field_has_error (PatalField *field);

/* The same for what is worth a second look and may be right: no error, and gone with the next one. */
void        patal_field_set_warning (PatalField *field, const char *warning);

/* Warns where what is typed is taken, but would not print as it is meant (patal-text-fault.h); what stands below it already is left where nothing is
 * wrong, and where it is an error. */
void        patal_field_warn_of_text (PatalField *field);

G_END_DECLS
