/* test-board-report.c: the reports "boards" and "work-files", the chart "boards"
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "works.h"
#include "patal-board-record.h"
#include "patal-report.h"
#include "patal-work-file.h"
#include "patal-work-list.h"
#include <string.h>

#define AS_ON DAY (2022, 1, 15)

static PatalReportArgs
args_of (PatalWords *words, GHashTable *filter, const char *scope)
{
  return (PatalReportArgs) { .words = words, .as_on = AS_ON, .scope = scope, .filter = filter };
}

/* @query: "boards?state=missing&within=7", as a figure has it. */
static PatalTable *
build (Directory *f, const PatalReport *report, const char *query, const char *scope, GError **error)
{
  g_autoptr (GHashTable) filter = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, NULL);
  g_auto (GStrv) pairs = g_strsplit (query != NULL ? strchr (query, '?') + 1 : "", "&", -1);
  PatalReportArgs args = args_of (words, filter, scope);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *equals = strchr (pairs[i], '=');

      g_assert_nonnull (equals);
      g_hash_table_insert (filter, g_strndup (pairs[i], (gsize) (equals - pairs[i])), g_strdup (equals + 1));
    }
  return report->build (f->db, &args, error);
}

static PatalTable *
build_well (Directory *f, const PatalReport *report, const char *query, const char *scope)
{
  g_autoptr (GError) error = NULL;
  PatalTable *table = build (f, report, query, scope, &error);

  g_assert_no_error (error);
  return table;
}

static guint
column (PatalTable *table, const char *id)
{
  for (guint i = 0; i < patal_table_n_columns (table); i++)
    if (g_str_equal (patal_table_column (table, i)->id, id))
      return i;
  g_error ("no column %s", id);
}

static void
assert_cell (PatalTable *table, guint row, const char *id, const char *expected)
{
  g_autofree char *text = patal_table_cell_text (table, row, column (table, id));

  g_assert_cmpstr (text, ==, expected);
}

typedef struct
{
  const char     *name;
  guint           gp;
  PatalWorkStatus status;
  PatalDay        start, end;
  PatalWorkKind   kind;
} Made;

static gint64
add_work (Directory *f, Made made)
{
  PatalWork work = works_pond (f->gp[made.gp]);

  work.name_hi = (char *) made.name;
  work.code = NULL;
  work.status = made.status;
  work.start = made.start;
  work.end = made.end;
  work.kind = made.kind;
  directory_do (f, (gpointer) patal_work_insert, &work);
  return work.id;
}

static void
add_board (Directory *f, gint64 work, PatalDay built_on, PatalBoardVerdict correct, guint32 defects, PatalDay seen_on)
{
  PatalBoardRecord record = { .work = work, .built_on = built_on, .correct = correct, .defects = defects, .seen_on = seen_on };

  if (correct == PATAL_BOARD_WRONG)
    record.defect_note = (char *) "राशि गलत";
  directory_do (f, (gpointer) patal_board_record_save, &record);
}

static void
fill_boards (Directory *f)
{
  gint64 ids[7];

  ids[0] = add_work (f, (Made) { "अ", 0, PATAL_WORK_ONGOING, DAY (2021, 6, 1), 0, PATAL_WORK_COMMUNITY });
  ids[1] = add_work (f, (Made) { "आ", 0, PATAL_WORK_COMPLETED, DAY (2021, 6, 1), DAY (2021, 9, 1), PATAL_WORK_INDIVIDUAL });
  ids[2] = add_work (f, (Made) { "इ", 1, PATAL_WORK_ONGOING, DAY (2021, 7, 1), 0, PATAL_WORK_COMMUNITY });
  ids[3] = add_work (f, (Made) { "ई", 1, PATAL_WORK_ONGOING, PATAL_DAY_NONE, 0, PATAL_WORK_COMMUNITY });    /* begun, nobody knows when */
  ids[4] = add_work (f, (Made) { "उ", 1, PATAL_WORK_SANCTIONED, PATAL_DAY_NONE, 0, PATAL_WORK_COMMUNITY }); /* needs none */
  ids[5] = add_work (f, (Made) { "ऊ", 1, PATAL_WORK_ONGOING, DAY (2022, 1, 16), 0, PATAL_WORK_COMMUNITY }); /* begins on the next day */
  ids[6] = add_work (f, (Made) { "ए", 3, PATAL_WORK_ONGOING, DAY (2021, 7, 1), 0, PATAL_WORK_INDIVIDUAL });
  add_board (f, ids[0], DAY (2021, 6, 5), PATAL_BOARD_CORRECT, 0, DAY (2021, 8, 1));
  add_board (f, ids[1], DAY (2021, 6, 6), PATAL_BOARD_WRONG, 1u << PATAL_DEFECT_SIZE | 1u << PATAL_DEFECT_FIGURES, DAY (2022, 1, 15));
  add_board (f, ids[2], DAY (2021, 7, 7), PATAL_BOARD_CORRECT, 0, DAY (2022, 1, 16)); /* seen on the next day */
  add_board (f, ids[6], DAY (2022, 1, 16), PATAL_BOARD_PENDING, 0, 0);                /* built on the next day */
}

static void
test_boards (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalTable) all = NULL, block = NULL;

  fill_boards (f);
  all = build_well (f, &patal_board_report, NULL, NULL);
  g_assert_cmpuint (patal_table_n_rows (all), ==, 5);
  g_assert_cmpuint (patal_table_n_groups (all), ==, 2);
  g_assert_cmpstr (patal_table_group (all, 0).title, ==, "Akalpur");
  g_assert_cmpuint (patal_table_group (all, 1).first_row, ==, 4);

  assert_cell (all, 0, "gp", "Amgaon");
  assert_cell (all, 0, "name", "अ");
  assert_cell (all, 0, "kind", "Community");
  assert_cell (all, 0, "built_on", "05.06.2021");
  assert_cell (all, 0, "correct", "Yes");
  assert_cell (all, 0, "defects", "");
  assert_cell (all, 0, "photo", "No");
  assert_cell (all, 1, "kind", "Individual");
  assert_cell (all, 1, "correct", "No");
  assert_cell (all, 1, "defects", "Wrong size, Figures differ from the record: राशि गलत");
  assert_cell (all, 2, "name", "इ");
  assert_cell (all, 2, "correct", "Not inspected");
  assert_cell (all, 3, "name", "ई");
  assert_cell (all, 3, "built_on", "");
  assert_cell (all, 3, "correct", "");
  assert_cell (all, 3, "photo", "");
  assert_cell (all, 3, "defects", "No board is built yet");
  assert_cell (all, 4, "name", "ए");
  assert_cell (all, 4, "defects", "No board is built yet");
  g_assert_nonnull (strstr (patal_table_frame (all)->note, "1 correct, 1 found wrong, 1 not inspected, 2 not built"));
  block = build_well (f, &patal_board_report, NULL, "902");
  g_assert_cmpuint (patal_table_n_rows (block), ==, 1);
}

static void
test_board_filters (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { const char *query; guint n; const char *first; } cases[] = {
    { "boards?state=missing", 2, "ई" },   { "boards?state=built", 3, "अ" },         { "boards?state=wrong", 1, "आ" },
    { "boards?state=correct", 1, "अ" },   { "boards?state=unseen", 1, "इ" },        { "boards?kind=individual", 2, "आ" },
    { "boards?status=completed", 1, "आ" }, { "boards?kind=individual&state=missing", 1, "ए" },
  };
  static const char *const wrong[] = { "boards?state=lost", "boards?kind=both", "boards?status=open", "boards?within=999999" };

  fill_boards (f);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatalTable) table = build_well (f, &patal_board_report, cases[i].query, NULL);

      g_assert_cmpuint (patal_table_n_rows (table), ==, cases[i].n);
      assert_cell (table, 0, "name", cases[i].first);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (build (f, &patal_board_report, wrong[i], NULL, &error));
      g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
    }
}

/* The filter of the list and R11 count the same works. */
static void
test_list_agrees (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { PatalBoardState state; const char *query; } cases[] = {
    { PATAL_BOARD_STATE_MISSING, "boards?state=missing" }, { PATAL_BOARD_STATE_BUILT, "boards?state=built" },
    { PATAL_BOARD_STATE_WRONG, "boards?state=wrong" }, { PATAL_BOARD_STATE_UNSEEN, "boards?state=unseen" },
  };
  gint64 unbuilt;

  fill_boards (f);
  unbuilt = add_work (f, (Made) { "ऐ", 0, PATAL_WORK_ONGOING, DAY (2021, 6, 1), 0, PATAL_WORK_COMMUNITY });
  add_board (f, unbuilt, PATAL_DAY_NONE, PATAL_BOARD_WRONG, 1u << PATAL_DEFECT_NOT_STANDING, DAY (2022, 1, 10)); /* missing, not wrong */
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PatalWorkFilter filter = { .kind = -1, .status = -1, .board = cases[i].state, .as_on = AS_ON,
                                       .sort = PATAL_WORK_SORT_GP_EN };
      g_autoptr (PatalTable) table = build_well (f, &patal_board_report, cases[i].query, NULL);
      g_autoptr (GArray) ids = patal_work_ids (f->db, &filter, NULL);

      g_assert_cmpuint (ids->len, ==, patal_table_n_rows (table));
      for (guint row = 0; row < ids->len; row++)
        g_assert_cmpint (g_array_index (ids, gint64, row), ==, patal_table_row_id (table, row));
    }
}

static void
test_board_chart (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, NULL);
  PatalReportArgs args = args_of (words, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalChart) chart = NULL, block = NULL;
  static const gint64 parts[2][4] = { { 1, 1, 1, 1 }, { 0, 0, 0, 1 } };

  fill_boards (f);
  chart = patal_board_chart.build (f->db, &args, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (patal_chart_n_bars (chart), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpstr (patal_chart_bar (chart, i)->label, ==, i == 0 ? "Akalpur" : "Balpur");
      for (guint part = 0; part < 4; part++)
        g_assert_cmpint (patal_chart_bar (chart, i)->parts[part], ==, parts[i][part]);
    }
  args.scope = "Balpur";
  block = patal_board_chart.build (f->db, &args, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (patal_chart_n_bars (block), ==, 1);
}

/* Of @work the documents of the first @there kinds are there, those of the next @spared do not apply. */
static void
add_file (Directory *f, gint64 work, guint there, guint spared)
{
  g_autoptr (GPtrArray) types = patal_doc_types (f->db, NULL);

  for (guint i = 0; i < there + spared; i++)
    directory_do (f, (gpointer) patal_work_doc_save,
                  &(PatalWorkDoc) { .work = work, .type = ((PatalDocType *) types->pdata[i])->id, .applicable = i < there,
                                    .available = i < there, .page_from = i < there ? 1 : 0, .page_to = i < there ? 3 : 0 });
}

static void
fill_files (Directory *f)
{
  add_file (f, add_work (f, (Made) { "अ", 0, PATAL_WORK_COMPLETED, DAY (2021, 6, 1), DAY (2021, 9, 1), 0 }), 20, 0);
  add_file (f, add_work (f, (Made) { "आ", 0, PATAL_WORK_COMPLETED, DAY (2021, 6, 1), PATAL_DAY_NONE, 0 }), 21, 1);
  add_work (f, (Made) { "इ", 0, PATAL_WORK_COMPLETED, DAY (2021, 6, 1), DAY (2021, 9, 1), 0 });
  add_work (f, (Made) { "ई", 3, PATAL_WORK_COMPLETED, DAY (2021, 6, 1), DAY (2021, 9, 1), 0 });
  add_file (f, add_work (f, (Made) { "उ", 3, PATAL_WORK_ONGOING, DAY (2021, 6, 1), PATAL_DAY_NONE, 0 }), 5, 0); /* not completed */
  add_work (f, (Made) { "ऊ", 1, PATAL_WORK_COMPLETED, DAY (2021, 6, 1), DAY (2022, 1, 16), 0 });               /* on the next day */
}

static void
test_files (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalTable) all = NULL, block = NULL;

  fill_files (f);
  all = build_well (f, &patal_work_file_report, NULL, NULL);
  g_assert_cmpuint (patal_table_n_rows (all), ==, 2); /* who has no completed work has no row */
  assert_cell (all, 0, "gp", "Amgaon");
  assert_cell (all, 0, "completed", "3");
  assert_cell (all, 0, "kept", "2");
  assert_cell (all, 0, "share", "63.0"); /* 41 of 22 + 21 + 22, rounded down */
  assert_cell (all, 0, "missing", "Completion report / certificate (1); Social audit report (1)");
  assert_cell (all, 1, "completed", "1");
  assert_cell (all, 1, "kept", "0");
  assert_cell (all, 1, "share", "0.0");
  assert_cell (all, 1, "missing", "No document is recorded");
  g_assert_cmpint (patal_table_total (all, column (all, "completed")), ==, 4);
  g_assert_cmpint (patal_table_total (all, column (all, "kept")), ==, 2);
  g_assert_cmpuint (patal_table_n_groups (all), ==, 2);
  block = build_well (f, &patal_work_file_report, NULL, "901");
  g_assert_cmpuint (patal_table_n_rows (block), ==, 1);
}

/* Whatever figure is opened shows as many rows as it says: of a gram panchayat works, of a work documents. */
static void
test_files_open (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const of_gp[] = { "completed", "kept" }, *const of_work[] = { "due", "there" };
  g_autoptr (PatalTable) gps = NULL, works = NULL, empty = NULL, documents = NULL;
  g_autofree char *all = NULL;
  guint opened = 0;

  fill_files (f);
  gps = build_well (f, &patal_work_file_report, NULL, NULL);
  for (guint row = 0; row < patal_table_n_rows (gps); row++)
    for (gsize i = 0; i < G_N_ELEMENTS (of_gp); i++, opened++)
      {
        PatalCell cell = patal_table_cell (gps, row, column (gps, of_gp[i]));
        g_autoptr (PatalTable) list = build_well (f, &patal_work_file_report, cell.opens, NULL);

        g_assert_cmpint (patal_table_n_rows (list), ==, cell.number);
      }
  works = build_well (f, &patal_work_file_report, "work-files?works=completed", NULL);
  g_assert_cmpuint (patal_table_n_rows (works), ==, 4);
  for (guint row = 0; row < patal_table_n_rows (works); row++)
    for (gsize i = 0; i < G_N_ELEMENTS (of_work); i++, opened++)
      {
        PatalCell cell = patal_table_cell (works, row, column (works, of_work[i]));
        g_autoptr (PatalTable) list = build_well (f, &patal_work_file_report, cell.opens, NULL);

        g_assert_cmpint (patal_table_n_rows (list), ==, cell.number);
      }
  g_assert_cmpuint (opened, ==, 2 * 2 + 4 * 2);
  assert_cell (works, 0, "missing", "Completion report / certificate; Social audit report");
  assert_cell (works, 0, "share", "90.9");
  assert_cell (works, 1, "share", "100.0");
  assert_cell (works, 1, "missing", "");
  assert_cell (works, 2, "missing", "No document is recorded");
  empty = build_well (f, &patal_work_file_report, "work-files?works=empty", NULL);
  g_assert_cmpuint (patal_table_n_rows (empty), ==, 2);

  all = g_strdup_printf ("work-files?documents=%" G_GINT64_FORMAT, patal_table_row_id (works, 1));
  documents = build_well (f, &patal_work_file_report, all, NULL);
  g_assert_cmpuint (patal_table_n_rows (documents), ==, 22);
  g_assert_cmpstr (patal_table_frame (documents)->title, ==, "Work file: आ");
  assert_cell (documents, 0, "name", "Cover page");
  assert_cell (documents, 0, "there", "Yes");
  assert_cell (documents, 0, "pages", "1–3");
  assert_cell (documents, 21, "due", "No");
  assert_cell (documents, 21, "there", ""); /* what does not apply is not missing either */
}

static void
test_files_refused (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const wrong[] = { "work-files?works=some", "work-files?documents=7", "work-files?documents=x", "work-files?within=999999" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (build (f, &patal_work_file_report, wrong[i], NULL, &error));
      g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/board-report/boards", test_boards);
  DIRECTORY_TEST ("/board-report/board-filters", test_board_filters);
  DIRECTORY_TEST ("/board-report/list-agrees", test_list_agrees);
  DIRECTORY_TEST ("/board-report/board-chart", test_board_chart);
  DIRECTORY_TEST ("/board-report/files", test_files);
  DIRECTORY_TEST ("/board-report/files-open", test_files_open);
  DIRECTORY_TEST ("/board-report/files-refused", test_files_refused);
  return g_test_run ();
}
