/* drawing-options.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing-options.h"
#include "patal-call.h"
#include "patal-pages-picture.h"
#include "patal-pdf-report.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define USUAL_WIDTH 1920 /* of a projector */
#define USUAL_HEIGHT 1080
#define PAPER_DPI 200 /* of a PNG in the shape of a sheet of paper */

static gboolean
say (const char *sentence)
{
  fprintf (stderr, "patal: %s\n", sentence);
  return FALSE;
}

/* By --format, else by the ending of the file's name. */
static gboolean
read_format (DrawingOptions *options)
{
  static const char *const formats[] = { [DRAWING_PDF] = "pdf", [DRAWING_SVG] = "svg", [DRAWING_PNG] = "png", NULL };
  const char *dot = strrchr (options->out, '.');
  guint format = DRAWING_PDF;

  if (!patal_call_choose (options->format_text != NULL ? options->format_text : dot != NULL ? dot + 1 : "", formats, &format))
    return say (_("The format is pdf, svg or png"));
  options->format = (DrawingFormat) format;
  return TRUE;
}

static gboolean
read_pixels (DrawingOptions *options)
{
  char after;

  options->width = USUAL_WIDTH;
  options->height = USUAL_HEIGHT;
  if (options->pixels_text != NULL
      && (sscanf (options->pixels_text, "%5dx%5d%c", &options->width, &options->height, &after) != 2
          || options->width < PATAL_LEAST_PIXELS || options->width > PATAL_MOST_PIXELS
          || options->height < PATAL_LEAST_PIXELS || options->height > PATAL_MOST_PIXELS))
    {
      fprintf (stderr, _("patal: --pixels is WIDTHxHEIGHT, each from %d to %d: 1920x1080\n"), PATAL_LEAST_PIXELS, PATAL_MOST_PIXELS);
      return FALSE;
    }
  options->size = patal_sheet_size_of_pixels (options->width, options->height);
  return TRUE;
}

static gboolean
read_paper (DrawingOptions *options)
{
  static const char *const papers[] = { [PATAL_PAPER_A4] = "a4", [PATAL_PAPER_A3] = "a3", NULL };
  static const char *const turns[] = { "portrait", "landscape", NULL };
  guint paper = PATAL_PAPER_A4, turn = 1;

  if (!patal_call_choose (options->paper_text, papers, &paper))
    return say (_("The paper is a4 or a3"));
  if (!patal_call_choose (options->turn_text, turns, &turn))
    return say (_("A sheet is turned portrait or landscape"));
  options->size = patal_sheet_size ((PatalPaper) paper, turn == 0 ? PATAL_TURN_PORTRAIT : PATAL_TURN_LANDSCAPE);
  options->width = (int) lround (options->size.width * PAPER_DPI / 72);
  options->height = (int) lround (options->size.height * PAPER_DPI / 72);
  return TRUE;
}

gboolean
drawing_options_read (DrawingOptions *options)
{
  gboolean paper = options->paper_text != NULL || options->turn_text != NULL;

  if (options->out == NULL)
    return say (_("Say where to write it with --out FILE"));
  if (!read_format (options))
    return FALSE;
  if (options->format == DRAWING_PDF && options->pixels_text != NULL)
    return say (_("A PDF has a paper, not pixels: leave --pixels out, or write svg or png"));
  if (options->pixels_text != NULL && paper)
    return say (_("Give either --pixels or a paper"));
  return options->pixels_text != NULL || (options->format == DRAWING_PNG && !paper) ? read_pixels (options) : read_paper (options);
}

void
drawing_options_clear (DrawingOptions *options)
{
  g_free (options->format_text);
  g_free (options->pixels_text);
  g_free (options->paper_text);
  g_free (options->turn_text);
  g_free (options->out);
}

gboolean
drawing_options_write (const DrawingOptions *options, const PatalPages *pages)
{
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (options->format != DRAWING_PDF && patal_pages_count (pages) > 1)
    return say (_("A picture holds one page: write a PDF, or ask for a single month"));
  switch (options->format)
    {
    case DRAWING_SVG:
      written = patal_pages_picture_write_svg (pages, 0, options->out, &error);
      break;
    case DRAWING_PNG:
      written = patal_pages_picture_write_png (pages, 0, options->width, options->height, options->out, &error);
      break;
    case DRAWING_PDF:
    default:
      written = patal_pdf_report_write_pages (pages, options->out, patal_call_progress (), &error);
    }
  if (!written)
    patal_call_refuse (error);
  else
    patal_call_say_font (PATAL_LANG_HI);
  return written;
}
