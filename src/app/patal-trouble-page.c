/* patal-trouble-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-trouble-page.h"
#include "patal-file-filter.h"
#include "patal-restore.h"
#include "patal-window.h"
#include <glib/gi18n.h>

struct _PatalTroublePage
{
  AdwBin         parent_instance;
  AdwStatusPage *status;
  GtkBox        *backup_box;
  GtkLabel      *backup_label;
  GtkButton     *restore_button, *copy_button, *retry_button;
  char          *path;
  char          *backup; /* the newest good one, or a copy that the user chose */
  gboolean       damaged;
  GCancellable  *cancellable;
  GtkFileChooserNative *chooser; /* while it is shown */
};

G_DEFINE_FINAL_TYPE (PatalTroublePage, patal_trouble_page, ADW_TYPE_BIN)

typedef struct
{
  int         code;
  const char *icon, *title; /* a message id */
  gboolean    retry;        /* trying again may help without anything else being done here */
} Kind;

static const Kind *
kind_of (const GError *error)
{
  static const Kind kinds[] = {
    { PATAL_DB_ERROR_NOT_FOUND, "edit-find-symbolic", N_("The file is not there"), TRUE },
    { PATAL_DB_ERROR_NOT_OURS, "text-x-generic-symbolic", N_("This is not a district’s file"), FALSE },
    { PATAL_DB_ERROR_NEWER, "software-update-available-symbolic", N_("The file is of a newer version"), FALSE },
    { PATAL_DB_ERROR_DAMAGED, "dialog-error-symbolic", N_("The file is damaged"), FALSE },
    { PATAL_DB_ERROR_LOCKED, "changes-prevent-symbolic", N_("The file is open elsewhere"), TRUE },
    { PATAL_DB_ERROR_READ_ONLY, "changes-prevent-symbolic", N_("No permission for this file"), TRUE },
    { PATAL_DB_ERROR_NETWORK, "network-workgroup-symbolic", N_("The file lies on a network share"), TRUE },
    { PATAL_DB_ERROR_FULL, "drive-harddisk-symbolic", N_("The disk is full"), TRUE },
    { -1, "dialog-warning-symbolic", N_("The file could not be opened"), TRUE },
  };
  const Kind *kind = kinds;

  while (kind->code >= 0 && !g_error_matches (error, PATAL_DB_ERROR, kind->code))
    kind++;
  return kind;
}

/* Bytes may be flipped in the very place that says whose file it is, and a file that is gone may have left its backups. */
static gboolean
may_have_backups (const Kind *kind)
{
  return kind->code == PATAL_DB_ERROR_DAMAGED || kind->code == PATAL_DB_ERROR_NOT_OURS || kind->code == PATAL_DB_ERROR_NOT_FOUND;
}

static void
offer (PatalTroublePage *self, const PatalBackup *best)
{
  g_autofree char *day = patal_day_format (best->day);
  g_autofree char *label = g_strdup_printf (_("_Restore the Backup of %s"), day);

  g_free (self->backup);
  self->backup = g_strdup (best->path);
  gtk_button_set_label (self->restore_button, label);
  gtk_label_set_text (self->backup_label, g_file_test (self->path, G_FILE_TEST_EXISTS)
                                            ? _("There is a sound backup. The file as it is now is kept beside it.")
                                            : _("There is a sound backup of it."));
}

static void
backups_found_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalTroublePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = patal_restore_list_finish (result, &error);
  const PatalBackup *best = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  for (guint i = 0; backups != NULL && best == NULL && i < backups->len; i++)
    if (((PatalBackup *) g_ptr_array_index (backups, i))->good)
      best = g_ptr_array_index (backups, i);
  if (best != NULL)
    offer (self, best);
  else
    gtk_label_set_text (self->backup_label,
                        _("There is no sound backup beside the file. If a copy of it was saved elsewhere, such as on a memory stick, "
                          "it can take the file’s place; the file as it is now is kept."));
  gtk_widget_set_visible (GTK_WIDGET (self->restore_button), best != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->backup_box), best != NULL || self->damaged);
}

void
patal_trouble_page_show (PatalTroublePage *self, const char *path, const GError *error)
{
  const Kind *kind = kind_of (error);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *whole = g_strdup_printf ("%s\n\n%s", error->message, shown);
  g_autofree char *plain = g_markup_escape_text (whole, -1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->path);
  self->path = g_strdup (path);
  self->damaged = kind->code == PATAL_DB_ERROR_DAMAGED;
  adw_status_page_set_icon_name (self->status, kind->icon);
  adw_status_page_set_title (self->status, _(kind->title));
  adw_status_page_set_description (self->status, plain);
  gtk_widget_set_visible (GTK_WIDGET (self->retry_button), kind->retry);
  gtk_widget_set_visible (GTK_WIDGET (self->backup_box), self->damaged);
  gtk_widget_set_visible (GTK_WIDGET (self->restore_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->copy_button), self->damaged);
  if (may_have_backups (kind))
    {
      gtk_label_set_text (self->backup_label, _("Looking for backups…"));
      patal_restore_list_async (path, self->cancellable, backups_found_cb, g_object_ref (self));
    }
}

static void
restored_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalTroublePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = patal_restore_finish (result, &error);
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->backup_box), TRUE);
  if (error != NULL)
    gtk_label_set_text (self->backup_label, error->message);
  else if (PATAL_IS_WINDOW (window))
    {
      patal_window_open (PATAL_WINDOW (window), self->path);
      patal_restore_say_done (PATAL_WINDOW (window), before);
    }
}

static void
restore_from (PatalTroublePage *self, const char *backup)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->backup_box), FALSE);
  gtk_label_set_text (self->backup_label, _("Restoring…"));
  patal_restore_async (self->path, backup, self->cancellable, restored_cb, g_object_ref (self));
}

static void
restore_cb (PatalTroublePage *self)
{
  restore_from (self, self->backup);
}

static void
copy_chosen_cb (PatalTroublePage *self, int response)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    restore_from (self, path);
  g_clear_object (&self->chooser);
}

static void
copy_cb (PatalTroublePage *self)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Restore from a Copy"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Restore"), _("_Cancel"));
  patal_file_filter_add (GTK_FILE_CHOOSER (self->chooser), PATAL_FILE_FILTER_DISTRICT);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (copy_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

GtkWidget *
patal_trouble_page_new (void)
{
  return g_object_new (PATAL_TYPE_TROUBLE_PAGE, NULL);
}

static void
patal_trouble_page_dispose (GObject *object)
{
  PatalTroublePage *self = PATAL_TROUBLE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_TROUBLE_PAGE);
  G_OBJECT_CLASS (patal_trouble_page_parent_class)->dispose (object);
}

static void
patal_trouble_page_finalize (GObject *object)
{
  PatalTroublePage *self = PATAL_TROUBLE_PAGE (object);

  g_free (self->path);
  g_free (self->backup);
  G_OBJECT_CLASS (patal_trouble_page_parent_class)->finalize (object);
}

static void
patal_trouble_page_class_init (PatalTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_trouble_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_trouble_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalTroublePage, status);
  gtk_widget_class_bind_template_child (widget_class, PatalTroublePage, backup_box);
  gtk_widget_class_bind_template_child (widget_class, PatalTroublePage, backup_label);
  gtk_widget_class_bind_template_child (widget_class, PatalTroublePage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, PatalTroublePage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, PatalTroublePage, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
patal_trouble_page_init (PatalTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
