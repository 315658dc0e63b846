/* patal-record.h: a record: its row, and the rows of other tables that are parts of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-db.h"

G_BEGIN_DECLS

typedef struct
{
  const char *table; /* a literal */
  gint64      id;
  const char *parts; /* (nullable): a query, a literal: id and table of each part of the record ?1 */
} PatalRecord;

/* (transfer full) (element-type PatalRecord): the record's row and those of its parts, as they stand. */
GArray *patal_record_rows (PatalDb *db, const PatalRecord *record, GError **error);

G_END_DECLS
