/* patal-calendar.h: the days of a place: weekly offs, holidays and blackouts, day by day
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-blackout.h"
#include "patal-holiday.h"

G_BEGIN_DECLS

/* Whether the office works five days a week: a setting of the file. As long as nobody gave the order that says so it is unverified; a new
 * file works six days. */
typedef struct
{
  PatalWeekdays off;      /* Sunday, and Saturday in a five-day week */
  gboolean      verified;
  char         *order_no; /* (nullable) */
} PatalWeek;
void     patal_week_clear (PatalWeek *week);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalWeek, patal_week_clear)
gboolean patal_week_load (PatalDb *db, PatalWeek *out, GError **error);
typedef enum { PATAL_WEEK_SIX_DAYS, PATAL_WEEK_FIVE_DAYS } PatalWeekLength;
gboolean patal_week_set  (PatalDb *db, PatalWeekLength length, const char *order_no, GError **error); /* inside an edit; @order_no (nullable) */

/* One entry of the calendar: a holiday (one day) or a blackout. */
typedef enum { PATAL_MARK_HOLIDAY, PATAL_MARK_BLACKOUT } PatalMarkKind;
typedef struct
{
  PatalMarkKind       kind;
  gint64              id;       /* of the holiday or the blackout */
  PatalSpan           span;
  PatalEffect         effect;
  PatalHolidayClass   klass;    /* HOLIDAY */
  PatalBlackoutReason reason;   /* BLACKOUT */
  gboolean            verified; /* HOLIDAY; a blackout is what the office itself decided: TRUE */
  char               *name_hi, *name_en; /* HOLIDAY: the name; BLACKOUT: the remark (then both are the same), or NULL */
} PatalMark;

typedef struct _PatalCalendar PatalCalendar; /* a value: built by one thread, then only read */

/* Whose calendar is meant by @scope, 0 for the whole file: of that there are no holidays but those of its only district, or only state. */
gint64 patal_calendar_unit (PatalDb *db, gint64 scope);

/* What holds in @unit (0: the holidays of all states, no blackout) in @span, at most ten years, in one go:
   for a year view patal_fy_span (fy). */
PatalCalendar *patal_calendar_new  (PatalDb *db, gint64 unit, PatalSpan span, GError **error);
void           patal_calendar_free (PatalCalendar *calendar);

PatalSpan     patal_calendar_span       (const PatalCalendar *calendar);
PatalWeekdays patal_calendar_weekly_off (const PatalCalendar *calendar);
guint         patal_calendar_n_marks    (const PatalCalendar *calendar);
const PatalMark *patal_calendar_mark    (const PatalCalendar *calendar, guint index); /* by first day, the strongest first */

/* The strongest effect on @day of the span, weekly off included. */
PatalEffect patal_calendar_effect (const PatalCalendar *calendar, PatalDay day);
/* (transfer container) (element-type PatalMark): the marks of one day, the strongest first. */
GPtrArray  *patal_calendar_marks_of (const PatalCalendar *calendar, PatalDay day);
/* How many days of the span nothing blocks. */
int         patal_calendar_working_days (const PatalCalendar *calendar);

/* How they are counted: each day once, in the first of these that it falls under, so that
 * days = weekly_off + holidays + blackouts + working. Optional and treasury holidays, and blackouts that only warn, are working days. */
typedef struct
{
  int days, weekly_off, holidays, blackouts, working;
} PatalDayCount;
PatalDayCount patal_calendar_count (const PatalCalendar *calendar, PatalSpan span); /* what of @span lies in the calendar's */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalCalendar, patal_calendar_free)
G_END_DECLS
