/* patal-work-file-report.c: the report "work-files" (R12): how complete the files of completed works are
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In three steps, each opened by the figures of the one before: gram panchayats, works, documents. */
#include "patal-frame.h"
#include "patal-place-sql.h"
#include "patal-work-file.h"
#include "patal-work.h"
#include <glib/gi18n-lib.h>

#define MOST_NAMED 3 /* of the documents that are missing most often */

/* ?1 within, ?2 day, ?3 whether in Hindi. Each completed work with what is due and there; kinds of documents out of use are of no account. */
#define IN_LANGUAGE(of) "iif (?3, ifnull (" of ".name_hi, " of ".name_en), ifnull (" of ".name_en, " of ".name_hi))"
#define FILES(where) \
  " file AS (SELECT w.id, w.gp, w.end_day, (SELECT count (*) FROM work_doc_type WHERE in_use) - count (*) FILTER (WHERE d.applicable = 0 AND t.in_use)" \
  "  AS due, count (*) FILTER (WHERE d.available AND t.in_use) AS there FROM work AS w LEFT JOIN work_doc AS d ON d.work = w.id" \
  "  LEFT JOIN work_doc_type AS t ON t.id = d.doc_type" \
  "  WHERE " where " AND w.status = 'completed' AND (w.end_day IS NULL OR w.end_day <= ?2) GROUP BY w.id)"
#define OF_ALL "WITH" FILES ("?1 = 0")
#define OF_UNIT "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?1") "," FILES ("w.gp IN below")
#define JOIN_PLACE " JOIN unit AS u ON u.id = file.gp LEFT JOIN unit AS b ON b.id = u.parent LEFT JOIN unit AS d ON d.id = b.parent"
#define PLACES "b.id AS block_id, " IN_LANGUAGE ("b") " AS block_word, " IN_LANGUAGE ("d") ", u.id AS gp_id, " IN_LANGUAGE ("u") " AS gp_word"
#define BY_PLACE " ORDER BY iif (?3, block_word, lower (block_word)), block_id, iif (?3, gp_word, lower (gp_word)), gp_id"
enum { S_BLOCK_ID, S_BLOCK, S_DISTRICT, S_GP_ID, S_GP, N_PLACES };

typedef struct
{
  PatalDb               *db;
  const PatalReportArgs *args;
  gint64                 within, block; /* @block: of the row before */
  gboolean               with_district;
  char                  *day;
} Report;

static void
report_clear (Report *report)
{
  g_free (report->day);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Report, report_clear)

/* @all and @of_unit: the question of the whole file, and of a unit. */
static PatalRows
ask (const Report *report, const char *all, const char *of_unit)
{
  return patal_db_query (report->db, report->within != 0 ? of_unit : all, PATAL_ARGS (
    PATAL_INT (report->within), PATAL_TEXT (report->day), PATAL_INT (patal_words_lang (report->args->words) == PATAL_LANG_HI)));
}

static void
begin_block (Report *report, PatalTable *table, PatalRows *rows)
{
  gint64 block = patal_rows_int (rows, S_BLOCK_ID);
  const char *name = patal_rows_text (rows, S_BLOCK), *district = patal_rows_text (rows, S_DISTRICT);
  g_autofree char *title = NULL;

  if (block == report->block || name == NULL)
    return;
  title = report->with_district && district != NULL ? g_strdup_printf ("%s, %s", name, district) : g_strdup (name);
  patal_table_begin_group (table, title);
  report->block = block;
}

/* ---- gram panchayats ---- */

enum { G_SERIAL, G_GP, G_COMPLETED, G_KEPT, G_SHARE, G_MISSING, N_GP_COLUMNS };

#define GPS(files) \
  files " SELECT " PLACES ", count (*), count (*) FILTER (WHERE there > 0), sum (due), sum (there) FROM file" JOIN_PLACE " GROUP BY file.gp" BY_PLACE
#define LACKS(files) \
  files " SELECT file.gp, " IN_LANGUAGE ("t") ", count (*) AS n FROM file JOIN work_doc_type AS t ON t.in_use" \
  " LEFT JOIN work_doc AS d ON d.work = file.id AND d.doc_type = t.id" \
  " WHERE file.there > 0 AND ifnull (d.applicable, 1) AND NOT ifnull (d.available, 0) GROUP BY file.gp, t.id ORDER BY file.gp, n DESC, t.rank, t.id"
static const char gps_sql[] = GPS (OF_ALL), gps_of_unit_sql[] = GPS (OF_UNIT);
static const char lacks_sql[] = LACKS (OF_ALL), lacks_of_unit_sql[] = LACKS (OF_UNIT);

static PatalTable *
new_gp_table (const PatalWords *words)
{
  const PatalColumn columns[N_GP_COLUMNS] = {
    [G_SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [G_GP] = { "gp", patal_words_get (words, "Gram panchayat"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [G_COMPLETED] = { "completed", patal_words_get (words, "Completed works"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [G_KEPT] = { "kept", patal_words_get (words, "Work files kept"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    /* Translators: a column's title: documents that are there, of those that are due */
    [G_SHARE] = { "share", patal_words_get (words, "Completeness %"), PATAL_COLUMN_PERCENT, PATAL_TOTAL_NONE },
    [G_MISSING] = { "missing", patal_words_get (words, "Main shortcomings"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };

  return patal_table_new (columns, N_GP_COLUMNS);
}

/* (transfer full) (nullable): a gram panchayat → what its files lack most often: "माप पुस्तिका की प्रति (4), …". */
static GHashTable *
read_lacks (const Report *report, GError **error)
{
  g_autoptr (GHashTable) lacks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_auto (PatalRows) rows = ask (report, lacks_sql, lacks_of_unit_sql);
  g_autoptr (GString) named = g_string_new (NULL);
  gint64 gp = 0;
  guint n = 0;

  while (patal_rows_next (&rows))
    {
      if (patal_rows_int (&rows, 0) != gp)
        {
          g_string_truncate (named, 0);
          gp = patal_rows_int (&rows, 0);
          n = 0;
        }
      if (n++ >= MOST_NAMED)
        continue;
      g_string_append_printf (named, "%s%s (%d)", named->len > 0 ? "; " : "", patal_rows_text (&rows, 1), (int) patal_rows_int (&rows, 2));
      g_hash_table_replace (lacks, g_memdup2 (&gp, sizeof gp), g_strdup (named->str));
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&lacks) : NULL;
}

static void
set_opening (PatalTable *table, guint row, guint column, gint64 number, const char *works, gint64 gp)
{
  g_autofree char *opens = g_strdup_printf ("work-files?works=%s&within=%" G_GINT64_FORMAT, works, gp);

  patal_table_set_number (table, row, column, number);
  patal_table_set_opens (table, row, column, opens);
}

static void
add_gp (const Report *report, PatalTable *table, PatalRows *rows, GHashTable *lacks)
{
  gint64 gp = patal_rows_int (rows, S_GP_ID), kept = patal_rows_int (rows, N_PLACES + 1);
  PatalWorkFileCount count = { (guint) patal_rows_int (rows, N_PLACES + 2), (guint) patal_rows_int (rows, N_PLACES + 3) };
  guint row = patal_table_add_row (table, gp);

  patal_table_set_text (table, row, G_GP, patal_rows_text (rows, S_GP));
  set_opening (table, row, G_COMPLETED, patal_rows_int (rows, N_PLACES), "completed", gp);
  set_opening (table, row, G_KEPT, kept, "kept", gp);
  set_opening (table, row, G_SHARE, patal_work_file_tenths (&count), "completed", gp);
  patal_table_set_text (table, row, G_MISSING, kept == 0 ? patal_words_get (report->args->words, "No document is recorded")
                                                         : g_hash_table_lookup (lacks, &gp));
}

static PatalTable *
build_gps (Report *report, GError **error)
{
  const PatalWords *words = report->args->words;
  g_autoptr (PatalTable) table = new_gp_table (words);
  g_autoptr (GHashTable) lacks = read_lacks (report, error);
  g_auto (PatalRows) rows = ask (report, gps_sql, gps_of_unit_sql);

  while (lacks != NULL && patal_rows_next (&rows))
    {
      begin_block (report, table, &rows);
      add_gp (report, table, &rows, lacks);
      if (!patal_progress_step (report->args->progress, patal_table_n_rows (table), 0, error))
        return NULL;
    }
  if (lacks == NULL || !patal_rows_finish (&rows, error)
      || !patal_frame_apply (report->db, table, report->args, report->within, patal_words_get (words, "Completeness of work files"),
                             patal_words_get (words, "Completeness: documents that are there, of all that are due in the files of completed works. "
                                                     "A file is kept where at least one document is there; shortcomings are those of kept files."),
                             error))
    return NULL;
  return g_steal_pointer (&table);
}

/* ---- works ---- */

enum { W_SERIAL, W_GP, W_NAME, W_CODE, W_END, W_DUE, W_THERE, W_SHARE, W_MISSING, N_WORK_COLUMNS };

#define LACKING \
  "(SELECT group_concat (name, '; ') FROM (SELECT " IN_LANGUAGE ("t") " AS name FROM work_doc_type AS t LEFT JOIN work_doc AS d ON d.work = file.id" \
  " AND d.doc_type = t.id WHERE t.in_use AND ifnull (d.applicable, 1) AND NOT ifnull (d.available, 0) ORDER BY t.rank, t.id))"
#define WORKS(files) \
  files " SELECT " PLACES ", file.id, " IN_LANGUAGE ("w") " AS work_word, w.code, file.end_day, due, there, iif (there > 0, " LACKING ", NULL)" \
  " FROM file JOIN work AS w ON w.id = file.id" JOIN_PLACE BY_PLACE ", iif (?3, work_word, lower (work_word)), file.id"
static const char works_sql[] = WORKS (OF_ALL), works_of_unit_sql[] = WORKS (OF_UNIT);

static PatalTable *
new_work_table (const PatalWords *words)
{
  const PatalColumn columns[N_WORK_COLUMNS] = {
    [W_SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [W_GP] = { "gp", patal_words_get (words, "Gram panchayat"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [W_NAME] = { "name", patal_words_get (words, "Name of the work"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [W_CODE] = { "code", patal_words_get (words, "Work code"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [W_END] = { "end", patal_words_get (words, "Completion of the work"), PATAL_COLUMN_DAY, PATAL_TOTAL_NONE },
    [W_DUE] = { "due", patal_words_get (words, "Documents due"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [W_THERE] = { "there", patal_words_get (words, "Documents there"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [W_SHARE] = { "share", patal_words_get (words, "Completeness %"), PATAL_COLUMN_PERCENT, PATAL_TOTAL_NONE },
    [W_MISSING] = { "missing", patal_words_get (words, "Missing documents"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };

  return patal_table_new (columns, N_WORK_COLUMNS);
}

static void
set_documents (PatalTable *table, guint row, guint column, gint64 number, const char *which, gint64 work)
{
  g_autofree char *opens = g_strdup_printf ("work-files?documents=%" G_GINT64_FORMAT "&which=%s", work, which);

  patal_table_set_number (table, row, column, number);
  patal_table_set_opens (table, row, column, opens);
}

static void
add_work (const Report *report, PatalTable *table, PatalRows *rows)
{
  gint64 work = patal_rows_int (rows, N_PLACES);
  PatalDay end = patal_day_from_iso (patal_rows_text (rows, N_PLACES + 3));
  PatalWorkFileCount count = { (guint) patal_rows_int (rows, N_PLACES + 4), (guint) patal_rows_int (rows, N_PLACES + 5) };
  guint row = patal_table_add_row (table, work);

  patal_table_set_text (table, row, W_GP, patal_rows_text (rows, S_GP));
  patal_table_set_text (table, row, W_NAME, patal_rows_text (rows, N_PLACES + 1));
  patal_table_set_text (table, row, W_CODE, patal_rows_text (rows, N_PLACES + 2));
  if (end != PATAL_DAY_NONE)
    patal_table_set_number (table, row, W_END, end);
  set_documents (table, row, W_DUE, count.applicable, "due", work);
  set_documents (table, row, W_THERE, count.available, "there", work);
  patal_table_set_number (table, row, W_SHARE, patal_work_file_tenths (&count));
  patal_table_set_text (table, row, W_MISSING, count.available == 0 ? patal_words_get (report->args->words, "No document is recorded")
                                                                    : patal_rows_text (rows, N_PLACES + 6));
}

static PatalTable *
build_works (Report *report, const char *which, GError **error)
{
  g_autoptr (PatalTable) table = new_work_table (report->args->words);
  gboolean kept_only = g_str_equal (which, "kept"), empty_only = g_str_equal (which, "empty");
  g_auto (PatalRows) rows = { 0 };

  if (!kept_only && !empty_only && !g_str_equal (which, "completed"))
    {
      g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("The filter %s does not know “%s”"), "works", which);
      return NULL;
    }
  rows = ask (report, works_sql, works_of_unit_sql);
  while (patal_rows_next (&rows))
    {
      gboolean kept = patal_rows_int (&rows, N_PLACES + 5) > 0;

      if ((kept_only && !kept) || (empty_only && kept))
        continue;
      begin_block (report, table, &rows);
      add_work (report, table, &rows);
      if (!patal_progress_step (report->args->progress, patal_table_n_rows (table), 0, error))
        return NULL;
    }
  if (!patal_rows_finish (&rows, error)
      || !patal_frame_apply (report->db, table, report->args, report->within,
                             patal_words_get (report->args->words, "Work files of completed works"), NULL, error))
    return NULL;
  return g_steal_pointer (&table);
}

/* ---- documents of one work ---- */

enum { D_SERIAL, D_NAME, D_DUE, D_THERE, D_PAGES, D_BY, D_ON, D_SCAN, D_REMARK, N_DOC_COLUMNS };

static PatalTable *
new_doc_table (const PatalWords *words)
{
  const PatalColumn columns[N_DOC_COLUMNS] = {
    [D_SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [D_NAME] = { "name", patal_words_get (words, "Document"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    /* Translators: columns of the checklist of a work file: does the document apply to the work? is it there? */
    [D_DUE] = { "due", patal_words_get (words, "Applicable?"), PATAL_COLUMN_YES_NO, PATAL_TOTAL_NONE },
    [D_THERE] = { "there", patal_words_get (words, "Available?"), PATAL_COLUMN_YES_NO, PATAL_TOTAL_NONE },
    [D_PAGES] = { "pages", patal_words_get (words, "Pages"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [D_BY] = { "by", patal_words_get (words, "Verified by"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [D_ON] = { "on", patal_words_get (words, "Verified on"), PATAL_COLUMN_DAY, PATAL_TOTAL_NONE },
    [D_SCAN] = { "scan", patal_words_get (words, "Scan"), PATAL_COLUMN_YES_NO, PATAL_TOTAL_NONE },
    [D_REMARK] = { "remark", patal_words_get (words, "Remark"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };

  return patal_table_new (columns, N_DOC_COLUMNS);
}

static void
add_doc (PatalTable *table, const PatalWorkDoc *doc, const char *name)
{
  g_autofree char *pages = doc->page_from != 0 && doc->page_to > doc->page_from ? g_strdup_printf ("%d–%d", doc->page_from, doc->page_to)
                           : doc->page_from != 0 || doc->page_to != 0 ? g_strdup_printf ("%d", MAX (doc->page_from, doc->page_to))
                                                                      : NULL;
  guint row = patal_table_add_row (table, doc->type);

  patal_table_set_text (table, row, D_NAME, name);
  patal_table_set_number (table, row, D_DUE, doc->applicable);
  if (doc->applicable)
    patal_table_set_number (table, row, D_THERE, doc->available);
  patal_table_set_text (table, row, D_PAGES, pages);
  patal_table_set_text (table, row, D_BY, doc->verified_by);
  if (doc->verified_on != PATAL_DAY_NONE)
    patal_table_set_number (table, row, D_ON, doc->verified_on);
  if (doc->available)
    patal_table_set_number (table, row, D_SCAN, doc->has_scan);
  patal_table_set_text (table, row, D_REMARK, doc->remark);
}

static const char *
type_name (const GPtrArray *types, gint64 id, PatalLang lang)
{
  for (guint i = 0; i < types->len; i++)
    {
      const PatalDocType *type = g_ptr_array_index (types, i);

      if (type->id == id)
        return type->names[lang] != NULL ? type->names[lang] : type->names[PATAL_LANG_HI + PATAL_LANG_EN - lang];
    }
  return NULL;
}

static PatalTable *
build_documents (Report *report, gint64 id, GError **error)
{
  const char *which = patal_frame_filter (report->args, "which");
  PatalLang lang = patal_words_lang (report->args->words);
  g_autoptr (PatalTable) table = new_doc_table (report->args->words);
  g_autoptr (GPtrArray) types = patal_doc_types (report->db, error), docs = NULL;
  g_auto (PatalWork) work;
  g_autofree char *title = NULL;
  const char *name;

  patal_work_init (&work);
  if (types == NULL || !patal_work_load (report->db, id, &work, error))
    return NULL;
  docs = patal_work_docs (report->db, id, error);
  for (guint i = 0; docs != NULL && i < docs->len; i++)
    {
      const PatalWorkDoc *doc = g_ptr_array_index (docs, i);

      if ((g_strcmp0 (which, "due") != 0 || doc->applicable) && (g_strcmp0 (which, "there") != 0 || doc->available))
        add_doc (table, doc, type_name (types, doc->type, lang));
    }
  name = (lang == PATAL_LANG_HI && work.name_hi != NULL) || work.name_en == NULL ? work.name_hi : work.name_en;
  /* Translators: above the checklist of documents; {1} is the name of a work */
  title = patal_label_text (PATAL_LABEL (N_("Work file: {1}"), name), report->args->words);
  return docs != NULL && patal_frame_apply (report->db, table, report->args, work.gp, title, NULL, error) ? g_steal_pointer (&table) : NULL;
}

static PatalTable *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  g_auto (Report) report = { .db = db, .args = args, .day = patal_day_iso (args->as_on) };
  const char *works = patal_frame_filter (args, "works"), *documents = patal_frame_filter (args, "documents");
  gint64 n_districts;

  if (!patal_frame_scope (db, args, &report.within, error)
      || !patal_db_int (db, "SELECT count (*) FROM unit WHERE level = 'district' AND (?1 = 0 OR parent = ?1)",
                        PATAL_ARGS (PATAL_INT (report.within)), &n_districts, error))
    return NULL;
  report.with_district = n_districts > 1;
  if (documents != NULL)
    return build_documents (&report, g_ascii_strtoll (documents, NULL, 10), error);
  return works != NULL ? build_works (&report, works, error) : build_gps (&report, error);
}

const PatalReport patal_work_file_report = { "work-files", N_("Completeness of work files"), build };
