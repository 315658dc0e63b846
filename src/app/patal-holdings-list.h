/* patal-holdings-list.h: the posts of one place, and who holds them: vacant ones and additional charges marked
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_HOLDINGS_LIST (patal_holdings_list_get_type ())
G_DECLARE_FINAL_TYPE (PatalHoldingsList, patal_holdings_list, PATAL, HOLDINGS_LIST, AdwBin)

void patal_holdings_list_set_document (PatalHoldingsList *list, PatalDocument *document); /* once */
void patal_holdings_list_set_unit     (PatalHoldingsList *list, gint64 unit);             /* 0: none */

G_END_DECLS
