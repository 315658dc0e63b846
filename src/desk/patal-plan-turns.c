/* patal-plan-turns.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-turns.h"

static void
count_batch (const PatalTrainingPlan *plan, PatalPlanTurn *turn, int batch)
{
  int start = plan->schedule->start[batch];
  PatalDay first = plan->days.first + start;

  turn->batches++;
  if (start < 0)
    return;
  turn->first = turn->dated == 0 ? first : MIN (turn->first, first);
  turn->last = MAX (turn->last, first + plan->problem->data.modules[batch % plan->problem->data.n_modules].days - 1);
  turn->dated++;
}

GArray *
patal_plan_turns (const PatalTrainingPlan *plan)
{
  const PatalPlanData *data = &plan->problem->data;
  GArray *turns = g_array_sized_new (FALSE, TRUE, sizeof (PatalPlanTurn), (guint) data->n_blocks);

  g_array_set_size (turns, (guint) data->n_blocks);
  for (int b = 0; b < plan->schedule->n; b++)
    {
      PatalPlanTurn *turn = &g_array_index (turns, PatalPlanTurn, data->venues[plan->clusters->venue[b / data->n_modules]].block);

      turn->clusters += b % data->n_modules == 0;
      count_batch (plan, turn, b);
    }
  for (int u = 0; u < data->n_units; u++)
    if (plan->clusters->cluster[u] >= 0)
      g_array_index (turns, PatalPlanTurn, data->venues[plan->clusters->venue[plan->clusters->cluster[u]]].block).heads += data->units[u].heads;
  return turns;
}
