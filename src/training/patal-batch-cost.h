/* patal-batch-cost.h: what a batch cost, by head, and what it may cost
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_COST_FOOD, PATAL_COST_VENUE, PATAL_COST_HONORARIUM, PATAL_COST_TRAVEL, PATAL_COST_MATERIAL, PATAL_COST_OTHER, PATAL_N_COST_HEADS
} PatalCostHead;
const char *patal_cost_head_id    (PatalCostHead head); /* as in the file: "food" */
const char *patal_cost_head_title (PatalCostHead head); /* a message id */
PatalCostHead patal_cost_head_of  (const char *id);     /* unknown: OTHER */

typedef struct
{
  gint64        id, batch, paise;
  PatalCostHead head;
  PatalDay      day;              /* or PATAL_DAY_NONE */
  char         *voucher, *remark; /* each (nullable) */
} PatalBatchCost;
void patal_batch_cost_free (PatalBatchCost *cost); /* accepts NULL */

/* (transfer full) (element-type PatalBatchCost): by head, then as entered. */
GPtrArray *patal_batch_costs       (PatalDb *db, gint64 batch, GError **error);
/* Inside an edit, as the other; id 0: a new one, and then its id. AMOUNT; FROZEN (PATAL_DB_ERROR). */
gboolean   patal_batch_cost_put    (PatalDb *db, PatalBatchCost *cost, GError **error);
gboolean   patal_batch_cost_remove (PatalDb *db, gint64 id, GError **error);

typedef struct
{
  guint  present, days;     /* who was there at all; days that are held */
  gint64 unit_paise;        /* of the training's line in the annual plan, else the ceiling of its course; 0: neither is known */
  gint64 norm;              /* the cost norm that is the ceiling; 0: the plan's unit cost is taken, or none */
  gboolean in_force;        /* that norm, on the first day of the batch */
  gint64 limit_paise, spent_paise;
} PatalCostLimit;
gboolean   patal_batch_cost_limit   (PatalDb *db, gint64 batch, PatalCostLimit *out, GError **error);
/* (transfer full) (nullable): the sentence of COST_LIMIT, which only warns, where more was spent than participants present × days × unit cost. */
char      *patal_cost_limit_warning (const PatalCostLimit *limit, const PatalWords *words);

G_END_DECLS
