/* patal-board-search.h: the search for what is wrong with a board, for the files that make it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-board-private.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray             *findings;
  const PatalBoardFacts *facts;
  const PatalTemplate   *template;
  PatalBoardLang         lang;
  PatalDay               today;
} PatalBoardSearch;

/* Takes @text. The finding belongs to the search. */
PatalFinding *patal_finding_add (const PatalBoardSearch *self, PatalFindingKind kind, PatalFindingWeight weight, const char *field, char *text);
/* Takes both. */
void          patal_finding_offer    (PatalFinding *finding, char *remedy, char *value);

/* What this kind and state of work must say by domain.md 4.1 and by the template. */
void patal_board_find_missing (const PatalBoardSearch *self);

G_END_DECLS
