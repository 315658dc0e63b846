/* patal-work-private.h: what the files of works share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-work.h"

G_BEGIN_DECLS

/* Whether a material's name or quantity (nullable) is read back as it was written: without what parts them. */
gboolean patal_material_text_ok (const char *text);

gboolean patal_work_is_blank (const char *text); /* (nullable): nothing but spaces */

/* Inside an edit of a work, or of what is a part of it. FALSE: it is frozen (PATAL_DB_ERROR_FROZEN), or the file cannot be read. */
gboolean patal_work_editable (PatalDb *db, gint64 work, GError **error);

/* Calls @each for every work of the file, with its materials; @work is valid during the call. */
gboolean patal_work_each (PatalDb *db, void (*each) (const PatalWork *work, gpointer data), gpointer data, GError **error);

G_END_DECLS
