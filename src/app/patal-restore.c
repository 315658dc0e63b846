/* patal-restore.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-restore.h"
#include <glib/gi18n.h>

typedef struct
{
  char *path, *backup;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_free (errand->path);
  g_free (errand->backup);
  g_free (errand);
}

static void
list_thread (GTask *task, G_GNUC_UNUSED gpointer source, gpointer data, GCancellable *cancellable)
{
  const Errand *errand = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *backups = patal_backup_list_checked (errand->path, &(PatalProgress) { .cancellable = cancellable }, &error);

  if (backups == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, backups, (GDestroyNotify) g_ptr_array_unref);
}

static void
restore_thread (GTask *task, G_GNUC_UNUSED gpointer source, gpointer data, GCancellable *cancellable)
{
  const Errand *errand = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  if (!patal_backup_restore (errand->path, errand->backup, &before, &(PatalProgress) { .cancellable = cancellable }, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, before != NULL ? g_steal_pointer (&before) : g_strdup (""), g_free);
}

/* The file is not open, so there is no worker for it, and the two have no order to keep: the shared pool will do. */
static void
run (const char *path, const char *backup, GTaskThreadFunc func, GCancellable *cancellable, GAsyncReadyCallback ready,
     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, ready, user_data);
  Errand *errand = g_new (Errand, 1);

  *errand = (Errand) { g_strdup (path), g_strdup (backup) };
  g_task_set_task_data (task, errand, errand_free);
  g_task_run_in_thread (task, func);
}

void
patal_restore_list_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback ready, gpointer user_data)
{
  run (path, NULL, list_thread, cancellable, ready, user_data);
}

GPtrArray *
patal_restore_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
patal_restore_async (const char *path, const char *backup, GCancellable *cancellable, GAsyncReadyCallback ready,
                     gpointer user_data)
{
  run (path, backup, restore_thread, cancellable, ready, user_data);
}

char *
patal_restore_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
patal_restore_say_done (PatalWindow *window, const char *before)
{
  g_autofree char *name = g_filename_display_basename (before);
  /* Translators: %s is the name of a backup */
  g_autofree char *sentence = *before != '\0' ? g_strdup_printf (_("Restored. What was there before is kept as %s"), name)
                                              : g_strdup (_("Restored"));

  patal_window_toast (window, sentence, _("_Backups"), "win.backups", NULL);
}
