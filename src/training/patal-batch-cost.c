/* patal-batch-cost.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-cost.h"
#include "patal-batch-private.h"
#include "patal-cost-norm.h"
#include "patal-money.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>

#define MOST_PAISE G_GINT64_CONSTANT (9999999999999) /* as an amount of the annual plan */

static const struct { const char *id, *title; } heads[PATAL_N_COST_HEADS] = {
  { "food", N_("Food and refreshments") }, { "venue", N_("Hall, furniture, sound") }, { "honorarium", N_("Honorarium") },
  { "travel", N_("Travel") }, { "material", N_("Training material") }, { "other", N_("Other") },
};

const char *
patal_cost_head_id (PatalCostHead head)
{
  g_return_val_if_fail (head < PATAL_N_COST_HEADS, NULL);
  return heads[head].id;
}

const char *
patal_cost_head_title (PatalCostHead head)
{
  g_return_val_if_fail (head < PATAL_N_COST_HEADS, NULL);
  return heads[head].title;
}

PatalCostHead
patal_cost_head_of (const char *id)
{
  PatalCostHead head = 0;

  while (head < PATAL_COST_OTHER && g_strcmp0 (heads[head].id, id) != 0)
    head++;
  return head;
}

void
patal_batch_cost_free (PatalBatchCost *cost)
{
  if (cost == NULL)
    return;
  g_free (cost->voucher);
  g_free (cost->remark);
  g_free (cost);
}

GPtrArray *
patal_batch_costs (PatalDb *db, gint64 batch, GError **error)
{
  g_autoptr (GPtrArray) costs = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_batch_cost_free);
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, batch, paise, head, day, voucher, remark FROM batch_cost WHERE batch = ?1"
    " ORDER BY instr ('food venue honorarium travel material other', head), id", PATAL_ARGS (PATAL_INT (batch)));

  while (patal_rows_next (&rows))
    {
      PatalBatchCost *cost = g_new (PatalBatchCost, 1);

      *cost = (PatalBatchCost) {
        .id = patal_rows_int (&rows, 0), .batch = patal_rows_int (&rows, 1), .paise = patal_rows_int (&rows, 2),
        .head = patal_cost_head_of (patal_rows_text (&rows, 3)), .day = patal_day_from_iso (patal_rows_text (&rows, 4)),
        .voucher = g_strdup (patal_rows_text (&rows, 5)), .remark = g_strdup (patal_rows_text (&rows, 6)),
      };
      g_ptr_array_add (costs, cost);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&costs) : NULL;
}

gboolean
patal_batch_cost_put (PatalDb *db, PatalBatchCost *cost, GError **error)
{
  g_autofree char *day = cost->day != PATAL_DAY_NONE ? patal_day_iso (cost->day) : NULL;

  if (!patal_batch_may_change (db, cost->batch, error))
    return FALSE;
  if (cost->paise <= 0 || cost->paise > MOST_PAISE)
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_AMOUNT), error);
  if (cost->id == 0)
    cost->id = patal_db_new_id (db);
  return patal_db_run (db,
    "INSERT INTO batch_cost (id, batch, head, paise, day, voucher, remark) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
    " ON CONFLICT (id) DO UPDATE SET head = ?3, paise = ?4, day = ?5, voucher = ?6, remark = ?7",
    PATAL_ARGS (PATAL_INT (cost->id), PATAL_INT (cost->batch), PATAL_TEXT (heads[cost->head].id), PATAL_INT (cost->paise), PATAL_TEXT (day),
                patal_training_text (cost->voucher), patal_training_text (cost->remark)), error);
}

gboolean
patal_batch_cost_remove (PatalDb *db, gint64 id, GError **error)
{
  gint64 batch;

  return patal_db_int (db, "SELECT ifnull ((SELECT batch FROM batch_cost WHERE id = ?1), 0)", PATAL_ARGS (PATAL_INT (id)), &batch, error)
         && patal_batch_may_change (db, batch, error)
         && patal_db_run (db, "DELETE FROM batch_cost WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error);
}

/* ---- the limit ---- */

/* ?1 the batch: course, its line's unit cost, whether it leaves the state, who was there, what was spent. */
static const char limit_sql[] =
  "SELECT t.course, (SELECT unit_paise FROM plan_line WHERE id = t.line), ifnull ((SELECT outside FROM visit WHERE batch = b.id), 0),"
  " (SELECT count (*) FROM nomination WHERE batch = b.id AND status = 'nominated' AND marks LIKE '%P%'),"
  " (SELECT ifnull (sum (paise), 0) FROM batch_cost WHERE batch = b.id), t.from_day"
  " FROM batch AS b JOIN cluster AS k ON k.id = b.cluster JOIN training AS t ON t.id = k.training WHERE b.id = ?1";

static gboolean
read_ceiling (PatalDb *db, gint64 course_id, PatalVisitReach reach, PatalDay day, PatalCostLimit *out, GError **error)
{
  g_auto (PatalCourse) course = { 0 };
  g_auto (PatalCostNorm) norm = { 0 };

  if (!patal_course_load (db, course_id, &course, error)
      || !patal_cost_norm_on (db, patal_cost_norm_code (course.level, course.mode, reach), day, &norm, error))
    return FALSE;
  out->norm = norm.id;
  out->in_force = norm.in_force;
  out->unit_paise = norm.id != 0 ? norm.paise : 0;
  return TRUE;
}

gboolean
patal_batch_cost_limit (PatalDb *db, gint64 id, PatalCostLimit *out, GError **error)
{
  g_auto (PatalBatch) batch = { 0 };
  g_auto (PatalRows) rows = { 0 };
  PatalVisitReach reach = PATAL_VISIT_INSIDE;
  PatalDay day = PATAL_DAY_NONE;
  gint64 course = 0;

  *out = (PatalCostLimit) { 0 };
  if (!patal_batch_load (db, id, &batch, error))
    return FALSE;
  rows = patal_db_query (db, limit_sql, PATAL_ARGS (PATAL_INT (id)));
  if (patal_rows_next (&rows))
    {
      course = patal_rows_int (&rows, 0);
      out->unit_paise = patal_rows_int (&rows, 1);
      reach = patal_rows_int (&rows, 2) != 0 ? PATAL_VISIT_OUTSIDE : PATAL_VISIT_INSIDE;
      out->present = (guint) patal_rows_int (&rows, 3);
      out->spent_paise = patal_rows_int (&rows, 4);
      day = batch.start != PATAL_DAY_NONE ? batch.start : patal_day_from_iso (patal_rows_text (&rows, 5));
    }
  if (!patal_rows_finish (&rows, error) || (out->unit_paise == 0 && !read_ceiling (db, course, reach, day, out, error)))
    return FALSE;
  out->days = patal_batch_held_days (&batch);
  out->limit_paise = out->unit_paise * out->present * out->days;
  return TRUE;
}

char *
patal_cost_limit_warning (const PatalCostLimit *limit, const PatalWords *words)
{
  g_autofree char *spent = NULL, *most = NULL, *days = NULL, *unit = NULL;

  if (limit->unit_paise == 0 || limit->spent_paise <= limit->limit_paise)
    return NULL;
  spent = patal_money_format (limit->spent_paise, PATAL_MONEY_RUPEES);
  most = patal_money_format (limit->limit_paise, PATAL_MONEY_RUPEES);
  days = g_strdup_printf ("%u", limit->days);
  unit = patal_money_format (limit->unit_paise, PATAL_MONEY_RUPEES);
  return patal_broken_rule_text (PATAL_BROKEN_N (PATAL_TRAINING_ERROR_COST_LIMIT, limit->present, spent, most, days, unit), words);
}
