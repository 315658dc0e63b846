/* patal-plan-district.h: what a plan is made from, out of a district's file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-db.h"
#include "patal-lang.h"
#include "patal-plan-files.h"

G_BEGIN_DECLS

/* One module for the staff of gram panchayats, held by the staff of some of them: what the district's file
 * does not know. */
typedef struct
{
  const char *const *posts; /* codes, NULL at the end: who is trained */
  const gint64 *resource;   /* gram panchayats whose people are the trainers */
  gsize n_resource;
  PatalSpan window;
  const char *module; /* its name, without spaces */
  int days, team;
  int batch_min, batch_max;
} PatalPlanProgramme;

/* (transfer full): blocks with their programme officers, gram panchayats, venues with a known number of
 * seats, holidays and hard blackouts, with names in @lang for ids. Whoever holds one of the posts on the
 * first day is counted once: where the main charge is, else at the first gram panchayat that is covered.
 * Halls of the district itself belong to no block and are left out. Errors of the store; NOT_FOUND: no such
 * post. */
PatalPlanFiles *patal_plan_district_files (PatalDb *db, const PatalPlanProgramme *programme, PatalLang lang,
                                           GError **error);

G_END_DECLS
