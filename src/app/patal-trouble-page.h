/* patal-trouble-page.h: a file that cannot be shown: what is wrong, in words, and what can be done about it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_TROUBLE_PAGE (patal_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (PatalTroublePage, patal_trouble_page, PATAL, TROUBLE_PAGE, AdwBin)

GtkWidget *patal_trouble_page_new (void);

/* @error: why the file at @path could not be opened. The newest good backup of one that is
 * damaged, gone, or unrecognisable is looked for and offered; of a damaged one also a copy that lies elsewhere. */
void patal_trouble_page_show (PatalTroublePage *page, const char *path, const GError *error);

G_END_DECLS
