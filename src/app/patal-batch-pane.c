/* patal-batch-pane.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-pane.h"
#include "patal-batch-changes.h"
#include "patal-batch-deed.h"
#include "patal-batch-move-dialog.h"
#include "patal-batch-off-dialog.h"
#include "patal-batch-people.h"
#include "patal-batch-sheet-words.h"
#include "patal-cost-list.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

struct _PatalBatchPane
{
  AdwBin              parent_instance;
  GtkStack           *stack, *parts;
  GtkLabel           *title, *status, *days, *place, *trainers;
  GtkBox             *frozen_box;
  GtkButton          *publish_button, *finish_button;
  PatalBatchPeople   *people;
  PatalCostList      *costs;
  PatalBatchChanges  *changes;
  GSimpleActionGroup *actions;
  PatalDocument      *document;
  PatalBatchSheet    *sheet;   /* (nullable): as it was read last */
  gint64              id;      /* 0: none */
  gboolean            eager;   /* the focus is to come here when it is read */
  GCancellable       *loading;
};

G_DEFINE_FINAL_TYPE (PatalBatchPane, patal_batch_pane, ADW_TYPE_BIN)

/* --- what it shows --- */

static void
show_line (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_head (PatalBatchPane *self)
{
  g_autofree char *title = patal_batch_title_words (self->sheet), *days = patal_batch_day_words (&self->sheet->batch);
  g_autofree char *place = patal_batch_place_words (self->sheet), *trainers = patal_batch_trainer_words (self->sheet);
  g_autofree char *status = patal_batch_status_words (&self->sheet->batch, patal_day_today ());

  show_line (self->title, title);
  show_line (self->status, status);
  show_line (self->days, days);
  show_line (self->place, place);
  show_line (self->trainers, trainers);
}

static void
enable (PatalBatchPane *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

/* What the rules refuse in any case is not offered; the rest they refuse in words. */
static void
update_state (PatalBatchPane *self)
{
  const PatalBatch *batch = &self->sheet->batch;
  PatalBatchStatus status = batch->status;
  gboolean frozen = patal_db_is_frozen (patal_document_reader (self->document), self->id);
  gboolean writable = patal_document_writable (self->document) && !frozen, dated = batch->start != PATAL_DAY_NONE;
  gboolean open = writable && status != PATAL_BATCH_HELD && status != PATAL_BATCH_CANCELLED, begun = dated && batch->start <= patal_day_today ();

  enable (self, "publish", open && dated && status == PATAL_BATCH_PLANNED);
  enable (self, "finish", open && begun);
  enable (self, "move", open && !begun);
  enable (self, "pin", open && dated && !batch->pinned);
  enable (self, "unpin", open && batch->pinned);
  enable (self, "postpone", open && dated);
  enable (self, "cancel", open);
  enable (self, "drop-day", open && dated);
  gtk_widget_set_visible (GTK_WIDGET (self->publish_button), status == PATAL_BATCH_PLANNED && dated && !begun);
  gtk_widget_set_visible (GTK_WIDGET (self->finish_button), begun && status != PATAL_BATCH_HELD && status != PATAL_BATCH_CANCELLED);
  gtk_widget_set_visible (GTK_WIDGET (self->frozen_box), frozen);
  patal_batch_people_set_editable (self->people, writable && status != PATAL_BATCH_CANCELLED);
  patal_cost_list_set_editable (self->costs, writable); /* a hall is paid for a batch that was called off, too */
}

static void
take_sheet (PatalBatchPane *self, PatalBatchSheet *sheet)
{
  PatalBatchSheet *before = self->sheet;

  self->sheet = sheet;
  patal_batch_people_show (self->people, sheet);
  patal_cost_list_show (self->costs, sheet);
  patal_batch_changes_show (self->changes, sheet != NULL ? &sheet->batch : NULL);
  patal_batch_sheet_free (before);
  if (sheet != NULL)
    {
      show_head (self);
      update_state (self);
    }
  gtk_stack_set_visible_child_name (self->stack, sheet != NULL ? "batch" : "none");
  if (sheet != NULL && self->eager)
    patal_batch_people_take_focus (self->people);
  self->eager = FALSE;
}

static gpointer
load_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return patal_batch_sheet_load (db, *(const gint64 *) data, patal_settings_lang (), patal_day_today (), error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalBatchPane) self = user_data;
  g_autoptr (GError) error = NULL;
  PatalBatchSheet *sheet = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* one that is gone by an undo is no trouble */
  if (sheet == NULL && !g_error_matches (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND))
    patal_document_complain (PATAL_DOCUMENT (source), error);
  take_sheet (self, sheet);
}

static void
load (PatalBatchPane *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  if (self->id == 0)
    take_sheet (self, NULL);
  else
    patal_document_read_async (self->document, load_job, g_memdup2 (&self->id, sizeof self->id), g_free, (GDestroyNotify) patal_batch_sheet_free,
                               self->loading, loaded_cb, g_object_ref (self));
}

gboolean
patal_batch_pane_leave (PatalBatchPane *self)
{
  if (patal_batch_people_leave (self->people))
    return TRUE;
  patal_document_say (self->document, _("First correct or discard what is typed: a test's marks are wrong"));
  return FALSE;
}

gboolean
patal_batch_pane_show (PatalBatchPane *self, gint64 id)
{
  if (id == self->id)
    return TRUE;
  if (!patal_batch_pane_leave (self))
    return FALSE;
  self->id = id;
  load (self);
  return TRUE;
}

void
patal_batch_pane_take_focus (PatalBatchPane *self)
{
  self->eager = self->sheet == NULL || self->sheet->batch.id != self->id;
  if (!self->eager)
    patal_batch_people_take_focus (self->people);
}

static void
changed_cb (PatalBatchPane *self, GStrv tables)
{
  static const char *const ours[] = { "batch", "batch_change", "batch_cost", "batch_trainer", "nomination", "cluster", "cluster_unit", "cost_norm",
                                      "course", "course_module", "frozen", "person", "plan_line", "post", "posting", "trainer", "training", "unit", "venue", "visit" };

  for (guint i = 0; i < G_N_ELEMENTS (ours) && self->id != 0; i++)
    if (patal_document_touches ((const char *const *) tables, ours[i]))
      {
        load (self);
        return;
      }
}

static void
settled_cb (PatalBatchPane *self)
{
  if (self->sheet != NULL)
    update_state (self);
}

/* --- what is pressed --- */

static void
publish_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalBatchPane *self = user_data;

  if (patal_batch_pane_leave (self))
    patal_batch_deed_publish (self->document, &self->sheet->batch);
}

/* Behind the attendance that is typed: edits keep their order. */
static void
finish_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalBatchPane *self = user_data;

  if (patal_batch_pane_leave (self))
    patal_batch_deed_finish (self->document, &self->sheet->batch);
}

static void
pin_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalBatchPane *self = user_data;

  patal_batch_deed_pin (self->document, &self->sheet->batch);
}

static void
move_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalBatchPane *self = user_data;

  if (patal_batch_pane_leave (self))
    patal_batch_move_dialog_show (GTK_WIDGET (self), self->document, self->sheet);
}

static void
call_off (PatalBatchPane *self, PatalBatchOff what)
{
  if (patal_batch_pane_leave (self))
    patal_batch_off_dialog_show (GTK_WIDGET (self), self->document, &self->sheet->batch, what);
}

static void
postpone_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  call_off (user_data, PATAL_BATCH_OFF_POSTPONE);
}

static void
cancel_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  call_off (user_data, PATAL_BATCH_OFF_CANCEL);
}

static void
drop_day_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  call_off (user_data, PATAL_BATCH_OFF_DAY);
}

static void
papers_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalBatchPane *self = user_data;

  if (patal_batch_pane_leave (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.papers", "(xx)", self->sheet->training, self->id);
}

static const GActionEntry pane_actions[] = {
  { .name = "publish", .activate = publish_cb }, { .name = "finish", .activate = finish_cb },     { .name = "pin", .activate = pin_cb },
  { .name = "unpin", .activate = pin_cb },       { .name = "move", .activate = move_cb },         { .name = "postpone", .activate = postpone_cb },
  { .name = "cancel", .activate = cancel_cb },   { .name = "drop-day", .activate = drop_day_cb }, { .name = "papers", .activate = papers_cb },
};

GtkWidget *
patal_batch_pane_new (PatalDocument *document)
{
  PatalBatchPane *self = g_object_new (PATAL_TYPE_BATCH_PANE, NULL);

  self->document = g_object_ref (document);
  self->people = PATAL_BATCH_PEOPLE (patal_batch_people_new (document));
  self->costs = PATAL_COST_LIST (patal_cost_list_new (document));
  self->changes = PATAL_BATCH_CHANGES (patal_batch_changes_new (document));
  gtk_stack_add_titled (self->parts, GTK_WIDGET (self->people), "people", C_("part of a batch", "People"));
  /* Translators: part of a batch: what it cost, by head */
  gtk_stack_add_titled (self->parts, GTK_WIDGET (self->costs), "costs", C_("part of a batch", "Costs"));
  /* Translators: part of a batch: what was changed, when, by whom */
  gtk_stack_add_titled (self->parts, GTK_WIDGET (self->changes), "changes", _("Changes"));
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
patal_batch_pane_dispose (GObject *object)
{
  PatalBatchPane *self = PATAL_BATCH_PANE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_BATCH_PANE);
  g_clear_pointer (&self->sheet, patal_batch_sheet_free);
  g_clear_object (&self->actions);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (patal_batch_pane_parent_class)->dispose (object);
}

static void
patal_batch_pane_class_init (PatalBatchPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_batch_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-batch-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalBatchPane, stack);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchPane, parts);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchPane, title);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchPane, status);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchPane, days);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchPane, place);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchPane, trainers);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchPane, frozen_box);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchPane, publish_button);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchPane, finish_button);
}

static void
patal_batch_pane_init (PatalBatchPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), pane_actions, G_N_ELEMENTS (pane_actions), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "batch", G_ACTION_GROUP (self->actions));
}
