/* patal-findings-list.h: what is wrong with a board, each with the field that it is about and the remedy offered
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals:
 *   field (char *field)                 a finding was pressed: the field that it is about
 *   remedy (char *field, char *value)   its button was: what the field is to be set to */
#pragma once
#include "patal-board-facts.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_FINDINGS_LIST (patal_findings_list_get_type ())
G_DECLARE_FINAL_TYPE (PatalFindingsList, patal_findings_list, PATAL, FINDINGS_LIST, AdwBin)

/* (element-type PatalFinding), the gravest first; NULL: nothing is looked at. What is as it was stays, with the focus. */
void patal_findings_list_set (PatalFindingsList *list, GPtrArray *findings);

G_END_DECLS
