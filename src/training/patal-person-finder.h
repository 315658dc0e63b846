/* patal-person-finder.h: which person of the file a row of a sheet means, by name, mobile, post and place
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nobody is taken for somebody else silently: what agrees in part only is asked. */
#pragma once
#include "patal-person-row.h"

G_BEGIN_DECLS

/* All people of the file with what they hold on a day, read once. */
typedef struct _PatalPersonFinder PatalPersonFinder;
PatalPersonFinder *patal_person_finder_new  (PatalDb *db, PatalDay day, GError **error);
void               patal_person_finder_free (PatalPersonFinder *finder); /* accepts NULL */

typedef struct
{
  gint64      person; /* 0: nobody is called so */
  const char *doubt;  /* (nullable): a message id, {1} the person's name: then it is only perhaps this one */
} PatalPersonMatch;

/* @row: as patal_person_row_read() has it; its unit and post may be 0 and NULL. */
PatalPersonMatch patal_person_finder_find (PatalPersonFinder *finder, const PatalPersonRow *row);

/* The same among @people (element-type gint64) alone, as where they are called to one batch: a name is enough there, unless the row says otherwise. */
PatalPersonMatch patal_person_finder_among (PatalPersonFinder *finder, const PatalPersonRow *row, const GArray *people);

/* (transfer none): the name, in Hindi where there is one; NULL: no such person. */
const char *patal_person_finder_name  (PatalPersonFinder *finder, gint64 person);
/* Whether the person holds any post on the day. */
gboolean    patal_person_finder_holds (PatalPersonFinder *finder, gint64 person);
G_END_DECLS
