/* patal-training-paper.h: the papers of a training: from the order to the certificate
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands on them. A letter, a certificate, a card is a PatalLetter, worded by a template of the office (patal-paper-template.h);
 * what is a list alone is a PatalTable. On pages they come in desk; what was issued is kept (patal-issued-letter.h). */
#pragma once
#include "patal-letter.h"
#include "patal-report.h"
#include "patal-training.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_TRAINING_PAPER_ORDER,        /* प्रशिक्षण आदेश */
  PATAL_TRAINING_PAPER_NOMINATION,   /* नामांकन पत्र: whom a block sends */
  PATAL_TRAINING_PAPER_REMINDER,     /* स्मरण पत्र: of the batches of a block that are still to come */
  PATAL_TRAINING_PAPER_ATTENDANCE,   /* उपस्थिति पत्रक (R6) */
  PATAL_TRAINING_PAPER_SESSION_PLAN, /* सत्र योजना */
  PATAL_TRAINING_PAPER_NAME_CARDS,
  PATAL_TRAINING_PAPER_FEEDBACK,     /* a form without a name */
  PATAL_TRAINING_PAPER_ABSENT,       /* of a block: who was called, and was not there often enough */
  PATAL_TRAINING_PAPER_POSTPONEMENT, /* what people had been told of a batch, and what is so now */
  PATAL_TRAINING_PAPER_BILL,         /* what a batch cost, by head, beside what it may cost */
  PATAL_TRAINING_PAPER_CERTIFICATE,  /* of whoever was trained in all modules */
  PATAL_N_TRAINING_PAPERS
} PatalTrainingPaper;

typedef enum { PATAL_PAPER_FOR_TRAINING, PATAL_PAPER_FOR_BLOCK, PATAL_PAPER_FOR_BATCH, PATAL_PAPER_FOR_PERSON } PatalPaperFor;

const char   *patal_training_paper_name     (PatalTrainingPaper paper); /* on the command line: "session-plan" */
const char   *patal_training_paper_title    (PatalTrainingPaper paper); /* a message id */
PatalPaperFor patal_training_paper_for      (PatalTrainingPaper paper); /* of what there is one each */
gboolean      patal_training_paper_is_table (PatalTrainingPaper paper); /* else it is a letter, a certificate or cards */
const char   *patal_training_paper_kind     (PatalTrainingPaper paper); /* (nullable): as a kept letter has it; NULL: is not issued */
/* FALSE: none is called so. */
gboolean      patal_training_paper_named    (const char *name, PatalTrainingPaper *out);

typedef struct
{
  PatalTrainingPaper paper;
  gint64             training;
  gint64             batch, block, person; /* each 0: all; @block: a unit */
  PatalDay           day;                  /* which letters bear; reminders are of batches from then on */
  const PatalWords  *words;                /* the document's language */
} PatalTrainingPaperOrder;

/* One paper, and what it is about. */
typedef struct
{
  gint64       unit, batch, nomination; /* 0: none */
  char        *title;                   /* "नामांकन पत्र: अकलतरा" */
  char        *name;                    /* (nullable): of a certificate: whose it is */
  PatalLetter *letter;                  /* of what is no table; of name cards the first */
  GPtrArray   *cards;                   /* (nullable) (element-type PatalLetter): name cards of one batch */
  PatalTable  *table;                   /* of what is a table */
} PatalTrainingSheet;
void patal_training_sheet_free (PatalTrainingSheet *sheet); /* accepts NULL */

/* (transfer full) (element-type PatalTrainingSheet): all papers of @order that there are, by block, batch and person; empty where there is none. On a
 * reading connection, in any thread. NULL: PATAL_DB_ERROR (NOT_FOUND), PATAL_PAPER_TEMPLATE_ERROR, or cancelled.
 * @numbers (nullable): the number of each, in their order, NULL where it has none yet: then a line is left to be filled in by hand; as many as a call
 * without them gave. */
GPtrArray *patal_training_sheets (PatalDb *db, const PatalTrainingPaperOrder *order, const char *const *numbers, const PatalProgress *progress,
                                  GError **error);
/* (transfer full) (element-type gint64): the people nominated in @training whom @word means: an id, else a name in either language, folded. */
GArray *patal_training_people_named (PatalDb *db, gint64 training, const char *word, GError **error);

/* (transfer full): the @index-th number, from 0, where the first is @number: "1274" → "1276", "1274-अ" → the same. */
char *patal_paper_number_after (const char *number, guint index);

#define PATAL_TRAINING_PAPER_ERROR (patal_training_paper_error_quark ())
GQuark patal_training_paper_error_quark (void);
typedef enum
{
  PATAL_TRAINING_PAPER_ERROR_NOTHING,    /* there is none of what was asked for */
  PATAL_TRAINING_PAPER_ERROR_NOT_TRAINED, /* certificates: nobody who was asked for is trained */
  PATAL_TRAINING_PAPER_ERROR_ISSUED,     /* all of them are issued already; or a paper of this kind is not issued */
  PATAL_TRAINING_PAPER_ERROR_REASON,     /* a recall needs one */
} PatalTrainingPaperError;
/* Says why @order has no paper. Always FALSE. */
gboolean patal_training_paper_refuse (const PatalTrainingPaperOrder *order, PatalDb *db, GError **error);

/* "attendance" (R6): filters training (id), batch (its number); without a training the last one, without a batch all of it. */
extern const PatalReport patal_attendance_report;

G_END_DECLS
