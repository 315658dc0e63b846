/* patal-visit.h: exposure visits: what a batch of a course of mode "visit" has besides (domain.md 3.8)
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What it costs are the costs of its batch, and its ceiling is that of a visit inside or outside the state: patal_batch_cost_limit(). */
#pragma once
#include "patal-batch.h"

G_BEGIN_DECLS

typedef struct
{
  gint64   id, batch;
  gboolean outside;                            /* the state */
  gint64   host_unit;                          /* 0: none of the file's */
  char    *host;                               /* (nullable): who is visited, where it is none of the file's */
  char    *learning, *action_plan, *follow_up; /* each (nullable) */
} PatalVisit;
void patal_visit_clear (PatalVisit *visit); /* also one that is all 0 */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalVisit, patal_visit_clear)

/* The one of @batch; where there is none, *@out has id 0. */
gboolean patal_visit_of  (PatalDb *db, gint64 batch, PatalVisit *out, GError **error);
/* Inside an edit; id 0: a new one, and then its id. VISIT_COURSE: its batch is of no course of visits, or has one already; VISIT_DAYS: it lasts more than
 * five days; VISIT_HOST: nobody is visited. FROZEN (PATAL_DB_ERROR). */
gboolean patal_visit_put (PatalDb *db, PatalVisit *visit, GError **error);

G_END_DECLS
