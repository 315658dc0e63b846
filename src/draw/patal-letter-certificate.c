/* patal-letter-certificate.c: certificates and name cards, which have one place each
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-letter-marks.h"

#define FRAME_MM 9.0
#define FRAME_GAP_MM 2.2
#define INSIDE_MM 17.0 /* from the edge of the sheet to the words */
#define CODE_MM 26.0
#define OFFICE_PT 17.0
#define UNDER_OFFICE_PT 12.0
#define TITLE_PT 36.0
#define SMALL_PT 10.5
#define FOOT_PT 8.5
#define GAP 10.0

#define CARD_PAD 10.0

/* What stands above the middle, from *@y on, moved below it: at most @lines lines, each of all that is left.
 */
static void
put (PatalLetterLayout *layout, const PatalBox *inside, double *y, const char *text,
     const PatalTextStyle *style, guint lines, PatalTag tag)
{
  PatalBox box = { inside->x, *y, inside->width, style->size_pt * 1.45 * lines + 0.5 };

  if (text != NULL && *text != '\0')
    *y += patal_letter_mark_fitting (layout, &box, text, style, 0.5, tag);
}

/* The office: its first line, larger, and the rest. */
static void
put_office (PatalLetterLayout *layout, const PatalBox *inside, double *y, const PatalLetterFrame *frame,
            double first_pt, double rest_pt)
{
  g_auto (GStrv) parts = g_strsplit (frame->office != NULL ? frame->office : "", "\n", 2);
  PatalTextStyle style = {
    .weight = PATAL_WEIGHT_BOLD, .size_pt = first_pt, .align = PATAL_ALIGN_CENTER, .lang = frame->lang
  };

  if (parts[0] == NULL)
    return;
  put (layout, inside, y, parts[0], &style, 2, PATAL_TAG_HEADING);
  style.size_pt = rest_pt;
  style.weight = PATAL_WEIGHT_REGULAR;
  if (parts[1] != NULL)
    put (layout, inside, y, parts[1], &style, 3, PATAL_TAG_PARAGRAPH);
}

/* Number at the left, day at the right. */
static void
put_number (PatalLetterLayout *layout, const PatalBox *inside, double *y, const PatalLetterFrame *frame,
            PatalWords *words)
{
  const char *texts[] = { frame->number, frame->day };
  /* Translators: the number of a letter or a certificate, followed by it. */
  const char *labels[] = { patal_words_get (words, "No.:"), patal_words_get (words, "Date:") };
  double height = 0, own;

  for (guint i = 0; i < 2; i++)
    if (texts[i] != NULL && *texts[i] != '\0')
      {
        g_autofree char *text = g_strdup_printf ("%s %s", labels[i], texts[i]);
        PatalTextStyle style = { .weight = PATAL_WEIGHT_REGULAR,
                                 .size_pt = SMALL_PT,
                                 .lang = frame->lang,
                                 .align = i == 0 ? PATAL_ALIGN_START : PATAL_ALIGN_END };
        PatalBox box = { inside->x + inside->width * 0.6 * i, *y, inside->width * (i == 0 ? 0.58 : 0.4),
                         SMALL_PT * 1.45 * 2 + 0.5 };

        own = patal_letter_mark_fitting (layout, &box, text, &style, 0.5, PATAL_TAG_PARAGRAPH);
        height = MAX (height, own);
      }
  *y += height;
}

/* At most two lines above *@bottom, which moves above them. */
static void
put_foot (PatalLetterLayout *layout, const PatalBox *inside, double *bottom, const PatalLetterFrame *frame)
{
  PatalTextStyle style = {
    .weight = PATAL_WEIGHT_REGULAR, .size_pt = FOOT_PT, .align = PATAL_ALIGN_CENTER, .lang = frame->lang
  };
  PatalBox box = { inside->x, 0, inside->width, FOOT_PT * 1.45 * 2 + 0.5 };

  if (frame->foot == NULL || *frame->foot == '\0')
    return;
  *bottom -= patal_letter_mark_fitting (NULL, &box, frame->foot, &style, 0.5, PATAL_TAG_PARAGRAPH);
  box.y = *bottom;
  patal_letter_mark_fitting (layout, &box, frame->foot, &style, 0.5, PATAL_TAG_PARAGRAPH);
}

static void
mark_frames (PatalLetterLayout *layout, const PatalSheetSize *size)
{
  for (guint i = 0; i < 2; i++)
    {
      double inset = (FRAME_MM + FRAME_GAP_MM * i) * PATAL_PT_PER_MM;

      patal_letter_mark_box (layout,
                             &(PatalBox) { inset, inset, size->width - 2 * inset, size->height - 2 * inset },
                             i == 0 ? 2.4 : 0.8, 0.15);
    }
}

void
patal_letter_certificate (PatalLetterLayout *layout, const PatalLetter *letter, PatalWords *words)
{
  static const PatalLetterBody body = { .text_pt = 16, .person_pt = 30, .gap = 12 };
  const PatalLetterFrame *frame = patal_letter_frame (letter);
  PatalSheetSize size = patal_letter_layout_size (layout);
  PatalTextStyle title = {
    .weight = PATAL_WEIGHT_BOLD, .size_pt = TITLE_PT, .align = PATAL_ALIGN_CENTER, .lang = frame->lang
  };
  double code = frame->code_text != NULL ? CODE_MM * PATAL_PT_PER_MM : 0, y, bottom, low;
  PatalBox inside, signing;

  size.margin = INSIDE_MM * PATAL_PT_PER_MM;
  inside = patal_sheet_box (&size);
  bottom = inside.y + inside.height;
  y = inside.y;
  patal_letter_layout_page (layout);
  mark_frames (layout, &size);
  put_number (layout, &inside, &y, frame, words);
  y += GAP / 2;
  put_office (layout, &inside, &y, frame, OFFICE_PT, UNDER_OFFICE_PT);
  y += GAP / 2;
  put (layout, &inside, &y, frame->title, &title, 1, PATAL_TAG_TITLE);
  put_foot (layout, &inside, &bottom, frame);
  signing = (PatalBox) { inside.x + code, 0, inside.width - code, 0 };
  low = MAX (patal_letter_signatures_height (frame, signing.width), code);
  signing.y = bottom - low;
  signing.height = low;
  patal_letter_mark_body (
      layout, letter, &(PatalBox) { inside.x, y + GAP, inside.width, MAX (bottom - low - y - 2 * GAP, 40) },
      &body);
  patal_letter_mark_signatures (layout, frame, &signing);
  if (code > 0)
    {
      patal_letter_mark_tag (layout, PATAL_TAG_ARTIFACT, frame->lang, 0, FALSE);
      patal_letter_mark_code (layout, &(PatalBox) { inside.x, bottom - code, code, code }, frame->code_text);
      patal_letter_mark_tag_end (layout);
    }
}

/* From the top: the office, the title, the middle, what stands at the foot. */
void
patal_letter_card (PatalLetterLayout *layout, const PatalLetter *letter, const PatalBox *box)
{
  static const PatalLetterBody body = { .text_pt = 11.5, .person_pt = 21, .gap = 3 };
  const PatalLetterFrame *frame = patal_letter_frame (letter);
  PatalBox inside
      = { box->x + CARD_PAD, box->y + CARD_PAD, box->width - 2 * CARD_PAD, box->height - 2 * CARD_PAD };
  PatalTextStyle title
      = { .weight = PATAL_WEIGHT_BOLD, .size_pt = 10.5, .align = PATAL_ALIGN_CENTER, .lang = frame->lang };
  double y = inside.y, bottom = inside.y + inside.height;

  put_office (layout, &inside, &y, frame, 9.5, 8.5);
  put (layout, &inside, &y, frame->title, &title, 2, PATAL_TAG_HEADING);
  if (y > inside.y)
    {
      y += 2;
      patal_letter_mark_rule (layout, inside.x, y, inside.x + inside.width, y, 0.6, 0.4, FALSE);
      y += 2;
    }
  put_foot (layout, &inside, &bottom, frame);
  patal_letter_mark_body (layout, letter, &(PatalBox) { inside.x, y, inside.width, MAX (bottom - y, 20) },
                          &body);
}
