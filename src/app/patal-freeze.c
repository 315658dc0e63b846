/* patal-freeze.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-freeze.h"
#include "patal-text-question.h"
#include <glib/gi18n.h>

typedef struct
{
  PatalDocument *document;
  PatalRecord    record;
  char          *name;
  char          *reason; /* NULL: freeze */
} Errand;

static Errand *
errand_new (PatalDocument *document, const PatalRecord *record, const char *name)
{
  Errand *errand = g_new0 (Errand, 1);

  *errand = (Errand) { .document = g_object_ref (document), .record = *record, .name = g_strdup (name) };
  return errand;
}

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->document);
  g_free (errand->name);
  g_free (errand->reason);
  g_free (errand);
}

/* The document is only held here, never called: this runs in the worker. */
static gpointer
freeze_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Errand *errand = data;

  if (errand->reason == NULL)
    return GINT_TO_POINTER (patal_db_freeze (db, &errand->record, PATAL_LABEL (N_("Froze {1}"), errand->name), error));
  return GINT_TO_POINTER (patal_db_unfreeze (db, &errand->record, PATAL_LABEL (N_("Unfroze {1}"), errand->name),
                                             errand->reason, error));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Errand *errand = user_data;
  g_autoptr (GError) error = NULL;

  if (patal_document_run_finish (PATAL_DOCUMENT (source), result, &error) == NULL)
    patal_document_complain (PATAL_DOCUMENT (source), error);
  errand_free (errand);
}

void
patal_freeze_record (PatalDocument *document, const PatalRecord *record, const char *name)
{
  Errand *errand = errand_new (document, record, name);

  patal_document_write_async (document, freeze_job, errand, NULL, NULL, NULL, done_cb, errand);
}

static void
reason_said_cb (gpointer user_data, const char *reason)
{
  Errand *errand = user_data;

  if (reason == NULL)
    {
      errand_free (errand);
      return;
    }
  errand->reason = g_strdup (reason);
  patal_document_write_async (errand->document, freeze_job, errand, NULL, NULL, NULL, done_cb, errand);
}

void
patal_unfreeze_record (GtkWidget *asked_from, PatalDocument *document, const PatalRecord *record, const char *name, const char *shown)
{
  g_autofree char *heading = g_strdup_printf (_("Unfreeze %s?"), shown);

  patal_text_question_ask (asked_from, &(PatalTextQuestion) { .heading = heading, .body = _("The reason is kept in the change history."),
                                                              .label = _("_Reason"), .yes = _("_Unfreeze"), .needed = TRUE },
                           reason_said_cb, errand_new (document, record, name));
}
