/* patal-batch-changes.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-changes.h"
#include "patal-history-list.h"
#include <glib/gi18n.h>

struct _PatalBatchChanges
{
  AdwBin            parent_instance;
  GtkWidget        *list; /* of GtkLabel */
  PatalHistoryList *history;
};

G_DEFINE_FINAL_TYPE (PatalBatchChanges, patal_batch_changes, ADW_TYPE_BIN)

/* "20.04.2026 → 22.04.2026: बाढ़, नाला उफान पर" */
static char *
words_of (const PatalBatchChange *change)
{
  g_autofree char *was = patal_day_format (change->was), *now = change->now != PATAL_DAY_NONE ? patal_day_format (change->now) : NULL;
  const char *to = now != NULL ? now : change->day_no > 0 ? _("not held") : _("no day yet");
  const char *reason = _(patal_change_reason_title (change->reason));

  return g_strdup_printf ("%s → %s: %s%s%s", was, to, reason, change->words != NULL ? ", " : "", change->words != NULL ? change->words : "");
}

static void
add_change (PatalBatchChanges *self, const PatalBatchChange *change)
{
  g_autofree char *words = words_of (change);

  gtk_box_append (GTK_BOX (self->list), g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, NULL));
}

void
patal_batch_changes_show (PatalBatchChanges *self, const PatalBatch *batch)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (guint i = 0; batch != NULL && i < batch->changes->len; i++)
    add_change (self, g_ptr_array_index (batch->changes, i));
  gtk_widget_set_visible (self->list, batch != NULL && batch->changes->len > 0);
  patal_history_list_set_record (self->history, &(const PatalRecord) { .table = "batch", .id = batch != NULL ? batch->id : 0, .parts = patal_batch_parts });
}

GtkWidget *
patal_batch_changes_new (PatalDocument *document)
{
  PatalBatchChanges *self = g_object_new (PATAL_TYPE_BATCH_CHANGES, NULL);

  patal_history_list_set_document (self->history, document);
  return GTK_WIDGET (self);
}

static void
patal_batch_changes_class_init (G_GNUC_UNUSED PatalBatchChangesClass *klass)
{
}

static void
patal_batch_changes_init (PatalBatchChanges *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_object_set (self->list, "margin-top", 10, "margin-bottom", 10, "margin-start", 12, "margin-end", 12, NULL);
  self->history = g_object_new (PATAL_TYPE_HISTORY_LIST, "vexpand", TRUE, NULL);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->history));
  adw_bin_set_child (ADW_BIN (self), box);
}
