/* patal-median.h: which sites serve, and which unit goes to which: the capacitated p-median problem
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Units with a demand are put into @n_clusters clusters; each cluster meets at one site, which has room for so much demand. The cost is the sum of
 * weight × length between units and their sites. A block's trainings are such a problem (patal-clusters.h), and so are those of the literature. */
#pragma once
#include "patal-random.h"

G_BEGIN_DECLS

#define PATAL_MEDIAN_FORBIDDEN (1 << 29) /* a length: this unit may not go to that site */
#define PATAL_MEDIAN_OUT       (-1)      /* instead of a cluster: the unit is in none */

typedef struct
{
  int           n_units, n_sites, n_clusters; /* all at least 1 */
  const int    *demand;   /* of each unit, not negative */
  const int    *weight;   /* of each unit: what a unit of length costs */
  const gint32 *length;   /* [unit × n_sites + site], from 0 to PATAL_MEDIAN_FORBIDDEN */
  const int    *capacity; /* of each site: the demand of one cluster */
  const int    *uses;     /* of each site: how many clusters */
  int           least;    /* demand of a cluster */
  gint32        out;      /* length to nowhere, for a unit that is left out; 0: none may be */
} PatalMedian;

/* An assignment. It fits when no rule is broken; a unit that is left out breaks none. */
typedef struct
{
  int     *cluster; /* of each unit, or PATAL_MEDIAN_OUT */
  int     *site;    /* of each cluster */
  gint64   cost;    /* with what is left out */
  gboolean fits;    /* FALSE: nothing was found that fits; this is the last that was seen */
} PatalMedianPlan;

typedef struct _PatalMedianSearch PatalMedianSearch;

/* @problem is read as long as the search lives. Begins with @from (copied), or with a first assignment of its own, which need not fit. */
PatalMedianSearch *patal_median_search_new  (const PatalMedian *problem, const PatalMedianPlan *from, PatalRandom random);
void               patal_median_search_free (PatalMedianSearch *search);

/* Anneals for @steps, from hot to cold, and keeps the best that fits. TRUE from @stop (nullable), which is asked every thousand steps or so, ends
 * it early. Called again, it goes on from the best. The same calls give the same plan, if @stop never says TRUE. */
typedef gboolean (*PatalMedianStop) (gpointer data);
void patal_median_search_run (PatalMedianSearch *search, guint64 steps, PatalMedianStop stop, gpointer data);

/* (transfer none): the best so far. */
const PatalMedianPlan *patal_median_search_best (PatalMedianSearch *search);

/* A cost below which no assignment of all units is, by @rounds of raising it. @plan leaves nobody out; the nearer to the
 * best, the higher the bound. 0: nothing is known. patal-median-bound.c */
gint64 patal_median_bound (const PatalMedian *problem, const PatalMedianPlan *plan, int rounds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalMedianSearch, patal_median_search_free)
G_END_DECLS
