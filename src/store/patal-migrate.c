/* patal-migrate.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-migrate.h"
#include "patal-copy.h"
#include "patal-db-private.h"
#include "patal-disk.h"
#include <stdlib.h>

#define RESOURCES "/io/github/grampatal/GramPatal/migrations/"

GResource *patal_store_get_resource (void); /* made by glib-compile-resources */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static const PatalSchema *
load_own (void)
{
  static PatalSchema schema;
  GResource *resource = patal_store_get_resource ();
  GStrv names = g_resource_enumerate_children (resource, RESOURCES, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n = g_strv_length (names);
  const char **steps = g_new0 (const char *, n);

  qsort (names, n, sizeof *names, compare_names); /* NNNN-noun.sql */
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCES, names[i], NULL);
      GBytes *bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      g_assert (bytes != NULL && atoi (names[i]) == (int) i + 1);
      steps[i] = g_bytes_get_data (bytes, NULL); /* kept with the program; glib-compile-resources ends each with a NUL */
      g_bytes_unref (bytes);
    }
  g_strfreev (names);
  schema = (PatalSchema) { steps, (int) n };
  return &schema;
}

const PatalSchema *
patal_schema_own (void)
{
  static gsize once;
  static const PatalSchema *own;

  if (g_once_init_enter (&once))
    {
      own = load_own ();
      g_once_init_leave (&once, 1);
    }
  return own;
}

char *
patal_db_fingerprint (PatalDb *db, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  /* sqlite_sequence and sqlite_stat1 are SQLite's own; an automatic index has no SQL. */
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT type || char (31) || name || char (31) || tbl_name || char (31) || sql || char (30) FROM sqlite_schema"
    " WHERE name NOT GLOB 'sqlite_*' ORDER BY type, name", PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    {
      const char *text = patal_rows_text (&rows, 0);

      g_checksum_update (sum, (const guchar *) (text != NULL ? text : "?"), -1);
    }
  if (!patal_rows_finish (&rows, error))
    return NULL;
  return g_strdup (g_checksum_get_string (sum));
}

static char *
run_and_fingerprint (const PatalSchema *schema, int n_steps)
{
  sqlite3 *handle = NULL;
  g_autoptr (PatalDb) db = NULL;
  char *fingerprint;

  if (sqlite3_open (":memory:", &handle) != SQLITE_OK)
    g_error ("SQLite: %s", sqlite3_errmsg (handle)); /* no memory */
  db = patal_db_new (handle, ":memory:", FALSE);
  for (int i = 0; i < n_steps; i++)
    if (sqlite3_exec (handle, schema->steps[i], NULL, NULL, NULL) != SQLITE_OK)
      g_error ("migration %d: %s", i + 1, sqlite3_errmsg (handle)); /* does not pass a build: the tests run them */
  fingerprint = patal_db_fingerprint (db, NULL);
  g_assert (fingerprint != NULL);
  return fingerprint;
}

/* Of the program's own schemas, since every opening asks for one and running the steps takes milliseconds. A step that is new has none yet; a
 * released step never changes, and a test compares them with what the steps make. */
static const char *const own_fingerprints[] = {
  "2249b9ac0dfbc97ccfebb96630bc3838b4ed97d8b0c05e1d76b98193032bd331",
  "aad2a904f129473ba2635ef93e4e60988af4829a1bc7d47085dfa6f6f725f116",
};

char *
patal_schema_fingerprint (const PatalSchema *schema, int n_steps)
{
  if (schema == patal_schema_own () && n_steps > 0 && n_steps <= (int) G_N_ELEMENTS (own_fingerprints))
    return g_strdup (own_fingerprints[n_steps - 1]);
  return run_and_fingerprint (schema, n_steps);
}

char *
patal_migrate_backup_path (const char *path, int version)
{
  return g_strdup_printf ("%s-backups/before-migration-from-%d.patal", path, version);
}

static gboolean
copy_before (PatalDb *db, int version, const PatalProgress *progress, GError **error)
{
  g_autofree char *target = patal_migrate_backup_path (db->path, version);
  g_autofree char *folder = g_path_get_dirname (target), *beside = g_strconcat (target, ".new", NULL);

  if (!patal_disk_make_folder (folder, error) || !patal_copy_whole (db->path, beside, progress, error))
    return FALSE;
  if (patal_disk_put_in_place (beside, target, PATAL_DISK_REPLACE, error))
    return TRUE;
  patal_disk_drop (beside);
  return FALSE;
}

static gboolean
check_references (PatalDb *db, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "PRAGMA foreign_key_check", PATAL_NO_ARGS);
  gboolean broken = patal_rows_next (&rows);

  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (broken)
    patal_db_fail (db, SQLITE_CONSTRAINT, error);
  return !broken;
}

static gboolean
run_step (PatalDb *db, const char *step, int number, GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", number);

  if (patal_db_script (db, "BEGIN IMMEDIATE", error) && patal_db_script (db, step, error) && check_references (db, error)
      && patal_db_script (db, version, error) && patal_db_script (db, "COMMIT", error))
    return TRUE;
  patal_db_rollback (db);
  return FALSE;
}

gboolean
patal_migrate (PatalDb *db, const PatalSchema *schema, const PatalProgress *progress, GError **error)
{
  gint64 version;
  PatalProgressPart copying, stepping;
  const PatalProgress *steps = progress;
  gboolean good;

  if (!patal_db_int (db, "PRAGMA user_version", PATAL_NO_ARGS, &version, error))
    return FALSE;
  if (version == schema->n_steps)
    return TRUE;
  if (version > 0)
    {
      if (!copy_before (db, (int) version, patal_progress_part (&copying, progress, 0, 0.5), error))
        return FALSE;
      steps = patal_progress_part (&stepping, progress, 0.5, 1);
    }
  if (progress != NULL)
    patal_db_set_cancellable (db, progress->cancellable); /* one step can take long */
  /* A step may build a table anew, which would fail while others refer to it. */
  good = patal_db_script (db, "PRAGMA foreign_keys = OFF", error);
  for (int i = (int) version; good && i < schema->n_steps; i++)
    good = patal_progress_step (steps, (guint64) (i - version), (guint64) (schema->n_steps - version), error)
           && run_step (db, schema->steps[i], i + 1, error);
  patal_db_set_cancellable (db, NULL);
  return patal_db_script (db, "PRAGMA foreign_keys = ON", good ? error : NULL) && good;
}
