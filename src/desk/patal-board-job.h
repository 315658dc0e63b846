/* patal-board-job.h: one board on its way from the file to paper
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file is read in one thread, board after board; what was read is laid out in any thread. */
#pragma once
#include "patal-board-pages.h"

G_BEGIN_DECLS

/* What is the same for all boards of an order. */
typedef struct _PatalBoardMaker PatalBoardMaker;

PatalBoardMaker  *patal_board_maker_new   (PatalDb *db, const PatalBoardOrder *order, GError **error);
void              patal_board_maker_free  (PatalBoardMaker *maker); /* accepts NULL */
void              patal_board_maker_close (PatalBoardMaker *maker); /* nothing is read any more: the file may go */
const PatalWords      *patal_board_maker_words (const PatalBoardMaker *maker, PatalLang lang);
const PatalBoardOrder *patal_board_maker_order (const PatalBoardMaker *maker);

typedef struct
{
  /* read */
  PatalBoardFacts   facts;
  const PatalTemplate *template;        /* the maker's */
  double            width_mm, height_mm; /* of a new layout */
  char             *printed;            /* (nullable): the first print */
  /* laid out */
  PatalBoardLayout *layout;             /* (nullable): as it is printed; NULL: left out */
  PatalForm        *form;               /* (nullable): what @layout was made of, where no first print is kept */
  guint             told;               /* bits 1 << PatalBoardTold */
  guint             office;             /* bits 1 << PatalOfficeGap, of a board that is made anew */
  GPtrArray        *differs;            /* (nullable) (element-type utf8): labels of fields, names of parts */
  char             *damage;             /* (nullable): why the first print cannot be read */
} PatalBoardJob;
void patal_board_job_clear (PatalBoardJob *job);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalBoardJob, patal_board_job_clear)

/* Fills @out, which holds nothing. */
gboolean patal_board_maker_read (PatalBoardMaker *maker, gint64 work, PatalBoardJob *out, GError **error);

/* Any thread. */
void patal_board_job_lay_out (PatalBoardJob *job, const PatalBoardMaker *maker);

/* (transfer full): what the template makes of the record today, in @lang. Any thread. */
PatalForm *patal_board_job_form (const PatalBoardJob *job, const PatalBoardMaker *maker, PatalBoardLang lang);

/* (transfer full): what would be printed in @lang if no first print were kept. Any thread. */
PatalBoardLayout *patal_board_job_lay_out_anew (const PatalBoardJob *job, const PatalBoardMaker *maker,
                                                PatalBoardLang lang);

/* (transfer full): "“CC Road”, Bamhni": what it is called where it is one of many. */
char *patal_board_job_name (const PatalBoardJob *job);

/* Counts it, and keeps a sentence for each thing to be told. */
void patal_board_tally_add (PatalBoardTally *tally, const PatalBoardJob *job, guint n_pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalBoardMaker, patal_board_maker_free)
G_END_DECLS
