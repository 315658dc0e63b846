/* patal-unit-named.c: which units a word means
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-text.h"
#include "patal-unit.h"
#include <string.h>

static gboolean
add_by_number (PatalDb *db, PatalLevel level, const char *digits, GArray *ids, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id FROM unit WHERE level = ?1 AND (id = CAST (?2 AS INTEGER) OR lgd_code <> '' AND ltrim (lgd_code, '0') = ltrim (?2, '0'))"
    " ORDER BY id", PATAL_ARGS (PATAL_TEXT (patal_level_id (level)), PATAL_TEXT (digits)));

  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);

      g_array_append_val (ids, id);
    }
  return patal_rows_finish (&rows, error);
}

/* Folding is not SQLite's: all names of the level are read, which takes 10 ms for a state's. */
static gboolean
add_by_name (PatalDb *db, PatalLevel level, const char *name, GArray *ids, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT id, name_hi, name_en FROM unit WHERE level = ?1 ORDER BY id",
                                            PATAL_ARGS (PATAL_TEXT (patal_level_id (level))));
  g_autofree char *wanted = patal_text_fold (name, PATAL_FOLD_MATCH);

  while (*wanted != '\0' && patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);
      g_autofree char *hindi = patal_text_fold (patal_rows_text (&rows, 1), PATAL_FOLD_MATCH);
      g_autofree char *english = patal_text_fold (patal_rows_text (&rows, 2), PATAL_FOLD_MATCH);

      if (g_str_equal (hindi, wanted) || g_str_equal (english, wanted))
        g_array_append_val (ids, id);
    }
  return patal_rows_finish (&rows, error);
}

GArray *
patal_unit_named (PatalDb *db, PatalLevel level, const char *word, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *clean = patal_text_clean (word);
  g_autofree char *digits = patal_text_ascii_digits (clean != NULL ? clean : "");
  gboolean is_number = digits[strspn (digits, "0123456789")] == '\0';

  if (clean == NULL) /* nothing but spaces */
    return g_steal_pointer (&ids);
  if (!(is_number ? add_by_number (db, level, digits, ids, error) : add_by_name (db, level, clean, ids, error)))
    return NULL;
  return g_steal_pointer (&ids);
}
