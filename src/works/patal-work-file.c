/* patal-work-file.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-file.h"
#include "patal-contact.h"
#include "patal-work-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-work-file-error-quark, patal_work_file_error)

static gboolean
refuse (const char **field, const char *id, GError **error, PatalWorkFileError code, const char *sentence)
{
  *field = id;
  g_set_error_literal (error, PATAL_WORK_FILE_ERROR, (int) code, sentence);
  return FALSE;
}

static PatalValue
text_or_null (const char *text)
{
  return patal_work_is_blank (text) ? PATAL_NULL : PATAL_TEXT (text);
}

/* ---- the checklist ---- */

void
patal_doc_type_free (PatalDocType *type)
{
  if (type == NULL)
    return;
  g_free (type->names[PATAL_LANG_HI]);
  g_free (type->names[PATAL_LANG_EN]);
  g_free (type->basis);
  g_free (type);
}

GPtrArray *
patal_doc_types (PatalDb *db, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT id, rank, name_hi, name_en, basis, in_use FROM work_doc_type ORDER BY rank, id",
                                            PATAL_NO_ARGS);
  g_autoptr (GPtrArray) types = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_doc_type_free);

  while (patal_rows_next (&rows))
    {
      PatalDocType *type = g_new0 (PatalDocType, 1);

      type->id = patal_rows_int (&rows, 0);
      type->rank = (int) patal_rows_int (&rows, 1);
      type->names[PATAL_LANG_HI] = g_strdup (patal_rows_text (&rows, 2));
      type->names[PATAL_LANG_EN] = g_strdup (patal_rows_text (&rows, 3));
      type->basis = g_strdup (patal_rows_text (&rows, 4));
      type->in_use = patal_rows_int (&rows, 5) != 0;
      g_ptr_array_add (types, type);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&types) : NULL;
}

gboolean
patal_doc_type_put (PatalDb *db, PatalDocType *type, GError **error)
{
  const char *ignored;

  if (patal_work_is_blank (type->names[PATAL_LANG_HI]) && patal_work_is_blank (type->names[PATAL_LANG_EN]))
    return refuse (&ignored, "name_hi", error, PATAL_WORK_FILE_ERROR_NAME, _("A document needs a name, in Hindi or in English"));
  if (type->id == 0)
    type->id = patal_db_new_id (db);
  return patal_db_run (db,
    "INSERT INTO work_doc_type (id, rank, name_hi, name_en, basis, in_use) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    " ON CONFLICT (id) DO UPDATE SET rank = ?2, name_hi = ?3, name_en = ?4, basis = ?5, in_use = ?6",
    PATAL_ARGS (PATAL_INT (type->id), PATAL_INT (type->rank), text_or_null (type->names[PATAL_LANG_HI]),
                text_or_null (type->names[PATAL_LANG_EN]), text_or_null (type->basis), PATAL_INT (type->in_use != FALSE)), error);
}

gboolean
patal_doc_type_remove (PatalDb *db, gint64 id, GError **error)
{
  gint64 n;

  if (!patal_db_int (db, "SELECT count (*) FROM work_doc WHERE doc_type = ?1", PATAL_ARGS (PATAL_INT (id)), &n, error))
    return FALSE;
  if (n > 0)
    {
      g_set_error (error, PATAL_WORK_FILE_ERROR, PATAL_WORK_FILE_ERROR_IN_USE,
                   g_dngettext (GETTEXT_PACKAGE, "%u work file has something to say of this document: take it out of use instead",
                                "%u work files have something to say of this document: take it out of use instead", (gulong) n),
                   (guint) n);
      return FALSE;
    }
  return patal_db_run (db, "DELETE FROM work_doc_type WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error);
}

/* ---- the documents of one work ---- */

void
patal_work_doc_free (PatalWorkDoc *doc)
{
  if (doc == NULL)
    return;
  g_free (doc->verified_by);
  g_free (doc->remark);
  g_free (doc);
}

static PatalWorkDoc *
read_doc (PatalRows *rows, gint64 work)
{
  PatalWorkDoc *doc = g_new0 (PatalWorkDoc, 1);
  g_autoptr (GBytes) scan = patal_rows_null (rows, 9) ? NULL : patal_rows_bytes (rows, 9);

  doc->work = work;
  doc->type = patal_rows_int (rows, 0);
  doc->id = patal_rows_int (rows, 1);
  doc->applicable = patal_rows_int (rows, 2) != 0;
  doc->available = patal_rows_int (rows, 3) != 0;
  doc->page_from = (int) patal_rows_int (rows, 4);
  doc->page_to = (int) patal_rows_int (rows, 5);
  doc->verified_by = g_strdup (patal_rows_text (rows, 6));
  doc->verified_on = patal_day_from_iso (patal_rows_text (rows, 7));
  doc->remark = g_strdup (patal_rows_text (rows, 8));
  doc->has_scan = scan != NULL && g_bytes_get_size (scan) == PATAL_BLOB_HASH_SIZE;
  if (doc->has_scan)
    memcpy (doc->scan, g_bytes_get_data (scan, NULL), PATAL_BLOB_HASH_SIZE);
  return doc;
}

GPtrArray *
patal_work_docs (PatalDb *db, gint64 work, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT t.id, d.id, ifnull (d.applicable, 1), d.available, d.page_from, d.page_to, d.verified_by, d.verified_on, d.remark, d.scan"
    " FROM work_doc_type AS t LEFT JOIN work_doc AS d ON d.work = ?1 AND d.doc_type = t.id"
    " WHERE t.in_use ORDER BY t.rank, t.id", PATAL_ARGS (PATAL_INT (work)));
  g_autoptr (GPtrArray) docs = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_work_doc_free);

  while (patal_rows_next (&rows))
    g_ptr_array_add (docs, read_doc (&rows, work));
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&docs) : NULL;
}

gboolean
patal_work_doc_check (const PatalWorkDoc *doc, const char **field, GError **error)
{
  const char *ignored;

  if (field == NULL)
    field = &ignored;
  if (doc->available && !doc->applicable)
    return refuse (field, "available", error, PATAL_WORK_FILE_ERROR_STATE,
                   _("A document that is there also applies to the work: choose one of the two"));
  if (doc->page_from < 0 || doc->page_to < 0)
    return refuse (field, doc->page_from < 0 ? "page_from" : "page_to", error, PATAL_WORK_FILE_ERROR_PAGES,
                   _("Pages are counted from 1"));
  if (doc->page_from != 0 && doc->page_to != 0 && doc->page_to < doc->page_from)
    return refuse (field, "page_to", error, PATAL_WORK_FILE_ERROR_PAGES, _("The last page comes before the first"));
  *field = "verified_by";
  if (!patal_contact_no_aadhaar (doc->verified_by, error))
    return FALSE;
  *field = "remark";
  return patal_contact_no_aadhaar (doc->remark, error);
}

gboolean
patal_work_doc_save (PatalDb *db, PatalWorkDoc *doc, GError **error)
{
  g_autofree char *verified_on = doc->verified_on != PATAL_DAY_NONE ? patal_day_iso (doc->verified_on) : NULL;
  gint64 there;

  if (!patal_work_editable (db, doc->work, error) || !patal_work_doc_check (doc, NULL, error)
      || !patal_db_int (db, "SELECT ifnull ((SELECT min (id) FROM work_doc WHERE work = ?1 AND doc_type = ?2), 0)",
                        PATAL_ARGS (PATAL_INT (doc->work), PATAL_INT (doc->type)), &there, error))
    return FALSE;
  doc->id = there != 0 ? there : patal_db_new_id (db);
  return patal_db_run (db,
    "INSERT INTO work_doc (id, work, doc_type, applicable, available, page_from, page_to, verified_by, verified_on, remark, scan)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
    " ON CONFLICT (id) DO UPDATE SET applicable = ?4, available = ?5, page_from = ?6, page_to = ?7, verified_by = ?8,"
    " verified_on = ?9, remark = ?10, scan = ?11",
    PATAL_ARGS (PATAL_INT (doc->id), PATAL_INT (doc->work), PATAL_INT (doc->type), PATAL_INT (doc->applicable != FALSE),
                PATAL_INT (doc->available != FALSE), PATAL_INT_OR_NULL (doc->page_from), PATAL_INT_OR_NULL (doc->page_to),
                text_or_null (doc->verified_by), PATAL_TEXT (verified_on), text_or_null (doc->remark),
                doc->has_scan ? PATAL_BYTES (doc->scan, PATAL_BLOB_HASH_SIZE) : PATAL_NULL), error);
}

/* ---- completeness ---- */

gboolean
patal_work_file_count (PatalDb *db, gint64 work, PatalWorkFileCount *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT count (*) FILTER (WHERE ifnull (d.applicable, 1)), count (*) FILTER (WHERE d.available)"
    " FROM work_doc_type AS t LEFT JOIN work_doc AS d ON d.work = ?1 AND d.doc_type = t.id WHERE t.in_use", PATAL_ARGS (PATAL_INT (work)));

  if (patal_rows_next (&rows))
    *out = (PatalWorkFileCount) { (guint) patal_rows_int (&rows, 0), (guint) patal_rows_int (&rows, 1) };
  return patal_rows_finish (&rows, error);
}

int
patal_work_file_tenths (const PatalWorkFileCount *count)
{
  /* Rounded down: 100 is said of a file only when nothing is missing. */
  return count->applicable == 0 ? 1000 : (int) ((guint64) count->available * 1000 / count->applicable);
}
