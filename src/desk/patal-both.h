/* patal-both.h: a text in one language, or in both
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): Hindi first; once where both say the same, or only one says anything. */
char *patal_both (const char *hindi, const char *english, const char *between);

G_END_DECLS
