/* patal-plan-outcome-private.h: an outcome that is being made
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-plan-outcome.h"

G_BEGIN_DECLS

/* @clusters (transfer full); nothing has an id yet. */
PatalPlanOutcome *patal_plan_outcome_begin (const PatalPlanFiles *files, PatalClusters *clusters);
void              patal_plan_outcome_note  (PatalPlanOutcome *outcome, const char *code, const char *id, const char *text);

G_END_DECLS
