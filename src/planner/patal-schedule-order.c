/* patal-schedule-order.c: in which order a calendar is best filled
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A calendar that is filled day by day is wholly given by the order of the blocks and the module that each tries
 * first, on each day. Those with most work left first give early ends of districts, a fixed order of the blocks gives
 * early ends of blocks; where on one day some blocks begin with one module and some with another, the trainers are
 * spread. The best of many orders by lot, or that of the calendar there is, is changed in a few places, and stays so
 * if that is no worse. */
#include "patal-schedule-part.h"

#define FIRST_ORDERS   40   /* by lot */
#define MOST_CHANGES   6    /* of an order, at once */
#define FIXED_SPREAD   1000 /* blocks seldom draw the same */
#define BATCHES_A_STEP 32   /* to place so many takes about as long as one step of other searches */

typedef struct
{
  BuildOrder order;
  int        spread; /* ranks are drawn below it */
  PartWorth  worth;
} Draft;

static Draft *
draft_new (const SchedulePart *part)
{
  gsize n = (gsize) part->blocks->len * part->table->n_days;
  Draft *self = g_new0 (Draft, 1);

  self->order.rank = g_new0 (int, n);
  self->order.first = g_new (gint8, n);
  self->worth.heads_without = G_MAXINT64;
  return self;
}

static void
draft_free (Draft *self)
{
  g_free (self->order.rank);
  g_free (self->order.first);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Draft, draft_free)

/* The first is the plain one: most work first, later modules first. */
static void
draw_order (SchedulePart *part, Draft *draft, int number)
{
  static const int shares[] = { 0, 30, 60, 100 }; /* of days with a module by lot, per cent */
  int share = shares[number / 2 % (int) G_N_ELEMENTS (shares)], n_days = part->table->n_days;
  BuildOrder *order = &draft->order;

  order->by_work = number % 2 == 0;
  draft->spread = order->by_work ? 1 + number : FIXED_SPREAD;
  for (guint i = 0; i < part->blocks->len; i++)
    {
      int fixed = patal_random_below (&part->random, FIXED_SPREAD);

      for (int d = 0; d < n_days; d++)
        {
          gsize at = (gsize) i * n_days + d;

          order->rank[at] = order->by_work ? patal_random_below (&part->random, draft->spread) : fixed;
          order->first[at] = -1;
          if (patal_random_below (&part->random, 100) < share)
            order->first[at] = (gint8) patal_random_below (&part->random, part->table->n_modules);
        }
    }
}

/* An order that the calendar in the table might come from: who starts something on a day is before the others. */
static void
read_order (const SchedulePart *part, Draft *draft)
{
  const PatalTimetable *table = part->table;
  int n_days = table->n_days;
  BuildOrder *order = &draft->order;
  g_autofree int *at_of_block = g_new (int, table->data->n_blocks);

  order->by_work = FALSE;
  draft->spread = FIXED_SPREAD;
  for (guint i = 0; i < part->blocks->len; i++)
    {
      at_of_block[g_array_index (part->blocks, int, i)] = (int) i;
      for (int d = 0; d < n_days; d++)
        {
          order->rank[(gsize) i * n_days + d] = FIXED_SPREAD;
          order->first[(gsize) i * n_days + d] = -1;
        }
    }
  for (int i = 0; i < part->n_batches; i++)
    {
      int batch = part->batches[i], c = patal_timetable_cluster (table, batch);
      gsize at = (gsize) at_of_block[table->block_of_cluster[c]] * n_days + table->start[batch];

      if (table->start[batch] < 0)
        continue;
      order->rank[at] = 0;
      order->first[at] = (gint8) (batch % table->n_modules);
    }
}

static void
change_order (SchedulePart *part, Draft *draft, const Draft *from)
{
  int n_days = part->table->n_days;
  gsize n = (gsize) part->blocks->len * n_days;
  BuildOrder *order = &draft->order;

  order->by_work = from->order.by_work;
  draft->spread = from->spread;
  memcpy (order->rank, from->order.rank, n * sizeof (int));
  memcpy (order->first, from->order.first, n);
  for (int i = 1 + patal_random_below (&part->random, MOST_CHANGES); i > 0; i--)
    {
      gsize block = (gsize) patal_random_below (&part->random, (int) part->blocks->len);
      int day = patal_random_below (&part->random, n_days), rank;

      if (patal_random_below (&part->random, 3) > 0)
        {
          order->first[block * n_days + day]
              = (gint8) (patal_random_below (&part->random, part->table->n_modules + 1) - 1);
          continue;
        }
      rank = patal_random_below (&part->random, draft->spread);
      for (int d = day + patal_random_below (&part->random, n_days - day); d >= day; d--)
        order->rank[block * n_days + d] = rank;
    }
}

void
schedule_part_order (SchedulePart *self, guint64 steps)
{
  g_autoptr (Draft) best = draft_new (self), next = draft_new (self);
  guint64 end = self->steps + steps;
  gboolean has_best = self->best.heads_without < G_MAXINT64; /* it stands in the table */

  if (self->blocks->len == 0)
    return;
  schedule_part_allow_all_days (self);
  for (int i = 0; i == 0 || (self->steps < end && !schedule_part_is_stopped (self)); i++)
    {
      if (i == 0 && has_best)
        read_order (self, next);
      else if (i < FIRST_ORDERS && !has_best)
        draw_order (self, next, i);
      else
        change_order (self, next, best);
      schedule_part_empty (self);
      schedule_part_build (self, &next->order);
      self->steps += 1 + self->n_batches / BATCHES_A_STEP;
      next->worth = schedule_part_worth (self);
      if (schedule_part_compare (&next->worth, &self->best) <= 0) /* of equals the one with shorter ways */
        schedule_part_keep (self);
      if (schedule_part_compare (&next->worth, &best->worth) <= 0)
        {
          Draft *worse = best;

          best = next;
          next = worse;
        }
    }
}
