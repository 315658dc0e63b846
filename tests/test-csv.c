/* test-csv.c: a table as CSV
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-csv.h"
#include "patal-sheet.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

static void
test_record (void)
{
  static const struct { const char *field, *written; } cases[] = {
    { "", "" },
    { "अकलतरा", "अकलतरा" },
    { "a,b", "\"a,b\"" },
    { "say \"no\"", "\"say \"\"no\"\"\"" },
    { "two\nlines", "\"two\nlines\"" },
    { "=1+1", "'=1+1" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "+91 98", "'+91 98" },
    { "-cmd|'/c calc'!A0", "'-cmd|'/c calc'!A0" },
    { "\tx", "'\tx" },
    { "\rx", "\"'\rx\"" },
    { "-12.5", "-12.5" },
    { "+5", "+5" },
    { "-", "'-" },
    { "-.", "'-." },
    { "-5.", "-5." },
    { "=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *fields[] = { "a", cases[i].field, NULL };
      g_autofree char *expected = g_strdup_printf ("a,%s,\r\n", cases[i].written);
      g_autoptr (GString) out = g_string_new (NULL);

      patal_csv_append_record (out, fields, 3);
      g_assert_cmpstr (out->str, ==, expected);
    }
}

static PatalTable *
make_table (guint n_rows)
{
  static const PatalColumn columns[] = {
    { "serial", "क्र.", PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    { "name", "नाम", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    { "code", "कोड", PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    { "n", "संख्या", PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    { "money", "राशि", PATAL_COLUMN_MONEY, PATAL_TOTAL_SUM },
    { "share", "प्रतिशत", PATAL_COLUMN_PERCENT, PATAL_TOTAL_NONE },
    { "lat", "अक्षांश", PATAL_COLUMN_DEGREES, PATAL_TOTAL_NONE },
    { "day", "दिनांक", PATAL_COLUMN_DAY, PATAL_TOTAL_NONE },
    { "yes", "पेसा", PATAL_COLUMN_YES_NO, PATAL_TOTAL_NONE },
  };
  static const PatalTableFrame frame
      = { .title = "सूची", .money_unit = PATAL_MONEY_LAKH, .yes = "हाँ", .no = "नहीं", .total_word = "योग" };
  PatalTable *table = patal_table_new (columns, G_N_ELEMENTS (columns));

  patal_table_set_frame (table, &frame);
  for (guint i = 0; i < n_rows; i++)
    {
      guint row = patal_table_add_row (table, 0);

      patal_table_set_text (table, row, 1, "=अ, ब");
      patal_table_set_text (table, row, 2, "00123");
      patal_table_set_number (table, row, 3, -1234567);
      patal_table_set_number (table, row, 4, i == 0 ? -1234567 : 500);
      patal_table_set_number (table, row, 5, -5);
      patal_table_set_number (table, row, 6, 82338728);
      patal_table_set_number (table, row, 7, patal_day_from_ymd (2021, 12, 20));
      patal_table_set_number (table, row, 8, 1);
    }
  patal_table_add_row (table, 0);
  return table;
}

/* What nobody has confirmed is marked beside its row, not inside its name, so that the file can be read back. */
static void
test_unverified (void)
{
  static const PatalColumn columns[] = { { "name", "अवकाश", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE } };
  g_autofree char *folder = g_dir_make_tmp ("patal-csv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "marked.csv", NULL);
  g_autofree char *written = NULL;
  g_autoptr (PatalTable) table = patal_table_new (columns, 1);
  g_autoptr (GError) error = NULL;

  patal_table_set_frame (table, &(PatalTableFrame) { .unverified = "असत्यापित" });
  patal_table_set_text (table, patal_table_add_row (table, 0), 0, "होली");
  patal_table_set_text (table, patal_table_add_row (table, 0), 0, "हरेली");
  patal_table_set_unverified (table, 1, 0);
  g_assert_true (patal_csv_write (table, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, "\xEF\xBB\xBFअवकाश,असत्यापित\r\nहोली,\r\nहरेली,असत्यापित\r\n");
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_write (void)
{
  static const char expected[] =
    "\xEF\xBB\xBF" "क्र.,नाम,कोड,संख्या,राशि,प्रतिशत,अक्षांश,दिनांक,पेसा\r\n"
    "1,\"'=अ, ब\",00123,-1234567,-12345.67,-0.5,82.338728,2021-12-20,हाँ\r\n"
    "2,\"'=अ, ब\",00123,-1234567,5,-0.5,82.338728,2021-12-20,हाँ\r\n"
    "3,,,,,,,,\r\n";
  g_autoptr (PatalTable) table = make_table (2);
  g_autofree char *folder = g_dir_make_tmp ("patal-csv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "सूची.csv", NULL);
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_true (patal_csv_write (table, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, expected);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0600);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* nothing else was left there */
}

/* A limit on the size of files stands for a full disk; what stood there stays. */
static void
test_full_disk (void)
{
  g_autoptr (PatalTable) table = make_table (20000);
  g_autofree char *folder = g_dir_make_tmp ("patal-csv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "full.csv", NULL);
  static const rlim_t limits[] = { 0, 1000, 262144, 400000, 1000000 };
  struct rlimit before, limit;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *contents = NULL;
      gboolean written;

      limit = before;
      limit.rlim_cur = limits[i];
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      written = patal_csv_write (table, path, NULL, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      g_assert_false (written);
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, "old");
    }
  signal (SIGXFSZ, SIG_DFL);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (PatalTable) table = make_table (2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  PatalProgress progress = { .cancellable = cancellable };
  g_autofree char *folder = g_dir_make_tmp ("patal-csv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "cancelled.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (patal_csv_write (table, path, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/record", test_record);
  g_test_add_func ("/csv/write", test_write);
  g_test_add_func ("/csv/full-disk", test_full_disk);
  g_test_add_func ("/csv/cancelled", test_cancelled);
  g_test_add_func ("/csv/unverified", test_unverified);
  return g_test_run ();
}
