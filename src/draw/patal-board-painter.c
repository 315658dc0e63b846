/* patal-board-painter.c: what a painter needs to put a board on a wall by hand
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-plan.h"
#include "patal-board-sheets.h"
#include "patal-cut-text.h"
#include "patal-template.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define TITLE_PT 16
#define NAME_PT 11
#define FACT_PT 10
#define HEAD_PT 8.5
#define NUMBER_PT 10
#define VALUE_PT 15
#define LABEL_PT 11.5
#define READABLE_PT 8
#define SMALLEST_PT 4.5
#define LEADING 1.45
#define BLOCK_PT 5       /* above and below what stands in a row */
#define PICTURE_SHARE 0.33 /* of the width: the board, small */
#define SWATCH_PT 11
#define GAP_PT 12
#define FOOT_PT 14

static const PatalInk grey = { 0.35, 0.35, 0.35, 1 };
static const PatalInk light = { 0.93, 0.93, 0.93, 1 };
static const PatalStroke thin = { .ink = { 0.5, 0.5, 0.5, 1 }, .width = 0.5 };

typedef enum { COLUMN_ROW, COLUMN_TOP, COLUMN_HEIGHT, COLUMN_HEADLINE, COLUMN_LEFT, COLUMN_LETTER, COLUMN_WORDS, N_COLUMNS } Column;
static const double column_pt[] = { 32, 44, 44, 46, 46, 46 };

/* A line of the sheets: a line of letters on the board. */
typedef struct
{
  guint       row;             /* from 1; 0: not a row of the table */
  gboolean    first;           /* of what stands together: its place is said */
  double      top, height;
  gboolean    first_of_words;
  double      headline, left, letter;
  const char *text;
  gsize       length;
  gboolean    bold, remark;    /* remark: not to be painted */
  double      tall;            /* on the sheet, in points */
} Line;

typedef struct
{
  const PatalBoardLayout *layout;
  const PatalSheetSize   *sheet;
  const PatalWords       *words;
  PatalLang               lang;   /* of the sheets; the board has its own */
  GArray                 *lines;
  GStringChunk           *remarks;
  PatalCanvas            *canvas; /* (nullable): only counting */
  double                  y;
} Painter;

static const char *
word (const Painter *painter, const char *msgid)
{
  return patal_words_get (painter->words, msgid);
}

/* --- What is to be painted, from top to bottom --- */

static void
add_letters (Painter *painter, const PatalBoardType *type, const PatalBoardLetters *letters, Line line)
{
  const char *at = letters->text;

  line.letter = letters->size * type->letter_share;
  line.bold = letters->weight == PATAL_WEIGHT_BOLD;
  line.first_of_words = TRUE;
  for (guint i = 0; i < letters->n_lines; i++)
    {
      line.left = patal_board_letters_point (type, letters, i)->x;
      line.headline = patal_board_letters_point (type, letters, i)->y - line.letter;
      line.text = at;
      line.length = (gsize) (strchrnul (at, '\n') - at);
      g_array_append_val (painter->lines, line);
      at += line.length + (at[line.length] == '\n');
      line.first = line.first_of_words = FALSE;
    }
}

/* Words that stand in no row. */
static void
add_free (Painter *painter, const PatalBoardLetters *letters)
{
  add_letters (painter, &painter->layout->plan->type, letters, (Line) { .first = TRUE });
}

static void
add_remark (Painter *painter, const char *text, Line line)
{
  line.text = g_string_chunk_insert (painter->remarks, text);
  line.length = strlen (text);
  line.first_of_words = line.remark = TRUE;
  g_array_append_val (painter->lines, line);
}

/* What is drawn, and not written. */
static void
add_box (Painter *painter, const char *what, const PatalBox *box, Line line)
{
  const char *mm = word (painter, N_("mm"));
  /* Translators: on the painter's sheet, where a box stands on the board: "empty box: from the left 747, from the top 979, 256 × 61 mm" */
  g_autofree char *text = g_strdup_printf ("%s: %s %.0f, %s %.0f, %.0f × %.0f %s", what, word (painter, N_("from the left")), box->x,
                                           word (painter, N_("from the top")), box->y, box->width, box->height, mm);

  if (box->width > 0)
    add_remark (painter, text, line);
}

static void
append_edge (GString *edges, double mm)
{
  g_string_append_printf (edges, "%s%.0f", edges->len > 0 ? ", " : "", mm);
}

/* The vertical lines of a row: between its fields, and between label and value. */
static void
add_edges (Painter *painter, guint index, guint row)
{
  const PatalBoardPlan *plan = painter->layout->plan;
  g_autoptr (GString) edges = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = index; i < plan->fields->len; i++)
    {
      const PatalBoardPlanField *field = patal_board_plan_field (plan, i);

      if (i > index && field->row.x == plan->table.x)
        break;
      if (i > index)
        append_edge (edges, field->row.x);
      if (field->label_box.height >= field->row.height)
        append_edge (edges, field->label_box.x + field->label_box.width);
    }
  text = g_strdup_printf ("%s: %s %s", word (painter, N_("vertical lines from the left")), edges->str, word (painter, N_("mm")));
  if (edges->len > 0)
    add_remark (painter, text, (Line) { .row = row });
}

static void
add_field (Painter *painter, guint index, guint row, gboolean first)
{
  const PatalBoardPlan *plan = painter->layout->plan;
  const PatalBoardPlanField *field = patal_board_plan_field (plan, index);
  const PatalBoardWords *words = &painter->layout->words[index];
  Line line = { .row = row, .first = first, .top = field->row.y, .height = field->row.height };

  add_letters (painter, &plan->type, &field->label_letters, line);
  line.first = first && field->label_letters.n_lines == 0;
  if (words->letters.n_lines > 0)
    add_letters (painter, &painter->layout->type, &words->letters, line);
  else if (field->later)
    add_box (painter, word (painter, N_("empty box, filled when the work is completed")), &field->value_box, line);
  else
    add_remark (painter, word (painter, N_("nothing is written here")), line);
}

static void
add_all (Painter *painter)
{
  const PatalBoardPlan *plan = painter->layout->plan;
  guint row = 0, row_start = 0;

  add_box (painter, word (painter, N_("picture of the scheme")), &plan->logo, (Line) { .first = TRUE });
  add_box (painter, word (painter, N_("QR code, stuck on")), &plan->code, (Line) { .first = plan->logo.width <= 0 });
  for (guint i = 0; i < PATAL_N_HEAD; i++)
    add_free (painter, &plan->head[i]);
  for (guint i = 0; i < plan->fields->len; i++)
    {
      gboolean first = patal_board_plan_field (plan, i)->row.x == plan->table.x;

      row += first;
      row_start = first ? i : row_start;
      add_field (painter, i, row, first);
      if (i + 1 == plan->fields->len || patal_board_plan_field (plan, i + 1)->row.x == plan->table.x)
        add_edges (painter, row_start, row);
    }
  add_free (painter, &plan->foot);
  if (!plan->has_back)
    return;
  add_remark (painter, word (painter, N_("The back")), (Line) { .first = TRUE });
  add_free (painter, &plan->back_title);
  for (guint i = 0; i < plan->back->len; i++)
    add_free (painter, &g_array_index (plan->back, PatalBoardLetters, i));
}

/* --- Drawing --- */

static PatalTextStyle
style_of (const Painter *painter, double size, PatalWeight weight)
{
  return (PatalTextStyle) { .size_pt = size, .weight = weight, .lang = painter->lang, .leading = LEADING };
}

/* @text from @x in the height of a line of its size; what is too long for @width is smaller, and on several lines at last. */
static void
put (const Painter *painter, const char *text, double x, double y, double width, PatalTextStyle style, const PatalInk *ink)
{
  double line = style.size_pt * LEADING;
  g_autoptr (PatalParagraph) paragraph = NULL;
  gboolean fits;

  style.wrap = PATAL_WRAP_NEVER;
  paragraph = patal_paragraph_new_fitting (text, &style, width, line, READABLE_PT, &fits);
  if (!fits)
    {
      g_clear_pointer (&paragraph, patal_paragraph_unref);
      style.wrap = PATAL_WRAP_WORDS;
      paragraph = patal_cut_text (text, &style, width, line, SMALLEST_PT, NULL);
    }
  patal_canvas_paragraph (painter->canvas, x, y + (line - patal_paragraph_height (paragraph)) / 2, paragraph, ink);
}

static void
put_number (const Painter *painter, Column column, double mm, double y)
{
  PatalBox box = patal_sheet_box (painter->sheet);
  gboolean fine = painter->layout->plan->type.grid < 1;
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  double x = box.x, width = column_pt[column] - 6;
  PatalTextStyle style = style_of (painter, NUMBER_PT, PATAL_WEIGHT_REGULAR);

  for (guint i = 0; i < column; i++)
    x += column_pt[i];
  g_ascii_formatd (digits, sizeof digits, fine ? "%.1f" : "%.0f", mm);
  put (painter, digits, x + width - patal_text_width (digits, &style), y, width, style, &PATAL_INK_BLACK);
}

static double
words_x (const Painter *painter)
{
  double x = patal_sheet_box (painter->sheet).x + GAP_PT / 2.0;

  for (guint i = 0; i < COLUMN_WORDS; i++)
    x += column_pt[i];
  return x;
}

/* (transfer full): the words of a line, as large as they are read at a ladder's foot; what is too long goes on below, further right. */
static PatalParagraph *
set_line (const Painter *painter, const Line *line)
{
  PatalBox box = patal_sheet_box (painter->sheet);
  PatalTextStyle style = style_of (painter, line->remark ? FACT_PT : line->bold ? VALUE_PT : LABEL_PT,
                                   line->bold ? PATAL_WEIGHT_BOLD : PATAL_WEIGHT_REGULAR);
  g_autofree char *text = g_strndup (line->text, line->length);

  style.wrap = PATAL_WRAP_WORDS;
  if (!line->remark)
    style.lang = painter->layout->plan->type.lang;
  return patal_paragraph_new (text, &style, box.x + box.width - words_x (painter));
}

static void
measure_lines (Painter *painter)
{
  for (guint i = 0; i < painter->lines->len; i++)
    {
      Line *line = &g_array_index (painter->lines, Line, i);
      g_autoptr (PatalParagraph) words = set_line (painter, line);

      line->tall = patal_paragraph_height (words) + (line->first ? BLOCK_PT : 0);
    }
}

static void
draw_line (const Painter *painter, const Line *line, double y)
{
  PatalBox box = patal_sheet_box (painter->sheet);
  g_autoptr (PatalParagraph) words = set_line (painter, line);
  double size = line->bold ? VALUE_PT : LABEL_PT, numbers_y;

  if (line->first)
    {
      patal_canvas_rule (painter->canvas, box.x, y, box.x + box.width, y, &thin);
      y += BLOCK_PT;
    }
  numbers_y = y + LEADING * (size - NUMBER_PT) / 2; /* of the first line */
  if (line->first && line->row > 0)
    {
      char row[16];

      g_snprintf (row, sizeof row, "%u", line->row);
      put (painter, row, box.x + 6, numbers_y, column_pt[COLUMN_ROW], style_of (painter, NUMBER_PT, PATAL_WEIGHT_BOLD), &PATAL_INK_BLACK);
    }
  if (line->first && line->height > 0)
    {
      put_number (painter, COLUMN_TOP, line->top, numbers_y);
      put_number (painter, COLUMN_HEIGHT, line->height, numbers_y);
    }
  if (line->left > 0)
    {
      put_number (painter, COLUMN_HEADLINE, line->headline, numbers_y);
      put_number (painter, COLUMN_LEFT, line->left, numbers_y);
    }
  if (line->first_of_words && !line->remark)
    put_number (painter, COLUMN_LETTER, line->letter, numbers_y);
  patal_canvas_paragraph (painter->canvas, words_x (painter), y, words, line->remark ? &grey : &PATAL_INK_BLACK);
}

static double
head_height (void)
{
  return 3 * HEAD_PT * LEADING + 4;
}

/* What the columns are; "mm" below each that is a length. */
static void
draw_head (const Painter *painter, double y)
{
  /* Translators: columns of the painter's sheet; all but the first and the last are in mm. The headline is the line on which letters hang. */
  static const char *const titles[N_COLUMNS] = { N_("row"), N_("row from the top"), N_("row height"), N_("headline from the top"),
                                                 N_("words from the left"), N_("letter height"), N_("words to paint") };
  PatalBox box = patal_sheet_box (painter->sheet);
  PatalTextStyle style = style_of (painter, HEAD_PT, PATAL_WEIGHT_BOLD);
  double x = box.x;

  patal_canvas_fill_box (painter->canvas, &(PatalBox) { box.x, y, box.width, head_height () }, &light);
  for (guint i = 0; i < COLUMN_WORDS; x += column_pt[i++])
    {
      PatalTextStyle cell = style;
      g_autoptr (PatalParagraph) title = NULL;
      g_autofree char *text = i == COLUMN_ROW ? g_strdup (word (painter, titles[i])) : g_strdup_printf ("%s\n%s", word (painter, titles[i]), word (painter, N_("mm")));

      cell.align = i == COLUMN_ROW ? PATAL_ALIGN_START : PATAL_ALIGN_END;
      title = patal_paragraph_new_fitting (text, &cell, column_pt[i] - 6, head_height (), SMALLEST_PT, NULL);
      patal_canvas_paragraph (painter->canvas, x + (i == COLUMN_ROW ? 6 : 0), y + 2, title, &PATAL_INK_BLACK);
    }
  put (painter, word (painter, titles[COLUMN_WORDS]), words_x (painter), y + 2, box.x + box.width - words_x (painter), style, &PATAL_INK_BLACK);
}

static void
draw_swatch (const Painter *painter, double x, double y, const char *name, guint32 colour)
{
  const PatalInk ink = { (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0, 1 };
  const PatalBox box = { x, y + (FACT_PT * LEADING - SWATCH_PT) / 2, SWATCH_PT * 1.6, SWATCH_PT };
  g_autofree char *text = g_strdup_printf ("%s  #%06X", name, colour);

  patal_canvas_fill_box (painter->canvas, &box, &ink);
  patal_canvas_stroke_box (painter->canvas, &box, &thin);
  put (painter, text, x + box.width + 6, y, 200, style_of (painter, FACT_PT, PATAL_WEIGHT_REGULAR), &PATAL_INK_BLACK);
}

static double
picture_height (const Painter *painter)
{
  const PatalBoardPlan *plan = painter->layout->plan;
  PatalBox box = patal_sheet_box (painter->sheet);

  return MIN (box.width * PICTURE_SHARE * plan->height / plan->width, box.height * PICTURE_SHARE);
}

static double
facts_height (const Painter *painter)
{
  double facts = TITLE_PT * LEADING + 2 * NAME_PT * LEADING + 5 * FACT_PT * LEADING;

  return MAX (facts, picture_height (painter)) + GAP_PT;
}

/* The work's name, and what tells it from others of that name, where the template has it. */
static char *
heading_of (const PatalBoardLayout *layout)
{
  static const char *const telling[] = { "gp", "place", "work_code" };
  GString *heading = g_string_new (layout->name);

  for (guint i = 0; i < G_N_ELEMENTS (telling); i++)
    for (guint k = 0; k < patal_board_layout_n_fields (layout); k++)
      {
        const PatalBoardField *field = patal_board_layout_field (layout, k);

        if (g_str_equal (field->id, telling[i]) && *field->value != '\0')
          g_string_append_printf (heading, " · %s", field->value);
      }
  return g_string_free (heading, FALSE);
}

/* The board's own numbers beside its picture. */
static void
draw_facts (const Painter *painter)
{
  const PatalBoardPlan *plan = painter->layout->plan;
  PatalBox box = patal_sheet_box (painter->sheet);
  double picture = picture_height (painter), picture_width = picture * plan->width / plan->height, y = box.y;
  double width = box.width - picture_width - GAP_PT;
  const char *mm = word (painter, N_("mm"));
  g_autofree char *size = patal_board_size_format (plan->width, plan->height, painter->lang);
  g_autofree char *board = g_strdup_printf ("%s: %s (%.0f × %.0f %s)", word (painter, N_("Board")), size, plan->width, plan->height, mm);
  g_autofree char *border = g_strdup_printf ("%s: %.0f %s", word (painter, N_("Width of the border")), plan->border_width, mm);
  PatalTextStyle style = style_of (painter, NAME_PT, PATAL_WEIGHT_REGULAR);
  g_autofree char *heading = heading_of (painter->layout);
  g_autoptr (PatalParagraph) name = NULL;

  style.lang = plan->type.lang;
  name = patal_paragraph_new_fitting (heading, &style, width, 2 * NAME_PT * LEADING, SMALLEST_PT, NULL);
  put (painter, word (painter, N_("Painter's sheet")), box.x, y, width, style_of (painter, TITLE_PT, PATAL_WEIGHT_BOLD), &PATAL_INK_BLACK);
  y += TITLE_PT * LEADING;
  patal_canvas_paragraph (painter->canvas, box.x, y, name, &PATAL_INK_BLACK);
  y += 2 * NAME_PT * LEADING;
  style = style_of (painter, FACT_PT, PATAL_WEIGHT_REGULAR);
  put (painter, board, box.x, y, width, style, &PATAL_INK_BLACK);
  put (painter, border, box.x, y += FACT_PT * LEADING, width, style, &PATAL_INK_BLACK);
  draw_swatch (painter, box.x, y += FACT_PT * LEADING, word (painter, N_("Ground")), plan->ground);
  draw_swatch (painter, box.x, y += FACT_PT * LEADING, word (painter, N_("Border, title and labels")), plan->border);
  draw_swatch (painter, box.x, y += FACT_PT * LEADING, word (painter, N_("Letters")), plan->ink);
  patal_board_layout_draw (painter->layout, PATAL_BOARD_FRONT, painter->canvas,
                           &(PatalBox) { box.x + box.width - picture_width, box.y, picture_width, picture });
}

/* --- Pages --- */

/* The height of what stands together from line @first on. */
static double
block_height (const Painter *painter, guint first)
{
  double height = 0;

  for (guint i = first; i < painter->lines->len && (i == first || !g_array_index (painter->lines, Line, i).first); i++)
    height += g_array_index (painter->lines, Line, i).tall;
  return height;
}

static double
page_room (const Painter *painter)
{
  PatalBox box = patal_sheet_box (painter->sheet);

  return box.y + box.height - FOOT_PT;
}

/* The head of a page; where its lines begin. */
static double
begin_page (const Painter *painter, guint page, PatalCanvas *canvas)
{
  double y = patal_sheet_box (painter->sheet).y + (page == 0 ? facts_height (painter) : 0);

  if (canvas != NULL && page == 0)
    draw_facts (painter);
  if (canvas != NULL)
    draw_head (painter, y);
  return y + head_height ();
}

/* Draws page @wanted, if there is a canvas; gives how many there are. */
static guint
walk (Painter *painter, guint wanted)
{
  PatalCanvas *canvas = painter->canvas;
  double bottom = page_room (painter), y = begin_page (painter, 0, wanted == 0 ? canvas : NULL);
  guint page = 0;

  for (guint i = 0; i < painter->lines->len; i++)
    {
      const Line *line = &g_array_index (painter->lines, Line, i);
      double whole = block_height (painter, i), height = line->tall;
      double top = patal_sheet_box (painter->sheet).y + head_height ();

      if (y + height > bottom || (line->first && y + whole > bottom && whole <= bottom - top))
        {
          page++;
          y = begin_page (painter, page, page == wanted ? canvas : NULL);
        }
      if (canvas != NULL && page == wanted)
        draw_line (painter, line, y);
      y += height;
    }
  return page + 1;
}

static void
painter_init (Painter *painter, const PatalBoardLayout *layout, const PatalSheetSize *sheet, const PatalWords *words)
{
  *painter = (Painter) { .layout = layout, .sheet = sheet, .words = words, .lang = patal_words_lang (words) };
  painter->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  painter->remarks = g_string_chunk_new (512);
  add_all (painter);
  measure_lines (painter);
}

static void
painter_clear (Painter *painter)
{
  g_array_unref (painter->lines);
  g_string_chunk_free (painter->remarks);
}

guint
patal_board_painter_count (const PatalBoardLayout *layout, const PatalSheetSize *sheet, const PatalWords *words)
{
  Painter painter;
  guint n;

  painter_init (&painter, layout, sheet, words);
  n = walk (&painter, G_MAXUINT);
  painter_clear (&painter);
  return n;
}

void
patal_board_painter_draw (const PatalBoardLayout *layout, guint page, PatalCanvas *canvas, const PatalSheetSize *sheet,
                          const PatalWords *words)
{
  PatalBox box = patal_sheet_box (sheet);
  g_autofree char *number = NULL;
  Painter painter;
  guint n;

  painter_init (&painter, layout, sheet, words);
  painter.canvas = canvas;
  patal_canvas_tag_begin (canvas, PATAL_TAG_PARAGRAPH, painter.lang, NULL);
  n = walk (&painter, page);
  number = g_strdup_printf ("%s %u / %u", word (&painter, N_("Sheet")), page + 1, n);
  put (&painter, number, box.x, page_room (&painter) + 2, box.width, style_of (&painter, HEAD_PT, PATAL_WEIGHT_REGULAR), &grey);
  patal_canvas_tag_end (canvas);
  painter_clear (&painter);
}
