/* patal-training-rules.h: the rules of trainings (domain.md 5.3, 9.3), a code and a sentence each
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is wrong with a plan, a batch, a nomination is said in these words wherever it is said: in a refusal, among findings, under the
 * pointer. The sentences stand in patal-training-rules.c alone. */
#pragma once
#include "patal-label.h"

G_BEGIN_DECLS

#define PATAL_TRAINING_ERROR (patal_training_error_quark ())
GQuark patal_training_error_quark (void);
typedef enum
{
  /* annual plans and their lines */
  PATAL_TRAINING_ERROR_PARTICIPANTS,   /* not 1 to 10,00,000 */
  PATAL_TRAINING_ERROR_LINE_DAYS,      /* not 1 to 30 */
  PATAL_TRAINING_ERROR_CEILING,        /* amount, norm, set of norms, ceiling */
  PATAL_TRAINING_ERROR_ADDITIONAL,     /* component, most, sum of the component */
  PATAL_TRAINING_ERROR_PLAN_TWICE,     /* financial year */
  PATAL_TRAINING_ERROR_AMOUNT,         /* not above 0, or too large */
  PATAL_TRAINING_ERROR_LINE_NAME,      /* neither a course nor a name */
  PATAL_TRAINING_ERROR_LINE_IN_USE,    /* n trainings */
  PATAL_TRAINING_ERROR_APPROVED,       /* recommended or approved, proposed */
  /* trainings */
  PATAL_TRAINING_ERROR_WINDOW,         /* backwards, or longer than three years */
  PATAL_TRAINING_ERROR_REASON,         /* a place has a window of its own, and nobody knows why */
  PATAL_TRAINING_ERROR_BATCH_RANGE,    /* less than 1 person, more than 500, or more at least than at most */
  PATAL_TRAINING_ERROR_BATCH_SIZE,     /* n */
  PATAL_TRAINING_ERROR_ISSUED,         /* letters went out, or a batch was held */
  PATAL_TRAINING_ERROR_STALE,          /* the plan in the file is another one by now */
  PATAL_TRAINING_ERROR_EMPTY,          /* nobody is left to train */
  PATAL_TRAINING_ERROR_COPY_YEAR,      /* financial year: a copy comes after it */
  /* clusters */
  PATAL_TRAINING_ERROR_CLUSTER_TWICE,  /* unit, no. of the cluster */
  PATAL_TRAINING_ERROR_CLUSTER_BLOCK,  /* unit, block */
  PATAL_TRAINING_ERROR_CLUSTER_RESOURCE, /* unit */
  /* days of a batch */
  PATAL_TRAINING_ERROR_NOT_CONSECUTIVE, /* day, why */
  PATAL_TRAINING_ERROR_HOLIDAY,        /* day, name */
  PATAL_TRAINING_ERROR_BLACKOUT,       /* place, first and last day, reason */
  PATAL_TRAINING_ERROR_OUTSIDE_WINDOW, /* day, block */
  PATAL_TRAINING_ERROR_PAST,           /* the batch has begun */
  PATAL_TRAINING_ERROR_MODULE_ORDER,   /* module, module before it, its last day */
  PATAL_TRAINING_ERROR_START,          /* batch: without a day, or with nobody nominated */
  PATAL_TRAINING_ERROR_FUTURE,         /* last day */
  /* its venue, trainers and officer */
  PATAL_TRAINING_ERROR_VENUE_TAKEN,    /* venue, batch, day; n halls */
  PATAL_TRAINING_ERROR_VENUE_SEATS,    /* n people; venue, seats */
  PATAL_TRAINING_ERROR_NO_TRAINER,     /* n */
  PATAL_TRAINING_ERROR_TRAINER_TAKEN,  /* trainer, batch, place, day */
  PATAL_TRAINING_ERROR_TRAINER_AWAY,   /* trainer, day, why */
  PATAL_TRAINING_ERROR_TRAINER_SUBJECT, /* trainer, subject */
  PATAL_TRAINING_ERROR_TRAINER_RUN,    /* n days; trainer, most */
  PATAL_TRAINING_ERROR_TRAINER_SCOPE,  /* trainer, place */
  PATAL_TRAINING_ERROR_TRAINER_TWICE,  /* person */
  PATAL_TRAINING_ERROR_TRAINER_HOME,   /* person */
  PATAL_TRAINING_ERROR_OFFICER_TAKEN,  /* officer, batch, day */
  PATAL_TRAINING_ERROR_SESSION_OVERLAP, /* topic, topic before it */
  PATAL_TRAINING_ERROR_SESSION_DAY,    /* n days */
  /* people */
  PATAL_TRAINING_ERROR_PERSON_TWICE,   /* person, batch */
  PATAL_TRAINING_ERROR_PERSON_BUSY,    /* person, course, batch, day */
  PATAL_TRAINING_ERROR_PERSON_TRAINER, /* person */
  PATAL_TRAINING_ERROR_POSTING,        /* person, day */
  PATAL_TRAINING_ERROR_SUBSTITUTE,     /* person, the one whom it would stand in for */
  PATAL_TRAINING_ERROR_PRESENT,        /* person */
  PATAL_TRAINING_ERROR_MARK,           /* cell */
  PATAL_TRAINING_ERROR_HALF_DAY,       /* day */
  PATAL_TRAINING_ERROR_MARKS_MISSING,  /* n */
  PATAL_TRAINING_ERROR_TEST_RANGE,     /* most */
  PATAL_TRAINING_ERROR_SCORE,
  PATAL_TRAINING_ERROR_COST_LIMIT,     /* n present; spent, limit, days, unit cost */
  PATAL_TRAINING_ERROR_VISIT_COURSE,
  PATAL_TRAINING_ERROR_VISIT_DAYS,     /* not 1 to 5 */
  PATAL_TRAINING_ERROR_VISIT_HOST,     /* nobody is visited */
  /* what others lean on */
  PATAL_TRAINING_ERROR_IN_USE,         /* name: batches name it */
  PATAL_N_TRAINING_ERRORS
} PatalTrainingError;

typedef enum { PATAL_RULE_HARD, PATAL_RULE_WARNS } PatalRuleWeight;

const char     *patal_training_rule_id     (PatalTrainingError rule); /* "VENUE_TAKEN" */
PatalRuleWeight patal_training_rule_weight (PatalTrainingError rule);

/* A rule that is broken, with what its sentence names, in the order of the comments above; the strings are borrowed. */
typedef struct
{
  PatalTrainingError rule;
  guint64            n;
  const char        *args[PATAL_LABEL_MAX_ARGS];
} PatalBrokenRule;
#define PATAL_BROKEN(rule, ...)          (&(const PatalBrokenRule) { (rule), 0, { __VA_ARGS__ } })
#define PATAL_BROKEN_N(rule, count, ...) (&(const PatalBrokenRule) { (rule), (count), { __VA_ARGS__ } })

/* (transfer full): the sentence, in the language of @words (nullable: of the process). */
char    *patal_broken_rule_text   (const PatalBrokenRule *broken, const PatalWords *words);
/* Sets @error to it. Always FALSE. */
gboolean patal_broken_rule_refuse (const PatalBrokenRule *broken, GError **error);

G_END_DECLS
