/* patal-edit-private.h: the edit door, as its own files see it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-changes.h"
#include "patal-db-private.h"
#include "patal-journal.h"

G_BEGIN_DECLS

typedef struct
{
  const PatalLabel *label;
  const char       *reason;   /* (nullable) */
  gboolean          standing; /* no undo takes it back */
  PatalEditFunc     run;
  gpointer          data;

  /* Of an undo and a redo, where @run applies this and nothing else; a session need not find it out again. */
  PatalJournalKind  kind;
  gint64            undoes;
  GBytes           *changeset; /* (nullable) */
  const PatalProgress *progress; /* (nullable): of feeding the search index */
} PatalEdit;

gboolean patal_edit_run (PatalDb *db, const PatalEdit *edit, GError **error);

/* What one walk over a changeset gives. */
typedef struct
{
  GPtrArray  *tables;  /* interned names, NULL at the end */
  GHashTable *froze;   /* (element-type gint64): what the edit itself froze, and unfroze */
  GHashTable *unfroze;
  GArray     *stale;   /* of patal-search-index.h */
} PatalTouched;

/* FROZEN where the changeset touches a row that was frozen before it. */
gboolean patal_freeze_check (PatalDb *db, const PatalTouched *touched, const void *changeset, gsize size, GError **error);

/* Writes a line at the end of the journal, and the counter of ids. */
gboolean patal_journal_write (PatalDb *db, const PatalEdit *edit, const void *changeset, gsize size, GError **error);

/* (transfer full): the changeset of line @id, unpacked. */
GBytes *patal_journal_changeset (PatalDb *db, gint64 id, GError **error);

/* A label as the journal keeps it. */
typedef struct
{
  PatalLabel label;
  char      *msgid, *msgid_plural;
  GStrv      args;
} PatalJournalLabel;
gboolean patal_journal_load_label (PatalDb *db, gint64 id, PatalJournalLabel *label, GError **error);
void     patal_journal_label_clear (PatalJournalLabel *label);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalJournalLabel, patal_journal_label_clear)

gint64 patal_db_now (PatalDb *db); /* seconds UTC */

G_END_DECLS
