/* patal-pages.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pages.h"

struct _PatalPages
{
  gatomicrefcount refs;
  PatalSheetSize  size;
  guint           n_pages;
  char           *title, *author, *subject;
  PatalLang       lang;
  gboolean        tagged;
  PatalPagesDraw  draw;
  gpointer        what;
  GDestroyNotify  what_free;
};

PatalPages *
patal_pages_new (PatalSheetSize size, guint n_pages, const PatalPdfInfo *info, PatalPagesDraw draw, gpointer what,
                 GDestroyNotify what_free)
{
  PatalPages *pages = g_new (PatalPages, 1);

  *pages = (PatalPages) { .size = size, .n_pages = n_pages, .title = g_strdup (info->title), .author = g_strdup (info->author),
                          .subject = g_strdup (info->subject), .lang = info->lang, .tagged = info->tagged, .draw = draw, .what = what,
                          .what_free = what_free };
  g_atomic_ref_count_init (&pages->refs);
  return pages;
}

PatalPages *
patal_pages_ref (PatalPages *pages)
{
  g_atomic_ref_count_inc (&pages->refs);
  return pages;
}

void
patal_pages_unref (PatalPages *pages)
{
  if (pages == NULL || !g_atomic_ref_count_dec (&pages->refs))
    return;
  if (pages->what_free != NULL)
    pages->what_free (pages->what);
  g_free (pages->title);
  g_free (pages->author);
  g_free (pages->subject);
  g_free (pages);
}

PatalSheetSize
patal_pages_size (const PatalPages *pages)
{
  return pages->size;
}

guint
patal_pages_count (const PatalPages *pages)
{
  return pages->n_pages;
}

const char *
patal_pages_title (const PatalPages *pages)
{
  return pages->title != NULL ? pages->title : "";
}

void
patal_pages_draw (const PatalPages *pages, PatalCanvas *canvas, guint page)
{
  g_return_if_fail (page < pages->n_pages);

  pages->draw (pages->what, canvas, page);
}

static void
draw_page_cb (PatalCanvas *canvas, guint page, gpointer data)
{
  const PatalPages *pages = data;

  if (page == 0)
    patal_canvas_bookmark (canvas, 0, 0, patal_pages_title (pages));
  patal_pages_draw (pages, canvas, page);
}

gboolean
patal_pages_write_pdf (const PatalPages *pages, GOutputStream *stream, gint64 made_at, const PatalProgress *progress, GError **error)
{
  const PatalPdfInfo info = { .title = pages->title, .author = pages->author, .subject = pages->subject, .lang = pages->lang,
                              .tagged = pages->tagged,
                              .made_at = made_at };
  const PatalPdfPages drawn = { pages->size.width, pages->size.height, draw_page_cb, (gpointer) pages, NULL };
  g_autoptr (PatalPdf) pdf = patal_pdf_new (stream, &info);

  return patal_pdf_pages (pdf, &drawn, pages->n_pages, progress, error) && patal_pdf_finish (pdf, error);
}
