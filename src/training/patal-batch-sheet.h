/* patal-batch-sheet.h: batches as lists show them, and one batch whole, in words: its place, its people, the posts that nobody holds
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-nomination.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_BATCH_COL_NO, PATAL_BATCH_COL_STATUS, PATAL_BATCH_COL_START, PATAL_BATCH_COL_END, PATAL_BATCH_COL_PINNED, PATAL_BATCH_COL_HEADS,
  PATAL_BATCH_COL_PLACE_HI, PATAL_BATCH_COL_PLACE_EN, PATAL_BATCH_COL_CLUSTER_NO, PATAL_BATCH_COL_CLUSTER_HI, PATAL_BATCH_COL_CLUSTER_EN,
  PATAL_BATCH_COL_MODULE_HI, PATAL_BATCH_COL_MODULE_EN, PATAL_BATCH_COL_VENUE_HI, PATAL_BATCH_COL_VENUE_EN,
  PATAL_BATCH_COL_N_MODULES, /* of the course */
} PatalBatchColumn;
extern const char patal_batch_row_sql[]; /* for patal_row_model_new() */

/* Strings are in the language that was asked for, and owned. */
typedef struct
{
  PatalNomination *nomination;
  char            *name, *post, *unit; /* @post, @unit (nullable): called by hand */
} PatalBatchPerson;

typedef struct
{
  gint64 unit, post;
  char  *unit_name, *post_name;
} PatalBatchVacancy;

typedef struct
{
  PatalBatch  batch;
  gint64      training, course, place; /* @place: the block of the cluster, or its district */
  int         cluster_no, n_modules;
  int         most_marks, team, present_pct; /* of the module's tests (0: there are none), its trainers, of the course */
  char       *place_name, *cluster_name, *module_name, *venue_name, *training_name; /* @cluster_name, @venue_name (nullable) */
  GPtrArray  *trainers;  /* utf8: names, in the order of @batch.trainers */
  GPtrArray  *people;    /* PatalBatchPerson: who is nominated, and behind them who was replaced or withdrawn */
  GPtrArray  *vacancies; /* PatalBatchVacancy: target posts in the cluster's units that nobody holds on its first day, else today */
  guint       nominated; /* the first so many of @people */
} PatalBatchSheet;

/* (transfer full): of batch @id. In any thread. */
PatalBatchSheet *patal_batch_sheet_load (PatalDb *db, gint64 id, PatalLang lang, PatalDay today, GError **error);
void             patal_batch_sheet_free (PatalBatchSheet *sheet); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalBatchSheet, patal_batch_sheet_free)

G_END_DECLS
