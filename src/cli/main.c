/* main.c: patal, the command line: what the window does, without a display
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-call.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

static const PatalCommand *const all_commands[] = {
  patal_file_commands,
  patal_history_commands,
  patal_exchange_commands,
  patal_drawing_commands,
  patal_form_commands,
  patal_board_commands,
  patal_plan_run_commands,
  patal_plan_commands,
  patal_training_commands,
  patal_solve_commands,
  patal_text_commands,
};

static void
print_help (void)
{
  printf ("%s\n\n", _("Usage: patal [--file FILE] COMMAND …"));
  for (guint i = 0; i < G_N_ELEMENTS (all_commands); i++)
    for (const PatalCommand *command = all_commands[i]; command->name != NULL; command++)
      {
        printf ("  %s %s\n      %s\n", command->name, command->usage, _(command->summary));
        if (command->example != NULL)
          printf ("      patal %s\n", command->example);
      }
  printf ("\n%s\n", _("patal COMMAND --help tells about one command."));
  printf ("\n%s\n", _("Exit status: 0 done, 1 refused (the message is on standard error), 2 wrong usage."));
}

static const PatalCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_commands); i++)
    for (const PatalCommand *command = all_commands[i]; command->name != NULL; command++)
      if (g_str_equal (command->name, name))
        return command;
  return NULL;
}

/* The program speaks Hindi unless the environment asks for English by name: a Debian set up in English is what
 * every office has, so LANG alone says nothing about its people. */
static PatalLang
wanted_language (void)
{
  const char *language = g_getenv ("LANGUAGE");

  return language != NULL && g_str_has_prefix (language, "en") ? PATAL_LANG_EN : PATAL_LANG_HI;
}

/* Behind a command: until "--", which ends the options. */
static gboolean
asks_for_help (const char *const *words)
{
  for (; *words != NULL && !g_str_equal (*words, "--"); words++)
    if (g_str_equal (*words, "--help") || g_str_equal (*words, "-h"))
      return TRUE;
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *file = NULL;
  gboolean version = FALSE, help = FALSE;
  const GOptionEntry entries[] = {
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &file, NULL, NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  PatalCall call = { 0 };
  int status;

  patal_desk_init_language (wanted_language ());
  words = g_strdupv (argv);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE); /* what follows the command is the command's */
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse_strv (context, &words, &error))
    {
      fprintf (stderr, "patal: %s\n", error->message);
      return PATAL_EXIT_USAGE;
    }
  if (version)
    {
      printf ("patal %s\n", PATAL_VERSION);
      return PATAL_EXIT_DONE;
    }
  if (help || argc < 2 || words[1] == NULL)
    {
      print_help ();
      return help ? PATAL_EXIT_DONE : PATAL_EXIT_USAGE;
    }
  call.command = find_command (words[1]);
  if (call.command == NULL)
    {
      fprintf (stderr, _("patal: There is no command “%s”; patal --help lists all\n"), words[1]);
      return PATAL_EXIT_USAGE;
    }
  if (asks_for_help ((const char *const *) words + 2))
    {
      patal_call_explain (call.command);
      return PATAL_EXIT_DONE;
    }
  call.file = g_steal_pointer (&file);
  call.words = g_strdupv (words + 1);
  status = call.command->run (&call);
  g_strfreev (call.words);
  g_free (call.file);
  return status;
}
