/* patal-board-letters.h: words of a board, set in lines at fixed places
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lengths are millimetres of the board. Places are on a grid and sizes in tenths or hundredths, so that what is written down is what is drawn. */
#pragma once
#include "patal-canvas.h"
#include "patal-form.h"

G_BEGIN_DECLS

#define PATAL_BOARD_LEADING 1.32 /* from line to line, in sizes: the marks of one do not reach those of the next */

typedef struct
{
  double x, y;
} PatalBoardPoint;

/* Where a line begins, on its baseline, in the points of the store. */
typedef struct
{
  const char *text;  /* the lines, parted by line feeds; "": none */
  double      size;
  PatalWeight weight;
  guint       first, n_lines;
} PatalBoardLetters;

/* What all words of a board have in common, and where they are kept. */
typedef struct
{
  GStringChunk *strings;
  GArray       *points;  /* of PatalBoardPoint */
  const char   *family;
  PatalLang     lang;
  double        letter_share; /* of a letter's size: from its baseline to its headline; of English to the top of a capital */
  double        grid;
} PatalBoardType;

void   patal_board_type_init  (PatalBoardType *type, const char *family, PatalLang lang, double grid);
void   patal_board_type_init_like (PatalBoardType *type, const PatalBoardType *other); /* @other lives longer */
void   patal_board_type_clear (PatalBoardType *type);
double patal_board_on_grid    (const PatalBoardType *type, double length);
/* (transfer full): @text as it can be set: UTF-8, no control characters but line feeds, none of them at its ends. NULL: "". */
char  *patal_board_clean      (const char *text);

typedef struct
{
  PatalBox    box;     /* that holds them, in the middle of its height */
  double      most;    /* the size that is wished for */
  double      least;   /* share of it */
  PatalWeight weight;
  PatalAlign  align;
  PatalWrap   wrap;
  gboolean    whole;   /* shrinks before it is parted */
  gboolean    even;    /* keeps the size that is wished for, though a smaller one would save a line */
  double      line_of; /* one line stands on the baseline of letters of this size, so that a row has one; 0: of its own */
} PatalBoardPlace;

/* Sets @text, which is clean, in the largest size in which it stands there; what stands in none is cut, and TRUE is returned. */
gboolean patal_board_set (PatalBoardType *type, const char *text, const PatalBoardPlace *place, PatalBoardLetters *out);

/* As it was set in another store. */
PatalBoardLetters patal_board_letters_copy (PatalBoardType *to, const PatalBoardType *from, const PatalBoardLetters *letters);
const PatalBoardPoint *patal_board_letters_point (const PatalBoardType *type, const PatalBoardLetters *letters, guint line);
void patal_board_letters_draw (const PatalBoardType *type, const PatalBoardLetters *letters, PatalCanvas *canvas, const PatalInk *ink);

G_END_DECLS
