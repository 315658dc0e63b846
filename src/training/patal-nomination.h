/* patal-nomination.h: who is called to a batch, and who came
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The call and what came of it are one row. Present, absent, trained are derived from its marks: a letter for each half-day of the batch, counted from
 * its first day, "P", "A", or "-" where it is not said; what is behind the last letter is not said either. */
#pragma once
#include "patal-batch.h"

G_BEGIN_DECLS

#define PATAL_MOST_HALF_DAYS (2 * PATAL_COURSE_MOST_DAYS)

typedef enum { PATAL_NOMINEE_NOMINATED, PATAL_NOMINEE_REPLACED, PATAL_NOMINEE_WITHDRAWN, PATAL_N_NOMINEE_STATUSES } PatalNomineeStatus;

typedef struct
{
  gint64             id, batch, person;
  gint64             posting;    /* the one by which the person was called; 0: came without */
  gint64             instead_of; /* a nomination; 0: of nobody */
  PatalNomineeStatus status;
  char               marks[PATAL_MOST_HALF_DAYS + 1];
  int                pre, post;  /* of the tests; -1: not said */
  char              *remark;     /* (nullable) */
} PatalNomination;
void patal_nomination_free (PatalNomination *nomination); /* accepts NULL */

/* (transfer full) (element-type PatalNomination): by gram panchayat and rank of the post, those without a posting last; all statuses. */
GPtrArray *patal_nominations (PatalDb *db, gint64 batch, GError **error);

/* All inside an edit; FROZEN (PATAL_DB_ERROR) where the batch is.
 *
 * Nominates whoever holds a target post in the cluster's units on the batch's first day (without one on the later of @today and the first day of the
 * window), each person once, where the main charge is; but no trainer of the course, nobody whom the training leaves out, who was trained in it or is
 * nominated for its module elsewhere. Withdraws whoever is not among them any more. Leaves alone who came by hand or as a substitute, who was withdrawn
 * before, and batches that have begun. */
gboolean patal_nominate_from_postings (PatalDb *db, gint64 batch, PatalDay today, guint *added, guint *withdrawn, GError **error);

/* Whether @person may be nominated, and nothing is written; @more: how many are to be nominated in the batch besides those who are, this one too.
 * Errors as patal_nominate(). */
gboolean patal_nomination_check (PatalDb *db, gint64 batch, gint64 person, guint more, GError **error);
/* The main charge on the batch's first day by which @person is one of those for whom the course is; 0: none. */
gboolean patal_nomination_posting (PatalDb *db, gint64 batch, gint64 person, gint64 *posting, GError **error);
/* By hand; @posting 0: none. PERSON_TRAINER, PERSON_TWICE (in this batch or another of the module), PERSON_BUSY, VENUE_SEATS. */
gboolean patal_nominate   (PatalDb *db, gint64 batch, gint64 person, gint64 posting, GError **error);
/* @person comes instead. SUBSTITUTE: is nominated in the batch already, or whom it replaces was present or is not nominated; else as patal_nominate(). */
gboolean patal_substitute (PatalDb *db, gint64 nomination, gint64 person, GError **error);
/* PRESENT: was there. */
gboolean patal_withdraw   (PatalDb *db, gint64 nomination, const char *remark, GError **error);

typedef struct
{
  gint64 nomination;
  char   marks[PATAL_MOST_HALF_DAYS + 1];
} PatalMarks;
/* NOT_FOUND (PATAL_DB_ERROR): somebody is not nominated in this batch; HALF_DAY: something is said of a half-day that is to come after @today or is not
 * held; START: the batch has no day. */
gboolean patal_attendance_set (PatalDb *db, gint64 batch, const PatalMarks *marks, guint n, PatalDay today, GError **error);
/* HALF_DAY: whether @marks say something of a half-day of @batch that is to come after @today or is not held. */
gboolean patal_marks_check    (const PatalBatch *batch, const char *marks, PatalDay today, GError **error);
/* -1: not said, or taken back. TEST_RANGE. */
gboolean patal_test_set       (PatalDb *db, gint64 nomination, int pre, int post, GError **error);

/* What people write into an attendance sheet, on any thread: one word for all of it ("P", "उपस्थित", "✓", "पूर्ण", "अ"), or one for each day or
 * half-day ("P A", "उ/अ/उ/उ", "1011"). MARK: it says neither. */
gboolean patal_attendance_parse (const char *cell, guint n_half_days, char out[PATAL_MOST_HALF_DAYS + 1], GError **error);

/* Domain.md 6.4: whether somebody with @marks was present at enough of the half-days that were held; in SQL: PATAL_SQL_ATTENDED. */
gboolean patal_marks_trained (const char *marks, guint n_half_days_held, int present_pct);

G_END_DECLS
