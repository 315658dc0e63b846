/* patal-edit-toasts.h: a passing line for each edit of a file, with the button that takes it back
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_EDIT_TOASTS (patal_edit_toasts_get_type ())
G_DECLARE_FINAL_TYPE (PatalEditToasts, patal_edit_toasts, PATAL, EDIT_TOASTS, GObject)

/* Says in @overlay what @document tells of its edits, until it is let go of; the line that still shows goes with it. */
PatalEditToasts *patal_edit_toasts_new (AdwToastOverlay *overlay, PatalDocument *document);

G_END_DECLS
