/* patal-batch-month.h: a month of batches: a box a day, a chip a batch
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arrow keys go by days and weeks, Page Up and Down by months; the accessible label is the chosen day with its batches; Enter shows its week, where each
 * batch is a row.
 * Signals: opened (gint64 batch), a double click; chosen (gint64 batch); turned (int day), to a day of another month; entered (int day), by Enter. */
#pragma once
#include "patal-batch-scene.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PATAL_TYPE_BATCH_MONTH (patal_batch_month_get_type ())
G_DECLARE_FINAL_TYPE (PatalBatchMonth, patal_batch_month, PATAL, BATCH_MONTH, GtkWidget)

GtkWidget *patal_batch_month_new          (void);
/* @scene: (transfer none) (nullable). Shows the month of @day, which is the chosen one. */
void       patal_batch_month_set_scene    (PatalBatchMonth *month, const PatalBatchScene *scene, PatalDay day);
void       patal_batch_month_set_selected (PatalBatchMonth *month, gint64 batch);

G_END_DECLS
