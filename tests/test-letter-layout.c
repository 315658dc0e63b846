/* test-letter-layout.c: letters, certificates and cards: where their words stand, and that a second print is the first
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter-sample.h"
#include "page-geometry.h"
#include "page-look.h"

#define PT(mm) ((mm) * 72 / 25.4)

static PatalWords *
source_words (PatalLang lang)
{
  return patal_words_new (lang, NULL, NULL);
}

static void
draw_page (gconstpointer layout, PatalCanvas *canvas, guint page)
{
  patal_letter_layout_draw (layout, canvas, page);
}

static GBytes *
pdf_of (const PatalLetterLayout *layout)
{
  return page_pdf (patal_letter_layout_size (layout), patal_letter_layout_n_pages (layout), draw_page, layout);
}

static PatalLetterLayout *
laid_out (PatalLetter *letter)
{
  g_autoptr (PatalWords) words = source_words (patal_letter_frame (letter)->lang);
  PatalLetterLayout *layout = patal_letter_layout_new (letter, words);

  patal_letter_unref (letter);
  return layout;
}

/* Every page of @layout as its marks, in text. */
static char **
pages_of (const PatalLetterLayout *layout)
{
  g_autofree char *text = patal_letter_layout_to_text (layout);
  char **pages = g_strsplit (text, "\npage\n", -1);

  g_assert_cmpuint (g_strv_length (pages), ==, patal_letter_layout_n_pages (layout) + 1);
  return pages;
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (; (text = strstr (text, what)) != NULL; text += strlen (what))
    n++;
  return n;
}

/* --- Letters --- */

/* However long the text is: what signs, and what stands at the end, never stands alone; each row once, below a head; nothing beyond the
 * margins, no word on another. */
static void
check_letter (PatalLang lang, guint n_paragraphs, guint n_rows)
{
  g_autoptr (PatalLetterLayout) layout = laid_out (plain_letter (lang, n_paragraphs, n_rows));
  g_auto (GStrv) pages = pages_of (layout);
  g_autoptr (GBytes) pdf = pdf_of (layout);
  const char *closing = lang == PATAL_LANG_HI ? " भवदीय\n" : " Yours faithfully\n", *last_copy = lang == PATAL_LANG_HI ? " 3. कार्यालय" : " 3. Office file";
  const char *foot = lang == PATAL_LANG_HI ? " टीप:" : " Note:", *head = lang == PATAL_LANG_HI ? " मोबाइल\n" : " Mobile\n";
  guint rows = 0, closings = 0;

  g_test_message ("%u paragraphs, %u rows: %u pages", n_paragraphs, n_rows, patal_letter_layout_n_pages (layout));
  for (guint i = 1; pages[i] != NULL; i++)
    {
      const char *at = strstr (pages[i], closing), *copy = strstr (pages[i], last_copy), *end = strstr (pages[i], foot);
      guint here = count (pages[i], " 9800000000\n");

      rows += here;
      g_assert_cmpuint (count (pages[i], head), ==, here > 0 ? 1 : 0);
      closings += at != NULL;
      if (at != NULL)
        {
          g_autofree char *before = g_strndup (pages[i], (gsize) (at - pages[i]));
          g_autofree char *behind = g_strdup (at + strlen (closing));

          g_assert_cmpuint (count (before, "\ntext ") + g_str_has_prefix (before, "text "), >=, 1);
          g_assert_cmpuint (count (behind, lang == PATAL_LANG_HI ? "मुख्य कार्यपालन अधिकारी" : "Chief Executive"), >=, 1);
        }
      if (copy != NULL)
        g_assert_nonnull (strstr (pages[i], lang == PATAL_LANG_HI ? " 1. कलेक्टर" : " 1. The Collector"));
      if (copy != NULL) /* signed once more on the same page, and the foot with it */
        {
          g_assert_nonnull (strstr (copy, lang == PATAL_LANG_HI ? "मुख्य कार्यपालन अधिकारी" : "Chief Executive"));
          g_assert_nonnull (strstr (copy, foot));
        }
      g_assert_true ((end != NULL) == (copy != NULL));
    }
  g_assert_cmpuint (rows, ==, n_rows);
  g_assert_cmpuint (closings, ==, 1);
  g_assert_false (patal_letter_layout_is_cut (layout));
  page_assert_geometry (pdf, PT (15), PT (15) - 20); /* the number of the page stands below the margin */
}

static void
test_letters (void)
{
  for (PatalLang lang = PATAL_LANG_HI; lang <= PATAL_LANG_EN; lang++)
    {
      for (guint n_paragraphs = 1; n_paragraphs < 18; n_paragraphs++)
        check_letter (lang, n_paragraphs, 0);
      for (guint n_rows = 1; n_rows < 34; n_rows += lang == PATAL_LANG_HI ? 1 : 4)
        check_letter (lang, 1, n_rows);
      check_letter (lang, 2, 120);
    }
}

/* Hindi as it was, from the PDF; words at the end of a line are not glued to the next. */
static void
test_words (void)
{
  g_autoptr (PatalLetterLayout) layout = laid_out (plain_letter (PATAL_LANG_HI, 1, 3));
  g_autoptr (GBytes) pdf = pdf_of (layout);
  g_autofree char *text = page_text (pdf, "-raw");
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f", -1);
  g_autofree char *joined = g_strjoinv (" ", words);

  g_assert_nonnull (strstr (joined, "मास्टर ट्रेनरों द्वारा दिनांक 20 दिसम्बर 2021 से 05 जनवरी 2022 तक क्लस्टर स्तर पर आयोजित किया जा रहा है।"));
  g_assert_nonnull (strstr (joined, "Subject: सुशासन पहल: चार गतिविधियां (मनरेगा) के दो दिवसीय"));
  g_assert_nonnull (strstr (joined, "योग 6"));
}

/* A letter of which little is said, a table without rows, a paragraph as long as pages, a row as high as one. */
static void
test_odd_letters (void)
{
  g_autoptr (GString) endless = g_string_new (NULL);
  PatalLetter *letter = patal_letter_new (&(PatalLetterFrame) { .lang = PATAL_LANG_HI });
  g_autoptr (PatalTable) none = letter_table (PATAL_LANG_HI, 0), high = letter_table (PATAL_LANG_HI, 3);
  g_autoptr (PatalLetterLayout) empty = laid_out (letter);
  g_autoptr (PatalLetterLayout) layout = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpuint (patal_letter_layout_n_pages (empty), ==, 1);
  g_assert_cmpstr (patal_letter_layout_name (empty), ==, "");
  for (guint i = 0; i < 1500; i++)
    g_string_append (endless, "प्रशिक्षण कार्यक्रम ");
  patal_table_set_text (high, 1, 1, endless->str);
  letter = patal_letter_new (&(PatalLetterFrame) { .lang = PATAL_LANG_HI, .signatures = { "अ", "आ", endless->str }, .closing = endless->str });
  patal_letter_add_text (letter, endless->str);
  patal_letter_add_text (letter, "");
  patal_letter_add_person (letter, LONGEST_NAME_HI);
  patal_letter_add_table (letter, none);
  patal_letter_add_table (letter, high);
  layout = laid_out (letter);
  g_assert_true (patal_letter_layout_is_cut (layout));
  g_assert_cmpuint (patal_letter_layout_n_pages (layout), >, 3);
  pdf = pdf_of (layout);
  page_assert_geometry (pdf, PT (15), PT (15) - 20);
  text = patal_letter_layout_to_text (layout);
  g_assert_nonnull (strstr (text, "There are no entries"));
}

/* --- Certificates and cards --- */

static const char *const long_names[] = { LONGEST_NAME_HI, LONGEST_NAME_EN, "क" };

static void
test_certificates (void)
{
  for (PatalLang lang = PATAL_LANG_HI; lang <= PATAL_LANG_EN; lang++)
    for (guint i = 0; i < G_N_ELEMENTS (letter_names[lang]) + G_N_ELEMENTS (long_names); i++)
      for (guint n = 0; n <= 3; n++)
        {
          const char *name = i < G_N_ELEMENTS (letter_names[lang]) ? letter_names[lang][i] : long_names[i - G_N_ELEMENTS (letter_names[lang])];
          g_autoptr (PatalLetterLayout) layout = laid_out (certificate (lang, name, n));
          g_autoptr (GBytes) pdf = pdf_of (layout);
          g_autofree char *marks = patal_letter_layout_to_text (layout);

          g_assert_cmpuint (patal_letter_layout_n_pages (layout), ==, 1);
          g_assert_false (patal_letter_layout_is_cut (layout));
          g_assert_cmpuint (count (marks, "JNJ/GGI/2021-22/0417\n"), ==, 2); /* the number, and in the code */
          g_assert_cmpuint (count (marks, " 05.01.2022\n"), ==, 1);
          page_assert_geometry (pdf, PT (17), PT (17));
        }
}

/* The name's letters, in points: those of a short name are as large as they may be, and no name's are below half of that. */
static double
person_size (const PatalLetterLayout *layout)
{
  g_autofree char *text = patal_letter_layout_to_text (layout);
  const char *bold = text;
  double size, most = 0;

  for (const char *line = text; (line = strstr (line, "\ntext ")) != NULL; line++)
    if (sscanf (line, "\ntext %*f %*f %*f %lf", &size) == 1 && strstr (line, "certify") == NULL && size > most && size < 33)
      {
        bold = line;
        most = size;
      }
  g_assert_true (bold != text);
  return most;
}

static void
test_shrinking (void)
{
  g_autoptr (PatalLetterLayout) brief = laid_out (certificate (PATAL_LANG_EN, "Ku. Gita", 1));
  g_autoptr (PatalLetterLayout) longer = laid_out (certificate (PATAL_LANG_EN, "Shrimati Rajarajeshwari Chandraprabha Suryavanshi-Verma", 1));
  g_autoptr (PatalLetterLayout) longest = laid_out (certificate (PATAL_LANG_EN, LONGEST_NAME_EN, 1));
  g_autofree char *text = NULL;

  g_assert_cmpfloat (person_size (brief), ==, 30);
  g_assert_cmpfloat (person_size (longer), <, 30);  /* shrunk, on one line */
  g_assert_cmpfloat (person_size (longer), >=, 22.5);
  g_assert_cmpfloat (person_size (longest), >=, 15);  /* on two lines, in no less than half */
  text = patal_letter_layout_to_text (longest);
  g_assert_nonnull (strstr (text, "Suryavanshi-\\nShrivastava w/o"));
}

/* What nobody is called: it is cut, said so, and stays in its place. */
static void
test_absurd (void)
{
  static const char *const letters[] = { "क", "W", "क्ष्म्य", "अ ब ", "मध्यप्रदेश\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autoptr (GString) name = g_string_new (NULL);
      g_autoptr (PatalLetterLayout) layout = NULL, card = NULL;
      g_autoptr (GBytes) pdf = NULL, card_pdf = NULL;
      g_autoptr (PatalLetter) letter = NULL;
      const PatalLetter *cards[1];

      for (guint k = 0; k < 600; k++)
        g_string_append (name, letters[i]);
      layout = laid_out (certificate (PATAL_LANG_HI, name->str, 1));
      g_assert_true (patal_letter_layout_is_cut (layout));
      pdf = pdf_of (layout);
      page_assert_geometry (pdf, PT (17), PT (17));
      cards[0] = letter = name_card (PATAL_LANG_HI, name->str);
      card = patal_letter_layout_cards (cards, 1);
      g_assert_true (patal_letter_layout_is_cut (card));
      card_pdf = pdf_of (card);
      page_assert_geometry (card_pdf, PT (8), PT (8) + (297 - 16) * 72 / 25.4 * 3 / 4); /* in the first row of the sheet */
    }
}

static void
test_cards (void)
{
  static const struct
  {
    guint n, n_pages;
  } cases[] = { { 1, 1 }, { 8, 1 }, { 9, 2 }, { 40, 5 } };

  for (PatalLang lang = PATAL_LANG_HI; lang <= PATAL_LANG_EN; lang++)
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_autoptr (PatalLetterLayout) layout = card_sheets (lang, cases[i].n);
        g_autoptr (GBytes) pdf = pdf_of (layout);
        g_auto (GStrv) pages = pages_of (layout);

        g_assert_cmpuint (patal_letter_layout_n_pages (layout), ==, cases[i].n_pages);
        g_assert_false (patal_letter_layout_is_cut (layout));
        for (guint k = 1; pages[k] != NULL; k++)
          g_assert_cmpuint (count (pages[k], lang == PATAL_LANG_HI ? " ग्राम रोजगार सहायक\n" : " Gram rojgar sahayak\n"), ==,
                            MIN (8, cases[i].n - 8 * (k - 1)));
        page_assert_geometry (pdf, PT (8), PT (8));
      }
}

static PatalLetterLayout *
sample (guint which)
{
  switch (which)
    {
    case 0:
      return laid_out (plain_letter (PATAL_LANG_HI, 2, 40));
    case 1:
      return laid_out (plain_letter (PATAL_LANG_EN, 12, 0));
    case 2:
      return laid_out (certificate (PATAL_LANG_HI, LONGEST_NAME_HI, 2));
    case 3:
      return laid_out (certificate (PATAL_LANG_EN, "back\\slash \\n", 3));
    default:
      return card_sheets (PATAL_LANG_HI, 11);
    }
}
#define N_SAMPLES 5

/* Screen and printer show what the PDF file has. */
static void
draw_first (PatalCanvas *canvas, gconstpointer layout)
{
  patal_letter_layout_draw (layout, canvas, 0);
}

static void
test_players (void)
{
  for (guint i = 0; i < N_SAMPLES; i++)
    {
      g_autoptr (PatalLetterLayout) layout = sample (i);
      PatalSheetSize size = patal_letter_layout_size (layout);

      look_assert_same (size.width, size.height, draw_first, layout);
    }
}

/* A telephone reads what the code says, from paper of 150 dots an inch. */
static void
test_code (void)
{
  g_autoptr (PatalLetterLayout) layout = laid_out (certificate (PATAL_LANG_HI, letter_names[0][0], 3));
  g_autoptr (GBytes) pdf = pdf_of (layout);
  g_autofree char *folder = g_dir_make_tmp ("patal-letter-XXXXXX", NULL), *path = g_build_filename (folder, "c.pdf", NULL);
  g_autofree char *image = g_build_filename (folder, "c", NULL), *png = g_build_filename (folder, "c.png", NULL), *said = NULL;
  const char *paint[] = { "pdftoppm", "-r", "150", "-png", "-singlefile", path, image, NULL }, *scan[] = { "zbarimg", "-q", "--raw", "--nodbus", png, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  g_spawn_sync (NULL, (char **) paint, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_spawn_sync (NULL, (char **) scan, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (said, ==, "JNJ/GGI/2021-22/0417\n");
  g_unlink (path);
  g_unlink (png);
  g_rmdir (folder);
}

/* --- Kept as issued --- */

static void
test_second_print (void)
{
  for (guint i = 0; i < N_SAMPLES; i++)
    {
      g_autoptr (PatalLetterLayout) layout = sample (i), again = NULL;
      g_autofree char *text = patal_letter_layout_to_text (layout), *second = NULL;
      g_autoptr (GBytes) first_pdf = pdf_of (layout), second_pdf = NULL;
      g_autoptr (PatalPages) pages = NULL;
      g_autoptr (GError) error = NULL;

      again = patal_letter_layout_from_text (text, &error);
      g_assert_no_error (error);
      second = patal_letter_layout_to_text (again);
      g_assert_cmpstr (second, ==, text);
      second_pdf = pdf_of (again);
      g_assert_true (g_bytes_equal (first_pdf, second_pdf));
      pages = patal_letter_layout_pages (again);
      g_assert_cmpuint (patal_pages_count (pages), ==, patal_letter_layout_n_pages (layout));
      g_assert_cmpstr (patal_pages_title (pages), ==, patal_letter_layout_name (layout));
      g_assert_cmpfloat (patal_pages_size (pages).width, ==, patal_letter_layout_size (layout).width);
    }
}

static void
test_unreadable (void)
{
  static const char *const texts[] = {
    "", "x", "gram-patal-letter", "gram-patal-letter 1", "gram-patal-letter 0\npage\nend\n", "gram-patal-letter 1\npage\n",
    "gram-patal-letter 1\nend\n", "gram-patal-letter 1\npage\nend\npage\n", "gram-patal-letter 1\npage\nend-tag\nend\n",
    "gram-patal-letter 1\npage\ntag paragraph hi 0\nend\n", "gram-patal-letter 1\npage\ntag paragraph hi 0\npage\nend-tag\nend\n",
    "gram-patal-letter 1\nsheet auto\npage\nend\n", "gram-patal-letter 1\nsheet a5\npage\nend\n", "gram-patal-letter 1\npage\nname x\nend\n",
    "gram-patal-letter 1\npage\ntext 1 2 3 0 1 400 start hi x\nend\n", "gram-patal-letter 1\npage\ntext 1 2 3 10 1 500 start hi x\nend\n",
    "gram-patal-letter 1\npage\ntext 1 2 nan 10 1 400 start hi x\nend\n", "gram-patal-letter 1\npage\ntext 1 2 3 10 1 400 start hi x\\y\nend\n",
    "gram-patal-letter 1\npage\nrule 1 2 3 4 5\nend\n", "gram-patal-letter 1\npage\nground 1 2 -3 4 0\nend\n",
    "gram-patal-letter 1\npage\nground 1 2 3 4 2\nend\n", "gram-patal-letter 1\npage\nrule 1e9 2 3 4 5 0\nend\n",
    "gram-patal-letter 1\ntext 1 2 3 10 1 400 start hi x\npage\nend\n", "gram-patal-letter 1\npage\n\xff\nend\n",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalLetterLayout) least = patal_letter_layout_from_text ("gram-patal-letter 1\npage\nend\n", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (patal_letter_layout_n_pages (least), ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("text %zu", i);
      g_assert_null (patal_letter_layout_from_text (texts[i], &error));
      g_assert_error (error, PATAL_LETTER_LAYOUT_ERROR, PATAL_LETTER_LAYOUT_ERROR_TEXT);
      g_assert_cmpstr (error->message, ==, "The letter that was kept cannot be read");
      g_clear_error (&error);
    }
  g_assert_null (patal_letter_layout_from_text ("gram-patal-letter 2\nsomething new\n", &error));
  g_assert_cmpstr (error->message, ==, "This letter was issued by a newer version of the program: use that one to print it again");
}

/* Whatever bytes are cut out or changed, it is refused, or it can be drawn and written down again. */
static void
test_damaged (void)
{
  g_autoptr (PatalLetterLayout) layout = sample (2);
  g_autofree char *text = patal_letter_layout_to_text (layout);
  gsize length = strlen (text);

  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *changed = g_strdup (text), *written = NULL;
      g_autoptr (PatalLetterLayout) read = NULL;
      gsize n = (gsize) g_test_rand_int_range (1, 12), at = (gsize) g_test_rand_int_range (0, (gint32) (length - n));

      if (round % 2 == 0)
        memmove (changed + at, changed + at + n, length - at - n + 1);
      else
        changed[at] = "0 -\n9\\\xffx."[g_test_rand_int_range (0, 9)];
      read = patal_letter_layout_from_text (changed, NULL);
      if (read == NULL)
        continue;
      written = patal_letter_layout_to_text (read);
      if (round % 20 < 2)
        g_bytes_unref (pdf_of (read));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-layout/letters", test_letters);
  g_test_add_func ("/letter-layout/words", test_words);
  g_test_add_func ("/letter-layout/odd-letters", test_odd_letters);
  g_test_add_func ("/letter-layout/certificates", test_certificates);
  g_test_add_func ("/letter-layout/shrinking", test_shrinking);
  g_test_add_func ("/letter-layout/absurd", test_absurd);
  g_test_add_func ("/letter-layout/cards", test_cards);
  g_test_add_func ("/letter-layout/players", test_players);
  g_test_add_func ("/letter-layout/code", test_code);
  g_test_add_func ("/letter-layout/second-print", test_second_print);
  g_test_add_func ("/letter-layout/unreadable", test_unreadable);
  g_test_add_func ("/letter-layout/damaged", test_damaged);
  return g_test_run ();
}
