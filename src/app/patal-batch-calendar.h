/* patal-batch-calendar.h: the calendar of trainings: bars, month, week, year, list
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_BATCH_CALENDAR (patal_batch_calendar_get_type ())
G_DECLARE_FINAL_TYPE (PatalBatchCalendar, patal_batch_calendar, PATAL, BATCH_CALENDAR, AdwBin)

GtkWidget *patal_batch_calendar_new          (PatalDocument *document);

/* @calendar: one of those; @name: (nullable): what the place is called; NULL for the whole file. */
void       patal_batch_calendar_set_scope    (GtkWidget *calendar, gint64 unit, const char *name);
void       patal_batch_calendar_set_training (GtkWidget *calendar, gint64 training); /* 0: all */

G_END_DECLS
