/* patal-wait-page.h: what a window shows while something is under way that must end before a file is shown
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_WAIT_PAGE (patal_wait_page_get_type ())
G_DECLARE_FINAL_TYPE (PatalWaitPage, patal_wait_page, PATAL, WAIT_PAGE, AdwBin)

void patal_wait_page_say       (PatalWaitPage *page, const char *sentence); /* how far it is is not known yet */
void patal_wait_page_set_share (PatalWaitPage *page, double share);

G_END_DECLS
