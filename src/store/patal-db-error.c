/* patal-db-error.c: SQLite's and the system's codes as sentences that say what to do
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-db-private.h"
#include <errno.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (patal-db-error-quark, patal_db_error)

static const struct
{
  PatalDbError code;
  const char  *sentence; /* with %s for the name of the file */
} sentences[] = {
  { PATAL_DB_ERROR_NOT_FOUND, N_ ("There is no file “%s”. It may have been moved or renamed.") },
  { PATAL_DB_ERROR_EXISTS, N_ ("There is a file “%s” already. Choose another name.") },
  { PATAL_DB_ERROR_DAMAGED, N_ ("The file “%s” is damaged. Nothing was written to it. Restore a backup, if there is one.") },
  { PATAL_DB_ERROR_LOCKED, N_ ("The file “%s” is in use by another program. Try again in a moment.") },
  { PATAL_DB_ERROR_READ_ONLY,
    N_ ("The file “%s” cannot be written: it, or its folder, is read-only. Copy it to a folder of your own.") },
  { PATAL_DB_ERROR_FULL, N_ ("The disk with “%s” is full. Nothing was changed; free some space and try again.") },
  { PATAL_DB_ERROR_CONSTRAINT, N_ ("A rule of the file “%s” refuses this value. Nothing was changed.") },
};

static PatalDbError
code_of (int code, int number)
{
  switch (code & 0xff)
    {
    case SQLITE_FULL: return PATAL_DB_ERROR_FULL;
    case SQLITE_READONLY: case SQLITE_PERM: case SQLITE_AUTH: return PATAL_DB_ERROR_READ_ONLY;
    case SQLITE_BUSY: case SQLITE_LOCKED: return PATAL_DB_ERROR_LOCKED;
    case SQLITE_CORRUPT: case SQLITE_NOTADB: case SQLITE_FORMAT: return PATAL_DB_ERROR_DAMAGED;
    case SQLITE_CONSTRAINT: case SQLITE_TOOBIG: case SQLITE_MISMATCH: return PATAL_DB_ERROR_CONSTRAINT;
    case SQLITE_CANTOPEN: case SQLITE_IOERR:
      /* A full disk shows as an I/O error where SQLite grows its -shm file or truncates. */
      if (number == ENOSPC || number == EDQUOT)
        return PATAL_DB_ERROR_FULL;
      if (number == EACCES || number == EPERM || number == EROFS)
        return PATAL_DB_ERROR_READ_ONLY;
      if (number == ENOENT && (code & 0xff) == SQLITE_CANTOPEN)
        return PATAL_DB_ERROR_NOT_FOUND;
      return PATAL_DB_ERROR_IO;
    default: return PATAL_DB_ERROR_IO;
    }
}

/* What is built beside its place is known by the name that it is to have: ".NAME.new", "NAME.new". (transfer full) */
static char *
name_of (const char *path)
{
  char *name = g_path_get_basename (path);

  if (!g_str_has_suffix (name, ".patal.new"))
    return name;
  name[strlen (name) - strlen (".new")] = '\0';
  if (*name == '.')
    memmove (name, name + 1, strlen (name));
  return name;
}

/* @detail: (nullable) */
static void
set_error (GError **error, PatalDbError code, const char *path, const char *detail)
{
  g_autofree char *name = name_of (path);

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (sentences[i].code == code)
      {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* the sentences above, each with its one %s */
        g_set_error (error, PATAL_DB_ERROR, (int) code, _(sentences[i].sentence), name);
#pragma GCC diagnostic pop
        return;
      }
  if (detail == NULL)
    g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_IO,
                 _("The file “%s” could not be read or written. Check the disk; nothing was changed."), name);
  else
    g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_IO,
                 /* Translators: the second %s is a technical message in English */
                 _("The file “%s” could not be read or written (%s). Check the disk; nothing was changed."), name, detail);
}

void
patal_db_fail_handle (sqlite3 *handle, const char *path, int code, GError **error)
{
  const char *detail = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code);

  if ((code & 0xff) == SQLITE_IOERR)
    detail = NULL; /* "disk I/O error": our own sentence says as much, in the user's language */
  set_error (error, code_of (code, handle != NULL ? sqlite3_system_errno (handle) : 0), path, detail);
}

void
patal_db_fail (PatalDb *db, int code, GError **error)
{
  if (db->in_transaction && db->taken_back == 0 && sqlite3_get_autocommit (db->handle))
    db->taken_back = code;
  if ((code & 0xff) == SQLITE_INTERRUPT && g_cancellable_set_error_if_cancelled (db->cancellable, error))
    return;
  patal_db_fail_handle (db->handle, db->path, code, error);
}

void
patal_db_fail_errno (const char *path, int number, GError **error)
{
  PatalDbError code;

  switch (number)
    {
    case ENOENT: case ENOTDIR: code = PATAL_DB_ERROR_NOT_FOUND; break;
    case EEXIST: code = PATAL_DB_ERROR_EXISTS; break;
    case EACCES: case EPERM: case EROFS: code = PATAL_DB_ERROR_READ_ONLY; break;
    case ENOSPC: case EDQUOT: code = PATAL_DB_ERROR_FULL; break;
    default: code = PATAL_DB_ERROR_IO;
    }
  set_error (error, code, path, g_strerror (number));
}
