/* patal-desk-demo.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-desk-demo.h"
#include "patal-demo-trainings.h"
#include "patal-demo-works.h"

gboolean
patal_desk_fill_demo (PatalDb *db, const PatalProgress *progress, GError **error)
{
  PatalProgressPart directory, works, trainings;

  return patal_demo_fill (db, patal_progress_part (&directory, progress, 0.0, 0.2), error)
         && patal_demo_works_fill (db, patal_progress_part (&works, progress, 0.2, 0.6), error)
         && patal_demo_trainings_fill (db, patal_progress_part (&trainings, progress, 0.6, 1.0), error);
}
