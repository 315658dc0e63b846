/* test-work.c: works as rows of the file, and the rules they keep
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "works.h"
#include "patal-unit.h"
#include <math.h>
#include <string.h>

static void
test_store_and_load (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalWork work = works_pond (f->gp[0]), *said = &work;
  g_auto (PatalWork) loaded = { 0 };
  g_autoptr (GError) error = NULL;

  work.kind = PATAL_WORK_INDIVIDUAL;
  work.beneficiary = (char *) "सुकवारा बाई";
  work.job_card = (char *) "CG-16-004-012-001/123";
  work.status = PATAL_WORK_COMPLETED;
  work.end = DAY (2021, 12, 20);
  work.as_day = DAY (2021, 5, 1);
  work.spent = (PatalWorkMoney) { 11900050, 0, 11900050 };
  work.days = 620;
  work.spent_days = 0;
  work.rate_paise = 19300;
  work.has_place = TRUE;
  work.lat = 21.9;
  work.lon = 82.5;
  work.remark = (char *) "  ";
  work.materials = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_material_free);
  g_ptr_array_add (work.materials, patal_material_new ("सीमेंट", "250 बोरी", 8750000));
  g_ptr_array_add (work.materials, patal_material_new ("रेत", NULL, PATAL_WORK_UNKNOWN));
  directory_do (f, (gpointer) patal_work_insert, said);
  g_assert_true (patal_work_load (f->db, work.id, &loaded, NULL));
  g_assert_cmpint (loaded.id, ==, work.id);
  g_assert_cmpint (loaded.gp, ==, f->gp[0]);
  g_assert_cmpint (loaded.scheme, ==, WORKS_MGNREGA);
  g_assert_cmpstr (loaded.name_hi, ==, work.name_hi);
  g_assert_null (loaded.name_en);
  g_assert_null (loaded.remark); /* blanks are nothing */
  g_assert_cmpstr (loaded.code, ==, work.code);
  g_assert_cmpstr (loaded.beneficiary, ==, work.beneficiary);
  g_assert_cmpstr (loaded.job_card, ==, work.job_card);
  g_assert_true (loaded.kind == PATAL_WORK_INDIVIDUAL && loaded.status == PATAL_WORK_COMPLETED && loaded.fy == 2021);
  g_assert_true (loaded.start == work.start && loaded.end == work.end && loaded.as_day == work.as_day);
  g_assert_cmpint (loaded.ts_day, ==, PATAL_DAY_NONE);
  g_assert_cmpmem (&loaded.sanctioned, sizeof loaded.sanctioned, &work.sanctioned, sizeof work.sanctioned);
  g_assert_cmpmem (&loaded.spent, sizeof loaded.spent, &work.spent, sizeof work.spent); /* 0 is not unknown */
  g_assert_true (loaded.days == 620 && loaded.spent_days == 0 && loaded.rate_paise == 19300);
  g_assert_true (loaded.has_place && loaded.lat == 21.9 && loaded.lon == 82.5);
  g_assert_cmpuint (loaded.materials->len, ==, 2);
  g_assert_cmpstr (((PatalMaterial *) g_ptr_array_index (loaded.materials, 0))->quantity, ==, "250 बोरी");
  g_assert_cmpint (((PatalMaterial *) g_ptr_array_index (loaded.materials, 1))->paise, ==, PATAL_WORK_UNKNOWN);
  patal_work_clear (&loaded);
  g_assert_cmpint (loaded.days, ==, PATAL_WORK_UNKNOWN); /* cleared is unknown, not 0 */
  g_clear_pointer (&work.materials, g_ptr_array_unref);
  g_assert_false (patal_work_load (f->db, 12345, &loaded, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

static void
test_update_and_remove (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalWork work = works_pond (f->gp[0]);
  g_auto (PatalWork) loaded = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 second;

  work.materials = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_material_free);
  g_ptr_array_add (work.materials, patal_material_new ("सीमेंट", NULL, 100));
  g_ptr_array_add (work.materials, patal_material_new ("रेत", "12 घ.मी.", 200));
  directory_do (f, (gpointer) patal_work_insert, &work);
  second = directory_number (f, "SELECT max (id) FROM work_material");
  g_ptr_array_remove_index (work.materials, 0);
  g_ptr_array_add (work.materials, patal_material_new ("गिट्टी", NULL, PATAL_WORK_UNKNOWN));
  g_ptr_array_add (work.materials, patal_material_new ("ईंट", "4,000", PATAL_WORK_UNKNOWN));
  work.name_en = (char *) "Deepening of the big pond";
  work.sanctioned.material_paise = PATAL_WORK_UNKNOWN;
  work.gp = f->gp[3];
  directory_do (f, (gpointer) patal_work_update, &work);
  g_assert_true (patal_work_load (f->db, work.id, &loaded, NULL));
  g_assert_cmpstr (loaded.name_en, ==, work.name_en);
  g_assert_cmpint (loaded.sanctioned.material_paise, ==, PATAL_WORK_UNKNOWN);
  g_assert_cmpint (loaded.gp, ==, f->gp[3]);
  g_assert_cmpuint (loaded.materials->len, ==, 3);
  g_assert_cmpstr (((PatalMaterial *) g_ptr_array_index (loaded.materials, 0))->name, ==, "रेत");
  g_assert_cmpstr (((PatalMaterial *) g_ptr_array_index (loaded.materials, 2))->quantity, ==, "4,000");
  g_assert_cmpint (directory_number (f, "SELECT id FROM work_material WHERE rank = 2"), ==, second); /* rows stay the rows they are */
  g_ptr_array_set_size (work.materials, 0);
  directory_do (f, (gpointer) patal_work_update, &work);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work_material"), ==, 0);
  g_clear_pointer (&work.materials, g_ptr_array_unref);

  directory_do (f, (gpointer) works_remove_cb, &work.id);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work"), ==, 0);
  directory_refused (f, (gpointer) patal_work_update, &work, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  g_assert_true (patal_db_undo (f->db, NULL, &error));
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work"), ==, 1);
}

static gboolean
hang_on_work (PatalDb *db, gpointer work, GError **error)
{
  const PatalValue *args = PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (*(gint64 *) work));

  return patal_db_run (db, "INSERT INTO board (id, work) VALUES (?1, ?2)", args, error)
         && patal_db_run (db, "INSERT INTO work_doc (id, work, doc_type) VALUES (?1, ?2, 201)", args, error);
}

static void
test_remove_with_all (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 work = works_add (f, f->gp[0], "कुआँ"), kept = works_add (f, f->gp[0], "सड़क");
  g_autoptr (GError) error = NULL;

  directory_do (f, (gpointer) hang_on_work, &work);
  directory_do (f, (gpointer) hang_on_work, &kept);
  directory_do (f, (gpointer) works_remove_cb, &work);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM board"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work_doc"), ==, 1);
  g_assert_true (patal_db_undo (f->db, NULL, &error));
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM board"), ==, 2);
}

#define LONG_NAME "अआइईउऊएऐओऔ"
#define TEN_LONG  LONG_NAME LONG_NAME LONG_NAME LONG_NAME LONG_NAME LONG_NAME LONG_NAME LONG_NAME LONG_NAME LONG_NAME
#define TOO_LONG  TEN_LONG TEN_LONG TEN_LONG TEN_LONG TEN_LONG "क"

static void
test_rules (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *field; int code; } cases[] = {
    { "name_hi", PATAL_WORK_ERROR_NAME },          { "name_hi", PATAL_WORK_ERROR_NAME },
    { "name_en", PATAL_WORK_ERROR_NAME },          { "gp", PATAL_WORK_ERROR_GP },
    { "end", PATAL_WORK_ERROR_SPAN },              { "fy", PATAL_WORK_ERROR_FY },
    { "fy", PATAL_WORK_ERROR_FY },                 { "sanctioned.wage", PATAL_WORK_ERROR_NUMBER },
    { "spent.total", PATAL_WORK_ERROR_NUMBER },    { "days", PATAL_WORK_ERROR_NUMBER },
    { "spent_days", PATAL_WORK_ERROR_NUMBER },     { "rate", PATAL_WORK_ERROR_NUMBER },
    { "status", PATAL_WORK_ERROR_STATUS },         { "lat", PATAL_WORK_ERROR_PLACE },
    { "lon", PATAL_WORK_ERROR_PLACE },             { "lon", PATAL_WORK_ERROR_PLACE },
    { "job_card", PATAL_WORK_ERROR_PERSON_NUMBER }, { "beneficiary", PATAL_WORK_ERROR_PERSON_NUMBER },
    { "guardian", PATAL_WORK_ERROR_PERSON_NUMBER }, { "remark", PATAL_WORK_ERROR_PERSON_NUMBER },
    { "materials", PATAL_WORK_ERROR_MATERIAL },    { "materials", PATAL_WORK_ERROR_MATERIAL },
    { "materials", PATAL_WORK_ERROR_MATERIAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalWork work = works_pond (f->gp[0]);
      g_autoptr (GPtrArray) materials = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_material_free);
      const char *field = NULL;

      switch (i)
        {
        case 0: work.name_hi = (char *) " "; break;
        case 1: work.name_hi = (char *) TOO_LONG; break;
        case 2: work.name_en = (char *) TOO_LONG; break;
        case 3: work.gp = 0; break;
        case 4: work.status = PATAL_WORK_COMPLETED; work.end = DAY (2021, 5, 31); break;
        case 5: work.fy = 1989; break;
        case 6: work.fy = 2101; break;
        case 7: work.sanctioned.wage_paise = -2; break;
        case 8: work.spent.total_paise = PATAL_MONEY_MAX_PAISE + 1; break;
        case 9: work.days = PATAL_WORK_DAYS_MAX + 1; break;
        case 10: work.spent_days = -5; break;
        case 11: work.rate_paise = 0; break;
        case 12: work.end = DAY (2021, 7, 1); break;
        case 13: work.has_place = TRUE; work.lat = 5; work.lon = 80; break;
        case 14: work.has_place = TRUE; work.lat = 21; work.lon = 99; break;
        case 15: work.has_place = TRUE; work.lat = 21; work.lon = NAN; break;
        case 16: work.job_card = (char *) "२२३४ ५६७८ ९०१२"; break;
        case 17: work.beneficiary = (char *) "राम 123412341234"; break;
        case 18: work.guardian = (char *) "श्याम, 1234-1234-1234"; break;
        case 19: work.remark = (char *) "2345 6789 0124"; break;
        case 20: g_ptr_array_add (materials, patal_material_new (" ", NULL, 1)); break;
        case 21: g_ptr_array_add (materials, patal_material_new ("रेत", NULL, -2)); break;
        default: g_ptr_array_add (materials, patal_material_new ("रेत; गिट्टी", NULL, 1)); break;
        }
      work.materials = materials;
      g_assert_false (patal_work_check (&work, &field, NULL));
      g_assert_cmpstr (field, ==, cases[i].field);
      directory_refused (f, (gpointer) patal_work_insert, &work, PATAL_WORK_ERROR, cases[i].code);
    }
  for (int i = 0; i < 2; i++) /* a work is done in a gram panchayat */
    {
      PatalWork work = works_pond (i == 0 ? f->block[0] : 12345);

      directory_refused (f, (gpointer) patal_work_insert, &work, PATAL_WORK_ERROR, PATAL_WORK_ERROR_GP);
    }
}

/* What looks like a fault and is none. */
static void
test_allowed (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  for (int i = 0; i < 7; i++)
    {
      PatalWork work = works_pond (f->gp[0]);

      switch (i)
        {
        case 0: work.name_hi = (char *) TEN_LONG TEN_LONG TEN_LONG TEN_LONG TEN_LONG; break; /* 500 to the letter */
        case 1: work.status = PATAL_WORK_COMPLETED; work.start = PATAL_DAY_NONE; break; /* lists without days have it so */
        case 2: work.status = PATAL_WORK_CLOSED; work.start = work.end = DAY (2021, 6, 1); break;
        case 3: work.code = (char *) "234567890124"; break;                           /* codes are long numbers */
        case 4: work.sanctioned.total_paise = 1; break;                               /* orders differ from their own sums */
        case 5: work.job_card = (char *) "CG-16-004-012-001/123"; break;
        default: work.job_card = (char *) "1234-5678-901/2"; break;
        }
      directory_do (f, (gpointer) patal_work_insert, &work);
    }
}

static void
test_materials (void)
{
  const struct { const char *text, *formatted; } cases[] = {
    { "सीमेंट: 250 बोरी: 87,500; रेत: 12 घ.मी.", "सीमेंट: 250 बोरी: 87,500\nरेत: 12 घ.मी." },
    { "रेत::₹ 5,000/-\n\n गिट्टी ", "रेत: : 5,000\nगिट्टी" },
    { "सी.सी. 1:2:4 : 12 घ.मी. : 1.5 लाख;", "सी.सी. 1:2:4: 12 घ.मी.: 1,50,000" },
    { "Sand:5 cum", "Sand: 5 cum" },
    { "", "" },
  };
  static const char *const broken[] = { ": 250 बोरी", "रेत: 2: 3: 4", "रेत: 12: बहुत", "रेत: 12: -5", "रेत; :: 100" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) first = NULL, again = NULL;
      g_autofree char *text = NULL, *repeated = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (patal_materials_parse (cases[i].text, &first, &error));
      g_assert_no_error (error);
      text = patal_materials_format (first);
      g_assert_cmpstr (text, ==, cases[i].formatted);
      g_assert_true (patal_materials_parse (text, &again, &error));
      repeated = patal_materials_format (again);
      g_assert_cmpstr (repeated, ==, text);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      GPtrArray *out = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (patal_materials_parse (broken[i], &out, &error));
      g_assert_error (error, PATAL_WORK_ERROR, PATAL_WORK_ERROR_MATERIAL);
      g_assert_null (out);
    }
}

static void
test_total (void)
{
  const struct { PatalWorkMoney money; gint64 total; } cases[] = {
    { { 100, 50, 175 }, 175 }, { { 100, 50, PATAL_WORK_UNKNOWN }, 150 }, { { 100, PATAL_WORK_UNKNOWN, PATAL_WORK_UNKNOWN }, 100 },
    { { PATAL_WORK_UNKNOWN, PATAL_WORK_UNKNOWN, PATAL_WORK_UNKNOWN }, PATAL_WORK_UNKNOWN }, { { 0, 0, 0 }, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (patal_work_money_total (&cases[i].money), ==, cases[i].total);
}

static void
test_copy (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalWork work = works_pond (f->gp[0]);
  g_auto (PatalWork) copy = { 0 };

  work.materials = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_material_free);
  g_ptr_array_add (work.materials, patal_material_new ("रेत", "2", 3));
  patal_work_copy (&copy, &work);
  g_clear_pointer (&work.materials, g_ptr_array_unref);
  g_assert_true (copy.name_hi != work.name_hi);
  g_assert_cmpstr (copy.name_hi, ==, work.name_hi);
  g_assert_cmpstr (((PatalMaterial *) g_ptr_array_index (copy.materials, 0))->name, ==, "रेत");
}

static void
test_count (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  guint counts[PATAL_N_WORK_STATUSES];
  PatalWork work = works_pond (f->gp[3]);

  works_add (f, f->gp[0], "एक");
  works_add (f, f->gp[1], "दो");
  work.status = PATAL_WORK_CLOSED;
  directory_do (f, (gpointer) patal_work_insert, &work);
  g_assert_true (patal_work_count (f->db, 0, counts, NULL));
  g_assert_true (counts[PATAL_WORK_ONGOING] == 2 && counts[PATAL_WORK_CLOSED] == 1 && counts[PATAL_WORK_SANCTIONED] == 0);
  g_assert_true (patal_work_count (f->db, f->block[0], counts, NULL));
  g_assert_true (counts[PATAL_WORK_ONGOING] == 2 && counts[PATAL_WORK_CLOSED] == 0);
  g_assert_true (patal_work_count (f->db, f->gp[3], counts, NULL));
  g_assert_true (counts[PATAL_WORK_ONGOING] == 0 && counts[PATAL_WORK_CLOSED] == 1);
}

static gboolean
remove_unit (PatalDb *db, gpointer unit, GError **error)
{
  return patal_unit_remove (db, *(gint64 *) unit, error);
}

/* The directory cannot see works; what names a place keeps it nevertheless. */
static void
test_place_in_use (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 work = works_add (f, f->gp[2], "कुआँ");

  directory_refused (f, (gpointer) remove_unit, &f->gp[2], PATAL_UNIT_ERROR, PATAL_UNIT_ERROR_IN_USE);
  g_assert_false (directory_edit (f, (gpointer) remove_unit, &f->gp[2], &error));
  g_assert_nonnull (strstr (error->message, "such as works"));
  directory_do (f, (gpointer) works_remove_cb, &work);
  directory_do (f, (gpointer) remove_unit, &f->gp[2]);
}

/* A work begun on 05.07.2025 is of 2025-26, whatever day it is today. */
static void
test_day (Directory *f G_GNUC_UNUSED, gconstpointer data G_GNUC_UNUSED)
{
  const PatalDay today = DAY (2026, 11, 23);
  const struct { int fy; PatalDay as_day, start, day; } cases[] = {
    { 0, PATAL_DAY_NONE, PATAL_DAY_NONE, today },
    { 2024, PATAL_DAY_NONE, PATAL_DAY_NONE, DAY (2024, 4, 1) },
    { 2024, DAY (2025, 2, 1), PATAL_DAY_NONE, DAY (2025, 2, 1) },
    { 0, DAY (2025, 2, 1), DAY (2025, 7, 5), DAY (2025, 7, 5) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PatalWork work = { .fy = cases[i].fy, .ts_day = PATAL_DAY_NONE, .as_day = cases[i].as_day, .start = cases[i].start };

      g_assert_cmpint (patal_work_day (&work, today), ==, cases[i].day);
    }
  g_assert_cmpint (patal_fy_of (DAY (2025, 7, 5)), ==, 2025);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/work/store-and-load", test_store_and_load);
  DIRECTORY_TEST ("/work/update-and-remove", test_update_and_remove);
  DIRECTORY_TEST ("/work/remove-with-all", test_remove_with_all);
  DIRECTORY_TEST ("/work/rules", test_rules);
  DIRECTORY_TEST ("/work/allowed", test_allowed);
  g_test_add_func ("/work/materials", test_materials);
  g_test_add_func ("/work/total", test_total);
  DIRECTORY_TEST ("/work/copy", test_copy);
  DIRECTORY_TEST ("/work/count", test_count);
  DIRECTORY_TEST ("/work/place-in-use", test_place_in_use);
  DIRECTORY_TEST ("/work/day", test_day);
  return g_test_run ();
}
