/* patal-venues-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-venues-page.h"
#include "patal-number.h"
#include "patal-venue-dialog.h"
#include "patal-venue.h"
#include <glib/gi18n.h>

static const PatalRowColumnPair names = { PATAL_VENUE_COL_NAME_HI, PATAL_VENUE_COL_NAME_EN };
static const PatalRowColumnPair units = { PATAL_VENUE_COL_UNIT_HI, PATAL_VENUE_COL_UNIT_EN };
static const PatalRowColumnPair blocks = { PATAL_VENUE_COL_BLOCK_HI, PATAL_VENUE_COL_BLOCK_EN };

static char *
yes_no (PatalRow *row, gconstpointer column)
{
  return g_strdup (patal_row_int (row, GPOINTER_TO_UINT (column)) != 0 ? _("Yes") : _("No"));
}

#define TEXT     PATAL_ROW_COLUMN_TEXT
#define NUMBER   PATAL_ROW_COLUMN_NUMBER
#define UNSORTED PATAL_ROW_COLUMN_UNSORTED
#define COLUMN(column) GUINT_TO_POINTER (PATAL_VENUE_COL_##column)
static const PatalRecordColumn columns[] = {
  { N_("Name"), TEXT, patal_row_column_name, &names, PATAL_VENUE_SORT_NAME_HI, PATAL_VENUE_SORT_NAME_EN, -210 },
  { N_("Place"), TEXT, patal_row_column_name, &units, PATAL_VENUE_SORT_PLACE_HI, PATAL_VENUE_SORT_PLACE_EN, 140 },
  { N_("Block"), TEXT, patal_row_column_name, &blocks, UNSORTED, UNSORTED, 120 },
  { N_("Seats"), NUMBER, patal_row_column_number, COLUMN (CAPACITY), PATAL_VENUE_SORT_CAPACITY, PATAL_VENUE_SORT_CAPACITY, 70 },
  { N_("Halls"), NUMBER, patal_row_column_number, COLUMN (HALLS), UNSORTED, UNSORTED, 60 },
  { N_("Projector"), TEXT, yes_no, COLUMN (PROJECTOR), UNSORTED, UNSORTED, 84 },
  { N_("Toilet"), TEXT, yes_no, COLUMN (TOILET), UNSORTED, UNSORTED, 74 },
  { N_("Contact"), TEXT, patal_row_column_text, COLUMN (CONTACT), UNSORTED, UNSORTED, 130 },
  { N_("Mobile"), TEXT, patal_row_column_text, COLUMN (MOBILE), UNSORTED, UNSORTED, 110 },
};

static const char *const filters[] = { N_("All"), N_("30 seats and more"), N_("50 seats and more"), N_("100 seats and more"), NULL };
static const int seats[] = { 0, 30, 50, 100 };
static const char *const tables[] = { "venue", "unit", NULL };
G_STATIC_ASSERT (G_N_ELEMENTS (seats) + 1 == G_N_ELEMENTS (filters));

static GArray *
ids (PatalDb *db, PatalRecordQuery *query, GError **error)
{
  const PatalVenueFilter filter = { .within = query->scope, .seats = seats[query->filter], .sort = query->sort,
                                    .descending = query->descending };

  return patal_venue_ids (db, &filter, error);
}

static char *
count_words (G_GNUC_UNUSED const PatalRecordQuery *query, guint n)
{
  g_autofree char *number = patal_number_group (n);

  /* Translators: %s is a number */
  return g_strdup_printf (ngettext ("%s venue", "%s venues", n), number);
}

static void
open_venue (GtkWidget *page, PatalDocument *document, gint64 id)
{
  patal_venue_dialog_show (page, document, id, 0);
}

static void
add (GtkWidget *page, PatalDocument *document, gint64 scope)
{
  patal_venue_dialog_show (page, document, 0, scope);
}

static const PatalRecordKind kind = {
  .name = N_("Training venues"),
  .row_sql = patal_venue_row_sql,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .sort_hi = PATAL_VENUE_SORT_NAME_HI,
  .sort_en = PATAL_VENUE_SORT_NAME_EN,
  .filters = filters,
  .tables = tables,
  .ids = ids,
  .count_words = count_words,
  .open = open_venue,
  .add_title = N_("Add a training venue"),
  .add = add,
  .empty = { "user-home-symbolic", N_("No Training Venue Yet"),
             N_("Import the list of halls and panchayat buildings, or add them one by one with +."), "venues" },
};

GtkWidget *
patal_venues_page_new (PatalDocument *document)
{
  return patal_record_page_new (document, &kind);
}
