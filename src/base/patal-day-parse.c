/* patal-day-parse.c: days, spans and financial years as people type them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-day.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum
{
  TOKEN_END = 0,
  TOKEN_NUMBER,
  TOKEN_MONTH,
  TOKEN_TO,    /* से, to, until */
  TOKEN_NOISE, /* words that say that this is a date */
  TOKEN_SIGN,  /* . / - , ' : */
  TOKEN_OTHER, /* no part of any date */
} TokenType;

typedef struct
{
  TokenType type;
  int value;  /* of a number or a month; the character of a sign */
  int digits; /* of a number */
} Token;

#define MAX_TOKENS 24

typedef struct
{
  Token tokens[MAX_TOKENS + 6]; /* TOKEN_END behind the last, as far as anyone looks ahead */
  const Token *at;
} Reader;

#define NOT_SAID (-1)

/* What was written of a day. */
typedef struct
{
  int year, month, day;
} Parts;

/* Folded spellings: they stand for all with nukta, with म् or anusvara, in any case. */
static const struct
{
  const char *word;
  int month;
} month_words[] = {
  { "जनवरी", 1 },  { "फरवरी", 2 }, { "मार्च", 3 },   { "अप्रैल", 4 },  { "अप्रेल", 4 },   { "मई", 5 },
  { "जून", 6 },     { "जुलाई", 7 },  { "अगस्त", 8 },   { "सितंबर", 9 }, { "अक्टूबर", 10 }, { "अक्तूबर", 10 },
  { "अक्टुबर", 10 }, { "नवंबर", 11 }, { "दिसंबर", 12 }, { "sept", 9 },
};

static const char *const to_words[] = { "से", "to", "till", "until", "upto" };
static const char *const noise_words[] = {
  "दिनांक", "दिनाक", "दि",   "तारीख", "को", "तक", "सन", "सन्", "ई",  "date",
  "dated", "dt",    "from", "on",    "of", "st", "nd", "rd", "th",
};
static const char *const year_words[] = { "वर्ष", "वित्तीय", "वित्त", "fy", "f", "y", "financial", "year" };

static gboolean
is_among (const char *word, const char *const *words, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (g_str_equal (word, words[i]))
        return TRUE;
    }
  return FALSE;
}

static int
month_of (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (month_words); i++)
    {
      if (g_str_equal (word, month_words[i].word))
        return month_words[i].month;
    }
  for (int month = 1; month <= 12; month++)
    {
      const char *name = patal_month_name (month, PATAL_LANG_EN);

      if (g_ascii_strcasecmp (word, name) == 0
          || (strlen (word) == 3 && g_ascii_strncasecmp (word, name, 3) == 0))
        return month;
    }
  return 0;
}

static Token
token_of_word (const char *text, gsize length)
{
  g_autofree char *raw = g_strndup (text, length);
  g_autofree char *word = patal_text_fold (raw, PATAL_FOLD_SEARCH);
  int month = month_of (word);

  if (month > 0)
    return (Token){ .type = TOKEN_MONTH, .value = month };
  if (is_among (word, to_words, G_N_ELEMENTS (to_words)))
    return (Token){ .type = TOKEN_TO };
  if (is_among (word, noise_words, G_N_ELEMENTS (noise_words))
      || is_among (word, year_words, G_N_ELEMENTS (year_words)))
    return (Token){ .type = TOKEN_NOISE };
  for (PatalWeekday day = PATAL_MONDAY; day <= PATAL_SUNDAY; day++)
    {
      if (g_ascii_strcasecmp (word, patal_weekday_name (day, PATAL_LANG_EN)) == 0
          || g_str_equal (raw, patal_weekday_name (day, PATAL_LANG_HI)))
        return (Token){ .type = TOKEN_NOISE };
    }
  return (Token){ .type = TOKEN_OTHER };
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* What is a letter of a word: not a digit, not a sign. Joiners stand inside Hindi words. */
static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c) || c == 0x200C || c == 0x200D;
}

/* Reads one token at *@p, which is not the end, and moves *@p behind it. FALSE: nothing but a space. */
static gboolean
read_token (const char **p, Token *token)
{
  const char *start = *p;
  gunichar c = g_utf8_get_char (start);

  *token = (Token){ .type = TOKEN_OTHER };
  if (g_ascii_isdigit (*start))
    {
      token->type = TOKEN_NUMBER;
      for (; g_ascii_isdigit (**p); (*p)++, token->digits++)
        token->value = MIN (token->value * 10 + (**p - '0'), 1000000);
    }
  else if (is_letter (c))
    {
      while (is_letter (g_utf8_get_char (*p)))
        *p = g_utf8_next_char (*p);
      *token = token_of_word (start, *p - start);
    }
  else
    {
      *p = g_utf8_next_char (*p);
      if (is_dash (c))
        *token = (Token){ .type = TOKEN_SIGN, .value = '-' };
      else if (c < 0x80 && strchr ("./,':", (int)c) != NULL)
        *token = (Token){ .type = TOKEN_SIGN, .value = (int)c };
      else if (c == 0x2019)
        *token = (Token){ .type = TOKEN_SIGN, .value = '\'' };
    }
  return c != ' ';
}

static gboolean
is_sign (const Token *token, const char *signs)
{
  return token->type == TOKEN_SIGN && strchr (signs, token->value) != NULL;
}

/* Fills the reader with what is to be read; words that say nothing of the date are left out. */
static gboolean
read_tokens (Reader *reader, const char *text, const char *malformed, GError **error)
{
  g_autofree char *clean = patal_text_clean (text);
  g_autofree char *ascii = NULL;
  guint n = 0;
  gboolean after_noise = FALSE;

  *reader = (Reader){ .at = reader->tokens };
  if (clean == NULL)
    return patal_value_fail (error, PATAL_VALUE_ERROR_EMPTY, _ ("A date is needed here"));
  ascii = patal_text_ascii_digits (clean);
  for (const char *p = ascii; *p != '\0';)
    {
      Token token;

      if (!read_token (&p, &token))
        continue;
      if (token.type == TOKEN_OTHER || n == MAX_TOKENS)
        return patal_value_fail (error, PATAL_VALUE_ERROR_MALFORMED, malformed);
      /* the sign in "दि.", "दिनांक:" and "Friday," belongs to the word */
      if (token.type == TOKEN_NOISE || (after_noise && is_sign (&token, ".,:")))
        {
          after_noise = TRUE;
          continue;
        }
      after_noise = FALSE;
      reader->tokens[n++] = token;
    }
  return TRUE;
}

static gboolean
is_number (const Token *token, int min_digits, int max_digits)
{
  return token->type == TOKEN_NUMBER && token->digits >= min_digits && token->digits <= max_digits;
}

static int
full_year (const Token *token)
{
  if (token->digits > 2)
    return token->value;
  return token->value + (token->value < 80 ? 2000 : 1900);
}

/* 20.12.2021, 20-12-21, 2021-12-20; the caller knows that a number and a sign stand there. */
static gboolean
read_numeric (Reader *reader, Parts *parts)
{
  const Token *t = reader->at;

  if (!is_number (&t[2], 1, 2) || !is_sign (&t[1], "./-"))
    return FALSE;
  if (is_sign (&t[3], "./-") && t[3].value == t[1].value && is_number (&t[0], 4, 4)
      && is_number (&t[4], 1, 2))
    *parts = (Parts){ t[0].value, t[2].value, t[4].value };
  else if (is_sign (&t[3], "./-") && t[3].value == t[1].value && is_number (&t[0], 1, 2)
           && (is_number (&t[4], 2, 2) || is_number (&t[4], 4, 4)))
    *parts = (Parts){ full_year (&t[4]), t[2].value, t[0].value };
  else
    return FALSE;
  reader->at += 5;
  return TRUE;
}

/* "20.12" of "20.12 से 05.01.2022". A hyphen there means "to". */
static gboolean
read_day_and_month (Reader *reader, Parts *parts)
{
  const Token *t = reader->at;

  if (!is_number (&t[0], 1, 2) || !is_sign (&t[1], "./") || !is_number (&t[2], 1, 2))
    return FALSE;
  *parts = (Parts){ NOT_SAID, t[2].value, t[0].value };
  reader->at += 3;
  return TRUE;
}

/* The year after a month's name, if there is one: "2021", ", 2021", "-21", "'21". */
static void
read_year (Reader *reader, Parts *parts, gboolean hyphened)
{
  const Token *t = reader->at;
  const Token *year = is_sign (t, ".,-'/") ? t + 1 : t;
  gboolean short_year = t == year ? parts->day != NOT_SAID
                                  : t->value == '\'' || t->value == ',' || hyphened || parts->day == NOT_SAID;

  if (!is_number (year, 4, 4) && !(short_year && is_number (year, 2, 2)))
    return;
  parts->year = full_year (year);
  reader->at = year + 1;
}

/* "20 दिसम्बर 2021", "20-Dec-21", "दिसम्बर 2021", "December 20, 2021"; without the year too. */
static gboolean
read_named (Reader *reader, Parts *parts)
{
  const Token *t = reader->at;
  gboolean hyphened = FALSE;

  if (is_number (t, 1, 2))
    {
      parts->day = t->value;
      t++;
      hyphened = is_sign (t, "-./");
      t += hyphened || is_sign (t, ",") ? 1 : 0;
    }
  if (t->type != TOKEN_MONTH)
    return FALSE;
  parts->month = t->value;
  t++;
  if (parts->day == NOT_SAID
      && is_number (t, 1, 2)) /* the day after the month; a year would have a sign before it */
    {
      parts->day = t->value;
      t++;
    }
  reader->at = t;
  read_year (reader, parts, hyphened);
  return TRUE;
}

static gboolean
read_parts (Reader *reader, Parts *parts)
{
  *parts = (Parts){ NOT_SAID, NOT_SAID, NOT_SAID };
  if (read_numeric (reader, parts) || read_day_and_month (reader, parts))
    return TRUE;
  if (read_named (reader, parts))
    return TRUE;
  *parts = (Parts){ NOT_SAID, NOT_SAID, NOT_SAID };
  if (!is_number (reader->at, 1, 2))
    return FALSE;
  parts->day = reader->at->value; /* the 1 of "1 to 5 May 2022" */
  reader->at++;
  return TRUE;
}

/* Gives each side what only the other one says. */
static void
complete (Parts *from, Parts *to)
{
  if (from->month == NOT_SAID)
    {
      from->month = to->month;
      from->year = to->year;
    }
  else if (from->year == NOT_SAID && to->year != NOT_SAID)
    from->year
        = from->month > to->month || (from->month == to->month && from->day > to->day && to->day != NOT_SAID)
              ? to->year - 1
              : to->year;
  else if (to->year == NOT_SAID && from->year != NOT_SAID)
    to->year = to->month < from->month ? from->year + 1 : from->year;
}

static gboolean
fail_malformed_span (GError **error)
{
  return patal_value_fail (error, PATAL_VALUE_ERROR_MALFORMED,
               _ ("Write the days as DD.MM.YYYY to DD.MM.YYYY, for example 20.12.2021 to 05.01.2022"));
}

static gboolean
fail_no_such_day (GError **error)
{
  return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE, _ ("The calendar has no such day"));
}

/* The first day of what is written, which may be a whole month. */
static PatalDay
first_day (const Parts *parts)
{
  return patal_day_from_ymd (parts->year, parts->month, parts->day != NOT_SAID ? parts->day : 1);
}

static PatalDay
last_day (const Parts *parts)
{
  if (parts->day != NOT_SAID || patal_day_from_ymd (parts->year, parts->month, 1) == PATAL_DAY_NONE)
    return first_day (parts);
  return patal_day_from_ymd (parts->year, parts->month,
                             g_date_get_days_in_month ((GDateMonth)parts->month, (GDateYear)parts->year));
}

gboolean
patal_day_parse (const char *text, PatalDay *out, GError **error)
{
  const char *malformed = _ ("Write a date as DD.MM.YYYY, for example 20.12.2021");
  Reader reader;
  Parts parts;
  PatalDay day;

  if (!read_tokens (&reader, text, malformed, error))
    return FALSE;
  if (!read_parts (&reader, &parts) || reader.at->type != TOKEN_END || parts.year == NOT_SAID
      || parts.month == NOT_SAID || parts.day == NOT_SAID)
    return patal_value_fail (error, PATAL_VALUE_ERROR_MALFORMED, malformed);
  day = first_day (&parts);
  if (day == PATAL_DAY_NONE)
    return fail_no_such_day (error);
  *out = day;
  return TRUE;
}

gboolean
patal_span_parse (const char *text, PatalSpan *out, GError **error)
{
  Reader reader;
  Parts from, to;
  PatalSpan span;

  if (!read_tokens (&reader, text,
                    _ ("Write the days as DD.MM.YYYY to DD.MM.YYYY, for example 20.12.2021 to 05.01.2022"),
                    error))
    return FALSE;
  if (!read_parts (&reader, &from))
    return fail_malformed_span (error);
  to = from;
  if (reader.at->type == TOKEN_TO || is_sign (reader.at, "-"))
    {
      reader.at++;
      if (!read_parts (&reader, &to))
        return fail_malformed_span (error);
      complete (&from, &to);
    }
  if (reader.at->type != TOKEN_END || from.year == NOT_SAID || from.month == NOT_SAID || to.year == NOT_SAID
      || to.month == NOT_SAID)
    return fail_malformed_span (error);
  span = (PatalSpan){ first_day (&from), last_day (&to) };
  if (span.from == PATAL_DAY_NONE || span.to == PATAL_DAY_NONE)
    return fail_no_such_day (error);
  if (span.from > span.to)
    return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE, _ ("The last day lies before the first"));
  *out = span;
  return TRUE;
}

gboolean
patal_fy_parse (const char *text, int *out_fy, GError **error)
{
  const char *malformed = _ ("Write a financial year as 2021-22");
  Reader reader;
  const Token *t;
  int first;

  if (!read_tokens (&reader, text, malformed, error))
    return FALSE;
  t = reader.at;
  if (!(is_number (&t[0], 4, 4) || (is_number (&t[0], 2, 2) && is_number (&t[2], 2, 2)))
      || !is_sign (&t[1], "-/") || !(is_number (&t[2], 2, 2) || is_number (&t[2], 4, 4))
      || t[3].type != TOKEN_END)
    return patal_value_fail (error, PATAL_VALUE_ERROR_MALFORMED, malformed);
  first = full_year (&t[0]);
  if (first < 1 || t[2].value != (t[2].digits == 2 ? (first + 1) % 100 : first + 1))
    return patal_value_fail (error, PATAL_VALUE_ERROR_RANGE,
                 _ ("A financial year ends in the year after the one in which it begins"));
  *out_fy = first;
  return TRUE;
}
