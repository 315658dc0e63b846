/* patal-holiday-private.h: what the files about holidays share
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-holiday.h"

G_BEGIN_DECLS

PatalHolidayClass patal_holiday_class_of_id (const char *id);

/* Whether two holidays of one day have one name, in either language; each is (nullable). */
gboolean patal_holiday_same_name (const char *one_hi, const char *one_en, const char *other_hi, const char *other_en);

/* The holidays that hold in unit @unit, an expression: those of all states, of its state, of its district. Begin the statement with
 * "WITH RECURSIVE " PATAL_SQL_ABOVE ("above", @unit). */
#define PATAL_SQL_HOLIDAY_HOLDS \
  "(holiday.district IS NULL AND holiday.state_code IN ('', ifnull ((SELECT lgd_code FROM unit WHERE id IN above AND level = 'state'), ''))" \
  " OR holiday.district IN above)"

/* Whether the class is one of @classes, an expression with a PatalHolidayClasses. */
#define PATAL_SQL_HOLIDAY_CLASS \
  "CASE holiday.class WHEN 'public' THEN 0 WHEN 'general' THEN 1 WHEN 'optional' THEN 2 WHEN 'local' THEN 3 ELSE 4 END"
#define PATAL_SQL_HOLIDAY_IN_CLASSES(classes) "(" classes " >> (" PATAL_SQL_HOLIDAY_CLASS ")) & 1"

G_STATIC_ASSERT (PATAL_HOLIDAY_PUBLIC == 0 && PATAL_HOLIDAY_GENERAL == 1 && PATAL_HOLIDAY_OPTIONAL == 2
                 && PATAL_HOLIDAY_LOCAL == 3 && PATAL_HOLIDAY_TREASURY == 4);

G_END_DECLS
