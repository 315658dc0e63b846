/* patal-pdf-report.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pdf-report.h"
#include "patal-desk.h"
#include "patal-out-file.h"

#define LAYOUT_SHARE 0.5 /* of the time, about */

static void
draw_page (gconstpointer what, PatalCanvas *canvas, guint page)
{
  patal_table_pages_draw (what, canvas, page);
}

static void
free_pages (gpointer what)
{
  patal_table_pages_free (what);
}

PatalPages *
patal_pdf_report_pages (const PatalTable *table, const PatalTableSetup *setup, const PatalProgress *progress, GError **error)
{
  const PatalTableFrame *frame = patal_table_frame (table);
  const PatalPdfInfo info = { .title = frame->title, .author = frame->place, .subject = frame->as_on_line, .lang = frame->lang,
                              .tagged = TRUE };
  g_autoptr (PatalWords) words = patal_desk_words (frame->lang, error);
  PatalTablePages *laid_out;

  if (words == NULL)
    return NULL;
  laid_out = patal_table_pages_new (table, setup, words, progress, error);
  if (laid_out == NULL)
    return NULL;
  return patal_pages_new (patal_table_pages_size (laid_out), patal_table_pages_count (laid_out), &info, draw_page, laid_out,
                          free_pages);
}

gboolean
patal_pdf_report_write_pages (const PatalPages *pages, const char *path, const PatalProgress *progress, GError **error)
{
  g_autoptr (PatalOutFile) file = patal_out_file_new (path, error);
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GString) rest = g_string_new (NULL);

  if (file == NULL)
    return FALSE;
  stream = patal_out_file_stream (file);
  return patal_pages_write_pdf (pages, stream, g_get_real_time () / G_USEC_PER_SEC, progress, error)
         && patal_out_file_finish (file, rest, error);
}

gboolean
patal_pdf_report_write (const PatalTable *table, const char *path, const PatalProgress *progress, GError **error)
{
  const PatalTableSetup setup = { .paper = PATAL_PAPER_A4, .turn = PATAL_TURN_AUTO };
  PatalProgressPart part;
  g_autoptr (PatalPages) pages = patal_pdf_report_pages (table, &setup, patal_progress_part (&part, progress, 0, LAYOUT_SHARE), error);

  return pages != NULL
         && patal_pdf_report_write_pages (pages, path, patal_progress_part (&part, progress, LAYOUT_SHARE, 1), error);
}
