/* patal-board-record-private.h: what the files of board records share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-board-record.h"

G_BEGIN_DECLS

/* Whether work @w has begun on @day, an expression that gives YYYY-MM-DD: then a board is due. A status without a day of beginning is believed. */
#define PATAL_SQL_WORK_BEGUN(w, day) \
  "(" w ".start_day <= " day " OR " w ".start_day IS NULL AND " w ".status IN ('ongoing', 'completed'))"

/* What is said on @day of the board @b of work @w, which is NULL where there is none: each work is one of them, or NULL as it needs none. */
#define PATAL_SQL_BOARD_STATE(w, b, day) \
  "CASE WHEN " b ".built_on <= " day " THEN" \
  "  CASE WHEN " b ".correct = 'pending' OR " b ".seen_on > " day " THEN 'unseen' WHEN " b ".correct = 'yes' THEN 'correct' ELSE 'wrong' END" \
  " WHEN " PATAL_SQL_WORK_BEGUN (w, day) " THEN 'missing' END"

guint32 patal_board_defects_read  (const char *text);    /* of the file: codes, a line each; (nullable) */
char   *patal_board_defects_write (guint32 defects);     /* (transfer full): NULL for none */

G_END_DECLS
