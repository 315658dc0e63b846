/* patal-desk.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-desk.h"
#include "patal-annual-plan.h"
#include "patal-board-record.h"
#include "patal-holiday.h"
#include "patal-person.h"
#include "patal-roll-import.h"
#include "patal-saturation.h"
#include "patal-trainer.h"
#include "patal-training-paper.h"
#include "patal-training-report.h"
#include "patal-unit.h"
#include "patal-vacancy.h"
#include "patal-venue.h"
#include "patal-work-file.h"
#include "patal-work.h"

const PatalSearchSource *const patal_desk_searched[] = {
  &patal_unit_search[0],
  &patal_unit_search[1],
  &patal_person_search,
  &patal_venue_search,
  &patal_work_search,
  NULL,
};

static const PatalReport *const reports[] = {
  &patal_unit_report,
  &patal_person_report,
  &patal_vacancy_report,
  &patal_venue_report,
  &patal_holiday_report,
  &patal_work_report,
  &patal_board_report,
  &patal_work_file_report,
  &patal_trainer_report,
  &patal_annual_plan_report,
  &patal_training_calendar_report,
  &patal_gp_plan_report,
  &patal_cluster_report,
  &patal_participant_report,
  &patal_participation_report,
  &patal_training_progress_report,
  &patal_certificate_report,
  &patal_saturation_report,
  &patal_left_report,
  &patal_attendance_report,
  NULL,
};

/* What the office's orders call them (domain.md, section 10). */
static const struct { const char *number; const PatalReport *report; } numbers[] = {
  { "R1", &patal_training_calendar_report }, { "R2", &patal_gp_plan_report },           { "R3", &patal_saturation_report },
  { "R4", &patal_cluster_report },           { "R5", &patal_trainer_report },           { "R6", &patal_attendance_report },
  { "R7", &patal_participation_report },     { "R8", &patal_training_progress_report }, { "R9", &patal_certificate_report },
};

static const PatalChartOffer *const charts[] = {
  &patal_vacancy_chart,
  &patal_unit_gaps_chart,
  &patal_unit_count_chart,
  &patal_board_chart,
  &patal_saturation_chart,
  NULL,
};

static const PatalImport *const imports[] = {
  &patal_unit_import,
  &patal_person_import,
  &patal_venue_import,
  &patal_holiday_import,
  &patal_work_import,
  &patal_course_import,
  &patal_trainer_import,
  &patal_nomination_import,
  &patal_attendance_import,
  &patal_plan_line_import,
  NULL,
};

const PatalReport *const *
patal_desk_reports (void)
{
  return reports;
}

const PatalReport *
patal_desk_report (const char *name)
{
  for (const PatalReport *const *report = reports; *report != NULL; report++)
    if (g_str_equal ((*report)->name, name))
      return *report;
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_ascii_strcasecmp (numbers[i].number, name) == 0)
      return numbers[i].report;
  return NULL;
}

const char *
patal_desk_report_number (const PatalReport *report)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i].report == report)
      return numbers[i].number;
  return NULL;
}

const PatalChartOffer *const *
patal_desk_charts (void)
{
  return charts;
}

const PatalChartOffer *
patal_desk_chart (const char *name)
{
  for (const PatalChartOffer *const *chart = charts; *chart != NULL; chart++)
    if (g_str_equal ((*chart)->name, name))
      return *chart;
  return NULL;
}

PatalChart *
patal_desk_build_chart (const PatalChartOffer *offer, PatalDb *db, const PatalReportArgs *args, PatalLang lang, GError **error)
{
  g_autoptr (PatalWords) words = patal_desk_words (lang, error);
  PatalReportArgs own = *args;

  own.words = words;
  return words != NULL ? offer->build (db, &own, error) : NULL;
}

const PatalImport *const *
patal_desk_imports (void)
{
  return imports;
}

const PatalImport *
patal_desk_import (const char *name)
{
  for (const PatalImport *const *import = imports; *import != NULL; import++)
    if (g_str_equal ((*import)->name, name))
      return *import;
  return NULL;
}
