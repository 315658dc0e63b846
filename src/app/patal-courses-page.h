/* patal-courses-page.h: the courses of an office
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-record-page.h"

G_BEGIN_DECLS

GtkWidget *patal_courses_page_new (PatalDocument *document); /* a PatalRecordPage: of no place */

G_END_DECLS
