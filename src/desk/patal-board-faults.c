/* patal-board-faults.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-faults.h"

static void
faulty_free (gpointer data)
{
  PatalFaultyBoard *faulty = data;

  g_free (faulty->board);
  g_ptr_array_unref (faulty->findings);
  g_free (faulty);
}

void
patal_board_faults_clear (PatalBoardFaults *faults)
{
  g_clear_pointer (&faults->worst, g_ptr_array_unref);
}

static guint
count (const GPtrArray *findings, PatalFindingWeight weight)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((const PatalFinding *)g_ptr_array_index (findings, i))->weight == weight;
  return n;
}

/* One that stops is graver than any number of those that warn. */
static gboolean
is_worse (const GPtrArray *findings, const GPtrArray *than)
{
  guint stops = count (findings, PATAL_FINDING_STOPS), other = count (than, PATAL_FINDING_STOPS);

  return stops != other ? stops > other
                        : count (findings, PATAL_FINDING_WARNS) > count (than, PATAL_FINDING_WARNS);
}

/* The place of @findings among the worst; of two that are as bad the first stays before. */
static guint
rank (const PatalBoardFaults *faults, const GPtrArray *findings)
{
  guint at = faults->worst->len;

  while (
      at > 0
      && is_worse (findings, ((const PatalFaultyBoard *)g_ptr_array_index (faults->worst, at - 1))->findings))
    at--;
  return at;
}

static GPtrArray *
copy_faults (const GPtrArray *findings)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify)patal_finding_free);

  for (guint i = 0; i < findings->len; i++)
    {
      const PatalFinding *finding = g_ptr_array_index (findings, i);

      if (finding->weight != PATAL_FINDING_REMINDS)
        g_ptr_array_add (copies, patal_finding_copy (finding));
    }
  return copies;
}

void
patal_board_faults_add (PatalBoardFaults *self, gint64 work, const char *board, const GPtrArray *findings)
{
  guint n = count (findings, PATAL_FINDING_STOPS) + count (findings, PATAL_FINDING_WARNS), at;
  PatalFaultyBoard *faulty;

  if (n == 0)
    return;
  self->n_boards++;
  self->n_findings += n;
  if (self->worst == NULL)
    self->worst = g_ptr_array_new_with_free_func (faulty_free);
  at = rank (self, findings);
  if (at >= PATAL_BOARD_MOST_FAULTY)
    return;
  if (self->worst->len == PATAL_BOARD_MOST_FAULTY)
    g_ptr_array_set_size (self->worst, PATAL_BOARD_MOST_FAULTY - 1);
  faulty = g_new (PatalFaultyBoard, 1);
  *faulty = (PatalFaultyBoard){ work, g_strdup (board), copy_faults (findings) };
  g_ptr_array_insert (self->worst, (int)at, faulty);
}
