/* patal-person-part.h: the people of one row: a sheet with a row for each panchayat has columns for each of its posts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-person-row.h"

G_BEGIN_DECLS

/* Part 0 is the row itself, as in a sheet with a row for each person; the others are the posts with columns of their own. */
#define PATAL_PERSON_N_PARTS 4

/* Fills @out, one for each field, with what @cells say of @part, as a row of its own would say it. FALSE: nothing. */
gboolean patal_person_part_cells (const char *const *cells, guint part, const char **out);

/* The field of the sheet out of which @field of @part was filled. */
int      patal_person_part_field (guint part, int field);

/* Whether a post has a column for the name of who holds it. */
gboolean patal_person_part_any   (const gboolean *mapped);

G_END_DECLS
