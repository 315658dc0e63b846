/* patal-daily-backup.h: the copy that the first opening of a day makes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"

G_BEGIN_DECLS

/* Makes today's copy of @document, which can be written, unless there is one; what went wrong it complains of. */
void patal_daily_backup_make (PatalDocument *document);

G_END_DECLS
