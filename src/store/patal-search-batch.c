/* patal-search-batch.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-search-batch.h"
#include "patal-db-private.h"
#include "patal-search-terms.h"

/* Of less than this a thread is not worth its beginning. */
#define FEW 32
/* Ids that are no further apart are read by one question; what lies between is skipped. */
#define NEAR 16

struct _PatalSearchBatch
{
  GArray  *entries; /* of PatalSearchEntry */
  GThread *thread;  /* (nullable): that makes the terms */
};

static void
entry_clear (gpointer data)
{
  PatalSearchEntry *entry = data;

  g_free (entry->names);
  g_free (entry->codes);
  g_free (entry->before);
  g_free (entry->after);
}

static void
wait_for_terms (PatalSearchBatch *batch)
{
  if (batch->thread != NULL)
    g_thread_join (g_steal_pointer (&batch->thread));
}

void
patal_search_batch_free (PatalSearchBatch *batch)
{
  if (batch == NULL)
    return;
  wait_for_terms (batch);
  g_array_unref (batch->entries);
  g_free (batch);
}

static PatalSearchEntry *
entry_at (PatalSearchBatch *batch, guint index)
{
  return &g_array_index (batch->entries, PatalSearchEntry, index);
}

/* The end of the run of records from @first on whose ids are near each other, and that one source describes. */
static guint
end_of_run (PatalSearchBatch *batch, guint first)
{
  const PatalSearchStale *record = &entry_at (batch, first)->record;
  gint64 id = record->id;
  guint end = first + 1;

  for (; end < batch->entries->len; end++)
    {
      const PatalSearchStale *next = &entry_at (batch, end)->record;

      if (next->entry != record->entry || next->id - id > NEAR)
        break;
      id = next->id;
    }
  return end;
}

typedef void (*TakeRow) (PatalSearchEntry *entry, PatalRows *rows);

static void
take_names (PatalSearchEntry *entry, PatalRows *rows)
{
  entry->names = g_strdup (patal_rows_null (rows, 1) ? "" : patal_rows_text (rows, 1));
  entry->codes = g_strdup (patal_rows_text (rows, 2));
}

static void
take_terms (PatalSearchEntry *entry, PatalRows *rows)
{
  entry->before = g_strdup (patal_rows_text (rows, 1));
}

/* Asks @sql for the run; its rows come in the order of the ids, as the entries stand. */
static gboolean
read_run (PatalDb *db, PatalSearchBatch *batch, guint first, guint end, const char *sql, TakeRow take, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (
    db, sql, PATAL_ARGS (PATAL_INT (entry_at (batch, first)->record.id), PATAL_INT (entry_at (batch, end - 1)->record.id)));

  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);

      while (first < end && entry_at (batch, first)->record.id < id)
        first++;
      if (first < end && entry_at (batch, first)->record.id == id)
        take (entry_at (batch, first), &rows);
    }
  return patal_rows_finish (&rows, error);
}

static gboolean
any_indexed (PatalSearchBatch *batch, guint first, guint end)
{
  while (first < end && entry_at (batch, first)->record.fresh)
    first++;
  return first < end;
}

static gboolean
read_runs (PatalDb *db, PatalSearchBatch *batch, GError **error)
{
  for (guint first = 0, end; first < batch->entries->len; first = end)
    {
      end = end_of_run (batch, first);
      if (!read_run (db, batch, first, end, entry_at (batch, first)->record.entry->entry_sql, take_names, error)
          || (any_indexed (batch, first, end)
              && !read_run (db, batch, first, end, "SELECT id, terms FROM search_entry WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
                            take_terms, error)))
        return FALSE;
    }
  return TRUE;
}

static gpointer
make_terms (gpointer data)
{
  PatalSearchBatch *batch = data;

  for (guint i = 0; i < batch->entries->len; i++)
    {
      PatalSearchEntry *entry = entry_at (batch, i);

      if (entry->names != NULL)
        entry->after = patal_search_terms (entry->record.entry->kind, entry->names, entry->codes);
    }
  return NULL;
}

PatalSearchBatch *
patal_search_batch_read (PatalDb *db, const PatalSearchStale *records, guint n, GError **error)
{
  g_autoptr (PatalSearchBatch) batch = g_new0 (PatalSearchBatch, 1);

  batch->entries = g_array_sized_new (FALSE, TRUE, sizeof (PatalSearchEntry), n);
  g_array_set_clear_func (batch->entries, entry_clear);
  for (guint i = 0; i < n; i++)
    g_array_append_val (batch->entries, ((PatalSearchEntry) { .record = records[i] }));
  if (!read_runs (db, batch, error))
    return NULL;
  if (n >= FEW)
    batch->thread = g_thread_new ("terms", make_terms, batch);
  else
    make_terms (batch);
  return g_steal_pointer (&batch);
}

GArray *
patal_search_batch_entries (PatalSearchBatch *batch)
{
  wait_for_terms (batch);
  return batch->entries;
}

/* The index first: to forget an entry it must be told what stood there. */
static gboolean
remove_entries (PatalSearchBatch *batch, PatalBulk *bulk, GError **error)
{
  patal_bulk_clear (bulk);
  for (guint i = 0; i < batch->entries->len; i++)
    {
      const PatalSearchEntry *entry = entry_at (batch, i);

      if (entry->before != NULL && g_strcmp0 (entry->before, entry->after) != 0)
        patal_bulk_add (bulk, PATAL_ARGS (PATAL_INT (entry->record.id), PATAL_TEXT (entry->before), PATAL_NULL));
    }
  return patal_bulk_run_own (bulk, "INSERT INTO search_index (search_index, rowid, terms) SELECT 'delete', c0, c1 FROM patal_bulk",
                             error)
         && patal_bulk_run_own (bulk, "DELETE FROM search_entry WHERE id IN (SELECT c0 FROM patal_bulk)", error);
}

static gboolean
add_entries (PatalSearchBatch *batch, PatalBulk *bulk, GError **error)
{
  patal_bulk_clear (bulk);
  for (guint i = 0; i < batch->entries->len; i++)
    {
      const PatalSearchEntry *entry = entry_at (batch, i);

      if (entry->after != NULL && g_strcmp0 (entry->before, entry->after) != 0)
        patal_bulk_add (bulk, PATAL_ARGS (PATAL_INT (entry->record.id), PATAL_TEXT (entry->after),
                                          PATAL_TEXT (entry->record.entry->kind)));
    }
  return patal_bulk_run_own (bulk, "INSERT INTO search_entry (id, kind, terms) SELECT c0, c2, c1 FROM patal_bulk", error)
         && patal_bulk_run_own (bulk, "INSERT INTO search_index (rowid, terms) SELECT c0, c1 FROM patal_bulk", error);
}

gboolean
patal_search_batch_write (PatalSearchBatch *batch, PatalBulk *bulk, GError **error)
{
  gboolean good;

  wait_for_terms (batch);
  good = remove_entries (batch, bulk, error) && add_entries (batch, bulk, error);
  patal_bulk_clear (bulk);
  return good;
}
