/* history-commands.c: journal, undo, redo, search
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-call.h"
#include "patal-edit.h"
#include "patal-journal.h"
#include "patal-unit.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

static int
run_journal (PatalCall *call)
{
  g_autoptr (PatalDb) db = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  int most = 100;
  const GOptionEntry entries[] = {
    { "most", 0, 0, G_OPTION_ARG_INT, &most, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!patal_call_options (call, entries, 0, 0) || most < 1)
    return PATAL_EXIT_USAGE;
  db = patal_call_open (call, PATAL_FILE_READ);
  if (db == NULL)
    return PATAL_EXIT_REFUSED;
  lines = patal_journal_lines (db, NULL, (guint) most, 0, &error);
  if (lines == NULL)
    return patal_call_refuse (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const PatalJournalLine *line = g_ptr_array_index (lines, i);
      g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (line->made_at);
      g_autofree char *shown = g_date_time_format (when, "%d.%m.%Y %H:%M:%S");

      printf ("%" G_GINT64_FORMAT "\t%s\t%s\t%s%s%s%s\n", line->id, shown, line->who, line->label,
              line->reason != NULL ? ": " : "", line->reason != NULL ? line->reason : "",
              line->undone ? _(" (undone)") : "");
    }
  return PATAL_EXIT_DONE;
}

static int
step (PatalCall *call, char *(*label) (PatalDb *, const PatalWords *),
      gboolean (*go) (PatalDb *, const PatalProgress *, GError **))
{
  g_autoptr (PatalDb) db = NULL;
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;

  if (!patal_call_options (call, NULL, 0, 0))
    return PATAL_EXIT_USAGE;
  db = patal_call_open (call, PATAL_FILE_WRITE);
  if (db == NULL)
    return PATAL_EXIT_REFUSED;
  what = label (db, NULL);
  if (!go (db, patal_call_progress (), &error))
    return patal_call_refuse (error);
  printf ("%s\n", what);
  return PATAL_EXIT_DONE;
}

static int
run_undo (PatalCall *call)
{
  return step (call, patal_db_undo_label, patal_db_undo);
}

static int
run_redo (PatalCall *call)
{
  return step (call, patal_db_redo_label, patal_db_redo);
}

static int
run_search (PatalCall *call)
{
  g_autoptr (PatalDb) db = NULL;
  g_autofree char *typed = NULL;
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  int most = 20;
  const GOptionEntry entries[] = {
    { "most", 0, 0, G_OPTION_ARG_INT, &most, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!patal_call_options (call, entries, 1, G_MAXUINT) || most < 1)
    return PATAL_EXIT_USAGE;
  db = patal_call_open (call, PATAL_FILE_READ);
  if (db == NULL)
    return PATAL_EXIT_REFUSED;
  typed = g_strjoinv (" ", call->words + 1);
  hits = patal_search (db, typed, NULL, (guint) most, &error);
  if (hits == NULL)
    return patal_call_refuse (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const PatalSearchHit *hit = &g_array_index (hits, PatalSearchHit, i);
      g_auto (PatalFound) found = { 0 };

      if (!patal_desk_found (db, hit, PATAL_LANG_HI, &found, &error))
        return patal_call_refuse (error);
      printf ("%s\t%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\n", hit->kind, hit->id, found.code, found.name_hi,
              found.name_en, found.block);
    }
  return PATAL_EXIT_DONE;
}

const PatalCommand patal_history_commands[] = {
  { "journal", "[--most N]", N_("List the last changes"), run_journal,
    "--file sonpur.patal journal --most 20" },
  { "undo", "", N_("Undo the last change"), run_undo,
    "--file sonpur.patal undo" },
  { "redo", "", N_("Redo what was undone last"), run_redo,
    "--file sonpur.patal redo" },
  { "search", "WORDS [--most N]", N_("Find units, people and venues: kind, id, LGD code, Hindi name, English name, block"),
    run_search,
    "--file sonpur.patal search अकलतरा" },
  { 0 },
};
