/* patal-saturation-private.h: what the reports and the chart of saturation share: what is asked, and their title. Internal.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-saturation.h"

G_BEGIN_DECLS

/* The course, by filter, else the one of the last training; the year; the scope; the day of the report. */
gboolean patal_saturation_query_read (PatalDb *db, const PatalReportArgs *args, PatalSaturationQuery *out, GError **error);

/* (transfer full): @title, a message id, with the name of @course at its {1}. */
char    *patal_saturation_title (PatalDb *db, gint64 course, const char *title, const PatalWords *words, GError **error);

/* (transfer full): "कुल 313 / 420 · 74%": the sum of @places (element-type PatalSaturation), the share cut off. */
char    *patal_saturation_sum_text (const GArray *places, const PatalWords *words);

G_END_DECLS
