/* patal-batch-colours.h: how a batch is painted in the calendar: by what became of it, in the light and in the dark
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch-scene.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  GdkRGBA fill, edge, ink; /* @ink on @fill: at least 4.5 to 1 */
} PatalBatchColours;

PatalBatchColours patal_batch_colours (PatalBatchStatus status, gboolean dark);

/* A bar or chip with its marks: a red edge and corner where something is wrong, a pin where it is pinned. @text: the first of these (NULL at the end) that
 * fits whole is written; none, rather than half of one. */
void patal_batch_colours_draw (cairo_t *cr, PangoLayout *layout, const PatalSceneBar *bar, const graphene_rect_t *box, const char *const *texts, gboolean dark);

/* Stripes over days that are closed. */
void patal_batch_colours_hatch (cairo_t *cr, const graphene_rect_t *box, gboolean dark);

/* What is wrong in general: red that can be read in the light and in the dark. */
GdkRGBA patal_batch_colours_wrong (gboolean dark);

G_END_DECLS
