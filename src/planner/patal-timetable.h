/* patal-timetable.h: a calendar that is being made: who and what is taken on which day
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules of section 3 of the planning problem that bind one batch to the others (H4, H6 to H9, H11, H12, H13) are asked here, by all that
 * plans; patal-schedule-breaks.c asks them of plans that break them, to say which.
 * Batches are numbered as in PatalSchedule. Districts that share neither trainers nor officers touch nothing in common, so that two threads may
 * each work on one. */
#pragma once
#include "patal-schedule.h"

G_BEGIN_DECLS

typedef struct
{
  int n, *list; /* trainers that may teach a module at a venue: those that are needed least elsewhere first, of equals the nearest */
  int *metres;  /* from home, of each */
  int *by_rank; /* the same, of each trainer of the district by its rank there; -1: may not teach it */
} PatalBench;

typedef struct
{
  const PatalPlanData *data;
  const PatalPlanMap  *map;
  const PatalPlanDays *days;
  int          n_clusters, n_modules, n_batches, n_days, room;
  const int   *venue_of_cluster;
  int         *block_of_cluster;  /* that of its venue */
  int         *heads;             /* of each cluster */
  GArray     **home_blocks;       /* of each cluster: the blocks of its units (int) */
  guint64     *starts;            /* [batch × n_words]: days on which it may start, for all that is its own */
  guint8      *past;              /* of each batch: it might have started on a day that is over (rule H15) */
  PatalBench  *benches;           /* [venue × n_modules]; filled for venues that are used */
  int         *rank;              /* of each trainer: how many of its list, the district's or the state's, come before */
  double       pressure[PATAL_PLAN_MOST_MODULES];       /* days asked of those who may teach it, by days they have */

  /* the plan as it stands */
  int   *start;        /* of each batch, or -1 */
  int   *team;         /* [batch × room] */
  int   *trainer_at;   /* [trainer × n_days]: batch, or -1 */
  int   *officer_at;   /* [officer × n_days] */
  guint16 *venue_load; /* [venue × n_days] */
  int   *trainer_days; /* of each trainer */
  int  **venue_clusters; /* of each used venue: its clusters, -1 behind the last */
} PatalTimetable;

void patal_timetable_init  (PatalTimetable *self, const PatalPlanMap *map, const PatalPlanDays *days, const PatalClusters *clusters);
void patal_timetable_clear (PatalTimetable *self);

static inline int
patal_timetable_cluster (const PatalTimetable *self, int batch)
{
  return batch / self->n_modules;
}

static inline const PatalPlanModule *
patal_timetable_module (const PatalTimetable *self, int batch)
{
  return &self->data->modules[batch % self->n_modules];
}

/* -1: no officer is needed. @n: on how many days from the first. */
int      patal_timetable_officer (const PatalTimetable *self, int batch, int *n);

/* Whether the officer, the venue and the other modules of its cluster leave room for @batch on @day. */
gboolean patal_timetable_fits    (const PatalTimetable *self, int batch, int day);

/* The three of these, alone: rules H11, H4, and H12 with H13. */
gboolean patal_timetable_has_officer (const PatalTimetable *self, int batch, int day);
gboolean patal_timetable_has_hall (const PatalTimetable *self, int batch, int day);
gboolean patal_timetable_agrees  (const PatalTimetable *self, int batch, int day);

/* Whether @other, of the same cluster, has a start that forbids @batch to start on @day. */
gboolean patal_timetable_clashes (const PatalTimetable *self, int batch, int day, int other);

/* Whether a module that comes before @batch has no start yet. */
gboolean patal_timetable_waits   (const PatalTimetable *self, int batch);

/* The team that suits best, into @team (room for @room): FALSE where too few are free; @n_found is then how many are. */
gboolean patal_timetable_choose  (const PatalTimetable *self, int batch, int day, int *team, int *n_found);

/* Whether @trainer may teach from @day on for @n days. */
gboolean patal_timetable_is_free (const PatalTimetable *self, int trainer, int day, int n);

/* @batch is without a start, and everything was asked. */
void     patal_timetable_place   (PatalTimetable *self, int batch, int day, const int *team);
void     patal_timetable_lift    (PatalTimetable *self, int batch);

const PatalBench *patal_timetable_bench (const PatalTimetable *self, int batch);

/* From the home of @trainer to @batch; -1: may not teach it, or it is not known who it was (-1). */
int      patal_timetable_metres (const PatalTimetable *self, int batch, int trainer);

/* Whether somebody may be fit for both: else they lie in districts that share nobody. */
gboolean patal_timetable_shares_trainers (const PatalTimetable *self, int batch, int other);

G_END_DECLS
