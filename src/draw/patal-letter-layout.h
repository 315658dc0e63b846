/* patal-letter-layout.h: where each word of a letter, a certificate or of name cards stands
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layout never fails. Of a plain letter pages break where paragraphs and rows of tables end, the head of
 * a table is repeated, and who signs never stands alone on a page. A certificate and a card have one place
 * each: names shrink in it, are then broken into lines, and what is longer still is cut, and said.
 *
 * A layout can be written down as text, and read again by a later version: so what was issued is kept, and
 * printed again byte for byte. It has everything: words, lines, places, sizes of letters, the text of the QR
 * code. */
#pragma once
#include "patal-letter.h"
#include "patal-pages.h"
#include "patal-words.h"

G_BEGIN_DECLS

#define PATAL_LETTER_CARDS 8 /* on a page */

typedef struct _PatalLetterLayout PatalLetterLayout; /* never changes; any thread draws; shared by counting */

/* (transfer full). @words: of the letter's language: "Subject", "Copy to". The code of QR stands on
   certificates. */
PatalLetterLayout *patal_letter_layout_new   (const PatalLetter *letter, PatalWords *words);
/* (transfer full): @n (at least 1) cards, PATAL_LETTER_CARDS a page, with lines along which they are cut
   apart. */
PatalLetterLayout *patal_letter_layout_cards (const PatalLetter *const *cards, guint n);
PatalLetterLayout *patal_letter_layout_ref   (PatalLetterLayout *layout);
void               patal_letter_layout_unref (PatalLetterLayout *layout);

#define PATAL_LETTER_LAYOUT_ERROR (patal_letter_layout_error_quark ())
GQuark patal_letter_layout_error_quark (void);
typedef enum { PATAL_LETTER_LAYOUT_ERROR_TEXT } PatalLetterLayoutError; /* not a layout, or one of a newer version */
char              *patal_letter_layout_to_text   (const PatalLetterLayout *layout); /* (transfer full) */
PatalLetterLayout *patal_letter_layout_from_text (const char *text, GError **error);

const char    *patal_letter_layout_name    (const PatalLetterLayout *layout); /* of the letter, or of the first card; never NULL */
guint          patal_letter_layout_n_pages (const PatalLetterLayout *layout); /* at least 1 */
gboolean       patal_letter_layout_is_cut  (const PatalLetterLayout *layout); /* something did not fit, and ends in "…" */
PatalSheetSize patal_letter_layout_size    (const PatalLetterLayout *layout); /* of every page */
void           patal_letter_layout_draw    (const PatalLetterLayout *layout, PatalCanvas *canvas, guint page);
/* (transfer full): for the screen, the printer, a PDF file. */
PatalPages    *patal_letter_layout_pages   (PatalLetterLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalLetterLayout, patal_letter_layout_unref)
G_END_DECLS
