/* patal-search-terms.h: the words by which the search index knows a name
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A term is a letter for the tier, a letter for the kind of record (the first of its name), and folded text:
 *   cu125046            a code
 *   nuram!nagar         a whole name; '!', which no folded name has, joins its words
 *   wuram, wunagar      its words, where there are several
 *   surm, sungr         their sounds
 * So the vocabulary of the index, read in its order from "nuram", gives the names that are so, then those that begin with
 * that word, then those that begin with these letters: each tier of a search is one short walk. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PATAL_TIER_CODE = 'c',
  PATAL_TIER_NAME = 'n',
  PATAL_TIER_WORD = 'w',
  PATAL_TIER_SOUND = 's',
} PatalTier;

/* (transfer full): the terms of a record, each once, with a space between. @names, @codes: (nullable), by newlines. */
char *patal_search_terms (const char *kind, const char *names, const char *codes);

/* (transfer full): folded words as the one word that a NAME term is, and a CODE term. */
char *patal_search_whole (const char *folded);
char *patal_search_code  (const char *folded);

/* (transfer full): changes whenever other terms come out of the same names. */
char *patal_search_terms_version (void);

G_END_DECLS
