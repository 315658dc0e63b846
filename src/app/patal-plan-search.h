/* patal-plan-search.h: looks for a plan of a training in the reading thread, shows how far it is
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: done (), once something was found, was not, or was stopped: then call patal_plan_search_take(). */
#pragma once
#include "patal-document.h"
#include "patal-plan-deed.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_PLAN_SEARCH (patal_plan_search_get_type ())
G_DECLARE_FINAL_TYPE (PatalPlanSearch, patal_plan_search, PATAL, PLAN_SEARCH, AdwBin)

GtkWidget *patal_plan_search_new (PatalDocument *document);

/* @steps: PATAL_PLAN_STEPS_QUICK … @training is copied. */
void patal_plan_search_start (PatalPlanSearch *search, const PatalTraining *training, guint64 steps);
/* The training in the file with this id, again. */
void patal_plan_search_start_again (PatalPlanSearch *search, gint64 training, guint64 steps);
void patal_plan_search_stop  (PatalPlanSearch *search);

/* (transfer full): NULL with the errors of patal_plan_deed_find(), _find_again(). */
PatalPlanDeed *patal_plan_search_take (PatalPlanSearch *search, GError **error);

G_END_DECLS
