/* patal-people-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-people-page.h"
#include "patal-number.h"
#include "patal-person-dialog.h"
#include "patal-person.h"
#include <glib/gi18n.h>

static const PatalRowColumnPair names = { PATAL_PERSON_COL_NAME_HI, PATAL_PERSON_COL_NAME_EN };
static const PatalRowColumnPair posts = { PATAL_PERSON_COL_POST_HI, PATAL_PERSON_COL_POST_EN };
static const PatalRowColumnPair units = { PATAL_PERSON_COL_UNIT_HI, PATAL_PERSON_COL_UNIT_EN };
static const PatalRowColumnPair blocks = { PATAL_PERSON_COL_BLOCK_HI, PATAL_PERSON_COL_BLOCK_EN };

/* "मूल", or "अतिरिक्त"; and how many additional charges besides. */
static char *
charge_text (PatalRow *row, G_GNUC_UNUSED gconstpointer data)
{
  const char *charge = patal_row_text (row, PATAL_PERSON_COL_CHARGE);
  gint64 more = patal_row_int (row, PATAL_PERSON_COL_N_ADDITIONAL);

  if (charge == NULL)
    return NULL;
  if (g_str_equal (charge, "additional"))
    return g_strdup (_("Additional"));
  if (more > 0) /* Translators: of a post: the main charge, and %d additional ones */
    return g_strdup_printf (_("Main + %d additional"), (int) more);
  return g_strdup (_("Main"));
}

#define TEXT     PATAL_ROW_COLUMN_TEXT
#define UNSORTED PATAL_ROW_COLUMN_UNSORTED
static const PatalRecordColumn columns[] = {
  { N_("Name"), TEXT, patal_row_column_name, &names, PATAL_PERSON_SORT_NAME_HI, PATAL_PERSON_SORT_NAME_EN, -190 },
  { N_("Post"), TEXT, patal_row_column_name, &posts, PATAL_PERSON_SORT_POST, PATAL_PERSON_SORT_POST, 190 },
  { N_("Place"), TEXT, patal_row_column_name, &units, PATAL_PERSON_SORT_PLACE_HI, PATAL_PERSON_SORT_PLACE_EN, 150 },
  { N_("Block"), TEXT, patal_row_column_name, &blocks, UNSORTED, UNSORTED, 120 },
  { N_("Charge"), TEXT, charge_text, NULL, UNSORTED, UNSORTED, 130 },
  { N_("Mobile"), TEXT, patal_row_column_text, GUINT_TO_POINTER (PATAL_PERSON_COL_MOBILE), UNSORTED, UNSORTED, 110 },
};

static GArray *
ids (PatalDb *db, PatalRecordQuery *query, GError **error)
{
  const PatalPersonFilter filter = { .within = query->scope, .which = query->filter, .sort = query->sort, .descending = query->descending };

  return patal_person_ids (db, &filter, error);
}

static char *
count_words (G_GNUC_UNUSED const PatalRecordQuery *query, guint n)
{
  g_autofree char *number = patal_number_group (n);

  /* Translators: %s is a number */
  return g_strdup_printf (ngettext ("%s person", "%s people", n), number);
}

static void
add (GtkWidget *page, PatalDocument *document, G_GNUC_UNUSED gint64 scope)
{
  patal_person_dialog_add (page, document, 0, 0);
}

static const char *const filters[] = { N_("All"), N_("With main charge"), N_("With additional charge"), N_("Without a post"),
                                       N_("Without mobile"), NULL }; /* PatalPersonWhich */
static const char *const tables[] = { "person", "posting", "unit", NULL };

static const PatalRecordKind kind = {
  .name = N_("People"),
  .row_sql = patal_person_row_sql,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .sort_hi = PATAL_PERSON_SORT_NAME_HI,
  .sort_en = PATAL_PERSON_SORT_NAME_EN,
  .filters = filters,
  .tables = tables,
  .ids = ids,
  .count_words = count_words,
  .open = patal_person_dialog_show,
  .add_title = N_("Add a person"),
  .add = add,
  .empty = { "system-users-symbolic", N_("No Person Yet"),
             N_("Import the list of your secretaries, sarpanches and staff, or add them one by one with +."), "people" },
};

GtkWidget *
patal_people_page_new (PatalDocument *document)
{
  return patal_record_page_new (document, &kind);
}
