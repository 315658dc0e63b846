/* patal-board-size.h: how large a board is, as people write it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-lang.h"
#include "patal-value-error.h"

G_BEGIN_DECLS

#define PATAL_BOARD_LEAST_MM 100.0
#define PATAL_BOARD_MOST_MM  10000.0

/* "5x4 ft", "5x4ft", "1524x1219 mm", "a4", "a4 landscape", "5×4 फीट": width by height. On FALSE both are untouched, and @error is in
 * PATAL_VALUE_ERROR; 100 mm to 10 m are sizes of boards. A4 and A3 stand upright unless said otherwise. */
gboolean patal_board_size_parse  (const char *text, double *width_mm, double *height_mm, GError **error);
/* (transfer full): "5 × 4 ft", "A4", "A4 landscape", "1000 × 700 mm"; in Hindi "5 × 4 फीट", "A4 आड़ा", "1000 × 700 मि.मी.". */
char    *patal_board_size_format (double width_mm, double height_mm, PatalLang lang);

G_END_DECLS
