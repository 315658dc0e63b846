/* text-commands.c: numbers, dates and Hindi text, for scripts and for trying things out
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-call.h"
#include "patal-day.h"
#include "patal-krutidev.h"
#include "patal-number.h"
#include "patal-preflight.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Each gives (transfer full) what @text becomes, or NULL with @error. */
typedef char *(*Conversion) (const char *text, PatalLang lang, GError **error);

static char *
group (const char *text, PatalLang lang G_GNUC_UNUSED, GError **error)
{
  gint64 n;

  return patal_number_parse (text, &n, error) ? patal_number_group (n) : NULL;
}

static char *
say (const char *text, PatalLang lang, GError **error)
{
  gint64 n;

  return patal_number_parse (text, &n, error) ? patal_number_words (n, lang) : NULL;
}

static char *
read_dates (const char *text, PatalLang lang G_GNUC_UNUSED, GError **error)
{
  g_autofree char *from = NULL, *to = NULL;
  PatalSpan span;

  if (!patal_span_parse (text, &span, error))
    return NULL;
  from = patal_day_iso (span.from);
  to = patal_day_iso (span.to);
  return span.from == span.to ? g_steal_pointer (&from) : g_strjoin ("\t", from, to, NULL);
}

static char *
fold (const char *text, PatalLang lang G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  return patal_text_fold (text, PATAL_FOLD_SEARCH);
}

static char *
sound (const char *text, PatalLang lang G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  return patal_text_phonetic (text);
}

static char *
from_krutidev (const char *text, PatalLang lang G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  return patal_krutidev_to_unicode (text);
}

/* Standard input line by line; a line that fails is said with its number, and the rest goes on. */
static int
convert_input (Conversion convert, PatalLang lang)
{
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  int status = PATAL_EXIT_DONE;

  for (guint number = 1; (length = getline (&line, &room, stdin)) >= 0; number++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL, *result = NULL;
      gboolean ended = length > 0 && line[length - 1] == '\n';

      text = g_utf8_make_valid (line, length - (ended ? 1 : 0));
      result = convert (text, lang, &error);
      if (result == NULL)
        {
          fprintf (stderr, _("Line %u: %s\n"), number, error->message);
          status = PATAL_EXIT_REFUSED;
          continue;
        }
      fputs (result, stdout);
      if (ended)
        putchar ('\n');
    }
  free (line);
  return status;
}

/* One line of output for each fault: its line, the character within it, the text, and what to do. How many there were. */
static guint
print_faults (guint line, const char *text)
{
  PatalFace *face = patal_face (NULL, PATAL_WEIGHT_REGULAR, PATAL_LANG_HI);
  g_autoptr (GArray) faults = patal_preflight (face, text);

  for (guint i = 0; i < faults->len; i++)
    {
      const PatalTextFault *fault = &g_array_index (faults, PatalTextFault, i);
      g_autofree char *sentence = patal_text_fault_sentence (text, fault);
      g_autofree char *shown = g_utf8_make_valid (text, -1);

      printf ("%u\t%ld\t%s\t%s\n", line, g_utf8_strlen (text, (gssize) fault->at) + 1, shown, sentence);
    }
  return faults->len;
}

static int
check_text (PatalCall *call)
{
  g_autofree char *text = NULL;
  char *line = NULL;
  size_t room = 0;
  guint n_faults = 0;

  patal_call_say_font (PATAL_LANG_HI);
  if (call->n_words > 1)
    {
      text = g_strjoinv (" ", call->words + 2);
      n_faults = print_faults (1, text);
    }
  else
    {
      for (guint number = 1; getline (&line, &room, stdin) >= 0; number++)
        {
          line[strcspn (line, "\r\n")] = '\0';
          n_faults += print_faults (number, line);
        }
      free (line);
    }
  return n_faults > 0 ? PATAL_EXIT_REFUSED : PATAL_EXIT_DONE;
}

static int
run_text (PatalCall *call)
{
  static const struct { const char *name; Conversion convert; } conversions[] = {
    { "group", group }, { "words", say }, { "date", read_dates }, { "fold", fold }, { "sound", sound },
    { "convert", from_krutidev },
  };
  g_autofree char *from = NULL, *lang_text = NULL, *text = NULL, *result = NULL;
  g_autoptr (GError) error = NULL;
  PatalLang lang = PATAL_LANG_HI;
  Conversion convert = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &lang_text, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!patal_call_options (call, entries, 1, G_MAXUINT) || (lang_text != NULL && !patal_call_lang (lang_text, &lang)))
    return PATAL_EXIT_USAGE;
  if (g_str_equal (call->words[1], "check"))
    return check_text (call);
  for (guint i = 0; i < G_N_ELEMENTS (conversions); i++)
    if (g_str_equal (conversions[i].name, call->words[1]))
      convert = conversions[i].convert;
  if (convert == NULL || (convert == from_krutidev) != (g_strcmp0 (from, "krutidev") == 0))
    {
      fprintf (stderr, _("Usage: patal %s %s\n"), call->command->name, call->command->usage);
      return PATAL_EXIT_USAGE;
    }
  if (call->n_words == 1)
    return convert_input (convert, lang);
  text = g_strjoinv (" ", call->words + 2);
  result = convert (text, lang, &error);
  if (result == NULL)
    return patal_call_refuse (error);
  printf ("%s\n", result);
  return PATAL_EXIT_DONE;
}

const PatalCommand patal_text_commands[] = {
  { "text", "group|words|date|fold|sound [TEXT] [--lang hi|en] | convert --from krutidev [TEXT] | check [TEXT]",
    N_("Numbers, dates and Hindi text, from the words given or line by line from standard input"), run_text,
    "text words 29964200" },
  { 0 },
};
