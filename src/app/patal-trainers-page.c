/* patal-trainers-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-trainers-page.h"
#include "patal-number.h"
#include "patal-trainer-dialog.h"
#include "patal-trainer.h"
#include <glib/gi18n.h>

static const PatalRowColumnPair names = { PATAL_TRAINER_COL_NAME_HI, PATAL_TRAINER_COL_NAME_EN };
static const PatalRowColumnPair posts = { PATAL_TRAINER_COL_POST_HI, PATAL_TRAINER_COL_POST_EN };
static const PatalRowColumnPair places = { PATAL_TRAINER_COL_PLACE_HI, PATAL_TRAINER_COL_PLACE_EN };
static const PatalRowColumnPair blocks = { PATAL_TRAINER_COL_BLOCK_HI, PATAL_TRAINER_COL_BLOCK_EN };
static const PatalRowColumnPair subjects = { PATAL_TRAINER_COL_SUBJECTS_HI, PATAL_TRAINER_COL_SUBJECTS_EN };

#define TEXT     PATAL_ROW_COLUMN_TEXT
#define NUMBER   PATAL_ROW_COLUMN_NUMBER
#define UNSORTED PATAL_ROW_COLUMN_UNSORTED
#define COLUMN(column) GUINT_TO_POINTER (PATAL_TRAINER_COL_##column)
static const PatalRecordColumn columns[] = {
  { N_("Name"), TEXT, patal_row_column_name, &names, PATAL_TRAINER_SORT_NAME_HI, PATAL_TRAINER_SORT_NAME_EN, -170 },
  { N_("Post"), TEXT, patal_row_column_name, &posts, UNSORTED, UNSORTED, 140 },
  { N_("Place"), TEXT, patal_row_column_name, &places, PATAL_TRAINER_SORT_PLACE_HI, PATAL_TRAINER_SORT_PLACE_EN, 130 },
  { N_("Block"), TEXT, patal_row_column_name, &blocks, UNSORTED, UNSORTED, 110 },
  { N_("Mobile"), TEXT, patal_row_column_text, COLUMN (MOBILE), UNSORTED, UNSORTED, 110 },
  { N_("Subjects"), TEXT, patal_row_column_name, &subjects, UNSORTED, UNSORTED, -200 },
  { N_("Batches"), NUMBER, patal_row_column_number, COLUMN (BATCHES), UNSORTED, UNSORTED, 70 },
};

static const char *const filters[] = { N_("All"), N_("Active"), N_("Not active"), NULL };
static const int active[] = { -1, 1, 0 };
static const char *const tables[] = { "trainer", "trainer_subject", "subject", "person", "posting", "post", "unit", "batch_trainer", "batch", "label", NULL };
G_STATIC_ASSERT (G_N_ELEMENTS (active) + 1 == G_N_ELEMENTS (filters));

static GArray *
ids (PatalDb *db, PatalRecordQuery *query, GError **error)
{
  const PatalTrainerFilter filter = { .within = query->scope, .active = active[query->filter], .sort = query->sort, .descending = query->descending };

  return patal_trainer_ids (db, &filter, error);
}

static char *
count_words (G_GNUC_UNUSED const PatalRecordQuery *query, guint n)
{
  g_autofree char *number = patal_number_group (n);

  /* Translators: %s is a number */
  return g_strdup_printf (ngettext ("%s master trainer", "%s master trainers", n), number);
}

static void
open_trainer (GtkWidget *page, PatalDocument *document, gint64 id)
{
  patal_trainer_dialog_show (page, document, id);
}

static void
add (GtkWidget *page, PatalDocument *document, G_GNUC_UNUSED gint64 scope)
{
  patal_trainer_dialog_show (page, document, 0);
}

static const PatalRecordKind kind = {
  .name = N_("Master trainers"),
  .row_sql = patal_trainer_row_sql,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .sort_hi = PATAL_TRAINER_SORT_PLACE_HI,
  .sort_en = PATAL_TRAINER_SORT_PLACE_EN,
  .filters = filters,
  .tables = tables,
  .ids = ids,
  .count_words = count_words,
  .open = open_trainer,
  .add_title = N_("Add a master trainer"),
  .add = add,
  .empty = { "system-users-symbolic", N_("No Master Trainer Yet"),
             N_("Import the list of master trainers with their subjects, or add them one by one with +."), "trainers" },
};

GtkWidget *
patal_trainers_page_new (PatalDocument *document)
{
  return patal_record_page_new (document, &kind);
}

void
patal_trainers_page_set_scope (GtkWidget *page, gint64 unit, const char *name)
{
  patal_record_page_set_scope (PATAL_RECORD_PAGE (page), unit, name);
}
