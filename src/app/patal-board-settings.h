/* patal-board-settings.h: what boards say that no work has: contacts, schemes, wage rates; the checklist of work files, and the templates
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_BOARD_SETTINGS (patal_board_settings_get_type ())
G_DECLARE_FINAL_TYPE (PatalBoardSettings, patal_board_settings, PATAL, BOARD_SETTINGS, AdwPreferencesWindow)

/* Opens the window over that of @asked_from. */
void patal_board_settings_show (GtkWidget *asked_from, PatalDocument *document);

G_END_DECLS
