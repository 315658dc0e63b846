/* patal-inspect.h: whether a file is a sound one of ours, seen without changing it by a byte
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-migrate.h"

G_BEGIN_DECLS

/* By its first 100 bytes, without SQLite, which would already make files beside it. @size: of the file.
 * NOT_FOUND, NOT_OURS, NEWER, DAMAGED, IO. */
gboolean patal_inspect_header  (const char *path, const PatalSchema *schema, gint64 *size, GError **error);

/* By its schema; on a reading connection. @version: of its schema. NEWER, DAMAGED, IO. */
gboolean patal_inspect_schema  (PatalDb *db, const PatalSchema *schema, gint64 *version, GError **error);

/* Likewise and, where it is small, by all its pages. */
gboolean patal_inspect_content (PatalDb *db, const PatalSchema *schema, gint64 size, gint64 *version, GError **error);

G_END_DECLS
