/* patal-table-layout.h: how wide columns are, how high rows, and where pages end
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of a table one below the other stand bands: rows, headings and sub-totals of groups, the total, the note, the signatures. Lengths are points. */
#pragma once
#include "patal-table-pages.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_BAND_ROW,
  PATAL_BAND_GROUP,      /* a group's heading: stays with the row below it */
  PATAL_BAND_SUBTOTAL,   /* stays with the row above it, as all that follow */
  PATAL_BAND_TOTAL,
  PATAL_BAND_EMPTY,      /* says that there are no rows */
  PATAL_BAND_NOTE,
  PATAL_BAND_SIGNATURES,
} PatalBandKind;

typedef struct
{
  PatalBandKind kind;
  guint         index;  /* of the row, or of the group */
  float         height;
} PatalBand;

typedef struct
{
  double     width;
  PatalAlign align;
  gboolean   wraps;
  guint      first_entry; /* the first row that says something, of a column with a total */
} PatalColumnLayout;

typedef struct
{
  guint first_band, n_bands;
  guint rows_before;    /* of all pages before this one */
  gboolean carries;     /* the sum so far at its foot, and at the head of the next */
} PatalPageBands;

typedef struct
{
  PatalTable        *table;
  PatalWords        *words;
  PatalSheetSize     size;
  double             text_pt;        /* of all cells */
  double             least_row;      /* no row is lower */
  guint              level;          /* of the outline on which its groups stand */
  PatalColumnLayout *columns;
  double             title_height;   /* of what stands above the columns on the first page */
  double             head_height;    /* of the columns' titles */
  GArray            *bands;          /* of PatalBand */
  GArray            *pages;          /* of PatalPageBands */
  GArray            *sums;           /* of gint64: for each page, for each column, the sum of the rows before it */
} PatalTableLayout;

#define PATAL_CELL_PAD_X 3
#define PATAL_CELL_PAD_Y 2
#define PATAL_NOTE_PT 8.5

PatalTextStyle patal_table_layout_style (const PatalTableLayout *layout, PatalWeight weight);

/* (transfer full) */
PatalTableLayout *patal_table_layout_new  (const PatalTable *table, const PatalTableSetup *setup, PatalWords *words,
                                           const PatalProgress *progress, GError **error);
void              patal_table_layout_free (PatalTableLayout *layout);

/* From the top: the title, or the columns' titles; where the bands of a page begin; how high they may be. */
double patal_table_layout_top  (const PatalTableLayout *layout, guint page);
double patal_table_layout_body (const PatalTableLayout *layout, guint page);
double patal_table_layout_line (const PatalTableLayout *layout); /* a row of one line */
double patal_table_layout_room (const PatalTableLayout *layout); /* between the margins, across */

/* Draws the first page's head from @y on, or only measures it, without a canvas. Gives its height. */
double patal_table_head_draw (const PatalTableLayout *layout, PatalCanvas *canvas, double y);

/* The level of the outline on which the groups of @pages stand, before these are drawn. */
void patal_table_pages_set_level (PatalTablePages *pages, guint level);

/* A cell's text: the table's own, or made for *@to_free. */
const char *patal_table_layout_text (const PatalTable *table, guint row, guint column, char **to_free);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalTableLayout, patal_table_layout_free)
G_END_DECLS
