/* patal-work-member.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-member.h"
#include <stddef.h>

const PatalWorkMember patal_work_members[PATAL_WORK_N_MEMBERS] = {
  { PATAL_WORK_FIELD_CODE, PATAL_WORK_MEMBER_TEXT, offsetof (PatalWork, code), "code" },
  { PATAL_WORK_FIELD_VILLAGE, PATAL_WORK_MEMBER_TEXT, offsetof (PatalWork, village), "village" },
  { PATAL_WORK_FIELD_CATEGORY, PATAL_WORK_MEMBER_TEXT, offsetof (PatalWork, category), "category" },
  { PATAL_WORK_FIELD_BENEFICIARY, PATAL_WORK_MEMBER_TEXT, offsetof (PatalWork, beneficiary), "beneficiary" },
  { PATAL_WORK_FIELD_GUARDIAN, PATAL_WORK_MEMBER_TEXT, offsetof (PatalWork, guardian), "guardian" },
  { PATAL_WORK_FIELD_JOB_CARD, PATAL_WORK_MEMBER_TEXT, offsetof (PatalWork, job_card), "job_card" },
  { PATAL_WORK_FIELD_TS_NO, PATAL_WORK_MEMBER_TEXT, offsetof (PatalWork, ts_no), "ts_no" },
  { PATAL_WORK_FIELD_TS_DAY, PATAL_WORK_MEMBER_DAY, offsetof (PatalWork, ts_day), "ts_day" },
  { PATAL_WORK_FIELD_AS_NO, PATAL_WORK_MEMBER_TEXT, offsetof (PatalWork, as_no), "as_no" },
  { PATAL_WORK_FIELD_AS_DAY, PATAL_WORK_MEMBER_DAY, offsetof (PatalWork, as_day), "as_day" },
  { PATAL_WORK_FIELD_WAGE, PATAL_WORK_MEMBER_MONEY, offsetof (PatalWork, sanctioned.wage_paise), "sanctioned.wage" },
  { PATAL_WORK_FIELD_MATERIAL, PATAL_WORK_MEMBER_MONEY, offsetof (PatalWork, sanctioned.material_paise), "sanctioned.material" },
  { PATAL_WORK_FIELD_TOTAL, PATAL_WORK_MEMBER_MONEY, offsetof (PatalWork, sanctioned.total_paise), "sanctioned.total" },
  { PATAL_WORK_FIELD_DAYS, PATAL_WORK_MEMBER_COUNT, offsetof (PatalWork, days), "days" },
  { PATAL_WORK_FIELD_RATE, PATAL_WORK_MEMBER_MONEY, offsetof (PatalWork, rate_paise), "rate" },
  { PATAL_WORK_FIELD_AGENCY, PATAL_WORK_MEMBER_TEXT, offsetof (PatalWork, agency), "agency" },
  { PATAL_WORK_FIELD_CONVERGENCE, PATAL_WORK_MEMBER_TEXT, offsetof (PatalWork, convergence), "convergence" },
  { PATAL_WORK_FIELD_START, PATAL_WORK_MEMBER_DAY, offsetof (PatalWork, start), "start" },
  { PATAL_WORK_FIELD_END, PATAL_WORK_MEMBER_DAY, offsetof (PatalWork, end), "end" },
  { PATAL_WORK_FIELD_SPENT_WAGE, PATAL_WORK_MEMBER_MONEY, offsetof (PatalWork, spent.wage_paise), "spent.wage" },
  { PATAL_WORK_FIELD_SPENT_MATERIAL, PATAL_WORK_MEMBER_MONEY, offsetof (PatalWork, spent.material_paise), "spent.material" },
  { PATAL_WORK_FIELD_SPENT_TOTAL, PATAL_WORK_MEMBER_MONEY, offsetof (PatalWork, spent.total_paise), "spent.total" },
  { PATAL_WORK_FIELD_SPENT_DAYS, PATAL_WORK_MEMBER_COUNT, offsetof (PatalWork, spent_days), "spent_days" },
  { PATAL_WORK_FIELD_REMARK, PATAL_WORK_MEMBER_TEXT, offsetof (PatalWork, remark), "remark" },
};

gpointer
patal_work_member (const PatalWork *work, gsize index)
{
  return (char *) work + patal_work_members[index].offset;
}
