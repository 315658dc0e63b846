/* patal-desk.h: the one list of all that the program offers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-chart-offer.h"
#include "patal-report.h"
#include "patal-import.h"
#include "patal-search.h"

G_BEGIN_DECLS

extern const PatalSearchSource *const patal_desk_searched[]; /* hand this to patal_file_open() */

const PatalReport *const *patal_desk_reports (void);                 /* NULL at the end */
const PatalReport        *patal_desk_report  (const char *name);     /* (nullable): "saturation", or by its number "R3" */
const char               *patal_desk_report_number (const PatalReport *report); /* (nullable): "R3" */

/* The language of a document: BOTH has every title, word and name in Hindi and, where it differs, in English on the next line (in CSV
 * behind " / "); its rows stand in the order of the Hindi one. */
typedef enum { PATAL_REPORT_HI, PATAL_REPORT_EN, PATAL_REPORT_BOTH } PatalReportLang;

/* (transfer full): the table of @report. @args: without its words, which come from @lang. As PatalReport.build. */
PatalTable *patal_desk_build (const PatalReport *report, PatalDb *db, const PatalReportArgs *args, PatalReportLang lang,
                              GError **error);

const PatalChartOffer *const *patal_desk_charts (void);              /* NULL at the end */
const PatalChartOffer        *patal_desk_chart  (const char *name);  /* (nullable) */

/* (transfer full): the chart, in @lang. As PatalChartOffer.build. */
PatalChart *patal_desk_build_chart (const PatalChartOffer *offer, PatalDb *db, const PatalReportArgs *args, PatalLang lang, GError **error);

const PatalImport *const *patal_desk_imports (void);
const PatalImport        *patal_desk_import  (const char *name);     /* (nullable) */

/* How a hit of the search is shown, whatever its kind. Strings are never NULL. */
typedef struct
{
  char *name_hi, *name_en;
  char *code;  /* LGD code of a unit, code of a work */
  char *block; /* in which it lies; like @note in the language asked for where there is a name in it, else in the other */
  char *note;  /* of a person post and place, of a venue the place, of a work the gram panchayat */
} PatalFound;
gboolean patal_desk_found  (PatalDb *db, const PatalSearchHit *hit, PatalLang lang, PatalFound *out, GError **error);
void     patal_found_clear (PatalFound *found);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalFound, patal_found_clear)

/* (transfer full): the catalogue of @lang, from PATAL_LOCALEDIR (environment, then the built-in path). English needs no file. */
PatalWords *patal_desk_words (PatalLang lang, GError **error);

/* Sets locale and gettext for the process: Hindi, unless @lang says English. Call first of all. */
void patal_desk_init_language (PatalLang lang);

G_END_DECLS
