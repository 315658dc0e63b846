/* patal-plan-window.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-window.h"
#include "patal-accessible.h"
#include "patal-choice.h"
#include "patal-limit-rows.h"
#include "patal-plan-preview.h"
#include "patal-plan-search.h"
#include "patal-plan-what.h"
#include "patal-plan-who.h"
#include <glib/gi18n.h>

typedef enum { WHAT, WHO, DAYS, SEARCH, PREVIEW, NOTHING, N_STEPS } Step;

static const char *const steps[N_STEPS] = { "what", "who", "days", "search", "preview", "nothing" };

struct _PatalPlanWindow
{
  AdwWindow         parent_instance;
  AdwWindowTitle   *heading;
  GtkButton        *back_button, *next_button;
  GtkInfoBar       *error_bar;
  GtkLabel         *error_label;
  GtkStack         *stack;
  PatalPlanWhat    *what;
  PatalPlanWho     *who;
  PatalSpanRows    *windows, *offs;
  PatalChoice      *effort;
  PatalPlanSearch  *search;
  PatalPlanPreview *preview;
  PatalDocument    *document;
  Step              step;
  PatalTraining     training;
  gint64            who_course, who_within; /* what the second step was filled for */
  PatalPlanDeed    *deed;                   /* (nullable); not ours while it is written */
  gboolean          writing;
};

G_DEFINE_FINAL_TYPE (PatalPlanWindow, patal_plan_window, ADW_TYPE_WINDOW)

static const struct { guint64 steps; const char *title; } efforts[] = {
  { PATAL_PLAN_STEPS_QUICK, N_("Quick: a first look") },
  { PATAL_PLAN_STEPS_USUAL, N_("Normal") },
  { PATAL_PLAN_STEPS_LONG, N_("Long: shorter ways, earlier done") },
};
#define USUAL_EFFORT 1

/* --- steps --- */

static void
show_error (PatalPlanWindow *self, const char *message)
{
  gtk_label_set_text (self->error_label, message != NULL ? message : "");
  gtk_info_bar_set_revealed (self->error_bar, message != NULL);
}

static gboolean
can_accept (const PatalPlanWindow *self)
{
  return self->deed != NULL && self->deed->plan->clusters->n > 0 && patal_document_writable (self->document);
}

static void
show_step (PatalPlanWindow *self, Step step)
{
  const char *subtitles[N_STEPS] = { _("Step 1 of 3: what and when"), _("Step 2 of 3: trainers and venues"), _("Step 3 of 3: days"),
                                     "", _("Nothing is written before you accept it"), "" };

  self->step = step;
  gtk_stack_set_visible_child_name (self->stack, steps[step]);
  adw_window_title_set_subtitle (self->heading, subtitles[step]);
  gtk_button_set_label (self->back_button, step == WHAT || step == SEARCH || step == NOTHING ? _("_Cancel") : _("_Back"));
  gtk_widget_set_visible (GTK_WIDGET (self->next_button), step != SEARCH && step != NOTHING);
  gtk_button_set_label (self->next_button, step == DAYS ? _("_Find a Plan") : step == PREVIEW ? _("_Accept the Plan") : _("_Next"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), step != PREVIEW || can_accept (self));
  patal_accessible_mend_mnemonic (GTK_WIDGET (self->back_button));
  patal_accessible_mend_mnemonic (GTK_WIDGET (self->next_button));
}

static void
drop_deed (PatalPlanWindow *self)
{
  patal_plan_preview_set_deed (self->preview, NULL);
  g_clear_pointer (&self->deed, patal_plan_deed_free);
}

static void
show_who (PatalPlanWindow *self)
{
  if (self->who_course != self->training.course || self->who_within != self->training.within)
    patal_plan_who_show (self->who, &self->training);
  self->who_course = self->training.course;
  self->who_within = self->training.within;
  show_step (self, WHO);
}

static void
begin_search (PatalPlanWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!patal_limit_rows_read (self->windows, PATAL_LIMIT_WINDOW, self->training.limits, PATAL_SPAN_ROWS_FOCUS)
      || !patal_limit_rows_read (self->offs, PATAL_LIMIT_OFF, self->training.limits, PATAL_SPAN_ROWS_FOCUS))
    return;
  if (!patal_training_check (&self->training, NULL, &error))
    {
      show_error (self, error->message);
      return;
    }
  show_step (self, SEARCH);
  patal_plan_search_start (self->search, &self->training, efforts[patal_choice_get_selected (self->effort)].steps);
}

static void
found_cb (PatalPlanWindow *self)
{
  g_autoptr (GError) error = NULL;
  PatalPlanDeed *deed = patal_plan_search_take (self->search, &error);

  if (self->document == NULL) /* the window is gone */
    {
      patal_plan_deed_free (deed);
      return;
    }
  if (deed == NULL)
    {
      show_step (self, DAYS);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error->message);
      return;
    }
  self->deed = deed;
  patal_plan_preview_set_deed (self->preview, deed);
  show_step (self, PREVIEW);
  if (deed->plan->clusters->n == 0)
    show_error (self, _("There is nothing that could be planned. Below stands why, and what would help."));
}

/* --- taking it --- */

static gpointer
accept_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  return patal_plan_deed_accept (db, data, error);
}

static void
accepted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalPlanWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  self->writing = FALSE;
  if (done != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->back_button), TRUE);
  show_error (self, error->message);
}

static void
accept (PatalPlanWindow *self)
{
  if (self->writing)
    return;
  self->writing = TRUE;
  show_error (self, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->back_button), FALSE);
  patal_document_write_async (self->document, accept_job, self->deed, NULL, g_free, NULL, accepted_cb, g_object_ref (self));
}

static void
next_cb (PatalPlanWindow *self)
{
  show_error (self, NULL);
  switch (self->step)
    {
    case WHAT:
      if (patal_plan_what_read (self->what, &self->training))
        show_who (self);
      break;
    case WHO:
      patal_plan_who_read (self->who, &self->training);
      show_step (self, DAYS);
      break;
    case DAYS:
      begin_search (self);
      break;
    case PREVIEW:
      accept (self);
      break;
    case SEARCH:
    case NOTHING:
    case N_STEPS:
    default:
      break;
    }
}

static void
back_cb (PatalPlanWindow *self)
{
  show_error (self, NULL);
  switch (self->step)
    {
    case WHO:
      patal_plan_who_read (self->who, &self->training);
      show_step (self, WHAT);
      break;
    case DAYS:
      show_step (self, WHO);
      break;
    case SEARCH:
      patal_plan_search_stop (self->search);
      break;
    case PREVIEW:
      drop_deed (self);
      show_step (self, DAYS);
      break;
    case WHAT:
    case NOTHING:
    case N_STEPS:
    default:
      gtk_window_close (GTK_WINDOW (self));
      break;
    }
}

static gboolean
patal_plan_window_close_request (GtkWindow *window)
{
  return PATAL_PLAN_WINDOW (window)->writing || GTK_WINDOW_CLASS (patal_plan_window_parent_class)->close_request (window);
}

/* --- the pages --- */

static GtkWidget *
in_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  return scroller;
}

static void
add_heading (GtkWidget *box, const char *title, const char *words)
{
  GtkWidget *heading = gtk_label_new (title), *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
days_page_new (PatalPlanWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *clamp = adw_clamp_new ();
  const char *names[G_N_ELEMENTS (efforts) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (efforts); i++)
    names[i] = _(efforts[i].title);
  self->windows = PATAL_SPAN_ROWS (patal_limit_rows_new (self->document, PATAL_LIMIT_WINDOW));
  self->offs = PATAL_SPAN_ROWS (patal_limit_rows_new (self->document, PATAL_LIMIT_OFF));
  self->effort = PATAL_CHOICE (patal_choice_new (_("How long to _search"), names));
  patal_choice_set_selected (self->effort, USUAL_EFFORT);
  add_heading (box, _("Places with other days"), _("A block or a district that has its turn at another time, with the reason: a fair, an election."));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->windows));
  add_heading (box, _("Days off"), _("Besides Sundays, holidays and the blackouts of the directory, which are kept free anyway."));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->offs));
  gtk_widget_set_margin_top (GTK_WIDGET (self->effort), 6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->effort));
  gtk_widget_add_css_class (box, "plan-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  return in_scroller (clamp);
}

static GtkWidget *
nothing_page_new (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "accessories-dictionary-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Course Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("A training is the holding of a course. Make a course first, or import one: tab Training, section Courses."));
  return page;
}

static void
add_pages (PatalPlanWindow *self)
{
  self->what = PATAL_PLAN_WHAT (patal_plan_what_new (self->document));
  self->who = PATAL_PLAN_WHO (patal_plan_who_new (self->document));
  self->search = PATAL_PLAN_SEARCH (patal_plan_search_new (self->document));
  self->preview = PATAL_PLAN_PREVIEW (patal_plan_preview_new ());
  g_signal_connect_object (self->search, "done", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, in_scroller (GTK_WIDGET (self->what)), steps[WHAT]);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->who), steps[WHO]);
  gtk_stack_add_named (self->stack, days_page_new (self), steps[DAYS]);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->search), steps[SEARCH]);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->preview), steps[PREVIEW]);
  gtk_stack_add_named (self->stack, nothing_page_new (), steps[NOTHING]);
}

/* The year whose first quarter is not over yet. */
static int
usual_fy (void)
{
  PatalDay today = patal_day_today ();
  int fy = patal_fy_of (today);

  return patal_quarter_span (fy, 1).to < today ? fy + 1 : fy;
}

void
patal_plan_window_show (GtkWidget *asked_from, PatalDocument *document, const PatalTraining *prepared)
{
  GtkRoot *root = gtk_widget_get_root (asked_from);
  PatalPlanWindow *self = g_object_new (PATAL_TYPE_PLAN_WINDOW, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  g_auto (PatalCourse) none = { 0 };
  gboolean any;

  self->document = g_object_ref (document);
  add_pages (self);
  if (prepared != NULL)
    patal_training_copy (&self->training, prepared);
  else
    {
      patal_course_init (&none);
      patal_training_init (&self->training, &none, usual_fy ());
    }
  any = patal_plan_what_show (self->what, &self->training);
  patal_limit_rows_show (self->windows, PATAL_LIMIT_WINDOW, self->training.limits);
  patal_limit_rows_show (self->offs, PATAL_LIMIT_OFF, self->training.limits);
  show_step (self, any ? WHAT : NOTHING);
  gtk_window_present (GTK_WINDOW (self));
}

/* --- the object --- */

static void
patal_plan_window_dispose (GObject *object)
{
  PatalPlanWindow *self = PATAL_PLAN_WINDOW (object);

  if (self->search != NULL)
    patal_plan_search_stop (self->search);
  if (self->preview != NULL)
    patal_plan_preview_set_deed (self->preview, NULL);
  self->search = NULL;
  self->preview = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_PLAN_WINDOW);
  g_clear_object (&self->document);
  g_clear_pointer (&self->deed, patal_plan_deed_free);
  patal_training_clear (&self->training);
  G_OBJECT_CLASS (patal_plan_window_parent_class)->dispose (object);
}

static void
patal_plan_window_class_init (PatalPlanWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_plan_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = patal_plan_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-plan-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalPlanWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, PatalPlanWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, PatalPlanWindow, next_button);
  gtk_widget_class_bind_template_child (widget_class, PatalPlanWindow, error_bar);
  gtk_widget_class_bind_template_child (widget_class, PatalPlanWindow, error_label);
  gtk_widget_class_bind_template_child (widget_class, PatalPlanWindow, stack);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
patal_plan_window_init (PatalPlanWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
