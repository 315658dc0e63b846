/* patal-training-copy-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-copy-dialog.h"
#include "patal-form-dialog.h"
#include "patal-replan-window.h"
#include "patal-training-copy.h"
#include <glib/gi18n.h>

#define YEARS_OFFERED 3

typedef struct
{
  gint64             training;
  int                fy, to; /* @to: into which */
  char              *name;
  GtkDropDown       *year;
  PatalTrainingCopy  copy;
} Form;

static void
form_free (gpointer data)
{
  g_free (((Form *) data)->name);
  g_free (data);
}

static gboolean
read_form (G_GNUC_UNUSED PatalFormDialog *dialog, gpointer data, G_GNUC_UNUSED const char **field, G_GNUC_UNUSED GError **error)
{
  Form *form = data;

  form->to = form->fy + 1 + (int) gtk_drop_down_get_selected (form->year);
  return TRUE;
}

typedef struct
{
  Form                *form;
  const PatalProgress *progress;
} Copying;

static gboolean
copy (PatalDb *db, gpointer data, GError **error)
{
  const Copying *copying = data;
  Form *form = copying->form;

  return patal_training_copy_year (db, form->training, form->to, patal_day_today (), copying->progress, &form->copy, error);
}

static gpointer
write_job (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  Form *form = data;
  Copying copying = { form, progress };
  g_autofree char *year = patal_fy_label (form->to);

  return GINT_TO_POINTER (patal_db_edit (db, PATAL_LABEL (N_("Copied {1} into {2}"), form->name, year), copy, &copying, error));
}

/* ---- what came of it ---- */

typedef struct
{
  GtkWidget     *asked_from;
  PatalDocument *document;
  gint64         training;
} Told;

static void
told_free (gpointer data, G_GNUC_UNUSED GClosure *closure)
{
  Told *told = data;

  g_object_unref (told->asked_from);
  g_object_unref (told->document);
  g_free (told);
}

static void
answered_cb (G_GNUC_UNUSED AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Told *told = user_data;

  if (g_str_equal (response, "replan") && gtk_widget_get_root (told->asked_from) != NULL)
    patal_replan_window_show (told->asked_from, told->document, told->training);
}

static void
written (GtkWidget *asked_from, PatalDocument *document, gpointer data)
{
  const Form *form = data;
  const PatalTrainingCopy *made = &form->copy;
  g_autofree char *year = patal_fy_label (form->to);
  g_autofree char *heading = g_strdup_printf (_("Copied into %s"), year);
  g_autoptr (GString) words = g_string_new (NULL);
  AdwMessageDialog *dialog;
  Told *told;

  g_string_append_printf (words, ngettext ("%u batch copied: %u have a day, of these %u on the same date as before.",
                                           "%u batches copied: %u have a day, of these %u on the same date as before.", made->batches),
                          made->batches, made->dated, made->same);
  if (made->dated < made->batches)
    g_string_append_printf (words, "\n\n%s", _("For the others there was no day near theirs that breaks no rule. Re-planning looks further."));
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (asked_from)), heading, words->str));
  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  adw_message_dialog_set_close_response (dialog, "close");
  if (made->dated < made->batches)
    {
      adw_message_dialog_add_response (dialog, "replan", _("_Re-plan…"));
      adw_message_dialog_set_response_appearance (dialog, "replan", ADW_RESPONSE_SUGGESTED);
    }
  told = g_new (Told, 1);
  *told = (Told) { g_object_ref (asked_from), g_object_ref (document), made->training };
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), told, told_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const PatalFormKind copy_kind = { .read = read_form, .write = write_job, .written = written };

void
patal_training_copy_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalTraining *training, const char *name)
{
  Form *form = g_new0 (Form, 1);
  PatalFormDialog *dialog = patal_form_dialog_new (asked_from, document, _("Copy into Another Year"), &copy_kind, form, form_free);
  GtkWidget *words = gtk_label_new (_("Clusters, venues and trainers as they were; batches on the same dates, or where holidays, blackouts or other"
                                      " batches forbid that on the nearest days. Called is whoever holds the posts and is not trained yet."));
  char *years[YEARS_OFFERED + 1] = { NULL };

  form->training = training->id;
  form->fy = training->fy;
  form->name = g_strdup (name);
  for (int i = 0; i < YEARS_OFFERED; i++)
    years[i] = patal_fy_label (training->fy + 1 + i);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  patal_form_dialog_add_widget (dialog, words);
  form->year = patal_form_dialog_add_choice (dialog, "year", _("Into the financial _year"), (const char *const *) years);
  gtk_drop_down_set_selected (form->year, (guint) CLAMP (patal_fy_of (patal_day_today ()) - training->fy - 1, 0, YEARS_OFFERED - 1));
  for (int i = 0; i < YEARS_OFFERED; i++)
    g_free (years[i]);
  patal_form_dialog_present (dialog);
}
