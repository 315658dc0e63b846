/* patal-letter-marks.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-cut-text.h"
#include "patal-letter-marks.h"
#include <math.h>

#define SIGN_PT 11.0
#define SIGN_SMALLEST_PT 8.0
#define SIGN_ROOM 40.0 /* for the hand */
#define SIGN_LINES 5
#define SMALLEST_BODY 0.5
#define BODY_STEP 0.05

/* On the grid. */
static double
gridded (double length)
{
  return round (length * 100) / 100;
}

static PatalMark *
add (PatalLetterLayout *layout, PatalMarkKind kind, double x, double y, double width, double height)
{
  PatalMark mark = { .kind = kind,
                     .box = { gridded (x), gridded (y), gridded (width), gridded (height) },
                     .lang = layout->lang };

  g_array_append_val (layout->marks, mark);
  return &g_array_index (layout->marks, PatalMark, layout->marks->len - 1);
}

void
patal_letter_mark_lines (PatalLetterLayout *layout, double x, double y, double width,
                         const PatalTextStyle *style, const PatalParagraph *paragraph, guint first_line,
                         guint n_lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PatalMark *mark;

  for (guint i = first_line; i < first_line + n_lines; i++)
    {
      const PatalLine *line = patal_paragraph_line (paragraph, i);

      for (guint k = 0; k < line->n_words; k++)
        g_string_append (text, patal_word_text (line->words[k]));
      if (i + 1 < first_line + n_lines)
        g_string_append (text, line->space != NULL ? " \n" : "\n");
    }
  mark = add (layout, PATAL_MARK_TEXT, x, y, width, 0);
  mark->text = patal_letter_layout_keep (layout, text->str);
  mark->lang = style->lang;
  mark->size = gridded (patal_paragraph_size_pt (paragraph));
  mark->leading = style->leading;
  mark->weight = style->weight;
  mark->align = style->align;
}

void
patal_letter_mark_rule (PatalLetterLayout *layout, double x0, double y0, double x1, double y1, double stroke,
                        double grey, gboolean dashed)
{
  PatalMark *mark = add (layout, PATAL_MARK_RULE, x0, y0, x1 - x0, y1 - y0);

  mark->size = stroke;
  mark->grey = grey;
  mark->dashed = dashed;
}

void
patal_letter_mark_box (PatalLetterLayout *layout, const PatalBox *box, double stroke, double grey)
{
  double right = box->x + box->width, bottom = box->y + box->height, half = stroke / 2;

  patal_letter_mark_rule (layout, box->x - half, box->y, right + half, box->y, stroke, grey, FALSE);
  patal_letter_mark_rule (layout, box->x - half, bottom, right + half, bottom, stroke, grey, FALSE);
  patal_letter_mark_rule (layout, box->x, box->y, box->x, bottom, stroke, grey, FALSE);
  patal_letter_mark_rule (layout, right, box->y, right, bottom, stroke, grey, FALSE);
}

void
patal_letter_mark_ground (PatalLetterLayout *layout, const PatalBox *box, double grey)
{
  add (layout, PATAL_MARK_GROUND, box->x, box->y, box->width, box->height)->grey = grey;
}

void
patal_letter_mark_code (PatalLetterLayout *layout, const PatalBox *box, const char *text)
{
  add (layout, PATAL_MARK_CODE, box->x, box->y, box->width, box->height)->text
      = patal_letter_layout_keep (layout, text);
}

void
patal_letter_mark_tag (PatalLetterLayout *layout, PatalTag tag, PatalLang lang, guint n_columns,
                       gboolean goes_on)
{
  PatalMark *mark = add (layout, PATAL_MARK_TAG, 0, 0, 0, 0);

  mark->tag = tag;
  mark->lang = lang;
  mark->n_columns = n_columns;
  mark->goes_on = goes_on;
}

void
patal_letter_mark_tag_end (PatalLetterLayout *layout)
{
  add (layout, PATAL_MARK_TAG_END, 0, 0, 0, 0);
}

void
patal_letter_mark_paragraph (PatalLetterLayout *layout, double x, double y, double width,
                             const PatalTextStyle *style, const PatalParagraph *paragraph, PatalTag tag)
{
  patal_letter_mark_tag (layout, tag, style->lang, 0, FALSE);
  patal_letter_mark_lines (layout, x, y, width, style, paragraph, 0, patal_paragraph_n_lines (paragraph));
  patal_letter_mark_tag_end (layout);
}

double
patal_letter_mark_fitting (PatalLetterLayout *layout, const PatalBox *box, const char *text,
                           const PatalTextStyle *style, double smallest, PatalTag tag)
{
  PatalTextStyle used = *style;
  g_autoptr (PatalParagraph) paragraph = NULL;
  gboolean fits, cut = FALSE;

  used.wrap = PATAL_WRAP_NEVER;
  /* three quarters on one line look better than the whole size on two */
  paragraph = patal_paragraph_new_fitting (text, &used, box->width, box->height,
                                           style->size_pt * MAX (smallest, 0.75), &fits);
  if (!fits)
    {
      used.wrap = PATAL_WRAP_BALANCED;
      g_clear_pointer (&paragraph, patal_paragraph_unref);
      paragraph = patal_cut_text (text, &used, box->width, box->height, style->size_pt * smallest, &cut);
    }
  if (layout != NULL)
    {
      layout->cut |= cut;
      patal_letter_mark_paragraph (layout, box->x, box->y, box->width, &used, paragraph, tag);
    }
  return patal_paragraph_height (paragraph);
}

/* --- The middle of a certificate or a card --- */

static PatalTextStyle
part_style (const PatalLetter *letter, const PatalLetterPart *part, const PatalLetterBody *body, double share)
{
  gboolean person = part->kind == PATAL_LETTER_PERSON;

  return (PatalTextStyle) { .weight = person ? PATAL_WEIGHT_BOLD : PATAL_WEIGHT_REGULAR,
                           .align = PATAL_ALIGN_CENTER,
                           .size_pt = (person ? body->person_pt : body->text_pt) * share,
                           .wrap = PATAL_WRAP_BALANCED,
                           .lang = patal_letter_frame (letter)->lang };
}

/* Of all parts, one below the other; @layout (nullable) takes their marks from @box's top on. */
static double
stack (PatalLetterLayout *layout, const PatalLetter *letter, const PatalBox *box, const PatalLetterBody *body,
       double share)
{
  double y = 0;

  for (guint i = 0; i < patal_letter_n_parts (letter); i++)
    {
      const PatalLetterPart *part = patal_letter_part (letter, i);
      PatalTextStyle style;
      PatalBox rest;

      if (part->text == NULL)
        continue; /* a table has no place here */
      if (y > 0)
        y += body->gap * share;
      style = part_style (letter, part, body, share);
      rest = (PatalBox) { box->x, box->y + y, box->width, MAX (box->height - y, style.size_pt * 1.45) };
      if (part->kind == PATAL_LETTER_PERSON)
        {
          rest.height = MIN (rest.height, style.size_pt * 3.1); /* two lines */
          y += patal_letter_mark_fitting (layout, &rest, part->text, &style, SMALLEST_BODY,
                                          PATAL_TAG_HEADING);
        }
      else if (layout == NULL)
        {
          g_autoptr (PatalParagraph) text = patal_paragraph_new (part->text, &style, box->width);

          y += patal_paragraph_height (text);
        }
      else
        {
          gboolean cut;
          g_autoptr (PatalParagraph) text
              = patal_cut_text (part->text, &style, rest.width, rest.height, style.size_pt, &cut);

          layout->cut |= cut;
          patal_letter_mark_paragraph (layout, rest.x, rest.y, rest.width, &style, text, PATAL_TAG_PARAGRAPH);
          y += patal_paragraph_height (text);
        }
    }
  return y;
}

void
patal_letter_mark_body (PatalLetterLayout *layout, const PatalLetter *letter, const PatalBox *box,
                        const PatalLetterBody *body)
{
  double share = 1, height = stack (NULL, letter, box, body, share);
  PatalBox middle = *box;

  while (height > box->height && share > SMALLEST_BODY + BODY_STEP / 2)
    {
      share -= BODY_STEP;
      height = stack (NULL, letter, box, body, share);
    }
  if (height < box->height)
    {
      middle.y += (box->height - height) / 2;
      middle.height = height + 0.1; /* what rounding takes */
    }
  stack (layout, letter, &middle, body, share);
}

/* --- Who signs --- */

static PatalTextStyle
sign_style (const PatalLetterFrame *frame)
{
  return (PatalTextStyle) { .weight = PATAL_WEIGHT_REGULAR,
                           .size_pt = SIGN_PT,
                           .align = PATAL_ALIGN_CENTER,
                           .wrap = PATAL_WRAP_BALANCED,
                           .lang = frame->lang };
}

static PatalParagraph *
signature (const PatalLetterFrame *frame, guint which, double width, gboolean *cut)
{
  PatalTextStyle style = sign_style (frame);

  return patal_cut_text (frame->signatures[which], &style, width * 0.92, SIGN_LINES * SIGN_PT * 1.45,
                         SIGN_SMALLEST_PT, cut);
}

static double
names_height (const PatalLetterFrame *frame, double width)
{
  double height = 0;

  for (guint i = 0; i < PATAL_LETTER_MOST_SIGNATURES; i++)
    if (frame->signatures[i] != NULL)
      {
        g_autoptr (PatalParagraph) name = signature (frame, i, width / PATAL_LETTER_MOST_SIGNATURES, NULL);

        height = MAX (height, patal_paragraph_height (name));
      }
  return height;
}

double
patal_letter_signatures_height (const PatalLetterFrame *frame, double width)
{
  double names = names_height (frame, width);

  return names > 0 ? names + SIGN_ROOM : 0;
}

void
patal_letter_mark_signatures (PatalLetterLayout *layout, const PatalLetterFrame *frame, const PatalBox *box)
{
  guint n = 0, before = 0;
  double width = box->width / PATAL_LETTER_MOST_SIGNATURES;
  double y = box->y + box->height - names_height (frame, box->width);

  for (guint i = 0; i < PATAL_LETTER_MOST_SIGNATURES; i++)
    n += frame->signatures[i] != NULL;
  for (guint i = 0; i < PATAL_LETTER_MOST_SIGNATURES; i++)
    if (frame->signatures[i] != NULL)
      {
        /* one signs on the right, two at both sides */
        guint place = n == 1 ? 2 : n == 2 ? 2 * before : before;
        PatalTextStyle style = sign_style (frame);
        gboolean cut;
        g_autoptr (PatalParagraph) name = signature (frame, i, width, &cut);

        layout->cut |= cut;
        before++;
        patal_letter_mark_paragraph (layout, box->x + width * (place + 0.04), y, width * 0.92, &style, name,
                                     PATAL_TAG_PARAGRAPH);
      }
}
