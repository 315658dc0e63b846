/* test-people-import.c: people and their posts out of the sheets of an office
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory-import.h"

#define IMPORT &patal_person_import
#define HEAD "क्र.,जनपद पंचायत,ग्राम पंचायत,पद,नाम,प्रभार,मोबाइल नंबर,लिंग,वर्ग,पिता/पति का नाम,दिनांक से\n"

/* Who holds what today, a line each: "राम PS आमगांव/अकलपुर main". (transfer full) */
static char *
holders (Directory *f)
{
  g_auto (PatalRows) rows = patal_db_query (f->db,
    "SELECT ifnull (person.name_hi, person.name_en) || ' ' || post.code || ' ' || unit.name_hi || ' ' || charge FROM posting"
    " JOIN person ON person.id = person JOIN post ON post.id = post JOIN unit ON unit.id = unit WHERE to_day IS NULL"
    " ORDER BY ifnull (unit.lgd_code, ''), post.rank, charge DESC, 1", PATAL_NO_ARGS);
  GString *lines = g_string_new (NULL);

  while (patal_rows_next (&rows))
    g_string_append_printf (lines, "%s\n", patal_rows_text (&rows, 0));
  return g_string_free (lines, FALSE);
}

#define ASSERT_HOLDERS(f, expected) \
  G_STMT_START { g_autofree char *got = holders (f); g_assert_cmpstr (got, ==, expected); } G_STMT_END

static void
test_office_sheet (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char sheet[] =
    "जिला पंचायत परीक्षणपुर\n"
    "ग्राम पंचायतवार कर्मचारियों की जानकारी\n"
    HEAD
    "1,अकलपुर,आमगांव,सचिव,श्री रामलाल साहू,मूल,+91 98765 43210,पुरुष,अपिव,श्यामलाल,01.04.2020\n"
    "2,अकलपुर,आमगांव,रोजगार सहायक,रिक्त,,,,,,\n"
    "3,अकलपुर,बरगांव,पंचायत सचिव,रामलाल साहू,अतिरिक्त प्रभार,9876543210,,,,\n"
    "4,अकलपुर,बरगांव,GRS,सीता बाई,,०९८७६५४३२११,महिला,अजजा,,\n"
    "5,बलपुर,आमगांव,सरपंच,गीता देवी,,-,म,अ.ज.जा.,,\n"
    "6,बलपुर,ग्राम पंचायत आमगांव,सचिव,-,,,,,,\n"
    "7,बलपुर,,PO,मोहन,,9876543212,,,,\n"
    "8,अकलपुर,चंदनपुर,प्रभारी सचिव,कमला,,9876543213,,,,\n";

  ASSERT_IMPORT (f, IMPORT, sheet, PATAL_DOUBTFUL_SKIP, "NSCNNSNN");
  ASSERT_HOLDERS (f,
                  "श्री रामलाल साहू PS आमगांव main\n"
                  "श्री रामलाल साहू PS बरगांव additional\nसीता बाई GRS बरगांव main\n"
                  "कमला PS चंदनपुर additional\n"
                  "मोहन PO बलपुर main\n"
                  "गीता देवी SARPANCH आमगांव main\n");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM person"), ==, 5); /* one man, two panchayats; nobody is called रिक्त */
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM person WHERE name_hi LIKE '%रिक्त%'"), ==, 0);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM person WHERE mobile = '9876543211' AND gender = 'female' AND social = 'st'"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM posting WHERE from_day = '2020-04-01'"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM person WHERE guardian = 'श्यामलाल' AND social = 'other'"), ==, 1);

  ASSERT_IMPORT (f, IMPORT, sheet, PATAL_DOUBTFUL_NEW, "SSSSSSSS"); /* the same sheet again adds nothing, whatever was decided */
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM person"), ==, 5);
  g_assert_true (patal_db_undo (f->db, NULL, NULL)); /* one edit */
  g_assert_cmpint (directory_number (f, "SELECT count (*) + (SELECT count (*) FROM posting) FROM person"), ==, 0);
}

static void
test_english_sheet (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  ASSERT_IMPORT (f, IMPORT,
                 "District,Block,Gram Panchayat,LGD Code,Designation,Name,Charge,Mobile No,Email\n"
                 "Parikshanpur,Akalpur,Amgaon,90101,Panchayat Secretary,RAMLAL SAHU,Main,9876543210.0,ram@example.in\n"
                 ",,,90102,Secretary,Vacant,,,\n"
                 ",Akalpur,Chandanpur,,Sarpanch,Gita,,,\n" /* the file knows it in Hindi only: the sound agrees */
                 ",Akalpur,,,CEO,Sita,,,\n"
                 "Parikshanpur,,,,CEO,Mohan,,,\n"
                 ",,90201,,GRS,Kamla,,,\n",                /* a code where a name is expected */
                 PATAL_DOUBTFUL_SKIP, "NSNNNN");
  ASSERT_HOLDERS (f, "Mohan CEO_ZP परीक्षणपुर main\nSita CEO_JP अकलपुर main\nRAMLAL SAHU PS आमगांव main\nGita SARPANCH चंदनपुर main\n"
                     "Kamla GRS आमगांव main\n");
}

static void
test_refused (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { const char *row, *field; } cases[] = {
    { "1,अकलपुर,आमगांव,सचिव,राम,,98765,,,,\n", "mobile" },
    { "1,अकलपुर,आमगांव,सचिव,राम,,2345 6789 0124,,,,\n", "mobile" },
    { "1,अकलपुर,आमगांव,सचिव,राम 234567890124,,,,,,\n", "name_hi" },
    { "1,अकलपुर,आमगांव,सचिव,राम,,,,,2345-6789-0124,\n", "guardian" },
    { "1,अकलपुर,आमगांव,राजा,राम,,,,,,\n", "post" },
    { "1,अकलपुर,आमगांव,,राम,,,,,,\n", "post" },
    { "1,अकलपुर,आमगांव,सचिव,राम,आधा,,,,,\n", "charge" },
    { "1,अकलपुर,आमगांव,सचिव,राम,,,नर,,,\n", "gender" },
    { "1,अकलपुर,आमगांव,सचिव,राम,,,,उच्च,,\n", "social" },
    { "1,अकलपुर,नहींगांव,सचिव,राम,,,,,,\n", "gp_hi" },
    { "1,नहींपुर,आमगांव,सचिव,राम,,,,,,\n", "block_hi" },
    { "1,,आमगांव,सचिव,राम,,,,,,\n", "gp_hi" }, /* there are two */
    { "1,अकलपुर,,सचिव,राम,,,,,,\n", "gp_hi" },
    { "1,अकलपुर,आमगांव,सचिव,राम,,,,,,31.02.2020\n", "from" },
    { "1,अकलपुर,आमगांव,सचिव,रिक्त,,9876543210,,,,\n", "name_hi" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sheet = g_strconcat (HEAD, cases[i].row, NULL), *before = directory_dump (f), *after = NULL;
      const char *field = directory_fault (f, IMPORT, sheet, PATAL_FATE_REFUSED);

      if (g_strcmp0 (field, cases[i].field) != 0)
        g_error ("row %zu: %s", i, field);
      ASSERT_IMPORT (f, IMPORT, sheet, PATAL_DOUBTFUL_NEW, "R");
      after = directory_dump (f);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_columns (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const sheets[] = { "पद,ग्राम पंचायत\nसचिव,आमगांव\n", "नाम,ग्राम पंचायत\nराम,आमगांव\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *path = g_build_filename (f->file.folder, "sheet.csv", NULL);
      g_autoptr (PatalImportRun) run = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, sheets[i], -1, NULL));
      run = patal_import_run_new (IMPORT, patal_sheet_read (path, -1, NULL, NULL), "sheet.csv", &error);
      g_assert_no_error (error);
      g_assert_false (patal_import_run_preview (run, f->db, NULL, &error));
      g_assert_error (error, PATAL_PERSON_ERROR, PATAL_PERSON_ERROR_NAME);
    }
}

static void
set_up_two (Directory *f)
{
  directory_posting (f, directory_person (f, "रामलाल साहू", NULL, "9876543210"), f->ps, f->gp[0], DAY (2020, 1, 1), 0, PATAL_CHARGE_MAIN);
  directory_posting (f, directory_person (f, "सीता बाई", NULL, NULL), f->ps, f->gp[1], DAY (2020, 1, 1), 0, PATAL_CHARGE_MAIN);
}

static void
test_changed (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  set_up_two (f);
  ASSERT_IMPORT (f, IMPORT,
                 HEAD "1,अकलपुर,आमगांव,सचिव,श्री रामलाल साहू,,,पुरुष,,,\n" /* the title is no other name */
                 "2,अकलपुर,बरगांव,सचिव,सीता बाई,,9876543211,,,,\n"
                 "3,अकलपुर,बरगांव,सचिव,सीता बाई,,9876543211,,,,\n", PATAL_DOUBTFUL_SKIP, "CCS");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM person WHERE name_hi = 'रामलाल साहू' AND gender = 'male' AND mobile = '9876543210'"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM person WHERE name_hi = 'सीता बाई' AND mobile = '9876543211'"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM person"), ==, 2);
  ASSERT_IMPORT (f, IMPORT, HEAD "1,अकलपुर,आमगांव,सचिव,रामलाल साहू,अतिरिक्त,,,,,\n", PATAL_DOUBTFUL_SKIP, "C");
  ASSERT_HOLDERS (f, "रामलाल साहू PS आमगांव additional\nसीता बाई PS बरगांव main\n");
}

/* One doubtful row, and what each decision makes of it. */
static void
check_doubt (Directory *f, const char *row, const char *field, const char *as_new, int people_new, const char *merged, int people_merged)
{
  g_autofree char *sheet = g_strconcat (HEAD, row, NULL), *before = directory_dump (f), *after = NULL;

  g_assert_cmpstr (directory_fault (f, IMPORT, sheet, PATAL_FATE_DOUBTFUL), ==, field);
  ASSERT_IMPORT (f, IMPORT, sheet, PATAL_DOUBTFUL_SKIP, "D");
  after = directory_dump (f);
  g_assert_cmpstr (before, ==, after);
  ASSERT_IMPORT (f, IMPORT, sheet, PATAL_DOUBTFUL_NEW, "D");
  ASSERT_HOLDERS (f, as_new);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM person"), ==, people_new);
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  ASSERT_IMPORT (f, IMPORT, sheet, PATAL_DOUBTFUL_MERGE, "D");
  ASSERT_HOLDERS (f, merged);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM person"), ==, people_merged);
}

static void
test_same_mobile (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  set_up_two (f);
  check_doubt (f, "1,अकलपुर,चंदनपुर,GRS,आर. एल. साहू,,9876543210,,,,\n", "mobile",
               "रामलाल साहू PS आमगांव main\nसीता बाई PS बरगांव main\nआर. एल. साहू GRS चंदनपुर main\n", 3,
               "रामलाल साहू PS आमगांव main\nसीता बाई PS बरगांव main\nरामलाल साहू GRS चंदनपुर additional\n", 2);
}

static void
test_same_name_and_post (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  set_up_two (f);
  check_doubt (f, "1,अकलपुर,आमगांव,सचिव,रामलाल साहू,अतिरिक्त,9000000001,,,,\n", "mobile",
               "रामलाल साहू PS आमगांव main\nरामलाल साहू PS आमगांव additional\nसीता बाई PS बरगांव main\n", 3,
               "रामलाल साहू PS आमगांव additional\nसीता बाई PS बरगांव main\n", 2);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM person WHERE mobile = '9000000001'"), ==, 1); /* the newer number counts */
}

static void
test_same_name_nearby (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  set_up_two (f);
  check_doubt (f, "1,अकलपुर,चंदनपुर,सचिव,सीता बाई,अति. प्रभार,,,,,\n", "name_hi",
               "रामलाल साहू PS आमगांव main\nसीता बाई PS बरगांव main\nसीता बाई PS चंदनपुर additional\n", 3,
               "रामलाल साहू PS आमगांव main\nसीता बाई PS बरगांव main\nसीता बाई PS चंदनपुर additional\n", 2);
  /* Without anything in common but the name it is another person. */
  ASSERT_IMPORT (f, IMPORT, HEAD "1,बलपुर,आमगांव,सचिव,सीता बाई,,,,,,\n", PATAL_DOUBTFUL_SKIP, "N");
}

static void
test_post_taken (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  set_up_two (f);
  check_doubt (f, "1,अकलपुर,आमगांव,सचिव,गीता,,9000000002,,,,01.07.2021\n", "name_hi",
               "गीता PS आमगांव main\nसीता बाई PS बरगांव main\n", 3,
               "रामलाल साहू PS आमगांव main\nसीता बाई PS बरगांव main\n", 2);
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  ASSERT_IMPORT (f, IMPORT, HEAD "1,अकलपुर,आमगांव,सचिव,गीता,,9000000002,,,,01.07.2021\n", PATAL_DOUBTFUL_NEW, "D");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM posting WHERE to_day = '2021-06-30'"), ==, 1); /* the old one ended the day before */
}

static void
test_moved (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  set_up_two (f);
  check_doubt (f, "1,अकलपुर,चंदनपुर,सचिव,रामलाल साहू,मूल,9876543210,,,,\n", "charge",
               "सीता बाई PS बरगांव main\nरामलाल साहू PS चंदनपुर main\n", 2,
               "रामलाल साहू PS आमगांव main\nसीता बाई PS बरगांव main\nरामलाल साहू PS चंदनपुर additional\n", 2);
}

static void
test_place_by_sound (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  check_doubt (f, "1,अकलपुर,बारगांव,सचिव,राम,,,,,,\n", "gp_hi", "राम PS बरगांव main\n", 1, "राम PS बरगांव main\n", 1);
}

static void
test_two_in_one_sheet (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char sheet[] = HEAD "1,अकलपुर,आमगांव,सचिव,राम,,,,,,\n2,अकलपुर,आमगांव,सचिव,मोहन,,,,,,\n";

  ASSERT_IMPORT (f, IMPORT, sheet, PATAL_DOUBTFUL_NEW, "ND");
  ASSERT_HOLDERS (f, "राम PS आमगांव main\nमोहन PS आमगांव additional\n");
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  ASSERT_IMPORT (f, IMPORT, sheet, PATAL_DOUBTFUL_MERGE, "ND");
  ASSERT_HOLDERS (f, "राम PS आमगांव main\n");
}

/* A directory without posts: names and numbers. */
static void
test_without_posts (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char sheet[] = "Name,Mobile\nRam,9876543210\nSita,\nSita,\nRam,9876543211\n";

  ASSERT_IMPORT (f, IMPORT, sheet, PATAL_DOUBTFUL_SKIP, "NNSD");
  ASSERT_IMPORT (f, IMPORT, sheet, PATAL_DOUBTFUL_NEW, "SSSD");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM person"), ==, 3);
}

static void
test_describe (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalImportRun) run = NULL;
  g_autofree char *known = NULL, *earlier = NULL, *place = NULL;

  set_up_two (f);
  run = directory_preview (f, IMPORT, HEAD "1,अकलपुर,चंदनपुर,GRS,आर साहू,,9876543210,,,,\n2,अकलपुर,चंदनपुर,सरपंच,क देवी,,,,,,\n"
                                      "3,अकलपुर,चंदनपुर,सरपंच,ख देवी,,,,,,\n4,अकलपुर,बारगांव,GRS,ग,,,,,,\n");
  known = patal_import_run_describe (run, f->db, 0);
  g_assert_cmpstr (known, ==, "रामलाल साहू, 9876543210");
  earlier = patal_import_run_describe (run, f->db, 2);
  g_assert_cmpstr (earlier, ==, "क देवी");
  place = patal_import_run_describe (run, f->db, 3);
  g_assert_cmpstr (place, ==, "बरगांव");
}

/* A row for each panchayat, with columns for each of its posts. */
static void
test_row_for_each_panchayat (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char csv[] = "क्र.,विकासखण्ड,ग्राम पंचायत,सरपंच का नाम,सचिव का नाम,सचिव मोबाइल,GRS Name,GRS Mobile\n"
                            "1,अकलपुर,आमगांव,क देवी,रामलाल साहू,9876543210,श्याम वर्मा,9876543211\n"
                            "2,अकलपुर,बरगांव,,रिक्त,,सीता बाई,9876543212\n"     /* no secretary */
                            "3,अकलपुर,चंदनपुर,,रामलाल साहू,9876543210,,\n"      /* one secretary for two */
                            "4,अकलपुर,कहीं नहीं,,कोई,,,\n"
                            "5,नयापुर,,,,,,\n";
  g_autoptr (PatalImportRun) run = NULL;
  g_autofree char *again = NULL;

  ASSERT_IMPORT (f, IMPORT, csv, PATAL_DOUBTFUL_SKIP, "NNCRS");
  g_assert_cmpint (directory_number (f, "SELECT count(*) FROM person"), ==, 4);
  g_assert_cmpint (directory_number (f, "SELECT count(*) FROM posting"), ==, 5);
  g_assert_cmpint (directory_number (f, "SELECT count(*) FROM posting WHERE charge = 'additional'"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count(*) FROM posting JOIN post ON post.id = post WHERE code = 'GRS'"), ==, 2);
  run = directory_preview (f, IMPORT, csv); /* a second time adds nothing */
  again = directory_fates (run);
  g_assert_cmpstr (again, ==, "SSSRS");
  g_assert_cmpstr (directory_fault (f, IMPORT, "ग्राम पंचायत,सचिव का नाम,सचिव मोबाइल\nआमगांव,ख,12\n", PATAL_FATE_REFUSED), ==, "secretary_mobile");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/people-import/office-sheet", test_office_sheet);
  DIRECTORY_TEST ("/people-import/english-sheet", test_english_sheet);
  DIRECTORY_TEST ("/people-import/refused", test_refused);
  DIRECTORY_TEST ("/people-import/columns", test_columns);
  DIRECTORY_TEST ("/people-import/changed", test_changed);
  DIRECTORY_TEST ("/people-import/same-mobile", test_same_mobile);
  DIRECTORY_TEST ("/people-import/same-name-and-post", test_same_name_and_post);
  DIRECTORY_TEST ("/people-import/same-name-nearby", test_same_name_nearby);
  DIRECTORY_TEST ("/people-import/post-taken", test_post_taken);
  DIRECTORY_TEST ("/people-import/moved", test_moved);
  DIRECTORY_TEST ("/people-import/place-by-sound", test_place_by_sound);
  DIRECTORY_TEST ("/people-import/two-in-one-sheet", test_two_in_one_sheet);
  DIRECTORY_TEST ("/people-import/without-posts", test_without_posts);
  DIRECTORY_TEST ("/people-import/describe", test_describe);
  DIRECTORY_TEST ("/people-import/row-for-each-panchayat", test_row_for_each_panchayat);
  return g_test_run ();
}
