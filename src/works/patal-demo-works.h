/* patal-demo-works.h: the works of the demonstration district
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-edit.h"

G_BEGIN_DECLS

/* About ten for each gram panchayat, in all states of progress, with boards and, in one block, work files; in edits of their own, after
 * patal_demo_fill(), on the same clock and by the same rules: two files are the same, byte for byte. */
gboolean patal_demo_works_fill (PatalDb *db, const PatalProgress *progress, GError **error);

G_END_DECLS
