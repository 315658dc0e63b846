/* patal-posting-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-posting-dialog.h"
#include "patal-person-dialog.h"
#include "patal-person.h"
#include "patal-posting-fields.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

typedef enum { ADD, CORRECT, TRANSFER, END } Deed;

typedef struct
{
  PatalPosting        posting;  /* what is written; of TRANSFER the next one */
  gint64              existing; /* the posting that was opened, or that a transfer ends; 0: a new one */
  Deed                deed;
  char               *person_name, *post_name; /* for the journal */
  PatalDocument      *document;                /* borrowed from the dialog; main thread only */
  GtkDropDown        *deed_choice;             /* NULL for a new one */
  PatalRecordChooser *person;
  PatalPostingFields  fields;
  gint64              main_posting; /* of a new one: what the person has as main charge today; 0: nothing */
  GtkCheckButton     *leave;        /* NULL but for a new one: whether that one ends */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  patal_posting_clear (&form->posting);
  patal_posting_fields_clear (&form->fields);
  g_free (form->person_name);
  g_free (form->post_name);
  g_free (form);
}

static void
show_deed (Form *form)
{
  gboolean end = form->deed == END, transfer = form->deed == TRANSFER && form->deed_choice != NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (form->person), !end);
  gtk_widget_set_sensitive (GTK_WIDGET (form->fields.unit), !end);
  gtk_widget_set_sensitive (GTK_WIDGET (form->fields.post), !end);
  gtk_widget_set_sensitive (GTK_WIDGET (form->fields.charge), !end);
  gtk_widget_set_visible (GTK_WIDGET (form->fields.from), !end);
  gtk_widget_set_visible (GTK_WIDGET (form->fields.to), !transfer);
  gtk_widget_set_visible (GTK_WIDGET (form->fields.order_no), !end);
}

static gboolean
is_staff (PatalDb *reader, gint64 post)
{
  g_auto (PatalPost) loaded = { 0 };

  return patal_post_load (reader, post, &loaded, NULL) && loaded.kind == PATAL_POST_STAFF;
}

/* An employee has one main charge: with a second one the office means a transfer, or an additional charge. */
static void
find_main_posting (Form *form)
{
  PatalDb *reader = patal_document_reader (form->document);
  gint64 person = patal_record_chooser_get_record (form->person);
  PatalDay today = patal_day_today ();
  g_autoptr (GPtrArray) holdings = person != 0 ? patal_holdings_of (reader, person, today, NULL) : NULL;

  form->main_posting = 0;
  for (guint i = 0; holdings != NULL && i < holdings->len; i++)
    {
      const PatalHolding *holding = g_ptr_array_index (holdings, i);
      g_autofree char *words = NULL;

      if (holding->charge != PATAL_CHARGE_MAIN || !is_staff (reader, holding->post)
          || (holding->to != PATAL_DAY_NONE && holding->to < today))
        continue;
      form->main_posting = holding->posting;
      /* Translators: a post, a place */
      words = g_strdup_printf (_("_Transfer: the main charge of %s, %s ends the day before"),
                               patal_settings_pick (holding->post_hi, holding->post_en),
                               patal_settings_pick (holding->unit_hi, holding->unit_en));
      gtk_check_button_set_label (form->leave, words);
      return;
    }
}

static void
decide_deed (Form *form)
{
  const PatalPosting *posting = &form->posting;
  gboolean second = form->leave != NULL && form->main_posting != 0 && posting->charge == PATAL_CHARGE_MAIN
                    && is_staff (patal_document_reader (form->document), posting->post);

  if (form->deed_choice != NULL)
    {
      form->deed = CORRECT + gtk_drop_down_get_selected (form->deed_choice);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (form->leave), second);
  form->deed = second && gtk_check_button_get_active (form->leave) ? TRANSFER : ADD;
  form->existing = form->deed == TRANSFER ? form->main_posting : 0;
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  PatalPosting *posting = &form->posting;
  PatalDb *reader = patal_document_reader (form->document);
  gboolean read = patal_posting_fields_read (&form->fields, posting, field, error);

  decide_deed (form);
  show_deed (form);
  posting->id = form->deed == ADD || form->deed == TRANSFER ? 0 : form->existing;
  posting->person = patal_record_chooser_get_record (form->person);
  if (posting->person == 0)
    {
      g_clear_error (error);
      return patal_posting_fields_need (FALSE, "person", _("Choose the person"), field, error);
    }
  if (!read)
    return FALSE;
  if (form->deed == TRANSFER && form->deed_choice != NULL)
    posting->to = PATAL_DAY_NONE;
  if (form->deed == ADD || form->deed == TRANSFER)
    patal_posting_fields_show_stand_ins (&form->fields, posting);
  if (form->deed == TRANSFER
      && !patal_posting_fields_need (posting->from != PATAL_DAY_NONE, "from", _("Say from which day the transfer holds"), field, error))
    return FALSE;
  if (form->deed == END
      && !patal_posting_fields_need (posting->to != PATAL_DAY_NONE, "to", _("Say on which day the posting ends"), field, error))
    return FALSE;
  g_free (form->person_name);
  g_free (form->post_name);
  form->person_name = patal_person_name (reader, posting->person, PATAL_LANG_HI);
  form->post_name = patal_post_name (reader, posting->post, posting->unit, PATAL_LANG_HI);
  /* a transfer first frees the post, so its rules are checked in the edit */
  return form->deed == TRANSFER || patal_posting_check (reader, posting, field, error);
}

static gboolean
write_posting (PatalDb *db, gpointer data, GError **error)
{
  Form *form = data;

  switch (form->deed)
    {
    case ADD:
      return patal_posting_insert (db, &form->posting, error)
             && patal_posting_fields_relieve (&form->fields, db, &form->posting, error);
    case CORRECT:
      return patal_posting_update (db, &form->posting, error);
    case TRANSFER:
      return patal_posting_transfer (db, form->existing, &form->posting, error)
             && patal_posting_fields_relieve (&form->fields, db, &form->posting, error);
    case END:
      return patal_posting_end (db, form->existing, form->posting.to, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Form *form = data;
  const PatalLabel *labels[] = {
    PATAL_LABEL (N_("Posted {1} as {2}"), form->person_name, form->post_name),
    PATAL_LABEL (N_("Corrected the posting of {1} as {2}"), form->person_name, form->post_name),
    PATAL_LABEL (N_("Transferred: {1}, {2}"), form->person_name, form->post_name),
    PATAL_LABEL (N_("Ended the posting of {1} as {2}"), form->person_name, form->post_name),
  };

  return GINT_TO_POINTER (patal_db_edit (db, labels[form->deed], write_posting, form, error));
}

static gboolean
remove_posting (PatalDb *db, gpointer data, GError **error)
{
  return patal_posting_remove (db, ((Form *) data)->existing, error);
}

static gpointer
remove_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Form *form = data;
  const PatalLabel *label = PATAL_LABEL (N_("Removed the posting of {1} as {2}"), form->person_name, form->post_name);

  return GINT_TO_POINTER (patal_db_edit (db, label, remove_posting, form, error));
}

static const PatalFormKind posting_kind = { .read = read_form, .write = write_job, .remove = remove_job };

static void
person_chosen_cb (G_GNUC_UNUSED PatalRecordChooser *chooser, gpointer user_data)
{
  Form *form = user_data;

  find_main_posting (form);
  gtk_drop_down_set_selected (form->fields.charge, form->main_posting != 0); /* additional is what is meant as a rule */
  patal_form_dialog_typed (form->fields.dialog);
}

static void
new_person_cb (G_GNUC_UNUSED GtkButton *button, gpointer user_data)
{
  Form *form = user_data;
  g_autoptr (PatalDocument) document = g_object_ref (form->document);
  GtkWindow *dialog = GTK_WINDOW (form->fields.dialog);
  GtkWindow *parent = gtk_window_get_transient_for (dialog);
  const char *ignored;
  gint64 unit, post;

  patal_posting_fields_read (&form->fields, &form->posting, &ignored, NULL);
  unit = form->posting.unit;
  post = form->posting.post;
  gtk_window_destroy (dialog); /* and the form with it */
  patal_person_dialog_add (GTK_WIDGET (parent), document, unit, post);
}

/* For a new posting: somebody who is not in the file yet, and what becomes of a main charge held elsewhere. */
static void
add_newcomer (PatalFormDialog *dialog, Form *form)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("A _New Person…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (new_person_cb), form);
  patal_form_dialog_add_widget (dialog, button);
}

static void
add_fields (PatalFormDialog *dialog, Form *form, const PatalPostingStart *start)
{
  const char *deeds[] = { _("Correct what was entered"), _("Transfer from a day on"), _("End the posting"), NULL };

  if (start->posting != 0)
    form->deed_choice = patal_form_dialog_add_choice (dialog, "deed", _("_What is to be done"), deeds);
  form->person = patal_form_dialog_add_chooser (dialog, "person", _("_Person"), "person");
  if (start->posting == 0 && start->person == 0)
    add_newcomer (dialog, form);
  patal_posting_fields_add (&form->fields, dialog, form->document, PATAL_POSTING_FIELDS_NEEDED);
  if (start->posting != 0)
    return;
  form->leave = patal_form_dialog_add_check (dialog, "");
  gtk_check_button_set_active (form->leave, TRUE);
  g_signal_connect (form->person, "chosen", G_CALLBACK (person_chosen_cb), form);
}

void
patal_posting_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalPostingStart *start)
{
  Form *form = g_new0 (Form, 1);
  g_auto (PatalPosting) shown = { .person = start->person, .post = start->post, .unit = start->unit };
  g_autoptr (GError) error = NULL;
  PatalFormDialog *dialog;

  form->document = document;
  form->existing = start->posting;
  if (start->posting != 0 && !patal_posting_load (patal_document_reader (document), start->posting, &shown, &error))
    {
      patal_document_complain (document, error);
      form_free (form);
      return;
    }
  dialog = patal_form_dialog_new (asked_from, document, start->posting != 0 ? _("Posting") : _("New Posting"), &posting_kind,
                                  form, form_free);
  add_fields (dialog, form, start);
  patal_record_chooser_set_record (form->person, shown.person);
  if (start->posting == 0)
    {
      find_main_posting (form);
      shown.from = patal_day_today ();
      shown.charge = form->main_posting != 0 ? PATAL_CHARGE_ADDITIONAL : PATAL_CHARGE_MAIN;
      gtk_widget_set_visible (GTK_WIDGET (form->leave), FALSE);
    }
  patal_posting_fields_show (&form->fields, &shown);
  if (start->posting != 0)
    patal_form_dialog_offer_remove (dialog, _("_Remove: it was entered by mistake"));
  form->deed = start->posting != 0 ? CORRECT : ADD;
  show_deed (form);
  patal_form_dialog_present (dialog);
}
