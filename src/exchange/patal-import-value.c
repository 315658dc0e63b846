/* patal-import-value.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-import-value.h"
#include "patal-day.h"
#include "patal-money.h"
#include "patal-number.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Most cells are plain ASCII without a space too many: for these the full cleaning would only make a copy. */
static gboolean
needs_no_cleaning (const char *cell)
{
  const char *at = cell;

  for (; *at > ' ' && *at < 0x7F; at += at[1] == ' ' && at[2] != ' ' && at[2] != '\0' ? 2 : 1)
    ;
  return *at == '\0';
}

static gboolean
is_among (const char *text, const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_ascii_strcasecmp (text, *words) == 0)
      return TRUE;
  return FALSE;
}

gboolean
patal_import_value_failed (const char *cell)
{
  static const char *const failures[]
      = { "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", NULL };

  return *cell == '#' && is_among (cell, failures);
}

/* A day cannot be zero; of figures that says something. */
static gboolean
stands_for_nothing (const char *text, PatalFieldKind kind)
{
  static const char *const zeros[] = { "0", "00", "शून्य", "zero", NULL };

  return patal_text_says_nothing (text) || (kind == PATAL_FIELD_DAY && is_among (text, zeros));
}

static char *
without_chars (const char *text, const char *chars)
{
  GString *out = g_string_sized_new (strlen (text));

  for (; *text != '\0'; text++)
    if (strchr (chars, *text) == NULL)
      g_string_append_c (out, *text);
  return g_string_free (out, FALSE);
}

/* Cuts ".0", ".00": what a spreadsheet leaves behind a whole number. */
static void
cut_zero_decimals (char *text)
{
  char *point = strrchr (text, '.');

  if (point != NULL && point > text && point[1] != '\0' && point[1 + strspn (point + 1, "0")] == '\0')
    *point = '\0';
}

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

static char *
read_code (const char *text, char **reason)
{
  const char *at = *text == '\'' ? text + 1 : g_str_has_prefix (text, "’") ? text + strlen ("’") : text;
  g_autofree char *code = without_chars (at, " ,");

  cut_zero_decimals (code);
  if (is_digits (code))
    return g_steal_pointer (&code);
  if (strpbrk (code, "eE") != NULL && code[strspn (code, "0123456789.eE+")] == '\0')
    *reason = g_strdup (_("A spreadsheet has shortened this code to a rounded number. Format the column as "
                           "text and enter the code anew."));
  else
    *reason = g_strdup (_("A code is made of digits only."));
  return NULL;
}

static char *
read_number (const char *text, char **reason)
{
  g_autofree char *whole = g_strdup (text);
  g_autoptr (GError) error = NULL;
  gint64 number;

  cut_zero_decimals (whole);
  if (patal_number_parse (whole, &number, &error))
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  *reason = g_strdup (error->message);
  return NULL;
}

/* "1,234" and "12,34,567.5" are grouped; "21,9556" has a decimal comma. */
static gboolean
commas_group (const char *text)
{
  const char *at = text + strspn (text, "0123456789");
  gboolean grouped = at > text && at - text <= 3;

  for (; *at == ',' && grouped; at += 1 + strspn (at + 1, "0123456789"))
    {
      gsize digits = strspn (at + 1, "0123456789");

      grouped = digits == 3 || (digits == 2 && at[3] == ',');
    }
  return grouped && (*at == '\0' || *at == '.');
}

static char *
read_real (const char *text, char **reason)
{
  g_autofree char *plain = without_chars (text, " ");
  g_auto (GStrv) parts = g_strsplit (plain, "−", -1); /* U+2212 */
  g_autofree char *number = g_strjoinv ("-", parts);
  gboolean negative = *number == '-';
  g_autofree char *unsigned_number = g_strdup (number + negative);
  const char *at;

  if (commas_group (unsigned_number))
    {
      char *ungrouped = without_chars (unsigned_number, ",");

      g_free (unsigned_number);
      unsigned_number = ungrouped;
    }
  else
    g_strdelimit (unsigned_number, ",", '.');

  at = unsigned_number + strspn (unsigned_number, "0123456789");
  at += *at == '.' ? 1 + strspn (at + 1, "0123456789") : 0;
  if (*at == '\0' && strpbrk (unsigned_number, "0123456789") != NULL)
    return g_strconcat (negative ? "-" : "", unsigned_number, NULL);
  *reason = g_strdup (_("This is not a number such as 21.9556."));
  return NULL;
}

/* A spreadsheet's date may drag a time of day behind it. */
static char *
read_day (const char *text, char **reason)
{
  g_autofree char *date = g_strdup (text);
  char *colon = strchr (date, ':');
  g_autoptr (GError) error = NULL;
  PatalDay day;

  if (colon != NULL)
    {
      while (colon > date && g_ascii_isdigit (colon[-1]))
        colon--;
      if (colon > date && (colon[-1] == ' ' || colon[-1] == 'T'))
        colon[-1] = '\0';
    }
  if (patal_day_parse (date, &day, &error))
    return patal_day_iso (day);
  *reason = g_strdup (error->message);
  return NULL;
}

static const char *
unit_word (gint64 rupees)
{
  switch (rupees)
    {
    case 1000:
      return " हजार";
    case 100000:
      return " लाख";
    case 10000000:
      return " करोड़";
    default:
      return "";
    }
}

/* What a spreadsheet has worked out has more decimals than paise: it shows the sum rounded, and so it is meant. */
static gboolean
round_to_paise (const char *text, gint64 rupees, gint64 *paise)
{
  g_autofree char *plain = without_chars (text, " ,");
  gsize digits = strspn (plain, "0123456789");
  double amount = g_ascii_strtod (plain, NULL) * (double) rupees * 100;

  if (digits == 0 || plain[digits] != '.' || plain[digits + 1 + strspn (plain + digits + 1, "0123456789")] != '\0'
      || amount > (double) PATAL_MONEY_MAX_PAISE)
    return FALSE;
  *paise = (gint64) llround (amount);
  return TRUE;
}

/* A figure that names its own unit, or ends with "/-" as whole rupees do, is not of the column's. */
static char *
read_money (const char *text, gint64 rupees, char **reason)
{
  g_autofree char *with_unit = rupees != 1 && strstr (text, "/-") == NULL ? g_strconcat (text, unit_word (rupees), NULL) : NULL;
  g_autoptr (GError) error = NULL;
  gint64 paise;

  if ((with_unit != NULL && patal_money_parse (with_unit, &paise, NULL)) || patal_money_parse (text, &paise, &error)
      || round_to_paise (text, rupees, &paise))
    return patal_money_format (paise, PATAL_MONEY_RUPEES);
  *reason = g_strdup (error->message);
  return NULL;
}

static char *
read_kind (const char *text, PatalFieldKind kind, gint64 rupees, char **reason)
{
  g_autofree char *ascii = patal_text_ascii_digits (text);

  switch (kind)
    {
    case PATAL_FIELD_CODE:
      return read_code (ascii, reason);
    case PATAL_FIELD_NUMBER:
      return read_number (ascii, reason);
    case PATAL_FIELD_REAL:
      return read_real (ascii, reason);
    case PATAL_FIELD_DAY:
      return read_day (ascii, reason);
    case PATAL_FIELD_MONEY:
      return read_money (ascii, rupees, reason);
    case PATAL_FIELD_TEXT:
    case PATAL_FIELD_NAME:
    default:
      return g_strdup (text);
    }
}

PatalCellFate
patal_import_value_read (const char *cell, PatalFieldKind kind, gint64 rupees, char **cleaned, char **reason)
{
  gboolean is_text = kind == PATAL_FIELD_TEXT || kind == PATAL_FIELD_NAME;
  gboolean clean_already = needs_no_cleaning (cell);
  g_autofree char *owned = NULL;
  const char *text = cell;

  if (*cell == '\0')
    return PATAL_CELL_EMPTY;
  if (!clean_already)
    text = owned = patal_text_clean (cell);
  if (text == NULL || (!is_text && stands_for_nothing (text, kind)))
    return PATAL_CELL_EMPTY;
  if (patal_import_value_failed (text))
    {
      *reason = g_strdup (_("The formula of this cell had failed in the spreadsheet."));
      return PATAL_CELL_REFUSED;
    }
  if (clean_already && (is_text || (kind == PATAL_FIELD_CODE && is_digits (text))))
    return PATAL_CELL_AS_IS;

  *cleaned = is_text ? g_strdup (text) : read_kind (text, kind, rupees, reason);
  if (*cleaned == NULL)
    return PATAL_CELL_REFUSED;
  if (strcmp (*cleaned, cell) != 0)
    return PATAL_CELL_CLEANED;
  g_clear_pointer (cleaned, g_free);
  return PATAL_CELL_AS_IS;
}
