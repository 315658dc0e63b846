/* patal-schedule-build.c: a first calendar, day by day
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On each day the blocks take their turn, and each starts what it can. Those with most work left first give early ends of districts, a fixed order
 * of blocks gives early ends of blocks. */
#include "patal-schedule-part.h"

typedef struct
{
  int    block;
  int    work;  /* days of training that have no start yet */
  double rank;  /* smaller: earlier in turn */
  GArray *left; /* batches without a start, in the order in which they are tried */
} Turn;

static gint
compare_turns (gconstpointer a, gconstpointer b)
{
  const Turn *one = a, *two = b;

  return one->rank < two->rank ? -1 : one->rank > two->rank ? 1 : one->block - two->block;
}

/* Later modules first: they are what is waited for at the end. */
static void
list_left (const SchedulePart *self, Turn *turns, const int *turn_of_block)
{
  const PatalTimetable *table = self->table;
  int order[PATAL_PLAN_MOST_MODULES];

  patal_plan_data_order_modules (table->data, order);
  for (int i = table->n_modules - 1; i >= 0; i--)
    for (guint k = 0; k < self->clusters->len; k++)
      {
        int c = g_array_index (self->clusters, int, k), batch = c * table->n_modules + order[i];
        Turn *turn = &turns[turn_of_block[table->block_of_cluster[c]]];

        if (table->start[batch] >= 0)
          continue;
        g_array_append_val (turn->left, batch);
        turn->work += table->data->modules[order[i]].days;
      }
}

static void
start_what_can (SchedulePart *self, Turn *turn, int day)
{
  PatalTimetable *table = self->table;
  gboolean anywhere = table->data->rules.trainer_most_metres == 0; /* then all venues of a block have the same bench */
  g_autofree int *team = g_new (int, MAX (table->room, 1));
  guint64 without_team = 0;
  int officer = -1, n;

  for (guint i = 0; i < turn->left->len; i++)
    {
      int batch = g_array_index (turn->left, int, i), found;

      officer = patal_timetable_officer (table, batch, &n);
      if (officer >= 0 && table->officer_at[(gsize) officer * table->n_days + day] >= 0)
        return;
      if ((without_team >> (batch % table->n_modules) & 1) || patal_timetable_waits (table, batch)
          || !patal_days_has (table->starts + (gsize) batch * table->days->n_words, day)
          || day + patal_timetable_module (table, batch)->days - 1 > self->late[batch] || !patal_timetable_fits (table, batch, day))
        continue;
      if (!patal_timetable_choose (table, batch, day, team, &found))
        {
          without_team |= anywhere ? G_GUINT64_CONSTANT (1) << (batch % table->n_modules) : 0;
          continue;
        }
      patal_timetable_place (table, batch, day, team);
      turn->work -= patal_timetable_module (table, batch)->days;
      g_array_remove_index (turn->left, i--);
    }
}

void
schedule_part_build (SchedulePart *self, int variant)
{
  PatalTimetable *table = self->table;
  guint n = self->blocks->len;
  g_autofree Turn *turns = g_new0 (Turn, n);
  g_autofree int *turn_of_block = g_new0 (int, table->data->n_blocks);

  for (guint i = 0; i < n; i++)
    {
      turns[i].block = g_array_index (self->blocks, int, i);
      turns[i].left = g_array_new (FALSE, FALSE, sizeof (int));
      turns[i].rank = (double) patal_random_below (&self->random, 1 << 20);
      turn_of_block[turns[i].block] = (int) i;
    }
  list_left (self, turns, turn_of_block);
  for (int day = 0; day < table->n_days; day++)
    {
      for (guint i = 0; i < n && variant % 2 == 0; i++)
        turns[i].rank = -turns[i].work + (variant > 0 ? patal_random_below (&self->random, 1 + variant) : 0);
      if (variant % 2 == 0 || day == 0)
        qsort (turns, n, sizeof (Turn), compare_turns);
      for (guint i = 0; i < n; i++)
        start_what_can (self, &turns[i], day);
    }
  for (guint i = 0; i < n; i++)
    g_array_unref (turns[i].left);
}
