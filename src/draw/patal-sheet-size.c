/* patal-sheet-size.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-sheet-size.h"

#define MARGIN_MM 15

PatalSheetSize
patal_sheet_size (PatalPaper paper, PatalTurn turn)
{
  static const double mm[][2] = { [PATAL_PAPER_A4] = { 210, 297 }, [PATAL_PAPER_A3] = { 297, 420 } };
  gboolean lying = turn == PATAL_TURN_LANDSCAPE;

  return (PatalSheetSize) { mm[paper][lying ? 1 : 0] * PATAL_PT_PER_MM, mm[paper][lying ? 0 : 1] * PATAL_PT_PER_MM,
                            MARGIN_MM * PATAL_PT_PER_MM };
}
