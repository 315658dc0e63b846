/* test-nomination.c: who is called to a batch, who stands in, who came
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-attendance-paste.h"
#include "patal-batch-sheet.h"
#include "patal-value-error.h"
#include "training-plan.h"

typedef struct { gint64 batch; PatalDay today; guint added, withdrawn; } Calling;

static gboolean
call_cb (PatalDb *db, gpointer data, GError **error)
{
  Calling *calling = data;

  return patal_nominate_from_postings (db, calling->batch, calling->today, &calling->added, &calling->withdrawn, error);
}

static void
call (Plan *f, guint batch, guint added, guint withdrawn)
{
  Calling calling = { f->batch[batch], TODAY, 0, 0 };

  directory_do (&f->t.d, (gpointer) call_cb, &calling);
  g_assert_cmpuint (calling.added, ==, added);
  g_assert_cmpuint (calling.withdrawn, ==, withdrawn);
}

/* (transfer full): the row of @person in a batch; NULL: none. */
static PatalNomination *
row_of (Plan *f, guint batch, gint64 person)
{
  g_autoptr (GPtrArray) rows = patal_nominations (f->t.d.db, f->batch[batch], NULL);

  for (guint i = 0; i < rows->len; i++)
    if (((PatalNomination *) g_ptr_array_index (rows, i))->person == person)
      return g_ptr_array_steal_index (rows, i);
  return NULL;
}

static gint64
id_of (Plan *f, guint batch, gint64 person)
{
  PatalNomination *row = row_of (f, batch, person);
  gint64 id = row != NULL ? row->id : 0;

  patal_nomination_free (row);
  return id;
}

static void
test_from_postings (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalNomination *row;

  call (f, 0, 14, 0);
  /* Sixteen posts of eight gram panchayats, of which one secretary has two. */
  call (f, 1, 15, 0);
  call (f, 1, 0, 0);
  row = row_of (f, 1, f->t.secretary[TRAINING_CHARGE]);
  g_assert_true (row != NULL && row->status == PATAL_NOMINEE_NOMINATED && row->pre == -1 && row->marks[0] == '\0');
  g_assert_true (patal_db_int (f->t.d.db, "SELECT unit FROM posting WHERE id = ?1", PATAL_ARGS (PATAL_INT (row->posting)), &row->batch, NULL));
  g_assert_true (row->batch == f->t.gp[TRAINING_CHARGE]);
  patal_nomination_free (row);
  g_assert_cmpint (id_of (f, 0, f->t.trainer_person[0]), ==, 0);
}

/* The secretary's covered gram panchayat is in another cluster than the main one: counted once, there. */
static void
test_two_clusters (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  plan_sql (f, "UPDATE cluster_unit SET cluster = ?2 WHERE unit = ?3", f->cluster[0], f->t.gp[TRAINING_CHARGED], 0, NULL);
  call (f, 0, 15, 0); /* its own GRS comes here */
  call (f, 1, 14, 0);
  g_assert_cmpint (id_of (f, 0, f->t.secretary[TRAINING_CHARGE]), ==, 0);
  g_assert_cmpint (id_of (f, 1, f->t.secretary[TRAINING_CHARGE]), !=, 0);
}

static void
test_transfer (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 newcomer = directory_person (&f->t.d, "नया सचिव", NULL, NULL);
  PatalNomination *row;

  call (f, 0, 14, 0);
  plan_sql (f, "UPDATE posting SET to_day = '2026-04-10' WHERE person = ?2", f->t.secretary[3], 0, 0, NULL);
  directory_posting (&f->t.d, newcomer, f->t.d.ps, f->t.gp[3], DAY (2026, 4, 11), PATAL_DAY_NONE, PATAL_CHARGE_MAIN);
  call (f, 0, 0, 0); /* without a day posts are asked for on the first of the window */
  plan_move (f, 0, MONDAY);
  call (f, 0, 1, 1);
  row = row_of (f, 0, f->t.secretary[3]);
  g_assert_cmpint (row->status, ==, PATAL_NOMINEE_WITHDRAWN);
  patal_nomination_free (row);
  {
    Calling begun = { f->batch[0], MONDAY, 1, 1 };

    plan_sql (f, "UPDATE posting SET to_day = '2026-04-10' WHERE person = ?2", f->t.secretary[4], 0, 0, NULL);
    directory_do (&f->t.d, (gpointer) call_cb, &begun);
    g_assert_true (begun.added == 0 && begun.withdrawn == 0);
  }
}

static void
test_left_out (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalLimit *limit = g_new0 (PatalLimit, 1);

  *limit = (PatalLimit) { .kind = PATAL_LIMIT_WITHOUT, .unit = f->t.gp[2], .reason = PATAL_LIMIT_NO_REASON };
  g_ptr_array_add (f->training.limits, limit);
  directory_do (&f->t.d, (gpointer) patal_training_update, &f->training);
  call (f, 0, 12, 0);
  /* Whoever was trained is not called again: of cluster 1 one was. */
  plan_move (f, 1, MONDAY);
  plan_sql (f, "INSERT INTO nomination (id, batch, person, marks) VALUES (?1, ?2, ?3, 'PPPP')", f->batch[1], f->t.grs[12], 0, NULL);
  plan_sql (f, "UPDATE batch SET status = 'held' WHERE id = ?2", f->batch[1], 0, 0, NULL);
  plan_sql (f, "INSERT INTO cluster (id, training, unit, no) VALUES (?1, ?2, ?3, 3)", f->training.id, f->t.block[1], 0, NULL);
  plan_sql (f, "INSERT INTO cluster_unit (id, cluster, unit) SELECT ?1, max (id), ?2 FROM cluster", f->t.gp[12], 0, 0, NULL);
  plan_sql (f, "DELETE FROM cluster_unit WHERE cluster = ?2 AND unit = ?3", f->cluster[1], f->t.gp[12], 0, NULL);
  plan_sql (f, "INSERT INTO batch (id, cluster, module, no, days, start_day) SELECT ?1, max (id), 342, 3, 2, ?5 FROM cluster", 0, 0, 0, "2026-05-18");
  {
    Calling calling = { 0, TODAY, 0, 0 };

    g_assert_true (patal_db_int (f->t.d.db, "SELECT max (id) FROM batch", PATAL_NO_ARGS, &calling.batch, NULL));
    directory_do (&f->t.d, (gpointer) call_cb, &calling);
    g_assert_cmpuint (calling.added, ==, 1); /* the secretary of gp[12] */
  }
}

/* ---- by hand ---- */

typedef struct { gint64 to, person; } Hand;
static gboolean nominate_cb (PatalDb *db, gpointer h, GError **error) { return patal_nominate (db, ((Hand *) h)->to, ((Hand *) h)->person, 0, error); }
static gboolean substitute_cb (PatalDb *db, gpointer h, GError **error) { return patal_substitute (db, ((Hand *) h)->to, ((Hand *) h)->person, error); }
static gboolean withdraw_cb (PatalDb *db, gpointer h, GError **error) { return patal_withdraw (db, ((Hand *) h)->to, "बीमार", error); }

static void
test_by_hand (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  Hand hand = { f->batch[0], f->t.trainer_person[3] };

  directory_refused (&f->t.d, (gpointer) nominate_cb, &hand, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_PERSON_TRAINER);
  call (f, 1, 15, 0);
  hand.person = f->t.grs[12];
  directory_refused (&f->t.d, (gpointer) nominate_cb, &hand, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_PERSON_TWICE);
  hand.person = f->t.grs[20];
  directory_do (&f->t.d, (gpointer) nominate_cb, &hand);
  directory_refused (&f->t.d, (gpointer) nominate_cb, &hand, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_PERSON_TWICE);
  call (f, 0, 14, 0); /* leaves alone who came by hand */
  g_assert_cmpint (id_of (f, 0, f->t.grs[20]), !=, 0);
  hand.to = 12345;
  directory_refused (&f->t.d, (gpointer) nominate_cb, &hand, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

static void
test_seats (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  Hand hand = { f->batch[0], f->t.grs[20] };

  call (f, 0, 14, 0);
  plan_move (f, 0, MONDAY);
  plan_sql (f, "UPDATE venue SET capacity = 14 WHERE id = ?2", f->t.venue[0], 0, 0, NULL);
  directory_refused (&f->t.d, (gpointer) nominate_cb, &hand, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_VENUE_SEATS);
}

static void
test_busy (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalTraining) other = { 0 };
  Hand hand = { f->batch[0], f->t.grs[20] };

  plan_move (f, 0, MONDAY);
  training_ggi (&f->t, &other);
  directory_do (&f->t.d, (gpointer) patal_training_insert, &other);
  plan_sql (f, "INSERT INTO cluster (id, training, unit, no) VALUES (?1, ?2, ?3, 1)", other.id, f->t.block[2], 0, NULL);
  plan_sql (f, "INSERT INTO batch (id, cluster, module, no, days, start_day) SELECT ?1, max (id), 342, 1, 1, ?5 FROM cluster", 0, 0, 0, "2026-04-21");
  plan_sql (f, "INSERT INTO nomination (id, batch, person) SELECT ?1, max (id), ?2 FROM batch", f->t.grs[20], 0, 0, NULL);
  directory_refused (&f->t.d, (gpointer) nominate_cb, &hand, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_PERSON_BUSY);
}

static void
test_substitute (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  Hand hand;
  PatalNomination *row;

  call (f, 0, 14, 0);
  hand = (Hand) { id_of (f, 0, f->t.grs[2]), f->t.grs[3] };
  directory_refused (&f->t.d, (gpointer) substitute_cb, &hand, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_SUBSTITUTE);
  hand.person = f->t.grs[20];
  plan_sql (f, "UPDATE nomination SET marks = 'P' WHERE id = ?2", hand.to, 0, 0, NULL);
  directory_refused (&f->t.d, (gpointer) substitute_cb, &hand, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_SUBSTITUTE);
  directory_refused (&f->t.d, (gpointer) withdraw_cb, &hand, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_PRESENT);
  plan_sql (f, "UPDATE nomination SET marks = '' WHERE id = ?2", hand.to, 0, 0, NULL);
  directory_do (&f->t.d, (gpointer) substitute_cb, &hand);
  row = row_of (f, 0, f->t.grs[20]);
  g_assert_true (row->instead_of == hand.to && row->posting != 0 && row->status == PATAL_NOMINEE_NOMINATED);
  patal_nomination_free (row);
  row = row_of (f, 0, f->t.grs[2]);
  g_assert_cmpint (row->status, ==, PATAL_NOMINEE_REPLACED);
  patal_nomination_free (row);
  call (f, 0, 0, 0);
  hand.to = id_of (f, 0, f->t.grs[4]);
  directory_do (&f->t.d, (gpointer) withdraw_cb, &hand);
  row = row_of (f, 0, f->t.grs[4]);
  g_assert_cmpint (row->status, ==, PATAL_NOMINEE_WITHDRAWN);
  g_assert_cmpstr (row->remark, ==, "बीमार");
  patal_nomination_free (row);
  call (f, 0, 0, 0); /* and is not called again behind one's back */
}

/* ---- attendance ---- */

static void
test_parse (void)
{
  static const struct { const char *cell; guint n; const char *marks; } cases[] = {
    { "P", 4, "PPPP" },       { "अ", 4, "AAAA" },          { "पूर्ण", 4, "PPPP" },   { "✓", 2, "PP" },          { "", 4, "----" },
    { "उ/अ", 4, "PPAA" },     { "उ/अ", 2, "PA" },          { "1 0 1 1", 4, "PAPP" }, { "१०११", 4, "PAPP" },     { "PPAP", 4, "PPAP" },
    { "उउअउ", 4, "PPAP" },    { "P - P P", 4, "P-PP" },    { "उपस्थित", 2, "PP" },   { "Absent", 4, "AAAA" },   { " p ", 2, "PP" },
    { "PA", 4, "PPAA" },      { "✓ ✗ ✓ ✓", 4, "PAPP" },
  };
  static const char *const bad[] = { "शायद", "P P P", "2", "PPPPP", "75%", "P?" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char marks[PATAL_MOST_HALF_DAYS + 1] = "";
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].cell);
      g_assert_true (patal_attendance_parse (cases[i].cell, cases[i].n, marks, &error));
      g_assert_cmpstr (marks, ==, cases[i].marks);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      char marks[PATAL_MOST_HALF_DAYS + 1] = "";
      g_autoptr (GError) error = NULL;

      g_assert_false (patal_attendance_parse (bad[i], 4, marks, &error));
      g_assert_error (error, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_MARK);
    }
}

/* What a spreadsheet puts on the clipboard: lines end with one more, columns stand between tabs. */
static void
test_paste (void)
{
  const PatalAttendanceRoom room = { .lines = 3, .halves = 2, .tests = 1, .most_marks = 20 };
  static const struct { const char *text; guint n_lines, n_columns; int last; } cases[] = {
    { "P\nA\n1\n", 3, 1, 'P' },  { "उपस्थित\r\nअनुपस्थित\r\n", 2, 1, 'A' }, { "P\tA\n1\t0", 2, 2, 'A' },
    { "\tP", 1, 2, 'P' },        { "P\tP\t१७\n", 1, 3, 17 },                  { "P\tP\t20\nP\n\tA\t\n", 3, 3, -1 },
  };
  static const struct { const char *text; GQuark (*domain) (void); int code; } bad[] = {
    { "P\nशायद", patal_training_error_quark, PATAL_TRAINING_ERROR_MARK }, { "P\tP\t21", patal_training_error_quark, PATAL_TRAINING_ERROR_TEST_RANGE },
    { "P\nP\nP\nP", patal_value_error_quark, PATAL_VALUE_ERROR_RANGE },  { "P\tP\t1\t1", patal_value_error_quark, PATAL_VALUE_ERROR_RANGE },
    { " \n\n", patal_value_error_quark, PATAL_VALUE_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PatalAttendancePaste) paste = patal_attendance_paste_read (cases[i].text, &room, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (paste->n_lines, ==, cases[i].n_lines);
      g_assert_cmpuint (paste->n_columns, ==, cases[i].n_columns);
      g_assert_cmpint (patal_attendance_paste_value (paste, cases[i].n_lines - 1, cases[i].n_columns - 1), ==, cases[i].last);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (patal_attendance_paste_read (bad[i].text, &room, &error));
      g_assert_error (error, bad[i].domain (), bad[i].code);
    }
}

static void
test_sheet (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalBatchSheet) sheet = NULL;
  Hand hand;

  call (f, 0, 14, 0);
  hand = (Hand) { id_of (f, 0, f->t.grs[2]), f->t.grs[20] };
  directory_do (&f->t.d, (gpointer) substitute_cb, &hand);
  plan_sql (f, "UPDATE posting SET to_day = '2026-01-31' WHERE person = ?2", f->t.grs[3], 0, 0, NULL);
  sheet = patal_batch_sheet_load (f->t.d.db, f->batch[0], PATAL_LANG_HI, TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sheet->nominated, ==, 14);
  g_assert_cmpuint (sheet->people->len, ==, 15); /* and the one who was replaced, at the end */
  g_assert_cmpint (((PatalBatchPerson *) g_ptr_array_index (sheet->people, 14))->nomination->status, ==, PATAL_NOMINEE_REPLACED);
  g_assert_cmpuint (sheet->vacancies->len, ==, 1);
  g_assert_cmpint (((PatalBatchVacancy *) g_ptr_array_index (sheet->vacancies, 0))->unit, ==, f->t.gp[3]);
  g_assert_null (patal_batch_sheet_load (f->t.d.db, 12345, PATAL_LANG_HI, TODAY, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

static void
test_rule (void)
{
  g_assert_true (patal_marks_trained ("PPPP", 4, 100));
  g_assert_false (patal_marks_trained ("PPPA", 4, 100));
  g_assert_true (patal_marks_trained ("PPPA", 4, 75));
  g_assert_false (patal_marks_trained ("PP", 4, 75));
  g_assert_true (patal_marks_trained ("PP--", 2, 100)); /* of two days one was not held */
  g_assert_false (patal_marks_trained ("", 0, 100));
  g_assert_false (patal_marks_trained ("AAAA", 4, 1));
}

typedef struct { gint64 batch; PatalMarks marks[2]; guint n; PatalDay today; } Sheet;
static gboolean sheet_cb (PatalDb *db, gpointer s, GError **error) { Sheet *t = s; return patal_attendance_set (db, t->batch, t->marks, t->n, t->today, error); }
typedef struct { gint64 nomination; int pre, post; } Marked;
static gboolean test_cb (PatalDb *db, gpointer m, GError **error) { return patal_test_set (db, ((Marked *) m)->nomination, ((Marked *) m)->pre, ((Marked *) m)->post, error); }

static void
test_attendance (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  Sheet sheet = { f->batch[0], { { 0, "PPPP" }, { 0, "PA--" } }, 2, MONDAY };
  Marked marked = { 0, 8, 21 };
  PatalNomination *row;
  g_autoptr (GError) error = NULL;

  call (f, 0, 14, 0);
  marked.nomination = sheet.marks[0].nomination = id_of (f, 0, f->t.grs[2]);
  sheet.marks[1].nomination = id_of (f, 0, f->t.grs[3]);
  directory_refused (&f->t.d, (gpointer) sheet_cb, &sheet, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_START);
  plan_move (f, 0, MONDAY);
  directory_refused (&f->t.d, (gpointer) sheet_cb, &sheet, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_HALF_DAY); /* tomorrow */
  sheet.today = MONDAY + 1;
  g_strlcpy (sheet.marks[1].marks, "PA--P", sizeof sheet.marks[1].marks); /* there is no third day */
  directory_refused (&f->t.d, (gpointer) sheet_cb, &sheet, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_HALF_DAY);
  g_strlcpy (sheet.marks[1].marks, "PA--", sizeof sheet.marks[1].marks);
  directory_do (&f->t.d, (gpointer) sheet_cb, &sheet);
  row = row_of (f, 0, f->t.grs[3]);
  g_assert_cmpstr (row->marks, ==, "PA");
  patal_nomination_free (row);
  sheet.marks[1].nomination = 12345;
  directory_refused (&f->t.d, (gpointer) sheet_cb, &sheet, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  directory_refused (&f->t.d, (gpointer) test_cb, &marked, PATAL_TRAINING_ERROR, PATAL_TRAINING_ERROR_TEST_RANGE);
  marked.post = 20;
  directory_do (&f->t.d, (gpointer) test_cb, &marked);
  row = row_of (f, 0, f->t.grs[2]);
  g_assert_true (row->pre == 8 && row->post == 20);
  patal_nomination_free (row);
  /* What certificates rest on stays. */
  g_assert_true (patal_db_freeze (f->t.d.db, &(const PatalRecord) { .table = "batch", .id = f->batch[0], .parts = patal_batch_parts },
                                  PATAL_LABEL ("Test"), &error));
  directory_refused (&f->t.d, (gpointer) test_cb, &marked, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN);
  directory_refused (&f->t.d, (gpointer) nominate_cb, &(Hand) { f->batch[0], f->t.grs[20] }, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  PLAN_TEST ("/nomination/from-postings", test_from_postings);
  PLAN_TEST ("/nomination/two-clusters", test_two_clusters);
  PLAN_TEST ("/nomination/transfer", test_transfer);
  PLAN_TEST ("/nomination/left-out", test_left_out);
  PLAN_TEST ("/nomination/by-hand", test_by_hand);
  PLAN_TEST ("/nomination/seats", test_seats);
  PLAN_TEST ("/nomination/busy", test_busy);
  PLAN_TEST ("/nomination/substitute", test_substitute);
  g_test_add_func ("/nomination/parse", test_parse);
  g_test_add_func ("/nomination/paste", test_paste);
  PLAN_TEST ("/nomination/sheet", test_sheet);
  g_test_add_func ("/nomination/rule", test_rule);
  PLAN_TEST ("/nomination/attendance", test_attendance);
  return g_test_run ();
}
