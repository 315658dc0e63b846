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

PatalTemplateFor patal_board_template_for (PatalWorkKind kind);

/* Whether all that is known at the end can be known. */

/* What the words of a board are made from; @words as of patal_board_form(). */
typedef struct
{
  const PatalBoardFacts *facts;
  PatalBoardLang         lang;
  PatalWords *const     *words;
} PatalBoardSpeaker;

/* (transfer full) (nullable): what a board says of a field; NULL: it is not known. */
char       *patal_board_say    (const PatalBoardSpeaker *self, guint known);

gboolean    patal_board_is_empty (const char *text); /* (nullable) */

/* (nullable): the text in the document's language, else in the other. */
const char *patal_board_one_of (const char *const pair[2], PatalLang lang);
/* (transfer full) (nullable): likewise; on a board of both languages both, with @between between them, where they differ. */
char       *patal_board_spoken (const char *const pair[2], PatalBoardLang lang, const char *between);

/* Adds @before, but at the beginning of @text, and @piece, where there is one. */
void        patal_board_append (GString *text, const char *before, const char *piece);
/* (transfer full) (nullable): what is made of @text, which is taken: NULL where nothing came together. */
char       *patal_board_finish (GString *text);

/* (transfer full) (nullable): as a board in English has it, where the word as a whole is known; else as it is. @gp: its names, by PatalLang. */
char *patal_board_material_en (const char *name);
char *patal_board_quantity_en (const char *quantity); /* "32 घ.मी." */
char *patal_board_agency_en   (const char *agency, const char *const gp[2]);

G_END_DECLS
