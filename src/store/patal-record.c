/* patal-record.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-record.h"

GArray *
patal_record_rows (PatalDb *db, const PatalRecord *record, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PatalRecord));
  g_auto (PatalRows) rows = { 0 };
  PatalRecord row = { .table = record->table, .id = record->id };

  g_array_append_val (found, row);
  if (record->parts == NULL)
    return g_steal_pointer (&found);
  rows = patal_db_query (db, record->parts, PATAL_ARGS (PATAL_INT (record->id)));
  while (patal_rows_next (&rows))
    {
      row = (PatalRecord) { .table = g_intern_string (patal_rows_text (&rows, 1)), .id = patal_rows_int (&rows, 0) };
      g_array_append_val (found, row);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&found) : NULL;
}
