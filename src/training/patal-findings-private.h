/* patal-findings-private.h: a batch that is looked through, rule by rule
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-calendar.h"
#include "patal-training-findings.h"

G_BEGIN_DECLS

typedef struct
{
  PatalDb          *db;
  const PatalWords *words;    /* (nullable) */
  PatalLang         lang;
  GPtrArray        *findings;

  PatalTraining     training; /* with its course's mode, and the calendar of a block: kept from one batch to the next */
  gint64            calendar_of;
  PatalCalendar    *calendar;

  const PatalBatch *batch;    /* the one that is looked through */
  PatalSpan         span;
  gint64            block;    /* where its cluster lies: a block, or a district */
  char             *from, *to; /* @span as YYYY-MM-DD */
  GHashTable       *days_of;  /* batch → GArray of PatalDay: of those it was compared with, kept from one question to the next */
  gboolean          until_hard; /* it is enough to know that a hard rule is broken: the later rules are not asked then */
} PatalLooking;

void     patal_looking_init  (PatalLooking *looking, PatalDb *db, const PatalWords *words);
void     patal_looking_clear (PatalLooking *looking); /* also one that is all 0 */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalLooking, patal_looking_clear)

/* Adds the findings of @batch; nothing of one without a day, that was held or cancelled. FALSE with @error from the store. */
gboolean patal_looking_at    (PatalLooking *looking, const PatalBatch *batch, GError **error);

/* Adds a finding. @weight: as the rule has it, or less. */
void  patal_looking_say (PatalLooking *looking, const PatalBrokenRule *broken, PatalRuleWeight weight, gint64 record);

/* (transfer full): how what has @id is called, in the language of the findings. */
char *patal_looking_unit    (const PatalLooking *looking, gint64 id);
char *patal_looking_venue   (const PatalLooking *looking, gint64 id);
char *patal_looking_trainer (const PatalLooking *looking, gint64 id);

/* (transfer none) (element-type PatalDay): when batch @id, another one, is held; NULL with @error. */
const GArray *patal_looking_days_of (PatalLooking *looking, gint64 id, GError **error);

gboolean patal_looking_is_on (const PatalLooking *looking, PatalDay day); /* whether it is held on @day */

/* Each FALSE with @error from the store. */
gboolean patal_look_at_days     (PatalLooking *looking, GError **error);
gboolean patal_look_at_venue    (PatalLooking *looking, GError **error);
gboolean patal_look_at_trainers (PatalLooking *looking, GError **error);
gboolean patal_look_at_people   (PatalLooking *looking, GError **error);

G_END_DECLS
