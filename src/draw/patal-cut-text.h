/* patal-cut-text.h: text that must stand in a box, however long it is
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-paragraph.h"

G_BEGIN_DECLS

/* (transfer full): @text in the largest size from the style's down to @smallest_pt in which it stands in @width by @height; where none does,
 * as much of it as stands there in @smallest_pt, and "…" behind it. *@out_cut (nullable) says so. */
PatalParagraph *patal_cut_text (const char *text, const PatalTextStyle *style, double width, double height, double smallest_pt,
                                gboolean *out_cut);

/* (transfer full): the first @n characters of @text, which is UTF-8, less what would part an akshara and less spaces, and "…" behind them. */
char *patal_cut_after (const char *text, glong n);

G_END_DECLS
