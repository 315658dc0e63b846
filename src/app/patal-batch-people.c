/* patal-batch-people.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-people.h"
#include "patal-attendance-grid.h"
#include "patal-batch-deed.h"
#include "patal-nominee-dialog.h"
#include "patal-posting-dialog.h"
#include "patal-save-bar.h"
#include <glib/gi18n.h>

struct _PatalBatchPeople
{
  AdwBin                 parent_instance;
  GtkLabel              *counter;
  GtkStack              *stack;
  PatalAttendanceGrid   *grid;
  PatalSaveBar          *bar;
  GSimpleActionGroup    *actions;
  PatalDocument         *document;
  const PatalBatchSheet *sheet; /* (nullable) */
  gint64                 batch; /* of which something is typed, or was shown last */
  gboolean               dirty, editable;
};

G_DEFINE_FINAL_TYPE (PatalBatchPeople, patal_batch_people, ADW_TYPE_BIN)

/* --- what is typed --- */

/* "38 नामांकित · 3 पद रिक्त · 36 उपस्थित · 2 की उपस्थिति शेष" */
static void
show_counts (PatalBatchPeople *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint attended, unsaid;

  if (self->sheet == NULL)
    return;
  patal_attendance_grid_count (self->grid, &attended, &unsaid);
  /* Translators: of a batch: people who are nominated */
  g_string_append_printf (words, ngettext ("%u nominated", "%u nominated", self->sheet->nominated), self->sheet->nominated);
  if (self->sheet->vacancies->len > 0)
    g_string_append_printf (words, ngettext (" · %u post vacant", " · %u posts vacant", self->sheet->vacancies->len), self->sheet->vacancies->len);
  if (attended > 0) /* Translators: people who were there at as many half-days as the course asks for */
    g_string_append_printf (words, ngettext (" · %u attended", " · %u attended", attended), attended);
  if (unsaid > 0 && self->sheet->batch.start != PATAL_DAY_NONE && self->sheet->batch.start <= patal_day_today ())
    /* Translators: people whose attendance is not entered for all half-days yet */
    g_string_append_printf (words, ngettext (" · %u not entered yet", " · %u not entered yet", unsaid), unsaid);
  gtk_label_set_text (self->counter, words->str);
}

static void
set_dirty (PatalBatchPeople *self, gboolean dirty)
{
  g_autofree char *words = dirty ? g_strdup_printf (_("What was typed for batch %d"), self->sheet->batch.no) : NULL;

  patal_save_bar_set_revealed (self->bar, dirty);
  if (self->dirty == dirty)
    return;
  self->dirty = dirty;
  patal_document_set_typed (self->document, words);
}

static void
typed_cb (PatalBatchPeople *self)
{
  g_autoptr (GArray) lines = patal_attendance_grid_get_typed (self->grid);
  gboolean valid = patal_attendance_grid_is_valid (self->grid);

  show_counts (self);
  set_dirty (self, lines->len > 0 || !valid);
  patal_save_bar_set_valid (self->bar, valid);
}

static void
refused_cb (PatalBatchPeople *self, const char *sentence)
{
  patal_document_say (self->document, sentence);
}

static void
discard_cb (PatalBatchPeople *self)
{
  if (!self->dirty)
    return;
  patal_attendance_grid_show (self->grid, self->sheet, patal_day_today ());
  set_dirty (self, FALSE);
  show_counts (self);
}

/* --- saving --- */

typedef struct
{
  gint64   batch;
  int      no;
  GArray  *lines; /* PatalAttendanceLine */
  PatalDay today;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_array_unref (saving->lines);
  g_free (saving);
}

static gboolean
save (PatalDb *db, gpointer data, GError **error)
{
  const Saving *saving = data;

  for (guint i = 0; i < saving->lines->len; i++)
    {
      const PatalAttendanceLine *line = &g_array_index (saving->lines, PatalAttendanceLine, i);

      if (!patal_attendance_set (db, saving->batch, &line->marks, 1, saving->today, error)
          || !patal_test_set (db, line->marks.nomination, line->pre, line->post, error))
        return FALSE;
    }
  return TRUE;
}

static gpointer
save_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  g_autofree char *no = g_strdup_printf ("%d", ((Saving *) data)->no);

  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Entered the attendance of batch {1}"), no), save, data, error));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalBatchPeople) self = user_data;
  g_autoptr (GError) error = NULL;

  if (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) != NULL)
    return;
  patal_document_complain (PATAL_DOCUMENT (source), error);
  if (self->sheet != NULL)
    typed_cb (self); /* what was typed stays, to be saved again */
}

static void
save_cb (PatalBatchPeople *self)
{
  Saving *saving;

  if (!self->dirty || !patal_attendance_grid_is_valid (self->grid))
    return;
  saving = g_new (Saving, 1);
  *saving = (Saving) { self->batch, self->sheet->batch.no, patal_attendance_grid_get_typed (self->grid), patal_day_today () };
  set_dirty (self, FALSE);
  patal_document_write_async (self->document, save_job, saving, saving_free, NULL, NULL, saved_cb, g_object_ref (self));
}

gboolean
patal_batch_people_leave (PatalBatchPeople *self)
{
  gboolean valid = !self->dirty || patal_attendance_grid_is_valid (self->grid);

  save_cb (self);
  return valid;
}

/* --- what can be done --- */

static void
substitute_cb (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PatalBatchPeople *self = user_data;

  if (patal_batch_people_leave (self))
    patal_nominee_dialog_substitute (GTK_WIDGET (self), self->document, self->sheet, g_variant_get_int64 (parameter));
}

static void
add_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalBatchPeople *self = user_data;

  if (patal_batch_people_leave (self))
    patal_nominee_dialog_add (GTK_WIDGET (self), self->document, self->sheet);
}

static void
withdraw_cb (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PatalBatchPeople *self = user_data;

  if (patal_batch_people_leave (self))
    patal_batch_deed_withdraw (self->document, self->sheet, g_variant_get_int64 (parameter));
}

static void
call_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalBatchPeople *self = user_data;

  if (patal_batch_people_leave (self))
    patal_batch_deed_call (self->document, &self->sheet->batch);
}

static void
fill_cb (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PatalBatchPeople *self = user_data;
  gint64 unit, post;

  g_variant_get (parameter, "(xx)", &unit, &post);
  patal_posting_dialog_show (GTK_WIDGET (self), self->document, &(PatalPostingStart) { .post = post, .unit = unit });
}

static const GActionEntry people_actions[] = {
  { .name = "substitute", .activate = substitute_cb, .parameter_type = "x" },
  { .name = "withdraw", .activate = withdraw_cb, .parameter_type = "x" },
  { .name = "fill", .activate = fill_cb, .parameter_type = "(xx)" },
  { .name = "add", .activate = add_cb },
  { .name = "call", .activate = call_cb },
};

/* --- which batch --- */

/* Those who have a day already, or were held, are not called anew behind one's back: patal_nominate_from_postings() leaves them alone. */
static void
update_actions (PatalBatchPeople *self)
{
  const PatalBatch *batch = self->sheet != NULL ? &self->sheet->batch : NULL;
  gboolean open = batch != NULL && self->editable && batch->status != PATAL_BATCH_CANCELLED;
  gboolean begun = batch != NULL && (batch->status == PATAL_BATCH_HELD || (batch->start != PATAL_DAY_NONE && batch->start <= patal_day_today ()));

  for (guint i = 0; i < G_N_ELEMENTS (people_actions); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), people_actions[i].name);
      gboolean enabled = g_str_equal (people_actions[i].name, "call") ? open && !begun : open;

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
}

void
patal_batch_people_show (PatalBatchPeople *self, const PatalBatchSheet *sheet)
{
  gboolean again = sheet != NULL && self->dirty && sheet->batch.id == self->batch;
  g_autoptr (GArray) lines = again ? patal_attendance_grid_get_typed (self->grid) : NULL;

  if (!again && self->dirty)
    set_dirty (self, FALSE);
  self->sheet = sheet;
  self->batch = sheet != NULL ? sheet->batch.id : 0;
  patal_attendance_grid_show (self->grid, sheet, patal_day_today ());
  gtk_stack_set_visible_child_name (self->stack, sheet == NULL || sheet->people->len + sheet->vacancies->len > 0 ? "grid" : "empty");
  if (again)
    patal_attendance_grid_type (self->grid, lines);
  show_counts (self);
  update_actions (self);
}

void
patal_batch_people_set_editable (PatalBatchPeople *self, gboolean editable)
{
  self->editable = editable;
  patal_attendance_grid_set_editable (self->grid, editable);
  update_actions (self);
}

void
patal_batch_people_take_focus (PatalBatchPeople *self)
{
  if (!patal_attendance_grid_take_focus (self->grid))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

GtkWidget *
patal_batch_people_new (PatalDocument *document)
{
  PatalBatchPeople *self = g_object_new (PATAL_TYPE_BATCH_PEOPLE, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "drop-typed", G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
  update_actions (self);
  return GTK_WIDGET (self);
}

static void
patal_batch_people_dispose (GObject *object)
{
  PatalBatchPeople *self = PATAL_BATCH_PEOPLE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_BATCH_PEOPLE);
  g_clear_object (&self->actions);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (patal_batch_people_parent_class)->dispose (object);
}

static void
patal_batch_people_class_init (PatalBatchPeopleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PATAL_TYPE_ATTENDANCE_GRID);
  g_type_ensure (PATAL_TYPE_SAVE_BAR);
  G_OBJECT_CLASS (klass)->dispose = patal_batch_people_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-batch-people.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalBatchPeople, counter);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchPeople, stack);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchPeople, grid);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchPeople, bar);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
}

static void
patal_batch_people_init (PatalBatchPeople *self)
{
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), people_actions, G_N_ELEMENTS (people_actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "people", G_ACTION_GROUP (self->actions));
}
