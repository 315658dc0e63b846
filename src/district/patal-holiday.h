/* patal-holiday.h: holidays by class and scope
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-import.h"
#include "patal-report.h"

G_BEGIN_DECLS

typedef enum { PATAL_HOLIDAY_PUBLIC, PATAL_HOLIDAY_GENERAL, PATAL_HOLIDAY_OPTIONAL, PATAL_HOLIDAY_LOCAL, PATAL_HOLIDAY_TREASURY,
               PATAL_N_HOLIDAY_CLASSES } PatalHolidayClass;
const char *patal_holiday_class_id    (PatalHolidayClass klass); /* "public" … */
const char *patal_holiday_class_title (PatalHolidayClass klass); /* a message id: "Public holiday" … */

typedef guint PatalHolidayClasses;
#define PATAL_HOLIDAY_CLASSES(klass) (1u << (klass))
#define PATAL_HOLIDAY_NO_TRAINING (PATAL_HOLIDAY_CLASSES (PATAL_HOLIDAY_PUBLIC) | PATAL_HOLIDAY_CLASSES (PATAL_HOLIDAY_GENERAL) \
                                   | PATAL_HOLIDAY_CLASSES (PATAL_HOLIDAY_LOCAL))
#define PATAL_HOLIDAY_NO_PAYMENT (PATAL_HOLIDAY_NO_TRAINING | PATAL_HOLIDAY_CLASSES (PATAL_HOLIDAY_TREASURY))

/* What a day does to a training, the weakest first. */
typedef enum { PATAL_EFFECT_NONE, PATAL_EFFECT_PAYMENTS /* stops payments only */, PATAL_EFFECT_WARN, PATAL_EFFECT_BLOCK } PatalEffect;
PatalEffect patal_holiday_class_effect (PatalHolidayClass klass);

#define PATAL_HOLIDAY_ERROR (patal_holiday_error_quark ())
GQuark patal_holiday_error_quark (void);
typedef enum
{
  PATAL_HOLIDAY_ERROR_NAME,     /* neither a Hindi nor an English name */
  PATAL_HOLIDAY_ERROR_DAY,      /* no day */
  PATAL_HOLIDAY_ERROR_SCOPE,    /* local without a district, another class with one, or both state and district */
  PATAL_HOLIDAY_ERROR_REPEATED, /* the same day, name and scope is there already */
  PATAL_HOLIDAY_ERROR_ORDER,    /* confirmed without an order number */
} PatalHolidayError;

typedef struct
{
  gint64            id;
  PatalDay          day;
  char             *name_hi, *name_en;  /* at least one */
  PatalHolidayClass klass;
  char             *state_code;         /* LGD code of the state; NULL: all states */
  gint64            district;           /* local ones: the district; else 0 */
  char             *source, *order_no;  /* (nullable) */
  gboolean          verified;           /* only with an order number */
} PatalHoliday;
void patal_holiday_clear (PatalHoliday *holiday);
void patal_holiday_free  (PatalHoliday *holiday);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalHoliday, patal_holiday_clear)

gboolean patal_holiday_load   (PatalDb *db, gint64 id, PatalHoliday *out, GError **error);
/* On any thread, without the file (REPEATED is left to insert and update); *@field (nullable): "day",
   "name_hi", "class", "state_code", "district", "order_no". */
gboolean patal_holiday_check  (const PatalHoliday *holiday, const char **field, GError **error);
gboolean patal_holiday_insert (PatalDb *db, PatalHoliday *holiday, GError **error); /* inside an edit, as the others */
gboolean patal_holiday_update (PatalDb *db, const PatalHoliday *holiday, GError **error);
gboolean patal_holiday_remove (PatalDb *db, gint64 id, GError **error);

/* Inside an edit: marks the @n holidays @ids as confirmed by the order @order_no (ORDER when it is empty). */
gboolean patal_holiday_confirm (PatalDb *db, const gint64 *ids, gsize n, const char *order_no, GError **error);

/* (transfer full) (element-type PatalDay): sorted, each once, for patal_span_working_days(): the holidays of @classes that hold in @unit
 * (a district, a unit below it, or a state), in @span. @unit 0: only those of all states. */
GArray *patal_holiday_days (PatalDb *db, gint64 unit, PatalSpan span, PatalHolidayClasses classes, GError **error);

typedef enum { PATAL_HOLIDAY_SORT_DAY, PATAL_HOLIDAY_SORT_NAME_HI, PATAL_HOLIDAY_SORT_NAME_EN, PATAL_HOLIDAY_SORT_CLASS } PatalHolidaySort;
typedef struct
{
  PatalSpan           span;       /* a financial year: patal_fy_span(); {0, 0}: all days */
  PatalHolidayClasses classes;    /* 0: all */
  gint64              unit;       /* those that hold there; 0: all of the file */
  gboolean            unverified; /* only those that nobody has confirmed */
  PatalHolidaySort    sort;
  gboolean            descending;
} PatalHolidayFilter;
GArray *patal_holiday_ids (PatalDb *db, const PatalHolidayFilter *filter, GError **error); /* (transfer full) (element-type gint64) */

typedef enum { PATAL_HOLIDAY_COL_DAY /* YYYY-MM-DD */, PATAL_HOLIDAY_COL_NAME_HI, PATAL_HOLIDAY_COL_NAME_EN, PATAL_HOLIDAY_COL_CLASS, PATAL_HOLIDAY_COL_STATE_CODE,
               PATAL_HOLIDAY_COL_DISTRICT_HI, PATAL_HOLIDAY_COL_DISTRICT_EN, PATAL_HOLIDAY_COL_SOURCE, PATAL_HOLIDAY_COL_ORDER_NO,
               PATAL_HOLIDAY_COL_VERIFIED } PatalHolidayColumn;
extern const char patal_holiday_row_sql[];

extern const PatalImport patal_holiday_import; /* "holidays" */
extern const PatalReport patal_holiday_report; /* "holidays": of the financial year of the as-on day, or filter fy=2021-22 */
G_END_DECLS
