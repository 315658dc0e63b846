/* plan-ask.h: a training as the command line describes it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-call.h"
#include "patal-plan-deed.h"

G_BEGIN_DECLS

typedef struct
{
  char  *fy, *from, *to, *within, *today, *lang;
  char **windows, **offs, **withouts;
  gint64 training, seed, steps;
  int    least, most, threads;
  gboolean dry_run;
} PlanAsk;
void plan_ask_clear (PlanAsk *ask);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlanAsk, plan_ask_clear)

/* The options of them, for patal_call_options(). */
#define PLAN_ASK_ENTRIES(ask) \
    { "fy", 0, 0, G_OPTION_ARG_STRING, &(ask).fy, NULL, NULL }, \
    { "training", 0, 0, G_OPTION_ARG_INT64, &(ask).training, NULL, NULL }, \
    { "today", 0, 0, G_OPTION_ARG_STRING, &(ask).today, NULL, NULL }, \
    { "seed", 0, 0, G_OPTION_ARG_INT64, &(ask).seed, NULL, NULL }, \
    { "steps", 0, 0, G_OPTION_ARG_INT64, &(ask).steps, NULL, NULL }, \
    { "threads", 0, 0, G_OPTION_ARG_INT, &(ask).threads, NULL, NULL }, \
    { "lang", 0, 0, G_OPTION_ARG_STRING, &(ask).lang, NULL, NULL }, \
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &(ask).dry_run, NULL, NULL }

/* Of --seed, --steps, --threads and --lang; FALSE: said on standard error. */
gboolean plan_ask_effort (PlanAsk *ask, PatalPlanEffort *effort, PatalLang *lang, PatalDay *today);

/* The course that @word means, whole; FALSE: said on standard error. */
gboolean plan_ask_course (PatalDb *db, const char *word, PatalCourse *out);

/* The training of @course that is meant: by --training, else the only one of --fy; with id 0 a new one where there is none. FALSE: said on
 * standard error. */
gboolean plan_ask_training (PatalDb *db, const PlanAsk *ask, const PatalCourse *course, PatalTraining *out);

/* Changes @training as the other options say. FALSE: said on standard error. */
gboolean plan_ask_change (PatalDb *db, const PlanAsk *ask, PatalTraining *training);

G_END_DECLS
