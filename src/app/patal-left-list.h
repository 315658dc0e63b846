/* patal-left-list.h: who exactly is left for a course, and why; of one block or of all, and for one reason or for any
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-saturation-scene.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_LEFT_LIST (patal_left_list_get_type ())
G_DECLARE_FINAL_TYPE (PatalLeftList, patal_left_list, PATAL, LEFT_LIST, AdwBin)

GtkWidget *patal_left_list_new (void);

/* @scene: (transfer none) (nullable): read as long as it is shown. @place: of its blocks; 0: all. */
void patal_left_list_set_scene (PatalLeftList *list, const PatalSaturationScene *scene, gint64 place);

G_END_DECLS
