/* patal-cost-norm.h: what a training may cost: ceilings with the days from which and until which they are in force
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shipped ones are those of RGSA 2018-22 (domain.md 3.3); an office adds its own sets. Money is paise. */
#pragma once
#include "patal-course.h"
#include "patal-day.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_NORM_PERSON_DAY, PATAL_NORM_GP, PATAL_NORM_MONTH, PATAL_NORM_YEAR, PATAL_NORM_EACH, PATAL_N_NORM_UNITS
} PatalNormUnit;

typedef struct
{
  gint64        id;
  char         *set_name, *code, *names[2]; /* [PatalLang] */
  char         *source, *order_no;          /* (nullable) */
  gint64        paise;
  PatalNormUnit unit;
  PatalSpan     valid;                      /* @to PATAL_DAY_NONE: until another one comes */
  gboolean      verified;                   /* an order is named for it */
  gboolean      in_force;                   /* on the day that was asked for; else it is the last one before */
} PatalCostNorm;
void patal_cost_norm_clear (PatalCostNorm *norm);
void patal_cost_norm_free  (PatalCostNorm *norm); /* accepts NULL */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalCostNorm, patal_cost_norm_clear)

#define PATAL_COST_NORM_ERROR (patal_cost_norm_error_quark ())
GQuark patal_cost_norm_error_quark (void);
typedef enum
{
  PATAL_COST_NORM_ERROR_NAME, /* set, code or a name is missing */
  PATAL_COST_NORM_ERROR_RATE, /* nothing, or more than there is */
  PATAL_COST_NORM_ERROR_SPAN, /* its first day is missing, or comes after its last */
} PatalCostNormError;

/* (transfer full) (element-type PatalCostNorm): by set, the newest first, then by code. None is said to be in force. */
GPtrArray *patal_cost_norms    (PatalDb *db, GError **error);
/* Inside an edit; id 0: a new one, and then its id. */
gboolean   patal_cost_norm_put (PatalDb *db, PatalCostNorm *norm, GError **error);
/* The one with @code that is in force on @day, else the last one before it; where there is none, *@out has id 0. */
gboolean   patal_cost_norm_on  (PatalDb *db, const char *code, PatalDay day, PatalCostNorm *out, GError **error);

/* The code of the ceiling of a course: "TRG-B". @outside: a visit leaves the state. */
typedef enum { PATAL_VISIT_INSIDE, PATAL_VISIT_OUTSIDE } PatalVisitReach;
const char *patal_cost_norm_code (PatalCourseLevel level, PatalCourseMode mode, PatalVisitReach reach);

G_END_DECLS
