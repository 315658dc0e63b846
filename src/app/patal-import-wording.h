/* patal-import-wording.h: how the rows of an import's preview read
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-import-run.h"

G_BEGIN_DECLS

const char *patal_import_fate_word     (PatalFate fate);
/* What a person says of a doubtful row, by what is doubted. A place and a value know two answers, a twin three. */
const char *patal_import_decision_word (PatalDoubt doubt, PatalDoubtful decision);
guint       patal_import_n_decisions   (PatalDoubt doubt);

/* A column that tells of what a row is: which ones depends on the kind of import. */
typedef struct
{
  const char *title; /* a message id */
  int         width; /* in pixels; 0: what is left */
  char     *(*text) (PatalImportRun *run, guint row, const char *fields); /* (transfer full) (nullable) */
  const char *fields; /* their ids, one space between; the first that the row fills counts */
} PatalImportColumn;

/* The columns of @import, up to one without a title. */
const PatalImportColumn *patal_import_columns_of (const PatalImport *import);

/* (transfer full): what a row changes, "LGD code: — → 7001"; why it is refused or doubtful; "" where there is nothing to say. @reader: for what the
 * file has. */
char *patal_import_row_remark (PatalImportRun *run, guint row, PatalDb *reader);

/* (nullable): field @field of the row: as it will be written; of a refused row what cannot be read too, as the sheet
 * has it. */
const char *patal_import_row_cell (PatalImportRun *run, guint row, guint field);

G_END_DECLS
