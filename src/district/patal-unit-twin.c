/* patal-unit-twin.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unit-twin.h"
#include "patal-text.h"

gint64
patal_unit_with_code (PatalDb *db, const PatalUnit *unit)
{
  g_auto (PatalRows) rows = { 0 };

  if (unit->lgd_code == NULL)
    return 0;
  rows = patal_db_query (db, "SELECT id FROM unit WHERE level = ?1 AND lgd_code = ?2 AND id <> ?3 LIMIT 1",
                         PATAL_ARGS (PATAL_TEXT (patal_level_id (unit->level)), PATAL_TEXT (unit->lgd_code),
                                     PATAL_INT (unit->id)));
  return patal_rows_next (&rows) ? patal_rows_int (&rows, 0) : 0;
}

gint64
patal_unit_with_name (PatalDb *db, const PatalUnit *unit, PatalLang lang)
{
  const char *name = lang == PATAL_LANG_HI ? unit->name_hi : unit->name_en;
  g_autofree char *wanted = patal_text_fold (name, PATAL_FOLD_MATCH);
  g_auto (PatalRows) rows = { 0 };
  gint64 id = 0;

  if (*wanted == '\0')
    return 0;
  rows = patal_db_query (db, "SELECT id, name_hi, name_en FROM unit WHERE parent = ?1 AND level = ?2 AND id <> ?3",
                         PATAL_ARGS (PATAL_INT (unit->parent), PATAL_TEXT (patal_level_id (unit->level)),
                                     PATAL_INT (unit->id)));
  while (id == 0 && patal_rows_next (&rows))
    {
      g_autofree char *there = patal_text_fold (patal_rows_text (&rows, lang == PATAL_LANG_HI ? 1 : 2), PATAL_FOLD_MATCH);

      if (g_str_equal (there, wanted))
        id = patal_rows_int (&rows, 0);
    }
  return id;
}
