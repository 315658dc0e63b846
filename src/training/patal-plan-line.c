/* patal-plan-line.c: what a line of an annual plan comes to, and the rules that it keeps
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-annual-plan.h"
#include "patal-money.h"
#include "patal-training-private.h"
#include <string.h>

void
patal_plan_line_init (PatalPlanLine *line, gint64 plan)
{
  *line = (PatalPlanLine) {
    .plan = plan, .unit_paise = PATAL_PLAN_NOT_SAID, .own_paise = PATAL_PLAN_NOT_SAID, .recommended_paise = PATAL_PLAN_NOT_SAID,
    .approved_paise = PATAL_PLAN_NOT_SAID,
  };
}

void
patal_plan_line_clear (PatalPlanLine *line)
{
  g_free (line->component);
  g_free (line->name);
  g_free (line->remark);
  memset (line, 0, sizeof *line);
}

void
patal_plan_line_free (PatalPlanLine *line)
{
  if (line == NULL)
    return;
  patal_plan_line_clear (line);
  g_free (line);
}

gint64
patal_plan_line_proposed (const PatalPlanLine *line)
{
  if (line->own_paise != PATAL_PLAN_NOT_SAID)
    return line->own_paise;
  return line->unit_paise != PATAL_PLAN_NOT_SAID ? (gint64) line->participants * line->days * line->unit_paise : 0;
}

void
patal_plan_sum_add (PatalPlanSum *sum, const PatalPlanLine *line)
{
  gint64 proposed = patal_plan_line_proposed (line);

  sum->participants += line->participants;
  sum->proposed += line->additional ? 0 : proposed;
  sum->additional += line->additional ? proposed : 0;
  sum->recommended += MAX (line->recommended_paise, 0);
  sum->approved += MAX (line->approved_paise, 0);
}

static gboolean
refuse (const char **field, const char *id, const PatalBrokenRule *broken, GError **error)
{
  if (field != NULL)
    *field = id;
  return patal_broken_rule_refuse (broken, error);
}

gboolean
patal_plan_sum_check (const PatalPlanSum *sum, const char *component, GError **error)
{
  g_autofree char *most = NULL, *whole = NULL;

  if (sum->additional <= sum->proposed / 4)
    return TRUE;
  most = patal_money_format (sum->proposed / 4, PATAL_MONEY_RUPEES);
  whole = patal_money_format (sum->proposed, PATAL_MONEY_RUPEES);
  return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_ADDITIONAL, component, most, whole), error);
}

static gboolean
check_amount (const char *id, gint64 paise, gint64 least, const char **field, GError **error)
{
  return paise == PATAL_PLAN_NOT_SAID || (paise >= least && paise <= PATAL_MONEY_MAX_PAISE)
         || refuse (field, id, PATAL_BROKEN (PATAL_TRAINING_ERROR_AMOUNT), error);
}

/* What the line spends of the unit that the ceiling is for; PATAL_PLAN_NOT_SAID where it does not say: of how many GPs, of how many centres. */
static gint64
spent_of_unit (const PatalPlanLine *line, const PatalCostNorm *ceiling)
{
  if (ceiling->unit == PATAL_NORM_PERSON_DAY)
    return line->unit_paise;
  return ceiling->unit == PATAL_NORM_YEAR && !line->additional ? patal_plan_line_proposed (line) : PATAL_PLAN_NOT_SAID;
}

static gboolean
is_above (const PatalPlanLine *line, const PatalCostNorm *ceiling)
{
  return ceiling != NULL && spent_of_unit (line, ceiling) > ceiling->paise;
}

static gboolean
check_ceiling (const PatalPlanLine *line, const PatalCostNorm *ceiling, const char **field, GError **error)
{
  g_autofree char *spent = NULL, *most = NULL;

  if (!is_above (line, ceiling) || !ceiling->in_force)
    return TRUE;
  spent = patal_money_format (spent_of_unit (line, ceiling), PATAL_MONEY_RUPEES);
  most = patal_money_format (ceiling->paise, PATAL_MONEY_RUPEES);
  return refuse (field, line->own_paise != PATAL_PLAN_NOT_SAID ? "amount" : "unit_cost",
                 PATAL_BROKEN (PATAL_TRAINING_ERROR_CEILING, spent, patal_training_name (ceiling->names, NULL), ceiling->set_name, most),
                 error);
}

static gboolean
check_own (const PatalPlanLine *line, const char **field, GError **error)
{
  /* What no form offers. */
  g_return_val_if_fail (line->unit_paise == PATAL_PLAN_NOT_SAID && line->participants == 0 && line->days == 0, FALSE);

  return check_amount ("amount", line->own_paise, 1, field, error);
}

static gboolean
check_reckoned (const PatalPlanLine *line, const char **field, GError **error)
{
  if (line->additional)
    return refuse (field, "amount", PATAL_BROKEN (PATAL_TRAINING_ERROR_AMOUNT), error);
  if (line->participants < 1 || line->participants > PATAL_PLAN_MOST_PARTICIPANTS)
    return refuse (field, "participants", PATAL_BROKEN (PATAL_TRAINING_ERROR_PARTICIPANTS), error);
  if (line->days < 1 || line->days > PATAL_PLAN_MOST_LINE_DAYS)
    return refuse (field, "days", PATAL_BROKEN (PATAL_TRAINING_ERROR_LINE_DAYS), error);
  if (line->unit_paise < 1 || line->unit_paise > PATAL_MONEY_MAX_PAISE / line->participants / line->days)
    return refuse (field, "unit_cost", PATAL_BROKEN (PATAL_TRAINING_ERROR_AMOUNT), error);
  return TRUE;
}

gboolean
patal_plan_line_check (const PatalPlanLine *line, const PatalCostNorm *ceiling, const PatalPlanSum *others, const char **field,
                       GError **error)
{
  PatalPlanSum sum = *others;

  if (patal_training_is_blank (line->component))
    return refuse (field, "component", PATAL_BROKEN (PATAL_TRAINING_ERROR_LINE_NAME), error);
  if (line->course == 0 && patal_training_is_blank (line->name))
    return refuse (field, "name", PATAL_BROKEN (PATAL_TRAINING_ERROR_LINE_NAME), error);
  if (!(line->own_paise != PATAL_PLAN_NOT_SAID ? check_own (line, field, error) : check_reckoned (line, field, error))
      || !check_amount ("recommended", line->recommended_paise, 0, field, error)
      || !check_amount ("approved", line->approved_paise, 0, field, error) || !check_ceiling (line, ceiling, field, error))
    return FALSE;
  patal_plan_sum_add (&sum, line);
  if (field != NULL)
    *field = "amount";
  return patal_plan_sum_check (&sum, line->component, error);
}

/* The larger of what was recommended and approved, where it is more than what was proposed. */
static char *
more_than_proposed (const PatalPlanLine *line, const PatalWords *words)
{
  gint64 proposed = patal_plan_line_proposed (line), given = MAX (line->recommended_paise, line->approved_paise);
  g_autofree char *much = NULL, *wanted = NULL;

  if (given <= proposed)
    return NULL;
  much = patal_money_format (given, PATAL_MONEY_RUPEES);
  wanted = patal_money_format (proposed, PATAL_MONEY_RUPEES);
  return patal_broken_rule_text (PATAL_BROKEN (PATAL_TRAINING_ERROR_APPROVED, much, wanted), words);
}

static char *
above_old_ceiling (const PatalPlanLine *line, const PatalCostNorm *ceiling, const PatalWords *words)
{
  g_autofree char *spent = NULL, *most = NULL;

  if (!is_above (line, ceiling) || ceiling->in_force)
    return NULL;
  spent = patal_money_format (spent_of_unit (line, ceiling), PATAL_MONEY_RUPEES);
  most = patal_money_format (ceiling->paise, PATAL_MONEY_RUPEES);
  return patal_broken_rule_text (
    PATAL_BROKEN (PATAL_TRAINING_ERROR_CEILING, spent, patal_training_name (ceiling->names, words), ceiling->set_name, most), words);
}

char *
patal_plan_line_warning (const PatalPlanLine *line, const PatalCostNorm *ceiling, const PatalWords *words)
{
  g_autofree char *above = above_old_ceiling (line, ceiling, words), *more = more_than_proposed (line, words);

  if (above != NULL && more != NULL)
    return g_strconcat (above, "; ", more, NULL);
  return above != NULL ? g_steal_pointer (&above) : g_steal_pointer (&more);
}
