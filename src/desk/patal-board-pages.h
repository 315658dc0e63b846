/* patal-board-pages.h: the boards of works on pages: for the screen, the printer, PDF and pictures
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rule of the first print. What goes to the site, in full size or to the painter, is the first print, and
 * is kept (patal_board_issue()) before it is written or printed. From then on every print of that board has
 * its words and its layout, and the rows that are known at the end are filled into its boxes; where the
 * record, the template, the logo or the font says something else by now, that is told and not printed.
 * Whoever wants a new first print takes the kept one away (patal_board_drop_print()).
 * An order for another language, another size or a template by its name is carried out as it is asked for,
 * and anew; of what is for the site that is told, since the first print stays what it is. An overprint alone
 * always goes by the first print: its boxes stand at the site. It needs one that has those rows empty, and a
 * work that is completed (or PATAL_BOARD_AT_END). A first print that cannot be read (damaged, or of a newer
 * version) is told; the board is drawn anew, and cannot be printed over. */
#pragma once
#include "patal-board-facts.h"
#include "patal-board-faults.h"
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
  PatalTurn       turn;                 /* AUTO: each sheet as its board needs it, whichever way @sheet is given */
} PatalBoardOrder;

PatalBoardLang patal_board_lang_of (const PatalBoardLayout *layout);

/* (transfer full): the layout of one board by @order: that of the first print where it goes by that, else a
 * new one. *@now (out) (nullable) (transfer full): what would be printed if none were kept. */
PatalBoardLayout *patal_board_lay_out (PatalDb *db, gint64 work, const PatalBoardOrder *order, PatalBoardLayout **now, GError **error);

/* (transfer full): what is wrong with a board before it is printed: patal_board_findings(), what its layout
 * shows (letters too small, text cut), what its font lacks, what differs from @first (nullable).
 * (element-type PatalFinding), the gravest first. */
typedef struct
{
  const PatalBoardLayout *kept, *now; /* (nullable): the first print, and today's in its language and size */
  const char             *damage;     /* (nullable): why it cannot be read */
} PatalBoardFirst;
GPtrArray *patal_board_preflight (const PatalBoardFacts *facts, const PatalTemplate *template,
                                  PatalBoardLang lang, PatalDay today, const PatalBoardLayout *layout,
                                  const PatalBoardFirst *first);

/* Bits 1 << PatalBoardPart of what is to be told of the parts around the rows, beside the rows @ids of
 * patal_board_layout_compare(): a code that says what a row says differs with it, and is not told again. */
guint patal_board_parts_told (const PatalBoardLayout *kept, const PatalBoardLayout *now,
                              const GPtrArray *ids);
const char *patal_board_part_name  (PatalBoardPart part); /* a message id, small letters: within a sentence */

/* (transfer full) (nullable): a sentence where a board of this size is none that can be read: half of the rows of @form or more, whatever their
 * texts, would have letters too small for the distance from which it is read; and how high it must be at least. */
char *patal_board_size_warning (PatalForm *form, double width_mm, double height_mm);
/* The same of the board of @work, in the order's size; NULL too where that is not given. FALSE: @error. */
gboolean patal_board_warn_of_size (PatalDb *db, gint64 work, const PatalBoardOrder *order, char **warning, GError **error);

/* (nullable): what a row of a board shows of the work's record, by the name that findings and patal_work_check() have for it; NULL: it is not in
 * that record. @id: of a PatalBoardField. */
const char *patal_board_work_field (const char *id);

/* That of many boards, as @order would print them anew: @found is called with each of them of which something
 * is found. @board: "“CC Road”, Bamhni". *@office (out): bits 1 << PatalOfficeGap: what the office lacks for
 * some of them. */
typedef void (*PatalBoardFound) (gint64 work, const char *board, const GPtrArray *findings, gpointer data);
gboolean patal_board_check (PatalDb *db, const gint64 *works, guint n_works, const PatalBoardOrder *order,
                            PatalDay today, PatalBoardFound found, gpointer data, guint *office,
                            const PatalProgress *progress, GError **error);

/* Why a board is left out, or what is to be told of it. */
typedef enum
{
  PATAL_BOARD_TOLD_NO_PRINT,      /* left out of an overprint: no first print is kept */
  PATAL_BOARD_TOLD_NOT_COMPLETED, /* left out of an overprint: the work is not completed */
  PATAL_BOARD_TOLD_FILLED,        /* left out of an overprint: the first print has those rows filled */
  PATAL_BOARD_TOLD_NO_BACK,       /* left out: only the back is asked for, and there is none */
  PATAL_BOARD_TOLD_DIFFERS,       /* printed as the first print was, and what is known today differs from it */
  PATAL_BOARD_TOLD_ASKED,         /* an overprint in the first print's size and language, not in those asked for */
  PATAL_BOARD_TOLD_ANEW,          /* for the site, and as was asked for, not as the first print was */
  PATAL_BOARD_TOLD_DAMAGED,       /* the first print cannot be read: drawn anew, or left out of an overprint */
  PATAL_BOARD_TOLD_CUT,           /* a text is longer than its box holds, and was cut */
  PATAL_BOARD_N_TOLD
} PatalBoardTold;

#define PATAL_BOARD_MOST_NOTES 20
/* What came of many boards: counts, and a whole sentence for each of the first PATAL_BOARD_MOST_NOTES of which there is something to tell. */
typedef struct
{
  guint      n_boards, n_pages;          /* printed */
  guint      told[PATAL_BOARD_N_TOLD];   /* of how many boards */
  guint      office;                     /* bits 1 << PatalOfficeGap: what the office lacks for some of those that are made anew */
  GPtrArray *notes;                      /* (nullable) (element-type utf8) */
  PatalBoardFaults faults;               /* of patal_board_pages() alone */
} PatalBoardTally;
void patal_board_tally_clear (PatalBoardTally *tally);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalBoardTally, patal_board_tally_clear)

#define PATAL_BOARD_PAGES_ERROR (patal_board_pages_error_quark ())
GQuark patal_board_pages_error_quark (void);
typedef enum
{
  PATAL_BOARD_PAGES_ERROR_NOTHING,  /* every board is left out, or none was named */
  PATAL_BOARD_PAGES_ERROR_NO_PRINT, /* likewise, some for want of a first print: printed for the site first, they can be printed over */
} PatalBoardPagesError;

/* FALSE with either where no board is printed: for whoever adds several tallies up. */
gboolean patal_board_tally_check (const PatalBoardTally *tally, GError **error);
/* Whether @error (nullable) is one of the two. */
gboolean patal_board_is_left_out (const GError *error);

/* (transfer full): pages of some boards, for a preview and the printer: their forms are held in memory, some 3 kB each. All pages have one size:
 * that of the sheet, turned as the first board needs it; without a sheet in full size that of the largest board. @tally: (out) (nullable). */
PatalPages *patal_board_pages (PatalDb *db, const gint64 *works, guint n_works, const PatalBoardOrder *order, PatalBoardTally *tally,
                               const PatalProgress *progress, GError **error);

/* Writes a PDF file of any number of boards, block → GP → work in its outline, as @works are in order; memory does not grow with their number. As
 * patal_pdf_report_write_pages(). @db: a reading connection. @tally: (out) (nullable). */
gboolean patal_board_write_pdf (PatalDb *db, const gint64 *works, guint n_works, const PatalBoardOrder *order, const char *path,
                                PatalBoardTally *tally, const PatalProgress *progress, GError **error);

/* One edit: keeps what @order prints as the first print of those of @works that have none. In the writing connection's thread. *@n_kept (nullable). */
gboolean patal_board_issue (PatalDb *db, const gint64 *works, guint n_works, const PatalBoardOrder *order, guint *n_kept,
                            const PatalProgress *progress, GError **error);

G_END_DECLS
