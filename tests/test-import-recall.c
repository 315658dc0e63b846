/* test-import-recall.c: what the file has beside what a row says, whole lists that do not fit, decisions for all of a kind
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory-import.h"
#include "patal-holiday.h"
#include "patal-person.h"
#include "patal-venue.h"

/* (transfer full): "gp_code=, lat=21.5": what is recalled beside a row. */
static char *
recalled (Directory *f, PatalImportRun *run, guint row)
{
  const PatalImport *import = patal_import_run_import (run);
  GString *text = g_string_new (NULL);
  char **values = patal_import_run_recall (run, f->db, row);

  for (guint i = 0; values != NULL && i < import->n_fields; i++)
    if (values[i] != NULL)
      g_string_append_printf (text, text->len > 0 ? ", %s=%s" : "%s=%s", import->fields[i].id, values[i]);
  patal_import_run_free_recalled (run, values);
  return g_string_free (text, FALSE);
}

#define ASSERT_RECALLED(f, run, row, expected) \
  G_STMT_START { g_autofree char *text = recalled (f, run, row); g_assert_cmpstr (text, ==, expected); } G_STMT_END

static void
test_units (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalImportRun) run = NULL;

  ASSERT_IMPORT (f, &patal_unit_import, "विकासखण्ड,ग्राम पंचायत,gp_name,code,lat,lon,जनसंख्या\nअकलपुर,सोनपुर,Sonpur,,21.5,82.25,900\n",
                 PATAL_DOUBTFUL_SKIP, "N");
  run = directory_preview (f, &patal_unit_import,
                           "विकासखण्ड,ग्राम पंचायत,gp_name,code,lat,lon,जनसंख्या\n"
                           "अकलपुर,सोनपुर,Sonpur,7001,21.6,82.25,900\n"  /* a code that was missing, a place that was another */
                           "अकलपुर,सोनापुर,,,,,\n"                        /* nearly the same name */
                           "अकलपुर,चाँदपुर,,,,,\n");
  ASSERT_RECALLED (f, run, 0, "code=, lat=21.5, lon=82.25");
  ASSERT_RECALLED (f, run, 2, "");
}

static void
test_foreign_district (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *csv, *warning; } cases[] = {
    { "district,block,gp name\nHaridwar,Laksar,Sultanpur\nHaridwar,Laksar,Bhogpur\n", "2 rows of this table are of the district Haridwar, but your file is of %s." },
    { "district,block,gp name\nHaridwar,Laksar,Sultanpur\n", "1 row of this table is of the district Haridwar, but your file is of %s." },
    { "district,block,gp name\nHaridwar,Laksar,Sultanpur\nDehradun,Kalsi,Bhogpur\n", "2 rows of this table are of other districts (Haridwar …), but your file is of %s." },
    { "विकासखण्ड,ग्राम पंचायत\nअकलपुर,चाँदपुर\n", NULL }, /* does not say, or is of it */
    { "district,विकासखण्ड,ग्राम पंचायत\nHaridwar,अकलपुर,\n", NULL },
  };
  g_auto (PatalRows) rows = patal_db_query (f->db, "SELECT ifnull (name_hi, name_en) FROM unit WHERE level = 'district'", PATAL_NO_ARGS);
  g_autofree char *own = NULL;

  g_assert_true (patal_rows_next (&rows));
  own = g_strdup (patal_rows_text (&rows, 0));
  g_assert_false (patal_rows_next (&rows)); /* it is a file of one district */
  for (gsize i = 0; i < G_N_ELEMENTS (cases) - 1; i++)
    {
      g_autoptr (PatalImportRun) run = directory_preview (f, &patal_unit_import, cases[i].csv);
      g_autofree char *warning = NULL, *expected = NULL;
      const char *question = NULL;
      g_auto (GStrv) parts = cases[i].warning != NULL ? g_strsplit (cases[i].warning, "%s", 2) : NULL;

      warning = patal_import_run_warning (run, &question);
      g_assert_cmpint (warning != NULL, ==, question != NULL);
      expected = parts != NULL ? g_strjoinv (own, parts) : NULL;
      g_assert_cmpstr (warning, ==, expected);
    }
}

/* Rows of which the same is asked are decided together, the others are not. */
static void
test_alike (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalImportRun) run = NULL;
  const PatalVerdict *verdict;

  ASSERT_IMPORT (f, &patal_unit_import, "विकासखण्ड,ग्राम पंचायत,gp name\nअकलपुर,पामगढ़,Pamgarh\n", PATAL_DOUBTFUL_SKIP, "N");
  run = directory_preview (f, &patal_unit_import,
                           "विकासखण्ड,ग्राम पंचायत,gp name\n"
                           "अकलपुर,आमागांव,\nअकलपुर,बरगांव-2,\n" /* two that are nearly known */
                           "अकलपुर,पामगढ़,Korba\n");           /* one name agrees, the other does not */
  for (guint row = 0; row < 3; row++)
    {
      verdict = patal_import_run_verdict (run, row);
      g_assert_cmpint (verdict->fate, ==, PATAL_FATE_DOUBTFUL);
    }
  g_assert_cmpuint (patal_import_run_n_alike (run, 0), ==, 2);
  g_assert_cmpuint (patal_import_run_n_alike (run, 2), ==, 1);
  patal_import_run_decide_alike (run, 1, PATAL_DOUBTFUL_MERGE);
  g_assert_cmpint (patal_import_run_decision (run, 0), ==, PATAL_DOUBTFUL_MERGE);
  g_assert_cmpint (patal_import_run_decision (run, 1), ==, PATAL_DOUBTFUL_MERGE);
  g_assert_cmpint (patal_import_run_decision (run, 2), ==, PATAL_DOUBTFUL_SKIP);
  {
    g_autofree char *text = recalled (f, run, 0);

    g_assert_true (g_strstr_len (text, -1, "gp_name_hi=आमगांव, gp_code=90101") != NULL); /* the other side */
    g_assert_true (g_strstr_len (text, -1, "block_name_hi=अकलपुर") != NULL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/import-recall/units", test_units);
  DIRECTORY_TEST ("/import-recall/foreign-district", test_foreign_district);
  DIRECTORY_TEST ("/import-recall/alike", test_alike);
  return g_test_run ();
}
