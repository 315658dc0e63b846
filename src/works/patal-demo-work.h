/* patal-demo-work.h: makes up one work after the other, as they are in the district of the demonstration
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-demo-list.h"
#include "patal-demo-names.h"
#include "patal-work.h"

G_BEGIN_DECLS

/* The last day that the demonstration knows of: its journal begins on the next. */
#define PATAL_DEMO_LAST_DAY (patal_day_from_ymd (2026, 3, 31))

/* A gram panchayat where works are done. */
typedef struct
{
  gint64   id, block;
  guint    block_no, no;    /* for codes; from 1, @no within the block */
  char    *name_hi;         /* (nullable) */
  char    *village;         /* in English where it has no other name */
  gboolean pesa, has_place;
  double   lat, lon;
  guint    population, sc, st;
} PatalDemoSite;

typedef struct _PatalDemoWorks PatalDemoWorks;
PatalDemoWorks *patal_demo_works_new   (PatalDb *db, GError **error); /* reads the wage rates */
void            patal_demo_works_free  (PatalDemoWorks *works);       /* accepts NULL */
void            patal_demo_works_throw (PatalDemoWorks *works, const PatalDemoSite *site, PatalWork *out); /* fills @out, to be cleared */

/* Words of data/demo/works-words.csv. */
const char     *patal_demo_works_word  (PatalDemoWorks *works, const char *kind, PatalLang lang); /* lives as long as @works */
PatalDemoDice  *patal_demo_works_dice  (PatalDemoWorks *works);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalDemoWorks, patal_demo_works_free)
G_END_DECLS
