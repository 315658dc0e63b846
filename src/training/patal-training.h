/* patal-training.h: one holding of a course: for whom, in which window, by which rules
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its clusters and batches have files of their own. A mop-up, a visit, last year's calendar in another year are trainings too. */
#pragma once
#include "patal-blackout.h"
#include "patal-course.h"
#include "patal-plan-data.h"
#include "patal-training-rules.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_LIMIT_WINDOW,  /* a district or block has another window than the training */
  PATAL_LIMIT_OFF,     /* days off: of all, or of a unit, a venue, a trainer */
  PATAL_LIMIT_WITHOUT, /* a unit, venue or trainer that takes no part */
  PATAL_N_LIMIT_KINDS
} PatalLimitKind;

#define PATAL_LIMIT_NO_REASON (-1)

typedef struct
{
  gint64         id, unit, venue, trainer; /* one of the three, or none: 0 */
  PatalLimitKind kind;
  PatalSpan      span;                     /* but WITHOUT */
  int            reason;                   /* PatalBlackoutReason, or PATAL_LIMIT_NO_REASON */
  char          *words;                    /* (nullable) */
} PatalLimit;
PatalLimit *patal_limit_new  (PatalLimitKind kind);      /* (transfer full): of all, without a reason */
PatalLimit *patal_limit_copy (const PatalLimit *limit);  /* (transfer full) */
void        patal_limit_free (PatalLimit *limit);        /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalLimit, patal_limit_free)

typedef struct
{
  gint64         id, course;
  gint64         line;         /* of an annual plan; 0: none */
  gint64         within;       /* a unit; 0: the whole file */
  int            fy;
  char          *names[2];     /* [PatalLang], each (nullable): neither is called as the course */
  char          *order_no, *officer_post, *remark; /* each (nullable); @officer_post: code of the post that opens a batch */
  PatalDay       order_day;    /* or PATAL_DAY_NONE */
  PatalSpan      window;
  PatalPlanRules rules;        /* as they are kept: but @weekly_off and @today, which are those of the day of planning */
  PatalAttend    attend;       /* the days of a batch on which the officer is there */
  GPtrArray     *limits;       /* PatalLimit */
} PatalTraining;
/* One of @course in financial year @fy: the usual rules, the course's sizes, the year's first quarter. */
void patal_training_init  (PatalTraining *training, const PatalCourse *course, int fy);
void patal_training_copy  (PatalTraining *to, const PatalTraining *from);
void patal_training_clear (PatalTraining *training); /* also one that is all 0 */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalTraining, patal_training_clear)

gboolean patal_training_load   (PatalDb *db, gint64 id, PatalTraining *out, GError **error);
/* On any thread, without the file: PATAL_TRAINING_ERROR (WINDOW, REASON, BATCH_RANGE) or PATAL_CONTACT_ERROR. *@field (nullable): "fy", "from",
 * "to", "batch_min", "batch_max", "limits", "remark". */
gboolean patal_training_check  (const PatalTraining *training, const char **field, GError **error);
/* Inside an edit, as the others. Insert gives it and its limits new ids; update gives them to limits that have none. */
gboolean patal_training_insert (PatalDb *db, PatalTraining *training, GError **error);
gboolean patal_training_update (PatalDb *db, PatalTraining *training, GError **error);
/* With limits, clusters, batches and nominations. ISSUED: letters were, or a batch was held. */
gboolean patal_training_remove (PatalDb *db, gint64 id, GError **error);

typedef struct
{
  gint64    id, course;
  int       fy;
  PatalSpan window;
  guint     batches, dated, held; /* @dated: of @batches those that have a day; cancelled ones are in none of the three */
  char     *names[2];             /* its own, else its course's */
} PatalTrainingSummary;

/* (transfer full) (element-type PatalTrainingSummary): those of @fy (0: all), by the first day of their windows. */
GPtrArray *patal_trainings (PatalDb *db, int fy, GError **error);

typedef enum { PATAL_TRAINING_SORT_WINDOW, PATAL_TRAINING_SORT_NAME_HI, PATAL_TRAINING_SORT_NAME_EN, PATAL_TRAINING_SORT_FY } PatalTrainingSort;
typedef struct
{
  gint64            within;     /* a unit: those of it, above it or below it; 0: all */
  int               fy;         /* 0: any */
  PatalTrainingSort sort;
  gboolean          descending;
} PatalTrainingFilter;
GArray *patal_training_ids (PatalDb *db, const PatalTrainingFilter *filter, GError **error); /* (transfer full) (element-type gint64) */

typedef enum { PATAL_TRAINING_COL_NAME_HI, PATAL_TRAINING_COL_NAME_EN, PATAL_TRAINING_COL_FY, PATAL_TRAINING_COL_FROM /* YYYY-MM-DD */,
               PATAL_TRAINING_COL_TO, PATAL_TRAINING_COL_PLACE_HI, PATAL_TRAINING_COL_PLACE_EN, PATAL_TRAINING_COL_BATCHES, PATAL_TRAINING_COL_DATED,
               PATAL_TRAINING_COL_HELD, PATAL_TRAINING_COL_PEOPLE } PatalTrainingColumn;
extern const char patal_training_row_sql[];

G_END_DECLS
