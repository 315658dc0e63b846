/* patal-unit-map.h: gram panchayats as dots, coloured by block
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property "selected" (gint64): the unit chosen, 0 for none. Keys: arrows move, + and - zoom, 0 shows all. The list of the same page is its
 * twin for the keyboard and for screen readers. */
#pragma once
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PATAL_TYPE_UNIT_MAP (patal_unit_map_get_type ())
G_DECLARE_FINAL_TYPE (PatalUnitMap, patal_unit_map, PATAL, UNIT_MAP, GtkWidget)

GtkWidget *patal_unit_map_new (PatalDocument *document);

void   patal_unit_map_set_scope    (PatalUnitMap *map, gint64 scope); /* 0: all */
void   patal_unit_map_set_selected (PatalUnitMap *map, gint64 unit);
gint64 patal_unit_map_get_selected (PatalUnitMap *map);
void   patal_unit_map_zoom         (PatalUnitMap *map, int steps); /* > 0: nearer */
void   patal_unit_map_fit          (PatalUnitMap *map);

G_END_DECLS
