/* patal-demo-trainings.h: the trainings of the demonstration district: last year's, and this year's half done
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-edit.h"
#include "patal-day.h"

G_BEGIN_DECLS

/* The day up to which it is known what became of the batches. */
#define PATAL_DEMO_AS_ON (patal_day_from_ymd (2026, 6, 1))

/* A course for sarpanches besides the shipped one, master trainers, annual plans; the course of sarpanches held in 2025; the shipped one planned by the
 * planner in May and June 2026, and held up to PATAL_DEMO_AS_ON. In edits of their own, after patal_demo_fill(), by the same rules: two files are the
 * same, byte for byte. */
gboolean patal_demo_trainings_fill (PatalDb *db, const PatalProgress *progress, GError **error);

G_END_DECLS
