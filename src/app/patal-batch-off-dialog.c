/* patal-batch-off-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-off-dialog.h"
#include "patal-change-fields.h"
#include "patal-form-dialog.h"
#include <glib/gi18n.h>

typedef struct
{
  gint64            batch;
  PatalBatchOff     what;
  char             *no;      /* for the journal */
  GArray           *day_nos; /* int: of the days that are held, as the choice has them */
  int               day_no;
  PatalDay          now, today; /* @now PATAL_DAY_NONE: the day is not held */
  PatalChangeFields why;
  GtkDropDown      *day;     /* these two only of a day */
  PatalField       *instead;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free (form->no);
  g_array_unref (form->day_nos);
  patal_change_fields_clear (&form->why);
  g_free (form);
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  g_autofree char *typed = NULL;

  patal_change_fields_read (&form->why);
  if (form->what != PATAL_BATCH_OFF_DAY)
    return TRUE;
  form->day_no = g_array_index (form->day_nos, int, gtk_drop_down_get_selected (form->day));
  form->now = PATAL_DAY_NONE;
  typed = patal_field_get_value (form->instead);
  *field = "instead";
  return typed == NULL || patal_day_parse (typed, &form->now, error);
}

static gboolean
write_off (PatalDb *db, gpointer data, GError **error)
{
  const Form *form = data;

  if (form->what == PATAL_BATCH_OFF_DAY)
    return patal_batch_drop_day (db, form->batch, form->day_no, form->now, &form->why.why, form->today, error);
  return patal_batch_call_off (db, form->batch, form->what == PATAL_BATCH_OFF_CANCEL ? PATAL_BATCH_CANCELLED : PATAL_BATCH_POSTPONED,
                               &form->why.why, form->today, error);
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Form *form = data;
  const PatalLabel *labels[] = {
    [PATAL_BATCH_OFF_POSTPONE] = PATAL_LABEL (N_("Postponed batch {1}"), form->no),
    [PATAL_BATCH_OFF_CANCEL] = PATAL_LABEL (N_("Cancelled batch {1}"), form->no),
    [PATAL_BATCH_OFF_DAY] = form->now != PATAL_DAY_NONE ? PATAL_LABEL (N_("Moved a day of batch {1}"), form->no)
                                                        : PATAL_LABEL (N_("Dropped a day of batch {1}"), form->no),
  };

  return GINT_TO_POINTER (patal_db_edit (db, labels[form->what], write_off, form, error));
}

static const PatalFormKind off_kind = { .read = read_form, .write = write_job };

/* "पहला दिन: 20.04.2026" for each that is held. */
static void
add_days (PatalFormDialog *dialog, Form *form, const PatalBatch *batch)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < batch->held_on->len; i++)
    {
      PatalDay day = g_array_index (batch->held_on, PatalDay, i);
      g_autofree char *shown = day != PATAL_DAY_NONE ? patal_day_format (day) : NULL;
      int no = (int) i + 1;

      if (day == PATAL_DAY_NONE)
        continue;
      g_array_append_val (form->day_nos, no);
      /* Translators: a day of a batch: its number, its date */
      g_ptr_array_add (names, g_strdup_printf (_("Day %d: %s"), no, shown));
    }
  g_ptr_array_add (names, NULL);
  form->day = patal_form_dialog_add_choice (dialog, "day", _("_Which day"), (const char *const *) names->pdata);
  form->instead = patal_form_dialog_add_field (dialog, "instead", _("Is held on (empty: it is _not held)"));
  g_object_set (form->instead, "hint", _("DD.MM.YYYY"), NULL);
}

static void
add_note (PatalFormDialog *dialog, const char *words)
{
  GtkWidget *note = g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "xalign", 0.0, "max-width-chars", 40, NULL);

  gtk_widget_add_css_class (note, "dim-label");
  patal_form_dialog_add_widget (dialog, note);
}

void
patal_batch_off_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalBatch *batch, PatalBatchOff what)
{
  const char *const titles[] = {
    [PATAL_BATCH_OFF_POSTPONE] = _("Postpone the Batch"), [PATAL_BATCH_OFF_CANCEL] = _("Cancel the Batch"),
    [PATAL_BATCH_OFF_DAY] = _("A Day Is Not Held"),
  };
  Form *form = g_new0 (Form, 1);
  PatalFormDialog *dialog;

  form->batch = batch->id;
  form->what = what;
  form->no = g_strdup_printf ("%d", batch->no);
  form->today = patal_day_today ();
  form->day_nos = g_array_new (FALSE, FALSE, sizeof (int));
  dialog = patal_form_dialog_new (asked_from, document, titles[what], &off_kind, form, form_free);
  if (what == PATAL_BATCH_OFF_POSTPONE)
    add_note (dialog, _("It has no day until it is moved to one, or planned again."));
  else if (what == PATAL_BATCH_OFF_CANCEL)
    add_note (dialog, _("With it all batches of this cluster that were not held are cancelled."));
  else
    add_days (dialog, form, batch);
  patal_change_fields_add (&form->why, dialog);
  patal_form_dialog_present (dialog);
}
