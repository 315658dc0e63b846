/* patal-plan-search.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-search.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

struct _PatalPlanSearch
{
  AdwBin          parent_instance;
  GtkProgressBar *progress;
  PatalDocument  *document;
  PatalPlanDeed  *deed;        /* (nullable): found, not taken yet */
  GError         *error;
  GCancellable   *cancellable; /* (nullable): of the search under way */
};

G_DEFINE_FINAL_TYPE (PatalPlanSearch, patal_plan_search, ADW_TYPE_BIN)

enum { DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct
{
  PatalTraining training; /* with its id alone: one that is planned again */
  gboolean      again;
  guint64       steps;
  PatalLang     lang;
} Question;

static void
question_free (gpointer data)
{
  patal_training_clear (&((Question *) data)->training);
  g_free (data);
}

static gpointer
search_job (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  const Question *question = data;
  PatalPlanEffort effort = patal_plan_effort_of (question->steps);
  PatalDay today = patal_day_today ();

  if (question->again)
    return patal_plan_deed_find_again (db, question->training.id, &effort, today, question->lang, progress, error);
  return patal_plan_deed_find (db, &question->training, &effort, today, question->lang, progress, error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalPlanSearch) self = user_data;
  g_autoptr (GError) error = NULL;
  PatalPlanDeed *deed = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  g_clear_object (&self->cancellable);
  self->deed = deed;
  self->error = g_steal_pointer (&error);
  g_signal_emit (self, signals[DONE], 0);
}

/* Takes @question. */
static void
start (PatalPlanSearch *self, Question *question)
{
  g_return_if_fail (self->cancellable == NULL);

  g_clear_pointer (&self->deed, patal_plan_deed_free);
  g_clear_error (&self->error);
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  question->lang = patal_settings_lang ();
  patal_document_read_async (self->document, search_job, question, question_free, (GDestroyNotify) patal_plan_deed_free, self->cancellable,
                             found_cb, g_object_ref (self));
}

void
patal_plan_search_start (PatalPlanSearch *self, const PatalTraining *training, guint64 steps)
{
  Question *question = g_new0 (Question, 1);

  patal_training_copy (&question->training, training);
  question->steps = steps;
  start (self, question);
}

void
patal_plan_search_start_again (PatalPlanSearch *self, gint64 training, guint64 steps)
{
  Question *question = g_new0 (Question, 1);

  question->training.id = training;
  question->again = TRUE;
  question->steps = steps;
  start (self, question);
}

void
patal_plan_search_stop (PatalPlanSearch *self)
{
  g_cancellable_cancel (self->cancellable);
}

PatalPlanDeed *
patal_plan_search_take (PatalPlanSearch *self, GError **error)
{
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  return g_steal_pointer (&self->deed);
}

static void
progress_cb (PatalPlanSearch *self, double share)
{
  if (self->cancellable != NULL)
    gtk_progress_bar_set_fraction (self->progress, share);
}

GtkWidget *
patal_plan_search_new (PatalDocument *document)
{
  PatalPlanSearch *self = g_object_new (PATAL_TYPE_PLAN_SEARCH, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
patal_plan_search_dispose (GObject *object)
{
  PatalPlanSearch *self = PATAL_PLAN_SEARCH (object);

  g_cancellable_cancel (self->cancellable);
  adw_bin_set_child (ADW_BIN (object), NULL);
  g_clear_object (&self->document);
  g_clear_pointer (&self->deed, patal_plan_deed_free);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (patal_plan_search_parent_class)->dispose (object);
}

static void
patal_plan_search_class_init (PatalPlanSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_plan_search_dispose;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
patal_plan_search_init (PatalPlanSearch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *label = gtk_label_new (_("Looking for the best plan…"));

  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->progress), 360, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);
  gtk_widget_add_css_class (label, "title-4");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  adw_bin_set_child (ADW_BIN (self), box);
}
