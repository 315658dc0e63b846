/* directory.h: a small district with its posts in a real file, for the tests of people, venues, holidays, blackouts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "district-file.h"
#include "patal-blackout.h"
#include "patal-district.h"
#include "patal-holiday.h"
#include "patal-person.h"
#include "patal-posting.h"
#include "patal-venue.h"

#define DAY(y, m, d) patal_day_from_ymd (y, m, d)

/* छत्तीसगढ़ › परीक्षणपुर › two blocks, of three and one gram panchayats. */
typedef struct
{
  DistrictFile file;
  PatalDb     *db;
  gint64       state, district, block[2], gp[4]; /* gp[3] lies in block[1] */
  gint64       ps, grs, sarpanch, panch, po, ta; /* posts */
} Directory;

typedef struct
{
  gboolean (*act) (PatalDb *db, gpointer what, GError **error);
  gpointer what;
} DirectoryAct;

static const PatalSearchSource *const directory_searched[] = { &patal_person_search, &patal_venue_search, NULL };

static inline gboolean
directory_act_cb (PatalDb *db, gpointer data, GError **error)
{
  DirectoryAct *act = data;

  return act->act (db, act->what, error);
}

/* One edit that does @act to @what. */
static inline gboolean
directory_edit (Directory *f, gpointer act, gpointer what, GError **error)
{
  DirectoryAct both = { (gboolean (*) (PatalDb *, gpointer, GError **)) act, what };

  return patal_db_edit (f->db, PATAL_LABEL ("Test"), directory_act_cb, &both, error);
}

static inline void
directory_do (Directory *f, gpointer act, gpointer what)
{
  g_autoptr (GError) error = NULL;

  directory_edit (f, act, what, &error);
  g_assert_no_error (error);
}

static inline gint64
directory_number (Directory *f, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  patal_db_int (f->db, sql, PATAL_NO_ARGS, &n, &error);
  g_assert_no_error (error);
  return n;
}

/* All that the tests change, as one text: the same text before and after says that nothing was written. (transfer full) */
static inline char *
directory_dump (Directory *f)
{
  static const char *const queries[] = {
    "SELECT * FROM person ORDER BY id", "SELECT * FROM posting ORDER BY id", "SELECT * FROM venue ORDER BY id",
    "SELECT * FROM holiday ORDER BY id", "SELECT * FROM blackout ORDER BY id", "SELECT * FROM setting ORDER BY id",
    "SELECT * FROM post ORDER BY id", "SELECT * FROM scheme ORDER BY id", "SELECT * FROM wage_rate ORDER BY id",
    "SELECT * FROM work ORDER BY id", "SELECT * FROM work_material ORDER BY id", "SELECT * FROM board ORDER BY id",
    "SELECT * FROM board_template ORDER BY id", "SELECT * FROM work_doc_type ORDER BY id", "SELECT * FROM work_doc ORDER BY id",
    "SELECT * FROM subject ORDER BY id", "SELECT * FROM course ORDER BY id", "SELECT * FROM course_post ORDER BY id",
    "SELECT * FROM course_module ORDER BY id", "SELECT * FROM module_subject ORDER BY id", "SELECT * FROM cost_norm ORDER BY id",
    "SELECT * FROM annual_plan ORDER BY id", "SELECT * FROM plan_line ORDER BY id", "SELECT * FROM training ORDER BY id",
    "SELECT * FROM training_limit ORDER BY id", "SELECT * FROM cluster ORDER BY id", "SELECT * FROM cluster_unit ORDER BY id",
    "SELECT * FROM batch ORDER BY id", "SELECT * FROM batch_change ORDER BY id", "SELECT * FROM session ORDER BY id",
    "SELECT * FROM trainer ORDER BY id", "SELECT * FROM trainer_subject ORDER BY id", "SELECT * FROM person_days ORDER BY id",
    "SELECT * FROM batch_trainer ORDER BY id", "SELECT * FROM nomination ORDER BY id", "SELECT * FROM feedback ORDER BY id",
    "SELECT * FROM batch_cost ORDER BY id", "SELECT * FROM visit ORDER BY id", "SELECT * FROM letter ORDER BY id",
    "SELECT * FROM letter_template ORDER BY id", "SELECT count (*) FROM journal",
  };
  GString *dump = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_auto (PatalRows) rows = patal_db_query (f->db, queries[i], PATAL_NO_ARGS);

      while (patal_rows_next (&rows))
        for (int column = 0; column < sqlite3_column_count (rows.stmt); column++)
          g_string_append_printf (dump, "%s|", patal_rows_text (&rows, column) != NULL ? patal_rows_text (&rows, column) : "-");
      g_assert_true (patal_rows_finish (&rows, NULL));
      g_string_append_c (dump, '\n');
    }
  return g_string_free (dump, FALSE);
}

/* Does what must be refused: fails with @code of @domain, and changes nothing. */
static inline void
directory_refused (Directory *f, gpointer act, gpointer what, GQuark domain, int code)
{
  g_autofree char *before = directory_dump (f), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (directory_edit (f, act, what, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpint (*error->message, !=, '\0');
  after = directory_dump (f);
  g_assert_cmpstr (before, ==, after);
}

static inline gint64
directory_unit (Directory *f, PatalLevel level, gint64 parent, const char *hi, const char *en, const char *code)
{
  PatalUnit unit = { .level = level, .parent = parent, .name_hi = (char *) hi, .name_en = (char *) en, .lgd_code = (char *) code,
                     .households = -1, .population = -1, .sc = -1, .st = -1 };

  directory_do (f, (gpointer) patal_unit_insert, &unit);
  return unit.id;
}

static inline gint64
directory_person (Directory *f, const char *hi, const char *en, const char *mobile)
{
  PatalPerson person = { .name_hi = (char *) hi, .name_en = (char *) en, .mobile = (char *) mobile };

  directory_do (f, (gpointer) patal_person_insert, &person);
  return person.id;
}

static inline gint64
directory_posting (Directory *f, gint64 person, gint64 post, gint64 unit, PatalDay from, PatalDay to, PatalCharge charge)
{
  PatalPosting posting = { .person = person, .post = post, .unit = unit, .from = from, .to = to, .charge = charge };

  directory_do (f, (gpointer) patal_posting_insert, &posting);
  return posting.id;
}

static inline void
directory_set_up (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  f->file.folder = g_dir_make_tmp ("patal-XXXXXX", NULL);
  f->file.path = g_build_filename (f->file.folder, "district.patal", NULL);
  f->db = f->file.db = patal_file_create (f->file.path, 7, directory_searched, &error);
  g_assert_no_error (error);
  patal_district_begin (f->db, "CG", "परीक्षणपुर", "Parikshanpur", &error);
  g_assert_no_error (error);
  f->state = directory_number (f, "SELECT id FROM unit WHERE level = 'state'");
  f->district = directory_number (f, "SELECT id FROM unit WHERE level = 'district'");
  f->block[0] = directory_unit (f, PATAL_LEVEL_BLOCK, f->district, "अकलपुर", "Akalpur", "901");
  f->block[1] = directory_unit (f, PATAL_LEVEL_BLOCK, f->district, "बलपुर", "Balpur", "902");
  f->gp[0] = directory_unit (f, PATAL_LEVEL_GP, f->block[0], "आमगांव", "Amgaon", "90101");
  f->gp[1] = directory_unit (f, PATAL_LEVEL_GP, f->block[0], "बरगांव", "Bargaon", "90102");
  f->gp[2] = directory_unit (f, PATAL_LEVEL_GP, f->block[0], "चंदनपुर", NULL, "90103");
  f->gp[3] = directory_unit (f, PATAL_LEVEL_GP, f->block[1], "आमगांव", "Amgaon", "90201");
  f->ps = directory_number (f, "SELECT id FROM post WHERE code = 'PS'");
  f->grs = directory_number (f, "SELECT id FROM post WHERE code = 'GRS'");
  f->sarpanch = directory_number (f, "SELECT id FROM post WHERE code = 'SARPANCH'");
  f->panch = directory_number (f, "SELECT id FROM post WHERE code = 'PANCH'");
  f->po = directory_number (f, "SELECT id FROM post WHERE code = 'PO'");
  f->ta = directory_number (f, "SELECT id FROM post WHERE code = 'TA'");
}

static inline void
directory_tear_down (Directory *f, gconstpointer data)
{
  district_file_tear_down (&f->file, data);
}

#define DIRECTORY_TEST(path, func) g_test_add (path, Directory, NULL, directory_set_up, func, directory_tear_down)
