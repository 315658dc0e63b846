/* patal-board-faults.h: what is to be mended or looked at on many boards before they are printed, and which
 * of them are the worst SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Findings that only remind are not counted. */
#pragma once
#include "patal-board-facts.h"

G_BEGIN_DECLS

#define PATAL_BOARD_MOST_FAULTY 12

typedef struct
{
  gint64 work;
  char *board;         /* "“CC Road”, Bamhni" */
  GPtrArray *findings; /* (element-type PatalFinding), the gravest first */
} PatalFaultyBoard;

typedef struct
{
  guint n_boards;   /* of which something is found */
  guint n_findings; /* of all of them */
  GPtrArray *worst; /* (nullable) (element-type PatalFaultyBoard): at most PATAL_BOARD_MOST_FAULTY, the worst
                       first */
} PatalBoardFaults;
void patal_board_faults_clear (PatalBoardFaults *faults);

/* Counts what is among @findings, which are in order. */
void patal_board_faults_add (PatalBoardFaults *faults, gint64 work, const char *board,
                             const GPtrArray *findings);

G_END_DECLS
