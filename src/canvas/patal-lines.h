/* patal-lines.h: the parts of a text laid in lines
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-paragraph.h"
#include "patal-parts.h"

G_BEGIN_DECLS

/* A line: the words from @first to before @end. */
typedef struct
{
  guint  first, end;
  double width; /* for size 1 */
} PatalLineRange;

typedef struct
{
  GPtrArray  *words;  /* PatalWord, owned; in the order of reading, without the spaces at the ends of lines */
  GByteArray *levels; /* bidirectional, of each word */
  GArray     *ranges; /* PatalLineRange */
} PatalLines;

/* @width for size 1. */
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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalLines, patal_lines_clear)
G_END_DECLS
