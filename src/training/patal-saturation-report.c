/* patal-saturation-report.c: the reports "saturation" (R3), block by block, and "left": the people behind what remains
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-frame.h"
#include "patal-person.h"
#include "patal-post.h"
#include "patal-saturation-private.h"
#include <glib/gi18n-lib.h>

/* ---- saturation ---- */

enum { S_BLOCK, S_UNITS, S_ELIGIBLE, S_TRAINED, S_LEFT, S_SHARE, S_TARGET, N_S_COLUMNS };

static PatalTable *
new_saturation (const PatalWords *words)
{
  const PatalColumn columns[N_S_COLUMNS] = {
    [S_BLOCK] = { "block", patal_words_get (words, "Block"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [S_UNITS] = { "units", patal_words_get (words, "Gram panchayats in all"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    /* Translators: a column's title: gram panchayats whose people are to be trained */
    [S_ELIGIBLE] = { "eligible", patal_words_get (words, "Eligible"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [S_TRAINED] = { "trained", patal_words_get (words, "Trained"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [S_LEFT] = { "left", patal_words_get (words, "Remaining"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [S_SHARE] = { "share", patal_words_get (words, "Saturation %"), PATAL_COLUMN_PERCENT, PATAL_TOTAL_NONE },
    [S_TARGET] = { "target", patal_words_get (words, "Target date"), PATAL_COLUMN_DAY, PATAL_TOTAL_NONE },
  };

  return patal_table_new (columns, N_S_COLUMNS);
}

static void
add_place (PatalTable *table, const PatalSaturationQuery *query, const PatalSaturation *place, const char *name)
{
  guint row = patal_table_add_row (table, place->place);
  g_autofree char *fy = query->fy != 0 ? patal_fy_label (query->fy) : NULL;
  g_autofree char *opens = g_strdup_printf ("left?course=%" G_GINT64_FORMAT "&within=%" G_GINT64_FORMAT "%s%s", query->course, place->place,
                                            fy != NULL ? "&fy=" : "", fy != NULL ? fy : "");

  patal_table_set_text (table, row, S_BLOCK, name);
  patal_table_set_number (table, row, S_UNITS, place->units);
  patal_table_set_number (table, row, S_ELIGIBLE, place->eligible);
  patal_table_set_number (table, row, S_TRAINED, place->trained);
  patal_table_set_number (table, row, S_LEFT, place->eligible - place->trained);
  patal_table_set_opens (table, row, S_LEFT, opens);
  if (place->eligible > 0)
    patal_table_set_number (table, row, S_SHARE, place->trained * 1000 / place->eligible); /* never 100 before all are */
  if (place->target != PATAL_DAY_NONE)
    patal_table_set_number (table, row, S_TARGET, place->target);
}

static PatalTable *
build_saturation (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  g_autoptr (PatalTable) table = new_saturation (args->words);
  g_autoptr (GArray) places = NULL;
  g_autofree char *title = NULL, *note = NULL, *sum = NULL, *told = NULL, *resource = NULL, *vacant = NULL, *by_charge = NULL;
  PatalSaturationQuery query;
  guint sums[3] = { 0 };

  if (!patal_saturation_query_read (db, args, &query, error))
    return NULL;
  places = patal_saturation (db, &query, error);
  title = patal_saturation_title (db, query.course, N_("Saturation of “{1}”, block by block"), args->words, error);
  if (places == NULL || title == NULL)
    return NULL;
  for (guint i = 0; i < places->len; i++)
    {
      const PatalSaturation *place = &g_array_index (places, PatalSaturation, i);
      g_autofree char *name = patal_unit_name (db, place->place, patal_words_lang (args->words));

      add_place (table, &query, place, name);
      sums[0] += place->resource;
      sums[1] += place->vacant;
      sums[2] += place->by_charge;
    }
  resource = g_strdup_printf ("%u", sums[0]);
  vacant = g_strdup_printf ("%u", sums[1]);
  by_charge = g_strdup_printf ("%u", sums[2]);
  note = patal_label_text (PATAL_LABEL (N_("Not eligible: {1} that give master trainers, {2} where every post is vacant. Of those eligible {3} are served"
                                           " by additional charges alone. Trained is a gram panchayat whose present holders all were."),
                                        resource, vacant, by_charge), args->words);
  sum = patal_saturation_sum_text (places, args->words); /* a column of shares has no total */
  told = g_strdup_printf ("%s. %s", sum, note);
  return patal_frame_apply (db, table, args, query.within, title, told, error) ? g_steal_pointer (&table) : NULL;
}

const PatalReport patal_saturation_report = { "saturation", N_("Saturation, block by block"), build_saturation };

/* ---- who is left ---- */

enum { L_SERIAL, L_BLOCK, L_UNIT, L_NAME, L_POST, L_REASON, L_BATCH, N_L_COLUMNS };

static PatalTable *
new_left (const PatalWords *words)
{
  const PatalColumn columns[N_L_COLUMNS] = {
    [L_SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [L_BLOCK] = { "block", patal_words_get (words, "Block"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [L_UNIT] = { "gp", patal_words_get (words, "Gram panchayat"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [L_NAME] = { "name", patal_words_get (words, "Name"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [L_POST] = { "post", patal_words_get (words, "Post"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [L_REASON] = { "reason", patal_words_get (words, "Reason"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [L_BATCH] = { "batch", patal_words_get (words, "Batch"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
  };

  return patal_table_new (columns, N_L_COLUMNS);
}

static gboolean
add_left (PatalDb *db, PatalTable *table, const PatalLeftOver *own, const PatalWords *words, GError **error)
{
  PatalLang lang = patal_words_lang (words);
  guint row = patal_table_add_row (table, own->unit);
  g_autofree char *block = patal_unit_name (db, own->place, lang), *unit = patal_unit_name (db, own->unit, lang),
                  *name = own->person != 0 ? patal_person_name (db, own->person, lang) : NULL, *post = patal_post_name (db, own->post, own->unit, lang);
  gint64 no;

  patal_table_set_text (table, row, L_BLOCK, block);
  patal_table_set_text (table, row, L_UNIT, unit);
  patal_table_set_text (table, row, L_NAME, name);
  patal_table_set_text (table, row, L_POST, post);
  patal_table_set_text (table, row, L_REASON, patal_words_get (words, patal_left_reason_title (own->reason)));
  if (own->batch == 0)
    return TRUE;
  if (!patal_db_int (db, "SELECT no FROM batch WHERE id = ?1", PATAL_ARGS (PATAL_INT (own->batch)), &no, error))
    return FALSE;
  {
    g_autofree char *shown = g_strdup_printf ("%d", (int) no);

    patal_table_set_text (table, row, L_BATCH, shown);
  }
  return TRUE;
}

static PatalTable *
build_left (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  g_autoptr (PatalTable) table = new_left (args->words);
  g_autoptr (GArray) left = NULL;
  g_autofree char *title = NULL;
  PatalSaturationQuery query;

  if (!patal_saturation_query_read (db, args, &query, error))
    return NULL;
  left = patal_saturation_left (db, &query, error);
  title = patal_saturation_title (db, query.course, N_("Who is left for “{1}”"), args->words, error);
  for (guint i = 0; left != NULL && i < left->len; i++)
    if (!add_left (db, table, &g_array_index (left, PatalLeftOver, i), args->words, error)
        || !patal_progress_step (args->progress, i, left->len, error))
      return NULL;
  if (left == NULL || title == NULL || !patal_frame_apply (db, table, args, query.within, title, NULL, error))
    return NULL;
  return g_steal_pointer (&table);
}

const PatalReport patal_left_report = { "left", N_("Who is left"), build_left };
