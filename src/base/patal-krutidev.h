/* patal-krutidev.h: text typed in the legacy font Kruti Dev 010, as Unicode
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Such text is ASCII and Windows-1252 characters that only look Hindi in that font: "xzke iapk;r" is ग्राम पंचायत. */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/* (transfer full). Devanagari already there is left alone. */
char *patal_krutidev_to_unicode (const char *text);

/* How sure one can be that @text is such text: 0 = certainly not (English, Unicode Hindi, numbers, empty), 100 = certainly.
 * 50 and above: say so and ask. One word says little, so ask of a whole column where there is one. */
int patal_krutidev_likelihood (const char *text);

G_END_DECLS
