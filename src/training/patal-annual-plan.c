/* patal-annual-plan.c: annual plans and their lines as rows of the file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-annual-plan.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define FY_LEAST 1990
#define FY_MOST  2100

const char patal_annual_plan_parts[] = "SELECT id, 'plan_line' FROM plan_line WHERE plan = ?1";

void
patal_annual_plan_clear (PatalAnnualPlan *plan)
{
  g_free (plan->name);
  g_free (plan->order_no);
  g_free (plan->remark);
  memset (plan, 0, sizeof *plan);
}

gboolean
patal_annual_plan_of (PatalDb *db, int fy, PatalAnnualPlan *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, name, order_no, remark, approved_on FROM annual_plan WHERE fy = ?1 ORDER BY id LIMIT 1", PATAL_ARGS (PATAL_INT (fy)));
  g_auto (PatalAnnualPlan) plan = { .fy = fy };

  if (patal_rows_next (&rows))
    {
      plan.id = patal_rows_int (&rows, 0);
      plan.name = g_strdup (patal_rows_text (&rows, 1));
      plan.order_no = g_strdup (patal_rows_text (&rows, 2));
      plan.remark = g_strdup (patal_rows_text (&rows, 3));
      plan.approved_on = patal_day_from_iso (patal_rows_text (&rows, 4));
    }
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  *out = plan;
  memset (&plan, 0, sizeof plan); /* it is the caller's now */
  return TRUE;
}

gboolean
patal_annual_plan_put (PatalDb *db, PatalAnnualPlan *plan, GError **error)
{
  g_autofree char *approved_on = plan->approved_on != PATAL_DAY_NONE ? patal_day_iso (plan->approved_on) : NULL;
  gint64 others, there = 1;

  g_return_val_if_fail (plan->fy >= FY_LEAST && plan->fy <= FY_MOST, FALSE); /* no form offers others */

  if (!patal_db_int (db, "SELECT count (*) FROM annual_plan WHERE fy = ?1 AND id <> ?2",
                     PATAL_ARGS (PATAL_INT (plan->fy), PATAL_INT (plan->id)), &others, error)
      || (plan->id != 0
          && !patal_db_int (db, "SELECT count (*) FROM annual_plan WHERE id = ?1", PATAL_ARGS (PATAL_INT (plan->id)), &there, error)))
    return FALSE;
  if (others > 0)
    {
      g_autofree char *year = patal_fy_label (plan->fy);

      return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_PLAN_TWICE, year), error);
    }
  if (there == 0)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This annual plan is no longer in the file"));
      return FALSE;
    }
  if (plan->id == 0)
    plan->id = patal_db_new_id (db);
  return patal_db_run (db,
    "INSERT INTO annual_plan (id, fy, name, order_no, remark, approved_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    " ON CONFLICT (id) DO UPDATE SET fy = ?2, name = ?3, order_no = ?4, remark = ?5, approved_on = ?6",
    PATAL_ARGS (PATAL_INT (plan->id), PATAL_INT (plan->fy), patal_training_text (plan->name), patal_training_text (plan->order_no),
                patal_training_text (plan->remark), PATAL_TEXT (approved_on)), error);
}

/* ---- lines ---- */

#define LINE_COLUMNS \
  "id, plan, rank, component, course, name, additional, participants, days, unit_paise, own_paise, recommended_paise," \
  " approved_paise, remark"

static gint64
amount_at (PatalRows *rows, int column)
{
  return patal_rows_null (rows, column) ? PATAL_PLAN_NOT_SAID : patal_rows_int (rows, column);
}

static PatalPlanLine *
read_line (PatalRows *rows)
{
  PatalPlanLine *line = g_new (PatalPlanLine, 1);

  *line = (PatalPlanLine) {
    .id = patal_rows_int (rows, 0),
    .plan = patal_rows_int (rows, 1),
    .rank = (int) patal_rows_int (rows, 2),
    .component = g_strdup (patal_rows_text (rows, 3)),
    .course = patal_rows_int (rows, 4),
    .name = g_strdup (patal_rows_text (rows, 5)),
    .additional = patal_rows_int (rows, 6) != 0,
    .participants = (int) patal_rows_int (rows, 7),
    .days = (int) patal_rows_int (rows, 8),
    .unit_paise = amount_at (rows, 9),
    .own_paise = amount_at (rows, 10),
    .recommended_paise = amount_at (rows, 11),
    .approved_paise = amount_at (rows, 12),
    .remark = g_strdup (patal_rows_text (rows, 13)),
  };
  return line;
}

GPtrArray *
patal_plan_lines (PatalDb *db, gint64 plan, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT " LINE_COLUMNS " FROM plan_line WHERE plan = ?1 ORDER BY rank, id",
                                            PATAL_ARGS (PATAL_INT (plan)));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_plan_line_free);

  while (patal_rows_next (&rows))
    g_ptr_array_add (lines, read_line (&rows));
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&lines) : NULL;
}

static const PatalPlanLine *
line_among (const GPtrArray *lines, gint64 id)
{
  for (guint i = 0; i < lines->len; i++)
    if (((const PatalPlanLine *) g_ptr_array_index (lines, i))->id == id)
      return g_ptr_array_index (lines, i);
  return NULL;
}

/* What the lines of @component but @but are. */
static PatalPlanSum
sum_without (const GPtrArray *lines, const char *component, gint64 but)
{
  PatalPlanSum sum = { 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const PatalPlanLine *line = g_ptr_array_index (lines, i);

      if (line->id != but && g_str_equal (line->component, component))
        patal_plan_sum_add (&sum, line);
    }
  return sum;
}

static gboolean
set_gone (GError **error)
{
  g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This line of the plan is no longer in the file"));
  return FALSE;
}

/* The edit door sees which rows are frozen, and not that a row which is new belongs to one of them. */
static gboolean
check_plan (PatalDb *db, gint64 plan, int *fy, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT fy, EXISTS (SELECT 1 FROM frozen WHERE frozen.id = annual_plan.id) FROM annual_plan WHERE id = ?1",
    PATAL_ARGS (PATAL_INT (plan)));
  gboolean found = patal_rows_next (&rows), frozen = found && patal_rows_int (&rows, 1) != 0;

  *fy = found ? (int) patal_rows_int (&rows, 0) : 0;
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This annual plan is no longer in the file"));
  else if (frozen)
    g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN,
                         _("This annual plan is frozen with its lines. Unfreeze it first, and give the reason."));
  return found && !frozen;
}

/* Whether what is left of the component of @line bears its additional requirement without it. */
static gboolean
check_without (const GPtrArray *lines, const PatalPlanLine *line, GError **error)
{
  PatalPlanSum rest = sum_without (lines, line->component, line->id);

  return patal_plan_sum_check (&rest, line->component, error);
}

static gboolean
check_line (PatalDb *db, const PatalPlanLine *line, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_auto (PatalCostNorm) ceiling = { 0 };
  const PatalPlanLine *was = NULL;
  PatalPlanSum others;
  int fy;

  if (!check_plan (db, line->plan, &fy, error)
      || !patal_cost_norm_on (db, line->component != NULL ? line->component : "", patal_fy_span (fy).from, &ceiling, error)
      || (lines = patal_plan_lines (db, line->plan, error)) == NULL)
    return FALSE;
  if (line->id != 0 && (was = line_among (lines, line->id)) == NULL)
    return set_gone (error);
  others = sum_without (lines, line->component != NULL ? line->component : "", line->id);
  return patal_plan_line_check (line, ceiling.id != 0 ? &ceiling : NULL, &others, NULL, error)
         && (was == NULL || g_str_equal (was->component, line->component) || check_without (lines, was, error));
}

#define AMOUNT(paise) ((paise) == PATAL_PLAN_NOT_SAID ? PATAL_NULL : PATAL_INT (paise))

gboolean
patal_plan_line_put (PatalDb *db, PatalPlanLine *line, GError **error)
{
  gint64 last;

  if (!check_line (db, line, error)
      || !patal_db_int (db, "SELECT ifnull (max (rank), 0) FROM plan_line WHERE plan = ?1", PATAL_ARGS (PATAL_INT (line->plan)), &last,
                        error))
    return FALSE;
  if (line->id == 0)
    line->id = patal_db_new_id (db);
  if (line->rank == 0)
    line->rank = (int) last + 1;
  return patal_db_run (db,
    "INSERT INTO plan_line (" LINE_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
    " ON CONFLICT (id) DO UPDATE SET rank = ?3, component = ?4, course = ?5, name = ?6, additional = ?7, participants = ?8,"
    " days = ?9, unit_paise = ?10, own_paise = ?11, recommended_paise = ?12, approved_paise = ?13, remark = ?14",
    PATAL_ARGS (PATAL_INT (line->id), PATAL_INT (line->plan), PATAL_INT (line->rank), PATAL_TEXT (line->component),
                PATAL_INT_OR_NULL (line->course), patal_training_text (line->name), PATAL_INT (line->additional != FALSE),
                PATAL_INT_OR_NULL (line->participants), PATAL_INT_OR_NULL (line->days), AMOUNT (line->unit_paise),
                AMOUNT (line->own_paise), AMOUNT (line->recommended_paise), AMOUNT (line->approved_paise),
                patal_training_text (line->remark)), error);
}

gboolean
patal_plan_line_remove (PatalDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  const PatalPlanLine *line;
  gint64 plan, trainings;

  if (!patal_db_int (db, "SELECT ifnull ((SELECT plan FROM plan_line WHERE id = ?1), 0)", PATAL_ARGS (PATAL_INT (id)), &plan, error)
      || !patal_db_int (db, "SELECT count (*) FROM training WHERE line = ?1", PATAL_ARGS (PATAL_INT (id)), &trainings, error)
      || (lines = patal_plan_lines (db, plan, error)) == NULL)
    return FALSE;
  line = line_among (lines, id);
  if (line == NULL)
    return set_gone (error);
  if (trainings > 0)
    return patal_broken_rule_refuse (PATAL_BROKEN_N (PATAL_TRAINING_ERROR_LINE_IN_USE, (guint64) trainings), error);
  return check_without (lines, line, error)
         && patal_db_run (db, "DELETE FROM plan_line WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error);
}
