/* patal-parts.h: a text as words in a row, and where its lines may break
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-segment.h"
#include "patal-word.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_BREAK_NONE,
  PATAL_BREAK_IN_NEED, /* between a number and its unit, initials and a name: only where the line is too short for both */
  PATAL_BREAK_ALLOWED,
  PATAL_BREAK_ALWAYS,  /* the line feed of the text */
} PatalBreak;

typedef struct
{
  PatalWord       *word;  /* NULL: no word, the end of the text's line */
  double           width; /* for size 1 */
  PatalSegmentKind kind;
  PatalBreak       before;
  guint8           level; /* bidirectional */
  guint16          from, to; /* the bytes of the word that are meant; 0, 0: all of it */
} PatalPart;

typedef struct
{
  GArray  *parts;     /* PatalPart */
  gboolean leftwards; /* the text as a whole runs from right to left */
  gboolean has_levels; /* some part has a level: lines are put in order before they are seen */
  double   widest;     /* part, for size 1 */
} PatalParts;

/* Bytes that are not UTF-8 and control characters are left out. */
void patal_parts_init  (PatalParts *parts, PatalFace *face, const char *text);
void patal_parts_clear (PatalParts *parts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalParts, patal_parts_clear)
G_END_DECLS
