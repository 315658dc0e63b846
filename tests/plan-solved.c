/* plan-solved.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-solved.h"

void
solved_init (Solved *solved, const PatalPlanData *data)
{
  *solved = (Solved) { .data = data };
  patal_plan_map_init (&solved->map, data);
  patal_plan_days_init (&solved->days, data);
}

void
solved_clear (Solved *solved)
{
  if (solved->data == NULL)
    return;
  g_clear_pointer (&solved->clusters, patal_clusters_free);
  g_clear_pointer (&solved->schedule, patal_schedule_free);
  patal_plan_map_clear (&solved->map);
  patal_plan_days_clear (&solved->days);
}

void
solved_cluster (Solved *solved, guint64 seed, guint64 steps)
{
  g_autoptr (GError) error = NULL;

  solved->clusters = patal_clusters_find (&solved->map, &solved->days, NULL, seed, steps, 1, NULL, &error);
  g_assert_no_error (error);
}

void
solved_schedule (Solved *solved, guint64 seed, guint64 steps)
{
  g_autoptr (GError) error = NULL;

  solved->schedule = patal_schedule_find (&solved->map, &solved->days, solved->clusters, NULL, seed, steps, 1, NULL, &error);
  g_assert_no_error (error);
}

void
solved_replan (Solved *solved, const PatalSchedule *old, guint64 seed, guint64 steps)
{
  g_autoptr (GError) error = NULL;

  solved->schedule = patal_schedule_replan (&solved->map, &solved->days, solved->clusters, old, NULL, seed, steps, 1, NULL, &error);
  g_assert_no_error (error);
}

gboolean
solved_has_finding (const Solved *solved, int group, PatalClustersCode code)
{
  for (guint i = 0; i < solved->clusters->findings->len; i++)
    {
      const PatalClustersFinding *it = &g_array_index (solved->clusters->findings, PatalClustersFinding, i);

      if (it->group == group && it->code == code)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_said (const Solved *solved, const Violation *violation)
{
  const PatalClusters *clusters = solved->clusters;
  gboolean said;

  if (!g_str_equal (violation->rule, "C7") || violation->b > 0)
    return FALSE;
  said = solved_has_finding (solved, violation->a, PATAL_CLUSTERS_DIVIDE)
         || solved_has_finding (solved, violation->a, PATAL_CLUSTERS_UNFOUND) || solved_has_finding (solved, violation->a, PATAL_CLUSTERS_VENUES);
  for (int u = 0; u < solved->data->n_units; u++)
    if (clusters->group[solved->data->units[u].block] == violation->a)
      said |= clusters->left[u] == PATAL_LEFT_LARGE || clusters->left[u] == PATAL_LEFT_FAR || clusters->left[u] == PATAL_LEFT_SEATS;
  return said;
}

Verdict
solved_judge (const Solved *solved, const PatalSchedule *old)
{
  const PatalClusters *clusters = solved->clusters;
  const PatalSchedule *schedule = solved->schedule;
  g_autofree gboolean *excused = g_new0 (gboolean, solved->data->n_units + 1), *raised = g_new0 (gboolean, clusters->n_groups + 1);
  CheckedPlan plan = { .n = clusters->n, .venue = clusters->venue, .cluster = clusters->cluster, .excused = excused, .raised = raised };
  Verdict verdict;

  for (int u = 0; u < solved->data->n_units; u++)
    excused[u] = clusters->left[u] != PATAL_LEFT_NOT;
  for (int g = 0; g < clusters->n_groups; g++)
    raised[g] = solved_has_finding (solved, g, PATAL_CLUSTERS_RAISED);
  if (schedule != NULL)
    {
      plan.room = schedule->room;
      plan.start = schedule->start;
      plan.team = schedule->team;
      plan.without = schedule->without;
    }
  if (old != NULL)
    {
      plan.old_start = old->start;
      plan.old_team = old->team;
    }
  verdict = plan_check (solved->data, &plan);
  for (guint i = verdict.violations->len; i-- > 0;)
    if (is_said (solved, &g_array_index (verdict.violations, Violation, i)))
      g_array_remove_index (verdict.violations, i);
  return verdict;
}
