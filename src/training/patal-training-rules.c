/* patal-training-rules.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-rules.h"
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (patal-training-error-quark, patal_training_error)

#define CODE(name)    [PATAL_TRAINING_ERROR_##name] = { #name, PATAL_RULE_HARD,
#define WARNS(name)   [PATAL_TRAINING_ERROR_##name] = { #name, PATAL_RULE_WARNS,

static const struct
{
  const char *id;
  PatalRuleWeight weight;
  const char *sentence, *many; /* message ids; @many NULL where nothing is counted */
} rules[PATAL_N_TRAINING_ERRORS] = {
  CODE (PARTICIPANTS) N_("The number of participants is 1 to 10,00,000"), NULL },
  CODE (LINE_DAYS) N_("A line of the plan has 1 to 30 days"), NULL },
  CODE (CEILING) N_("{1} is above the ceiling of “{2}” ({3}): {4}"), NULL },
  CODE (ADDITIONAL) N_("The additional requirement of {1} may be {2}: a quarter of {3}"), NULL },
  CODE (PLAN_TWICE) N_("There is an annual plan for {1} already"), NULL },
  CODE (AMOUNT) N_("An amount is more than 0, and at most 99,99,99,99,999.99"), NULL },
  CODE (LINE_NAME) N_("Say what the line is for: a course, or a name"), NULL },
  CODE (LINE_IN_USE) PATAL_N_PLURAL ("{n} training is planned from this line; give it another one first",
                                     "{n} trainings are planned from this line; give them another one first") },
  WARNS (APPROVED) N_("{1} is more than the {2} that was proposed"), NULL },
  CODE (WINDOW) N_("The window ends before it begins, or lasts longer than three years"), NULL },
  CODE (REASON) N_("Say why a place has a window of its own"), NULL },
  CODE (BATCH_RANGE) N_("A batch has 1 to 500 people, and not more at least than at most"), NULL },
  WARNS (BATCH_SIZE) PATAL_N_PLURAL ("{n} person; usual are 25 to 50", "{n} people; usual are 25 to 50") },
  CODE (ISSUED) N_("Letters of this training were issued, or a batch was held: it cannot be removed"), NULL },
  CODE (STALE) N_("The plan was changed meanwhile: look at it again"), NULL },
  CODE (EMPTY) N_("Nobody is left to train"), NULL },
  CODE (COPY_YEAR) N_("The training is one of {1}: copy it into a later year"), NULL },
  CODE (CLUSTER_TWICE) N_("{1} is in cluster {2} of this training already"), NULL },
  CODE (CLUSTER_BLOCK) N_("{1} does not lie in {2}"), NULL },
  CODE (CLUSTER_RESOURCE) N_("{1} gives master trainers and is not trained itself"), NULL },
  CODE (NOT_CONSECUTIVE) N_("{1}, between the days of the batch, is no working day: {2}"), NULL },
  CODE (HOLIDAY) N_("{1} is a holiday: {2}"), NULL },
  CODE (BLACKOUT) N_("{1} is closed from {2} to {3}: {4}"), NULL },
  CODE (OUTSIDE_WINDOW) N_("{1} is outside the window of {2}"), NULL },
  CODE (PAST) N_("The batch has begun and stays where it is"), NULL },
  CODE (MODULE_ORDER) N_("“{1}” comes after “{2}”, which ends on {3}"), NULL },
  CODE (START) N_("Batch {1} has no day, or nobody is nominated"), NULL },
  CODE (FUTURE) N_("The batch ends on {1}: it is not over"), NULL },
  CODE (VENUE_TAKEN) PATAL_N_PLURAL ("{1} has batch {2} on {3}; it has {n} hall",
                                     "{1} has batch {2} on {3}; it has {n} halls") },
  CODE (VENUE_SEATS) PATAL_N_PLURAL ("{n} person, and {1} has {2} seats", "{n} people, and {1} has {2} seats") },
  CODE (NO_TRAINER) PATAL_N_PLURAL ("A batch needs {n} trainer", "A batch needs {n} trainers") },
  CODE (TRAINER_TAKEN) N_("{1} teaches batch {2} in {3} on {4}"), NULL },
  CODE (TRAINER_AWAY) N_("{1} is not free on {2}: {3}"), NULL },
  CODE (TRAINER_SUBJECT) N_("{1} does not teach “{2}”"), NULL },
  CODE (TRAINER_RUN) PATAL_N_PLURAL ("{1} would teach {n} day in a row; {2} are allowed",
                                     "{1} would teach {n} days in a row; {2} are allowed") },
  CODE (TRAINER_SCOPE) N_("{1} lives outside {2}, or farther away than is allowed"), NULL },
  CODE (TRAINER_TWICE) N_("{1} is a master trainer already"), NULL },
  CODE (TRAINER_HOME) N_("Say where {1} comes from: nothing is held today that would tell it"), NULL },
  CODE (OFFICER_TAKEN) N_("{1} is wanted at batch {2} on {3}"), NULL },
  CODE (SESSION_OVERLAP) N_("“{1}” begins before “{2}” ends"), NULL },
  CODE (SESSION_DAY) PATAL_N_PLURAL ("The batch has only {n} day", "The batch has only {n} days") },
  CODE (PERSON_TWICE) N_("{1} is in batch {2} of this course already"), NULL },
  CODE (PERSON_BUSY) N_("{1} is in “{2}”, batch {3}, on {4}"), NULL },
  CODE (PERSON_TRAINER) N_("{1} teaches this course"), NULL },
  WARNS (POSTING) N_("{1} holds none of the posts of this course on {2}"), NULL },
  CODE (SUBSTITUTE) N_("{1} is nominated already, or {2} was present"), NULL },
  CODE (PRESENT) N_("{1} was present and cannot be withdrawn"), NULL },
  CODE (MARK) N_("“{1}” says neither present nor absent"), NULL },
  CODE (HALF_DAY) N_("{1} has not come yet, or was not held"), NULL },
  CODE (MARKS_MISSING) PATAL_N_PLURAL ("The attendance of {n} person is not entered for all half-days",
                                       "The attendance of {n} people is not entered for all half-days") },
  CODE (TEST_RANGE) N_("Marks are 0 to {1}"), NULL },
  CODE (SCORE) N_("A score is 1 to 5"), NULL },
  WARNS (COST_LIMIT) PATAL_N_PLURAL ("{1} is above {2}: {n} present × {3} days × {4}",
                                     "{1} is above {2}: {n} present × {3} days × {4}") },
  CODE (VISIT_COURSE) N_("Only a batch of a course of visits is an exposure visit, and only one"), NULL },
  CODE (VISIT_DAYS) N_("A visit lasts 1 to 5 days"), NULL },
  CODE (VISIT_HOST) N_("Say which place is visited"), NULL },
  CODE (IN_USE) N_("Batches name “{1}”: take it out of use instead"), NULL },
};

const char *
patal_training_rule_id (PatalTrainingError rule)
{
  g_return_val_if_fail (rule < PATAL_N_TRAINING_ERRORS, NULL);
  return rules[rule].id;
}

PatalRuleWeight
patal_training_rule_weight (PatalTrainingError rule)
{
  g_return_val_if_fail (rule < PATAL_N_TRAINING_ERRORS, PATAL_RULE_HARD);
  return rules[rule].weight;
}

char *
patal_broken_rule_text (const PatalBrokenRule *broken, const PatalWords *words)
{
  PatalLabel label = { .msgid = rules[broken->rule].sentence, .msgid_plural = rules[broken->rule].many, .n = broken->n };

  for (guint i = 0; i < PATAL_LABEL_MAX_ARGS; i++)
    label.args[i] = broken->args[i];
  return patal_label_text (&label, words);
}

gboolean
patal_broken_rule_refuse (const PatalBrokenRule *broken, GError **error)
{
  g_autofree char *text = patal_broken_rule_text (broken, NULL);

  g_set_error_literal (error, PATAL_TRAINING_ERROR, (int) broken->rule, text);
  return FALSE;
}
