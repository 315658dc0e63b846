/* patal-median-private.h: an assignment that is being changed: its clusters, and what a change would cost
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-median.h"

G_BEGIN_DECLS

#define NEAR_UNITS 12        /* with the units so near, a unit changes places */
#define MOST_CHOICES 48      /* sites among which a cluster chooses */
#define NEVER (G_MAXINT64 / 4)

typedef struct
{
  int     site, load, least;
  int     n, room, *units;    /* its members */
  gint64  cost, penalty;      /* as it is, at its site */
  int     n_choices;          /* the sites that it may move to … */
  const int *choices;
  gint64 *sums;               /* … and what its members would cost at each */
} Cluster;

typedef struct
{
  const PatalMedian *problem;
  int        n_units, n_sites, n_clusters; /* the last site and the last cluster are nowhere, if units may be left out */
  int        nowhere;    /* that cluster, or -1 */
  int        stride;     /* of @length */
  gint32    *length;     /* the problem's, and one for nowhere */
  int       *capacity, *uses, *used;
  int       *home;       /* of each unit, the site next to it */
  int       *near, n_near; /* [unit × n_near]: the units next to it, the nearest first */
  int       *choices, n_choices; /* [site × n_choices]: the sites next to it */
  Cluster   *clusters;
  int       *cluster, *place; /* of each unit, and where it stands among its members */
  gint64     price;      /* of each demand that is too much or too little */
  gint64     cost, penalty; /* of all clusters */
} Assignment;

void     assignment_init     (Assignment *self, const PatalMedian *problem);
void     assignment_clear    (Assignment *self);
void     assignment_set      (Assignment *self, const int *cluster, const int *site);
void     assignment_start    (Assignment *self, PatalRandom *random); /* patal-median-start.c */
void     assignment_reprice  (Assignment *self, gint64 price);

/* Single steps: they leave @cost and @penalty of the cluster for assignment_settle(). */
void     assignment_move     (Assignment *self, int unit, int to);
void     assignment_place_at (Assignment *self, int cluster, int site);
void     assignment_settle   (Assignment *self, int cluster);

static inline gint32
assignment_length (const Assignment *self, int unit, int site)
{
  return self->length[(gsize) unit * self->stride + site];
}

static inline gint64
assignment_carry (const Assignment *self, int unit, int site)
{
  return (gint64) self->problem->weight[unit] * assignment_length (self, unit, site);
}

static inline gint64
assignment_fine (const Assignment *self, const Cluster *cluster, int load, int site)
{
  int over = MAX (load - self->capacity[site], 0) + MAX (cluster->least - load, 0);

  return over * self->price;
}

/* What a better site for all members may save when @unit joins @cluster: seldom more. */
static inline gint64
assignment_hope (const Assignment *self, int unit, const Cluster *cluster)
{
  return assignment_carry (self, unit, cluster->site) / MAX (cluster->n, 2);
}

/* The site next to @unit that is free, of those around its own; -1: none is. */
int      assignment_free_site (const Assignment *self, int unit);

/* The cheapest site for @cluster with @in more and @out less (units, or -1), and what it then costs with its fine. The sites of @cluster and @other
 * (-1: none) count as free. NEVER: there is none. */
gint64   assignment_best_site (const Assignment *self, int cluster, int in, int out, int other, int *site);

/* What it costs that @unit goes to cluster @to and @other (or -1) comes back, both clusters staying at their sites. */
gint64   assignment_change    (const Assignment *self, int unit, int other, int to);

/* As assignment_move(), but sums stay as they are; and what it leaves out. */
void     assignment_pass     (Assignment *self, int unit, int to);
void     assignment_add_sums (Assignment *self, int cluster, int unit, int sign);

/* @cluster chooses among the sites around @site; its sums are those of its members. */
void     assignment_choose_around (Assignment *self, int cluster, int site);

/* A cluster is taken from where it is needed least to where it is needed most. patal-median-transfer.c */
typedef struct _Transfer Transfer;

Transfer *transfer_new  (Assignment *assignment);
void      transfer_free (Transfer *self);

/* FALSE: it would cost @most more or more, and nothing has changed. @work: as much as in so many steps. */
gboolean  transfer_run  (Transfer *self, PatalRandom *random, gint64 most, int *work);

/* A few clusters side by side are dissolved, and their people divided anew. patal-median-rebuild.c */
typedef struct _Rebuild Rebuild;

Rebuild  *rebuild_new   (Assignment *assignment);
void      rebuild_free  (Rebuild *self);
gboolean  rebuild_run   (Rebuild *self, PatalRandom *random, gint64 most, int *work); /* likewise */

G_END_DECLS
