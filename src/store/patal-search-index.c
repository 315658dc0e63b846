/* patal-search-index.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-search-index.h"
#include "patal-db-private.h"
#include "patal-search-batch.h"
#include "patal-search-terms.h"
#include <glib/gi18n-lib.h>

/* What a change of a row of @source->table renews: the entry of the row itself, or of the row that @owner names. */
typedef struct
{
  const PatalSearchSource *source;
  const PatalSearchSource *entry;     /* what says what stands in the index */
  int                      owner;     /* column, -1: the row itself */
  char                    *owner_sql; /* where an update left the owner out of its changeset */
} Feed;

static void
feed_clear (gpointer data)
{
  g_free (((Feed *) data)->owner_sql);
}

static const PatalSearchSource *
find_entry_source (PatalDb *db, const char *table)
{
  for (gsize i = 0; db->searched != NULL && db->searched[i] != NULL; i++)
    if (db->searched[i]->owner == NULL && g_str_equal (db->searched[i]->table, table))
      return db->searched[i];
  return NULL;
}

/* The owner's table is the one that its foreign key names. */
static gboolean
resolve_owner (PatalDb *db, Feed *feed, GError **error)
{
  const char *table = feed->source->table, *owner = feed->source->owner;
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT c.cid, k.\"table\" FROM pragma_table_info (?1) c JOIN pragma_foreign_key_list (?1) k ON k.\"from\" = c.name"
    " WHERE c.name = ?2", PATAL_ARGS (PATAL_TEXT (table), PATAL_TEXT (owner)));

  if (patal_rows_next (&rows))
    {
      feed->owner = (int) patal_rows_int (&rows, 0);
      feed->entry = find_entry_source (db, patal_rows_text (&rows, 1));
    }
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  g_assert (feed->entry != NULL); /* a source whose owner refers to nothing that is searched */
  feed->owner_sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", owner, table);
  return TRUE;
}

gboolean
patal_search_index_prepare (PatalDb *db, GError **error)
{
  db->feeds = g_array_new (FALSE, FALSE, sizeof (Feed));
  g_array_set_clear_func (db->feeds, feed_clear);
  for (gsize i = 0; db->searched != NULL && db->searched[i] != NULL; i++)
    {
      Feed feed = { .source = db->searched[i], .entry = db->searched[i], .owner = -1 };

      if (feed.source->owner != NULL && !resolve_owner (db, &feed, error))
        return FALSE;
      g_array_append_val (db->feeds, feed);
    }
  return TRUE;
}

/* Of one record the line that says that it is fresh comes first: the others are of its aliases. */
static int
compare_stale (gconstpointer a, gconstpointer b)
{
  const PatalSearchStale *left = a, *right = b;

  return left->id != right->id ? (left->id > right->id) - (left->id < right->id) : right->fresh - left->fresh;
}

/* In the order of their ids: FTS5 writes out what it gathered whenever an id goes back. */
static void
put_in_order (GArray *stale)
{
  guint n = 0;

  g_array_sort (stale, compare_stale);
  for (guint i = 0; i < stale->len; i++)
    {
      PatalSearchStale one = g_array_index (stale, PatalSearchStale, i);

      if (n == 0 || g_array_index (stale, PatalSearchStale, n - 1).id != one.id)
        g_array_index (stale, PatalSearchStale, n++) = one;
    }
  g_array_set_size (stale, n);
}

/* NULL without @error at the end. */
static PatalSearchBatch *
read_batch (PatalDb *db, GArray *stale, guint *at, GError **error)
{
  guint first = *at, n = MIN (stale->len - first, PATAL_SEARCH_BATCH);

  *at += n;
  return n == 0 ? NULL : patal_search_batch_read (db, &g_array_index (stale, PatalSearchStale, first), n, error);
}

/* The terms of a batch are made while the one before it is written. */
static gboolean
renew_entries (PatalDb *db, GArray *stale, const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalBulk) bulk = patal_bulk_new (db, 3);
  g_autoptr (PatalSearchBatch) batch = NULL;
  g_autoptr (GError) fault = NULL;
  guint at = 0;

  put_in_order (stale);
  batch = read_batch (db, stale, &at, &fault);
  while (batch != NULL)
    {
      g_autoptr (PatalSearchBatch) next = read_batch (db, stale, &at, &fault);

      if (fault != NULL || !patal_search_batch_write (batch, bulk, &fault)
          || !patal_progress_step (progress, at, stale->len, &fault))
        break;
      patal_search_batch_free (batch);
      batch = g_steal_pointer (&next);
    }
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
read_owner (PatalDb *db, const Feed *feed, gint64 id, GArray *stale, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, feed->owner_sql, PATAL_ARGS (PATAL_INT (id)));

  if (patal_rows_next (&rows))
    g_array_append_val (stale, ((PatalSearchStale) { patal_rows_int (&rows, 0), feed->entry, FALSE }));
  return patal_rows_finish (&rows, error);
}

static gboolean
gather (PatalDb *db, const Feed *feed, const PatalChange *change, GArray *stale, GError **error)
{
  sqlite3_value *before, *after;

  if (feed->owner < 0)
    {
      g_array_append_val (stale, ((PatalSearchStale) { change->id, feed->entry, change->op == SQLITE_INSERT }));
      return TRUE;
    }
  before = patal_change_old (change, feed->owner);
  after = patal_change_new (change, feed->owner);
  if (before != NULL)
    g_array_append_val (stale, ((PatalSearchStale) { sqlite3_value_int64 (before), feed->entry, FALSE }));
  if (after != NULL)
    g_array_append_val (stale, ((PatalSearchStale) { sqlite3_value_int64 (after), feed->entry, FALSE }));
  return before != NULL || after != NULL || read_owner (db, feed, change->id, stale, error);
}

GArray *
patal_search_stale_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (PatalSearchStale));
}

gboolean
patal_search_index_note (PatalDb *db, const PatalChange *change, GArray *stale, GError **error)
{
  for (guint i = 0; i < db->feeds->len; i++)
    {
      const Feed *feed = &g_array_index (db->feeds, Feed, i);

      if (g_str_equal (feed->source->table, change->table) && !gather (db, feed, change, stale, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
patal_search_index_feed (PatalDb *db, GArray *stale, const PatalProgress *progress, GError **error)
{
  return renew_entries (db, stale, progress, error);
}

/* Every row that can be an entry. */
static gboolean
gather_all (PatalDb *db, GArray *stale, GError **error)
{
  for (guint i = 0; i < db->feeds->len; i++)
    {
      const Feed *feed = &g_array_index (db->feeds, Feed, i);
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\"", feed->source->table);
      g_auto (PatalRows) rows = { 0 };

      if (feed->owner >= 0)
        continue;
      rows = patal_db_query (db, sql, PATAL_NO_ARGS);
      while (patal_rows_next (&rows))
        g_array_append_val (stale, ((PatalSearchStale) { patal_rows_int (&rows, 0), feed->entry, FALSE }));
      if (!patal_rows_finish (&rows, error))
        return FALSE;
    }
  return TRUE;
}

static char *
make_fingerprint (PatalDb *db)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *terms = patal_search_terms_version ();

  g_checksum_update (sum, (const guchar *) terms, -1);
  for (gsize i = 0; db->searched != NULL && db->searched[i] != NULL; i++)
    {
      const PatalSearchSource *source = db->searched[i];
      g_autofree char *said = g_strjoin ("\x1f", source->table, source->owner != NULL ? source->owner : "",
                                         source->kind != NULL ? source->kind : "",
                                         source->entry_sql != NULL ? source->entry_sql : "", "\x1e", NULL);

      g_checksum_update (sum, (const guchar *) said, -1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

static gboolean
rebuild (PatalDb *db, const PatalProgress *progress, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (PatalSearchStale));
  g_autofree char *fingerprint = make_fingerprint (db);

  return patal_db_run_own (db, "INSERT INTO search_index (search_index) VALUES ('delete-all')", PATAL_NO_ARGS, error)
         && patal_db_run_own (db, "DELETE FROM search_entry", PATAL_NO_ARGS, error)
         && gather_all (db, all, error) && renew_entries (db, all, progress, error)
         && patal_file_set_meta (db, PATAL_META_SEARCHED, fingerprint, error);
}

gboolean
patal_search_rebuild (PatalDb *db, const PatalProgress *progress, GError **error)
{
  g_assert (!db->in_edit);
  if (!patal_db_begin (db, error))
    return FALSE;
  if (rebuild (db, progress, error) && patal_db_commit (db, error))
    return TRUE;
  patal_db_rollback (db);
  return FALSE;
}

gboolean
patal_search_index_renew (PatalDb *db, const PatalProgress *progress, GError **error)
{
  g_autofree char *ours = make_fingerprint (db), *theirs = patal_file_meta (db, PATAL_META_SEARCHED);

  return g_strcmp0 (ours, theirs) == 0 || patal_search_rebuild (db, progress, error);
}

/* FTS5's own look at whether the index says what search_entry says; on a connection that can write, since it is an INSERT. */
static gboolean
check_index (PatalDb *db, GPtrArray *findings, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (db->read_only
      || patal_db_run_own (db, "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)", PATAL_NO_ARGS, &fault))
    return TRUE;
  if (!g_error_matches (fault, PATAL_DB_ERROR, PATAL_DB_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  g_ptr_array_add (findings, g_strdup (_("The search index is damaged; it can be built anew from the records.")));
  return TRUE;
}

static void
count_entries (GArray *entries, gint64 *n_expected, guint *n_wrong)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const PatalSearchEntry *entry = &g_array_index (entries, PatalSearchEntry, i);

      *n_expected += entry->after != NULL;
      *n_wrong += g_strcmp0 (entry->before, entry->after) != 0;
    }
}

gboolean
patal_search_index_check (PatalDb *db, GPtrArray *findings, const PatalProgress *progress, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (PatalSearchStale));
  guint n_wrong = 0;
  gint64 n_expected = 0, n_found;

  if (!gather_all (db, all, error)
      || !patal_db_int (db, "SELECT count (*) FROM search_entry", PATAL_NO_ARGS, &n_found, error))
    return FALSE;
  put_in_order (all);
  for (guint at = 0; at < all->len;)
    {
      g_autoptr (PatalSearchBatch) batch = read_batch (db, all, &at, error);

      if (batch == NULL || !patal_progress_step (progress, at, all->len, error))
        return FALSE;
      count_entries (patal_search_batch_entries (batch), &n_expected, &n_wrong);
    }
  if (n_wrong > 0 || n_found != n_expected)
    {
      g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, n_found);
      g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT, n_expected);

      g_ptr_array_add (findings, g_strdup_printf (
        /* Translators: %u records are found wrongly; there are %s entries where there should be %s */
        _("The search index does not fit the records (%u differ, %s entries instead of %s); it can be built anew from them."),
        n_wrong, found, expected));
    }
  return check_index (db, findings, error);
}
