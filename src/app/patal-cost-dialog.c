/* patal-cost-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-cost-dialog.h"
#include "patal-form-dialog.h"
#include "patal-money.h"
#include "patal-training-rules.h"
#include <glib/gi18n.h>

typedef struct
{
  PatalBatchCost cost;      /* its strings are the form's */
  char          *no, *shown; /* for the journal: the batch, and the amount */
  GtkDropDown   *head;
  PatalField    *amount, *voucher, *day, *remark;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free (form->cost.voucher);
  g_free (form->cost.remark);
  g_free (form->no);
  g_free (form->shown);
  g_free (form);
}

static gboolean
read_day (Form *form, GError **error)
{
  g_autofree char *typed = patal_field_get_value (form->day);

  form->cost.day = PATAL_DAY_NONE;
  return typed == NULL || patal_day_parse (typed, &form->cost.day, error);
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  PatalBatchCost *cost = &form->cost;

  g_free (cost->voucher);
  g_free (cost->remark);
  cost->voucher = patal_field_get_value (form->voucher);
  cost->remark = patal_field_get_value (form->remark);
  cost->head = (PatalCostHead) gtk_drop_down_get_selected (form->head);
  *field = "amount";
  if (!patal_money_parse (patal_field_get_text (form->amount), &cost->paise, error))
    return FALSE;
  if (cost->paise <= 0)
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_AMOUNT), error);
  *field = "day";
  if (!read_day (form, error))
    return FALSE;
  g_free (form->shown);
  form->shown = patal_money_format (cost->paise, PATAL_MONEY_RUPEES);
  return TRUE;
}

static gboolean
write_cost (PatalDb *db, gpointer data, GError **error)
{
  return patal_batch_cost_put (db, &((Form *) data)->cost, error);
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Form *form = data;
  const PatalLabel *label = PATAL_LABEL (N_("Entered a cost of batch {1}: Rs {2}"), form->no, form->shown);

  return GINT_TO_POINTER (patal_db_edit (db, label, write_cost, form, error));
}

static gboolean
remove_cost (PatalDb *db, gpointer data, GError **error)
{
  return patal_batch_cost_remove (db, ((Form *) data)->cost.id, error);
}

static gpointer
remove_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Form *form = data;
  const PatalLabel *label = PATAL_LABEL (N_("Removed a cost of batch {1}: Rs {2}"), form->no, form->shown);

  return GINT_TO_POINTER (patal_db_edit (db, label, remove_cost, form, error));
}

static const PatalFormKind cost_kind = { .read = read_form, .write = write_job, .remove = remove_job };

static void
add_fields (PatalFormDialog *dialog, Form *form)
{
  const char *names[PATAL_N_COST_HEADS + 1] = { NULL };

  for (guint head = 0; head < PATAL_N_COST_HEADS; head++)
    names[head] = _(patal_cost_head_title ((PatalCostHead) head));
  patal_form_dialog_begin_pair (dialog);
  form->head = patal_form_dialog_add_choice (dialog, "head", _("_Head"), names);
  form->amount = patal_form_dialog_add_field (dialog, "amount", _("_Amount (Rs)"));
  patal_form_dialog_begin_pair (dialog);
  form->voucher = patal_form_dialog_add_text (dialog, "voucher", _("_Voucher number"));
  form->day = patal_form_dialog_add_field (dialog, "day", _("_Date of the voucher"));
  g_object_set (form->day, "hint", _("DD.MM.YYYY"), NULL);
  form->remark = patal_form_dialog_add_text (dialog, "remark", _("_Note"));
}

static void
fill (PatalFormDialog *dialog, Form *form, const PatalBatchCost *cost)
{
  g_autofree char *day = cost->day != PATAL_DAY_NONE ? patal_day_format (cost->day) : NULL;

  form->cost.id = cost->id;
  form->shown = patal_money_format (cost->paise, PATAL_MONEY_RUPEES);
  gtk_drop_down_set_selected (form->head, cost->head);
  patal_field_set_text (form->amount, form->shown);
  patal_field_set_text (form->voucher, cost->voucher);
  patal_field_set_text (form->day, day);
  patal_field_set_text (form->remark, cost->remark);
  patal_form_dialog_offer_remove (dialog, _("Remove This Cost"));
}

void
patal_cost_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalBatch *batch, const PatalBatchCost *cost)
{
  Form *form = g_new0 (Form, 1);
  PatalFormDialog *dialog = patal_form_dialog_new (asked_from, document, cost != NULL ? _("Cost") : _("New Cost"), &cost_kind, form, form_free);

  form->cost = (PatalBatchCost) { .batch = batch->id, .day = PATAL_DAY_NONE };
  form->no = g_strdup_printf ("%d", batch->no);
  add_fields (dialog, form);
  if (cost != NULL)
    fill (dialog, form, cost);
  patal_form_dialog_present (dialog);
}
