/* patal-pages.h: pages as one value, which the screen, the printer and a PDF file play
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Never changes; may be drawn from several threads at once; shared by counting. */
#pragma once
#include "patal-pdf.h"
#include "patal-sheet-size.h"

G_BEGIN_DECLS

typedef struct _PatalPages PatalPages;

/* Draws page @page, from 0, of @what, in any thread. */
typedef void (*PatalPagesDraw) (gconstpointer what, PatalCanvas *canvas, guint page);

/* @n_pages: at least 1, all of @size. @info: copied; its made_at is not looked at, its title is the name of a print job too.
 * @what: (transfer full), freed by @what_free. */
PatalPages *patal_pages_new   (PatalSheetSize size, guint n_pages, const PatalPdfInfo *info, PatalPagesDraw draw, gpointer what,
                               GDestroyNotify what_free);
PatalPages *patal_pages_ref   (PatalPages *pages);
void        patal_pages_unref (PatalPages *pages);

PatalSheetSize patal_pages_size  (const PatalPages *pages);
guint          patal_pages_count (const PatalPages *pages);
const char    *patal_pages_title (const PatalPages *pages); /* (transfer none): never NULL */
void           patal_pages_draw  (const PatalPages *pages, PatalCanvas *canvas, guint page);

/* All of them as a PDF file on @stream, made at @made_at (seconds UTC), with the title as the first line of its outline. FALSE: cancelled,
 * or the stream's error. */
gboolean patal_pages_write_pdf (const PatalPages *pages, GOutputStream *stream, gint64 made_at, const PatalProgress *progress,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalPages, patal_pages_unref)
G_END_DECLS
