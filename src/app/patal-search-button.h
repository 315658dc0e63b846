/* patal-search-button.h: search over everything: a button that opens an entry with results as typed, grouped by kind
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Choosing a result activates win.show-record with its kind and id. */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_SEARCH_BUTTON (patal_search_button_get_type ())
G_DECLARE_FINAL_TYPE (PatalSearchButton, patal_search_button, PATAL, SEARCH_BUTTON, AdwBin)

void patal_search_button_set_document (PatalSearchButton *button, PatalDocument *document); /* (nullable) */
void patal_search_button_popup        (PatalSearchButton *button);

G_END_DECLS
