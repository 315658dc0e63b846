/* bench-board.h: what others would have to do for the same boards
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-board-layout.h"
#include "patal-db.h"

#define BENCH_LETTER_SHARE 0.64 /* of the font's size: how high a letter of Devanagari is */

/* A district of @n_works works, ten for each gram panchayat. */
void bench_board_make  (const char *path, guint n_works);

/* (transfer full): the form of a work, as all of them are given it. */
typedef struct _BenchForms BenchForms;
BenchForms *bench_forms_open  (const char *path);
guint       bench_forms_count (const BenchForms *forms);
PatalForm  *bench_forms_read  (BenchForms *forms, guint index);
char       *bench_forms_id    (const BenchForms *forms, guint index); /* (transfer full): the work's */
void        bench_forms_close (BenchForms *forms);

/* The A4 proofs of all boards of the district @path by Cairo and Pango, as a good engineer would write them. */
void bench_board_cairo (const char *path, const char *pdf);

/* How high the letters of a value are that may be empty on this board, and not on others. */
double      bench_letter_mm   (const PatalBoardField *field);

/* What LibreOffice is given of the first @n_boards boards of the first one's kind: @csv with their words and the pictures of their codes;
 * @csv.boxes with places, sizes and colours; @csv.svg, the logo. */
void        bench_board_office (const char *path, const char *csv, guint n_boards);
