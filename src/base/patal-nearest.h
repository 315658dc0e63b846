/* patal-nearest.h: which word of a list was meant, where one was mistyped
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/* (transfer none) (nullable): of the @n @words (ASCII) the one that @typed comes nearest to; NULL where none is near: more than a letter in three is
 * missing, too much, another one, or changed places with its neighbour. Small and capital letters are the same, "-" is "_". */
const char *patal_nearest (const char *typed, const char *const *words, guint n);

G_END_DECLS
