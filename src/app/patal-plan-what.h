/* patal-plan-what.h: the first questions of planning a training: course, year, place, days, size of a batch
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include "patal-training.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_PLAN_WHAT (patal_plan_what_get_type ())
G_DECLARE_FINAL_TYPE (PatalPlanWhat, patal_plan_what, PATAL, PLAN_WHAT, AdwBin)

GtkWidget *patal_plan_what_new (PatalDocument *document);

/* Shows @training, whose course is 0 where none is meant yet; of one that is in the file the course stays. FALSE: there is no course to choose. */
gboolean patal_plan_what_show (PatalPlanWhat *what, const PatalTraining *training);
/* FALSE: something is not right; it says so itself, and takes the focus. */
gboolean patal_plan_what_read (PatalPlanWhat *what, PatalTraining *training);

G_END_DECLS
