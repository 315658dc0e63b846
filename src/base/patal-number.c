/* patal-number.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-number.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUS_SIGN "\xE2\x88\x92"
#define CRORE 10000000u

static const char *const hindi_below_hundred[100] = {
  "शून्य",   "एक",      "दो",     "तीन",    "चार",     "पाँच",    "छह",      "सात",    "आठ",      "नौ",
  "दस",    "ग्यारह",   "बारह",   "तेरह",    "चौदह",    "पंद्रह",   "सोलह",    "सत्रह",   "अठारह",   "उन्नीस",
  "बीस",   "इक्कीस",   "बाईस",   "तेईस",    "चौबीस",   "पच्चीस",  "छब्बीस",   "सत्ताईस", "अट्ठाईस",  "उनतीस",
  "तीस",   "इकतीस",   "बत्तीस",  "तैंतीस",   "चौंतीस",   "पैंतीस",   "छत्तीस",   "सैंतीस",   "अड़तीस",   "उनतालीस",
  "चालीस", "इकतालीस", "बयालीस", "तैंतालीस", "चौवालीस", "पैंतालीस", "छियालीस", "सैंतालीस", "अड़तालीस", "उनचास",
  "पचास",  "इक्यावन",  "बावन",   "तिरेपन",  "चौवन",    "पचपन",   "छप्पन",    "सत्तावन", "अट्ठावन",  "उनसठ",
  "साठ",   "इकसठ",    "बासठ",   "तिरेसठ",  "चौंसठ",    "पैंसठ",    "छियासठ",  "सड़सठ",   "अड़सठ",    "उनहत्तर",
  "सत्तर",  "इकहत्तर",  "बहत्तर",  "तिहत्तर", "चौहत्तर",  "पचहत्तर", "छिहत्तर",  "सतहत्तर", "अठहत्तर",  "उन्यासी",
  "अस्सी",  "इक्यासी",  "बयासी",  "तिरासी", "चौरासी",  "पचासी",  "छियासी",  "सत्तासी", "अट्ठासी",  "नवासी",
  "नब्बे",   "इक्यानवे",  "बानवे",   "तिरानवे", "चौरानवे",  "पचानवे",  "छियानवे",  "सत्तानवे", "अट्ठानवे",  "निन्यानवे",
};

static const char *const english_below_twenty[20] = {
  "zero",     "one",     "two",     "three",     "four",     "five",     "six",
  "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
  "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
};

static const char *const english_tens[10] = {
  "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
};

static const struct
{
  guint64 unit;
  const char *hindi, *english;
} scales[] = {
  { CRORE, "करोड़", "crore" },
  { 100000, "लाख", "lakh" },
  { 1000, "हजार", "thousand" },
  { 100, "सौ", "hundred" },
};

/* -G_MININT64 is no gint64, but it is a guint64. */
static guint64
magnitude (gint64 n)
{
  return n < 0 ? -(guint64)n : (guint64)n;
}

char *
patal_number_group (gint64 n)
{
  char figure[40]; /* a sign of 3 bytes, 19 digits and 8 commas at most; from its end on */
  char *at = figure + sizeof figure;
  guint64 rest = magnitude (n);

  for (guint digit = 0; digit == 0 || rest > 0; digit++, rest /= 10)
    {
      if (digit >= 3 && digit % 2 == 1)
        *--at = ',';
      *--at = '0' + rest % 10;
    }
  if (n < 0)
    {
      at -= strlen (MINUS_SIGN);
      memcpy (at, MINUS_SIGN, strlen (MINUS_SIGN));
    }
  return g_strndup (at, (gsize) (figure + sizeof figure - at));
}

static void
add_word (GString *out, const char *word)
{
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, word);
}

static void
say_below_hundred (GString *out, guint n, PatalLang lang)
{
  if (lang == PATAL_LANG_HI)
    add_word (out, hindi_below_hundred[n]);
  else if (n < 20)
    add_word (out, english_below_twenty[n]);
  else
    {
      add_word (out, english_tens[n / 10]);
      if (n % 10 != 0)
        g_string_append_printf (out, "-%s", english_below_twenty[n % 10]);
    }
}

/* Says how many crore there are by saying that number, so that no name above crore is needed. */
static void
say (GString *out, guint64 n, PatalLang lang)
{
  if (n < 100)
    {
      say_below_hundred (out, n, lang);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      if (n < scales[i].unit)
        continue;
      say (out, n / scales[i].unit, lang);
      add_word (out, lang == PATAL_LANG_HI ? scales[i].hindi : scales[i].english);
      n %= scales[i].unit;
    }
  if (n > 0)
    say_below_hundred (out, n, lang);
}

char *
patal_number_words (gint64 n, PatalLang lang)
{
  GString *out = g_string_sized_new (128);

  if (n < 0)
    g_string_append (out, lang == PATAL_LANG_HI ? "ऋण" : "minus");
  say (out, magnitude (n), lang);
  return g_string_free (out, FALSE);
}

char *
patal_number_percent (gint64 part, gint64 whole)
{
  g_autofree char *units = NULL;
  __int128 numerator = (__int128)part * 2000 + whole; /* part / whole in tenths of a per cent, and a half */
  __int128 denominator = (__int128)whole * 2;
  __int128 tenths;
  gint64 shown;

  if (whole == 0)
    return g_strdup ("0.0");
  tenths = numerator / denominator;
  if (numerator % denominator != 0 && (numerator < 0) != (denominator < 0))
    tenths--; /* C cuts towards zero; up means towards plus infinity */
  shown = (gint64)CLAMP (tenths, -G_MAXINT64, G_MAXINT64);
  units = patal_number_group (ABS (shown) / 10);
  return g_strdup_printf ("%s%s.%d", shown < 0 ? MINUS_SIGN : "", units, (int)(ABS (shown) % 10));
}

static gboolean
fail_malformed (GError **error)
{
  return patal_value_fail (error, PATAL_VALUE_ERROR_MALFORMED,
               _ ("Write a whole number in digits, for example 12,34,567"));
}

static gboolean
is_separator (char c)
{
  return c == ',' || c == ' ';
}

/* A separator stands before two or three digits, and before three at the end: in "12,5" the comma was meant
 * as a decimal point, and reading 125 would be worse than asking. */
static gboolean
is_grouped (const char *digits)
{
  const char *last = NULL;

  for (const char *p = digits; *p != '\0'; p++)
    {
      if (!is_separator (*p))
        continue;
      if (p == digits || is_separator (p[1]) || (last != NULL && p - last != 3 && p - last != 4))
        return FALSE;
      last = p;
    }
  return last == NULL || strlen (last) == 4;
}

gboolean
patal_number_parse (const char *text, gint64 *out, GError **error)
{
  g_autofree char *clean = patal_text_clean (text);
  g_autofree char *ascii = NULL;
  gboolean negative = FALSE;
  guint64 n = 0;
  char *p;

  if (clean == NULL)
    return patal_value_fail (error, PATAL_VALUE_ERROR_EMPTY, _ ("A number is needed here"));
  p = ascii = patal_text_ascii_digits (clean);
  if (g_str_has_suffix (p, "/-"))
    p[strlen (p) - 2] = '\0';
  if (*p == '-' || g_str_has_prefix (p, MINUS_SIGN))
    {
      negative = TRUE;
      p += *p == '-' ? 1 : strlen (MINUS_SIGN);
    }
  else if (*p == '+')
    p++;
  g_strstrip (p);
  if (!g_ascii_isdigit (*p) || strspn (p, "0123456789, ") != strlen (p) || !is_grouped (p))
    return fail_malformed (error);
  for (; *p != '\0'; p++)
    {
      if (!is_separator (*p)
          && (!g_uint64_checked_mul (&n, n, 10) || !g_uint64_checked_add (&n, n, *p - '0')))
        break;
    }
  if (*p != '\0' || n > (guint64)G_MAXINT64 + (negative ? 1 : 0))
    return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE, _ ("The number is too large"));
  *out = negative ? (gint64)-n : (gint64)n;
  return TRUE;
}
