/* patal-place-button.h: which place a list is of: all, a block, or a gram panchayat by the beginning of its name
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property "place" (gint64): a unit, 0 for all. */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_PLACE_BUTTON (patal_place_button_get_type ())
G_DECLARE_FINAL_TYPE (PatalPlaceButton, patal_place_button, PATAL, PLACE_BUTTON, AdwBin)

void   patal_place_button_set_document (PatalPlaceButton *button, PatalDocument *document); /* once */
gint64 patal_place_button_get_place    (PatalPlaceButton *button);
void   patal_place_button_set_place    (PatalPlaceButton *button, gint64 unit);
char  *patal_place_button_get_name     (PatalPlaceButton *button); /* (transfer full): as it is shown */

G_END_DECLS
