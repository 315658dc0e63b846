/* patal-scope-item.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-scope-item.h"

struct _PatalScopeItem
{
  GObject     parent_instance;
  gint64      id, parent;
  char       *name;
  guint       n_gps;
  GListStore *children; /* NULL: a leaf */
};

G_DEFINE_FINAL_TYPE (PatalScopeItem, patal_scope_item, G_TYPE_OBJECT)

PatalScopeItem *
patal_scope_item_new (gint64 id, gint64 parent, const char *name, guint n_gps)
{
  PatalScopeItem *self = g_object_new (PATAL_TYPE_SCOPE_ITEM, NULL);

  self->id = id;
  self->parent = parent;
  self->name = g_strdup (name);
  self->n_gps = n_gps;
  return self;
}

gint64
patal_scope_item_id (PatalScopeItem *self)
{
  return self->id;
}

gint64
patal_scope_item_parent (PatalScopeItem *self)
{
  return self->parent;
}

const char *
patal_scope_item_name (PatalScopeItem *self)
{
  return self->name;
}

guint
patal_scope_item_n_gps (PatalScopeItem *self)
{
  return self->n_gps;
}

GListStore *
patal_scope_item_children (PatalScopeItem *self)
{
  if (self->children == NULL)
    self->children = g_list_store_new (PATAL_TYPE_SCOPE_ITEM);
  return self->children;
}

gboolean
patal_scope_item_is_leaf (PatalScopeItem *self)
{
  return self->children == NULL;
}

static void
patal_scope_item_finalize (GObject *object)
{
  PatalScopeItem *self = PATAL_SCOPE_ITEM (object);

  g_clear_object (&self->children);
  g_free (self->name);
  G_OBJECT_CLASS (patal_scope_item_parent_class)->finalize (object);
}

static void
patal_scope_item_class_init (PatalScopeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = patal_scope_item_finalize;
}

static void
patal_scope_item_init (G_GNUC_UNUSED PatalScopeItem *self)
{
}
