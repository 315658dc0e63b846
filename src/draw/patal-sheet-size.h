/* patal-sheet-size.h: the sheets that offices print on
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-canvas.h"

G_BEGIN_DECLS

#define PATAL_PT_PER_MM (72 / 25.4)

typedef enum
{
  PATAL_PAPER_A4,
  PATAL_PAPER_A3,
} PatalPaper;

typedef enum
{
  PATAL_TURN_AUTO,      /* upright, unless what is drawn needs the width */
  PATAL_TURN_PORTRAIT,
  PATAL_TURN_LANDSCAPE,
} PatalTurn;

typedef struct
{
  double width, height; /* points */
  double margin;        /* points, on all sides; files are punched at the left, printers leave out 5 mm */
} PatalSheetSize;

/* @turn AUTO is PORTRAIT here. */
PatalSheetSize patal_sheet_size (PatalPaper paper, PatalTurn turn);

PatalPaper patal_sheet_paper (const PatalSheetSize *size); /* of one of those sheets, whichever way it is turned */

/* A sheet of the shape of a picture with so many pixels: for a projector, a telephone. */
PatalSheetSize patal_sheet_size_of_pixels (int width, int height);

PatalBox patal_sheet_box (const PatalSheetSize *size); /* what is between the margins */

G_END_DECLS
