/* patal-training-choice.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-choice.h"
#include "patal-drop-down.h"
#include "patal-settings.h"
#include "patal-training.h"
#include <glib/gi18n.h>

struct _PatalTrainingChoice
{
  AdwBin         parent_instance;
  GtkDropDown   *choice;
  PatalDocument *document;
  GCancellable  *cancellable;
  GArray        *ids;      /* gint64, of each position; the first is 0 */
  gint64         training; /* the one chosen */
  gboolean       filled;   /* once: what comes later is new */
  gboolean       filling;
};

G_DEFINE_FINAL_TYPE (PatalTrainingChoice, patal_training_choice, ADW_TYPE_BIN)

enum { PROP_0, PROP_TRAINING, N_PROPS };
static GParamSpec *props[N_PROPS];

static guint
position_of (const GArray *ids, gint64 training)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == training)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
choose (PatalTrainingChoice *self, gint64 training)
{
  if (training == self->training)
    return;
  self->training = training;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TRAINING]);
}

gint64
patal_training_choice_get_training (PatalTrainingChoice *self)
{
  return self->training;
}

void
patal_training_choice_set_training (PatalTrainingChoice *self, gint64 training)
{
  guint position = position_of (self->ids, training);

  if (position == GTK_INVALID_LIST_POSITION && !self->filled)
    choose (self, training); /* shown once the list has come */
  else
    gtk_drop_down_set_selected (self->choice, position == GTK_INVALID_LIST_POSITION ? 0 : position);
}

static void
selected_cb (PatalTrainingChoice *self)
{
  guint position = gtk_drop_down_get_selected (self->choice);

  if (!self->filling && position < self->ids->len)
    choose (self, g_array_index (self->ids, gint64, position));
}

/* "GGI … · 2026-27": the same course is held every year. */
static char *
name_of (const PatalTrainingSummary *summary)
{
  PatalLang lang = patal_settings_lang ();
  const char *name = summary->names[lang] != NULL ? summary->names[lang] : summary->names[1 - lang];
  g_autofree char *fy = patal_fy_label (summary->fy);

  return g_strdup_printf ("%s · %s", name, fy);
}

static void
fill (PatalTrainingChoice *self, const GPtrArray *trainings)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 all = 0, chosen = self->training;
  guint position;

  gtk_string_list_append (names, _("All trainings"));
  g_array_append_val (ids, all);
  for (guint i = 0; i < trainings->len; i++)
    {
      const PatalTrainingSummary *summary = g_ptr_array_index (trainings, i);

      gtk_string_list_take (names, name_of (summary));
      g_array_append_val (ids, summary->id);
      if (self->filled && position_of (self->ids, summary->id) == GTK_INVALID_LIST_POSITION)
        chosen = summary->id;
    }
  g_array_unref (self->ids);
  self->ids = g_steal_pointer (&ids);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  position = position_of (self->ids, chosen);
  gtk_drop_down_set_selected (self->choice, position == GTK_INVALID_LIST_POSITION ? 0 : position);
  self->filling = FALSE;
  self->filled = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), trainings->len > 0);
  choose (self, g_array_index (self->ids, gint64, gtk_drop_down_get_selected (self->choice)));
}

static gpointer
read_trainings (PatalDb *db, G_GNUC_UNUSED gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return patal_trainings (db, 0, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalTrainingChoice) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) trainings = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (trainings != NULL && self->document != NULL)
    fill (self, trainings);
  else if (error != NULL)
    patal_document_complain (PATAL_DOCUMENT (source), error);
}

static void
load (PatalTrainingChoice *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  patal_document_read_async (self->document, read_trainings, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, self->cancellable, read_cb,
                             g_object_ref (self));
}

static void
changed_cb (PatalTrainingChoice *self, GStrv tables)
{
  if (patal_document_touches ((const char *const *) tables, "training") || patal_document_touches ((const char *const *) tables, "course"))
    load (self);
}

void
patal_training_choice_set_document (PatalTrainingChoice *self, PatalDocument *document)
{
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
}

static void
patal_training_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TRAINING)
    g_value_set_int64 (value, PATAL_TRAINING_CHOICE (object)->training);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
patal_training_choice_dispose (GObject *object)
{
  PatalTrainingChoice *self = PATAL_TRAINING_CHOICE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (patal_training_choice_parent_class)->dispose (object);
}

static void
patal_training_choice_finalize (GObject *object)
{
  g_array_unref (PATAL_TRAINING_CHOICE (object)->ids);
  G_OBJECT_CLASS (patal_training_choice_parent_class)->finalize (object);
}

static void
patal_training_choice_class_init (PatalTrainingChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = patal_training_choice_get_property;
  object_class->dispose = patal_training_choice_dispose;
  object_class->finalize = patal_training_choice_finalize;
  props[PROP_TRAINING] = g_param_spec_int64 ("training", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
patal_training_choice_init (PatalTrainingChoice *self)
{
  gint64 all = 0;

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->ids, all);
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new_from_strings ((const char *[]) { _("All trainings"), NULL }));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Training"), -1);
  patal_drop_down_set_name (self->choice, _("Training"));
  patal_drop_down_shorten (self->choice);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE); /* with nothing to choose among */
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->choice));
}
