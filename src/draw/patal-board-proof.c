/* patal-board-proof.c: a board to scale, with its dimensions
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-sheets.h"
#include "patal-template.h"
#include <math.h>

#define SAME_MM 1.0     /* a sheet of the board's own size */
#define DIMENSION_PT 22 /* room for the numbers beside the board */
#define SCALE_PT 26     /* and below it */
#define OFF_PT 9        /* from the board to the line */
#define ARROW_PT 6
#define TEXT_PT 9
#define LINE_PT 0.5

static const PatalInk grey = { 0.25, 0.25, 0.25, 1 };

/* Whole figures, so that a ruler can be laid on the sheet. */
static const double scales[] = { 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5, 10, 11, 12, 13, 14, 15, 16, 18, 20, 25, 30, 40,
                                 50, 60, 80, 100 };

static double
choose_scale (const PatalBoardLayout *layout, const PatalSheetSize *sheet)
{
  PatalBox room = patal_sheet_box (sheet);
  double width = patal_board_layout_width_mm (layout) * PATAL_PT_PER_MM, height = patal_board_layout_height_mm (layout) * PATAL_PT_PER_MM;
  double least = MAX (width / MAX (room.width - DIMENSION_PT, 1), height / MAX (room.height - DIMENSION_PT - SCALE_PT, 1));

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (scales[i] >= least)
      return scales[i];
  return least; /* a sheet too small for any of them */
}

static gboolean
is_own_sheet (const PatalBoardLayout *layout, const PatalSheetSize *sheet)
{
  return fabs (sheet->width / PATAL_PT_PER_MM - patal_board_layout_width_mm (layout)) < SAME_MM
         && fabs (sheet->height / PATAL_PT_PER_MM - patal_board_layout_height_mm (layout)) < SAME_MM;
}

static void
draw_arrow (PatalCanvas *canvas, double x, double way)
{
  g_autoptr (PatalPath) path = patal_path_new ();

  patal_path_move (path, x, 0);
  patal_path_line (path, x + way * ARROW_PT, -ARROW_PT / 4.0);
  patal_path_line (path, x + way * ARROW_PT, ARROW_PT / 4.0);
  patal_path_close (path);
  patal_canvas_fill (canvas, path, &grey);
}

/* From 0, 0 to the right; the number stands in the line. */
static void
draw_dimension (PatalCanvas *canvas, double length, const char *text, PatalLang lang)
{
  const PatalTextStyle style = { .size_pt = TEXT_PT, .weight = PATAL_WEIGHT_REGULAR, .lang = lang, .wrap = PATAL_WRAP_NEVER };
  const PatalStroke stroke = { .ink = grey, .width = LINE_PT };
  g_autoptr (PatalParagraph) paragraph = patal_paragraph_new (text, &style, 0);
  double half = patal_paragraph_width (paragraph) / 2 + 3;

  if (length / 2 > half + ARROW_PT)
    {
      patal_canvas_rule (canvas, 0, 0, length / 2 - half, 0, &stroke);
      patal_canvas_rule (canvas, length / 2 + half, 0, length, 0, &stroke);
      draw_arrow (canvas, 0, 1);
      draw_arrow (canvas, length, -1);
    }
  patal_canvas_rule (canvas, 0, -OFF_PT / 2.0, 0, OFF_PT * 0.7, &stroke);
  patal_canvas_rule (canvas, length, -OFF_PT / 2.0, length, OFF_PT * 0.7, &stroke);
  patal_canvas_line (canvas, length / 2 - half + 3, TEXT_PT * 0.32, patal_paragraph_line (paragraph, 0), &grey);
}

/* As few digits as say it: "1524", "1523.5". */
static char *
number (double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (fabs (value - round (value)) < 0.05 ? g_ascii_formatd (digits, sizeof digits, "%.0f", value)
                                                       : g_ascii_formatd (digits, sizeof digits, "%.1f", value));
}

#define WHOLE_MM 400 /* from here on nobody measures tenths: 4 feet are 1219 mm */

static char *
millimetres (double value, const PatalWords *words)
{
  g_autofree char *digits = number (value >= WHOLE_MM ? round (value) : value);

  return g_strdup_printf ("%s %s", digits, patal_words_get (words, "mm"));
}

typedef struct
{
  char *width, *height, *scale;
} ProofWords;

static void
proof_words_clear (ProofWords *said)
{
  g_free (said->width);
  g_free (said->height);
  g_free (said->scale);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ProofWords, proof_words_clear)

static ProofWords
say (const PatalBoardLayout *layout, double scale, const PatalWords *words)
{
  double width = patal_board_layout_width_mm (layout), height = patal_board_layout_height_mm (layout);
  g_autofree char *digits = number (scale), *size = patal_board_size_format (width, height, patal_words_lang (words));

  return (ProofWords) { millimetres (width, words), millimetres (height, words),
                        g_strdup_printf ("%s 1 : %s   (%s)", patal_words_get (words, "Scale"), digits, size) };
}

/* Around a board that stands at 0, 0. */
static void
draw_dimensions (PatalCanvas *canvas, double width, double height, const ProofWords *said, PatalLang lang)
{
  const PatalTextStyle style = { .size_pt = TEXT_PT + 1, .weight = PATAL_WEIGHT_REGULAR, .lang = lang, .align = PATAL_ALIGN_CENTER,
                                 .wrap = PATAL_WRAP_NEVER };
  g_autoptr (PatalParagraph) scale = patal_paragraph_new (said->scale, &style, width);

  patal_canvas_save (canvas);
  patal_canvas_move (canvas, 0, -OFF_PT);
  draw_dimension (canvas, width, said->width, lang);
  patal_canvas_restore (canvas);
  patal_canvas_save (canvas);
  patal_canvas_transform (canvas, &(PatalMatrix) { .yx = -1, .xy = 1, .x0 = -OFF_PT, .y0 = height }); /* upwards */
  draw_dimension (canvas, height, said->height, lang);
  patal_canvas_restore (canvas);
  patal_canvas_paragraph (canvas, 0, height + 8, scale, &grey);
}

void
patal_board_proof_draw (const PatalBoardLayout *layout, PatalBoardSide side, PatalCanvas *canvas, const PatalSheetSize *sheet,
                        const PatalWords *words)
{
  double scale = choose_scale (layout, sheet), width, height, x, y;
  PatalBox room = patal_sheet_box (sheet);
  g_auto (ProofWords) said = { NULL, NULL, NULL };
  g_autofree char *key = NULL;

  if (is_own_sheet (layout, sheet))
    {
      patal_board_layout_draw (layout, side, canvas, &(PatalBox) { 0, 0, sheet->width, sheet->height });
      return;
    }
  said = say (layout, scale, words);
  width = patal_board_layout_width_mm (layout) / scale * PATAL_PT_PER_MM;
  height = patal_board_layout_height_mm (layout) / scale * PATAL_PT_PER_MM;
  x = room.x + DIMENSION_PT + (room.width - DIMENSION_PT - width) / 2;
  y = room.y + DIMENSION_PT + (room.height - DIMENSION_PT - SCALE_PT - height) / 2;
  patal_board_layout_draw (layout, side, canvas, &(PatalBox) { x, y, width, height });

  key = g_strdup_printf ("board-dimensions %d %s %s %s", (int) patal_words_lang (words), said.width, said.height, said.scale);
  patal_canvas_tag_begin (canvas, PATAL_TAG_PARAGRAPH, patal_words_lang (words), NULL);
  patal_canvas_save (canvas);
  patal_canvas_move (canvas, x, y);
  if (patal_canvas_group_begin (canvas, key))
    {
      draw_dimensions (canvas, width, height, &said, patal_words_lang (words));
      patal_canvas_group_end (canvas);
    }
  patal_canvas_restore (canvas);
  patal_canvas_tag_end (canvas);
}
