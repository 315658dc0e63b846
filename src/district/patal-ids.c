/* patal-ids.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-ids.h"

void
patal_ids_turn_round (GArray *ids)
{
  for (guint i = 0; i < ids->len / 2; i++)
    {
      gint64 *a = &g_array_index (ids, gint64, i), *b = &g_array_index (ids, gint64, ids->len - 1 - i),
             c = *a;

      *a = *b;
      *b = c;
    }
}

GArray *
patal_ids_read (PatalDb *db, const char *sql, const PatalValue *args, PatalIdsOrder order, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, sql, args);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);

      g_array_append_val (ids, id);
    }
  if (!patal_rows_finish (&rows, error))
    return NULL;
  if (order == PATAL_IDS_BACKWARDS)
    patal_ids_turn_round (ids);
  return g_steal_pointer (&ids);
}
