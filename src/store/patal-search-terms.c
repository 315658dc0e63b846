/* patal-search-terms.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-search-terms.h"
#include "patal-text.h"
#include <string.h>

/* Whether the term that begins at @last stands before it too. */
static gboolean
is_repeated (const GString *terms, gsize last)
{
  const char *term = terms->str + last, *at = terms->str;
  gsize length = terms->len - last;

  while ((at = strstr (at, term)) != NULL && at < term)
    {
      if ((at == terms->str || at[-1] == ' ') && at[length] == ' ')
        return TRUE;
      at += length;
    }
  return FALSE;
}

static void
add (GString *terms, PatalTier tier, char kind, const char *text, gsize length)
{
  gsize before = terms->len, last;

  if (length == 0)
    return;
  if (before > 0)
    g_string_append_c (terms, ' ');
  last = terms->len;
  g_string_append_c (terms, (char) tier);
  g_string_append_c (terms, kind);
  g_string_append_len (terms, text, (gssize) length);
  if (is_repeated (terms, last))
    g_string_truncate (terms, before);
}

static void
add_words (GString *terms, PatalTier tier, char kind, const char *text)
{
  while (*text != '\0')
    {
      gsize length = strcspn (text, " ");

      add (terms, tier, kind, text, length);
      text += length + (text[length] == ' ');
    }
}

char *
patal_search_whole (const char *folded)
{
  return g_strdelimit (g_strdup (folded), " ", '!');
}

char *
patal_search_code (const char *folded)
{
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);

  return g_strjoinv ("", parts);
}

static void
add_name (GString *terms, char kind, const char *name)
{
  g_autofree char *folded = patal_text_fold (name, PATAL_FOLD_SEARCH);
  g_autofree char *whole = patal_search_whole (folded);
  g_autofree char *sounds = patal_text_phonetic (name);

  add (terms, PATAL_TIER_NAME, kind, whole, strlen (whole));
  if (strchr (folded, ' ') != NULL) /* the one word of a name is found as the name */
    add_words (terms, PATAL_TIER_WORD, kind, folded);
  add_words (terms, PATAL_TIER_SOUND, kind, sounds);
}

static void
add_code (GString *terms, char kind, const char *code)
{
  g_autofree char *folded = patal_text_fold (code, PATAL_FOLD_SEARCH);
  g_autofree char *whole = patal_search_code (folded);

  add (terms, PATAL_TIER_CODE, kind, whole, strlen (whole));
}

static void
add_lines (GString *terms, char kind, const char *lines, void (*add_line) (GString *, char, const char *))
{
  while (lines != NULL && *lines != '\0')
    {
      gsize length = strcspn (lines, "\n");
      g_autofree char *line = g_strndup (lines, length);

      add_line (terms, kind, line);
      lines += length + (lines[length] == '\n');
    }
}

char *
patal_search_terms (const char *kind, const char *names, const char *codes)
{
  GString *terms = g_string_sized_new (128);

  add_lines (terms, kind[0], names, add_name);
  add_lines (terms, kind[0], codes, add_code);
  return g_string_free (terms, FALSE);
}

char *
patal_search_terms_version (void)
{
  /* Names in which every rule of folding and of sound has something to do. */
  return patal_search_terms ("unit",
                             "अकलतरा\nAkaltara\nज़िला पंचायत जाँजगीर-चाम्पा\nसम्बलपुर खुर्द १२\nÉcole Shri Krishna\n"
                             "क्षत्रिय ज्ञानपुर\nफूलझर ऋषि\u200dनगर\nBhatgaon (CT) 171\nThanagaon Chhoti Shaitanpur",
                             "125046\nAB/12-३४");
}
