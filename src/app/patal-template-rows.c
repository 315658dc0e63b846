/* patal-template-rows.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-template-rows.h"
#include "patal-bytes-file.h"
#include "patal-settings.h"
#include "patal-template-use.h"
#include <glib/gi18n.h>

#define TEMPLATE_ENDING    ".txt"
#define TEMPLATE_MAX_BYTES (1024 * 1024) /* a template is a page of text */

#define FAULTS_HEIGHT_PX   320

struct _PatalTemplateRows
{
  AdwPreferencesGroup   parent_instance;
  PatalDocument        *document;
  GPtrArray            *rows; /* GtkWidget, borrowed */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (PatalTemplateRows, patal_template_rows, ADW_TYPE_PREFERENCES_GROUP)

/* --- taking one in --- */

typedef struct
{
  char              *name;
  char              *text;   /* (nullable): NULL takes the template away */
  gsize              length;
  PatalTemplateRows *rows;   /* only held */
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_free (errand->name);
  g_free (errand->text);
  g_object_unref (errand->rows);
  g_free (errand);
}

static gboolean
write_template (PatalDb *db, gpointer data, GError **error)
{
  const Errand *errand = data;

  return errand->text != NULL ? patal_board_template_put (db, errand->name, errand->text, errand->length, error)
                              : patal_board_template_remove (db, errand->name, error);
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Errand *errand = data;
  const PatalLabel *label = errand->text != NULL ? PATAL_LABEL (N_("Took in the board template {1}"), errand->name)
                                                 : PATAL_LABEL (N_("Removed the board template {1}"), errand->name);

  return GINT_TO_POINTER (patal_db_edit (db, label, write_template, data, error));
}

/* The bar stays to be seen: it says that more lines follow. */
static GtkWidget *
fault_list_new (const char *message)
{
  g_auto (GStrv) faults = g_strsplit (message, "\n", -1);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "overlay-scrolling", FALSE,
                                      "propagate-natural-height", TRUE, "max-content-height", FAULTS_HEIGHT_PX,
                                      "min-content-width", 420, "child", list, NULL);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Faults"), -1);
  for (char **fault = faults; *fault != NULL; fault++)
    if (**fault != '\0')
      gtk_list_box_append (GTK_LIST_BOX (list),
                           g_object_new (GTK_TYPE_LABEL, "label", *fault, "xalign", 0.0, "wrap", TRUE, "selectable", TRUE, "margin-top", 6,
                                         "margin-bottom", 6, "margin-start", 10, "margin-end", 10, NULL));
  return scroller;
}

static void
show_faults (PatalTemplateRows *self, const char *name, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  /* Translators: %s is the name of a text file */
  g_autofree char *heading = g_strdup_printf (_("“%s” Is No Template Yet"), name);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading,
                                              _("Nothing was changed. Correct these lines in the file and add it again."));

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), fault_list_new (error->message));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Errand *errand = user_data;
  g_autoptr (GError) error = NULL;

  gboolean done = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) != NULL;

  if (errand->rows->document == NULL) /* the window is gone */
    done = FALSE;
  else if (done && errand->text != NULL)
    patal_template_use_ask (GTK_WIDGET (errand->rows), PATAL_DOCUMENT (source), errand->name);
  else if (!done)
    {
      if (g_error_matches (error, PATAL_BOARD_TEMPLATE_ERROR, PATAL_BOARD_TEMPLATE_ERROR_FAULTS)
          || g_error_matches (error, PATAL_BOARD_TEMPLATE_ERROR, PATAL_BOARD_TEMPLATE_ERROR_NAME))
        show_faults (errand->rows, errand->name, error);
      else
        patal_document_complain (PATAL_DOCUMENT (source), error);
    }
  errand_free (errand);
}

static void
run (PatalTemplateRows *self, const char *name, char *text, gsize length)
{
  Errand *errand = g_new (Errand, 1);

  *errand = (Errand) { g_strdup (name), text, length, g_object_ref (self) };
  patal_document_write_async (self->document, write_job, errand, NULL, NULL, NULL, written_cb, errand);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalTemplateRows) self = user_data;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;
  char *ending;

  if (self->document == NULL)
    return;
  if (!g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, &error))
    {
      show_faults (self, name, error);
      return;
    }
  if (length > TEMPLATE_MAX_BYTES)
    {
      g_set_error_literal (&error, PATAL_BOARD_TEMPLATE_ERROR, PATAL_BOARD_TEMPLATE_ERROR_FAULTS,
                           _("The file is much longer than any template: choose the text file of one"));
      show_faults (self, name, error);
      return;
    }
  ending = strrchr (name, '.');
  if (ending != NULL && ending != name)
    *ending = '\0';
  run (self, name, g_steal_pointer (&text), length);
}

void
patal_template_rows_take (PatalTemplateRows *self, GFile *file)
{
  g_file_load_contents_async (file, NULL, loaded_cb, g_object_ref (self));
}

static void
chosen_cb (PatalTemplateRows *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;

  g_clear_object (&self->chooser);
  if (file != NULL)
    patal_template_rows_take (self, file);
}

static void
add_cb (PatalTemplateRows *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Add a Board Template"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Add"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* --- the rows --- */

static void
export_cb (GtkWidget *button, gpointer user_data)
{
  PatalTemplateRows *self = user_data;
  const char *name = g_object_get_data (G_OBJECT (button), "name");
  g_autoptr (GError) error = NULL;
  char *text = patal_board_template_text (patal_document_reader (self->document), name, &error);
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;

  if (bytes != NULL)
    patal_bytes_file_export (button, self->document, bytes, name, TEMPLATE_ENDING);
  else
    patal_document_complain (self->document, error);
}

static void
remove_cb (GtkWidget *button, gpointer user_data)
{
  run (user_data, g_object_get_data (G_OBJECT (button), "name"), NULL, 0);
}

static void
add_button (PatalTemplateRows *self, GtkWidget *row, const char *name, const char *icon, const char *tooltip, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  /* Translators: what a button does, and with which template: "Export to a file: community" */
  g_autofree char *spoken = g_strdup_printf (_("%s: %s"), tooltip, name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

char *
patal_template_rows_title (const PatalBoardTemplate *template)
{
  const PatalTemplateFrame *frame = template->template != NULL ? patal_template_frame (template->template) : NULL;
  const char *title = frame != NULL ? patal_settings_pick (frame->names[PATAL_LANG_HI], frame->names[PATAL_LANG_EN]) : NULL;

  if (title == NULL || template->id == 0)
    return g_strdup (title != NULL ? title : template->name);
  return g_strdup_printf ("%s (%s)", title, template->name);
}

/* (nullable): the mark of one that is in use. */
static const char *
used_words (const PatalBoardTemplate *template)
{
  gboolean community = patal_board_template_is_used (template, PATAL_WORK_COMMUNITY);
  gboolean individual = patal_board_template_is_used (template, PATAL_WORK_INDIVIDUAL);

  return community && individual ? _("In use for all works")
         : community            ? _("In use for community works")
         : individual           ? _("In use for individual works")
                                : NULL;
}

static char *
subtitle_of (const PatalBoardTemplate *template)
{
  const PatalTemplateFrame *frame = template->template != NULL ? patal_template_frame (template->template) : NULL;
  const char *used = used_words (template);
  g_autofree char *size = NULL;
  g_autofree char *from = NULL;

  if (frame == NULL)
    return g_strdup (_("Is no template any more: export it, correct it, and add it again"));
  size = patal_board_size_format (frame->width_mm, frame->height_mm, patal_settings_lang ());
  /* Translators: where a template is from, and the size of its boards */
  from = g_strdup_printf (template->id == 0 ? _("Comes with the program · %s") : _("Of the office · %s"), size);
  return used != NULL ? g_strdup_printf ("%s · %s", used, from) : g_steal_pointer (&from);
}

static GtkWidget *
row_new (PatalTemplateRows *self, const PatalBoardTemplate *template)
{
  g_autofree char *title = patal_template_rows_title (template);
  g_autofree char *below = subtitle_of (template);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "opacity", template->used != 0 ? 1.0 : 0.0, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  add_button (self, row, template->name, "document-save-symbolic", _("Export to a file"), G_CALLBACK (export_cb));
  if (template->id != 0)
    add_button (self, row, template->name, "user-trash-symbolic", _("Remove (can be undone)"), G_CALLBACK (remove_cb));
  return row;
}

static void
fill (PatalTemplateRows *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) templates = patal_board_templates (patal_document_reader (self->document), &error);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (templates == NULL)
    patal_document_complain (self->document, error);
  for (guint i = 0; templates != NULL && i < templates->len; i++)
    {
      GtkWidget *row = row_new (self, g_ptr_array_index (templates, i));

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
}

static void
changed_cb (PatalTemplateRows *self, GStrv tables)
{
  const char *const *touched = (const char *const *) tables;

  if (patal_document_touches (touched, "board_template") || patal_document_touches (touched, "setting"))
    fill (self);
}

GtkWidget *
patal_template_rows_new (PatalDocument *document)
{
  PatalTemplateRows *self = g_object_new (PATAL_TYPE_TEMPLATE_ROWS, NULL);
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_Add From a File…"));

  self->document = g_object_ref (document);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Templates of Boards"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
    _("A template is a text file: which fields, in which order, with which words. To make one of your own, export one, change it, and add it under another name. No board changes until you choose it above."));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);
  gtk_widget_set_valign (add, GTK_ALIGN_START);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

static void
patal_template_rows_dispose (GObject *object)
{
  PatalTemplateRows *self = PATAL_TEMPLATE_ROWS (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->document);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (patal_template_rows_parent_class)->dispose (object);
}

static void
patal_template_rows_class_init (PatalTemplateRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_template_rows_dispose;
}

static void
patal_template_rows_init (PatalTemplateRows *self)
{
  self->rows = g_ptr_array_new ();
}
