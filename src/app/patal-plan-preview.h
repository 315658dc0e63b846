/* patal-plan-preview.h: a plan that was found, before it is taken: in sentences, on the map, block by block
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-deed.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_PLAN_PREVIEW (patal_plan_preview_get_type ())
G_DECLARE_FINAL_TYPE (PatalPlanPreview, patal_plan_preview, PATAL, PLAN_PREVIEW, AdwBin)

GtkWidget *patal_plan_preview_new (void);

/* @deed: (transfer none) (nullable): read as long as it is shown. */
void patal_plan_preview_set_deed (PatalPlanPreview *preview, const PatalPlanDeed *deed);

G_END_DECLS
