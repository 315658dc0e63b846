/* patal-frame.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-frame.h"
#include "patal-pack.h"
#include "patal-setting.h"
#include "patal-text.h"
#include "patal-unit.h"
#include <glib/gi18n-lib.h>
#include <string.h>

const char *
patal_frame_filter (const PatalReportArgs *args, const char *key)
{
  return args->filter != NULL ? g_hash_table_lookup (args->filter, key) : NULL;
}

/* The highest unit with this name, folded; 0 where there is none. A scope is asked for once a report: reading
   all names is quick enough. */
static gboolean
find_name (PatalDb *db, const char *name, gint64 *out_unit, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, name_hi, name_en FROM unit WHERE level <> 'village'"
    " ORDER BY CASE level WHEN 'state' THEN 0 WHEN 'district' THEN 1 WHEN 'block' THEN 2 ELSE 3 END, id", PATAL_NO_ARGS);
  g_autofree char *wanted = patal_text_fold (name, PATAL_FOLD_MATCH);

  *out_unit = 0;
  while (*out_unit == 0 && patal_rows_next (&rows))
    for (int column = 1; column <= 2; column++)
      {
        g_autofree char *folded = patal_text_fold (patal_rows_text (&rows, column), PATAL_FOLD_MATCH);

        if (*folded != '\0' && g_str_equal (folded, wanted))
          *out_unit = patal_rows_int (&rows, 0);
      }
  return patal_rows_finish (&rows, error);
}

static gboolean
find_number (PatalDb *db, const char *digits, gint64 *out_unit, GError **error)
{
  return patal_db_int (db,
    "SELECT ifnull ((SELECT id FROM unit WHERE id = CAST (?1 AS INTEGER)), ifnull ((SELECT id FROM unit"
    " WHERE lgd_code <> '' AND ltrim (lgd_code, '0') = ltrim (?1, '0')"
    " ORDER BY CASE level WHEN 'state' THEN 0 WHEN 'district' THEN 1 WHEN 'block' THEN 2 WHEN 'gp' THEN 3 ELSE 4 END, id LIMIT 1), 0))",
    PATAL_ARGS (PATAL_TEXT (digits)), out_unit, error);
}

gboolean
patal_frame_scope (PatalDb *db, const PatalReportArgs *args, gint64 *out_unit, GError **error)
{
  const char *scope = patal_frame_filter (args, "within") != NULL ? patal_frame_filter (args, "within") : args->scope;
  g_autofree char *clean = scope != NULL ? patal_text_clean (scope) : NULL;
  g_autofree char *digits = clean != NULL ? patal_text_ascii_digits (clean) : NULL;
  gint64 unit = 0;
  gboolean read;

  if (clean == NULL)
    {
      *out_unit = 0;
      return TRUE;
    }
  read = digits[strspn (digits, "0123456789")] == '\0' ? find_number (db, digits, &unit, error) : find_name (db, clean, &unit, error);
  if (!read)
    return FALSE;
  if (unit == 0)
    {
      g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND,
                   _("There is no state, district, block or gram panchayat “%s” in this file"), clean);
      return FALSE;
    }
  *out_unit = unit;
  return TRUE;
}

/* "विकासखण्ड अकलतरा, जिला जांजगीर-चांपा, छत्तीसगढ़"; states are named without their tier. */
static char *
place_of (PatalDb *db, gint64 scope, PatalLang lang, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "WITH RECURSIVE up (id, n) AS (SELECT iif (?1 <> 0, ?1, coalesce ("
    "  (SELECT id FROM unit WHERE level = 'district' GROUP BY level HAVING count (*) = 1),"
    "  (SELECT id FROM unit WHERE level = 'state' GROUP BY level HAVING count (*) = 1))), 0"
    " UNION ALL SELECT unit.parent, n + 1 FROM up JOIN unit ON unit.id = up.id WHERE unit.parent IS NOT NULL)"
    " SELECT unit.id, level, iif (?2, ifnull (name_hi, name_en), ifnull (name_en, name_hi)) FROM up JOIN unit ON unit.id = up.id ORDER BY n",
    PATAL_ARGS (PATAL_INT (scope), PATAL_INT (lang == PATAL_LANG_HI)));
  g_autoptr (GString) place = g_string_new (NULL);

  while (patal_rows_next (&rows))
    {
      const char *level = patal_rows_text (&rows, 1);
      g_autofree char *key = g_strconcat ("tier.", level, NULL);
      g_autofree char *tier = patal_pack_word (db, patal_rows_int (&rows, 0), key, lang, NULL);

      if (place->len > 0)
        g_string_append (place, ", ");
      if (!g_str_equal (level, "state"))
        g_string_append_printf (place, "%s ", tier);
      g_string_append (place, patal_rows_text (&rows, 2));
    }
  return patal_rows_finish (&rows, error) ? g_string_free (g_steal_pointer (&place), FALSE) : NULL;
}

static gboolean
signatory (PatalDb *db, const char *setting, const char *otherwise, char **out, GError **error)
{
  if (!patal_setting_get (db, setting, out, error))
    return FALSE;
  if (*out == NULL)
    *out = g_strdup (otherwise);
  return TRUE;
}

gboolean
patal_frame_head (PatalDb *db, const PatalReportArgs *args, gint64 scope, char **out_place, char **out_as_on_line, GError **error)
{
  g_autofree char *place = place_of (db, scope, patal_words_lang (args->words), error);
  g_autofree char *day = args->as_on != PATAL_DAY_NONE ? patal_day_format (args->as_on) : NULL;

  if (place == NULL)
    return FALSE;
  /* Translators: above a report: "दिनांक 20.12.2021 की स्थिति में" */
  if (out_as_on_line != NULL)
    *out_as_on_line = day != NULL ? patal_label_text (PATAL_LABEL (N_("As on {1}"), day), args->words) : NULL;
  *out_place = *place != '\0' ? g_steal_pointer (&place) : NULL;
  return TRUE;
}

gboolean
patal_frame_apply (PatalDb *db, PatalTable *table, const PatalReportArgs *args, gint64 scope,
                   const char *title, const char *note, GError **error)
{
  const PatalWords *words = args->words;
  PatalLang lang = patal_words_lang (words);
  g_autofree char *chief = patal_pack_word (db, scope, "post.CEO_ZP", lang, NULL);
  g_autofree char *prepared = NULL, *checked = NULL, *signed_by = NULL, *place = NULL, *as_on_line = NULL;

  if (!patal_frame_head (db, args, scope, &place, &as_on_line, error)
      || !signatory (db, PATAL_SETTING_PREPARED_BY, patal_words_get (words, "Prepared by"), &prepared, error)
      || !signatory (db, PATAL_SETTING_CHECKED_BY, patal_words_get (words, "Checked by"), &checked, error)
      || !signatory (db, PATAL_SETTING_SIGNED_BY, chief, &signed_by, error))
    return FALSE;
  patal_table_set_frame (table, &(PatalTableFrame) {
    .title = title,
    .place = place,
    .as_on = args->as_on,
    .as_on_line = as_on_line,
    .note = note,
    .signatures = { prepared, checked, signed_by },
    .lang = lang,
    .total_word = patal_words_get (words, "Total"),
    .yes = patal_words_get (words, "Yes"),
    .no = patal_words_get (words, "No"),
    .unverified = patal_words_get (words, "unverified"),
  });
  return TRUE;
}
