/* patal-pdf-report.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pdf-report.h"
#include "patal-desk.h"
#include "patal-out-file.h"
#include "patal-pdf.h"

#define LAYOUT_SHARE 0.5 /* of the time, about */

static void
draw_page_cb (PatalCanvas *canvas, guint page, gpointer data)
{
  const PatalTablePages *pages = data;

  if (page == 0)
    patal_canvas_bookmark (canvas, 0, 0, patal_table_pages_title (pages));
  patal_table_pages_draw (pages, canvas, page);
}

static gboolean
write_pages (const PatalTable *table, const PatalTablePages *pages, GOutputStream *stream, const PatalProgress *progress,
             GError **error)
{
  const PatalTableFrame *frame = patal_table_frame (table);
  const PatalPdfInfo info = { .title = frame->title, .author = frame->place, .subject = frame->as_on_line, .lang = frame->lang,
                              .made_at = g_get_real_time () / G_USEC_PER_SEC };
  PatalSheetSize size = patal_table_pages_size (pages);
  const PatalPdfPages drawn = { size.width, size.height, draw_page_cb, (gpointer) pages };
  g_autoptr (PatalPdf) pdf = patal_pdf_new (stream, &info);

  return patal_pdf_pages (pdf, &drawn, patal_table_pages_count (pages), progress, error) && patal_pdf_finish (pdf, error);
}

gboolean
patal_pdf_report_write (const PatalTable *table, const char *path, const PatalProgress *progress, GError **error)
{
  PatalProgressPart part;
  g_autoptr (PatalWords) words = patal_desk_words (patal_table_frame (table)->lang, error);
  g_autoptr (PatalTablePages) pages = NULL;
  g_autoptr (PatalOutFile) file = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GString) rest = g_string_new (NULL);

  if (words == NULL)
    return FALSE;
  pages = patal_table_pages_new (table, &(PatalTableSetup) { PATAL_PAPER_A4, PATAL_TURN_AUTO }, words,
                                 patal_progress_part (&part, progress, 0, LAYOUT_SHARE), error);
  if (pages == NULL)
    return FALSE;
  file = patal_out_file_new (path, error);
  if (file == NULL)
    return FALSE;
  stream = patal_out_file_stream (file);
  return write_pages (table, pages, stream, patal_progress_part (&part, progress, LAYOUT_SHARE, 1), error)
         && patal_out_file_finish (file, rest, error);
}
