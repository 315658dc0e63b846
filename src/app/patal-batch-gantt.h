/* patal-batch-gantt.h: batches as bars: a lane a venue, by block; days across
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * To be put into a GtkScrolledWindow: it scrolls by itself, names of lanes and days stay in sight, and only what is seen is drawn.
 * Keys: arrows go from bar to bar, Alt with Left and Right moves the chosen one by a day, Enter opens it, P pins it, + and - zoom. The accessible label
 * is the chosen bar; the list of batches is its twin for a screen reader.
 *
 * Properties: "selected" (gint64): a batch, 0: none.
 * Signals:
 *   opened (gint64 batch)      Enter, a double click
 *   dropped (gint64 batch, int day, gint64 venue, GdkRectangle *at)   it is wanted on that PatalDay; @venue 0: as it is
 *   pin (gint64 batch)         the key P
 *   zoomed ()                  by a key */
#pragma once
#include "patal-batch-scene.h"
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PATAL_TYPE_BATCH_GANTT (patal_batch_gantt_get_type ())
G_DECLARE_FINAL_TYPE (PatalBatchGantt, patal_batch_gantt, PATAL, BATCH_GANTT, GtkWidget)

typedef enum { PATAL_GANTT_MONTH, PATAL_GANTT_QUARTER, PATAL_GANTT_YEAR, PATAL_N_GANTT_ZOOMS } PatalGanttZoom; /* what fits into the width, about */

GtkWidget     *patal_batch_gantt_new          (PatalDocument *document);

void           patal_batch_gantt_set_scene    (PatalBatchGantt *gantt, const PatalBatchScene *scene); /* (transfer none) (nullable); must outlive it */
void           patal_batch_gantt_set_selected (PatalBatchGantt *gantt, gint64 batch); /* and shows it */
gint64         patal_batch_gantt_get_selected (PatalBatchGantt *gantt);
void           patal_batch_gantt_set_zoom     (PatalBatchGantt *gantt, PatalGanttZoom zoom);
PatalGanttZoom patal_batch_gantt_get_zoom     (PatalBatchGantt *gantt);
void           patal_batch_gantt_show_day     (PatalBatchGantt *gantt, PatalDay day); /* at the left of what is seen */
PatalDay       patal_batch_gantt_get_day      (PatalBatchGantt *gantt);               /* the first day that is seen */

G_END_DECLS
