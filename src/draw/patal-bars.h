/* patal-bars.h: a chart of ranked bars: which block is first, which last, and by how much
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-canvas.h"
#include "patal-table.h"
#include "patal-words.h"

G_BEGIN_DECLS

typedef struct
{
  const char *label;
  gint64      value;
  gboolean    marked;  /* hatched: told apart in black and white */
} PatalBar;

/* What a chart shows; words in the document's language. */
typedef struct
{
  const char     *title, *place, *unit_line, *as_on_line; /* (nullable) */
  const char     *mark;        /* (nullable): what the marked bars are, for the legend */
  PatalColumnType type;        /* INTEGER, MONEY or PERCENT: how values are written */
  PatalMoneyUnit  money_unit;
  const PatalWords *words;     /* of the document's language */
  const PatalBar *bars;        /* in any order */
  guint           n_bars;
} PatalBars;

/* Colours of the ground that it is drawn on: the theme's on the screen, black on white on paper. */
typedef struct
{
  PatalInk ink, grid, bar;
} PatalPen;
extern const PatalPen patal_pen_paper;

/* In @box, whose size decides how large letters and bars are: the same chart at all sizes. Bars stand in the order of their values, the
 * largest first, equal ones in the order given; values are written behind them. Where bars would be too thin to read, the last line
 * says how many are left out: none is hidden silently. */
void patal_bars_draw (PatalCanvas *canvas, const PatalBox *box, const PatalBars *bars, const PatalPen *pen);

G_END_DECLS
