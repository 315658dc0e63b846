/* patal-money.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-money.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUS_SIGN "\xE2\x88\x92"

static const gint64 unit_paise[] = {
  [PATAL_MONEY_RUPEES] = 100,
  [PATAL_MONEY_LAKH] = G_GINT64_CONSTANT (10000000),
  [PATAL_MONEY_CRORE] = G_GINT64_CONSTANT (1000000000),
};

static guint64
magnitude (gint64 paise)
{
  return paise < 0 ? -(guint64)paise : (guint64)paise;
}

char *
patal_money_format (gint64 paise, PatalMoneyUnit unit)
{
  guint64 hundredth = (guint64)unit_paise[unit] / 100;
  guint64 hundredths
      = magnitude (paise) / hundredth + (magnitude (paise) % hundredth * 2 >= hundredth && hundredth > 1);
  g_autofree char *whole = patal_number_group ((gint64)(hundredths / 100));
  const char *sign = paise < 0 && hundredths > 0 ? MINUS_SIGN : "";

  if (unit == PATAL_MONEY_RUPEES && hundredths % 100 == 0)
    return g_strconcat (sign, whole, NULL);
  return g_strdup_printf ("%s%s.%02d", sign, whole, (int)(hundredths % 100));
}

char *
patal_money_unit_line (PatalMoneyUnit unit, PatalLang lang)
{
  static const char *const lines[][2] = {
    [PATAL_MONEY_RUPEES] = { "(राशि रु. में)", "(amounts in Rs)" },
    [PATAL_MONEY_LAKH] = { "(राशि लाख रु. में)", "(amounts in lakh Rs)" },
    [PATAL_MONEY_CRORE] = { "(राशि करोड़ रु. में)", "(amounts in crore Rs)" },
  };

  return g_strdup (lines[unit][lang]);
}

char *
patal_money_order (gint64 paise, PatalLang lang)
{
  g_autofree char *figures = patal_money_format (paise, PATAL_MONEY_RUPEES);
  g_autofree char *rupees = patal_number_words ((gint64)(magnitude (paise) / 100), lang);
  g_autofree char *coins = patal_number_words ((gint64)(magnitude (paise) % 100), lang);
  gboolean has_coins = magnitude (paise) % 100 != 0;

  if (lang == PATAL_LANG_HI)
    return g_strdup_printf ("रु. %s/- (%sरुपये %s%s%s%s मात्र)", figures, paise < 0 ? "ऋण " : "", rupees,
                            has_coins ? " " : "", has_coins ? coins : "", has_coins ? " पैसे" : "");
  return g_strdup_printf ("Rs %s/- (%sRupees %s%s%s%s only)", figures, paise < 0 ? "minus " : "", rupees,
                          has_coins ? " and " : "", has_coins ? coins : "", has_coins ? " paise" : "");
}

/* Folded words, each with what it multiplies by, in paise; 0 for words that only say that this is money. */
static const struct
{
  const char *word;
  gint64 paise;
} money_words[] = {
  { "करोड", G_GINT64_CONSTANT (1000000000) },
  { "crore", G_GINT64_CONSTANT (1000000000) },
  { "crores", G_GINT64_CONSTANT (1000000000) },
  { "cr", G_GINT64_CONSTANT (1000000000) },
  { "लाख", 10000000 },
  { "lakh", 10000000 },
  { "lakhs", 10000000 },
  { "lac", 10000000 },
  { "lacs", 10000000 },
  { "हजार", 100000 },
  { "thousand", 100000 },
  { "पैसे", 1 },
  { "पैसा", 1 },
  { "paise", 1 },
  { "paisa", 1 },
  { "रु", 0 },
  { "रू", 0 },
  { "रुपये", 0 },
  { "रुपए", 0 },
  { "रूपये", 0 },
  { "रूपए", 0 },
  { "रुपया", 0 },
  { "राशि", 0 },
  { "मात्र", 0 },
  { "rs", 0 },
  { "re", 0 },
  { "inr", 0 },
  { "rupee", 0 },
  { "rupees", 0 },
  { "only", 0 },
  { "and", 0 },
};

static gboolean
fail_malformed (GError **error)
{
  return patal_value_fail (error, PATAL_VALUE_ERROR_MALFORMED,
               _ ("Write an amount in rupees, for example 12,34,567 or 12.35 lakh"));
}

static gboolean
fail_range (GError **error)
{
  return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE, _ ("The amount is larger than 99,99,99,99,999 rupees"));
}

/* One figure as it was typed. */
typedef struct
{
  gint64 digits;   /* without the point */
  gint64 decimals; /* 10 to the power of the digits behind the point */
} Figure;

#define MAX_DECIMALS 9 /* a crore has nine digits down to the paisa */

/* Reads the figure at *@p and moves *@p behind it. A space may stand where a comma may. */
static gboolean
read_figure (char **p, Figure *figure, GError **error)
{
  gsize length = 0;
  g_autofree char *whole = NULL;

  while (g_ascii_isdigit ((*p)[length]) || (*p)[length] == ','
         || ((*p)[length] == ' ' && length > 0 && g_ascii_isdigit ((*p)[length + 1])))
    length++;
  whole = length > 0 ? g_strndup (*p, length) : g_strdup ("0"); /* ".5 लाख" */
  *figure = (Figure){ .decimals = 1 };
  if (!patal_number_parse (whole, &figure->digits, NULL))
    return length > 24 ? fail_range (error) : fail_malformed (error);
  if (figure->digits > PATAL_MONEY_MAX_PAISE)
    return fail_range (error);
  *p += length;
  if (**p != '.')
    return TRUE;
  for ((*p)++, length = 0; g_ascii_isdigit ((*p)[length]); length++)
    {
      if (length < MAX_DECIMALS)
        {
          figure->digits = figure->digits * 10 + ((*p)[length] - '0');
          figure->decimals *= 10;
        }
      else if ((*p)[length] != '0')
        return patal_value_fail (error, PATAL_VALUE_ERROR_MALFORMED,
                     _ ("An amount ends with whole paise; write fewer decimals"));
    }
  *p += length;
  return length > 0 || fail_malformed (error);
}

/* Reads the word at *@p with the point of its abbreviation. FALSE where that is no word of money. */
static gboolean
read_money_word (char **p, gint64 *paise)
{
  const char *start = *p;
  g_autofree char *raw = NULL;
  g_autofree char *word = NULL;

  while (g_unichar_isalpha (g_utf8_get_char (*p)) || g_unichar_ismark (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
  raw = g_strndup (start, *p - start);
  word = patal_text_fold (raw, PATAL_FOLD_SEARCH);
  if (**p == '.')
    (*p)++;
  for (gsize i = 0; i < G_N_ELEMENTS (money_words); i++)
    {
      if (g_str_equal (word, money_words[i].word))
        {
          *paise = money_words[i].paise;
          return TRUE;
        }
    }
  return FALSE;
}

/* Moves *@p behind a sign that says only that this is money. */
static gboolean
skip_mark (char **p)
{
  static const char *const marks[] = { " ", "₹", "/-", "/=" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (g_str_has_prefix (*p, marks[i]))
        {
          *p += strlen (marks[i]);
          return TRUE;
        }
    }
  return FALSE;
}

typedef struct
{
  __int128 paise;
  gint64 last;      /* the unit of the figure read last; each is smaller than the one before */
  gboolean waiting; /* @figure has no unit yet */
  Figure figure;
} Sum;

static gboolean
add_figure (Sum *sum, gint64 unit, GError **error)
{
  __int128 paise = (__int128)sum->figure.digits * unit;

  if (unit >= sum->last)
    return fail_malformed (error);
  if (paise % sum->figure.decimals != 0)
    return patal_value_fail (error, PATAL_VALUE_ERROR_MALFORMED,
                 _ ("An amount ends with whole paise; write fewer decimals"));
  sum->paise += paise / sum->figure.decimals;
  sum->last = unit;
  sum->waiting = FALSE;
  return TRUE;
}

static gboolean
read_sum (char *p, Sum *sum, gboolean *negative, GError **error)
{
  while (*p != '\0')
    {
      gint64 unit = 0;

      if (skip_mark (&p))
        continue;
      if (g_ascii_isdigit (*p) || (*p == '.' && g_ascii_isdigit (p[1])))
        {
          if (sum->waiting && !add_figure (sum, 100, error))
            return FALSE;
          if (!read_figure (&p, &sum->figure, error))
            return FALSE;
          sum->waiting = TRUE;
        }
      else if ((*p == '-' || g_str_has_prefix (p, MINUS_SIGN)) && !*negative && !sum->waiting
               && sum->last == G_MAXINT64)
        {
          *negative = TRUE;
          p += *p == '-' ? 1 : strlen (MINUS_SIGN);
        }
      else if (!g_unichar_isalpha (g_utf8_get_char (p)) || !read_money_word (&p, &unit)
               || (unit > 0 && !sum->waiting))
        return fail_malformed (error);
      else if (unit > 0 && !add_figure (sum, unit, error))
        return FALSE;
    }
  if (sum->waiting)
    return add_figure (sum, 100, error);
  return sum->last < G_MAXINT64 || fail_malformed (error);
}

gboolean
patal_money_parse (const char *text, gint64 *out_paise, GError **error)
{
  g_autofree char *clean = patal_text_clean (text);
  g_autofree char *ascii = NULL;
  Sum sum = { .last = G_MAXINT64 };
  gboolean negative = FALSE;

  if (clean == NULL)
    return patal_value_fail (error, PATAL_VALUE_ERROR_EMPTY, _ ("An amount is needed here"));
  ascii = patal_text_ascii_digits (clean);
  if (!read_sum (ascii, &sum, &negative, error))
    return FALSE;
  if (sum.paise > PATAL_MONEY_MAX_PAISE)
    return fail_range (error);
  *out_paise = negative ? -(gint64)sum.paise : (gint64)sum.paise;
  return TRUE;
}
