/* patal-schedule-block.c: no schedule of all batches can end earlier
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By counting: the modules of a cluster one after another, the officer's days, the halls' days, and the days of those who may teach. */
#include "patal-schedule-part.h"

/* The last day of the @nth (1, …) day of @set, with @n_more behind it; n_days: there are not so many. */
static int
nth_day (const PatalTimetable *table, const guint64 *set, int nth, int n_more)
{
  for (int day = 0; day < table->n_days; day++)
    if (patal_days_has (set, day) && --nth == 0)
      return day + n_more;
  return table->n_days;
}

/* Each module as early as its own days and those before it let it. */
static int
end_of_chain (const PatalTimetable *table, int cluster, const int *order)
{
  int ends[PATAL_PLAN_MOST_MODULES], last = -1;

  for (int i = 0; i < table->n_modules; i++)
    {
      int m = order[i], day = 0, batch = cluster * table->n_modules + m;

      for (int a = 0; a < table->n_modules; a++)
        if (table->data->modules[m].after >> a & 1)
          day = MAX (day, ends[a] + table->data->rules.gap_days);
      while (day < table->n_days && !patal_days_has (table->starts + (gsize) batch * table->days->n_words, day))
        day++;
      if (day >= table->n_days)
        return table->n_days;
      ends[m] = day + table->data->modules[m].days - 1;
      last = MAX (last, ends[m]);
    }
  return last;
}

static int
end_of_officer (const PatalTimetable *table, int block, int n_clusters)
{
  const PatalPlanBlock *is = &table->data->blocks[block];
  const guint64 *usable = patal_plan_days_of (table->days, table->days->blocks, block);
  g_autofree guint64 *set = g_new0 (guint64, table->days->n_words);
  int last = -1, all = 0;

  if (is->officer < 0 || is->attend == PATAL_ATTEND_NONE)
    return -1;
  for (int m = 0; m < table->n_modules; m++)
    {
      int n = table->data->modules[m].days, need = 0;

      all += n;
      if (is->attend == PATAL_ATTEND_ALL)
        continue;
      for (int k = 0; k < table->n_modules; k++)
        need += table->data->modules[k].days >= n ? n_clusters : 0;
      memset (set, 0, table->days->n_words * sizeof (guint64));
      for (int day = 0; day + n <= table->n_days; day++)
        if (patal_days_has_run (usable, day, n) && patal_days_has (patal_plan_days_of (table->days, table->days->officers, is->officer), day))
          patal_days_add (set, day, 1);
      last = MAX (last, nth_day (table, set, need, n - 1));
    }
  if (is->attend == PATAL_ATTEND_FIRST)
    return last;
  for (int w = 0; w < table->days->n_words; w++)
    set[w] = usable[w] & patal_plan_days_of (table->days, table->days->officers, is->officer)[w];
  return nth_day (table, set, n_clusters * all, 0);
}

static int
end_of_venue (const PatalTimetable *table, int venue, int n_clusters)
{
  g_autofree guint64 *set = g_new (guint64, table->days->n_words);
  int halls = table->data->venues[venue].halls, days = n_clusters * patal_plan_data_days_of_cluster (table->data);

  for (int w = 0; w < table->days->n_words; w++)
    set[w] = patal_plan_days_of (table->days, table->days->blocks, table->data->venues[venue].block)[w]
             & patal_plan_days_of (table->days, table->days->venues, venue)[w];
  return nth_day (table, set, (days + halls - 1) / halls, 0);
}

int *
schedule_part_block_bounds (const SchedulePart *self)
{
  const PatalTimetable *table = self->table;
  int *bounds = g_new (int, table->data->n_blocks), order[PATAL_PLAN_MOST_MODULES];
  g_autofree int *n_clusters = g_new0 (int, table->data->n_blocks);

  patal_plan_data_order_modules (table->data, order);
  for (guint i = 0; i < self->blocks->len; i++)
    bounds[g_array_index (self->blocks, int, i)] = -1;
  for (guint i = 0; i < self->clusters->len; i++)
    {
      int c = g_array_index (self->clusters, int, i), end = end_of_chain (table, c, order), venue = table->venue_of_cluster[c], n = 0;

      while (table->venue_clusters[venue][n] >= 0)
        n++;
      if (n > 0 && table->venue_clusters[venue][0] == c && table->home_blocks[c]->len == 1) /* once for each venue */
        end = MAX (end, end_of_venue (table, venue, n));
      for (guint h = 0; h < table->home_blocks[c]->len; h++)
        bounds[g_array_index (table->home_blocks[c], int, h)] = MAX (bounds[g_array_index (table->home_blocks[c], int, h)], end);
      n_clusters[table->block_of_cluster[c]] += table->home_blocks[c]->len == 1;
    }
  for (guint i = 0; i < self->blocks->len; i++)
    {
      int b = g_array_index (self->blocks, int, i);

      if (n_clusters[b] > 0)
        bounds[b] = MAX (bounds[b], end_of_officer (table, b, n_clusters[b]));
    }
  return bounds;
}
