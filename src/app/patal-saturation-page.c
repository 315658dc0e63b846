/* patal-saturation-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-saturation-page.h"
#include "patal-drop-down.h"
#include "patal-left-list.h"
#include "patal-number.h"
#include "patal-plan-window.h"
#include "patal-saturation-blocks.h"
#include "patal-saturation-picture.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

struct _PatalSaturationPage
{
  AdwBin                 parent_instance;
  GtkLabel              *title, *counter;
  GtkDropDown           *courses;
  GtkButton             *picture, *mop_up;
  GtkFileChooserNative  *chooser;  /* (nullable): where the picture goes */
  GtkStack              *stack;
  PatalSaturationBlocks *blocks;
  PatalLeftList         *left;
  AdwStatusPage         *empty;
  GtkButton             *import_button;
  PatalDocument         *document;
  PatalSaturationScene  *scene;    /* (nullable) */
  gint64                 scope, training;
  gint64                 course;   /* chosen here; 0: that of the latest training */
  gboolean               filling;
  GCancellable          *cancellable;
};

G_DEFINE_FINAL_TYPE (PatalSaturationPage, patal_saturation_page, ADW_TYPE_BIN)

/* --- what is shown --- */

static void
show_courses (PatalSaturationPage *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; i < self->scene->courses->len; i++)
    {
      const PatalCourse *course = self->scene->courses->pdata[i];

      gtk_string_list_append (names, patal_course_name (course, patal_settings_lang ()));
      if (course->id == self->scene->query.course)
        chosen = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->courses, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->courses, chosen);
  self->filling = FALSE;
  g_object_unref (names);
  gtk_widget_set_visible (GTK_WIDGET (self->courses), self->scene->query.fy == 0 && self->scene->courses->len > 1);
}

/* "Saturation" where the course stands beside it to choose, else its name and year. */
static char *
title_of (PatalSaturationPage *self)
{
  const PatalSaturationScene *scene = self->scene;

  for (guint i = 0; scene->query.fy != 0 && i < scene->courses->len; i++)
    if (((const PatalCourse *) scene->courses->pdata[i])->id == scene->query.course)
      {
        g_autofree char *fy = patal_fy_label (scene->query.fy);

        return g_strdup_printf ("%s · %s", patal_course_name (scene->courses->pdata[i], patal_settings_lang ()), fy);
      }
  return g_strdup (_("Saturation"));
}

static void
show_head (PatalSaturationPage *self)
{
  const PatalSaturation *whole = &self->scene->whole;
  g_autofree char *title = title_of (self);
  g_autofree char *trained = patal_number_group (whole->trained), *eligible = patal_number_group (whole->eligible);
  /* Translators: how many gram panchayats of how many */
  g_autofree char *words = g_strdup_printf (_("%s of %s eligible gram panchayats are trained"), trained, eligible);

  gtk_label_set_text (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_label_set_text (self->counter, whole->units > 0 ? words : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->picture), whole->units > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->mop_up), whole->units > 0 && patal_document_writable (self->document));
  show_courses (self);
}

static void
show_empty (PatalSaturationPage *self)
{
  gboolean no_course = self->scene->courses->len == 0;

  adw_status_page_set_title (self->empty, no_course ? _("No Course Yet") : _("Nobody Is to Be Trained Here"));
  adw_status_page_set_description (self->empty, no_course ? _("Import courses with their session plans: who is trained is told course by course.")
                                                          : _("No place here has a post for which this course is held. Import the places first."));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->import_button), "s", no_course ? "courses" : "units");
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_left (PatalSaturationPage *self)
{
  patal_left_list_set_scene (self->left, self->scene, patal_saturation_blocks_get_chosen (self->blocks));
}

static void
show_scene (PatalSaturationPage *self)
{
  show_head (self);
  patal_saturation_blocks_set_scene (self->blocks, self->scene, patal_saturation_blocks_get_chosen (self->blocks));
  show_left (self);
  if (self->scene->blocks->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "figures");
  else
    show_empty (self);
}

/* --- reading --- */

typedef struct { gint64 training, course, scope; PatalDay today; PatalLang lang; } Question;

static gpointer
scene_job (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  const Question *question = data;

  return patal_saturation_scene_new (db, question->training, question->course, question->scope, question->today, question->lang, progress, error);
}

static void
scene_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalSaturationPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalSaturationScene) scene = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);
  g_autoptr (PatalSaturationScene) before = NULL;

  if (scene == NULL)
    {
      patal_document_complain (PATAL_DOCUMENT (source), error);
      return;
    }
  if (self->document == NULL)
    return;
  before = self->scene; /* the list reads it until it has the new one */
  self->scene = g_steal_pointer (&scene);
  show_scene (self);
}

static void
load (PatalSaturationPage *self)
{
  Question *question = g_new (Question, 1);

  *question = (Question) { self->training, self->course, self->scope, patal_day_today (), patal_settings_lang () };
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  patal_document_read_async (self->document, scene_job, question, g_free, (GDestroyNotify) patal_saturation_scene_free, self->cancellable,
                             scene_read_cb, g_object_ref (self));
}

static void
changed_cb (PatalSaturationPage *self, GStrv tables)
{
  static const char *const shown[] = { "nomination", "batch", "cluster", "posting", "person", "post", "unit", "trainer", "training", "course" };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (patal_document_touches ((const char *const *) tables, shown[i]))
      {
        load (self);
        return;
      }
}

static void
course_cb (PatalSaturationPage *self)
{
  guint position = gtk_drop_down_get_selected (self->courses);

  if (self->filling || self->scene == NULL || position >= self->scene->courses->len)
    return;
  self->course = ((const PatalCourse *) self->scene->courses->pdata[position])->id;
  load (self);
}

/* --- a training for those who are left --- */

static void
training_free (gpointer data)
{
  patal_training_clear (data);
  g_free (data);
}

static gpointer
mop_up_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  PatalTraining *training = g_new0 (PatalTraining, 1);

  if (patal_saturation_mop_up (db, data, training, error))
    return training;
  training_free (training);
  return NULL;
}

static void
mop_up_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalSaturationPage) self = user_data;
  g_autoptr (GError) error = NULL;
  PatalTraining *training = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (training == NULL)
    {
      patal_document_complain (PATAL_DOCUMENT (source), error);
      return;
    }
  if (self->document != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    patal_plan_window_show (GTK_WIDGET (self), self->document, training);
  training_free (training);
}

/* For the block that is chosen, else for all that is shown. */
static void
mop_up_cb (PatalSaturationPage *self)
{
  PatalSaturationQuery query = self->scene->query;
  gint64 place = patal_saturation_blocks_get_chosen (self->blocks);

  if (place != 0)
    query.within = place;
  patal_document_read_async (self->document, mop_up_job, g_memdup2 (&query, sizeof query), g_free, training_free, NULL, mop_up_read_cb,
                             g_object_ref (self));
}

static void
picture_cb (PatalSaturationPage *self)
{
  g_clear_object (&self->chooser);
  self->chooser = patal_saturation_picture_save (GTK_WIDGET (self), self->document, &self->scene->query);
}

/* --- the object --- */

void
patal_saturation_page_set_scope (GtkWidget *page, gint64 scope, G_GNUC_UNUSED const char *name)
{
  PatalSaturationPage *self = PATAL_SATURATION_PAGE (page);

  if (self->scope == scope && self->cancellable != NULL)
    return;
  self->scope = scope;
  load (self);
}

void
patal_saturation_page_set_training (GtkWidget *page, gint64 training)
{
  PatalSaturationPage *self = PATAL_SATURATION_PAGE (page);

  if (self->training == training && self->cancellable != NULL)
    return;
  self->training = training;
  load (self);
}

GtkWidget *
patal_saturation_page_new (PatalDocument *document)
{
  PatalSaturationPage *self = g_object_new (PATAL_TYPE_SATURATION_PAGE, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
patal_saturation_page_dispose (GObject *object)
{
  PatalSaturationPage *self = PATAL_SATURATION_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);
  g_clear_object (&self->chooser);
  if (self->scene != NULL)
    patal_left_list_set_scene (self->left, NULL, 0);
  g_clear_pointer (&self->scene, patal_saturation_scene_free);
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (patal_saturation_page_parent_class)->dispose (object);
}

static void
patal_saturation_page_class_init (PatalSaturationPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = patal_saturation_page_dispose;
}

static GtkWidget *
words_new (PatalSaturationPage *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = GTK_LABEL (gtk_label_new (_("Saturation")));
  self->counter = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_label_set_xalign (self->counter, 0);
  gtk_label_set_ellipsize (self->counter, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->counter), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->counter), "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->counter));
  return words;
}

static GtkWidget *
head_new (PatalSaturationPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->courses = GTK_DROP_DOWN (gtk_drop_down_new_from_strings ((const char *[]) { NULL }));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->courses), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Course"), -1);
  patal_drop_down_set_name (self->courses, _("Course"));
  patal_drop_down_shorten (self->courses);
  gtk_widget_set_size_request (GTK_WIDGET (self->courses), 220, -1);
  gtk_widget_set_valign (GTK_WIDGET (self->courses), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->courses), FALSE);
  self->mop_up = GTK_BUTTON (gtk_button_new_with_label (_("Plan a Mop-Up…")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mop_up), _("Plan a training for those who are left, in the block that is chosen or in all"));
  gtk_widget_set_valign (GTK_WIDGET (self->mop_up), GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (GTK_WIDGET (self->mop_up), FALSE);
  self->picture = GTK_BUTTON (gtk_button_new_from_icon_name ("image-x-generic-symbolic"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->picture), _("Save as a picture, for a message on a telephone"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Save as a Picture"), -1);
  gtk_widget_set_valign (GTK_WIDGET (self->picture), GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (GTK_WIDGET (self->picture), FALSE);
  gtk_widget_add_css_class (head, "page-head");
  gtk_box_append (GTK_BOX (head), words_new (self));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->courses));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->picture));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->mop_up));
  g_signal_connect_object (self->courses, "notify::selected", G_CALLBACK (course_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picture, "clicked", G_CALLBACK (picture_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mop_up, "clicked", G_CALLBACK (mop_up_cb), self, G_CONNECT_SWAPPED);
  return head;
}

static GtkWidget *
figures_new (PatalSaturationPage *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);

  self->blocks = PATAL_SATURATION_BLOCKS (patal_saturation_blocks_new ());
  self->left = PATAL_LEFT_LIST (patal_left_list_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->blocks), -1, 120);
  gtk_widget_set_size_request (GTK_WIDGET (self->left), -1, 160);
  g_signal_connect_object (self->blocks, "chosen", G_CALLBACK (show_left), self, G_CONNECT_SWAPPED);
  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->blocks));
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->left));
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 312);
  return paned;
}

static GtkWidget *
empty_new (PatalSaturationPage *self)
{
  self->import_button = GTK_BUTTON (gtk_button_new_with_mnemonic (_("_Import a Table…")));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->import_button), "s", "units"); /* before the name, which wants one */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->import_button), "win.import-kind");
  gtk_widget_set_halign (GTK_WIDGET (self->import_button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->import_button), "pill");
  gtk_widget_add_css_class (GTK_WIDGET (self->import_button), "suggested-action");
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->empty, "emblem-ok-symbolic");
  adw_status_page_set_child (self->empty, GTK_WIDGET (self->import_button));
  return GTK_WIDGET (self->empty);
}

static void
patal_saturation_page_init (PatalSaturationPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, adw_bin_new (), "wait");
  gtk_stack_add_named (self->stack, figures_new (self), "figures");
  gtk_stack_add_named (self->stack, empty_new (self), "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), head_new (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}
