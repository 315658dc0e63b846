/* patal-chart-pages.h: a chart on a sheet
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-chart.h"
#include "patal-pages.h"

G_BEGIN_DECLS

/* (transfer full): @chart, which must not be changed any more, on a sheet of paper or of the shape of a picture. @error:
 * PATAL_WORDS_ERROR or G_FILE_ERROR for the words of its language. */
PatalPages *patal_chart_pages (PatalChart *chart, PatalSheetSize size, GError **error);

G_END_DECLS
