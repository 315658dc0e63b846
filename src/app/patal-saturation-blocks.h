/* patal-saturation-blocks.h: how far a course has come, block by block, with the whole above them; one of them may be chosen
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: chosen (gint64 place); 0: all. Not while a scene is being set. */
#pragma once
#include "patal-saturation-scene.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_SATURATION_BLOCKS (patal_saturation_blocks_get_type ())
G_DECLARE_FINAL_TYPE (PatalSaturationBlocks, patal_saturation_blocks, PATAL, SATURATION_BLOCKS, AdwBin)

GtkWidget *patal_saturation_blocks_new (void);

/* @chosen: the place to choose; where it is not among them, all are. */
void   patal_saturation_blocks_set_scene  (PatalSaturationBlocks *blocks, const PatalSaturationScene *scene, gint64 chosen);
gint64 patal_saturation_blocks_get_chosen (PatalSaturationBlocks *blocks); /* 0: all */

G_END_DECLS
