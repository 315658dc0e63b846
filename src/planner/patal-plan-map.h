/* patal-plan-map.h: where all is, and how far it is from there
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-data.h"

G_BEGIN_DECLS

/* Section 1 of the planning problem, "Distance" and "Missing coordinates". */
typedef struct
{
  const PatalPlanData *data;
  PatalPlace *units, *venues, *trainers; /* their own place, or the one taken instead; NAN: none at all */
  gboolean   *unit_known, *venue_known;  /* FALSE: the distance is only estimated */
  GHashTable *roads;                     /* (nullable) */
  int         n_estimated;               /* units with people whose place is not known */
} PatalPlanMap;

/* @data is read as long as the map lives. */
void patal_plan_map_init  (PatalPlanMap *map, const PatalPlanData *data);
void patal_plan_map_clear (PatalPlanMap *map);

/* Metres; 0 where nothing is known. */
int  patal_plan_map_unit_to_venue    (const PatalPlanMap *map, int unit, int venue);
int  patal_plan_map_trainer_to_venue (const PatalPlanMap *map, int trainer, int venue);

/* Whether rule C5 and objective F2 look at the distance. */
gboolean patal_plan_map_is_known (const PatalPlanMap *map, int unit, int venue);

G_END_DECLS
