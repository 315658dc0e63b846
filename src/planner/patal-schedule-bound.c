/* patal-schedule-bound.c: bounds of Z1, Z2 and R1
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days are counted from the first of each block's own window, as the objectives do: by day 12 all blocks of a
 * district are done when each is by its own twelfth day. The least day on which nothing is short is a bound.
 */
#include "patal-schedule-bound.h"
#include "patal-schedule-count.h"
#include "patal-schedule-hit.h"
#include "patal-schedule-part.h"

typedef struct
{
  const PatalTimetable *table;
  ScheduleCount count;
  int *last;         /* of each block: what is counted now */
  GArray **home;     /* of each block: clusters of its units (int); NULL: none */
  int *least;        /* of each block: its bound, in days of its window; 0: nothing is held */
  GArray **trainers; /* of each district, or with the scope block of each block: int */
} Least;

static gboolean
is_fixed (const PatalPlanMap *map, const PatalPlanDays *days, const PatalSchedule *old, const guint8 *pinned,
          int batch)
{
  PatalDay today = map->data->rules.today;

  return old != NULL && old->start[batch] >= 0
         && ((pinned != NULL && pinned[batch])
             || (today != PATAL_DAY_NONE && days->first + old->start[batch] <= today));
}

/* The day of its window on which @day is. */
static int
own_day (const Least *self, int block, int day)
{
  return day - (self->table->days->window[block].from - self->table->days->first) + 1;
}

static int
n_lists (const PatalPlanData *data)
{
  return MAX (MAX (data->n_blocks, data->n_districts), 1);
}

static void
least_init (Least *self, const PatalTimetable *table, const guint8 *counted, int first_day)
{
  int n = n_lists (table->data);

  *self = (Least){ .table = table,
                   .last = g_new (int, n),
                   .least = g_new0 (int, n),
                   .home = g_new0 (GArray *, n),
                   .trainers = g_new0 (GArray *, n) };
  schedule_count_init (&self->count, table, counted, first_day);
  self->count.whole = TRUE;
}

static void
least_clear (Least *self)
{
  for (int i = 0; i < n_lists (self->table->data); i++)
    {
      g_clear_pointer (&self->home[i], g_array_unref);
      g_clear_pointer (&self->trainers[i], g_array_unref);
    }
  g_free (self->home);
  g_free (self->trainers);
  g_free (self->last);
  g_free (self->least);
  schedule_count_clear (&self->count);
}

static void
append (GArray **list, int value)
{
  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_val (*list, value);
}

static void
add_cluster (Least *self, int cluster)
{
  const PatalPlanData *data = self->table->data;
  int at = data->blocks[self->table->block_of_cluster[cluster]].district;

  for (guint i = 0; i < self->table->home_blocks[cluster]->len; i++)
    {
      int block = g_array_index (self->table->home_blocks[cluster], int, i);

      if (data->blocks[block].district == at) /* else rule C4 is broken */
        append (&self->home[block], cluster);
    }
}

/* What stays where it is holds its blocks until then. */
static void
add_fixed (Least *self, int batch, int day)
{
  const GArray *blocks = self->table->home_blocks[patal_timetable_cluster (self->table, batch)];

  for (guint i = 0; i < blocks->len; i++)
    {
      int block = g_array_index (blocks, int, i);
      int end = own_day (self, block, day + patal_timetable_module (self->table, batch)->days - 1);

      self->least[block] = MAX (self->least[block], end);
    }
}

/* Who may teach in each district, or in each block. */
static void
sort_trainers (Least *self)
{
  const PatalPlanData *data = self->table->data;
  PatalPlanScope scope = data->rules.trainer_scope;

  for (int t = 0; t < data->n_trainers; t++)
    {
      int block = data->trainers[t].block;

      if (scope != PATAL_PLAN_STATE)
        append (&self->trainers[scope == PATAL_PLAN_BLOCK ? block : data->blocks[block].district], t);
      for (int d = 0; d < data->n_districts && scope == PATAL_PLAN_STATE; d++)
        append (&self->trainers[d], t);
    }
  for (int i = 0; i < n_lists (data); i++)
    if (self->trainers[i] == NULL)
      self->trainers[i] = g_array_new (FALSE, FALSE, sizeof (int));
}

/* --- The least day on which nothing is short --- */

typedef gboolean (*ShortFunc) (const Least *self, const CountGroup *group, int what);

static void
set_day (Least *self, const CountGroup *group, int day)
{
  for (guint i = 0; i < group->blocks->len; i++)
    {
      int b = g_array_index (group->blocks, int, i);
      const PatalSpan *window = &self->table->days->window[b];

      self->last[b] = MIN (window->from + day - 1, window->to) - self->table->days->first;
    }
}

/* From @day on; @day itself where something is short however late it is. */
static int
least_day (Least *self, const CountGroup *group, int what, int day, ShortFunc is_short)
{
  int low = day, high = self->table->n_days;

  set_day (self, group, day);
  if (!is_short (self, group, what))
    return day;
  set_day (self, group, high);
  if (is_short (self, group, what))
    return day;
  while (high - low > 1)
    {
      int middle = (low + high) / 2;

      set_day (self, group, middle);
      if (is_short (self, group, what))
        low = middle;
      else
        high = middle;
    }
  return high;
}

static gboolean
officer_is_short (const Least *self, const CountGroup *group, int officer)
{
  return schedule_count_officer (&self->count, group, officer, PATAL_ATTEND_ALL).out > 0;
}

static gboolean
venue_is_short (const Least *self, const CountGroup *group, int venue)
{
  return schedule_count_venue (&self->count, group, venue).out > 0;
}

static gboolean
trainers_are_short (const Least *self, const CountGroup *group, int of)
{
  return schedule_count_trainers (&self->count, group, self->trainers[of], 0).out > 0;
}

/* --- Blocks --- */

/* (transfer full): those of @clusters at each of their venues, in each block of their venues, or with each of
 * their officers. */
typedef int (*KeyFunc) (const Least *self, int cluster);

static int
venue_of (const Least *self, int cluster)
{
  return self->table->venue_of_cluster[cluster];
}

static int
block_of (const Least *self, int cluster)
{
  return self->table->block_of_cluster[cluster];
}

static int
officer_of (const Least *self, int cluster)
{
  return self->table->data->blocks[self->table->block_of_cluster[cluster]].officer;
}

static GHashTable *
sort_clusters (const Least *self, const GArray *clusters, KeyFunc key_of)
{
  GHashTable *sorted = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);

  for (guint i = 0; i < clusters->len; i++)
    {
      int c = g_array_index (clusters, int, i), key = key_of (self, c);
      GArray *of = key >= 0 ? g_hash_table_lookup (sorted, GINT_TO_POINTER (key + 1)) : NULL;

      if (key >= 0 && of == NULL)
        {
          of = g_array_new (FALSE, FALSE, sizeof (int));
          g_hash_table_insert (sorted, GINT_TO_POINTER (key + 1), of);
        }
      if (of != NULL)
        g_array_append_val (of, c);
    }
  return sorted;
}

/* The greatest of the least days, of each key alone: in which order they come does not matter. */
static int
least_day_of_each (Least *self, const GArray *clusters, GArray *blocks, KeyFunc key_of, int day,
                   ShortFunc is_short)
{
  g_autoptr (GHashTable) sorted = sort_clusters (self, clusters, key_of);
  GHashTableIter each;
  gpointer key, of;

  g_hash_table_iter_init (&each, sorted);
  while (g_hash_table_iter_next (&each, &key, &of))
    {
      CountGroup group = { of, blocks, self->last };

      day = least_day (self, &group, GPOINTER_TO_INT (key) - 1, day, is_short);
    }
  return day;
}

static void
bound_block (Least *self, int block)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (int));
  int day = self->least[block];

  if (self->home[block] == NULL)
    return;
  g_array_append_val (blocks, block);
  for (guint i = 0; i < self->home[block]->len; i++)
    {
      int out, end = schedule_count_chain (&self->count, g_array_index (self->home[block], int, i),
                                           self->table->n_days - 1, &out);

      if (end >= 0 && out == 0)
        day = MAX (day, own_day (self, block, end));
    }
  if (day > 0) /* something is held */
    {
      day = least_day_of_each (self, self->home[block], blocks, officer_of, day, officer_is_short);
      day = least_day_of_each (self, self->home[block], blocks, venue_of, day, venue_is_short);
      if (self->trainers[block] != NULL && self->table->data->rules.trainer_scope == PATAL_PLAN_BLOCK)
        day = least_day_of_each (self, self->home[block], blocks, block_of, day, trainers_are_short);
    }
  self->least[block] = day;
}

/* --- Districts --- */

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

static int
compare_needs (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, two = *(const gint64 *)b;

  return one < two ? -1 : one > two;
}

/* By the time that so many blocks are done, the trainers have taught at least what the smallest so many ask
 * for: raises @done, the days by which 1, 2, … blocks of the group are. */
static void
raise_by_trainers (Least *self, const CountGroup *group, const GArray *trainers, guint64 modules, int *done)
{
  g_autofree gint64 *need = g_new (gint64, group->blocks->len);
  gint64 sum = 0;
  int day = 0;

  for (guint i = 0; i < group->blocks->len; i++)
    need[i] = schedule_count_need (&self->count, self->home[g_array_index (group->blocks, int, i)], modules);
  qsort (need, group->blocks->len, sizeof *need, compare_needs);
  for (guint i = 0; i < group->blocks->len; i++)
    {
      int low = MAX (day, done[i]) - 1, high = self->table->n_days;

      sum += need[i];
      set_day (self, group, high);
      if (schedule_count_have (&self->count, group, trainers, modules) < sum)
        return; /* of a plan that breaks rules */
      while (high - low > 1)
        {
          int middle = (low + high) / 2;

          set_day (self, group, middle);
          if (schedule_count_have (&self->count, group, trainers, modules) < sum)
            low = middle;
          else
            high = middle;
        }
      done[i] = day = high;
    }
}

/* Adds what the blocks of @district come to. */
static void
bound_district (Least *self, int district, PatalScheduleBound *bound)
{
  const PatalPlanData *data = self->table->data;
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (int)),
                     clusters = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree int *done = g_new0 (int, data->n_blocks);
  CountGroup group = { clusters, blocks, self->last };
  int day = 0;

  for (int b = 0; b < data->n_blocks; b++)
    if (data->blocks[b].district == district && self->least[b] > 0 && self->home[b] != NULL)
      {
        done[blocks->len] = self->least[b];
        day = MAX (day, self->least[b]);
        g_array_append_val (blocks, b);
        for (guint i = 0; i < self->home[b]->len; i++)
          {
            int c = g_array_index (self->home[b], int, i);

            if (g_array_index (self->table->home_blocks[c], int, 0)
                == b) /* once, though it be of several blocks */
              g_array_append_val (clusters, c);
          }
      }
  if (blocks->len == 0)
    return;
  day = least_day_of_each (self, clusters, blocks, officer_of, day, officer_is_short);
  qsort (done, blocks->len, sizeof *done, compare_ints);
  if (data->rules.trainer_scope != PATAL_PLAN_BLOCK)
    {
      day = least_day (self, &group, district, day, trainers_are_short);
      for (guint i = 0; i < self->count.sets->len && !data->rules.cross_block; i++)
        raise_by_trainers (self, &group, self->trainers[district],
                           g_array_index (self->count.sets, guint64, i), done);
    }
  bound->makespan_days += day;
  for (guint i = 0; i < blocks->len; i++)
    bound->block_days += done[i];
}

/* Of those with a date in @schedule. */
static int
count_must_move (const PatalTimetable *table, const PatalSchedule *schedule, const PatalSchedule *old,
                 const guint8 *pinned)
{
  g_autofree int *batches = g_new (int, MAX (schedule->n, 1));
  g_autofree guint8 *fixed = g_new0 (guint8, MAX (schedule->n, 1));
  int n = 0;

  for (int b = 0; b < schedule->n; b++)
    {
      fixed[b] = is_fixed (table->map, table->days, old, pinned, b);
      if (schedule->start[b] >= 0)
        batches[n++] = b;
    }
  return schedule_must_move (table, batches, n, old->start, fixed);
}

PatalScheduleBound
patal_schedule_bound (const PatalPlanMap *map, const PatalPlanDays *days, const PatalClusters *clusters,
                      const PatalSchedule *schedule, const PatalSchedule *old, const guint8 *pinned)
{
  PatalDay today = old != NULL ? map->data->rules.today : PATAL_DAY_NONE;
  PatalScheduleBound bound = { 0 };
  g_autofree guint8 *counted = g_new0 (guint8, MAX (schedule->n, 1));
  PatalTimetable table;
  Least self;

  patal_timetable_init (&table, map, days, clusters);
  least_init (&self, &table, counted, today != PATAL_DAY_NONE ? today - days->first + 1 : 0);
  sort_trainers (&self);
  for (int c = 0; c < clusters->n; c++)
    add_cluster (&self, c);
  for (int b = 0; b < schedule->n; b++)
    if (schedule->start[b] >= 0 && is_fixed (map, days, old, pinned, b))
      add_fixed (&self, b, schedule->start[b]);
    else
      counted[b] = schedule->start[b] >= 0;
  for (int b = 0; b < map->data->n_blocks; b++)
    bound_block (&self, b);
  for (int d = 0; d < map->data->n_districts; d++)
    bound_district (&self, d, &bound);
  if (old != NULL)
    bound.moved = count_must_move (&table, schedule, old, pinned);
  least_clear (&self);
  patal_timetable_clear (&table);
  return bound;
}

int *
schedule_part_block_bounds (const SchedulePart *self)
{
  const PatalTimetable *table = self->table;
  int *bounds = g_new (int, table->data->n_blocks);
  g_autofree guint8 *counted = g_new (guint8, MAX (table->n_batches, 1));
  Least least;

  memset (counted, TRUE, table->n_batches);
  least_init (&least, table, counted, 0);
  for (guint i = 0; i < self->clusters->len; i++)
    add_cluster (&least, g_array_index (self->clusters, int, i));
  for (guint i = 0; i < self->blocks->len; i++)
    {
      int block = g_array_index (self->blocks, int, i);

      bound_block (&least, block);
      bounds[block] = least.least[block] - own_day (&least, block, 0); /* from the first day of all windows */
    }
  least_clear (&least);
  return bounds;
}
