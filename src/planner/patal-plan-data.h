/* patal-plan-data.h: what a plan of trainings is made from
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sections 1 and 2 of the planning problem: one programme for one audience. All is in arrays, and named by the place in its array; -1 is none.
 * Ids, words and files are the caller's. */
#pragma once
#include "patal-day.h"

G_BEGIN_DECLS

#define PATAL_PLAN_MOST_MODULES 64   /* a trainer's modules are one word */
#define PATAL_PLAN_MOST_DAYS    1100 /* from the first day of all windows to the last: three years */

typedef struct
{
  double lat, lon; /* degrees; NAN: not known */
} PatalPlace;

typedef enum
{
  PATAL_ATTEND_NONE,
  PATAL_ATTEND_FIRST, /* the first day of each batch */
  PATAL_ATTEND_ALL,
} PatalAttend;

typedef struct
{
  int         district;
  PatalPlace  headquarters;
  int         n_clusters; /* 0: as many as the rules give */
  int         officer;    /* may serve several blocks; -1: none */
  PatalAttend attend;
} PatalPlanBlock;

typedef struct
{
  int        block;
  PatalPlace place;
  int        heads; /* people to train; 0: in no cluster */
} PatalPlanUnit;

typedef struct
{
  int        block, unit; /* @unit: whose place it has if it has none of its own, or -1 */
  PatalPlace place;
  int        seats, halls; /* at least 1 */
  int        rank;         /* class of preference: 0 is the best */
} PatalPlanVenue;

typedef struct
{
  int     days;  /* at least 1 */
  int     team;  /* trainers of a batch */
  guint64 after; /* bit m: module m comes before; without circles */
} PatalPlanModule;

typedef struct
{
  int        block;
  PatalPlace place;
  guint64    modules;   /* bit m: may teach module m */
  int        most_days; /* -1: no limit */
} PatalPlanTrainer;

typedef enum
{
  PATAL_PLAN_STATE,
  PATAL_PLAN_DISTRICT,
  PATAL_PLAN_BLOCK,
  PATAL_PLAN_VENUE,
  PATAL_PLAN_TRAINER,
  PATAL_PLAN_OFFICER,
  PATAL_PLAN_UNIT,
} PatalPlanScope;

typedef struct
{
  PatalPlanScope scope;
  int            of; /* 0 for the state */
  PatalSpan      span;
} PatalPlanSpan;

typedef struct
{
  PatalPlanScope from; /* PATAL_PLAN_UNIT or PATAL_PLAN_TRAINER */
  int            of, venue;
  int            metres; /* by road: replaces what is reckoned */
} PatalPlanRoad;

typedef struct
{
  int            batch_min, batch_max; /* heads */
  int            batch_fill;           /* per cent of batch_max that a batch is meant to hold */
  int            detour_pct;           /* of the straight line */
  int            rank_metres;          /* what a person walks farther for a venue one class better (pref_m) */
  gint64         most_metres;          /* from unit to venue; 0: no limit */
  gboolean       cross_block;          /* a cluster may reach over its block, within the district */
  int            most_run;             /* calendar days in a row that a trainer teaches */
  PatalPlanScope trainer_scope;        /* block, district or state of the venue */
  gint64         trainer_most_metres;  /* 0: no limit */
  int            gap_days;             /* from the last day of a module to the first of the next: 1 (the least) is the day after */
  PatalWeekdays  weekly_off;
  PatalDay       today;                /* or PATAL_DAY_NONE */
} PatalPlanRules;

/* The rules where nothing else is said. How many people a batch may have must be said: it is 0. */
PatalPlanRules patal_plan_rules_usual (void);

typedef struct
{
  PatalPlanRules    rules;
  int               n_districts, n_officers;
  int               n_blocks, n_units, n_venues, n_modules, n_trainers, n_windows, n_blackouts, n_roads;
  PatalPlanBlock   *blocks;
  PatalPlanUnit    *units;
  PatalPlanVenue   *venues;
  PatalPlanModule  *modules;
  PatalPlanTrainer *trainers;
  PatalPlanSpan    *windows;   /* one of the state, and others; the narrowest that names a block counts */
  PatalPlanSpan    *blackouts;
  PatalPlanRoad    *roads;
} PatalPlanData;

/* Frees the arrays; fit for one that is half filled. */
void patal_plan_data_clear (PatalPlanData *data);
/* (transfer full): with arrays of its own. */
PatalPlanData patal_plan_data_copy (const PatalPlanData *data);

/* The modules so that each stands behind those that come before it; of those that may stand at the same place, the order of the array. FALSE: they
 * run in a circle. @order has room for all. */
gboolean patal_plan_data_order_modules (const PatalPlanData *data, int *order);

/* Rule H10: whether @trainer, who lives @metres from @venue, may teach there. */
gboolean patal_plan_data_is_in_scope (const PatalPlanData *data, int trainer, int venue, int metres);

/* The sum of days of all modules: so long a cluster is at its venue. */
int patal_plan_data_days_of_cluster (const PatalPlanData *data);

G_END_DECLS
