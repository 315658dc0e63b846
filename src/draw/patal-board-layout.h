/* patal-board-layout.h: where each word of a board stands, in millimetres of the board
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout never fails: rows share the height by their weights, whatever stands in them; letters shrink to what their box holds, down to
 * PATAL_BOARD_SMALLEST of their row's size; what is longer still is cut, and says so. So the boxes of a board depend on the template and the
 * size alone, and not on the work.
 *
 * A layout can be written down as text, and read again by a later version: that is how a first print is kept. It has everything: words, lines,
 * places, sizes of letters, colours, the text of the QR code; of the logo its bytes' SHA-256. */
#pragma once
#include "patal-canvas.h"
#include "patal-form.h"
#include <gio/gio.h>

G_BEGIN_DECLS

#define PATAL_BOARD_SMALLEST 0.5   /* of the size that the row's height gives */
/* Letters that are read from a metre: a rule of sign painters, about 1 in 250. From how far a board is read,
 * patal_form_reading_m() says. */
#define PATAL_BOARD_MM_PER_M 4.0

typedef struct _PatalBoardLayout PatalBoardLayout; /* never changes; any thread reads and draws; shared by counting */

/* (transfer full). 100 ≤ sides ≤ 10000. */
PatalBoardLayout *patal_board_layout_new   (const PatalForm *form, double width_mm, double height_mm);
PatalBoardLayout *patal_board_layout_ref   (PatalBoardLayout *layout);
void              patal_board_layout_unref (PatalBoardLayout *layout);

#define PATAL_BOARD_LAYOUT_ERROR (patal_board_layout_error_quark ())
GQuark patal_board_layout_error_quark (void);
typedef enum { PATAL_BOARD_LAYOUT_ERROR_TEXT } PatalBoardLayoutError; /* not a layout, or one of a newer version */
char             *patal_board_layout_to_text   (const PatalBoardLayout *layout); /* (transfer full) */
/* @logo: (nullable): what has the SHA-256 that the text names; another one is not drawn. */
PatalBoardLayout *patal_board_layout_from_text (const char *text, GBytes *logo, GError **error);

/* A layout in which the fields that are known at the end have the words of @form, in the boxes of @layout; all else is as it was. */
PatalBoardLayout *patal_board_layout_fill_later (const PatalBoardLayout *layout, const PatalForm *form);

double      patal_board_layout_width_mm  (const PatalBoardLayout *layout);
double      patal_board_layout_height_mm (const PatalBoardLayout *layout);
gboolean    patal_board_layout_has_back  (const PatalBoardLayout *layout);
const char *patal_board_layout_name      (const PatalBoardLayout *layout); /* the record's, never NULL */
PatalLang   patal_board_layout_lang      (const PatalBoardLayout *layout); /* of a bilingual one the first */
gboolean    patal_board_layout_is_bilingual (const PatalBoardLayout *layout);
double      patal_board_layout_least_letter_mm (const PatalBoardLayout *layout); /* what is smaller is too small */

/* The fields, in order, as they are laid out. Millimetres from the board's top left corner. */
typedef struct
{
  const char *id, *label, *value;     /* value: "" for an empty box */
  PatalBox    row_mm, label_mm, value_mm;
  double      letter_mm;              /* height of the value's letters: from the baseline to the headline */
  double      label_letter_mm;
  gboolean    later, cut, too_small;  /* too small: for the distance from which the board is read */
} PatalBoardField;
guint                  patal_board_layout_n_fields (const PatalBoardLayout *layout);
const PatalBoardField *patal_board_layout_field    (const PatalBoardLayout *layout, guint index);
/* (nullable): which field's row is at a point of the board; for clicks. */
const PatalBoardField *patal_board_layout_at       (const PatalBoardLayout *layout, double x_mm, double y_mm);

/* In words that differ, or in boxes that moved: (transfer full) (element-type utf8): ids of fields. An empty array: the one fits the other. */
GPtrArray *patal_board_layout_compare (const PatalBoardLayout *kept, const PatalBoardLayout *now);

/* What is around the rows, likewise: bits 1 << PatalBoardPart of what differs, in words, not in places. The
 * logo of a layout that was read may differ in that it is not drawn: its bytes were not given. */
typedef enum
{
  PATAL_BOARD_PART_HEAD,
  PATAL_BOARD_PART_FOOT,
  PATAL_BOARD_PART_LOGO,
  PATAL_BOARD_PART_COLOURS,
  PATAL_BOARD_PART_CODE,
  PATAL_BOARD_PART_BACK,
  PATAL_BOARD_N_PARTS
} PatalBoardPart;
guint      patal_board_layout_compare_parts (const PatalBoardLayout *kept, const PatalBoardLayout *now);

typedef enum
{
  PATAL_BOARD_FRONT,
  PATAL_BOARD_BACK,
  PATAL_BOARD_LATER,  /* only the words of the fields that are known at the end: the overprint */
} PatalBoardSide;

/* The whole of it in @box (points), whose shape is the board's; what is the same on many boards is one group of the PDF. */
void patal_board_layout_draw (const PatalBoardLayout *layout, PatalBoardSide side, PatalCanvas *canvas, const PatalBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalBoardLayout, patal_board_layout_unref)
G_END_DECLS
