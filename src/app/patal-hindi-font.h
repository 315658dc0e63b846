/* patal-hindi-font.h: whether this computer can show Hindi
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

/* Says once in this run, over @window, which package to install where no font has Devanagari letters. */
void patal_hindi_font_check (GtkWindow *window);

G_END_DECLS
