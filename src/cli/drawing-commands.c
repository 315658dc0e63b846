/* drawing-commands.c: chart, calendar
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing-options.h"
#include "patal-call.h"
#include "patal-chart-pages.h"
#include "patal-month-pages.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

static int
list_charts (gboolean names_only)
{
  for (const PatalChartOffer *const *chart = patal_desk_charts (); *chart != NULL; chart++)
    if (names_only)
      printf ("%s\n", (*chart)->name);
    else
      printf ("%s\t%s\n", (*chart)->name, _((*chart)->title));
  return PATAL_EXIT_DONE;
}

static int
write_chart (PatalCall *call, const PatalChartOffer *offer, const PatalReportArgs *args, PatalLang lang, const DrawingOptions *options)
{
  g_autoptr (PatalDb) db = patal_call_open (call, PATAL_FILE_READ);
  g_autoptr (PatalChart) chart = NULL;
  g_autoptr (PatalPages) pages = NULL;
  g_autoptr (GError) error = NULL;

  if (db == NULL)
    return PATAL_EXIT_REFUSED;
  chart = patal_desk_build_chart (offer, db, args, lang, &error);
  pages = chart != NULL ? patal_chart_pages (chart, options->size, &error) : NULL;
  if (pages == NULL)
    return patal_call_refuse (error);
  return drawing_options_write (options, pages) ? PATAL_EXIT_DONE : PATAL_EXIT_REFUSED;
}

static int
run_chart (PatalCall *call)
{
  g_auto (DrawingOptions) options = { 0 };
  g_autofree char *as_on = NULL, *scope = NULL, *lang_text = NULL;
  g_auto (GStrv) pairs = NULL;
  g_autoptr (GHashTable) filter = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean names_only = FALSE;
  PatalLang lang = PATAL_LANG_HI;
  PatalReportArgs args = { .as_on = patal_day_today (), .filter = filter };
  const PatalChartOffer *offer;
  const GOptionEntry entries[] = {
    { "as-on", 0, 0, G_OPTION_ARG_STRING, &as_on, NULL, NULL },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &scope, NULL, NULL },
    { "filter", 0, 0, G_OPTION_ARG_STRING_ARRAY, &pairs, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &lang_text, NULL, NULL },
    { "names", 0, 0, G_OPTION_ARG_NONE, &names_only, NULL, NULL },
    DRAWING_ENTRIES (options),
    G_OPTION_ENTRY_NULL,
  };

  if (!patal_call_options (call, entries, 1, 1))
    return PATAL_EXIT_USAGE;
  if (g_str_equal (call->words[1], "list"))
    return list_charts (names_only);
  offer = patal_desk_chart (call->words[1]);
  if (offer == NULL)
    {
      fprintf (stderr, "patal: %s\n", _("There is no such chart; patal chart list names all"));
      return PATAL_EXIT_USAGE;
    }
  if (!drawing_options_read (&options) || !patal_call_filter (pairs, filter) || !patal_call_day (as_on, &args.as_on)
      || (lang_text != NULL && !patal_call_lang (lang_text, &lang)))
    return PATAL_EXIT_USAGE;
  args.scope = scope;
  args.progress = patal_call_progress ();
  return write_chart (call, offer, &args, lang, &options);
}

/* "2026-11": one month; "2026-27" or "2011-2012": a financial year ("2011-12" is a December). FALSE: said on standard error. */
static gboolean
read_months (const char *text, PatalMonthOrder *order)
{
  g_autofree char *first = g_strconcat (text, "-01", NULL);
  PatalDay day = patal_day_from_iso (first);
  int fy;

  order->n_months = 1;
  if (day != PATAL_DAY_NONE)
    {
      patal_day_to_ymd (day, &order->year, &order->month, NULL);
      return TRUE;
    }
  if (!patal_fy_parse (text, &fy, NULL))
    {
      fprintf (stderr, "patal: %s\n", _("Say which month or financial year: 2026-11, 2026-27"));
      return FALSE;
    }
  patal_day_to_ymd (patal_fy_span (fy).from, &order->year, &order->month, NULL);
  order->n_months = 12;
  return TRUE;
}

static int
run_calendar (PatalCall *call)
{
  g_auto (DrawingOptions) options = { 0 };
  g_autofree char *scope = NULL, *lang_text = NULL;
  g_autoptr (PatalDb) db = NULL;
  g_autoptr (PatalPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  PatalMonthOrder order = { .lang = PATAL_REPORT_HI };
  const GOptionEntry entries[] = {
    { "scope", 0, 0, G_OPTION_ARG_STRING, &scope, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &lang_text, NULL, NULL },
    { "batches", 0, 0, G_OPTION_ARG_NONE, &order.batches, NULL, NULL },
    { "one-sheet", 0, 0, G_OPTION_ARG_NONE, &order.one_sheet, NULL, NULL },
    DRAWING_ENTRIES (options),
    G_OPTION_ENTRY_NULL,
  };

  if (!patal_call_options (call, entries, 1, 1) || !read_months (call->words[1], &order) || !drawing_options_read (&options)
      || (lang_text != NULL && !patal_call_report_lang (lang_text, &order.lang)))
    return PATAL_EXIT_USAGE;
  db = patal_call_open (call, PATAL_FILE_READ);
  if (db == NULL)
    return PATAL_EXIT_REFUSED;
  order.scope = scope;
  order.size = options.size;
  pages = patal_month_pages (db, &order, patal_call_progress (), &error);
  if (pages == NULL)
    return patal_call_refuse (error);
  return drawing_options_write (&options, pages) ? PATAL_EXIT_DONE : PATAL_EXIT_REFUSED;
}

const PatalCommand patal_drawing_commands[] = {
  { "chart", "list [--names] | NAME [--as-on DATE] [--scope CODE|ID|NAME] [--filter KEY=VALUE]… [--lang hi|en] " DRAWING_USAGE,
    N_("Draw a chart: on paper as PDF, for a projector or a telephone as PNG"), run_chart,
    "--file sonpur.patal chart vacancies --filter post=GRS --out vacancies.png --pixels 1920x1080" },
  { "calendar", "YYYY-MM | YYYY-YY [--one-sheet] [--batches] [--scope CODE|ID|NAME] [--lang hi|en|both] " DRAWING_USAGE,
    N_("Draw a month, or a financial year month by month or on one sheet, with its holidays and blackouts, and on demand its batches of trainings, to be pinned on the wall"), run_calendar,
    "--file sonpur.patal calendar 2026-27 --paper a3 --out calendar.pdf" },
  { 0 },
};
