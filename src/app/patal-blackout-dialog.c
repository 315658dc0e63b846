/* patal-blackout-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-blackout-dialog.h"
#include "patal-blackout.h"
#include "patal-form-dialog.h"
#include "patal-hits-dialog.h"
#include "patal-settings.h"
#include "patal-unit.h"
#include <glib/gi18n.h>

typedef struct
{
  PatalBlackout       blackout;
  char               *unit_name; /* for the journal */
  PatalDocument      *document;  /* borrowed from the dialog; main thread only */
  PatalRecordChooser *unit;
  PatalField         *from, *to, *remark;
  GtkDropDown        *reason, *hard;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  patal_blackout_clear (&form->blackout);
  g_free (form->unit_name);
  g_free (form);
}

static gboolean
read_day (PatalField *from, const char *id, PatalDay *out, const char **field, GError **error)
{
  g_autofree char *typed = patal_field_get_value (from);

  *out = PATAL_DAY_NONE;
  if (typed == NULL || patal_day_parse (typed, out, error))
    return TRUE;
  *field = id;
  return FALSE;
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, const char **field, GError **error)
{
  Form *form = data;
  PatalBlackout *blackout = &form->blackout;

  blackout->unit = patal_record_chooser_get_record (form->unit);
  blackout->reason = gtk_drop_down_get_selected (form->reason);
  blackout->hard = gtk_drop_down_get_selected (form->hard) == 0;
  g_free (blackout->remark);
  blackout->remark = patal_field_get_value (form->remark);
  if (!read_day (form->from, "from", &blackout->span.from, field, error)
      || !read_day (form->to, "to", &blackout->span.to, field, error) || !patal_blackout_check (blackout, field, error))
    return FALSE;
  g_free (form->unit_name);
  form->unit_name = patal_unit_name (patal_document_reader (form->document), blackout->unit, PATAL_LANG_HI);
  return TRUE;
}

static gboolean
write_blackout (PatalDb *db, gpointer data, GError **error)
{
  PatalBlackout *blackout = &((Form *) data)->blackout;

  return blackout->id == 0 ? patal_blackout_insert (db, blackout, error) : patal_blackout_update (db, blackout, error);
}

static gboolean
remove_blackout (PatalDb *db, gpointer data, GError **error)
{
  return patal_blackout_remove (db, ((Form *) data)->blackout.id, error);
}

static gpointer
write_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Form *form = data;
  const PatalLabel *label = form->blackout.id == 0 ? PATAL_LABEL (N_("Added a blackout of {1}"), form->unit_name)
                                                   : PATAL_LABEL (N_("Corrected a blackout of {1}"), form->unit_name);

  return GINT_TO_POINTER (patal_db_edit (db, label, write_blackout, data, error));
}

static gpointer
remove_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const PatalLabel *label = PATAL_LABEL (N_("Removed a blackout of {1}"), ((Form *) data)->unit_name);

  return GINT_TO_POINTER (patal_db_edit (db, label, remove_blackout, data, error));
}

static void
written (GtkWidget *asked_from, PatalDocument *document, gpointer data)
{
  patal_hits_dialog_look (asked_from, document, PATAL_MARK_BLACKOUT, ((Form *) data)->blackout.id);
}

static const PatalFormKind blackout_kind = { read_form, write_job, remove_job, written };

static void
add_fields (PatalFormDialog *dialog, Form *form)
{
  const char *reasons[PATAL_N_BLACKOUT_REASONS + 1] = { NULL };
  const char *hard[] = { _("No training at all"), _("Only a warning"), NULL };

  for (guint i = 0; i < PATAL_N_BLACKOUT_REASONS; i++)
    reasons[i] = _(patal_blackout_reason_title (i));
  form->unit = patal_form_dialog_add_chooser (dialog, "unit", _("_Place, and all that lies in it"), "unit");
  patal_form_dialog_begin_pair (dialog);
  form->from = patal_form_dialog_add_field (dialog, "from", _("_From"));
  form->to = patal_form_dialog_add_field (dialog, "to", _("_Until"));
  patal_form_dialog_begin_pair (dialog);
  form->reason = patal_form_dialog_add_choice (dialog, "reason", _("_Reason"), reasons);
  form->hard = patal_form_dialog_add_choice (dialog, "hard", _("_Effect"), hard);
  form->remark = patal_form_dialog_add_field (dialog, "remark", _("Re_mark"));
  g_object_set (form->from, "hint", _("DD.MM.YYYY"), NULL);
  g_object_set (form->to, "hint", _("DD.MM.YYYY"), NULL);
}

static void
show_day (PatalField *field, PatalDay day)
{
  g_autofree char *text = day != PATAL_DAY_NONE ? patal_day_format (day) : NULL;

  patal_field_set_text (field, text);
}

void
patal_blackout_dialog_show (GtkWidget *asked_from, PatalDocument *document, gint64 blackout, gint64 unit, PatalDay day)
{
  Form *form = g_new0 (Form, 1);
  g_autoptr (GError) error = NULL;
  PatalFormDialog *dialog;

  form->document = document;
  form->blackout = (PatalBlackout) { .unit = unit, .span = { day, day }, .hard = TRUE };
  if (blackout != 0 && !patal_blackout_load (patal_document_reader (document), blackout, &form->blackout, &error))
    {
      patal_document_complain (document, error);
      form_free (form);
      return;
    }
  form->unit_name = form->blackout.unit != 0
                      ? patal_unit_name (patal_document_reader (document), form->blackout.unit, PATAL_LANG_HI)
                      : NULL;
  dialog = patal_form_dialog_new (asked_from, document, blackout != 0 ? _("Blackout") : _("New Blackout"), &blackout_kind, form,
                                  form_free);
  add_fields (dialog, form);
  patal_record_chooser_set_record (form->unit, form->blackout.unit);
  show_day (form->from, form->blackout.span.from);
  show_day (form->to, form->blackout.span.to);
  patal_field_set_text (form->remark, form->blackout.remark);
  gtk_drop_down_set_selected (form->reason, form->blackout.reason);
  gtk_drop_down_set_selected (form->hard, form->blackout.hard ? 0 : 1);
  if (blackout != 0)
    patal_form_dialog_offer_remove (dialog, _("_Remove This Blackout"));
  patal_form_dialog_present (dialog);
}
