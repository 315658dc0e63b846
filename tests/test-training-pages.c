/* test-training-pages.c: the papers of a training: what stands on each, issuing, second prints, calling back
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch.h"
#include "patal-desk.h"
#include "patal-issued-letter.h"
#include "patal-nomination.h"
#include "patal-paper-template.h"
#include "patal-pdf-report.h"
#include "patal-training-pages.h"
#include "training-plan.h"

#define N_TRAINED 12 /* of the fourteen of batch 0 */
#define N_CALLED  14
#define AFTER     (MONDAY + 10)
#define ISSUED_AT 1776240000

/* ---- a training half of which was held ---- */

static gboolean
call_cb (PatalDb *db, gpointer data, GError **error)
{
  return patal_nominate_from_postings (db, *(gint64 *) data, TODAY, NULL, NULL, error);
}

static gboolean
publish_cb (PatalDb *db, gpointer data, GError **error)
{
  return patal_batch_publish (db, data, 1, error);
}

static gboolean
finish_cb (PatalDb *db, gpointer data, GError **error)
{
  return patal_batch_finish (db, *(gint64 *) data, AFTER, error);
}

/* All of batch 0 were there for four half-days, but the last two: one for one, one for none. */
static gboolean
mark_cb (PatalDb *db, gpointer data, GError **error)
{
  gint64 batch = *(gint64 *) data;
  g_autoptr (GPtrArray) people = patal_nominations (db, batch, error);
  PatalMarks marks[N_CALLED];

  g_assert_cmpuint (people->len, ==, N_CALLED);
  for (guint i = 0; i < N_CALLED; i++)
    {
      marks[i].nomination = ((const PatalNomination *) g_ptr_array_index (people, i))->id;
      g_strlcpy (marks[i].marks, i < N_TRAINED ? "PPPP" : i == N_TRAINED ? "PAAA" : "AAAA", sizeof marks[i].marks);
    }
  return patal_attendance_set (db, batch, marks, N_CALLED, AFTER, error);
}

/* People had been told of the day before. */
static gboolean
move_told_cb (PatalDb *db, gpointer data, GError **error)
{
  return patal_batch_move (db, *(gint64 *) data, &(PatalBatchMove) { .start = MONDAY + 14, .why = { PATAL_CHANGE_FLOOD, "नदी में बाढ़" } }, TODAY, error);
}

static void
papers_set_up (Plan *f, gconstpointer data)
{
  plan_set_up (f, data);
  plan_move (f, 0, MONDAY);
  plan_move (f, 1, MONDAY + 7);
  for (guint i = 0; i < 2; i++)
    {
      directory_do (&f->t.d, (gpointer) call_cb, &f->batch[i]);
      directory_do (&f->t.d, (gpointer) publish_cb, &f->batch[i]);
    }
  directory_do (&f->t.d, (gpointer) mark_cb, &f->batch[0]);
  directory_do (&f->t.d, (gpointer) finish_cb, &f->batch[0]);
  directory_do (&f->t.d, (gpointer) move_told_cb, &f->batch[1]);
  plan_sql (f, "INSERT INTO batch_cost (id, batch, head, paise, day, voucher) VALUES (?1, ?2, 'food', ?3, '2026-04-21', 'V-7')", f->batch[0], 560000, 0, NULL);
}

#define PAPERS_TEST(path, func) g_test_add (path, Plan, NULL, papers_set_up, func, plan_tear_down)

static PatalTrainingPaperOrder
order_of (const Plan *f, PatalTrainingPaper paper)
{
  return (PatalTrainingPaperOrder) { .paper = paper, .training = f->training.id, .day = AFTER };
}

/* (transfer full): the words of the PDF of @order without white space, of which a line's end takes some. */
static char *
words_of (Plan *f, const PatalTrainingPaperOrder *order, PatalLang lang, guint *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalPages) pages = patal_training_pages (f->t.d.db, order, lang, NULL, NULL, &error);
  g_autofree char *path = g_build_filename (f->t.d.file.folder, "paper.pdf", NULL), *text = NULL;
  const char *argv[] = { "pdftotext", path, "-", NULL };
  GString *squeezed = g_string_new (NULL);

  g_assert_no_error (error);
  if (n_pages != NULL)
    *n_pages = patal_pages_count (pages);
  patal_pdf_report_write_pages (pages, path, NULL, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (squeezed, g_utf8_get_char (p));
  return g_string_free (squeezed, FALSE);
}

static void
assert_says (const char *text, const char *what)
{
  g_autoptr (GString) squeezed = g_string_new (NULL);

  for (const char *p = what; *p != '\0'; p++)
    if (*p != ' ')
      g_string_append_c (squeezed, *p);
  if (strstr (text, squeezed->str) == NULL)
    g_error ("“%s” is not in: %s", what, text);
}

/* ---- every paper once ---- */

typedef struct
{
  PatalTrainingPaper paper;
  PatalLang          lang;
  guint              n_pages;
  const char        *words[6];
} PaperCase;

static const PaperCase paper_cases[] = {
  { PATAL_TRAINING_PAPER_ORDER, PATAL_LANG_HI, 1,
    { "कार्यालय मुख्य कार्यपालन अधिकारी, जिला पंचायत परीक्षणपुर", "दो दिवसीय प्रशिक्षण", "दिनांक 20.04.2026 से 05.05.2026 तक 2 बैचों में", "20.04.2026 से 21.04.2026",
      "सामुदायिक भवन", "कलेक्टर, जिला परीक्षणपुर" } },
  { PATAL_TRAINING_PAPER_ORDER, PATAL_LANG_EN, 2, { "holding of the two-day training", "Community hall", "Office file" } },
  { PATAL_TRAINING_PAPER_NOMINATION, PATAL_LANG_HI, 4, { "मुख्य कार्यपालन अधिकारी, जनपद पंचायत बलपुर", "15 प्रतिभागी नामांकित", "सचिव K10", "ग्राम-10" } },
  { PATAL_TRAINING_PAPER_NOMINATION, PATAL_LANG_EN, 4, { "Batch 1: 20.04.2026", "The following 14 participants", "Yours faithfully" } },
  { PATAL_TRAINING_PAPER_REMINDER, PATAL_LANG_HI, 1, { "स्मरण पत्र", "04.05.2026 से 05.05.2026", "जनपद पंचायत बलपुर" } },
  { PATAL_TRAINING_PAPER_ATTENDANCE, PATAL_LANG_EN, 4, { "Attendance sheet, Batch 1", "Signature", "20.04.2026 Forenoon", "21.04.2026 Afternoon", "Community hall" } },
  { PATAL_TRAINING_PAPER_SESSION_PLAN, PATAL_LANG_HI, 2, { "नागरिक सूचना पटल निर्माण", "10:00 – 12:30", "मंगलवार", "सामुदायिक भवन" } },
  { PATAL_TRAINING_PAPER_NAME_CARDS, PATAL_LANG_HI, 5, { "सचिव C2", "ग्राम पंचायत ग्राम-02", "अधिकारी C2", "बैच 2, 04.05.2026 से 05.05.2026" } },
  { PATAL_TRAINING_PAPER_FEEDBACK, PATAL_LANG_EN, 2, { "Please do not write your name", "Venue and seating", "Batch 2, 04.05.2026" } },
  { PATAL_TRAINING_PAPER_ABSENT, PATAL_LANG_EN, 1, { "the following 2 participants", "1 / 4", "0 / 4" } },
  { PATAL_TRAINING_PAPER_POSTPONEMENT, PATAL_LANG_EN, 1,
    { "the training of batch 2, which was to be held on 27.04.2026 to 28.04.2026, is postponed (reason: नदी में बाढ़). It is now held on 04.05.2026 to 05.05.2026." } },
  { PATAL_TRAINING_PAPER_BILL, PATAL_LANG_HI, 1,
    { "14 में से 13 प्रतिभागी उपस्थित", "V-7", "5,600", "रु. 800/-", "रु. 20,800/-", "RGSA 2018-22" } },
  { PATAL_TRAINING_PAPER_CERTIFICATE, PATAL_LANG_HI, N_TRAINED, { "प्रमाण-पत्र", "सचिव C2", "पंचायत सचिव, ग्राम पंचायत ग्राम-02 ने", "20.04.2026 से 21.04.2026" } },
  { PATAL_TRAINING_PAPER_CERTIFICATE, PATAL_LANG_EN, N_TRAINED, { "This is to certify that", "Gram-02", "two-day training" } },
};

static void
test_words (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < G_N_ELEMENTS (paper_cases); i++)
    {
      const PaperCase *c = &paper_cases[i];
      PatalTrainingPaperOrder order = order_of (f, c->paper);
      guint n_pages;
      g_autofree char *text = NULL;

      g_test_message ("%s, %s", patal_training_paper_name (c->paper), c->lang == PATAL_LANG_HI ? "hi" : "en");
      text = words_of (f, &order, c->lang, &n_pages);
      g_assert_cmpuint (n_pages, ==, c->n_pages);
      for (guint w = 0; w < G_N_ELEMENTS (c->words) && c->words[w] != NULL; w++)
        assert_says (text, c->words[w]);
    }
}

/* Of one batch, one block, one person alone. */
static void
test_part (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalTrainingPaperOrder order = order_of (f, PATAL_TRAINING_PAPER_ATTENDANCE);
  g_autofree char *batch = NULL, *block = NULL, *person = NULL;
  guint n_pages;

  order.batch = f->batch[1];
  batch = words_of (f, &order, PATAL_LANG_EN, &n_pages);
  g_assert_cmpuint (n_pages, ==, 2);
  g_assert_null (strstr (batch, "Batch1"));
  assert_says (batch, "Attendance sheet, Batch 2");
  order = order_of (f, PATAL_TRAINING_PAPER_NOMINATION);
  order.block = f->t.block[0];
  block = words_of (f, &order, PATAL_LANG_HI, &n_pages);
  g_assert_cmpuint (n_pages, ==, 2);
  g_assert_null (strstr (block, "बलपुर"));
  assert_says (block, "जनपद पंचायत अकलपुर");
  order = order_of (f, PATAL_TRAINING_PAPER_CERTIFICATE);
  order.person = f->t.secretary[1];
  person = words_of (f, &order, PATAL_LANG_HI, &n_pages);
  g_assert_cmpuint (n_pages, ==, 1);
  assert_says (person, "सचिव C2");
}

/* A name as long as an office writes it stays within its place on certificates and cards: nothing is cut, and there is one page. */
static void
test_long_name (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  const PatalTrainingPaper papers[] = { PATAL_TRAINING_PAPER_CERTIFICATE, PATAL_TRAINING_PAPER_NAME_CARDS };

  plan_sql (f, "UPDATE person SET name_hi = ?5 WHERE id = ?2 AND ?3 = 0 AND ?4 = 0", f->t.secretary[1], 0, 0,
            "श्रीमती राजराजेश्वरी चंद्रप्रभा देवी सूर्यवंशी-श्रीवास्तव पति श्री ज्ञानेश्वरप्रसाद कृष्णकुमार सूर्यवंशी-श्रीवास्तव");
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      PatalTrainingPaperOrder order = order_of (f, papers[i]);
      PatalTrainingTally tally;
      g_autoptr (PatalPages) pages = patal_training_pages (f->t.d.db, &order, PATAL_LANG_HI, &tally, NULL, NULL);
      g_autofree char *text = words_of (f, &order, PATAL_LANG_HI, NULL);

      g_assert_cmpuint (tally.n_cut, ==, 0);
      g_assert_cmpuint (patal_pages_count (pages), ==, i == 0 ? N_TRAINED : 5);
      assert_says (text, "सूर्यवंशी-श्रीवास्तव पति श्री ज्ञानेश्वरप्रसाद");
    }
}

/* ---- none ---- */

static void
assert_refused (Plan *f, const PatalTrainingPaperOrder *order, PatalTrainingPaperError code)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", patal_training_paper_name (order->paper));
  g_assert_null (patal_training_pages (f->t.d.db, order, PATAL_LANG_HI, NULL, NULL, &error));
  g_assert_error (error, PATAL_TRAINING_PAPER_ERROR, (int) code);
}

/* Before anything has a day or people: each says why, but the session plan, which the course has. */
static void
test_nothing (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  for (PatalTrainingPaper paper = 0; paper < PATAL_N_TRAINING_PAPERS; paper++)
    {
      PatalTrainingPaperOrder order = order_of (f, paper);

      if (paper != PATAL_TRAINING_PAPER_SESSION_PLAN)
        assert_refused (f, &order, paper == PATAL_TRAINING_PAPER_CERTIFICATE ? PATAL_TRAINING_PAPER_ERROR_NOT_TRAINED : PATAL_TRAINING_PAPER_ERROR_NOTHING);
    }
}

/* Who was there for one half-day, who is nominated in a batch to come, and who teaches. */
static void
test_not_trained (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalTrainingPaperOrder order = order_of (f, PATAL_TRAINING_PAPER_CERTIFICATE);
  g_autoptr (GPtrArray) people = patal_nominations (f->t.d.db, f->batch[0], NULL);
  const gint64 persons[] = { ((PatalNomination *) g_ptr_array_index (people, N_TRAINED))->person, f->t.secretary[12], f->t.secretary[0] };

  for (guint i = 0; i < G_N_ELEMENTS (persons); i++)
    {
      g_autoptr (GError) error = NULL;

      order.person = persons[i];
      assert_refused (f, &order, PATAL_TRAINING_PAPER_ERROR_NOT_TRAINED);
      g_assert_false (patal_training_issue (f->t.d.db, &order, PATAL_LANG_HI, NULL, ISSUED_AT, NULL, NULL, &error));
      g_assert_error (error, PATAL_TRAINING_PAPER_ERROR, PATAL_TRAINING_PAPER_ERROR_NOT_TRAINED);
    }
  g_assert_cmpint (directory_number (&f->t.d, "SELECT count (*) FROM letter"), ==, 0);
}

/* ---- issuing ---- */

static void
issue (Plan *f, const PatalTrainingPaperOrder *order, const char *number, guint expected)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  patal_training_issue (f->t.d.db, order, PATAL_LANG_HI, number, ISSUED_AT, &n, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, expected);
}

static void
recall (Plan *f, const PatalTrainingPaperOrder *order, guint expected)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  patal_training_recall (f->t.d.db, order, "नाम में त्रुटि", &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, expected);
}

/* Two letters have two numbers; a second print, in whatever language, says what was issued, also when the file says something else; a third paper alone is
 * issued anew after it was called back; and undo passes over all of it. */
static void
test_issue (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalTrainingPaperOrder order = order_of (f, PATAL_TRAINING_PAPER_NOMINATION);
  g_autoptr (GError) error = NULL, again = NULL, undo = NULL;
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *reminder = NULL, *undone = NULL;
  PatalTrainingTally tally;
  g_autoptr (PatalPages) pages = NULL;

  undone = patal_db_undo_label (f->t.d.db, NULL);
  issue (f, &order, "1274", 2);
  {
    g_autofree char *label = patal_db_undo_label (f->t.d.db, NULL);

    g_assert_cmpstr (label, ==, undone);
  }
  first = words_of (f, &order, PATAL_LANG_HI, NULL);
  assert_says (first, "1274/प्रशिक्षण/2026-27");
  assert_says (first, "1275/प्रशिक्षण/2026-27");
  plan_sql (f, "UPDATE person SET name_hi = ?5 WHERE id = ?2 AND ?3 = 0 AND ?4 = 0", f->t.secretary[1], 0, 0, "बदला हुआ नाम");
  second = words_of (f, &order, PATAL_LANG_EN, NULL);
  g_assert_cmpstr (second, ==, first);
  pages = patal_training_pages (f->t.d.db, &order, PATAL_LANG_HI, &tally, NULL, NULL);
  g_assert_cmpuint (tally.n_issued, ==, 2);
  g_assert_false (patal_training_issue (f->t.d.db, &order, PATAL_LANG_HI, NULL, ISSUED_AT, NULL, NULL, &again));
  g_assert_error (again, PATAL_TRAINING_PAPER_ERROR, PATAL_TRAINING_PAPER_ERROR_ISSUED);
  /* Others refer to it. */
  order = order_of (f, PATAL_TRAINING_PAPER_REMINDER);
  reminder = words_of (f, &order, PATAL_LANG_HI, NULL);
  assert_says (reminder, "नामांकन पत्र क्रमांक 1275 दिनांक 30.04.2026");
  order = order_of (f, PATAL_TRAINING_PAPER_NOMINATION);
  order.block = f->t.block[0];
  recall (f, &order, 1);
  issue (f, &order, "1300-क", 1);
  third = words_of (f, &order, PATAL_LANG_HI, NULL);
  assert_says (third, "1300-क/प्रशिक्षण/2026-27");
  assert_says (third, "बदला हुआ नाम");
  g_assert_cmpint (directory_number (&f->t.d, "SELECT count (*) FROM letter"), ==, 3);
}

static void
test_certificates (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalTrainingPaperOrder order = order_of (f, PATAL_TRAINING_PAPER_CERTIFICATE), one = order;
  g_autofree char *text = NULL, *anew = NULL;
  g_autoptr (GError) error = NULL, blank = NULL;

  issue (f, &order, NULL, N_TRAINED);
  g_assert_cmpint (directory_number (&f->t.d, "SELECT count (DISTINCT number) FROM letter WHERE kind = 'certificate'"), ==, N_TRAINED);
  g_assert_cmpint (directory_number (&f->t.d, "SELECT count (*) FROM letter WHERE issued_at = " G_STRINGIFY (ISSUED_AT)), ==, N_TRAINED);
  g_assert_cmpint (directory_number (&f->t.d, "SELECT count (*) FROM letter AS l JOIN nomination AS n ON n.id = l.nomination"
                                              " JOIN person AS p ON p.id = n.person WHERE l.name = p.name_hi"), ==, N_TRAINED);
  text = words_of (f, &order, PATAL_LANG_HI, NULL);
  assert_says (text, "PARIKSHANPUR/GGI/2026-27/0001");
  assert_says (text, "PARIKSHANPUR/GGI/2026-27/0012");
  g_assert_true (patal_db_is_frozen (f->t.d.db, f->batch[0])); /* they rest on it */
  /* One is called back: its number is not given again. */
  one.person = f->t.secretary[1];
  g_assert_false (patal_training_recall (f->t.d.db, &one, "  ", NULL, &blank));
  g_assert_error (blank, PATAL_TRAINING_PAPER_ERROR, PATAL_TRAINING_PAPER_ERROR_REASON);
  recall (f, &one, 1);
  g_assert_false (patal_training_recall (f->t.d.db, &one, "फिर", NULL, &error));
  g_assert_error (error, PATAL_TRAINING_PAPER_ERROR, PATAL_TRAINING_PAPER_ERROR_NOTHING);
  issue (f, &order, NULL, 1);
  anew = words_of (f, &one, PATAL_LANG_HI, NULL);
  assert_says (anew, "PARIKSHANPUR/GGI/2026-27/0013");
}

/* An attendance sheet is printed, not issued. */
static void
test_not_issued (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalTrainingPaperOrder order = order_of (f, PATAL_TRAINING_PAPER_ATTENDANCE);
  g_autoptr (GError) error = NULL;

  g_assert_false (patal_training_issue (f->t.d.db, &order, PATAL_LANG_HI, NULL, ISSUED_AT, NULL, NULL, &error));
  g_assert_error (error, PATAL_TRAINING_PAPER_ERROR, PATAL_TRAINING_PAPER_ERROR_ISSUED);
}

/* ---- texts of the office ---- */

typedef struct { PatalTrainingPaper paper; const char *text; } Text;

static gboolean
put_cb (PatalDb *db, gpointer data, GError **error)
{
  const Text *own = data;

  return own->text != NULL ? patal_paper_template_put (db, own->paper, own->text, error) : patal_paper_template_discard (db, own->paper, error);
}

static void
test_templates (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  Text own = { PATAL_TRAINING_PAPER_REMINDER, "[letter]\noffice.hi = मेरा कार्यालय\nparagraph.hi = {block} के लिए {people} जन\ntable = people\n" };
  Text fault = { PATAL_TRAINING_PAPER_REMINDER, "[letter]\nparagraph.hi = {blok}\n" }, back = { PATAL_TRAINING_PAPER_REMINDER, NULL };
  PatalTrainingPaperOrder order = order_of (f, PATAL_TRAINING_PAPER_REMINDER);
  g_autofree char *shipped = patal_paper_template_text (f->t.d.db, own.paper, NULL, NULL), *text = NULL, *kept = NULL, *last = NULL;
  gboolean is_own;

  directory_do (&f->t.d, (gpointer) put_cb, &own);
  text = words_of (f, &order, PATAL_LANG_HI, NULL);
  assert_says (text, "बलपुर के लिए 15 जन");
  directory_refused (&f->t.d, (gpointer) put_cb, &fault, PATAL_PAPER_TEMPLATE_ERROR, PATAL_PAPER_TEMPLATE_ERROR_FAULTS);
  kept = patal_paper_template_text (f->t.d.db, own.paper, &is_own, NULL);
  g_assert_true (is_own);
  g_assert_cmpstr (kept, ==, own.text);
  directory_do (&f->t.d, (gpointer) put_cb, &back);
  last = patal_paper_template_text (f->t.d.db, own.paper, &is_own, NULL);
  g_assert_false (is_own);
  g_assert_cmpstr (last, ==, shipped);
  /* What is as shipped is no text of its own. */
  own.text = shipped;
  directory_do (&f->t.d, (gpointer) put_cb, &own);
  g_assert_cmpint (directory_number (&f->t.d, "SELECT count (*) FROM letter_template"), ==, 0);
}

/* All shipped texts are sound, in both languages, and name no field or table that they never get. */
static void
test_shipped (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  for (PatalTrainingPaper paper = 0; paper < PATAL_N_TRAINING_PAPERS; paper++)
    {
      g_autoptr (PatalLetterTemplate) template = NULL;
      g_autoptr (GError) error = NULL;

      if (patal_training_paper_is_table (paper))
        continue;
      template = patal_paper_template (f->t.d.db, paper, &error);
      g_assert_no_error (error);
      g_assert_nonnull (patal_letter_template_name (template, PATAL_LANG_HI));
      g_assert_nonnull (patal_letter_template_name (template, PATAL_LANG_EN));
    }
}

static void
test_numbers (void)
{
  static const struct { const char *first; guint index; const char *expected; } cases[] = {
    { "1274", 0, "1274" }, { "1274", 3, "1277" }, { "099", 1, "100" }, { "क-09", 2, "क-11" }, { "1274-अ", 4, "1274-अ" }, { "", 2, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = patal_paper_number_after (cases[i].first, cases[i].index);

      g_assert_cmpstr (number, ==, cases[i].expected);
    }
}

/* ---- the report ---- */

static void
test_report (Plan *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GHashTable) filter = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  const PatalReport *report = patal_desk_report ("attendance");
  PatalReportArgs args = { .as_on = AFTER, .filter = filter };
  g_autoptr (PatalTable) all = patal_desk_build (report, f->t.d.db, &args, PATAL_REPORT_EN, &error), one = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (patal_table_n_groups (all), ==, 2);
  g_assert_cmpuint (patal_table_n_rows (all), ==, 29);
  g_hash_table_insert (filter, (gpointer) "batch", (gpointer) "1");
  one = patal_desk_build (report, f->t.d.db, &args, PATAL_REPORT_EN, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (patal_table_n_rows (one), ==, N_CALLED);
  g_assert_cmpuint (patal_table_n_columns (one), ==, 10);
  g_assert_cmpstr (patal_table_column (one, 5)->id, ==, "day1-am");
  g_assert_cmpstr (patal_table_cell (one, N_TRAINED, 5).text, ==, "Pr.");
  g_assert_cmpstr (patal_table_cell (one, N_TRAINED, 6).text, ==, "Ab.");
  g_hash_table_insert (filter, (gpointer) "training", (gpointer) "77");
  g_assert_null (patal_desk_build (report, f->t.d.db, &args, PATAL_REPORT_EN, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PAPERS_TEST ("/training-pages/words", test_words);
  PAPERS_TEST ("/training-pages/part", test_part);
  PAPERS_TEST ("/training-pages/long-name", test_long_name);
  PLAN_TEST ("/training-pages/nothing", test_nothing);
  PAPERS_TEST ("/training-pages/not-trained", test_not_trained);
  PAPERS_TEST ("/training-pages/issue", test_issue);
  PAPERS_TEST ("/training-pages/certificates", test_certificates);
  PAPERS_TEST ("/training-pages/not-issued", test_not_issued);
  PAPERS_TEST ("/training-pages/templates", test_templates);
  PLAN_TEST ("/training-pages/shipped", test_shipped);
  g_test_add_func ("/training-pages/numbers", test_numbers);
  PAPERS_TEST ("/training-pages/report", test_report);
  return g_test_run ();
}
