/* patal-work-sum.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-sum.h"
#include <glib/gi18n.h>

gint64
patal_work_sum (const PatalWorkMoney *money)
{
  return money->wage_paise != PATAL_WORK_UNKNOWN && money->material_paise != PATAL_WORK_UNKNOWN
             ? money->wage_paise + money->material_paise : PATAL_WORK_UNKNOWN;
}

void
patal_work_sum_show_offer (GtkButton *button, const char *sentence)
{
  GtkWidget *label = gtk_button_get_child (button);

  gtk_label_set_text (GTK_LABEL (label), sentence != NULL ? sentence : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence != NULL ? sentence : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (button), sentence != NULL);
}

void
patal_work_sum_show_note (GtkLabel *label, const char *sentence)
{
  gtk_label_set_text (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
}

/* "Wage : material = 60.2 : 39.8" */
static void
show_ratio (GtkLabel *label, const PatalWorkMoney *money)
{
  gint64 sum = patal_work_sum (money);
  g_autofree char *sentence = NULL;

  if (sum > 0)
    {
      int wage = (int) ((money->wage_paise * 1000 + sum / 2) / sum);

      /* Translators: the shares of wage and of material in per cent, such as 60.2 : 39.8 */
      sentence = g_strdup_printf (_("Wage : material = %d.%d : %d.%d"), wage / 10, wage % 10, (1000 - wage) / 10, (1000 - wage) % 10);
    }
  patal_work_sum_show_note (label, sentence);
}

void
patal_work_sum_follow (GtkButton *offer, GtkLabel *ratio, PatalField *total, const PatalWorkMoney *money)
{
  gint64 sum = patal_work_sum (money);
  g_autofree char *shown = sum != PATAL_WORK_UNKNOWN ? patal_money_format (sum, PATAL_MONEY_RUPEES) : NULL;
  g_autofree char *words = NULL, *warning = NULL;

  show_ratio (ratio, money);
  if (shown != NULL && sum != money->total_paise)
    /* Translators: %s is an amount: what wage and material add up to */
    words = g_strdup_printf (_("Take the sum: %s"), shown);
  if (words != NULL && money->total_paise != PATAL_WORK_UNKNOWN && !patal_field_has_error (total))
    {
      warning = g_strdup_printf (_("Wage and material add up to %s"), shown);
      patal_field_set_warning (total, warning);
    }
  patal_work_sum_show_offer (offer, words);
}
