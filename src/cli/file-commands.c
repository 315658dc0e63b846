/* file-commands.c: demo, new, check, backup, restore
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-call.h"
#include "patal-backup.h"
#include "patal-desk-demo.h"
#include "patal-district.h"
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>

/* A file that could not be filled is of no use to anyone. */
static int
drop_half_made (PatalDb *db, const char *path, const GError *error)
{
  patal_db_close (db);
  g_unlink (path);
  return patal_call_refuse (error);
}

static int
run_demo (PatalCall *call)
{
  g_autoptr (GError) error = NULL;
  PatalDb *db;

  if (!patal_call_options (call, NULL, 1, 1))
    return PATAL_EXIT_USAGE;
  db = patal_file_create (call->words[1], PATAL_DESK_DEMO, patal_desk_searched, &error);
  if (db == NULL)
    return patal_call_refuse (error);
  if (!patal_desk_fill_demo (db, patal_call_progress (), &error))
    return drop_half_made (db, call->words[1], error);
  patal_db_close (db);
  return PATAL_EXIT_DONE;
}

static int
run_new (PatalCall *call)
{
  g_autofree char *state = NULL, *name = NULL, *name_en = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "state", 0, 0, G_OPTION_ARG_STRING, &state, NULL, NULL },
    { "district", 0, 0, G_OPTION_ARG_STRING, &name, NULL, NULL },
    { "district-en", 0, 0, G_OPTION_ARG_STRING, &name_en, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  PatalDb *db;

  if (!patal_call_options (call, entries, 1, 1))
    return PATAL_EXIT_USAGE;
  if (state == NULL || name == NULL)
    {
      fprintf (stderr, "patal: %s\n", _("A new file needs --state and --district"));
      return PATAL_EXIT_USAGE;
    }
  db = patal_file_create (call->words[1], 0, patal_desk_searched, &error);
  if (db == NULL)
    return patal_call_refuse (error);
  if (!patal_district_begin (db, state, name, name_en, &error))
    return drop_half_made (db, call->words[1], error);
  patal_db_close (db);
  return PATAL_EXIT_DONE;
}

static int
run_check (PatalCall *call)
{
  g_autoptr (PatalDb) db = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  if (!patal_call_options (call, NULL, 0, 0))
    return PATAL_EXIT_USAGE;
  db = patal_call_open (call, PATAL_FILE_READ);
  if (db == NULL)
    return PATAL_EXIT_REFUSED;
  found = patal_file_check (db, patal_call_progress (), &error);
  if (found == NULL)
    return patal_call_refuse (error);
  for (guint i = 0; i < found->len; i++)
    fprintf (stderr, "%s\n", (const char *) g_ptr_array_index (found, i));
  if (found->len > 0)
    return PATAL_EXIT_REFUSED;
  printf ("%s\n", _("The file is sound."));
  return PATAL_EXIT_DONE;
}

static int
run_backup (PatalCall *call)
{
  g_autoptr (PatalDb) db = NULL;
  g_autoptr (GError) error = NULL;
  gboolean replace = FALSE;
  const GOptionEntry entries[] = {
    { "replace", 0, 0, G_OPTION_ARG_NONE, &replace, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!patal_call_options (call, entries, 1, 1))
    return PATAL_EXIT_USAGE;
  db = patal_call_open (call, PATAL_FILE_READ);
  if (db == NULL)
    return PATAL_EXIT_REFUSED;
  if (!patal_backup_copy (db, call->words[1], replace ? PATAL_BACKUP_REPLACE : PATAL_BACKUP_KEEP,
                          patal_call_progress (), &error))
    return patal_call_refuse (error);
  return PATAL_EXIT_DONE;
}

static int
run_restore (PatalCall *call)
{
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  if (!patal_call_options (call, NULL, 1, 1))
    return PATAL_EXIT_USAGE;
  if (call->file == NULL)
    {
      fprintf (stderr, "patal: %s\n", _("Say which district's file with --file FILE"));
      return PATAL_EXIT_USAGE;
    }
  if (!patal_backup_restore (call->file, call->words[1], &before, patal_call_progress (), &error))
    return patal_call_refuse (error);
  printf (_("Restored. What stood there before is kept as %s\n"), before);
  return PATAL_EXIT_DONE;
}

const PatalCommand patal_file_commands[] = {
  { "demo", "FILE", N_("Make a new file with the demonstration district"), run_demo,
    "demo demo.patal" },
  { "new", "FILE --state CG --district NAME [--district-en NAME]", N_("Make a new district's file"), run_new,
    "new sonpur.patal --state CG --district सोनपुर" },
  { "check", "", N_("Check the file: integrity, references, journal, photos, search index"), run_check,
    "--file sonpur.patal check" },
  { "backup", "TARGET [--replace]", N_("Make a whole copy of the file"), run_backup,
    "--file sonpur.patal backup /media/pen/sonpur.patal" },
  { "restore", "BACKUP", N_("Put a backup in the file's place; what stood there is kept"), run_restore,
    "--file sonpur.patal restore /media/pen/sonpur.patal" },
  { 0 },
};
