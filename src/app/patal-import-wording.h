/* patal-import-wording.h: how the rows of an import's preview read
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-import-run.h"

G_BEGIN_DECLS

const char *patal_import_fate_word (PatalFate fate);

/* (transfer full): for each field of the import whether its values differ between the rows: a column that says the same in every row tells
 * nothing about one of them. After the preview, as what follows. */
gboolean *patal_import_telling_fields (PatalImportRun *run);

/* (transfer full): what the row is about: its names, the most particular one first, then its other values. */
char *patal_import_row_content (PatalImportRun *run, guint row, const gboolean *telling);

/* (transfer full): why it is refused or doubtful, "" where it is neither; what a doubtful one may be the same as is read by @reader. */
char *patal_import_row_reason (PatalImportRun *run, guint row, PatalDb *reader);

G_END_DECLS
