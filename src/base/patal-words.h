/* patal-words.h: the words of one document, in the document's own language
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * gettext has one language per process; a report may be Hindi under an English window. Whatever builds a
 * PatalTable therefore takes its words from a PatalWords that it is handed, and not from _(). It is the same
 * compiled catalogue (.mo), read directly. Message ids are marked by the calls themselves. */
#pragma once
#include "patal-lang.h"

G_BEGIN_DECLS

typedef struct _PatalWords PatalWords;

#define PATAL_WORDS_ERROR (patal_words_error_quark ())
GQuark patal_words_error_quark (void);
typedef enum
{
  PATAL_WORDS_ERROR_MALFORMED, /* not a .mo file of GNU gettext, or cut short */
} PatalWordsError;

/* @mo: (nullable): the bytes of a .mo file; NULL gives the source words, which are English.
 * The result may be read from any thread. On NULL @error is in PATAL_WORDS_ERROR. */
PatalWords *patal_words_new   (PatalLang lang, GBytes *mo, GError **error);
PatalWords *patal_words_ref   (PatalWords *words);
void        patal_words_unref (PatalWords *words);
PatalLang   patal_words_lang  (const PatalWords *words);

/* (transfer none): lives as long as @words and @msgid. A word without translation is given back as it is. */
const char *patal_words_get    (const PatalWords *words, const char *msgid);
const char *patal_words_plural (const PatalWords *words, const char *one, const char *many, guint64 n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalWords, patal_words_unref)
G_END_DECLS
