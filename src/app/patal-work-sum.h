/* patal-work-sum.h: what follows from the parts of a sum, said beside the fields in which it is typed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-field.h"
#include "patal-work.h"

G_BEGIN_DECLS

gint64 patal_work_sum (const PatalWorkMoney *money); /* what wage and material add up to; PATAL_WORK_UNKNOWN where one is not known */

/* Shows wage : material in @ratio; offers what they add up to by @offer where @total is not that, and warns there where it is something else. */
void   patal_work_sum_follow (GtkButton *offer, GtkLabel *ratio, PatalField *total, const PatalWorkMoney *money);

/* A button whose child is a label, and a label: with @sentence, or with NULL not there. */
void   patal_work_sum_show_offer (GtkButton *button, const char *sentence);
void   patal_work_sum_show_note  (GtkLabel *label, const char *sentence);

G_END_DECLS
