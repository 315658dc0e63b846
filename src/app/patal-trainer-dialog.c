/* patal-trainer-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-trainer-dialog.h"
#include "patal-form-dialog.h"
#include "patal-number.h"
#include "patal-person.h"
#include "patal-settings.h"
#include "patal-span-rows.h"
#include "patal-subject.h"
#include "patal-tick-list.h"
#include "patal-trainer.h"
#include <glib/gi18n.h>

typedef struct
{
  PatalTrainer        trainer;
  char               *name;     /* for the journal */
  GPtrArray          *days;     /* (nullable): PatalSpanRow, as they are to be */
  GArray             *old_days; /* gint64: ids of those that were there */
  PatalDocument      *document; /* borrowed from the dialog; main thread only */
  PatalRecordChooser *person, *home;
  GtkDropDown        *source;
  PatalField         *most_days, *remark;
  GtkCheckButton     *active;
  PatalTickList      *subjects;
  PatalSpanRows      *rows;
} Form;

static const char *const sources[PATAL_N_TRAINER_SOURCES + 1] = {
  [PATAL_TRAINER_MODEL_GP] = N_("Model gram panchayat"), [PATAL_TRAINER_OFFICER] = N_("Officer"), [PATAL_TRAINER_TECHNICAL] = N_("Technical staff"),
  [PATAL_TRAINER_FACULTY] = N_("Faculty of a training institute"), [PATAL_TRAINER_OTHER] = N_("Somebody else"),
};
static const char *const kinds[] = { [PATAL_DAYS_AWAY] = N_("Away"), [PATAL_DAYS_FREE] = N_("Only then") };

static const char *
kind_title (guint nth)
{
  return nth < G_N_ELEMENTS (kinds) ? kinds[nth] : NULL;
}

static const PatalSpanKind days_kind = { N_("Add _Days"), NULL, NULL, N_("_Which"), kind_title, N_("_Why") };

static void
form_free (gpointer data)
{
  Form *form = data;

  patal_trainer_clear (&form->trainer);
  g_clear_pointer (&form->days, g_ptr_array_unref);
  g_array_unref (form->old_days);
  g_free (form->name);
  g_free (form);
}

static gboolean
fail (const char *id, const char *message, const char **field, GError **error)
{
  *field = id;
  return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE, message);
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  PatalTrainer *trainer = &form->trainer;
  g_autofree char *typed = patal_field_get_value (form->most_days);
  gint64 most = -1;

  trainer->person = patal_record_chooser_get_record (form->person);
  trainer->home = patal_record_chooser_get_record (form->home);
  trainer->source = gtk_drop_down_get_selected (form->source);
  trainer->active = gtk_check_button_get_active (form->active);
  g_free (trainer->remark);
  trainer->remark = patal_field_get_value (form->remark);
  g_array_unref (trainer->subjects);
  trainer->subjects = patal_tick_list_get (form->subjects, TRUE);
  if (trainer->person == 0)
    return fail ("person", _("Choose who it is"), field, error);
  if (typed != NULL && !patal_number_parse (typed, &most, error))
    {
      *field = "most_days";
      return FALSE;
    }
  if (typed != NULL && (most < 0 || most > 366))
    return fail ("most_days", _("The days are between 0 and 366"), field, error);
  trainer->most_days = (int) most;
  g_clear_pointer (&form->days, g_ptr_array_unref);
  form->days = patal_span_rows_read (form->rows, PATAL_SPAN_ROWS_QUIET);
  if (form->days == NULL)
    return fail (NULL, _("Some of the days are not right"), field, error);
  g_free (form->name);
  form->name = patal_person_name (patal_document_reader (form->document), trainer->person, PATAL_LANG_HI);
  return TRUE;
}

static gboolean
has_row (const GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((const PatalSpanRow *) rows->pdata[i])->id == id)
      return TRUE;
  return FALSE;
}

static gboolean
write_days (PatalDb *db, Form *form, GError **error)
{
  for (guint i = 0; i < form->old_days->len; i++)
    if (!has_row (form->days, g_array_index (form->old_days, gint64, i))
        && !patal_person_days_remove (db, g_array_index (form->old_days, gint64, i), error))
      return FALSE;
  for (guint i = 0; i < form->days->len; i++)
    {
      const PatalSpanRow *row = form->days->pdata[i];
      PatalPersonDays days = { row->id, form->trainer.person, row->choice, row->span, row->words };

      if (!patal_person_days_put (db, &days, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_trainer (PatalDb *db, gpointer data, GError **error)
{
  Form *form = data;

  return patal_trainer_put (db, &form->trainer, error) && write_days (db, form, error);
}

static gboolean
remove_trainer (PatalDb *db, gpointer data, GError **error)
{
  return patal_trainer_remove (db, ((Form *) data)->trainer.id, error);
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Form *form = data;
  gint64 id = form->trainer.id;
  const PatalLabel *label = id == 0 ? PATAL_LABEL (N_("Added {1}"), form->name) : PATAL_LABEL (N_("Corrected {1}"), form->name);
  gboolean written = patal_db_edit (db, label, write_trainer, data, error);

  if (!written)
    form->trainer.id = id; /* what was rolled back has none */
  return GINT_TO_POINTER (written);
}

static gpointer
remove_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Removed {1}"), ((Form *) data)->name), remove_trainer, data, error));
}

static const PatalFormKind trainer_kind = { .read = read_form, .write = write_job, .remove = remove_job };

static GtkWidget *
heading_new (const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
add_fields (PatalFormDialog *dialog, Form *form)
{
  const char *titles[PATAL_N_TRAINER_SOURCES + 1] = { NULL };

  for (guint i = 0; i < PATAL_N_TRAINER_SOURCES; i++)
    titles[i] = _(sources[i]);
  form->person = patal_form_dialog_add_chooser (dialog, "person", _("_Person"), "person");
  patal_form_dialog_begin_pair (dialog);
  form->source = patal_form_dialog_add_choice (dialog, "source", _("_Comes from"), titles);
  form->most_days = patal_form_dialog_add_field (dialog, "most_days", _("_Days in one training, at most"));
  g_object_set (form->most_days, "hint", _("no limit"), NULL);
  form->home = patal_form_dialog_add_chooser (dialog, "home", _("_Lives at (none: where the main charge is)"), "unit");
  form->active = patal_form_dialog_add_check (dialog, _("_Active: takes part in new plans"));
  form->subjects = PATAL_TICK_LIST (patal_tick_list_new (_("Subjects")));
  form->rows = PATAL_SPAN_ROWS (patal_span_rows_new (form->document, &days_kind));
  patal_form_dialog_add_widget (dialog, heading_new (_("Can teach")));
  patal_form_dialog_add_widget (dialog, GTK_WIDGET (form->subjects));
  patal_form_dialog_add_widget (dialog, heading_new (_("Days away, or the only days")));
  patal_form_dialog_add_widget (dialog, GTK_WIDGET (form->rows));
  form->remark = patal_form_dialog_add_text (dialog, "remark", _("Re_mark"));
  g_signal_connect_object (form->subjects, "changed", G_CALLBACK (patal_form_dialog_typed), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (form->rows, "changed", G_CALLBACK (patal_form_dialog_typed), dialog, G_CONNECT_SWAPPED);
}

static gboolean
fill_subjects (Form *form, GError **error)
{
  g_autoptr (GPtrArray) subjects = patal_subjects (patal_document_reader (form->document), error);

  for (guint i = 0; subjects != NULL && i < subjects->len; i++)
    {
      const PatalSubject *subject = subjects->pdata[i];
      gboolean has = FALSE;

      for (guint s = 0; s < form->trainer.subjects->len; s++)
        has |= g_array_index (form->trainer.subjects, gint64, s) == subject->id;
      if (subject->in_use || has)
        patal_tick_list_add (form->subjects, subject->id, patal_settings_pick (subject->names[PATAL_LANG_HI], subject->names[PATAL_LANG_EN]), NULL, has);
    }
  return subjects != NULL;
}

static gboolean
fill_days (Form *form, GError **error)
{
  g_autoptr (GPtrArray) all = patal_person_days (patal_document_reader (form->document), form->trainer.person, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const PatalPersonDays *days = all->pdata[i];

      patal_span_rows_add (form->rows, &(PatalSpanRow) { days->id, 0, days->span, days->kind, days->words });
      g_array_append_val (form->old_days, days->id);
    }
  return all != NULL;
}

static void
fill (Form *form)
{
  const PatalTrainer *trainer = &form->trainer;
  g_autofree char *most = trainer->most_days >= 0 ? g_strdup_printf ("%d", trainer->most_days) : NULL;
  g_autoptr (GError) error = NULL;

  patal_record_chooser_set_record (form->person, trainer->person);
  gtk_widget_set_sensitive (GTK_WIDGET (form->person), trainer->id == 0); /* another person is another trainer */
  patal_record_chooser_set_record (form->home, trainer->home);
  gtk_drop_down_set_selected (form->source, trainer->source);
  gtk_check_button_set_active (form->active, trainer->active);
  patal_field_set_text (form->most_days, most);
  patal_field_set_text (form->remark, trainer->remark);
  if (!fill_subjects (form, &error) || (trainer->id != 0 && !fill_days (form, &error)))
    patal_document_complain (form->document, error);
}

void
patal_trainer_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 trainer)
{
  Form *form = g_new0 (Form, 1);
  g_autoptr (GError) error = NULL;
  PatalFormDialog *dialog;

  form->document = document;
  form->old_days = g_array_new (FALSE, FALSE, sizeof (gint64));
  patal_trainer_init (&form->trainer, 0);
  if (trainer != 0)
    {
      patal_trainer_clear (&form->trainer);
      if (!patal_trainer_load (patal_document_reader (document), trainer, &form->trainer, &error))
        {
          patal_document_complain (document, error);
          form_free (form);
          return;
        }
      form->name = patal_person_name (patal_document_reader (document), form->trainer.person, PATAL_LANG_HI);
    }
  dialog = patal_form_dialog_new (asked_from, document, trainer != 0 ? form->name : _("New Master Trainer"), &trainer_kind, form, form_free);
  add_fields (dialog, form);
  fill (form);
  if (trainer != 0)
    patal_form_dialog_offer_remove (dialog, _("_Remove This Master Trainer"));
  patal_form_dialog_present (dialog);
}
