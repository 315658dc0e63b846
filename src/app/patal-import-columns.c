/* patal-import-columns.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-import-columns.h"
#include "patal-drop-down.h"
#include "patal-krutidev.h"
#include <glib/gi18n.h>

#define N_SAMPLES 3

struct _PatalImportColumns
{
  AdwBin          parent_instance;
  GtkListBox     *list;
  PatalImportRun *run; /* borrowed; (nullable) */
};

G_DEFINE_FINAL_TYPE (PatalImportColumns, patal_import_columns, ADW_TYPE_BIN)

static guint changed_signal;

/* The first values of a column that are not empty, as they stand or as they will be. */
static char *
samples (PatalImportRun *run, guint column, PatalColumnEncoding encoding)
{
  PatalSheet *sheet = patal_import_run_sheet (run);
  g_autoptr (GString) text = g_string_new (NULL);
  guint found = 0;

  for (guint row = patal_import_run_header_row (run) + 1; row < patal_sheet_n_rows (sheet) && found < N_SAMPLES; row++)
    {
      const char *cell = patal_sheet_cell (sheet, row, column);
      g_autofree char *converted = NULL;

      if (*cell == '\0')
        continue;
      converted = encoding == PATAL_ENCODING_KRUTIDEV ? patal_krutidev_to_unicode (cell) : g_strdup (cell);
      g_string_append_printf (text, found++ > 0 ? ", %s" : "%s", converted);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
column_of (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "column"));
}

/* A column that is not read is seen to be so. */
static void
show_read (PatalImportColumns *self, GtkWidget *row, guint column)
{
  if (patal_import_run_field (self->run, column) < 0)
    gtk_widget_add_css_class (row, "column-unread");
  else
    gtk_widget_remove_css_class (row, "column-unread");
}

static void
field_cb (GtkDropDown *choice, G_GNUC_UNUSED GParamSpec *pspec, gpointer user_data)
{
  PatalImportColumns *self = user_data;

  patal_import_run_set_field (self->run, column_of (GTK_WIDGET (choice)), (int) gtk_drop_down_get_selected (choice) - 1);
  show_read (self, gtk_widget_get_ancestor (GTK_WIDGET (choice), ADW_TYPE_ACTION_ROW), column_of (GTK_WIDGET (choice)));
  g_signal_emit (self, changed_signal, 0);
}

static void
show_samples (AdwActionRow *row, PatalImportRun *run, guint column)
{
  PatalColumnEncoding encoding = patal_import_run_encoding (run, column);
  g_autofree char *plain = samples (run, column, PATAL_ENCODING_PLAIN);
  g_autofree char *text = NULL;

  if (encoding == PATAL_ENCODING_KRUTIDEV)
    {
      g_autofree char *converted = samples (run, column, encoding);

      /* Translators: values of a column before and after the conversion from an old font */
      text = g_strdup_printf (_("Before: %s\nAfter: %s"), plain, converted);
    }
  else
    text = g_steal_pointer (&plain);
  adw_action_row_set_subtitle (row, text);
}

static void
encoding_cb (GtkCheckButton *check, gpointer user_data)
{
  PatalImportColumns *self = user_data;
  guint column = column_of (GTK_WIDGET (check));

  patal_import_run_set_encoding (self->run, column, gtk_check_button_get_active (check) ? PATAL_ENCODING_KRUTIDEV
                                                                                         : PATAL_ENCODING_PLAIN);
  show_samples (ADW_ACTION_ROW (gtk_widget_get_ancestor (GTK_WIDGET (check), ADW_TYPE_ACTION_ROW)), self->run, column);
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
may_be_legacy (PatalImportRun *run, guint column)
{
  g_autofree char *text = samples (run, column, PATAL_ENCODING_PLAIN);

  return patal_import_run_encoding (run, column) == PATAL_ENCODING_KRUTIDEV || patal_krutidev_likelihood (text) >= 25;
}

static GtkWidget *
column_row (PatalImportColumns *self, guint column, GtkStringList *fields)
{
  g_autofree char *heading = patal_import_run_heading (self->run, column);
  g_autofree char *title = *heading != '\0' ? g_strdup (heading) : g_strdup_printf (_("Column %u"), column + 1);
  g_autofree char *says = g_strdup_printf (_("What column %s is"), title);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (fields)), NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  show_samples (ADW_ACTION_ROW (row), self->run, column);
  if (may_be_legacy (self->run, column))
    {
      GtkWidget *check = gtk_check_button_new_with_label (_("Kruti Dev font"));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   patal_import_run_encoding (self->run, column) == PATAL_ENCODING_KRUTIDEV);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (check, _("The text was typed in an old Hindi font and is to be converted"));
      g_object_set_data (G_OBJECT (check), "column", GUINT_TO_POINTER (column));
      g_signal_connect (check, "toggled", G_CALLBACK (encoding_cb), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), (guint) (patal_import_run_field (self->run, column) + 1));
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (choice, 230, -1);
  patal_drop_down_shorten (GTK_DROP_DOWN (choice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, says, -1);
  patal_drop_down_set_name (GTK_DROP_DOWN (choice), says);
  g_object_set_data (G_OBJECT (choice), "column", GUINT_TO_POINTER (column));
  g_signal_connect (choice, "notify::selected", G_CALLBACK (field_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  show_read (self, row, column);
  return row;
}

void
patal_import_columns_set_run (PatalImportColumns *self, PatalImportRun *run)
{
  g_autoptr (GtkStringList) fields = gtk_string_list_new (NULL);
  const PatalImport *import;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->run = run;
  if (run == NULL)
    return;
  import = patal_import_run_import (run);
  gtk_string_list_append (fields, _("Not read"));
  for (guint i = 0; i < import->n_fields; i++)
    gtk_string_list_append (fields, _(import->fields[i].title));
  for (guint column = 0; column < patal_sheet_n_columns (patal_import_run_sheet (run)); column++)
    gtk_list_box_append (self->list, column_row (self, column, fields));
}

static void
patal_import_columns_class_init (PatalImportColumnsClass *klass)
{
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
patal_import_columns_init (PatalImportColumns *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Columns of the table"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}
