/* patal-sheet-size.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-sheet-size.h"

#define MARGIN_MM 15
#define PICTURE_PT 540     /* the shorter side of what is looked at on a screen */
#define PICTURE_MARGIN 0.04 /* of that */

PatalSheetSize
patal_sheet_size (PatalPaper paper, PatalTurn turn)
{
  static const double mm[][2] = { [PATAL_PAPER_A4] = { 210, 297 }, [PATAL_PAPER_A3] = { 297, 420 } };
  gboolean lying = turn == PATAL_TURN_LANDSCAPE;

  return (PatalSheetSize) { mm[paper][lying ? 1 : 0] * PATAL_PT_PER_MM, mm[paper][lying ? 0 : 1] * PATAL_PT_PER_MM,
                            MARGIN_MM * PATAL_PT_PER_MM };
}

PatalPaper
patal_sheet_paper (const PatalSheetSize *size)
{
  double a4 = patal_sheet_size (PATAL_PAPER_A4, PATAL_TURN_PORTRAIT).height;

  return MAX (size->width, size->height) > a4 + 1 ? PATAL_PAPER_A3 : PATAL_PAPER_A4; /* a point: what turning may round */
}

PatalSheetSize
patal_sheet_size_of_pixels (int width, int height)
{
  double scale = PICTURE_PT / (double) MIN (width, height);

  return (PatalSheetSize) { width * scale, height * scale, PICTURE_PT * PICTURE_MARGIN };
}

PatalBox
patal_sheet_box (const PatalSheetSize *size)
{
  return (PatalBox) { size->margin, size->margin, size->width - 2 * size->margin, size->height - 2 * size->margin };
}
