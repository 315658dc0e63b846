/* patal-annual-plan.h: the annual action plan, as the Ministry's form has it (domain.md 3.4, 3.5)
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Money is paise; PATAL_PLAN_NOT_SAID where none is said. */
#pragma once
#include "patal-cost-norm.h"
#include "patal-import.h"
#include "patal-report.h"
#include "patal-training-rules.h"

G_BEGIN_DECLS

#define PATAL_PLAN_NOT_SAID          (-1)
#define PATAL_PLAN_MOST_PARTICIPANTS 1000000
#define PATAL_PLAN_MOST_LINE_DAYS    30

typedef struct
{
  gint64   id;
  int      fy;
  char    *name, *order_no, *remark; /* each (nullable) */
  PatalDay approved_on;              /* or PATAL_DAY_NONE */
} PatalAnnualPlan;
void patal_annual_plan_clear (PatalAnnualPlan *plan);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalAnnualPlan, patal_annual_plan_clear)

typedef struct
{
  gint64   id, plan;
  gint64   course;             /* 0: none, then @name says what it is for */
  int      rank;               /* its place in the plan; 0 of a new one: behind all others */
  char    *component;          /* code of a norm: "TRG-B" */
  char    *name, *remark;      /* each (nullable) */
  gboolean additional;         /* अतिरिक्त आवश्यकता of its component */
  int      participants, days; /* both 0 where the line has an amount of its own */
  gint64   unit_paise, own_paise, recommended_paise, approved_paise; /* or PATAL_PLAN_NOT_SAID; of the first two one is said */
} PatalPlanLine;
void   patal_plan_line_init     (PatalPlanLine *line, gint64 plan); /* nothing is said of money */
void   patal_plan_line_clear    (PatalPlanLine *line);
void   patal_plan_line_free     (PatalPlanLine *line); /* accepts NULL */
/* प्रस्तावित: participants × days × unit cost, or the line's own amount; 0 where neither is said. */
gint64 patal_plan_line_proposed (const PatalPlanLine *line);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalPlanLine, patal_plan_line_clear)

typedef struct /* of a plan, or of one of its components */
{
  gint64 participants, proposed, additional, recommended, approved; /* @proposed: without @additional */
} PatalPlanSum;
void     patal_plan_sum_add   (PatalPlanSum *sum, const PatalPlanLine *line);
/* The additional requirement of @component is at most a quarter of the rest of it: ADDITIONAL. */
gboolean patal_plan_sum_check (const PatalPlanSum *sum, const char *component, GError **error);

/* On any thread, without the file: PATAL_TRAINING_ERROR (PARTICIPANTS, LINE_DAYS, CEILING, ADDITIONAL, AMOUNT, LINE_NAME).
 * @ceiling (nullable): of its component; one that is not in force refuses nothing. @others: what the other lines of its component are.
 * *@field (nullable): "component", "name", "participants", "days", "unit_cost", "amount", "recommended", "approved". */
gboolean patal_plan_line_check   (const PatalPlanLine *line, const PatalCostNorm *ceiling, const PatalPlanSum *others,
                                  const char **field, GError **error);
/* (transfer full) (nullable): what is unusual about it: above a ceiling that is no longer in force, more approved than proposed. */
char    *patal_plan_line_warning (const PatalPlanLine *line, const PatalCostNorm *ceiling, const PatalWords *words);

/* The plan of @fy; where there is none yet, *@out has id 0. */
gboolean   patal_annual_plan_of  (PatalDb *db, int fy, PatalAnnualPlan *out, GError **error);
/* Inside an edit, as the others; id 0: a new one, and then its id. PLAN_TWICE. */
gboolean   patal_annual_plan_put (PatalDb *db, PatalAnnualPlan *plan, GError **error);

/* (transfer full) (element-type PatalPlanLine): by rank. */
GPtrArray *patal_plan_lines       (PatalDb *db, gint64 plan, GError **error);
/* id 0: a new one, and then its id and rank. PATAL_DB_ERROR_FROZEN: its plan is. */
gboolean   patal_plan_line_put    (PatalDb *db, PatalPlanLine *line, GError **error);
/* ADDITIONAL: without it the additional requirement would be too large. LINE_IN_USE: trainings name it. */
gboolean   patal_plan_line_remove (PatalDb *db, gint64 id, GError **error);

GArray *patal_plan_line_ids (PatalDb *db, int fy, GError **error); /* (transfer full) (element-type gint64): of the plan of @fy, by rank */
typedef enum { PATAL_PLAN_LINE_COL_COMPONENT, PATAL_PLAN_LINE_COL_NAME_HI, PATAL_PLAN_LINE_COL_NAME_EN, PATAL_PLAN_LINE_COL_ADDITIONAL,
               PATAL_PLAN_LINE_COL_PARTICIPANTS, PATAL_PLAN_LINE_COL_DAYS, PATAL_PLAN_LINE_COL_UNIT /* paise, as what follows */,
               PATAL_PLAN_LINE_COL_PROPOSED, PATAL_PLAN_LINE_COL_RECOMMENDED, PATAL_PLAN_LINE_COL_APPROVED } PatalPlanLineColumn;
extern const char patal_plan_line_row_sql[];

/* What is frozen with a plan, and whose edits stand in its history: its lines. */
extern const char patal_annual_plan_parts[]; /* of a PatalRecord */
#define PATAL_ANNUAL_PLAN_RECORD(plan) (&(const PatalRecord) { .table = "annual_plan", .id = (plan), .parts = patal_annual_plan_parts })

extern const PatalImport patal_plan_line_import;   /* "plan-lines" */
extern const PatalReport patal_annual_plan_report; /* "annual-plan": filter fy=2026-27, else the year of the day of the report */
G_END_DECLS
