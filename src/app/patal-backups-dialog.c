/* patal-backups-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-backups-dialog.h"
#include "patal-restore.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

struct _PatalBackupsDialog
{
  AdwWindow      parent_instance;
  GtkListBox    *list;
  GtkLabel      *note, *check_note;
  GtkButton     *check_button;
  PatalWindow   *window; /* borrowed: we are transient for it */
  GCancellable  *cancellable;
};

G_DEFINE_FINAL_TYPE (PatalBackupsDialog, patal_backups_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  PatalWindow *window;
  char        *path, *backup;
} Return;

static void
return_free (gpointer data)
{
  Return *back = data;

  g_object_unref (back->window);
  g_free (back->path);
  g_free (back->backup);
  g_free (back);
}

static void
restored_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  Return *back = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = patal_restore_finish (result, &error);

  patal_window_open (back->window, back->path);
  if (before == NULL)
    patal_window_toast (back->window, error->message, NULL, NULL, NULL);
  else
    patal_restore_say_done (back->window, before);
  return_free (back);
}

/* Nobody may have the file open: the window lets go of it, and opens it again whatever comes of it. */
static void
restore_now (PatalWindow *window, gpointer backup)
{
  Return *back = g_new (Return, 1);

  *back = (Return) { g_object_ref (window), g_strdup (patal_window_get_path (window)), g_strdup (backup) };
  patal_window_release (window);
  patal_window_wait (window, _("Restoring…"));
  patal_restore_async (back->path, back->backup, NULL, restored_cb, back);
}

static void
answered_cb (GtkWindow *question, const char *response, gpointer user_data)
{
  PatalWindow *window = user_data;
  const char *backup = g_object_get_data (G_OBJECT (question), "path");

  if (g_str_equal (response, "restore")
      && patal_window_leave (window, _("Restore without saving?"), _("_Discard and Restore"), restore_now, g_strdup (backup), g_free))
    restore_now (window, (gpointer) backup);
}

static void
restore_cb (GtkButton *button, gpointer user_data)
{
  PatalBackupsDialog *self = user_data;
  PatalWindow *window = self->window;
  g_autofree char *moment = g_strdup (g_object_get_data (G_OBJECT (button), "moment"));
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (button), "path"));
  /* Translators: %s is a day and a time */
  g_autofree char *heading = g_strdup_printf (_("Go back to the state of %s?"), moment);
  GtkWidget *question;

  gtk_window_destroy (GTK_WINDOW (self)); /* what may have to be asked about is in the window behind */
  question = adw_message_dialog_new (GTK_WINDOW (window), heading,
                                     _("Changes made since are taken away; what is there now is kept as a backup."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _("_Cancel"), "restore", _("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_object_set_data_full (G_OBJECT (question), "path", g_steal_pointer (&path), g_free);
  g_signal_connect (question, "response", G_CALLBACK (answered_cb), window);
  gtk_window_present (GTK_WINDOW (question));
}

/* What a backup is, and what the button beside it says to a screen reader: each (transfer full). */
static char *
describe (const PatalBackup *backup, const char *moment, char **says)
{
  g_autofree char *size = g_format_size ((guint64) backup->size);
  g_autofree char *name = g_filename_display_basename (backup->path);

  if (backup->kind == PATAL_BACKUP_BEFORE_RESTORE)
    {
      /* Translators: %s is a day and a time */
      *says = g_strdup_printf (_("Restore what was there before the restore of %s"), moment);
      return g_strdup_printf ("%s · %s", _("What was there before a restore"), size);
    }
  *says = g_strdup_printf (_("Restore the backup of %s"), moment);
  return g_strdup_printf ("%s · %s", backup->kind == PATAL_BACKUP_DAILY ? _("Backup of the day") : name, size);
}

static GtkWidget *
backup_row (PatalBackupsDialog *self, const PatalBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = patal_day_long (backup->day, patal_settings_lang ());
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_local (backup->made_at);
  g_autofree char *clock = g_date_time_format (made, "%H:%M");
  g_autofree char *moment = g_strdup_printf ("%s, %s", day, clock);
  g_autofree char *says = NULL;
  g_autofree char *detail = describe (backup, moment, &says);
  GtkWidget *restore = gtk_button_new_with_label (_("Restore"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), moment);
  gtk_widget_set_tooltip_text (row, backup->path);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), backup->good ? detail : _("Damaged: cannot be restored"));
  gtk_widget_set_valign (restore, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (restore, backup->good);
  gtk_widget_set_tooltip_text (restore, _("Go back to this state; what is there now is kept as a backup"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (restore), GTK_ACCESSIBLE_PROPERTY_LABEL, says, -1);
  g_object_set_data_full (G_OBJECT (restore), "path", g_strdup (backup->path), g_free);
  g_object_set_data_full (G_OBJECT (restore), "moment", g_strdup (moment), g_free);
  g_signal_connect (restore, "clicked", G_CALLBACK (restore_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), restore);
  return row;
}

static void
listed_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalBackupsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = patal_restore_list_finish (result, &error);
  GtkListBoxRow *row;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; backups != NULL && i < backups->len; i++)
    gtk_list_box_append (self->list, backup_row (self, g_ptr_array_index (backups, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), backups != NULL && backups->len > 0);
  gtk_label_set_text (self->note, error != NULL ? error->message
                                  : backups->len == 0 ? _("There is no backup yet.")
                                                      : _("One is made at the first opening of each day: the last 7 days and 4 weeks are kept."));
}

static void
load (PatalBackupsDialog *self)
{
  gtk_label_set_text (self->note, _("Looking for backups…"));
  patal_restore_list_async (patal_window_get_path (self->window), self->cancellable, listed_cb, g_object_ref (self));
}

static gpointer
check_job (PatalDb *db, G_GNUC_UNUSED gpointer data, const PatalProgress *progress, GError **error)
{
  return patal_file_check (db, progress, error);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalBackupsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);
  g_autofree char *all = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->check_button), TRUE);
  if (found != NULL && found->len > 0)
    {
      g_ptr_array_add (found, NULL);
      all = g_strjoinv ("\n", (GStrv) found->pdata);
    }
  gtk_label_set_text (self->check_note, found == NULL ? error->message : all != NULL ? all : _("The file is sound."));
}

/* Beside the writer, so that work can go on. */
static void
check_cb (PatalBackupsDialog *self)
{
  PatalDocument *document = patal_window_get_document (self->window);

  if (document == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->check_button), FALSE);
  gtk_label_set_text (self->check_note, _("Checking…"));
  patal_document_read_async (document, check_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, self->cancellable, checked_cb,
                             g_object_ref (self));
}

static void
now_cb (PatalBackupsDialog *self)
{
  PatalWindow *window = self->window;

  gtk_window_destroy (GTK_WINDOW (self));
  g_action_group_activate_action (G_ACTION_GROUP (window), "save-copy", NULL);
}

void
patal_backups_dialog_show (PatalWindow *window)
{
  PatalBackupsDialog *self = g_object_new (PATAL_TYPE_BACKUPS_DIALOG, "transient-for", window, NULL);

  self->window = window;
  load (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
patal_backups_dialog_dispose (GObject *object)
{
  g_cancellable_cancel (PATAL_BACKUPS_DIALOG (object)->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_BACKUPS_DIALOG);
  G_OBJECT_CLASS (patal_backups_dialog_parent_class)->dispose (object);
}

static void
patal_backups_dialog_finalize (GObject *object)
{
  g_object_unref (PATAL_BACKUPS_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (patal_backups_dialog_parent_class)->finalize (object);
}

static void
patal_backups_dialog_class_init (PatalBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_backups_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = patal_backups_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalBackupsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, PatalBackupsDialog, note);
  gtk_widget_class_bind_template_child (widget_class, PatalBackupsDialog, check_note);
  gtk_widget_class_bind_template_child (widget_class, PatalBackupsDialog, check_button);
  gtk_widget_class_bind_template_callback (widget_class, now_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
}

static void
patal_backups_dialog_init (PatalBackupsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
