/* patal-journal.h: the journal: who changed what, when, in words; sealed by a chain of hashes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-record.h"

G_BEGIN_DECLS

typedef enum { PATAL_JOURNAL_EDIT, PATAL_JOURNAL_UNDO, PATAL_JOURNAL_REDO } PatalJournalKind;

typedef struct
{
  gint64           id;
  gint64           made_at; /* seconds UTC */
  char            *who;
  PatalJournalKind kind;
  gint64           undoes;  /* for UNDO the edit that it takes back, for REDO the undo; else 0 */
  char            *label;   /* in words */
  char            *reason;  /* (nullable) */
  gboolean         undone;  /* an edit that is taken back at present */
} PatalJournalLine;

void patal_journal_line_free (PatalJournalLine *line);

/* (transfer full) (element-type PatalJournalLine): the last @most lines, newest first; with @before > 0 those older than it. */
GPtrArray *patal_journal_lines (PatalDb *db, const PatalWords *words, guint most, gint64 before, GError **error);

/* The same, of one record: the edits that touched its row or one that is a part of it now. Reads changesets, so give it to a worker. */
GPtrArray *patal_journal_lines_of (PatalDb *db, const PatalWords *words, const PatalRecord *record, guint most, GError **error);

/* SHA-256 over every line and its predecessor's hash; DAMAGED names the first line that does not fit. */
gboolean patal_journal_verify (PatalDb *db, const PatalProgress *progress, GError **error);

G_END_DECLS
