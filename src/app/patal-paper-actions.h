/* patal-paper-actions.h: win.papers (xx): the papers of a training, and of a batch of it (0: of all)
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-window.h"

G_BEGIN_DECLS

void patal_paper_actions_add (PatalWindow *window);

G_END_DECLS
