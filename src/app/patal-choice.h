/* patal-choice.h: one of few: a drop-down with its name above, and what is wrong with it below
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property: "label" (with mnemonic). Signal: chosen (), by the user. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_CHOICE (patal_choice_get_type ())
G_DECLARE_FINAL_TYPE (PatalChoice, patal_choice, PATAL, CHOICE, AdwBin)

GtkWidget   *patal_choice_new (const char *label, const char *const *names);

void         patal_choice_set_names    (PatalChoice *choice, const char *const *names); /* translated; emits nothing, takes the first */
guint        patal_choice_get_selected (PatalChoice *choice);
void         patal_choice_set_selected (PatalChoice *choice, guint position);           /* emits nothing */
void         patal_choice_set_error    (PatalChoice *choice, const char *error);        /* (nullable); as patal_field_set_error() */
GtkDropDown *patal_choice_get_drop_down (PatalChoice *choice);                          /* (transfer none) */

G_END_DECLS
