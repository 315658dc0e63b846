/* patal-unit.h: administrative units: state, district, block, gram panchayat, village
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-edit.h"
#include "patal-import.h"
#include "patal-chart-offer.h"
#include "patal-search.h"
#include "patal-day.h"

G_BEGIN_DECLS

typedef enum { PATAL_LEVEL_STATE, PATAL_LEVEL_DISTRICT, PATAL_LEVEL_BLOCK, PATAL_LEVEL_GP, PATAL_LEVEL_VILLAGE, PATAL_N_LEVELS } PatalLevel;
const char *patal_level_id (PatalLevel level); /* "state" … as in the file */

#define PATAL_UNIT_ERROR (patal_unit_error_quark ())
GQuark patal_unit_error_quark (void);
typedef enum
{
  PATAL_UNIT_ERROR_NAME,     /* neither a Hindi nor an English name */
  PATAL_UNIT_ERROR_CODE,     /* not 1 to 6 digits */
  PATAL_UNIT_ERROR_PLACE,    /* outside India, or only half a coordinate */
  PATAL_UNIT_ERROR_SPAN,     /* ends before it begins */
  PATAL_UNIT_ERROR_PEOPLE,   /* SC + ST more than the population, or a negative number */
  PATAL_UNIT_ERROR_PARENT,   /* the unit above is not one level higher */
  PATAL_UNIT_ERROR_IN_USE,   /* something hangs on it: says what */
} PatalUnitError;

typedef struct
{
  gint64     id, parent;
  PatalLevel level;
  char      *name_hi, *name_en, *lgd_code, *remark; /* each (nullable) */
  PatalDay   valid_from, valid_to;
  gboolean   pesa, aspirational, antyodaya;
  gboolean   has_place;
  double     lat, lon;
  gint64     households, population, sc, st; /* -1: not known */
  GStrv      aliases;                        /* never NULL once loaded */
} PatalUnit;
void patal_unit_clear (PatalUnit *unit);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalUnit, patal_unit_clear)

gboolean patal_unit_load   (PatalDb *db, gint64 id, PatalUnit *out, GError **error);
/* Checks every rule of domain.md 9.1, on any thread, without the file; the message is for the field at fault, whose id is in @field. */
gboolean patal_unit_check  (const PatalUnit *unit, const char **field, GError **error);
/* Inside an edit. Insert gives @unit its id. Update also makes the aliases those of @unit. Remove refuses (IN_USE) while rows name it. */
gboolean patal_unit_insert (PatalDb *db, PatalUnit *unit, GError **error);
gboolean patal_unit_update (PatalDb *db, const PatalUnit *unit, GError **error);
gboolean patal_unit_remove (PatalDb *db, gint64 id, GError **error);

/* (transfer full): the name in @lang, else in the other language. */
char *patal_unit_name (PatalDb *db, gint64 id, PatalLang lang);

typedef enum { PATAL_UNIT_SORT_NAME_HI, PATAL_UNIT_SORT_NAME_EN, PATAL_UNIT_SORT_CODE, PATAL_UNIT_SORT_BLOCK, PATAL_UNIT_SORT_POPULATION } PatalUnitSort;
typedef enum /* what is missing: each a filter of the list */
{
  PATAL_UNIT_ALL, PATAL_UNIT_NO_CODE, PATAL_UNIT_NO_NAME_HI, PATAL_UNIT_NO_PLACE, PATAL_UNIT_NO_SECRETARY,
} PatalUnitMissing;
typedef struct
{
  PatalLevel       level;
  gint64           within;  /* an ancestor (state, district, block), 0 for all */
  PatalUnitMissing missing;
  PatalUnitSort    sort;
  gboolean         descending;
} PatalUnitFilter;

/* (transfer full) (element-type gint64): ids in order. For a worker; 2.1 lakh take some 100 ms. */
GArray *patal_unit_ids (PatalDb *db, const PatalUnitFilter *filter, GError **error);

/* (transfer full) (element-type gint64): the units of @level that @word means: its LGD code or id, else its name in either language, folded. Empty:
 * none; several: the word does not say which. */
GArray *patal_unit_named (PatalDb *db, PatalLevel level, const char *word, GError **error);

/* The row of a list (patal_row_model_new): columns as in PatalUnitColumn. */
typedef enum { PATAL_UNIT_COL_NAME_HI, PATAL_UNIT_COL_NAME_EN, PATAL_UNIT_COL_CODE, PATAL_UNIT_COL_BLOCK_HI, PATAL_UNIT_COL_BLOCK_EN,
               PATAL_UNIT_COL_BLOCK_ID, PATAL_UNIT_COL_POPULATION, PATAL_UNIT_COL_HAS_PLACE, PATAL_UNIT_COL_SECRETARY_HI, PATAL_UNIT_COL_SECRETARY_EN,
               PATAL_UNIT_COL_DISTRICT_HI, PATAL_UNIT_COL_DISTRICT_EN } PatalUnitColumn;
extern const char patal_unit_row_sql[];

/* Blocks (or districts, states) with what the sidebar shows of each: (element-type PatalUnitSummary). */
typedef struct
{
  gint64     id, parent;
  PatalLevel level;
  char      *name_hi, *name_en, *lgd_code;
  guint      n_gps; /* below it */
} PatalUnitSummary;
GPtrArray *patal_unit_summaries (PatalDb *db, PatalLevel level, gint64 within, GError **error);

/* Every GP with a coordinate, for the map: flat, in one query. @outlier: farther from its block's median than three times
 * the block's median distance, and at least 15 km. */
typedef struct { gint64 id, block; float lat, lon; gboolean outlier; } PatalUnitPoint;
GArray *patal_unit_points (PatalDb *db, gint64 within, GError **error);

extern const PatalImport patal_unit_import;
/* "units": the list of gram panchayats; filters: level=state|district|block|gp|village, missing=code|name_hi|place|secretary. */
extern const PatalReport patal_unit_report;
extern const PatalChartOffer patal_unit_count_chart; /* "units": how many gram panchayats each block has */
extern const PatalChartOffer patal_unit_gaps_chart;  /* "gaps": of how many the code, the Hindi name, the coordinates are missing */
extern const PatalSearchSource patal_unit_search[];
G_END_DECLS
