/* patal-table-pages.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-table-layout.h"

#define TITLE_PT 15
#define PLACE_PT 11
#define LINE_PT 10
#define FOOT_PT 8
#define HEAD_GAP 6
#define DROP 0.8 /* letters seem to stand in the middle when there is a little more above them than below */
#define SMALLEST_LABEL 0.7 /* of the cells' size */

static const PatalStroke grid = { .ink = { 0.45, 0.45, 0.45, 1 }, .width = 0.4 };
static const PatalInk shade = { 0.91, 0.91, 0.91, 1 };
static const PatalInk light = { 0.96, 0.96, 0.96, 1 };

struct _PatalTablePages
{
  PatalTableLayout *layout;
};

static double
left_of (const PatalTableLayout *layout)
{
  return layout->size.margin;
}

/* The language of a name in a document of @lang: places and people are written in both scripts. */
static PatalLang
lang_of (const char *text, PatalLang lang)
{
  gboolean latin = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c >= 0x0900 && c <= 0x097f)
        return PATAL_LANG_HI;
      latin = latin || g_ascii_isalpha (*text);
    }
  return latin ? PATAL_LANG_EN : lang;
}

/* Text from @y on over the whole width; gives its height. Without a canvas it is only measured. */
static double
draw_text (const PatalTableLayout *layout, PatalCanvas *canvas, double y, const char *text, const PatalTextStyle *style, PatalTag tag)
{
  g_autoptr (PatalParagraph) paragraph = patal_paragraph_new (text, style, patal_table_layout_room (layout));

  if (canvas != NULL)
    {
      patal_canvas_tag_begin (canvas, tag, lang_of (text, style->lang), NULL);
      patal_canvas_paragraph (canvas, left_of (layout), y, paragraph, &PATAL_INK_BLACK);
      patal_canvas_tag_end (canvas);
    }
  return patal_paragraph_height (paragraph);
}

double
patal_table_head_draw (const PatalTableLayout *layout, PatalCanvas *canvas, double y)
{
  const PatalTableFrame *frame = patal_table_frame (layout->table);
  PatalTextStyle style = { .weight = PATAL_WEIGHT_BOLD, .size_pt = TITLE_PT, .align = PATAL_ALIGN_CENTER,
                           .wrap = PATAL_WRAP_BALANCED, .lang = frame->lang };
  double from = y;

  if (frame->title != NULL)
    y += draw_text (layout, canvas, y, frame->title, &style, PATAL_TAG_TITLE);
  style.weight = PATAL_WEIGHT_REGULAR;
  style.size_pt = PLACE_PT;
  if (frame->place != NULL)
    y += draw_text (layout, canvas, y, frame->place, &style, PATAL_TAG_PARAGRAPH);
  style.size_pt = LINE_PT;
  style.wrap = PATAL_WRAP_WORDS;
  if (frame->as_on_line != NULL || frame->unit_line != NULL)
    {
      double as_on = 0, unit = 0;
      g_autofree char *both = g_strconcat (frame->as_on_line != NULL ? frame->as_on_line : "", "    ",
                                           frame->unit_line != NULL ? frame->unit_line : "", NULL);
      gboolean one_line = patal_text_width (both, &style) <= patal_table_layout_room (layout);

      style.align = PATAL_ALIGN_START;
      if (frame->as_on_line != NULL)
        as_on = draw_text (layout, canvas, y, frame->as_on_line, &style, PATAL_TAG_PARAGRAPH);
      style.align = PATAL_ALIGN_END;
      if (frame->unit_line != NULL)
        unit = draw_text (layout, canvas, one_line ? y : y + as_on, frame->unit_line, &style, PATAL_TAG_PARAGRAPH);
      y += one_line ? MAX (as_on, unit) : as_on + unit;
    }
  return y > from ? y - from + HEAD_GAP : 0;
}

/* --- Cells --- */

static double
column_x (const PatalTableLayout *layout, guint column)
{
  double x = left_of (layout);

  for (guint c = 0; c < column; c++)
    x += layout->columns[c].width;
  return x;
}

/* @least: the height in whose middle the text stands, if it is lower. */
static void
draw_cell_text (PatalCanvas *canvas, const PatalBox *box, double least, const char *text, const PatalTextStyle *style)
{
  double width = box->width - 2 * PATAL_CELL_PAD_X;
  g_autoptr (PatalParagraph) paragraph = NULL;
  gboolean cut;
  double air;

  if (*text == '\0')
    return;
  paragraph = patal_paragraph_new (text, style, width);
  air = MAX (least - 2 * PATAL_CELL_PAD_Y - patal_paragraph_height (paragraph), 0) / 2;
  cut = patal_paragraph_height (paragraph) > box->height - 2 * PATAL_CELL_PAD_Y + 0.1;
  if (cut)
    {
      patal_canvas_save (canvas);
      patal_canvas_clip_box (canvas, box);
    }
  patal_canvas_paragraph (canvas, box->x + PATAL_CELL_PAD_X, box->y + air + PATAL_CELL_PAD_Y + DROP, paragraph, &PATAL_INK_BLACK);
  if (cut)
    patal_canvas_restore (canvas);
}

/* @tag: what kind of cell it is, over how many columns. */
static void
draw_cell (PatalCanvas *canvas, const PatalBox *box, const char *text, const PatalTextStyle *style, PatalTag tag, guint n_columns)
{
  patal_canvas_tag_cell (canvas, tag, lang_of (text, style->lang), n_columns);
  draw_cell_text (canvas, box, 0, text, style);
  patal_canvas_tag_end (canvas);
}

static void
draw_row (const PatalTableLayout *layout, PatalCanvas *canvas, double y, const PatalBand *band)
{
  PatalTextStyle style = patal_table_layout_style (layout, PATAL_WEIGHT_REGULAR);
  double x = left_of (layout);

  for (guint c = 0; c < patal_table_n_columns (layout->table); c++)
    {
      const PatalColumnLayout *column = &layout->columns[c];
      g_autofree char *made = NULL;
      const char *text;

      style.align = column->align;
      style.wrap = column->wraps ? PATAL_WRAP_WORDS : PATAL_WRAP_NEVER;
      text = patal_table_layout_text (layout->table, band->index, c, &made);
      patal_canvas_tag_cell (canvas, PATAL_TAG_CELL, lang_of (text, style.lang), 1);
      draw_cell_text (canvas, &(PatalBox) { x, y, column->width, band->height }, layout->least_row, text, &style);
      patal_canvas_tag_end (canvas);
      x += column->width;
    }
}

static guint
first_total (const PatalTable *table)
{
  guint c = 0;

  while (c < patal_table_n_columns (table) && patal_table_column (table, c)->total == PATAL_TOTAL_NONE)
    c++;
  return c;
}

static const char *
total_word (const PatalTableLayout *layout)
{
  const char *word = patal_table_frame (layout->table)->total_word;

  return word != NULL ? word : "";
}

/* What a line of sums is, in the columns before the first sum; where these are too narrow even for small letters, only "total", or
 * nothing: the ground tells sums from rows. */
static void
draw_label (const PatalTableLayout *layout, PatalCanvas *canvas, double y, double width, const char *label)
{
  PatalTextStyle style = patal_table_layout_style (layout, PATAL_WEIGHT_BOLD);
  const char *wordings[] = { label, total_word (layout) };

  style.align = PATAL_ALIGN_END;
  style.wrap = PATAL_WRAP_NEVER;
  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      gboolean fits;
      g_autoptr (PatalParagraph) fitted = patal_paragraph_new_fitting (wordings[i], &style, width - 2 * PATAL_CELL_PAD_X,
        patal_table_layout_line (layout), layout->text_pt * SMALLEST_LABEL, &fits);

      if (fits)
        {
          patal_canvas_paragraph (canvas, left_of (layout) + PATAL_CELL_PAD_X, y + PATAL_CELL_PAD_Y, fitted, &PATAL_INK_BLACK);
          return;
        }
    }
}

/* A line of sums, as @sum_text words them, after what they are. */
typedef char *(*SumText) (const PatalTableLayout *layout, guint column, guint which);

static void
draw_sums (const PatalTableLayout *layout, PatalCanvas *canvas, double y, const char *label, SumText sum_text, guint which)
{
  PatalTextStyle style = patal_table_layout_style (layout, PATAL_WEIGHT_BOLD);
  guint first = first_total (layout->table);
  double x = column_x (layout, first), height = patal_table_layout_line (layout);

  patal_canvas_fill_box (canvas, &(PatalBox) { left_of (layout), y, patal_table_layout_room (layout), height }, &light);
  style.align = PATAL_ALIGN_END;
  style.wrap = PATAL_WRAP_NEVER;
  if (first > 0)
    {
      patal_canvas_tag_cell (canvas, PATAL_TAG_ROW_HEAD_CELL, lang_of (label, style.lang), first);
      draw_label (layout, canvas, y, x - left_of (layout), label);
      patal_canvas_tag_end (canvas);
    }
  for (guint c = first; c < patal_table_n_columns (layout->table); c++)
    {
      g_autofree char *text = sum_text (layout, c, which);

      draw_cell (canvas, &(PatalBox) { x, y, layout->columns[c].width, height }, text, &style, PATAL_TAG_CELL, 1);
      x += layout->columns[c].width;
    }
}

static char *
total_text (const PatalTableLayout *layout, guint column, G_GNUC_UNUSED guint which)
{
  return patal_table_total_text (layout->table, column);
}

static char *
group_text (const PatalTableLayout *layout, guint column, guint which)
{
  PatalTableGroup group = patal_table_group (layout->table, which);

  return patal_table_sum_text (layout->table, column, group.first_row, group.n_rows);
}

/* What the pages before page @which come to. */
static char *
carried_text (const PatalTableLayout *layout, guint column, guint which)
{
  gint64 sum = g_array_index (layout->sums, gint64, which * patal_table_n_columns (layout->table) + column);

  if (layout->columns[column].first_entry >= g_array_index (layout->pages, PatalPageBands, which).rows_before)
    return g_strdup ("");
  return patal_table_number_text (layout->table, column, sum);
}

/* --- Bands --- */

static void
draw_group (const PatalTableLayout *layout, PatalCanvas *canvas, double y, const PatalBand *band)
{
  PatalTextStyle style = patal_table_layout_style (layout, PATAL_WEIGHT_BOLD);
  PatalTableGroup group = patal_table_group (layout->table, band->index);
  PatalBox box = { left_of (layout), y, patal_table_layout_room (layout), band->height };

  patal_canvas_fill_box (canvas, &box, &shade);
  patal_canvas_bookmark (canvas, layout->level, y, group.title);
  style.wrap = PATAL_WRAP_NEVER;
  draw_cell (canvas, &box, group.title, &style, PATAL_TAG_ROW_HEAD_CELL, patal_table_n_columns (layout->table));
}

static void
draw_subtotal (const PatalTableLayout *layout, PatalCanvas *canvas, double y, const PatalBand *band)
{
  g_autofree char *label = patal_table_subtotal_word (layout->table, band->index);

  draw_sums (layout, canvas, y, label, group_text, band->index);
}

static void
draw_signatures (const PatalTableLayout *layout, PatalCanvas *canvas, double y, const PatalBand *band)
{
  const PatalTableFrame *frame = patal_table_frame (layout->table);
  PatalTextStyle style = { .weight = PATAL_WEIGHT_REGULAR, .size_pt = LINE_PT, .align = PATAL_ALIGN_CENTER, .lang = frame->lang };
  double width = patal_table_layout_room (layout) / G_N_ELEMENTS (frame->signatures);

  for (guint i = 0; i < G_N_ELEMENTS (frame->signatures); i++)
    if (frame->signatures[i] != NULL)
      {
        /* the name of the office goes below the place to sign */
        g_autoptr (PatalParagraph) office = patal_paragraph_new_fitting (frame->signatures[i], &style,
          width - 4 * PATAL_CELL_PAD_X, band->height / 2, FOOT_PT, NULL);

        patal_canvas_tag_begin (canvas, PATAL_TAG_PARAGRAPH, lang_of (frame->signatures[i], style.lang), NULL);
        patal_canvas_paragraph (canvas, left_of (layout) + width * i + 2 * PATAL_CELL_PAD_X,
                                y + band->height - patal_paragraph_height (office), office, &PATAL_INK_BLACK);
        patal_canvas_tag_end (canvas);
      }
}

static void
draw_empty (const PatalTableLayout *layout, PatalCanvas *canvas, double y, const PatalBand *band)
{
  PatalTextStyle style = patal_table_layout_style (layout, PATAL_WEIGHT_REGULAR);
  PatalBox box = { left_of (layout), y + band->height / 4, patal_table_layout_room (layout), band->height };

  style.align = PATAL_ALIGN_CENTER;
  draw_cell (canvas, &box, patal_words_get (layout->words, "There are no entries"), &style, PATAL_TAG_CELL,
             patal_table_n_columns (layout->table));
}

static void
draw_note (const PatalTableLayout *layout, PatalCanvas *canvas, double y)
{
  PatalTextStyle style = patal_table_layout_style (layout, PATAL_WEIGHT_REGULAR);

  style.size_pt = PATAL_NOTE_PT;
  draw_text (layout, canvas, y + 2 * PATAL_CELL_PAD_Y, patal_table_frame (layout->table)->note, &style, PATAL_TAG_PARAGRAPH);
}

static void
draw_band (const PatalTableLayout *layout, PatalCanvas *canvas, double y, const PatalBand *band)
{
  switch (band->kind)
    {
    case PATAL_BAND_ROW:
      draw_row (layout, canvas, y, band);
      break;
    case PATAL_BAND_GROUP:
      draw_group (layout, canvas, y, band);
      break;
    case PATAL_BAND_SUBTOTAL:
      draw_subtotal (layout, canvas, y, band);
      break;
    case PATAL_BAND_TOTAL:
      draw_sums (layout, canvas, y, total_word (layout), total_text, 0);
      break;
    case PATAL_BAND_EMPTY:
      draw_empty (layout, canvas, y, band);
      break;
    case PATAL_BAND_NOTE:
      draw_note (layout, canvas, y);
      break;
    case PATAL_BAND_SIGNATURES:
      draw_signatures (layout, canvas, y, band);
      break;
    default:
      g_return_if_reached ();
    }
}

/* --- A page --- */

static void
draw_titles (const PatalTableLayout *layout, PatalCanvas *canvas, double y)
{
  PatalTextStyle style = patal_table_layout_style (layout, PATAL_WEIGHT_BOLD);
  double x = left_of (layout);

  patal_canvas_fill_box (canvas, &(PatalBox) { x, y, patal_table_layout_room (layout), layout->head_height }, &shade);
  style.align = PATAL_ALIGN_CENTER;
  for (guint c = 0; c < patal_table_n_columns (layout->table); c++)
    {
      draw_cell (canvas, &(PatalBox) { x, y, layout->columns[c].width, layout->head_height },
                 patal_table_column (layout->table, c)->title, &style, PATAL_TAG_HEAD_CELL, 1);
      x += layout->columns[c].width;
    }
}

static void
draw_foot (const PatalTableLayout *layout, PatalCanvas *canvas, guint page)
{
  const PatalTableFrame *frame = patal_table_frame (layout->table);
  PatalTextStyle style = { .weight = PATAL_WEIGHT_REGULAR, .size_pt = FOOT_PT, .wrap = PATAL_WRAP_NEVER, .lang = frame->lang };
  double y = layout->size.height - layout->size.margin + FOOT_PT / 2.0;
  /* Translators: the foot of a printed page, followed by its number. */
  g_autofree char *number = g_strdup_printf ("%s %u / %u", patal_words_get (layout->words, "Page"), page + 1,
                                             layout->pages->len);

  patal_canvas_tag_begin (canvas, PATAL_TAG_ARTIFACT, frame->lang, NULL);
  if (frame->title != NULL && page > 0)
    {
      g_autoptr (PatalParagraph) title = patal_paragraph_new_fitting (frame->title, &style,
        patal_table_layout_room (layout) * 0.8, 2 * FOOT_PT, FOOT_PT / 2.0, NULL);

      patal_canvas_paragraph (canvas, left_of (layout), y, title, &PATAL_INK_BLACK);
    }
  style.align = PATAL_ALIGN_END;
  draw_text (layout, canvas, y, number, &style, PATAL_TAG_PARAGRAPH);
  patal_canvas_tag_end (canvas);
}

/* Lines between the columns do not go through headings and sums, which stand over several of them. */
static void
draw_grid (const PatalTableLayout *layout, PatalCanvas *canvas, double y, double height, PatalBandKind kind)
{
  guint n_columns = patal_table_n_columns (layout->table);
  gboolean sums = kind == PATAL_BAND_SUBTOTAL || kind == PATAL_BAND_TOTAL;
  guint from = kind == PATAL_BAND_ROW ? 1 : sums ? MAX (first_total (layout->table), 1) : n_columns;

  for (guint c = from; c < n_columns; c++)
    patal_canvas_rule (canvas, column_x (layout, c), y, column_x (layout, c), y + height, &grid);
  patal_canvas_stroke_box (canvas, &(PatalBox) { left_of (layout), y, patal_table_layout_room (layout), height }, &grid);
}

static double
draw_carried (const PatalTableLayout *layout, PatalCanvas *canvas, double y, const char *label, guint page)
{
  double height = patal_table_layout_line (layout);

  patal_canvas_tag_begin (canvas, PATAL_TAG_ARTIFACT, patal_words_lang (layout->words), NULL);
  draw_sums (layout, canvas, y, label, carried_text, page);
  draw_grid (layout, canvas, y, height, PATAL_BAND_TOTAL);
  patal_canvas_tag_end (canvas);
  return height;
}

/* The table's part of a page; gives where it ends, and moves @i behind its last band. */
static double
draw_table (const PatalTableLayout *layout, PatalCanvas *canvas, double y, guint page, guint *i)
{
  const PatalPageBands *own = &g_array_index (layout->pages, PatalPageBands, page);
  PatalLang lang = patal_words_lang (layout->words);

  patal_canvas_tag_begin (canvas, page == 0 ? PATAL_TAG_ROW : PATAL_TAG_ARTIFACT, lang, NULL);
  draw_titles (layout, canvas, y);
  patal_canvas_tag_end (canvas);
  draw_grid (layout, canvas, y, layout->head_height, PATAL_BAND_ROW);
  y += layout->head_height;
  if (own->rows_before > 0 && patal_table_has_total (layout->table))
    /* Translators: the sum of the pages before, at the head of a page of a table. */
    y += draw_carried (layout, canvas, y, patal_words_get (layout->words, "Brought forward"), page);
  for (; *i < own->first_band + own->n_bands; (*i)++)
    {
      const PatalBand *band = &g_array_index (layout->bands, PatalBand, *i);

      if (band->kind >= PATAL_BAND_NOTE)
        break;
      patal_canvas_tag_begin (canvas, PATAL_TAG_ROW, lang, NULL);
      draw_band (layout, canvas, y, band);
      patal_canvas_tag_end (canvas);
      draw_grid (layout, canvas, y, band->height, band->kind);
      y += band->height;
    }
  if (own->carries)
    /* Translators: the sum up to the foot of a page of a table, taken over to the next page. */
    draw_carried (layout, canvas, y, patal_words_get (layout->words, "Carried forward"), page + 1);
  return y;
}

void
patal_table_pages_draw (const PatalTablePages *pages, PatalCanvas *canvas, guint page)
{
  const PatalTableLayout *layout = pages->layout;
  const PatalPageBands *own = &g_array_index (layout->pages, PatalPageBands, page);
  guint i = own->first_band;
  double y = patal_table_layout_top (layout, page);

  g_return_if_fail (page < layout->pages->len);

  if (page == 0)
    patal_table_head_draw (layout, canvas, layout->size.margin);
  if (page == 0)
    patal_canvas_tag_begin (canvas, PATAL_TAG_TABLE, patal_words_lang (layout->words), NULL);
  else
    patal_canvas_tag_go_on (canvas, PATAL_TAG_TABLE, patal_words_lang (layout->words));
  y = draw_table (layout, canvas, y, page, &i);
  patal_canvas_tag_end (canvas);
  for (; i < own->first_band + own->n_bands; i++)
    {
      const PatalBand *band = &g_array_index (layout->bands, PatalBand, i);

      draw_band (layout, canvas, y, band);
      y += band->height;
    }
  draw_foot (layout, canvas, page);
}

PatalTablePages *
patal_table_pages_new (const PatalTable *table, const PatalTableSetup *setup, PatalWords *words, const PatalProgress *progress,
                       GError **error)
{
  PatalTableLayout *layout = patal_table_layout_new (table, setup, words, progress, error);
  PatalTablePages *pages;

  if (layout == NULL)
    return NULL;
  pages = g_new (PatalTablePages, 1);
  pages->layout = layout;
  return pages;
}

void
patal_table_pages_free (PatalTablePages *pages)
{
  if (pages == NULL)
    return;
  patal_table_layout_free (pages->layout);
  g_free (pages);
}

const char *
patal_table_pages_title (const PatalTablePages *pages)
{
  const char *title = patal_table_frame (pages->layout->table)->title;

  return title != NULL ? title : "";
}

guint
patal_table_pages_count (const PatalTablePages *pages)
{
  return pages->layout->pages->len;
}

PatalSheetSize
patal_table_pages_size (const PatalTablePages *pages)
{
  return pages->layout->size;
}

void
patal_table_pages_set_level (PatalTablePages *pages, guint level)
{
  pages->layout->level = level;
}
