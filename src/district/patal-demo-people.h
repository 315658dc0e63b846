/* patal-demo-people.h: the people of the demonstration: officers as listed, the others from parts of names
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-edit.h"
#include "patal-unit.h"

G_BEGIN_DECLS

typedef struct
{
  gint64   id, block;
  PatalDay since;            /* PATAL_DAY_NONE: as long as anybody knows */
  gboolean pesa;             /* in a scheduled area, where every sarpanch is of a scheduled tribe */
  gboolean has_place;
  double   lat, lon;
  gint64   population, sc, st;
} PatalDemoGp;

typedef struct
{
  gint64      district;
  GHashTable *units; /* "Songarh" (a block), "Songarh/Deori" (a GP): pointers to ids */
  GArray     *gps;   /* of PatalDemoGp, in the order of the list */
} PatalDemoPlaces;

/* The unit that a list names; NULL is the district. A name that no unit has ends the program, as every
 * mistake of the lists does. */
gint64 patal_demo_place (const PatalDemoPlaces *places, const char *name);

/* Inside an edit: officers, sarpanches of two terms, secretaries and employment assistants with vacancies,
 * transfers and additional charges. */
gboolean patal_demo_people_fill (PatalDb *db, const PatalDemoPlaces *places, const PatalProgress *progress,
                                 GError **error);

G_END_DECLS
