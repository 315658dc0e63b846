/* patal-import-shared.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-import-shared.h"
#include <glib/gi18n.h>

struct _PatalImportShared
{
  AdwBin          parent_instance;
  AdwExpanderRow *all;
  GPtrArray      *rows; /* of AdwEntryRow, borrowed, in the order of the import's shared fields */
  PatalImportRun *run;  /* borrowed; (nullable) */
};

G_DEFINE_FINAL_TYPE (PatalImportShared, patal_import_shared, ADW_TYPE_BIN)

static const PatalSharedField *
field_at (PatalImportShared *self, guint i)
{
  return &patal_import_run_import (self->run)->shared[i];
}

static gboolean
has_column (PatalImportShared *self, const PatalSharedField *shared)
{
  for (guint column = 0; column < patal_sheet_n_columns (patal_import_run_sheet (self->run)); column++)
    {
      int field = patal_import_run_field (self->run, column);

      if (field == shared->field || (field >= shared->first && field <= shared->last))
        return TRUE;
    }
  return FALSE;
}

void
patal_import_shared_update (PatalImportShared *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      gboolean asked = !has_column (self, field_at (self, i));

      gtk_widget_set_visible (self->rows->pdata[i], asked);
      if (asked)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                adw_preferences_row_get_title (self->rows->pdata[i]));
    }
  adw_expander_row_set_subtitle (self->all, names->str);
  gtk_widget_set_visible (GTK_WIDGET (self), names->len > 0);
}

static void
add_row (PatalImportShared *self, const PatalSharedField *shared)
{
  GtkWidget *row = adw_entry_row_new ();
  const char *value = patal_import_run_shared (self->run, (guint) shared->field);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _(patal_import_run_import (self->run)->fields[shared->field].title));
  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
  adw_expander_row_add_row (self->all, row);
  g_ptr_array_add (self->rows, row);
}

void
patal_import_shared_set_run (PatalImportShared *self, PatalImportRun *run)
{
  const PatalSharedField *shared = run != NULL ? patal_import_run_import (run)->shared : NULL;

  if (run != self->run)
    {
      for (guint i = 0; i < self->rows->len; i++)
        adw_expander_row_remove (self->all, self->rows->pdata[i]);
      g_ptr_array_set_size (self->rows, 0);
      self->run = run;
      for (; shared != NULL && shared->field >= 0; shared++)
        add_row (self, shared);
    }
  patal_import_shared_update (self);
}

gboolean
patal_import_shared_apply (PatalImportShared *self, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      const char *text = gtk_widget_get_visible (row) ? gtk_editable_get_text (GTK_EDITABLE (row)) : NULL;

      if (patal_import_run_set_shared (self->run, (guint) field_at (self, i)->field, text, error))
        continue;
      adw_expander_row_set_expanded (self->all, TRUE);
      gtk_widget_grab_focus (row);
      return FALSE;
    }
  return TRUE;
}

static void
patal_import_shared_finalize (GObject *object)
{
  g_ptr_array_unref (PATAL_IMPORT_SHARED (object)->rows);
  G_OBJECT_CLASS (patal_import_shared_parent_class)->finalize (object);
}

static void
patal_import_shared_class_init (PatalImportSharedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = patal_import_shared_finalize;
}

static void
patal_import_shared_init (PatalImportShared *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->rows = g_ptr_array_new ();
  self->all = ADW_EXPANDER_ROW (adw_expander_row_new ());
  /* Translators: below it stand the fields that no column of the table gives: the financial year, the scheme … */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->all), _("In No Column, but the Same for All Rows?"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->all));
  adw_bin_set_child (ADW_BIN (self), group);
}
