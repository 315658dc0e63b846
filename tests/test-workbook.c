/* test-workbook.c: rows out of XLSX and ODS files, whole, odd, and hostile
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-number-format.h"
#include "sheet-file.h"

#define RELS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* The parts of a workbook around one sheet; a test replaces those that it is about. */
enum { TYPES, ROOT, BOOK, BOOK_RELS, STYLES, STRINGS, SHEET, N_PARTS };
static const SheetPart usual[N_PARTS] = {
  { "[Content_Types].xml", "<Types/>", -1 },
  { "_rels/.rels",
    "<Relationships><Relationship Id='r' Type='" RELS
    "/officeDocument' Target='xl/workbook.xml'/></Relationships>",
    -1 },
  { "xl/workbook.xml",
    "<workbook xmlns='http://purl.oclc.org/ooxml/spreadsheetml/main' xmlns:r='x'><sheets>"
    "<sheet name='गुप्त' sheetId='1' state='hidden' r:id='r1'/><sheet name='सूची' sheetId='2' "
    "r:id='r1'/></sheets></workbook>",
    -1 },
  { "xl/_rels/workbook.xml.rels",
    "<Relationships><Relationship Id='r1' Type='" RELS "/worksheet' Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='r2' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/sharedStrings' "
    "Target='/xl/sharedStrings.xml'/>"
    "<Relationship Id='r3' Type='" RELS "/styles' Target='../xl/styles.xml'/></Relationships>",
    -1 },
  { "xl/styles.xml",
    "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[$-4009]dd\\/mm\\/yyyy;@'/><numFmt "
    "numFmtId='165' formatCode='000000'/>"
    "<numFmt numFmtId='166' formatCode='0.00\"day\"'/></numFmts><cellStyleXfs><xf "
    "numFmtId='14'/></cellStyleXfs><cellXfs>"
    "<xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/><xf "
    "numFmtId='20'/>"
    "</cellXfs></styleSheet>",
    -1 },
  { "XL/SharedStrings.xml",
    "<sst><si><t>अकलतरा</t></si><si><r><t>ग्राम </t></r><r><rPr/><t "
    "xml:space='preserve'>पंचायत</t></r><rPh><t>x</t></rPh></si>"
    "<si><t>a_x000A_b_x005F_x000D_</t></si><si/></sst>",
    -1 },
  { "xl/worksheets/sheet1.xml", NULL, -1 },
};

typedef struct
{
  const char *name, *rows, *expected; /* rows: inside sheetData; expected: or "error N" */
} Case;

static const Case xlsx_cases[] = {
  { "texts",
    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c t='s'><v>2</v></c><c "
    "t='s'><v>3</v></c></row>",
    "अकलतरा|ग्राम पंचायत|a\nb_x000D_|\n" },
  { "inline",
    "<row><c t='inlineStr'><is><r><t>a</t></r><t>b</t><rPh><t>no</t></rPh></is></c><c "
    "t='str'><f>1+1</f><v>c</v></c></row>",
    "ab|c\n" },
  { "numbers",
    "<row><c><v>125045</v></c><c><v>1.25045E5</v></c><c><v>0.10000000000000001</v></c><c><v>-2.5E-3</v></"
    "c><c><v>1E300</v></c></row>",
    "125045|125045|0.1|-0.0025|1E300\n" },
  { "dates",
    "<row><c s='1'><v>44550</v></c><c s='2'><v>44550.75</v></c><c s='1'><v>1</v></c><c s='1'><v>59</v></c><c "
    "s='1'><v>61</v></c><c t='d'>"
    "<v>2021-12-20T00:00:00</v></c></row>",
    "2021-12-20|2021-12-20|1900-01-01|1900-02-28|1900-03-01|2021-12-20\n" },
  { "other-formats",
    "<row><c s='3'><v>3641</v></c><c s='4'><v>2.5</v></c><c s='5'><v>0.4375</v></c><c "
    "s='99'><v>7</v></c></row>",
    "003641|2.5|10:30|7\n" },
  { "others", "<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#REF!</v></c></row>",
    "TRUE|FALSE|#REF!\n" },
  { "gaps",
    "<row r='2'><c r='C2'><v>1</v></c></row><row r='5'><c r='A5'><v>2</v></c></row><row r='9'><c r='B9' "
    "s='1'/></row>",
    "||1\n2||\n" },
  { "far-empty", "<row><c r='A1'><v>1</v></c><c r='XFD1' s='1'/></row>", "1\n" },
  { "far-filled", "<row r='7'><c r='XFD7'><v>1</v></c></row>", "error 4: Row 7 " },
  { "bad-string", "<row r='3'><c t='s'><v>9</v></c></row>", "error 3: " },
  { "not-closed", "<row><c>", "error 3: " },
  { "entity", "<row><c><v>&laugh;</v></c></row>", "error 3: " },
  { "no-rows", "", "error 5: " },
};

static void
write_xlsx (SheetFile *f, const char *sheet, int replaced, const char *content)
{
  SheetPart parts[N_PARTS];

  memcpy (parts, usual, sizeof parts);
  parts[SHEET].content = sheet;
  if (replaced >= 0)
    parts[replaced].content = content;
  sheet_file_zip (f, parts, N_PARTS);
}

static void
assert_read (SheetFile *f, const char *expected)
{
  g_autofree char *read = sheet_file_read (f, -1);

  if (!g_str_has_prefix (expected, "error "))
    g_assert_cmpstr (read, ==, expected);
  else if (strncmp (read, expected, 8) != 0 || strstr (read, expected + 9) == NULL)
    g_error ("expected %s, but read: %s", expected, read);
}

static void
test_xlsx (SheetFile *f, gconstpointer data)
{
  const Case *c = data;
  g_autofree char *sheet = g_strdup_printf ("<worksheet><sheetData>%s</sheetData></worksheet>", c->rows);

  write_xlsx (f, sheet, -1, NULL);
  assert_read (f, c->expected);
}

static void
test_xlsx_book (SheetFile *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char merged[]
      = "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>5</v></c></row><row r='2'><c "
        "r='A2'/><c r='B2'><v>6</v></c></row>"
        "<row r='3'><c r='B3'><v>7</v></c></row><row r='4'><c r='B4'><v>8</v></c></row></sheetData>"
        "<mergeCells><mergeCell ref='A1:A3'/><mergeCell ref='A1:B1'/><mergeCell ref='Z9'/><mergeCell "
        "ref='A9:A8'/></mergeCells></worksheet>";
  static const char one[] = "<worksheet><sheetData><row><c s='1'><v>0</v></c></row></sheetData></worksheet>";
  g_auto (GStrv) names = NULL;
  g_autofree char *third = NULL;

  write_xlsx (f, merged, -1, NULL);
  assert_read (f, "1|5\n1|6\n1|7\n|8\n");
  names = patal_sheet_names (f->path, NULL);
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  g_assert_cmpstr (names[1], ==, "सूची");
  third = sheet_file_read (f, 2);
  g_assert_nonnull (strstr (third, "no sheet number 3"));
  write_xlsx (f, one, BOOK,
              "<workbook><workbookPr date1904='1'/><sheets><sheet name='a' id='r1'/></sheets></workbook>");
  assert_read (f, "1904-01-01\n");
}

static void
test_ods (SheetFile *f, gconstpointer data G_GNUC_UNUSED)
{
  static const struct { const char *tables, *expected;
  } cases[] = {
    { "<t:table t:name='a'><t:table-row><t:table-cell o:value-type='string'><x:p>अ<x:s "
      "x:c='2'/>ब</x:p><x:p>स</x:p></t:table-cell>"
      "<t:table-cell o:value-type='float' "
      "o:value='1.25045E5'><x:p>1,25,045</x:p></t:table-cell></t:table-row></t:table>",
      "अ  ब\nस|125045\n" },
    { "<t:table><t:table-row><t:table-cell o:value-type='date' "
      "o:date-value='2021-12-20T10:00:00'><x:p>20/12/21</x:p></t:table-cell>"
      "<t:table-cell o:value-type='boolean' o:boolean-value='true'/><t:table-cell o:value-type='float' "
      "o:value='3641'><x:p>003641</x:p>"
      "</t:table-cell></t:table-row></t:table>",
      "2021-12-20|TRUE|003641\n" },
    { "<t:table><t:table-row><t:table-cell t:number-columns-repeated='3'><x:p>a</x:p></t:table-cell>"
      "<t:table-cell t:number-columns-repeated='16381'/></t:table-row><t:table-row "
      "t:number-rows-repeated='1048575'>"
      "<t:table-cell t:number-columns-repeated='16384'/></t:table-row></t:table>",
      "a|a|a\n" },
    { "<t:table><t:table-row><t:table-cell "
      "t:number-columns-repeated='16384'><x:p>a</x:p></t:table-cell></t:table-row></t:table>",
      "error 4: 512" },
    { "<t:table><t:table-row "
      "t:number-rows-repeated='2000000000'><t:table-cell><x:p>a</x:p></t:table-cell></t:table-row></t:table>",
      "error 4: rows" },
    { "<t:table><t:table-row><t:table-cell "
      "t:number-rows-spanned='2'><x:p>a</x:p></t:table-cell><t:table-cell><x:p>1</x:p></t:table-cell>"
      "</t:table-row><t:table-row><t:covered-table-cell/><t:table-cell><x:p>2</x:p></t:table-cell></"
      "t:table-row>"
      "<t:table-row><t:table-cell/><t:table-cell><x:p>3</x:p></t:table-cell></t:table-row></t:table>",
      "a|1\na|2\n|3\n" },
    { "<t:table "
      "t:style-name='hid'><t:table-row><t:table-cell><x:p>hidden</x:p></t:table-cell></t:table-row></"
      "t:table><t:table/>"
      "<t:table><t:table-row><t:table-cell><o:annotation><x:p>note</x:p></o:annotation><x:p>a</x:p></"
      "t:table-cell></t:table-row></t:table>",
      "a\n" },
    { "<t:table "
      "t:style-name='hid'><t:table-row><t:table-cell><x:p>hidden</x:p></t:table-cell></t:table-row></"
      "t:table>",
      "hidden\n" },
    { "<t:table/>", "error 5: " },
    { "<t:table>", "error 3: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *content = g_strdup_printf (
          "<o:document-content xmlns:o='o' xmlns:t='t' xmlns:x='x' xmlns:s='s'><o:automatic-styles><s:style "
          "s:name='hid'><s:table-properties "
          "t:display='false'/></s:style></o:automatic-styles><o:body>%s</o:body></o:document-content>",
          cases[i].tables);
      SheetPart parts[] = { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet", -1 },
                            { "content.xml", content, -1 } };

      sheet_file_zip (f, parts, G_N_ELEMENTS (parts));
      assert_read (f, cases[i].expected);
    }
}

static void
test_hostile (SheetFile *f, gconstpointer data G_GNUC_UNUSED)
{
  static const char laughs[] = "<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY a 'ha'><!ENTITY b "
                               "'&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>"
                               "<!ENTITY x SYSTEM "
                               "'file:///etc/passwd'>]><worksheet><sheetData><row><c><v>&c;&x;</v></c></"
                               "row></sheetData></worksheet>";
  static const char plain[] = "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
  static const SheetPart outside[]
      = { { "../../../tmp/evil", "x", -1 }, { "/etc/evil", "x", -1 }, { "a.csv", "a,b", -1 } };
  static const SheetPart locked[]
      = { { "content.xml", "x", -1 },
          { "META-INF/manifest.xml", "<m:manifest xmlns:m='m'><m:encryption-data/></m:manifest>", -1 } };
  static const SheetPart binary[]
      = { { "[Content_Types].xml", "<Types/>", -1 }, { "xl/workbook.bin", "x", -1 } };
  static const SheetPart word[]
      = { { "[Content_Types].xml", "<Types/>", -1 }, { "word/document.xml", "x", -1 } };

  write_xlsx (f, laughs, -1, NULL);
  assert_read (f, "error 3: declarations");
  write_xlsx (f, plain, BOOK_RELS, laughs);
  assert_read (f, "error 3: declarations");
  write_xlsx (f, plain, BOOK_RELS,
              "<Relationships><Relationship Id='r1' Type='" RELS
              "/worksheet' Target='../../../etc/passwd'/></Relationships>");
  assert_read (f, "error 3: ");
  sheet_file_zip (f, outside, G_N_ELEMENTS (outside));
  assert_read (f, "error 1: archive");
  sheet_file_zip (f, locked, G_N_ELEMENTS (locked));
  assert_read (f, "error 1: password");
  sheet_file_zip (f, binary, G_N_ELEMENTS (binary));
  assert_read (f, "error 1: xlsb");
  sheet_file_zip (f, word, G_N_ELEMENTS (word));
  assert_read (f, "error 1: text document");
}

/* 600 MB of elements and spaces, packed to half a megabyte. */
static void
test_bomb (SheetFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) rows = g_string_new ("<worksheet>");
  SheetPart parts[N_PARTS];

  memcpy (parts, usual, sizeof parts);
  g_string_append_printf (rows, "%*s", 6 * 1024 * 1024, " ");
  parts[SHEET].content = rows->str;
  sheet_file_zip_repeating (f, parts, N_PARTS, 100);
  assert_read (f, "error 4: 512 MB");
}

static void
test_long_cell (SheetFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = g_strnfill (PATAL_SHEET_MAX_CELL + 1, 'x');
  g_autofree char *sheet = g_strdup_printf (
      "<worksheet><sheetData><row r='4'><c t='str'><v>%s</v></c></row></sheetData></worksheet>", text);

  write_xlsx (f, sheet, -1, NULL);
  assert_read (f, "error 4: row 4 ");
}

static void
test_formats (void)
{
  static const struct { const char *code; int kind;
  } cases[] = {
    { "General", PATAL_NUMBER_PLAIN },     { "dd.mm.yyyy", PATAL_NUMBER_DATE },
    { "mmm\\-yy", PATAL_NUMBER_DATE },     { "mmmm", PATAL_NUMBER_DATE },
    { "h:mm AM/PM", PATAL_NUMBER_TIME },   { "[h]:mm", PATAL_NUMBER_TIME },
    { "mm:ss", PATAL_NUMBER_TIME },        { "0.00E+00", PATAL_NUMBER_PLAIN },
    { "\"dated \"0", PATAL_NUMBER_PLAIN }, { "[Red]0", PATAL_NUMBER_PLAIN },
    { "0\\d", PATAL_NUMBER_PLAIN },        { "0;[$-409]d", PATAL_NUMBER_PLAIN },
    { "\"open", PATAL_NUMBER_PLAIN },      { "[open", PATAL_NUMBER_PLAIN },
    { "0\\", PATAL_NUMBER_PLAIN },         { "", PATAL_NUMBER_PLAIN },
    { "0000", PATAL_NUMBER_ZEROS },        { "0", PATAL_NUMBER_PLAIN },
    { "#,##0", PATAL_NUMBER_PLAIN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (patal_number_format_parse (cases[i].code).kind, ==, cases[i].kind);
}

/* Whatever is changed or cut off, reading ends, in rows or in a sentence of ours. */
static void
test_mutations (SheetFile *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20211220);
  g_autofree char *whole = NULL;
  gsize len;

  write_xlsx (f,
              "<worksheet><sheetData><row><c t='s'><v>1</v></c><c "
              "s='1'><v>44550</v></c></row></sheetData></worksheet>",
              -1, NULL);
  g_assert_true (g_file_get_contents (f->path, &whole, &len, NULL));
  for (guint round = 0; round < 2000; round++)
    {
      g_autofree char *bytes = g_memdup2 (whole, len), *read = NULL;
      gsize kept = round % 4 == 0 ? (gsize) g_rand_int_range (random, 0, len) : len;

      for (gint i = g_rand_int_range (random, 0, 8); i > 0; i--)
        bytes[g_rand_int_range (random, 0, len)] = g_rand_int (random);
      sheet_file_write (f, bytes, kept);
      read = sheet_file_read (f, -1);
      g_assert_false (g_str_has_prefix (read, "error -1"));
    }
}

#define TEST(path, function)                                                                                 \
  g_test_add (path, SheetFile, NULL, sheet_file_set_up, function, sheet_file_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (xlsx_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/workbook/xlsx/", xlsx_cases[i].name, NULL);

      g_test_add (path, SheetFile, &xlsx_cases[i], sheet_file_set_up, test_xlsx, sheet_file_tear_down);
    }
  TEST ("/workbook/xlsx-book", test_xlsx_book);
  TEST ("/workbook/ods", test_ods);
  TEST ("/workbook/hostile", test_hostile);
  TEST ("/workbook/bomb", test_bomb);
  TEST ("/workbook/long-cell", test_long_cell);
  TEST ("/workbook/mutations", test_mutations);
  g_test_add_func ("/workbook/formats", test_formats);
  return g_test_run ();
}
