/* patal-text.h: Hindi and English text as it is stored, compared and searched
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  /* What two spellings of one name share (domain.md 2.8): nukta dropped, written either way; nasal consonant + virama
   * before a consonant, and chandrabindu, become anusvara; ZWJ and ZWNJ dropped; both digit scripts are one; case
   * folded; Latin accents dropped; every sign and run of spaces is one space; none at the ends. */
  PATAL_FOLD_SEARCH,
  /* For saying that two names are the same: as SEARCH, but the spaces go too, and long and short vowels, क़ and क stay
   * apart as they are written (nukta is normalised, not dropped). */
  PATAL_FOLD_MATCH,
} PatalFold;

/* (transfer full). Text that is not UTF-8 is read byte by byte as far as it is. NULL gives "". */
char *patal_text_fold (const char *text, PatalFold how);

/* (transfer full): what is stored of what was typed: NFC, controls, BOM and bidirectional marks out, spaces (every kind)
 * single, none at the ends; ZWJ and ZWNJ stay. NULL when nothing is left. */
char *patal_text_clean (const char *text);

/* (transfer full): ०-९ (and full-width digits) as 0-9, the rest untouched. */
char *patal_text_ascii_digits (const char *text);

gboolean patal_text_has_devanagari (const char *text); /* (nullable) */

/* Whether a cell of a list says that there is nothing to say: "-", "NA", "निरंक". The word for zero is not among them. */
gboolean patal_text_says_nothing (const char *text);

/* Makes the key by which a Latin spelling finds a Devanagari name: अकलतरा, Akaltara and AKALTARAA have one key, which is
 * plain ASCII, a word to each word, with one space between; words that have no sound left are left out. Made for finding, not for
 * telling apart: many names share one key. (transfer full) */
char *patal_text_phonetic (const char *text);

G_END_DECLS
