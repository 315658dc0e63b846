/* patal-board-pages.h: the boards of works on pages: for the screen, the printer, PDF and pictures
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-board-facts.h"
#include "patal-board-layout.h"
#include "patal-board-record.h"
#include "patal-pages.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_BOARD_PROOF,     /* a page each, to scale, with dimensions */
  PATAL_BOARD_FULL,      /* in full size: on the board's own sheet, or on tiles */
  PATAL_BOARD_PAINTER,
  PATAL_BOARD_OVERPRINT, /* in full size, only what is known at the end, in the boxes of the first print */
} PatalBoardKind;

typedef enum { PATAL_BOARD_SIDE_FRONT, PATAL_BOARD_SIDE_BACK, PATAL_BOARD_SIDE_BOTH } PatalBoardSides;

typedef struct
{
  PatalBoardKind  kind;
  PatalBoardSides sides;
  PatalBoardLang  lang;
  PatalBoardFill  fill;
  double          width_mm, height_mm;  /* of boards without a first print; 0: what the record says, else the template */
  const char     *template;             /* (nullable): its name; NULL: the one for the kind of work */
  PatalSheetSize  sheet;                /* of paper; width 0: in full size one sheet as large as the board, else A4 */
} PatalBoardOrder;

/* (transfer full): the layout of one board by @order: that of the first print where one is kept (but for PROOF with another size asked for), else a
 * new one. *@now (out) (nullable) (transfer full): what would be printed if none were kept. */
PatalBoardLayout *patal_board_lay_out (PatalDb *db, gint64 work, const PatalBoardOrder *order, PatalBoardLayout **now, GError **error);

/* (transfer full): what is wrong with a board before it is printed: patal_board_findings(), what its layout shows (letters too small, text cut),
 * what its font lacks, what differs from @kept (nullable). (element-type PatalFinding), the gravest first. */
GPtrArray *patal_board_preflight (const PatalBoardFacts *facts, const PatalTemplate *template, PatalBoardLang lang, PatalDay today,
                                  const PatalBoardLayout *layout, const PatalBoardLayout *kept);

/* (transfer full): pages of some boards, for a preview and the printer: their forms are held in memory, some 3 kB each. All pages have one size: that
 * of the sheet, or the first board's. */
PatalPages *patal_board_pages (PatalDb *db, const gint64 *works, guint n_works, const PatalBoardOrder *order, const PatalProgress *progress,
                               GError **error);

/* Writes a PDF file of any number of boards, block → GP → work in its outline, as @works are in order; memory does not grow with their number. As
 * patal_pdf_report_write_pages(). @db: a reading connection. */
gboolean patal_board_write_pdf (PatalDb *db, const gint64 *works, guint n_works, const PatalBoardOrder *order, const char *path,
                                const PatalProgress *progress, GError **error);

/* One edit: keeps what @order prints as the first print of those of @works that have none. In the writing connection's thread. *@n_kept (nullable). */
gboolean patal_board_issue (PatalDb *db, const gint64 *works, guint n_works, const PatalBoardOrder *order, guint *n_kept,
                            const PatalProgress *progress, GError **error);

G_END_DECLS
