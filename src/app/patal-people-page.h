/* patal-people-page.h: the people of a place, with the posts they hold today
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-record-page.h"

G_BEGIN_DECLS

GtkWidget *patal_people_page_new (PatalDocument *document); /* a PatalRecordPage */

G_END_DECLS
