/* test-sheet.c: rows out of CSV files of every making, and files that are none
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet-file.h"
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define N(literal) literal, sizeof (literal) - 1

typedef struct
{
  const char *name, *bytes;
  gsize       len;
  const char *rows; /* or "error CODE", and what the sentence must have in it after a colon */
} Case;

static const Case cases[] = {
  { "plain", N ("a,b\nc,d\n"), "a|b\nc|d\n" },
  { "no-end", N ("a,b\nc,d"), "a|b\nc|d\n" },
  { "crlf", N ("a,b\r\nc,d\r\n"), "a|b\nc|d\n" },
  { "cr", N ("a,b\rc,d\r"), "a|b\nc|d\n" },
  { "mixed-ends", N ("a,b\rc,d\r\ne,f\n"), "a|b\nc|d\ne|f\n" },
  { "blank-lines", N ("\n\na,b\n,\n \t,\n\nc,d\n\n"), "a|b\nc|d\n" },
  { "ragged", N ("a\nb,c,d\ne,f\n"), "a||\nb|c|d\ne|f|\n" },
  { "semicolon", N ("a;b;c\n1,5;2,5;x\n"), "a|b|c\n1,5|2,5|x\n" },
  { "tab", N ("a\tb, c\nd;\te\n"), "a|b, c\nd;|e\n" },
  { "sep-line", N ("sep=;\r\na;b,c,d,e\r\n"), "a|b,c,d,e\n" },
  { "list-in-cell", N ("n,villages\n1,a; b; c\n2,d; e; f\n"), "n|villages\n1|a; b; c\n2|d; e; f\n" },
  { "title-above", N ("District Janjgir, Chhattisgarh\na;b;c\n1;2;3\n"),
    "District Janjgir, Chhattisgarh||\na|b|c\n1|2|3\n" },
  { "one-column", N ("name\nx\n"), "name\nx\n" },
  { "quoted", N ("\"a,b\",\"c\"\"d\"\"\"\n\"\",\"e\"\n"), "a,b|c\"d\"\n|e\n" },
  { "quoted-lines", N ("\"a\r\nb\",c\nd,e\n"), "a\r\nb|c\nd|e\n" },
  { "quoted-separators-do-not-count", N ("\"x;y;z\",1\n\"x;y;z\",2\n"), "x;y;z|1\nx;y;z|2\n" },
  { "quote-inside", N ("5\" pipe,b\"c\nd,e\n"), "5\" pipe|b\"c\nd|e\n" },
  { "text-behind-quote", N ("\"a\"b \"c\",d\n"), "ab \"c\"|d\n" },
  { "space-before-quote", N ("a, \"b\"\n"), "a| \"b\"\n" },
  { "unended", N ("a,b\nc,\"d\ne,f\n"), "error 3:line 2 is" },
  { "unended-seen-later", N ("a,b\nc,\"d\ne,\"f\"\n"), "error 3:line 2 is" },
  { "utf8-bom",
    N ("\xEF\xBB\xBF"
       "नाम,b\n"),
    "नाम|b\n" },
  { "utf16-le", N ("\xFF\xFE\x28\x09,\0a\0\r\0\n\0b\0,\0c\0\n\0"), "न|a\nb|c\n" },
  { "utf16-be", N ("\xFE\xFF\x09\x28\0,\0a\0\n"), "न|a\n" },
  { "utf16-le-no-bom", N ("\x28\x09,\0a\0\n\0\x2E\x09,\0c\0\n\0"), "न|a\nम|c\n" },
  { "utf16-be-no-bom", N ("\x09\x28\0,\0a\0\n\x09\x2E\0,\0c\0\n"), "न|a\nम|c\n" },
  { "utf16-tabs",
    N ("\xFF\xFE"
       "a\0\t\0b\0\n\0"),
    "a|b\n" },
  { "utf16-pair", N ("\xFF\xFE\x3D\xD8\x00\xDE,\0a\0\n\0"), "😀|a\n" },
  { "utf16-half-pair",
    N ("\xFF\xFE"
       "a\0\n\0\x3D\xD8,\0"),
    "error 2:Line 2 " },
  { "utf16-zero",
    N ("\xFF\xFE"
       "a\0\n\0\0\0b\0\n\0"),
    "error 3:Line 2 " },
  { "windows-1252", N ("uke,fodkl\nxzke \xD5i\x92;r,b\n"), "uke|fodkl\nxzke Õi’;r|b\n" },
  { "windows-1252-hole", N ("a,b\nx\x81y,\xE9\n"), "error 2:Line 2 " },
  { "broken-utf8", N ("नाम,संख्या\nअकलतरा,1\nअक\xE0\xA4,2\n"), "error 2:Line 3 " },
  { "zero-byte", N ("a,b\nc,d\ne\0f,g\nh,iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii\n"),
    "error 3:Line 3 " },
  { "zeros-at-end", N ("a,b\nc,d\n\0\0\0\0\0\0"), "a|b\nc|d\n" },
  { "control-z", N ("a,b\n\x1a"), "a|b\n" },
  { "empty", N (""), "error 5:" },
  { "only-zeros", N ("\0\0\0\0"), "error 5:" },
  { "one-byte", N ("\n"), "error 5:" },
  { "one-letter", N ("x"), "x\n" },
  { "only-bom", N ("\xEF\xBB\xBF"), "error 5:" },
  { "only-utf16-bom", N ("\xFF\xFE"), "error 5:" },
  { "only-separators", N (",,,\n,,,\n"), "error 5:" },
  { "pdf", N ("%PDF-1.7\n"), "error 1:PDF" },
  { "xls", N ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "error 1:.xls" },
  { "web-page", N ("\r\n<!DOCTYPE html><html><table>"), "error 1:web page" },
  { "table", N ("<TABLE border=1><tr><td>a"), "error 1:web page" },
  { "utf16-web-page", N ("\xFF\xFE<\0h\0t\0m\0l\0>\0"), "error 1:web page" },
  { "xml", N ("<?xml version=\"1.0\"?><Workbook/>"), "error 1:XML" },
  { "json", N ("{\"type\": 1}"), "error 1:JSON" },
  { "picture", N ("\x89PNG\r\n\x1a\n"), "error 1:picture" },
  { "database", N ("SQLite format 3"), "error 1:database" },
  { "binary",
    N ("\x7f"
       "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0"),
    "error 1:not text" },
  { "broken-gzip", N ("\x1f\x8b\x08\0\0\0\0\0\0\x03xxxxxxxx"), "error 3:" },
  { "short-gzip", N ("\x1f\x8b"), "error 3:" },
  { "broken-zip", N ("PK\x03\x04xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"), "error 3:" },
  { "empty-zip", N ("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), "error 1:nothing in it" },
};

static void
assert_read (const char *name, const char *read, const char *expected)
{
  const char *colon = strchr (expected, ':');

  if (!g_str_has_prefix (expected, "error "))
    g_assert_cmpstr (read, ==, expected);
  else if (strncmp (read, expected, colon + 1 - expected) != 0 || strstr (read, colon + 1) == NULL)
    g_error ("%s: expected %s, but read: %s", name, expected, read);
}

static void
test_case (SheetFile *f, gconstpointer data)
{
  const Case *c = data;
  g_autofree char *read = NULL;

  sheet_file_write (f, c->bytes, c->len);
  read = sheet_file_read (f, -1);
  assert_read (c->name, read, c->rows);
}

static void
test_lines (SheetFile *f, gconstpointer data G_GNUC_UNUSED)
{
  static const guint lines[] = { 2, 3, 6, 8, 9 };
  g_autoptr (PatalSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  sheet_file_write (f, "\na,b\n\"c\r\nd\re\",f\n,\r\rg,h\r\ni,\"\n\"\n", -1);
  sheet = patal_sheet_read (f->path, -1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (patal_sheet_n_rows (sheet), ==, 4);
  for (guint row = 0; row < 2; row++)
    g_assert_cmpuint (patal_sheet_line (sheet, row), ==, lines[row]);
  g_assert_cmpuint (patal_sheet_line (sheet, 2), ==, 8);
  g_assert_cmpuint (patal_sheet_line (sheet, 3), ==, 9);
  g_assert_cmpuint (patal_sheet_line (sheet, 4), ==, 0);
  g_assert_cmpstr (patal_sheet_cell (sheet, 9, 9), ==, "");
}

static void
test_formats (SheetFile *f, gconstpointer data G_GNUC_UNUSED)
{
  static const Case formats[] = {
    { "comma", N ("a,b\n"), "CSV, UTF-8, separated by commas" },
    { "semicolon", N ("a;b\n"), "CSV, UTF-8, separated by semicolons" },
    { "tab", N ("\xFF\xFE" "a\0\t\0b\0\n\0"), "CSV, UTF-16, separated by tabs" },
    { "windows", N ("a,\xE9\n"), "CSV, Windows-1252, separated by commas" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (PatalSheet) sheet = NULL;
      g_auto (GStrv) names = NULL;

      sheet_file_write (f, formats[i].bytes, formats[i].len);
      sheet = patal_sheet_read (f->path, -1, NULL, NULL);
      g_assert_nonnull (sheet);
      g_assert_cmpstr (patal_sheet_format (sheet), ==, formats[i].rows);
      names = patal_sheet_names (f->path, NULL);
      g_assert_cmpuint (g_strv_length (names), ==, 1);
      g_assert_cmpstr (names[0], ==, "");
    }
}

static void
test_gzip (SheetFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *packed = NULL, *twice = NULL, *read = NULL, *cut = NULL, *changed = NULL, *inner = NULL;
  gsize len;

  sheet_file_gzip (f, N ("नाम,b\n1,2\n"));
  read = sheet_file_read (f, -1);
  g_assert_cmpstr (read, ==, "नाम|b\n1|2\n");

  g_assert_true (g_file_get_contents (f->path, &packed, &len, NULL));
  twice = g_malloc (len * 2 + 3);
  memcpy (twice, packed, len);
  memcpy (twice + len, packed, len);
  memset (twice + len * 2, 0, 3);
  sheet_file_write (f, twice, len * 2 + 3); /* two members and a tape's padding */
  g_free (read);
  read = sheet_file_read (f, -1);
  g_assert_cmpstr (read, ==, "नाम|b\n1|2\nनाम|b\n1|2\n");

  sheet_file_write (f, packed, len - 3);
  cut = sheet_file_read (f, -1);
  assert_read ("cut", cut, "error 3:not copied whole");

  packed[len - 6] ^= 1; /* the checksum */
  sheet_file_write (f, packed, len);
  changed = sheet_file_read (f, -1);
  assert_read ("changed", changed, "error 3:");

  sheet_file_gzip (f, N ("%PDF-1.4"));
  inner = sheet_file_read (f, -1);
  assert_read ("inner", inner, "error 1:PDF");
}

static void
test_limits (SheetFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) wide = g_string_new ("a\n"), lengthy = g_string_new ("a,b\nc,");
  g_autofree char *read_wide = NULL, *read_long = NULL, *read_lines = NULL, *read_unended = NULL;

  for (guint i = 0; i < PATAL_SHEET_MAX_COLUMNS; i++)
    g_string_append_c (wide, ',');
  sheet_file_write (f, wide->str, -1);
  read_wide = sheet_file_read (f, -1);
  assert_read ("wide", read_wide, "error 4:Line 2 ");

  for (guint i = 0; i < PATAL_SHEET_MAX_CELL + 1; i++)
    g_string_append_c (lengthy, 'x');
  sheet_file_write (f, lengthy->str, -1);
  read_long = sheet_file_read (f, -1);
  assert_read ("long", read_long, "error 4:line 2 ");

  g_string_insert_c (lengthy, 6, '"');
  g_string_append (lengthy, "\"\n");
  sheet_file_write (f, lengthy->str, -1);
  read_lines = sheet_file_read (f, -1);
  assert_read ("long-quoted", read_lines, "error 4:line 2 ");

  lengthy->str[100] = '\n';
  sheet_file_write (f, lengthy->str, -1);
  read_unended = sheet_file_read (f, -1);
  assert_read ("long-unended", read_unended, "error 3:line 2 ");
}

/* 1 GB of commas, in a megabyte. */
static void
test_bomb (SheetFile *f, gconstpointer data G_GNUC_UNUSED)
{
  const gsize size = 16 * 1024 * 1024;
  g_autofree char *member = NULL, *block = g_malloc (size), *read = NULL;
  g_autoptr (GString) bomb = g_string_new (NULL);
  gsize len;

  memset (block, ',', size);
  sheet_file_gzip (f, block, size);
  g_assert_true (g_file_get_contents (f->path, &member, &len, NULL));
  for (guint n = 0; n < 64; n++)
    g_string_append_len (bomb, member, len);
  sheet_file_write (f, bomb->str, bomb->len);
  read = sheet_file_read (f, -1);
  assert_read ("bomb", read, "error 4:512 MB");
}

static void
test_places (SheetFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *missing = sheet_file_read (f, -1), *folder = NULL, *pipe = NULL, *locked = NULL;
  SheetFile inside = { NULL, f->folder };

  assert_read ("missing", missing, "error 0:no file");
  folder = sheet_file_read (&inside, -1);
  assert_read ("folder", folder, "error 0:folder");
  g_assert_cmpint (mkfifo (f->path, 0600), ==, 0);
  pipe = sheet_file_read (f, -1); /* must not wait for a writer */
  assert_read ("pipe", pipe, "error 0:device");
  g_unlink (f->path);
  sheet_file_write (f, "a,b\n", -1);
  g_chmod (f->path, 0);
  if (geteuid () == 0)
    return g_test_skip ("root may read every file");
  locked = sheet_file_read (f, -1);
  assert_read ("locked", locked, "error 0:may not read");
}

static void
test_cancelled (SheetFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  PatalProgress progress = { .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  sheet_file_write (f, "a,b\n", -1);
  g_cancellable_cancel (cancellable);
  g_assert_null (patal_sheet_read (f->path, -1, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Whatever is changed in a file, reading ends, in rows or in a sentence. */
static void
test_mutations (SheetFile *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char alphabet[]
      = { '"', ',', ';', '\t', '\n', '\r', '\0', '\xFF', '\xFE', '\xE0', 'x', '\x1f', '\x8b' };
  g_autoptr (GRand) random = g_rand_new_with_seed (20211220);

  for (guint round = 0; round < 3000; round++)
    {
      const Case *c = &cases[g_rand_int_range (random, 0, G_N_ELEMENTS (cases))];
      g_autofree char *bytes = g_malloc (c->len + 1), *read = NULL;
      guint changes = g_rand_int_range (random, 1, 6);

      memcpy (bytes, c->bytes, c->len + 1);
      for (guint i = 0; i < changes && c->len > 0; i++)
        bytes[g_rand_int_range (random, 0, c->len)]
            = alphabet[g_rand_int_range (random, 0, G_N_ELEMENTS (alphabet))];
      sheet_file_write (f, bytes, c->len);
      read = sheet_file_read (f, -1);
      g_assert_false (g_str_has_prefix (read, "error -1")); /* every error is of our own domain */
      g_assert_true (g_utf8_validate (read, -1, NULL));
    }
}

#define TEST(path, function)                                                                                 \
  g_test_add (path, SheetFile, NULL, sheet_file_set_up, function, sheet_file_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sheet/csv/", cases[i].name, NULL);

      g_test_add (path, SheetFile, &cases[i], sheet_file_set_up, test_case, sheet_file_tear_down);
    }
  TEST ("/sheet/lines", test_lines);
  TEST ("/sheet/formats", test_formats);
  TEST ("/sheet/gzip", test_gzip);
  TEST ("/sheet/limits", test_limits);
  TEST ("/sheet/bomb", test_bomb);
  TEST ("/sheet/places", test_places);
  TEST ("/sheet/cancelled", test_cancelled);
  TEST ("/sheet/mutations", test_mutations);
  return g_test_run ();
}
