/* patal-cost-list.h: what a batch cost, by head, and whether it is within its ceiling
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch-sheet.h"
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_COST_LIST (patal_cost_list_get_type ())
G_DECLARE_FINAL_TYPE (PatalCostList, patal_cost_list, PATAL, COST_LIST, AdwBin)

GtkWidget *patal_cost_list_new          (PatalDocument *document);
/* (nullable): kept by the caller until another one is shown. */
void       patal_cost_list_show         (PatalCostList *list, const PatalBatchSheet *sheet);
void       patal_cost_list_set_editable (PatalCostList *list, gboolean editable);

G_END_DECLS
