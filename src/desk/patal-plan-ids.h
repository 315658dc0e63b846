/* patal-plan-ids.h: the ids of one kind of thing in a plan's files, and their places
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/* Place i is that of the thing in its array of PatalPlanData. Ids are compared byte by byte. */
typedef struct
{
  GPtrArray  *names;
  GHashTable *places;
} PatalPlanIds;

void        patal_plan_ids_init  (PatalPlanIds *ids);
void        patal_plan_ids_clear (PatalPlanIds *ids); /* also one that was never begun */

int         patal_plan_ids_find  (const PatalPlanIds *ids, const char *name); /* -1: there is none */
int         patal_plan_ids_add   (PatalPlanIds *ids, const char *name);       /* its place, new or not */

static inline int
patal_plan_ids_count (const PatalPlanIds *ids)
{
  return (int) ids->names->len;
}

static inline const char *
patal_plan_ids_name (const PatalPlanIds *ids, int place)
{
  return (const char *) ids->names->pdata[place];
}

/* (transfer full): the names whose bit of @set is set, @between them; places beyond 63 have no bit. */
char       *patal_plan_ids_list  (const PatalPlanIds *ids, guint64 set, const char *between);

G_END_DECLS
