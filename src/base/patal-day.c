/* patal-day.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-day.h"
#include <string.h>

static const char *const months[][2] = {
  { "जनवरी", "January" },    { "फरवरी", "February" }, { "मार्च", "March" },    { "अप्रैल", "April" },
  { "मई", "May" },           { "जून", "June" },        { "जुलाई", "July" },     { "अगस्त", "August" },
  { "सितम्बर", "September" }, { "अक्टूबर", "October" },  { "नवंबर", "November" }, { "दिसम्बर", "December" },
};

static const char *const weekdays[][2] = {
  { "सोमवार", "Monday" }, { "मंगलवार", "Tuesday" },  { "बुधवार", "Wednesday" }, { "गुरुवार", "Thursday" },
  { "शुक्रवार", "Friday" }, { "शनिवार", "Saturday" }, { "रविवार", "Sunday" },
};

PatalDay
patal_day_from_ymd (int year, int month, int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return PATAL_DAY_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return (PatalDay)g_date_get_julian (&date);
}

void
patal_day_to_ymd (PatalDay day, int *year, int *month, int *mday)
{
  GDate date;

  g_return_if_fail (day > PATAL_DAY_NONE);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)day);
  if (year != NULL)
    *year = g_date_get_year (&date);
  if (month != NULL)
    *month = g_date_get_month (&date);
  if (mday != NULL)
    *mday = g_date_get_day (&date);
}

PatalDay
patal_day_from_iso (const char *iso)
{
  static const char form[] = "dddd-dd-dd";

  if (iso == NULL || strlen (iso) != strlen (form))
    return PATAL_DAY_NONE;
  for (gsize i = 0; form[i] != '\0'; i++)
    {
      if (form[i] == 'd' ? !g_ascii_isdigit (iso[i]) : iso[i] != form[i])
        return PATAL_DAY_NONE;
    }
  return patal_day_from_ymd (atoi (iso), atoi (iso + 5), atoi (iso + 8));
}

PatalDay
patal_day_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return patal_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                             g_date_time_get_day_of_month (now));
}

PatalWeekday
patal_day_weekday (PatalDay day)
{
  return (PatalWeekday)((day - 1) % 7 + 1); /* the year 1 began on a Monday */
}

char *
patal_day_iso (PatalDay day)
{
  int year, month, mday;

  g_return_val_if_fail (day > PATAL_DAY_NONE, g_strdup (""));

  patal_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, mday);
}

char *
patal_day_format (PatalDay day)
{
  int year, month, mday;

  g_return_val_if_fail (day > PATAL_DAY_NONE, g_strdup (""));

  patal_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%02d.%02d.%04d", mday, month, year);
}

char *
patal_day_long (PatalDay day, PatalLang lang)
{
  int year, month, mday;

  g_return_val_if_fail (day > PATAL_DAY_NONE, g_strdup (""));

  patal_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%d %s %04d", mday, patal_month_name (month, lang), year);
}

const char *
patal_month_name (int month, PatalLang lang)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return months[month - 1][lang];
}

const char *
patal_weekday_name (PatalWeekday weekday, PatalLang lang)
{
  g_return_val_if_fail (weekday >= PATAL_MONDAY && weekday <= PATAL_SUNDAY, "");

  return weekdays[weekday - PATAL_MONDAY][lang];
}

char *
patal_span_format (PatalSpan span, PatalLang lang)
{
  g_autofree char *from = patal_day_format (span.from);
  g_autofree char *to = patal_day_format (span.to);

  if (span.from == span.to)
    return g_steal_pointer (&from);
  return g_strdup_printf ("%s %s %s", from, lang == PATAL_LANG_HI ? "से" : "to", to);
}

int
patal_span_days (PatalSpan span)
{
  return span.to - span.from + 1;
}

int
patal_fy_of (PatalDay day)
{
  int year, month;

  g_return_val_if_fail (day > PATAL_DAY_NONE, 0);

  patal_day_to_ymd (day, &year, &month, NULL);
  return month >= 4 ? year : year - 1;
}

char *
patal_fy_label (int fy)
{
  return g_strdup_printf ("%04d-%02d", fy, (fy + 1) % 100);
}

PatalSpan
patal_fy_span (int fy)
{
  return (PatalSpan){ patal_day_from_ymd (fy, 4, 1), patal_day_from_ymd (fy + 1, 3, 31) };
}

int
patal_quarter_of (PatalDay day)
{
  int month;

  g_return_val_if_fail (day > PATAL_DAY_NONE, 0);

  patal_day_to_ymd (day, NULL, &month, NULL);
  return (month + 8) % 12 / 3 + 1;
}

PatalSpan
patal_quarter_span (int fy, int quarter)
{
  static const struct
  {
    int first_month, last_day;
  } quarters[] = { { 4, 30 }, { 7, 30 }, { 10, 31 }, { 1, 31 } };
  int year = quarter == 4 ? fy + 1 : fy;
  int first;

  g_return_val_if_fail (quarter >= 1 && quarter <= 4, ((PatalSpan){ PATAL_DAY_NONE, PATAL_DAY_NONE }));

  first = quarters[quarter - 1].first_month;
  return (PatalSpan){ patal_day_from_ymd (year, first, 1),
                      patal_day_from_ymd (year, first + 2, quarters[quarter - 1].last_day) };
}

int
patal_span_working_days (PatalSpan span, PatalWeekdays off, const PatalDay *holidays, gsize n)
{
  int days = patal_span_days (span);
  int working = 0;

  for (int i = 0; i < MIN (days, 7); i++) /* each weekday once, and how often it comes */
    {
      if (!(off & PATAL_WEEKDAYS (patal_day_weekday (span.from + i))))
        working += (days - i + 6) / 7;
    }
  for (gsize i = 0; i < n; i++)
    {
      if (holidays[i] >= span.from && holidays[i] <= span.to && (i == 0 || holidays[i] != holidays[i - 1])
          && !(off & PATAL_WEEKDAYS (patal_day_weekday (holidays[i]))))
        working--;
    }
  return working;
}
