/* patal-letter-layout.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-cut-text.h"
#include "patal-letter-marks.h"
#include "patal-qr-code.h"
#include <math.h>

#define CARD_MARGIN_MM 8.0
#define CARD_COLUMNS 2
#define CARD_ROWS (PATAL_LETTER_CARDS / CARD_COLUMNS)

G_DEFINE_QUARK (patal - letter - layout - error - quark, patal_letter_layout_error)

PatalLetterLayout *
patal_letter_layout_alloc (const char *name, PatalLang lang, PatalTurn turn)
{
  PatalLetterLayout *layout = g_new0 (PatalLetterLayout, 1);

  g_atomic_ref_count_init (&layout->refs);
  layout->strings = g_string_chunk_new (4096);
  layout->name = patal_letter_layout_keep (layout, name != NULL ? name : "");
  layout->lang = lang;
  layout->turn = turn;
  layout->marks = g_array_new (FALSE, FALSE, sizeof (PatalMark));
  layout->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  return layout;
}

const char *
patal_letter_layout_keep (PatalLetterLayout *layout, const char *text)
{
  return g_string_chunk_insert (layout->strings, text);
}

void
patal_letter_layout_page (PatalLetterLayout *layout)
{
  g_array_append_val (layout->pages, layout->marks->len);
}

PatalLetterLayout *
patal_letter_layout_new (const PatalLetter *letter, PatalWords *words)
{
  const PatalLetterFrame *frame = patal_letter_frame (letter);
  PatalLetterLayout *layout;

  if (frame->shape == PATAL_LETTER_CARD)
    return patal_letter_layout_cards (&letter, 1);
  layout = patal_letter_layout_alloc (frame->name, frame->lang,
                                      frame->shape == PATAL_LETTER_PLAIN ? PATAL_TURN_PORTRAIT
                                                                         : PATAL_TURN_LANDSCAPE);
  if (frame->shape == PATAL_LETTER_PLAIN)
    patal_letter_flow (layout, letter, words);
  else
    patal_letter_certificate (layout, letter, words);
  return layout;
}

/* Where the scissors go. */
static void
mark_cuts (PatalLetterLayout *layout, const PatalBox *all)
{
  for (guint column = 0; column <= CARD_COLUMNS; column++)
    {
      double x = all->x + all->width * column / CARD_COLUMNS;

      patal_letter_mark_rule (layout, x, all->y, x, all->y + all->height, 0.4, 0.6, TRUE);
    }
  for (guint row = 0; row <= CARD_ROWS; row++)
    {
      double y = all->y + all->height * row / CARD_ROWS;

      patal_letter_mark_rule (layout, all->x, y, all->x + all->width, y, 0.4, 0.6, TRUE);
    }
}

PatalLetterLayout *
patal_letter_layout_cards (const PatalLetter *const *cards, guint n)
{
  const PatalLetterFrame *first = patal_letter_frame (cards[0]);
  PatalLetterLayout *layout = patal_letter_layout_alloc (first->name, first->lang, PATAL_TURN_PORTRAIT);
  PatalSheetSize size = patal_letter_layout_size (layout);
  PatalBox all, card;

  size.margin = CARD_MARGIN_MM * PATAL_PT_PER_MM;
  all = patal_sheet_box (&size);
  card = (PatalBox) { .width = all.width / CARD_COLUMNS, .height = all.height / CARD_ROWS };
  for (guint i = 0; i < n; i++)
    {
      guint place = i % PATAL_LETTER_CARDS;

      if (place == 0)
        {
          patal_letter_layout_page (layout);
          mark_cuts (layout, &all);
        }
      card.x = all.x + card.width * (place % CARD_COLUMNS);
      card.y = all.y + card.height * (place / CARD_COLUMNS);
      patal_letter_card (layout, cards[i], &card);
    }
  return layout;
}

PatalLetterLayout *
patal_letter_layout_ref (PatalLetterLayout *layout)
{
  g_atomic_ref_count_inc (&layout->refs);
  return layout;
}

void
patal_letter_layout_unref (PatalLetterLayout *layout)
{
  if (layout == NULL || !g_atomic_ref_count_dec (&layout->refs))
    return;
  g_array_unref (layout->marks);
  g_array_unref (layout->pages);
  g_string_chunk_free (layout->strings);
  g_free (layout);
}

const char *
patal_letter_layout_name (const PatalLetterLayout *layout)
{
  return layout->name;
}

guint
patal_letter_layout_n_pages (const PatalLetterLayout *layout)
{
  return layout->pages->len;
}

gboolean
patal_letter_layout_is_cut (const PatalLetterLayout *layout)
{
  return layout->cut;
}

PatalSheetSize
patal_letter_layout_size (const PatalLetterLayout *layout)
{
  return patal_sheet_size (PATAL_PAPER_A4, layout->turn);
}

/* --- Drawing --- */

static void
draw_mark (PatalCanvas *canvas, const PatalMark *mark)
{
  const PatalBox *box = &mark->box;
  PatalInk ink = { mark->grey, mark->grey, mark->grey, 1 };

  switch (mark->kind)
    {
    case PATAL_MARK_TEXT:
      {
        PatalTextStyle style = { .weight = mark->weight,
                                 .size_pt = mark->size,
                                 .leading = mark->leading,
                                 .lang = mark->lang,
                                 .align = mark->align,
                                 .wrap = PATAL_WRAP_NEVER };
        g_autoptr (PatalParagraph) lines = patal_paragraph_new (mark->text, &style, box->width);

        patal_canvas_paragraph (canvas, box->x, box->y, lines, &ink);
        break;
      }
    case PATAL_MARK_RULE:
      patal_canvas_rule (canvas, box->x, box->y, box->x + box->width, box->y + box->height,
                         &(PatalStroke) { .ink = ink,
                                         .width = mark->size,
                                         .dash = { mark->dashed ? 3 : 0, mark->dashed ? 3 : 0 } });
      break;
    case PATAL_MARK_GROUND:
      patal_canvas_fill_box (canvas, box, &ink);
      break;
    case PATAL_MARK_CODE:
      {
        g_autoptr (PatalQrCode) code = patal_qr_code_new (mark->text);

        if (code != NULL)
          patal_qr_code_draw (code, canvas, box);
        break;
      }
    case PATAL_MARK_TAG:
      if (mark->goes_on)
        patal_canvas_tag_go_on (canvas, mark->tag, mark->lang);
      else if (mark->n_columns > 1)
        patal_canvas_tag_cell (canvas, mark->tag, mark->lang, mark->n_columns);
      else
        patal_canvas_tag_begin (canvas, mark->tag, mark->lang, mark->text);
      break;
    case PATAL_MARK_TAG_END:
      patal_canvas_tag_end (canvas);
      break;
    default:
      g_return_if_reached ();
    }
}

void
patal_letter_layout_draw (const PatalLetterLayout *layout, PatalCanvas *canvas, guint page)
{
  guint first, end;

  g_return_if_fail (page < layout->pages->len);

  first = g_array_index (layout->pages, guint, page);
  end = page + 1 < layout->pages->len ? g_array_index (layout->pages, guint, page + 1) : layout->marks->len;
  for (guint i = first; i < end; i++)
    draw_mark (canvas, &g_array_index (layout->marks, PatalMark, i));
}

static void
draw_page (gconstpointer layout, PatalCanvas *canvas, guint page)
{
  patal_letter_layout_draw (layout, canvas, page);
}

PatalPages *
patal_letter_layout_pages (PatalLetterLayout *layout)
{
  return patal_pages_new (patal_letter_layout_size (layout), layout->pages->len,
                          &(PatalPdfInfo) { .title = layout->name, .lang = layout->lang, .tagged = TRUE },
                          draw_page, patal_letter_layout_ref (layout),
                          (GDestroyNotify) patal_letter_layout_unref);
}
