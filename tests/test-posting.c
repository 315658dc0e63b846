/* test-posting.c: posts and postings: rules, transfers, who holds what, vacancies
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory.h"
#include "patal-vacancy.h"
#include <string.h>

#define EVER PATAL_DAY_NONE

static void
test_store_and_load (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalPosting posting = { .person = directory_person (f, "राम", NULL, NULL), .post = f->ps, .unit = f->gp[0], .from = DAY (2021, 4, 1),
                           .to = DAY (2022, 3, 31), .charge = PATAL_CHARGE_ADDITIONAL, .order_no = (char *) "क्र. 12/2021" };
  g_auto (PatalPosting) loaded = { 0 };
  g_autoptr (GError) error = NULL;

  directory_do (f, (gpointer) patal_posting_insert, &posting);
  g_assert_true (patal_posting_load (f->db, posting.id, &loaded, &error));
  g_assert_cmpint (loaded.from, ==, DAY (2021, 4, 1));
  g_assert_cmpint (loaded.to, ==, DAY (2022, 3, 31));
  g_assert_cmpint (loaded.charge, ==, PATAL_CHARGE_ADDITIONAL);
  g_assert_cmpstr (loaded.order_no, ==, "क्र. 12/2021");
  patal_posting_clear (&loaded);
  g_assert_false (patal_posting_load (f->db, 1, &loaded, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

static void
test_rules (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 ram = directory_person (f, "राम", NULL, NULL), shyam = directory_person (f, "श्याम", NULL, NULL);
  const gint64 ps = f->ps, gp0 = f->gp[0], gp1 = f->gp[1];
  const struct { PatalPosting posting; PatalPostingError code; const char *field; } cases[] = {
    { { 0, 0, ps, gp0, EVER, EVER, PATAL_CHARGE_MAIN, NULL }, PATAL_POSTING_ERROR_WHAT, "person" },
    { { 0, 1, ps, gp0, EVER, EVER, PATAL_CHARGE_MAIN, NULL }, PATAL_POSTING_ERROR_WHAT, "person" },
    { { 0, shyam, 0, gp0, EVER, EVER, PATAL_CHARGE_MAIN, NULL }, PATAL_POSTING_ERROR_WHAT, "post" },
    { { 0, shyam, ps, 0, EVER, EVER, PATAL_CHARGE_MAIN, NULL }, PATAL_POSTING_ERROR_WHAT, "unit" },
    { { 0, shyam, ps, gp1, DAY (2022, 1, 2), DAY (2022, 1, 1), PATAL_CHARGE_MAIN, NULL }, PATAL_POSTING_ERROR_SPAN, "to" },
    { { 0, shyam, ps, f->block[0], EVER, EVER, PATAL_CHARGE_MAIN, NULL }, PATAL_POSTING_ERROR_LEVEL, "unit" },
    { { 0, shyam, f->po, gp1, EVER, EVER, PATAL_CHARGE_MAIN, NULL }, PATAL_POSTING_ERROR_LEVEL, "unit" },
    /* राम has it from 1 April 2021 to 31 March 2022 */
    { { 0, shyam, ps, gp0, DAY (2022, 3, 31), EVER, PATAL_CHARGE_MAIN, NULL }, PATAL_POSTING_ERROR_TAKEN, "charge" },
    { { 0, shyam, ps, gp0, EVER, DAY (2021, 4, 1), PATAL_CHARGE_MAIN, NULL }, PATAL_POSTING_ERROR_TAKEN, "charge" },
    { { 0, shyam, ps, gp0, EVER, EVER, PATAL_CHARGE_MAIN, NULL }, PATAL_POSTING_ERROR_TAKEN, "charge" },
    { { 0, ram, ps, gp1, DAY (2021, 6, 1), EVER, PATAL_CHARGE_MAIN, NULL }, PATAL_POSTING_ERROR_TWO_MAIN, "charge" },
    { { 0, ram, f->grs, gp1, DAY (2021, 6, 1), EVER, PATAL_CHARGE_MAIN, NULL }, PATAL_POSTING_ERROR_TWO_MAIN, "charge" },
    { { 0, ram, ps, gp0, DAY (2021, 6, 1), EVER, PATAL_CHARGE_ADDITIONAL, NULL }, PATAL_POSTING_ERROR_REPEATED, "post" },
  };

  directory_posting (f, ram, ps, gp0, DAY (2021, 4, 1), DAY (2022, 3, 31), PATAL_CHARGE_MAIN);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalPosting posting = cases[i].posting;
      const char *field = NULL;

      g_assert_false (patal_posting_check (f->db, &posting, &field, NULL));
      g_assert_cmpstr (field, ==, cases[i].field);
      directory_refused (f, (gpointer) patal_posting_insert, &posting, PATAL_POSTING_ERROR, (int) cases[i].code);
    }

  /* What touches the rules and keeps them. */
  directory_posting (f, shyam, ps, gp0, DAY (2022, 4, 1), EVER, PATAL_CHARGE_MAIN);
  directory_posting (f, ram, ps, gp1, DAY (2021, 6, 1), EVER, PATAL_CHARGE_ADDITIONAL);
  directory_posting (f, ram, f->sarpanch, gp1, DAY (2021, 6, 1), EVER, PATAL_CHARGE_MAIN); /* elected: no second main place of work */
  directory_posting (f, ram, f->panch, gp1, EVER, EVER, PATAL_CHARGE_MAIN);
  directory_posting (f, shyam, f->panch, gp1, EVER, EVER, PATAL_CHARGE_MAIN); /* as many as there are */
}

/* The message names whom and since when: the user has to find that posting. */
static void
test_taken_says_who (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalPosting second = { .person = directory_person (f, "श्याम", NULL, NULL), .post = f->ps, .unit = f->gp[0] };
  g_autoptr (GError) error = NULL;

  directory_posting (f, directory_person (f, "रामलाल साहू", NULL, NULL), f->ps, f->gp[0], DAY (2021, 4, 1), EVER, PATAL_CHARGE_MAIN);
  g_assert_false (patal_posting_check (f->db, &second, NULL, &error));
  g_assert_nonnull (strstr (error->message, "रामलाल साहू"));
  g_assert_nonnull (strstr (error->message, "01.04.2021"));
}

static void
test_several_expected (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalPost two = { .code = (char *) "CLERK", .kind = PATAL_POST_STAFF, .level = PATAL_LEVEL_BLOCK, .expected = 2, .rank = 90 };
  gint64 people[3];

  directory_do (f, (gpointer) patal_post_insert, &two);
  for (int i = 0; i < 3; i++)
    people[i] = directory_person (f, i == 0 ? "क" : i == 1 ? "ख" : "ग", NULL, NULL);
  directory_posting (f, people[0], two.id, f->block[0], DAY (2021, 1, 1), DAY (2021, 6, 30), PATAL_CHARGE_MAIN);
  directory_posting (f, people[1], two.id, f->block[0], DAY (2021, 7, 1), EVER, PATAL_CHARGE_MAIN);
  /* Beside each of the two, who were never there together, there is room. */
  directory_posting (f, people[2], two.id, f->block[0], EVER, EVER, PATAL_CHARGE_MAIN);
  directory_refused (f, (gpointer) patal_posting_insert,
                     &(PatalPosting) { .person = directory_person (f, "घ", NULL, NULL), .post = two.id, .unit = f->block[0],
                                       .from = DAY (2021, 6, 1) }, PATAL_POSTING_ERROR, PATAL_POSTING_ERROR_TAKEN);
}

typedef struct { gint64 id; PatalPosting *next; } Transfer;

static gboolean
transfer_cb (PatalDb *db, Transfer *transfer, GError **error)
{
  return patal_posting_transfer (db, transfer->id, transfer->next, error);
}

static void
test_transfer (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 ram = directory_person (f, "राम", NULL, NULL), shyam = directory_person (f, "श्याम", NULL, NULL);
  gint64 old = directory_posting (f, ram, f->ps, f->gp[0], DAY (2020, 1, 1), EVER, PATAL_CHARGE_MAIN);
  PatalPosting away = { .person = ram, .post = f->ps, .unit = f->gp[1], .from = DAY (2021, 7, 1) };
  PatalPosting here = { .person = shyam, .post = f->ps, .unit = f->gp[1], .from = DAY (2021, 8, 1) };
  PatalPosting early = { .person = shyam, .post = f->ps, .unit = f->gp[0], .from = DAY (2020, 1, 1) };
  PatalPosting dayless = { .person = shyam, .post = f->ps, .unit = f->gp[0] };
  g_auto (PatalPosting) loaded = { 0 };

  directory_refused (f, (gpointer) transfer_cb, &(Transfer) { old, &early }, PATAL_POSTING_ERROR, PATAL_POSTING_ERROR_SPAN);
  directory_refused (f, (gpointer) transfer_cb, &(Transfer) { old, &dayless }, PATAL_POSTING_ERROR, PATAL_POSTING_ERROR_SPAN);
  directory_do (f, (gpointer) transfer_cb, &(Transfer) { old, &away }); /* the person moves */
  g_assert_true (patal_posting_load (f->db, old, &loaded, NULL));
  g_assert_cmpint (loaded.to, ==, DAY (2021, 6, 30));
  directory_do (f, (gpointer) transfer_cb, &(Transfer) { away.id, &here }); /* another one comes */
  patal_posting_clear (&loaded);
  g_assert_true (patal_posting_load (f->db, away.id, &loaded, NULL));
  g_assert_cmpint (loaded.to, ==, DAY (2021, 7, 31));

  g_assert_true (patal_db_undo (f->db, NULL, NULL)); /* one edit: both halves go */
  patal_posting_clear (&loaded);
  g_assert_true (patal_posting_load (f->db, away.id, &loaded, NULL));
  g_assert_cmpint (loaded.to, ==, EVER);
  patal_posting_clear (&loaded);
  g_assert_false (patal_posting_load (f->db, here.id, &loaded, NULL));
}

typedef struct { PatalPosting *next; } Coming;

static gboolean
come_cb (PatalDb *db, Coming *coming, GError **error)
{
  return patal_posting_insert (db, coming->next, error) && patal_posting_relieve (db, coming->next, error);
}

static PatalDay
last_day (Directory *f, gint64 id)
{
  g_auto (PatalPosting) posting = { 0 };

  g_assert_true (patal_posting_load (f->db, id, &posting, NULL));
  return posting.to;
}

/* Whoever stood in goes when the post is filled: not before, not elsewhere, and back again with one undo. */
static void
test_relieve (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 ram = directory_person (f, "राम", NULL, NULL), shyam = directory_person (f, "श्याम", NULL, NULL);
  gint64 elsewhere = directory_posting (f, ram, f->ps, f->gp[1], DAY (2020, 1, 1), EVER, PATAL_CHARGE_ADDITIONAL);
  gint64 other_post = directory_posting (f, ram, f->grs, f->gp[0], DAY (2020, 1, 1), EVER, PATAL_CHARGE_ADDITIONAL);
  gint64 here = directory_posting (f, ram, f->ps, f->gp[0], DAY (2020, 1, 1), EVER, PATAL_CHARGE_ADDITIONAL);
  gint64 same_day = directory_posting (f, directory_person (f, "मोहन", NULL, NULL), f->ps, f->gp[0], DAY (2021, 7, 1), EVER,
                                       PATAL_CHARGE_ADDITIONAL);
  const struct { PatalDay from; PatalCharge charge; guint n; } cases[] = {
    { DAY (2021, 7, 1), PATAL_CHARGE_MAIN, 1 },
    { DAY (2021, 7, 2), PATAL_CHARGE_MAIN, 2 },
    { DAY (2020, 1, 1), PATAL_CHARGE_MAIN, 0 },
    { EVER, PATAL_CHARGE_MAIN, 0 },
    { DAY (2021, 7, 1), PATAL_CHARGE_ADDITIONAL, 0 },
  };
  PatalPosting main = { .person = shyam, .post = f->ps, .unit = f->gp[0], .from = DAY (2021, 7, 1) };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalPosting asked = { .person = shyam, .post = f->ps, .unit = f->gp[0], .from = cases[i].from, .charge = cases[i].charge };
      g_autoptr (GPtrArray) stand_ins = patal_posting_stand_ins (f->db, &asked, NULL);

      g_assert_cmpuint (stand_ins->len, ==, cases[i].n);
    }
  directory_do (f, (gpointer) come_cb, &(Coming) { &main });
  g_assert_cmpint (last_day (f, here), ==, DAY (2021, 6, 30));
  g_assert_cmpint (last_day (f, same_day), ==, EVER);
  g_assert_cmpint (last_day (f, elsewhere), ==, EVER);
  g_assert_cmpint (last_day (f, other_post), ==, EVER);
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  g_assert_cmpint (last_day (f, here), ==, EVER);
}

static const PatalHolding *
holding (GPtrArray *holdings, guint i)
{
  g_assert_cmpuint (i, <, holdings->len);
  return g_ptr_array_index (holdings, i);
}

static void
test_holdings (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 ram = directory_person (f, "राम", "Ram", "9876543210"), sita = directory_person (f, "सीता", NULL, NULL);
  PatalDay day = DAY (2022, 1, 15);
  g_autoptr (GPtrArray) here = NULL, rams = NULL, history = NULL, none = NULL;
  g_autoptr (GError) error = NULL;

  directory_posting (f, ram, f->ps, f->gp[1], DAY (2021, 1, 1), EVER, PATAL_CHARGE_MAIN);
  directory_posting (f, ram, f->ps, f->gp[0], DAY (2021, 6, 1), EVER, PATAL_CHARGE_ADDITIONAL);
  directory_posting (f, sita, f->sarpanch, f->gp[0], DAY (2020, 2, 1), EVER, PATAL_CHARGE_MAIN);
  directory_posting (f, sita, f->grs, f->gp[0], DAY (2019, 1, 1), DAY (2019, 12, 31), PATAL_CHARGE_MAIN);

  here = patal_holdings_in (f->db, f->gp[0], day, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (here->len, ==, 3); /* sarpanch, secretary, and an empty chair for the GRS */
  g_assert_cmpstr (holding (here, 0)->post_code, ==, "SARPANCH");
  g_assert_cmpstr (holding (here, 0)->post_hi, ==, "सरपंच");
  g_assert_cmpint (holding (here, 0)->person, ==, sita);
  g_assert_cmpint (holding (here, 1)->charge, ==, PATAL_CHARGE_ADDITIONAL);
  g_assert_cmpstr (holding (here, 1)->mobile, ==, "9876543210");
  g_assert_cmpint (holding (here, 1)->main_unit, ==, f->gp[1]);
  g_assert_cmpstr (holding (here, 1)->main_unit_hi, ==, "बरगांव");
  g_assert_cmpstr (holding (here, 1)->main_post_hi, ==, "पंचायत सचिव");
  g_assert_cmpint (holding (here, 2)->person, ==, 0);
  g_assert_cmpstr (holding (here, 2)->post_code, ==, "GRS");
  g_assert_null (holding (here, 2)->person_hi);

  rams = patal_holdings_of (f->db, ram, day, &error);
  g_assert_cmpuint (rams->len, ==, 2);
  g_assert_cmpint (holding (rams, 0)->unit, ==, f->gp[0]); /* the newer one first */
  g_assert_cmpint (holding (rams, 0)->from, ==, DAY (2021, 6, 1));
  g_assert_cmpint (holding (rams, 1)->main_unit, ==, 0);

  history = patal_holdings_history (f->db, f->gp[0], &error);
  g_assert_cmpuint (history->len, ==, 3);
  g_assert_cmpint (holding (history, 2)->to, ==, DAY (2019, 12, 31)); /* what is over comes last */

  none = patal_holdings_in (f->db, f->gp[3], day, &error);
  g_assert_cmpuint (none->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (holding (none, i)->posting, ==, 0);
}

/* आमगांव: nobody; बरगांव: राम; चंदनपुर: राम in addition. */
static void
set_up_vacancies (Directory *f)
{
  gint64 ram = directory_person (f, "राम", "Ram", NULL);

  directory_posting (f, ram, f->ps, f->gp[1], EVER, EVER, PATAL_CHARGE_MAIN);
  directory_posting (f, ram, f->ps, f->gp[2], EVER, EVER, PATAL_CHARGE_ADDITIONAL);
}

static guint
n_ids (Directory *f, const PatalVacancyFilter *filter, gint64 *first)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = patal_vacancy_ids (f->db, filter, NULL, &error);

  g_assert_no_error (error);
  if (first != NULL && ids->len > 0)
    *first = g_array_index (ids, gint64, 0);
  return ids->len;
}

static void
test_vacancy_list (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 first = 0, sarpanch = directory_number (f, "SELECT id FROM post WHERE code = 'SARPANCH'");
  g_autofree char *posts = g_strdup_printf ("%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT, sarpanch, f->grs, f->ps);

  set_up_vacancies (f);
  g_assert_cmpuint (n_ids (f, &(PatalVacancyFilter) { .post = f->ps }, NULL), ==, 2); /* both आमगांव */
  g_assert_cmpuint (n_ids (f, &(PatalVacancyFilter) { .post = f->ps, .within = f->block[1] }, &first), ==, 1);
  g_assert_cmpint (first, ==, f->gp[3]);
  g_assert_cmpuint (n_ids (f, &(PatalVacancyFilter) { .post = f->ps, .which = PATAL_VACANCY_COVERED }, &first), ==, 1);
  g_assert_cmpint (first, ==, f->gp[2]);
  g_assert_cmpuint (n_ids (f, &(PatalVacancyFilter) { .post = f->ps, .which = PATAL_VACANCY_BOTH }, NULL), ==, 3);
  g_assert_cmpuint (n_ids (f, &(PatalVacancyFilter) { .within = f->block[0], .post = f->grs, .sort = PATAL_VACANCY_SORT_NAME_HI,
                                                      .descending = TRUE }, &first), ==, 3);
  g_assert_cmpint (first, ==, f->gp[1]); /* आ < च < ब */
  g_assert_cmpuint (n_ids (f, &(PatalVacancyFilter) { .within = f->block[0] }, NULL), ==, 4); /* three GPs and the block itself, each once */
  {
    g_auto (PatalRows) rows = patal_db_query (f->db, patal_vacancy_row_sql, PATAL_ARGS (PATAL_INT (f->gp[2])));

    g_assert_true (patal_rows_next (&rows));
    g_assert_cmpstr (patal_rows_text (&rows, PATAL_VACANCY_COL_VACANT_HI), ==, "सरपंच, ग्राम रोजगार सहायक");
    g_assert_cmpstr (patal_rows_text (&rows, PATAL_VACANCY_COL_COVERED_HI), ==, "पंचायत सचिव: राम (बरगांव)");
    g_assert_cmpstr (patal_rows_text (&rows, PATAL_VACANCY_COL_BLOCK_HI), ==, "अकलपुर");
    g_assert_cmpstr (patal_rows_text (&rows, PATAL_VACANCY_COL_POST_IDS), ==, posts); /* vacant, then covered */
  }
}

typedef struct { gint64 person; PatalDay last; } Leaving;

static gboolean
leave_cb (PatalDb *db, Leaving *leaving, GError **error)
{
  return patal_posting_end_all (db, leaving->person, leaving->last, error);
}

/* Who leaves service: main and additional charge end on one day; refused, with nothing ended, where one begins later. */
static void
test_leaves_service (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char lasting[] = "SELECT count (*) FROM posting WHERE to_day IS NULL";
  gint64 ram = directory_person (f, "राम", "Ram", NULL), shyam = directory_person (f, "श्याम", "Shyam", NULL);
  Leaving leaving = { ram, DAY (2026, 6, 30) };
  g_autoptr (GError) error = NULL;

  directory_posting (f, ram, f->ps, f->gp[1], EVER, EVER, PATAL_CHARGE_MAIN);
  directory_posting (f, ram, f->ps, f->gp[2], DAY (2026, 5, 1), EVER, PATAL_CHARGE_ADDITIONAL);
  directory_posting (f, shyam, f->grs, f->gp[2], EVER, EVER, PATAL_CHARGE_MAIN);
  leaving.last = DAY (2026, 4, 1);
  g_assert_false (directory_edit (f, leave_cb, &leaving, &error));
  g_assert_error (error, PATAL_POSTING_ERROR, PATAL_POSTING_ERROR_SPAN);
  g_assert_cmpint (directory_number (f, lasting), ==, 3);
  leaving.last = DAY (2026, 6, 30);
  directory_do (f, leave_cb, &leaving);
  g_assert_cmpint (directory_number (f, lasting), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM posting WHERE to_day = '2026-06-30'"), ==, 2);
}

/* The rules of a posting whose person is yet to be added: all but who it is. */
static void
test_newcomer (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 ram = directory_person (f, "राम", "Ram", NULL);
  PatalPosting posting = { .person = PATAL_POSTING_NEW_PERSON, .post = f->ps, .unit = f->gp[1], .from = DAY (2026, 5, 1), .to = PATAL_DAY_NONE };
  g_autoptr (GError) error = NULL;
  const char *field = NULL;

  g_assert_true (patal_posting_check (f->db, &posting, &field, &error));
  g_assert_no_error (error);
  directory_posting (f, ram, f->ps, f->gp[1], EVER, EVER, PATAL_CHARGE_MAIN);
  g_assert_false (patal_posting_check (f->db, &posting, &field, &error));
  g_assert_error (error, PATAL_POSTING_ERROR, PATAL_POSTING_ERROR_TAKEN);
  g_assert_cmpstr (field, ==, "charge");
}

/* By block, then by place; a place with an English name only after the Hindi ones of its block; the posts counted, not the places. */
static void
test_vacancy_order (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const gint64 by_block[] = { f->gp[0], f->gp[2], f->gp[3] };
  PatalVacancyFilter filter = { .post = f->ps, .which = PATAL_VACANCY_BOTH };
  PatalVacancyPosts posts = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 english;

  set_up_vacancies (f);
  ids = patal_vacancy_ids (f->db, &filter, &posts, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), by_block, sizeof by_block);
  g_assert_cmpuint (posts.vacant, ==, 2);
  g_assert_cmpuint (posts.covered, ==, 1);

  g_array_unref (ids);
  ids = patal_vacancy_ids (f->db, &(PatalVacancyFilter) { .within = f->block[0], .which = PATAL_VACANCY_VACANT }, &posts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (posts.vacant, >, ids->len); /* a place may lack several */
  g_assert_cmpuint (posts.covered, ==, 0);

  english = directory_unit (f, PATAL_LEVEL_GP, f->block[0], NULL, "Aamgaon Nawa", "90104");
  g_array_unref (ids);
  ids = patal_vacancy_ids (f->db, &filter, &posts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 4);
  g_assert_cmpint (g_array_index (ids, gint64, 2), ==, english);
}

static gboolean
update_unit_cb (PatalDb *db, PatalUnit *unit, GError **error)
{
  return patal_unit_update (db, unit, error);
}

static void
test_vacancy_counts (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GPtrArray) one_by_one = NULL;
  g_auto (PatalUnit) gone = { 0 };
  g_autoptr (GError) error = NULL;
  guint seen = 0;

  set_up_vacancies (f);
  for (int round = 0; round < 2; round++)
    {
      counts = patal_vacancy_counts (f->db, 0, DAY (2022, 1, 1), &error);
      g_assert_no_error (error);
      seen = 0;
      for (guint i = 0; i < counts->len; i++)
        {
          const PatalVacancyCount *count = &g_array_index (counts, PatalVacancyCount, i);

          g_assert_cmpuint (count->units, ==, count->main + count->covered + count->vacant);
          if (count->place != f->block[0] || count->post != f->ps)
            continue;
          seen++;
          g_assert_cmpuint (count->units, ==, round == 0 ? 3 : 2);
          g_assert_cmpuint (count->main, ==, 1);
          g_assert_cmpuint (count->covered, ==, 1);
          g_assert_cmpuint (count->vacant, ==, round == 0 ? 1 : 0);
        }
      g_assert_cmpuint (seen, ==, 1);
      one_by_one = patal_vacancies (f->db, &(PatalVacancyFilter) { .post = f->ps, .within = f->block[0], .which = PATAL_VACANCY_BOTH },
                                    DAY (2022, 1, 1), &error);
      g_assert_cmpuint (one_by_one->len, ==, round == 0 ? 2 : 1);
      g_clear_pointer (&counts, g_array_unref);
      g_clear_pointer (&one_by_one, g_ptr_array_unref);
      if (round == 1)
        break;
      /* A panchayat that is no longer has no vacancy. */
      g_assert_true (patal_unit_load (f->db, f->gp[0], &gone, NULL));
      gone.valid_to = DAY (2021, 12, 31);
      directory_do (f, (gpointer) update_unit_cb, &gone);
    }
}

static gboolean
remove_post_cb (PatalDb *db, gint64 *id, GError **error)
{
  return patal_post_remove (db, *id, error);
}

static void
test_posts (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalPost clerk = { .code = (char *) "CLERK", .kind = PATAL_POST_STAFF, .level = PATAL_LEVEL_BLOCK, .expected = 2, .rank = 90 };
  const struct { const char *code; int expected; PatalPostError error; } bad[] = {
    { NULL, 0, PATAL_POST_ERROR_CODE }, { "", 0, PATAL_POST_ERROR_CODE }, { "clerk", 0, PATAL_POST_ERROR_CODE },
    { "TWENTY_ONE_LETTERS_XX", 0, PATAL_POST_ERROR_CODE }, { "PS", 0, PATAL_POST_ERROR_CODE }, { "X", 100, PATAL_POST_ERROR_NUMBER },
    { "X", -1, PATAL_POST_ERROR_NUMBER },
  };
  g_autoptr (GPtrArray) posts = NULL;
  g_autofree char *name = NULL, *own = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    directory_refused (f, (gpointer) patal_post_insert,
                       &(PatalPost) { .code = (char *) bad[i].code, .expected = bad[i].expected, .level = PATAL_LEVEL_GP }, PATAL_POST_ERROR,
                       (int) bad[i].error);
  directory_do (f, (gpointer) patal_post_insert, &clerk);
  directory_posting (f, directory_person (f, "राम", NULL, NULL), clerk.id, f->block[0], EVER, EVER, PATAL_CHARGE_MAIN);
  directory_refused (f, (gpointer) remove_post_cb, &clerk.id, PATAL_POST_ERROR, PATAL_POST_ERROR_IN_USE);
  clerk.level = PATAL_LEVEL_GP;
  directory_refused (f, (gpointer) patal_post_update, &clerk, PATAL_POST_ERROR, PATAL_POST_ERROR_IN_USE);
  clerk.level = PATAL_LEVEL_BLOCK;
  clerk.expected = 3;
  directory_do (f, (gpointer) patal_post_update, &clerk);
  posts = patal_posts (f->db, NULL);
  g_assert_cmpint (((PatalPost *) g_ptr_array_index (posts, posts->len - 1))->expected, ==, 3);
  name = patal_post_name (f->db, f->grs, f->gp[0], PATAL_LANG_HI);
  g_assert_cmpstr (name, ==, "ग्राम रोजगार सहायक");
  own = patal_post_name (f->db, clerk.id, f->block[0], PATAL_LANG_HI);
  g_assert_cmpstr (own, ==, "CLERK"); /* no pack has a word for it */
}

static void
test_post_words (void)
{
  static const struct { const char *word, *code; } words[] = {
    { "सचिव", "PS" }, { "पंचायत सचिव", "PS" }, { "पञ्चायत सचिव", "PS" }, { "PS", "PS" }, { "Secretary", "PS" }, { "ग्रामसेवक", "PS" },
    { "ग्राम पंचायत विकास अधिकारी", "PS" }, { "रोजगार सहायक", "GRS" }, { "रोज़गार सहायक", "GRS" }, { "GRS", "GRS" }, { "जी.आर.एस.", "GRS" },
    { "ग्राम रोजगार सेवक", "GRS" }, { "पंचायत रोजगार सेवक", "GRS" }, { "सरपंच", "SARPANCH" }, { "सरपञ्च", "SARPANCH" }, { "प्रधान", "SARPANCH" },
    { "मुखिया", "SARPANCH" }, { "Sarpanch", "SARPANCH" }, { "पंच", "PANCH" }, { "कार्यक्रम अधिकारी", "PO" }, { "तकनीकी सहायक", "TA" },
    { "उप अभियंता", "SE" }, { "BDO", "CEO_JP" }, { "जिलाधिकारी", "COLLECTOR" }, { "ceo_jp", "CEO_JP" }, { "राजा", NULL }, { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpstr (patal_post_code_of_word (words[i].word), ==, words[i].code);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/posting/store-and-load", test_store_and_load);
  DIRECTORY_TEST ("/posting/rules", test_rules);
  DIRECTORY_TEST ("/posting/taken-says-who", test_taken_says_who);
  DIRECTORY_TEST ("/posting/several-expected", test_several_expected);
  DIRECTORY_TEST ("/posting/transfer", test_transfer);
  DIRECTORY_TEST ("/posting/relieve", test_relieve);
  DIRECTORY_TEST ("/posting/holdings", test_holdings);
  DIRECTORY_TEST ("/posting/leaves-service", test_leaves_service);
  DIRECTORY_TEST ("/posting/newcomer", test_newcomer);
  DIRECTORY_TEST ("/vacancy/list", test_vacancy_list);
  DIRECTORY_TEST ("/vacancy/order", test_vacancy_order);
  DIRECTORY_TEST ("/vacancy/counts", test_vacancy_counts);
  DIRECTORY_TEST ("/post/rules", test_posts);
  g_test_add_func ("/post/words", test_post_words);
  return g_test_run ();
}
