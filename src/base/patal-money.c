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
  return paise < 0 ? -(guint64) paise : (guint64) paise;
}

char *
patal_money_format (gint64 paise, PatalMoneyUnit unit)
{
  guint64 hundredth = (guint64) unit_paise[unit] / 100;
  guint64 hundredths = magnitude (paise) / hundredth + (magnitude (paise) % hundredth * 2 >= hundredth && hundredth > 1);
  g_autofree char *whole = patal_number_group ((gint64) (hundredths / 100));
  const char *sign = paise < 0 && hundredths > 0 ? MINUS_SIGN : "";

  if (unit == PATAL_MONEY_RUPEES && hundredths % 100 == 0)
    return g_strdup_printf ("%s%s", sign, whole);
  return g_strdup_printf ("%s%s.%02d", sign, whole, (int) (hundredths % 100));
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
  g_autofree char *rupees = patal_number_words ((gint64) (magnitude (paise) / 100), lang);
  g_autofree char *coins = patal_number_words ((gint64) (magnitude (paise) % 100), lang);
  gboolean has_coins = magnitude (paise) % 100 != 0;

  if (lang == PATAL_LANG_HI)
    return g_strdup_printf ("रु. %s/- (%sरुपये %s%s%s%s मात्र)", figures, paise < 0 ? "ऋण " : "", rupees, has_coins ? " " : "",
                            has_coins ? coins : "", has_coins ? " पैसे" : "");
  return g_strdup_printf ("Rs %s/- (%sRupees %s%s%s%s only)", figures, paise < 0 ? "minus " : "", rupees,
                          has_coins ? " and " : "", has_coins ? coins : "", has_coins ? " paise" : "");
}
