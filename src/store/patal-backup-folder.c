/* patal-backup-folder.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-backup-folder.h"
#include "patal-copy.h"
#include "patal-db-private.h"
#include "patal-disk.h"
#include <errno.h>
#include <glib/gstdio.h>

#define DAYS_KEPT 7
#define WEEKS_KEPT 4
#define BEFORE_KEPT_DAYS 28
#define BEFORE_KEPT      10 /* whatever the clock says */

char *
patal_backup_folder (const char *path)
{
  return g_strconcat (path, "-backups", NULL);
}

char *
patal_backup_before_path (const char *path, PatalDay today)
{
  g_autofree char *folder = patal_backup_folder (path), *day = patal_day_iso (today);
  char *target = g_strdup_printf ("%s/%s-before-restore.patal", folder, day);

  for (guint i = 2; g_file_test (target, G_FILE_TEST_EXISTS); i++)
    {
      g_free (target);
      target = g_strdup_printf ("%s/%s-before-restore-%u.patal", folder, day, i);
    }
  return target;
}

static PatalDay
day_of_name (const char *name)
{
  g_autofree char *day = g_strndup (name, 10);

  return patal_day_from_iso (day);
}

/* 1 of "YYYY-MM-DD.patal", 2 of "YYYY-MM-DD-2.patal"; 0: it is no daily copy. */
static guint64
number_of_name (const char *name)
{
  const char *rest = name + MIN (strlen (name), strlen ("YYYY-MM-DD"));
  guint64 number = 1;
  char *end = (char *) rest;

  if (day_of_name (name) == PATAL_DAY_NONE)
    return 0;
  if (*rest == '-' && g_ascii_isdigit (rest[1]))
    number = g_ascii_strtoull (rest + 1, &end, 10);
  return g_str_equal (end, ".patal") ? number : 0;
}

static PatalBackupKind
kind_of_name (const char *name)
{
  if (number_of_name (name) > 0)
    return PATAL_BACKUP_DAILY;
  return strstr (name, "-before-restore") != NULL ? PATAL_BACKUP_BEFORE_RESTORE : PATAL_BACKUP_OTHER;
}

static guint64
number_of (const PatalBackup *backup)
{
  g_autofree char *name = g_path_get_basename (backup->path);

  return number_of_name (name);
}

static PatalDay
day_of_instant (gint64 seconds)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (seconds);

  return patal_day_from_ymd (g_date_time_get_year (moment), g_date_time_get_month (moment), g_date_time_get_day_of_month (moment));
}

static PatalBackup *
look_at (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  PatalBackup *backup;
  GStatBuf found;

  if (!g_str_has_suffix (name, ".patal") || g_str_equal (name, PATAL_BACKUP_POOL) || g_stat (path, &found) < 0)
    return NULL;
  backup = g_new0 (PatalBackup, 1);
  backup->day = day_of_name (name);
  if (backup->day == PATAL_DAY_NONE)
    backup->day = day_of_instant (found.st_mtime);
  backup->kind = kind_of_name (name);
  backup->made_at = found.st_mtime;
  backup->size = found.st_size;
  backup->path = g_steal_pointer (&path);
  return backup;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const PatalBackup *one = *(PatalBackup *const *) a, *other = *(PatalBackup *const *) b;

  if (one->day != other->day)
    return one->day > other->day ? -1 : 1;
  if (one->made_at != other->made_at)
    return one->made_at > other->made_at ? -1 : 1;
  return strcmp (other->path, one->path);
}

GPtrArray *
patal_backup_list (const char *path, GError **error)
{
  g_autofree char *folder = patal_backup_folder (path);
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_backup_free);
  GDir *dir;
  const char *name;

  errno = 0;
  dir = g_dir_open (folder, 0, NULL);
  if (dir == NULL && errno != ENOENT)
    {
      patal_db_fail_errno (folder, errno, error);
      return NULL;
    }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      PatalBackup *backup = look_at (folder, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  if (dir != NULL)
    g_dir_close (dir);
  g_ptr_array_sort (backups, compare_newest_first);
  return g_steal_pointer (&backups);
}

GPtrArray *
patal_backup_list_checked (const char *path, const PatalProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) backups = patal_backup_list (path, error);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      PatalBackup *backup = backups->pdata[i];
      PatalProgressPart part;

      if (!patal_progress_step (progress, i, backups->len, error))
        return NULL;
      backup->good = patal_copy_verify (backup->path, patal_progress_part (&part, progress, (double) i / backups->len,
                                                                           (i + 1.0) / backups->len), NULL);
    }
  /* A cancelled look says "not good" of a good copy. */
  if (backups == NULL || !patal_progress_step (progress, 1, 1, error))
    return NULL;
  return g_steal_pointer (&backups);
}

/* The last line of the journal, which seals all before it: (transfer full), NULL if there is none or it cannot be read. */
static GBytes *
seal_of (PatalDb *db)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT hash FROM journal ORDER BY id DESC LIMIT 1", PATAL_NO_ARGS);
  g_autoptr (GBytes) seal = patal_rows_next (&rows) ? patal_rows_bytes (&rows, 0) : NULL;

  return patal_rows_finish (&rows, NULL) ? g_steal_pointer (&seal) : NULL;
}

static gboolean
has_all_edits (const PatalBackup *backup, PatalDb *db)
{
  g_autoptr (PatalDb) copy = patal_copy_open (backup->path, NULL);
  g_autoptr (GBytes) kept = copy != NULL ? seal_of (copy) : NULL, now = seal_of (db);

  return kept != NULL && now != NULL && g_bytes_equal (kept, now);
}

gboolean
patal_backup_due (PatalDb *db, PatalDay today, char **target, GError **error)
{
  g_autoptr (GPtrArray) backups = patal_backup_list (patal_db_path (db), error);
  g_autofree char *folder = patal_backup_folder (patal_db_path (db)), *day = patal_day_iso (today);
  const PatalBackup *last = NULL; /* of today */
  gboolean later = FALSE;         /* there is one of a later day */

  *target = NULL;
  if (backups == NULL)
    return FALSE;
  for (guint i = 0; i < backups->len; i++)
    {
      const PatalBackup *backup = backups->pdata[i];

      later |= backup->day > today;
      if (backup->day == today && number_of (backup) > (last != NULL ? number_of (last) : 0))
        last = backup;
    }
  if (last == NULL)
    *target = g_strdup_printf ("%s/%s.patal", folder, day);
  else if (later && !has_all_edits (last, db))
    *target = g_strdup_printf ("%s/%s-%" G_GUINT64_FORMAT ".patal", folder, day, number_of (last) + 1);
  return TRUE;
}

void
patal_backup_choose (const PatalDay *days, gsize n, PatalDay today, gboolean *keep)
{
  gsize copies = 0, daily = 0, weekly = 0;
  PatalDay day = PATAL_DAY_NONE, week = PATAL_DAY_NONE;

  for (gsize i = 0; i < n; i++)
    {
      PatalDay monday = days[i] - (PatalDay) patal_day_weekday (days[i]) + 1;

      keep[i] = TRUE;
      if (days[i] > today)
        continue;
      if (monday != week && weekly < WEEKS_KEPT)
        weekly++;
      else if (copies >= DAYS_KEPT && (days[i] == day || daily >= DAYS_KEPT))
        keep[i] = FALSE;
      if (days[i] != day)
        daily++;
      copies++;
      day = days[i];
      week = monday;
    }
}

static gboolean
remove_one (const char *path, GError **error)
{
  return patal_disk_remove (path, error) && patal_disk_remove_journals (path, error);
}

/* By the number, not by the instant: a clock that stands still gives the same instant each morning. */
static int
compare_daily (gconstpointer a, gconstpointer b)
{
  const PatalBackup *one = *(PatalBackup *const *) a, *other = *(PatalBackup *const *) b;
  guint64 first = number_of (one), second = number_of (other);

  if (one->day != other->day)
    return one->day > other->day ? -1 : 1;
  return first == second ? 0 : first > second ? -1 : 1;
}

static void
choose_dailies (GPtrArray *dailies, PatalDay today, GHashTable *gone)
{
  g_autofree PatalDay *days = g_new (PatalDay, dailies->len);
  g_autofree gboolean *keep = g_new (gboolean, dailies->len);

  g_ptr_array_sort (dailies, compare_daily);
  for (guint i = 0; i < dailies->len; i++)
    days[i] = ((const PatalBackup *) dailies->pdata[i])->day;
  patal_backup_choose (days, dailies->len, today, keep);
  for (guint i = 0; i < dailies->len; i++)
    if (!keep[i])
      g_hash_table_add (gone, dailies->pdata[i]);
}

/* Removes copies, and takes those out of @backups. */
static gboolean
thin_copies (GPtrArray *backups, PatalDay today, GError **error)
{
  g_autoptr (GPtrArray) dailies = g_ptr_array_new ();
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);
  guint before = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      PatalBackup *backup = backups->pdata[i];

      if (backup->kind == PATAL_BACKUP_DAILY)
        g_ptr_array_add (dailies, backup);
      else if (backup->kind == PATAL_BACKUP_BEFORE_RESTORE && ++before > BEFORE_KEPT && backup->day < today - BEFORE_KEPT_DAYS)
        g_hash_table_add (gone, backup);
    }
  choose_dailies (dailies, today, gone);
  for (guint i = backups->len; i-- > 0;)
    {
      const PatalBackup *backup = backups->pdata[i];

      if (!g_hash_table_contains (gone, backup))
        continue;
      if (!remove_one (backup->path, error))
        return FALSE;
      g_ptr_array_remove_index (backups, i);
    }
  return TRUE;
}

/* Adds to the table "named" those photos that the copy at @path looks for in the pool. */
static gboolean
name_photos (PatalDb *pool, const char *path, GError **error)
{
  g_autoptr (PatalDb) copy = patal_copy_open (path, error);
  g_auto (PatalRows) rows = { .db = NULL };

  if (copy == NULL)
    return FALSE;
  rows = patal_db_query (copy, "SELECT sha256 FROM blob WHERE length (bytes) = 0", PATAL_NO_ARGS);
  while (patal_rows_next (&rows))
    {
      g_autoptr (GBytes) hash = patal_rows_bytes (&rows, 0);

      if (!patal_db_run_own (pool, "INSERT OR IGNORE INTO temp.named VALUES (?1)",
                             PATAL_ARGS (PATAL_BYTES (g_bytes_get_data (hash, NULL), g_bytes_get_size (hash))), error))
        return FALSE;
    }
  return patal_rows_finish (&rows, error);
}

static gboolean
thin_photos (const char *folder, GPtrArray *backups, GError **error)
{
  g_autofree char *path = g_build_filename (folder, PATAL_BACKUP_POOL, NULL);
  g_autoptr (PatalDb) pool = g_file_test (path, G_FILE_TEST_EXISTS) ? patal_copy_open_to_write (path, error) : NULL;

  if (pool == NULL)
    return !g_file_test (path, G_FILE_TEST_EXISTS);
  if (!patal_db_script (pool, "CREATE TEMP TABLE named (sha256 BLOB PRIMARY KEY) WITHOUT ROWID", error))
    return FALSE;
  for (guint i = 0; i < backups->len; i++)
    if (!name_photos (pool, ((PatalBackup *) backups->pdata[i])->path, NULL))
      return TRUE; /* of a copy that cannot be read nobody knows what it names: then all stay */
  return patal_db_script (pool, "DELETE FROM blob WHERE sha256 NOT IN (SELECT sha256 FROM temp.named)", error);
}

gboolean
patal_backup_thin (const char *path, PatalDay today, GError **error)
{
  g_autofree char *folder = patal_backup_folder (path);
  g_autoptr (GPtrArray) backups = patal_backup_list (path, error);

  return backups != NULL && thin_copies (backups, today, error) && thin_photos (folder, backups, error);
}
