/* test-import-run.c: an import of a kind of its own, from a file to one edit or nothing
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "district-file.h"
#include "patal-import-run.h"
#include "patal-journal.h"
#include <stdlib.h>
#include <string.h>

/* A kind of import into `setting`: key and value, by code; the same name under another code is doubtful. */
enum { CODE, NAME, COUNT, PLACE, DAY, WAGE, SPENT, N_FIELDS };

static const char *const code_words[] = { "lgd code", "code", "कोड", NULL };
static const char *const name_words[] = { "gp name", "name", "ग्राम पंचायत का नाम", "ग्राम पंचायत", NULL };
static const char *const count_words[] = { "population", "जनसंख्या", NULL };
static const char *const place_words[] = { "lat", "latitude", NULL };
static const char *const day_words[] = { "date", "दिनांक", NULL };
static const char *const wage_words[] = { "स्वीकृत राशि मजदूरी", "sanctioned wage", "मजदूरी", "wage", NULL };
static const char *const spent_words[] = { "व्यय मजदूरी", "spent wage", NULL };
static const PatalImportField fields[N_FIELDS] = {
  { "code", "Code", code_words, PATAL_FIELD_CODE },
  { "name", "Name", name_words, PATAL_FIELD_NAME },
  { "count", "Population", count_words, PATAL_FIELD_NUMBER },
  { "lat", "Latitude", place_words, PATAL_FIELD_REAL },
  { "day", "Day", day_words, PATAL_FIELD_DAY },
  { "wage", "Sanctioned: wage", wage_words, PATAL_FIELD_MONEY },
  { "spent", "Spent: wage", spent_words, PATAL_FIELD_MONEY },
};

enum { IMPORT_NO_NAME = 1 };

typedef struct
{
  GHashTable *values, *names; /* by code: its value; by name: its code */
  guint       applied;
} Job;

static Job *current_job; /* of the last begin(); NULL once it has ended */
static guint fail_at = G_MAXUINT;
static GCancellable *cancel_at_apply;
static guint n_finished;

static gpointer
begin (PatalDb *db, const gboolean *mapped, GError **error)
{
  g_auto (PatalRows) rows = { 0 };
  Job *job;

  if (!mapped[NAME])
    {
      g_set_error_literal (error, g_quark_from_static_string ("import-setting"), IMPORT_NO_NAME,
                           "No column holds the name");
      return NULL;
    }
  job = current_job = g_new0 (Job, 1);
  job->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  job->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  rows = patal_db_query (db, "SELECT key, value FROM setting WHERE key GLOB '[0-9]*'", PATAL_NO_ARGS);
  while (patal_rows_next (&rows))
    {
      g_hash_table_insert (job->values, g_strdup (patal_rows_text (&rows, 0)),
                           g_strdup (patal_rows_text (&rows, 1)));
      g_hash_table_insert (job->names, g_strdup (patal_rows_text (&rows, 1)),
                           g_strdup (patal_rows_text (&rows, 0)));
    }
  g_assert_true (patal_rows_finish (&rows, error));
  return job;
}

static void
judge (gpointer data, guint row, const char *const *cells, PatalVerdict *verdict)
{
  Job *job = data;
  const char *value, *code;

  if (cells[NAME] == NULL || cells[CODE] == NULL)
    {
      *verdict = (PatalVerdict){ .fate = PATAL_FATE_REFUSED, .field = cells[NAME] == NULL ? NAME : CODE,
                                 .reason = g_strdup ("Something is missing") };
      return;
    }
  value = g_hash_table_lookup (job->values, cells[CODE]);
  code = g_hash_table_lookup (job->names, cells[NAME]);
  if (value == NULL && code != NULL)
    *verdict = (PatalVerdict){ .fate = PATAL_FATE_DOUBTFUL, .candidate = -1 - (gint64) row, .field = NAME,
                               .reason = g_strdup ("That name has another code") };
  else
    verdict->fate = value == NULL                      ? PATAL_FATE_NEW
                    : strcmp (value, cells[NAME]) == 0 ? PATAL_FATE_SAME
                                                       : PATAL_FATE_CHANGED;
  g_hash_table_replace (job->values, g_strdup (cells[CODE]), g_strdup (cells[NAME]));
  g_hash_table_replace (job->names, g_strdup (cells[NAME]), g_strdup (cells[CODE]));
}

static gboolean
apply (gpointer data, PatalDb *db, guint row G_GNUC_UNUSED, const char *const *cells,
       const PatalVerdict *verdict, PatalDoubtful doubtful, G_GNUC_UNUSED gboolean *adds, GError **error)
{
  Job *job = data;

  if (job->applied++ == fail_at)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_IO, "The disk fails");
      return FALSE;
    }
  if (cancel_at_apply != NULL)
    g_cancellable_cancel (cancel_at_apply);
  if (verdict->fate == PATAL_FATE_DOUBTFUL && doubtful == PATAL_DOUBTFUL_MERGE)
    return patal_db_run (db, "UPDATE setting SET key = ?2 WHERE value = ?1",
                         PATAL_ARGS (PATAL_TEXT (cells[NAME]), PATAL_TEXT (cells[CODE])), error);
  if (verdict->fate == PATAL_FATE_CHANGED)
    return patal_db_run (db, "UPDATE setting SET value = ?1 WHERE key = ?2",
                         PATAL_ARGS (PATAL_TEXT (cells[NAME]), PATAL_TEXT (cells[CODE])), error);
  return patal_db_run (
      db, "INSERT INTO setting (id, key, value) VALUES (?1, ?2, ?3)",
      PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_TEXT (cells[CODE]), PATAL_TEXT (cells[NAME])),
      error);
}

static gboolean
finish (gpointer job, PatalDb *db G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  g_assert_true (job == current_job);
  n_finished++;
  return TRUE;
}

static void
end (gpointer data)
{
  Job *job = data;

  if (job == NULL)
    return;
  g_hash_table_unref (job->values);
  g_hash_table_unref (job->names);
  g_free (job);
  current_job = NULL;
}

static char *
describe (gpointer job, PatalDb *db G_GNUC_UNUSED, gint64 candidate)
{
  g_assert_true (job == current_job);
  return g_strdup_printf ("candidate %d", (int) candidate);
}

static const PatalImport import = {
  .name = "settings",
  .title = "Settings",
  .fields = fields,
  .n_fields = N_FIELDS,
  .begin = begin,
  .judge = judge,
  .apply = apply,
  .finish = finish,
  .end = end,
  .describe = describe,
  .label = "Imported {n} setting from {1}",
  .label_plural = "Imported {n} settings from {1}",
};

static PatalImportRun *
try_run (DistrictFile *f, const char *csv, GError **error)
{
  g_autofree char *path = g_build_filename (f->folder, "source.csv", NULL);
  PatalSheet *sheet;

  g_assert_true (g_file_set_contents (path, csv, -1, NULL));
  sheet = patal_sheet_read (path, -1, NULL, error);
  g_assert_nonnull (sheet);
  return patal_import_run_new (&import, sheet, "source.csv", error);
}

static PatalImportRun *
make_run (DistrictFile *f, const char *csv)
{
  g_autoptr (GError) error = NULL;
  PatalImportRun *run = try_run (f, csv, &error);

  g_assert_no_error (error);
  return run;
}

static void
preview (DistrictFile *f, PatalImportRun *run)
{
  g_autoptr (GError) error = NULL;
  const guint *counts;
  guint sum = 0;

  g_assert_true (patal_import_run_preview (run, f->db, NULL, &error));
  g_assert_no_error (error);
  counts = patal_import_run_counts (run);
  for (guint i = 0; i < PATAL_N_FATES; i++)
    sum += counts[i];
  g_assert_cmpuint (sum, ==, patal_import_run_n_rows (run));
}

static guint
commit (DistrictFile *f, PatalImportRun *run, PatalRefused refused)
{
  g_autoptr (GError) error = NULL;
  guint taken = 0;

  g_assert_true (patal_import_run_commit (run, f->db, refused, &taken, NULL, &error));
  g_assert_no_error (error);
  return taken;
}

static void
test_headings (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { const char *csv; guint header, n_rows; int code, name; } cases[] = {
    { "LGD_Code,GP-Name\n1,a\n", 0, 1, 0, 1 },
    { "S.No.,कोड,ग्राम  पंचायत\n1,1,a\n", 0, 1, 1, 2 },
    { "District Janjgir,,\n\nList of names,,\nx,(Code),NAME:\n(1),(2),(3)\n1,2,b\n", 2, 1, 1, 2 },
    { "क्र,कोड,ग्राम पंचायत\nNo,Code,Name\n१,२,३\n1,2,b\n2,3,c\n", 0, 2, 1, 2 },
    { "name,code,gp_name\nx,1,y\n", 0, 1, 1, 2 }, /* the better synonym, though it stands later */
    { "code,name,x\n1,2,3\n", 0, 0, 0, 1 },
    { "dksM,xzke iapk;r\n1,a\n", 0, 1, 0, 1 }, /* headings in a legacy font */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatalImportRun) run = make_run (f, cases[i].csv);

      g_assert_cmpuint (patal_import_run_header_row (run), ==, cases[i].header);
      g_assert_cmpint (patal_import_run_field (run, cases[i].code), ==, CODE);
      g_assert_cmpint (patal_import_run_field (run, cases[i].name), ==, NAME);
      preview (f, run);
      g_assert_cmpuint (patal_import_run_n_rows (run), ==, cases[i].n_rows);
    }
}

/* Amounts are read in the unit that their heading names, or a line above all headings. */
static void
test_amounts (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { const char *heading, *raw, *cell; } cases[] = {
    /* cell NULL: empty; "!": refused */
    { "Wage", "245000", "2,45,000" },
    { "Wage", "₹ 2,45,000/-", "2,45,000" },
    { "Wage", "२.४५ लाख", "2,45,000" },
    { "Wage", "1234.5678", "1,234.57" }, /* worked out by a spreadsheet */
    { "Wage", "0", "0" },
    { "Wage", "-", NULL },
    { "Wage", "बहुत", "!" },
    { "Wage", "99999999999999", "!" },
    { "Wage (Rs. in lakhs)", "2.45", "2,45,000" },
    { "Wage in lakh", "2.4567891234", "2,45,678.91" },
    { "मजदूरी (लाख में)", "२.४५", "2,45,000" },
    { "मजदूरी (रु. लाख में)", "रु. 2.45", "2,45,000" },
    { "मजदूरी (लाख में)", "2,45,000/-", "2,45,000" }, /* "/-" ends whole rupees */
    { "मजदूरी (लाख में)", "2.45 हजार", "2,450" },      /* the cell knows better */
    { "मजदूरी (करोड़ में)", "0.5", "50,00,000" },
    { "मजदूरी (हजार में)", "245", "2,45,000" },
    { "मजदूरी (रुपये में)", "245", "245" },
    { "etnwjh ¼yk[k esa½", "2.45", "2,45,000" }, /* in a legacy font */
    { "Works (amounts in lakh Rs),\nCode,Wage", "2.45", "2,45,000" },
    { "(राशि लाख रु. में),\nCode,मजदूरी", "2.45", "2,45,000" },
    { "(राशि लाख रु. में),\nCode,मजदूरी (रुपये में)", "2.45", "2.45" }, /* the heading knows better than the line */
    { "List of works above 5 lakh,\nCode,Wage", "245", "245" },        /* a sum, and no unit */
    { "स्वीकृत राशि (लाख में),\nCode,मजदूरी", "2.45", "2,45,000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean lines = strchr (cases[i].heading, '\n') != NULL;
      g_autofree char *csv = g_strdup_printf ("%s%s,Name\n1,\"%s\",a\n", lines ? "" : "Code,", cases[i].heading, cases[i].raw);
      g_autoptr (PatalImportRun) run = make_run (f, csv);

      preview (f, run);
      g_assert_cmpuint (patal_import_run_n_rows (run), ==, 1);
      if (g_strcmp0 (cases[i].cell, "!") == 0)
        {
          g_assert_cmpint (patal_import_run_verdict (run, 0)->fate, ==, PATAL_FATE_REFUSED);
          g_assert_cmpint (patal_import_run_verdict (run, 0)->field, ==, WAGE);
        }
      else
        g_assert_cmpstr (patal_import_run_cell (run, 0, WAGE), ==, cases[i].cell);
    }
}

/* A heading may span those below it: wages sanctioned and wages spent are both "Wage" in the row of their own. */
static void
test_spanning_headings (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { const char *csv; int header, fields[4]; const char *headings[4]; } cases[] = {
    { "Code,Name,Sanctioned,,Spent,\n,,Wage,x,Wage,x\n1,a,10,,5,\n", 1, { CODE, NAME, WAGE, -1 },
      { "Code", "Name", "Sanctioned Wage", "Sanctioned x" } },
    { "कोड,ग्राम पंचायत,व्यय (लाख में),,\nकोड,ग्राम पंचायत,मजदूरी,सामग्री,\n1,a,10,3,\n", 1, { CODE, NAME, SPENT, -1 },
      { "कोड", "ग्राम पंचायत", "व्यय (लाख में) मजदूरी", "व्यय (लाख में) सामग्री" } },
    /* of what is paid nobody knows which wage it is, so it is none */
    { "Code,Spent,,Paid,,\n,Wage,Name,x,Wage\n1,10,a,3,5\n", 1, { CODE, SPENT, NAME, -1 }, { "Code", "Spent Wage", "Spent Name", "Paid x" } },
    /* a title spans nothing */
    { "List of works,,\nCode,Name,Wage\n1,a,5\n", 1, { CODE, NAME, WAGE, -1 }, { "Code", "Name", "Wage", NULL } },
    { "Works (in lakh),,\nCode,Name,Wage\n1,a,5\n", 1, { CODE, NAME, WAGE, -1 }, { "Code", "Name", "Wage (in lakh)", NULL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatalImportRun) run = make_run (f, cases[i].csv);

      g_assert_cmpint (patal_import_run_header_row (run), ==, cases[i].header);
      for (guint column = 0; column < 4 && cases[i].headings[column] != NULL; column++)
        {
          g_autofree char *heading = patal_import_run_heading (run, column);

          g_assert_cmpint (patal_import_run_field (run, column), ==, cases[i].fields[column]);
          g_assert_cmpstr (heading, ==, cases[i].headings[column]);
        }
      preview (f, run);
      g_assert_cmpuint (patal_import_run_n_rows (run), ==, 1);
    }
}

static void
test_no_header (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (try_run (f, "a,b\n1,2\n", &error));
  g_assert_error (error, PATAL_IMPORT_ERROR, PATAL_IMPORT_ERROR_NO_HEADER);
  g_assert_nonnull (strstr (error->message, "Code, Name, Population"));
}

static void
test_columns (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalImportRun) run = make_run (f, "code,name,other\n1,a,b\n");
  g_autoptr (GError) error = NULL;

  patal_import_run_set_field (run, 2, NAME);
  g_assert_false (patal_import_run_preview (run, f->db, NULL, &error));
  g_assert_error (error, PATAL_IMPORT_ERROR, PATAL_IMPORT_ERROR_COLUMNS);
  g_clear_error (&error);
  patal_import_run_set_field (run, 1, -1);
  preview (f, run);
  g_assert_cmpstr (patal_import_run_cell (run, 0, NAME), ==, "b");
  patal_import_run_set_field (run, 2, -1);
  g_assert_cmpuint (patal_import_run_n_rows (run), ==, 0); /* the preview is forgotten */
  g_assert_false (patal_import_run_preview (run, f->db, NULL, &error));
  g_assert_error (error, g_quark_from_static_string ("import-setting"), IMPORT_NO_NAME);
  g_clear_error (&error);
  patal_import_run_set_field (run, 0, -1);
  g_assert_false (patal_import_run_preview (run, f->db, NULL, &error));
  g_assert_error (error, PATAL_IMPORT_ERROR, PATAL_IMPORT_ERROR_COLUMNS);
}

static void
test_cells (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { int field; const char *raw, *cell;
  } cases[] = {
    /* cell NULL: empty; "!": refused */
    { CODE, "3641", "3641" },
    { CODE, "3641.0", "3641" },
    { CODE, "3,641", "3641" },
    { CODE, "१२३", "123" },
    { CODE, "'0123", "0123" },
    { CODE, "00123", "00123" },
    { CODE, "1.25E+05", "!" },
    { CODE, "12a", "!" },
    { CODE, "-", NULL },
    { CODE, "NA", NULL },
    { COUNT, "2,99,64,200", "29964200" },
    { COUNT, "१,२३४", "1234" },
    { COUNT, "12.0", "12" },
    { COUNT, "12.5", "!" },
    { COUNT, "x", "!" },
    { PLACE, "21.955615", "21.955615" },
    { PLACE, "२१.९५", "21.95" },
    { PLACE, "21,9556", "21.9556" },
    { PLACE, "−5.5", "-5.5" },
    { PLACE, "12,34,567.5", "1234567.5" },
    { PLACE, "1.2.3", "!" },
    { PLACE, ".", "!" },
    { DAY, "20.12.2021", "2021-12-20" },
    { DAY, "2021-12-20 00:00:00", "2021-12-20" },
    { DAY, "२० दिसम्बर 2021", "2021-12-20" },
    { DAY, "31.02.2021", "!" },
    { NAME, "  अकल   तरा ", "अकल तरा" },
    { NAME, "#REF!", "!" },
    { NAME, "#N/A", "!" },
    { NAME, "a b", "a b" },
    { NAME, "a  b", "a b" },
    { NAME, "a ", "a" },
    { NAME, "-", "-" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int field = cases[i].field;
      g_autofree char *csv
          = g_strdup_printf ("code,name,population,lat,date\n\"%s\",\"%s\",\"%s\",\"%s\",\"%s\"\n",
                             field == CODE ? cases[i].raw : "9", field == NAME ? cases[i].raw : "x",
                             field == COUNT ? cases[i].raw : "", field == PLACE ? cases[i].raw : "",
                             field == DAY ? cases[i].raw : "");
      g_autoptr (PatalImportRun) run = make_run (f, csv);
      const PatalVerdict *verdict;

      preview (f, run);
      verdict = patal_import_run_verdict (run, 0);
      if (g_strcmp0 (cases[i].cell, "!") == 0)
        {
          g_assert_cmpint (verdict->fate, ==, PATAL_FATE_REFUSED);
          g_assert_cmpint (verdict->field, ==, field);
          g_assert_cmpstr (patal_import_run_raw (run, 0, field), ==, cases[i].raw);
        }
      else
        g_assert_cmpstr (patal_import_run_cell (run, 0, field), ==, cases[i].cell);
    }
}

static void
test_legacy (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalImportRun) run = make_run (f, "code,name\n1,xzke iapk;r\n2,vdyrjk\n3,fo|ky;\n4,{ks=\n");
  g_autoptr (PatalImportRun) english = make_run (f, "code,name\n1,Akaltara\n2,Ram Nagar\n3,Deori (K)\n");

  g_assert_cmpint (patal_import_run_encoding (run, 0), ==, PATAL_ENCODING_PLAIN);
  g_assert_cmpint (patal_import_run_encoding (run, 1), ==, PATAL_ENCODING_KRUTIDEV);
  preview (f, run);
  g_assert_cmpstr (patal_import_run_cell (run, 0, NAME), ==, "ग्राम पंचायत");
  g_assert_cmpstr (patal_import_run_raw (run, 0, NAME), ==, "xzke iapk;r");
  patal_import_run_set_encoding (run, 1, PATAL_ENCODING_PLAIN);
  preview (f, run);
  g_assert_cmpstr (patal_import_run_cell (run, 0, NAME), ==, "xzke iapk;r");
  g_assert_cmpint (patal_import_run_encoding (english, 1), ==, PATAL_ENCODING_PLAIN);
}

static void
test_commit (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalImportRun) first = make_run (f, "code,name\n1,a\n2,b\n"),
                             second = make_run (f, "code,name\n1,a\n2,c\n3,d\n4,a\n5,a\n6,a\n");
  g_autofree char *before = NULL, *undone = NULL, *label = NULL, *described = NULL;
  g_autoptr (GError) error = NULL;
  const guint *counts;

  preview (f, first);
  g_assert_cmpuint (commit (f, first, PATAL_REFUSED_STOP), ==, 2);
  before = district_file_dump (f->db);

  preview (f, second);
  counts = patal_import_run_counts (second);
  g_assert_cmpuint (counts[PATAL_FATE_SAME], ==, 1);
  g_assert_cmpuint (counts[PATAL_FATE_CHANGED], ==, 1);
  g_assert_cmpuint (counts[PATAL_FATE_NEW], ==, 1);
  g_assert_cmpuint (counts[PATAL_FATE_DOUBTFUL], ==, 3);
  described = patal_import_run_describe (second, f->db, 3);
  g_assert_cmpstr (described, ==, "candidate -4");
  g_assert_cmpuint (patal_import_run_twin_line (second, 3), ==, 5); /* -4: row 3 */
  patal_import_run_decide (second, 3, PATAL_DOUBTFUL_NEW);
  patal_import_run_decide (second, 4, PATAL_DOUBTFUL_SKIP);
  patal_import_run_decide_all (second, PATAL_DOUBTFUL_SKIP);
  g_assert_cmpint (patal_import_run_decision (second, 5), ==, PATAL_DOUBTFUL_SKIP);
  fail_at = 1;
  g_assert_false (patal_import_run_commit (second, f->db, PATAL_REFUSED_STOP, NULL, NULL, &error));
  g_clear_error (&error);
  fail_at = G_MAXUINT;
  preview (f, second); /* what was decided is not asked again */
  g_assert_cmpuint (commit (f, second, PATAL_REFUSED_STOP), ==, 3);
  g_assert_cmpuint (patal_import_run_n_added (second), ==, 2); /* of the three; one is changed */
  label = patal_db_undo_label (f->db, NULL);
  g_assert_cmpstr (label, ==, "Imported 3 settings from source.csv");

  g_assert_true (patal_db_undo (f->db, NULL, &error)); /* all of it is one edit */
  g_assert_no_error (error);
  undone = district_file_dump (f->db);
  g_assert_cmpstr (undone, ==, before);
}

static void
test_refused (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char csv[] = "code,name\n1,a\n,nameless\nx2,b\nकुल योग,कोरबा\ncode,names\n7,=cmd\n8\n";
  static const char expected[]
      = "\xEF\xBB\xBFLine,Field at fault,Value,Reason,code,name\r\n3,Code,,Something is missing,,nameless\r\n"
        "4,Code,x2,A code is made of digits only.,x2,b\r\n5,,,\"This row is a total, not an entry of the "
        "list.\",कुल योग,कोरबा\r\n"
        "6,Code,code,A code is made of digits only.,code,names\r\n8,Name,,Something is missing,8,\r\n";
  g_autoptr (PatalImportRun) run = make_run (f, csv);
  g_autofree char *before = district_file_dump (f->db), *after = NULL, *written = NULL;
  g_autofree char *path = g_build_filename (f->folder, "refused.csv", NULL);
  g_autoptr (GError) error = NULL;

  preview (f, run);
  g_assert_cmpuint (patal_import_run_counts (run)[PATAL_FATE_REFUSED], ==, 5);
  g_assert_false (patal_import_run_commit (run, f->db, PATAL_REFUSED_STOP, NULL, NULL, &error));
  g_assert_error (error, PATAL_IMPORT_ERROR, PATAL_IMPORT_ERROR_REFUSED);
  g_clear_error (&error);
  after = district_file_dump (f->db);
  g_assert_cmpstr (after, ==, before);

  g_assert_true (patal_import_run_save_refused (run, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, expected);
  g_assert_cmpuint (commit (f, run, PATAL_REFUSED_LEAVE_OUT), ==, 2);
}

/* Headings once more, and totals that name nothing, are no rows of the list: neither counted nor refused. */
static void
test_aside (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  const struct { const char *csv; guint rows, aside, refused; } cases[] = {
    { "code,name,population\n1,a,5\nTotal,,5\ncode,name,population\n2,b,6\nकुल योग,,11\n", 2, 3, 0 },
    { "name,code,population\na,1,5\nयोग,,5\nयोग : ,,5\n", 1, 2, 0 },
    { "name,code,population\na,1,5\nसोनगढ़ – योग,,5\nसोनगढ़ – पूर्व,2,5\n", 2, 1, 0 }, /* a sub-total of our own */
    { "name,code,population\nयोग,7,5\n", 1, 0, 1 },        /* it has a code: perhaps a place */
    { "population,name,code\nTotal,Rampur,\n", 1, 0, 1 },  /* it has a name */
    { "code,name,population\ncode,name,people\n", 1, 0, 1 }, /* not quite the headings */
    { "name,code\nTotalpur,1\nकुलगाँव,2\n", 2, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PatalImportRun) run = make_run (f, cases[i].csv);
      guint sum = 0;

      g_test_message ("%s", cases[i].csv);
      preview (f, run);
      for (int fate = 0; fate < PATAL_N_FATES; fate++)
        sum += patal_import_run_counts (run)[fate];
      g_assert_cmpuint (patal_import_run_n_rows (run), ==, cases[i].rows);
      g_assert_cmpuint (sum, ==, cases[i].rows);
      g_assert_cmpuint (patal_import_run_n_aside (run), ==, cases[i].aside);
      g_assert_cmpuint (patal_import_run_counts (run)[PATAL_FATE_REFUSED], ==, cases[i].refused);
    }
}

/* What would not print as it is meant is said, and taken all the same. */
static void
test_text_faults (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { const char *name, *says; } cases[] = {
    { "आलमपुर", NULL }, { "Akaltara (Khurd)", NULL }, { "अालमपुर", "*अालमपुर*" }, { "वार्ड 12 और १३", "*१*" }, { "क्\u200dष", NULL },
  };
  g_autoptr (GString) sheet = g_string_new ("code,name\n");
  g_autoptr (PatalImportRun) run = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_string_append_printf (sheet, "%d,%s\n", (int) i + 1, cases[i].name);
  run = make_run (f, sheet->str);
  preview (f, run);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *says = patal_import_run_text_fault (run, (guint) i);

      g_test_message ("%s: %s", cases[i].name, says != NULL ? says : "-");
      g_assert_true (cases[i].says == NULL ? says == NULL : says != NULL && g_pattern_match_simple (cases[i].says, says));
      g_assert_cmpint (patal_import_run_verdict (run, (guint) i)->fate, ==, PATAL_FATE_NEW);
    }
  g_assert_cmpuint (commit (f, run, PATAL_REFUSED_STOP), ==, G_N_ELEMENTS (cases));
}

/* What a list leaves out has a value for all rows: it counts as a column, fills what is empty, and is read as a cell is. */
static void
test_shared (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalImportRun) run = make_run (f, "code,count\n1,5\n2,\n");
  g_autoptr (GError) error = NULL;

  g_assert_false (patal_import_run_preview (run, f->db, NULL, &error)); /* no name */
  g_clear_error (&error);
  g_assert_true (patal_import_run_set_shared (run, NAME, "  वही  नाम ", &error));
  g_assert_cmpstr (patal_import_run_shared (run, NAME), ==, "वही नाम");
  g_assert_true (patal_import_run_set_shared (run, COUNT, "7,000", &error));
  preview (f, run);
  g_assert_cmpstr (patal_import_run_cell (run, 0, NAME), ==, "वही नाम");
  g_assert_cmpstr (patal_import_run_cell (run, 0, COUNT), ==, "5");
  g_assert_cmpstr (patal_import_run_cell (run, 1, COUNT), ==, "7000");
  g_assert_cmpstr (patal_import_run_raw (run, 1, NAME), ==, "वही नाम");

  g_assert_false (patal_import_run_set_shared (run, COUNT, "many", &error));
  g_assert_error (error, PATAL_IMPORT_ERROR, PATAL_IMPORT_ERROR_COLUMNS);
  g_clear_error (&error);
  g_assert_null (patal_import_run_shared (run, COUNT)); /* nor what was there before */
  g_assert_true (patal_import_run_set_shared (run, NAME, "", &error));
  g_assert_null (patal_import_run_shared (run, NAME));
}

static void
test_changed (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalImportRun) run = make_run (f, "code,name\n1,a\n");
  g_autoptr (GError) error = NULL;

  g_assert_false (
      patal_import_run_commit (run, f->db, PATAL_REFUSED_STOP, NULL, NULL, &error)); /* never looked at */
  g_assert_error (error, PATAL_IMPORT_ERROR, PATAL_IMPORT_ERROR_CHANGED);
  g_clear_error (&error);
  preview (f, run);
  district_file_add_unit (f, "Akaltara", NULL);
  g_assert_false (patal_import_run_commit (run, f->db, PATAL_REFUSED_STOP, NULL, NULL, &error));
  g_assert_error (error, PATAL_IMPORT_ERROR, PATAL_IMPORT_ERROR_CHANGED);
  preview (f, run);
  g_assert_cmpuint (commit (f, run, PATAL_REFUSED_STOP), ==, 1);
}

static void
test_failures (DistrictFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalImportRun) run = make_run (f, "code,name\n1,a\n2,b\n3,c\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new (), at_apply = g_cancellable_new ();
  PatalProgress stopped = { .cancellable = cancellable }, stops = { .cancellable = at_apply };
  g_autofree char *before = district_file_dump (f->db), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (patal_import_run_preview (run, f->db, &stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (current_job);

  preview (f, run);
  fail_at = 2;
  g_assert_false (patal_import_run_commit (run, f->db, PATAL_REFUSED_STOP, NULL, NULL, &error));
  g_assert_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_IO);
  g_clear_error (&error);
  fail_at = G_MAXUINT;

  preview (f, run);
  cancel_at_apply = at_apply;
  g_assert_false (patal_import_run_commit (run, f->db, PATAL_REFUSED_STOP, NULL, &stops, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  cancel_at_apply = NULL;
  after = district_file_dump (f->db);
  g_assert_cmpstr (after, ==, before);

  n_finished = 0;
  preview (f, run);
  g_assert_cmpuint (commit (f, run, PATAL_REFUSED_STOP), ==, 3);
  g_assert_cmpuint (n_finished, ==, 1);
}

#define TEST(path, function)                                                                                 \
  g_test_add (path, DistrictFile, NULL, district_file_set_up, function, district_file_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/import-run/headings", test_headings);
  TEST ("/import-run/amounts", test_amounts);
  TEST ("/import-run/spanning-headings", test_spanning_headings);
  TEST ("/import-run/no-header", test_no_header);
  TEST ("/import-run/columns", test_columns);
  TEST ("/import-run/cells", test_cells);
  TEST ("/import-run/legacy", test_legacy);
  TEST ("/import-run/commit", test_commit);
  TEST ("/import-run/refused", test_refused);
  TEST ("/import-run/aside", test_aside);
  TEST ("/import-run/text-faults", test_text_faults);
  TEST ("/import-run/shared", test_shared);
  TEST ("/import-run/changed", test_changed);
  TEST ("/import-run/failures", test_failures);
  return g_test_run ();
}
