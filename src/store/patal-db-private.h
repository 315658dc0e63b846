/* patal-db-private.h: the inside of a connection, for the files of this room
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-bulk.h"
#include "patal-edit.h"
#include "patal-lock.h"
#include "patal-search.h"
#include "patal-file.h"

G_BEGIN_DECLS

#define PATAL_APPLICATION_ID 0x50544C31
#define PATAL_DESK_BITS 22
#define PATAL_COUNTER_BITS 41
#define PATAL_DESK_MAX ((1u << PATAL_DESK_BITS) - 1)

/* Keys of the table meta that the store itself uses. */
#define PATAL_META_DESK "desk"
#define PATAL_META_COUNTER "counter"     /* the last one given out */
#define PATAL_META_SEARCHED "searched"   /* what the search index was built by */

typedef struct /* where the statement of a literal was found last */
{
  const char *sql;
  gpointer    statement;
} PatalRecent;

struct _PatalDb
{
  sqlite3     *handle;
  char        *path;         /* real and absolute */
  gboolean     read_only;
  int          place_fd;     /* the file itself, under whatever name; -1: it could not be had */
  PatalLock   *lock;         /* (nullable): of the writer */
  GThread     *thread;       /* who uses it; NULL until the first use */
  GHashTable  *statements;   /* SQL → Statement, of patal-db.c */
  GHashTable  *kept;         /* sqlite3_stmt → Statement: the same ones */
  PatalRecent  recent[32];
  char        *who;
  gint64       clock;        /* 0: the machine's */
  guint        desk;
  gint64       counter;
  gint64       counter_saved; /* what the file knows of it */
  gboolean     in_edit;
  gboolean     in_transaction;
  int          taken_back;   /* why SQLite ended the transaction by itself; 0: it did not */
  GStrv        tracked;      /* names of the tables that changesets hold */
  GCancellable *cancellable;
  const PatalSearchSource *const *searched; /* (nullable) */
  GArray      *feeds;        /* of patal-search-index.c, (nullable) */
  const PatalBulk *bulk;     /* (nullable): whose rows a statement reads just now */
  PatalChangedFunc changed;
  gpointer     changed_data;
};

/* A connection around @handle, which it takes. */
PatalDb *patal_db_new (sqlite3 *handle, const char *path, gboolean read_only);

/* Nobody's from now on: the next thread that uses it has it. */
void patal_db_hand_over (PatalDb *db);

/* Changes rows outside of an edit: the store's own tables, pragmas, BEGIN and COMMIT. */
gboolean patal_db_run_own (PatalDb *db, const char *sql, const PatalValue *args, GError **error);

/* The table patal_bulk of a connection; an SQLite code. And patal_bulk_run() outside of an edit, as above. */
int      patal_bulk_register (PatalDb *db);
gboolean patal_bulk_run_own  (PatalBulk *bulk, const char *sql, GError **error);

/* Several statements, not kept. */
gboolean patal_db_script (PatalDb *db, const char *sql, GError **error);

/* BEGIN IMMEDIATE; what it takes back never fails. Where SQLite itself takes a transaction back (a full or failing disk, a
 * cancelled statement), patal_db_run_own() refuses from then on until the rollback: else each would be a change of its own. */
gboolean patal_db_begin    (PatalDb *db, GError **error);
gboolean patal_db_commit   (PatalDb *db, GError **error);
void     patal_db_rollback (PatalDb *db);

/* Statements that still run or wait would keep a transaction, or a file, open. */
void patal_db_forget_statements (PatalDb *db);

/* The one place where SQLite's codes become our sentences: of the last call on @db that failed with @code. */
void patal_db_fail        (PatalDb *db, int code, GError **error);
void patal_db_fail_handle (sqlite3 *handle, const char *path, int code, GError **error);
/* The same of a call to the system; @number is errno. */
void patal_db_fail_errno  (const char *path, int number, GError **error);

G_END_DECLS
