/* patal-work-row.h: a row of a list of works, as a work
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-unit-finder.h"
#include "patal-work.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_WORK_FIELD_NAME_HI, PATAL_WORK_FIELD_NAME_EN, PATAL_WORK_FIELD_CODE, PATAL_WORK_FIELD_DISTRICT, PATAL_WORK_FIELD_BLOCK,
  PATAL_WORK_FIELD_BLOCK_HI, PATAL_WORK_FIELD_BLOCK_CODE, PATAL_WORK_FIELD_GP, PATAL_WORK_FIELD_GP_HI, PATAL_WORK_FIELD_GP_CODE,
  PATAL_WORK_FIELD_VILLAGE, PATAL_WORK_FIELD_SCHEME, PATAL_WORK_FIELD_CATEGORY, PATAL_WORK_FIELD_KIND, PATAL_WORK_FIELD_BENEFICIARY,
  PATAL_WORK_FIELD_GUARDIAN, PATAL_WORK_FIELD_JOB_CARD, PATAL_WORK_FIELD_FY, PATAL_WORK_FIELD_TS_NO, PATAL_WORK_FIELD_TS_DAY,
  PATAL_WORK_FIELD_AS_NO, PATAL_WORK_FIELD_AS_DAY, PATAL_WORK_FIELD_WAGE, PATAL_WORK_FIELD_MATERIAL, PATAL_WORK_FIELD_TOTAL,
  PATAL_WORK_FIELD_DAYS, PATAL_WORK_FIELD_RATE, PATAL_WORK_FIELD_MATERIALS, PATAL_WORK_FIELD_AGENCY, PATAL_WORK_FIELD_CONVERGENCE,
  PATAL_WORK_FIELD_STATUS, PATAL_WORK_FIELD_START, PATAL_WORK_FIELD_END, PATAL_WORK_FIELD_SPENT_WAGE, PATAL_WORK_FIELD_SPENT_MATERIAL,
  PATAL_WORK_FIELD_SPENT_TOTAL, PATAL_WORK_FIELD_SPENT_DAYS, PATAL_WORK_FIELD_LAT, PATAL_WORK_FIELD_LON, PATAL_WORK_FIELD_REMARK,
  PATAL_WORK_FIELD_N_WORKS,
  PATAL_WORK_N_FIELDS
} PatalWorkField;
extern const PatalImportField patal_work_fields[PATAL_WORK_N_FIELDS];

/* What reading rows needs of the file, read once. */
typedef struct _PatalWorkReader PatalWorkReader;
PatalWorkReader *patal_work_reader_new  (PatalDb *db, GError **error);
void             patal_work_reader_free (PatalWorkReader *reader); /* accepts NULL */
PatalUnitFinder *patal_work_reader_units (PatalWorkReader *reader);
/* The scheme of a new work of which none is said: MGNREGA, as long as the file has it; else 0. */
gint64           patal_work_reader_usual_scheme (PatalWorkReader *reader);

#define PATAL_WORK_SAID(field) (G_GUINT64_CONSTANT (1) << (field))
G_STATIC_ASSERT (PATAL_WORK_N_FIELDS <= 64);

/* What a row says. A word is not said where its cell is empty. */
typedef struct
{
  PatalWork work;           /* with materials; what is not said is unknown, but kind and status, which are guessed */
  guint64   said;           /* bits PATAL_WORK_SAID: what the row says itself */
  char     *unsure;         /* (nullable): why the gram panchayat is perhaps another one */
  gint64    unsure_unit;    /* the gram panchayat, block or district that it seems to name */
  int       unsure_field;
} PatalWorkRow;
void patal_work_row_clear (PatalWorkRow *row);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalWorkRow, patal_work_row_clear)

/* FALSE: refused; *@field and *@reason, (transfer full), say why. */
gboolean patal_work_row_read (PatalWorkReader *reader, const char *const *cells, PatalWorkRow *out, int *field, char **reason);

/* Makes what the row says part of @work; TRUE where that changes it. With LOOK nothing is written. A name that differs in its spelling only
 * is the work's own, unless @work was found by its code. */
typedef enum { PATAL_WORK_TAKE_LOOK, PATAL_WORK_TAKE_WRITE } PatalWorkTake;
typedef enum { PATAL_WORK_FOUND_BY_NAME, PATAL_WORK_FOUND_BY_CODE } PatalWorkFound;
gboolean patal_work_row_take (const PatalWorkRow *row, PatalWork *work, PatalWorkFound found, PatalWorkTake how);

/* (transfer full): how @work reads in a cell of @field; "" where it says nothing. */
char *patal_work_row_text (PatalWorkReader *reader, const PatalWork *work, PatalWorkField field);

/* The field for the member that patal_work_check() names; -1: none. */
int   patal_work_field_of (const char *member);

G_END_DECLS
