/* patal-demo.h: the demonstration: a district that does not exist
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Songarh in Chhattisgarh, made up by us: data/demo has its lists. Its codes begin with 99, its mobiles with
 * 69999. */
#pragma once
#include "patal-edit.h"

G_BEGIN_DECLS

/* Fills a file that was just made with PATAL_DESK_DEMO, in some edits of its own. Two files filled by the
 * same program are the same, byte for byte. The journal's clock and name stay those of the demonstration
 * until the file is closed. On FALSE it is half filled: throw it away. */
gboolean patal_demo_fill (PatalDb *db, const PatalProgress *progress, GError **error);

/* When the last of these edits is made, in seconds UTC: a concern that goes on does so from there, a step an edit. */
#define PATAL_DEMO_STEP (15 * 60)
#define PATAL_DEMO_FILLED_AT (G_GINT64_CONSTANT (1775021400) + 5 * PATAL_DEMO_STEP) /* 1 April 2026, a quarter past 12 in the office */

G_END_DECLS
