/* patal-search.h: the search index: names in both scripts, other spellings, sounds, codes
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An FTS5 table that only the edit door feeds, from the rows of each changeset. What stands in it is said by the concerns. */
#pragma once
#include "patal-db.h"

G_BEGIN_DECLS

/* How the rows of one table are found. */
typedef struct
{
  const char *table;     /* a tracked table: a change of its rows renews an entry */
  const char *owner;     /* NULL: the row is the entry. Else the column that holds the entry's id (an alias: "unit") */
  const char *kind;      /* of the entry: "unit", "person", "venue"; NULL where owner is given */
  /* NULL where owner is given. "SELECT id, names, codes FROM … WHERE id BETWEEN ?1 AND ?2 ORDER BY id": names separated by
   * newlines, every spelling; codes likewise (LGD code, mobile). No row: not in the index. */
  const char *entry_sql;
} PatalSearchSource;

typedef struct
{
  gint64      id;
  const char *kind; /* a PatalSearchSource's */
} PatalSearchHit;

/* (transfer full) (element-type PatalSearchHit): at most @most hits for what was typed so far, best first: a code that
 * begins so, a name that is so, a name that begins so, a word that begins so, the same by sound. Words may come in any
 * order; the last one may be unfinished. @kind: (nullable) only these. Made for one call per keystroke on the reading connection. */
GArray *patal_search (PatalDb *db, const char *typed, const char *kind, guint most, GError **error);

/* Builds the index anew from the rows. Inside no edit. */
gboolean patal_search_rebuild (PatalDb *db, const PatalProgress *progress, GError **error);

G_END_DECLS
