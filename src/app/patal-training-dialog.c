/* patal-training-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-dialog.h"
#include "patal-batch.h"
#include "patal-form-dialog.h"
#include "patal-limit-rows.h"
#include "patal-number.h"
#include "patal-plan-window.h"
#include "patal-replan-window.h"
#include "patal-settings.h"
#include "patal-training-copy-dialog.h"
#include <glib/gi18n.h>

typedef struct
{
  PatalTraining    training;
  PatalCourse      course;
  GArray          *to_publish; /* gint64: batches with a day of which people were not told */
  guint            n_batches, n_told; /* @n_told: of them those that people were told of, or that were held */
  PatalFormDialog *dialog;
  PatalDocument   *document; /* borrowed from the dialog; main thread only */
  PatalField      *name_hi, *name_en, *from, *to, *least, *most, *order_no, *order_day, *remark;
  PatalSpanRows   *windows, *offs;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  patal_training_clear (&form->training);
  patal_course_clear (&form->course);
  g_clear_pointer (&form->to_publish, g_array_unref);
  g_free (form);
}

/* --- the fields --- */

static void
take (char **into, PatalField *field)
{
  g_free (*into);
  *into = patal_field_get_value (field);
}

static gboolean
read_day (PatalField *from, const char *id, PatalDay *out, const char **field, GError **error)
{
  g_autofree char *typed = patal_field_get_value (from);

  *out = PATAL_DAY_NONE;
  if (typed == NULL || patal_day_parse (typed, out, error))
    return TRUE;
  *field = id;
  return FALSE;
}

static gboolean
read_number (PatalField *from, const char *id, int *out, const char **field, GError **error)
{
  gint64 n;

  if (!patal_number_parse (patal_field_get_text (from), &n, error))
    {
      *field = id;
      return FALSE;
    }
  *out = (int) CLAMP (n, -1, G_MAXINT);
  return TRUE;
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  PatalTraining *training = &form->training;

  take (&training->names[PATAL_LANG_HI], form->name_hi);
  take (&training->names[PATAL_LANG_EN], form->name_en);
  take (&training->order_no, form->order_no);
  take (&training->remark, form->remark);
  if (!read_day (form->from, "from", &training->window.from, field, error) || !read_day (form->to, "to", &training->window.to, field, error)
      || !read_day (form->order_day, "order_day", &training->order_day, field, error)
      || !read_number (form->least, "batch_min", &training->rules.batch_min, field, error)
      || !read_number (form->most, "batch_max", &training->rules.batch_max, field, error))
    return FALSE;
  if (!patal_limit_rows_read (form->windows, PATAL_LIMIT_WINDOW, training->limits, PATAL_SPAN_ROWS_QUIET)
      || !patal_limit_rows_read (form->offs, PATAL_LIMIT_OFF, training->limits, PATAL_SPAN_ROWS_QUIET))
    return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE, _("Some of the days are not right"));
  return patal_training_check (training, field, error);
}

static const char *
name_of (const Form *form)
{
  const char *own = patal_settings_pick (form->training.names[PATAL_LANG_HI], form->training.names[PATAL_LANG_EN]);

  return own != NULL ? own : patal_settings_pick (form->course.names[PATAL_LANG_HI], form->course.names[PATAL_LANG_EN]);
}

static gboolean
write_training (PatalDb *db, gpointer data, GError **error)
{
  return patal_training_update (db, &((Form *) data)->training, error);
}

static gboolean
remove_training (PatalDb *db, gpointer data, GError **error)
{
  return patal_training_remove (db, ((Form *) data)->training.id, error);
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Corrected {1}"), name_of (data)), write_training, data, error));
}

static gpointer
remove_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Removed {1}"), name_of (data)), remove_training, data, error));
}

static const PatalFormKind training_kind = { .read = read_form, .write = write_job, .remove = remove_job };

/* --- what is done with the whole of it --- */

typedef struct
{
  GArray *ids;
  char   *name;
} Publishing;

static void
publishing_free (gpointer data)
{
  g_array_unref (((Publishing *) data)->ids);
  g_free (((Publishing *) data)->name);
  g_free (data);
}

static gboolean
publish (PatalDb *db, gpointer data, GError **error)
{
  const Publishing *publishing = data;

  return patal_batch_publish (db, (const gint64 *) publishing->ids->data, publishing->ids->len, error);
}

static gpointer
publish_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Publishing *publishing = data;

  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL_N ("Published {n} batch of {1}", "Published {n} batches of {1}", publishing->ids->len,
                                                            publishing->name), publish, data, error));
}

static void
published_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) == NULL)
    patal_document_complain (PATAL_DOCUMENT (source), error);
}

/* The window goes: what stands in it is of the training as it was. NULL where something typed keeps it. (transfer none) */
static GtkWidget *
leave (Form *form)
{
  GtkWindow *dialog = GTK_WINDOW (form->dialog);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (dialog));

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_close (dialog);
  if (dialog == NULL)
    return parent;
  g_object_remove_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  return gtk_widget_in_destruction (GTK_WIDGET (dialog)) || !gtk_widget_get_visible (GTK_WIDGET (dialog)) ? parent : NULL;
}

static void
publish_cb (Form *form)
{
  Publishing *publishing = g_new (Publishing, 1);
  g_autoptr (PatalDocument) document = g_object_ref (form->document);

  *publishing = (Publishing) { g_array_ref (form->to_publish), g_strdup (name_of (form)) };
  if (leave (form) != NULL)
    patal_document_write_async (document, publish_job, publishing, publishing_free, NULL, NULL, published_cb, NULL);
  else
    publishing_free (publishing);
}

static void
replan_cb (Form *form)
{
  g_autoptr (PatalDocument) document = g_object_ref (form->document);
  gint64 id = form->training.id;
  GtkWidget *parent = leave (form);

  if (parent != NULL)
    patal_replan_window_show (parent, document, id);
}

static void
plan_cb (Form *form)
{
  g_autoptr (PatalDocument) document = g_object_ref (form->document);
  g_auto (PatalTraining) training = { 0 };
  GtkWidget *parent;

  patal_training_copy (&training, &form->training);
  parent = leave (form);
  if (parent != NULL)
    patal_plan_window_show (parent, document, &training);
}

static void
copy_cb (Form *form)
{
  g_autoptr (PatalDocument) document = g_object_ref (form->document);
  g_autofree char *name = g_strdup (name_of (form));
  g_auto (PatalTraining) training = { 0 };
  GtkWidget *parent;

  patal_training_copy (&training, &form->training);
  parent = leave (form);
  if (parent != NULL)
    patal_training_copy_dialog_show (parent, document, &training, name);
}

static void
papers_cb (Form *form)
{
  gint64 id = form->training.id, any_batch = 0;
  GtkWidget *parent = leave (form);

  if (parent != NULL)
    gtk_widget_activate_action (parent, "win.papers", "(xx)", id, any_batch);
}

static void
add_button (Form *form, GtkWidget *box, const char *label, gboolean usable, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_sensitive (button, usable);
  g_signal_connect_swapped (button, "clicked", clicked, form); /* the dialog, and the button in it, go before the form */
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_deeds (Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gboolean writable = patal_document_writable (form->document);
  g_autofree char *publish_words = g_strdup_printf (ngettext ("Pu_blish %u Batch", "Pu_blish %u Batches", form->to_publish->len), form->to_publish->len);

  add_button (form, box, form->n_batches == 0 ? _("P_lan…") : _("P_lan Afresh…"), writable && form->n_told == 0, G_CALLBACK (plan_cb));
  add_button (form, box, _("_Re-plan…"), writable && form->n_batches > 0, G_CALLBACK (replan_cb));
  add_button (form, box, publish_words, writable && form->to_publish->len > 0, G_CALLBACK (publish_cb));
  add_button (form, box, _("_Copy…"), writable && form->n_batches > 0, G_CALLBACK (copy_cb));
  add_button (form, box, _("Pap_ers…"), form->n_batches > 0, G_CALLBACK (papers_cb));
  patal_form_dialog_add_widget (form->dialog, box);
}

/* --- the dialog --- */

static void
add_fields (Form *form)
{
  PatalFormDialog *dialog = form->dialog;
  const char *course = patal_settings_pick (form->course.names[PATAL_LANG_HI], form->course.names[PATAL_LANG_EN]);

  add_deeds (form);
  patal_form_dialog_begin_pair (dialog);
  form->name_hi = patal_form_dialog_add_text (dialog, "name_hi", _("Name (_Hindi)"));
  form->name_en = patal_form_dialog_add_text (dialog, "name_en", _("Name (_English)"));
  g_object_set (patal_settings_lang () == PATAL_LANG_HI ? form->name_hi : form->name_en, "hint", course, NULL);
  patal_form_dialog_begin_pair (dialog);
  form->from = patal_form_dialog_add_field (dialog, "from", _("_First day"));
  form->to = patal_form_dialog_add_field (dialog, "to", _("_Last day"));
  patal_form_dialog_begin_pair (dialog);
  form->least = patal_form_dialog_add_field (dialog, "batch_min", _("People in a batch, at l_east"));
  form->most = patal_form_dialog_add_field (dialog, "batch_max", _("People in a batch, at _most"));
  patal_form_dialog_begin_pair (dialog);
  form->order_no = patal_form_dialog_add_text (dialog, "order_no", _("Order _number"));
  form->order_day = patal_form_dialog_add_field (dialog, "order_day", _("Order _date"));
  g_object_set (form->order_day, "hint", _("DD.MM.YYYY"), NULL);
  form->windows = PATAL_SPAN_ROWS (patal_limit_rows_new (form->document, PATAL_LIMIT_WINDOW));
  form->offs = PATAL_SPAN_ROWS (patal_limit_rows_new (form->document, PATAL_LIMIT_OFF));
  patal_form_dialog_add_widget (dialog, GTK_WIDGET (form->windows));
  patal_form_dialog_add_widget (dialog, GTK_WIDGET (form->offs));
  form->remark = patal_form_dialog_add_text (dialog, "remark", _("Re_mark"));
  g_signal_connect_object (form->windows, "changed", G_CALLBACK (patal_form_dialog_typed), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (form->offs, "changed", G_CALLBACK (patal_form_dialog_typed), dialog, G_CONNECT_SWAPPED);
}

static void
show_day (PatalField *field, PatalDay day)
{
  g_autofree char *text = day != PATAL_DAY_NONE ? patal_day_format (day) : NULL;

  patal_field_set_text (field, text);
}

static void
show_number (PatalField *field, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  patal_field_set_text (field, text);
}

static void
fill (Form *form)
{
  const PatalTraining *training = &form->training;

  patal_field_set_text (form->name_hi, training->names[PATAL_LANG_HI]);
  patal_field_set_text (form->name_en, training->names[PATAL_LANG_EN]);
  patal_field_set_text (form->order_no, training->order_no);
  patal_field_set_text (form->remark, training->remark);
  show_day (form->from, training->window.from);
  show_day (form->to, training->window.to);
  show_day (form->order_day, training->order_day);
  show_number (form->least, training->rules.batch_min);
  show_number (form->most, training->rules.batch_max);
  patal_limit_rows_show (form->windows, PATAL_LIMIT_WINDOW, training->limits);
  patal_limit_rows_show (form->offs, PATAL_LIMIT_OFF, training->limits);
}

static gboolean
load (Form *form, gint64 training, GError **error)
{
  PatalDb *db = patal_document_reader (form->document);
  g_autoptr (GArray) bars = NULL;

  form->to_publish = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!patal_training_load (db, training, &form->training, error) || !patal_course_load (db, form->training.course, &form->course, error))
    return FALSE;
  bars = patal_batch_bars (db, &(PatalBatchFilter) { .training = training, .status = PATAL_BATCH_ANY_STATUS }, error);
  for (guint i = 0; bars != NULL && i < bars->len; i++)
    {
      const PatalBatchBar *bar = &g_array_index (bars, PatalBatchBar, i);

      form->n_batches += bar->status != PATAL_BATCH_CANCELLED;
      form->n_told += bar->status != PATAL_BATCH_CANCELLED && bar->status != PATAL_BATCH_PLANNED;
      if (bar->status == PATAL_BATCH_PLANNED && bar->span.from != PATAL_DAY_NONE && bar->heads > 0)
        g_array_append_val (form->to_publish, bar->id);
    }
  return bars != NULL;
}

void
patal_training_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 training)
{
  Form *form = g_new0 (Form, 1);
  g_autoptr (GError) error = NULL;

  form->document = document;
  if (!load (form, training, &error))
    {
      patal_document_complain (document, error);
      form_free (form);
      return;
    }
  form->dialog = patal_form_dialog_new (asked_from, document, name_of (form), &training_kind, form, form_free);
  add_fields (form);
  fill (form);
  patal_form_dialog_offer_remove (form->dialog, _("_Remove This Training"));
  patal_form_dialog_present (form->dialog);
}
