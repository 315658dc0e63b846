/* patal-schedule-chain.c: a batch gets a place, and as few others as possible move for it
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever is in the way on some day is lifted and looks for a place in turn: first the ways in which no other
 * moves are tried, then those in which one does, then two. What leads nowhere is undone. */
#include "patal-schedule-squeeze.h"

#define MOST_MOVED   2  /* for one that has no place */
#define WEIGHT_HOME  16 /* of one that stands where it should stay */
#define WEIGHT_LATER 8  /* more, of one for which others of its cluster wait: they would have to follow */
#define BY_LOT       8  /* below it: of equals now one is lifted, now another */

typedef struct
{
  Squeeze squeeze;
  guint64 end; /* of the part's steps */
} Chain;

static void
chain_clear (Chain *self)
{
  squeeze_clear (&self->squeeze);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chain, chain_clear)

static void
weigh (Chain *self)
{
  SchedulePart *part = self->squeeze.part;
  const PatalPlanData *data = part->table->data;

  for (int i = 0; i < part->n_batches; i++)
    {
      int batch = part->batches[i], module = batch % data->n_modules;
      int weight = 1 + patal_random_below (&part->random, BY_LOT);

      if (squeeze_is_home (&self->squeeze, batch))
        weight += WEIGHT_HOME;
      for (int m = 0; m < data->n_modules; m++)
        if (data->modules[m].after >> module & 1)
          weight += WEIGHT_LATER;
      self->squeeze.weight[batch] = weight;
    }
}

static gboolean settle (Chain *self, int batch, int n_more);

/* @batch starts on @day, and those in its way go, with those that go for them @n_more at most. FALSE: all is as
 * before. */
static gboolean
settle_on (Chain *self, int batch, int day, int n_more)
{
  Squeeze *squeeze = &self->squeeze;
  guint before = squeeze->trail->len;
  Lifted lifted = { 0 };
  gboolean settled;

  if (!squeeze_may_start (squeeze, batch, day) || !squeeze_find_lifted (squeeze, batch, day, G_MAXINT64, &lifted)
      || lifted.n == 0 || lifted.n > n_more)
    return FALSE;
  squeeze->part->steps++;
  for (int i = 0; i < lifted.n; i++)
    squeeze_lift (squeeze, lifted.batches[i]);
  settled = patal_timetable_fits (squeeze->table, batch, day) && squeeze_staff (squeeze, batch, day, TEAM_BY_RELIEF);
  if (settled)
    squeeze_place (squeeze, batch, day, squeeze->team);
  for (int i = 0; i < lifted.n && settled; i++)
    settled = settle (self, lifted.batches[i], n_more - lifted.n);
  if (!settled)
    squeeze_undo (squeeze, before);
  return settled;
}

/* The days near the one it had first. */
static gboolean
settle (Chain *self, int batch, int n_more)
{
  const SchedulePart *part = self->squeeze.part;
  int n_days = part->table->n_days, home = part->home[batch] >= 0 ? part->home[batch] : 0;

  if (squeeze_place_freely (&self->squeeze, batch, TEAM_BY_RELIEF))
    return TRUE;
  for (int i = 0; i < n_days && n_more > 0 && part->steps < self->end; i++)
    if (settle_on (self, batch, (home + i) % n_days, n_more))
      return TRUE;
  return FALSE;
}

gboolean
schedule_part_chain (SchedulePart *part, GArray *pool, guint64 steps)
{
  g_auto (Chain) self = { .end = part->steps + steps };

  squeeze_init (&self.squeeze, part);
  self.squeeze.trail = g_array_new (FALSE, FALSE, sizeof (Footprint));
  self.squeeze.teams = g_array_new (FALSE, FALSE, sizeof (int));
  weigh (&self);
  for (int n_more = 0; n_more <= MOST_MOVED; n_more++)
    for (guint i = 0; i < pool->len && !schedule_part_is_stopped (part);)
      if (settle (&self, g_array_index (pool, int, i), n_more))
        g_array_remove_index (pool, i);
      else
        i++;
  return pool->len == 0;
}
