/* patal-letter-flow.c: a plain letter on as many pages as it needs
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-cut-text.h"
#include "patal-letter-marks.h"
#include "patal-table-layout.h"
#include <string.h>

#define OFFICE_PT 16.0
#define UNDER_OFFICE_PT 11.0
#define TITLE_PT 14.0
#define TEXT_PT 11.5
#define FOOT_PT 9.0
#define LEADING 1.55
#define GAP 7.0
#define LABEL_WIDTH 76.0
#define COPY_INDENT 20.0
#define MOST_FOOT_LINES 4.0
#define FEW_LINES 2 /* of a paragraph, so many stand together at the foot and at the head of a page */
#define GRID_GREY 0.45
#define GRID 0.4
#define HEAD_GREY 0.91
#define SUM_GREY 0.96

typedef struct
{
  PatalLetterLayout *layout;
  const PatalLetterFrame *frame;
  PatalWords *words;
  PatalBox sheet; /* between the margins */
  double y;
  double tail; /* height of what must stand on the page where the last lines of what is being set stand */
} Flow;

static double
room (const Flow *flow)
{
  return flow->sheet.y + flow->sheet.height - flow->y;
}

static gboolean
is_at_top (const Flow *flow)
{
  return flow->y <= flow->sheet.y;
}

static void
next_page (Flow *flow)
{
  patal_letter_layout_page (flow->layout);
  flow->y = flow->sheet.y;
}

/* --- Lines --- */

static PatalTextStyle
text_style (const Flow *flow, double size_pt)
{
  return (PatalTextStyle) {
    .weight = PATAL_WEIGHT_REGULAR, .size_pt = size_pt, .leading = LEADING, .lang = flow->frame->lang
  };
}

/* How many of @left lines, @height each, go on this page; 0: all on the next. No line stands alone there or
 * here, where there are more, and the last ones wait for the tail. */
static guint
lines_here (const Flow *flow, guint left, double height)
{
  guint fit = (guint) MAX (0, (room (flow) + 0.01) / height);

  if (fit >= left && left * height + flow->tail <= room (flow) + 0.01)
    return left;
  if (is_at_top (flow) && left <= FEW_LINES) /* a page's worth of tail: nothing would be won */
    return left;
  fit = MIN (fit, left > FEW_LINES ? left - FEW_LINES : 0);
  if (fit < FEW_LINES)
    return is_at_top (flow) ? MAX (fit, 1) : 0;
  return fit;
}

/* A text of the whole or a part of the width, over pages. */
static void
set_text (Flow *flow, const char *text, const PatalTextStyle *style, double x, double width, PatalTag tag)
{
  g_autoptr (PatalParagraph) paragraph = patal_paragraph_new (text, style, width);
  guint n = patal_paragraph_n_lines (paragraph), done = 0;
  double height = n > 0 ? patal_paragraph_height (paragraph) / n : 0;

  while (done < n)
    {
      guint here = lines_here (flow, n - done, height);

      if (here == 0)
        {
          next_page (flow);
          continue;
        }
      patal_letter_mark_tag (flow->layout, tag, style->lang, 0, done > 0);
      patal_letter_mark_lines (flow->layout, x, flow->y, width, style, paragraph, done, here);
      patal_letter_mark_tag_end (flow->layout);
      flow->y += here * height;
      done += here;
      if (done < n)
        next_page (flow);
    }
}

/* --- Around the text --- */

static void
set_office (Flow *flow)
{
  g_auto (GStrv) parts = g_strsplit (flow->frame->office != NULL ? flow->frame->office : "", "\n", 2);
  PatalTextStyle style = text_style (flow, OFFICE_PT);

  if (parts[0] == NULL)
    return;
  style.weight = PATAL_WEIGHT_BOLD;
  style.align = PATAL_ALIGN_CENTER;
  style.wrap = PATAL_WRAP_BALANCED;
  style.leading = 1.4;
  set_text (flow, parts[0], &style, flow->sheet.x, flow->sheet.width, PATAL_TAG_HEADING);
  style.size_pt = UNDER_OFFICE_PT;
  style.weight = PATAL_WEIGHT_REGULAR;
  if (parts[1] != NULL)
    set_text (flow, parts[1], &style, flow->sheet.x, flow->sheet.width, PATAL_TAG_PARAGRAPH);
  flow->y += 2;
  patal_letter_mark_rule (flow->layout, flow->sheet.x, flow->y, flow->sheet.x + flow->sheet.width, flow->y, 1,
                          0.2, FALSE);
  flow->y += GAP;
}

/* The number at the left, the day at the right. */
static void
set_number (Flow *flow)
{
  const char *texts[] = { flow->frame->number, flow->frame->day };
  const char *labels[] = { patal_words_get (flow->words, "No.:"), patal_words_get (flow->words, "Date:") };
  double from = flow->y, low = flow->y;

  for (guint i = 0; i < 2; i++)
    if (texts[i] != NULL)
      {
        g_autofree char *text = g_strdup_printf ("%s %s", labels[i], texts[i]);
        PatalTextStyle style = text_style (flow, TEXT_PT);

        style.align = i == 0 ? PATAL_ALIGN_START : PATAL_ALIGN_END;
        flow->y = from;
        set_text (flow, text, &style, flow->sheet.x + flow->sheet.width * 0.6 * i,
                  flow->sheet.width * (i == 0 ? 0.58 : 0.4), PATAL_TAG_PARAGRAPH);
        low = MAX (low, flow->y);
      }
  flow->y = low > from ? low + GAP : from;
}

static void
set_title (Flow *flow)
{
  PatalTextStyle style = text_style (flow, TITLE_PT);

  if (flow->frame->title == NULL)
    return;
  style.weight = PATAL_WEIGHT_BOLD;
  style.align = PATAL_ALIGN_CENTER;
  style.wrap = PATAL_WRAP_BALANCED;
  set_text (flow, flow->frame->title, &style, flow->sheet.x, flow->sheet.width, PATAL_TAG_TITLE);
  flow->y += GAP;
}

static void
set_addressee (Flow *flow)
{
  PatalTextStyle style = text_style (flow, TEXT_PT);

  if (flow->frame->to == NULL)
    return;
  /* Translators: above whom a letter is addressed to. */
  set_text (flow, patal_words_get (flow->words, "To,"), &style, flow->sheet.x, flow->sheet.width,
            PATAL_TAG_PARAGRAPH);
  set_text (flow, flow->frame->to, &style, flow->sheet.x + LABEL_WIDTH, flow->sheet.width - LABEL_WIDTH,
            PATAL_TAG_PARAGRAPH);
  flow->y += GAP;
}

/* A label at the left, and what it is of, beside it. */
static void
set_labelled (Flow *flow, const char *label, const char *text, PatalWeight weight)
{
  PatalTextStyle style = text_style (flow, TEXT_PT);
  double from = flow->y;
  guint page = flow->layout->pages->len;

  if (text == NULL)
    return;
  style.weight = PATAL_WEIGHT_BOLD;
  flow->tail = FEW_LINES * TEXT_PT * LEADING;
  set_text (flow, label, &style, flow->sheet.x, LABEL_WIDTH, PATAL_TAG_PARAGRAPH);
  flow->tail = 0;
  flow->y = flow->layout->pages->len == page ? from : flow->sheet.y;
  style.weight = weight;
  set_text (flow, text, &style, flow->sheet.x + LABEL_WIDTH, flow->sheet.width - LABEL_WIDTH,
            PATAL_TAG_PARAGRAPH);
  flow->y += GAP;
}

/* --- Tables --- */

typedef struct
{
  Flow             *flow;
  PatalTableLayout *layout;
  gboolean          open; /* its tag on this page */
  gboolean          goes_on;
} TableFlow;

static void
mark_cell (TableFlow *self, const PatalBox *box, const char *text, const PatalTextStyle *style, PatalTag tag,
           guint n_columns)
{
  PatalLetterLayout *layout = self->flow->layout;
  double width = box->width - 2 * PATAL_CELL_PAD_X, height = box->height - 2 * PATAL_CELL_PAD_Y;

  patal_letter_mark_tag (layout, tag, style->lang, n_columns, FALSE);
  if (text != NULL && *text != '\0')
    {
      g_autoptr (PatalParagraph) paragraph = patal_paragraph_new (text, style, width);

      if (patal_paragraph_height (paragraph) > height + 0.2)
        {
          gboolean cut;

          g_clear_pointer (&paragraph, patal_paragraph_unref);
          paragraph = patal_cut_text (text, style, width, height + 0.2, style->size_pt, &cut);
          layout->cut |= cut;
        }
      patal_letter_mark_lines (layout, box->x + PATAL_CELL_PAD_X,
                               box->y + PATAL_CELL_PAD_Y
                                   + MAX (0, (height - patal_paragraph_height (paragraph)) / 2),
                               width, style, paragraph, 0, patal_paragraph_n_lines (paragraph));
    }
  patal_letter_mark_tag_end (layout);
}

/* Lines around a row, and between its columns from the @from-th on. */
static void
mark_grid (TableFlow *self, double height, guint from)
{
  Flow *flow = self->flow;
  double x = flow->sheet.x;

  for (guint c = 0; c < patal_table_n_columns (self->layout->table); c++)
    {
      if (c >= from && c > 0)
        patal_letter_mark_rule (flow->layout, x, flow->y, x, flow->y + height, GRID, GRID_GREY, FALSE);
      x += self->layout->columns[c].width;
    }
  patal_letter_mark_box (flow->layout, &(PatalBox) { flow->sheet.x, flow->y, flow->sheet.width, height }, GRID,
                         GRID_GREY);
}

static void
begin_table (TableFlow *self)
{
  Flow *flow = self->flow;
  const PatalTableLayout *layout = self->layout;
  PatalTextStyle style = patal_table_layout_style (layout, PATAL_WEIGHT_BOLD);
  double x = flow->sheet.x;

  style.align = PATAL_ALIGN_CENTER;
  patal_letter_mark_tag (flow->layout, PATAL_TAG_TABLE, style.lang, 0, self->goes_on);
  patal_letter_mark_ground (flow->layout, &(PatalBox) { x, flow->y, flow->sheet.width, layout->head_height },
                            HEAD_GREY);
  patal_letter_mark_tag (flow->layout, self->goes_on ? PATAL_TAG_ARTIFACT : PATAL_TAG_ROW, style.lang, 0,
                         FALSE);
  for (guint c = 0; c < patal_table_n_columns (layout->table); c++)
    {
      mark_cell (self, &(PatalBox) { x, flow->y, layout->columns[c].width, layout->head_height },
                 patal_table_column (layout->table, c)->title, &style, PATAL_TAG_HEAD_CELL, 0);
      x += layout->columns[c].width;
    }
  patal_letter_mark_tag_end (flow->layout);
  mark_grid (self, layout->head_height, 0);
  flow->y += layout->head_height;
  self->open = self->goes_on = TRUE;
}

static void
end_table (TableFlow *self)
{
  if (self->open)
    patal_letter_mark_tag_end (self->flow->layout);
  self->open = FALSE;
}

static void
set_row (TableFlow *self, const PatalBand *band)
{
  Flow *flow = self->flow;
  PatalTextStyle style = patal_table_layout_style (self->layout, PATAL_WEIGHT_REGULAR);
  double x = flow->sheet.x;

  for (guint c = 0; c < patal_table_n_columns (self->layout->table); c++)
    {
      const PatalColumnLayout *column = &self->layout->columns[c];
      g_autofree char *made = NULL;

      style.align = column->align;
      style.wrap = column->wraps ? PATAL_WRAP_WORDS : PATAL_WRAP_NEVER;
      mark_cell (self, &(PatalBox) { x, flow->y, column->width, band->height },
                 patal_table_layout_text (self->layout->table, band->index, c, &made), &style, PATAL_TAG_CELL,
                 0);
      x += column->width;
    }
  mark_grid (self, band->height, 0);
}

/* A line over the whole width: the heading of a group, or that there is nothing. */
static void
set_line (TableFlow *self, const PatalBand *band, const char *text, PatalWeight weight, double grey)
{
  Flow *flow = self->flow;
  PatalTextStyle style = patal_table_layout_style (self->layout, weight);
  PatalBox box = { flow->sheet.x, flow->y, flow->sheet.width, band->height };

  patal_letter_mark_ground (flow->layout, &box, grey);
  mark_cell (self, &box, text, &style, PATAL_TAG_ROW_HEAD_CELL, patal_table_n_columns (self->layout->table));
  mark_grid (self, band->height, G_MAXUINT);
}

/* Sums, behind what they are. */
static void
set_sums (TableFlow *self, const PatalBand *band)
{
  Flow *flow = self->flow;
  const PatalTable *table = self->layout->table;
  PatalTextStyle style = patal_table_layout_style (self->layout, PATAL_WEIGHT_BOLD);
  g_autofree char *label = band->kind == PATAL_BAND_TOTAL ? g_strdup (patal_table_frame (table)->total_word)
                                                          : patal_table_subtotal_word (table, band->index);
  double x = flow->sheet.x, width = 0;
  guint first = 0;

  style.align = PATAL_ALIGN_END;
  for (; patal_table_column (table, first)->total == PATAL_TOTAL_NONE; first++)
    width += self->layout->columns[first].width;
  patal_letter_mark_ground (flow->layout, &(PatalBox) { x, flow->y, flow->sheet.width, band->height },
                            SUM_GREY);
  if (first > 0)
    mark_cell (self, &(PatalBox) { x, flow->y, width, band->height }, label, &style, PATAL_TAG_ROW_HEAD_CELL,
               first);
  x += width;
  style.wrap = PATAL_WRAP_NEVER;
  for (guint c = first; c < patal_table_n_columns (table); c++)
    {
      PatalTableGroup group = band->kind == PATAL_BAND_SUBTOTAL ? patal_table_group (table, band->index)
                                                                : (PatalTableGroup) { 0 };
      g_autofree char *sum = band->kind == PATAL_BAND_TOTAL
                                 ? patal_table_total_text (table, c)
                                 : patal_table_sum_text (table, c, group.first_row, group.n_rows);

      mark_cell (self, &(PatalBox) { x, flow->y, self->layout->columns[c].width, band->height }, sum, &style,
                 PATAL_TAG_CELL, 0);
      x += self->layout->columns[c].width;
    }
  mark_grid (self, band->height, MAX (first, 1));
}

static void
set_band (TableFlow *self, const PatalBand *band)
{
  PatalLetterLayout *layout = self->flow->layout;

  patal_letter_mark_tag (layout, PATAL_TAG_ROW, layout->lang, 0, FALSE);
  if (band->kind == PATAL_BAND_ROW)
    set_row (self, band);
  else if (band->kind == PATAL_BAND_GROUP)
    set_line (self, band, patal_table_group (self->layout->table, band->index).title, PATAL_WEIGHT_BOLD,
              HEAD_GREY);
  else if (band->kind == PATAL_BAND_EMPTY)
    set_line (self, band, patal_words_get (self->flow->words, "There are no entries"), PATAL_WEIGHT_REGULAR,
              1);
  else
    set_sums (self, band);
  patal_letter_mark_tag_end (layout);
  self->flow->y += band->height;
}

static const PatalBand *
band_at (const PatalTableLayout *layout, guint i)
{
  return i < layout->bands->len ? &g_array_index (layout->bands, PatalBand, i) : NULL;
}

/* The end of what stands together from band @i on: a heading with its first row, a row with the sums below
 * it. */
static guint
together (const PatalTableLayout *layout, guint i)
{
  const PatalBand *next;

  while (band_at (layout, i)->kind == PATAL_BAND_GROUP && band_at (layout, i + 1) != NULL)
    i++;
  for (i++; (next = band_at (layout, i)) != NULL
            && (next->kind == PATAL_BAND_SUBTOTAL || next->kind == PATAL_BAND_TOTAL);)
    i++;
  return i;
}

static gboolean
is_of_table (const PatalBand *band)
{
  return band != NULL && band->kind < PATAL_BAND_NOTE;
}

static void
set_bands (TableFlow *self)
{
  const PatalTableLayout *layout = self->layout;
  Flow *flow = self->flow;

  for (guint i = 0, end; is_of_table (band_at (layout, i)); i = end)
    {
      double height = self->open ? 0 : layout->head_height;

      end = together (layout, i);
      for (guint k = i; k < end; k++)
        height += band_at (layout, k)->height;
      if (!is_of_table (band_at (layout, end)))
        height += flow->tail;
      if (height > room (flow) + 0.01 && !is_at_top (flow))
        {
          end_table (self);
          next_page (flow);
        }
      if (!self->open)
        begin_table (self);
      for (guint k = i; k < end; k++)
        set_band (self, band_at (layout, k));
    }
  end_table (self);
}

static void
set_table (Flow *flow, const PatalTable *table)
{
  const PatalTableFrame *frame = patal_table_frame (table);
  g_autoptr (PatalTableLayout) layout = patal_table_layout_new (
      table, &(PatalTableSetup) { .paper = PATAL_PAPER_A4, .turn = PATAL_TURN_PORTRAIT }, flow->words, NULL,
      NULL);
  TableFlow self = { .flow = flow, .layout = layout };
  PatalTextStyle style = text_style (flow, TEXT_PT);
  double tail = flow->tail;

  flow->tail = layout->head_height
               + 3 * patal_table_layout_line (layout); /* what heads the table stays with its first rows */
  style.weight = PATAL_WEIGHT_BOLD;
  if (frame->title != NULL)
    set_text (flow, frame->title, &style, flow->sheet.x, flow->sheet.width, PATAL_TAG_HEADING);
  style = text_style (flow, FOOT_PT);
  style.align = PATAL_ALIGN_END;
  if (frame->unit_line != NULL)
    set_text (flow, frame->unit_line, &style, flow->sheet.x, flow->sheet.width, PATAL_TAG_PARAGRAPH);
  flow->y += 2;
  flow->tail = frame->note != NULL ? 0 : tail;
  set_bands (&self);
  flow->tail = tail;
  style.align = PATAL_ALIGN_START;
  if (frame->note != NULL)
    {
      flow->y += 3;
      set_text (flow, frame->note, &style, flow->sheet.x, flow->sheet.width, PATAL_TAG_PARAGRAPH);
    }
  flow->y += GAP;
}

/* --- The whole --- */

/* Of what stands at the end of all, so much of it as must not be parted from what stands before it. */
static double
foot_height (const Flow *flow)
{
  PatalTextStyle style = text_style (flow, FOOT_PT);
  g_autoptr (PatalParagraph) foot = NULL;

  if (flow->frame->foot == NULL)
    return 0;
  foot = patal_paragraph_new (flow->frame->foot, &style, flow->sheet.width);
  return MIN (patal_paragraph_height (foot), MOST_FOOT_LINES * FOOT_PT * LEADING);
}

/* What must stand on the page of the last lines of the text. */
static double
tail_of_text (const Flow *flow)
{
  double signatures = patal_letter_signatures_height (flow->frame, flow->sheet.width);
  double closing = signatures > 0 && flow->frame->closing != NULL ? TEXT_PT * LEADING + GAP : 0;

  return signatures + closing + 2 * GAP + (flow->frame->copies == NULL ? foot_height (flow) : 0);
}

/* And of the last of those to whom a copy goes. */
static double
tail_of_copies (const Flow *flow)
{
  return patal_letter_signatures_height (flow->frame, flow->sheet.width) + 2 * GAP + foot_height (flow);
}

/* What was said is signed; what stands above has seen to it that there is room, if anything does. */
static void
set_signatures (Flow *flow, gboolean closing)
{
  double height = patal_letter_signatures_height (flow->frame, flow->sheet.width);
  PatalTextStyle style = text_style (flow, TEXT_PT);

  flow->tail = 0;
  if (height <= 0)
    return;
  if (height + (closing ? TEXT_PT * LEADING + GAP : 0) > room (flow) && !is_at_top (flow))
    next_page (flow);
  if (closing && flow->frame->closing != NULL)
    {
      double third = flow->sheet.width / PATAL_LETTER_MOST_SIGNATURES;
      PatalBox box = { flow->sheet.x + 2 * third, flow->y, third, TEXT_PT * LEADING };

      flow->y += GAP;
      box.y = flow->y;
      style.align = PATAL_ALIGN_CENTER;
      patal_letter_mark_fitting (flow->layout, &box, flow->frame->closing, &style, 0.5, PATAL_TAG_PARAGRAPH);
      flow->y += box.height;
    }
  patal_letter_mark_signatures (flow->layout, flow->frame,
                                &(PatalBox) { flow->sheet.x, flow->y, flow->sheet.width, height });
  flow->y += height + GAP;
}

static void
set_parts (Flow *flow, const PatalLetter *letter)
{
  PatalTextStyle style = text_style (flow, TEXT_PT), person = text_style (flow, TITLE_PT);
  guint n = patal_letter_n_parts (letter);

  person.weight = PATAL_WEIGHT_BOLD;
  person.align = PATAL_ALIGN_CENTER;
  person.wrap = PATAL_WRAP_BALANCED;
  for (guint i = 0; i < n; i++)
    {
      const PatalLetterPart *part = patal_letter_part (letter, i);

      flow->tail = i + 1 == n ? tail_of_text (flow) : 0;
      if (part->kind == PATAL_LETTER_TABLE)
        {
          set_table (flow, part->table);
          continue;
        }
      set_text (flow, part->text, part->kind == PATAL_LETTER_PERSON ? &person : &style, flow->sheet.x,
                flow->sheet.width, PATAL_TAG_PARAGRAPH);
      flow->y += GAP;
    }
}

/* With its number, as it will stand. */
static char *
copy_text (char *const *copies, guint i)
{
  return g_strdup_printf ("%u. %s", i + 1, copies[i]);
}

/* Of all of them, from the heading to the end of the letter. */
static double
copies_height (const Flow *flow, char *const *copies, const PatalTextStyle *style)
{
  double height = TEXT_PT * LEADING + tail_of_copies (flow);

  for (guint i = 0; copies[i] != NULL; i++)
    {
      g_autofree char *text = copy_text (copies, i);
      g_autoptr (PatalParagraph) paragraph
          = patal_paragraph_new (text, style, flow->sheet.width - COPY_INDENT);

      height += patal_paragraph_height (paragraph);
    }
  return height;
}

/* To whom else it goes, each with its number, and signed once more: together on a page, if it can be. */
static void
set_copies (Flow *flow)
{
  g_auto (GStrv) copies = g_strsplit (flow->frame->copies != NULL ? flow->frame->copies : "", "\n", -1);
  PatalTextStyle style = text_style (flow, TEXT_PT);
  guint n = g_strv_length (copies);

  double height;

  if (n == 0)
    return;
  height = copies_height (flow, copies, &style);
  if (height > room (flow) && height <= flow->sheet.height && !is_at_top (flow))
    next_page (flow);
  style.weight = PATAL_WEIGHT_BOLD;
  flow->tail = FEW_LINES * TEXT_PT * LEADING;
  /* Translators: above those to whom a copy of a letter goes. */
  set_text (flow, patal_words_get (flow->words, "Copy to:"), &style, flow->sheet.x, flow->sheet.width,
            PATAL_TAG_HEADING);
  style.weight = PATAL_WEIGHT_REGULAR;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = copy_text (copies, i);

      flow->tail = i + 1 == n ? tail_of_copies (flow) : 0;
      set_text (flow, text, &style, flow->sheet.x + COPY_INDENT, flow->sheet.width - COPY_INDENT,
                PATAL_TAG_PARAGRAPH);
    }
  flow->y += GAP;
  set_signatures (flow, FALSE);
}

/* Which page it is, where there are several: below the lower margin. */
static void
number_pages (PatalLetterLayout *layout, const PatalBox *sheet, PatalWords *words)
{
  g_autoptr (GArray) marks = g_steal_pointer (&layout->marks), pages = g_steal_pointer (&layout->pages);
  PatalTextStyle style = {
    .weight = PATAL_WEIGHT_REGULAR, .size_pt = FOOT_PT, .align = PATAL_ALIGN_CENTER, .lang = layout->lang
  };

  layout->marks = g_array_new (FALSE, FALSE, sizeof (PatalMark));
  layout->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < pages->len; i++)
    {
      guint from = g_array_index (pages, guint, i),
            to = i + 1 < pages->len ? g_array_index (pages, guint, i + 1) : marks->len;
      g_autofree char *text
          = g_strdup_printf ("%s %u / %u", patal_words_get (words, "Page"), i + 1, pages->len);
      g_autoptr (PatalParagraph) number = patal_paragraph_new (text, &style, sheet->width);

      patal_letter_layout_page (layout);
      if (to > from)
        g_array_append_vals (layout->marks, &g_array_index (marks, PatalMark, from), to - from);
      patal_letter_mark_paragraph (layout, sheet->x, sheet->y + sheet->height + FOOT_PT / 2, sheet->width,
                                   &style, number, PATAL_TAG_ARTIFACT);
    }
}

void
patal_letter_flow (PatalLetterLayout *layout, const PatalLetter *letter, PatalWords *words)
{
  PatalSheetSize size = patal_letter_layout_size (layout);
  Flow flow = {
    .layout = layout, .frame = patal_letter_frame (letter), .words = words, .sheet = patal_sheet_box (&size)
  };
  PatalTextStyle foot = text_style (&flow, FOOT_PT);

  next_page (&flow);
  set_office (&flow);
  set_number (&flow);
  set_title (&flow);
  set_addressee (&flow);
  set_labelled (&flow, patal_words_get (words, "Subject:"), flow.frame->subject, PATAL_WEIGHT_BOLD);
  set_labelled (&flow, patal_words_get (words, "Reference:"), flow.frame->reference, PATAL_WEIGHT_REGULAR);
  set_parts (&flow, letter);
  set_signatures (&flow, TRUE);
  set_copies (&flow);
  if (flow.frame->foot != NULL)
    set_text (&flow, flow.frame->foot, &foot, flow.sheet.x, flow.sheet.width, PATAL_TAG_PARAGRAPH);
  if (layout->pages->len > 1)
    number_pages (layout, &flow.sheet, words);
}
