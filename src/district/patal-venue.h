/* patal-venue.h: training venues
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-import.h"
#include "patal-report.h"
#include "patal-search.h"

G_BEGIN_DECLS

#define PATAL_VENUE_MIN_CAPACITY 10
#define PATAL_VENUE_MAX_CAPACITY 500
#define PATAL_VENUE_MAX_HALLS    50

/* The field at fault may also fail in PATAL_CONTACT_ERROR. */
#define PATAL_VENUE_ERROR (patal_venue_error_quark ())
GQuark patal_venue_error_quark (void);
typedef enum
{
  PATAL_VENUE_ERROR_NAME,     /* neither a Hindi nor an English name */
  PATAL_VENUE_ERROR_UNIT,     /* no place, or one that is gone or a state */
  PATAL_VENUE_ERROR_CAPACITY, /* not 10 to 500 */
  PATAL_VENUE_ERROR_HALLS,    /* not 1 to 50 */
  PATAL_VENUE_ERROR_PLACE,    /* outside India, or only half a coordinate */
} PatalVenueError;

typedef struct
{
  gint64   id, unit;     /* the GP, block or district where it stands */
  char    *name_hi, *name_en, *contact, *mobile, *remark; /* each (nullable) */
  int      capacity;     /* seats; -1: not known */
  int      halls;
  gboolean projector, toilet;
  gboolean has_place;
  double   lat, lon;
} PatalVenue;
void patal_venue_clear (PatalVenue *venue);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalVenue, patal_venue_clear)

gboolean patal_venue_load   (PatalDb *db, gint64 id, PatalVenue *out, GError **error);
/* On any thread, without the file; *@field (nullable): "name_hi", "unit", "capacity", "halls", "lat", "lon",
   "contact", "mobile", "remark". */
gboolean patal_venue_check  (const PatalVenue *venue, const char **field, GError **error);
gboolean patal_venue_insert (PatalDb *db, PatalVenue *venue, GError **error); /* inside an edit, as the others */
gboolean patal_venue_update (PatalDb *db, const PatalVenue *venue, GError **error);
gboolean patal_venue_remove (PatalDb *db, gint64 id, GError **error);

typedef enum { PATAL_VENUE_SORT_NAME_HI, PATAL_VENUE_SORT_NAME_EN, PATAL_VENUE_SORT_PLACE_HI, PATAL_VENUE_SORT_PLACE_EN, PATAL_VENUE_SORT_CAPACITY } PatalVenueSort;
typedef struct
{
  gint64         within;   /* a unit: those in it or below it; 0: all */
  int            seats;    /* at least so many; 0: any */
  PatalVenueSort sort;
  gboolean       descending;
} PatalVenueFilter;
GArray *patal_venue_ids (PatalDb *db, const PatalVenueFilter *filter, GError **error); /* (transfer full) (element-type gint64) */

typedef enum { PATAL_VENUE_COL_NAME_HI, PATAL_VENUE_COL_NAME_EN, PATAL_VENUE_COL_UNIT_HI, PATAL_VENUE_COL_UNIT_EN, PATAL_VENUE_COL_BLOCK_HI,
               PATAL_VENUE_COL_BLOCK_EN, PATAL_VENUE_COL_CAPACITY, PATAL_VENUE_COL_HALLS, PATAL_VENUE_COL_PROJECTOR, PATAL_VENUE_COL_TOILET,
               PATAL_VENUE_COL_HAS_PLACE, PATAL_VENUE_COL_CONTACT, PATAL_VENUE_COL_MOBILE, PATAL_VENUE_COL_UNIT_CODE } PatalVenueColumn;
extern const char patal_venue_row_sql[];

extern const PatalImport       patal_venue_import; /* "venues" */
extern const PatalReport       patal_venue_report; /* "venues" */
extern const PatalSearchSource patal_venue_search;
G_END_DECLS
