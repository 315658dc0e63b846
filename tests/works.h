/* works.h: a work in the small district, for the tests of works, their boards and files
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "directory.h"
#include "patal-scheme.h"
#include "patal-work.h"

#define WORKS_MGNREGA 1 /* the scheme's id in every file */

/* A work that keeps every rule, in @gp; its strings are literals: not to be cleared. */
static inline PatalWork
works_pond (gint64 gp)
{
  PatalWork work;

  patal_work_init (&work);
  work.gp = gp;
  work.scheme = WORKS_MGNREGA;
  work.name_hi = (char *) "तालाब गहरीकरण, बड़ा तालाब";
  work.code = (char *) "3316004012/WC/11";
  work.fy = 2021;
  work.status = PATAL_WORK_ONGOING;
  work.start = DAY (2021, 6, 1);
  work.sanctioned = (PatalWorkMoney) { 12000000, 8000000, 20000000 };
  return work;
}

/* The id of a new work @name in @gp. */
static inline gint64
works_add (Directory *f, gint64 gp, const char *name)
{
  PatalWork work = works_pond (gp);

  work.name_hi = (char *) name;
  work.code = NULL;
  directory_do (f, (gpointer) patal_work_insert, &work);
  return work.id;
}

static inline gboolean
works_remove_cb (PatalDb *db, gpointer id, GError **error)
{
  return patal_work_remove (db, *(gint64 *) id, error);
}
