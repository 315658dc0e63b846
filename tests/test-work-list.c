/* test-work-list.c: which works stand in a list, in which order, and what a row shows
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "works.h"
#include "patal-row-model.h"
#include "patal-work-list.h"

/* The English names of the works of @filter, in order, each a letter. (transfer full) */
static char *
letters (Directory *f, PatalWorkFilter filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = patal_work_ids (f->db, &filter, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_auto (PatalWork) work = { 0 };

      g_assert_true (patal_work_load (f->db, g_array_index (ids, gint64, i), &work, NULL));
      g_string_append (text, work.name_en);
    }
  return g_string_free (text, FALSE);
}

#define ANY_KIND   .kind = -1
#define ANY_STATUS .status = -1
#define ANY        ANY_KIND, ANY_STATUS
#define ASSERT_LIST(expected, ...) \
  G_STMT_START { g_autofree char *list = letters (f, (PatalWorkFilter) { __VA_ARGS__ }); \
                 g_assert_cmpstr (list, ==, expected); } G_STMT_END

typedef struct
{
  const char     *name_en, *name_hi, *code;
  int             gp, fy;
  PatalWorkKind   kind;
  PatalWorkStatus status;
  PatalWorkMoney  money;
  PatalDay        start, end;
} Case;

static gint64
add (Directory *f, const Case *c)
{
  PatalWork work;

  patal_work_init (&work);
  work.gp = f->gp[c->gp];
  work.name_en = (char *) c->name_en;
  work.name_hi = (char *) c->name_hi;
  work.code = (char *) c->code;
  work.fy = c->fy;
  work.kind = c->kind;
  work.status = c->status;
  work.sanctioned = c->money;
  work.start = c->start;
  work.end = c->end;
  directory_do (f, (gpointer) patal_work_insert, &work);
  return work.id;
}

static gboolean
add_boards (PatalDb *db, gpointer works, GError **error)
{
  const gint64 *ids = works;
  const struct { int work; const char *built, *correct; gint64 printed; } boards[] = {
    { 1, "2021-07-01", "pending", 0 }, { 2, "2021-07-01", "no", 0 }, { 3, "2021-07-01", "yes", 1625000000 /* 2021-06-29 */ },
    { 4, NULL, "pending", 1640000000 /* 2021-12-20 */ },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (boards); i++)
    if (!patal_db_run (db,
          "INSERT INTO board (id, work, built_on, correct, defects, printed_at, printed) VALUES (?1, ?2, ?3, ?4, 'size', ?5, ?6)",
          PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (ids[boards[i].work]), PATAL_TEXT (boards[i].built),
                      PATAL_TEXT (boards[i].correct), PATAL_INT_OR_NULL (boards[i].printed),
                      PATAL_TEXT (boards[i].printed != 0 ? "layout" : NULL)), error))
      return FALSE;
  return TRUE;
}

#define UNKNOWN PATAL_WORK_UNKNOWN

static void
fill (Directory *f, gint64 ids[5])
{
  const Case cases[5] = {
    { "A", "ख", "9", 3, 2021, PATAL_WORK_COMMUNITY, PATAL_WORK_SANCTIONED, { UNKNOWN, UNKNOWN, UNKNOWN }, 0, 0 },
    { "B", "क", NULL, 1, 2021, PATAL_WORK_INDIVIDUAL, PATAL_WORK_ONGOING, { 100, 200, UNKNOWN }, DAY (2021, 6, 1), 0 },
    { "C", "ग", "10", 0, 2020, PATAL_WORK_COMMUNITY, PATAL_WORK_ONGOING, { UNKNOWN, UNKNOWN, 100 }, 0, 0 },
    { "D", NULL, "1", 0, 2020, PATAL_WORK_COMMUNITY, PATAL_WORK_COMPLETED, { 1, 2, 400 }, DAY (2021, 5, 1), DAY (2021, 12, 1) },
    { "E", "घ", NULL, 3, 0, PATAL_WORK_INDIVIDUAL, PATAL_WORK_COMPLETED, { UNKNOWN, 50, UNKNOWN }, DAY (2021, 5, 2), DAY (2021, 12, 1) },
  };

  for (int i = 0; i < 5; i++)
    ids[i] = add (f, &cases[i]);
  directory_do (f, (gpointer) add_boards, ids);
}

static void
test_filters (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 ids[5];

  fill (f, ids);
  ASSERT_LIST ("ABCDE", ANY, .sort = PATAL_WORK_SORT_NAME_EN);
  ASSERT_LIST ("BE", ANY_STATUS, .sort = PATAL_WORK_SORT_NAME_EN, .kind = PATAL_WORK_INDIVIDUAL);
  ASSERT_LIST ("BC", ANY_KIND, .sort = PATAL_WORK_SORT_NAME_EN, .status = PATAL_WORK_ONGOING);
  ASSERT_LIST ("CD", ANY, .sort = PATAL_WORK_SORT_NAME_EN, .fy = 2020);
  ASSERT_LIST ("BCD", ANY, .sort = PATAL_WORK_SORT_NAME_EN, .within = f->block[0]);
  ASSERT_LIST ("AE", ANY, .sort = PATAL_WORK_SORT_NAME_EN, .within = f->gp[3]);
  ASSERT_LIST ("ABCDE", ANY, .sort = PATAL_WORK_SORT_NAME_EN, .within = f->state);
  ASSERT_LIST ("", ANY, .within = 12345);
  ASSERT_LIST ("C", .within = f->block[0], .status = PATAL_WORK_ONGOING, .kind = PATAL_WORK_COMMUNITY, .fy = 2020);
  ASSERT_LIST ("E", ANY, .board = PATAL_BOARD_STATE_MISSING);
  ASSERT_LIST ("BCD", ANY, .sort = PATAL_WORK_SORT_NAME_EN, .board = PATAL_BOARD_STATE_BUILT);
  ASSERT_LIST ("C", ANY, .board = PATAL_BOARD_STATE_WRONG);
  ASSERT_LIST ("B", ANY, .board = PATAL_BOARD_STATE_UNSEEN);
  ASSERT_LIST ("D", ANY, .board = PATAL_BOARD_STATE_OVERPRINT); /* E was printed when all was known */
  ASSERT_LIST ("", ANY, .board = PATAL_BOARD_STATE_WRONG, .within = f->block[1]);
}

static void
test_orders (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 ids[5];

  fill (f, ids);
  ASSERT_LIST ("DBACE", ANY, .sort = PATAL_WORK_SORT_NAME_HI); /* D has an English name only */
  ASSERT_LIST ("ECABD", ANY, .sort = PATAL_WORK_SORT_NAME_HI, .descending = TRUE);
  ASSERT_LIST ("DCBAE", ANY, .sort = PATAL_WORK_SORT_GP_HI); /* block, gram panchayat, work */
  ASSERT_LIST ("CDBAE", ANY, .sort = PATAL_WORK_SORT_GP_EN);
  ASSERT_LIST ("DCABE", ANY, .sort = PATAL_WORK_SORT_CODE);
  ASSERT_LIST ("DEBAC", ANY, .sort = PATAL_WORK_SORT_START);
  ASSERT_LIST ("AECBD", ANY, .sort = PATAL_WORK_SORT_TOTAL);
  ASSERT_LIST ("ABCDE", ANY, .sort = PATAL_WORK_SORT_STATUS);
}

static void
test_row (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalRowModel) model = patal_row_model_new (f->db, patal_work_row_sql);
  gint64 ids[5];
  PatalWorkFilter filter = { ANY, .sort = PATAL_WORK_SORT_NAME_EN };
  g_autoptr (PatalRow) d = NULL, a = NULL;

  fill (f, ids);
  patal_row_model_set_ids (model, patal_work_ids (f->db, &filter, NULL), PATAL_ROWS_KEEP);
  a = g_list_model_get_item (G_LIST_MODEL (model), 0);
  d = g_list_model_get_item (G_LIST_MODEL (model), 3);
  g_assert_cmpstr (patal_row_text (a, PATAL_WORK_COL_NAME_HI), ==, "ख");
  g_assert_cmpstr (patal_row_text (a, PATAL_WORK_COL_BLOCK_EN), ==, "Balpur");
  g_assert_cmpstr (patal_row_text (a, PATAL_WORK_COL_GP_HI), ==, "आमगांव");
  g_assert_true (patal_row_null (a, PATAL_WORK_COL_TOTAL) && patal_row_null (a, PATAL_WORK_COL_CORRECT));
  g_assert_cmpint (patal_row_int (d, PATAL_WORK_COL_TOTAL), ==, 400);
  g_assert_cmpint (patal_row_int (d, PATAL_WORK_COL_MATERIAL), ==, 2);
  g_assert_cmpstr (patal_row_text (d, PATAL_WORK_COL_STATUS), ==, "completed");
  g_assert_cmpstr (patal_row_text (d, PATAL_WORK_COL_KIND), ==, "community");
  g_assert_cmpstr (patal_row_text (d, PATAL_WORK_COL_END), ==, "2021-12-01");
  g_assert_cmpstr (patal_row_text (d, PATAL_WORK_COL_BUILT_ON), ==, "2021-07-01");
  g_assert_cmpstr (patal_row_text (d, PATAL_WORK_COL_CORRECT), ==, "yes");
  g_assert_cmpint (patal_row_int (d, PATAL_WORK_COL_PRINTED_AT), ==, 1625000000);
  g_assert_cmpint (patal_row_int (d, PATAL_WORK_COL_FY), ==, 2020);
  g_assert_cmpint (patal_row_int (d, PATAL_WORK_COL_GP_ID), ==, f->gp[0]);
  g_assert_cmpint (patal_row_int (d, PATAL_WORK_COL_BLOCK_ID), ==, f->block[0]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/work-list/filters", test_filters);
  DIRECTORY_TEST ("/work-list/orders", test_orders);
  DIRECTORY_TEST ("/work-list/row", test_row);
  return g_test_run ();
}
