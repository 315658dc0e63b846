/* patal-canvas.h: what everything is drawn on, whoever plays it: Cairo (screen, printer, PNG, SVG) or our PDF writer
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lengths are points (1/72 inch), x to the right and y downwards from the top left corner. A canvas belongs to one
 * thread. Nothing here fails: a PDF that cannot be written says so when it is finished. */
#pragma once
#include "patal-path.h"
#include "patal-picture.h"
#include "patal-paragraph.h"

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha; /* 0 to 1 */
} PatalInk;
#define PATAL_INK_BLACK ((PatalInk) { 0, 0, 0, 1 })

typedef enum
{
  PATAL_CAP_BUTT,
  PATAL_CAP_ROUND,
  PATAL_CAP_SQUARE,
} PatalCap;

typedef struct
{
  PatalInk ink;
  double   width;    /* points */
  double   dash[4];  /* on, off, on, off; all 0: a whole line */
  PatalCap cap;      /* corners are mitred with a BUTT or SQUARE cap, else round */
} PatalStroke;

typedef enum
{
  PATAL_HATCH_NONE,
  PATAL_HATCH_RISING,  /* like / */
  PATAL_HATCH_FALLING, /* like \ */
  PATAL_HATCH_CROSSED,
  PATAL_HATCH_LEVEL,
  PATAL_HATCH_DOTS,
} PatalHatch;

/* What a part of a page is, for a reader of the text (a screen reader, a viewer that reflows). */
typedef enum
{
  PATAL_TAG_PARAGRAPH,
  PATAL_TAG_TITLE,         /* the heading of all */
  PATAL_TAG_HEADING,       /* the headings below it */
  PATAL_TAG_TABLE,         /* holds rows, and nothing else */
  PATAL_TAG_ROW,           /* holds cells, and nothing else */
  PATAL_TAG_HEAD_CELL,     /* heads the column below it */
  PATAL_TAG_ROW_HEAD_CELL, /* heads the row to its right */
  PATAL_TAG_CELL,
  PATAL_TAG_FIGURE,        /* its words for the blind are the tag's text */
  PATAL_TAG_ARTIFACT,      /* rules, page numbers, repeated heads: not part of the text */
} PatalTag;

/* A part of a page, as a player is told of it. */
typedef struct
{
  PatalTag    tag;
  PatalLang   lang;
  const char *text;      /* (nullable): what a figure shows */
  guint       n_columns; /* of a cell that stands over several; 0: one */
  gboolean    goes_on;   /* from the page before */
} PatalTagged;

/* A player. Only players look inside. */
typedef struct _PatalCanvas PatalCanvas;
typedef struct
{
  void     (*save)        (PatalCanvas *canvas);
  void     (*restore)     (PatalCanvas *canvas);
  void     (*transform)   (PatalCanvas *canvas, const PatalMatrix *matrix);
  void     (*clip)        (PatalCanvas *canvas, const PatalPath *path);
  void     (*fill)        (PatalCanvas *canvas, const PatalPath *path, const PatalInk *ink);
  void     (*stroke)      (PatalCanvas *canvas, const PatalPath *path, const PatalStroke *stroke);
  void     (*line)        (PatalCanvas *canvas, double x, double y, const PatalLine *line, const PatalInk *ink);
  void     (*picture)     (PatalCanvas *canvas, const PatalBox *box, PatalPicture *picture);
  void     (*stencil)     (PatalCanvas *canvas, const PatalBox *box, const PatalStencil *stencil,
                           const PatalInk *ink);
  gboolean (*group_begin) (PatalCanvas *canvas, const char *key);
  void     (*group_end)   (PatalCanvas *canvas);
  void     (*link)        (PatalCanvas *canvas, const PatalBox *box, const char *target);
  void     (*anchor)      (PatalCanvas *canvas, double y, const char *name);
  void     (*bookmark)    (PatalCanvas *canvas, guint level, double y, const char *title);
  void     (*tag_begin)   (PatalCanvas *canvas, const PatalTagged *tagged);
  void     (*tag_end)     (PatalCanvas *canvas);
} PatalPlayer;
struct _PatalCanvas
{
  const PatalPlayer *player;
  gpointer           target; /* the player's own: a cairo_t, a page of a PatalPdf */
};

/* Each save is paired with a restore; clips and transforms last until then. */
void patal_canvas_save      (PatalCanvas *canvas);
void patal_canvas_restore   (PatalCanvas *canvas);
void patal_canvas_transform (PatalCanvas *canvas, const PatalMatrix *matrix);
void patal_canvas_move      (PatalCanvas *canvas, double dx, double dy);
void patal_canvas_clip      (PatalCanvas *canvas, const PatalPath *path);
void patal_canvas_clip_box  (PatalCanvas *canvas, const PatalBox *box);

/* Filled by the winding rule. */
void patal_canvas_fill       (PatalCanvas *canvas, const PatalPath *path, const PatalInk *ink);
void patal_canvas_fill_box   (PatalCanvas *canvas, const PatalBox *box, const PatalInk *ink);
void patal_canvas_stroke     (PatalCanvas *canvas, const PatalPath *path, const PatalStroke *stroke);
void patal_canvas_stroke_box (PatalCanvas *canvas, const PatalBox *box, const PatalStroke *stroke);
void patal_canvas_rule       (PatalCanvas *canvas, double x0, double y0, double x1, double y1,
                              const PatalStroke *stroke);

/* Lines of @stroke, @gap points apart, inside @path: what tells two grounds apart in black and white. */
void patal_canvas_hatch (PatalCanvas *canvas, const PatalPath *path, PatalHatch hatch, double gap,
                         const PatalStroke *stroke);

/* @y is the baseline of the line; for a paragraph the top of its first line. */
void patal_canvas_line      (PatalCanvas *canvas, double x, double y, const PatalLine *line, const PatalInk *ink);
void patal_canvas_paragraph (PatalCanvas *canvas, double x, double y, const PatalParagraph *paragraph,
                             const PatalInk *ink);

/* Stretched to @box. A picture that is drawn many times is embedded once. */
void patal_canvas_picture (PatalCanvas *canvas, const PatalBox *box, PatalPicture *picture);
void patal_canvas_stencil (PatalCanvas *canvas, const PatalBox *box, const PatalStencil *stencil,
                           const PatalInk *ink);

/* What is the same on many pages. TRUE: draw it now, then call patal_canvas_group_end(). FALSE: a group of this @key
 * stood on an earlier page, and has just been drawn again, here. Everything that the group's look depends on is in
 * @key; it is drawn by the transform of its first place, so move first and draw from 0, 0. Groups do not nest, and
 * hold no links, anchors, bookmarks or tags. */
gboolean patal_canvas_group_begin (PatalCanvas *canvas, const char *key);
void     patal_canvas_group_end   (PatalCanvas *canvas);

/* @target: "https://…", "mailto:…", or "#NAME" of an anchor. Cairo's screen and printer ignore these. */
void patal_canvas_link     (PatalCanvas *canvas, const PatalBox *box, const char *target);
void patal_canvas_anchor   (PatalCanvas *canvas, double y, const char *name);
void patal_canvas_bookmark (PatalCanvas *canvas, guint level, double y, const char *title); /* @level from 0 */

/* Tags nest as the document does, and end on the page on which they began. What is drawn outside of all tags, or between the rows and the
 * cells of a table, is no part of the text. A PDF file keeps the whole of it if it was asked to (patal-pdf.h); Cairo's screen and printer
 * ignore it. @text: (nullable): what a figure shows, in words. */
void patal_canvas_tag_begin (PatalCanvas *canvas, PatalTag tag, PatalLang lang, const char *text);
void patal_canvas_tag_end   (PatalCanvas *canvas);

/* Instead of _begin(): if the last that ended at this place of the document, artifacts apart, was a @tag too, this is the rest of it. So a
 * table on many pages is one table. */
void patal_canvas_tag_go_on (PatalCanvas *canvas, PatalTag tag, PatalLang lang);

/* Likewise: a cell that stands over @n_columns columns. */
void patal_canvas_tag_cell  (PatalCanvas *canvas, PatalTag tag, PatalLang lang, guint n_columns);

G_END_DECLS
