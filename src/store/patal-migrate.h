/* patal-migrate.h: the steps that bring a file's schema to this program's
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Step n takes a file from schema n - 1 to n. Tests bring steps of their own. */
#pragma once
#include "patal-file.h"

G_BEGIN_DECLS

typedef struct
{
  const char *const *steps; /* SQL, n_steps of them; a step has no BEGIN, COMMIT or PRAGMA user_version */
  int                n_steps;
} PatalSchema;

/* What this program was built with: data/migrations. (transfer none) */
const PatalSchema *patal_schema_own (void);

/* A value that two files share exactly when their tables, indexes, triggers and views were written alike; of what
 * @schema's steps make (transfer full), and of the file as it is. */
char *patal_schema_fingerprint (const PatalSchema *schema, int n_steps);
char *patal_db_fingerprint     (PatalDb *db, GError **error);

/* Where the copy goes that is made before a file of schema @version is migrated; (transfer full). */
char *patal_migrate_backup_path (const char *path, int version);

/* Makes the copy, then runs what is missing, each step in a transaction of its own. */
gboolean patal_migrate (PatalDb *db, const PatalSchema *schema, const PatalProgress *progress, GError **error);

/* patal_file_open() and _create() with another schema. */
PatalDb *patal_file_create_with (const char *path, guint desk, const PatalSearchSource *const *searched,
                                 const PatalSchema *schema, GError **error);
PatalDb *patal_file_open_with   (const char *path, PatalFileMode mode, const PatalSearchSource *const *searched,
                                 const PatalSchema *schema, const PatalProgress *progress, GError **error);

G_END_DECLS
