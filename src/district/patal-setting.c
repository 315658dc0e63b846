/* patal-setting.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-setting.h"

gboolean
patal_setting_get (PatalDb *db, const char *key, char **out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT value FROM setting WHERE key = ?1 ORDER BY id LIMIT 1",
                                            PATAL_ARGS (PATAL_TEXT (key)));
  g_autofree char *value = patal_rows_next (&rows) ? g_strdup (patal_rows_text (&rows, 0)) : NULL;

  if (!patal_rows_finish (&rows, error))
    return FALSE;
  *out = g_steal_pointer (&value);
  return TRUE;
}

gboolean
patal_setting_set (PatalDb *db, const char *key, const char *value, GError **error)
{
  gint64 n;

  if (!patal_db_int (db, "SELECT count (*) FROM setting WHERE key = ?1", PATAL_ARGS (PATAL_TEXT (key)), &n, error))
    return FALSE;
  if (value == NULL)
    return n == 0 || patal_db_run (db, "DELETE FROM setting WHERE key = ?1", PATAL_ARGS (PATAL_TEXT (key)), error);
  if (n > 0)
    return patal_db_run (db, "UPDATE setting SET value = ?2 WHERE key = ?1", PATAL_ARGS (PATAL_TEXT (key), PATAL_TEXT (value)), error);
  return patal_db_run (db, "INSERT INTO setting (id, key, value) VALUES (?1, ?2, ?3)",
                       PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_TEXT (key), PATAL_TEXT (value)),
                       error);
}
