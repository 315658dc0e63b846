/* patal-posting-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-posting-dialog.h"
#include "patal-form-dialog.h"
#include "patal-person.h"
#include "patal-posting.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

typedef enum { ADD, CORRECT, TRANSFER, END } Deed;

typedef struct
{
  PatalPosting        posting;  /* what is written; of TRANSFER the next one */
  gint64              existing; /* the posting that was opened; 0: a new one */
  Deed                deed;
  char               *person_name, *post_name; /* for the journal */
  PatalDocument      *document;                /* borrowed from the dialog; main thread only */
  GtkDropDown        *deed_choice;             /* NULL for a new one */
  PatalRecordChooser *person, *unit;
  GtkDropDown        *post, *charge;
  PatalField         *from, *to, *order_no;
  GArray             *posts;                   /* gint64: what the choice offers */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  patal_posting_clear (&form->posting);
  g_free (form->person_name);
  g_free (form->post_name);
  g_array_unref (form->posts);
  g_free (form);
}

static gboolean
read_day (PatalField *field, const char *id, PatalDay *out, const char **at, GError **error)
{
  g_autofree char *typed = patal_field_get_value (field);

  *out = PATAL_DAY_NONE;
  if (typed == NULL || patal_day_parse (typed, out, error))
    return TRUE;
  *at = id;
  return FALSE;
}

static gboolean
need (gboolean there, const char *id, const char *sentence, const char **at, GError **error)
{
  if (there)
    return TRUE;
  *at = id;
  g_set_error_literal (error, PATAL_POSTING_ERROR, PATAL_POSTING_ERROR_WHAT, sentence);
  return FALSE;
}

static void
show_deed (Form *form)
{
  gboolean end = form->deed == END, transfer = form->deed == TRANSFER;

  gtk_widget_set_sensitive (GTK_WIDGET (form->person), !end);
  gtk_widget_set_sensitive (GTK_WIDGET (form->unit), !end);
  gtk_widget_set_sensitive (GTK_WIDGET (form->post), !end);
  gtk_widget_set_sensitive (GTK_WIDGET (form->charge), !end);
  gtk_widget_set_visible (GTK_WIDGET (form->from), !end);
  gtk_widget_set_visible (GTK_WIDGET (form->to), !transfer);
  gtk_widget_set_visible (GTK_WIDGET (form->order_no), !end);
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  PatalPosting *posting = &form->posting;
  guint chosen = gtk_drop_down_get_selected (form->post);
  PatalDb *reader = patal_document_reader (form->document);

  if (form->deed_choice != NULL)
    form->deed = CORRECT + gtk_drop_down_get_selected (form->deed_choice);
  show_deed (form);
  posting->id = form->deed == ADD || form->deed == TRANSFER ? 0 : form->existing;
  posting->person = patal_record_chooser_get_record (form->person);
  posting->unit = patal_record_chooser_get_record (form->unit);
  posting->post = chosen < form->posts->len ? g_array_index (form->posts, gint64, chosen) : 0;
  posting->charge = gtk_drop_down_get_selected (form->charge) == 1 ? PATAL_CHARGE_ADDITIONAL : PATAL_CHARGE_MAIN;
  g_free (posting->order_no);
  posting->order_no = patal_field_get_value (form->order_no);
  if (!need (posting->person != 0, "person", _("Choose the person"), field, error)
      || !need (posting->unit != 0, "unit", _("Choose the place"), field, error)
      || !read_day (form->from, "from", &posting->from, field, error)
      || !read_day (form->to, "to", &posting->to, field, error))
    return FALSE;
  if (form->deed == TRANSFER)
    posting->to = PATAL_DAY_NONE;
  if (form->deed == TRANSFER
      && !need (posting->from != PATAL_DAY_NONE, "from", _("Say from which day the transfer holds"), field, error))
    return FALSE;
  if (form->deed == END && !need (posting->to != PATAL_DAY_NONE, "to", _("Say on which day the posting ends"), field, error))
    return FALSE;
  g_free (form->person_name);
  g_free (form->post_name);
  form->person_name = patal_person_name (reader, posting->person, PATAL_LANG_HI);
  form->post_name = patal_post_name (reader, posting->post, posting->unit, PATAL_LANG_HI);
  /* a transfer first frees the post, so its rules are checked in the edit */
  return form->deed == TRANSFER || form->deed == END || patal_posting_check (reader, posting, field, error);
}

static gboolean
write_posting (PatalDb *db, gpointer data, GError **error)
{
  Form *form = data;

  switch (form->deed)
    {
    case ADD:
      return patal_posting_insert (db, &form->posting, error);
    case CORRECT:
      return patal_posting_update (db, &form->posting, error);
    case TRANSFER:
      return patal_posting_transfer (db, form->existing, &form->posting, error);
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

static const PatalFormKind posting_kind = { read_form, write_job, remove_job };

/* Posts by rank; only those of the place's own level where the place is known. */
static GStrv
post_names (Form *form, gint64 unit_id, gint64 wanted, guint *selected)
{
  PatalDb *reader = patal_document_reader (form->document);
  g_autoptr (GPtrArray) posts = patal_posts (reader, NULL);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (PatalUnit) unit = { .population = -1 };
  gboolean known = unit_id != 0 && patal_unit_load (reader, unit_id, &unit, NULL);

  for (guint i = 0; posts != NULL && i < posts->len; i++)
    {
      const PatalPost *post = g_ptr_array_index (posts, i);
      g_autofree char *name = NULL;

      if (known && post->level != unit.level && post->id != wanted)
        continue;
      name = patal_post_name (reader, post->id, unit_id, patal_settings_lang ());
      if (post->id == wanted)
        *selected = form->posts->len;
      g_array_append_val (form->posts, post->id);
      g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

static void
add_fields (PatalFormDialog *dialog, Form *form, const PatalPosting *start)
{
  const char *deeds[] = { _("Correct what was entered"), _("Transfer from a day on"), _("End the posting"), NULL };
  const char *charges[] = { _(patal_charge_title (PATAL_CHARGE_MAIN)), _(patal_charge_title (PATAL_CHARGE_ADDITIONAL)), NULL };
  g_auto (GStrv) posts = NULL;
  guint selected = 0;

  if (form->existing != 0)
    form->deed_choice = patal_form_dialog_add_choice (dialog, "deed", _("_What is to be done"), deeds);
  form->person = patal_form_dialog_add_chooser (dialog, "person", _("_Person"), "person");
  form->unit = patal_form_dialog_add_chooser (dialog, "unit", _("P_lace"), "unit");
  posts = post_names (form, start->unit, start->post, &selected);
  patal_form_dialog_begin_pair (dialog);
  form->post = patal_form_dialog_add_choice (dialog, "post", _("P_ost"), (const char *const *) posts);
  form->charge = patal_form_dialog_add_choice (dialog, "charge", _("_Charge"), charges);
  patal_form_dialog_begin_pair (dialog);
  form->from = patal_form_dialog_add_field (dialog, "from", _("_From"));
  form->to = patal_form_dialog_add_field (dialog, "to", _("_Until"));
  form->order_no = patal_form_dialog_add_field (dialog, "order_no", _("Order _number"));
  gtk_drop_down_set_selected (form->post, selected);
  gtk_drop_down_set_selected (form->charge, start->charge == PATAL_CHARGE_ADDITIONAL);
  g_object_set (form->from, "hint", _("DD.MM.YYYY"), NULL);
  g_object_set (form->to, "hint", _("DD.MM.YYYY"), NULL);
}

void
patal_posting_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalPostingStart *start)
{
  Form *form = g_new0 (Form, 1);
  g_auto (PatalPosting) shown = { .person = start->person, .post = start->post, .unit = start->unit };
  g_autoptr (GError) error = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  PatalFormDialog *dialog;

  form->document = document;
  form->existing = start->posting;
  form->posts = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (start->posting != 0 && !patal_posting_load (patal_document_reader (document), start->posting, &shown, &error))
    {
      patal_document_complain (document, error);
      form_free (form);
      return;
    }
  dialog = patal_form_dialog_new (asked_from, document, start->posting != 0 ? _("Posting") : _("New Posting"), &posting_kind,
                                  form, form_free);
  add_fields (dialog, form, &shown);
  patal_record_chooser_set_record (form->person, shown.person);
  patal_record_chooser_set_record (form->unit, shown.unit);
  if (start->posting == 0)
    shown.from = patal_day_today ();
  from = shown.from != PATAL_DAY_NONE ? patal_day_format (shown.from) : NULL;
  to = shown.to != PATAL_DAY_NONE ? patal_day_format (shown.to) : NULL;
  patal_field_set_text (form->from, from);
  patal_field_set_text (form->to, to);
  patal_field_set_text (form->order_no, shown.order_no);
  if (start->posting != 0)
    patal_form_dialog_offer_remove (dialog, _("_Remove: it was entered by mistake"));
  form->deed = start->posting != 0 ? CORRECT : ADD;
  show_deed (form);
  patal_form_dialog_present (dialog);
}
