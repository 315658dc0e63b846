/* patal-pdf.h: a canvas on pages of a PDF file, whose Hindi every viewer gives back
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every distinct cluster that HarfBuzz makes (an akshara as a rule) is one composite glyph of the embedded font, with a code of its own
 * and its whole text in ToUnicode. A viewer that copies text therefore has nothing to guess: no positions between the parts of an akshara,
 * no order of glyphs that differs from that of the letters. */
#pragma once
#include "patal-canvas.h"
#include "patal-crew.h"
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
/* The bytes do not depend on the number of threads. FALSE: cancelled, or the stream's error. May be called again, for more pages. */
gboolean patal_pdf_pages (PatalPdf *pdf, const PatalPdfPages *pages, guint n_pages, const PatalProgress *progress, GError **error);

/* The same for pages that are too many to hold, or of which it is not known beforehand how many there are: they come in portions, PATAL_CREW_ROOM
 * of which are under way at most. */
typedef struct
{
  guint    n; /* portions */
  gboolean (*fetch)   (guint portion, gpointer data, GError **error); /* (nullable): in the calling thread, in order, ahead of the rest */
  guint    (*count)   (guint portion, gpointer data); /* its pages; this and the next two on any thread, in no order of portions */
  void     (*size)    (guint portion, guint page, gpointer data, double *width, double *height);
  void     (*draw)    (PatalCanvas *canvas, guint portion, guint page, gpointer data);
  /* (nullable): on any thread, in order, once its pages are drawn: puts on them what hangs on pages before (no ink: bookmarks) */
  void     (*settle)  (guint portion, PatalCanvas *const *pages, gpointer data);
  void     (*release) (guint portion, gpointer data); /* (nullable): on any thread; it is not asked for any more */
  gpointer data;
} PatalPdfPortions;
gboolean patal_pdf_portions (PatalPdf *pdf, const PatalPdfPortions *portions, const PatalProgress *progress, GError **error);

/* Writes fonts, outline and the end. FALSE: the first error of the stream since the beginning. */
gboolean patal_pdf_finish (PatalPdf *pdf, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalPdf, patal_pdf_free)
G_END_DECLS
