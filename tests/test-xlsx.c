/* test-xlsx.c: a table as a workbook, read back by our own reader and by LibreOffice
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-part.h"
#include "patal-sheet.h"
#include "patal-xlsx.h"
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SERIAL, NAME, CODE, PEOPLE, MONEY, SHARE, LAT, DAY, YES_NO, N_COLUMNS };

static const PatalColumn columns[N_COLUMNS] = {
  { "serial", "क्र.", PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
  { "name", "ग्राम पंचायत", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  { "code", "LGD कोड", PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
  { "people", "जनसंख्या", PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
  { "money", "राशि", PATAL_COLUMN_MONEY, PATAL_TOTAL_SUM },
  { "share", "प्रतिशत", PATAL_COLUMN_PERCENT, PATAL_TOTAL_NONE },
  { "lat", "अक्षांश", PATAL_COLUMN_DEGREES, PATAL_TOTAL_NONE },
  { "day", "दिनांक", PATAL_COLUMN_DAY, PATAL_TOTAL_NONE },
  { "yes", "पेसा", PATAL_COLUMN_YES_NO, PATAL_TOTAL_NONE },
};

static const PatalTableFrame frame = {
  .title = "ग्राम पंचायत सूची: 2021/22",
  .place = "जिला जांजगीर-चांपा, छत्तीसगढ़",
  .unit_line = "(राशि रु. में)",
  .money_unit = PATAL_MONEY_RUPEES,
  .note = "स्रोत: परीक्षण",
  .signatures = { "तैयारकर्ता", "जाँचकर्ता", "मुख्य कार्यपालन अधिकारी" },
  .lang = PATAL_LANG_HI,
  .as_on_line = "दिनांक 20.12.2021 की स्थिति में",
  .total_word = "योग",
  .yes = "हाँ",
  .no = "नहीं",
  .unverified = "असत्यापित",
};

typedef struct
{
  const char *name, *code;
  gint64      people, paise;
} Place;

static const Place places[] = {
  { "अकलतरी", "125046", 1551, 123456750 },
  { "क्षेत्र श्री ज्ञानपुर", "003641", 123456, G_GINT64_CONSTANT (591100000000) },
  { "=1+1", "125047", 29964200, -12345600 },
  { "सोंठी", NULL, -1829048, 100 },
};

/* @groups: (nullable): what the groups are called, of two places each. */
static PatalTable *
make_grouped (const char *const *groups)
{
  PatalTable *table = patal_table_new (columns, N_COLUMNS);

  patal_table_set_frame (table, &frame);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint row;

      if (groups != NULL && i % 2 == 0)
        patal_table_begin_group (table, groups[i / 2]);
      row = patal_table_add_row (table, i + 1);

      patal_table_set_text (table, row, NAME, places[i].name);
      patal_table_set_text (table, row, CODE, places[i].code);
      patal_table_set_number (table, row, PEOPLE, places[i].people);
      patal_table_set_number (table, row, MONEY, places[i].paise);
      patal_table_set_number (table, row, SHARE, 358);
      patal_table_set_number (table, row, LAT, 21955615);
      patal_table_set_number (table, row, DAY, patal_day_from_ymd (2021, 12, 20));
      patal_table_set_number (table, row, YES_NO, i % 2);
    }
  patal_table_set_unverified (table, 0, PEOPLE);
  return table;
}

static PatalTable *
make_table (void)
{
  return make_grouped (NULL);
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("patal-xlsx-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *inside = g_build_filename (folder, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR))
        remove_folder (inside);
      else
        {
          g_unlink (inside);
          g_free (inside);
        }
    }
  g_rmdir (folder);
  g_free (folder);
}

static guint
n_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_row (PatalSheet *sheet, guint row, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint column = 0; column < N_COLUMNS; column++)
    g_string_append_printf (text, "%s%s", column > 0 ? "|" : "", patal_sheet_cell (sheet, row, column));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_read_back (void)
{
  g_autoptr (PatalTable) table = make_table ();
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "सूची.xlsx", NULL);
  g_autoptr (PatalSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  struct stat info;

  g_assert_true (patal_xlsx_write (table, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0600);
  g_assert_cmpuint (n_files (folder), ==, 1);

  names = patal_sheet_names (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (names[0], ==, "ग्राम पंचायत सूची  2021 22");
  sheet = patal_sheet_read (path, -1, NULL, &error);
  g_assert_no_error (error);
  assert_row (sheet, 0, "ग्राम पंचायत सूची: 2021/22||||||||");
  assert_row (sheet, 2, "दिनांक 20.12.2021 की स्थिति में||||||||");
  assert_row (sheet, 4, "क्र.|ग्राम पंचायत|LGD कोड|जनसंख्या|राशि|प्रतिशत|अक्षांश|दिनांक|पेसा");
  assert_row (sheet, 5, "1|अकलतरी|125046|1551|1234567.5|35.8|21.955615|2021-12-20|नहीं");
  assert_row (sheet, 6, "2|क्षेत्र श्री ज्ञानपुर|003641|123456|5911000000|35.8|21.955615|2021-12-20|हाँ");
  assert_row (sheet, 7, "3|=1+1|125047|29964200|-123456|35.8|21.955615|2021-12-20|नहीं");
  assert_row (sheet, 8, "4|सोंठी||-1829048|1|35.8|21.955615|2021-12-20|हाँ");
  assert_row (sheet, 9, "|योग||28260159|5912111112.5||||");
  assert_row (sheet, 10, "स्रोत: परीक्षण||||||||");
  remove_folder (folder);
}

/* Formulas are always computed anew, so that a wrong value beside a formula cannot pass. */
static void
make_profile (const char *folder)
{
  static const char settings[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items "
                                 "xmlns:oor=\"http://openoffice.org/2001/registry\">\n"
                                 "<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\"><prop "
                                 "oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\">"
                                 "<value>0</value></prop></item>\n</oor:items>\n";
  g_autofree char *user = g_build_filename (folder, "profile", "user", NULL);
  g_autofree char *path = g_build_filename (user, "registrymodifications.xcu", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (user, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, settings, -1, &error));
  g_assert_no_error (error);
}

/* What LibreOffice shows of the workbook, as CSV; NULL where it is not installed. */
static PatalSheet *
as_shown (const char *folder, const char *path)
{
  g_autofree char *soffice = g_find_program_in_path ("soffice");
  g_autofree char *profile = g_strconcat ("-env:UserInstallation=file://", folder, "/profile", NULL);
  g_autofree char *csv = g_build_filename (folder, "table.csv", NULL);
  const char *command[] = { soffice,
                            profile,
                            "--headless",
                            "--convert-to",
                            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true",
                            "--outdir",
                            folder,
                            path,
                            NULL };
  g_autoptr (GError) error = NULL;
  PatalSheet *sheet;
  int status;

  if (soffice == NULL)
    return NULL;
  make_profile (folder);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  sheet = patal_sheet_read (csv, -1, NULL, &error);
  g_assert_no_error (error);
  return sheet;
}

typedef struct
{
  guint       row;
  const char *cells;
} Shown;

/* What LibreOffice works out and shows of @table's workbook. */
static void
assert_shown (const PatalTable *table, const Shown *rows, gsize n_rows)
{
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "table.xlsx", NULL);
  g_autoptr (PatalSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (patal_xlsx_write (table, path, NULL, &error));
  g_assert_no_error (error);
  sheet = as_shown (folder, path);
  if (sheet == NULL)
    g_test_skip ("LibreOffice (soffice) is not installed");
  for (gsize i = 0; sheet != NULL && i < n_rows; i++)
    assert_row (sheet, rows[i].row, rows[i].cells);
  remove_folder (folder);
}

static void
test_libreoffice (void)
{
  static const Shown rows[] = {
    { 5, "1|अकलतरी|125046|1,551 (असत्यापित)|12,34,567.50|35.8|21.955615|20.12.2021|नहीं" },
    { 6, "2|क्षेत्र श्री ज्ञानपुर|003641|1,23,456|5,91,10,00,000|35.8|21.955615|20.12.2021|हाँ" },
    { 7, "3|=1+1|125047|2,99,64,200|-1,23,456|35.8|21.955615|20.12.2021|नहीं" },
    { 8, "4|सोंठी||-18,29,048|1|35.8|21.955615|20.12.2021|हाँ" },
    { 9, "|योग||2,82,60,159|5,91,21,11,112.50||||" },
  };
  g_autoptr (PatalTable) table = make_table ();

  assert_shown (table, rows, G_N_ELEMENTS (rows));
}

/* Each group has its sums, and the sum of all does not count them twice: by what LibreOffice works out. */
static void
test_groups (void)
{
  static const char *const groups[] = { "अकलतरा", "पामगढ़" };
  static const Shown rows[] = {
    { 6, "2|क्षेत्र श्री ज्ञानपुर|003641|1,23,456|5,91,10,00,000|35.8|21.955615|20.12.2021|हाँ" },
    { 7, "|अकलतरा – योग||1,25,007|5,91,22,34,567.50||||" },
    { 8, "3|=1+1|125047|2,99,64,200|-1,23,456|35.8|21.955615|20.12.2021|नहीं" },
    { 10, "|पामगढ़ – योग||2,81,35,152|-1,23,455||||" },
    { 11, "|योग||2,82,60,159|5,91,21,11,112.50||||" },
  };
  g_autoptr (PatalTable) table = make_grouped (groups);

  assert_shown (table, rows, G_N_ELEMENTS (rows));
}

/* A sum of nothing is blank, one of an entered 0 is 0. */
static void
test_blank_sums (void)
{
  const PatalColumn counted[] = { { "name", "नाम", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
                                  { "none", "परिवार", PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
                                  { "zero", "जनसंख्या", PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM } };
  g_autoptr (PatalTable) table = patal_table_new (counted, G_N_ELEMENTS (counted));
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "table.xlsx", NULL);
  g_autoptr (PatalSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  patal_table_set_frame (table, &(PatalTableFrame) { .total_word = "योग" });
  for (guint row = 0; row < 2; row++)
    {
      patal_table_begin_group (table, row == 0 ? "अकलतरा" : "पामगढ़");
      patal_table_add_row (table, 0);
      patal_table_set_text (table, row, 0, "नवापारा");
    }
  patal_table_set_number (table, 1, 2, 0);
  g_assert_true (patal_xlsx_write (table, path, NULL, &error));
  g_assert_no_error (error);
  sheet = patal_sheet_read (path, -1, NULL, &error);
  g_assert_no_error (error);
  assert_row (sheet, 2, "अकलतरा – योग||||||||");
  assert_row (sheet, 4, "पामगढ़ – योग||0||||||");
  assert_row (sheet, 5, "योग||0||||||");
  remove_folder (folder);
}

typedef struct
{
  GArray  *heights; /* (element-type double): of the rows, in order */
  GString *merged;  /* the merged ranges, in order */
} Layout;

static gboolean
layout_start_cb (gpointer reader, const char *name, PatalElement *element, G_GNUC_UNUSED GError **error)
{
  Layout *layout = reader;

  if (g_str_equal (name, "row"))
    {
      const char *told = patal_element_attribute (element, "ht");
      double height = told != NULL ? g_ascii_strtod (told, NULL) : 0;

      g_array_append_val (layout->heights, height);
    }
  if (g_str_equal (name, "mergeCell"))
    g_string_append_printf (layout->merged, "%s ", patal_element_attribute (element, "ref"));
  return TRUE;
}

static gboolean
layout_end_cb (G_GNUC_UNUSED gpointer reader, G_GNUC_UNUSED const char *name, G_GNUC_UNUSED GError **error)
{
  return TRUE;
}

static void
layout_text_cb (G_GNUC_UNUSED gpointer reader, G_GNUC_UNUSED const char *text, G_GNUC_UNUSED gsize len)
{
}

/* Letters with signs above them are not cut, long text has the lines it takes, each signature its third of the page. */
static void
test_layout (void)
{
  static const PatalPartReader how = { layout_start_cb, layout_end_cb, layout_text_cb };
  enum { HEAD = 5, LONG = HEAD + 4 };
  g_autoptr (PatalTable) table = make_table ();
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "table.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  Layout layout = { g_array_new (FALSE, FALSE, sizeof (double)), g_string_new (NULL) };
  PatalBook book = { -1, "table.xlsx", NULL };
  guint row = patal_table_add_row (table, 9);

  patal_table_set_text (table, row, NAME, "एक बहुत लंबा नाम जो एक पंक्ति में नहीं आता और इसलिए कक्ष में कई पंक्तियों में टूट कर दिखता है "
                                          "ताकि कोई अक्षर न कटे और स्तंभ पूरे पृष्ठ को न खा जाए");
  g_assert_true (patal_xlsx_write (table, path, NULL, &error));
  book.fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  g_assert_true (patal_part_read (&book, "xl/worksheets/sheet1.xml", PATAL_PART_NEEDED, &how, &layout, &error));
  g_assert_no_error (error);
  close (book.fd);
  for (guint i = HEAD; i < HEAD + 6; i++) /* the places, the long one, the total */
    if (i == LONG)
      g_assert_cmpfloat (g_array_index (layout.heights, double, i), >=, 3 * 15);
    else
      g_assert_cmpfloat (g_array_index (layout.heights, double, i), ==, 19);
  g_assert_true (g_str_has_suffix (layout.merged->str, "A17:B17 C17:E17 F17:I17 "));
  g_array_unref (layout.heights);
  g_string_free (layout.merged, TRUE);
  remove_folder (folder);
}

static void
test_units (void)
{
  static const PatalMoneyUnit units[] = { PATAL_MONEY_LAKH, PATAL_MONEY_CRORE };
  static const char *const sums[] = { "123.4567", "1.234567" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      static const PatalColumn money = { "money", "राशि", PATAL_COLUMN_MONEY, PATAL_TOTAL_SUM };
      g_autoptr (PatalTable) table = patal_table_new (&money, 1);
      PatalTableFrame unit_frame = { .money_unit = units[i], .lang = PATAL_LANG_EN, .total_word = "Total" };
      char *folder = make_folder ();
      g_autofree char *path = g_build_filename (folder, "units.xlsx", NULL);
      g_autoptr (PatalSheet) sheet = NULL;
      g_autoptr (GError) error = NULL;

      patal_table_set_frame (table, &unit_frame);
      patal_table_set_number (table, patal_table_add_row (table, 0), 0, 1234567000);
      g_assert_true (patal_xlsx_write (table, path, NULL, &error));
      g_assert_no_error (error);
      sheet = patal_sheet_read (path, 0, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (patal_sheet_cell (sheet, 1, 0), ==, sums[i]);
      g_assert_cmpstr (patal_sheet_cell (sheet, 2, 0), ==, sums[i]);
      remove_folder (folder);
    }
}

static void
test_no_rows (void)
{
  g_autoptr (PatalTable) table = patal_table_new (columns, N_COLUMNS);
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "none.xlsx", NULL);
  g_autoptr (PatalSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  patal_table_set_frame (table, &frame);
  g_assert_true (patal_xlsx_write (table, path, NULL, &error));
  g_assert_no_error (error);
  sheet = patal_sheet_read (path, 0, NULL, &error);
  g_assert_no_error (error);
  assert_row (sheet, 5, "|योग|||||||");
  remove_folder (folder);
}

static void
test_too_long (void)
{
  g_autoptr (PatalTable) table = make_table ();
  g_autofree char *lengthy = g_strnfill (40000, 'x');
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "long.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  patal_table_set_text (table, 1, NAME, lengthy);
  g_assert_false (patal_xlsx_write (table, path, NULL, &error));
  g_assert_error (error, PATAL_XLSX_ERROR, PATAL_XLSX_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "column 2 of row 7"));
  g_assert_cmpuint (n_files (folder), ==, 0);
  remove_folder (folder);
}

static void
test_cancelled (void)
{
  g_autoptr (PatalTable) table = make_table ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  PatalProgress progress = { .cancellable = cancellable };
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "cancelled.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (patal_xlsx_write (table, path, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_files (folder), ==, 0);
  remove_folder (folder);
}

static void
test_bad_places (void)
{
  g_autoptr (PatalTable) table = make_table ();
  char *folder = make_folder ();
  g_autofree char *missing = g_build_filename (folder, "missing", "a.xlsx", NULL);
  g_autofree char *occupied = g_build_filename (folder, "occupied", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (patal_xlsx_write (table, missing, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  g_assert_cmpint (g_mkdir (occupied, 0700), ==, 0);
  g_assert_false (patal_xlsx_write (table, occupied, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
  g_assert_cmpuint (n_files (folder), ==, 1);
  remove_folder (folder);
}

/* Every limit on the size of files, from nothing to enough, stands for a disk that is full at that byte. */
static void
test_full_disk (void)
{
  char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "full.xlsx", NULL);
  g_autoptr (PatalTable) table = make_table ();
  struct rlimit before, limit;
  gboolean written = FALSE;
  guint refusals = 0;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  for (limit = before, limit.rlim_cur = 0; !written && limit.rlim_cur < 65536; limit.rlim_cur += 512)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *contents = NULL;
      g_autoptr (PatalSheet) sheet = NULL;

      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      written = patal_xlsx_write (table, path, NULL, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      g_assert_cmpuint (n_files (folder), ==, 1);
      if (written)
        {
          sheet = patal_sheet_read (path, 0, NULL, &error);
          g_assert_no_error (error);
          assert_row (sheet, 9, "|योग||28260159|5912111112.5||||");
          break;
        }
      refusals++;
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, "old");
    }
  g_assert_true (written);
  g_assert_cmpuint (refusals, >, 5);
  signal (SIGXFSZ, SIG_DFL);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx/read-back", test_read_back);
  g_test_add_func ("/xlsx/libreoffice", test_libreoffice);
  g_test_add_func ("/xlsx/groups", test_groups);
  g_test_add_func ("/xlsx/blank-sums", test_blank_sums);
  g_test_add_func ("/xlsx/layout", test_layout);
  g_test_add_func ("/xlsx/units", test_units);
  g_test_add_func ("/xlsx/no-rows", test_no_rows);
  g_test_add_func ("/xlsx/too-long", test_too_long);
  g_test_add_func ("/xlsx/cancelled", test_cancelled);
  g_test_add_func ("/xlsx/bad-places", test_bad_places);
  g_test_add_func ("/xlsx/full-disk", test_full_disk);
  return g_test_run ();
}
