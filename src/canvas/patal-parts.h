/* patal-parts.h: a text as words in a row, and where its lines may break
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-segment.h"
#include "patal-word.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_BREAK_NONE,
  PATAL_BREAK_IN_NEED, /* a number and its unit, initials and a name: only where the line is too short for both */
  PATAL_BREAK_ALLOWED,
  PATAL_BREAK_ALWAYS,  /* the line feed of the text */
} PatalBreak;

typedef struct
{
  PatalWord *word;     /* NULL: no word, the end of the text's line */
  double     width;    /* for size 1 */
  guint16    from, to; /* the bytes of the word that are meant; 0, 0: all of it */
  guint8     kind;     /* PatalSegmentKind */
  guint8     before;   /* PatalBreak */
  guint8     level;    /* bidirectional */
} PatalPart;

#define PATAL_PARTS_AT_FIRST 40

typedef struct
{
  PatalPart *parts;
  guint      n_parts, room;
  gboolean   leftwards;  /* the text as a whole runs from right to left */
  gboolean   has_levels; /* some part has a level: lines are put in order before they are seen */
  double     widest;     /* part, for size 1 */
  PatalPart  at_first[PATAL_PARTS_AT_FIRST]; /* most texts are short: no allocation */
} PatalParts;

/* Bytes that are not UTF-8 and control characters are left out. @parts must not be moved. */
void patal_parts_init  (PatalParts *parts, PatalFace *face, const char *text);
void patal_parts_clear (PatalParts *parts);
void patal_parts_add   (PatalParts *parts, const PatalPart *part); /* takes over the word */

/* The same, of texts that this thread asked for lately remembered: a text is measured in some widths and then set, and many stand on one board after
 * another. (transfer none): until this thread asks for another text. */
const PatalParts *patal_parts_of (PatalFace *face, const char *text);

G_END_DECLS
