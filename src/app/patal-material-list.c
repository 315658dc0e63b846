/* patal-material-list.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-material-list.h"
#include "patal-text.h"
#include <glib/gi18n.h>

enum { NAME, QUANTITY, AMOUNT, N_COLUMNS };

typedef struct
{
  GtkWidget *entries[N_COLUMNS];
} Row;

struct _PatalMaterialList
{
  AdwBin     parent_instance;
  GtkGrid   *grid;
  GtkLabel  *sum, *error;
  GtkWidget *error_box;
  GPtrArray *rows; /* Row; the last is empty */
  gboolean   setting;
};

G_DEFINE_FINAL_TYPE (PatalMaterialList, patal_material_list, ADW_TYPE_BIN)

enum { EDITED, ENTERED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *
typed_in (const Row *row, int column)
{
  return gtk_editable_get_text (GTK_EDITABLE (row->entries[column]));
}

static gboolean
row_is_empty (const Row *row)
{
  for (int column = 0; column < N_COLUMNS; column++)
    {
      g_autofree char *clean = patal_text_clean (typed_in (row, column));

      if (clean != NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_row (const Row *row, GPtrArray *into, GError **error)
{
  g_autofree char *name = patal_text_clean (typed_in (row, NAME));
  g_autofree char *quantity = patal_text_clean (typed_in (row, QUANTITY));
  g_autofree char *amount = patal_text_clean (typed_in (row, AMOUNT));
  gint64 paise = PATAL_WORK_UNKNOWN;

  if (name == NULL)
    {
      g_set_error_literal (error, PATAL_WORK_ERROR, PATAL_WORK_ERROR_MATERIAL, _("Say which material it is"));
      return FALSE;
    }
  if (amount != NULL && !patal_money_parse (amount, &paise, error))
    return FALSE;
  if (amount != NULL && paise < 0)
    return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE, _("An amount cannot be below 0"));
  g_ptr_array_add (into, patal_material_new (name, quantity, paise));
  return TRUE;
}

gboolean
patal_material_list_read (PatalMaterialList *self, GPtrArray **out, GError **error)
{
  g_autoptr (GPtrArray) materials = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_material_free);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      if (!row_is_empty (row) && !read_row (row, materials, error))
        return FALSE;
    }
  *out = materials->len > 0 ? g_steal_pointer (&materials) : NULL;
  return TRUE;
}

static void
show_sum (PatalMaterialList *self)
{
  g_autoptr (GPtrArray) materials = NULL;
  g_autofree char *shown = NULL, *words = NULL;
  gint64 sum = 0;

  if (!patal_material_list_read (self, &materials, NULL))
    materials = NULL;
  for (guint i = 0; materials != NULL && i < materials->len; i++)
    sum += MAX (((PatalMaterial *) g_ptr_array_index (materials, i))->paise, 0);
  shown = patal_money_format (sum, PATAL_MONEY_RUPEES);
  /* Translators: %s is what the materials named cost together */
  words = g_strdup_printf (_("Together Rs %s"), shown);
  gtk_label_set_text (self->sum, words);
  gtk_widget_set_visible (GTK_WIDGET (self->sum), sum > 0);
}

static void add_row (PatalMaterialList *self);

static void
changed_cb (PatalMaterialList *self)
{
  if (self->setting)
    return;
  if (!row_is_empty (g_ptr_array_index (self->rows, self->rows->len - 1)))
    add_row (self);
  show_sum (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
activate_cb (PatalMaterialList *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
add_row (PatalMaterialList *self)
{
  static const struct { const char *hint; int width; gboolean expand; } columns[N_COLUMNS] = {
    [NAME] = { N_("Material"), 8, TRUE }, [QUANTITY] = { N_("Quantity"), 8, TRUE }, [AMOUNT] = { N_("Rupees"), 7, FALSE },
  };
  Row *row = g_new0 (Row, 1);
  int at = (int) self->rows->len;

  for (int column = 0; column < N_COLUMNS; column++)
    {
      GtkWidget *entry = row->entries[column] = gtk_entry_new ();
      /* Translators: a column of the list of materials, and the number of the row: "Quantity 2" */
      g_autofree char *name = g_strdup_printf (_("%s %d"), _(columns[column].hint), at + 1);

      gtk_editable_set_width_chars (GTK_EDITABLE (entry), columns[column].width);
      gtk_entry_set_alignment (GTK_ENTRY (entry), column == AMOUNT ? 1 : 0);
      gtk_widget_set_hexpand (entry, columns[column].expand);
      gtk_entry_set_placeholder_text (GTK_ENTRY (entry), at == 0 ? _(columns[column].hint) : NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (self->grid, entry, column, at, 1, 1);
    }
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (PatalMaterialList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_grid_remove_row (self->grid, 0);
  g_ptr_array_set_size (self->rows, 0);
}

static void
set_row (PatalMaterialList *self, const char *name, const char *quantity, const char *amount)
{
  const char *const texts[N_COLUMNS] = { name, quantity, amount };
  const Row *row = g_ptr_array_index (self->rows, self->rows->len - 1);

  for (int column = 0; column < N_COLUMNS; column++)
    gtk_editable_set_text (GTK_EDITABLE (row->entries[column]), texts[column] != NULL ? texts[column] : "");
  add_row (self);
}

void
patal_material_list_set_materials (PatalMaterialList *self, const GPtrArray *materials)
{
  self->setting = TRUE;
  clear_rows (self);
  add_row (self);
  for (guint i = 0; materials != NULL && i < materials->len; i++)
    {
      const PatalMaterial *material = g_ptr_array_index (materials, i);
      g_autofree char *amount = material->paise != PATAL_WORK_UNKNOWN ? patal_money_format (material->paise, PATAL_MONEY_RUPEES) : NULL;

      set_row (self, material->name, material->quantity, amount);
    }
  self->setting = FALSE;
  patal_material_list_set_error (self, NULL);
  show_sum (self);
}

GStrv
patal_material_list_get_typed (PatalMaterialList *self)
{
  g_autoptr (GStrvBuilder) typed = g_strv_builder_new ();

  for (guint i = 0; i + 1 < self->rows->len; i++)
    for (int column = 0; column < N_COLUMNS; column++)
      g_strv_builder_add (typed, typed_in (g_ptr_array_index (self->rows, i), column));
  return g_strv_builder_end (typed);
}

void
patal_material_list_set_typed (PatalMaterialList *self, const char *const *typed)
{
  self->setting = TRUE;
  clear_rows (self);
  add_row (self);
  for (; typed[0] != NULL; typed += N_COLUMNS)
    set_row (self, typed[NAME], typed[QUANTITY], typed[AMOUNT]);
  self->setting = FALSE;
  show_sum (self);
}

void
patal_material_list_set_error (PatalMaterialList *self, const char *error)
{
  gtk_label_set_text (self->error, error != NULL ? error : "");
  gtk_widget_set_visible (self->error_box, error != NULL);
}

static gboolean
patal_material_list_grab_focus (GtkWidget *widget)
{
  const Row *first = g_ptr_array_index (PATAL_MATERIAL_LIST (widget)->rows, 0);

  return gtk_widget_grab_focus (first->entries[NAME]);
}

static void
patal_material_list_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_MATERIAL_LIST);
  G_OBJECT_CLASS (patal_material_list_parent_class)->dispose (object);
}

static void
patal_material_list_finalize (GObject *object)
{
  g_ptr_array_unref (PATAL_MATERIAL_LIST (object)->rows);
  G_OBJECT_CLASS (patal_material_list_parent_class)->finalize (object);
}

static void
patal_material_list_class_init (PatalMaterialListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_material_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_material_list_finalize;
  widget_class->grab_focus = patal_material_list_grab_focus;
  signals[EDITED] = g_signal_new ("edited", PATAL_TYPE_MATERIAL_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", PATAL_TYPE_MATERIAL_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-material-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalMaterialList, grid);
  gtk_widget_class_bind_template_child (widget_class, PatalMaterialList, sum);
  gtk_widget_class_bind_template_child (widget_class, PatalMaterialList, error);
  gtk_widget_class_bind_template_child (widget_class, PatalMaterialList, error_box);
}

static void
patal_material_list_init (PatalMaterialList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_row (self);
}
