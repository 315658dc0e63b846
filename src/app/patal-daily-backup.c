/* patal-daily-backup.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-daily-backup.h"
#include "patal-backup.h"
#include <glib/gi18n.h>

static gpointer
backup_job (PatalDb *db, G_GNUC_UNUSED gpointer data, const PatalProgress *progress, GError **error)
{
  return GINT_TO_POINTER (patal_backup_daily (db, progress, error));
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  PatalDocument *document = PATAL_DOCUMENT (source);
  g_autoptr (GError) error = NULL;

  if (patal_document_run_finish (document, result, &error) == NULL)
    {
      g_prefix_error (&error, "%s ", _("The backup of today could not be made."));
      patal_document_complain (document, error);
    }
}

void
patal_daily_backup_make (PatalDocument *document)
{
  patal_document_write_async (document, backup_job, NULL, NULL, NULL, NULL, backed_up_cb, NULL);
}
