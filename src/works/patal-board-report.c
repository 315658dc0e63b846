/* patal-board-report.c: the report "boards" (R11): which boards stand, and what is wrong with them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-record-private.h"
#include "patal-frame.h"
#include "patal-place-sql.h"
#include "patal-work.h"
#include <glib/gi18n-lib.h>

enum { SERIAL, GP, NAME, CODE, KIND, BUILT_ON, CORRECT, DEFECTS, PHOTO, N_COLUMNS };

typedef enum { MISSING, UNSEEN, IS_CORRECT, WRONG, N_STATES } State;
static const char *const state_ids[N_STATES] = { "missing", "unseen", "correct", "wrong" }; /* as PATAL_SQL_BOARD_STATE has them */

typedef struct
{
  gint64      within;
  const char *state, *kind, *status; /* each (nullable): of the filter */
  gboolean    with_district;
} Plan;

static gboolean
is_one_of (const char *word, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (word, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* *@out: what the filter says of @key; it is one of @words where it is given. */
static gboolean
read_word (const PatalReportArgs *args, const char *key, const char *const *words, guint n, const char **out, GError **error)
{
  *out = patal_frame_filter (args, key);
  if (*out == NULL || is_one_of (*out, words, n))
    return TRUE;
  g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("The filter %s does not know “%s”"), key, *out);
  return FALSE;
}

static gboolean
make_plan (PatalDb *db, const PatalReportArgs *args, Plan *plan, GError **error)
{
  static const char *const states[] = { "missing", "built", "correct", "wrong", "unseen" };
  const char *kinds[PATAL_N_WORK_KINDS], *statuses[PATAL_N_WORK_STATUSES];
  gint64 n_districts;

  for (guint i = 0; i < PATAL_N_WORK_KINDS; i++)
    kinds[i] = patal_work_kind_id (i);
  for (guint i = 0; i < PATAL_N_WORK_STATUSES; i++)
    statuses[i] = patal_work_status_id (i);
  if (!patal_frame_scope (db, args, &plan->within, error)
      || !read_word (args, "state", states, G_N_ELEMENTS (states), &plan->state, error)
      || !read_word (args, "kind", kinds, PATAL_N_WORK_KINDS, &plan->kind, error)
      || !read_word (args, "status", statuses, PATAL_N_WORK_STATUSES, &plan->status, error)
      || !patal_db_int (db, "SELECT count (*) FROM unit WHERE level = 'district' AND (?1 = 0 OR parent = ?1)",
                        PATAL_ARGS (PATAL_INT (plan->within)), &n_districts, error))
    return FALSE;
  plan->with_district = n_districts > 1;
  return TRUE;
}

/* ?1 within, ?2 day, ?3 whether in Hindi, ?4 state, ?5 kind, ?6 status. Whether a unit is given is decided in C, so that the works of a block
 * are found by the index of their gram panchayats. */
#define IN_LANGUAGE(of) "iif (?3, ifnull (" of ".name_hi, " of ".name_en), ifnull (" of ".name_en, " of ".name_hi))"
#define BOARDS(where) \
  " SELECT * FROM (SELECT w.id, b.id AS block_id, " IN_LANGUAGE ("b") " AS block, " IN_LANGUAGE ("d") ", u.id AS gp_id," \
  "  " IN_LANGUAGE ("u") " AS gp, " IN_LANGUAGE ("w") " AS work, w.code, w.kind, board.built_on, board.defects, board.defect_note," \
  "  board.photo IS NOT NULL, " PATAL_SQL_BOARD_STATE ("w", "board", "?2") " AS state" \
  "  FROM work AS w JOIN unit AS u ON u.id = w.gp LEFT JOIN unit AS b ON b.id = u.parent LEFT JOIN unit AS d ON d.id = b.parent" \
  "  LEFT JOIN board ON board.work = w.id" \
  "  WHERE " where " AND (?5 IS NULL OR w.kind = ?5) AND (?6 IS NULL OR w.status = ?6))" \
  " WHERE state IS NOT NULL AND (?4 IS NULL OR state = ?4 OR ?4 = 'built' AND state <> 'missing')" \
  " ORDER BY iif (?3, block, lower (block)), block_id, iif (?3, gp, lower (gp)), gp_id, iif (?3, work, lower (work)), id"
static const char boards_sql[] = BOARDS ("?1 = 0");
static const char boards_within_sql[] = "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?1") BOARDS ("w.gp IN below");
enum { S_ID, S_BLOCK_ID, S_BLOCK, S_DISTRICT, S_GP_ID, S_GP, S_WORK, S_CODE, S_KIND, S_BUILT_ON, S_DEFECTS, S_NOTE, S_PHOTO, S_STATE };

static PatalTable *
new_table (const PatalWords *words)
{
  const PatalColumn columns[N_COLUMNS] = {
    [SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [GP] = { "gp", patal_words_get (words, "Gram panchayat"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [NAME] = { "name", patal_words_get (words, "Name of the work"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [CODE] = { "code", patal_words_get (words, "Work code"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [KIND] = { "kind", patal_words_get (words, "Kind of board"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [BUILT_ON] = { "built_on", patal_words_get (words, "Board built (date)"), PATAL_COLUMN_DAY, PATAL_TOTAL_NONE },
    /* Translators: a column's title: is the board right? */
    [CORRECT] = { "correct", patal_words_get (words, "Correct?"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [DEFECTS] = { "defects", patal_words_get (words, "Shortcomings"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [PHOTO] = { "photo", patal_words_get (words, "Photo"), PATAL_COLUMN_YES_NO, PATAL_TOTAL_NONE },
  };

  return patal_table_new (columns, N_COLUMNS);
}

static State
state_of (PatalRows *rows)
{
  guint state = 0;

  while (state + 1 < N_STATES && g_strcmp0 (state_ids[state], patal_rows_text (rows, S_STATE)) != 0)
    state++;
  return (State) state;
}

/* "गलत आकार, क्षतिग्रस्त: वर्षा से रंग उतर गया है". */
static char *
shortcomings (const PatalWords *words, PatalRows *rows, State state)
{
  guint32 defects = patal_board_defects_read (patal_rows_text (rows, S_DEFECTS));
  const char *note = patal_rows_text (rows, S_NOTE);
  g_autoptr (GString) text = g_string_new (NULL);

  if (state == MISSING)
    return g_strdup (patal_words_get (words, "No board is built yet"));
  if (state != WRONG)
    return NULL;
  for (guint i = 0; i < PATAL_N_DEFECTS; i++)
    if (defects & 1u << i)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", patal_words_get (words, patal_defect_title (i)));
  if (note != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ": " : "", note);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Kinds in one word: two lines to a row would make the list twice as long. */
static void
add_row (PatalTable *table, const PatalWords *words, PatalRows *rows, State state)
{
  static const PatalBoardVerdict verdicts[N_STATES] = {
    [UNSEEN] = PATAL_BOARD_PENDING, [IS_CORRECT] = PATAL_BOARD_CORRECT, [WRONG] = PATAL_BOARD_WRONG };
  guint row = patal_table_add_row (table, patal_rows_int (rows, S_ID));
  gboolean individual = g_strcmp0 (patal_rows_text (rows, S_KIND), patal_work_kind_id (PATAL_WORK_INDIVIDUAL)) == 0;
  g_autofree char *defects = shortcomings (words, rows, state);

  patal_table_set_text (table, row, GP, patal_rows_text (rows, S_GP));
  patal_table_set_text (table, row, NAME, patal_rows_text (rows, S_WORK));
  patal_table_set_text (table, row, CODE, patal_rows_text (rows, S_CODE));
  patal_table_set_text (table, row, KIND, individual ? patal_words_get (words, "Individual") : patal_words_get (words, "Community"));
  patal_table_set_text (table, row, DEFECTS, defects);
  if (state == MISSING)
    return;
  patal_table_set_number (table, row, BUILT_ON, patal_day_from_iso (patal_rows_text (rows, S_BUILT_ON)));
  patal_table_set_text (table, row, CORRECT, patal_words_get (words, patal_board_verdict_title (verdicts[state])));
  patal_table_set_number (table, row, PHOTO, patal_rows_int (rows, S_PHOTO) != 0);
}

/* Block after block, as the list of gram panchayats has them. */
static void
begin_block (PatalTable *table, const Plan *plan, PatalRows *rows, gint64 *last)
{
  gint64 block = patal_rows_int (rows, S_BLOCK_ID);
  const char *name = patal_rows_text (rows, S_BLOCK), *district = patal_rows_text (rows, S_DISTRICT);
  g_autofree char *title = NULL;

  if (block == *last || name == NULL)
    return;
  title = plan->with_district && district != NULL ? g_strdup_printf ("%s, %s", name, district) : g_strdup (name);
  patal_table_begin_group (table, title);
  *last = block;
}

static gboolean
fill_table (PatalDb *db, PatalTable *table, const PatalReportArgs *args, const Plan *plan, guint counts[N_STATES], GError **error)
{
  g_autofree char *day = patal_day_iso (args->as_on);
  g_auto (PatalRows) rows = patal_db_query (db, plan->within != 0 ? boards_within_sql : boards_sql, PATAL_ARGS (
    PATAL_INT (plan->within), PATAL_TEXT (day), PATAL_INT (patal_words_lang (args->words) == PATAL_LANG_HI), PATAL_TEXT (plan->state),
    PATAL_TEXT (plan->kind), PATAL_TEXT (plan->status)));
  gint64 block = 0;

  while (patal_rows_next (&rows))
    {
      State state = state_of (&rows);

      begin_block (table, plan, &rows, &block);
      add_row (table, args->words, &rows, state);
      counts[state]++;
      if (!patal_progress_step (args->progress, patal_table_n_rows (table), 0, error))
        return FALSE;
    }
  return patal_rows_finish (&rows, error);
}

/* (transfer full): the figures of the whole list, and which works are not in it. */
static char *
make_note (const PatalReportArgs *args, const guint counts[N_STATES])
{
  g_autofree char *missing = g_strdup_printf ("%u", counts[MISSING]), *unseen = g_strdup_printf ("%u", counts[UNSEEN]);
  g_autofree char *correct = g_strdup_printf ("%u", counts[IS_CORRECT]), *wrong = g_strdup_printf ("%u", counts[WRONG]);

  /* Translators: below the list of boards */
  return patal_label_text (PATAL_LABEL (
    N_("Boards: {1} correct, {2} found wrong, {3} not inspected, {4} not built. A work that has not begun needs none, and is not listed."),
    correct, wrong, unseen, missing), args->words);
}

static const char *
title_of (const Plan *plan)
{
  if (g_strcmp0 (plan->state, "missing") == 0)
    return N_("Works without a citizen information board");
  if (g_strcmp0 (plan->state, "wrong") == 0)
    return N_("Citizen information boards found wrong");
  if (g_strcmp0 (plan->state, "unseen") == 0)
    return N_("Citizen information boards to be inspected");
  return N_("State of the citizen information boards");
}

static PatalTable *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  Plan plan = { 0 };
  g_autoptr (PatalTable) table = NULL;
  g_autofree char *note = NULL;
  guint counts[N_STATES] = { 0 };

  if (!make_plan (db, args, &plan, error))
    return NULL;
  table = new_table (args->words);
  if (!fill_table (db, table, args, &plan, counts, error))
    return NULL;
  note = make_note (args, counts);
  return patal_frame_apply (db, table, args, plan.within, patal_words_get (args->words, title_of (&plan)), note, error)
             ? g_steal_pointer (&table) : NULL;
}

const PatalReport patal_board_report = { "boards", N_("State of the citizen information boards"), build };
