/* patal-holiday-report.c: the report "holidays": those of a financial year
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-holiday.h"
#include "patal-frame.h"
#include "patal-label.h"
#include "patal-pack.h"
#include "patal-unit.h"
#include <glib/gi18n-lib.h>

enum { SERIAL, DAY, WEEKDAY, NAME, CLASS, WHERE, EFFECT, ORDER_NO, N_COLUMNS };

static const char *
effect_word (const PatalWords *words, PatalHolidayClass klass)
{
  switch (patal_holiday_class_effect (klass))
    {
    case PATAL_EFFECT_BLOCK: return patal_words_get (words, "No training");
    case PATAL_EFFECT_WARN: return patal_words_get (words, "Training with a warning");
    case PATAL_EFFECT_PAYMENTS: return patal_words_get (words, "No payments");
    case PATAL_EFFECT_NONE:
    default: return NULL;
    }
}

/* (transfer full): where it holds: a district, a state, everywhere. */
static char *
where (PatalDb *db, const PatalHoliday *holiday, const PatalWords *words)
{
  PatalLang lang = patal_words_lang (words);
  const PatalPackState *state
      = holiday->state_code != NULL ? patal_pack_find_state (holiday->state_code) : NULL;

  if (holiday->district != 0)
    return patal_unit_name (db, holiday->district, lang);
  if (state != NULL)
    return g_strdup (lang == PATAL_LANG_HI ? state->hi : state->en);
  return g_strdup (holiday->state_code != NULL ? holiday->state_code : patal_words_get (words, "All states"));
}

/* TRUE in *@unverified when nobody has confirmed it. */
static gboolean
add_row (PatalTable *table, PatalDb *db, gint64 id, const PatalWords *words, gboolean *unverified,
         GError **error)
{
  g_auto (PatalHoliday) holiday = { 0 };
  g_autofree char *place = NULL;
  gboolean hindi = patal_words_lang (words) == PATAL_LANG_HI;
  guint row;

  if (!patal_holiday_load (db, id, &holiday, error))
    return FALSE;
  place = where (db, &holiday, words);
  row = patal_table_add_row (table, id);
  patal_table_set_number (table, row, DAY, holiday.day);
  patal_table_set_text (table, row, WEEKDAY,
                        patal_weekday_name (patal_day_weekday (holiday.day), patal_words_lang (words)));
  patal_table_set_text (table, row, NAME,
                        (hindi && holiday.name_hi != NULL) || holiday.name_en == NULL ? holiday.name_hi
                                                                                      : holiday.name_en);
  patal_table_set_text (table, row, CLASS,
                        patal_words_get (words, patal_holiday_class_title (holiday.klass)));
  patal_table_set_text (table, row, WHERE, place);
  patal_table_set_text (table, row, EFFECT, effect_word (words, holiday.klass));
  /* The mark, where the order is looked for that would take it away: beside the name it would be read in
     again as a part of it. */
  patal_table_set_text (table, row, ORDER_NO, holiday.verified ? holiday.order_no : patal_words_get (words, "unverified"));
  *unverified = !holiday.verified;
  return TRUE;
}

static gboolean
read_filter (PatalDb *db, const PatalReportArgs *args, PatalHolidayFilter *filter, int *fy, GError **error)
{
  const char *year = patal_frame_filter (args, "fy"), *klass = patal_frame_filter (args, "class");

  *fy = patal_fy_of (args->as_on);
  if (year != NULL && !patal_fy_parse (year, fy, error))
    return FALSE;
  filter->span = patal_fy_span (*fy);
  for (int i = 0; klass != NULL && i < PATAL_N_HOLIDAY_CLASSES; i++)
    if (g_str_equal (klass, patal_holiday_class_id (i)))
      filter->classes = PATAL_HOLIDAY_CLASSES (i);
  filter->unverified = patal_frame_filter (args, "unverified") != NULL;
  return patal_frame_scope (db, args, &filter->unit, error);
}

static PatalTable *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  const PatalWords *words = args->words;
  const PatalColumn columns[N_COLUMNS] = {
    [SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [DAY] = { "day", patal_words_get (words, "Date"), PATAL_COLUMN_DAY, PATAL_TOTAL_NONE },
    [WEEKDAY] = { "weekday", patal_words_get (words, "Day of the week"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [NAME] = { "name", patal_words_get (words, "Holiday"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [CLASS] = { "class", patal_words_get (words, "Class"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [WHERE] = { "where", patal_words_get (words, "Where it holds"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [EFFECT] = { "effect", patal_words_get (words, "Effect"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [ORDER_NO] = { "order_no", patal_words_get (words, "Order number"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };
  g_autoptr (PatalTable) table = patal_table_new (columns, N_COLUMNS);
  PatalHolidayFilter filter = { 0 };
  g_autoptr (GArray) ids = NULL;
  g_autofree char *year = NULL, *title = NULL, *note = NULL;
  guint n_unverified = 0;
  int fy;

  if (!read_filter (db, args, &filter, &fy, error))
    return NULL;
  ids = patal_holiday_ids (db, &filter, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gboolean unverified = FALSE;

      if (!add_row (table, db, g_array_index (ids, gint64, i), words, &unverified, error))
        return NULL;
      n_unverified += unverified ? 1 : 0;
    }
  year = patal_fy_label (fy);
  title = patal_label_text (PATAL_LABEL (N_("Holidays of the financial year {1}"), year), words);
  if (n_unverified > 0)
    note = patal_label_text (PATAL_LABEL_N ("{n} holiday is unverified: no order number confirms it yet.",
                                            "{n} holidays are unverified: no order number confirms them yet.", n_unverified), words);
  return ids != NULL && patal_frame_apply (db, table, args, filter.unit, title, note, error)
             ? g_steal_pointer (&table)
             : NULL;
}

const PatalReport patal_holiday_report = { "holidays", N_("Holidays"), build };
