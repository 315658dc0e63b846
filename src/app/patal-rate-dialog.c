/* patal-rate-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-rate-dialog.h"
#include "patal-form-dialog.h"
#include "patal-money.h"
#include <glib/gi18n.h>

typedef struct
{
  PatalWageRate rate;    /* its strings are the form's */
  GPtrArray    *schemes; /* (element-type PatalScheme) */
  char         *shown;   /* the amount, for the journal */
  GtkDropDown  *scheme;
  PatalField   *from, *amount, *order_no, *source;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_free (form->rate.state_code);
  g_free (form->rate.source);
  g_free (form->rate.order_no);
  g_clear_pointer (&form->schemes, g_ptr_array_unref);
  g_free (form->shown);
  g_free (form);
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  PatalWageRate *rate = &form->rate;
  guint chosen = gtk_drop_down_get_selected (form->scheme);

  g_free (rate->order_no);
  g_free (rate->source);
  rate->order_no = patal_field_get_value (form->order_no);
  rate->source = patal_field_get_value (form->source);
  rate->verified = rate->order_no != NULL;
  rate->scheme = chosen < form->schemes->len ? ((PatalScheme *) g_ptr_array_index (form->schemes, chosen))->id : 0;
  *field = "from";
  if (!patal_day_parse (patal_field_get_text (form->from), &rate->from, error))
    return FALSE;
  *field = "amount";
  if (!patal_money_parse (patal_field_get_text (form->amount), &rate->paise, error))
    return FALSE;
  if (rate->paise <= 0)
    {
      g_set_error_literal (error, PATAL_SCHEME_ERROR, PATAL_SCHEME_ERROR_RATE, _("A day's wage is more than 0"));
      return FALSE;
    }
  g_free (form->shown);
  form->shown = patal_money_format (rate->paise, PATAL_MONEY_RUPEES);
  return TRUE;
}

static gboolean
write_rate (PatalDb *db, gpointer data, GError **error)
{
  return patal_wage_rate_put (db, &((Form *) data)->rate, error);
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Form *form = data;
  g_autofree char *day = patal_day_format (form->rate.from);

  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Wage rate {1} from {2}"), form->shown, day), write_rate, data, error));
}

static const PatalFormKind rate_kind = { .read = read_form, .write = write_job };

static void
add_fields (PatalFormDialog *dialog, Form *form)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < form->schemes->len; i++)
    g_strv_builder_add (builder, ((PatalScheme *) g_ptr_array_index (form->schemes, i))->code);
  names = g_strv_builder_end (builder);
  form->scheme = patal_form_dialog_add_choice (dialog, "scheme", _("S_cheme"), (const char *const *) names);
  patal_form_dialog_begin_pair (dialog);
  form->from = patal_form_dialog_add_field (dialog, "from", _("Valid _from"));
  form->amount = patal_form_dialog_add_field (dialog, "amount", _("_Rupees per day"));
  form->order_no = patal_form_dialog_add_text (dialog, "order_no", _("Order _number (without it: unverified)"));
  form->source = patal_form_dialog_add_text (dialog, "source", _("S_ource"));
}

static void
fill (Form *form, const PatalWageRate *rate)
{
  g_autofree char *day = patal_day_format (rate->from), *amount = patal_money_format (rate->paise, PATAL_MONEY_RUPEES);

  for (guint i = 0; i < form->schemes->len; i++)
    if (((PatalScheme *) g_ptr_array_index (form->schemes, i))->id == rate->scheme)
      gtk_drop_down_set_selected (form->scheme, i);
  patal_field_set_text (form->from, day);
  patal_field_set_text (form->amount, amount);
  patal_field_set_text (form->order_no, rate->order_no);
  patal_field_set_text (form->source, rate->source);
}

void
patal_rate_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalWageRate *rate, const char *state_code)
{
  Form *form = g_new0 (Form, 1);
  g_autoptr (GError) error = NULL;
  PatalFormDialog *dialog;

  form->schemes = patal_scheme_list (patal_document_reader (document), &error);
  if (form->schemes == NULL)
    {
      patal_document_complain (document, error);
      form_free (form);
      return;
    }
  form->rate.id = rate != NULL ? rate->id : 0;
  form->rate.state_code = g_strdup (rate != NULL ? rate->state_code : state_code);
  dialog = patal_form_dialog_new (asked_from, document, rate != NULL ? _("Wage Rate") : _("New Wage Rate"), &rate_kind, form, form_free);
  add_fields (dialog, form);
  if (rate != NULL)
    fill (form, rate);
  patal_form_dialog_present (dialog);
}
