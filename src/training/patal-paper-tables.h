/* patal-paper-tables.h: the tables on papers of a training, and in its letters
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All (transfer full). A table in a letter has no head but the columns' titles. */
#pragma once
#include "patal-batch-cost.h"
#include "patal-paper-facts.h"
#include "patal-table.h"

G_BEGIN_DECLS

/* उपस्थिति पत्रक (R6) of @n batches, each a group where there are several; what is marked already stands in it. @place (nullable): below the title. */
PatalTable *patal_paper_attendance   (const PatalPaperFacts *facts, const PatalPaperBatch *const *batches, guint n, const char *place);
PatalTable *patal_paper_session_plan (const PatalPaperFacts *facts, const PatalPaperBatch *batch, const char *place);

/* In letters. Of block @block alone where it is not 0: batches in it or with people of it, people whose post is there. */
typedef enum { PATAL_PAPER_EVERYBODY, PATAL_PAPER_ABSENTEES /* of batches that were held: present not often enough */ } PatalPaperWho;
gboolean    patal_paper_is_among   (const PatalPaperBatch *batch, const PatalPaperPerson *person, gint64 block, PatalPaperWho who);
guint       patal_paper_count      (const PatalPaperBatch *batch, gint64 block, PatalPaperWho who);
PatalTable *patal_paper_batch_list (const PatalPaperFacts *facts, const PatalPaperBatch *const *batches, guint n, gint64 block);
PatalTable *patal_paper_people     (const PatalPaperFacts *facts, const PatalPaperBatch *const *batches, guint n, gint64 block, PatalPaperWho who);
PatalTable *patal_paper_questions  (const PatalWords *words);

/* By head of expenditure; @out: what it may come to. */
PatalTable *patal_paper_costs      (const PatalPaperFacts *facts, PatalDb *db, const PatalPaperBatch *batch, PatalCostLimit *out, GError **error);

G_END_DECLS
