/* patal-report.h: a report that a concern offers, as a value
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-db.h"
#include "patal-table.h"

G_BEGIN_DECLS

typedef struct
{
  const PatalWords *words;  /* the document's language */
  PatalDay          as_on;  /* the day whose state is told */
  const char       *scope;  /* (nullable): a unit's id, LGD code or name; NULL: the whole file */
  GHashTable       *filter; /* (nullable) (element-type utf8 utf8): the keys of a figure's query ("missing" → "code") */
  const PatalProgress *progress; /* (nullable) */
} PatalReportArgs;

typedef struct
{
  const char *name;  /* on the command line and in queries: "units", "vacancies" */
  const char *title; /* a message id */
  /* (transfer full). On a reading connection, in any thread. NULL: PATAL_DB_ERROR (NOT_FOUND: no such scope), or cancelled. */
  PatalTable *(*build) (PatalDb *db, const PatalReportArgs *args, GError **error);
} PatalReport;

G_END_DECLS
