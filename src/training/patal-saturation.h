/* patal-saturation.h: which gram panchayats are done, and who exactly is left; all derived, on any day
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Done is a gram panchayat all of whose holders of the course's posts were trained, or teach the course themselves. One that only an additional charge
 * serves counts with the person who covers it; one without any holder is vacant and told apart; one that gives master trainers is a resource. One post
 * of two that is vacant does not hinder. A transfer takes the training with the person; a substitute counts for himself alone. */
#pragma once
#include "patal-chart-offer.h"
#include "patal-training.h"

G_BEGIN_DECLS

typedef struct
{
  gint64   course;
  int      fy;     /* trainings of this financial year alone; 0: of every year that still counts */
  gint64   within; /* 0: the whole file */
  PatalDay as_on;
} PatalSaturationQuery;

typedef struct
{
  gint64   place;                                       /* a block; for posts above blocks the unit itself */
  guint    units, eligible, resource, vacant, trained;  /* units = eligible + resource + vacant; left = eligible - trained */
  guint    by_charge;                                   /* of eligible: served by additional charges alone */
  guint    people, people_trained;                      /* of eligible units, each once in a block */
  PatalDay target;                                      /* the last day of its last batch; PATAL_DAY_NONE */
} PatalSaturation;
/* (transfer full) (element-type PatalSaturation): by name of the place. */
GArray *patal_saturation (PatalDb *db, const PatalSaturationQuery *query, GError **error);

typedef enum /* the first that is so */
{
  PATAL_LEFT_VACANT,   /* nobody holds the post */
  PATAL_LEFT_PLANNED,  /* is nominated in a batch to come */
  PATAL_LEFT_ABSENT,   /* was nominated, and was not there often enough */
  PATAL_LEFT_REPLACED, /* somebody else came instead */
  PATAL_LEFT_PARTLY,   /* attended one module, and not all */
  PATAL_LEFT_NEVER,    /* was nominated in none */
  PATAL_N_LEFT_REASONS
} PatalLeftReason;
const char *patal_left_reason_id    (PatalLeftReason reason); /* "vacant" … */
const char *patal_left_reason_title (PatalLeftReason reason); /* a message id */

typedef struct
{
  gint64          place, unit, post;
  gint64          person;    /* 0: vacant */
  gint64          batch;     /* the last that the reason speaks of; 0: none */
  PatalLeftReason reason;
  gboolean        by_charge; /* an additional one */
} PatalLeftOver;
/* (transfer full) (element-type PatalLeftOver): one by one, by place, unit and rank of the post; vacant posts too, of resources none. */
GArray *patal_saturation_left (PatalDb *db, const PatalSaturationQuery *query, GError **error);

/* Fills @out (cleared by the caller) with a training for those who are left: by the rules of the course's last one, from @query->as_on on for as long as
 * that lasted, with batches of any size. EMPTY: nobody is left but those with a batch to come. Not in the file. */
gboolean patal_saturation_mop_up (PatalDb *db, const PatalSaturationQuery *query, PatalTraining *out, GError **error);

extern const PatalReport patal_saturation_report; /* "saturation" (R3): filters course=CODE, fy=2026-27, within */
extern const PatalChartOffer patal_saturation_chart; /* "saturation": block by block, in per cent; the same filters */
extern const PatalReport patal_left_report;       /* "left": who is left and why; the same filters */
G_END_DECLS
