/* patal-db.h: one connection to a district's file: questions, and changes inside an edit
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A connection belongs to one thread at a time. The writing one belongs to a PatalWorker (or to the command line); the window's
 * main thread has a reading one, for list rows. Files are opened and made by patal-file.h. */
#pragma once
#include "patal-label.h"
#include "patal-progress.h"
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _PatalDb PatalDb;

/* The message is a whole sentence in the user's language that says what is wrong, where, and what to do. */
#define PATAL_DB_ERROR (patal_db_error_quark ())
GQuark patal_db_error_quark (void);
typedef enum
{
  PATAL_DB_ERROR_NOT_FOUND,  /* no such file, or no such record any more */
  PATAL_DB_ERROR_EXISTS,     /* a file of that name is there already */
  PATAL_DB_ERROR_MOVED,      /* moved, renamed or deleted while it was open; nothing was changed: see patal-whereabouts.h */
  PATAL_DB_ERROR_NOT_OURS,   /* not a district's file */
  PATAL_DB_ERROR_NEWER,      /* made by a newer version; untouched */
  PATAL_DB_ERROR_DAMAGED,    /* never written to; offer the newest good backup */
  PATAL_DB_ERROR_LOCKED,     /* open for writing in another window or program */
  PATAL_DB_ERROR_READ_ONLY,  /* the place or the file cannot be written */
  PATAL_DB_ERROR_NETWORK,    /* a network share: WAL is not safe there */
  PATAL_DB_ERROR_FULL,       /* disk full; nothing was changed */
  PATAL_DB_ERROR_CONSTRAINT, /* a rule of the file refuses the value (a caller checks before; this is the last guard) */
  PATAL_DB_ERROR_CONFLICT,   /* an undo, redo or merge meets later changes of the same rows */
  PATAL_DB_ERROR_FROZEN,     /* the record is frozen */
  PATAL_DB_ERROR_IO,         /* the disk fails, or anything else that SQLite reports */
} PatalDbError;

typedef struct
{
  int         type; /* SQLITE_INTEGER, _FLOAT, _TEXT, _BLOB or _NULL; 0 ends a list */
  gint64      integer;
  double      real;
  const char *text;  /* borrowed until the call returns; NULL is bound as NULL */
  const void *bytes;
  gsize       n_bytes;
} PatalValue;

#define PATAL_INT(v)      ((PatalValue) { .type = SQLITE_INTEGER, .integer = (v) })
#define PATAL_REAL(v)     ((PatalValue) { .type = SQLITE_FLOAT, .real = (v) })
#define PATAL_TEXT(v)     ((PatalValue) { .type = SQLITE_TEXT, .text = (v) })
#define PATAL_BYTES(v, n) ((PatalValue) { .type = SQLITE_BLOB, .bytes = (v), .n_bytes = (n) })
#define PATAL_NULL        ((PatalValue) { .type = SQLITE_NULL })
#define PATAL_INT_OR_NULL(v) ((v) != 0 ? PATAL_INT (v) : PATAL_NULL) /* for references and days: 0 is none */
#define PATAL_ARGS(...)   ((const PatalValue[]) { __VA_ARGS__, { .type = 0 } })
#define PATAL_NO_ARGS     NULL

/* The rows of a question. On the stack, with g_auto: its cleanup gives the statement back. */
typedef struct
{
  PatalDb      *db;
  sqlite3_stmt *stmt;  /* NULL when it could not even be prepared */
  GError       *error; /* the first one, kept until patal_rows_finish() */
} PatalRows;

/* @sql is a literal (statements are kept by its address' text); @args are ?1, ?2 …. */
PatalRows   patal_db_query    (PatalDb *db, const char *sql, const PatalValue *args);
gboolean    patal_rows_next   (PatalRows *rows);
gint64      patal_rows_int    (PatalRows *rows, int column); /* 0 for NULL */
double      patal_rows_real   (PatalRows *rows, int column);
gboolean    patal_rows_null   (PatalRows *rows, int column);
const char *patal_rows_text   (PatalRows *rows, int column); /* (nullable) (transfer none): until the next step */
GBytes     *patal_rows_bytes  (PatalRows *rows, int column); /* (transfer full) */
gboolean    patal_rows_finish (PatalRows *rows, GError **error); /* FALSE: it ended by an error, not by the last row */
void        patal_rows_clear  (PatalRows *rows);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalRows, patal_rows_clear)

/* One row, one value: TRUE and *@out where there is one; FALSE with NOT_FOUND where there is none. */
gboolean patal_db_int (PatalDb *db, const char *sql, const PatalValue *args, gint64 *out, GError **error);

/* Changes rows; only inside patal_db_edit(). */
gboolean patal_db_run (PatalDb *db, const char *sql, const PatalValue *args, GError **error);

/* An id for a new row, of any table: 22 bits of desk number, 41 bits of a counter that never goes back. Inside an edit. */
gint64 patal_db_new_id (PatalDb *db);
guint  patal_db_desk   (PatalDb *db);

const char *patal_db_path      (PatalDb *db);
gboolean    patal_db_read_only (PatalDb *db);
void        patal_db_set_who   (PatalDb *db, const char *who); /* whose name the journal gets; default: the login's */

/* While set, long SQL stops with G_IO_ERROR_CANCELLED once it is cancelled. NULL takes it away. */
void patal_db_set_cancellable (PatalDb *db, GCancellable *cancellable);

void patal_db_close (PatalDb *db); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalDb, patal_db_close)

G_END_DECLS
