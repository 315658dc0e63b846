/* patal-training-limit.h: the limits of trainings as rows of the file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-training.h"

G_BEGIN_DECLS

GPtrArray *patal_limits_new   (void);                                    /* (transfer full) (element-type PatalLimit) */
gboolean   patal_limits_read  (PatalDb *db, gint64 training, GPtrArray *out, GError **error);
gboolean   patal_limits_check (const PatalTraining *training, GError **error);
/* Inside an edit: the limits of the training are these; rows that are there stay the rows they are. */
gboolean   patal_limits_write (PatalDb *db, const PatalTraining *training, GError **error);

G_END_DECLS
