/* patal-day.h: days, spans of days, financial years, working days
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-lang.h"
#include "patal-value-error.h"

G_BEGIN_DECLS

/* A day is GLib's Julian day number (1 = 1 January of the year 1), so that days can be subtracted. 0 is no day.
 * In the file, on the command line and in CSV it is YYYY-MM-DD. */
typedef gint32 PatalDay;
#define PATAL_DAY_NONE ((PatalDay) 0)

typedef struct
{
  PatalDay from, to; /* both included; from <= to */
} PatalSpan;

typedef enum /* GDate's numbers: bit (1 << weekday) in a PatalWeekdays */
{
  PATAL_MONDAY = 1, PATAL_TUESDAY, PATAL_WEDNESDAY, PATAL_THURSDAY, PATAL_FRIDAY, PATAL_SATURDAY, PATAL_SUNDAY,
} PatalWeekday;
typedef guint8 PatalWeekdays;
#define PATAL_WEEKDAYS(day) ((PatalWeekdays) (1u << (day)))

PatalDay     patal_day_from_ymd (int year, int month, int day); /* PATAL_DAY_NONE where no calendar has it */
void         patal_day_to_ymd   (PatalDay day, int *year, int *month, int *mday); /* each (nullable) */
PatalDay     patal_day_from_iso (const char *iso); /* strictly YYYY-MM-DD; else PATAL_DAY_NONE; (nullable) */
PatalDay     patal_day_today    (void);            /* by the machine's clock and time zone */
PatalWeekday patal_day_weekday  (PatalDay day);

/* All (transfer full). "2021-12-20"; "20.12.2021"; "20 दिसम्बर 2021" / "20 December 2021". */
char *patal_day_iso    (PatalDay day);
char *patal_day_format (PatalDay day);
char *patal_day_long   (PatalDay day, PatalLang lang);

const char *patal_month_name   (int month, PatalLang lang);            /* 1 to 12; the spelling of the founding articles */
const char *patal_weekday_name (PatalWeekday weekday, PatalLang lang); /* सोमवार / Monday */

/* Reads DD.MM.YYYY, DD/MM/YYYY, DD-MM-YYYY, YYYY-MM-DD, two-digit years (00-79: 2000s), "20 दिसम्बर 2021" with both
 * spellings of the months, English months whole or in three letters, both digit scripts, "दिनांक" before it.
 * On FALSE @out is untouched and @error in PATAL_VALUE_ERROR. */
gboolean patal_day_parse (const char *text, PatalDay *out, GError **error);

/* Reads a range: "20 दिसम्बर से 5 जनवरी 2022" (the first is then of 2021), "20.12.2021 - 05.01.2022", "अप्रैल से जून,
 * 2021", "सितम्बर-अक्टूबर, 2021", "1 to 5 May 2022", or a single day. Backwards: RANGE. */
gboolean patal_span_parse  (const char *text, PatalSpan *out, GError **error);
char    *patal_span_format (PatalSpan span, PatalLang lang); /* (transfer full): "20.12.2021 से 05.01.2022" */
int      patal_span_days   (PatalSpan span);                 /* both ends counted */

/* A financial year is the calendar year in which it begins: 2021 for 2021-22. */
int       patal_fy_of       (PatalDay day);
char     *patal_fy_label    (int fy);               /* (transfer full): "2021-22" */
gboolean  patal_fy_parse    (const char *text, int *out_fy, GError **error); /* "2021-22", "2021-2022", "वर्ष 2021-22" */
PatalSpan patal_fy_span     (int fy);
int       patal_quarter_of  (PatalDay day);         /* 1 = April to June … 4 = January to March */
PatalSpan patal_quarter_span (int fy, int quarter);

/* Days of @span that are neither in @off nor among the @n days of @holidays, which are sorted and may repeat. */
int patal_span_working_days (PatalSpan span, PatalWeekdays off, const PatalDay *holidays, gsize n);

G_END_DECLS
