/* patal-scope-list.h: the sidebar's list of places: all, then states, districts and blocks as the file has them
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property "scope" (gint64): the unit chosen, 0 for all. */
#pragma once
#include "patal-document.h"
#include "patal-unit.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_SCOPE_LIST (patal_scope_list_get_type ())
G_DECLARE_FINAL_TYPE (PatalScopeList, patal_scope_list, PATAL, SCOPE_LIST, AdwBin)

void        patal_scope_list_set_document (PatalScopeList *list, PatalDocument *document); /* once */
gint64      patal_scope_list_get_scope    (PatalScopeList *list);
void        patal_scope_list_set_scope    (PatalScopeList *list, gint64 scope); /* shown once its level is open; unknown: all */
char       *patal_scope_list_name         (PatalScopeList *list, gint64 unit);  /* (transfer full) (nullable): of a block, district or state; 0: "All blocks" */
/* Whether the file has several of that level: TRUE only once it is known. */
gboolean    patal_scope_list_has_many     (PatalScopeList *list, PatalLevel level);

G_END_DECLS
