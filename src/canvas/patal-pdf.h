/* patal-pdf.h: a canvas on pages of a PDF file, whose Hindi every viewer gives back
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every distinct cluster that HarfBuzz makes (an akshara as a rule) is one composite glyph of the embedded font, with a code of its own
 * and its whole text in ToUnicode. A viewer that copies text therefore has nothing to guess: no positions between the parts of an akshara,
 * no order of glyphs that differs from that of the letters. */
#pragma once
#include "patal-canvas.h"
#include "patal-progress.h"

G_BEGIN_DECLS

typedef struct
{
  const char *title;    /* (nullable) */
  const char *author;   /* (nullable): the office */
  const char *subject;  /* (nullable) */
  PatalLang   lang;     /* of the document */
  gboolean    tagged;   /* keeps what the canvas is told of headings, tables, figures: for documents that are read, not for forms in thousands */
  gint64      made_at;  /* seconds UTC; the same input gives the same bytes, so no clock is read here */
} PatalPdfInfo;

typedef struct _PatalPdf PatalPdf;

/* Writes to @stream as pages come; (transfer none), not closed. */
PatalPdf *patal_pdf_new  (GOutputStream *stream, const PatalPdfInfo *info);
void      patal_pdf_free (PatalPdf *pdf); /* what was written without patal_pdf_finish() is no PDF file */

/* One page, in points. The canvas lives until the page's end. Errors wait for patal_pdf_finish(). */
PatalCanvas *patal_pdf_page_begin (PatalPdf *pdf, double width, double height);
void         patal_pdf_page_end   (PatalPdf *pdf);

/* Draws page @page of many; called on several threads at once, in no order, so it may only read @data. */
typedef struct
{
  double width, height; /* of every page */
  void (*draw) (PatalCanvas *canvas, guint page, gpointer data);
  gpointer data;
  void (*size) (guint page, gpointer data, double *width, double *height); /* (nullable): of pages that differ; as @draw */
} PatalPdfPages;
/* The bytes do not depend on the number of threads. FALSE: cancelled, or the stream's error. May be called again, for more pages: whoever has
 * too many to hold makes some at a time. */
gboolean patal_pdf_pages (PatalPdf *pdf, const PatalPdfPages *pages, guint n_pages, const PatalProgress *progress, GError **error);

/* Writes fonts, outline and the end. FALSE: the first error of the stream since the beginning. */
gboolean patal_pdf_finish (PatalPdf *pdf, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalPdf, patal_pdf_free)
G_END_DECLS
