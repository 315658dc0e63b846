/* test-course-import.c: courses out of lists
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "training.h"
#include "directory-import.h"
#include "patal-course-row.h"

#define IMPORT (&patal_course_import)
#define HEAD "कोड,पाठ्यक्रम,प्रशिक्षण श्रेणी,स्तर,लक्ष्य समूह,मॉड्यूल,दिवस,प्रशिक्षक संख्या,पूर्णांक,गतिविधि,दिन,समय से,समय तक,सत्र\n"
#define FIRST "BASIC,आधारभूत प्रशिक्षण,आधारभूत,विकासखण्ड,\"सरपंच, सचिव\",पहला,2,3,25,नागरिक सूचना पटल; स्वयं की आय,1,10:00,11.30,पंजीयन\n"
#define LIST  HEAD FIRST ",,,,,,,,,,1,11:30,13:00,पंचायत राज\n,,,,,,,,,,2,10:00,01:00 PM,वित्त\n,,,,,दूसरा,1,,,,,१०:००,१७:००,भ्रमण\n"

static PatalCourse
load (Directory *f, const char *code)
{
  g_autoptr (GPtrArray) courses = patal_courses (f->db, NULL);
  const PatalCourse *found = patal_course_among (courses, code);
  PatalCourse course = { 0 };

  g_assert_nonnull (found);
  g_assert_true (patal_course_load (f->db, found->id, &course, NULL));
  return course;
}

static void
test_list (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalCourse) course = { 0 };
  const PatalModule *first, *second;
  const PatalSession *session;

  ASSERT_IMPORT (f, IMPORT, LIST, PATAL_DOUBTFUL_SKIP, "NNNN");
  ASSERT_IMPORT (f, IMPORT, LIST, PATAL_DOUBTFUL_SKIP, "SSSS");
  course = load (f, "BASIC");
  g_assert_cmpstr (course.names[PATAL_LANG_HI], ==, "आधारभूत प्रशिक्षण");
  g_assert_true (course.category == PATAL_COURSE_BASIC && course.level == PATAL_COURSE_BLOCK && course.mode == PATAL_MODE_CLASSROOM);
  g_assert_cmpuint (course.posts->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (course.posts, 0), ==, "SARPANCH");
  g_assert_cmpstr (g_ptr_array_index (course.posts, 1), ==, "PS");
  g_assert_cmpuint (course.modules->len, ==, 2);
  first = g_ptr_array_index (course.modules, 0);
  second = g_ptr_array_index (course.modules, 1);
  g_assert_true (first->days == 2 && first->team == 3 && first->marks == 25 && first->sessions->len == 3);
  g_assert_cmpuint (first->subjects->len, ==, 2);
  g_assert_cmpint (g_array_index (first->subjects, gint64, 0), ==, 301);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM subject WHERE name_hi = 'स्वयं की आय'"), ==, 1); /* came with the list */
  session = g_ptr_array_index (first->sessions, 2);
  g_assert_true (session->day_no == 2 && session->from_minute == 600 && session->to_minute == 780);
  session = g_ptr_array_index (second->sessions, 0);
  g_assert_true (session->from_minute == 600 && session->to_minute == 1020);
}

/* A list changes what it names, and leaves the rest. */
static void
test_change (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalCourse) course = { 0 };
  g_autoptr (GError) error = NULL;

  ASSERT_IMPORT (f, IMPORT, "code,batch size,day,from,to,topic\nggi,35,1,10:00,10:25,Registration\n,,2,17:00,17:30,Thanks\n",
                 PATAL_DOUBTFUL_SKIP, "CC");
  course = load (f, "GGI");
  g_assert_true (course.batch_max == 35 && course.modules->len == 1);
  g_assert_cmpuint (((PatalModule *) g_ptr_array_index (course.modules, 0))->sessions->len, ==, 11);
  g_assert_cmpint (directory_number (f, "SELECT to_minute FROM session WHERE id = 351"), ==, 625);
  g_assert_cmpint (directory_number (f, "SELECT topic_hi = 'पंजीयन, पूर्व परीक्षण' AND topic_en = 'Registration' FROM session WHERE id = 351"), ==, 1);
  g_assert_true (patal_db_undo (f->db, NULL, &error));
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM session"), ==, 10);
}

static void
test_refused (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *row, *field; } cases[] = {
    { ",नया,,,सचिव,,1,,,,,,,", "code" },
    { "X,,,,सचिव,,1,,,,,,,", "name_hi" },
    { "X,नया,कुछ भी,,सचिव,,1,,,,,,,", "category" },
    { "X,नया,,गांव,सचिव,,1,,,,,,,", "level" },
    { "X,नया,,,कोई,,1,,,,,,,", "posts" },
    { "X,नया,,,,,1,,,,,,,", "posts" },
    { "X,नया,,,\"सचिव, PO\",,1,,,,,,,", "posts" },
    { "X,नया,,,सचिव,,31,,,,,,,", "days" },
    { "X,नया,,,सचिव,,1,,,,1,दस बजे,11:00,विषय", "from" },
    { "X,नया,,,सचिव,,1,,,,1,10:00,,विषय", "to" },
    { "X,नया,,,सचिव,,1,,,,1,11:00,10:00,विषय", "from" },
    { "X,नया,,,सचिव,,1,,,,2,10:00,11:00,विषय", "from" },
    { "X,नया,,,सचिव,,1,,,,1,10:00,11:00,", "from" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *csv = g_strconcat (HEAD, cases[i].row, "\n", NULL);

      g_test_message ("%s", cases[i].row);
      g_assert_cmpstr (directory_fault (f, IMPORT, csv, PATAL_FATE_REFUSED), ==, cases[i].field);
    }
  /* a row that is refused leaves nothing behind: the next one is as if it were not there */
  ASSERT_IMPORT (f, IMPORT, HEAD FIRST ",,,,,तीसरा,,,,नया विषय,1,11:00,10:00,उल्टा\n,,,,,,,,,,1,12:00,13:00,ठीक\n", PATAL_DOUBTFUL_SKIP, "NRN");
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM course_module WHERE course <> 341"), ==, 1);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM subject WHERE name_hi = 'नया विषय'"), ==, 0);
}

static gboolean
use_module (PatalDb *db, gpointer data, GError **error)
{
  Trainings *f = data;
  gint64 cluster = patal_db_new_id (db);
  g_auto (PatalTraining) training = { 0 };

  training_ggi (f, &training);
  return patal_training_insert (db, &training, error)
         && patal_db_run (db, "INSERT INTO cluster (id, training, unit, no) VALUES (?1, ?2, ?3, 1)",
                          PATAL_ARGS (PATAL_INT (cluster), PATAL_INT (training.id), PATAL_INT (f->block[0])), error)
         && patal_db_run (db, "INSERT INTO batch (id, cluster, module, no, days) VALUES (?1, ?2, 342, 1, 2)",
                          PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (cluster)), error);
}

static void
test_used (Trainings *f, gconstpointer data G_GNUC_UNUSED)
{
  directory_do (&f->d, (gpointer) use_module, f);
  g_assert_cmpstr (directory_fault (&f->d, IMPORT, "code,days\nGGI,3\n", PATAL_FATE_REFUSED), ==, "days");
  ASSERT_IMPORT (&f->d, IMPORT, "code,team\nGGI,3\n", PATAL_DOUBTFUL_SKIP, "C");
}

static void
test_minutes (void)
{
  const struct { const char *text; int minute; } cases[] = {
    { "10:00", 600 }, { "10.30", 630 }, { "१०:३०", 630 }, { "1030", 630 }, { "9", 540 }, { "2 pm", 840 }, { "12:15 AM", 15 }, { "12 PM", 720 },
    { "24:00", 1440 }, { "24:30", -1 }, { "10:60", -1 }, { "13 PM", -1 }, { "दस", -1 }, { "", -1 }, { "10:00-11:00", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (patal_course_row_minute (cases[i].text), ==, cases[i].minute);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/course-import/list", test_list);
  DIRECTORY_TEST ("/course-import/change", test_change);
  DIRECTORY_TEST ("/course-import/refused", test_refused);
  TRAINING_TEST ("/course-import/used", test_used);
  g_test_add_func ("/course-import/minutes", test_minutes);
  return g_test_run ();
}
