/* patal-board-files.h: boards of some works on pages, in a PDF file or in pictures; what is for the site is kept as the first print before
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Jobs for the threads of a document. */
#pragma once
#include "patal-board-pages.h"

G_BEGIN_DECLS

typedef struct
{
  PatalBoardOrder order;
  GArray         *works; /* (nullable) (element-type gint64); NULL: all of the file, by place */
  char           *path;  /* (nullable): of a PDF file, a picture, or of the folder for several */
} PatalBoardTask;

/* @works is counted up. */
PatalBoardTask *patal_board_task_new  (const PatalBoardOrder *order, GArray *works, const char *path);
void            patal_board_task_free (PatalBoardTask *task);

/* Whether it is for the site. */
gboolean patal_board_order_issues (const PatalBoardOrder *order);

typedef struct
{
  PatalPages     *pages; /* (nullable) */
  PatalBoardTally tally;
  char           *path;  /* (nullable): what was written */
  char           *size_warning; /* (nullable): of the size that was ordered, with the first work on it */
} PatalBoardMade;
void patal_board_made_free (PatalBoardMade *made); /* accepts NULL */

/* PatalJobs: @data is a PatalBoardTask; (transfer full) a PatalBoardMade. */
gpointer patal_board_make_pages     (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error);
gpointer patal_board_write_file     (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error);
gpointer patal_board_write_pictures (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error);
/* In the writing thread: keeps the first prints. Not NULL: done. */
gpointer patal_board_keep_first     (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalBoardMade, patal_board_made_free)
G_END_DECLS
