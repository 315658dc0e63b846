/* patal-demo-private.h: what the files of the demonstration's trainings share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-demo-list.h"
#include "patal-demo-names.h"
#include "patal-edit.h"

G_BEGIN_DECLS

#define PATAL_DEMO_GGI      "GGI"
#define PATAL_DEMO_SARPANCH "SARPANCH"

/* "lines" for data/demo/training-lines.csv. (transfer full) */
PatalDemoList *patal_demo_training_list (const char *name);

/* The id of the only row that @sql (of ?1 and ?2) finds; none or several end the program, as every mistake of the lists does. */
gint64 patal_demo_only (PatalDb *db, const char *sql, const char *one, const char *two);

/* Inside an edit: what a year stands on: the course of sarpanches, master trainers, annual plans. */
gboolean patal_demo_courses_fill (PatalDb *db, gpointer unused, GError **error);

/* Inside an edit: who came to the published batches of @training that were over before @as_on, what their tests say, what they cost and how they
 * were liked; they are held then. *@n: how many. */
gboolean patal_demo_hold (PatalDb *db, gint64 training, PatalDay as_on, PatalDemoDice *dice, guint *n, GError **error);

G_END_DECLS
