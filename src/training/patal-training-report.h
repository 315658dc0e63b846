/* patal-training-report.h: the reports about trainings that go out (domain.md 10)
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * R3 (patal-saturation.h) and R5 (patal-trainer.h) are elsewhere. All understand training=ID, course=CODE, fy=2026-27 (without a training: that of the
 * day of the report) and within=UNIT; what nobody planned yet is told in a sentence below an empty table. */
#pragma once
#include "patal-report.h"

G_BEGIN_DECLS

extern const PatalReport patal_training_calendar_report; /* "training-calendar" (R1): batch by batch; also batch=ID */
extern const PatalReport patal_gp_plan_report;           /* "gp-plan" (R2): gram panchayat by gram panchayat, who is trained in what, when, where */
extern const PatalReport patal_cluster_report;           /* "clusters" (R4) */

/* "participants": a person of a training a row, what the figures of the others are made of: also batch=ID, cluster=ID, line=ID (0: outside the annual
 * plan), state=trained|present|partly|absent|nominated|replaced, group=sarpanch|elected|staff, social=sc|st|other|none, gender=male|female|none,
 * quarter=1 to 4 (in which the training was completed). */
extern const PatalReport patal_participant_report;
extern const PatalReport patal_participation_report;     /* "participation" (R7): of those trained; quarter=1 to 4 */
extern const PatalReport patal_training_progress_report; /* "training-progress" (R8): quarter=1 to 4; else the year up to the day of the report */
extern const PatalReport patal_certificate_report;       /* "certificates" (R9) */

G_END_DECLS
