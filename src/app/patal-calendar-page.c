/* patal-calendar-page.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-calendar-page.h"
#include "patal-blackout-dialog.h"
#include "patal-calendar.h"
#include "patal-drop-down.h"
#include "patal-holiday-dialog.h"
#include "patal-reveal.h"
#include "patal-settings.h"
#include "patal-unit.h"
#include "patal-year-view.h"
#include <glib/gi18n.h>

#define LEGEND_PX 16
#define YEARS_BEFORE 15 /* as far as the choice of the year goes from today's */
#define YEARS_AFTER 10

struct _PatalCalendarPage
{
  AdwBin              parent_instance;
  GtkLabel           *title, *counter, *day_line;
  GtkDropDown        *year_choice;
  GtkButton          *confirm_button;
  GtkMenuButton      *add_button;
  GtkStack           *stack;
  GtkScrolledWindow  *year_scroller;
  GtkFlowBox         *legend;
  GtkListBox         *list;
  PatalYearView      *year;
  PatalDocument      *document;
  PatalCalendar      *calendar; /* (nullable) */
  GSimpleActionGroup *actions;
  gint64              scope;
  int                 fy;
  gboolean            filling;
  GCancellable       *cancellable;
};

G_DEFINE_FINAL_TYPE (PatalCalendarPage, patal_calendar_page, ADW_TYPE_BIN)

typedef struct
{
  gint64 unit;
  int    fy;
} Question;

/* --- the list --- */

static const char *
mark_name (const PatalMark *mark)
{
  const char *first = patal_settings_lang () == PATAL_LANG_HI ? mark->name_hi : mark->name_en;

  return first != NULL ? first : mark->name_hi != NULL ? mark->name_hi : mark->name_en;
}

static char *
mark_detail (const PatalMark *mark)
{
  PatalLang lang = patal_settings_lang ();
  g_autofree char *span = patal_span_format (mark->span, lang);
  g_autoptr (GString) text = g_string_new (span);

  if (mark->span.from == mark->span.to)
    g_string_append_printf (text, ", %s", patal_weekday_name (patal_day_weekday (mark->span.from), lang));
  g_string_append_printf (text, "\n%s", mark->kind == PATAL_MARK_HOLIDAY ? _(patal_holiday_class_title (mark->klass)) : _("Blackout"));
  if (mark->kind == PATAL_MARK_BLACKOUT && mark->effect != PATAL_EFFECT_BLOCK)
    g_string_append_printf (text, " · %s", _("Only a warning"));
  if (!mark->verified)
    g_string_append_printf (text, " · %s", _("Unverified"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
draw_sign_cb (G_GNUC_UNUSED GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  int sign = GPOINTER_TO_INT (user_data);
  double size = MIN (width, height);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  if (sign < PATAL_N_HOLIDAY_CLASSES)
    patal_year_view_draw_class (cr, sign, 0, (height - size) / 2, size, dark);
  else
    patal_year_view_draw_blackout (cr, sign == PATAL_N_HOLIDAY_CLASSES ? PATAL_EFFECT_BLOCK : PATAL_EFFECT_WARN, 0, (height - size) / 2,
                                   size, dark);
}

/* @sign: a PatalHolidayClass, or one more for a blackout, two more for one that only warns. */
static GtkWidget *
sign_of (int sign)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), LEGEND_PX);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), LEGEND_PX);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_sign_cb, GINT_TO_POINTER (sign), NULL);
  return area;
}

static int
sign_of_mark (const PatalMark *mark)
{
  if (mark->kind == PATAL_MARK_HOLIDAY)
    return mark->klass;
  return PATAL_N_HOLIDAY_CLASSES + (mark->effect == PATAL_EFFECT_BLOCK ? 0 : 1);
}

static GtkWidget *
mark_row (const PatalMark *mark, guint index)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  const char *name = mark_name (mark);
  GtkWidget *title = gtk_label_new (mark->kind == PATAL_MARK_BLACKOUT ? _(patal_blackout_reason_title (mark->reason)) : name);
  g_autofree char *detail = mark_detail (mark);
  GtkWidget *below = gtk_label_new (detail);
  const char *remark_words = mark->kind == PATAL_MARK_BLACKOUT ? name : NULL;
  g_autofree char *says = g_strdup_printf ("%s%s%s, %s", gtk_label_get_text (GTK_LABEL (title)), remark_words != NULL ? ": " : "",
                                           remark_words != NULL ? remark_words : "", detail);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (below), 0);
  gtk_label_set_wrap (GTK_LABEL (below), TRUE);
  gtk_widget_add_css_class (below, "caption");
  gtk_widget_add_css_class (below, "dim-label");
  gtk_box_append (GTK_BOX (words), title);
  if (remark_words != NULL)
    {
      GtkWidget *remark = gtk_label_new (remark_words);

      gtk_label_set_xalign (GTK_LABEL (remark), 0);
      gtk_label_set_wrap (GTK_LABEL (remark), TRUE);
      gtk_widget_add_css_class (remark, "caption");
      gtk_box_append (GTK_BOX (words), remark);
    }
  gtk_box_append (GTK_BOX (words), below);
  gtk_box_append (GTK_BOX (box), sign_of (sign_of_mark (mark)));
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "mark-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, _("Enter or double click to correct or confirm"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, says, -1);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  return row;
}

/* "285 working days: 365 days less 52 Sundays, 18 holidays and 10 days of blackout". */
static char *
counting_words (PatalDayCount count, PatalWeekdays off)
{
  g_autofree char *days = g_strdup_printf (ngettext ("%d day", "%d days", count.days), count.days);
  g_autofree char *weekly = NULL, *holidays = NULL, *blackouts = NULL, *working = NULL;

  working = g_strdup_printf (ngettext ("%d working day", "%d working days", count.working), count.working);
  if ((off & PATAL_WEEKDAYS (PATAL_SATURDAY)) != 0)
    weekly = g_strdup_printf (ngettext ("%d Saturday or Sunday", "%d Saturdays and Sundays", count.weekly_off), count.weekly_off);
  else
    weekly = g_strdup_printf (ngettext ("%d Sunday", "%d Sundays", count.weekly_off), count.weekly_off);
  /* Translators: those that stop trainings; optional ones and those of the treasury are not counted */
  holidays = g_strdup_printf (ngettext ("%d public, general or local holiday", "%d public, general and local holidays", count.holidays),
                              count.holidays);
  if (count.blackouts == 0)
    /* Translators: working days: days of the year less Sundays, holidays */
    return g_strdup_printf (_("%s: %s less %s, %s"), working, days, weekly, holidays);
  blackouts = g_strdup_printf (ngettext ("%d day of blackout", "%d days of blackout", count.blackouts), count.blackouts);
  /* Translators: working days: days of the year less Sundays, holidays, days of blackout */
  return g_strdup_printf (_("%s: %s less %s, %s, %s"), working, days, weekly, holidays, blackouts);
}

static void
show_counts (PatalCalendarPage *self)
{
  guint unverified = 0, n = self->calendar != NULL ? patal_calendar_n_marks (self->calendar) : 0;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    unverified += patal_calendar_mark (self->calendar, i)->verified ? 0 : 1;
  if (self->calendar != NULL)
    {
      g_autofree char *counting = counting_words (patal_calendar_count (self->calendar, patal_calendar_span (self->calendar)),
                                                  patal_calendar_weekly_off (self->calendar));

      g_string_append (text, counting);
    }
  if (unverified > 0) /* Translators: continues the sentence that counts the working days */
    g_string_append_printf (text, ngettext ("; %u entry unverified", "; %u entries unverified", unverified), unverified);
  gtk_label_set_text (self->counter, text->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->counter), text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->confirm_button), unverified > 0 && patal_document_writable (self->document));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "year" : "empty");
}

/* What the chosen day is, in one line: what the pointer finds by resting on it. */
static void
show_day (PatalCalendarPage *self)
{
  PatalDay day = patal_year_view_get_selected (self->year);
  g_autofree char *words = day != PATAL_DAY_NONE ? patal_year_view_day_words (self->year, day) : NULL;

  if (words != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
      g_autofree char *line = g_strjoinv (" · ", lines);

      gtk_label_set_text (self->day_line, line);
    }
  else
    gtk_label_set_text (self->day_line, "");
}

/* Where the list stood before it was filled anew. */
typedef struct
{
  gint64   id; /* 0: no entry was chosen */
  int      index;
  gboolean focused;
} Standing;

static Standing
standing (PatalCalendarPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  Standing was = { .focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)) };

  if (row != NULL && self->calendar != NULL)
    {
      was.index = gtk_list_box_row_get_index (row);
      was.id = patal_calendar_mark (self->calendar, (guint) was.index)->id;
    }
  return was;
}

/* The entry that was chosen; where it is gone from under the keyboard, the one that took its place. */
static void
stand_again (PatalCalendarPage *self, Standing was)
{
  int n = (int) patal_calendar_n_marks (self->calendar);
  GtkListBoxRow *row = NULL;

  self->filling = TRUE; /* the day chosen stays, even within a longer blackout */
  for (int i = 0; was.id != 0 && i < n && row == NULL; i++)
    if (patal_calendar_mark (self->calendar, (guint) i)->id == was.id)
      row = gtk_list_box_get_row_at_index (self->list, i);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  self->filling = FALSE;
  if (row == NULL && was.focused && n > 0)
    {
      row = gtk_list_box_get_row_at_index (self->list, MIN (was.index, n - 1));
      gtk_list_box_select_row (self->list, row);
    }
  if (row != NULL && was.focused)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
fill (PatalCalendarPage *self, Standing was)
{
  GtkListBoxRow *row;

  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < patal_calendar_n_marks (self->calendar); i++)
    gtk_list_box_append (self->list, mark_row (patal_calendar_mark (self->calendar, i), i));
  stand_again (self, was);
  show_counts (self);
  patal_year_view_set_selected (self->year, patal_year_view_get_selected (self->year)); /* what the day is may have changed */
  show_day (self);
}

/* --- reading --- */

static gpointer
calendar_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  const Question *question = data;

  return patal_calendar_new (db, patal_calendar_unit (db, question->unit), patal_fy_span (question->fy), error);
}

static void
calendar_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalCalendarPage) self = user_data;
  g_autoptr (GError) error = NULL;
  PatalCalendar *calendar = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);
  Standing was;

  if (calendar == NULL)
    {
      patal_document_complain (PATAL_DOCUMENT (source), error);
      return;
    }
  was = standing (self);
  patal_year_view_set_calendar (self->year, self->fy, calendar);
  g_clear_pointer (&self->calendar, patal_calendar_free);
  self->calendar = calendar;
  fill (self, was);
}

static void
load (PatalCalendarPage *self)
{
  Question *question = g_new (Question, 1);

  *question = (Question) { self->scope, self->fy };
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  patal_document_read_async (self->document, calendar_job, question, g_free, (GDestroyNotify) patal_calendar_free,
                             self->cancellable, calendar_read_cb, g_object_ref (self));
}

static void
changed_cb (PatalCalendarPage *self, GStrv tables)
{
  const char *const *touched = (const char *const *) tables;

  if (patal_document_touches (touched, "holiday") || patal_document_touches (touched, "blackout")
      || patal_document_touches (touched, "setting"))
    load (self);
}

static void
show_title (PatalCalendarPage *self, const char *name)
{
  g_autofree char *year = patal_fy_label (self->fy);
  g_autofree char *title = NULL;

  if (name != NULL) /* Translators: a place and a financial year */
    title = g_strdup_printf (_("%s, %s"), name, year);
  else /* Translators: %s is a financial year such as 2026-27 */
    title = g_strdup_printf (_("Year %s"), year);
  gtk_label_set_text (self->title, title);
}

static void
turn_to (PatalCalendarPage *self, int fy)
{
  g_autofree char *name = self->scope != 0 ? patal_unit_name (patal_document_reader (self->document), self->scope,
                                                              patal_settings_lang ())
                                           : NULL;

  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (self->year_choice));
  int first = patal_fy_of (patal_day_today ()) - YEARS_BEFORE;

  self->fy = CLAMP (fy, first, first + (int) n - 1);
  gtk_drop_down_set_selected (self->year_choice, (guint) (self->fy - first));
  patal_year_view_set_selected (self->year, PATAL_DAY_NONE);
  gtk_list_box_unselect_all (self->list);
  show_title (self, name);
  load (self);
}

static void
year_chosen_cb (PatalCalendarPage *self)
{
  int fy = patal_fy_of (patal_day_today ()) - YEARS_BEFORE + (int) gtk_drop_down_get_selected (self->year_choice);

  if (self->document != NULL && fy != self->fy)
    turn_to (self, fy);
}

static void
year_before_cb (PatalCalendarPage *self)
{
  turn_to (self, self->fy - 1);
}

static void
year_after_cb (PatalCalendarPage *self)
{
  turn_to (self, self->fy + 1);
}

int
patal_calendar_page_get_fy (PatalCalendarPage *self)
{
  return self->fy;
}

void
patal_calendar_page_set_scope (PatalCalendarPage *self, gint64 scope, const char *name)
{
  self->scope = scope;
  show_title (self, name);
  load (self);
}

/* --- what is done with them --- */

static void
row_activated_cb (PatalCalendarPage *self, GtkListBoxRow *row)
{
  const PatalMark *mark = patal_calendar_mark (self->calendar, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index")));

  if (mark->kind == PATAL_MARK_HOLIDAY)
    patal_holiday_dialog_show (GTK_WIDGET (self), self->document, mark->id, PATAL_DAY_NONE);
  else
    patal_blackout_dialog_show (GTK_WIDGET (self), self->document, mark->id, 0, PATAL_DAY_NONE);
}

static void
row_selected_cb (PatalCalendarPage *self, GtkListBoxRow *row)
{
  if (row == NULL || self->filling)
    return;
  patal_year_view_set_selected (self->year, patal_calendar_mark (self->calendar,
                                  GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index")))->span.from);
  show_day (self);
}

/* (nullable): the row of the first entry of @day. */
static GtkListBoxRow *
row_of_day (PatalCalendarPage *self, PatalDay day)
{
  guint n = self->calendar != NULL ? patal_calendar_n_marks (self->calendar) : 0;

  for (guint i = 0; i < n; i++)
    {
      const PatalMark *mark = patal_calendar_mark (self->calendar, i);

      if (mark->span.from <= day && day <= mark->span.to)
        return gtk_list_box_get_row_at_index (self->list, (int) i);
    }
  return NULL;
}

static void
day_chosen_cb (PatalCalendarPage *self, int day)
{
  GtkListBoxRow *row = row_of_day (self, day);

  show_day (self);
  if (row == NULL)
    {
      gtk_list_box_unselect_all (self->list);
      return;
    }
  self->filling = TRUE; /* the day chosen stays, even within a longer blackout; and so does the keyboard */
  gtk_list_box_select_row (self->list, row);
  patal_reveal (GTK_WIDGET (row));
  self->filling = FALSE;
}

static void
day_activated_cb (PatalCalendarPage *self, int day)
{
  GtkListBoxRow *row = row_of_day (self, day);

  if (row != NULL)
    row_activated_cb (self, row);
  else if (patal_document_writable (self->document))
    patal_holiday_dialog_show (GTK_WIDGET (self), self->document, 0, day);
}

static PatalDay
start_day (PatalCalendarPage *self)
{
  PatalDay chosen = patal_year_view_get_selected (self->year);

  return chosen != PATAL_DAY_NONE ? chosen : patal_day_today ();
}

static void
add_holiday_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalCalendarPage *self = user_data;

  patal_holiday_dialog_show (GTK_WIDGET (self), self->document, 0, start_day (self));
}

static void
add_blackout_cb (G_GNUC_UNUSED GSimpleAction *action, G_GNUC_UNUSED GVariant *parameter, gpointer user_data)
{
  PatalCalendarPage *self = user_data;

  patal_blackout_dialog_show (GTK_WIDGET (self), self->document, 0, patal_calendar_unit (patal_document_reader (self->document), self->scope), start_day (self));
}

static void
confirm_cb (PatalCalendarPage *self)
{
  patal_holiday_dialog_confirm (GTK_WIDGET (self), self->document, self->fy, patal_calendar_unit (patal_document_reader (self->document), self->scope));
}

static void
update_writable (PatalCalendarPage *self)
{
  gboolean writable = patal_document_writable (self->document);
  static const char *const names[] = { "add-holiday", "add-blackout" };

  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), writable);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i])), writable);
  if (self->calendar != NULL)
    show_counts (self);
}

/* --- the object --- */

static void
add_legend (PatalCalendarPage *self, GtkWidget *sign, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_append (self->legend, box);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

static void
fill_legend (PatalCalendarPage *self)
{
  GtkWidget *sunday = gtk_label_new ("7"), *unverified = gtk_label_new ("*");

  for (int sign = 0; sign < PATAL_N_HOLIDAY_CLASSES; sign++)
    add_legend (self, sign_of (sign), _(patal_holiday_class_title (sign)));
  add_legend (self, sign_of (PATAL_N_HOLIDAY_CLASSES), _("Blackout"));
  add_legend (self, sign_of (PATAL_N_HOLIDAY_CLASSES + 1), _("Blackout that only warns"));
  gtk_widget_set_opacity (sunday, 0.45); /* as the view draws it */
  add_legend (self, sunday, _("Weekly day off"));
  add_legend (self, unverified, _("Unverified"));
}

static void
fill_years (PatalCalendarPage *self)
{
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);
  int today = patal_fy_of (patal_day_today ());

  for (int fy = today - YEARS_BEFORE; fy <= today + YEARS_AFTER; fy++)
    gtk_string_list_take (years, patal_fy_label (fy));
  gtk_drop_down_set_model (self->year_choice, G_LIST_MODEL (years));
  gtk_drop_down_set_selected (self->year_choice, YEARS_BEFORE);
  patal_drop_down_set_name (self->year_choice, _("Financial year"));
}

GtkWidget *
patal_calendar_page_new (PatalDocument *document)
{
  PatalCalendarPage *self = g_object_new (PATAL_TYPE_CALENDAR_PAGE, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "settled", G_CALLBACK (update_writable), self, G_CONNECT_SWAPPED);
  update_writable (self);
  return GTK_WIDGET (self);
}

static void
patal_calendar_page_dispose (GObject *object)
{
  PatalCalendarPage *self = PATAL_CALENDAR_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->actions);
  self->filling = TRUE;
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PATAL_TYPE_CALENDAR_PAGE);
  g_clear_pointer (&self->calendar, patal_calendar_free); /* after the view that draws it */
  g_clear_object (&self->document);
  G_OBJECT_CLASS (patal_calendar_page_parent_class)->dispose (object);
}

static void
patal_calendar_page_class_init (PatalCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = patal_calendar_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/grampatal/GramPatal/ui/patal-calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PatalCalendarPage, title);
  gtk_widget_class_bind_template_child (widget_class, PatalCalendarPage, counter);
  gtk_widget_class_bind_template_child (widget_class, PatalCalendarPage, day_line);
  gtk_widget_class_bind_template_child (widget_class, PatalCalendarPage, year_choice);
  gtk_widget_class_bind_template_child (widget_class, PatalCalendarPage, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, PatalCalendarPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, PatalCalendarPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PatalCalendarPage, year_scroller);
  gtk_widget_class_bind_template_child (widget_class, PatalCalendarPage, legend);
  gtk_widget_class_bind_template_child (widget_class, PatalCalendarPage, list);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_before_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_after_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
patal_calendar_page_init (PatalCalendarPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "add-holiday", .activate = add_holiday_cb },
    { .name = "add-blackout", .activate = add_blackout_cb },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->fy = patal_fy_of (patal_day_today ());
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "calendar", G_ACTION_GROUP (self->actions));
  self->year = PATAL_YEAR_VIEW (patal_year_view_new ());
  gtk_scrolled_window_set_child (self->year_scroller, GTK_WIDGET (self->year));
  g_signal_connect_object (self->year, "day-activated", G_CALLBACK (day_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->year, "day-chosen", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  fill_legend (self);
  fill_years (self);
}
