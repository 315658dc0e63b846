/* patal-bulk.h: many rows for one statement
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A statement that writes a single row spends more time on beginning and ending than on the row. So whoever writes thousands
 * gathers them here, and has them written together: "INSERT INTO venue (id, unit) SELECT c0, c1 FROM patal_bulk" takes the
 * rows in the order in which they were added. */
#pragma once
#include "patal-db.h"

G_BEGIN_DECLS

#define PATAL_BULK_COLUMNS 16   /* at most: c0 to c15 */
#define PATAL_BULK_ROWS    2048 /* enough that gathering more gains nothing */

typedef struct _PatalBulk PatalBulk;

PatalBulk *patal_bulk_new  (PatalDb *db, guint n_columns);
void       patal_bulk_free (PatalBulk *bulk); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalBulk, patal_bulk_free)

void  patal_bulk_add    (PatalBulk *bulk, const PatalValue *args); /* n_columns of them, copied; no PATAL_BYTES */
guint patal_bulk_n_rows (PatalBulk *bulk);
void  patal_bulk_clear  (PatalBulk *bulk);

/* patal_db_run() on the rows, which stay: one after the other, several statements may have them. Inside an edit. */
gboolean patal_bulk_run (PatalBulk *bulk, const char *sql, GError **error);

G_END_DECLS
