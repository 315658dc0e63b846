/* patal-money.h: sums of money, in whole paise
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-number.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_MONEY_RUPEES, /* "12,34,567", with paise only where there are any: "12,34,567.50" */
  PATAL_MONEY_LAKH,   /* two decimals: "12.35" */
  PATAL_MONEY_CRORE,  /* two decimals: "0.12" */
} PatalMoneyUnit;

#define PATAL_MONEY_MAX_PAISE G_GINT64_CONSTANT (9999999999999) /* 99,99,99,99,999.99 rupees */

/* (transfer full): @paise in @unit, rounded half away from zero, without a sign of currency. */
char *patal_money_format (gint64 paise, PatalMoneyUnit unit);

/* (transfer full): the unit line of a table, "(राशि लाख रु. में)" / "(amounts in lakh Rs)". */
char *patal_money_unit_line (PatalMoneyUnit unit, PatalLang lang);

/* (transfer full): figures and words, as a sanction order has them:
 * "रु. 12,34,567/- (रुपये बारह लाख चौंतीस हजार पाँच सौ सड़सठ मात्र)",
 * "Rs 12,34,567/- (Rupees twelve lakh … only)". Paise, where there are any, are said too. */
char *patal_money_order (gint64 paise, PatalLang lang);

/* Reads "12,34,567/-", "₹ 1.5 लाख", "Rs. 2 crore", "१२३४", "रु. 500.50 मात्र"; paise beyond the second decimal are
 * refused. Beyond ±PATAL_MONEY_MAX_PAISE: RANGE. On FALSE @out_paise is untouched and @error in PATAL_VALUE_ERROR. */
gboolean patal_money_parse (const char *text, gint64 *out_paise, GError **error);

G_END_DECLS
