/* patal-bars.h: a chart as ranked bars: which block is first, which last, and by how much
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-canvas.h"
#include "patal-chart.h"
#include "patal-words.h"

G_BEGIN_DECLS

/* Colours of the ground that it is drawn on: the theme's on the screen, black on white on paper. */
typedef struct
{
  PatalInk ground, ink, grid, bar;
} PatalPen;
extern const PatalPen patal_pen_paper;

/* In @box, whose size decides how large letters and bars are: the same chart at all sizes. Bars stand in the order of their values, the
 * largest first; values are written behind them. A bar's parts are told apart by shade and by hatch: in black and white, and by eyes
 * that see few colours. Where there are more bars than can be read, the last line says how many are left out: none is hidden
 * silently. @words are those of the chart's language. The ground is not painted. */
void patal_bars_draw (PatalCanvas *canvas, const PatalBox *box, const PatalChart *chart, const PatalWords *words, const PatalPen *pen);

G_END_DECLS
