/* patal-letter-marks.h: a letter's layout from inside: the marks on its pages
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lengths are points, on a grid of a hundredth, so that what was written down and read again is the same.
 * Only patal-letter-*.c see this. */
#pragma once
#include "patal-letter-layout.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_MARK_TEXT,   /* lines, broken already, aligned in their width */
  PATAL_MARK_RULE,   /* from @box.x, .y over .width and .height */
  PATAL_MARK_GROUND, /* a grey box */
  PATAL_MARK_CODE,   /* the QR code of @text in @box */
  PATAL_MARK_TAG,
  PATAL_MARK_TAG_END,
} PatalMarkKind;

typedef struct
{
  PatalMarkKind kind;
  PatalBox      box;       /* of a text its height is not said */
  const char   *text;      /* the layout's */
  PatalLang     lang;      /* of a text or a tag */
  double        size;      /* of letters; of a rule its width */
  double        leading;   /* in sizes */
  PatalWeight   weight;
  PatalAlign    align;
  double        grey;      /* of a ground or a rule: 0 is black */
  gboolean      dashed;    /* a rule */
  PatalTag      tag;
  guint         n_columns; /* of a tagged cell */
  gboolean      goes_on;   /* a tag: from the page before */
} PatalMark;

struct _PatalLetterLayout
{
  gatomicrefcount refs;
  GStringChunk   *strings;
  const char     *name;
  PatalLang       lang;
  PatalTurn       turn;
  gboolean        cut;
  GArray         *marks;   /* of PatalMark */
  GArray         *pages;   /* of guint: the first mark of each */
};

PatalLetterLayout *patal_letter_layout_alloc (const char *name, PatalLang lang, PatalTurn turn); /* without a page */
const char        *patal_letter_layout_keep  (PatalLetterLayout *layout, const char *text);
void               patal_letter_layout_page  (PatalLetterLayout *layout); /* the next page begins */

/* On the page that was begun last. */
void patal_letter_mark_lines   (PatalLetterLayout *layout, double x, double y, double width,
                                const PatalTextStyle *style, const PatalParagraph *paragraph, guint first_line,
                                guint n_lines);
void patal_letter_mark_rule    (PatalLetterLayout *layout, double x0, double y0, double x1, double y1,
                                double stroke, double grey, gboolean dashed);
void patal_letter_mark_box     (PatalLetterLayout *layout, const PatalBox *box, double stroke, double grey);
void patal_letter_mark_ground  (PatalLetterLayout *layout, const PatalBox *box, double grey);
void patal_letter_mark_code    (PatalLetterLayout *layout, const PatalBox *box, const char *text);
void patal_letter_mark_tag     (PatalLetterLayout *layout, PatalTag tag, PatalLang lang, guint n_columns,
                                gboolean goes_on);
void patal_letter_mark_tag_end (PatalLetterLayout *layout);

/* The whole of @paragraph, laid out in @style and @width, tagged. */
void patal_letter_mark_paragraph (PatalLetterLayout *layout, double x, double y, double width,
                                  const PatalTextStyle *style, const PatalParagraph *paragraph, PatalTag tag);
/* @text, of any length, in @box from its top: @style's size or down to @smallest of it on one line, then on
 * several, then cut. Gives its height. Without a layout it is only measured. */
double patal_letter_mark_fitting (PatalLetterLayout *layout, const PatalBox *box, const char *text,
                                  const PatalTextStyle *style, double smallest, PatalTag tag);

/* Each fills a layout that has no page yet. */
void patal_letter_flow        (PatalLetterLayout *layout, const PatalLetter *letter, PatalWords *words);
void patal_letter_certificate (PatalLetterLayout *layout, const PatalLetter *letter, PatalWords *words);
void patal_letter_card        (PatalLetterLayout *layout, const PatalLetter *letter, const PatalBox *box);

/* The parts of a certificate or a card one below the other in the middle of @box, all shrunk by one share,
   and what does not fit then, cut. */
typedef struct
{
  double text_pt, person_pt, gap;
} PatalLetterBody;
void patal_letter_mark_body (PatalLetterLayout *layout, const PatalLetter *letter, const PatalBox *box,
                             const PatalLetterBody *body);

/* The places of those who sign, in @box, at its foot. */
double patal_letter_signatures_height (const PatalLetterFrame *frame, double width);
void   patal_letter_mark_signatures   (PatalLetterLayout *layout, const PatalLetterFrame *frame, const PatalBox *box);

G_END_DECLS
