/* patal-import-run.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-import-run.h"
#include "patal-edit.h"
#include "patal-heading.h"
#include "patal-import-value.h"
#include "patal-journal.h"
#include "patal-krutidev.h"
#include "patal-list-foot.h"
#include "patal-text.h"
#include "patal-total-row.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define SAMPLE_CELLS  300 /* of a column, to tell its encoding */
#define NOT_DECIDED   G_MAXUINT8
#define ARENA_BYTES   (256 * 1024)

struct _PatalImportRun
{
  const PatalImport   *import;
  PatalSheet          *sheet;
  char                *source_name;
  PatalHeadings       *headings;
  guint                header_row, first_row; /* rows of the sheet */
  int                 *fields;                /* by column of the sheet; -1: feeds none */
  PatalColumnEncoding *encodings;             /* by column of the sheet */
  char               **shared;                /* by field; (nullable): for the rows that say nothing there */

  /* what the preview found; all of it NULL or 0 without one */
  gpointer       job;
  gboolean       previewed, spent; /* spent: a commit was tried, the job cannot be used again */
  gint64         journal_id;       /* the last line of the journal when it was judged */
  guint          n_rows, n_mapped;
  guint         *sheet_rows;       /* by row: where it stands in the sheet */
  guint          n_aside;          /* rows of the sheet that are no entries of the list */
  PatalFieldKind *kinds;           /* by column of the sheet; TEXT where it feeds no field */
  int           *column_of;        /* by field; -1: not mapped */
  int           *slot_of;          /* by field: its place among those that have a column or a shared value; -1 */
  gint64        *rupees_of;        /* by field: how many its figures are, where they are amounts */
  const char   **values;           /* n_rows × n_mapped; NULL: empty */
  GStringChunk  *arena;            /* of the values that are not the sheet's own */
  PatalVerdict  *verdicts;
  guint          counts[PATAL_N_FATES];
  guint8        *decisions;        /* of each row, or NOT_DECIDED */
  PatalDoubtful  decision;         /* of all others */
  guint          n_added;          /* by the commit */
};

G_DEFINE_QUARK (patal-import-error-quark, patal_import_error)

static void
forget_preview (PatalImportRun *run)
{
  if (run->previewed)
    for (guint row = 0; row < run->n_rows; row++)
      g_free (run->verdicts[row].reason);
  run->import->end (run->job);
  run->job = NULL;
  run->previewed = run->spent = FALSE;
  run->n_rows = run->n_mapped = run->n_aside = run->n_added = 0;
  g_clear_pointer (&run->sheet_rows, g_free);
  g_clear_pointer (&run->kinds, g_free);
  g_clear_pointer (&run->column_of, g_free);
  g_clear_pointer (&run->slot_of, g_free);
  g_clear_pointer (&run->rupees_of, g_free);
  g_clear_pointer (&run->values, g_free);
  g_clear_pointer (&run->arena, g_string_chunk_free);
  g_clear_pointer (&run->verdicts, g_free);
  g_clear_pointer (&run->decisions, g_free);
  memset (run->counts, 0, sizeof run->counts);
}

static gboolean
fail_shared (const PatalImportField *field, const char *value, const char *reason, GError **error)
{
  g_set_error (error, PATAL_IMPORT_ERROR, PATAL_IMPORT_ERROR_COLUMNS,
               /* Translators: a field such as “Financial year”, what was given for all rows, and why it cannot be (a whole sentence) */
               _("%s “%s”, for all rows: %s"), _(field->title), value, reason);
  return FALSE;
}

/* Only names are typed in legacy fonts; one word says little, so the column is asked as a whole, at places
 * spread over its length. */
static PatalColumnEncoding
guess_encoding (PatalImportRun *run, guint column)
{
  guint n = patal_sheet_n_rows (run->sheet) - run->first_row, step = MAX (n / SAMPLE_CELLS, 1);
  g_autoptr (GString) sample = g_string_new (NULL);
  int field = run->fields[column];

  if (field < 0 || run->import->fields[field].kind != PATAL_FIELD_NAME)
    return PATAL_ENCODING_PLAIN;
  for (guint row = run->first_row; row < run->first_row + n; row += step)
    {
      const char *cell = patal_sheet_cell (run->sheet, row, column);

      if (*cell != '\0')
        g_string_append_printf (sample, "%.200s\n", cell);
    }
  return patal_krutidev_likelihood (sample->str) >= 50 ? PATAL_ENCODING_KRUTIDEV : PATAL_ENCODING_PLAIN;
}

void
patal_import_run_set_header_row (PatalImportRun *run, guint row)
{
  g_return_if_fail (row < patal_sheet_n_rows (run->sheet));

  forget_preview (run);
  run->header_row = row;
  run->first_row = patal_headings_first_row (run->headings, run->sheet, row);
  patal_headings_map (run->headings, run->sheet, row, run->fields);
  for (guint column = 0; column < patal_sheet_n_columns (run->sheet); column++)
    run->encodings[column] = guess_encoding (run, column);
}

PatalImportRun *
patal_import_run_new (const PatalImport *import, PatalSheet *sheet, const char *source_name, GError **error)
{
  g_autoptr (PatalImportRun) run = g_new0 (PatalImportRun, 1);
  int row;

  run->import = import;
  run->sheet = sheet;
  run->source_name = g_strdup (source_name);
  run->headings = patal_headings_new (import);
  run->fields = g_new0 (int, patal_sheet_n_columns (sheet));
  run->encodings = g_new0 (PatalColumnEncoding, patal_sheet_n_columns (sheet));
  run->shared = g_new0 (char *, import->n_fields);
  row = patal_headings_find_row (run->headings, sheet);
  if (row < 0)
    {
      g_autofree char *known = patal_headings_known (import);

      g_set_error (error, PATAL_IMPORT_ERROR, PATAL_IMPORT_ERROR_NO_HEADER,
                   /* Translators: %s is a list of column headings. */
                   _("None of the first %d rows has headings for this list. Put a row of headings above the "
                      "data. Known headings are: %s."),
                   PATAL_HEADING_ROWS, known);
      return NULL;
    }
  patal_import_run_set_header_row (run, row);
  return g_steal_pointer (&run);
}

void
patal_import_run_free (PatalImportRun *run)
{
  if (run == NULL)
    return;
  forget_preview (run);
  patal_sheet_free (run->sheet);
  patal_headings_free (run->headings);
  g_free (run->source_name);
  g_free (run->fields);
  g_free (run->encodings);
  for (guint field = 0; field < run->import->n_fields; field++)
    g_free (run->shared[field]);
  g_free (run->shared);
  g_free (run);
}

const PatalImport *
patal_import_run_import (PatalImportRun *run)
{
  return run->import;
}

PatalSheet *
patal_import_run_sheet (PatalImportRun *run)
{
  return run->sheet;
}

guint
patal_import_run_header_row (PatalImportRun *run)
{
  return run->header_row;
}

int
patal_import_run_field (PatalImportRun *run, guint column)
{
  return column < patal_sheet_n_columns (run->sheet) ? run->fields[column] : -1;
}

void
patal_import_run_set_field (PatalImportRun *run, guint column, int field)
{
  g_return_if_fail (column < patal_sheet_n_columns (run->sheet) && field < (int) run->import->n_fields);

  forget_preview (run);
  run->fields[column] = MAX (field, -1);
  run->encodings[column] = guess_encoding (run, column);
}

PatalColumnEncoding
patal_import_run_encoding (PatalImportRun *run, guint column)
{
  return column < patal_sheet_n_columns (run->sheet) ? run->encodings[column] : PATAL_ENCODING_PLAIN;
}

void
patal_import_run_set_encoding (PatalImportRun *run, guint column, PatalColumnEncoding encoding)
{
  g_return_if_fail (column < patal_sheet_n_columns (run->sheet));

  forget_preview (run);
  run->encodings[column] = encoding;
}

const char *
patal_import_run_shared (PatalImportRun *run, guint field)
{
  g_return_val_if_fail (field < run->import->n_fields, NULL);
  return run->shared[field];
}

gboolean
patal_import_run_set_shared (PatalImportRun *run, guint field, const char *text, GError **error)
{
  const PatalImportField *of = &run->import->fields[field];
  g_autofree char *cleaned = NULL, *reason = NULL;

  g_return_val_if_fail (field < run->import->n_fields, FALSE);
  forget_preview (run);
  g_clear_pointer (&run->shared[field], g_free);
  switch (patal_import_value_read (text != NULL ? text : "", of->kind, 1, &cleaned, &reason))
    {
    case PATAL_CELL_AS_IS:
      run->shared[field] = g_strdup (text);
      return TRUE;
    case PATAL_CELL_CLEANED:
      run->shared[field] = g_steal_pointer (&cleaned);
      return TRUE;
    case PATAL_CELL_REFUSED:
      return fail_shared (of, text, reason, error);
    case PATAL_CELL_EMPTY:
    default:
      return TRUE;
    }
}

char *
patal_import_run_heading (PatalImportRun *run, guint column)
{
  int field = patal_import_run_field (run, column);

  return patal_headings_text (run->headings, run->sheet, run->header_row, column,
                              field >= 0 ? run->import->fields[field].kind : PATAL_FIELD_TEXT);
}

static void
map_shared (PatalImportRun *run)
{
  for (guint field = 0; field < run->import->n_fields; field++)
    if (run->slot_of[field] < 0 && run->shared[field] != NULL)
      run->slot_of[field] = run->n_mapped++;
}

static gboolean
map_fields (PatalImportRun *run, GError **error)
{
  const PatalImport *import = run->import;

  run->kinds = g_new (PatalFieldKind, patal_sheet_n_columns (run->sheet));
  run->column_of = g_new (int, import->n_fields);
  run->slot_of = g_new (int, import->n_fields);
  run->rupees_of = g_new0 (gint64, import->n_fields);
  run->n_mapped = 0;
  for (guint i = 0; i < import->n_fields; i++)
    run->column_of[i] = run->slot_of[i] = -1;
  for (guint column = 0; column < patal_sheet_n_columns (run->sheet); column++)
    {
      int field = run->fields[column];

      run->kinds[column] = field >= 0 ? import->fields[field].kind : PATAL_FIELD_TEXT;
      if (field < 0)
        continue;
      if (run->column_of[field] >= 0)
        {
          g_set_error (
              error, PATAL_IMPORT_ERROR, PATAL_IMPORT_ERROR_COLUMNS,
              /* Translators: “%s” is a field such as “LGD code”; the numbers are columns, counted from 1. */
              _("“%s” is taken from two columns, %d and %u. Choose one of them."),
              _(import->fields[field].title), run->column_of[field] + 1, column + 1);
          return FALSE;
        }
      run->column_of[field] = column;
      run->slot_of[field] = run->n_mapped++;
      run->rupees_of[field] = patal_headings_rupees (run->sheet, run->header_row, column);
    }
  if (run->n_mapped == 0)
    g_set_error_literal (error, PATAL_IMPORT_ERROR, PATAL_IMPORT_ERROR_COLUMNS,
                         _("No column is chosen yet. Say what at least one column holds."));
  if (run->n_mapped == 0)
    return FALSE;
  map_shared (run);
  return TRUE;
}

static gboolean
repeats_headings (PatalImportRun *run, guint sheet_row)
{
  for (guint column = 0; column < patal_sheet_n_columns (run->sheet); column++)
    if (strcmp (patal_sheet_cell (run->sheet, sheet_row, column),
                patal_sheet_cell (run->sheet, run->header_row, column))
        != 0)
      return FALSE;
  return TRUE;
}

/* Cleans one cell into its place; FALSE when its kind cannot read it: *@reason, (transfer full), says why. */
static gboolean
read_value (PatalImportRun *run, guint row, guint field, char **reason)
{
  int column = run->column_of[field];
  const char *raw = column >= 0 ? patal_sheet_cell (run->sheet, run->sheet_rows[row], (guint) column) : "";
  const char **value = &run->values[(gsize) row * run->n_mapped + run->slot_of[field]];
  g_autofree char *converted = NULL, *cleaned = NULL;

  if (*raw != '\0' && run->encodings[column] == PATAL_ENCODING_KRUTIDEV && !patal_import_value_failed (raw))
    converted = patal_krutidev_to_unicode (raw);
  switch (patal_import_value_read (converted != NULL ? converted : raw, run->import->fields[field].kind,
                                   run->rupees_of[field], &cleaned, reason))
    {
    case PATAL_CELL_AS_IS:
      *value = converted != NULL ? g_string_chunk_insert (run->arena, converted) : raw;
      return TRUE;
    case PATAL_CELL_CLEANED:
      *value = g_string_chunk_insert (run->arena, cleaned);
      return TRUE;
    case PATAL_CELL_REFUSED:
      return FALSE;
    case PATAL_CELL_EMPTY:
    default:
      *value = run->shared[field];
      return TRUE;
    }
}

/* The cells of a row as the import wants them: by field. */
static void
spread_cells (PatalImportRun *run, guint row, const char **cells)
{
  for (guint field = 0; field < run->import->n_fields; field++)
    cells[field]
        = run->slot_of[field] < 0 ? NULL : run->values[(gsize) row * run->n_mapped + run->slot_of[field]];
}

/* The values of a row that their kinds cannot read. */
typedef struct
{
  int   field;  /* of the first; -1: none */
  char *reason; /* of all */
} Fault;

static void
add_fault (Fault *fault, int field, char *reason)
{
  char *before = fault->reason;

  fault->reason = before != NULL ? g_strconcat (before, " ", reason, NULL) : g_strdup (reason);
  fault->field = before != NULL ? fault->field : field;
  g_free (before);
  g_free (reason);
}

/* What @unread makes of a row that would be taken without asking; what is not taken anyway stays as it is. */
static void
doubt_unread (PatalVerdict *verdict, const Fault *unread)
{
  char *before = verdict->reason;

  if (verdict->fate == PATAL_FATE_NEW || verdict->fate == PATAL_FATE_CHANGED)
    *verdict = (PatalVerdict) { .fate = PATAL_FATE_DOUBTFUL, .field = unread->field, .reason = g_strdup (unread->reason),
                                .doubt = PATAL_DOUBT_VALUE };
  else if (verdict->fate == PATAL_FATE_DOUBTFUL)
    {
      verdict->reason = g_strconcat (before, " ", unread->reason, NULL);
      g_free (before);
    }
}

/* Every value is read, so that a refused row too shows its amounts as they would be. */
static void
judge_row (PatalImportRun *run, guint row, const char **cells)
{
  PatalVerdict *verdict = &run->verdicts[row];
  Fault fault = { -1, NULL }, unread = { -1, NULL };

  if (patal_total_row_of (run->sheet, run->sheet_rows[row], run->kinds) != PATAL_TOTAL_NO)
    add_fault (&fault, -1, g_strdup (_("This row is a total, not an entry of the list.")));
  for (guint field = 0; field < run->import->n_fields; field++)
    {
      gboolean may_lack = run->import->lacks_days && run->import->fields[field].kind == PATAL_FIELD_DAY;
      char *reason = NULL;

      if (run->slot_of[field] < 0 || read_value (run, row, field, &reason))
        continue;
      if (may_lack || fault.reason == NULL)
        add_fault (may_lack ? &unread : &fault, (int) field, reason);
      else
        g_free (reason); /* one is enough to refuse it */
    }
  if (fault.reason != NULL)
    *verdict = (PatalVerdict) { .fate = PATAL_FATE_REFUSED, .field = fault.field, .reason = fault.reason };
  else
    {
      spread_cells (run, row, cells);
      *verdict = (PatalVerdict) { .field = -1, .unread = unread.reason != NULL };
      run->import->judge (run->job, row, cells, verdict);
      if (unread.reason != NULL)
        doubt_unread (verdict, &unread);
    }
  g_free (unread.reason);
}

/* What stands between the rows without being one of them, headings once more, a total, the list's foot, is left aside: it counts as nothing. */
static void
find_rows (PatalImportRun *run)
{
  guint n = patal_sheet_n_rows (run->sheet), foot = patal_list_foot (run->sheet, run->first_row, run->kinds);

  run->sheet_rows = g_new (guint, n - run->first_row + 1);
  for (guint sheet_row = run->first_row; sheet_row < n; sheet_row++)
    if (sheet_row >= foot || repeats_headings (run, sheet_row)
        || patal_total_row_of (run->sheet, sheet_row, run->kinds) == PATAL_TOTAL_ALONE)
      run->n_aside++;
    else
      run->sheet_rows[run->n_rows++] = sheet_row;
}

/* 0 for a file in which nothing was ever edited. */
static gboolean
last_journal_id (PatalDb *db, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) lines = patal_journal_lines (db, NULL, 1, 0, error);

  if (lines == NULL)
    return FALSE;
  *id = lines->len > 0 ? ((const PatalJournalLine *) lines->pdata[0])->id : 0;
  return TRUE;
}

static gboolean
judge_all (PatalImportRun *run, const PatalProgress *progress, GError **error)
{
  g_autofree const char **cells = g_new0 (const char *, run->import->n_fields);

  for (guint row = 0; row < run->n_rows; row++)
    {
      judge_row (run, row, cells);
      run->counts[run->verdicts[row].fate]++;
      if (!patal_progress_step (progress, row + 1, run->n_rows, error))
        return FALSE;
    }
  return TRUE;
}

/* Where no row is left, a shared value at which one fails is told by itself, and not once for each row. */
static gboolean
check_shared (PatalImportRun *run, GError **error)
{
  for (guint row = 0; run->counts[PATAL_FATE_REFUSED] == run->n_rows && row < run->n_rows; row++)
    {
      const PatalVerdict *verdict = &run->verdicts[row];
      const char *value = verdict->field >= 0 ? run->shared[verdict->field] : NULL;

      if (value != NULL && patal_import_run_cell (run, row, (guint) verdict->field) == value)
        return fail_shared (&run->import->fields[verdict->field], value, verdict->reason, error);
    }
  return TRUE;
}

static gboolean
begin_job (PatalImportRun *run, PatalDb *db, GError **error)
{
  g_autofree gboolean *mapped = g_new0 (gboolean, run->import->n_fields);
  GError *local = NULL;

  for (guint field = 0; field < run->import->n_fields; field++)
    mapped[field] = run->slot_of[field] >= 0;
  run->job = run->import->begin (db, mapped, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

gboolean
patal_import_run_preview (PatalImportRun *run, PatalDb *db, const PatalProgress *progress, GError **error)
{
  /* Where an import failed, the same rows in the same order are judged once more: what was decided of them stands. */
  g_autofree guint8 *decided = run->spent ? g_steal_pointer (&run->decisions) : NULL;
  gint64 journal_id = run->journal_id;

  forget_preview (run);
  if (!map_fields (run, error) || !last_journal_id (db, &run->journal_id, error)
      || !begin_job (run, db, error))
    {
      forget_preview (run);
      return FALSE;
    }
  find_rows (run);
  run->values = g_new0 (const char *, (gsize) run->n_rows * run->n_mapped);
  run->arena = g_string_chunk_new (ARENA_BYTES);
  run->verdicts = g_new0 (PatalVerdict, run->n_rows);
  run->decisions = g_malloc (run->n_rows + 1);
  if (decided != NULL && journal_id == run->journal_id)
    memcpy (run->decisions, decided, run->n_rows + 1);
  else
    memset (run->decisions, NOT_DECIDED, run->n_rows + 1);
  run->previewed = TRUE;
  if (judge_all (run, progress, error) && check_shared (run, error))
    return TRUE;
  forget_preview (run);
  return FALSE;
}

guint
patal_import_run_n_rows (PatalImportRun *run)
{
  return run->n_rows;
}

guint
patal_import_run_n_aside (PatalImportRun *run)
{
  return run->n_aside;
}

const guint *
patal_import_run_counts (PatalImportRun *run)
{
  return run->counts;
}

const PatalVerdict *
patal_import_run_verdict (PatalImportRun *run, guint row)
{
  g_return_val_if_fail (row < run->n_rows, NULL);
  return &run->verdicts[row];
}

guint
patal_import_run_line (PatalImportRun *run, guint row)
{
  return patal_sheet_line (run->sheet, run->sheet_rows[row]);
}

guint
patal_import_run_sheet_row (PatalImportRun *run, guint row)
{
  g_return_val_if_fail (row < run->n_rows, 0);
  return run->sheet_rows[row];
}

const char *
patal_import_run_cell (PatalImportRun *run, guint row, guint field)
{
  g_return_val_if_fail (row < run->n_rows && field < run->import->n_fields, NULL);
  return run->slot_of[field] < 0 ? NULL : run->values[(gsize) row * run->n_mapped + run->slot_of[field]];
}

const char *
patal_import_run_raw (PatalImportRun *run, guint row, guint field)
{
  g_return_val_if_fail (row < run->n_rows && field < run->import->n_fields, NULL);
  return run->column_of[field] < 0
             ? run->shared[field]
             : patal_sheet_cell (run->sheet, run->sheet_rows[row], run->column_of[field]);
}

char *
patal_import_run_describe (PatalImportRun *run, PatalDb *db, guint row)
{
  g_return_val_if_fail (row < run->n_rows, NULL);
  if (run->verdicts[row].fate != PATAL_FATE_DOUBTFUL || run->verdicts[row].candidate == 0 || run->import->describe == NULL)
    return NULL;
  return run->import->describe (run->job, db, run->verdicts[row].candidate);
}

guint
patal_import_run_twin_line (PatalImportRun *run, guint row)
{
  const PatalVerdict *verdict = patal_import_run_verdict (run, row);

  if (verdict == NULL || verdict->fate != PATAL_FATE_DOUBTFUL || verdict->candidate >= 0)
    return 0;
  return patal_import_run_line (run, (guint) (-1 - verdict->candidate));
}

char **
patal_import_run_recall (PatalImportRun *run, PatalDb *db, guint row)
{
  const PatalVerdict *verdict = patal_import_run_verdict (run, row);
  g_autofree const char **cells = NULL;
  char **values;

  if (verdict == NULL || run->import->recall == NULL || run->spent
      || (verdict->fate != PATAL_FATE_CHANGED && verdict->fate != PATAL_FATE_DOUBTFUL))
    return NULL;
  cells = g_new0 (const char *, run->import->n_fields);
  values = g_new0 (char *, run->import->n_fields);
  spread_cells (run, row, cells);
  run->import->recall (run->job, db, row, cells, verdict, values);
  return values;
}

void
patal_import_run_free_recalled (PatalImportRun *run, char **values)
{
  for (guint i = 0; values != NULL && i < run->import->n_fields; i++)
    g_free (values[i]);
  g_free (values);
}

char *
patal_import_run_warning (PatalImportRun *run, const char **question)
{
  const char *asked = NULL;
  char *warning = run->previewed && run->import->warn != NULL ? run->import->warn (run->job, &asked) : NULL;

  if (question != NULL)
    *question = asked != NULL ? _(asked) : NULL;
  return warning;
}

void
patal_import_run_decide_all (PatalImportRun *run, PatalDoubtful doubtful)
{
  run->decision = doubtful;
}

void
patal_import_run_decide (PatalImportRun *run, guint row, PatalDoubtful doubtful)
{
  g_return_if_fail (row < run->n_rows);
  run->decisions[row] = doubtful;
}

static gboolean
is_alike (const PatalVerdict *one, const PatalVerdict *other)
{
  return one->fate == PATAL_FATE_DOUBTFUL && other->fate == PATAL_FATE_DOUBTFUL && one->doubt == other->doubt
         && one->question == other->question
         && (one->doubt == PATAL_DOUBT_VALUE || one->question != 0 || g_strcmp0 (one->reason, other->reason) == 0);
}

guint
patal_import_run_n_alike (PatalImportRun *run, guint row)
{
  guint n = 0;

  g_return_val_if_fail (row < run->n_rows, 0);
  for (guint other = 0; other < run->n_rows; other++)
    n += is_alike (&run->verdicts[row], &run->verdicts[other]);
  return n;
}

void
patal_import_run_decide_alike (PatalImportRun *run, guint row, PatalDoubtful doubtful)
{
  g_return_if_fail (row < run->n_rows);
  for (guint other = 0; other < run->n_rows; other++)
    if (is_alike (&run->verdicts[row], &run->verdicts[other]))
      run->decisions[other] = doubtful;
}

PatalDoubtful
patal_import_run_decision (PatalImportRun *run, guint row)
{
  PatalDoubtful decision;

  g_return_val_if_fail (row < run->n_rows, PATAL_DOUBTFUL_SKIP);
  decision = run->decisions[row] == NOT_DECIDED ? run->decision : (PatalDoubtful) run->decisions[row];
  return run->verdicts[row].doubt == PATAL_DOUBT_FROZEN && decision == PATAL_DOUBTFUL_MERGE ? PATAL_DOUBTFUL_SKIP : decision;
}

static gboolean
is_taken (PatalImportRun *run, guint row)
{
  PatalFate fate = run->verdicts[row].fate;

  return fate == PATAL_FATE_NEW || fate == PATAL_FATE_CHANGED
         || (fate == PATAL_FATE_DOUBTFUL && patal_import_run_decision (run, row) != PATAL_DOUBTFUL_SKIP);
}

guint
patal_import_run_n_added (PatalImportRun *run)
{
  return run->n_added;
}

static gboolean
fail_changed (GError **error)
{
  g_set_error_literal (
      error, PATAL_IMPORT_ERROR, PATAL_IMPORT_ERROR_CHANGED,
      _("The district's file has changed since the preview. Look at the preview once more, then import."));
  return FALSE;
}

typedef struct
{
  PatalImportRun      *run;
  const PatalProgress *progress;
} Commit;

static gboolean
apply_row (PatalImportRun *run, PatalDb *db, guint row, const char **cells, GError **error)
{
  const PatalVerdict *verdict = &run->verdicts[row];
  PatalDoubtful decision = patal_import_run_decision (run, row);
  gboolean adds = verdict->fate == PATAL_FATE_NEW || (verdict->fate == PATAL_FATE_DOUBTFUL && decision == PATAL_DOUBTFUL_NEW);

  spread_cells (run, row, cells);
  if (!run->import->apply (run->job, db, row, cells, verdict, decision, &adds, error))
    return FALSE;
  run->n_added += adds;
  return TRUE;
}

/* Inside the edit, so that nothing can come between the look at the journal and the writing. */
static gboolean
apply_cb (PatalDb *db, gpointer data, GError **error)
{
  Commit *commit = data;
  PatalImportRun *run = commit->run;
  g_autofree const char **cells = g_new0 (const char *, run->import->n_fields);
  gint64 journal_id;

  if (!last_journal_id (db, &journal_id, error))
    return FALSE;
  if (journal_id != run->journal_id)
    return fail_changed (error);
  for (guint row = 0; row < run->n_rows; row++)
    {
      if (is_taken (run, row) && !apply_row (run, db, row, cells, error))
        return FALSE;
      if (!patal_progress_step (commit->progress, row + 1, run->n_rows, error))
        return FALSE;
    }
  return run->import->finish == NULL || run->import->finish (run->job, db, error);
}

static gboolean
fail_refused (PatalImportRun *run, GError **error)
{
  guint n = run->counts[PATAL_FATE_REFUSED];

  g_set_error (
      error, PATAL_IMPORT_ERROR, PATAL_IMPORT_ERROR_REFUSED,
      ngettext ("%u row was refused, so nothing was imported. Correct it, or import without it.",
                "%u rows were refused, so nothing was imported. Correct them, or import without them.", n),
      n);
  return FALSE;
}

gboolean
patal_import_run_commit (PatalImportRun *run, PatalDb *db, PatalRefused refused, guint *taken,
                         const PatalProgress *progress, GError **error)
{
  Commit commit = { run, progress };
  guint n = 0;

  if (!run->previewed || run->spent)
    return fail_changed (error);
  if (run->counts[PATAL_FATE_REFUSED] > 0 && refused == PATAL_REFUSED_STOP)
    return fail_refused (run, error);
  for (guint row = 0; row < run->n_rows; row++)
    n += is_taken (run, row);
  if (n > 0)
    {
      PatalLabel label = { .msgid = run->import->label, .msgid_plural = run->import->label_plural, .n = n,
                           .args = { run->source_name } };

      run->spent = TRUE; /* whatever comes of it, the concern's job has counted these rows as written */
      if (!patal_db_edit (db, &label, apply_cb, &commit, error))
        return FALSE;
    }
  if (taken != NULL)
    *taken = n;
  return TRUE;
}
