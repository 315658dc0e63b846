/* test-board-layout.c: where the words of boards stand, and whether they come back
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-page.h"
#include "patal-cairo-player.h"
#include <cairo.h>
#include <math.h>

#define CLOSE_MM 0.1

static const struct { const char *name; double width, height; } sizes[] = {
  { "5x4 ft", 1524, 1219 }, { "4x5 ft", 1219, 1524 }, { "3x2 ft", 914, 610 }, { "A4", 210, 297 }, { "A3 lying", 420, 297 },
  { "a band", 3000, 500 },  { "a post", 400, 1800 },
};

static const char long_work[] =
  "ग्राम पंचायत कुम्हारी के आश्रित ग्राम नवागांव (खपरी) में श्री गोवर्धन सिंह ठाकुर के खेत से होते हुए शासकीय पूर्व माध्यमिक शाला भवन तक पुलिया सहित सीमेंट कांक्रीट सड़क "
  "तथा नाली निर्माण कार्य (लंबाई 1250 मीटर, चौड़ाई 3.50 मीटर)";

static const struct { const char *name; Sample sample; } samples[] = {
  { "usual", SAMPLE_USUAL },
  { "completed", { .work = "तालाब गहरीकरण", .code = "3306/WC/7", .gp = "बेल्हा", .completed = TRUE } },
  { "individual", { .work = "डबरी निर्माण", .code = "3306008014/IF/991", .gp = "घुटकू", .individual = TRUE } },
  { "empty", { .work = "", .code = "", .gp = "", .empty = TRUE } },
  { "bilingual", { .work = "सी.सी. सड़क निर्माण\nCC road", .code = "3306/RC/1", .gp = "तिफरा\nTifra", .bilingual = TRUE, .completed = TRUE } },
  { "long", { .work = long_work, .code = "3306008014/RC/112345678900000000000000001", .gp = "सेंदरी-नवागांव खुर्द (आश्रित ग्राम)", .completed = TRUE } },
  { "one below the other", { .work = long_work, .code = "3306008014", .gp = "बोड़सरा", .one_column = TRUE, .individual = TRUE } },
};

static PatalBoardLayout *
lay_out (const Sample *sample, double width, double height)
{
  g_autoptr (PatalForm) form = sample_form (sample);

  return patal_board_layout_new (form, width, height);
}

typedef void (*Check) (const PatalBoardLayout *layout, const Sample *sample);

static void
for_all (Check check)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        g_autoptr (PatalBoardLayout) layout = lay_out (&samples[i].sample, sizes[j].width, sizes[j].height);

        g_test_message ("%s, %s", samples[i].name, sizes[j].name);
        check (layout, &samples[i].sample);
      }
}

/* --- Boxes --- */

static gboolean
is_within (const PatalBox *inner, const PatalBox *outer)
{
  return inner->x >= outer->x - 0.02 && inner->y >= outer->y - 0.02 && inner->x + inner->width <= outer->x + outer->width + 0.02
         && inner->y + inner->height <= outer->y + outer->height + 0.02;
}

static gboolean
overlap (const PatalBox *a, const PatalBox *b)
{
  return MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x) > 0.02
         && MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y) > 0.02;
}

/* Rows below one another in their order, as high as their weights; labels and values within them and apart. */
static void
check_boxes (const PatalBoardLayout *layout, G_GNUC_UNUSED const Sample *sample)
{
  double shorter = MIN (patal_board_layout_width_mm (layout), patal_board_layout_height_mm (layout));
  const PatalBox board = { shorter * 0.012, shorter * 0.012, patal_board_layout_width_mm (layout) - shorter * 0.024,
                           patal_board_layout_height_mm (layout) - shorter * 0.024 };
  double per_weight = 0;

  for (guint i = 0; i < patal_board_layout_n_fields (layout); i++)
    {
      const PatalBoardField *field = patal_board_layout_field (layout, i);
      const PatalBoardField *before = i > 0 ? patal_board_layout_field (layout, i - 1) : NULL;

      g_assert_true (is_within (&field->row_mm, &board));
      g_assert_true (is_within (&field->label_mm, &field->row_mm));
      g_assert_true (is_within (&field->value_mm, &field->row_mm));
      g_assert_false (overlap (&field->label_mm, &field->value_mm));
      g_assert_true (before == NULL || !overlap (&before->row_mm, &field->row_mm));
      g_assert_true (before == NULL || field->row_mm.y > before->row_mm.y || field->row_mm.x > before->row_mm.x);
      if (g_str_equal (field->id, "work_name"))
        per_weight = field->row_mm.height / 2;
    }
  for (guint i = 0; i < patal_board_layout_n_fields (layout); i++)
    {
      const PatalBoardField *field = patal_board_layout_field (layout, i);
      double weight = g_str_equal (field->id, "work_name") ? 2 : g_str_equal (field->id, "materials") ? 1.6 : 1;

      g_assert_cmpfloat_with_epsilon (field->row_mm.height, weight * per_weight, shorter >= 600 ? 2.01 : 0.21); /* whole millimetres, or tenths */
    }
}

static void
test_boxes (void)
{
  for_all (check_boxes);
}

/* Whatever stands in them. */
static void
test_boxes_and_values (void)
{
  for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
    {
      Sample other = { .work = "", .code = "", .gp = "", .empty = TRUE };
      g_autoptr (PatalBoardLayout) full = lay_out (&samples[5].sample, sizes[j].width, sizes[j].height);
      g_autoptr (PatalBoardLayout) empty = lay_out (&other, sizes[j].width, sizes[j].height);

      g_assert_cmpuint (patal_board_layout_n_fields (full), ==, patal_board_layout_n_fields (empty));
      for (guint i = 0; i < patal_board_layout_n_fields (full); i++)
        {
          const PatalBoardField *a = patal_board_layout_field (full, i), *b = patal_board_layout_field (empty, i);

          g_assert_cmpmem (&a->row_mm, sizeof a->row_mm, &b->row_mm, sizeof b->row_mm);
          g_assert_cmpmem (&a->label_mm, sizeof a->label_mm, &b->label_mm, sizeof b->label_mm);
          g_assert_cmpmem (&a->value_mm, sizeof a->value_mm, &b->value_mm, sizeof b->value_mm);
          g_assert_cmpfloat (a->label_letter_mm, ==, b->label_letter_mm);
        }
    }
}

static char *
geometry (const PatalBoardLayout *layout)
{
  GString *text = g_string_new ("\n");

  for (guint i = 0; i < patal_board_layout_n_fields (layout); i++)
    {
      const PatalBoardField *field = patal_board_layout_field (layout, i);
      const PatalBox *row = &field->row_mm, *value = &field->value_mm;

      g_string_append_printf (text, "%s %.1f %.1f %.1f %.1f: %.1f | %.1f %.1f %.1f %.1f%s\n", field->id, row->x, row->y, row->width,
                              row->height, field->label_mm.width, value->x, value->y, value->width, value->height,
                              field->later ? " later" : "");
    }
  return g_string_free (text, FALSE);
}

/* The two boards of domain.md: a change here moves the rows of boards that stand already. */
static const char golden_5x4[] =
  "\n"
  "place 24.0 213.0 1476.0 72.0: 339.0 | 363.0 213.0 1137.0 72.0\n"
  "work_name 24.0 285.0 1476.0 143.0: 339.0 | 363.0 285.0 1137.0 143.0\n"
  "work_code 24.0 428.0 886.0 71.0: 339.0 | 363.0 428.0 547.0 71.0\n"
  "fy 910.0 428.0 590.0 71.0: 271.0 | 1181.0 428.0 319.0 71.0\n"
  "as 24.0 499.0 1476.0 72.0: 339.0 | 363.0 499.0 1137.0 72.0\n"
  "wage 24.0 571.0 492.0 72.0: 226.0 | 250.0 571.0 266.0 72.0\n"
  "material 516.0 571.0 492.0 72.0: 226.0 | 742.0 571.0 266.0 72.0\n"
  "total 1008.0 571.0 492.0 72.0: 226.0 | 1234.0 571.0 266.0 72.0\n"
  "days 24.0 643.0 738.0 71.0: 339.0 | 363.0 643.0 399.0 71.0\n"
  "rate 762.0 643.0 738.0 71.0: 339.0 | 1101.0 643.0 399.0 71.0\n"
  "materials 24.0 714.0 1476.0 115.0: 339.0 | 363.0 714.0 1137.0 115.0\n"
  "agency 24.0 829.0 1476.0 71.0: 339.0 | 363.0 829.0 1137.0 71.0\n"
  "start 24.0 900.0 738.0 72.0: 339.0 | 363.0 900.0 399.0 72.0\n"
  "end 762.0 900.0 738.0 72.0: 339.0 | 1107.0 905.0 388.0 62.0 later\n"
  "spent_total 24.0 972.0 1476.0 71.0: 339.0 | 368.0 977.0 1127.0 61.0 later\n"
  "spent_days 24.0 1043.0 1476.0 72.0: 339.0 | 369.0 1048.0 1126.0 62.0 later\n";
static const char golden_3x2[] =
  "\n"
  "place 12.0 107.0 890.0 33.0: 205.0 | 217.0 107.0 685.0 33.0\n"
  "work_name 12.0 140.0 890.0 66.0: 205.0 | 217.0 140.0 685.0 66.0\n"
  "beneficiary 12.0 206.0 445.0 34.0: 205.0 | 217.0 206.0 240.0 34.0\n"
  "guardian 457.0 206.0 445.0 34.0: 205.0 | 662.0 206.0 240.0 34.0\n"
  "work_code 12.0 240.0 534.0 33.0: 205.0 | 217.0 240.0 329.0 33.0\n"
  "fy 546.0 240.0 356.0 33.0: 164.0 | 710.0 240.0 192.0 33.0\n"
  "as 12.0 273.0 890.0 33.0: 205.0 | 217.0 273.0 685.0 33.0\n"
  "wage 12.0 306.0 297.0 33.0: 137.0 | 149.0 306.0 160.0 33.0\n"
  "material 309.0 306.0 296.0 33.0: 136.0 | 445.0 306.0 160.0 33.0\n"
  "total 605.0 306.0 297.0 33.0: 137.0 | 742.0 306.0 160.0 33.0\n"
  "days 12.0 339.0 445.0 33.0: 205.0 | 217.0 339.0 240.0 33.0\n"
  "rate 457.0 339.0 445.0 33.0: 205.0 | 662.0 339.0 240.0 33.0\n"
  "materials 12.0 372.0 890.0 53.0: 205.0 | 217.0 372.0 685.0 53.0\n"
  "agency 12.0 425.0 890.0 34.0: 205.0 | 217.0 425.0 685.0 34.0\n"
  "start 12.0 459.0 445.0 33.0: 205.0 | 217.0 459.0 240.0 33.0\n"
  "end 457.0 459.0 445.0 33.0: 205.0 | 664.0 461.0 236.0 29.0 later\n"
  "spent_total 12.0 492.0 890.0 33.0: 205.0 | 219.0 494.0 681.0 29.0 later\n"
  "spent_days 12.0 525.0 890.0 33.0: 205.0 | 219.0 527.0 681.0 29.0 later\n";

static void
test_golden (void)
{
  g_autoptr (PatalBoardLayout) community = lay_out (&samples[0].sample, 1524, 1219);
  g_autoptr (PatalBoardLayout) individual = lay_out (&samples[2].sample, 914, 610);
  g_autofree char *first = geometry (community), *second = geometry (individual);

  g_assert_cmpstr (first, ==, golden_5x4);
  g_assert_cmpstr (second, ==, golden_3x2);
}

static void
test_at (void)
{
  g_autoptr (PatalBoardLayout) layout = lay_out (&samples[0].sample, 1524, 1219);

  for (guint i = 0; i < patal_board_layout_n_fields (layout); i++)
    {
      const PatalBoardField *field = patal_board_layout_field (layout, i);

      g_assert_true (patal_board_layout_at (layout, field->row_mm.x + 1, field->row_mm.y + field->row_mm.height - 1) == field);
    }
  g_assert_null (patal_board_layout_at (layout, 5, 5));
  g_assert_null (patal_board_layout_at (layout, 762, 1215));
}

/* --- Words on the page --- */

/* All that Poppler finds in @box, without spaces. */
static char *
words_in (const GArray *words, const PatalBox *box)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const BoardWord *word = &g_array_index (words, BoardWord, i);
      double x = (word->left + word->right) / 2, y = (word->top + word->bottom) / 2;

      if (x < box->x || x > box->x + box->width || y < box->y || y > box->y + box->height)
        continue;
      g_assert_cmpfloat (word->left, >=, box->x);
      g_assert_cmpfloat (word->right, <=, box->x + box->width + 0.1);
      g_string_append (text, word->text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_words_in (const GArray *words, const PatalBox *box, const char *expected, gboolean cut)
{
  g_autofree char *found = words_in (words, box), *wanted = without_spaces (expected);

  if (cut)
    {
      g_assert_true (g_str_has_suffix (found, "…"));
      found[strlen (found) - strlen ("…")] = '\0';
      g_assert_true (g_str_has_prefix (wanted, found));
    }
  else
    g_assert_cmpstr (found, ==, wanted);
}

static void
check_words (const PatalBoardLayout *layout, G_GNUC_UNUSED const Sample *sample)
{
  g_autoptr (GBytes) pdf = board_pdf (layout, PATAL_BOARD_FRONT, FALSE);
  g_autoptr (GArray) words = board_words (layout, pdf);
  double shorter = MIN (patal_board_layout_width_mm (layout), patal_board_layout_height_mm (layout));

  for (guint i = 0; i < patal_board_layout_n_fields (layout); i++)
    {
      const PatalBoardField *field = patal_board_layout_field (layout, i);

      assert_words_in (words, &field->label_mm, field->label, FALSE);
      assert_words_in (words, &field->value_mm, field->value, field->cut);
    }
  page_assert_geometry (pdf, shorter * 0.012 * board_scale (layout), shorter * 0.012 * board_scale (layout));
}

static void
test_words (void)
{
  for_all (check_words);
}

/* Label, value, label, value: as a program reads it that knows of no tables. */
static void
assert_order (const PatalBoardLayout *layout, const char *answer)
{
  g_autofree char *text = without_spaces (answer);
  const char *at = text;

  for (guint i = 0; i < patal_board_layout_n_fields (layout); i++)
    {
      const PatalBoardField *field = patal_board_layout_field (layout, i);
      g_autofree char *both = g_strconcat (field->label, field->value, NULL), *wanted = without_spaces (both);

      at = strstr (at, wanted);
      g_test_message ("%s", wanted);
      g_assert_nonnull (at);
      at += strlen (wanted);
    }
}

/* Names as villages have them, by what is hard about them: conjuncts, dots below, repha, the two ways to write a nasal, joiners, brackets. */
static const char *const names[] = {
  "क्षत्रियटोला", "श्रृंगारपुर", "ज्ञानगढ़", "द्वारिकाद्वीप", "ह्रदयनगर", "दुर्गूकोंदल", "बड़ेडोंगर", "हट्टी", "उत्तर्रा", "निर्झर्रापारा", "कोंडागाँव", "पंडरिया", "पण्डरिया",
  "ढ़ोढ़ी", "ऊँटभट्ठी", "रॉबर्ट्सगंज", "सेमरा (ब)", "सि‍ंहपुर", "राष्ट्रीय", "कृष्णपुर",
};

static void
test_hard_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *work = g_strdup_printf ("%s में पंचायत भवन निर्माण", names[i]);
      const Sample sample = { .work = work, .code = "3306008014/OP/1", .gp = names[i], .completed = TRUE };
      g_autoptr (PatalBoardLayout) layout = lay_out (&sample, 1524, 1219);
      g_autoptr (GBytes) pdf = board_pdf (layout, PATAL_BOARD_FRONT, i % 2 == 0);
      g_autofree char *poppler = ASK_PROGRAM (pdf, ".pdf", "pdftotext", "-raw", "FILE", "-");
      g_autofree char *mupdf = ASK_PROGRAM (pdf, ".pdf", "mutool", "draw", "-q", "-F", "txt", "FILE");

      assert_order (layout, poppler);
      assert_order (layout, mupdf);
    }
}

/* --- Letters --- */

static const PatalBoardField *
field_of (const PatalBoardLayout *layout, const char *id)
{
  for (guint i = 0; i < patal_board_layout_n_fields (layout); i++)
    if (g_str_equal (patal_board_layout_field (layout, i)->id, id))
      return patal_board_layout_field (layout, i);
  g_assert_not_reached ();
}

static void
test_letters (void)
{
  g_autoptr (PatalBoardLayout) usual = lay_out (&samples[0].sample, 1524, 1219);
  g_autoptr (PatalBoardLayout) small = lay_out (&samples[0].sample, 600, 400);
  double label = field_of (usual, "place")->label_letter_mm;

  /* one label is too long for its column: it is smaller, and no other is for its sake */
  for (guint i = 0; i < patal_board_layout_n_fields (usual); i++)
    {
      const PatalBoardField *field = patal_board_layout_field (usual, i);

      g_test_message ("%s", field->id);
      if (g_str_equal (field->id, "spent_total"))
        g_assert_cmpfloat (field->label_letter_mm, <, label);
      else
        g_assert_cmpfloat (field->label_letter_mm, ==, label);
    }
  g_assert_cmpfloat (field_of (usual, "work_name")->letter_mm, >, field_of (usual, "place")->letter_mm);
  g_assert_cmpfloat (field_of (usual, "place")->letter_mm, ==, field_of (usual, "start")->letter_mm);
  g_assert_false (field_of (usual, "place")->too_small);
  /* read from 3 m: 12 mm */
  g_assert_cmpfloat (field_of (small, "start")->letter_mm, <, 12);
  g_assert_true (field_of (small, "start")->too_small);
  g_assert_false (field_of (small, "end")->too_small); /* nothing is in it */
}

/* A template's distance is for its own size: smaller boards are read from nearer, as their diagonals go, down to an arm's length. */
static void
test_reading_distance (void)
{
  static const struct { double reading_m, own_width_mm, own_height_mm, width_mm, height_mm, metres; } cases[] = {
    { 2.5, 1524, 1219, 1524, 1219, 2.5 }, { 2.5, 1524, 1219, 762, 609.5, 1.25 }, { 2.5, 1524, 1219, 609.5, 762, 1.25 },
    { 2.5, 1524, 1219, 297, 210, 0.466 }, { 2.5, 1524, 1219, 210, 297, 0.466 }, { 2.5, 1524, 1219, 148, 105, 0.4 },
    { 2.5, 1524, 1219, 3048, 2438, 2.5 }, { 0.3, 297, 210, 100, 100, 0.3 }, { 3, 0, 0, 297, 210, 3 },
  };
  g_autoptr (PatalForm) form = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PatalFormFrame frame = { .reading_m = cases[i].reading_m, .own_width_mm = cases[i].own_width_mm,
                                     .own_height_mm = cases[i].own_height_mm };

      g_test_message ("%u", i);
      g_assert_cmpfloat_with_epsilon (patal_form_reading_m (&frame, cases[i].width_mm, cases[i].height_mm), cases[i].metres, 0.001);
    }
  form = patal_form_new (&(PatalFormFrame) { .title = "पटल", .reading_m = 2.5, .own_width_mm = 1524, .own_height_mm = 1219 });
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PatalBoardLayout) layout = patal_board_layout_new (form, i == 0 ? 1524 : 762, i == 0 ? 1219 : 609.5);

      g_assert_cmpfloat_with_epsilon (patal_board_layout_least_letter_mm (layout), i == 0 ? 10 : 5, 0.001);
    }
}

static PatalBoardLayout *
one_field (const char *value, PatalFormKind kind, double width, double height)
{
  g_autoptr (PatalForm) form = patal_form_new (&(PatalFormFrame) { .title = "पटल", .ground = 0xFFFFFF, .reading_m = 1 });

  for (guint i = 0; i < 8; i++)
    patal_form_add (form, &(PatalFormField) { .id = i == 0 ? "value" : "other", .label = "राशि", .value = i == 0 ? value : NULL, .kind = kind,
                                              .weight = 1, .share = 1 });
  return patal_board_layout_new (form, width, height);
}

/* How many lines @value stands in, as the layout is written down. */
static guint
n_lines_of_value (const PatalBoardLayout *layout)
{
  g_autofree char *text = patal_board_layout_to_text (layout);
  const char *at = strstr (text, "\nvalue-letters");
  guint n = 0;

  for (at = strchr (at + 1, '\n') + 1; g_str_has_prefix (at, "line "); at = strchr (at, '\n') + 1)
    n++;
  return n;
}

static const struct { const char *value; PatalFormKind kind; double width; guint n_lines; gboolean cut; } wrapped[] = {
  { "रु. 12,34,567", PATAL_FORM_FIGURE, 600, 1, FALSE },
  { "रु. 12,34,567 (मजदूरी), रु. 4,56,789 (सामग्री), रु. 16,91,356 (योग)", PATAL_FORM_FIGURE, 600, 1, FALSE }, /* shrinks */
  { "रु. 12,34,567 (मजदूरी), रु. 4,56,789 (सामग्री), रु. 16,91,356 (योग)", PATAL_FORM_TEXT, 600, 2, FALSE },
  { "रु. 12,34,567 (मजदूरी), रु. 4,56,789 (सामग्री), रु. 16,91,356 (योग), रु. 99,99,999 (कुल)", PATAL_FORM_FIGURE, 600, 2, FALSE }, /* cannot */
  { "सड़क", PATAL_FORM_TEXT, 600, 1, FALSE },
  { "ग्राम कुम्हारी में प्राथमिक शाला भवन का जीर्णोद्धार कार्य", PATAL_FORM_TEXT, 600, 2, FALSE },
  { "एक\nदो", PATAL_FORM_LIST, 600, 2, FALSE },
  { "एक\n\nतीन", PATAL_FORM_LIST, 600, 3, FALSE },
  { "एक\nदो\nतीन\nचार\nपांच\nछह\nसात\nआठ\nनौ\nदस\nग्यारह\nबारह", PATAL_FORM_LIST, 2400, 3, TRUE },
  { "अअअअअअअअअअअअअअअअअअअअअअअअअअअअअअअअअअअअअअअअ", PATAL_FORM_TEXT, 600, 2, FALSE }, /* a word longer than its line */
  { long_work, PATAL_FORM_TEXT, 300, 3, FALSE },
  { " \n\t ", PATAL_FORM_TEXT, 600, 0, FALSE },
};

static void
test_wrapping (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrapped); i++)
    {
      g_autoptr (PatalBoardLayout) layout = one_field (wrapped[i].value, wrapped[i].kind, wrapped[i].width, 800);

      g_test_message ("%s: %u lines%s", wrapped[i].value, n_lines_of_value (layout), patal_board_layout_field (layout, 0)->cut ? ", cut" : "");
      g_assert_cmpuint (n_lines_of_value (layout), ==, wrapped[i].n_lines);
      g_assert_cmpint (patal_board_layout_field (layout, 0)->cut, ==, wrapped[i].cut);
    }
}

/* As much as the box holds, and a sign that there is more. */
static void
test_cut (void)
{
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (PatalBoardLayout) layout = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GArray) words = NULL;
  const PatalBoardField *field;
  g_autofree char *shown = NULL;

  for (guint i = 0; i < 300; i++)
    g_string_append (value, "क्षत्रियों की सड़क ");
  layout = one_field (value->str, PATAL_FORM_TEXT, 600, 800);
  pdf = board_pdf (layout, PATAL_BOARD_FRONT, FALSE);
  words = board_words (layout, pdf);
  field = patal_board_layout_field (layout, 0);
  g_assert_true (field->cut);
  g_assert_cmpuint (strlen (field->value), ==, value->len - 1); /* all that was given, but for the space at its end */
  assert_words_in (words, &field->value_mm, field->value, TRUE);
  shown = words_in (words, &field->value_mm);
  g_assert_cmpuint (g_utf8_strlen (shown, -1), >, 100);
}

/* --- Kept as text --- */

static void
check_round_trip (const PatalBoardLayout *layout, G_GNUC_UNUSED const Sample *sample)
{
  g_autoptr (GBytes) logo = g_bytes_new_static (sample_logo, sizeof sample_logo - 1);
  g_autofree char *text = patal_board_layout_to_text (layout);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalBoardLayout) read = patal_board_layout_from_text (text, logo, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = patal_board_layout_to_text (read);
  g_assert_cmpstr (text, ==, again);
  g_assert_cmpstr (patal_board_layout_name (layout), ==, patal_board_layout_name (read));
  for (PatalBoardSide side = PATAL_BOARD_FRONT; side <= PATAL_BOARD_LATER; side++)
    {
      g_autoptr (GBytes) one = board_pdf (layout, side, FALSE);
      g_autoptr (GBytes) other_one = board_pdf (read, side, FALSE);

      g_assert_true (g_bytes_equal (one, other_one));
    }
  for (guint i = 0; i < patal_board_layout_n_fields (layout); i++)
    {
      const PatalBoardField *a = patal_board_layout_field (layout, i), *b = patal_board_layout_field (read, i);

      g_assert_cmpstr (a->value, ==, b->value);
      g_assert_cmpfloat (a->letter_mm, ==, b->letter_mm);
      g_assert_true (a->cut == b->cut && a->too_small == b->too_small && a->later == b->later);
    }
}

static void
test_round_trip (void)
{
  for_all (check_round_trip);
}

/* Only the logo of the first print is drawn. */
static void
test_other_logo (void)
{
  g_autoptr (GBytes) other = g_bytes_new_static ("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", 62);
  g_autoptr (PatalBoardLayout) layout = lay_out (&samples[0].sample, 1524, 1219);
  g_autofree char *text = patal_board_layout_to_text (layout);
  g_autoptr (PatalBoardLayout) read = patal_board_layout_from_text (text, other, NULL);
  g_autoptr (GBytes) with = board_pdf (layout, PATAL_BOARD_FRONT, FALSE);
  g_autoptr (GBytes) without = board_pdf (read, PATAL_BOARD_FRONT, FALSE);

  g_assert_nonnull (strstr (text, "\nlogo "));
  g_assert_nonnull (memmem (g_bytes_get_data (with, NULL), g_bytes_get_size (with), "/Image", 6));
  g_assert_null (memmem (g_bytes_get_data (without, NULL), g_bytes_get_size (without), "/Image", 6));
}

/* What stands in the text, and what instead; NULL: it ends there. */
static const struct { const char *what, *instead, *said; } damages[] = {
  { "gram-patal-board 1\n", "", "not the layout of a board" },
  { "gram-patal-board 1\n", "gram-patal-board one\n", "not the layout of a board" },
  { "gram-patal-board 1\n", "gram-patal-board 2\n", "newer version" },
  { "size 1524 1219", "size 1524", "line 2" },
  { "size 1524 1219", "size 1524 nan", "line 2" },
  { "size 1524 1219", "size 1524 1e9", "line 2" },
  { "size 1524 1219", "size 1524 12", "line 2" },
  { "size 1524 1219", "size  1524 1219", "line 2" },
  { "language hi", "language fr", "line 3" },
  { "colours ffd54f", "colours ffd54g", "line 7" },
  { "border 0", "borders 0", "line 8" },
  { "pad ", "pad -", "line 10" },
  { "table ", "table 0 ", "line 11" },
  { "\nlabel ", "\nlabel \\x", "line " },
  { "\nname ", "\nfield x\nname ", "line " },
  { "\nrow ", "\n", "line " },
  { "\nvalue ", "\nsize ", "line " },
  { "\nend\n", "\nvalue x\nend\n", "line " },
  { "\nend\n", "\nend\nname x\n", "line " },
  { "\nend\n", "\n", "not whole" },
  { "\nname ", NULL, "not whole" },
  { "\nline ", NULL, "not whole" },
};

static void
test_damaged (void)
{
  g_autoptr (PatalBoardLayout) layout = lay_out (&samples[0].sample, 1524, 1219);
  g_autofree char *text = patal_board_layout_to_text (layout);

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      char *at = strstr (text, damages[i].what);
      g_autofree char *damaged = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (at);
      damaged = g_strdup_printf ("%.*s%s%s", (int) (at - text), text, damages[i].instead != NULL ? damages[i].instead : "\n",
                                 damages[i].instead != NULL ? at + strlen (damages[i].what) : "");
      g_test_message ("%s -> %s", damages[i].what, damages[i].instead);
      g_assert_null (patal_board_layout_from_text (damaged, NULL, &error));
      g_assert_error (error, PATAL_BOARD_LAYOUT_ERROR, PATAL_BOARD_LAYOUT_ERROR_TEXT);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, damages[i].said));
    }
}

/* Any line gone, any byte another: an error or a layout, never a crash. */
static void
test_damaged_anywhere (void)
{
  g_autoptr (PatalBoardLayout) layout = lay_out (&samples[4].sample, 914, 610);
  g_autofree char *text = patal_board_layout_to_text (layout);
  gsize length = strlen (text);
  GRand *random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *damaged = g_strdup (text);
      gsize at = (gsize) g_rand_int_range (random, 0, (gint32) length), n = (gsize) g_rand_int_range (random, 1, 40);
      g_autoptr (PatalBoardLayout) read = NULL;

      if (i % 3 == 0)
        memmove (damaged + at, damaged + MIN (at + n, length), length - MIN (at + n, length) + 1);
      else
        damaged[at] = (char) g_rand_int_range (random, 1, 256);
      read = patal_board_layout_from_text (damaged, NULL, NULL);
      if (read != NULL && i % 10 == 0)
        g_bytes_unref (board_pdf (read, PATAL_BOARD_FRONT, FALSE));
    }
  g_rand_free (random);
}

/* --- The overprint --- */

/* Where each word of the fields that were empty is. */
static void
assert_filled (const PatalBoardLayout *first, const PatalBoardLayout *filled)
{
  g_autoptr (GBytes) pdf = board_pdf (filled, PATAL_BOARD_LATER, FALSE);
  g_autoptr (GArray) words = board_words (filled, pdf);
  guint n_later = 0;

  for (guint i = 0; i < patal_board_layout_n_fields (first); i++)
    {
      const PatalBoardField *before = patal_board_layout_field (first, i), *after = patal_board_layout_field (filled, i);

      g_assert_cmpmem (&before->row_mm, sizeof before->row_mm, &after->row_mm, sizeof after->row_mm);
      g_assert_cmpmem (&before->value_mm, sizeof before->value_mm, &after->value_mm, sizeof after->value_mm);
      if (after->later)
        {
          assert_words_in (words, &before->value_mm, after->value, after->cut);
          g_assert_cmpint (*after->value, !=, '\0');
          n_later++;
        }
      else
        {
          g_autofree char *none = words_in (words, &before->row_mm);

          g_assert_cmpstr (none, ==, "");
          g_assert_cmpstr (before->value, ==, after->value);
        }
    }
  g_assert_cmpuint (n_later, ==, 3);
}

/* The first print is kept; then the work, the template's weights and the font change. */
static void
test_overprint (void)
{
  const Sample completed = { .work = "दूसरा नाम", .code = "बदला हुआ", .gp = "नया", .completed = TRUE, .individual = TRUE, .bilingual = TRUE };
  g_autoptr (PatalBoardLayout) first = lay_out (&samples[0].sample, 1524, 1219);
  g_autofree char *text = patal_board_layout_to_text (first);
  g_autoptr (GString) other_font = g_string_new (text);
  g_autoptr (PatalForm) form = sample_form (&completed);

  g_string_replace (other_font, "family Noto Sans Devanagari", "family Noto Serif Devanagari", 0);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PatalBoardLayout) kept = patal_board_layout_from_text (i == 0 ? text : other_font->str, NULL, NULL);
      g_autoptr (PatalBoardLayout) filled = patal_board_layout_fill_later (kept, form);

      assert_filled (first, filled);
    }
}

static const struct { Sample now; const char *differs; } compared[] = {
  { SAMPLE_USUAL, "" },
  { { .work = "सी.सी. सड़क निर्माण, रामलाल के घर से प्राथमिक शाला तक (लंबाई 250 मी.)", .code = "3306008014/RC/1123456789", .gp = "कुम्हारी", .completed = TRUE }, "" },
  { { .work = "दूसरा", .code = "3306008014/RC/1123456789", .gp = "कुम्हारी" }, "work_name" },
  { { .work = "दूसरा", .code = "0", .gp = "कुम्हारी" }, "work_name work_code" },
  { { .work = "", .code = "", .gp = "", .empty = TRUE }, "place work_name work_code fy as wage material total days rate materials agency start" },
};

static void
test_compare (void)
{
  g_autoptr (PatalBoardLayout) kept = lay_out (&samples[0].sample, 1524, 1219);
  g_autoptr (PatalBoardLayout) moved = lay_out (&samples[0].sample, 1524, 1220);
  g_autoptr (PatalBoardLayout) individual = lay_out (&samples[2].sample, 1524, 1219);
  g_autoptr (GPtrArray) all = patal_board_layout_compare (kept, moved);
  g_autoptr (GPtrArray) more = patal_board_layout_compare (kept, individual);

  for (guint i = 0; i < G_N_ELEMENTS (compared); i++)
    {
      g_autoptr (PatalBoardLayout) now = lay_out (&compared[i].now, 1524, 1219);
      g_autoptr (GPtrArray) ids = patal_board_layout_compare (kept, now);
      g_autofree char *said = NULL;

      g_ptr_array_add (ids, NULL);
      said = g_strjoinv (" ", (char **) ids->pdata);
      g_assert_cmpstr (said, ==, compared[i].differs);
    }
  g_assert_cmpuint (all->len, ==, patal_board_layout_n_fields (kept));
  g_assert_true (g_ptr_array_find_with_equal_func (more, "beneficiary", g_str_equal, NULL));
}

/* --- Whatever comes --- */

static char *
random_text (GRand *random)
{
  static const char *const pieces[] = { "क", "्", "र", "ि", "ं", "़", " ", "\n", "a", "0", "/", "-", "रु. 1,00,000", "قلم", "\xE2\x80\x8D", "\xFF", "\x01", "😀",
                                        "क्ष्त्र्य", "(", ")", "\\", "\t", "中文", "\xE2\x80\xA8" };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 0, g_rand_int_range (random, 1, 120)); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static PatalForm *
random_form (GRand *random)
{
  g_autofree char *name = random_text (random), *over = random_text (random), *title = random_text (random), *under = random_text (random);
  g_autofree char *foot = random_text (random), *code = random_text (random), *back = random_text (random);
  PatalForm *form = patal_form_new (&(PatalFormFrame) { .name = name, .over = over, .title = title, .under = under, .foot = foot,
                                                        .code_text = g_rand_boolean (random) ? code : NULL, .back_title = over, .back = back,
                                                        .ground = g_rand_int (random), .border = g_rand_int (random),
                                                        .reading_m = g_rand_double (random), .lang = g_rand_int_range (random, 0, 2) });

  for (int n = g_rand_int_range (random, 0, 30); n > 0; n--)
    {
      g_autofree char *id = g_strdup_printf ("f%d", n), *label = random_text (random), *value = random_text (random);

      patal_form_add (form, &(PatalFormField) { id, label, value, g_rand_int_range (random, 0, 3), g_rand_double_range (random, 0.1, 4),
                                                g_rand_double_range (random, 0.1, 4), g_rand_boolean (random), g_rand_boolean (random),
                                                g_rand_boolean (random) });
    }
  return form;
}

static void
draw_on_cairo (const PatalBoardLayout *layout, PatalBoardSide side)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 200);
  cairo_t *cr = cairo_create (surface);

  patal_board_layout_draw (layout, side, PATAL_CANVAS_CAIRO (cr), &(PatalBox) { 0, 0, 200, 200 });
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_anything (void)
{
  GRand *random = g_rand_new_with_seed (2111);

  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (PatalForm) form = random_form (random);
      g_autoptr (PatalBoardLayout) layout = patal_board_layout_new (form, g_rand_double_range (random, 100, i % 2 ? 10000 : 500),
                                                                    g_rand_double_range (random, 100, i % 3 ? 10000 : 500));
      g_autofree char *text = patal_board_layout_to_text (layout);
      g_autoptr (GError) error = NULL;
      g_autoptr (PatalBoardLayout) read = patal_board_layout_from_text (text, NULL, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      again = patal_board_layout_to_text (read);
      g_assert_true (g_str_equal (text, again));
      for (PatalBoardSide side = PATAL_BOARD_FRONT; side <= PATAL_BOARD_LATER; side++)
        {
          g_bytes_unref (board_pdf (layout, side, i % 2));
          draw_on_cairo (layout, side);
        }
      for (guint j = 0; j < patal_board_layout_n_fields (layout); j++)
        {
          g_assert_cmpfloat (patal_board_layout_field (layout, j)->value_mm.width, >, 0);
          g_assert_cmpfloat (patal_board_layout_field (layout, j)->letter_mm, >, 0);
        }
    }
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-layout/boxes", test_boxes);
  g_test_add_func ("/board-layout/boxes-and-values", test_boxes_and_values);
  g_test_add_func ("/board-layout/golden", test_golden);
  g_test_add_func ("/board-layout/at", test_at);
  g_test_add_func ("/board-layout/words", test_words);
  g_test_add_func ("/board-layout/hard-names", test_hard_names);
  g_test_add_func ("/board-layout/letters", test_letters);
  g_test_add_func ("/board-layout/reading-distance", test_reading_distance);
  g_test_add_func ("/board-layout/wrapping", test_wrapping);
  g_test_add_func ("/board-layout/cut", test_cut);
  g_test_add_func ("/board-layout/round-trip", test_round_trip);
  g_test_add_func ("/board-layout/other-logo", test_other_logo);
  g_test_add_func ("/board-layout/damaged", test_damaged);
  g_test_add_func ("/board-layout/damaged-anywhere", test_damaged_anywhere);
  g_test_add_func ("/board-layout/overprint", test_overprint);
  g_test_add_func ("/board-layout/compare", test_compare);
  g_test_add_func ("/board-layout/anything", test_anything);
  return g_test_run ();
}
