/* patal-courses-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-courses-page.h"
#include "patal-course-dialog.h"
#include "patal-course.h"
#include "patal-number.h"
#include <glib/gi18n.h>

static const PatalRowColumnPair names = { PATAL_COURSE_COL_NAME_HI, PATAL_COURSE_COL_NAME_EN };
static const PatalRowColumnPair posts = { PATAL_COURSE_COL_POSTS_HI, PATAL_COURSE_COL_POSTS_EN };

static char *
category (PatalRow *row, G_GNUC_UNUSED gconstpointer data)
{
  for (guint i = 0; i < PATAL_N_COURSE_CATEGORIES; i++)
    if (g_strcmp0 (patal_course_category_id (i), patal_row_text (row, PATAL_COURSE_COL_CATEGORY)) == 0)
      return g_strdup (_(patal_course_category_title (i)));
  return NULL;
}

static char *
level (PatalRow *row, G_GNUC_UNUSED gconstpointer data)
{
  for (guint i = 0; i < PATAL_N_COURSE_LEVELS; i++)
    if (g_strcmp0 (patal_course_level_id (i), patal_row_text (row, PATAL_COURSE_COL_LEVEL)) == 0)
      return g_strdup (_(patal_course_level_title (i)));
  return NULL;
}

static char *
sizes (PatalRow *row, G_GNUC_UNUSED gconstpointer data)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, patal_row_int (row, PATAL_COURSE_COL_BATCH_MIN),
                          patal_row_int (row, PATAL_COURSE_COL_BATCH_MAX));
}

#define TEXT     PATAL_ROW_COLUMN_TEXT
#define NUMBER   PATAL_ROW_COLUMN_NUMBER
#define UNSORTED PATAL_ROW_COLUMN_UNSORTED
#define COLUMN(column) GUINT_TO_POINTER (PATAL_COURSE_COL_##column)
static const PatalRecordColumn columns[] = {
  { N_("Code"), TEXT, patal_row_column_text, COLUMN (CODE), PATAL_COURSE_SORT_CODE, PATAL_COURSE_SORT_CODE, 90 },
  { N_("Course"), TEXT, patal_row_column_name, &names, PATAL_COURSE_SORT_NAME_HI, PATAL_COURSE_SORT_NAME_EN, -200 },
  { N_("Category"), TEXT, category, NULL, UNSORTED, UNSORTED, 100 },
  { N_("Level"), TEXT, level, NULL, UNSORTED, UNSORTED, 100 },
  { N_("Posts"), TEXT, patal_row_column_name, &posts, UNSORTED, UNSORTED, -150 },
  { N_("Modules"), NUMBER, patal_row_column_number, COLUMN (MODULES), UNSORTED, UNSORTED, 76 },
  { N_("Days"), NUMBER, patal_row_column_number, COLUMN (DAYS), UNSORTED, UNSORTED, 60 },
  { N_("Batch size"), NUMBER, sizes, NULL, UNSORTED, UNSORTED, 90 },
  { N_("Trainings"), NUMBER, patal_row_column_number, COLUMN (TRAININGS), UNSORTED, UNSORTED, 84 },
};

static const char *const filters[] = { N_("All"), N_("Held still"), NULL };
static const char *const tables[] = { "course", "course_post", "course_module", "training", "label", NULL };

static GArray *
ids (PatalDb *db, PatalRecordQuery *query, GError **error)
{
  const PatalCourseFilter filter = { .only_in_use = query->filter == 1, .sort = query->sort, .descending = query->descending };

  return patal_course_ids (db, &filter, error);
}

static char *
count_words (G_GNUC_UNUSED const PatalRecordQuery *query, guint n)
{
  g_autofree char *number = patal_number_group (n);

  /* Translators: %s is a number */
  return g_strdup_printf (ngettext ("%s course", "%s courses", n), number);
}

static void
open_course (GtkWidget *page, PatalDocument *document, gint64 id)
{
  patal_course_dialog_show (page, document, id);
}

static void
add (GtkWidget *page, PatalDocument *document, G_GNUC_UNUSED gint64 scope)
{
  patal_course_dialog_show (page, document, 0);
}

static const PatalRecordKind kind = {
  .name = N_("Courses"),
  .row_sql = patal_course_row_sql,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .sort_hi = PATAL_COURSE_SORT_CODE,
  .sort_en = PATAL_COURSE_SORT_CODE,
  .filters = filters,
  .tables = tables,
  .ids = ids,
  .count_words = count_words,
  .open = open_course,
  .add_title = N_("Add a course"),
  .add = add,
  .empty = { "accessories-dictionary-symbolic", N_("No Course Yet"),
             N_("Import courses with their session plans, or make one with +: modules, days, and the posts for whom it is held."), "courses" },
};

GtkWidget *
patal_courses_page_new (PatalDocument *document)
{
  GtkWidget *page = patal_record_page_new (document, &kind);

  patal_record_page_set_scope (PATAL_RECORD_PAGE (page), 0, _("Courses")); /* they are of no place */
  return page;
}
