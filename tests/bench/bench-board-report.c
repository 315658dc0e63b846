/* bench-board-report.c: R11, R12 and the chart of boards in a file of a lakh of works
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Twenty blocks of fifty gram panchayats, a hundred works in each, every one with a board, every fifth with documents. Fails where a
 * block's R11 takes a second or more. */
#include "../works.h"
#include "patal-board-record.h"
#include "patal-bulk.h"
#include "patal-work-file.h"
#include <stdio.h>

#define N_BLOCKS    20
#define N_GPS       50  /* of a block */
#define N_WORKS     100 /* of a gram panchayat */
#define GOAL_MS     1000.0

typedef struct
{
  PatalBulk *works, *boards, *docs;
} Rows;

static gboolean
settle (Rows *rows, guint least, GError **error)
{
  if (patal_bulk_n_rows (rows->works) < least)
    return TRUE;
  if (!patal_bulk_run (rows->works, "INSERT INTO work (id, gp, name_hi, code, kind, status, start_day, end_day)"
                                    " SELECT c0, c1, c2, c3, c4, c5, c6, c7 FROM patal_bulk", error)
      || !patal_bulk_run (rows->boards, "INSERT INTO board (id, work, built_on, correct, defects) SELECT c0, c1, c2, c3, c4 FROM patal_bulk", error)
      || !patal_bulk_run (rows->docs, "INSERT INTO work_doc (id, work, doc_type, available) SELECT c0, c1, c2, 1 FROM patal_bulk", error))
    return FALSE;
  patal_bulk_clear (rows->works);
  patal_bulk_clear (rows->boards);
  patal_bulk_clear (rows->docs);
  return TRUE;
}

static void
add_work (PatalDb *db, Rows *rows, gint64 gp, guint n)
{
  static const char *const verdicts[] = { "yes", "yes", "pending", "no" };
  gint64 id = patal_db_new_id (db);
  g_autofree char *name = g_strdup_printf ("चेक डेम निर्माण, सूखा नाला %u", n * 7919 % 1000);
  g_autofree char *code = g_strdup_printf ("3399001/WC/%u", 1111390000 + n);
  gboolean wrong = n % 4 == 3, completed = n % 2 == 0;

  patal_bulk_add (rows->works, PATAL_ARGS (PATAL_INT (id), PATAL_INT (gp), PATAL_TEXT (name), PATAL_TEXT (code),
    PATAL_TEXT (n % 5 < 2 ? "individual" : "community"), PATAL_TEXT (completed ? "completed" : "ongoing"), PATAL_TEXT ("2021-06-01"),
    PATAL_TEXT (completed ? "2021-12-01" : NULL)));
  patal_bulk_add (rows->boards, PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (id), PATAL_TEXT (n % 7 == 0 ? NULL : "2021-06-10"),
    PATAL_TEXT (verdicts[n % 4]), PATAL_TEXT (wrong ? "figures\ndamaged" : NULL)));
  for (gint64 type = 201; n % 5 == 0 && type < 201 + 15; type++)
    patal_bulk_add (rows->docs, PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (id), PATAL_INT (type)));
}

static gboolean
fill_cb (PatalDb *db, gpointer data, GError **error)
{
  Directory *f = data;
  g_autoptr (PatalBulk) works = patal_bulk_new (db, 8), boards = patal_bulk_new (db, 5), docs = patal_bulk_new (db, 3);
  Rows rows = { works, boards, docs };
  gint64 block = 0;
  guint n = 0;

  for (guint i = 0; i < N_BLOCKS * N_GPS; i++)
    {
      g_autofree char *name = g_strdup_printf ("ग्राम %u", i);
      PatalUnit unit = { .level = i % N_GPS == 0 ? PATAL_LEVEL_BLOCK : PATAL_LEVEL_GP, .parent = f->district, .name_hi = name,
                         .households = -1, .population = -1, .sc = -1, .st = -1 };

      if (i % N_GPS == 0 && !patal_unit_insert (db, &unit, error))
        return FALSE;
      block = i % N_GPS == 0 ? unit.id : block;
      unit.level = PATAL_LEVEL_GP;
      unit.parent = block;
      if (!patal_unit_insert (db, &unit, error))
        return FALSE;
      for (guint w = 0; w < N_WORKS; w++)
        add_work (db, &rows, unit.id, n++);
      if (!settle (&rows, PATAL_BULK_ROWS, error))
        return FALSE;
    }
  f->block[0] = directory_number (f, "SELECT max (id) FROM unit WHERE level = 'block'");
  return settle (&rows, 1, error);
}

/* In milliseconds, the best of three. */
static double
time_report (Directory *f, const PatalReport *report, const char *scope, guint *n_rows)
{
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, NULL);
  PatalReportArgs args = { .words = words, .as_on = DAY (2022, 1, 15), .scope = scope };
  double best = G_MAXDOUBLE;

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 begun = g_get_monotonic_time ();
      g_autoptr (PatalTable) table = report->build (f->db, &args, &error);

      g_assert_no_error (error);
      best = MIN (best, (double) (g_get_monotonic_time () - begun) / 1000);
      *n_rows = patal_table_n_rows (table);
    }
  return best;
}

int
main (void)
{
  static const struct { const char *title; const PatalReport *report; gboolean of_block; } cases[] = {
    { "R11 of a block", &patal_board_report, TRUE }, { "R11 of the file", &patal_board_report, FALSE },
    { "R12 of a block", &patal_work_file_report, TRUE }, { "R12 of the file", &patal_work_file_report, FALSE },
  };
  Directory f = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *block = NULL;
  gboolean good = TRUE;

  directory_set_up (&f, NULL);
  patal_db_edit (f.db, PATAL_LABEL ("Test"), fill_cb, &f, &error);
  g_assert_no_error (error);
  block = g_strdup_printf ("%" G_GINT64_FORMAT, f.block[0]);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n;
      double ms = time_report (&f, cases[i].report, cases[i].of_block ? block : NULL, &n);

      printf ("%-16s %7u rows %8.1f ms%s\n", cases[i].title, n, ms, i == 0 ? "   goal: under 1000 ms" : "");
      good = good && (i != 0 || ms < GOAL_MS);
    }
  directory_tear_down (&f, NULL);
  return good ? 0 : 1;
}
