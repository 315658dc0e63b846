/* patal-paper-template.h: how an office words the papers of its trainings
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shipped texts (data/letters) are no rows of the file; an office has at most one of its own for each paper. */
#pragma once
#include "patal-edit.h"
#include "patal-letter-template.h"
#include "patal-training-paper.h"

G_BEGIN_DECLS

/* What the texts may name: patal_paper_known.fields[PatalPaperField], .tables[PatalPaperTable]. */
typedef enum
{
  PATAL_PAPER_FIELD_STATE, PATAL_PAPER_FIELD_DISTRICT, PATAL_PAPER_FIELD_BLOCK, PATAL_PAPER_FIELD_HEAD, PATAL_PAPER_FIELD_SIGNATORY,
  PATAL_PAPER_FIELD_BLOCK_HEAD, PATAL_PAPER_FIELD_COLLECTOR, PATAL_PAPER_FIELD_COURSE, PATAL_PAPER_FIELD_POSTS, PATAL_PAPER_FIELD_FY,
  PATAL_PAPER_FIELD_ORDER_NO, PATAL_PAPER_FIELD_ORDER_DAY, PATAL_PAPER_FIELD_NUMBER, PATAL_PAPER_FIELD_DAY, PATAL_PAPER_FIELD_LETTER_NO,
  PATAL_PAPER_FIELD_LETTER_DAY, PATAL_PAPER_FIELD_FROM, PATAL_PAPER_FIELD_TO, PATAL_PAPER_FIELD_DAYS, PATAL_PAPER_FIELD_BATCHES,
  PATAL_PAPER_FIELD_PEOPLE, PATAL_PAPER_FIELD_BATCH, PATAL_PAPER_FIELD_DATES, PATAL_PAPER_FIELD_VENUE, PATAL_PAPER_FIELD_TRAINERS,
  PATAL_PAPER_FIELD_NODAL, PATAL_PAPER_FIELD_CHANGE, PATAL_PAPER_FIELD_NAME, PATAL_PAPER_FIELD_POST, PATAL_PAPER_FIELD_PLACE,
  PATAL_PAPER_FIELD_PRESENT, PATAL_PAPER_FIELD_HELD_DAYS, PATAL_PAPER_FIELD_UNIT_COST, PATAL_PAPER_FIELD_NORM, PATAL_PAPER_FIELD_LIMIT,
  PATAL_PAPER_FIELD_SPENT, PATAL_N_PAPER_FIELDS
} PatalPaperField;
typedef enum { PATAL_PAPER_TABLE_BATCHES, PATAL_PAPER_TABLE_PEOPLE, PATAL_PAPER_TABLE_COSTS, PATAL_PAPER_TABLE_QUESTIONS, PATAL_N_PAPER_TABLES } PatalPaperTable;
extern const PatalLetterKnown patal_paper_known;

#define PATAL_PAPER_TEMPLATE_ERROR (patal_paper_template_error_quark ())
GQuark patal_paper_template_error_quark (void);
typedef enum { PATAL_PAPER_TEMPLATE_ERROR_FAULTS } PatalPaperTemplateError; /* the message names the first of them and its line */

/* Only of papers that are no tables. (transfer full): the office's own text, else the shipped one. *@own (nullable): whether it is the office's. */
char                *patal_paper_template_text    (PatalDb *db, PatalTrainingPaper paper, gboolean *own, GError **error);
/* (transfer full): FAULTS: the office's own can no longer be read. */
PatalLetterTemplate *patal_paper_template         (PatalDb *db, PatalTrainingPaper paper, GError **error);
/* Inside an edit: keeps @text as the office's own; one that is as shipped is no text of its own. FAULTS. */
gboolean             patal_paper_template_put     (PatalDb *db, PatalTrainingPaper paper, const char *text, GError **error);
/* Inside an edit: the shipped text again. */
gboolean             patal_paper_template_discard (PatalDb *db, PatalTrainingPaper paper, GError **error);

G_END_DECLS
