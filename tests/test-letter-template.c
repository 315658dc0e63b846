/* test-letter-template.c: letters filled in from an office's text, and what is said of broken ones
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-letter-template.h"
#include <string.h>

static const PatalTemplateKnown fields[] = {
  { "number", "Number", PATAL_FORM_FIGURE },
  { "day", "Day", PATAL_FORM_FIGURE },
  { "block", "Block", PATAL_FORM_TEXT },
  { "course", "Course", PATAL_FORM_TEXT },
};
static const char *const tables[] = { "people", "batches", NULL };
static const PatalLetterKnown known = { fields, G_N_ELEMENTS (fields), tables };

static const char whole[] =
  "# नामांकन पत्र\n"
  "[letter]\n"
  "name.hi = नामांकन पत्र\n"
  "name.en = Nomination\n"
  "office.hi = कार्यालय जिला पंचायत\n"
  "office.hi = जांजगीर-चांपा\n"
  "number.hi = {number}/जि.पं./प्रशि.\n"
  "day.hi = {day}\n"
  "to.hi = मुख्य कार्यपालन अधिकारी\n"
  "to.hi = जनपद पंचायत {block}\n"
  "subject.hi = {course}{course} बाबत्।\n"
  "reference.hi = {number}/TRG/{day}\n"
  "paragraph.hi = पहला\n"
  "paragraph.en = First\n"
  "table = people\n"
  "paragraph.hi = दिनांक {day} को {block}\n"
  "table = batches\n"
  "person.en = {course}\n"
  "closing.hi = भवदीय\n"
  "signature.hi = एक\n"
  "signature.hi = दो\n"
  "copy.hi = कलेक्टर\n"
  "copy.hi = नस्ती\n"
  "foot.hi = पद\n"
  "code.hi = {number}\n";

static PatalLetterTemplate *
parse (const char *text, gsize length, GPtrArray **faults)
{
  return patal_letter_template_parse (text, length, &known, faults);
}

static PatalLetterTemplate *
parse_whole (void)
{
  g_autoptr (GPtrArray) faults = NULL;
  PatalLetterTemplate *template = parse (whole, strlen (whole), &faults);

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_nonnull (template);
  return template;
}

static void
test_fill (void)
{
  const char *const values[] = { "१२/{day}", "20.12.2021", "अकलतरा", NULL };
  static const PatalColumn columns[] = { { "name", "नाम", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE } };
  g_autoptr (PatalTable) people = patal_table_new (columns, 1);
  PatalTable *given[] = { people, NULL };
  g_autoptr (PatalLetterTemplate) template = parse_whole (), shared = patal_letter_template_ref (template);
  g_autoptr (PatalLetter) letter = patal_letter_template_fill (shared, PATAL_LANG_HI, PATAL_LETTER_PLAIN, "पत्र 1", values, given);
  const PatalLetterFrame *frame = patal_letter_frame (letter);

  g_assert_cmpstr (patal_letter_template_name (template, PATAL_LANG_HI), ==, "नामांकन पत्र");
  g_assert_cmpstr (patal_letter_template_name (template, PATAL_LANG_EN), ==, "Nomination");
  g_assert_cmpint (frame->lang, ==, PATAL_LANG_HI);
  g_assert_cmpint (frame->shape, ==, PATAL_LETTER_PLAIN);
  g_assert_cmpstr (frame->name, ==, "पत्र 1");
  g_assert_cmpstr (frame->office, ==, "कार्यालय जिला पंचायत\nजांजगीर-चांपा");
  g_assert_null (frame->title);
  g_assert_cmpstr (frame->number, ==, "१२/{day}/जि.पं./प्रशि."); /* what stands in a field is no field */
  g_assert_cmpstr (frame->day, ==, "20.12.2021");
  g_assert_cmpstr (frame->to, ==, "मुख्य कार्यपालन अधिकारी\nजनपद पंचायत अकलतरा");
  g_assert_cmpstr (frame->subject, ==, "________________________________ बाबत्।"); /* twice not known */
  g_assert_cmpstr (frame->closing, ==, "भवदीय");
  g_assert_cmpstr (frame->signatures[0], ==, "एक");
  g_assert_cmpstr (frame->signatures[1], ==, "दो");
  g_assert_null (frame->signatures[2]);
  g_assert_cmpstr (frame->copies, ==, "कलेक्टर\nनस्ती");
  g_assert_cmpstr (frame->foot, ==, "पद");
  g_assert_cmpstr (frame->code_text, ==, "१२/{day}");
  g_assert_cmpuint (patal_letter_n_parts (letter), ==, 3); /* the second table was not given */
  g_assert_cmpstr (patal_letter_part (letter, 0)->text, ==, "पहला");
  g_assert_cmpint (patal_letter_part (letter, 1)->kind, ==, PATAL_LETTER_TABLE);
  g_assert_true (patal_letter_part (letter, 1)->table == people);
  g_assert_cmpstr (patal_letter_part (letter, 2)->text, ==, "दिनांक 20.12.2021 को अकलतरा");
}

/* In the other language, and in one that the template has not. */
static void
test_languages (void)
{
  const char *const values[] = { NULL, NULL, NULL, "Records" };
  static const char hindi[] = "[letter]\nparagraph.hi = केवल\noffice.en = Office\n";
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (PatalLetterTemplate) template = parse_whole (), only = parse (hindi, strlen (hindi), &faults);
  g_autoptr (PatalLetter) english = patal_letter_template_fill (template, PATAL_LANG_EN, PATAL_LETTER_CARD, NULL, values, NULL);
  g_autoptr (PatalLetter) other = patal_letter_template_fill (only, PATAL_LANG_EN, PATAL_LETTER_PLAIN, NULL, values, NULL);

  g_assert_cmpint (patal_letter_frame (english)->lang, ==, PATAL_LANG_EN);
  g_assert_null (patal_letter_frame (english)->office);
  g_assert_cmpuint (patal_letter_n_parts (english), ==, 2);
  g_assert_cmpint (patal_letter_part (english, 1)->kind, ==, PATAL_LETTER_PERSON);
  g_assert_cmpstr (patal_letter_part (english, 1)->text, ==, "Records");
  g_assert_cmpint (patal_letter_frame (other)->lang, ==, PATAL_LANG_HI);
  g_assert_null (patal_letter_frame (other)->office); /* no paper in two languages by accident */
  g_assert_cmpstr (patal_letter_part (other, 0)->text, ==, "केवल");
  g_assert_null (patal_letter_template_name (only, PATAL_LANG_HI));
}

/* Each text, and all that is said of it: "line: sentence", a line each. */
static void
test_broken (void)
{
  static const struct
  {
    const char *text, *said;
  } broken[] = {
    { "", "0: The section [letter] is missing: a template begins with it" },
    { "[letter]\n", "0: The letter says nothing: write at least one line “paragraph.hi = …”" },
    { "[letter]\ntable = people\n", "0: The letter says nothing: write at least one line “paragraph.hi = …”" },
    { "[leter]\nx = y\n", "1: There is no section [leter]: did you mean [letter]?" },
    { "[letter]\nparagraph.hi = क\n[फलक]\n", "3: There is no section [फलक]; there is: [letter]" },
    { "title.hi = क\n[letter]\nparagraph.hi = क\n", "1: “title.hi” stands before the first section: begin with [letter]" },
    { "[letter\n", "1: A section's name stands in two brackets, and nothing behind them: [letter]" },
    { "[letter]\nparagraf.hi = क\n", "2: [letter] has no “paragraf”: did you mean “paragraph”?" },
    { "[letter]\nparagraph = क\n",
      "2: “paragraph” needs its language: write “paragraph.hi” for Hindi or “paragraph.en” for English" },
    { "[letter]\nparagraph.mr = क\n",
      "2: “.mr” is neither Hindi nor English: write “paragraph.hi” for Hindi or “paragraph.en” for English" },
    { "[letter]\nparagraph.hi = iz'kklu {day} izfrosnu\n", "2: This was typed in Kruti Dev, an old Hindi font: convert it to Unicode" },
    { "[letter]\nparagraph.hi = {dya}\n", "2: There is no field “dya”: did you mean “day”?" },
    { "[letter]\nparagraph.hi = {हाँ}\n", "2: There is no field “हाँ”: the fields are number, day, block, course" },
    { "[letter]\nparagraph.hi = अ {day ब\n", "2: A field stands in two braces, as {day}: look at “{day ब”" },
    { "[letter]\nparagraph.hi = अ {day {block}\n", "2: A field stands in two braces, as {day}: look at “{day {block}”" },
    { "[letter]\nparagraph.hi = अ } ब\n", "2: A field stands in two braces, as {day}: look at “} ब”" },
    { "[letter]\nparagraph.hi = अ {}\n", "2: There is no field “”: the fields are number, day, block, course" },
    { "[letter]\nparagraph.hi = क\ntable = peple\n", "3: There is no table “peple”: did you mean “people”?" },
    { "[letter]\nparagraph.hi = क\ntable = कुछ\n", "3: There is no table “कुछ”: the tables are people, batches" },
    { "[letter]\nparagraph.hi = क\ntable.hi = people\n", "3: “table” is the same in all languages: write it without “.hi”" },
    { "[letter]\nparagraph.hi = क\ntitle.hi = क\ntitle.hi = ख\n", "4: “title” stands in line 3 already: delete one of the two" },
    { "[letter]\nparagraph.hi =\n", "2: Behind “paragraph =” nothing is written: write its value, or delete the line" },
    { "[letter]\nparagraph.hi = क\nsignature.hi = 1\nsignature.hi = 2\nsignature.en = 2\nsignature.hi = 3\nsignature.hi = 4\n",
      "7: At most 3 sign: delete a line “signature”" },
    { "[letter]\nparagraph.hi = क\n[letter]\n", "3: [letter] stands in line 1 already: put its lines there" },
    { "[letter x]\nparagraph.hi = क\n", "1: In the brackets of [letter] nothing else stands" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (PatalLetterTemplate) template = parse (broken[i].text, strlen (broken[i].text), &faults);
      g_autoptr (GString) said = g_string_new (NULL);

      g_assert_null (template);
      for (guint k = 0; k < faults->len; k++)
        {
          const PatalTemplateFault *fault = g_ptr_array_index (faults, k);

          g_string_append_printf (said, "%s%u: %s", k > 0 ? "\n" : "", fault->line, fault->text);
        }
      g_assert_cmpstr (said->str, ==, broken[i].said);
    }
}

static void
test_no_tables (void)
{
  static const char text[] = "[letter]\nparagraph.hi = क\ntable = people\n";
  static const PatalLetterKnown without = { fields, G_N_ELEMENTS (fields), NULL };
  g_autoptr (GPtrArray) faults = NULL;

  g_assert_null (patal_letter_template_parse (text, strlen (text), &without, &faults));
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (((PatalTemplateFault *) faults->pdata[0])->text, ==, "This letter has no table: delete the line");
}

/* Whatever bytes are cut out or changed, it is a template that can be filled in, or there is a fault. */
static void
test_damaged (void)
{
  const char *const values[] = { NULL, "1", NULL, "2" };
  gsize length = strlen (whole);

  for (guint round = 0; round < 4000; round++)
    {
      g_autofree char *text = g_memdup2 (whole, length);
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (PatalLetterTemplate) template = NULL;
      gsize n = (gsize) g_test_rand_int_range (1, 8), at = (gsize) g_test_rand_int_range (0, (gint32) (length - n));

      if (round % 2 == 0)
        memmove (text + at, text + at + n, length - at - n);
      else
        text[at] = "{}=.[]\n#\xff x"[g_test_rand_int_range (0, 11)];
      template = parse (text, round % 2 == 0 ? length - n : length, &faults);
      g_assert_true ((template != NULL) == (faults->len == 0));
      if (template != NULL)
        patal_letter_unref (patal_letter_template_fill (template, PATAL_LANG_HI, PATAL_LETTER_PLAIN, NULL, values, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-template/fill", test_fill);
  g_test_add_func ("/letter-template/languages", test_languages);
  g_test_add_func ("/letter-template/broken", test_broken);
  g_test_add_func ("/letter-template/no-tables", test_no_tables);
  g_test_add_func ("/letter-template/damaged", test_damaged);
  return g_test_run ();
}
