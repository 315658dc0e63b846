/* patal-training-pages.h: the papers of trainings on pages: for the screen, the printer, PDF; and issuing them
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An order, a letter, a bill, a certificate is a draft until it is issued (patal_training_issue()): then its words and its layout are kept, and every
 * later print of it shows what was issued, in the language in which it was. Whoever wants another one calls the kept one back, with a reason; it stays in
 * the file. Attendance sheets, session plans, cards and forms are never issued. */
#pragma once
#include "patal-pages.h"
#include "patal-training-paper.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_papers;
  guint n_issued; /* of them: printed as they were issued */
  guint n_cut;    /* of them: something did not fit, and ends in "…" */
} PatalTrainingTally;

/* (transfer full): @order's words are not asked, @lang says. On a reading connection, in any thread. NULL: PATAL_DB_ERROR, PATAL_TRAINING_PAPER_ERROR,
 * PATAL_PAPER_TEMPLATE_ERROR, PATAL_LETTER_LAYOUT_ERROR (a kept one cannot be read), or cancelled. @tally (nullable). */
PatalPages *patal_training_pages (PatalDb *db, const PatalTrainingPaperOrder *order, PatalLang lang, PatalTrainingTally *tally,
                                  const PatalProgress *progress, GError **error);

/* Issues those of @order's papers that are not issued yet; on the writing connection. @number (nullable): of the first letter, its last figure one more
 * for each further one; certificates have numbers of their own. @at: when, in seconds UTC. The batches of certificates are frozen then.
 * PATAL_TRAINING_PAPER_ERROR (ISSUED: there is none to issue), else as above; nothing was written then. */
gboolean patal_training_issue  (PatalDb *db, const PatalTrainingPaperOrder *order, PatalLang lang, const char *number, gint64 at, guint *n_issued,
                                const PatalProgress *progress, GError **error);
/* Calls back all of @order's papers that stand. */
gboolean patal_training_recall (PatalDb *db, const PatalTrainingPaperOrder *order, const char *why, guint *n_recalled, GError **error);

G_END_DECLS
