/* patal-form-dialog.h: a window with the fields of one record: checked as they are typed, saved as one edit
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include "patal-field.h"
#include "patal-record-chooser.h"

G_BEGIN_DECLS

#define PATAL_TYPE_FORM_DIALOG (patal_form_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PatalFormDialog, patal_form_dialog, PATAL, FORM_DIALOG, AdwWindow)

typedef struct /* what a kind of record does; the last argument of each is the form given to patal_form_dialog_new() */
{
  /* In the main thread: reads the widgets into the form's record and checks it. FALSE: *@field, (nullable), is the field at fault. */
  gboolean (*read) (PatalFormDialog *dialog, gpointer form, const char **field, GError **error);
  PatalJob write;  /* in the writing thread; touches the form's record only. Its data is the form */
  PatalJob remove; /* (nullable): likewise; then there is a button for it, except for a new record */
  /* (nullable): in the main thread, once write() has saved it and before the dialog goes. @asked_from: as given to patal_form_dialog_new() */
  void (*written) (GtkWidget *asked_from, PatalDocument *document, gpointer form);
} PatalFormKind;

/* @form: (transfer full), freed by @form_free with the dialog. */
PatalFormDialog *patal_form_dialog_new (GtkWidget *asked_from, PatalDocument *document, const char *title,
                                        const PatalFormKind *kind, gpointer form, GDestroyNotify form_free);

/* All are appended below each other; @id is what @field of read() names. */
PatalField         *patal_form_dialog_add_field   (PatalFormDialog *dialog, const char *id, const char *label);
/* For names and other words: with a warning below, as they are typed, where they would not print as they are meant. */
PatalField         *patal_form_dialog_add_text    (PatalFormDialog *dialog, const char *id, const char *label);
GtkDropDown        *patal_form_dialog_add_choice  (PatalFormDialog *dialog, const char *id, const char *label,
                                                   const char *const *names);
PatalRecordChooser *patal_form_dialog_add_chooser (PatalFormDialog *dialog, const char *id, const char *label, const char *kind);
GtkCheckButton     *patal_form_dialog_add_check   (PatalFormDialog *dialog, const char *label);
void                patal_form_dialog_add_widget  (PatalFormDialog *dialog, GtkWidget *widget);

/* The next two go side by side. */
void patal_form_dialog_begin_pair (PatalFormDialog *dialog);

/* The button for removing the record. */
void patal_form_dialog_offer_remove (PatalFormDialog *dialog, const char *label);

/* Reads again: for widgets that are not one of the above. */
void patal_form_dialog_typed (PatalFormDialog *dialog);

/* To be called once the fields show the record. */
void patal_form_dialog_present (PatalFormDialog *dialog);

G_END_DECLS
