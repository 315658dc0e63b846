/* patal-plan-outcome-schedule.c: plan.csv, read
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-outcome.h"
#include "patal-plan-words.h"
#include <glib/gi18n-lib.h>
#include <string.h>

enum { CLUSTER, MODULE, START, TRAINERS, REASON };

typedef struct
{
  const PatalPlanOutcome *outcome;
  PatalPlanRows rows;
  GHashTable *clusters; /* id → number + 1 */
  GPtrArray *remarks;
  PatalDay first, last;
  PatalSchedule *schedule;
  guint *line; /* of each batch; 0: not yet */
} Reading;

static void
reading_clear (Reading *reading)
{
  patal_plan_rows_clear (&reading->rows);
  g_clear_pointer (&reading->clusters, g_hash_table_unref);
  g_clear_pointer (&reading->schedule, patal_schedule_free);
  g_free (reading->line);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* @sentence (transfer full) */
static void
remark (Reading *reading, guint column, char *sentence)
{
  g_ptr_array_add (reading->remarks, patal_plan_rows_remark (&reading->rows, column, "%s", sentence));
  g_free (sentence);
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Whether the batch that starts on @day has begun by today: nothing of it may be lost. */
static gboolean
has_begun (const Reading *reading, PatalDay day)
{
  PatalDay today = reading->outcome->files->data.rules.today;

  return today != PATAL_DAY_NONE && day <= today;
}

static gboolean
read_team (Reading *reading, int batch, PatalDay day, GError **error)
{
  PatalSchedule *schedule = reading->schedule;
  int *team = schedule->team + (gsize) batch * schedule->room, n = 0;
  g_auto (GStrv) ids = g_strsplit_set (patal_plan_rows_text (&reading->rows, TRAINERS), " \t\r\n", -1);

  for (char **id = ids; *id != NULL; id++)
    {
      int trainer = **id != '\0' ? patal_plan_ids_find (&reading->outcome->files->trainers, *id) : -1;
      gboolean twice = FALSE;

      if (**id == '\0')
        continue;
      for (int i = 0; i < n; i++)
        twice |= team[i] == trainer;
      if (trainer >= 0 && !twice && n < schedule->room)
        team[n++] = trainer;
      else if (has_begun (reading, day))
        return patal_plan_rows_fail (
            &reading->rows, TRAINERS, PATAL_PLAN_FILES_ERROR_UNKNOWN, error,
            _("The trainer “%s” of a batch that has begun is not in trainers.csv, stands here twice or is "
               "one too many. Keep "
               "trainers.csv as it was, and write the days away into blackouts.csv."),
            *id);
      else
        g_ptr_array_add (reading->remarks,
                         patal_plan_rows_remark (&reading->rows, TRAINERS,
                                                 _("“%s” is no trainer who can be kept here."), *id));
    }
  qsort (team, n, sizeof *team, compare_ints);
  return TRUE;
}

static gboolean
read_batch (Reading *reading, int batch, GError **error)
{
  PatalSchedule *schedule = reading->schedule;
  PatalDay day = PATAL_DAY_NONE;

  if (reading->line[batch] > 0)
    return patal_plan_rows_fail (
        &reading->rows, MODULE, PATAL_PLAN_FILES_ERROR_TWICE, error,
        _("This cluster has “%s” in line %u already. Take one of the two rows out."),
        patal_plan_rows_shown (&reading->rows, MODULE), reading->line[batch]);
  reading->line[batch] = patal_plan_rows_line (&reading->rows);
  schedule->without[batch] = patal_plan_without_parse (patal_plan_rows_text (&reading->rows, REASON));
  if (!patal_plan_rows_day (&reading->rows, START, FALSE, &day, error))
    return FALSE;
  if (day == PATAL_DAY_NONE)
    return TRUE;
  schedule->without[batch] = PATAL_WITHOUT_NOT;
  if (day < reading->first || day > reading->last)
    {
      if (has_begun (reading, day))
        return patal_plan_rows_fail (&reading->rows, START, PATAL_PLAN_FILES_ERROR_RULES, error,
                                     _("The batch has begun on %s, which is in no window. Let a window in "
                                        "windows.csv begin by then."),
                                     patal_plan_rows_shown (&reading->rows, START));
      remark (reading, START,
              g_strdup_printf (_("%s is in no window any more."),
                               patal_plan_rows_shown (&reading->rows, START)));
      return TRUE;
    }
  schedule->start[batch] = day - reading->first;
  return read_team (reading, batch, day, error);
}

static gboolean
read_rows (Reading *reading, GError **error)
{
  const PatalPlanFiles *files = reading->outcome->files;

  while (patal_plan_rows_next (&reading->rows))
    {
      int cluster = GPOINTER_TO_INT (g_hash_table_lookup (reading->clusters,
                                                          patal_plan_rows_text (&reading->rows, CLUSTER)))
                    - 1;
      int module = patal_plan_ids_find (&files->modules, patal_plan_rows_text (&reading->rows, MODULE));

      if (cluster < 0)
        remark (reading, CLUSTER,
                g_strdup_printf (_("There is no cluster “%s” any more, so the row counts for nothing."),
                                 patal_plan_rows_shown (&reading->rows, CLUSTER)));
      else if (module < 0)
        remark (reading, MODULE,
                g_strdup_printf (_("There is no module “%s” any more, so the row counts for nothing."),
                                 patal_plan_rows_shown (&reading->rows, MODULE)));
      else if (!read_batch (reading, cluster * files->data.n_modules + module, error))
        return FALSE;
    }
  return TRUE;
}

PatalSchedule *
patal_plan_outcome_read_schedule (const PatalPlanOutcome *outcome, const char *path, GPtrArray *remarks,
                                  GError **error)
{
  static const PatalPlanColumn columns[] = {
    { "cluster_id", PATAL_PLAN_MUST_HAVE }, { "module_id", PATAL_PLAN_MUST_HAVE },
    { "start", PATAL_PLAN_MUST_HAVE },      { "trainers", PATAL_PLAN_MUST_HAVE },
    { "reason", PATAL_PLAN_MAY_LACK },
  };
  const PatalPlanData *data = &outcome->files->data;
  g_auto (Reading) reading = { .outcome = outcome, .remarks = remarks };

  if (!patal_plan_rows_open (&reading.rows, path, FALSE, columns, G_N_ELEMENTS (columns), NULL, error))
    return NULL;
  reading.first = data->windows[0].span.from;
  reading.last = data->windows[0].span.to;
  for (int i = 1; i < data->n_windows; i++)
    {
      reading.first = MIN (reading.first, data->windows[i].span.from);
      reading.last = MAX (reading.last, data->windows[i].span.to);
    }
  reading.clusters = g_hash_table_new (g_str_hash, g_str_equal);
  for (int c = 0; c < outcome->clusters->n; c++)
    g_hash_table_insert (reading.clusters, outcome->ids[c], GINT_TO_POINTER (c + 1));
  reading.schedule = patal_schedule_new (data, outcome->clusters);
  reading.line = g_new0 (guint, MAX (reading.schedule->n, 1));
  if (!read_rows (&reading, error))
    return NULL;
  return g_steal_pointer (&reading.schedule);
}
