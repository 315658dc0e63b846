/* patal-desk-demo.h: the demonstration as a whole, put together from what each concern has of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-demo.h"

G_BEGIN_DECLS

/* Fills a file that was just made with PATAL_DESK_DEMO; as patal_demo_fill(), then works, boards and work files, then trainings. */
gboolean patal_desk_fill_demo (PatalDb *db, const PatalProgress *progress, GError **error);

G_END_DECLS
