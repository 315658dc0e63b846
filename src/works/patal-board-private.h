/* patal-board-private.h: the fields of a board by number, for the files that make it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-board-facts.h"

G_BEGIN_DECLS

typedef enum /* indexes of patal_board_known */
{
  FIELD_SCHEME, FIELD_STATE, FIELD_DISTRICT, FIELD_BLOCK, FIELD_GP, FIELD_VILLAGE, FIELD_WORK_NAME, FIELD_WORK_CODE, FIELD_CATEGORY,
  FIELD_BENEFICIARY, FIELD_GUARDIAN, FIELD_JOB_CARD, FIELD_FY, FIELD_TS, FIELD_AS, FIELD_WAGE, FIELD_MATERIAL, FIELD_TOTAL, FIELD_DAYS,
  FIELD_RATE, FIELD_MATERIALS, FIELD_AGENCY, FIELD_START, FIELD_END, FIELD_SPENT_WAGE, FIELD_SPENT_MATERIAL, FIELD_SPENT_TOTAL,
  FIELD_SPENT_DAYS, FIELD_CONVERGENCE, FIELD_OMBUDSMAN, FIELD_HELPLINE, FIELD_OFFICER, N_FIELDS
} FieldId;

/* (transfer full) (nullable): what a board in @lang says of a field; NULL: it is not known. @words as of patal_board_form(). */
char *patal_board_value (const PatalBoardFacts *facts, guint known, PatalBoardLang lang, PatalWords *const words[2]);

G_END_DECLS
