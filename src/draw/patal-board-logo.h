/* patal-board-logo.h: logos, decoded once for all boards and threads
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-canvas.h"

G_BEGIN_DECLS

/* The side of the square that a logo is made for which is shown in @side_pt on paper or screen: one of few. */
double        patal_board_logo_side (double side_pt);
/* (transfer full) (nullable): the picture in @file, made for such a side; NULL: it is none. */
PatalPicture *patal_board_logo      (GBytes *file, double side_pt);

G_END_DECLS
