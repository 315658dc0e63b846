/* patal-row-model.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-row-model.h"

typedef struct
{
  int         type; /* SQLITE_INTEGER … SQLITE_NULL */
  gint64      integer;
  double      real;
  const char *text; /* in the row's own block; NULL for NULL */
} Cell;

struct _PatalRow
{
  GObject        parent_instance;
  gint64         id;
  guint          n_cells;
  Cell          *cells; /* one block, the texts behind them */
  GHashTable    *alive; /* where it is remembered, weakly: &id → PatalRow */
  PatalRowModel *unread; /* who reads it when a value is asked for; NULL once it is read, or the model is gone */
};

G_DEFINE_FINAL_TYPE (PatalRow, patal_row, G_TYPE_OBJECT)

struct _PatalRowModel
{
  GObject     parent_instance;
  PatalDb    *reader;  /* borrowed */
  const char *row_sql;
  GArray     *ids;
  GHashTable *alive;
};

static void patal_row_model_list_init (GListModelInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (PatalRowModel, patal_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, patal_row_model_list_init))

static void
forget_row (PatalRow *row)
{
  if (row->alive == NULL)
    return;
  g_hash_table_remove (row->alive, &row->id);
  g_clear_pointer (&row->alive, g_hash_table_unref);
}

static void
patal_row_finalize (GObject *object)
{
  PatalRow *self = PATAL_ROW (object);

  forget_row (self);
  g_free (self->cells);
  G_OBJECT_CLASS (patal_row_parent_class)->finalize (object);
}

static void
patal_row_class_init (PatalRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = patal_row_finalize;
}

static void
patal_row_init (PatalRow *self G_GNUC_UNUSED)
{
}

/* All cells and their texts in one allocation: a list asks for many rows at every jump. */
static void
take_cells (PatalRow *row, PatalRows *rows)
{
  guint n = sqlite3_column_count (rows->stmt);
  gsize size = n * sizeof (Cell);
  char *text;

  row->n_cells = n;
  row->cells = g_new (Cell, n);
  for (guint i = 0; i < n; i++)
    {
      int type = sqlite3_column_type (rows->stmt, i); /* before the number is made a text: then it means nothing */
      gboolean number = type == SQLITE_INTEGER || type == SQLITE_FLOAT;

      row->cells[i] = (Cell) { type, number ? patal_rows_int (rows, i) : 0, number ? patal_rows_real (rows, i) : 0, NULL };
      size += sqlite3_column_bytes (rows->stmt, i) + 1;
    }
  row->cells = g_realloc (row->cells, size);
  text = (char *) &row->cells[n];
  for (guint i = 0; i < n; i++)
    {
      gsize length = sqlite3_column_bytes (rows->stmt, i);

      if (row->cells[i].type == SQLITE_NULL)
        continue;
      if (length > 0)
        memcpy (text, sqlite3_column_text (rows->stmt, i), length);
      text[length] = '\0';
      row->cells[i].text = text;
      text += length + 1;
    }
}

/* A row that is gone by now, or that the disk does not give, is all NULL: a list model may not have holes, and whoever
 * removed the row has told *changed*. */
static void
read_row (PatalRow *row)
{
  PatalRowModel *model = g_steal_pointer (&row->unread);
  g_auto (PatalRows) rows = patal_db_query (model->reader, model->row_sql, PATAL_ARGS (PATAL_INT (row->id)));

  if (patal_rows_next (&rows))
    take_cells (row, &rows);
}

static const Cell *
cell_at (PatalRow *row, guint column)
{
  static const Cell none = { SQLITE_NULL, 0, 0, NULL };

  if (row->unread != NULL)
    read_row (row);
  return column < row->n_cells ? &row->cells[column] : &none;
}

gint64
patal_row_id (PatalRow *row)
{
  return row->id;
}

const char *
patal_row_text (PatalRow *row, guint column)
{
  return cell_at (row, column)->text;
}

gint64
patal_row_int (PatalRow *row, guint column)
{
  return cell_at (row, column)->integer;
}

double
patal_row_real (PatalRow *row, guint column)
{
  return cell_at (row, column)->real;
}

gboolean
patal_row_null (PatalRow *row, guint column)
{
  return cell_at (row, column)->type == SQLITE_NULL;
}

static PatalRow *
row_new (PatalRowModel *model, gint64 id)
{
  PatalRow *row = g_object_new (PATAL_TYPE_ROW, NULL);

  row->id = id;
  row->unread = model;
  return row;
}

static gboolean
rows_equal (PatalRow *a, PatalRow *b)
{
  if (a->n_cells != b->n_cells)
    return FALSE;
  for (guint i = 0; i < a->n_cells; i++)
    if (a->cells[i].type != b->cells[i].type || g_strcmp0 (a->cells[i].text, b->cells[i].text) != 0)
      return FALSE;
  return TRUE;
}

/* (transfer full) (element-type gint64): the ids of those held rows that are no longer what they were; they are forgotten.
 * The others stay the same objects, so that a selection and a scroll position stay where they are. */
static GHashTable *
forget_changed (PatalRowModel *self)
{
  GHashTable *changed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GList) held = g_hash_table_get_values (self->alive);

  for (GList *l = held; l != NULL; l = l->next)
    {
      PatalRow *row = l->data;
      g_autoptr (PatalRow) now = NULL;

      if (row->unread != NULL)
        continue;
      now = row_new (self, row->id);
      read_row (now);
      if (rows_equal (row, now))
        continue;
      g_hash_table_add (changed, g_memdup2 (&row->id, sizeof row->id));
      forget_row (row);
    }
  return changed;
}

static GType
get_item_type (GListModel *list G_GNUC_UNUSED)
{
  return PATAL_TYPE_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return PATAL_ROW_MODEL (list)->ids->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  PatalRowModel *self = PATAL_ROW_MODEL (list);
  PatalRow *row;
  gint64 id;

  if (position >= self->ids->len)
    return NULL;
  id = g_array_index (self->ids, gint64, position);
  row = g_hash_table_lookup (self->alive, &id);
  if (row != NULL)
    return g_object_ref (row);
  row = row_new (self, id);
  row->alive = g_hash_table_ref (self->alive);
  g_hash_table_insert (self->alive, &row->id, row);
  return row;
}

static void
patal_row_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
patal_row_model_finalize (GObject *object)
{
  PatalRowModel *self = PATAL_ROW_MODEL (object);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->alive);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    ((PatalRow *) row)->unread = NULL; /* the reader may go, too */
  g_array_unref (self->ids);
  g_hash_table_unref (self->alive); /* rows that outlive the model keep it, and leave it one by one */
  G_OBJECT_CLASS (patal_row_model_parent_class)->finalize (object);
}

static void
patal_row_model_class_init (PatalRowModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = patal_row_model_finalize;
}

static void
patal_row_model_init (PatalRowModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->alive = g_hash_table_new (g_int64_hash, g_int64_equal);
}

PatalRowModel *
patal_row_model_new (PatalDb *reader, const char *row_sql)
{
  PatalRowModel *self = g_object_new (PATAL_TYPE_ROW_MODEL, NULL);

  self->reader = reader;
  self->row_sql = row_sql;
  return self;
}

/* The same row at both places, and still what it was. */
static gboolean
row_stays (gint64 before, gint64 after, GHashTable *changed)
{
  return before == after && (changed == NULL || !g_hash_table_contains (changed, &after));
}

void
patal_row_model_set_ids (PatalRowModel *model, GArray *ids, PatalRowsRead read)
{
  g_autoptr (GArray) before = g_steal_pointer (&model->ids);
  g_autoptr (GHashTable) changed = read == PATAL_ROWS_FORGET ? forget_changed (model) : NULL;
  const gint64 *old = (const gint64 *) before->data, *new = (const gint64 *) ids->data;
  guint shorter = MIN (before->len, ids->len), head = 0, tail = 0;

  if (changed != NULL && g_hash_table_size (changed) == 0)
    g_clear_pointer (&changed, g_hash_table_unref); /* a quarter of a million look-ups less */
  while (head < shorter && row_stays (old[head], new[head], changed))
    head++;
  while (tail < shorter - head && row_stays (old[before->len - 1 - tail], new[ids->len - 1 - tail], changed))
    tail++;
  model->ids = ids;
  if (head + tail < MAX (before->len, ids->len))
    g_list_model_items_changed (G_LIST_MODEL (model), head, before->len - head - tail, ids->len - head - tail);
}

guint
patal_row_model_position (PatalRowModel *model, gint64 id)
{
  for (guint i = 0; i < model->ids->len; i++)
    if (g_array_index (model->ids, gint64, i) == id)
      return i;
  return G_MAXUINT;
}

gint64
patal_row_model_id (PatalRowModel *model, guint position)
{
  g_return_val_if_fail (position < model->ids->len, 0);

  return g_array_index (model->ids, gint64, position);
}
