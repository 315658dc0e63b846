/* patal-segment.h: where text is cut into words that are shaped once
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A segment is text whose glyphs do not depend on its neighbours: a run of spaces, one digit, one sign, a run of
 * letters of one script. Figures therefore need ten words and not one for each number, and all digits stand as in a
 * table. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PATAL_SEGMENT_SPACE,
  PATAL_SEGMENT_DIGIT,
  PATAL_SEGMENT_SIGN,
  PATAL_SEGMENT_LATIN,
  PATAL_SEGMENT_DEVANAGARI,
  PATAL_SEGMENT_OTHER, /* only Pango knows its script, direction and line breaks */
} PatalSegmentKind;

typedef struct
{
  guint32          at, length; /* bytes */
  PatalSegmentKind kind;
} PatalSegment;

/* The segment that begins at @at (< @length) of @text, which is UTF-8 without control characters. */
PatalSegment patal_segment_at (const char *text, gsize length, gsize at);

G_END_DECLS
