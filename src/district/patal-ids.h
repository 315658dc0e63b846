/* patal-ids.h: the ids of a list, in order
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-db.h"

G_BEGIN_DECLS

typedef enum { PATAL_IDS_FORWARDS, PATAL_IDS_BACKWARDS } PatalIdsOrder;

/* (transfer full) (element-type gint64): the first column of @sql. A descending list is the ascending one read backwards, so that each
 * order needs one statement. */
GArray *patal_ids_read (PatalDb *db, const char *sql, const PatalValue *args, PatalIdsOrder order, GError **error);

void patal_ids_turn_round (GArray *ids);

G_END_DECLS
