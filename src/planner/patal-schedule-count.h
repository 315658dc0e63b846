/* patal-schedule-count.h: the days that batches ask for, and the days that there are
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What no schedule can do, by sums alone: a shortage that is found here is one in every schedule. What is
 * counted is less than what the rules ask, never more: an officer's, a hall's or the trainers' days are asked
 * without a look at each other. */
#pragma once
#include "patal-timetable.h"

G_BEGIN_DECLS

typedef struct
{
  const PatalTimetable *table; /* for what is its own of each batch; nothing need stand in it */
  const guint8 *counted; /* of each batch: it is to have a date. The others are passed over, whether they have
                            one or not */
  int first_day;         /* what is counted starts on it or later */
  gboolean whole;        /* all that are counted have one: then a module leaves time for those after it */
  guint64 *
      *runs; /* of each block, NULL before it is asked for: [module × n_words], days on which it may start */
  GArray *sets; /* guint64: the sets of modules that are counted together */
  int order[PATAL_PLAN_MOST_MODULES];
} ScheduleCount;

/* Batches of some clusters, that are held on days of some blocks; @last: of each block of the data, the last
 * day. */
typedef struct
{
  GArray *clusters, *blocks; /* int */
  const int *last;
} CountGroup;

/* The worst of all sets of modules. */
typedef struct
{
  guint64 modules;
  int batches;
  gint64 need, have; /* days; of trainers and halls each one's */
  int out;           /* at least so many batches stay without a date; 0: nothing is short */
  gint64 heads_out;  /* at least so many heads do */
} CountShort;

/* @table and @counted are read as long as it lives. */
void schedule_count_init (ScheduleCount *self, const PatalTimetable *table, const guint8 *counted,
                          int first_day);
void schedule_count_clear (ScheduleCount *self);

CountShort schedule_count_officer (const ScheduleCount *self, const CountGroup *group, int officer,
                                   PatalAttend most); /* who attends @most at most */
/* With @n_more trainers who are always free and may teach all. */
CountShort schedule_count_trainers (const ScheduleCount *self, const CountGroup *group,
                                    const GArray *trainers, int n_more);
CountShort schedule_count_venue (const ScheduleCount *self, const CountGroup *group, int venue);

/* The modules of @cluster one after another, as early as they may be: the last day of the last, n_days where
 * it has none; -1: it has no batch that is counted. @n_out: how many of its batches at least cannot end by
 * @last. */
int schedule_count_chain (const ScheduleCount *self, int cluster, int last, int *n_out);

/* Of one set of modules: the teaching days that @trainers can give, and those that the clusters need. */
gint64 schedule_count_have (const ScheduleCount *self, const CountGroup *group, const GArray *trainers,
                            guint64 modules);
gint64 schedule_count_need (const ScheduleCount *self, const GArray *clusters, guint64 modules);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScheduleCount, schedule_count_clear)
G_END_DECLS
