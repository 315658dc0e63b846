/* board-out.h: in which files boards are written
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-board-pages.h"
#include "patal-call.h"

G_BEGIN_DECLS

typedef enum { BOARD_PDF, BOARD_PNG, BOARD_SVG } BoardFormat;
typedef enum { BOARD_SPLIT_NONE, BOARD_SPLIT_GP, BOARD_SPLIT_BLOCK } BoardSplit;

#define BOARD_PICTURE_WIDTH 1080 /* pixels: a telephone's */

typedef struct
{
  BoardFormat format;
  BoardSplit  split;    /* of a PDF: a file each in a folder */
  int         width;    /* pixels of a PNG */
  const char *path;     /* a file; a folder where there are several */
} BoardOut;

/* Writes the boards of @works, in their order: all of the files, or none. @tally: (out): over all of them. FALSE as patal_board_write_pdf(),
 * or G_FILE_ERROR. */
gboolean board_out_write (const BoardOut *out, PatalDb *db, const GArray *works, const PatalBoardOrder *order, PatalBoardTally *tally,
                          const PatalProgress *progress, GError **error);

G_END_DECLS
