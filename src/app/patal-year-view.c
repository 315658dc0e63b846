/* patal-year-view.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-year-view.h"
#include "patal-settings.h"
#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define MONTHS 12
#define MIN_MONTH_PX 158
#define MONTH_GAP_PX 14
#define HEADING_INDENT_PX 2

struct _PatalYearView
{
  GtkWidget            parent_instance;
  int                  fy;
  const PatalCalendar *calendar; /* borrowed; (nullable) */
  PatalDay             selected;
  const GArray        *counts;   /* borrowed; (nullable): guint16, of batches, from @counted on */
  PatalDay             counted;
};

G_DEFINE_FINAL_TYPE (PatalYearView, patal_year_view, GTK_TYPE_WIDGET)

static guint chosen_signal, activated_signal;

/* --- where things are --- */

typedef struct
{
  double x, y, cell_w, cell_h; /* of the month's first column and heading */
} MonthBox;

static guint
n_columns (int width)
{
  return width >= 6 * (MIN_MONTH_PX + MONTH_GAP_PX) ? 6 : width >= 4 * (MIN_MONTH_PX + MONTH_GAP_PX) ? 4 : 3;
}

/* A heading, the weekdays and at most six weeks: eight lines. */
static MonthBox
month_box (PatalYearView *self, guint index)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  guint columns = n_columns (width), rows = MONTHS / columns;
  double w = (double) (width - MONTH_GAP_PX) / columns, h = (double) (height - 8) / rows;

  return (MonthBox) { MONTH_GAP_PX + index % columns * w, 6 + index / columns * h, (w - MONTH_GAP_PX) / 7, (h - 8) / 8 };
}

static void
month_of (int fy, guint index, int *year, int *month)
{
  *month = (int) (3 + index) % 12 + 1;
  *year = fy + (index >= 9);
}

static PatalSpan
month_span (int fy, guint index)
{
  int year, month, next_year, next_month;

  month_of (fy, index, &year, &month);
  month_of (fy, index + 1, &next_year, &next_month);
  return (PatalSpan) { patal_day_from_ymd (year, month, 1),
                       patal_day_from_ymd (index + 1 < MONTHS ? next_year : fy + 1, next_month, 1) - 1 };
}

static guint
weekday_column (PatalDay day)
{
  return patal_day_weekday (day) - PATAL_MONDAY; /* weeks begin on Monday in plans */
}

static PatalDay
day_at (PatalYearView *self, double x, double y)
{
  for (guint i = 0; i < MONTHS; i++)
    {
      MonthBox box = month_box (self, i);
      int year, month, column = (int) floor ((x - box.x) / box.cell_w), row = (int) floor ((y - box.y) / box.cell_h) - 2;
      PatalDay first, day;
      int in_month;

      if (column < 0 || column > 6 || row < 0 || row > 5)
        continue;
      month_of (self->fy, i, &year, &month);
      first = patal_day_from_ymd (year, month, 1);
      day = first - (PatalDay) weekday_column (first) + row * 7 + column;
      patal_day_to_ymd (day, NULL, &in_month, NULL);
      if (in_month == month)
        return day;
    }
  return PATAL_DAY_NONE;
}

/* --- marks --- */

static void
class_colour (cairo_t *cr, PatalHolidayClass klass, gboolean dark)
{
  static const double colours[PATAL_N_HOLIDAY_CLASSES][3] = {
    [PATAL_HOLIDAY_PUBLIC] = { 0.75, 0.11, 0.16 },  [PATAL_HOLIDAY_GENERAL] = { 0.76, 0.30, 0.00 },
    [PATAL_HOLIDAY_OPTIONAL] = { 0.10, 0.44, 0.85 }, [PATAL_HOLIDAY_LOCAL] = { 0.51, 0.24, 0.61 },
    [PATAL_HOLIDAY_TREASURY] = { 0.39, 0.27, 0.17 },
  };
  const double *c = colours[klass];
  double lift = dark ? 0.22 : 0;

  cairo_set_source_rgb (cr, MIN (c[0] + lift, 1), MIN (c[1] + lift, 1), MIN (c[2] + lift, 1));
}

static gboolean
is_filled (PatalHolidayClass klass)
{
  return klass == PATAL_HOLIDAY_PUBLIC || klass == PATAL_HOLIDAY_GENERAL || klass == PATAL_HOLIDAY_LOCAL;
}

void
patal_year_view_draw_class (cairo_t *cr, PatalHolidayClass klass, double x, double y, double size, gboolean dark)
{
  double mx = x + size / 2, my = y + size / 2, r = size / 2 - 1;

  class_colour (cr, klass, dark);
  cairo_set_line_width (cr, 1.8);
  cairo_new_path (cr);
  switch (klass)
    {
    case PATAL_HOLIDAY_PUBLIC: /* a square */
      cairo_rectangle (cr, x + 1, y + 1, size - 2, size - 2);
      cairo_fill (cr);
      break;
    case PATAL_HOLIDAY_GENERAL: /* a disc */
      cairo_arc (cr, mx, my, r, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case PATAL_HOLIDAY_LOCAL: /* a diamond */
      cairo_move_to (cr, mx, my - r - 1);
      cairo_line_to (cr, mx + r + 1, my);
      cairo_line_to (cr, mx, my + r + 1);
      cairo_line_to (cr, mx - r - 1, my);
      cairo_close_path (cr);
      cairo_fill (cr);
      break;
    case PATAL_HOLIDAY_OPTIONAL: /* a ring */
      cairo_arc (cr, mx, my, r - 1, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;
    case PATAL_HOLIDAY_TREASURY: /* a line below */
    default:
      cairo_move_to (cr, x + 2, y + size - 2);
      cairo_line_to (cr, x + size - 2, y + size - 2);
      cairo_stroke (cr);
      break;
    }
}

void
patal_year_view_draw_blackout (cairo_t *cr, PatalEffect effect, double x, double y, double size, gboolean dark)
{
  gboolean hard = effect == PATAL_EFFECT_BLOCK;
  double grey = dark ? 0.75 : 0.5;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, size, size);
  cairo_clip (cr);
  cairo_set_source_rgba (cr, grey, grey, grey, hard ? 0.75 : 0.4);
  cairo_set_line_width (cr, hard ? 1.6 : 1);
  for (double d = -size; d < size; d += hard ? 4 : 7)
    {
      cairo_move_to (cr, x + d, y + size);
      cairo_line_to (cr, x + d + size, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* --- drawing --- */

typedef struct
{
  cairo_t     *cr;
  PangoLayout *layout;
  GdkRGBA      ink;
  gboolean     dark;
} Canvas;

/* @align: what part of the text lies left of @x: 0 none, 0.5 half, 1 all of it. */
static void
write_aligned (Canvas *canvas, const char *text, double align, double x, double my, double alpha)
{
  int width, height;

  pango_layout_set_text (canvas->layout, text, -1);
  pango_layout_get_pixel_size (canvas->layout, &width, &height);
  cairo_move_to (canvas->cr, x - align * width, my - height / 2.0);
  cairo_set_source_rgba (canvas->cr, canvas->ink.red, canvas->ink.green, canvas->ink.blue, alpha);
  pango_cairo_show_layout (canvas->cr, canvas->layout);
}

static void
write_text (Canvas *canvas, const char *text, double mx, double my, double alpha)
{
  write_aligned (canvas, text, 0.5, mx, my, alpha);
}

static guint
batches_on (PatalYearView *self, PatalDay day)
{
  if (self->counts == NULL || day < self->counted || day - self->counted >= (PatalDay) self->counts->len)
    return 0;
  return g_array_index (self->counts, guint16, day - self->counted);
}

/* The more batches, the deeper. */
static void
tint_day (PatalYearView *self, Canvas *canvas, PatalDay day, double mx, double my, double size)
{
  guint n = batches_on (self, day);

  if (n == 0)
    return;
  cairo_set_source_rgba (canvas->cr, 0.11, 0.37, 0.71, MIN (0.22 + 0.08 * n, 0.6));
  cairo_rectangle (canvas->cr, mx - size / 2, my - size / 2, size, size);
  cairo_fill (canvas->cr);
}

static void
draw_day (PatalYearView *self, Canvas *canvas, PatalDay day, double mx, double my, double size)
{
  g_autoptr (GPtrArray) marks = self->calendar != NULL ? patal_calendar_marks_of (self->calendar, day) : NULL;
  gboolean off = self->calendar != NULL
                 && (patal_calendar_weekly_off (self->calendar) & PATAL_WEEKDAYS (patal_day_weekday (day))) != 0;
  gboolean on_fill = FALSE, unverified = FALSE;
  GdkRGBA ink = canvas->ink;
  int mday;
  char text[8];

  tint_day (self, canvas, day, mx, my, size);
  for (guint i = marks != NULL ? marks->len : 0; i-- > 0;) /* the strongest is drawn last, on top */
    {
      const PatalMark *mark = g_ptr_array_index (marks, i);

      if (mark->kind == PATAL_MARK_BLACKOUT)
        patal_year_view_draw_blackout (canvas->cr, mark->effect, mx - size / 2, my - size / 2, size, canvas->dark);
      else
        {
          patal_year_view_draw_class (canvas->cr, mark->klass, mx - size / 2, my - size / 2, size, canvas->dark);
          on_fill = is_filled (mark->klass);
          unverified = unverified || !mark->verified;
        }
    }
  patal_day_to_ymd (day, NULL, NULL, &mday);
  g_snprintf (text, sizeof text, "%d", mday);
  if (on_fill) /* the fills are deep in the light and bright in the dark: either way more than 4.5 to 1 */
    canvas->ink = canvas->dark ? (GdkRGBA) { 0, 0, 0, 1 } : (GdkRGBA) { 1, 1, 1, 1 };
  write_text (canvas, text, mx, my, off && !on_fill ? 0.45 : 1);
  canvas->ink = ink;
  if (unverified)
    write_text (canvas, "*", mx + size / 2 + 1, my - size / 4, 0.8);
  if (day == self->selected || day == patal_day_today ())
    {
      cairo_set_source_rgba (canvas->cr, ink.red, ink.green, ink.blue, day == self->selected ? 1 : 0.5);
      cairo_set_line_width (canvas->cr, day == self->selected ? 2 : 1);
      cairo_rectangle (canvas->cr, mx - size / 2 - 1, my - size / 2 - 1, size + 2, size + 2);
      cairo_stroke (canvas->cr);
    }
}

static void
set_weight (Canvas *canvas, PangoWeight weight)
{
  g_autoptr (PangoAttrList) attrs = pango_attr_list_new ();

  pango_attr_list_insert (attrs, pango_attr_weight_new (weight));
  pango_attr_list_insert (attrs, pango_attr_scale_new (0.9)); /* "September 2026" and "23 days" beside it in 157 pixels */
  pango_layout_set_attributes (canvas->layout, attrs);
}

static void
draw_month (PatalYearView *self, Canvas *canvas, guint index)
{
  MonthBox box = month_box (self, index);
  PatalLang lang = patal_settings_lang ();
  double size = MIN (box.cell_w, box.cell_h) - 2;
  int year, month, in_month;
  PatalDay first;
  g_autofree char *heading = NULL;

  month_of (self->fy, index, &year, &month);
  heading = g_strdup_printf ("%s %d", patal_month_name (month, lang), year);
  set_weight (canvas, PANGO_WEIGHT_BOLD);
  write_aligned (canvas, heading, 0, box.x + HEADING_INDENT_PX, box.y + box.cell_h / 2, 1);
  set_weight (canvas, PANGO_WEIGHT_NORMAL);
  if (self->calendar != NULL)
    {
      int working = patal_calendar_count (self->calendar, month_span (self->fy, index)).working;
      /* Translators: beside the name of a month, its working days; as short as can be */
      g_autofree char *days = g_strdup_printf (ngettext ("%d day", "%d days", working), working);

      write_aligned (canvas, days, 1, box.x + 7 * box.cell_w - HEADING_INDENT_PX, box.y + box.cell_h / 2, 0.6);
    }
  for (guint w = 0; w < 7; w++)
    {
      /* the first akshara is enough to tell them apart beside each other: सो मं बु गु शु श र */
      const char *name = patal_weekday_name (PATAL_MONDAY + w, lang);
      gboolean with_sign = g_unichar_ismark (g_utf8_get_char (g_utf8_next_char (name)));
      g_autofree char *initial = g_utf8_substring (name, 0, with_sign ? 2 : 1);

      write_text (canvas, initial, box.x + (w + 0.5) * box.cell_w, box.y + 1.5 * box.cell_h, 0.6);
    }
  first = patal_day_from_ymd (year, month, 1);
  in_month = month;
  for (PatalDay day = first; in_month == month; patal_day_to_ymd (++day, NULL, &in_month, NULL))
    {
      guint cell = weekday_column (first) + (guint) (day - first);

      draw_day (self, canvas, day, box.x + (cell % 7 + 0.5) * box.cell_w, box.y + (cell / 7 + 2.5) * box.cell_h, size);
    }
}

static void
patal_year_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PatalYearView *self = PATAL_YEAR_VIEW (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, NULL);
  Canvas canvas = { .layout = layout, .dark = adw_style_manager_get_dark (adw_style_manager_get_default ()) };

  if (self->fy == 0)
    return;
  canvas.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                        (float) gtk_widget_get_height (widget)));
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &canvas.ink);
  for (guint i = 0; i < MONTHS; i++)
    draw_month (self, &canvas, i);
  cairo_destroy (canvas.cr);
}

/* --- the rest --- */

static const char *
day_effect_words (PatalYearView *self, PatalDay day)
{
  if (self->calendar == NULL)
    return NULL;
  if (patal_calendar_weekly_off (self->calendar) & PATAL_WEEKDAYS (patal_day_weekday (day)))
    return _("Weekly day off");
  return patal_calendar_effect (self->calendar, day) == PATAL_EFFECT_BLOCK ? NULL : _("Working day");
}

char *
patal_year_view_day_words (PatalYearView *self, PatalDay day)
{
  g_autoptr (GPtrArray) marks = self->calendar != NULL ? patal_calendar_marks_of (self->calendar, day) : NULL;
  PatalLang lang = patal_settings_lang ();
  g_autofree char *shown = patal_day_long (day, lang);
  g_autoptr (GString) words = g_string_new (shown);

  g_string_append_printf (words, ", %s", patal_weekday_name (patal_day_weekday (day), lang));
  if (day_effect_words (self, day) != NULL)
    g_string_append_printf (words, "\n%s", day_effect_words (self, day));
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const PatalMark *mark = g_ptr_array_index (marks, i);
      const char *name = lang == PATAL_LANG_HI ? mark->name_hi : mark->name_en;

      if (name == NULL)
        name = mark->name_hi != NULL ? mark->name_hi : mark->name_en;
      g_string_append_printf (words, "\n%s", mark->kind == PATAL_MARK_HOLIDAY ? _(patal_holiday_class_title (mark->klass))
                                                                             : _(patal_blackout_reason_title (mark->reason)));
      if (name != NULL)
        g_string_append_printf (words, ": %s", name);
      if (!mark->verified)
        g_string_append_printf (words, " (%s)", _("Unverified"));
    }
  if (batches_on (self, day) > 0)
    g_string_append_printf (words, ngettext ("\n%u batch", "\n%u batches", batches_on (self, day)), batches_on (self, day));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
tooltip_cb (PatalYearView *self, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  PatalDay day = by_key ? PATAL_DAY_NONE : day_at (self, x, y);
  g_autofree char *words = day != PATAL_DAY_NONE ? patal_year_view_day_words (self, day) : NULL;

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static void
choose (PatalYearView *self, PatalDay day)
{
  patal_year_view_set_selected (self, day);
  g_signal_emit (self, chosen_signal, 0, day);
}

static void
pressed_cb (G_GNUC_UNUSED GtkGestureClick *gesture, int n, double x, double y, gpointer user_data)
{
  PatalYearView *self = user_data;
  PatalDay day = day_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (day == PATAL_DAY_NONE)
    return;
  choose (self, day);
  if (n == 2)
    g_signal_emit (self, activated_signal, 0, day);
}

/* The day that @key leads to from @day, whichever year it is in; PATAL_DAY_NONE: not one of our keys. */
static PatalDay
day_by_key (PatalDay day, guint key, gboolean rightwards)
{
  int year, month, mday, back = rightwards ? 1 : -1;
  PatalDay first, next;

  patal_day_to_ymd (day, &year, &month, &mday);
  first = day - mday + 1;
  next = patal_day_from_ymd (month == 12 ? year + 1 : year, month % 12 + 1, 1);
  switch (key)
    {
    case GDK_KEY_Left: case GDK_KEY_KP_Left: return day - back;
    case GDK_KEY_Right: case GDK_KEY_KP_Right: return day + back;
    case GDK_KEY_Up: case GDK_KEY_KP_Up: return day - 7;
    case GDK_KEY_Down: case GDK_KEY_KP_Down: return day + 7;
    case GDK_KEY_Home: case GDK_KEY_KP_Home: return first;
    case GDK_KEY_End: case GDK_KEY_KP_End: return next - 1;
    case GDK_KEY_Page_Up: return MIN (first - 1, patal_day_from_ymd (month == 1 ? year - 1 : year, month == 1 ? 12 : month - 1, 1) + mday - 1);
    case GDK_KEY_Page_Down: return MIN (next + mday - 1, patal_day_from_ymd (month >= 11 ? year + 1 : year, (month + 1) % 12 + 1, 1) - 1);
    default: return PATAL_DAY_NONE;
    }
}

static gboolean
key_cb (PatalYearView *self, guint key, G_GNUC_UNUSED guint code, GdkModifierType modifiers)
{
  PatalSpan year = patal_fy_span (self->fy);
  PatalDay day = self->selected != PATAL_DAY_NONE ? self->selected : patal_day_today ();

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || self->fy == 0)
    return GDK_EVENT_PROPAGATE;
  day = CLAMP (day, year.from, year.to);
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      choose (self, day);
      g_signal_emit (self, activated_signal, 0, day);
      return GDK_EVENT_STOP;
    }
  day = day_by_key (day, key, gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL);
  if (day == PATAL_DAY_NONE)
    return GDK_EVENT_PROPAGATE;
  choose (self, CLAMP (day, year.from, year.to));
  return GDK_EVENT_STOP;
}

void
patal_year_view_set_calendar (PatalYearView *self, int fy, const PatalCalendar *calendar)
{
  self->fy = fy;
  self->calendar = calendar;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
patal_year_view_set_batches (PatalYearView *self, const GArray *counts, PatalDay first)
{
  self->counts = counts;
  self->counted = first;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
patal_year_view_set_selected (PatalYearView *self, PatalDay day)
{
  g_autofree char *words = day != PATAL_DAY_NONE ? patal_year_view_day_words (self, day) : g_strdup (_("Year view of the holidays"));

  self->selected = day;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

PatalDay
patal_year_view_get_selected (PatalYearView *self)
{
  return self->selected;
}

GtkWidget *
patal_year_view_new (void)
{
  return g_object_new (PATAL_TYPE_YEAR_VIEW, NULL);
}

static void
patal_year_view_measure (G_GNUC_UNUSED GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 3 * MIN_MONTH_PX;
      *natural = 4 * (MIN_MONTH_PX + MONTH_GAP_PX);
    }
  else
    *minimum = *natural = (int) (MONTHS / n_columns (for_size)) * 158;
}

static GtkSizeRequestMode
patal_year_view_get_request_mode (G_GNUC_UNUSED GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
patal_year_view_class_init (PatalYearViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = patal_year_view_snapshot;
  widget_class->measure = patal_year_view_measure;
  widget_class->get_request_mode = patal_year_view_get_request_mode;
  chosen_signal = g_signal_new ("day-chosen", PATAL_TYPE_YEAR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_INT);
  activated_signal = g_signal_new ("day-activated", PATAL_TYPE_YEAR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "yearview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
patal_year_view_init (PatalYearView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Year view of the holidays"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Arrow keys go from day to day, Page Up and Down from month to month; the list beside it names the same days."), -1);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
