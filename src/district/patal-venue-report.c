/* patal-venue-report.c: the report "venues"
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-venue.h"
#include "patal-frame.h"
#include "patal-unit.h"
#include <glib/gi18n-lib.h>

enum { SERIAL, BLOCK, PLACE, CODE, NAME, CAPACITY, HALLS, PROJECTOR, TOILET, CONTACT, MOBILE, REMARK, N_COLUMNS };

static gboolean
add_row (PatalTable *table, PatalDb *db, gint64 id, PatalLang lang, GError **error)
{
  g_auto (PatalVenue) venue = { 0 };
  g_auto (PatalRows) shown = patal_db_query (db, patal_venue_row_sql, PATAL_ARGS (PATAL_INT (id)));
  gboolean hindi = lang == PATAL_LANG_HI;
  guint row;

  if (!patal_venue_load (db, id, &venue, error))
    return FALSE;
  row = patal_table_add_row (table, id);
  if (patal_rows_next (&shown))
    {
      const int pairs[][3] = { { BLOCK, PATAL_VENUE_COL_BLOCK_HI, PATAL_VENUE_COL_BLOCK_EN },
                               { PLACE, PATAL_VENUE_COL_UNIT_HI, PATAL_VENUE_COL_UNIT_EN },
                               { NAME, PATAL_VENUE_COL_NAME_HI, PATAL_VENUE_COL_NAME_EN } };

      for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
        {
          const char *own = patal_rows_text (&shown, pairs[i][hindi ? 1 : 2]);

          patal_table_set_text (table, row, (guint) pairs[i][0],
                                own != NULL ? own : patal_rows_text (&shown, pairs[i][hindi ? 2 : 1]));
        }
      patal_table_set_text (table, row, CODE, patal_rows_text (&shown, PATAL_VENUE_COL_UNIT_CODE));
    }
  if (venue.capacity != -1)
    patal_table_set_number (table, row, CAPACITY, venue.capacity);
  patal_table_set_number (table, row, HALLS, venue.halls);
  patal_table_set_number (table, row, PROJECTOR, venue.projector);
  patal_table_set_number (table, row, TOILET, venue.toilet);
  patal_table_set_text (table, row, CONTACT, venue.contact);
  patal_table_set_text (table, row, MOBILE, venue.mobile);
  patal_table_set_text (table, row, REMARK, venue.remark);
  return patal_rows_finish (&shown, error);
}

static PatalTable *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  const PatalWords *words = args->words;
  PatalLang lang = patal_words_lang (words);
  const PatalColumn columns[N_COLUMNS] = {
    [SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [BLOCK] = { "block", patal_words_get (words, "Block"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [PLACE] = { "place", patal_words_get (words, "Gram panchayat / office"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [CODE] = { "code", patal_words_get (words, "LGD code"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [NAME] = { "name", patal_words_get (words, "Training venue"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [CAPACITY] = { "capacity", patal_words_get (words, "Seats"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [HALLS] = { "halls", patal_words_get (words, "Halls"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [PROJECTOR] = { "projector", patal_words_get (words, "Projector"), PATAL_COLUMN_YES_NO, PATAL_TOTAL_NONE },
    [TOILET] = { "toilet", patal_words_get (words, "Toilet"), PATAL_COLUMN_YES_NO, PATAL_TOTAL_NONE },
    [CONTACT] = { "contact", patal_words_get (words, "Contact person"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [MOBILE] = { "mobile", patal_words_get (words, "Mobile"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [REMARK] = { "remark", patal_words_get (words, "Remark"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };
  g_autoptr (PatalTable) table = patal_table_new (columns, N_COLUMNS);
  g_autoptr (GArray) ids = NULL;
  gint64 scope;

  if (!patal_frame_scope (db, args, &scope, error))
    return NULL;
  ids = patal_venue_ids (db,
                         &(PatalVenueFilter) { .within = scope,
                                              .sort = lang == PATAL_LANG_HI ? PATAL_VENUE_SORT_PLACE_HI
                                                                            : PATAL_VENUE_SORT_PLACE_EN },
                         error);
  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    if (!add_row (table, db, g_array_index (ids, gint64, i), lang, error)
        || !patal_progress_step (args->progress, i + 1, ids->len, error))
      return NULL;
  return patal_frame_apply (db, table, args, scope, patal_words_get (words, "Training venues"), NULL, error) ? g_steal_pointer (&table) : NULL;
}

const PatalReport patal_venue_report = { "venues", N_("Training venues"), build };
