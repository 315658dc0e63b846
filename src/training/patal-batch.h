/* patal-batch.h: batches: one module of one cluster, on which days, where, by whom
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A batch is there also as long as there is no day for it. Under way, overdue, full are derived from its days and its people. */
#pragma once
#include "patal-training.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_BATCH_PLANNED, PATAL_BATCH_PUBLISHED, PATAL_BATCH_HELD, PATAL_BATCH_CANCELLED, PATAL_BATCH_POSTPONED, PATAL_N_BATCH_STATUSES
} PatalBatchStatus;
const char *patal_batch_status_id    (PatalBatchStatus status); /* as in the file: "planned" */
const char *patal_batch_status_title (PatalBatchStatus status); /* a message id */

typedef enum
{
  PATAL_CHANGE_ELECTION, PATAL_CHANGE_FAIR, PATAL_CHANGE_CODE, PATAL_CHANGE_MONSOON, PATAL_CHANGE_HARVEST, PATAL_CHANGE_EXAM,
  PATAL_CHANGE_FLOOD, PATAL_CHANGE_TRAINER, PATAL_CHANGE_VENUE, PATAL_CHANGE_HOLIDAY, PATAL_CHANGE_OTHER, PATAL_N_CHANGE_REASONS
} PatalChangeReason;
const char *patal_change_reason_id    (PatalChangeReason reason);
const char *patal_change_reason_title (PatalChangeReason reason); /* a message id */

/* Why, when what people had been told changes. */
typedef struct
{
  PatalChangeReason reason;
  const char       *words; /* (nullable) */
} PatalChangeWhy;

typedef struct
{
  gint64            id;
  int               day_no;        /* 0: the batch as a whole */
  PatalDay          was, now;      /* @now PATAL_DAY_NONE: not known yet, or not held */
  PatalDay          made_on;
  PatalChangeReason reason;
  char             *words;         /* (nullable) */
} PatalBatchChange;

typedef struct
{
  gint64           id, cluster, module;
  gint64           venue;          /* where it is held: its own, else the cluster's; 0: nowhere yet */
  gint64           nodal;          /* a person; 0: none */
  int              no, n_days;
  PatalDay         start;          /* or PATAL_DAY_NONE */
  PatalBatchStatus status;
  gboolean         pinned;
  char            *without;        /* (nullable): the planner's code: why there is no day for it */
  char            *remark;         /* (nullable) */
  GArray          *trainers;       /* gint64 */
  GPtrArray       *changes;        /* PatalBatchChange, the first first */
  GArray          *held_on;        /* PatalDay of each of its days, by its number; PATAL_DAY_NONE: that one is not held. Empty without a start */
} PatalBatch;
void patal_batch_init  (PatalBatch *batch);
void patal_batch_clear (PatalBatch *batch); /* also one that is all 0 */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalBatch, patal_batch_clear)

/* From the first to the last day on which it is held; both PATAL_DAY_NONE where there is none. */
PatalSpan patal_batch_span      (const PatalBatch *batch);
guint     patal_batch_held_days (const PatalBatch *batch);
/* The first day on which both are held; PATAL_DAY_NONE: they do not meet. */
PatalDay  patal_batch_common_day (const PatalBatch *batch, const PatalBatch *other);

gboolean patal_batch_load (PatalDb *db, gint64 id, PatalBatch *out, GError **error);

/* Inside an edit: the row and its trainers as a plan has them, and no rule is asked: the planner has. Without an id it is new, and without a number
 * it has the next of its training. @changes and @held_on are not written. FROZEN (PATAL_DB_ERROR). */
gboolean patal_batch_put (PatalDb *db, PatalBatch *batch, GError **error);

/* Inside an edit: people were told that a batch is on @was; now it is on @now (PATAL_DAY_NONE: nobody knows yet). */
gboolean patal_batch_note_change (PatalDb *db, gint64 batch, PatalDay was, PatalDay now, const PatalChangeWhy *why, PatalDay today, GError **error);

typedef struct
{
  PatalDay       start;
  gint64         venue;            /* 0: as it is */
  const GArray  *trainers;         /* (nullable) (element-type gint64): NULL: as they are */
  PatalChangeWhy why;              /* for one that was published or postponed: then the change is kept */
} PatalBatchMove;

/* Inside an edit, as the others. PAST where it has begun by @today; else the first hard rule of patal_batch_findings() that it would break. Days of
 * its own that had been moved or dropped follow their batch again. One that was postponed is published again, on its new day. */
gboolean patal_batch_move (PatalDb *db, gint64 id, const PatalBatchMove *move, PatalDay today, GError **error);
/* The same of a batch that moves with others of its plan, which was looked at as a whole: no rule is asked but PAST. Without a day it is postponed where
 * people had been told of it, and @without (nullable) is the planner's code. */
gboolean patal_batch_move_planned (PatalDb *db, gint64 id, const PatalBatchMove *move, const char *without, PatalDay today, GError **error);
gboolean patal_batch_pin  (PatalDb *db, gint64 id, gboolean pinned, GError **error);
/* START: one has no day, or nobody is nominated. Held and cancelled ones stay what they are. */
gboolean patal_batch_publish (PatalDb *db, const gint64 *ids, guint n, GError **error);
/* It was held. FUTURE: its last day is still to come; MARKS_MISSING: of somebody who is nominated not all half-days are said; START: has no day. */
gboolean patal_batch_finish (PatalDb *db, gint64 id, PatalDay today, GError **error);
/* @status POSTPONED: it has no day until it is moved. CANCELLED: with all of its cluster that were not held. PRESENT: somebody was there; PAST: it was
 * held. What had been published leaves its change. */
gboolean patal_batch_call_off (PatalDb *db, gint64 id, PatalBatchStatus status, const PatalChangeWhy *why, PatalDay today, GError **error);
/* Day @day_no (from 1) is on @now instead, or is not held (PATAL_DAY_NONE); its marks are taken back. PAST: the batch was held; START: has no day, or no
 * other is left; else the first hard rule that @now would break. */
gboolean patal_batch_drop_day (PatalDb *db, gint64 id, int day_no, PatalDay now, const PatalChangeWhy *why, PatalDay today, GError **error);

typedef enum { PATAL_BATCH_SORT_START, PATAL_BATCH_SORT_NO, PATAL_BATCH_SORT_PLACE_HI, PATAL_BATCH_SORT_PLACE_EN } PatalBatchSort;
#define PATAL_BATCH_ANY_STATUS (-1)
typedef struct
{
  gint64         training, within, trainer, venue; /* 0: any */
  PatalSpan      span;                             /* those that touch it; {0, 0}: all */
  int            status;                           /* PatalBatchStatus, or PATAL_BATCH_ANY_STATUS */
  gboolean       undated;                          /* only those without a day */
  PatalBatchSort sort;
  gboolean       descending;
} PatalBatchFilter;
GArray *patal_batch_ids (PatalDb *db, const PatalBatchFilter *filter, GError **error); /* (transfer full) (element-type gint64) */

/* What is frozen with a batch: for a PatalRecord. */
extern const char patal_batch_parts[];

/* The calendar's whole material at once. */
typedef struct
{
  gint64    id, training, cluster, block, venue; /* @block: where the cluster lies, or the district; @venue 0: none yet */
  PatalSpan span;                                /* both PATAL_DAY_NONE: no day yet */
  guint16   n_days, no, heads;                   /* @heads: nominated */
  guint8    status, pinned;
  guint8    conflict;                            /* its hall or one of its trainers is taken by another batch too, of whatever training */
} PatalBatchBar;
/* (transfer full) (element-type PatalBatchBar): by first day, those without one last. @filter->sort is not asked. */
GArray *patal_batch_bars (PatalDb *db, const PatalBatchFilter *filter, GError **error);

G_END_DECLS
