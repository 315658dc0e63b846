/* patal-turn-bar.h: how far an undo or redo is that lasts, with the button that stops it
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Seen only while there is something to wait for. The button's action is "win.stop-turning". */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_TURN_BAR (patal_turn_bar_get_type ())
G_DECLARE_FINAL_TYPE (PatalTurnBar, patal_turn_bar, PATAL, TURN_BAR, AdwBin)

void patal_turn_bar_set_document (PatalTurnBar *bar, PatalDocument *document); /* (nullable): none is open */

G_END_DECLS
