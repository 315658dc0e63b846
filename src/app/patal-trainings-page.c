/* patal-trainings-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-trainings-page.h"
#include "patal-number.h"
#include "patal-plan-window.h"
#include "patal-settings.h"
#include "patal-training-dialog.h"
#include <glib/gi18n.h>

static const PatalRowColumnPair names = { PATAL_TRAINING_COL_NAME_HI, PATAL_TRAINING_COL_NAME_EN };
static const PatalRowColumnPair places = { PATAL_TRAINING_COL_PLACE_HI, PATAL_TRAINING_COL_PLACE_EN };

static char *
year (PatalRow *row, gconstpointer column)
{
  return patal_fy_label ((int) patal_row_int (row, GPOINTER_TO_UINT (column)));
}

static char *
window (PatalRow *row, G_GNUC_UNUSED gconstpointer data)
{
  PatalSpan span = { patal_day_from_iso (patal_row_text (row, PATAL_TRAINING_COL_FROM)), patal_day_from_iso (patal_row_text (row, PATAL_TRAINING_COL_TO)) };

  return patal_span_format (span, patal_settings_lang ());
}

static char *
place (PatalRow *row, gconstpointer pair)
{
  char *name = patal_row_column_name (row, pair);

  return name != NULL ? name : g_strdup (_("All blocks"));
}

#define TEXT     PATAL_ROW_COLUMN_TEXT
#define NUMBER   PATAL_ROW_COLUMN_NUMBER
#define UNSORTED PATAL_ROW_COLUMN_UNSORTED
#define COLUMN(column) GUINT_TO_POINTER (PATAL_TRAINING_COL_##column)
static const PatalRecordColumn columns[] = {
  { N_("Training"), TEXT, patal_row_column_name, &names, PATAL_TRAINING_SORT_NAME_HI, PATAL_TRAINING_SORT_NAME_EN, -240 },
  { N_("Year"), TEXT, year, COLUMN (FY), PATAL_TRAINING_SORT_FY, PATAL_TRAINING_SORT_FY, 80 },
  { N_("For whom"), TEXT, place, &places, UNSORTED, UNSORTED, 120 },
  { N_("Window"), TEXT, window, NULL, PATAL_TRAINING_SORT_WINDOW, PATAL_TRAINING_SORT_WINDOW, 190 },
  { N_("Batches"), NUMBER, patal_row_column_number, COLUMN (BATCHES), UNSORTED, UNSORTED, 70 },
  { N_("Dated"), NUMBER, patal_row_column_number, COLUMN (DATED), UNSORTED, UNSORTED, 70 },
  { N_("Held"), NUMBER, patal_row_column_number, COLUMN (HELD), UNSORTED, UNSORTED, 70 },
  { N_("People"), NUMBER, patal_row_column_number, COLUMN (PEOPLE), UNSORTED, UNSORTED, 80 },
};

static const char *const filters[] = { N_("All years"), N_("This financial year"), N_("Next financial year"), N_("Last financial year"), NULL };
static const int years[] = { 0, 0, 1, -1 }; /* from this one on */
static const char *const tables[] = { "training", "course", "cluster", "batch", "nomination", "unit", NULL };
G_STATIC_ASSERT (G_N_ELEMENTS (years) + 1 == G_N_ELEMENTS (filters));

static GArray *
ids (PatalDb *db, PatalRecordQuery *query, GError **error)
{
  const PatalTrainingFilter filter = { .within = query->scope, .fy = query->filter > 0 ? patal_fy_of (patal_day_today ()) + years[query->filter] : 0,
                                       .sort = query->sort, .descending = query->descending };

  return patal_training_ids (db, &filter, error);
}

static char *
count_words (G_GNUC_UNUSED const PatalRecordQuery *query, guint n)
{
  g_autofree char *number = patal_number_group (n);

  /* Translators: %s is a number */
  return g_strdup_printf (ngettext ("%s training", "%s trainings", n), number);
}

static void
open_training (GtkWidget *page, PatalDocument *document, gint64 id)
{
  patal_training_dialog_show (page, document, id);
}

static void
add (GtkWidget *page, PatalDocument *document, G_GNUC_UNUSED gint64 scope)
{
  patal_plan_window_show (page, document, NULL);
}

static const PatalRecordKind kind = {
  .name = N_("Trainings"),
  .row_sql = patal_training_row_sql,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .sort_hi = PATAL_TRAINING_SORT_WINDOW,
  .sort_en = PATAL_TRAINING_SORT_WINDOW,
  .filters = filters,
  .tables = tables,
  .ids = ids,
  .count_words = count_words,
  .open = open_training,
  .add_title = N_("Plan a training"),
  .add = add,
  .empty = { "view-paged-symbolic", N_("No Training Yet"),
             N_("Plan the first one with +: choose a course and its days, and clusters, venues, trainers and dates are found for you."), NULL },
};

GtkWidget *
patal_trainings_page_new (PatalDocument *document)
{
  return patal_record_page_new (document, &kind);
}

void
patal_trainings_page_set_scope (GtkWidget *page, gint64 unit, const char *name)
{
  patal_record_page_set_scope (PATAL_RECORD_PAGE (page), unit, name);
}
