/* patal-number.h: whole numbers as the office writes, says and types them
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Grouping is 2-2-3 (CLDR #,##,##0.###): 2,99,64,200. Digits are shown 0-9 and read in both scripts. No locale
 * is consulted: hi_IN may be missing. Sums are said in करोड़ throughout, never in अरब (domain.md 2.5). */
#pragma once
#include "patal-lang.h"
#include "patal-value-error.h"

G_BEGIN_DECLS

/* (transfer full): "2,99,64,200"; a negative number has U+2212 MINUS SIGN before it. Any gint64. */
char *patal_number_group (gint64 n);

/* (transfer full): "दो करोड़ निन्यानवे लाख …" / "two crore ninety-nine lakh …". Any gint64; office sums end at
 * 99,99,99,99,999. A negative number begins with "ऋण" / "minus". */
char *patal_number_words (gint64 n, PatalLang lang);

/* (transfer full): @part of @whole in per cent with one decimal, rounded half up, without the sign: "35.8".
 * "0.0" for a @whole of 0. */
char *patal_number_percent (gint64 part, gint64 whole);

/* Reads what people type: "12,34,567", "१२३४", "1 234", "12,34,567/-", with either minus. On FALSE @out is
 * untouched and @error is in PATAL_VALUE_ERROR. */
gboolean patal_number_parse (const char *text, gint64 *out, GError **error);

G_END_DECLS
