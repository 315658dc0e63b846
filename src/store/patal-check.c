/* patal-check.c: whether all of a file is as it should be
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-db-private.h"
#include "patal-journal.h"
#include "patal-search-index.h"
#include <glib/gi18n-lib.h>

#define CHUNK_BYTES (256 * 1024) /* of a photo, in memory at a time */
#define SHA256_SIZE 32

static void
find (GPtrArray *findings, char *sentence)
{
  g_ptr_array_add (findings, sentence);
}

/* A page that cannot be read is a finding too, and the last of its kind. */
static gboolean
finish (PatalRows *rows, GPtrArray *findings, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (patal_rows_finish (rows, &fault))
    return TRUE;
  if (g_error_matches (fault, PATAL_DB_ERROR, PATAL_DB_ERROR_DAMAGED))
    {
      find (findings, g_strdup (fault->message));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
check_pages (PatalDb *db, GPtrArray *findings, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "PRAGMA integrity_check (20)", PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    if (g_strcmp0 (patal_rows_text (&rows, 0), "ok") != 0)
      /* Translators: %s is a technical message in English */
      find (findings, g_strdup_printf (_("The file is damaged (%s). Restore a backup, if there is one."), patal_rows_text (&rows, 0)));
  return finish (&rows, findings, error);
}

static gboolean
check_references (PatalDb *db, GPtrArray *findings, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 20",
                                            PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, patal_rows_int (&rows, 1));

      /* Translators: {1} is a number, {2} and {3} are names of tables, in English */
      find (findings, patal_label_text (PATAL_LABEL ("Record {1} of “{2}” refers to a record of “{3}” that does not exist.",
                                                     number, patal_rows_text (&rows, 0), patal_rows_text (&rows, 2)), NULL));
    }
  return finish (&rows, findings, error);
}

static gboolean
check_journal (PatalDb *db, GPtrArray *findings, const PatalProgress *progress, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (patal_journal_verify (db, progress, &fault))
    return TRUE;
  if (g_error_matches (fault, PATAL_DB_ERROR, PATAL_DB_ERROR_DAMAGED))
    {
      find (findings, g_strdup (fault->message));
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* In pieces: a photo can be 25 MB. NULL when it cannot be read. */
static GBytes *
hash_blob (PatalDb *db, gint64 row, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  guint8 hash[SHA256_SIZE];
  gsize length = SHA256_SIZE;
  sqlite3_blob *blob = NULL;
  int rc = sqlite3_blob_open (db->handle, "main", "blob", "bytes", row, 0, &blob);
  int size = rc == SQLITE_OK ? sqlite3_blob_bytes (blob) : 0;

  for (int at = 0; at < size && rc == SQLITE_OK; at += CHUNK_BYTES)
    {
      int n = MIN (CHUNK_BYTES, size - at);

      rc = sqlite3_blob_read (blob, chunk, n, at);
      if (rc == SQLITE_OK)
        g_checksum_update (sum, chunk, n);
    }
  if (rc != SQLITE_OK)
    patal_db_fail (db, rc, error);
  sqlite3_blob_close (blob);
  g_checksum_get_digest (sum, hash, &length);
  return rc == SQLITE_OK ? g_bytes_new (hash, length) : NULL;
}

static gboolean
check_blobs (PatalDb *db, GPtrArray *findings, const PatalProgress *progress, GError **error)
{
  g_auto (PatalRows) rows = { 0 };
  gint64 total, done = 0;

  if (!patal_db_int (db, "SELECT count (*) FROM blob", PATAL_NO_ARGS, &total, error))
    return FALSE;
  rows = patal_db_query (db, "SELECT rowid, sha256, lower (hex (sha256)) FROM blob ORDER BY rowid", PATAL_NO_ARGS);
  for (; patal_rows_next (&rows); done++)
    {
      g_autoptr (GBytes) name = patal_rows_bytes (&rows, 1), hash = NULL;
      g_autoptr (GError) fault = NULL;

      if (!patal_progress_step (progress, (guint64) done, (guint64) total, error))
        return FALSE;
      hash = hash_blob (db, patal_rows_int (&rows, 0), &fault);
      if (fault != NULL && !g_error_matches (fault, PATAL_DB_ERROR, PATAL_DB_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
      if (hash == NULL || !g_bytes_equal (name, hash))
        find (findings, g_strdup_printf (_("The photo or scan %.12s… is damaged."), patal_rows_text (&rows, 2)));
    }
  return finish (&rows, findings, error);
}

/* An id beyond the counter would be given a second time. */
static gboolean
check_ids (PatalDb *db, GPtrArray *findings, GError **error)
{
  gint64 first = (gint64) db->desk << PATAL_COUNTER_BITS;

  for (gsize i = 0; db->tracked[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE id > ?1 AND id <= ?2", db->tracked[i]);
      gint64 n;

      if (!patal_db_int (db, sql, PATAL_ARGS (PATAL_INT (first | db->counter),
                                              PATAL_INT (first | ((G_GINT64_CONSTANT (1) << PATAL_COUNTER_BITS) - 1))),
                         &n, error))
        return FALSE;
      if (n > 0)
        find (findings, g_strdup_printf (
          /* Translators: %s is the name of a table, in English */
          _("“%s” has records with numbers that were not given out yet; new records could collide with them."), db->tracked[i]));
    }
  return TRUE;
}

GPtrArray *
patal_file_check (PatalDb *db, const PatalProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  PatalProgressPart part;

  if (!check_pages (db, findings, error))
    return NULL;
  /* What follows reads those pages: on a broken one it would only say the same again, in other words. */
  if (findings->len > 0)
    return g_steal_pointer (&findings);
  if (!check_references (db, findings, error) || !check_ids (db, findings, error)
      || !check_journal (db, findings, patal_progress_part (&part, progress, 0.2, 0.5), error)
      || !check_blobs (db, findings, patal_progress_part (&part, progress, 0.5, 0.8), error)
      || !patal_search_index_check (db, findings, patal_progress_part (&part, progress, 0.8, 1), error))
    return NULL;
  return g_steal_pointer (&findings);
}
