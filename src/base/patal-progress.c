/* patal-progress.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-progress.h"

/* Who spoke last on this thread, and which per cent. A caller may step by rows or by thousands, and its
 * PatalProgress is constant, so that the last word cannot be kept there. Mistaking a new one at the same
 * address for the old costs at most one call. */
static _Thread_local struct
{
  const PatalProgress *who;
  int percent;
} last_said;

gboolean
patal_progress_step (const PatalProgress *progress, guint64 done, guint64 total, GError **error)
{
  double share = done < total ? (double)done / (double)total : 1.0;
  int percent = done < total ? (int)((double)done * 100 / (double)total) : 100; /* 0.29 * 100 is 28 */

  if (progress == NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (progress->cancellable, error))
    return FALSE;
  if (progress->say != NULL && (last_said.who != progress || last_said.percent != percent))
    {
      progress->say (share, progress->data);
      last_said.who = progress; /* after the call: a part's @say lets its whole speak */
      last_said.percent = percent;
    }
  return TRUE;
}

static void
say_part_cb (double share, gpointer data)
{
  const PatalProgressPart *part = data;

  part->whole->say (part->from + (part->to - part->from) * share, part->whole->data);
}

const PatalProgress *
patal_progress_part (PatalProgressPart *part, const PatalProgress *whole, double from, double to)
{
  if (whole == NULL)
    return NULL;
  *part = (PatalProgressPart){
    .progress
    = { .say = whole->say != NULL ? say_part_cb : NULL, .data = part, .cancellable = whole->cancellable },
    .whole = whole,
    .from = from,
    .to = to,
  };
  return &part->progress;
}
