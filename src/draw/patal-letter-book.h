/* patal-letter-book.h: many letters, certificates or sheets of cards one behind the other, as one document
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-letter-layout.h"

G_BEGIN_DECLS

/* (transfer full): @n (at least 1) layouts, each from a page of its own on, in the outline below @title by its name; all of the size of the first one. */
PatalPages *patal_letter_book_new (PatalLetterLayout *const *layouts, guint n, const char *title, PatalLang lang);

G_END_DECLS
