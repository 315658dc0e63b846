/* board-template-commands.h: board-template
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-call.h"

G_BEGIN_DECLS
int patal_board_template_run (PatalCall *call);
G_END_DECLS
