/* patal-trainings-page.h: the trainings of a place, with how far each is
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-record-page.h"

G_BEGIN_DECLS

GtkWidget *patal_trainings_page_new       (PatalDocument *document); /* a PatalRecordPage */
void       patal_trainings_page_set_scope (GtkWidget *page, gint64 unit, const char *name); /* @name: (nullable) */

G_END_DECLS
