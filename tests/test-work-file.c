/* test-work-file.c: the checklist of work files, the documents of a work, how complete they are
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "works.h"
#include "patal-contact.h"
#include "patal-work-file.h"
#include <string.h>

#define SHIPPED_TYPES 22
#define MEASUREMENT_BOOK 213 /* its id in every file */

static PatalDocType *
type_at (GPtrArray *types, guint i)
{
  return g_ptr_array_index (types, i);
}

static PatalWorkDoc *
doc_at (GPtrArray *docs, guint i)
{
  return g_ptr_array_index (docs, i);
}

static GPtrArray *
docs_of (Directory *f, gint64 work)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *docs = patal_work_docs (f->db, work, &error);

  g_assert_no_error (error);
  return docs;
}

static gboolean
remove_type_cb (PatalDb *db, gpointer id, GError **error)
{
  return patal_doc_type_remove (db, *(gint64 *) id, error);
}

static gboolean
scan_cb (PatalDb *db, gpointer data, GError **error)
{
  PatalWorkDoc *doc = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a scan", 6);

  doc->has_scan = TRUE;
  return patal_blob_put (db, bytes, "image/jpeg", doc->scan, error) && patal_work_doc_save (db, doc, error);
}

static void
assert_count (Directory *f, gint64 work, guint applicable, guint available, int tenths)
{
  PatalWorkFileCount count;

  g_assert_true (patal_work_file_count (f->db, work, &count, NULL));
  g_assert_cmpuint (count.applicable, ==, applicable);
  g_assert_cmpuint (count.available, ==, available);
  g_assert_cmpint (patal_work_file_tenths (&count), ==, tenths);
}

static void
test_checklist (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) shipped = patal_doc_types (f->db, NULL), changed = NULL;
  PatalDocType own = { .rank = 5, .names = { (char *) "वंशावली", NULL }, .in_use = TRUE };
  PatalDocType blank = { .rank = 5, .names = { (char *) "  ", NULL }, .in_use = TRUE };

  g_assert_cmpuint (shipped->len, ==, SHIPPED_TYPES);
  for (guint i = 0; i < shipped->len; i++)
    {
      g_assert_cmpint (type_at (shipped, i)->rank, ==, i + 1);
      g_assert_true (type_at (shipped, i)->names[0] != NULL && type_at (shipped, i)->names[1] != NULL && type_at (shipped, i)->in_use);
    }
  g_assert_cmpstr (type_at (shipped, 12)->names[PATAL_LANG_HI], ==, "माप पुस्तिका की प्रति");
  g_assert_cmpint (type_at (shipped, 12)->id, ==, MEASUREMENT_BOOK);

  directory_refused (f, (gpointer) patal_doc_type_put, &blank, PATAL_WORK_FILE_ERROR, PATAL_WORK_FILE_ERROR_NAME);
  directory_do (f, (gpointer) patal_doc_type_put, &own);
  type_at (shipped, 0)->rank = 99;
  type_at (shipped, 0)->in_use = FALSE;
  directory_do (f, (gpointer) patal_doc_type_put, type_at (shipped, 0));
  changed = patal_doc_types (f->db, NULL);
  g_assert_cmpuint (changed->len, ==, SHIPPED_TYPES + 1);
  g_assert_cmpint (type_at (changed, 4)->id, ==, own.id); /* behind the shipped one of the same rank, whose id is lower */
  g_assert_cmpstr (type_at (changed, 4)->names[PATAL_LANG_HI], ==, "वंशावली");
  g_assert_null (type_at (changed, 4)->names[PATAL_LANG_EN]);
  g_assert_cmpint (type_at (changed, SHIPPED_TYPES)->rank, ==, 99);
  g_assert_false (type_at (changed, SHIPPED_TYPES)->in_use);
  directory_do (f, (gpointer) remove_type_cb, &own.id);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work_doc_type"), ==, SHIPPED_TYPES);
}

static void
test_documents (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 work = works_add (f, f->gp[0], "चेक डेम निर्माण"), other = works_add (f, f->gp[0], "कुआँ निर्माण"), used = MEASUREMENT_BOOK;
  g_autoptr (GPtrArray) before = docs_of (f, work), after = NULL, others = NULL;
  PatalWorkDoc doc = { .work = work, .type = MEASUREMENT_BOOK, .applicable = TRUE, .available = TRUE, .page_from = 12, .page_to = 18,
                       .verified_by = (char *) "तकनीकी सहायक", .verified_on = DAY (2022, 1, 5), .remark = (char *) "छायाप्रति" };
  PatalWorkDoc again = { .work = work, .type = MEASUREMENT_BOOK, .applicable = TRUE };
  guint dropped;

  g_assert_cmpuint (before->len, ==, SHIPPED_TYPES);
  g_assert_true (doc_at (before, 12)->applicable && !doc_at (before, 12)->available && doc_at (before, 12)->id == 0);
  directory_do (f, (gpointer) scan_cb, &doc);
  after = docs_of (f, work);
  others = docs_of (f, other);
  g_assert_cmpint (doc_at (others, 12)->id, ==, 0);
  g_assert_cmpint (doc_at (after, 12)->id, ==, doc.id);
  g_assert_true (doc_at (after, 12)->available && doc_at (after, 12)->page_from == 12 && doc_at (after, 12)->page_to == 18);
  g_assert_cmpstr (doc_at (after, 12)->verified_by, ==, doc.verified_by);
  g_assert_cmpint (doc_at (after, 12)->verified_on, ==, doc.verified_on);
  g_assert_cmpstr (doc_at (after, 12)->remark, ==, doc.remark);
  g_assert_true (doc_at (after, 12)->has_scan);
  g_assert_cmpmem (doc_at (after, 12)->scan, sizeof doc.scan, doc.scan, sizeof doc.scan);
  g_assert_true (patal_blob_sweep (f->db, &dropped, NULL)); /* the row names the scan */
  g_assert_cmpuint (dropped, ==, 0);

  directory_do (f, (gpointer) patal_work_doc_save, &again); /* who does not know of it changes it, and makes no second one */
  g_assert_cmpint (again.id, ==, doc.id);
  g_assert_cmpint (directory_number (f, "SELECT count (*) FROM work_doc"), ==, 1);
  directory_refused (f, (gpointer) remove_type_cb, &used, PATAL_WORK_FILE_ERROR, PATAL_WORK_FILE_ERROR_IN_USE);
}

static void
test_rules (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { const char *field; gboolean contact; int code; PatalWorkDoc doc; } cases[] = {
    { "available", FALSE, PATAL_WORK_FILE_ERROR_STATE, { .available = TRUE } },
    { "page_from", FALSE, PATAL_WORK_FILE_ERROR_PAGES, { .applicable = TRUE, .page_from = -1 } },
    { "page_to", FALSE, PATAL_WORK_FILE_ERROR_PAGES, { .applicable = TRUE, .page_to = -1 } },
    { "page_to", FALSE, PATAL_WORK_FILE_ERROR_PAGES, { .applicable = TRUE, .page_from = 5, .page_to = 4 } },
    { "verified_by", TRUE, PATAL_CONTACT_ERROR_AADHAAR, { .applicable = TRUE, .verified_by = (char *) "2345 6789 0124" } },
    { "remark", TRUE, PATAL_CONTACT_ERROR_AADHAAR, { .applicable = TRUE, .remark = (char *) "234567890124" } },
  };
  gint64 work = works_add (f, f->gp[0], "चेक डेम निर्माण");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PatalWorkDoc doc = cases[i].doc;
      const char *field = NULL;

      doc.work = work;
      doc.type = MEASUREMENT_BOOK;
      g_assert_false (patal_work_doc_check (&doc, &field, NULL));
      g_assert_cmpstr (field, ==, cases[i].field);
      directory_refused (f, (gpointer) patal_work_doc_save, &doc, cases[i].contact ? PATAL_CONTACT_ERROR : PATAL_WORK_FILE_ERROR,
                         cases[i].code);
    }
}

static void
test_completeness (Directory *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 work = works_add (f, f->gp[0], "चेक डेम निर्माण");
  g_autoptr (GPtrArray) types = patal_doc_types (f->db, NULL);
  PatalWorkFileCount all = { 22, 22 }, nearly = { 2000, 1999 }, none = { 0, 0 };

  assert_count (f, work, 22, 0, 0);
  for (guint i = 0; i < 7; i++)
    directory_do (f, (gpointer) patal_work_doc_save,
                  &(PatalWorkDoc) { .work = work, .type = type_at (types, i)->id, .applicable = TRUE, .available = TRUE });
  assert_count (f, work, 22, 7, 318);
  directory_do (f, (gpointer) patal_work_doc_save, &(PatalWorkDoc) { .work = work, .type = type_at (types, 20)->id });
  assert_count (f, work, 21, 7, 333);
  type_at (types, 0)->in_use = FALSE; /* out of use: of no account, there or not */
  directory_do (f, (gpointer) patal_doc_type_put, type_at (types, 0));
  assert_count (f, work, 20, 6, 300);
  g_assert_cmpint (patal_work_file_tenths (&all), ==, 1000);
  g_assert_cmpint (patal_work_file_tenths (&nearly), ==, 999); /* one is missing: not 100 % */
  g_assert_cmpint (patal_work_file_tenths (&none), ==, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  DIRECTORY_TEST ("/work-file/checklist", test_checklist);
  DIRECTORY_TEST ("/work-file/documents", test_documents);
  DIRECTORY_TEST ("/work-file/rules", test_rules);
  DIRECTORY_TEST ("/work-file/completeness", test_completeness);
  return g_test_run ();
}
