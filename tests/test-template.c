/* test-template.c: the text of a template, and what is said of broken ones
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-nearest.h"
#include "patal-template.h"
#include <string.h>

static const PatalTemplateKnown known[] = {
  { "work_name", "Name of work", PATAL_FORM_TEXT },
  { "work_code", "Work code", PATAL_FORM_FIGURE },
  { "gp", "Gram panchayat", PATAL_FORM_TEXT },
  { "end", "Work completed on", PATAL_FORM_FIGURE },
};

static PatalTemplate *
parse (const char *text, gsize length, GPtrArray **faults)
{
  return patal_template_parse (text, length, known, G_N_ELEMENTS (known), faults);
}

static const char whole[] =
  "# सामुदायिक कार्य का पटल\n"
  "[board]\n"
  "name.hi = सामुदायिक  कार्य \n"
  "name.en=Community work\n"
  "for = community\n"
  "size = 3x2 ft\n"
  "ground = #FFD54F\n"
  "border = #1a3e8c\n"
  "ink = #101010\n"
  "read-from = 2.5 m\n"
  "title.hi = नागरिक सूचना पटल\n"
  "code = work_code, work_name\n"
  "\n"
  "[field work_name]\n"
  "label.hi = कार्य का नाम = काम\n"
  "weight = २.५\n"
  "large = yes\n"
  "required = no\n"
  "  [field   gp]  \n"
  "   \t\n"
  "[field end]\n"
  "beside = हाँ\n"
  "share = 1.4\n"
  "empty-until = completion\n"
  "required = yes\n"
  "[back]\n"
  "title.hi = श्रमिकों के अधिकार\n"
  "line.hi = एक\n"
  "line.en = One\n"
  "line.hi = दो\n";

/* What is read is the same however the lines end. */
static void
check_whole (const char *text, gsize length)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (PatalTemplate) template = parse (text, length, &faults);
  const PatalTemplateFrame *frame;
  const PatalTemplateField *field;
  const guint *code;
  guint n;

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", ((PatalTemplateFault *) faults->pdata[i])->text);
  g_assert_nonnull (template);
  g_assert_cmpuint (faults->len, ==, 0);
  frame = patal_template_frame (template);
  g_assert_cmpstr (frame->names[PATAL_LANG_HI], ==, "सामुदायिक कार्य");
  g_assert_cmpstr (frame->names[PATAL_LANG_EN], ==, "Community work");
  g_assert_cmpstr (frame->titles[PATAL_LANG_HI], ==, "नागरिक सूचना पटल");
  g_assert_null (frame->titles[PATAL_LANG_EN]);
  g_assert_cmpint (frame->kinds, ==, PATAL_TEMPLATE_COMMUNITY);
  g_assert_cmpfloat_with_epsilon (frame->width_mm, 914.4, 1e-6);
  g_assert_cmpfloat_with_epsilon (frame->height_mm, 609.6, 1e-6);
  g_assert_cmphex (frame->ground, ==, 0xffd54f);
  g_assert_cmphex (frame->border, ==, 0x1a3e8c);
  g_assert_cmphex (frame->ink, ==, 0x101010);
  g_assert_cmpfloat (frame->reading_m, ==, 2.5);
  g_assert_cmpstr (frame->back_titles[PATAL_LANG_HI], ==, "श्रमिकों के अधिकार");
  code = patal_template_code (template, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (code[0], ==, 1);
  g_assert_cmpuint (code[1], ==, 0);
  g_assert_cmpuint (patal_template_n_fields (template), ==, 3);
  field = patal_template_field (template, 0);
  g_assert_cmpstr (field->labels[PATAL_LANG_HI], ==, "कार्य का नाम = काम");
  g_assert_cmpfloat (field->weight, ==, 2.5);
  g_assert_true (field->large && !field->beside && !field->later);
  g_assert_cmpint (field->required, ==, PATAL_REQUIRED_NO);
  g_assert_cmpuint (field->line, ==, 14);
  field = patal_template_field (template, 1);
  g_assert_cmpstr (patal_template_known (template, field->known)->id, ==, "gp");
  g_assert_cmpfloat (field->weight, ==, 1);
  g_assert_cmpfloat (field->share, ==, 1);
  g_assert_cmpint (field->required, ==, PATAL_REQUIRED_AS_USUAL);
  g_assert_null (field->labels[PATAL_LANG_HI]);
  field = patal_template_field (template, 2);
  g_assert_true (field->beside && field->later && !field->large);
  g_assert_cmpfloat (field->share, ==, 1.4);
  g_assert_cmpint (field->required, ==, PATAL_REQUIRED_YES);
  g_assert_cmpuint (field->line, ==, 21);
  g_assert_cmpstr (patal_template_back (template, PATAL_LANG_HI)[0], ==, "एक");
  g_assert_cmpstr (patal_template_back (template, PATAL_LANG_HI)[1], ==, "दो");
  g_assert_null (patal_template_back (template, PATAL_LANG_HI)[2]);
  g_assert_cmpstr (patal_template_back (template, PATAL_LANG_EN)[0], ==, "One");
}

static void
test_whole (void)
{
  g_auto (GStrv) lines = g_strsplit (whole, "\n", -1);
  g_autofree char *dos = g_strjoinv ("\r\n", lines), *mac = g_strjoinv ("\r", lines), *marked = g_strconcat ("\xef\xbb\xbf", dos, NULL);

  check_whole (whole, strlen (whole));
  check_whole (whole, strlen (whole) - 1); /* the last line need not end */
  check_whole (dos, strlen (dos));
  check_whole (mac, strlen (mac));
  check_whole (marked, strlen (marked));
}

static void
test_least (void)
{
  static const char text[] = "[board]\n[field gp]\n";
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (PatalTemplate) template = parse (text, strlen (text), &faults);
  const PatalTemplateFrame *frame = patal_template_frame (template);
  guint n;

  g_assert_cmpint (frame->kinds, ==, PATAL_TEMPLATE_COMMUNITY | PATAL_TEMPLATE_INDIVIDUAL);
  g_assert_cmpfloat_with_epsilon (frame->width_mm, 1524, 1e-6);
  g_assert_cmpfloat (frame->reading_m, ==, 3);
  patal_template_code (template, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (*patal_template_back (template, PATAL_LANG_HI));
  g_assert_null (*patal_template_back (template, PATAL_LANG_EN));
}

#define BOARD "[board]\n"
#define FIELD "[field gp]\n"

/* Each text, and all that is said of it: "line: sentence", a line each. */
static const struct
{
  const char *text, *said;
} broken[] = {
  { "", "0: The section [board] is missing: a template begins with it\n0: There is no field: name at least one, for example [field work_name]" },
  { BOARD, "0: There is no field: name at least one, for example [field work_name]" },
  { FIELD, "0: The section [board] is missing: a template begins with it" },
  { "size = a4\n" BOARD FIELD, "1: “size” stands before the first section: begin with [board]" },
  { BOARD "hello\n" FIELD, "2: “hello” says nothing: write “key = value”, a section as [board], or # before a remark" },
  { BOARD "= 3\n" FIELD, "2: “= 3” says nothing: write “key = value”, a section as [board], or # before a remark" },
  { "[board\n" FIELD, "1: A section's name stands in two brackets, and nothing behind them: [board]" },
  { "[board] of works\n" FIELD, "1: A section's name stands in two brackets, and nothing behind them: [board]" },
  { "[bord]\nsize = 7\n" FIELD, "1: There is no section [bord]: did you mean [board]?" },
  { BOARD FIELD "[फलक]\nx = y\n", "3: There is no section [फलक]; there is: [board], [field], [back]" },
  { "[board works]\n" FIELD, "1: In the brackets of [board] nothing else stands" },
  { BOARD FIELD BOARD, "3: [board] stands in line 1 already: put its lines there" },
  { BOARD FIELD "[back]\nline.hi = a\n[back]\n", "5: [back] stands in line 3 already: put its lines there" },
  { BOARD "[field]\n", "2: Name the field in the brackets, for example [field work_name]" },
  { BOARD "[field work-nmae]\nweight = x\n",
    "2: There is no field “work-nmae”: did you mean “work_name”?\n3: Here stands a number from 0.1 to 20, for example 1.5" },
  { BOARD "[field mukhiya]\n", "2: There is no field “mukhiya”: the fields are work_name, work_code, gp, end" },
  { BOARD FIELD FIELD, "3: The field “gp” stands in line 2 already: a board has each field once" },
  { BOARD "colour = red\n" FIELD, "2: [board] has no “colour”: it has name, for, size, ground, border, ink, read-from, title, code" },
  { BOARD "Size = a4\n" FIELD, "2: [board] has no “Size”: did you mean “size”?" },
  { BOARD "read_from = 3 m\n" FIELD, "2: [board] has no “read_from”: did you mean “read-from”?" },
  { BOARD "weight = 2\n" FIELD, "2: “weight” belongs to [field], not to [board]" },
  { BOARD FIELD "line.hi = 2\n", "3: “line” belongs to [back], not to [field]" },
  { BOARD "title = पटल\n" FIELD, "2: “title” needs its language: write “title.hi” for Hindi or “title.en” for English" },
  { BOARD "title.mr = फलक\n" FIELD, "2: “.mr” is neither Hindi nor English: write “title.hi” for Hindi or “title.en” for English" },
  { BOARD "title. = फलक\n" FIELD, "2: “.” is neither Hindi nor English: write “title.hi” for Hindi or “title.en” for English" },
  { BOARD "size.hi = a4\n" FIELD, "2: “size” is the same in all languages: write it without “.hi”" },
  { BOARD "size = a4\ntitle.hi = क\ntitle.en = k\nsize = a3\ntitle.hi = ख\n" FIELD,
    "5: “size” stands in line 2 already: delete one of the two\n6: “title” stands in line 3 already: delete one of the two" },
  { BOARD "size =\n" FIELD, "2: Behind “size =” nothing is written: write its value, or delete the line" },
  { BOARD "title.hi = \xe2\x80\x8f \n" FIELD, "2: Behind “title =” nothing is written: write its value, or delete the line" },
  { BOARD "for = villages\n" FIELD, "2: A template is for “community”, “individual” or “both”: write one of the three" },
  { BOARD "size = 5x4\n" FIELD,
    "2: Write a size as width by height with its unit, for example 5x4 ft, 1524x1219 mm, or a4" },
  { BOARD "size = 50x40 ft\n" FIELD, "2: The sides of a board are from 100 mm to 10 m" },
  { BOARD "ground = yellow\nborder = #12345\nink = #1234567\n" FIELD,
    "2: A colour is # and six digits from 0 to 9 and a to f, for example #FFD54F for yellow\n"
    "3: A colour is # and six digits from 0 to 9 and a to f, for example #FFD54F for yellow\n"
    "4: A colour is # and six digits from 0 to 9 and a to f, for example #FFD54F for yellow" },
  { BOARD "ink = #FFFFFF\n" FIELD, "2: The ink is hardly seen on the ground: choose a darker ink or a lighter ground" },
  { BOARD "read-from = 3\n" FIELD,
    "2: Here stands from how far the board is to be read, 0.3 m to 100 m, for example 3 m or 10 ft" },
  { BOARD "read-from = 200 m\n" FIELD,
    "2: Here stands from how far the board is to be read, 0.3 m to 100 m, for example 3 m or 10 ft" },
  { BOARD "code = gp, nmae, gp,\n" FIELD,
    "2: There is no field “nmae”: the fields are work_name, work_code, gp, end\n2: “gp” stands here twice: once is enough\n"
    "2: Between two commas, or at an end, no field is named" },
  { BOARD FIELD "weight = two\n", "3: Here stands a number from 0.1 to 20, for example 1.5" },
  { BOARD FIELD "weight = 0\n", "3: Here stands a number from 0.1 to 20, for example 1.5" },
  { BOARD FIELD "share = 1.5 cm\n", "3: Here stands a number from 0.1 to 20, for example 1.5" },
  { BOARD FIELD "share = 0x10\n", "3: Here stands a number from 0.1 to 20, for example 1.5" },
  { BOARD FIELD "share = 1e1\n", "3: Here stands a number from 0.1 to 20, for example 1.5" },
  { BOARD FIELD "share = -1\n", "3: Here stands a number from 0.1 to 20, for example 1.5" },
  { BOARD FIELD "large = perhaps\n", "3: Here stands “yes” or “no”" },
  { BOARD FIELD "required = 1\n", "3: Here stands “yes” or “no”" },
  { BOARD FIELD "empty-until = end\n", "3: A field is empty until “completion”: write that word, or delete the line" },
  { BOARD FIELD "beside = yes\n", "2: The first field stands beside no other: delete its line “beside”" },
  { BOARD FIELD "label.hi = िनाम\n",
    "3: In “िनाम” the sign “ि” stands on no letter: type the letter first, then the sign" },
  { BOARD "title.hi = ना\xef\xbf\xbdगरिक\n" FIELD, "2: In “ना�गरिक” a letter was lost (�): type it again" },
  { BOARD FIELD "label.hi = \x80\n", "3: From this line on it is not text in UTF-8: save the file again as UTF-8" },
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (PatalTemplate) template = parse (broken[i].text, strlen (broken[i].text), &faults);
      g_autoptr (GString) said = g_string_new (NULL);

      for (guint k = 0; k < faults->len; k++)
        {
          const PatalTemplateFault *fault = g_ptr_array_index (faults, k);

          g_string_append_printf (said, "%s%u: %s", k > 0 ? "\n" : "", fault->line, fault->text);
        }
      g_assert_cmpstr (said->str, ==, broken[i].said);
      g_assert_null (template);
    }
}

static void
assert_one_fault (const char *text, gsize length, guint line, const char *sentence)
{
  g_autoptr (GPtrArray) faults = NULL;

  g_assert_null (parse (text, length, &faults));
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (((PatalTemplateFault *) faults->pdata[0])->text, ==, sentence);
  g_assert_cmpuint (((PatalTemplateFault *) faults->pdata[0])->line, ==, line);
}

static void
test_other_files (void)
{
  static const char nul[] = "[board]\n[field gp]\nweight\0 = 2\n", utf16[] = "\xff\xfe[\0b\0";
  gsize size = 1024 * 1024;
  g_autofree char *junk = g_malloc (size);
  g_autoptr (GPtrArray) faults = NULL;
  gint64 begun;

  assert_one_fault (nul, sizeof nul - 1, 3, "From this line on it is no text: a character without a letter (NUL) stands here");
  assert_one_fault (utf16, sizeof utf16 - 1, 0, "This file is saved as “Unicode” (UTF-16): save it again as UTF-8");
  for (gsize i = 0; i < size; i++)
    junk[i] = i % 61 == 60 ? '\n' : (char) ('!' + i * 7 % 90);
  begun = g_get_monotonic_time ();
  assert_one_fault (junk, size, 0, "This is too large for a template, which has at most 256 kB: choose another file");
  /* As much as is read: line after line is wrong, and after fifty nobody reads on. */
  g_assert_null (parse (junk, 256 * 1024, &faults));
  g_assert_cmpint (g_get_monotonic_time () - begun, <, G_USEC_PER_SEC);
  g_assert_cmpuint (faults->len, ==, 50);
  g_assert_cmpstr (((PatalTemplateFault *) faults->pdata[49])->text, ==, "There is more that is wrong: mend the lines above first");
  for (guint i = 0; i < faults->len; i++)
    {
      g_assert_true (g_utf8_validate (((PatalTemplateFault *) faults->pdata[i])->text, -1, NULL));
      g_assert_cmpuint (strlen (((PatalTemplateFault *) faults->pdata[i])->text), <, 300);
    }
}

/* Whatever bytes are cut out or changed, it is a template or there is a fault. */
static void
test_damaged (void)
{
  gsize length = strlen (whole);

  for (guint round = 0; round < 4000; round++)
    {
      g_autofree char *text = g_strdup (whole);
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (PatalTemplate) template = NULL;
      gsize from = (gsize) g_test_rand_int_range (0, (gint32) length - 1);
      gsize n = (gsize) g_test_rand_int_range (1, (gint32) (length - from));

      if (round % 2 == 0)
        text[from] = (char) g_test_rand_int_range (0, 256);
      else
        memmove (text + from, text + from + n, length - from - n);
      template = parse (text, round % 2 == 0 ? length : length - n, &faults);
      g_assert_true ((template != NULL) == (faults->len == 0));
    }
}

static void
test_size (void)
{
  static const struct
  {
    const char *text;
    double width_mm, height_mm;
    const char *hi, *en;
  } cases[] = {
    { "5x4 ft", 1524, 1219.2, "5 × 4 फीट", "5 × 4 ft" },
    { "5x4ft", 1524, 1219.2, "5 × 4 फीट", "5 × 4 ft" },
    { " 5 X 4 FT. ", 1524, 1219.2, "5 × 4 फीट", "5 × 4 ft" },
    { "५×४ फीट", 1524, 1219.2, "5 × 4 फीट", "5 × 4 ft" },
    { "5 फीट x 4 फीट", 1524, 1219.2, "5 × 4 फीट", "5 × 4 ft" },
    { "5' x 4'", 1524, 1219.2, "5 × 4 फीट", "5 × 4 ft" },
    { "5 feet by 4 feet", 1524, 1219.2, "5 × 4 फीट", "5 × 4 ft" },
    { "3x2 फुट", 914.4, 609.6, "3 × 2 फीट", "3 × 2 ft" },
    { "2.5*2 ft", 762, 609.6, "2.5 × 2 फीट", "2.5 × 2 ft" },
    { "1524x1219 mm", 1524, 1219, "5 × 4 फीट", "5 × 4 ft" },
    { "1000x700mm", 1000, 700, "1000 × 700 मि.मी.", "1000 × 700 mm" },
    { "1000 × 700 मि.मी.", 1000, 700, "1000 × 700 मि.मी.", "1000 × 700 mm" },
    { "36x24 inch", 914.4, 609.6, "3 × 2 फीट", "3 × 2 ft" },
    { "150x120 सेमी", 1500, 1200, "1500 × 1200 मि.मी.", "1500 × 1200 mm" },
    { "1.5x1.25 m", 1500, 1250, "1500 × 1250 मि.मी.", "1500 × 1250 mm" },
    { "a4", 210, 297, "A4", "A4" },
    { "A3 landscape", 420, 297, "A3 आड़ा", "A3 landscape" },
    { "A4 आड़ा", 297, 210, "A4 आड़ा", "A4 landscape" },
    { "a4 खड़ा", 210, 297, "A4", "A4" },
    { "297x210 mm", 297, 210, "A4 आड़ा", "A4 landscape" },
    { "100x100 mm", 100, 100, "100 × 100 मि.मी.", "100 × 100 mm" },
    { "10x10 m", 10000, 10000, "10000 × 10000 मि.मी.", "10000 × 10000 mm" },
  };
  static const struct
  {
    const char *text;
    PatalValueError code;
  } wrong[] = {
    { "", PATAL_VALUE_ERROR_EMPTY },         { "  ", PATAL_VALUE_ERROR_EMPTY },        { "5x4", PATAL_VALUE_ERROR_MALFORMED },
    { "5 ft", PATAL_VALUE_ERROR_MALFORMED }, { "x4 ft", PATAL_VALUE_ERROR_MALFORMED }, { "5x ft", PATAL_VALUE_ERROR_MALFORMED },
    { "5x4 kg", PATAL_VALUE_ERROR_MALFORMED }, { "a9", PATAL_VALUE_ERROR_MALFORMED },  { "a4 slanted", PATAL_VALUE_ERROR_MALFORMED },
    { "-5x4 ft", PATAL_VALUE_ERROR_MALFORMED }, { "5x-4 ft", PATAL_VALUE_ERROR_MALFORMED }, { "5 m x 4 ft", PATAL_VALUE_ERROR_MALFORMED },
    { "0x10 ft", PATAL_VALUE_ERROR_MALFORMED }, { "nan x nan ft", PATAL_VALUE_ERROR_MALFORMED }, { "5x4 ft 6", PATAL_VALUE_ERROR_MALFORMED },
    { "99x500 mm", PATAL_VALUE_ERROR_RANGE }, { "500x10001 mm", PATAL_VALUE_ERROR_RANGE }, { "0.1x1 ft", PATAL_VALUE_ERROR_RANGE },
    { "1e300x1e300 m", PATAL_VALUE_ERROR_RANGE }, { "5x0 ft", PATAL_VALUE_ERROR_RANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double width = 0, height = 0, again_width = 0, again_height = 0;
      g_autoptr (GError) error = NULL;
      g_autofree char *hi = NULL, *en = NULL;

      g_test_message ("%s", cases[i].text);
      patal_board_size_parse (cases[i].text, &width, &height, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (width, cases[i].width_mm, 1e-6);
      g_assert_cmpfloat_with_epsilon (height, cases[i].height_mm, 1e-6);
      hi = patal_board_size_format (width, height, PATAL_LANG_HI);
      en = patal_board_size_format (width, height, PATAL_LANG_EN);
      g_assert_cmpstr (hi, ==, cases[i].hi);
      g_assert_cmpstr (en, ==, cases[i].en);
      g_assert_true (patal_board_size_parse (hi, &again_width, &again_height, NULL)); /* what is shown may be typed */
      g_assert_cmpfloat_with_epsilon (again_width, width, 0.5);
      g_assert_true (patal_board_size_parse (en, &again_width, &again_height, NULL));
      g_assert_cmpfloat_with_epsilon (again_height, height, 0.5);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      double width = 1, height = 2;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i].text);
      g_assert_false (patal_board_size_parse (wrong[i].text, &width, &height, &error));
      g_assert_error (error, PATAL_VALUE_ERROR, (int) wrong[i].code);
      g_assert_cmpfloat (width + height, ==, 3);
    }
}

static void
test_nearest (void)
{
  static const char *const words[] = { "work_name", "work_code", "gp", "end", "spent_wage", "spent_material" };
  static const struct { const char *typed, *meant; } cases[] = {
    { "work_name", "work_name" }, { "wrok_name", "work_name" }, { "Work-Name", "work_name" }, { "workname", "work_name" },
    { "spend_wage", "spent_wage" }, { "spentmaterial", "spent_material" }, { "g", NULL }, { "ned", "end" }, { "money", NULL },
    { "", NULL }, { "a name so long that nobody can have meant any of these words", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (patal_nearest (cases[i].typed, words, G_N_ELEMENTS (words)), ==, cases[i].meant);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/whole", test_whole);
  g_test_add_func ("/template/least", test_least);
  g_test_add_func ("/template/broken", test_broken);
  g_test_add_func ("/template/other-files", test_other_files);
  g_test_add_func ("/template/damaged", test_damaged);
  g_test_add_func ("/template/size", test_size);
  g_test_add_func ("/template/nearest", test_nearest);
  return g_test_run ();
}
