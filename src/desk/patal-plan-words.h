/* patal-plan-words.h: what the planner found, in words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-schedule-findings.h"
#include "patal-schedule-move.h"
#include "patal-plan-outcome.h"

G_BEGIN_DECLS

/* Names for programs, as they stand in the files. "" for what is no reason. */
const char   *patal_plan_left_code     (PatalLeft left);
PatalLeft     patal_plan_left_parse    (const char *reason); /* of "CODE: sentence"; NOT: it begins with no code */
const char   *patal_plan_without_code  (PatalWithout without);
PatalWithout  patal_plan_without_parse (const char *reason);
const char   *patal_plan_finding_code  (PatalClustersCode code);
const char   *patal_plan_short_code    (PatalShortCode code);
const char   *patal_plan_rule_code     (PatalRule rule); /* "H4", as the planning problem has it */

/* The id of a group of blocks: of the block, or with cross_block of the district. */
const char   *patal_plan_group_id (const PatalPlanFiles *files, int group);

/* The id of @of in its scope; "*" for the state. */
const char   *patal_plan_scope_id (const PatalPlanFiles *files, PatalPlanScope scope, int of);

/* All (transfer full): sentences that say which rule binds, with names and numbers, and what would help. */
char         *patal_plan_left_words    (const PatalPlanFiles *files, const PatalClusters *clusters, int unit);
char         *patal_plan_without_words (const PatalPlanFiles *files, const PatalClusters *clusters, int cluster, int module, PatalWithout without);
char         *patal_plan_finding_words (const PatalPlanFiles *files, const PatalClustersFinding *finding);
char         *patal_plan_short_words   (const PatalPlanFiles *files, const PatalShort *finding);

/* Which rule a move breaks, and with whom; @first: the first day of all windows. */
char         *patal_plan_break_words   (const PatalPlanOutcome *outcome, PatalDay first, const PatalBreak *broken);

G_END_DECLS
