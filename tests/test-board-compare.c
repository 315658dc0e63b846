/* test-board-compare.c: what is told of a first print beside what would be printed today
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-sample.h"

typedef struct
{
  const char *over, *title, *under, *foot, *code, *back_title, *back, *logo;
  guint32     ground, border, ink;
} Around;
static const Around usual_around = { .over = "योजना",
                                     .title = "नागरिक सूचना पटल",
                                     .under = "जिला परीक्षणपुर",
                                     .foot = "लोकपाल: 1",
                                     .code = "क",
                                     .back_title = "अधिकार",
                                     .back = "एक\nदो",
                                     .logo = sample_logo,
                                     .ground = 0xFFD84D,
                                     .border = 0x17409A,
                                     .ink = 0x0B1E4D };

static PatalBoardLayout *
lay_out_around (const Around *around)
{
  g_autoptr (GBytes) logo
      = around->logo != NULL ? g_bytes_new_static (around->logo, strlen (around->logo)) : NULL;
  g_autoptr (PatalForm) form = patal_form_new (&(PatalFormFrame) { .over = around->over,
                                                                  .title = around->title,
                                                                  .under = around->under,
                                                                  .foot = around->foot,
                                                                  .code_text = around->code,
                                                                  .back_title = around->back_title,
                                                                  .back = around->back,
                                                                  .logo = logo,
                                                                  .ground = around->ground,
                                                                  .border = around->border,
                                                                  .ink = around->ink,
                                                                  .reading_m = 3 });

  patal_form_add (
      form, &(PatalFormField) { .id = "total", .label = "योग", .value = "रु. 1", .weight = 1, .share = 1 });
  return patal_board_layout_new (form, 1524, 1219);
}

/* What changes around the rows is told, of a print that is read too; that its rows stand elsewhere is not. */
static void
test_compare_parts (void)
{
  static const struct
  {
    gsize member;
    const char *text;
    PatalBoardPart part;
  } cases[] = {
    { G_STRUCT_OFFSET (Around, over), "दूसरी योजना", PATAL_BOARD_PART_HEAD },
    { G_STRUCT_OFFSET (Around, title), "सूचना", PATAL_BOARD_PART_HEAD },
    { G_STRUCT_OFFSET (Around, under), NULL, PATAL_BOARD_PART_HEAD },
    { G_STRUCT_OFFSET (Around, foot), "लोकपाल: 2", PATAL_BOARD_PART_FOOT },
    { G_STRUCT_OFFSET (Around, foot), NULL, PATAL_BOARD_PART_FOOT },
    { G_STRUCT_OFFSET (Around, logo), "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
      PATAL_BOARD_PART_LOGO },
    { G_STRUCT_OFFSET (Around, logo), NULL, PATAL_BOARD_PART_LOGO },
    { G_STRUCT_OFFSET (Around, code), "ख", PATAL_BOARD_PART_CODE },
    { G_STRUCT_OFFSET (Around, back), "एक\nतीन", PATAL_BOARD_PART_BACK },
    { G_STRUCT_OFFSET (Around, back_title), "दायित्व", PATAL_BOARD_PART_BACK },
  };
  static const gsize colours[]
      = { G_STRUCT_OFFSET (Around, ground), G_STRUCT_OFFSET (Around, border), G_STRUCT_OFFSET (Around, ink) };
  g_autoptr (PatalBoardLayout) first = lay_out_around (&usual_around), read = NULL;
  g_autofree char *text = patal_board_layout_to_text (first);
  g_autoptr (GError) error = NULL;

  read = patal_board_layout_from_text (text, NULL,
                                       &error); /* the logo's bytes are gone, and what it was is known */
  g_assert_no_error (error);
  g_assert_cmphex (patal_board_layout_compare_parts (read, first), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Around around = usual_around;
      g_autoptr (PatalBoardLayout) now = NULL;

      G_STRUCT_MEMBER (const char *, &around, cases[i].member) = cases[i].text;
      now = lay_out_around (&around);
      g_test_message ("%u", i);
      g_assert_cmphex (patal_board_layout_compare_parts (first, now), ==, 1u << cases[i].part);
      g_assert_cmphex (patal_board_layout_compare_parts (read, now), ==, 1u << cases[i].part);
    }
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      Around around = usual_around;
      g_autoptr (PatalBoardLayout) now = NULL;

      G_STRUCT_MEMBER (guint32, &around, colours[i]) = 0x808080;
      now = lay_out_around (&around);
      g_assert_cmphex (patal_board_layout_compare_parts (read, now), ==, 1u << PATAL_BOARD_PART_COLOURS);
    }
}

/* That a print has two languages is kept, even where no label shows it. */
static void
test_bilingual (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PatalForm) form
          = patal_form_new (&(PatalFormFrame) { .title = "पटल", .reading_m = 3, .bilingual = i == 1 });
      g_autoptr (PatalBoardLayout) first = patal_board_layout_new (form, 900, 600), read = NULL;
      g_autofree char *text = patal_board_layout_to_text (first);

      read = patal_board_layout_from_text (text, NULL, NULL);
      g_assert_true (patal_board_layout_is_bilingual (first) == (i == 1));
      g_assert_true (patal_board_layout_is_bilingual (read) == (i == 1));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-compare/parts", test_compare_parts);
  g_test_add_func ("/board-compare/bilingual", test_bilingual);
  return g_test_run ();
}
