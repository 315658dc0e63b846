/* patal-scope-item.h: one place of the sidebar's tree
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-unit.h"
#include <gio/gio.h>

G_BEGIN_DECLS

#define PATAL_TYPE_SCOPE_ITEM (patal_scope_item_get_type ())
G_DECLARE_FINAL_TYPE (PatalScopeItem, patal_scope_item, PATAL, SCOPE_ITEM, GObject)

PatalScopeItem *patal_scope_item_new (gint64 id, gint64 parent, const char *name, guint n_gps);

gint64      patal_scope_item_id       (PatalScopeItem *item); /* 0: all */
gint64      patal_scope_item_parent   (PatalScopeItem *item); /* 0: none */
const char *patal_scope_item_name     (PatalScopeItem *item);
guint       patal_scope_item_n_gps    (PatalScopeItem *item);
GListStore *patal_scope_item_children (PatalScopeItem *item); /* (transfer none): made when first asked for */
gboolean    patal_scope_item_is_leaf  (PatalScopeItem *item);

G_END_DECLS
