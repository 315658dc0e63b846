/* patal-plan-words.h: what the planner found, in words
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-schedule.h"
#include "patal-plan-files.h"

G_BEGIN_DECLS

/* Names for programs, as they stand in the files. "" for what is no reason. */
const char   *patal_plan_left_code     (PatalLeft left);
PatalLeft     patal_plan_left_parse    (const char *reason); /* of "CODE: sentence"; NOT: it begins with no code */
const char   *patal_plan_without_code  (PatalWithout without);
PatalWithout  patal_plan_without_parse (const char *reason);
const char   *patal_plan_finding_code  (PatalClustersCode code);

/* The id of a group of blocks: of the block, or with cross_block of the district. */
const char   *patal_plan_group_id (const PatalPlanFiles *files, int group);

/* All (transfer full): sentences that say which rule binds, with names and numbers, and what would help. */
char         *patal_plan_left_words    (const PatalPlanFiles *files, const PatalClusters *clusters, int unit);
char         *patal_plan_without_words (const PatalPlanFiles *files, const PatalClusters *clusters, int cluster, int module, PatalWithout without);
char         *patal_plan_finding_words (const PatalPlanFiles *files, const PatalClustersFinding *finding);

G_END_DECLS
