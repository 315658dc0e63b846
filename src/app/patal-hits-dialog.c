/* patal-hits-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-hits-dialog.h"
#include "patal-batch-hits.h"
#include "patal-replan-window.h"
#include "patal-settings.h"
#include "patal-training-cluster.h"
#include "patal-unit.h"
#include <adwaita.h>
#include <glib/gi18n.h>

#define MOST_SAID 6

typedef struct
{
  PatalMarkKind kind;
  gint64        id;
  PatalLang     lang;
} Question;

typedef struct
{
  guint    n;
  gint64   training; /* of the first of them */
  GString *words;    /* a line for each, as far as they are said */
} Hits;

static void
hits_free (gpointer data)
{
  Hits *hits = data;

  g_string_free (hits->words, TRUE);
  g_free (hits);
}

static gboolean
add_batch (Hits *hits, PatalDb *db, gint64 id, PatalLang lang, GError **error)
{
  g_auto (PatalBatch) batch = { 0 };
  g_auto (PatalTrainingCluster) cluster = { 0 };
  g_autofree char *place = NULL, *span = NULL;

  if (!patal_batch_load (db, id, &batch, error) || !patal_training_cluster_load (db, batch.cluster, &cluster, error))
    return FALSE;
  if (hits->training == 0)
    hits->training = cluster.training;
  place = patal_unit_name (db, cluster.unit, lang);
  span = patal_span_format (patal_batch_span (&batch), lang);
  /* Translators: one batch in a list: its number, its block, its days, and what became of it (planned, published) */
  g_string_append_printf (hits->words, _("Batch %d · %s · %s · %s"), batch.no, place, span, _(patal_batch_status_title (batch.status)));
  g_string_append_c (hits->words, '\n');
  return TRUE;
}

static gpointer
look_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Question *question = data;
  g_autoptr (GError) failed = NULL;
  g_autoptr (GArray) ids = NULL;
  PatalBatchHit hit;
  Hits *hits = g_new0 (Hits, 1);

  hits->words = g_string_new (NULL);
  if (patal_batch_hit_of (db, question->kind, question->id, &hit, &failed))
    ids = patal_batch_hits (db, &hit, patal_day_today (), &failed);
  for (guint i = 0; ids != NULL && failed == NULL && i < MIN (ids->len, MOST_SAID); i++)
    add_batch (hits, db, g_array_index (ids, gint64, i), question->lang, &failed);
  hits->n = ids != NULL ? ids->len : 0;
  if (failed == NULL)
    return hits;
  g_propagate_error (error, g_steal_pointer (&failed));
  hits_free (hits);
  return NULL;
}

/* ---- in the window ---- */

typedef struct
{
  GtkWidget     *asked_from;
  PatalDocument *document;
  gint64         training;
} Asking;

static void
asking_free (gpointer data, G_GNUC_UNUSED GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->asked_from);
  g_object_unref (asking->document);
  g_free (asking);
}

static void
answered_cb (G_GNUC_UNUSED AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Asking *asking = user_data;

  if (g_str_equal (response, "replan") && gtk_widget_get_root (asking->asked_from) != NULL)
    patal_replan_window_show (asking->asked_from, asking->document, asking->training);
}

static void
ask (Asking *asking, const Hits *hits)
{
  g_autofree char *number = patal_number_group (hits->n);
  g_autofree char *heading = g_strdup_printf (ngettext ("%s Batch Falls on These Days", "%s Batches Fall on These Days", hits->n), number);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (asking->asked_from)), heading, NULL);

  if (hits->n > MOST_SAID)
    {
      g_autofree char *more = patal_number_group (hits->n - MOST_SAID);

      g_string_append_printf (hits->words, ngettext ("and %s more\n", "and %s more\n", hits->n - MOST_SAID), more);
    }
  g_string_append_c (hits->words, '\n');
  g_string_append (hits->words, _("Re-planning finds other days for them and moves as few batches as can be. Until then they stay where they are."));
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), hits->words->str);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "later", _("_Leave Them"), "replan", _("_Re-plan…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replan", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "replan");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), asking, asking_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asking *asking = user_data;
  g_autoptr (GError) error = NULL;
  Hits *hits = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (hits == NULL)
    patal_document_complain (asking->document, error);
  if (hits != NULL && hits->n > 0 && gtk_widget_get_root (asking->asked_from) != NULL)
    {
      asking->training = hits->training;
      ask (asking, hits);
    }
  else
    asking_free (asking, NULL);
  g_clear_pointer (&hits, hits_free);
}

void
patal_hits_dialog_look (GtkWidget *asked_from, PatalDocument *document, PatalMarkKind kind, gint64 id)
{
  Question *question = g_new (Question, 1);
  Asking *asking = g_new0 (Asking, 1);

  *question = (Question) { kind, id, patal_settings_lang () };
  *asking = (Asking) { g_object_ref (asked_from), g_object_ref (document), 0 };
  patal_document_read_async (document, look_job, question, g_free, hits_free, NULL, looked_cb, asking);
}
