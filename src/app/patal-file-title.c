/* patal-file-title.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-file-title.h"
#include "patal-settings.h"
#include "patal-unit.h"
#include <glib/gi18n.h>

static gpointer
title_job (PatalDb *db, G_GNUC_UNUSED gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  g_autoptr (GArray) districts = patal_unit_ids (db, &(PatalUnitFilter) { .level = PATAL_LEVEL_DISTRICT }, error);

  if (districts == NULL)
    return NULL;
  if (districts->len == 1)
    return patal_unit_name (db, g_array_index (districts, gint64, 0), patal_settings_lang ());
  if (districts->len == 0)
    return g_strdup (_("Gram Patal"));
  return g_strdup_printf (ngettext ("%u district", "%u districts", districts->len), districts->len);
}

void
patal_file_title_read_async (PatalDocument *document, GAsyncReadyCallback ready, gpointer user_data)
{
  patal_document_read_async (document, title_job, NULL, NULL, g_free, NULL, ready, user_data);
}

char *
patal_file_title_read_finish (PatalDocument *document, GAsyncResult *result, GError **error)
{
  return patal_document_run_finish (document, result, error);
}
