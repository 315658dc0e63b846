/* patal-plan-blocks.h: a plan block by block: how many batches for how many people, and on which days, as figures and as a strip of days
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: chosen (int block), of the plan's problem; -1: none. */
#pragma once
#include "patal-plan-deed.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_PLAN_BLOCKS (patal_plan_blocks_get_type ())
G_DECLARE_FINAL_TYPE (PatalPlanBlocks, patal_plan_blocks, PATAL, PLAN_BLOCKS, AdwBin)

GtkWidget *patal_plan_blocks_new (void);

/* @deed: (transfer none) (nullable): read as long as it is shown. */
void patal_plan_blocks_set_deed (PatalPlanBlocks *blocks, const PatalPlanDeed *deed);

G_END_DECLS
