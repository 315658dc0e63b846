/* patal-work-member.h: the members of a work that are typed as text: how each is shown, and how what is typed is read
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-work.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_MEMBER_VILLAGE, PATAL_MEMBER_NAME_HI, PATAL_MEMBER_NAME_EN, PATAL_MEMBER_CODE, PATAL_MEMBER_CATEGORY, PATAL_MEMBER_FY,
  PATAL_MEMBER_BENEFICIARY, PATAL_MEMBER_GUARDIAN, PATAL_MEMBER_JOB_CARD,
  PATAL_MEMBER_TS_NO, PATAL_MEMBER_TS_DAY, PATAL_MEMBER_AS_NO, PATAL_MEMBER_AS_DAY,
  PATAL_MEMBER_WAGE, PATAL_MEMBER_MATERIAL, PATAL_MEMBER_TOTAL, PATAL_MEMBER_DAYS, PATAL_MEMBER_RATE,
  PATAL_MEMBER_AGENCY, PATAL_MEMBER_CONVERGENCE, PATAL_MEMBER_START,
  PATAL_MEMBER_END, PATAL_MEMBER_SPENT_WAGE, PATAL_MEMBER_SPENT_MATERIAL, PATAL_MEMBER_SPENT_TOTAL, PATAL_MEMBER_SPENT_DAYS,
  PATAL_MEMBER_LAT, PATAL_MEMBER_LON, PATAL_MEMBER_REMARK,
  PATAL_N_MEMBERS
} PatalWorkMember;

const char *patal_work_member_id      (PatalWorkMember member); /* as patal_work_check() names it: "sanctioned.wage" */
/* Whether it is words of people, which may hold what does not print as it is meant (patal-text-fault.h); else a number, an amount, a day. */
gboolean    patal_work_member_is_text (PatalWorkMember member);

/* (transfer full) (nullable): as it is shown and typed: "2,45,000", "20.12.2021"; NULL where it is not known. */
char       *patal_work_member_format  (PatalWorkMember member, const PatalWork *work);

/* Reads @typed, (nullable), into @work. On FALSE @work is untouched; @error: PATAL_VALUE_ERROR. */
gboolean    patal_work_member_parse   (PatalWorkMember member, PatalWork *work, const char *typed, GError **error);

/* Whether any of what is typed or chosen differs. */
gboolean    patal_work_differs        (const PatalWork *a, const PatalWork *b);

G_END_DECLS
