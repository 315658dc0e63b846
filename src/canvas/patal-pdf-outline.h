/* patal-pdf-outline.h: the outline of a PDF file, written as its lines come
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory holds the last line of each level and no more, so that a lakh of lines take no more than ten. */
#pragma once
#include "patal-pdf-file.h"

G_BEGIN_DECLS

typedef struct _PatalPdfOutline PatalPdfOutline;

PatalPdfOutline *patal_pdf_outline_new  (PatalPdfFile *file); /* which must outlive it */
void             patal_pdf_outline_free (PatalPdfOutline *outline);

/* A line that leads to @top (upwards from the foot) of the page that is object @page. @level from 0; one that skips a level hangs below the
 * line before it. */
void  patal_pdf_outline_add    (PatalPdfOutline *outline, guint level, guint page, double top, const char *title);

/* Writes the rest. The number of the whole; 0: there are no lines. */
guint patal_pdf_outline_finish (PatalPdfOutline *outline);

G_END_DECLS
