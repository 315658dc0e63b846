/* patal-work-member.h: the columns of lists of works that are one member of a work each, and are read, compared and written alike
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-work-row.h"

G_BEGIN_DECLS

typedef enum { PATAL_WORK_MEMBER_TEXT, PATAL_WORK_MEMBER_MONEY, PATAL_WORK_MEMBER_COUNT, PATAL_WORK_MEMBER_DAY } PatalWorkMemberType;

typedef struct
{
  PatalWorkField      field;
  PatalWorkMemberType type;
  gsize               offset;
  const char         *name;  /* as patal_work_check() has it */
} PatalWorkMember;

#define PATAL_WORK_N_MEMBERS 24
extern const PatalWorkMember patal_work_members[PATAL_WORK_N_MEMBERS];

/* A char **, gint64 * or PatalDay * of @work. */
gpointer    patal_work_member (const PatalWork *work, gsize index);

/* (transfer none): the code of a scheme; NULL: there is none with this id. */
const char *patal_work_reader_scheme_code (PatalWorkReader *reader, gint64 scheme);

G_END_DECLS
