/* patal-chart-offer.h: a chart that a concern offers, as a value
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-chart.h"
#include "patal-report.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;  /* on the command line: "vacancies" */
  const char *title; /* a message id */
  /* (transfer full). On a reading connection, in any thread. NULL: PATAL_DB_ERROR (NOT_FOUND: no such scope), or cancelled. */
  PatalChart *(*build) (PatalDb *db, const PatalReportArgs *args, GError **error);
} PatalChartOffer;

G_END_DECLS
