/* patal-schedule-findings.h: what no calendar can do, known before one is looked for
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Section 6 of the planning problem, "before searching, by counting". Each finding is proved: no schedule of
 * these clusters leaves fewer batches out. Where nothing is found, all may still not fit. */
#pragma once
#include "patal-schedule.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_SHORT_TEAM,     /* only @have of those who may teach @module are in scope, @need are a team */
  PATAL_SHORT_CHAIN,    /* the modules of @n_clusters clusters, one after another, are longer than the days of
                           the window */
  PATAL_SHORT_VENUE,    /* batches at one venue need @need days of its halls, which have @have */
  PATAL_SHORT_OFFICER,  /* the officer is wanted on @need days, and has @have */
  PATAL_SHORT_TRAINERS, /* @need days of teaching are wanted, and the trainers can give @have (leave, rests,
                           most_days and all) */
} PatalShortCode;

typedef struct
{
  PatalShortCode code;
  PatalPlanScope scope; /* whom it concerns: the state, a district, a block, or for VENUE the venue; for
                           OFFICER a block, or the officer of several */
  int of;
  int officer;             /* OFFICER; else -1 */
  guint64 modules;         /* bit m: module m is counted; TEAM: one */
  int n_clusters, batches; /* that are counted; TEAM, CHAIN: those that are hit */
  gint64 need, have;
  int out;          /* no schedule leaves fewer of them without a date */
  gint64 heads_out; /* nor fewer heads, each module counted (part of Z0) */
  /* what it would take that nothing here is short, as far as this count knows; 0: nothing is known */
  int more_days;     /* by no fewer the windows would have to be longer, weekly off days among them */
  int more_trainers; /* no fewer, always free, in scope and able to teach all @modules, would have to come */
  gboolean attend_first; /* OFFICER: the days would do if only the first day of each batch were attended */
} PatalShort;

/* (transfer full) (element-type PatalShort): by code, then by place. With @old (nullable, of the same
 * clusters) its batches that began by rules.today, or are @pinned (nullable, of each batch), are not counted,
 * and no day up to today is. */
GArray *patal_schedule_findings (const PatalPlanMap *map, const PatalPlanDays *days,
                                 const PatalClusters *clusters, const PatalSchedule *old,
                                 const guint8 *pinned);

G_END_DECLS
