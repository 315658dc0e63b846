/* patal-inspect.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-inspect.h"
#include "patal-db-private.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_SIZE 100
/* PRAGMA quick_check reads every page: some 4 ms a megabyte. A district's file is one or two megabytes and gets it at
 * every opening. Of a larger one the opening looks at the header and the schema; damage elsewhere is found when the
 * page is read (cell_size_check), when the day's backup copies it, or by patal_file_check(). */
#define QUICK_CHECK_BYTES (4 * 1024 * 1024)

static gboolean
refuse_damaged (const char *path, GError **error)
{
  patal_db_fail_handle (NULL, path, SQLITE_CORRUPT, error);
  return FALSE;
}

static gboolean
refuse_newer (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NEWER,
               _("“%s” was made by a newer version of Gram Patal. Install that version; the file was not touched."), name);
  return FALSE;
}

static gboolean
refuse_not_ours (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".patal"))
    g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_OURS,
                 _("“%s” has the name of a district's file, but Gram Patal did not make it. Nothing was changed in it; "
                   "choose another file."), name);
  else
    g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_OURS,
                 _("“%s” is not a district's file of Gram Patal. Choose a file whose name ends in .patal."), name);
  return FALSE;
}

/* What a full disk or a broken copy leaves of a file. */
static gboolean
refuse_empty (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_DAMAGED,
               _("The file “%s” is empty: perhaps a copy of it was broken off. Restore a backup, if there is one."), name);
  return FALSE;
}

static gboolean
refuse_unreadable (const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_READ_ONLY,
               _("You may not read “%s”: it belongs to another user of this computer. Ask them to give you a copy."), name);
  return FALSE;
}

static guint32
big_endian (const guint8 *bytes)
{
  return ((guint32) bytes[0] << 24) | ((guint32) bytes[1] << 16) | ((guint32) bytes[2] << 8) | bytes[3];
}

static gboolean
has_wal (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  struct stat status;

  return stat (wal, &status) == 0 && status.st_size > 0;
}

/* @got: fewer than HEADER_SIZE where there are no more, 0 for what is no ordinary file. */
static gboolean
read_header (const char *path, guint8 header[HEADER_SIZE], gsize *got, gint64 *size, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat status = { 0 };
  ssize_t n = -1;

  if (fd >= 0 && fstat (fd, &status) == 0)
    n = S_ISREG (status.st_mode) ? pread (fd, header, HEADER_SIZE, 0) : 0;
  if (n < 0 && fd < 0 && errno == EACCES)
    refuse_unreadable (path, error);
  else if (n < 0)
    patal_db_fail_errno (path, errno, error);
  if (fd >= 0)
    close (fd);
  *got = (gsize) MAX (n, 0);
  *size = status.st_size;
  return n >= 0;
}

gboolean
patal_inspect_header (const char *path, const PatalSchema *schema, gint64 *size, GError **error)
{
  static const guint8 nothing[16];
  guint8 header[HEADER_SIZE];
  guint32 page_size;
  gsize got;

  if (!read_header (path, header, &got, size, error))
    return FALSE;
  if (got < HEADER_SIZE)
    return *size == 0 && g_str_has_suffix (path, ".patal") ? refuse_empty (path, error) : refuse_not_ours (path, error);
  if (memcmp (header, "SQLite format 3", 16) != 0)
    /* A first page of zeros is what a torn write leaves of a file, not what another program makes. */
    return memcmp (header, nothing, 16) == 0 ? refuse_damaged (path, error) : refuse_not_ours (path, error);
  /* The offsets are those of sqlite.org/fileformat2.html, section 1.3. */
  if (big_endian (header + 68) != PATAL_APPLICATION_ID)
    return refuse_not_ours (path, error);
  if (big_endian (header + 60) > (guint32) schema->n_steps)
    return refuse_newer (path, error);
  page_size = ((guint32) header[16] << 8) | header[17];
  if (page_size == 1)
    page_size = 65536;
  if (page_size < 512 || (page_size & (page_size - 1)) != 0)
    return refuse_damaged (path, error);
  /* Cut short. While a WAL stands beside it, the missing pages may still be in that. */
  if (!has_wal (path) && *size < (gint64) page_size * big_endian (header + 28))
    return refuse_damaged (path, error);
  return TRUE;
}

/* FALSE without an error where a fault was found. */
static gboolean
quick_check (PatalDb *db, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "PRAGMA quick_check (1)", PATAL_NO_ARGS);
  gboolean good = patal_rows_next (&rows) && g_strcmp0 (patal_rows_text (&rows, 0), "ok") == 0;

  return patal_rows_finish (&rows, error) && good;
}

gboolean
patal_inspect_schema (PatalDb *db, const PatalSchema *schema, gint64 *version, GError **error)
{
  g_autofree char *found = NULL, *wanted = NULL;

  if (!patal_db_int (db, "PRAGMA user_version", PATAL_NO_ARGS, version, error))
    return FALSE;
  if (*version > schema->n_steps) /* the header did not say so: it is still in the WAL */
    return refuse_newer (db->path, error);
  if (*version < 1)
    return refuse_damaged (db->path, error);
  /* No table is missing, and no trigger, view or rule is there that this program did not write. */
  found = patal_db_fingerprint (db, error);
  if (found == NULL)
    return FALSE;
  wanted = patal_schema_fingerprint (schema, (int) *version);
  return g_str_equal (found, wanted) || refuse_damaged (db->path, error);
}

gboolean
patal_inspect_content (PatalDb *db, const PatalSchema *schema, gint64 size, gint64 *version, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (!patal_inspect_schema (db, schema, version, error))
    return FALSE;
  if (size > QUICK_CHECK_BYTES || quick_check (db, &fault))
    return TRUE;
  if (fault == NULL)
    return refuse_damaged (db->path, error);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}
