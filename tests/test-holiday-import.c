/* test-holiday-import.c: holidays out of a state's list, a collector's, and one of all India
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory-import.h"

#define IMPORT &patal_holiday_import
#define HEAD "date,year,weekday,name_en,name_hi,category,scope,estimated\n"

static gint64
count (Directory *f)
{
  return directory_number (f, "SELECT count (*) FROM holiday");
}

static void
test_all_india (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char list[] =
    HEAD
    "2026-01-26,2026,Mon,Republic Day,गणतंत्र दिवस,public,ALL,\n"
    "2026-03-04,2026,Wed,Holi,होली,public,ALL,\n"
    "2026-03-04,2026,Wed,Holi,होली,public,ALL,\n"           /* twice */
    "2026-03-20,2026,Fri,Idul Fitr,ईद-उल-फितर,public,ALL,1\n"
    "2026-11-01,2026,Sun,Chhattisgarh Foundation Day,छत्तीसगढ़ स्थापना दिवस,public,CG,\n"
    "2026-05-01,2026,Fri,Maharashtra Day,महाराष्ट्र दिवस,public,GJ;MH,\n" /* none of ours */
    "2026-04-14,2026,Tue,Ambedkar Jayanti,अम्बेडकर जयंती,optional,CG;MP,\n"
    "2026-06-02,2026,Tue,Telangana Day,तेलंगाना दिवस,public,TS,\n";

  ASSERT_IMPORT (f, IMPORT, list, PATAL_DOUBTFUL_SKIP, "NNSNNSNS");
  g_assert_cmpint (count (f), ==, 5);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM holiday WHERE verified"), ==, 0); /* nobody has confirmed any */
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM holiday WHERE state_code = '22'"), ==, 2);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM holiday WHERE source IS NOT NULL"), ==, 1); /* the estimated one */
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM holiday WHERE class = 'optional'"), ==, 1);
  ASSERT_IMPORT (f, IMPORT, list, PATAL_DOUBTFUL_NEW, "SSSSSSSS");
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  g_assert_cmpint (count (f), ==, 0);
}

static void
test_two_states (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  directory_unit (f, PATAL_LEVEL_STATE, 0, "मध्य प्रदेश", NULL, "23");
  ASSERT_IMPORT (f, IMPORT, HEAD "2026-04-14,2026,Tue,Ambedkar Jayanti,अम्बेडकर जयंती,public,CG;MP;UP,\n", PATAL_DOUBTFUL_SKIP, "N");
  g_assert_cmpint (directory_number (f, "SELECT count (DISTINCT state_code) FROM holiday"), ==, 2); /* one for each state of the file */
}

static void
test_office_list (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char list[] =
    "कार्यालय कलेक्टर\nअवकाश सूची 2026\n"
    "क्र.,दिनांक,अवकाश का नाम,प्रकार,आदेश क्रमांक,जिला\n"
    "1,04.03.2026,होली,सामान्य अवकाश,,\n"
    "2,05.03.2026,मड़ई मेला,स्थानीय अवकाश,,\n"
    "3,1 अप्रैल 2026,कोषालय बंद,कोषालय अवकाश,,\n"
    "4,14/04/26,वैशाखी,ऐच्छिक,,\n"
    "5,26-01-2026,गणतंत्र दिवस,सार्वजनिक,F 1-1/2026,\n"
    "6,08.03.2026,स्थापना,,,परीक्षणपुर\n";

  ASSERT_IMPORT (f, IMPORT, list, PATAL_DOUBTFUL_SKIP, "NNNNNN");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM holiday WHERE class = 'local' AND district IS NOT NULL AND state_code = ''"), ==, 2);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM holiday WHERE class = 'treasury' AND day = '2026-04-01' AND state_code = '22'"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM holiday WHERE class = 'optional' AND day = '2026-04-14'"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM holiday WHERE verified AND order_no = 'F 1-1/2026'"), ==, 1);
  /* The list of all India adds what the state's does not have: the same days are not entered twice. */
  ASSERT_IMPORT (f, IMPORT, HEAD "2026-03-04,2026,Wed,Holi,होली,public,ALL,\n2026-10-02,2026,Fri,Gandhi Jayanti,गांधी जयंती,public,ALL,\n",
                 PATAL_DOUBTFUL_SKIP, "SN");
}

static void
test_stronger_in_the_state (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  ASSERT_IMPORT (f, IMPORT, HEAD "2026-01-14,2026,Wed,Makar Sankranti,मकर संक्रांति,optional,ALL,\n", PATAL_DOUBTFUL_SKIP, "N");
  ASSERT_IMPORT (f, IMPORT, HEAD "2026-01-14,2026,Wed,Makar Sankranti,मकर संक्रांति,public,CG,\n", PATAL_DOUBTFUL_SKIP, "N");
  g_assert_cmpint (count (f), ==, 2);
}

static void
test_changed (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  ASSERT_IMPORT (f, IMPORT, "दिनांक,अवकाश का नाम,प्रकार\n04.03.2026,होली,ऐच्छिक\n", PATAL_DOUBTFUL_SKIP, "N");
  ASSERT_IMPORT (f, IMPORT, "दिनांक,अवकाश का नाम,name_en,प्रकार\n04.03.2026,होली,Holi,सार्वजनिक\n", PATAL_DOUBTFUL_SKIP, "C");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM holiday WHERE class = 'public' AND name_en = 'Holi'"), ==, 1);
  ASSERT_IMPORT (f, IMPORT, "दिनांक,अवकाश का नाम,प्रकार,आदेश क्रमांक\n04.03.2026,होली,सार्वजनिक,असत्यापित\n", PATAL_DOUBTFUL_SKIP, "S"); /* our report's word */
  ASSERT_IMPORT (f, IMPORT, "दिनांक,अवकाश का नाम,प्रकार,आदेश क्रमांक\n04.03.2026,होली,सार्वजनिक,क्र 5\n", PATAL_DOUBTFUL_SKIP, "C");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM holiday WHERE verified"), ==, 1);
  /* What an order confirms is not changed by a mere list, unless somebody says so. */
  ASSERT_IMPORT (f, IMPORT, "दिनांक,अवकाश का नाम,प्रकार\n04.03.2026,होली,ऐच्छिक\n", PATAL_DOUBTFUL_SKIP, "D");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM holiday WHERE class = 'public'"), ==, 1);
  ASSERT_IMPORT (f, IMPORT, "दिनांक,अवकाश का नाम,प्रकार\n04.03.2026,होली,ऐच्छिक\n", PATAL_DOUBTFUL_MERGE, "D");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM holiday WHERE class = 'optional'"), ==, 1);
  ASSERT_IMPORT (f, IMPORT, "दिनांक,अवकाश का नाम,प्रकार\n04.03.2026,होली,सार्वजनिक\n", PATAL_DOUBTFUL_NEW, "D"); /* it is there already */
  g_assert_cmpint (count (f), ==, 1);
}

static void
test_moved (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char newer[] = "दिनांक,अवकाश का नाम,प्रकार\n21.03.2026,ईद-उल-फितर,सार्वजनिक\n";

  ASSERT_IMPORT (f, IMPORT, "दिनांक,अवकाश का नाम,प्रकार\n20.03.2026,ईद-उल-फितर,सार्वजनिक\n", PATAL_DOUBTFUL_SKIP, "N");
  g_assert_cmpstr (directory_fault (f, IMPORT, newer, PATAL_FATE_DOUBTFUL), ==, "date");
  ASSERT_IMPORT (f, IMPORT, newer, PATAL_DOUBTFUL_NEW, "D");
  g_assert_cmpint (count (f), ==, 2);
  g_assert_true (patal_db_undo (f->db, NULL, NULL));
  ASSERT_IMPORT (f, IMPORT, newer, PATAL_DOUBTFUL_MERGE, "D");
  g_assert_cmpint (count (f), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM holiday WHERE day = '2026-03-21'"), ==, 1);
  ASSERT_IMPORT (f, IMPORT, "दिनांक,अवकाश का नाम,प्रकार\n21.03.2027,ईद-उल-फितर,सार्वजनिक\n", PATAL_DOUBTFUL_SKIP, "N"); /* the next year's */
}

static void
test_same_sound (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalImportRun) run = NULL;
  g_autofree char *described = NULL;

  ASSERT_IMPORT (f, IMPORT, "दिनांक,अवकाश का नाम\n04.03.2026,होली\n", PATAL_DOUBTFUL_SKIP, "N");
  run = directory_preview (f, IMPORT, "date,name\n04.03.2026,Holi\n");
  described = patal_import_run_describe (run, f->db, 0);
  g_assert_cmpstr (described, ==, "होली, 04.03.2026");
  ASSERT_IMPORT (f, IMPORT, "date,name\n04.03.2026,Holi\n", PATAL_DOUBTFUL_MERGE, "D");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM holiday WHERE name_hi = 'होली' AND name_en = 'Holi'"), ==, 1);
}

static void
test_refused (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { const char *row, *field; } cases[] = {
    { ",2026,Mon,Holi,होली,public,ALL,\n", "date" },          { "2026-02-30,2026,Mon,Holi,होली,public,ALL,\n", "date" },
    { "2026-03-04,2026,Mon,,,public,ALL,\n", "name_hi" },     { "2026-03-04,2026,Mon,Holi,होली,सुहाना,ALL,\n", "category" },
    { "2026-03-04,2026,Mon,Holi,होली,public,XX,\n", "scope" }, { "2026-03-04,2026,Mon,Holi 2345 6789 0124,होली,public,ALL,\n", "name_en" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *list = g_strconcat (HEAD, cases[i].row, NULL);

      g_assert_cmpstr (directory_fault (f, IMPORT, list, PATAL_FATE_REFUSED), ==, cases[i].field);
      ASSERT_IMPORT (f, IMPORT, list, PATAL_DOUBTFUL_NEW, "R");
    }
  g_assert_cmpstr (directory_fault (f, IMPORT, "दिनांक,अवकाश का नाम,प्रकार,जिला\n04.03.2026,मेला,स्थानीय,दूरपुर\n", PATAL_FATE_REFUSED), ==, "district");
  g_assert_cmpint (count (f), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/holiday-import/all-india", test_all_india);
  DIRECTORY_TEST ("/holiday-import/two-states", test_two_states);
  DIRECTORY_TEST ("/holiday-import/office-list", test_office_list);
  DIRECTORY_TEST ("/holiday-import/stronger-in-the-state", test_stronger_in_the_state);
  DIRECTORY_TEST ("/holiday-import/changed", test_changed);
  DIRECTORY_TEST ("/holiday-import/moved", test_moved);
  DIRECTORY_TEST ("/holiday-import/same-sound", test_same_sound);
  DIRECTORY_TEST ("/holiday-import/refused", test_refused);
  return g_test_run ();
}
