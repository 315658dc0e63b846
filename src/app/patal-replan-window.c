/* patal-replan-window.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-replan-window.h"
#include "patal-accessible.h"
#include "patal-batch.h"
#include "patal-choice.h"
#include "patal-field.h"
#include "patal-plan-search.h"
#include "patal-plan-summary.h"
#include <glib/gi18n.h>

struct _PatalReplanWindow
{
  AdwWindow        parent_instance;
  AdwWindowTitle  *heading;
  GtkButton       *back_button, *next_button;
  GtkInfoBar      *error_bar;
  GtkLabel        *error_label;
  GtkStack        *stack;
  PatalPlanSearch *search;
  GtkBox          *sentences, *why_box;
  GtkLabel        *stay_label;
  GtkListBox      *moves;
  PatalChoice     *reason;
  PatalField      *words;
  PatalDocument   *document;
  PatalPlanDeed   *deed;    /* (nullable); not ours while it is written */
  gboolean         writing, searching;
};

G_DEFINE_FINAL_TYPE (PatalReplanWindow, patal_replan_window, ADW_TYPE_WINDOW)

static void
show_error (PatalReplanWindow *self, const char *message)
{
  gtk_label_set_text (self->error_label, message != NULL ? message : "");
  gtk_info_bar_set_revealed (self->error_bar, message != NULL);
}

/* --- what moves --- */

static void
add_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

/* (transfer full) */
static char *
day_words (PatalDay day)
{
  return day != PATAL_DAY_NONE ? patal_day_format (day) : g_strdup (_("without a day"));
}

static void
add_move (PatalReplanWindow *self, const PatalPlanChange *change)
{
  const PatalTrainingPlan *plan = self->deed->plan;
  int n_modules = plan->problem->data.n_modules;
  const char *venue = patal_plan_ids_name (&self->deed->files->venues, plan->clusters->venue[change->index / n_modules]);
  const char *module = patal_plan_ids_name (&self->deed->files->modules, change->index % n_modules);
  g_autofree char *was = day_words (change->was), *now = day_words (change->now), *words = NULL, *title = NULL;
  g_auto (PatalBatch) batch = { 0 };
  GtkWidget *row = adw_action_row_new ();

  if (patal_batch_load (patal_document_reader (self->document), change->batch, &batch, NULL))
    title = g_strdup_printf (_("Batch %d · %s"), batch.no, venue);

  if (change->was == change->now) /* Translators: the first day of a batch */
    words = g_strdup_printf (_("%s, with other trainers"), now);
  else if (change->trainers) /* Translators: the first day of a batch before and after */
    words = g_strdup_printf (_("%s → %s, with other trainers"), was, now);
  else /* Translators: the first day of a batch before and after */
    words = g_strdup_printf (_("%s → %s"), was, now);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : venue);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), n_modules > 1 ? module : "");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (words));
  gtk_list_box_append (self->moves, row);
}

/* Whether people were told of one that moves: then it is asked why. */
static gboolean
were_told (PatalReplanWindow *self, const GArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      g_auto (PatalBatch) batch = { 0 };

      if (patal_batch_load (patal_document_reader (self->document), g_array_index (changes, PatalPlanChange, i).batch, &batch, NULL)
          && batch.status != PATAL_BATCH_PLANNED)
        return TRUE;
    }
  return FALSE;
}

static void
show_deed (PatalReplanWindow *self)
{
  const PatalPlanDeed *deed = self->deed;
  g_autoptr (GArray) changes = patal_training_plan_diff (deed->was, deed->plan);
  g_autoptr (GPtrArray) sentences = patal_plan_summary (deed->plan, deed->files, PATAL_PLAN_SUMMARY_WHOLE | PATAL_PLAN_SUMMARY_BINDS);
  guint stay = (guint) deed->plan->schedule->n - changes->len;
  g_autofree char *stay_words = g_strdup_printf (ngettext ("%u batch stays as it is.", "%u batches stay as they are.", stay), stay);
  g_autofree char *move_words = g_strdup_printf (ngettext ("_Move %u Batch", "_Move %u Batches", changes->len), changes->len);

  for (guint i = 0; i < changes->len; i++)
    add_move (self, &g_array_index (changes, PatalPlanChange, i));
  for (guint i = 0; i < sentences->len; i++)
    add_label (self->sentences, sentences->pdata[i], NULL);
  if (changes->len > 0)
    gtk_label_set_text (self->stay_label, stay_words);
  else if (patal_training_plan_dated (deed->plan) < (guint) deed->plan->schedule->n)
    gtk_label_set_text (self->stay_label, _("Nothing moves. Below stands what has no date, and what would help."));
  else
    gtk_label_set_text (self->stay_label, _("Nothing has to move: the plan fits the days, venues and trainers as they are now."));
  gtk_widget_set_visible (GTK_WIDGET (self->moves), changes->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->why_box), were_told (self, changes));
  gtk_button_set_label (self->next_button, move_words);
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), changes->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), patal_document_writable (self->document));
  gtk_button_set_label (self->back_button, changes->len > 0 ? _("_Cancel") : _("_Close"));
  patal_accessible_mend_mnemonic (GTK_WIDGET (self->next_button));
  patal_accessible_mend_mnemonic (GTK_WIDGET (self->back_button));
  adw_window_title_set_subtitle (self->heading, changes->len > 0 ? _("Nothing is written before you accept it") : "");
  gtk_stack_set_visible_child_name (self->stack, "moves");
}

static void
found_cb (PatalReplanWindow *self)
{
  g_autoptr (GError) error = NULL;
  PatalPlanDeed *deed = patal_plan_search_take (self->search, &error);

  self->searching = FALSE;
  if (self->document == NULL) /* the window is gone */
    {
      patal_plan_deed_free (deed);
      return;
    }
  self->deed = deed;
  if (deed != NULL)
    show_deed (self);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "moves");
      gtk_widget_set_visible (GTK_WIDGET (self->moves), FALSE);
      show_error (self, error->message);
    }
}

/* --- taking it --- */

typedef struct
{
  const PatalPlanDeed *deed; /* the window's, which waits */
  PatalChangeReason    reason;
  char                *words; /* (nullable) */
} Rebooking;

static void
rebooking_free (gpointer data)
{
  g_free (((Rebooking *) data)->words);
  g_free (data);
}

static gpointer
rebook_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Rebooking *rebooking = data;

  return patal_plan_deed_rebook (db, rebooking->deed, &(PatalChangeWhy) { rebooking->reason, rebooking->words }, patal_day_today (), error);
}

static void
rebooked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalReplanWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  self->writing = FALSE;
  if (done != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), TRUE);
  show_error (self, error->message);
}

static void
next_cb (PatalReplanWindow *self)
{
  Rebooking *rebooking;

  if (self->writing || self->deed == NULL)
    return;
  rebooking = g_new (Rebooking, 1);
  *rebooking = (Rebooking) { self->deed, patal_choice_get_selected (self->reason), patal_field_get_value (self->words) };
  self->writing = TRUE;
  show_error (self, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), FALSE);
  patal_document_write_async (self->document, rebook_job, rebooking, rebooking_free, g_free, NULL, rebooked_cb, g_object_ref (self));
}

static void
back_cb (PatalReplanWindow *self)
{
  if (self->searching)
    patal_plan_search_stop (self->search);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static gboolean
patal_replan_window_close_request (GtkWindow *window)
{
  return PATAL_REPLAN_WINDOW (window)->writing || GTK_WINDOW_CLASS (patal_replan_window_parent_class)->close_request (window);
}

/* --- the object --- */

static GtkWidget *
why_new (PatalReplanWindow *self)
{
  const char *titles[PATAL_N_CHANGE_REASONS + 1] = { NULL };
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (guint i = 0; i < PATAL_N_CHANGE_REASONS; i++)
    titles[i] = _(patal_change_reason_title (i));
  self->why_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->reason = PATAL_CHOICE (patal_choice_new (_("_Reason"), titles));
  patal_choice_set_selected (self->reason, PATAL_CHANGE_OTHER);
  self->words = PATAL_FIELD (patal_field_new (_("In _words")));
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  add_label (self->why_box, _("People have been told of some of these dates. Why do they change?"), NULL);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->reason));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->words));
  gtk_box_append (self->why_box, line);
  return GTK_WIDGET (self->why_box);
}

static GtkWidget *
moves_page_new (PatalReplanWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *clamp = adw_clamp_new (), *scroller = gtk_scrolled_window_new ();

  self->moves = GTK_LIST_BOX (gtk_list_box_new ());
  self->stay_label = GTK_LABEL (gtk_label_new (NULL));
  self->sentences = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_list_box_set_selection_mode (self->moves, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->moves), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->moves), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What moves"), -1);
  gtk_label_set_xalign (self->stay_label, 0);
  gtk_label_set_wrap (self->stay_label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->stay_label), "heading");
  gtk_box_append (GTK_BOX (box), why_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stay_label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->moves));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentences));
  gtk_widget_add_css_class (box, "plan-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  return scroller;
}

void
patal_replan_window_show (GtkWidget *asked_from, PatalDocument *document, gint64 training)
{
  GtkRoot *root = gtk_widget_get_root (asked_from);
  PatalReplanWindow *self = g_object_new (PATAL_TYPE_REPLAN_WINDOW, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);

  self->document = g_object_ref (document);
  self->search = PATAL_PLAN_SEARCH (patal_plan_search_new (document));
  g_signal_connect_object (self->search, "done", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->search), "search");
  gtk_stack_add_named (self->stack, moves_page_new (self), "moves");
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->why_box), FALSE);
  self->searching = TRUE;
  patal_plan_search_start_again (self->search, training, PATAL_PLAN_STEPS_USUAL);
  gtk_window_present (GTK_WINDOW (self));
}

static void
patal_replan_window_dispose (GObject *object)
{
  PatalReplanWindow *self = PATAL_REPLAN_WINDOW (object);

  if (self->search != NULL)
    patal_plan_search_stop (self->search);
  self->search = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_REPLAN_WINDOW);
  g_clear_object (&self->document);
  g_clear_pointer (&self->deed, patal_plan_deed_free);
  G_OBJECT_CLASS (patal_replan_window_parent_class)->dispose (object);
}

static void
patal_replan_window_class_init (PatalReplanWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_replan_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = patal_replan_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-replan-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalReplanWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, PatalReplanWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, PatalReplanWindow, next_button);
  gtk_widget_class_bind_template_child (widget_class, PatalReplanWindow, error_bar);
  gtk_widget_class_bind_template_child (widget_class, PatalReplanWindow, error_label);
  gtk_widget_class_bind_template_child (widget_class, PatalReplanWindow, stack);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
patal_replan_window_init (PatalReplanWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
