/* exchange-commands.c: import, report
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-call.h"
#include "patal-csv.h"
#include "patal-ics.h"
#include "patal-import-run.h"
#include "patal-pdf-report.h"
#include "patal-training-events.h"
#include "patal-xlsx.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

#define MOST_ROWS_SHOWN 20 /* of each fate */

/* "Line 8, Block “बलौदा”: why → what it may be": of a row that is refused or doubtful. */
static void
print_row (PatalImportRun *run, PatalDb *db, guint row)
{
  const PatalImport *import = patal_import_run_import (run);
  const PatalVerdict *verdict = patal_import_run_verdict (run, row);
  g_autofree char *candidate = patal_import_run_describe (run, db, row);
  const char *value = verdict->field >= 0 ? patal_import_run_raw (run, row, (guint) verdict->field) : NULL;
  guint twin = patal_import_run_twin_line (run, row);

  if (verdict->field < 0)
    fprintf (stderr, _("Line %u: %s"), patal_import_run_line (run, row), verdict->reason);
  else
    /* Translators: line, column, value, reason */
    fprintf (stderr, _("Line %u, %s “%s”: %s"), patal_import_run_line (run, row), _(import->fields[verdict->field].title),
             value != NULL ? value : "", verdict->reason);
  if (candidate != NULL)
    fprintf (stderr, " → %s", candidate);
  if (twin > 0)
    /* Translators: of a row that may be the same as an earlier one of the list: where that stands */
    fprintf (stderr, _(" (line %u)"), twin);
  fputc ('\n', stderr);
}

static guint
print_rows (PatalImportRun *run, PatalDb *db, PatalFate fate)
{
  guint shown = 0;

  for (guint row = 0; row < patal_import_run_n_rows (run) && shown < MOST_ROWS_SHOWN; row++)
    if (patal_import_run_verdict (run, row)->fate == fate)
      {
        print_row (run, db, row);
        shown++;
      }
  return patal_import_run_counts (run)[fate] - shown;
}

static void
print_refused (PatalImportRun *run, PatalDb *db)
{
  guint more = print_rows (run, db, PATAL_FATE_REFUSED);

  if (more > 0)
    fprintf (stderr, ngettext ("… and %u more refused row\n", "… and %u more refused rows\n", more), more);
}

static void
print_doubtful (PatalImportRun *run, PatalDb *db, PatalDoubtful decision)
{
  guint n = patal_import_run_counts (run)[PATAL_FATE_DOUBTFUL], more;

  if (n == 0)
    return;
  if (decision == PATAL_DOUBTFUL_SKIP)
    fprintf (stderr, ngettext ("%u row is doubtful and is left out; --doubtful new or merge takes it:\n",
                               "%u rows are doubtful and are left out; --doubtful new or merge takes them:\n", n), n);
  else
    fprintf (stderr, ngettext ("%u row is doubtful and is taken:\n", "%u rows are doubtful and are taken:\n", n), n);
  more = print_rows (run, db, PATAL_FATE_DOUBTFUL);
  if (more > 0)
    fprintf (stderr, ngettext ("… and %u more doubtful row\n", "… and %u more doubtful rows\n", more), more);
}

typedef struct
{
  gboolean      dry_run, partial;
  PatalDoubtful doubtful;
  char         *save_refused;
  char        **shared; /* (nullable): "FIELD=VALUE" */
} ImportOptions;

static int
preview_and_commit (PatalImportRun *run, PatalDb *db, const ImportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *warning = NULL;
  const guint *counts;
  int status = PATAL_EXIT_DONE;

  if (!patal_import_run_preview (run, db, patal_call_progress (), &error))
    return patal_call_refuse (error);
  patal_import_run_decide_all (run, options->doubtful);
  counts = patal_import_run_counts (run);
  print_refused (run, db);
  print_doubtful (run, db, options->doubtful);
  warning = patal_import_run_warning (run, NULL);
  if (warning != NULL)
    fprintf (stderr, "%s\n", warning);
  if (options->save_refused != NULL && !patal_import_run_save_refused (run, options->save_refused, &error))
    return patal_call_refuse (error);
  if (!options->dry_run
      && !patal_import_run_commit (run, db, options->partial ? PATAL_REFUSED_LEAVE_OUT : PATAL_REFUSED_STOP, NULL,
                                   patal_call_progress (), &error))
    status = patal_call_refuse (error);
  if (options->dry_run && counts[PATAL_FATE_REFUSED] > 0 && !options->partial)
    status = PATAL_EXIT_REFUSED;
  printf ("new=%u changed=%u same=%u doubtful=%u refused=%u\n", counts[PATAL_FATE_NEW], counts[PATAL_FATE_CHANGED],
          counts[PATAL_FATE_SAME], counts[PATAL_FATE_DOUBTFUL], counts[PATAL_FATE_REFUSED]);
  return status;
}

static int
find_field (const PatalImport *import, const char *id)
{
  for (guint i = 0; i < import->n_fields; i++)
    if (g_str_equal (import->fields[i].id, id))
      return (int) i;
  return -1;
}

static int
set_shared (PatalImportRun *run, char **pairs)
{
  const PatalImport *import = patal_import_run_import (run);
  g_autoptr (GError) error = NULL;

  for (char **pair = pairs; pair != NULL && *pair != NULL; pair++)
    {
      g_auto (GStrv) parts = g_strsplit (*pair, "=", 2);
      int field = find_field (import, parts[0]);

      if (field < 0)
        {
          fprintf (stderr, _("patal: There is no field “%s” in a list of %s; patal import list names all\n"), parts[0], import->name);
          return PATAL_EXIT_USAGE;
        }
      if (!patal_import_run_set_shared (run, (guint) field, parts[1], &error))
        return patal_call_refuse (error);
    }
  return PATAL_EXIT_DONE;
}

static int
list_imports (void)
{
  for (const PatalImport *const *import = patal_desk_imports (); *import != NULL; import++)
    {
      printf ("%s\t%s\n", (*import)->name, _((*import)->title));
      for (guint i = 0; i < (*import)->n_fields; i++)
        printf ("\t%s\t%s\n", (*import)->fields[i].id, _((*import)->fields[i].title));
    }
  return PATAL_EXIT_DONE;
}

static gboolean
read_doubtful (const char *text, PatalDoubtful *out)
{
  if (text == NULL || g_str_equal (text, "skip"))
    *out = PATAL_DOUBTFUL_SKIP;
  else if (g_str_equal (text, "new"))
    *out = PATAL_DOUBTFUL_NEW;
  else if (g_str_equal (text, "merge"))
    *out = PATAL_DOUBTFUL_MERGE;
  else
    {
      fprintf (stderr, "patal: %s\n", _("--doubtful is skip, new or merge"));
      return FALSE;
    }
  return TRUE;
}

static int
import_source (PatalCall *call, int sheet_number, const ImportOptions *options)
{
  const PatalImport *import = patal_desk_import (call->words[1]);
  const char *source = call->words[2];
  g_autofree char *source_name = g_path_get_basename (source);
  g_autoptr (PatalDb) db = NULL;
  g_autoptr (PatalImportRun) run = NULL;
  g_autoptr (GError) error = NULL;
  PatalSheet *sheet;
  int status;

  if (import == NULL)
    {
      fprintf (stderr, _("patal: There is no import “%s”; patal import list names all\n"), call->words[1]);
      return PATAL_EXIT_USAGE;
    }
  db = patal_call_open (call, options->dry_run ? PATAL_FILE_READ : PATAL_FILE_WRITE);
  if (db == NULL)
    return PATAL_EXIT_REFUSED;
  sheet = patal_sheet_read (source, sheet_number - 1, patal_call_progress (), &error);
  if (sheet == NULL)
    return patal_call_refuse (error);
  run = patal_import_run_new (import, sheet, source_name, &error);
  if (run == NULL)
    return patal_call_refuse (error);
  status = set_shared (run, options->shared);
  return status == PATAL_EXIT_DONE ? preview_and_commit (run, db, options) : status;
}

static int
run_import (PatalCall *call)
{
  g_autofree char *doubtful = NULL, *save_refused = NULL;
  g_auto (GStrv) shared = NULL;
  ImportOptions options = { 0 };
  int sheet_number = 0;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run, NULL, NULL },
    { "partial", 0, 0, G_OPTION_ARG_NONE, &options.partial, NULL, NULL },
    { "doubtful", 0, 0, G_OPTION_ARG_STRING, &doubtful, NULL, NULL },
    { "save-refused", 0, 0, G_OPTION_ARG_FILENAME, &save_refused, NULL, NULL },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &shared, NULL, NULL },
    { "sheet", 0, 0, G_OPTION_ARG_INT, &sheet_number, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!patal_call_options (call, entries, 1, 2) || !read_doubtful (doubtful, &options.doubtful))
    return PATAL_EXIT_USAGE;
  if (call->n_words == 1 && g_str_equal (call->words[1], "list"))
    return list_imports ();
  if (call->n_words != 2)
    {
      fprintf (stderr, "patal: %s\n", _("Say what to import and from which file; patal import list names the kinds"));
      return PATAL_EXIT_USAGE;
    }
  options.save_refused = save_refused;
  options.shared = shared;
  return import_source (call, sheet_number, &options);
}

static int
list_reports (gboolean names_only)
{
  for (const PatalReport *const *report = patal_desk_reports (); *report != NULL; report++)
    if (names_only)
      printf ("%s\n", (*report)->name);
    else
      {
        const char *number = patal_desk_report_number (*report);

        printf ("%s\t%s%s%s\n", (*report)->name, _((*report)->title), number != NULL ? "\t" : "", number != NULL ? number : "");
      }
  return PATAL_EXIT_DONE;
}

typedef gboolean (*TableWriter) (const PatalTable *, const char *, const PatalProgress *, GError **);

/* By --format, else by the ending of the file's name. */
static TableWriter
find_writer (const char *format, const char *out)
{
  const char *dot = out != NULL ? strrchr (out, '.') : NULL;
  const char *kind = format != NULL ? format : dot != NULL ? dot + 1 : "";

  if (g_ascii_strcasecmp (kind, "csv") == 0)
    return patal_csv_write;
  if (g_ascii_strcasecmp (kind, "xlsx") == 0)
    return patal_xlsx_write;
  if (g_ascii_strcasecmp (kind, "pdf") == 0)
    return patal_pdf_report_write;
  fprintf (stderr, "patal: %s\n", _("The format is pdf, csv or xlsx"));
  return NULL;
}

static int
write_report (PatalCall *call, const PatalReport *report, PatalReportArgs *args, PatalReportLang lang, TableWriter writer,
              const char *out)
{
  g_autoptr (PatalTable) table = NULL;
  g_autoptr (PatalDb) db = NULL;
  g_autoptr (GError) error = NULL;

  if (writer == patal_pdf_report_write)
    patal_fonts_prepare (); /* while the file is opened */
  db = patal_call_open (call, PATAL_FILE_READ);
  if (db == NULL)
    return PATAL_EXIT_REFUSED;
  args->progress = patal_call_progress ();
  table = patal_desk_build (report, db, args, lang, &error);
  if (table == NULL || !writer (table, out, args->progress, &error))
    return patal_call_refuse (error);
  if (writer == patal_pdf_report_write)
    patal_call_say_font (patal_table_frame (table)->lang);
  return PATAL_EXIT_DONE;
}

static gboolean
wants_ics (const char *format, const char *out)
{
  return format != NULL ? g_ascii_strcasecmp (format, "ics") == 0 : out != NULL && g_str_has_suffix (out, ".ics");
}

/* The batches for a program that keeps calendars: no rows, and so no report. */
static int
write_ics (PatalCall *call, PatalReportArgs *args, PatalReportLang lang, const char *out)
{
  g_autoptr (PatalDb) db = patal_call_open (call, PATAL_FILE_READ);
  g_autoptr (PatalWords) words = NULL;
  g_autoptr (PatalEvents) events = NULL;
  g_autoptr (GError) error = NULL;

  if (db == NULL)
    return PATAL_EXIT_REFUSED;
  words = patal_desk_words (lang == PATAL_REPORT_EN ? PATAL_LANG_EN : PATAL_LANG_HI, &error);
  args->words = words;
  args->progress = patal_call_progress ();
  events = words != NULL ? patal_training_events (db, args, &error) : NULL;
  if (events == NULL || !patal_ics_write (events, out, &error))
    return patal_call_refuse (error);
  return PATAL_EXIT_DONE;
}

/* --training, --trainer and --within are the filters that a calendar is asked for with. */
static void
add_filters (GHashTable *filter, const char *training, const char *trainer, const char *within)
{
  const char *const pairs[][2] = { { "training", training }, { "trainer", trainer }, { "within", within } };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][1] != NULL)
      g_hash_table_replace (filter, g_strdup (pairs[i][0]), g_strdup (pairs[i][1]));
}

static int
run_report (PatalCall *call)
{
  g_autofree char *format = NULL, *as_on = NULL, *scope = NULL, *lang_text = NULL, *out = NULL;
  g_autofree char *training = NULL, *trainer = NULL, *within = NULL;
  g_auto (GStrv) pairs = NULL;
  g_autoptr (GHashTable) filter = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean names_only = FALSE, events;
  PatalReportLang lang = PATAL_REPORT_HI;
  PatalReportArgs args = { .as_on = patal_day_today (), .filter = filter };
  const PatalReport *report;
  TableWriter writer;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
    { "as-on", 0, 0, G_OPTION_ARG_STRING, &as_on, NULL, NULL },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &scope, NULL, NULL },
    { "filter", 0, 0, G_OPTION_ARG_STRING_ARRAY, &pairs, NULL, NULL },
    { "training", 0, 0, G_OPTION_ARG_STRING, &training, NULL, NULL },
    { "trainer", 0, 0, G_OPTION_ARG_STRING, &trainer, NULL, NULL },
    { "within", 0, 0, G_OPTION_ARG_STRING, &within, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &lang_text, NULL, NULL },
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, NULL, NULL },
    { "names", 0, 0, G_OPTION_ARG_NONE, &names_only, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!patal_call_options (call, entries, 1, 1))
    return PATAL_EXIT_USAGE;
  if (g_str_equal (call->words[1], "list"))
    return list_reports (names_only);
  events = g_str_equal (call->words[1], "calendar") && wants_ics (format, out);
  report = patal_desk_report (call->words[1]);
  if ((report == NULL && !events) || out == NULL)
    {
      fprintf (stderr, "patal: %s\n", report == NULL && !events ? _("There is no such report; patal report list names all")
                                                     : _("Say where to write it with --out FILE"));
      return PATAL_EXIT_USAGE;
    }
  writer = events ? NULL : find_writer (format, out);
  if ((writer == NULL && !events) || !patal_call_filter (pairs, filter) || (lang_text != NULL && !patal_call_report_lang (lang_text, &lang))
      || !patal_call_day (as_on, &args.as_on))
    return PATAL_EXIT_USAGE;
  args.scope = scope;
  add_filters (filter, training, trainer, within);
  if (events)
    return write_ics (call, &args, lang, out);
  return write_report (call, report, &args, lang, writer, out);
}

const PatalCommand patal_exchange_commands[] = {
  { "import", "list | KIND SOURCE [--sheet N] [--dry-run] [--partial] [--doubtful skip|new|merge] [--save-refused CSV]"
    " [--set FIELD=VALUE]…",
    N_("Take in rows from CSV, XLSX or ODS; the last line counts them. --set gives a value to all rows that have none; import list names the fields"),
    run_import, "--file sonpur.patal import works works.xlsx --set fy=2025-26 --set agency='ग्राम पंचायत'" },
  { "report", "list [--names] | NAME [--format pdf|csv|xlsx] [--as-on DATE] [--scope CODE|ID|NAME] [--filter KEY=VALUE]… "
    "[--lang hi|en|both] --out FILE | calendar --format ics [--training ID] [--trainer ID|NAME] [--within PLACE] [--lang hi|en] --out FILE",
    N_("Write a report; the batches of trainings also as events for telephones and calendar programs"), run_report,
    "--file sonpur.patal report vacancies --scope 3641 --lang both --out vacancies.xlsx" },
  { 0 },
};
