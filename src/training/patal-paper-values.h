/* patal-paper-values.h: what the fields of a paper's template say
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-paper-tables.h"
#include "patal-paper-template.h"

G_BEGIN_DECLS

/* What a letter is about. */
typedef struct
{
  PatalPaperFacts              *facts;
  const PatalPaperPlace        *place;
  const PatalTrainingPaperOrder *order;
  const PatalPaperBatch *const *batches; /* that it names */
  guint                         n_batches;
  gint64                        block;   /* 0: of all */
  PatalPaperWho                 who;
  const PatalPaperPerson       *person;  /* (nullable) */
  const char                   *number;  /* (nullable) */
} PatalPaperAbout;

typedef struct { char *texts[PATAL_N_PAPER_FIELDS]; } PatalPaperValues;
gboolean patal_paper_values_fill  (PatalPaperValues *values, PatalDb *db, const PatalPaperAbout *about, GError **error);
gboolean patal_paper_values_cost  (PatalPaperValues *values, PatalDb *db, const PatalCostLimit *cost, const PatalWords *words, GError **error);
void     patal_paper_values_clear (PatalPaperValues *values);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalPaperValues, patal_paper_values_clear)
G_END_DECLS
