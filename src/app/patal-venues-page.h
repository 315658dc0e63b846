/* patal-venues-page.h: the training venues of a place
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-record-page.h"

G_BEGIN_DECLS

GtkWidget *patal_venues_page_new (PatalDocument *document); /* a PatalRecordPage */

G_END_DECLS
