/* patal-call.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-call.h"
#include "patal-font.h"
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void
show_progress_cb (double share, gpointer data G_GNUC_UNUSED)
{
  fprintf (stderr, "\r%3d %%%s", (int) (share * 100), share >= 1 ? "\n" : "");
}

const PatalProgress *
patal_call_progress (void)
{
  static const PatalProgress shown = { .say = show_progress_cb };

  return isatty (STDERR_FILENO) ? &shown : NULL;
}

static gpointer
wait_for_signal (gpointer data)
{
  PatalProgress *progress = data;
  sigset_t ending;
  int number;

  sigemptyset (&ending);
  sigaddset (&ending, SIGINT);
  sigaddset (&ending, SIGTERM);
  sigaddset (&ending, SIGHUP);
  sigwait (&ending, &number);
  g_cancellable_cancel (progress->cancellable);
  pthread_sigmask (SIG_UNBLOCK, &ending, NULL); /* the next one ends the program */
  for (;;)
    pause ();
  return NULL;
}

const PatalProgress *
patal_call_stoppable (void)
{
  static PatalProgress progress;
  sigset_t ending;

  if (progress.cancellable != NULL)
    return &progress;
  progress.cancellable = g_cancellable_new ();
  if (patal_call_progress () != NULL)
    progress.say = show_progress_cb;
  sigemptyset (&ending);
  sigaddset (&ending, SIGINT);
  sigaddset (&ending, SIGTERM);
  sigaddset (&ending, SIGHUP);
  pthread_sigmask (SIG_BLOCK, &ending, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signal, &progress));
  return &progress;
}

int
patal_call_refuse (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return PATAL_EXIT_INTERRUPTED;
  fprintf (stderr, "patal: %s\n", error->message);
  return PATAL_EXIT_REFUSED;
}

gboolean
patal_call_choose (const char *text, const char *const *words, guint *out)
{
  for (guint i = 0; text != NULL && words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], text) == 0)
      {
        *out = i;
        return TRUE;
      }
  return text == NULL;
}

void
patal_call_say_font (PatalLang lang)
{
  const char *missing = patal_font_missing (lang);

  if (missing != NULL)
    fprintf (stderr, "patal: %s\n", missing);
}

void
patal_call_explain (const PatalCommand *command)
{
  printf (_("Usage: patal %s %s\n"), command->name, command->usage);
  printf ("%s\n", _(command->summary));
  if (command->example != NULL)
    printf (_("Example: patal %s\n"), command->example);
}

gboolean
patal_call_options (PatalCall *call, const GOptionEntry *entries, guint least, guint most)
{
  const GOptionEntry file_entry[] = {
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &call->file, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, file_entry, NULL);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse_strv (context, &call->words, &error))
    fprintf (stderr, "patal: %s\n", error->message);
  call->n_words = g_strv_length (call->words) - 1; /* the first is the command's own name */
  if (error == NULL && call->n_words >= least && call->n_words <= most)
    return TRUE;
  fprintf (stderr, _("Usage: patal %s %s\n"), call->command->name, call->command->usage);
  return FALSE;
}

PatalDb *
patal_call_open (PatalCall *call, PatalFileMode mode)
{
  g_autoptr (GError) error = NULL;
  PatalDb *db;

  if (call->file == NULL)
    {
      fprintf (stderr, "patal: %s\n", _("Say which district's file with --file FILE"));
      return NULL;
    }
  db = patal_file_open (call->file, mode, patal_desk_searched, patal_call_progress (), &error);
  if (db == NULL)
    patal_call_refuse (error);
  return db;
}

gboolean
patal_call_filter (char **pairs, GHashTable *filter)
{
  for (char **pair = pairs; pair != NULL && *pair != NULL; pair++)
    {
      char *equals = strchr (*pair, '=');

      if (equals == NULL)
        {
          fprintf (stderr, "patal: %s\n", _("A filter is written KEY=VALUE"));
          return FALSE;
        }
      g_hash_table_insert (filter, g_strndup (*pair, (gsize) (equals - *pair)), g_strdup (equals + 1));
    }
  return TRUE;
}

gboolean
patal_call_day (const char *text, PatalDay *out)
{
  g_autoptr (GError) error = NULL;

  if (text == NULL || patal_day_parse (text, out, &error))
    return TRUE;
  patal_call_refuse (error);
  return FALSE;
}

gboolean
patal_call_lang (const char *text, PatalLang *out)
{
  if (g_strcmp0 (text, "hi") == 0)
    *out = PATAL_LANG_HI;
  else if (g_strcmp0 (text, "en") == 0)
    *out = PATAL_LANG_EN;
  else
    {
      fprintf (stderr, "patal: %s\n", _("The language is hi or en"));
      return FALSE;
    }
  return TRUE;
}

gboolean
patal_call_report_lang (const char *text, PatalReportLang *out)
{
  static const char *const langs[] = { [PATAL_REPORT_HI] = "hi", [PATAL_REPORT_EN] = "en", [PATAL_REPORT_BOTH] = "both" };

  for (guint i = 0; i < G_N_ELEMENTS (langs); i++)
    if (g_str_equal (text, langs[i]))
      {
        *out = (PatalReportLang) i;
        return TRUE;
      }
  fprintf (stderr, "patal: %s\n", _("The language of a report is hi, en or both"));
  return FALSE;
}
