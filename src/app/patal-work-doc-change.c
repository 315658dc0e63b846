/* patal-work-doc-change.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-doc-change.h"
#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  gint64        work, type;
  PatalDocParts parts;
  gboolean      applicable, available;
  int           page_from, page_to;
  PatalDay      verified_on;
  char         *verified_by, *remark, *doc_name, *work_name;
  GBytes       *scan; /* (nullable) */
  const char   *media_type;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->verified_by);
  g_free (change->remark);
  g_free (change->doc_name);
  g_free (change->work_name);
  g_clear_pointer (&change->scan, g_bytes_unref);
  g_free (change);
}

static gboolean
apply (PatalDb *db, const Change *change, PatalWorkDoc *doc, GError **error)
{
  if ((change->parts & PATAL_DOC_STATE) != 0)
    {
      doc->applicable = change->applicable;
      doc->available = change->available;
    }
  if ((change->parts & PATAL_DOC_DETAILS) != 0)
    {
      doc->page_from = change->page_from;
      doc->page_to = change->page_to;
      doc->verified_on = change->verified_on;
      g_free (doc->verified_by);
      g_free (doc->remark);
      doc->verified_by = g_strdup (change->verified_by);
      doc->remark = g_strdup (change->remark);
    }
  if ((change->parts & PATAL_DOC_SCAN) != 0)
    {
      doc->has_scan = change->scan != NULL;
      if (doc->has_scan && !patal_blob_put (db, change->scan, change->media_type, doc->scan, error))
        return FALSE;
    }
  return patal_work_doc_save (db, doc, error);
}

static gboolean
write_change (PatalDb *db, gpointer data, GError **error)
{
  const Change *change = data;
  g_autoptr (GPtrArray) docs = patal_work_docs (db, change->work, error);

  for (guint i = 0; docs != NULL && i < docs->len; i++)
    {
      PatalWorkDoc *doc = g_ptr_array_index (docs, i);

      if (doc->type == change->type)
        return apply (db, change, doc, error);
    }
  if (docs != NULL)
    g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("That document is not on the checklist any more"));
  return FALSE;
}

static gpointer
change_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Change *change = data;
  /* Translators: a document of a work file, and the name of the work */
  const PatalLabel *label = PATAL_LABEL (N_("Work file: {1} of {2}"), change->doc_name, change->work_name);

  return GINT_TO_POINTER (patal_db_edit (db, label, write_change, data, error));
}

static void
changed_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) == NULL)
    patal_document_complain (PATAL_DOCUMENT (source), error);
}

void
patal_work_doc_change (PatalDocument *document, const PatalWorkDoc *doc, PatalDocParts parts, GBytes *scan, const char *media_type,
                       const char *doc_name, const char *work_name)
{
  Change *change = g_new (Change, 1);

  *change = (Change) {
    .work = doc->work,
    .type = doc->type,
    .parts = parts,
    .applicable = doc->applicable,
    .available = doc->available,
    .page_from = doc->page_from,
    .page_to = doc->page_to,
    .verified_on = doc->verified_on,
    .verified_by = g_strdup (doc->verified_by),
    .remark = g_strdup (doc->remark),
    .doc_name = g_strdup (doc_name),
    .work_name = g_strdup (work_name),
    .scan = scan != NULL ? g_bytes_ref (scan) : NULL,
    .media_type = media_type,
  };
  patal_document_write_async (document, change_job, change, change_free, NULL, NULL, changed_cb, NULL);
}
