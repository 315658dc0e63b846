/* patal-legend.h: grounds that are told apart by shade and hatch, and what they stand for
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-canvas.h"

G_BEGIN_DECLS

typedef struct
{
  PatalInk   fill, line;
  PatalHatch hatch;
  double     width, gap; /* points: of the lines, and between those of the hatch */
} PatalLook;

void patal_look_draw (PatalCanvas *canvas, const PatalBox *box, const PatalLook *look);

typedef struct
{
  const char *text;
  PatalLook   look;
} PatalLegendItem;

/* Side by side from @x, @y on, in as many lines as @width asks for; a text wider than that is cut. @style: of the texts. Without a canvas it
 * is only measured. Gives its height. */
double patal_legend_draw (PatalCanvas *canvas, double x, double y, double width, const PatalLegendItem *items, guint n_items,
                          const PatalTextStyle *style, const PatalInk *ink);

G_END_DECLS
