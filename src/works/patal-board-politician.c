/* patal-board-politician.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-politician.h"
#include "patal-text.h"
#include <string.h>

/* Words as they are folded, with a space at both ends, so that no part of a word is found. */
static const struct
{
  const char *folded;
  const char *shown;
  gboolean    of_schemes; /* also part of the names of schemes */
} words[] = {
  { " सांसद ", "सांसद", FALSE },          { " विधायक ", "विधायक", FALSE },
  { " मंत्री ", "मंत्री", FALSE },          { " राज्यमंत्री ", "राज्यमंत्री", FALSE },
  { " माननीय ", "माननीय", FALSE },        { " माननीया ", "माननीया", FALSE },
  { " सौजंय ", "सौजन्य", FALSE },          { " प्रधानमंत्री ", "प्रधानमंत्री", TRUE },
  { " मुख्यमंत्री ", "मुख्यमंत्री", TRUE },   { " प्रधान मंत्री ", "प्रधान मंत्री", TRUE },
  { " मुख्य मंत्री ", "मुख्य मंत्री", TRUE }, { " mla ", "MLA", FALSE },
  { " mplad ", "MPLAD", FALSE },         { " mplads ", "MPLADS", FALSE },
  { " mp fund ", "MP fund", FALSE },     { " mp lad ", "MP LAD", FALSE },
  { " mp lads ", "MP LADS", FALSE },     { " member of parliament ", "Member of Parliament", FALSE },
  { " minister ", "Minister", FALSE },   { " prime minister ", "Prime Minister", TRUE },
  { " chief minister ", "Chief Minister", TRUE },
  { " hon ble ", "Hon'ble", FALSE },     { " honble ", "Hon'ble", FALSE },
  { " honourable ", "Honourable", FALSE }, { " courtesy ", "courtesy", FALSE },
};

/* What makes a name one of a scheme, wherever it follows. */
static const char *const scheme_words[] = {
  " योजना", " मिशन ", " अभियान ", " आवास ", " सडक ", " कोष ", " yojana ", " scheme ", " mission ", " awas ", " sadak ", " fund ",
};

static gboolean
is_scheme (const char *behind)
{
  for (guint i = 0; i < G_N_ELEMENTS (scheme_words); i++)
    if (strstr (behind, scheme_words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Where an office is part of a longer one: "प्रधान मंत्री" holds "मंत्री". Blanks it out, so that it is not found again. */
static void
blank (char *at, gsize length)
{
  memset (at + 1, ' ', length - 2);
}

char *
patal_board_politician_word (const char *text)
{
  g_autofree char *folded = patal_text_fold (text, PATAL_FOLD_SEARCH);
  g_autofree char *line = g_strconcat (" ", folded, " ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (char *at = line; words[i].of_schemes && (at = strstr (at, words[i].folded)) != NULL;)
      {
        gsize length = strlen (words[i].folded);

        if (!is_scheme (at + length - 1))
          return g_strdup (words[i].shown);
        blank (at, length);
      }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (!words[i].of_schemes && strstr (line, words[i].folded) != NULL)
      return g_strdup (words[i].shown);
  return NULL;
}
