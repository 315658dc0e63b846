/* patal-feedback.h: what people thought of a batch: sheets without names
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-edit.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_FEEDBACK_CONTENT, PATAL_FEEDBACK_TRAINER, PATAL_FEEDBACK_VENUE, PATAL_FEEDBACK_FOOD, PATAL_FEEDBACK_USEFUL, PATAL_N_FEEDBACK_QUESTIONS
} PatalFeedbackQuestion;

#define PATAL_FEEDBACK_BEST 5

typedef struct
{
  gint64 id, batch;
  int    scores[PATAL_N_FEEDBACK_QUESTIONS]; /* 1 to 5; 0: not answered */
  char  *words;                              /* (nullable) */
} PatalFeedback;
void patal_feedback_free (PatalFeedback *feedback); /* accepts NULL */

/* (transfer full) (element-type PatalFeedback): as entered. */
GPtrArray *patal_feedbacks       (PatalDb *db, gint64 batch, GError **error);
/* Inside an edit, as the other; id 0: a new one, and then its id. PATAL_TRAINING_ERROR_SCORE: a score is not 1 to 5, or nothing is said at all. FROZEN
 * (PATAL_DB_ERROR). */
gboolean   patal_feedback_put    (PatalDb *db, PatalFeedback *feedback, GError **error);
gboolean   patal_feedback_remove (PatalDb *db, gint64 id, GError **error);

typedef struct
{
  guint  sheets;
  guint  answers[PATAL_N_FEEDBACK_QUESTIONS];
  double means[PATAL_N_FEEDBACK_QUESTIONS]; /* of those who answered; 0: nobody did */
} PatalFeedbackMeans;
/* Of @batch, else (0) of all batches of @training. */
gboolean   patal_feedback_means  (PatalDb *db, gint64 training, gint64 batch, PatalFeedbackMeans *out, GError **error);

G_END_DECLS
