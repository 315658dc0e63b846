/* drawing-options.h: how and where what is drawn is written
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-pages.h"

G_BEGIN_DECLS

typedef enum
{
  DRAWING_PDF,
  DRAWING_SVG,
  DRAWING_PNG,
} DrawingFormat;

typedef struct
{
  char *format_text, *pixels_text, *paper_text, *turn_text, *out;
  DrawingFormat  format;
  PatalSheetSize size;           /* of a page */
  int            width, height;  /* pixels of a PNG */
} DrawingOptions;

#define DRAWING_USAGE "[--format pdf|svg|png] [--paper a4|a3] [--turn portrait|landscape] [--pixels WIDTHxHEIGHT] --out FILE"
#define DRAWING_ENTRIES(options) \
  { "format", 0, 0, G_OPTION_ARG_STRING, &(options).format_text, NULL, NULL }, \
  { "paper", 0, 0, G_OPTION_ARG_STRING, &(options).paper_text, NULL, NULL }, \
  { "turn", 0, 0, G_OPTION_ARG_STRING, &(options).turn_text, NULL, NULL }, \
  { "pixels", 0, 0, G_OPTION_ARG_STRING, &(options).pixels_text, NULL, NULL }, \
  { "out", 0, 0, G_OPTION_ARG_FILENAME, &(options).out, NULL, NULL }

/* Understands what was given. A sheet lies on its side unless --turn says otherwise; --pixels is for PNG (1920x1080 unless
 * given) and SVG. FALSE: said on standard error; return USAGE. */
gboolean drawing_options_read  (DrawingOptions *options);
void     drawing_options_clear (DrawingOptions *options);

/* Writes it. FALSE: said on standard error; return REFUSED. */
gboolean drawing_options_write (const DrawingOptions *options, const PatalPages *pages);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DrawingOptions, drawing_options_clear)
G_END_DECLS
