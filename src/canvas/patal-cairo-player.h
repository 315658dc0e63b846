/* patal-cairo-player.h: a canvas on Cairo: the screen, the printer, PNG and SVG
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-canvas.h"

G_BEGIN_DECLS

extern const PatalPlayer patal_cairo_player;

/* The canvas that draws on @cr, in whose user space one unit is a point; lives as long as the block it stands in. */
#define PATAL_CANVAS_CAIRO(cr) (&(PatalCanvas) { .player = &patal_cairo_player, .target = (cr) })

G_END_DECLS
