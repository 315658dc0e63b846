/* patal-plan-window.h: planning a training in a few steps: what, who, which days; the plan is seen before it is taken
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include "patal-training.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_PLAN_WINDOW (patal_plan_window_get_type ())
G_DECLARE_FINAL_TYPE (PatalPlanWindow, patal_plan_window, PATAL, PLAN_WINDOW, AdwWindow)

/* @prepared: (nullable): what the steps begin with, copied: one from patal_saturation_mop_up(), or one of the file that is planned afresh. */
void patal_plan_window_show (GtkWidget *asked_from, PatalDocument *document, const PatalTraining *prepared);

G_END_DECLS
