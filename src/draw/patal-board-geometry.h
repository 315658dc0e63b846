/* patal-board-geometry.h: how a board is divided
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-board-plan.h"

G_BEGIN_DECLS

/* (transfer full): sealed. Of @form's values nothing is looked at. */
PatalBoardPlan *patal_board_plan_make (const PatalForm *form, double width_mm, double height_mm);

G_END_DECLS
