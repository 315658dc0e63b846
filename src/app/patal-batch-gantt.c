/* patal-batch-gantt.c: geometry, scrolling, keys
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-gantt-private.h"
#include "patal-batch-words.h"
#include <glib/gi18n.h>
#include <math.h>

static void patal_batch_gantt_scrollable_init (GtkScrollableInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (PatalBatchGantt, patal_batch_gantt, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, patal_batch_gantt_scrollable_init))

enum { PROP_0, PROP_SELECTED, N_OWN, PROP_ACROSS = N_OWN, PROP_DOWN, PROP_ACROSS_POLICY, PROP_DOWN_POLICY };
static GParamSpec *selected_prop;
static guint opened_signal, dropped_signal, pin_signal;

static const double day_widths[PATAL_N_GANTT_ZOOMS] = { [PATAL_GANTT_MONTH] = 34, [PATAL_GANTT_QUARTER] = 16, [PATAL_GANTT_YEAR] = 4 };

/* ---- where things are ---- */

guint
gantt_n_rows (const PatalBatchScene *scene)
{
  return scene->lanes->len + scene->blocks->len;
}

/* The heading of block b stands in row first + b. */
void
gantt_row (const PatalBatchScene *scene, guint row, guint *block, guint *lane)
{
  guint low = 0, high = scene->blocks->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (scene->blocks, PatalSceneBlock, middle).first + middle <= row)
        low = middle;
      else
        high = middle;
    }
  *block = low;
  *lane = g_array_index (scene->blocks, PatalSceneBlock, low).first + low == row ? GANTT_NO_LANE : row - low - 1;
}

guint
gantt_row_of_lane (const PatalBatchScene *scene, guint lane)
{
  return lane + g_array_index (scene->lanes, PatalSceneLane, lane).block + 1;
}

int
gantt_side_px (PatalBatchGantt *self)
{
  return MIN (GANTT_SIDE_PX, gtk_widget_get_width (GTK_WIDGET (self)) / 3);
}

double
gantt_x (PatalBatchGantt *self, PatalDay day)
{
  return gantt_side_px (self) + (day - self->scene->span.from) * self->day_px - gtk_adjustment_get_value (self->across);
}

double
gantt_y (PatalBatchGantt *self, guint row)
{
  return GANTT_HEAD_PX + (double) row * GANTT_ROW_PX - gtk_adjustment_get_value (self->down);
}

PatalDay
gantt_day_at (PatalBatchGantt *self, double x)
{
  return self->scene->span.from + (PatalDay) floor ((x - gantt_side_px (self) + gtk_adjustment_get_value (self->across)) / self->day_px);
}

guint
gantt_lane_at (PatalBatchGantt *self, double y)
{
  double row = floor ((y - GANTT_HEAD_PX + gtk_adjustment_get_value (self->down)) / GANTT_ROW_PX);
  guint block, lane;

  if (y < GANTT_HEAD_PX || row < 0 || row >= gantt_n_rows (self->scene))
    return GANTT_NO_LANE;
  gantt_row (self->scene, (guint) row, &block, &lane);
  return lane;
}

static const PatalSceneBar *
bar_of (const PatalBatchScene *scene, guint lane, guint i)
{
  return &g_array_index (scene->bars, PatalSceneBar, g_array_index (g_array_index (scene->lanes, PatalSceneLane, lane).bars, guint, i));
}

guint
gantt_first_bar (const PatalBatchScene *scene, guint lane, PatalDay from)
{
  guint low = 0, high = g_array_index (scene->lanes, PatalSceneLane, lane).bars->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (bar_of (scene, lane, middle)->bar.span.to < from)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
gantt_bar_at (PatalBatchGantt *self, double x, double y, guint *bar)
{
  guint lane = self->scene != NULL && x >= gantt_side_px (self) ? gantt_lane_at (self, y) : GANTT_NO_LANE, i;
  PatalDay day;

  if (lane == GANTT_NO_LANE)
    return FALSE;
  day = gantt_day_at (self, x);
  i = gantt_first_bar (self->scene, lane, day);
  if (i >= g_array_index (self->scene->lanes, PatalSceneLane, lane).bars->len || bar_of (self->scene, lane, i)->bar.span.from > day)
    return FALSE;
  *bar = g_array_index (g_array_index (self->scene->lanes, PatalSceneLane, lane).bars, guint, i);
  return TRUE;
}

/* ---- scrolling ---- */

static void
configure (PatalBatchGantt *self)
{
  double width = MAX (1, gtk_widget_get_width (GTK_WIDGET (self)) - gantt_side_px (self));
  double height = MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) - GANTT_HEAD_PX);
  double all = self->scene != NULL ? patal_span_days (self->scene->span) * self->day_px : width;
  double rows = self->scene != NULL ? (double) gantt_n_rows (self->scene) * GANTT_ROW_PX : height;

  if (self->across == NULL || self->down == NULL)
    return;
  gtk_adjustment_configure (self->across, gtk_adjustment_get_value (self->across), 0, MAX (all, width), self->day_px, width * 0.9, width);
  gtk_adjustment_configure (self->down, gtk_adjustment_get_value (self->down), 0, MAX (rows, height), GANTT_ROW_PX, height * 0.9, height);
}

static void
show_wanted (PatalBatchGantt *self)
{
  if (self->wanted_day == PATAL_DAY_NONE || self->scene == NULL || self->across == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  gtk_adjustment_set_value (self->across, (self->wanted_day - self->scene->span.from) * self->day_px);
  self->wanted_day = PATAL_DAY_NONE;
}

static void
patal_batch_gantt_size_allocate (GtkWidget *widget, G_GNUC_UNUSED int width, G_GNUC_UNUSED int height, G_GNUC_UNUSED int baseline)
{
  configure (PATAL_BATCH_GANTT (widget));
  show_wanted (PATAL_BATCH_GANTT (widget));
}

static void
set_adjustment (PatalBatchGantt *self, GtkAdjustment **which, GtkAdjustment *adjustment)
{
  if (adjustment != NULL && adjustment == *which)
    return;
  if (*which != NULL)
    g_signal_handlers_disconnect_by_func (*which, gtk_widget_queue_draw, self);
  g_clear_object (which);
  *which = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*which, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  configure (self);
}

static void
reveal_bar (PatalBatchGantt *self, const PatalSceneBar *bar)
{
  double left = (bar->bar.span.from - self->scene->span.from) * self->day_px, right = left + patal_span_days (bar->bar.span) * self->day_px;
  double top = (double) gantt_row_of_lane (self->scene, bar->lane) * GANTT_ROW_PX;

  configure (self);
  gtk_adjustment_clamp_page (self->across, left - self->day_px, right + self->day_px);
  gtk_adjustment_clamp_page (self->down, top - GANTT_ROW_PX, top + GANTT_ROW_PX);
}

/* ---- what is chosen ---- */

static void
tell_label (PatalBatchGantt *self)
{
  const PatalSceneBar *bar = self->scene != NULL && self->selected != 0 ? patal_batch_scene_find (self->scene, self->selected, NULL) : NULL;
  g_autofree char *words = bar != NULL ? patal_batch_words_line (self->scene, bar) : g_strdup (_("Batches by venue and day"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
choose (PatalBatchGantt *self, gint64 batch)
{
  if (self->selected != batch)
    {
      self->selected = batch;
      g_object_notify_by_pspec (G_OBJECT (self), selected_prop);
    }
  tell_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
patal_batch_gantt_set_selected (PatalBatchGantt *self, gint64 batch)
{
  const PatalSceneBar *bar = self->scene != NULL ? patal_batch_scene_find (self->scene, batch, NULL) : NULL;

  choose (self, batch);
  if (bar != NULL)
    reveal_bar (self, bar);
}

gint64
patal_batch_gantt_get_selected (PatalBatchGantt *self)
{
  return self->selected;
}

void
patal_batch_gantt_set_scene (PatalBatchGantt *self, const PatalBatchScene *scene)
{
  PatalDay day = self->scene != NULL ? patal_batch_gantt_get_day (self) : PATAL_DAY_NONE;

  gantt_drag_end (self);
  self->scene = scene;
  configure (self);
  if (scene != NULL && day != PATAL_DAY_NONE && self->wanted_day == PATAL_DAY_NONE)
    patal_batch_gantt_show_day (self, CLAMP (day, scene->span.from, scene->span.to));
  else
    show_wanted (self);
  tell_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
patal_batch_gantt_show_day (PatalBatchGantt *self, PatalDay day)
{
  self->wanted_day = day;
  show_wanted (self);
}

PatalDay
patal_batch_gantt_get_day (PatalBatchGantt *self)
{
  if (self->wanted_day != PATAL_DAY_NONE || self->scene == NULL)
    return self->wanted_day;
  return self->scene->span.from + (PatalDay) ceil (gtk_adjustment_get_value (self->across) / self->day_px);
}

void
patal_batch_gantt_set_zoom (PatalBatchGantt *self, PatalGanttZoom zoom)
{
  const PatalSceneBar *bar = self->scene != NULL ? patal_batch_scene_find (self->scene, self->selected, NULL) : NULL;
  PatalDay day = patal_batch_gantt_get_day (self);

  self->zoom = zoom;
  self->day_px = day_widths[zoom];
  configure (self);
  if (day != PATAL_DAY_NONE)
    patal_batch_gantt_show_day (self, day);
  if (bar != NULL)
    reveal_bar (self, bar);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

PatalGanttZoom
patal_batch_gantt_get_zoom (PatalBatchGantt *self)
{
  return self->zoom;
}

/* ---- keys and clicks ---- */

void
gantt_emit_drop (PatalBatchGantt *self, guint index, PatalDay day, gint64 venue)
{
  const PatalSceneBar *bar = &g_array_index (self->scene->bars, PatalSceneBar, index);
  GdkRectangle at = { (int) gantt_x (self, bar->bar.span.from), (int) gantt_y (self, gantt_row_of_lane (self->scene, bar->lane)),
                      (int) (patal_span_days (bar->bar.span) * self->day_px), GANTT_ROW_PX };

  choose (self, bar->bar.id);
  g_signal_emit (self, dropped_signal, 0, bar->bar.id, (int) day, venue, &at);
}

/* The bar of @lane that lies nearest to @day. */
static const PatalSceneBar *
nearest_in (const PatalBatchScene *scene, guint lane, PatalDay day)
{
  guint n = g_array_index (scene->lanes, PatalSceneLane, lane).bars->len, i = MIN (gantt_first_bar (scene, lane, day), n - 1);

  if (i > 0 && day - bar_of (scene, lane, i - 1)->bar.span.to < bar_of (scene, lane, i)->bar.span.from - day)
    i--;
  return bar_of (scene, lane, i);
}

/* (nullable): the bar to which @key leads from @bar. */
static const PatalSceneBar *
bar_by_key (PatalBatchGantt *self, const PatalSceneBar *bar, guint key)
{
  const PatalBatchScene *scene = self->scene;
  const GArray *bars = g_array_index (scene->lanes, PatalSceneLane, bar->lane).bars;
  guint i = gantt_first_bar (scene, bar->lane, bar->bar.span.from);

  switch (key)
    {
    case GDK_KEY_Left: case GDK_KEY_KP_Left: return i > 0 ? bar_of (scene, bar->lane, i - 1) : NULL;
    case GDK_KEY_Right: case GDK_KEY_KP_Right: return i + 1 < bars->len ? bar_of (scene, bar->lane, i + 1) : NULL;
    case GDK_KEY_Up: case GDK_KEY_KP_Up: return bar->lane > 0 ? nearest_in (scene, bar->lane - 1, bar->bar.span.from) : NULL;
    case GDK_KEY_Down: case GDK_KEY_KP_Down:
      return bar->lane + 1 < scene->lanes->len ? nearest_in (scene, bar->lane + 1, bar->bar.span.from) : NULL;
    case GDK_KEY_Home: case GDK_KEY_KP_Home: return &g_array_index (scene->bars, PatalSceneBar, 0);
    case GDK_KEY_End: case GDK_KEY_KP_End: return &g_array_index (scene->bars, PatalSceneBar, scene->bars->len - 1);
    default: return NULL;
    }
}

static gboolean
is_end (guint key)
{
  return key == GDK_KEY_Home || key == GDK_KEY_KP_Home || key == GDK_KEY_End || key == GDK_KEY_KP_End;
}

static gboolean
is_arrow (guint key)
{
  return (key >= GDK_KEY_Home && key <= GDK_KEY_Down) || (key >= GDK_KEY_KP_Home && key <= GDK_KEY_KP_Down) || key == GDK_KEY_End || key == GDK_KEY_KP_End;
}

/* The chosen one; where none is, the first that ends in what is seen or behind it. */
static const PatalSceneBar *
bar_to_go_from (PatalBatchGantt *self, gboolean *chosen)
{
  const PatalSceneBar *bar = self->selected != 0 ? patal_batch_scene_find (self->scene, self->selected, NULL) : NULL;
  PatalDay day = patal_batch_gantt_get_day (self);

  *chosen = bar != NULL;
  for (guint i = patal_batch_scene_from (self->scene, day); bar == NULL && i < self->scene->bars->len; i++)
    if (g_array_index (self->scene->bars, PatalSceneBar, i).bar.span.to >= day)
      bar = &g_array_index (self->scene->bars, PatalSceneBar, i);
  return bar != NULL ? bar : &g_array_index (self->scene->bars, PatalSceneBar, self->scene->bars->len - 1);
}

static gboolean
zoom_by_key (PatalBatchGantt *self, guint key)
{
  gboolean nearer = key == GDK_KEY_plus || key == GDK_KEY_KP_Add || key == GDK_KEY_equal, farther = key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract;

  if (nearer && self->zoom > 0)
    patal_batch_gantt_set_zoom (self, self->zoom - 1);
  if (farther && self->zoom + 1 < PATAL_N_GANTT_ZOOMS)
    patal_batch_gantt_set_zoom (self, self->zoom + 1);
  if (nearer || farther)
    g_signal_emit_by_name (self, "zoomed");
  return nearer || farther;
}

static gboolean
move_by_key (PatalBatchGantt *self, const PatalSceneBar *bar, guint key)
{
  int step = key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? -1 : key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1 : 0;
  guint index;

  if (step == 0)
    return GDK_EVENT_PROPAGATE;
  patal_batch_scene_find (self->scene, bar->bar.id, &index);
  gantt_emit_drop (self, index, bar->bar.span.from + step, 0);
  return GDK_EVENT_STOP;
}

static gboolean
key_cb (PatalBatchGantt *self, guint key, G_GNUC_UNUSED guint code, GdkModifierType modifiers)
{
  const PatalSceneBar *bar, *next;
  gboolean chosen;

  if (self->scene == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape && self->drag.mover != NULL)
    {
      gantt_drag_end (self);
      return GDK_EVENT_STOP;
    }
  if (zoom_by_key (self, key))
    return GDK_EVENT_STOP;
  if (self->scene->bars->len == 0)
    return GDK_EVENT_PROPAGATE;
  bar = bar_to_go_from (self, &chosen);
  if ((modifiers & GDK_ALT_MASK) != 0)
    return chosen ? move_by_key (self, bar, key) : GDK_EVENT_PROPAGATE;
  if (is_arrow (key))
    {
      next = chosen || is_end (key) ? bar_by_key (self, bar, key) : bar;
      if (next != NULL)
        patal_batch_gantt_set_selected (self, next->bar.id);
      return GDK_EVENT_STOP;
    }
  if (chosen && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    g_signal_emit (self, opened_signal, 0, bar->bar.id);
  else if (chosen && (key == GDK_KEY_p || key == GDK_KEY_P))
    g_signal_emit (self, pin_signal, 0, bar->bar.id);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
pressed_cb (PatalBatchGantt *self, int n, double x, double y)
{
  guint index;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!gantt_bar_at (self, x, y, &index))
    {
      choose (self, 0);
      return;
    }
  choose (self, g_array_index (self->scene->bars, PatalSceneBar, index).bar.id);
  if (n == 2)
    g_signal_emit (self, opened_signal, 0, self->selected);
}

static gboolean
tooltip_cb (PatalBatchGantt *self, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  guint index, lane;
  g_autofree char *words = NULL;

  if (self->scene == NULL || by_key || self->drag.mover != NULL)
    return FALSE;
  if (gantt_bar_at (self, x, y, &index))
    words = patal_batch_words (self->scene, &g_array_index (self->scene->bars, PatalSceneBar, index));
  else if (x < gantt_side_px (self) && (lane = gantt_lane_at (self, y)) != GANTT_NO_LANE)
    words = g_strdup (g_array_index (self->scene->lanes, PatalSceneLane, lane).name);
  if (words == NULL || *words == '\0')
    return FALSE;
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/* ---- the widget ---- */

static void
patal_batch_gantt_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PatalBatchGantt *self = PATAL_BATCH_GANTT (widget);
  cairo_t *cr;

  if (self->scene == NULL || self->across == NULL || self->down == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  gantt_draw (self, cr);
  cairo_destroy (cr);
}

static void
patal_batch_gantt_measure (G_GNUC_UNUSED GtkWidget *widget, GtkOrientation orientation, G_GNUC_UNUSED int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : GANTT_HEAD_PX + 4 * GANTT_ROW_PX;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 480;
}

static void
patal_batch_gantt_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PatalBatchGantt *self = PATAL_BATCH_GANTT (object);

  switch (id)
    {
    case PROP_SELECTED: g_value_set_int64 (value, self->selected); break;
    case PROP_ACROSS: g_value_set_object (value, self->across); break;
    case PROP_DOWN: g_value_set_object (value, self->down); break;
    case PROP_ACROSS_POLICY: g_value_set_enum (value, self->across_policy); break;
    case PROP_DOWN_POLICY: g_value_set_enum (value, self->down_policy); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
patal_batch_gantt_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PatalBatchGantt *self = PATAL_BATCH_GANTT (object);

  switch (id)
    {
    case PROP_ACROSS: set_adjustment (self, &self->across, g_value_get_object (value)); break;
    case PROP_DOWN: set_adjustment (self, &self->down, g_value_get_object (value)); break;
    case PROP_ACROSS_POLICY: self->across_policy = g_value_get_enum (value); break;
    case PROP_DOWN_POLICY: self->down_policy = g_value_get_enum (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
patal_batch_gantt_dispose (GObject *object)
{
  PatalBatchGantt *self = PATAL_BATCH_GANTT (object);

  gantt_drag_end (self);
  self->scene = NULL;
  g_clear_object (&self->across);
  g_clear_object (&self->down);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (patal_batch_gantt_parent_class)->dispose (object);
}

static void
patal_batch_gantt_scrollable_init (GtkScrollableInterface *iface G_GNUC_UNUSED)
{
}

static void
patal_batch_gantt_class_init (PatalBatchGanttClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = PATAL_TYPE_BATCH_GANTT;

  object_class->dispose = patal_batch_gantt_dispose;
  object_class->get_property = patal_batch_gantt_get_property;
  object_class->set_property = patal_batch_gantt_set_property;
  widget_class->snapshot = patal_batch_gantt_snapshot;
  widget_class->measure = patal_batch_gantt_measure;
  widget_class->size_allocate = patal_batch_gantt_size_allocate;
  selected_prop = g_param_spec_int64 ("selected", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_SELECTED, selected_prop);
  g_object_class_override_property (object_class, PROP_ACROSS, "hadjustment");
  g_object_class_override_property (object_class, PROP_DOWN, "vadjustment");
  g_object_class_override_property (object_class, PROP_ACROSS_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_DOWN_POLICY, "vscroll-policy");
  opened_signal = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  dropped_signal = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_INT64, G_TYPE_INT, G_TYPE_INT64,
                                 GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE);
  pin_signal = g_signal_new ("pin", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_signal_new ("zoomed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "batchgantt");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

GtkWidget *
patal_batch_gantt_new (PatalDocument *document)
{
  PatalBatchGantt *self = g_object_new (PATAL_TYPE_BATCH_GANTT, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}

static void
patal_batch_gantt_init (PatalBatchGantt *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->zoom = PATAL_GANTT_QUARTER;
  self->day_px = day_widths[self->zoom];
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gantt_drag_attach (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Arrow keys go from batch to batch, Alt with left and right moves one by a day, Enter opens it, P pins it, plus and minus zoom."), -1);
  tell_label (self);
}
