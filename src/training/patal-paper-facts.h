/* patal-paper-facts.h: all that papers of a training say, read at once
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch.h"
#include "patal-nomination.h"
#include "patal-person.h"

G_BEGIN_DECLS

typedef struct
{
  gint64      id, person, block;  /* @id: of the nomination, or of the trainer; @block: where the post is, else the cluster's */
  char       *name, *post, *tier, *place, *mobile; /* all but @name (nullable); @tier: "ग्राम पंचायत" */
  PatalGender gender;
  PatalSocial social;
  char        marks[PATAL_MOST_HALF_DAYS + 1];
  gboolean    attended;           /* present often enough in a batch that was held */
  gboolean    trained;            /* so in all modules, of which this is the last */
} PatalPaperPerson;

typedef struct
{
  PatalBatch         batch;
  gint64             block;       /* or the district, where a cluster reaches over blocks */
  char              *cluster, *venue, *nodal, *trainers; /* each (nullable) */
  const PatalModule *module;      /* of the course */
  GPtrArray         *people;      /* PatalPaperPerson: who is nominated, by place */
  GPtrArray         *trainer_people; /* PatalPaperPerson: those who teach */
  GPtrArray         *sessions;    /* PatalSession: its own, else the module's */
} PatalPaperBatch;

/* What letters call a block, and the office above it. Strings are never NULL. */
typedef struct
{
  gint64 id;                      /* 0: the whole training */
  char  *block, *district, *state, *head, *signatory, *block_head, *collector;
} PatalPaperPlace;

typedef struct
{
  PatalTraining     training;
  PatalCourse       course;
  const PatalWords *words;
  char             *name, *posts; /* of the training; whom it is for: "सचिव, ग्राम रोजगार सहायक" */
  GPtrArray        *batches;      /* PatalPaperBatch, by number */
  GPtrArray        *places;       /* PatalPaperPlace: those that were asked for */
} PatalPaperFacts;

/* (transfer full): those of batch @batch, 0: of the whole training. */
PatalPaperFacts *patal_paper_facts_read (PatalDb *db, gint64 training, gint64 batch, const PatalWords *words, GError **error);
void             patal_paper_facts_free (PatalPaperFacts *facts); /* accepts NULL */
/* (transfer none): @block 0: the office of the whole training. */
const PatalPaperPlace *patal_paper_facts_place (PatalPaperFacts *facts, PatalDb *db, gint64 block, GError **error);

/* (transfer full): what the serials of a training's certificates follow: "SONPUR/GGI/2026-27/". */
char    *patal_certificate_prefix (PatalDb *db, gint64 training, GError **error);

gboolean patal_paper_batch_is_called_off (const PatalPaperBatch *batch); /* cancelled, or without a day */
char    *patal_paper_batch_days  (const PatalPaperBatch *batch, const PatalWords *words); /* (transfer full) (nullable): "20.12.2021 से 21.12.2021" */
char    *patal_paper_batch_title (const PatalPaperBatch *batch, const PatalWords *words); /* (transfer full): "बैच 3" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalPaperFacts, patal_paper_facts_free)
G_END_DECLS
