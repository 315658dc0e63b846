/* patal-import-rows.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-import-rows.h"

struct _PatalImportRow
{
  GObject parent_instance;
  guint   index;
};

G_DEFINE_FINAL_TYPE (PatalImportRow, patal_import_row, G_TYPE_OBJECT)

struct _PatalImportRows
{
  GObject parent_instance;
  GArray *indices; /* guint */
};

static void list_model_init (GListModelInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (PatalImportRows, patal_import_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

guint
patal_import_row_index (PatalImportRow *row)
{
  return row->index;
}

static void
patal_import_row_class_init (G_GNUC_UNUSED PatalImportRowClass *klass)
{
}

static void
patal_import_row_init (G_GNUC_UNUSED PatalImportRow *self)
{
}

static GType
get_item_type (G_GNUC_UNUSED GListModel *list)
{
  return PATAL_TYPE_IMPORT_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return PATAL_IMPORT_ROWS (list)->indices->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  PatalImportRows *self = PATAL_IMPORT_ROWS (list);
  PatalImportRow *row;

  if (position >= self->indices->len)
    return NULL;
  row = g_object_new (PATAL_TYPE_IMPORT_ROW, NULL);
  row->index = g_array_index (self->indices, guint, position);
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

void
patal_import_rows_show (PatalImportRows *self, PatalImportRun *run, PatalFate fate)
{
  guint before = self->indices->len, n = run != NULL ? patal_import_run_n_rows (run) : 0;

  g_array_set_size (self->indices, 0);
  for (guint i = 0; i < n; i++)
    if (fate == PATAL_N_FATES || patal_import_run_verdict (run, i)->fate == fate)
      g_array_append_val (self->indices, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->indices->len);
}

PatalImportRows *
patal_import_rows_new (void)
{
  return g_object_new (PATAL_TYPE_IMPORT_ROWS, NULL);
}

static void
patal_import_rows_finalize (GObject *object)
{
  g_array_unref (PATAL_IMPORT_ROWS (object)->indices);
  G_OBJECT_CLASS (patal_import_rows_parent_class)->finalize (object);
}

static void
patal_import_rows_class_init (PatalImportRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = patal_import_rows_finalize;
}

static void
patal_import_rows_init (PatalImportRows *self)
{
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
}
