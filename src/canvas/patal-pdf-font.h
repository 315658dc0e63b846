/* patal-pdf-font.h: an embedded font in which every cluster is a glyph of its own
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-pdf-file.h"
#include "patal-word.h"

G_BEGIN_DECLS

/* A code of a PDF is two bytes: the glyph's number in its font. The font stands in the upper half. */
typedef guint32 PatalPdfCode;
#define PATAL_PDF_CODE(font, glyph) ((PatalPdfCode) (font) << 16 | (glyph))
#define PATAL_PDF_CODE_FONT(code) ((code) >> 16)
#define PATAL_PDF_CODE_GLYPH(code) ((code) & 0xffff)

/* All fonts of one PDF. Codes are given in the order of asking, so that equal documents get equal codes. */
typedef struct _PatalPdfFonts PatalPdfFonts;

PatalPdfFonts *patal_pdf_fonts_new  (void);
void           patal_pdf_fonts_free (PatalPdfFonts *fonts);

/* Appends the codes that show @word, left to right. */
void  patal_pdf_fonts_encode (PatalPdfFonts *fonts, const PatalWord *word, GArray *codes);

guint patal_pdf_fonts_count  (const PatalPdfFonts *fonts);
/* Writes font @font with all that it needs, as object @number. */
void  patal_pdf_fonts_write  (PatalPdfFonts *fonts, guint font, PatalPdfFile *file, guint number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalPdfFonts, patal_pdf_fonts_free)
G_END_DECLS
