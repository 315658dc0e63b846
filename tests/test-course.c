/* test-course.c: courses, their modules and sessions, and subjects
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "directory.h"
#include "patal-contact.h"
#include "patal-course.h"
#include "patal-subject.h"

static PatalSession *
add_session (PatalModule *module, int day, int from, int to, const char *topic)
{
  PatalSession *session = g_new0 (PatalSession, 1);

  session->day_no = day;
  session->from_minute = from;
  session->to_minute = to;
  session->topics[PATAL_LANG_HI] = g_strdup (topic);
  g_ptr_array_add (module->sessions, session);
  return session;
}

static PatalModule *
add_module (PatalCourse *course, const char *name, int days)
{
  PatalModule *module = patal_module_new ();

  module->names[PATAL_LANG_HI] = g_strdup (name);
  module->days = days;
  g_ptr_array_add (course->modules, module);
  return module;
}

/* Two modules; the second has a session on each of its days. */
static void
make_course (PatalCourse *course)
{
  PatalModule *second;
  gint64 subjects[] = { 301, 303 };

  patal_course_init (course);
  course->code = g_strdup ("BASIC");
  course->names[PATAL_LANG_HI] = g_strdup ("आधारभूत प्रशिक्षण");
  course->category = PATAL_COURSE_BASIC;
  g_ptr_array_add (course->posts, g_strdup ("PS"));
  g_ptr_array_add (course->posts, g_strdup ("GRS"));
  add_module (course, "पहला", 1);
  second = add_module (course, "दूसरा", 2);
  second->marks = 20;
  second->team = 3;
  second->follows = FALSE;
  g_array_append_vals (second->subjects, subjects, 2);
  add_session (second, 1, 600, 780, "सात पंजी");
  add_session (second, 2, 600, 780, "अभ्यास");
}

/* As it is shipped: the course of the good governance initiative (domain.md 6.3). */
static void
test_shipped (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalCourse) course = { 0 };
  g_autoptr (GPtrArray) courses = patal_courses (f->db, NULL);
  const PatalModule *module;
  int minutes = 0;

  g_assert_cmpuint (courses->len, ==, 1);
  g_assert_true (patal_course_load (f->db, 341, &course, NULL));
  g_assert_cmpstr (course.code, ==, "GGI");
  g_assert_true (course.category == PATAL_COURSE_THEMATIC && course.level == PATAL_COURSE_CLUSTER && course.mode == PATAL_MODE_CLASSROOM);
  g_assert_true (course.in_use && !course.residential && course.batch_min == 20 && course.batch_max == 40);
  g_assert_true (course.present_pct == 100 && course.counts_years == 0);
  g_assert_cmpuint (course.posts->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (course.posts, 0), ==, "GRS");
  g_assert_cmpuint (course.modules->len, ==, 1);
  module = g_ptr_array_index (course.modules, 0);
  g_assert_true (module->days == 2 && module->team == 2 && module->marks == 20 && module->subjects->len == 4);
  for (guint i = 0; i < module->sessions->len; i++)
    {
      const PatalSession *session = g_ptr_array_index (module->sessions, i);

      minutes += session->to_minute - session->from_minute;
    }
  g_assert_cmpint (minutes, ==, 12 * 60); /* 10 to 17, an hour's rest, two days */
  g_assert_true (patal_course_check (&course, NULL, NULL));
}

static void
test_store_and_load (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalCourse) course = { 0 }, loaded = { 0 };
  g_autoptr (GPtrArray) courses = NULL;
  g_autoptr (GError) error = NULL;
  const PatalModule *module;

  make_course (&course);
  course.mode = PATAL_MODE_ONLINE;
  course.residential = TRUE;
  course.batch_max = 300;
  course.present_pct = 75;
  course.counts_years = 2;
  course.programme = g_strdup ("BAS");
  course.remark = g_strdup ("  ");
  directory_do (f, (gpointer) patal_course_insert, &course);
  g_assert_true (patal_course_load (f->db, course.id, &loaded, NULL));
  g_assert_cmpstr (loaded.names[PATAL_LANG_HI], ==, "आधारभूत प्रशिक्षण");
  g_assert_null (loaded.names[PATAL_LANG_EN]);
  g_assert_null (loaded.remark); /* blanks are nothing */
  g_assert_cmpstr (loaded.programme, ==, "BAS");
  g_assert_true (loaded.category == PATAL_COURSE_BASIC && loaded.mode == PATAL_MODE_ONLINE && loaded.residential);
  g_assert_true (loaded.batch_max == 300 && loaded.present_pct == 75 && loaded.counts_years == 2);
  g_assert_cmpuint (loaded.modules->len, ==, 2);
  module = g_ptr_array_index (loaded.modules, 0);
  g_assert_true (module->days == 1 && module->team == 2 && module->marks == 0 && module->follows && module->sessions->len == 0);
  module = g_ptr_array_index (loaded.modules, 1);
  g_assert_true (module->days == 2 && module->team == 3 && module->marks == 20 && !module->follows && module->sessions->len == 2);
  g_assert_cmpint (g_array_index (module->subjects, gint64, 1), ==, 303);
  g_assert_cmpstr (((PatalSession *) g_ptr_array_index (module->sessions, 1))->topics[PATAL_LANG_HI], ==, "अभ्यास");
  courses = patal_courses (f->db, NULL);
  g_assert_cmpint (patal_course_among (courses, "basic")->id, ==, course.id);
  g_assert_cmpint (patal_course_among (courses, "आधारभूत  प्रशिक्षण")->id, ==, course.id);
  g_assert_null (patal_course_among (courses, "basics"));
  g_assert_null (patal_course_among (courses, " "));
  patal_course_clear (&loaded);
  g_assert_false (patal_course_load (f->db, 12345, &loaded, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

/* (transfer full): without the last line, which counts what the journal has. */
static char *
dump_without_journal (Directory *f)
{
  char *dump = directory_dump (f);

  *strrchr (dump, '\n') = '\0';
  *strrchr (dump, '\n') = '\0';
  return dump;
}

/* What stays keeps its row, what goes takes its own with it, and one undo brings all of it back. */
static void
test_update (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalCourse) course = { 0 }, loaded = { 0 };
  PatalModule *second;
  gint64 kept, posts;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  make_course (&course);
  directory_do (f, (gpointer) patal_course_insert, &course);
  posts = directory_number (f, "SELECT sum (id) FROM course_post WHERE course <> 341");
  before = dump_without_journal (f);
  g_ptr_array_remove_index (course.modules, 0);
  second = g_ptr_array_index (course.modules, 0);
  kept = second->id;
  g_ptr_array_remove_index (second->sessions, 0);
  add_session (second, 2, 800, 900, "प्रश्न");
  g_array_remove_index (second->subjects, 0);
  add_module (&course, "तीसरा", 1);
  g_free (course.code);
  course.code = g_strdup ("BASIC-2");
  directory_do (f, (gpointer) patal_course_update, &course);
  g_assert_true (patal_course_load (f->db, course.id, &loaded, NULL));
  g_assert_cmpstr (loaded.code, ==, "BASIC-2");
  g_assert_cmpuint (loaded.modules->len, ==, 2);
  second = g_ptr_array_index (loaded.modules, 0);
  g_assert_cmpint (second->id, ==, kept);
  g_assert_true (second->subjects->len == 1 && second->sessions->len == 2);
  g_assert_cmpstr (((PatalSession *) g_ptr_array_index (second->sessions, 1))->topics[PATAL_LANG_HI], ==, "प्रश्न");
  g_assert_cmpint (directory_number (f, "SELECT sum (id) FROM course_post WHERE course <> 341"), ==, posts);
  g_assert_true (patal_db_undo (f->db, NULL, &error));
  after = dump_without_journal (f);
  g_assert_cmpstr (before, ==, after);
  directory_refused (f, (gpointer) patal_course_update, &(PatalCourse) { .id = 12345, .code = course.code, .names = { course.code },
                     .posts = course.posts, .modules = course.modules, .batch_min = 20, .batch_max = 40, .present_pct = 100 },
                     PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

/* A course that was loaded is the template of another one. */
static void
test_template (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalCourse) course = { 0 };

  g_assert_true (patal_course_load (f->db, 341, &course, NULL));
  directory_refused (f, (gpointer) patal_course_insert, &course, PATAL_COURSE_ERROR, PATAL_COURSE_ERROR_CODE);
  g_free (course.code);
  course.code = g_strdup ("GGI-2");
  directory_do (f, (gpointer) patal_course_insert, &course);
  g_assert_cmpint (course.id, !=, 341);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM session WHERE module = 342"), ==, 10);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM session"), ==, 20);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM module_subject"), ==, 8);
}

static void
spoil (PatalCourse *course, gsize how)
{
  PatalModule *first = g_ptr_array_index (course->modules, 0), *second = g_ptr_array_index (course->modules, 1);
  PatalSession *session = g_ptr_array_index (second->sessions, 1);

  switch (how)
    {
    case 0: g_clear_pointer (&course->code, g_free); break;
    case 1: g_clear_pointer (&course->names[PATAL_LANG_HI], g_free); break;
    case 2: g_ptr_array_set_size (course->posts, 0); break;
    case 3: course->batch_min = 0; break;
    case 4: course->batch_max = 14; break;
    case 5: course->batch_max = 61; break;
    case 6: course->batch_min = 41; break;
    case 7: course->mode = PATAL_MODE_ONLINE; course->batch_max = 501; break;
    case 8: course->present_pct = 0; break;
    case 9: course->present_pct = 101; break;
    case 10: course->counts_years = -1; break;
    case 11: g_ptr_array_set_size (course->modules, 0); break;
    case 12: g_clear_pointer (&first->names[PATAL_LANG_HI], g_free); break;
    case 13: first->days = 0; break;
    case 14: first->days = 31; break;
    case 15: first->team = 11; break;
    case 16: first->marks = 1001; break;
    case 17: course->mode = PATAL_MODE_VISIT; first->days = 4; break;
    case 18: session->day_no = 3; break;
    case 19: session->to_minute = session->from_minute; break;
    case 20: session->day_no = 1; session->from_minute = 779; break;
    case 21: g_clear_pointer (&session->topics[PATAL_LANG_HI], g_free); break;
    case 22: course->remark = g_strdup ("234567890124"); break;
    default: for (guint i = 0; i < 63; i++) add_module (course, "फिर", 1); break;
    }
}

static void
test_rules (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *field; int code; } cases[] = {
    { "code", PATAL_COURSE_ERROR_NAME },         { "name_hi", PATAL_COURSE_ERROR_NAME },
    { "posts", PATAL_COURSE_ERROR_POST },        { "batch_min", PATAL_COURSE_ERROR_SIZE },
    { "batch_max", PATAL_COURSE_ERROR_SIZE },    { "batch_max", PATAL_COURSE_ERROR_SIZE },
    { "batch_min", PATAL_COURSE_ERROR_SIZE },    { "batch_max", PATAL_COURSE_ERROR_SIZE },
    { "present_pct", PATAL_COURSE_ERROR_NUMBER }, { "present_pct", PATAL_COURSE_ERROR_NUMBER },
    { "counts_years", PATAL_COURSE_ERROR_NUMBER }, { "modules", PATAL_COURSE_ERROR_MODULE },
    { "modules", PATAL_COURSE_ERROR_NAME },      { "modules", PATAL_COURSE_ERROR_MODULE },
    { "modules", PATAL_COURSE_ERROR_MODULE },    { "modules", PATAL_COURSE_ERROR_MODULE },
    { "modules", PATAL_COURSE_ERROR_MODULE },    { "modules", PATAL_COURSE_ERROR_MODULE },
    { "sessions", PATAL_COURSE_ERROR_SESSION },  { "sessions", PATAL_COURSE_ERROR_SESSION },
    { "sessions", PATAL_COURSE_ERROR_SESSION },  { "sessions", PATAL_COURSE_ERROR_NAME },
    { "remark", PATAL_CONTACT_ERROR_AADHAAR },   { "modules", PATAL_COURSE_ERROR_MODULE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (PatalCourse) course = { 0 };
      const char *field = NULL;

      g_test_message ("%zu", i);
      make_course (&course);
      g_assert_true (patal_course_check (&course, NULL, NULL));
      spoil (&course, i);
      g_assert_false (patal_course_check (&course, &field, NULL));
      g_assert_cmpstr (field, ==, cases[i].field);
      directory_refused (f, (gpointer) patal_course_insert, &course,
                         g_str_equal (field, "remark") ? PATAL_CONTACT_ERROR : PATAL_COURSE_ERROR, cases[i].code);
    }
}

static void
test_posts (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *const wrong[] = { "NOBODY", "PO" }; /* PO is a post of blocks */

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (PatalCourse) course = { 0 };

      make_course (&course);
      g_ptr_array_add (course.posts, g_strdup (wrong[i]));
      directory_refused (f, (gpointer) patal_course_insert, &course, PATAL_COURSE_ERROR, PATAL_COURSE_ERROR_POST);
    }
}

typedef struct { Directory *f; gint64 module, batch; } Using;

/* A training of the shipped course with a batch, by hand. */
static gboolean
use_course (PatalDb *db, gpointer data, GError **error)
{
  Using *using = data;
  gint64 training = patal_db_new_id (db), cluster = patal_db_new_id (db);

  using->batch = patal_db_new_id (db);
  return patal_db_run (db, "INSERT INTO training (id, course, fy, from_day, to_day, batch_min, batch_max)"
                           " VALUES (?1, 341, 2026, '2026-04-01', '2026-06-30', 20, 40)", PATAL_ARGS (PATAL_INT (training)), error)
         && patal_db_run (db, "INSERT INTO cluster (id, training, unit, no) VALUES (?1, ?2, ?3, 1)",
                          PATAL_ARGS (PATAL_INT (cluster), PATAL_INT (training), PATAL_INT (using->f->block[0])), error)
         && patal_db_run (db, "INSERT INTO batch (id, cluster, module, no, days) VALUES (?1, ?2, ?3, 1, 2)",
                          PATAL_ARGS (PATAL_INT (using->batch), PATAL_INT (cluster), PATAL_INT (using->module)), error);
}

static gboolean
remove_course (PatalDb *db, gpointer id, GError **error)
{
  return patal_course_remove (db, *(gint64 *) id, error);
}

static void
test_in_use (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_auto (PatalCourse) course = { 0 };
  Using using = { f, 342, 0 };
  PatalModule *module;
  gint64 id = 341;
  g_autoptr (GError) error = NULL;

  directory_do (f, (gpointer) use_course, &using);
  directory_refused (f, (gpointer) remove_course, &id, PATAL_COURSE_ERROR, PATAL_COURSE_ERROR_IN_USE);
  g_assert_true (patal_course_load (f->db, 341, &course, NULL));
  module = g_ptr_array_index (course.modules, 0);
  module->days = 3;
  directory_refused (f, (gpointer) patal_course_update, &course, PATAL_COURSE_ERROR, PATAL_COURSE_ERROR_IN_USE);
  module->days = 2;
  module->team = 3; /* what a day is not touched by may change */
  directory_do (f, (gpointer) patal_course_update, &course);
  add_module (&course, "और", 1);
  g_ptr_array_remove_index (course.modules, 0);
  directory_refused (f, (gpointer) patal_course_update, &course, PATAL_COURSE_ERROR, PATAL_COURSE_ERROR_IN_USE);
  g_assert_true (patal_db_undo (f->db, NULL, &error));
  g_assert_true (patal_db_undo (f->db, NULL, &error)); /* nobody names it now */
  directory_do (f, (gpointer) remove_course, &id);
  g_assert_cmpint (directory_number (f, "SELECT (SELECT count (*) FROM course) + (SELECT count (*) FROM session)"
                                        " + (SELECT count (*) FROM module_subject) + (SELECT count (*) FROM course_post)"), ==, 0);
  g_assert_true (patal_db_undo (f->db, NULL, &error));
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM session"), ==, 10);
}

static void
test_subjects (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalSubject subject = { .code = (char *) "TAX", .names = { [PATAL_LANG_EN] = (char *) "Own revenue" }, .in_use = TRUE };
  const struct { int code; PatalSubject subject; } cases[] = {
    { PATAL_SUBJECT_ERROR_NAME, { .names = { (char *) "क", NULL } } },
    { PATAL_SUBJECT_ERROR_NAME, { .code = (char *) "A", .names = { (char *) " ", NULL } } },
    { PATAL_SUBJECT_ERROR_CODE, { .code = (char *) "cib", .names = { (char *) "क", NULL } } },
  };
  g_autoptr (GPtrArray) subjects = NULL;

  directory_do (f, (gpointer) patal_subject_put, &subject);
  subject.in_use = FALSE;
  directory_do (f, (gpointer) patal_subject_put, &subject);
  subjects = patal_subjects (f->db, NULL);
  g_assert_cmpuint (subjects->len, ==, 5);
  g_assert_cmpint (((PatalSubject *) g_ptr_array_index (subjects, 4))->id, ==, subject.id); /* out of use stands last */
  g_assert_cmpint (patal_subject_among (subjects, "वर्क फाइल")->id, ==, 302);
  g_assert_cmpint (patal_subject_among (subjects, "jobcard")->id, ==, 304);
  g_assert_null (patal_subject_among (subjects, "work"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    directory_refused (f, (gpointer) patal_subject_put, (gpointer) &cases[i].subject, PATAL_SUBJECT_ERROR, cases[i].code);
  subject.id = 12345;
  subject.code = (char *) "OTHER";
  directory_refused (f, (gpointer) patal_subject_put, &subject, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/course/shipped", test_shipped);
  DIRECTORY_TEST ("/course/store-and-load", test_store_and_load);
  DIRECTORY_TEST ("/course/update", test_update);
  DIRECTORY_TEST ("/course/template", test_template);
  DIRECTORY_TEST ("/course/rules", test_rules);
  DIRECTORY_TEST ("/course/posts", test_posts);
  DIRECTORY_TEST ("/course/in-use", test_in_use);
  DIRECTORY_TEST ("/course/subjects", test_subjects);
  return g_test_run ();
}
