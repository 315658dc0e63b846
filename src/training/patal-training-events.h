/* patal-training-events.h: batches as events of a calendar: for telephones of trainers, blocks, the whole office
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-event.h"
#include "patal-report.h"

G_BEGIN_DECLS

/* (transfer full): an event for each batch that has a day, from its first to its last; filters training, course, fy, within as the reports have them
 * (patal-training-report.h), and trainer: an id, or a name in either language. One that was called off after people had been told of it is cancelled on the
 * day of which they know. On a reading connection, in any thread. NULL: PATAL_DB_ERROR (NOT_FOUND: no such training, trainer, place), or cancelled. */
PatalEvents *patal_training_events (PatalDb *db, const PatalReportArgs *args, GError **error);

G_END_DECLS
