/* patal-schedule-build.c: a calendar, day by day
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On each day the blocks take their turn, and each starts what it can. */
#include "patal-schedule-pace.h"
#include "patal-schedule-part.h"

/* Batches of one block and module that have no start yet. */
typedef struct
{
  int n, n_ready; /* of which so many do not wait for another module */
  int *batches;   /* in the order in which they are tried */
} Left;

typedef struct
{
  int   at, block; /* its place in the part, and in the data */
  int   officer;   /* or -1 */
  int   work;      /* days of training that have no start yet */
  int   rank;      /* smaller: earlier in turn */
  Left *left;      /* of each module */
  Pace *pace;      /* (nullable) */
} Turn;

typedef struct
{
  SchedulePart   *part;
  PatalTimetable *table;
  int             chain[PATAL_PLAN_MOST_MODULES]; /* the modules, each behind those that come before it */
  Turn           *turns;
  Left           *left;    /* [block of the part × module] */
  int            *batches; /* what they point into */
  int            *team;
} Build;

static gint
compare_turns (gconstpointer a, gconstpointer b)
{
  const Turn *one = a, *two = b;

  return one->rank != two->rank ? (one->rank < two->rank ? -1 : 1) : one->block - two->block;
}

static void
list_left (Build *self, const int *turn_of_block)
{
  const PatalTimetable *table = self->table;
  int *next = self->batches;

  for (int i = 0; i < self->part->n_batches; i++)
    {
      int batch = self->part->batches[i], block = table->block_of_cluster[patal_timetable_cluster (table, batch)];

      self->turns[turn_of_block[block]].left[batch % table->n_modules].n += table->start[batch] < 0;
    }
  for (guint i = 0; i < self->part->blocks->len * table->n_modules; i++)
    {
      self->left[i].batches = next;
      next += self->left[i].n;
      self->left[i].n = 0;
    }
  for (int i = 0; i < self->part->n_batches; i++)
    {
      int batch = self->part->batches[i], n;
      Turn *turn = &self->turns[turn_of_block[table->block_of_cluster[patal_timetable_cluster (table, batch)]]];
      Left *left = &turn->left[batch % table->n_modules];

      if (table->start[batch] >= 0)
        continue;
      left->batches[left->n++] = batch;
      left->n_ready += !patal_timetable_waits (table, batch);
      turn->work += patal_timetable_module (table, batch)->days;
      turn->officer = patal_timetable_officer (table, batch, &n);
    }
}

static void
build_init (Build *self, SchedulePart *part)
{
  guint n = part->blocks->len;
  g_autofree int *turn_of_block = g_new0 (int, part->table->data->n_blocks);

  *self = (Build) { .part = part, .table = part->table };
  patal_plan_data_order_modules (self->table->data, self->chain);
  self->turns = g_new0 (Turn, n);
  self->left = g_new0 (Left, (gsize) n * self->table->n_modules);
  self->batches = g_new (int, MAX (part->n_batches, 1));
  self->team = g_new (int, MAX (self->table->room, 1));
  for (guint i = 0; i < n; i++)
    {
      int block = g_array_index (part->blocks, int, i);

      self->turns[i] = (Turn) {
        .at = (int) i, .block = block, .officer = -1, .left = self->left + (gsize) i * self->table->n_modules,
      };
      if (part->paced[block])
        {
          self->turns[i].pace = g_new (Pace, 1);
          pace_init (self->turns[i].pace, self->table, block);
        }
      turn_of_block[block] = (int) i;
    }
  list_left (self, turn_of_block);
}

static void
build_clear (Build *self)
{
  for (guint i = 0; i < self->part->blocks->len; i++)
    if (self->turns[i].pace != NULL)
      {
        pace_clear (self->turns[i].pace);
        g_free (self->turns[i].pace);
      }
  g_free (self->turns);
  g_free (self->left);
  g_free (self->batches);
  g_free (self->team);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Build, build_clear)

/* The batch at @i starts on @day; what waited for it is ready. */
static void
start (Build *self, Turn *turn, Left *left, int i, int day)
{
  PatalTimetable *table = self->table;
  int batch = left->batches[i], module = batch % table->n_modules;

  patal_timetable_place (table, batch, day, self->team);
  turn->work -= table->data->modules[module].days;
  memmove (left->batches + i, left->batches + i + 1, (--left->n - i) * sizeof (int));
  left->n_ready--;
  for (int m = 0; m < table->n_modules; m++)
    if ((table->data->modules[m].after >> module & 1) && table->start[batch - module + m] < 0
        && !patal_timetable_waits (table, batch - module + m))
      turn->left[m].n_ready++;
}

static gboolean
officer_is_busy (const PatalTimetable *table, int officer, int day)
{
  return officer >= 0 && table->officer_at[(gsize) officer * table->n_days + day] >= 0;
}

static gboolean
is_open (const Build *self, const Turn *turn, int day)
{
  const PatalPlanDays *days = self->table->days;

  return patal_days_has (patal_plan_days_of (days, days->blocks, turn->block), day);
}

/* FALSE: the officer has no time for more on @day. */
static gboolean
start_module (Build *self, Turn *turn, int module, int day)
{
  PatalTimetable *table = self->table;
  gboolean anywhere = table->data->rules.trainer_most_metres == 0; /* then all venues of a block have the same bench */
  Left *left = &turn->left[module];

  for (int i = 0; i < left->n && left->n_ready > 0; i++)
    {
      int batch = left->batches[i], found;

      if (!patal_days_has (table->starts + (gsize) batch * table->days->n_words, day)
          || day + table->data->modules[module].days - 1 > self->part->late[batch] || patal_timetable_waits (table, batch)
          || !patal_timetable_fits (table, batch, day))
        continue;
      if (!patal_timetable_choose (table, batch, day, self->team, &found))
        {
          if (anywhere)
            return TRUE;
          continue;
        }
      start (self, turn, left, i--, day);
      if (officer_is_busy (table, turn->officer, day))
        return FALSE;
    }
  return TRUE;
}

/* What must start now if the officer is not to wait at the end. FALSE: the officer has no time for more. */
static gboolean
start_what_must (Build *self, Turn *turn, int day)
{
  int n_left[PATAL_PLAN_MOST_MODULES], hurried[PATAL_PLAN_MOST_MODULES], n;

  for (int m = 0; m < self->table->n_modules; m++)
    n_left[m] = turn->left[m].n;
  n = pace_hurry (turn->pace, day, n_left, hurried);
  for (int i = 0; i < n; i++)
    if (!start_module (self, turn, hurried[i], day))
      return FALSE;
  return TRUE;
}

/* Later modules first, but for @first and those that must: they are what is waited for at the end. */
static void
start_what_can (Build *self, Turn *turn, int day, int first)
{
  if (officer_is_busy (self->table, turn->officer, day) || (first >= 0 && !start_module (self, turn, first, day))
      || (first < 0 && turn->pace != NULL && !start_what_must (self, turn, day)))
    return;
  for (int i = self->table->n_modules - 1; i >= 0; i--)
    if (self->chain[i] != first && !start_module (self, turn, self->chain[i], day))
      return;
}

void
schedule_part_build (SchedulePart *self, const BuildOrder *order)
{
  g_auto (Build) build = { 0 };
  int n = (int) self->blocks->len, n_days = self->table->n_days;

  build_init (&build, self);
  for (int day = 0; day < n_days && !schedule_part_is_stopped (self); day++)
    {
      for (int i = 0; i < n; i++)
        {
          Turn *turn = &build.turns[i];

          turn->rank = order->rank[(gsize) turn->at * n_days + day] - (order->by_work ? turn->work : 0);
        }
      qsort (build.turns, n, sizeof (Turn), compare_turns);
      for (int i = 0; i < n; i++)
        if (is_open (&build, &build.turns[i], day))
          start_what_can (&build, &build.turns[i], day, order->first[(gsize) build.turns[i].at * n_days + day]);
    }
}
