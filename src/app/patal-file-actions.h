/* patal-file-actions.h: what the menu and the keys do with the file of a window: undo, import, export, print, copies
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-window.h"

G_BEGIN_DECLS

void patal_file_actions_add (PatalWindow *window); /* the window enables those that make sense */

G_END_DECLS
