/* patal-new-district-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-new-district-dialog.h"
#include "patal-drop-down.h"
#include "patal-field.h"
#include "patal-file-filter.h"
#include "patal-file-making.h"
#include "patal-pack.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

struct _PatalNewDistrictDialog
{
  AdwWindow             parent_instance;
  GtkButton            *create_button, *place_button;
  GtkBox               *error_box;
  GtkLabel             *error_label, *place_label;
  GtkDropDown          *state;
  PatalField           *name_hi, *name_en;
  PatalApplication     *app;
  GtkWindow            *opener; /* (nullable) */
  char                 *path;
  gboolean              placed; /* the user chose the place: typing does not change it any more */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (PatalNewDistrictDialog, patal_new_district_dialog, ADW_TYPE_WINDOW)

static void
show_error (PatalNewDistrictDialog *self, const char *message)
{
  gtk_label_set_text (self->error_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_box), message != NULL);
}

static void
set_path (PatalNewDistrictDialog *self, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *says = g_strdup_printf (_("File: %s"), shown);

  g_free (self->path);
  self->path = g_strdup (path);
  gtk_label_set_text (self->place_label, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place_button), GTK_ACCESSIBLE_PROPERTY_LABEL, says, -1);
}

/* In the documents folder, by the district's name; a number behind it where there is such a file already. */
static void
propose_path (PatalNewDistrictDialog *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *en = patal_field_get_value (self->name_en);
  g_autofree char *hi = patal_field_get_value (self->name_hi);
  g_autofree char *base = g_strdup (en != NULL ? en : hi != NULL ? hi : _("District"));

  g_strdelimit (base, "/\\:*?\"<>|", '-');
  for (guint i = 1; i < 100; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s.patal", base) : g_strdup_printf ("%s-%u.patal", base, i);
      g_autofree char *path = g_build_filename (documents != NULL ? documents : g_get_home_dir (), name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      set_path (self, path);
      return;
    }
}

static void
typed_cb (PatalNewDistrictDialog *self)
{
  patal_field_set_error (self->name_hi, NULL);
  if (!self->placed)
    propose_path (self);
}

static void
place_chosen_cb (PatalNewDistrictDialog *self, int response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    {
      self->placed = TRUE;
      set_path (self, path);
    }
  g_clear_object (&self->chooser);
}

static void
place_cb (PatalNewDistrictDialog *self)
{
  g_autofree char *folder_path = g_path_get_dirname (self->path);
  g_autofree char *name = g_path_get_basename (self->path);
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Where the File Lies"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _("_Choose"), _("_Cancel"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  patal_file_filter_add (GTK_FILE_CHOOSER (self->chooser), PATAL_FILE_FILTER_DISTRICT);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (place_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
made_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalNewDistrictDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = patal_file_making_finish (result, &error);

  gtk_widget_set_sensitive (GTK_WIDGET (self->create_button), TRUE);
  if (path == NULL)
    {
      show_error (self, error->message);
      return;
    }
  patal_application_open_path (self->app, path, self->opener);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
create_cb (PatalNewDistrictDialog *self)
{
  g_autofree char *hi = patal_field_get_value (self->name_hi);
  g_autofree char *en = patal_field_get_value (self->name_en);
  guint n;
  const PatalPackState *states = patal_pack_states (&n);

  if (hi == NULL && en == NULL)
    {
      patal_field_set_error (self->name_hi, _("Give a name, in Hindi or in English"));
      gtk_widget_grab_focus (GTK_WIDGET (self->name_hi));
      return;
    }
  show_error (self, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->create_button), FALSE);
  patal_file_making_begin_async (self->path, states[gtk_drop_down_get_selected (self->state)].id, hi != NULL ? hi : en,
                                 hi != NULL ? en : NULL, made_cb, g_object_ref (self));
}

void
patal_new_district_dialog_show (PatalApplication *app, GtkWindow *parent)
{
  PatalNewDistrictDialog *self = g_object_new (PATAL_TYPE_NEW_DISTRICT_DIALOG, "transient-for", parent, NULL);

  self->app = app;
  g_set_weak_pointer (&self->opener, parent);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_hi));
}

static void
patal_new_district_dialog_dispose (GObject *object)
{
  PatalNewDistrictDialog *self = PATAL_NEW_DISTRICT_DIALOG (object);

  g_clear_weak_pointer (&self->opener);
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_NEW_DISTRICT_DIALOG);
  G_OBJECT_CLASS (patal_new_district_dialog_parent_class)->dispose (object);
}

static void
patal_new_district_dialog_finalize (GObject *object)
{
  g_free (PATAL_NEW_DISTRICT_DIALOG (object)->path);
  G_OBJECT_CLASS (patal_new_district_dialog_parent_class)->finalize (object);
}

static void
patal_new_district_dialog_class_init (PatalNewDistrictDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_new_district_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_new_district_dialog_finalize;
  g_type_ensure (PATAL_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-new-district-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalNewDistrictDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, PatalNewDistrictDialog, place_button);
  gtk_widget_class_bind_template_child (widget_class, PatalNewDistrictDialog, error_box);
  gtk_widget_class_bind_template_child (widget_class, PatalNewDistrictDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, PatalNewDistrictDialog, place_label);
  gtk_widget_class_bind_template_child (widget_class, PatalNewDistrictDialog, state);
  gtk_widget_class_bind_template_child (widget_class, PatalNewDistrictDialog, name_hi);
  gtk_widget_class_bind_template_child (widget_class, PatalNewDistrictDialog, name_en);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
patal_new_district_dialog_init (PatalNewDistrictDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  const PatalPackState *states;
  guint n, chosen = 0;

  gtk_widget_init_template (GTK_WIDGET (self));
  states = patal_pack_states (&n);
  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (names, patal_settings_lang () == PATAL_LANG_HI ? states[i].hi : states[i].en);
      if (g_str_equal (states[i].id, "CG"))
        chosen = i;
    }
  gtk_drop_down_set_expression (self->state, expression);
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->state, chosen);
  patal_drop_down_set_name (self->state, _("State"));
  propose_path (self);
}
