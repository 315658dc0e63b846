/* patal-batch-calendar.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-calendar.h"
#include "patal-batch-agenda.h"
#include "patal-batch-gantt.h"
#include "patal-drop-down.h"
#include "patal-batch-month.h"
#include "patal-batch-moving.h"
#include "patal-batch-words.h"
#include "patal-number.h"
#include "patal-replan-window.h"
#include "patal-settings.h"
#include "patal-year-view.h"
#include <glib/gi18n.h>

#define DAYS_AT_THE_END 14
#define DAYS_BEFORE 2 /* of the bars: so much is seen before the day that is looked for */

typedef enum { VIEW_GANTT, VIEW_MONTH, VIEW_WEEK, VIEW_YEAR, VIEW_LIST, N_VIEWS } View;

struct _PatalBatchCalendar
{
  AdwBin            parent_instance;
  AdwToastOverlay  *toasts;
  GtkLabel         *title, *counter, *chosen;
  GtkStack         *stack;
  GtkDropDown      *zoom;
  GtkBox           *turning;
  GtkButton        *first_button, *replan_button;
  PatalBatchGantt  *gantt;
  PatalBatchMonth  *month;
  PatalBatchAgenda *week, *list;
  PatalYearView    *year;
  PatalDocument    *document;
  PatalBatchScene  *scene;     /* (nullable) */
  GArray           *counts;    /* guint16, of the scene: batches of each day */
  gint64            scope, training, selected;
  PatalDay          day;       /* around which month, week and year are; of the bars it is at the left of what is seen */
  gboolean          find_first; /* the next scene is another training's: show where it begins */
  GCancellable     *cancellable;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (PatalBatchCalendar, patal_batch_calendar, ADW_TYPE_BIN)

static const struct { const char *id, *title; } views[N_VIEWS] = {
  /* Translators: a chart of bars over days */
  [VIEW_GANTT] = { "gantt", N_("Gantt") }, [VIEW_MONTH] = { "month", N_("Month") }, [VIEW_WEEK] = { "week", N_("Week") },
  [VIEW_YEAR] = { "year", N_("Year") },    [VIEW_LIST] = { "list", N_("List") },
};

static View
view_shown (PatalBatchCalendar *self)
{
  const char *id = gtk_stack_get_visible_child_name (self->stack);

  for (View view = 0; view < N_VIEWS; view++)
    if (g_strcmp0 (views[view].id, id) == 0)
      return view;
  return VIEW_GANTT;
}

/* ---- what is shown ---- */

static PatalSpan
week_of (PatalDay day)
{
  PatalDay monday = day - (PatalDay) (patal_day_weekday (day) - PATAL_MONDAY);

  return (PatalSpan) { monday, monday + 6 };
}

static char *
title_of (PatalBatchCalendar *self, View view)
{
  int year, month;

  patal_day_to_ymd (self->day, &year, &month, NULL);
  if (view == VIEW_WEEK)
    return patal_span_format (week_of (self->day), patal_settings_lang ());
  if (view == VIEW_YEAR)
    {
      g_autofree char *fy = patal_fy_label (patal_fy_of (self->day));

      return g_strdup_printf (_("Year %s"), fy);
    }
  if (view == VIEW_LIST && self->scene != NULL)
    return patal_span_format (self->scene->span, patal_settings_lang ());
  return g_strdup_printf ("%s %d", patal_month_name (month, patal_settings_lang ()), year);
}

/* A training of which a batch falls on a day that is closed by now; 0: none does. */
static gint64
training_hit (PatalBatchCalendar *self)
{
  for (guint i = 0; self->scene != NULL && i < self->scene->bars->len; i++)
    if (g_array_index (self->scene->bars, PatalSceneBar, i).closed)
      return g_array_index (self->scene->bars, PatalSceneBar, i).bar.training;
  return 0;
}

static void
show_counter (PatalBatchCalendar *self)
{
  guint n = self->scene->bars->len;
  g_autofree char *number = patal_number_group (n);
  g_autofree char *batches = g_strdup_printf (ngettext ("%s batch", "%s batches", n), number);
  g_autoptr (GString) words = g_string_new (batches);
  guint wrong = 0;

  for (guint i = 0; i < n; i++)
    {
      const PatalSceneBar *bar = &g_array_index (self->scene->bars, PatalSceneBar, i);

      wrong += bar->closed || bar->bar.conflict;
    }
  if (self->scene->undated > 0)
    g_string_append_printf (words, ngettext (" · %u without a day", " · %u without a day", self->scene->undated), self->scene->undated);
  if (wrong > 0)
    g_string_append_printf (words, ngettext (" · %u has to be looked at", " · %u have to be looked at", wrong), wrong);
  gtk_label_set_text (self->counter, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->replan_button), patal_document_writable (self->document) && training_hit (self) != 0);
}

static void
show_chosen (PatalBatchCalendar *self)
{
  const PatalSceneBar *bar = self->scene != NULL ? patal_batch_scene_find (self->scene, self->selected, NULL) : NULL;
  g_autofree char *line = bar != NULL ? patal_batch_words_line (self->scene, bar) : NULL;

  gtk_label_set_text (self->chosen, line != NULL ? line : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->chosen), line);
}

static void
show_title (PatalBatchCalendar *self)
{
  g_autofree char *title = title_of (self, view_shown (self));

  gtk_label_set_text (self->title, title);
}

/* Only what is in sight is filled. */
static void
show_view (PatalBatchCalendar *self)
{
  View view = view_shown (self);

  show_title (self);
  gtk_widget_set_visible (GTK_WIDGET (self->zoom), view == VIEW_GANTT);
  gtk_widget_set_sensitive (GTK_WIDGET (self->turning), view != VIEW_LIST);
  if (self->scene == NULL)
    return;
  self->day = CLAMP (self->day, self->scene->span.from, self->scene->span.to);
  switch (view)
    {
    case VIEW_MONTH:
      patal_batch_month_set_scene (self->month, self->scene, self->day);
      patal_batch_month_set_selected (self->month, self->selected);
      break;
    case VIEW_WEEK:
      patal_batch_agenda_set_scene (self->week, self->scene, week_of (self->day));
      patal_batch_agenda_set_selected (self->week, self->selected);
      break;
    case VIEW_YEAR:
      patal_year_view_set_calendar (self->year, patal_fy_of (self->day), self->scene->calendar);
      patal_year_view_set_batches (self->year, self->counts, self->scene->span.from);
      patal_year_view_set_selected (self->year, self->day);
      break;
    case VIEW_LIST:
      patal_batch_agenda_set_scene (self->list, self->scene, self->scene->span);
      patal_batch_agenda_set_selected (self->list, self->selected);
      break;
    case VIEW_GANTT:
    default:
      patal_batch_gantt_show_day (self->gantt, self->day - DAYS_BEFORE);
      if (self->selected != 0)
        patal_batch_gantt_set_selected (self->gantt, self->selected);
      break;
    }
}

static void
count_days (PatalBatchCalendar *self)
{
  g_array_set_size (self->counts, 0);
  g_array_set_size (self->counts, (guint) patal_span_days (self->scene->span));
  for (guint i = 0; i < self->scene->bars->len; i++)
    {
      const PatalBatchBar *bar = &g_array_index (self->scene->bars, PatalSceneBar, i).bar;

      for (PatalDay day = bar->span.from; day <= bar->span.to; day++)
        g_array_index (self->counts, guint16, day - self->scene->span.from)++;
    }
}

/* ---- reading ---- */

typedef struct { PatalBatchFilter filter; PatalDay today; PatalLang lang; } Question;

static gpointer
scene_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Question *question = data;

  return patal_batch_scene_new (db, &question->filter, question->today, question->lang, error);
}

/* Where the training is: today while it is under way, before that where it begins, afterwards where it ended. */
static PatalDay
day_to_show (const PatalBatchScene *scene)
{
  guint n = scene->bars->len;
  PatalDay today = patal_day_today (), first, last = PATAL_DAY_NONE;

  if (n == 0)
    return CLAMP (today, scene->span.from, scene->span.to);
  first = g_array_index (scene->bars, PatalSceneBar, 0).bar.span.from;
  for (guint i = 0; i < n; i++)
    last = MAX (last, g_array_index (scene->bars, PatalSceneBar, i).bar.span.to);
  return CLAMP (today, first, MAX (first, last - DAYS_AT_THE_END));
}

static PatalDay
day_in_sight (PatalBatchCalendar *self)
{
  PatalDay day = view_shown (self) == VIEW_GANTT ? patal_batch_gantt_get_day (self->gantt) : self->day;

  return day != PATAL_DAY_NONE ? day + (view_shown (self) == VIEW_GANTT ? DAYS_BEFORE : 0) : self->day;
}

static void
drop_scene (PatalBatchCalendar *self)
{
  patal_batch_gantt_set_scene (self->gantt, NULL);
  patal_batch_month_set_scene (self->month, NULL, self->day);
  patal_batch_agenda_set_scene (self->week, NULL, (PatalSpan) { 0, 0 });
  patal_batch_agenda_set_scene (self->list, NULL, (PatalSpan) { 0, 0 });
  patal_year_view_set_calendar (self->year, 0, NULL);
  patal_year_view_set_batches (self->year, NULL, PATAL_DAY_NONE);
  g_clear_pointer (&self->scene, patal_batch_scene_free);
}

static void
scene_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalBatchCalendar) self = user_data;
  g_autoptr (GError) error = NULL;
  PatalBatchScene *scene = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (scene == NULL)
    {
      patal_document_complain (PATAL_DOCUMENT (source), error);
      return;
    }
  self->day = day_in_sight (self);
  drop_scene (self);
  self->scene = scene;
  count_days (self);
  if (self->find_first)
    self->day = day_to_show (scene);
  self->find_first = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->first_button), scene->bars->len > 0);
  patal_batch_gantt_set_scene (self->gantt, scene);
  show_view (self);
  show_counter (self);
  show_chosen (self);
}

static void
load (PatalBatchCalendar *self)
{
  Question *question = g_new (Question, 1);

  *question = (Question) { { .training = self->training, .within = self->scope, .status = PATAL_BATCH_ANY_STATUS }, patal_day_today (), patal_settings_lang () };
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  patal_document_read_async (self->document, scene_job, question, g_free, (GDestroyNotify) patal_batch_scene_free, self->cancellable, scene_read_cb,
                             g_object_ref (self));
}

static void
changed_cb (PatalBatchCalendar *self, GStrv tables)
{
  static const char *const shown[] = { "batch", "batch_change", "batch_trainer", "nomination", "cluster", "cluster_unit", "training", "training_limit", "venue",
                                       "unit", "holiday", "blackout", "setting" };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (patal_document_touches ((const char *const *) tables, shown[i]))
      {
        load (self);
        return;
      }
}

/* ---- going through the days ---- */

static PatalDay
turned (PatalDay day, View view, int by)
{
  int year, month, mday, months;
  PatalDay first;

  if (view == VIEW_WEEK)
    return day + 7 * by;
  if (view == VIEW_YEAR)
    return patal_fy_span (patal_fy_of (day) + by).from;
  patal_day_to_ymd (day, &year, &month, &mday);
  months = year * 12 + month - 1 + by;
  first = patal_day_from_ymd (months / 12, months % 12 + 1, 1);
  return first;
}

static void
turn_to (PatalBatchCalendar *self, PatalDay day)
{
  self->day = day;
  if (self->scene != NULL)
    self->day = CLAMP (day, self->scene->span.from, self->scene->span.to);
  if (view_shown (self) == VIEW_GANTT)
    {
      patal_batch_gantt_show_day (self->gantt, self->day - DAYS_BEFORE);
      show_title (self);
    }
  else
    show_view (self);
}

static void
before_cb (PatalBatchCalendar *self)
{
  PatalDay day = day_in_sight (self);
  int mday;

  patal_day_to_ymd (day, NULL, NULL, &mday);
  turn_to (self, turned (day, view_shown (self), view_shown (self) == VIEW_GANTT && mday > 1 ? 0 : -1));
}

static void
after_cb (PatalBatchCalendar *self)
{
  turn_to (self, turned (day_in_sight (self), view_shown (self), 1));
}

static void
today_cb (PatalBatchCalendar *self)
{
  turn_to (self, patal_day_today ());
}

static void
first_cb (PatalBatchCalendar *self)
{
  if (self->scene != NULL && self->scene->bars->len > 0)
    turn_to (self, g_array_index (self->scene->bars, PatalSceneBar, 0).bar.span.from);
}

static void
scrolled_cb (PatalBatchCalendar *self)
{
  PatalDay day = view_shown (self) == VIEW_GANTT ? patal_batch_gantt_get_day (self->gantt) : PATAL_DAY_NONE;

  if (day == PATAL_DAY_NONE || self->scene == NULL)
    return;
  self->day = MIN (day + DAYS_BEFORE, self->scene->span.to);
  show_title (self);
}

static void
turned_cb (PatalBatchCalendar *self, int day)
{
  turn_to (self, day);
}

static void
day_entered_cb (PatalBatchCalendar *self, int day)
{
  self->day = day;
  gtk_stack_set_visible_child_name (self->stack, views[VIEW_WEEK].id);
}

static void
day_chosen_cb (PatalBatchCalendar *self, int day)
{
  self->day = day;
}

/* ---- what is done with batches ---- */

static void
choose (PatalBatchCalendar *self, gint64 batch)
{
  self->selected = batch;
  show_chosen (self);
}

static void
gantt_selected_cb (PatalBatchCalendar *self)
{
  choose (self, patal_batch_gantt_get_selected (self->gantt));
}

static void
opened_cb (PatalBatchCalendar *self, gint64 batch)
{
  choose (self, batch);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "(sx)", "batch", batch);
}

static void
dropped_cb (PatalBatchCalendar *self, gint64 batch, int day, gint64 venue, const GdkRectangle *at)
{
  const PatalBatchWish wish = { batch, venue, day, *at };

  patal_batch_moving_wish (GTK_WIDGET (self->gantt), self->document, self->toasts, &wish);
}

static void
pin_cb (PatalBatchCalendar *self, gint64 batch)
{
  const PatalSceneBar *bar = patal_batch_scene_find (self->scene, batch, NULL);

  if (bar != NULL && patal_document_writable (self->document))
    patal_batch_moving_pin (self->document, batch, !bar->bar.pinned);
}

static void
replan_cb (PatalBatchCalendar *self)
{
  patal_replan_window_show (GTK_WIDGET (self), self->document, training_hit (self));
}

static void
move_to_cb (G_GNUC_UNUSED GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PatalBatchCalendar *self = user_data;
  PatalBatchWish wish = { .at = { gtk_widget_get_width (GTK_WIDGET (self)) / 2, gtk_widget_get_height (GTK_WIDGET (self)) / 2, 1, 1 } };
  gint32 day;

  g_variant_get (parameter, PATAL_BATCH_MOVING_TYPE, &wish.batch, &day, &wish.venue);
  wish.day = day;
  patal_batch_moving_wish (GTK_WIDGET (self->gantt), self->document, self->toasts, &wish);
}

static void
zoom_cb (PatalBatchCalendar *self)
{
  if (self->gantt != NULL && gtk_drop_down_get_selected (self->zoom) != patal_batch_gantt_get_zoom (self->gantt))
    patal_batch_gantt_set_zoom (self->gantt, (PatalGanttZoom) gtk_drop_down_get_selected (self->zoom));
}

static void
zoomed_cb (PatalBatchCalendar *self)
{
  gtk_drop_down_set_selected (self->zoom, patal_batch_gantt_get_zoom (self->gantt));
}

/* ---- the widget ---- */

void
patal_batch_calendar_set_scope (GtkWidget *calendar, gint64 unit, G_GNUC_UNUSED const char *name)
{
  PatalBatchCalendar *self = PATAL_BATCH_CALENDAR (calendar);

  if (self->scope == unit && self->scene != NULL)
    return;
  self->scope = unit;
  load (self);
}

void
patal_batch_calendar_set_training (GtkWidget *calendar, gint64 training)
{
  PatalBatchCalendar *self = PATAL_BATCH_CALENDAR (calendar);

  if (self->training == training && self->scene != NULL)
    return;
  self->training = training;
  self->find_first = TRUE;
  load (self);
}

static GtkWidget *
scrolled (GtkWidget *child, GtkPolicyType across)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), across, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  return scroller;
}

static void
add_views (PatalBatchCalendar *self)
{
  GtkWidget *pages[N_VIEWS], *bars = gtk_scrolled_window_new ();

  self->gantt = PATAL_BATCH_GANTT (patal_batch_gantt_new (self->document));
  self->month = PATAL_BATCH_MONTH (patal_batch_month_new ());
  self->week = PATAL_BATCH_AGENDA (patal_batch_agenda_new (_("Batches of the week")));
  self->list = PATAL_BATCH_AGENDA (patal_batch_agenda_new (_("Batches by day")));
  self->year = PATAL_YEAR_VIEW (patal_year_view_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (bars), GTK_WIDGET (self->gantt));
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (bars), FALSE);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (bars)), "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  pages[VIEW_GANTT] = bars;
  pages[VIEW_MONTH] = scrolled (GTK_WIDGET (self->month), GTK_POLICY_AUTOMATIC);
  pages[VIEW_WEEK] = GTK_WIDGET (self->week);
  pages[VIEW_YEAR] = scrolled (GTK_WIDGET (self->year), GTK_POLICY_NEVER);
  pages[VIEW_LIST] = GTK_WIDGET (self->list);
  for (View view = 0; view < N_VIEWS; view++)
    gtk_stack_add_titled (self->stack, pages[view], views[view].id, _(views[view].title));
}

static void
connect_views (PatalBatchCalendar *self)
{
  gpointer opening[] = { self->gantt, self->month, self->week, self->list }, choosing[] = { self->month, self->week, self->list };

  for (guint i = 0; i < G_N_ELEMENTS (opening); i++)
    g_signal_connect_object (opening[i], "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (choosing); i++)
    g_signal_connect_object (choosing[i], "chosen", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gantt, "notify::selected", G_CALLBACK (gantt_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gantt, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gantt, "pin", G_CALLBACK (pin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gantt, "zoomed", G_CALLBACK (zoomed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->month, "turned", G_CALLBACK (turned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->month, "entered", G_CALLBACK (day_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->year, "day-chosen", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->year, "day-activated", G_CALLBACK (day_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (show_view), self, G_CONNECT_SWAPPED);
}

GtkWidget *
patal_batch_calendar_new (PatalDocument *document)
{
  PatalBatchCalendar *self = g_object_new (PATAL_TYPE_BATCH_CALENDAR, NULL);

  self->document = g_object_ref (document);
  add_views (self);
  connect_views (self);
  gtk_drop_down_set_selected (self->zoom, patal_batch_gantt_get_zoom (self->gantt));
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_view (self);
  return GTK_WIDGET (self);
}

static void
patal_batch_calendar_dispose (GObject *object)
{
  PatalBatchCalendar *self = PATAL_BATCH_CALENDAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->actions);
  if (self->scene != NULL)
    drop_scene (self); /* before the views that look at it */
  g_clear_pointer (&self->counts, g_array_unref);
  if (self->stack != NULL)
    g_signal_handlers_disconnect_by_data (self->stack, self);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_BATCH_CALENDAR);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (patal_batch_calendar_parent_class)->dispose (object);
}

static void
patal_batch_calendar_class_init (PatalBatchCalendarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_batch_calendar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-batch-calendar.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalBatchCalendar, toasts);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchCalendar, title);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchCalendar, counter);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchCalendar, chosen);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchCalendar, stack);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchCalendar, zoom);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchCalendar, turning);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchCalendar, first_button);
  gtk_widget_class_bind_template_child (widget_class, PatalBatchCalendar, replan_button);
  gtk_widget_class_bind_template_callback (widget_class, before_cb);
  gtk_widget_class_bind_template_callback (widget_class, after_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_cb);
  gtk_widget_class_bind_template_callback (widget_class, replan_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_cb);
}

static void
patal_batch_calendar_init (PatalBatchCalendar *self)
{
  static const GActionEntry entries[] = { { .name = "move-to", .activate = move_to_cb, .parameter_type = PATAL_BATCH_MOVING_TYPE } };

  gtk_widget_init_template (GTK_WIDGET (self));
  patal_drop_down_set_name (self->zoom, _("How much is seen at once"));
  self->day = patal_day_today ();
  self->find_first = TRUE;
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint16));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "schedule", G_ACTION_GROUP (self->actions));
}
