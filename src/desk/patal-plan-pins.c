/* patal-plan-pins.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-pins.h"
#include "patal-plan-words.h"
#include "patal-schedule-move.h"
#include <glib/gi18n-lib.h>

enum
{
  CLUSTER,
  MODULE
};

/* --- Read --- */

static int
find_cluster (const PatalPlanOutcome *outcome, const char *id)
{
  for (int c = 0; c < outcome->clusters->n; c++)
    if (g_str_equal (outcome->ids[c], id))
      return c;
  return -1;
}

/* @sentence (transfer full) */
static void
remark (PatalPlanRows *rows, guint column, GPtrArray *remarks, char *sentence)
{
  g_ptr_array_add (remarks, patal_plan_rows_remark (rows, column, "%s", sentence));
  g_free (sentence);
}

static void
pin (const PatalPlanOutcome *outcome, const PatalSchedule *old, int cluster, int module, PatalPlanRows *rows,
     GPtrArray *remarks, guint8 *pinned)
{
  int batch = cluster * outcome->files->data.n_modules + module;

  pinned[batch] = old->start[batch] >= 0;
  if (!pinned[batch])
    remark (rows, CLUSTER, remarks,
            g_strdup_printf (_ ("%s, %s has no date, so it cannot be pinned."), outcome->ids[cluster],
                             patal_plan_ids_name (&outcome->files->modules, module)));
}

static gboolean
read_row (const PatalPlanOutcome *outcome, const PatalSchedule *old, PatalPlanRows *rows, GPtrArray *remarks,
          guint8 *pinned, GError **error)
{
  const PatalPlanFiles *files = outcome->files;
  const char *id, *module_id = patal_plan_rows_text (rows, MODULE);
  int cluster, module = patal_plan_ids_find (&files->modules, module_id);

  if (!patal_plan_rows_id (rows, CLUSTER, TRUE, &id, error))
    return FALSE;
  cluster = find_cluster (outcome, id);
  if (cluster < 0)
    remark (rows, CLUSTER, remarks,
            g_strdup_printf (_ ("There is no cluster “%s” any more, so the row counts for nothing."),
                             patal_plan_rows_shown (rows, CLUSTER)));
  else if (module < 0 && *module_id != '\0')
    remark (rows, MODULE, remarks,
            g_strdup_printf (_ ("There is no module “%s” any more, so the row counts for nothing."),
                             patal_plan_rows_shown (rows, MODULE)));
  else
    for (int m = MAX (module, 0); m < (module < 0 ? files->data.n_modules : module + 1); m++)
      pin (outcome, old, cluster, m, rows, remarks, pinned);
  return TRUE;
}

guint8 *
patal_plan_pins_read (const PatalPlanOutcome *outcome, const PatalSchedule *old, const char *path,
                      GPtrArray *remarks, GError **error)
{
  static const PatalPlanColumn columns[]
      = { { "cluster_id", PATAL_PLAN_MUST_HAVE }, { "module_id", PATAL_PLAN_MAY_LACK } };
  g_auto (PatalPlanRows) rows = { 0 };
  g_autofree guint8 *pinned = g_new0 (guint8, MAX (old->n, 1));

  if (!patal_plan_rows_open (&rows, path, FALSE, columns, G_N_ELEMENTS (columns), NULL, error))
    return NULL;
  while (patal_plan_rows_next (&rows))
    if (!read_row (outcome, old, &rows, remarks, pinned, error))
      return NULL;
  return g_steal_pointer (&pinned);
}

/* --- Judged --- */

static void
judge (const PatalPlanOutcome *outcome, PatalMover *mover, PatalDay first, int batch, GPtrArray *remarks)
{
  const PatalSchedule *schedule = outcome->schedule;
  int n_modules = outcome->files->data.n_modules;
  PatalMove move = { batch, schedule->start[batch], -1, schedule->team + (gsize)batch * schedule->room, 0 };
  GArray *breaks;

  while (move.n_team < schedule->room && move.team[move.n_team] >= 0)
    move.n_team++;
  breaks = patal_mover_ask (mover, &move)->breaks;
  for (guint i = 0; i < breaks->len; i++)
    {
      const PatalBreak *it = &g_array_index (breaks, PatalBreak, i);
      g_autofree char *start = patal_day_format (first + move.day),
                      *words = patal_plan_break_words (outcome, first, it);

      /* Translators: a cluster, a module, the day on which it begins, and which rule is broken. */
      g_ptr_array_add (remarks, g_strdup_printf (_("Pinned, and against the rules: %s, %s on %s. %s"),
                                                 outcome->ids[batch / n_modules],
                                                 patal_plan_ids_name (&outcome->files->modules, batch % n_modules),
                                                 start, words));
    }
}

void
patal_plan_pins_judge (const PatalPlanOutcome *outcome, const PatalPlanMap *map, const PatalPlanDays *days,
                       const guint8 *pinned, GPtrArray *remarks)
{
  const PatalSchedule *schedule = outcome->schedule;
  PatalDay today = outcome->files->data.rules.today;
  g_autoptr (PatalMover) mover = patal_mover_new (map, days, outcome->clusters, schedule, NULL);

  for (int b = 0; b < schedule->n; b++)
    if (pinned[b] && schedule->start[b] >= 0
        && !(today != PATAL_DAY_NONE && days->first + schedule->start[b] <= today))
      judge (outcome, mover, days->first, b, remarks);
}
