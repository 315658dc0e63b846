/* patal-bulk.c: the rows as an eponymous virtual table of SQLite
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-bulk.h"
#include "patal-db-private.h"

#define CHUNK_BYTES (64 * 1024)

struct _PatalBulk
{
  PatalDb      *db;
  guint         n_columns;
  GArray       *values; /* of PatalValue, row after row */
  GStringChunk *texts;
};

typedef struct
{
  sqlite3_vtab base;
  PatalDb     *db;
} Table;

typedef struct
{
  sqlite3_vtab_cursor base;
  const PatalBulk    *bulk;
  guint               row;
} Cursor;

static int
connect_cb (sqlite3 *handle, void *data, int argc G_GNUC_UNUSED, const char *const *argv G_GNUC_UNUSED,
            sqlite3_vtab **out, char **message G_GNUC_UNUSED)
{
  Table *table;
  int rc = sqlite3_declare_vtab (handle, "CREATE TABLE x (c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15)");

  if (rc != SQLITE_OK)
    return rc;
  sqlite3_vtab_config (handle, SQLITE_VTAB_DIRECTONLY); /* of no use to a schema */
  table = g_new0 (Table, 1);
  table->db = data;
  *out = &table->base;
  return SQLITE_OK;
}

static int
disconnect_cb (sqlite3_vtab *table)
{
  g_free (table);
  return SQLITE_OK;
}

static int
best_index_cb (sqlite3_vtab *table G_GNUC_UNUSED, sqlite3_index_info *info)
{
  info->estimatedCost = info->estimatedRows = PATAL_BULK_ROWS;
  return SQLITE_OK;
}

static int
open_cb (sqlite3_vtab *table G_GNUC_UNUSED, sqlite3_vtab_cursor **out)
{
  Cursor *cursor = g_new0 (Cursor, 1);

  *out = &cursor->base;
  return SQLITE_OK;
}

static int
close_cb (sqlite3_vtab_cursor *cursor)
{
  g_free (cursor);
  return SQLITE_OK;
}

static int
filter_cb (sqlite3_vtab_cursor *base, int number G_GNUC_UNUSED, const char *text G_GNUC_UNUSED, int argc G_GNUC_UNUSED,
           sqlite3_value **argv G_GNUC_UNUSED)
{
  Cursor *cursor = (Cursor *) base;

  cursor->bulk = ((Table *) base->pVtab)->db->bulk;
  cursor->row = 0;
  return SQLITE_OK;
}

static int
next_cb (sqlite3_vtab_cursor *base)
{
  ((Cursor *) base)->row++;
  return SQLITE_OK;
}

static int
eof_cb (sqlite3_vtab_cursor *base)
{
  const Cursor *cursor = (const Cursor *) base;

  return cursor->bulk == NULL || cursor->row >= cursor->bulk->values->len / cursor->bulk->n_columns;
}

static int
column_cb (sqlite3_vtab_cursor *base, sqlite3_context *context, int column)
{
  const Cursor *cursor = (const Cursor *) base;
  const PatalValue *value;

  if ((guint) column >= cursor->bulk->n_columns)
    return SQLITE_OK; /* NULL */
  value = &g_array_index (cursor->bulk->values, PatalValue, cursor->row * cursor->bulk->n_columns + (guint) column);
  if (value->type == SQLITE_INTEGER)
    sqlite3_result_int64 (context, value->integer);
  else if (value->type == SQLITE_FLOAT)
    sqlite3_result_double (context, value->real);
  else if (value->type == SQLITE_TEXT && value->text != NULL)
    sqlite3_result_text (context, value->text, -1, SQLITE_STATIC);
  return SQLITE_OK;
}

static int
rowid_cb (sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
{
  *id = ((const Cursor *) cursor)->row;
  return SQLITE_OK;
}

int
patal_bulk_register (PatalDb *db)
{
  static const sqlite3_module module = { /* without xCreate: it is there by its name alone */
    .xConnect = connect_cb, .xDisconnect = disconnect_cb, .xBestIndex = best_index_cb, .xOpen = open_cb, .xClose = close_cb,
    .xFilter = filter_cb, .xNext = next_cb, .xEof = eof_cb, .xColumn = column_cb, .xRowid = rowid_cb,
  };

  return sqlite3_create_module (db->handle, "patal_bulk", &module, db);
}

PatalBulk *
patal_bulk_new (PatalDb *db, guint n_columns)
{
  PatalBulk *bulk = g_new0 (PatalBulk, 1);

  g_assert (n_columns > 0 && n_columns <= PATAL_BULK_COLUMNS);
  bulk->db = db;
  bulk->n_columns = n_columns;
  bulk->values = g_array_new (FALSE, FALSE, sizeof (PatalValue));
  bulk->texts = g_string_chunk_new (CHUNK_BYTES);
  return bulk;
}

void
patal_bulk_free (PatalBulk *bulk)
{
  if (bulk == NULL)
    return;
  g_array_unref (bulk->values);
  g_string_chunk_free (bulk->texts);
  g_free (bulk);
}

void
patal_bulk_add (PatalBulk *bulk, const PatalValue *args)
{
  for (guint i = 0; i < bulk->n_columns; i++)
    {
      PatalValue value = args[i];

      g_assert (value.type != 0 && value.type != SQLITE_BLOB);
      if (value.type == SQLITE_TEXT && value.text != NULL)
        value.text = g_string_chunk_insert (bulk->texts, value.text);
      g_array_append_val (bulk->values, value);
    }
}

guint
patal_bulk_n_rows (PatalBulk *bulk)
{
  return bulk->values->len / bulk->n_columns;
}

void
patal_bulk_clear (PatalBulk *bulk)
{
  g_array_set_size (bulk->values, 0);
  g_string_chunk_clear (bulk->texts);
}

gboolean
patal_bulk_run_own (PatalBulk *bulk, const char *sql, GError **error)
{
  gboolean good;

  if (bulk->values->len == 0)
    return TRUE;
  g_assert (bulk->db->bulk == NULL); /* not nested */
  bulk->db->bulk = bulk;
  good = patal_db_run_own (bulk->db, sql, PATAL_NO_ARGS, error);
  bulk->db->bulk = NULL;
  return good;
}

gboolean
patal_bulk_run (PatalBulk *bulk, const char *sql, GError **error)
{
  g_assert (bulk->db->in_edit);
  return patal_bulk_run_own (bulk, sql, error);
}
