/* patal-material-list.h: the main materials of a work: name, quantity and amount of each, in rows
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The last row is always empty: whoever types into it finds another below. A row of which everything is taken away is no material.
 * Signals: edited () something was typed; entered () Enter was pressed. */
#pragma once
#include "patal-work.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_MATERIAL_LIST (patal_material_list_get_type ())
G_DECLARE_FINAL_TYPE (PatalMaterialList, patal_material_list, PATAL, MATERIAL_LIST, AdwBin)

void       patal_material_list_set_materials (PatalMaterialList *list, const GPtrArray *materials); /* (nullable) (element-type PatalMaterial) */

/* *@out (transfer full) (nullable): as typed. On FALSE it is untouched; @error: PATAL_WORK_ERROR_MATERIAL or PATAL_VALUE_ERROR. */
gboolean   patal_material_list_read (PatalMaterialList *list, GPtrArray **out, GError **error);

/* (transfer full): all that is typed, so that it can be put back, right or wrong. */
GStrv      patal_material_list_get_typed (PatalMaterialList *list);
void       patal_material_list_set_typed (PatalMaterialList *list, const char *const *typed);

void       patal_material_list_set_error (PatalMaterialList *list, const char *error); /* (nullable) */

G_END_DECLS
