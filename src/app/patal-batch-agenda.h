/* patal-batch-agenda.h: batches as a list, day by day: the twin of bars and chips for the keyboard and for screen readers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals: opened (gint64 batch), by Enter or a double click; chosen (gint64 batch). */
#pragma once
#include "patal-batch-scene.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_BATCH_AGENDA (patal_batch_agenda_get_type ())
G_DECLARE_FINAL_TYPE (PatalBatchAgenda, patal_batch_agenda, PATAL, BATCH_AGENDA, AdwBin)

GtkWidget *patal_batch_agenda_new          (const char *name); /* what a screen reader calls the list */
/* @scene: (transfer none) (nullable); those that are held in @span. */
void       patal_batch_agenda_set_scene    (PatalBatchAgenda *agenda, const PatalBatchScene *scene, PatalSpan span);
void       patal_batch_agenda_set_selected (PatalBatchAgenda *agenda, gint64 batch);

G_END_DECLS
