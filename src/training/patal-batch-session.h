/* patal-batch-session.h: the hours of a batch, where they are not those of its module
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch.h"

G_BEGIN_DECLS

/* (transfer full) (element-type PatalSession): its own by day and time, with their trainers; empty where those of its module hold. */
GPtrArray *patal_batch_sessions     (PatalDb *db, gint64 batch, GError **error);
/* Inside an edit: its own are @sessions (element-type PatalSession), none of them: its module's hold again. Gives ids to those that have none.
 * SESSION_DAY: one lies on a day that the batch has not; SESSION_OVERLAP: one begins before another of its day ends; FROZEN (PATAL_DB_ERROR). */
gboolean   patal_batch_sessions_put (PatalDb *db, gint64 batch, GPtrArray *sessions, GError **error);

G_END_DECLS
