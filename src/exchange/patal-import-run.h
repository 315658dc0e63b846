/* patal-import-run.h: one import, from a sheet to one edit or nothing
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * read → columns are guessed, a person may change them → preview (judges every row, writes nothing) → a
 * person decides the doubtful ones → commit (one undoable edit). All of it without a display; the window's
 * assistant and `patal import` are two faces of it. */
#pragma once
#include "patal-import.h"
#include "patal-sheet.h"

G_BEGIN_DECLS

#define PATAL_IMPORT_ERROR (patal_import_error_quark ())
GQuark patal_import_error_quark (void);
typedef enum
{
  PATAL_IMPORT_ERROR_NO_HEADER, /* no row looks like headers of this kind: says which are known */
  PATAL_IMPORT_ERROR_COLUMNS,   /* a needed column is not mapped, one field is mapped twice, or a value for all rows cannot be */
  PATAL_IMPORT_ERROR_REFUSED,   /* rows are refused and partial was not asked for: nothing was written */
  PATAL_IMPORT_ERROR_CHANGED,   /* the file changed since the preview: preview again */
} PatalImportError;

typedef enum { PATAL_ENCODING_PLAIN, PATAL_ENCODING_KRUTIDEV } PatalColumnEncoding;

typedef struct _PatalImportRun PatalImportRun;

/* Takes the sheet, (transfer full), also when it fails. Finds the header row, maps the columns by synonyms,
 * finds columns in a legacy encoding. NO_HEADER. */
PatalImportRun *patal_import_run_new  (const PatalImport *import, PatalSheet *sheet, const char *source_name, GError **error);
void            patal_import_run_free (PatalImportRun *run);

const PatalImport *patal_import_run_import     (PatalImportRun *run);
PatalSheet        *patal_import_run_sheet      (PatalImportRun *run); /* (transfer none) */
guint              patal_import_run_header_row (PatalImportRun *run);
void               patal_import_run_set_header_row (PatalImportRun *run, guint row); /* maps anew */

/* The field that a column of the sheet feeds, -1 for none; its encoding. Setting either forgets the preview. */
int                 patal_import_run_field        (PatalImportRun *run, guint column);
void                patal_import_run_set_field    (PatalImportRun *run, guint column, int field);
PatalColumnEncoding patal_import_run_encoding     (PatalImportRun *run, guint column);
void                patal_import_run_set_encoding (PatalImportRun *run, guint column, PatalColumnEncoding encoding);

/* A value for all rows that say nothing in @field, as one would write it into a cell (amounts in rupees); NULL or "": none. Forgets the
 * preview. COLUMNS, and none is kept: it cannot be read. Where it leaves no row that is not refused, the preview tells that, as COLUMNS. */
gboolean            patal_import_run_set_shared   (PatalImportRun *run, guint field, const char *text, GError **error);
const char         *patal_import_run_shared       (PatalImportRun *run, guint field); /* (nullable), cleaned */

/* (transfer full): what heads a column: with the heading that spans it, and with the unit of its amounts where a line above the headings says
 * that; "" where nothing does. */
char               *patal_import_run_heading      (PatalImportRun *run, guint column);

/* Judges every row against what is in the file. COLUMNS, or the concern's error. Decisions are forgotten, but for those of a commit that failed
 * while the file has stayed as it was. */
gboolean patal_import_run_preview (PatalImportRun *run, PatalDb *db, const PatalProgress *progress, GError **error);

/* After the preview. Rows are numbered from 0, below the header; the counts add up to them. */
guint               patal_import_run_n_rows  (PatalImportRun *run);
guint               patal_import_run_n_aside (PatalImportRun *run); /* headings once more, totals, who signs: no rows, not counted */
const guint        *patal_import_run_counts  (PatalImportRun *run); /* [PATAL_N_FATES] */
const PatalVerdict *patal_import_run_verdict (PatalImportRun *run, guint row);
guint               patal_import_run_line    (PatalImportRun *run, guint row);
guint               patal_import_run_sheet_row (PatalImportRun *run, guint row); /* where it stands in the sheet */
const char         *patal_import_run_cell    (PatalImportRun *run, guint row, guint field); /* (nullable): as it will be written */
const char         *patal_import_run_raw     (PatalImportRun *run, guint row, guint field); /* (nullable): as the sheet has it, or the value for all rows */

/* (transfer full) (nullable): what is wrong with the first text of the row that would not print as it is meant (patal-text-fault.h), with the
 * name of its field. No reason to refuse it: what stands in a register is taken as it stands. */
char               *patal_import_run_text_fault (PatalImportRun *run, guint row);

/* (transfer full) (nullable): how that reads which a doubtful row may be the same as. On the thread of the
 * preview. */
char               *patal_import_run_describe (PatalImportRun *run, PatalDb *db, guint row);

/* The line of the earlier row of the list that a doubtful row may be the same as; 0 where that is in the file. */
guint               patal_import_run_twin_line (PatalImportRun *run, guint row);

/* (transfer full) (array length=n_fields) (nullable): what the file has where the row, CHANGED or DOUBTFUL, says something: see
 * PatalImport.recall; each may be NULL. Free with patal_import_run_free_recalled(). On the thread of the preview. */
char              **patal_import_run_recall  (PatalImportRun *run, PatalDb *db, guint row);
void                patal_import_run_free_recalled (PatalImportRun *run, char **values); /* accepts NULL */

/* (transfer full) (nullable): what a person should know of the whole list before taking it. @question, (out)
 * (nullable): what to ask then, translated; NULL where it is only to be told. */
char               *patal_import_run_warning (PatalImportRun *run, const char **question);

/* Decisions about doubtful rows: for all that are not decided singly, and for one. */
void          patal_import_run_decide_all (PatalImportRun *run, PatalDoubtful doubtful);
void          patal_import_run_decide     (PatalImportRun *run, guint row, PatalDoubtful doubtful);
/* For all doubtful rows of which the same is asked as of @row; how many they are. */
guint         patal_import_run_n_alike      (PatalImportRun *run, guint row);
void          patal_import_run_decide_alike (PatalImportRun *run, guint row, PatalDoubtful doubtful);
PatalDoubtful patal_import_run_decision   (PatalImportRun *run, guint row);

/* One edit of all that is new, changed, or doubtful and decided to be taken. @refused: what to do when rows
 * are refused. On FALSE the file is as before, and a preview comes before the next try. The number of rows taken is in @taken, (nullable). */
typedef enum { PATAL_REFUSED_STOP, PATAL_REFUSED_LEAVE_OUT } PatalRefused;
gboolean patal_import_run_commit (PatalImportRun *run, PatalDb *db, PatalRefused refused, guint *taken,
                                  const PatalProgress *progress, GError **error);

/* After the commit: of the rows taken, those that added something; the others changed or joined what was there. */
guint patal_import_run_n_added (PatalImportRun *run);

/* The refused rows as they stood, with line, field, value and reason before them, as CSV (UTF-8 with BOM). */
gboolean patal_import_run_save_refused (PatalImportRun *run, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalImportRun, patal_import_run_free)
G_END_DECLS
