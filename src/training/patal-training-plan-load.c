/* patal-training-plan-load.c: a plan as it stands in the file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-plan-private.h"
#include "patal-training-problem-private.h"
#include "patal-training-sql.h"

typedef struct
{
  PatalDb              *db;
  PatalTrainingProblem *problem;
  PatalTrainingPlan    *plan;
  PatalDay              today;
  GArray               *ids;    /* gint64: the clusters, in the order of the file */
  GArray               *venues; /* int */
  int                  *of;     /* of each unit: its place among them, or -1 */
} Loading;

/* Clusters whose people and venue the problem knows. One with a day outside all windows that cannot change any more is left alone. */
static gboolean
read_clusters (Loading *loading, GError **error)
{
  PatalTrainingProblem *problem = loading->problem;
  PatalPlanDays days;
  g_autofree char *first = NULL, *last = NULL, *today = patal_day_iso (loading->today);
  g_auto (PatalRows) rows = { 0 };

  patal_plan_days_init (&days, &problem->data);
  first = patal_day_iso (days.first);
  last = patal_day_iso (days.first + days.n_days - 1);
  patal_plan_days_clear (&days);
  rows = patal_db_query (loading->db,
    "SELECT k.id, k.venue, c.unit FROM cluster AS k JOIN cluster_unit AS c ON c.cluster = k.id WHERE k.training = ?1 AND NOT " PATAL_SQL_CLUSTER_OUT ("k")
    " AND NOT EXISTS (SELECT 1 FROM batch AS b WHERE b.cluster = k.id AND (b.start_day < ?2 OR b.start_day > ?3)"
    "  AND (b.status = 'held' OR b.start_day <= ?4)) ORDER BY k.no, k.id, c.id",
    PATAL_ARGS (PATAL_INT (problem->training), PATAL_TEXT (first), PATAL_TEXT (last), PATAL_TEXT (today)));
  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);
      int venue = patal_training_problem_find (problem->venues, patal_rows_int (&rows, 1)),
          unit = patal_training_problem_find (problem->units, patal_rows_int (&rows, 2)), at = patal_training_problem_find (loading->ids, id);

      if (venue < 0 || unit < 0 || problem->data.units[unit].heads == 0)
        continue;
      if (at < 0)
        {
          at = (int) loading->ids->len;
          g_array_append_val (loading->ids, id);
          g_array_append_val (loading->venues, venue);
        }
      loading->of[unit] = at;
    }
  return patal_rows_finish (&rows, error);
}

static void
put_clusters (Loading *loading)
{
  PatalPlanData *data = &loading->problem->data;
  PatalTrainingPlan *plan;
  g_autofree int *number = g_new (int, MAX (loading->ids->len, 1));

  for (int u = 0; u < data->n_units; u++)
    if (loading->of[u] < 0)
      data->units[u].heads = 0; /* they are in clusters that are not planned */
  plan = loading->plan = patal_training_plan_new (loading->problem);
  plan->clusters = patal_clusters_given (&plan->map, (int) loading->ids->len, (const int *) (const void *) loading->venues->data, loading->of, number);
  patal_training_plan_begin (plan);
  plan->schedule = patal_schedule_new (data, plan->clusters);
  for (guint c = 0; c < loading->ids->len; c++)
    plan->cluster_ids[number[c]] = g_array_index (loading->ids, gint64, c);
}

static int
place_among (const gint64 *ids, int n, gint64 id)
{
  for (int i = 0; i < n; i++)
    if (ids[i] == id)
      return i;
  return -1;
}

static gboolean
read_batches (const Loading *loading, GError **error)
{
  PatalTrainingPlan *plan = loading->plan;
  int n_modules = plan->problem->data.n_modules;
  g_auto (PatalRows) rows = patal_db_query (loading->db,
    "SELECT b.id, b.cluster, b.module, b.start_day, b.pinned OR b.status = 'held', b.without FROM batch AS b JOIN cluster AS k ON k.id = b.cluster"
    " WHERE k.training = ?1", PATAL_ARGS (PATAL_INT (plan->problem->training)));

  while (patal_rows_next (&rows))
    {
      int cluster = place_among (plan->cluster_ids, plan->clusters->n, patal_rows_int (&rows, 1)),
          module = patal_training_problem_find (plan->problem->modules, patal_rows_int (&rows, 2)), b = cluster * n_modules + module;
      PatalDay start = patal_day_from_iso (patal_rows_text (&rows, 3));

      if (cluster < 0 || module < 0)
        continue;
      plan->batch_ids[b] = patal_rows_int (&rows, 0);
      if (start >= plan->days.first && start < plan->days.first + plan->days.n_days)
        plan->schedule->start[b] = start - plan->days.first;
      else
        plan->schedule->without[b] = patal_without_of (patal_rows_text (&rows, 5));
      plan->pinned[b] = patal_rows_int (&rows, 4) != 0 && plan->schedule->start[b] >= 0;
    }
  return patal_rows_finish (&rows, error);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Those who are trainers no more are missing then, and re-planning looks for others. */
static gboolean
read_teams (const Loading *loading, GError **error)
{
  PatalTrainingPlan *plan = loading->plan;
  PatalSchedule *schedule = plan->schedule;
  g_autofree int *n = g_new0 (int, MAX (schedule->n, 1));
  g_auto (PatalRows) rows = patal_db_query (loading->db,
    "SELECT x.batch, x.trainer FROM batch_trainer AS x JOIN batch AS b ON b.id = x.batch JOIN cluster AS k ON k.id = b.cluster WHERE k.training = ?1",
    PATAL_ARGS (PATAL_INT (plan->problem->training)));

  while (patal_rows_next (&rows))
    {
      int b = place_among (plan->batch_ids, schedule->n, patal_rows_int (&rows, 0)),
          trainer = patal_training_problem_find (plan->problem->trainers, patal_rows_int (&rows, 1));

      if (b >= 0 && schedule->start[b] >= 0 && trainer >= 0 && n[b] < schedule->room)
        schedule->team[(gsize) b * schedule->room + n[b]++] = trainer;
    }
  for (int b = 0; b < schedule->n; b++)
    qsort (schedule->team + (gsize) b * schedule->room, n[b], sizeof (int), compare_places);
  return patal_rows_finish (&rows, error);
}

static void
loading_clear (Loading *loading)
{
  g_clear_pointer (&loading->problem, patal_training_problem_unref);
  g_clear_pointer (&loading->plan, patal_training_plan_free);
  g_array_unref (loading->ids);
  g_array_unref (loading->venues);
  g_free (loading->of);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loading, loading_clear)

PatalTrainingPlan *
patal_training_plan_load (PatalDb *db, gint64 training, PatalDay today, const PatalProgress *progress, GError **error)
{
  g_auto (PatalTraining) of = { 0 };
  g_auto (PatalCourse) course = { 0 };
  g_auto (Loading) loading = { .db = db, .today = today, .ids = g_array_new (FALSE, FALSE, sizeof (gint64)),
                               .venues = g_array_new (FALSE, FALSE, sizeof (int)) };

  if (!patal_training_load (db, training, &of, error) || !patal_course_load (db, of.course, &course, error))
    return NULL;
  loading.problem = patal_training_problem_of_clusters (db, &of, &course, today, progress, error);
  if (loading.problem == NULL)
    return NULL;
  loading.of = g_new (int, MAX (loading.problem->data.n_units, 1));
  for (int u = 0; u < loading.problem->data.n_units; u++)
    loading.of[u] = -1;
  if (!read_clusters (&loading, error))
    return NULL;
  put_clusters (&loading);
  if (!read_batches (&loading, error) || !read_teams (&loading, error))
    return NULL;
  patal_training_plan_reckon (loading.plan, NULL);
  return g_steal_pointer (&loading.plan);
}
