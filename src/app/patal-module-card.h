/* patal-module-card.h: one module of a course in a form: its days, its team, its subjects, and its session plan
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals: changed (), by the user; removed (), its button was pressed. */
#pragma once
#include "patal-course.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_MODULE_CARD (patal_module_card_get_type ())
G_DECLARE_FINAL_TYPE (PatalModuleCard, patal_module_card, PATAL, MODULE_CARD, AdwBin)

/* @subjects: (element-type PatalSubject), read at once. */
GtkWidget   *patal_module_card_new  (const PatalModule *module, const GPtrArray *subjects);

/* (transfer full): NULL where a field is not right: it says so itself. */
PatalModule *patal_module_card_read (PatalModuleCard *card);

G_END_DECLS
