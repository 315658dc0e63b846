/* patal-plan-who.h: which trainers and which venues take part in a training
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include "patal-training.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_PLAN_WHO (patal_plan_who_get_type ())
G_DECLARE_FINAL_TYPE (PatalPlanWho, patal_plan_who, PATAL, PLAN_WHO, AdwBin)

GtkWidget *patal_plan_who_new (PatalDocument *document);

/* Shows the trainers who can teach a module of the training's course, and the venues of its place; with ticks but for those whom its limits leave out. */
void patal_plan_who_show (PatalPlanWho *who, const PatalTraining *training);
/* Puts who is without a tick into the limits of @training, instead of those of the same sort. */
void patal_plan_who_read (PatalPlanWho *who, PatalTraining *training);

G_END_DECLS
