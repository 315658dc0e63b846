/* patal-schedule-pace.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-schedule-pace.h"

/* --- Which blocks --- */

/* What is asked of the trainers who share their batches: those of a block, a district or the state. */
typedef struct
{
  double all, most;  /* days: of all modules; of the one that asks most, for each who may teach it */
  int    n_trainers; /* at least so many may teach something */
} Asked;

static int
group_of (const PatalPlanData *data, int block)
{
  switch (data->rules.trainer_scope)
    {
    case PATAL_PLAN_BLOCK: return block;
    case PATAL_PLAN_STATE: return 0;
    default: return data->blocks[block].district;
    }
}

/* (transfer full): of each group. */
static Asked *
ask_trainers (const PatalTimetable *table)
{
  const PatalPlanData *data = table->data;
  int n_groups = MAX (MAX (data->n_blocks, data->n_districts), 1);
  Asked *asked = g_new0 (Asked, n_groups);
  g_autofree double *each = g_new (double, n_groups);

  for (int m = 0; m < table->n_modules; m++)
    {
      memset (each, 0, n_groups * sizeof *each);
      for (int c = 0; c < table->n_clusters; c++)
        {
          int batch = c * table->n_modules + m, group = group_of (data, table->block_of_cluster[c]);
          int days = data->modules[m].days * data->modules[m].team;
          int n = patal_timetable_bench (table, batch)->n;

          asked[group].all += days;
          asked[group].n_trainers = MAX (asked[group].n_trainers, n);
          each[group] += (double) days / MAX (n, 1);
        }
      for (int g = 0; g < n_groups; g++)
        asked[g].most = MAX (asked[g].most, each[g]);
    }
  return asked;
}

guint8 *
pace_find_blocks (const PatalTimetable *table)
{
  const PatalPlanData *data = table->data;
  guint8 *binds = g_new0 (guint8, MAX (data->n_blocks, 1));
  g_autofree Asked *asked = ask_trainers (table);
  g_autofree int *attended = g_new0 (int, MAX (data->n_blocks, 1)); /* days */

  for (int b = 0; b < table->n_batches; b++)
    {
      int n, officer = patal_timetable_officer (table, b, &n);

      attended[table->block_of_cluster[patal_timetable_cluster (table, b)]] += officer >= 0 ? n : 0;
    }
  for (int b = 0; b < data->n_blocks; b++)
    {
      const Asked *of = &asked[group_of (data, b)];

      binds[b] = attended[b] > MAX (of->most, of->all / MAX (of->n_trainers, 1));
    }
  return binds;
}

/* --- One block --- */

void
pace_init (Pace *self, const PatalTimetable *table, int block)
{
  const PatalPlanDays *days = table->days;
  const guint64 *usable = patal_plan_days_of (days, days->blocks, block);
  const guint64 *free = patal_plan_days_of (days, days->officers, table->data->blocks[block].officer);

  *self = (Pace) { .table = table, .block = block, .end = -1 };
  self->open = g_new0 (int, table->n_days + 1);
  self->starts = g_new0 (int, (gsize) table->n_modules * (table->n_days + 1));
  for (int d = 0; d < table->n_days; d++)
    {
      gboolean open = patal_days_has (usable, d) && patal_days_has (free, d);

      self->open[d + 1] = self->open[d] + open;
      for (int m = 0; m < table->n_modules; m++)
        {
          int *before = self->starts + (gsize) m * (table->n_days + 1) + d, n = table->data->modules[m].days;

          before[1] = before[0] + (open && d + n <= table->n_days && patal_days_has_run (usable, d, n));
        }
    }
}

void
pace_clear (Pace *self)
{
  g_free (self->open);
  g_free (self->starts);
}

static const int *
starts_of (const Pace *self, int module)
{
  return self->starts + (gsize) module * (self->table->n_days + 1);
}

/* The days of a batch of @module on which the officer is there. */
static int
attended_days (const Pace *self, int module)
{
  const PatalPlanData *data = self->table->data;

  return data->blocks[self->block].attend == PATAL_ATTEND_ALL ? data->modules[module].days : 1;
}

/* The last day on which @module may start if all ends on the day that is aimed at; those that come after it
 * have theirs. */
static int
last_start (const Pace *self, int module)
{
  const PatalPlanData *data = self->table->data;
  const int *starts = starts_of (self, module);
  int n = data->modules[module].days, last = self->end - n + 1;

  for (int m = 0; m < data->n_modules; m++)
    if (data->modules[m].after >> module & 1)
      last = MIN (last, self->last[m] - data->rules.gap_days - n + 1);
  while (last >= 0 && starts[last] == starts[last + 1])
    last--;
  return MAX (last, -1);
}

static void
aim_at (Pace *self, int end)
{
  int chain[PATAL_PLAN_MOST_MODULES], n = self->table->n_modules;

  self->end = end;
  patal_plan_data_order_modules (self->table->data, chain);
  for (int i = n - 1; i >= 0; i--)
    self->last[chain[i]] = last_start (self, chain[i]);
  for (int i = 0, at; i < n; i++)
    {
      for (at = i; at > 0 && self->last[self->order[at - 1]] > self->last[chain[i]]; at--)
        self->order[at] = self->order[at - 1];
      self->order[at] = chain[i];
    }
}

typedef enum
{
  NO_DAY_TO_SPARE,
  DAYS_TO_SPARE
} Spare;

/* How many days of @before there are from @day to @last. */
static int
days_until (const int *before, int day, int last)
{
  return last < day ? 0 : before[last + 1] - before[day];
}

/* How many days the officer has to spare for @module alone. */
static int
spare_of_module (const Pace *self, int module, int day, int n_left)
{
  return days_until (starts_of (self, module), day, self->last[module]) - n_left;
}

/* The least that the officer has to spare for the first 1, 2, … modules of the order, or for one alone. *@n
 * (nullable): how many modules are the first for which together nothing is spared; 0: there are none. */
static int
least_spare (const Pace *self, int day, const int *n_left, int *n)
{
  int least = G_MAXINT, asked = 0, first = 0;

  for (int i = 0; i < self->table->n_modules; i++)
    {
      int module = self->order[i], attended = attended_days (self, module);
      int last = MIN (self->last[module] + attended, self->table->n_days) - 1, free;

      if (n_left[module] == 0)
        continue;
      asked += n_left[module] * attended;
      free = days_until (self->open, day, last) - asked;
      if (free <= 0 && first == 0)
        first = i + 1;
      least = MIN (least, MIN (free, spare_of_module (self, module, day, n_left[module])));
    }
  if (n != NULL)
    *n = first;
  return least;
}

/* Those of the first @n of the order that have something left and, each alone, days to spare or none; the later
 * first. Returns how many. */
static int
list_modules (const Pace *self, int day, const int *n_left, int n, Spare spare, int *list)
{
  int n_listed = 0;

  for (int i = n - 1; i >= 0; i--)
    {
      int module = self->order[i];

      if (n_left[module] > 0
          && (spare_of_module (self, module, day, n_left[module]) > 0) == (spare == DAYS_TO_SPARE))
        list[n_listed++] = module;
    }
  return n_listed;
}

int
pace_hurry (Pace *self, int day, const int *n_left, int *hurried)
{
  int n_first, n;

  if (self->end < day)
    aim_at (self, day);
  while (self->end < self->table->n_days - 1 && least_spare (self, day, n_left, NULL) < 0)
    aim_at (self, self->end + 1);
  if (least_spare (self, day, n_left, &n_first) < 0)
    return 0; /* not all have room, and who begins first need not end */
  n = list_modules (self, day, n_left, n_first > 0 ? n_first : self->table->n_modules, NO_DAY_TO_SPARE, hurried);
  return n + list_modules (self, day, n_left, n_first, DAYS_TO_SPARE, hurried + n);
}
