/* patal-lines.h: the parts of a text laid in lines
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-paragraph.h"
#include "patal-parts.h"

G_BEGIN_DECLS

/* A line: the parts from @first to before @end, without the spaces at its ends. */
typedef struct
{
  guint  first, end;
  double width; /* for size 1 */
} PatalLineRange;

#define PATAL_LINES_AT_FIRST 8

typedef struct
{
  const PatalPart *parts;  /* of which the lines are made; words that were cut are here by the cluster */
  PatalLineRange  *ranges;
  guint            n_lines, room;
  GArray          *cut;    /* (nullable): holds @parts, where words were cut */
  PatalLineRange   at_first[PATAL_LINES_AT_FIRST];
} PatalLines;

/* @width for size 1. @parts stays its owner's and must live as long; @lines must not be moved. */
void patal_lines_init  (PatalLines *lines, const PatalParts *parts, double width, PatalWrap wrap);
void patal_lines_clear (PatalLines *lines);

typedef struct
{
  guint    n_lines;
  double   widest; /* for size 1 */
  gboolean forced; /* a word would be cut */
} PatalLinesSize;

/* The same, measured only. */
PatalLinesSize patal_lines_size (const PatalParts *parts, double width, PatalWrap wrap);

G_END_DECLS
