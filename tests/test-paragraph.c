/* test-paragraph.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-paragraph.h"
#include "patal-pdf.h"
#include "patal-preflight.h"
#include <glib/gstdio.h>
#include "patal-parts.h"
#include <math.h>
#include <pango/pango.h>
#include <string.h>

static const PatalTextStyle plain = { .size_pt = 12, .lang = PATAL_LANG_HI };
static const PatalTextStyle balanced = { .size_pt = 12, .lang = PATAL_LANG_HI, .wrap = PATAL_WRAP_BALANCED };
static const PatalTextStyle one_line = { .size_pt = 12, .lang = PATAL_LANG_HI, .wrap = PATAL_WRAP_NEVER };

static char *
line_text (const PatalLine *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->n_words; i++)
    g_string_append (text, patal_word_text (line->words[i]));
  return g_string_free (text, FALSE);
}

/* The lines, parted by bars. */
static char *
lines_text (const PatalParagraph *paragraph)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < patal_paragraph_n_lines (paragraph); i++)
    {
      g_autofree char *line = line_text (patal_paragraph_line (paragraph, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", line);
    }
  return g_string_free (text, FALSE);
}

static void
assert_lines (const char *text, const PatalTextStyle *style, double width, const char *expected)
{
  g_autoptr (PatalParagraph) paragraph = patal_paragraph_new (text, style, width);
  g_autofree char *lines = lines_text (paragraph);

  if (strcmp (lines, expected) != 0) /* g_assert_cmpstr() would show bytes */
    g_error ("“%s” and not “%s”", lines, expected);
}

static void
test_lines (void)
{
  assert_lines ("", &plain, 100, "");
  assert_lines ("   ", &plain, 100, "");
  assert_lines ("ग्राम पंचायत", &plain, 1000, "ग्राम पंचायत");
  assert_lines ("ग्राम पंचायत विकास योजना", &plain, 50, "ग्राम|पंचायत|विकास|योजना");
  assert_lines ("ग्राम\nपंचायत", &plain, 1000, "ग्राम|पंचायत");
  assert_lines ("ग्राम\n\nपंचायत\n", &plain, 1000, "ग्राम||पंचायत|");
  assert_lines ("  ग्राम  पंचायत  ", &plain, 1000, "ग्राम  पंचायत");
  assert_lines ("जांजगीर-चांपा", &plain, 50, "जांजगीर-|चांपा");
  assert_lines ("सरपंच/सचिव/जी.आर.एस", &plain, 60, "सरपंच/|सचिव/|जी.आर.एस");
  assert_lines ("राम है।श्याम", &plain, 50, "राम है।|श्याम");
  assert_lines ("Gram Panchayat Akaltara", &plain, 80, "Gram|Panchayat|Akaltara");
  assert_lines ("नवागांव ( ब ) में", &plain, 42, "नवागांव|( ब ) में");
  assert_lines ("12,34,567 / 5", &plain, 1, "1|2|,|3|4|,|5|6|7|/|5"); /* however narrow */
}

/* What is read as one is parted only where the line is too short for both. */
static void
test_sticks (void)
{
  static const struct
  {
    const char *text, *lines;
  } cases[] = {
    { "वर्ष में रु. 12,34,567/- व्यय", "वर्ष में|रु. 12,34,567/-|व्यय" },
    { "कुल राशि के 35.8 प्रतिशत", "कुल राशि के|35.8 प्रतिशत" },
    { "कुल राशि एवं 5 लाख रुपये", "कुल राशि एवं|5 लाख रुपये" },
    { "कुल राशि सब 12 करोड़", "कुल राशि सब|12 करोड़" },
    { "बैठक की दिनांक 20.12.2021", "बैठक की|दिनांक 20.12.2021" },
    { "बैठक 20 दिसम्बर 2021", "बैठक|20 दिसम्बर 2021" },
    { "सचिव यहां ए. के. वर्मा", "सचिव यहां|ए. के. वर्मा" },
    { "सचिव एवं डॉ. रामकुमार", "सचिव एवं|डॉ. रामकुमार" },
    { "पुराना नवागांव (ब)", "पुराना|नवागांव (ब)" },
    { "The amount of Rs. 5,000", "The amount of|Rs. 5,000" },
    { "This costs 1,200 crore", "This costs|1,200 crore" },
    { "सड़क लगभग 12 कि.मी.", "सड़क लगभग|12 कि.मी." },
    { "पूर्व उपलब्धि 100 %", "पूर्व उपलब्धि|100 %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) lines = g_strsplit (cases[i].lines, "|", -1);
      double width = 0;

      /* just too narrow for the first line to take the next word too */
      for (guint j = 0; lines[j] != NULL; j++)
        width = MAX (width, patal_text_width (lines[j], &plain));
      assert_lines (cases[i].text, &plain, width, cases[i].lines);
    }
  assert_lines ("दिनांक 20.12.2021", &plain, 60, "दिनांक|20.12.2021");
}

static void
assert_ink_in (const PatalParagraph *paragraph, double width)
{
  for (guint i = 0; i < patal_paragraph_n_lines (paragraph); i++)
    {
      const PatalLine *line = patal_paragraph_line (paragraph, i);
      double sum = 0;

      for (guint j = 0; j < line->n_words; j++)
        sum += patal_word_width (line->words[j], line->size_pt);
      g_assert_cmpfloat_with_epsilon (sum, line->width, 1e-6);
      g_assert_cmpfloat (line->width, <=, width + 1e-6);
    }
}

/* A word longer than the line is cut between aksharas, whose look stays what it was. */
static void
test_long_words (void)
{
  g_autoptr (PatalParagraph) paragraph = patal_paragraph_new ("प्रशिक्षणकार्यक्रम abc", &plain, 45);
  g_autofree char *lines = lines_text (paragraph);

  g_assert_cmpstr (lines, ==, "प्रशिक्षण|कार्यक्रम|abc");
  assert_ink_in (paragraph, 45);
  assert_lines ("ग्राम https://egramswaraj.gov.in/planningmonitoringdashboard.do", &plain, 120,
                "ग्राम https://|egramswaraj.gov.in/|planningmonitoring|dashboard.do");
}

static void
test_balanced (void)
{
  const char *text = "ग्राम पंचायत विकास योजना एवं कार्यक्रम क्रियान्वयन की प्रगति का प्रतिवेदन";

  for (double width = 80; width < 500; width += 7)
    {
      g_autoptr (PatalParagraph) greedy = patal_paragraph_new (text, &plain, width);
      g_autoptr (PatalParagraph) even = patal_paragraph_new (text, &balanced, width);

      g_assert_cmpuint (patal_paragraph_n_lines (even), ==, patal_paragraph_n_lines (greedy));
      g_assert_cmpfloat (patal_paragraph_width (even), <=, patal_paragraph_width (greedy) + 1e-6);
      assert_ink_in (even, width);
    }
  assert_lines ("ग्राम पंचायत विकास योजना का प्रतिवेदन", &plain, 170, "ग्राम पंचायत विकास योजना का|प्रतिवेदन");
  assert_lines ("ग्राम पंचायत विकास योजना का प्रतिवेदन", &balanced, 170, "ग्राम पंचायत विकास|योजना का प्रतिवेदन");
}

static void
test_places (void)
{
  const char *text = "ग्राम पंचायत विकास";
  PatalTextStyle style = plain;
  double width = patal_text_width ("पंचायत विकास", &plain) + 1;

  for (style.align = PATAL_ALIGN_START; style.align <= PATAL_ALIGN_END; style.align++)
    {
      g_autoptr (PatalParagraph) paragraph = patal_paragraph_new (text, &style, width);

      g_assert_cmpuint (patal_paragraph_n_lines (paragraph), ==, 2);
      g_assert_cmpfloat_with_epsilon (patal_paragraph_height (paragraph), 2 * 12 * 1.45, 1e-9);
      g_assert_cmpfloat_with_epsilon (
          patal_paragraph_line_y (paragraph, 1) - patal_paragraph_line_y (paragraph, 0), 12 * 1.45, 1e-9);
      for (guint i = 0; i < 2; i++)
        {
          double room = width - patal_paragraph_line (paragraph, i)->width;

          g_assert_cmpfloat_with_epsilon (patal_paragraph_line_x (paragraph, i), room * style.align / 2,
                                          1e-9);
        }
    }
}

/* Lines as they are seen, with numbers and brackets where a reader of Urdu expects them. */
static void
test_right_to_left (void)
{
  g_autoptr (PatalParagraph) urdu = patal_paragraph_new ("کیا (12) ہے", &plain, 200);

  g_assert_cmpfloat_with_epsilon (patal_paragraph_line_x (urdu, 0),
                                  200 - patal_paragraph_line (urdu, 0)->width, 1e-9);
  assert_lines ("کیا (12) ہے", &plain, 200, "ہے )12( کیا");
  assert_lines ("नाम: کیا ہے (उर्दू)", &plain, 500, "नाम: ہے کیا (उर्दू)");
}

static void
test_unclean (void)
{
  assert_lines ("ग्राम\x01\x02 पं\x7Fचायत\r\nक\tख\u2028ग\xC2\x85", &plain, 1000, "ग्राम पंचायत|क ख|ग");
  assert_lines ("ग्राम\xFF\xE0\xA4 पंचायत\xE0", &plain, 1000, "ग्राम पंचायत");
  assert_lines ("\uFEFFक", &plain, 1000, "\uFEFFक"); /* no control character, and nothing of it is seen */
  g_assert_cmpfloat (patal_text_width ("\uFEFFक", &plain), ==, patal_text_width ("क", &plain));
}

static void
test_widths (void)
{
  g_assert_cmpfloat (patal_text_width ("", &plain), ==, 0);
  g_assert_cmpfloat_with_epsilon (patal_text_width ("12", &plain), 2 * patal_text_width ("1", &plain), 1e-9);
  g_assert_cmpfloat_with_epsilon (patal_text_width ("क\nक ख", &plain), patal_text_width ("क ख", &plain),
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (patal_text_min_width ("ग्राम पंचायत अकलतरा", &plain),
                                  patal_text_width ("अकलतरा", &plain), 1e-9);
  g_assert_cmpfloat_with_epsilon (patal_text_min_width ("राशि 5 लाख है", &plain),
                                  patal_text_width ("5 लाख", &plain), 1e-9);
  g_assert_cmpfloat_with_epsilon (patal_text_width_to_point ("12.50", &plain),
                                  patal_text_width ("12", &plain), 1e-9);
  g_assert_cmpfloat_with_epsilon (patal_text_width_to_point ("1,234", &plain),
                                  patal_text_width ("1,234", &plain), 1e-9);
  g_assert_cmpfloat_with_epsilon (patal_text_width_to_point ("(12.5 %)", &plain),
                                  patal_text_width ("(12", &plain), 1e-9);
  g_assert_cmpfloat_with_epsilon (patal_text_width_to_point ("12 %", &plain), patal_text_width ("12", &plain),
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (patal_text_width_to_point ("–", &plain), patal_text_width ("–", &plain),
                                  1e-9);
}

/* What was measured is enough: no text breaks in its own width. */
static void
test_measured_is_enough (void)
{
  static const char *const texts[]
      = { "ग्राम पंचायत अकलतरा", "रु. 12,34,567.89/-", "A long English heading (2021-22)", "क" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (double size = 5; size < 40; size += 0.37)
      {
        PatalTextStyle style = { .size_pt = size };
        g_autoptr (PatalParagraph) paragraph
            = patal_paragraph_new (texts[i], &style, patal_text_width (texts[i], &style));

        g_assert_cmpuint (patal_paragraph_n_lines (paragraph), ==, 1);
      }
}

static void
test_fitting (void)
{
  const char *text = "जिला जांजगीर-चांपा की ग्राम पंचायतों की सूची";
  double whole = patal_text_width (text, &plain);
  gboolean fits;
  g_autoptr (PatalParagraph) roomy = patal_paragraph_new_fitting (text, &one_line, whole, 20, 6, &fits);
  g_autoptr (PatalParagraph) tight = NULL;
  g_autoptr (PatalParagraph) tighter = NULL;
  g_autoptr (PatalParagraph) boxed = NULL;

  g_assert_true (fits);
  g_assert_cmpfloat (patal_paragraph_size_pt (roomy), ==, 12);
  tight = patal_paragraph_new_fitting (text, &one_line, whole * 0.8, 20, 6, &fits);
  g_assert_true (fits);
  g_assert_cmpfloat (patal_paragraph_size_pt (tight), ==, 9.5);
  g_assert_cmpfloat (patal_paragraph_width (tight), <=, whole * 0.8);
  tighter = patal_paragraph_new_fitting (text, &one_line, whole * 0.3, 20, 6, &fits);
  g_assert_false (fits);
  g_assert_cmpfloat (patal_paragraph_size_pt (tighter), ==, 6);
  boxed = patal_paragraph_new_fitting (text, &plain, whole / 2, 26, 6, &fits); /* two lines of 12 need 34.8 */
  g_assert_true (fits);
  g_assert_cmpuint (patal_paragraph_n_lines (boxed), ==, 2);
  g_assert_cmpfloat (patal_paragraph_height (boxed), <=, 26);
}

/* What is measured is what is laid out. */
static void
test_fit (void)
{
  static const char *const texts[] = { "जिला जांजगीर-चांपा की ग्राम पंचायतों की सूची", "कककककककककककककककककककककककककककक", "एक\nदो", "" };
  static const double sizes[] = { 12, 9, 6 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (double width = 30; width < 300; width += 45)
      {
        PatalTextStyle style = plain;
        PatalTextFit fit = patal_text_fit (texts[i], &style, sizes, G_N_ELEMENTS (sizes), width, 40);
        g_autoptr (PatalParagraph) paragraph = NULL;

        style.size_pt = sizes[MIN (fit.size, 2)];
        paragraph = patal_paragraph_new (texts[i], &style, width);
        g_assert_cmpuint (patal_paragraph_n_lines (paragraph), ==, fit.n_lines);
        g_assert_cmpfloat_with_epsilon (patal_paragraph_width (paragraph), fit.width, 1e-9);
        g_assert_cmpint (fit.size < 3, ==, !fit.parted && patal_paragraph_height (paragraph) <= 40);
        if (fit.size > 0)
          g_assert_cmpuint (patal_text_fit (texts[i], &style, sizes, fit.size, width, 40).size, ==, fit.size); /* in none of the larger ones */
      }
}

static void
test_once (void)
{
  g_autoptr (PatalParagraph) first = patal_paragraph_new ("ग्राम", &plain, 100);
  g_autoptr (PatalParagraph) second = patal_paragraph_new ("ग्राम", &plain, 100);
  g_autoptr (PatalParagraph) wider = patal_paragraph_new ("ग्राम", &plain, 101);
  g_autoptr (PatalParagraph) bold
      = patal_paragraph_new ("ग्राम", &(PatalTextStyle) { .size_pt = 12, .weight = PATAL_WEIGHT_BOLD }, 100);

  g_assert_true (first == second);
  g_assert_true (first != wider);
  g_assert_true (first != bold);
  for (guint i = 0; i < 10000; i++) /* more than are kept */
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      patal_paragraph_unref (patal_paragraph_new (text, &plain, 100));
    }
  assert_lines ("ग्राम", &plain, 100, "ग्राम");
  g_assert_cmpuint (patal_paragraph_n_lines (first), ==, 1);
}

static const char *const real_texts[] = {
  "जिला पंचायत जांजगीर-चांपा द्वारा दिनांक 20.12.2021 को आयोजित बैठक (क्रमांक 12/2021-22) का कार्यवाही विवरण",
  "ग्राम पंचायत विकास योजना (GPDP) के अंतर्गत कुल 1,23,456 कार्य स्वीकृत; इनमें से 35.8 प्रतिशत पूर्ण।",
  "सरपंच/सचिव, रोजगार सहायक - सभी उपस्थित रहें! क्या प्रशिक्षण पूरा हुआ? हाँ: 100 % (संतृप्त)",
  "The District Panchayat (Zila Panchayat) released Rs. 5,000/- per head; well-known sites, e.g. Akaltara.",
  "मिर्ज़ापुर फ़ॉर्म, किशनगढ् बम्होरी, इनिशिएटिव्ह, ज्य, क्ष, त्र, ज्ञ, श्र, द्ध, ट्व, र्कि, ड़्य",
  "[नोट] “उद्धरण” ‘एकल’ ₹ 1.5 लाख × 2 = ₹ 3 लाख… अंत॥",
};

/* Our own line breaks are those of Pango, but that a number or a letter stays with the sign before it, spaces
 * are never parted from what they follow, and lists without spaces may part at their commas in need. */
static void
test_breaks_as_pango (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (real_texts); i++)
    {
      const char *text = real_texts[i];
      glong n = g_utf8_strlen (text, -1);
      g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n + 1);
      PatalParts parts;
      gsize at = 0;

      pango_get_log_attrs (text, -1, -1, pango_language_from_string ("hi"), attrs, n + 1);
      patal_parts_init (&parts, patal_face (NULL, PATAL_WEIGHT_REGULAR, PATAL_LANG_HI), text);
      for (guint j = 0; j < parts.n_parts; j++)
        {
          const PatalPart *part = &parts.parts[j];
          const PatalPart *last = j > 0 ? part - 1 : NULL;
          gboolean may = part->before == PATAL_BREAK_ALLOWED
                         || (part->before == PATAL_BREAK_IN_NEED && last->kind == PATAL_SEGMENT_SPACE);

          if (j > 0 && may != attrs[g_utf8_pointer_to_offset (text, text + at)].is_line_break)
            g_error ("%s: “%s” before byte %" G_GSIZE_FORMAT, text, patal_word_text (part->word), at);
          at += strlen (patal_word_text (part->word));
        }
      g_assert_cmpuint (at, ==, strlen (text));
      patal_parts_clear (&parts);
    }
}

static void
test_verify (void)
{
  static const char *const families[] = { NULL, "Noto Sans", "DejaVu Sans" };
  GString *endless = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (guint j = 0; j < G_N_ELEMENTS (real_texts); j++)
      for (guint lang = PATAL_LANG_HI; lang <= PATAL_LANG_EN; lang++)
        g_assert_cmpuint (
            patal_text_verify (real_texts[j], &(PatalTextStyle) { .family = families[i], .lang = lang }), ==,
            0);
  g_assert_cmpuint (patal_text_verify ("کیا حال ہے، 12 ٹھیک ہوں", &plain), ==, 0);
  g_assert_cmpuint (patal_text_verify ("-ि १ि a-ि ।ा 12\u200D3", &plain), ==, 0);

  /* it does tell: a word of more than 1,000 bytes is cut, here amid an akshara */
  for (guint i = 0; i < 200; i++)
    g_string_append (endless, "प्र");
  g_assert_cmpuint (patal_text_verify (endless->str, &plain), >, 0);
  g_string_free (endless, TRUE);
}

static gunichar
random_character (GRand *random)
{
  static const struct
  {
    gunichar first, end;
  } ranges[] = {
    { 0x01, 0x80 },     { 0x0900, 0x0980 }, { 0x0900, 0x0980 },   { 0x0590, 0x0700 }, { 0x2000, 0x2070 },
    { 0x0300, 0x0370 }, { ' ', '!' },       { 0x0E00, 0x0E80 },   { 0x4E00, 0x4F00 }, { 0x1F300, 0x1F600 },
    { 0xE000, 0xE100 }, { 0x1, 0xD800 },    { 0xE000, 0x110000 },
  };
  guint i = g_rand_int_range (random, 0, G_N_ELEMENTS (ranges));

  return g_rand_int_range (random, ranges[i].first, ranges[i].end);
}

static char *
random_text (GRand *random)
{
  guint length = g_rand_int_range (random, 0, 200) == 0 ? g_rand_int_range (random, 0, 3500)
                                                        : g_rand_int_range (random, 0, 50);
  guint kind = g_rand_int_range (random, 0, 4);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    if (kind == 0) /* bytes */
      g_string_append_c (text, g_rand_int_range (random, 1, 256));
    else if (kind == 1)
      g_string_append_unichar (text, g_rand_int_range (random, 0x0900, 0x0980));
    else
      g_string_append_unichar (text, random_character (random));
  return g_string_free (text, FALSE);
}

/* Faults of random texts lie within them, in order, and can be said. */
static void
assert_faults (const char *text, PatalLang lang)
{
  g_autoptr (GArray) faults = patal_preflight (patal_face (NULL, PATAL_WEIGHT_REGULAR, lang), text);
  gsize at = 0;

  for (guint i = 0; i < faults->len; i++)
    {
      const PatalTextFault *fault = &g_array_index (faults, PatalTextFault, i);
      g_autofree char *sentence = i < 20 ? patal_text_fault_sentence (text, fault) : g_strdup ("one of many");

      g_assert_cmpuint (fault->at, >=, at);
      g_assert_cmpuint (fault->at + fault->length, <=, strlen (text));
      g_assert_nonnull (sentence);
      at = fault->at;
    }
}

/* What qpdf says of the file. */
static void
assert_checked (GOutputStream *stream)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "patal-random-XXXXXX", NULL);
  const char *argv[] = { "qpdf", "--check", path, NULL };
  g_autoptr (GError) error = NULL;
  int status, file = g_mkstemp (path);

  g_close (file, NULL);
  g_output_stream_close (stream, NULL, NULL);
  g_file_set_contents (path, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                       (gssize) g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_assert_cmpint (status, ==, 0);
}

#define TEXTS_ON_PAGE 50

/* Any text stands in its width, unless one akshara alone is wider, is looked through for faults, and goes into a PDF file; 100,000 of them
 * with -m slow. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (PatalPdf) pdf = patal_pdf_new (stream, &(PatalPdfInfo) { .lang = PATAL_LANG_HI, .tagged = TRUE });
  PatalCanvas *canvas = patal_pdf_page_begin (pdf, 600, 800);
  guint n = g_test_slow () ? 100000 : 1500;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = random_text (random);
      PatalTextStyle style = {
        .size_pt = g_rand_double_range (random, 0.1, 50), .lang = i % 2, .wrap = i % 3, .align = i / 3 % 3
      };
      double width = i % 10 == 0 ? 0 : g_rand_double_range (random, 0.1, 500);
      g_autoptr (PatalParagraph) paragraph = patal_paragraph_new (text, &style, width);

      for (guint j = 0; j < patal_paragraph_n_lines (paragraph); j++)
        {
          const PatalLine *line = patal_paragraph_line (paragraph, j);
          guint n_clusters = 0;

          g_assert_true (isfinite (line->width) && isfinite (patal_paragraph_line_x (paragraph, j)));
          for (guint k = 0; k < line->n_words; k++)
            for (guint l = 0; l < patal_word_n_pieces (line->words[k]); l++)
              n_clusters += patal_word_piece (line->words[k], l)->n_clusters;
          if (n_clusters > 1 && style.wrap != PATAL_WRAP_NEVER)
            g_assert_cmpfloat (line->width, <=, width + 1e-6);
        }
      assert_faults (text, style.lang);
      patal_canvas_tag_begin (canvas, PATAL_TAG_FIGURE, style.lang, text);
      patal_canvas_paragraph (canvas, 10, 10, paragraph, &PATAL_INK_BLACK);
      patal_canvas_tag_end (canvas);
      if (i % TEXTS_ON_PAGE < TEXTS_ON_PAGE - 1)
        continue;
      patal_pdf_page_end (pdf);
      canvas = patal_pdf_page_begin (pdf, 600, 800);
    }
  patal_pdf_page_end (pdf);
  g_assert_true (patal_pdf_finish (pdf, NULL));
  assert_checked (stream);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paragraph/lines", test_lines);
  g_test_add_func ("/paragraph/sticks", test_sticks);
  g_test_add_func ("/paragraph/long-words", test_long_words);
  g_test_add_func ("/paragraph/balanced", test_balanced);
  g_test_add_func ("/paragraph/places", test_places);
  g_test_add_func ("/paragraph/right-to-left", test_right_to_left);
  g_test_add_func ("/paragraph/unclean", test_unclean);
  g_test_add_func ("/paragraph/widths", test_widths);
  g_test_add_func ("/paragraph/measured-is-enough", test_measured_is_enough);
  g_test_add_func ("/paragraph/fitting", test_fitting);
  g_test_add_func ("/paragraph/fit", test_fit);
  g_test_add_func ("/paragraph/once", test_once);
  g_test_add_func ("/paragraph/breaks-as-pango", test_breaks_as_pango);
  g_test_add_func ("/paragraph/verify", test_verify);
  g_test_add_func ("/paragraph/random", test_random);
  return g_test_run ();
}
