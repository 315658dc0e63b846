/* patal-trainer.h: master trainers: who, what they can teach; and the days on which people cannot come
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whoever has all subjects of a module can teach it. */
#pragma once
#include "patal-day.h"
#include "patal-edit.h"
#include "patal-import.h"
#include "patal-report.h"
#include "patal-training-rules.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_TRAINER_MODEL_GP, PATAL_TRAINER_OFFICER, PATAL_TRAINER_TECHNICAL, PATAL_TRAINER_FACULTY, PATAL_TRAINER_OTHER,
  PATAL_N_TRAINER_SOURCES
} PatalTrainerSource;
const char *patal_trainer_source_id (PatalTrainerSource source); /* as in the file: "model_gp" */

typedef struct
{
  gint64             id, person;
  gint64             home;      /* a unit, where the way to a venue begins; 0: where the main charge is */
  PatalTrainerSource source;
  int                most_days; /* of one training; -1: no limit */
  gboolean           active;
  char              *remark;    /* (nullable) */
  GArray            *subjects;  /* gint64 */
} PatalTrainer;
void patal_trainer_init  (PatalTrainer *trainer, gint64 person); /* active, without a limit; can teach nothing yet */
void patal_trainer_clear (PatalTrainer *trainer);                /* also one that is all 0 */
void patal_trainer_free  (PatalTrainer *trainer);                /* accepts NULL */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalTrainer, patal_trainer_clear)

gboolean   patal_trainer_load   (PatalDb *db, gint64 id, PatalTrainer *out, GError **error);
/* (transfer full) (element-type PatalTrainer): all, also those who are not active. */
GPtrArray *patal_trainers       (PatalDb *db, GError **error);
/* Inside an edit, as the others; id 0: a new one, and then its id. PATAL_TRAINING_ERROR: TRAINER_TWICE; TRAINER_HOME: neither a home is said nor
 * a post held today; or PATAL_CONTACT_ERROR. */
gboolean   patal_trainer_put    (PatalDb *db, PatalTrainer *trainer, GError **error);
/* IN_USE: batches, sessions or limits name them; then set @active to FALSE. */
gboolean   patal_trainer_remove (PatalDb *db, gint64 id, GError **error);

/* ---- days of people: of trainers, officers, trainees ---- */

typedef enum { PATAL_DAYS_AWAY, PATAL_DAYS_FREE /* where there are such, a trainer comes on no others */ } PatalPersonDaysKind;

typedef struct
{
  gint64              id, person;
  PatalPersonDaysKind kind;
  PatalSpan           span;
  char               *words; /* (nullable): why */
} PatalPersonDays;
void patal_person_days_free (PatalPersonDays *days); /* accepts NULL */

/* (transfer full) (element-type PatalPersonDays): those of @person, by first day. */
GPtrArray *patal_person_days        (PatalDb *db, gint64 person, GError **error);
/* Inside an edit; id 0: a new one, and then its id. PATAL_TRAINING_ERROR_WINDOW, or PATAL_CONTACT_ERROR. */
gboolean   patal_person_days_put    (PatalDb *db, PatalPersonDays *days, GError **error);
gboolean   patal_person_days_remove (PatalDb *db, gint64 id, GError **error);
/* (transfer full) (element-type PatalSpan): the parts of @span on which somebody with these @days cannot come, in order, none
 * touching the next. */
GArray    *patal_person_days_closed (const GPtrArray *days, PatalSpan span);

typedef enum { PATAL_TRAINER_SORT_NAME_HI, PATAL_TRAINER_SORT_NAME_EN, PATAL_TRAINER_SORT_PLACE_HI, PATAL_TRAINER_SORT_PLACE_EN } PatalTrainerSort;
typedef struct
{
  gint64           within;     /* a unit: those whose home is in it or below it; 0: all */
  int              active;     /* 1, or 0: those who are not; -1: either */
  PatalTrainerSort sort;
  gboolean         descending;
} PatalTrainerFilter;
GArray *patal_trainer_ids (PatalDb *db, const PatalTrainerFilter *filter, GError **error); /* (transfer full) (element-type gint64) */

/* Post and place are those of today. BATCHES: how many they teach, of all years. */
typedef enum { PATAL_TRAINER_COL_NAME_HI, PATAL_TRAINER_COL_NAME_EN, PATAL_TRAINER_COL_POST_HI, PATAL_TRAINER_COL_POST_EN, PATAL_TRAINER_COL_PLACE_HI,
               PATAL_TRAINER_COL_PLACE_EN, PATAL_TRAINER_COL_BLOCK_HI, PATAL_TRAINER_COL_BLOCK_EN, PATAL_TRAINER_COL_MOBILE,
               PATAL_TRAINER_COL_SUBJECTS_HI, PATAL_TRAINER_COL_SUBJECTS_EN, PATAL_TRAINER_COL_ACTIVE, PATAL_TRAINER_COL_BATCHES } PatalTrainerColumn;
extern const char patal_trainer_row_sql[];

extern const PatalImport patal_trainer_import; /* "trainers" */
/* "trainers" (R5): filters subject (code), source (id), training (id), within, idle=1: who teaches in no batch. */
extern const PatalReport patal_trainer_report;
G_END_DECLS
