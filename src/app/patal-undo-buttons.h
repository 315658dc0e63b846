/* patal-undo-buttons.h: undo and redo in the header; each says what it would do
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PATAL_TYPE_UNDO_BUTTONS (patal_undo_buttons_get_type ())
G_DECLARE_FINAL_TYPE (PatalUndoButtons, patal_undo_buttons, PATAL, UNDO_BUTTONS, GtkBox)

void patal_undo_buttons_set_document (PatalUndoButtons *buttons, PatalDocument *document); /* @document (nullable) */

G_END_DECLS
