/* patal-cluster-map.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-cluster-map.h"
#include "patal-map-dots.h"
#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define ZOOM_STEP     1.25
#define MIN_PX_PER_KM 0.05
#define MAX_PX_PER_KM 400
#define PICK_PX       14
#define MOVE_PX       60
#define FAINT         0.15

struct _PatalClusterMap
{
  GtkWidget            parent_instance;
  const PatalPlanDeed *deed; /* (nullable) */
  int                  block;
  GArray              *points; /* PatalUnitPoint: what a view is fitted to */
  PatalMapView         view, drag_start;
  gboolean             fitted; /* the view follows the size until somebody moves it */
  double               pointer_x, pointer_y;
};

G_DEFINE_FINAL_TYPE (PatalClusterMap, patal_cluster_map, GTK_TYPE_WIDGET)

/* --- drawing --- */

static gboolean
is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

static gboolean
to_px (const PatalClusterMap *self, const PatalPlace *place, double *x, double *y)
{
  if (isnan (place->lat) || isnan (place->lon))
    return FALSE;
  patal_map_view_to_px (&self->view, place->lat, place->lon, x, y);
  return TRUE;
}

static gboolean
stands_out (const PatalClusterMap *self, int block)
{
  return self->block < 0 || self->block == block;
}

static void
set_colour (PatalClusterMap *self, cairo_t *cr, int cluster, double alpha)
{
  const PatalTrainingPlan *plan = self->deed->plan;
  GdkRGBA colour;

  patal_map_colour ((guint) cluster, is_dark (), &colour);
  if (!stands_out (self, plan->problem->data.venues[plan->clusters->venue[cluster]].block))
    alpha *= FAINT;
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, alpha);
}

/* A unit's dot, and its way to the venue. */
static void
draw_unit (PatalClusterMap *self, cairo_t *cr, int unit, double radius)
{
  const PatalTrainingPlan *plan = self->deed->plan;
  int cluster = plan->clusters->cluster[unit];
  double x, y, to_x, to_y;

  if (!to_px (self, &plan->map.units[unit], &x, &y) || cluster < 0)
    return;
  if (to_px (self, &plan->map.venues[plan->clusters->venue[cluster]], &to_x, &to_y))
    {
      set_colour (self, cr, cluster, 0.55);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, to_x, to_y);
      cairo_stroke (cr);
    }
  set_colour (self, cr, cluster, 1);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* Who is left out has a cross: a shape, not only a colour. */
static void
draw_left_out (PatalClusterMap *self, cairo_t *cr, int unit, double radius)
{
  const PatalTrainingPlan *plan = self->deed->plan;
  double x, y;

  if (plan->clusters->left[unit] == PATAL_LEFT_NOT || !to_px (self, &plan->map.units[unit], &x, &y))
    return;
  cairo_set_source_rgb (cr, 0.85, 0.2, 0.1);
  cairo_move_to (cr, x - radius, y - radius);
  cairo_line_to (cr, x + radius, y + radius);
  cairo_move_to (cr, x - radius, y + radius);
  cairo_line_to (cr, x + radius, y - radius);
  cairo_stroke (cr);
}

static void
draw_venue (PatalClusterMap *self, cairo_t *cr, int cluster, double radius, const GdkRGBA *ink)
{
  const PatalTrainingPlan *plan = self->deed->plan;
  int venue = plan->clusters->venue[cluster];
  double x, y;

  if (!to_px (self, &plan->map.venues[venue], &x, &y))
    return;
  set_colour (self, cr, cluster, 1);
  cairo_rectangle (cr, x - radius, y - radius, 2 * radius, 2 * radius);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, stands_out (self, plan->problem->data.venues[venue].block) ? 1 : FAINT);
  cairo_stroke (cr);
}

static void
draw_clusters (PatalClusterMap *self, cairo_t *cr)
{
  const PatalTrainingPlan *plan = self->deed->plan;
  double radius = CLAMP (1.6 + 0.55 * sqrt (self->view.px_per_km), 1.6, 6);
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ink);
  cairo_set_line_width (cr, 1);
  for (int u = 0; u < plan->problem->data.n_units; u++)
    draw_unit (self, cr, u, radius);
  cairo_set_line_width (cr, 1.5);
  for (int c = 0; c < plan->clusters->n; c++)
    draw_venue (self, cr, c, radius + 2, &ink);
  cairo_set_line_width (cr, 2);
  for (int u = 0; u < plan->problem->data.n_units; u++)
    draw_left_out (self, cr, u, radius + 2);
}

static void
draw_words (PatalClusterMap *self, GtkSnapshot *snapshot, const char *words, double x, double y)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ink);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
draw_scale (PatalClusterMap *self, GtkSnapshot *snapshot)
{
  double km = patal_map_scale_km (&self->view, 120), length = km * self->view.px_per_km, y = self->view.height - 12;
  g_autofree char *text = km >= 1 ? g_strdup_printf (_("%g km"), km) : g_strdup_printf (_("%g m"), km * 1000);
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ink);
  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (12, (float) y, (float) length, 2));
  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (12, (float) y - 5, 2, 7));
  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT ((float) (10 + length), (float) y - 5, 2, 7));
  draw_words (self, snapshot, text, 18, y - 24);
}

static void
patal_cluster_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PatalClusterMap *self = PATAL_CLUSTER_MAP (widget);
  graphene_rect_t box = GRAPHENE_RECT_INIT (0, 0, (float) self->view.width, (float) self->view.height);
  cairo_t *cr;

  if (self->deed == NULL || self->view.width <= 0 || self->view.height <= 0)
    return;
  if (self->points->len == 0)
    {
      draw_words (self, snapshot, _("No coordinates are known here."), 12, 12);
      return;
    }
  gtk_snapshot_push_clip (snapshot, &box);
  cr = gtk_snapshot_append_cairo (snapshot, &box);
  draw_clusters (self, cr);
  cairo_destroy (cr);
  draw_scale (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

/* --- what is under the pointer --- */

static int
cluster_at (PatalClusterMap *self, double x, double y)
{
  const PatalTrainingPlan *plan = self->deed->plan;
  double least = PICK_PX, px, py;
  int nearest = -1;

  for (int u = 0; u < plan->problem->data.n_units; u++)
    if (plan->clusters->cluster[u] >= 0 && to_px (self, &plan->map.units[u], &px, &py) && hypot (px - x, py - y) < least)
      {
        least = hypot (px - x, py - y);
        nearest = plan->clusters->cluster[u];
      }
  for (int c = 0; c < plan->clusters->n; c++)
    if (to_px (self, &plan->map.venues[plan->clusters->venue[c]], &px, &py) && hypot (px - x, py - y) <= least)
      {
        least = hypot (px - x, py - y);
        nearest = c;
      }
  return nearest;
}

/* (transfer full): "Venue: 8 gram panchayats, 31 people, from 12.04.2026". */
static char *
cluster_words (PatalClusterMap *self, int cluster)
{
  const PatalTrainingPlan *plan = self->deed->plan;
  const PatalPlanData *data = &plan->problem->data;
  const char *venue = patal_plan_ids_name (&self->deed->files->venues, plan->clusters->venue[cluster]);
  int units = 0, heads = 0, start = plan->schedule->start[cluster * data->n_modules];
  g_autofree char *day = start >= 0 ? patal_day_format (plan->days.first + start) : g_strdup (_("without a day"));

  for (int u = 0; u < data->n_units; u++)
    if (plan->clusters->cluster[u] == cluster)
      {
        units++;
        heads += data->units[u].heads;
      }
  /* Translators: a venue, how many places, how many people, the first day. */
  return g_strdup_printf (ngettext ("%s: %d place, %d people; %s", "%s: %d places, %d people; %s", units), venue, units, heads, day);
}

static gboolean
tooltip_cb (PatalClusterMap *self, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  int cluster = by_key || self->deed == NULL ? -1 : cluster_at (self, x, y);
  g_autofree char *words = cluster >= 0 ? cluster_words (self, cluster) : NULL;

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

/* --- moving about --- */

static void
zoom_at (PatalClusterMap *self, double factor, double x, double y)
{
  double lat, lon, after_lat, after_lon;

  patal_map_view_from_px (&self->view, x, y, &lat, &lon);
  self->view.px_per_km = CLAMP (self->view.px_per_km * factor, MIN_PX_PER_KM, MAX_PX_PER_KM);
  patal_map_view_from_px (&self->view, x, y, &after_lat, &after_lon);
  self->view.lat += lat - after_lat;
  self->view.lon += lon - after_lon;
  self->fitted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
move_by (PatalClusterMap *self, double dx, double dy)
{
  double lat, lon;

  patal_map_view_from_px (&self->view, self->view.width / 2.0 + dx, self->view.height / 2.0 + dy, &lat, &lon);
  self->view.lat = CLAMP (lat, -80, 80);
  self->view.lon = lon;
  self->fitted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
fit (PatalClusterMap *self)
{
  self->fitted = TRUE;
  patal_map_view_fit (&self->view, self->points);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
scroll_cb (PatalClusterMap *self, G_GNUC_UNUSED double dx, double dy)
{
  zoom_at (self, pow (ZOOM_STEP, -dy), self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
motion_cb (PatalClusterMap *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
drag_begin_cb (PatalClusterMap *self)
{
  self->drag_start = self->view;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
drag_update_cb (PatalClusterMap *self, double dx, double dy)
{
  self->view.lat = self->drag_start.lat;
  self->view.lon = self->drag_start.lon;
  move_by (self, -dx, -dy);
}

static gboolean
key_cb (PatalClusterMap *self, guint keyval, G_GNUC_UNUSED guint keycode, GdkModifierType state)
{
  double middle_x = self->view.width / 2.0, middle_y = self->view.height / 2.0;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
      move_by (self, -MOVE_PX, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      move_by (self, MOVE_PX, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      move_by (self, 0, -MOVE_PX);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      move_by (self, 0, MOVE_PX);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      zoom_at (self, ZOOM_STEP, middle_x, middle_y);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      zoom_at (self, 1 / ZOOM_STEP, middle_x, middle_y);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      fit (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* --- public --- */

static void
add_point (GArray *points, const PatalPlace *place)
{
  if (!isnan (place->lat) && !isnan (place->lon))
    g_array_append_val (points, ((PatalUnitPoint) { .lat = (float) place->lat, .lon = (float) place->lon }));
}

void
patal_cluster_map_set_deed (PatalClusterMap *self, const PatalPlanDeed *deed)
{
  self->deed = deed;
  self->block = -1;
  g_array_set_size (self->points, 0);
  if (deed != NULL)
    {
      for (int u = 0; u < deed->plan->problem->data.n_units; u++)
        add_point (self->points, &deed->plan->map.units[u]);
      for (int c = 0; c < deed->plan->clusters->n; c++)
        add_point (self->points, &deed->plan->map.venues[deed->plan->clusters->venue[c]]);
    }
  fit (self);
}

void
patal_cluster_map_set_block (PatalClusterMap *self, int block)
{
  self->block = block;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
patal_cluster_map_new (void)
{
  return g_object_new (PATAL_TYPE_CLUSTER_MAP, NULL);
}

/* --- the object --- */

static void
patal_cluster_map_size_allocate (GtkWidget *widget, int width, int height, G_GNUC_UNUSED int baseline)
{
  PatalClusterMap *self = PATAL_CLUSTER_MAP (widget);

  self->view.width = width;
  self->view.height = height;
  if (self->fitted)
    patal_map_view_fit (&self->view, self->points);
}

static void
patal_cluster_map_finalize (GObject *object)
{
  g_array_unref (PATAL_CLUSTER_MAP (object)->points);
  G_OBJECT_CLASS (patal_cluster_map_parent_class)->finalize (object);
}

static void
patal_cluster_map_class_init (PatalClusterMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = patal_cluster_map_finalize;
  widget_class->snapshot = patal_cluster_map_snapshot;
  widget_class->size_allocate = patal_cluster_map_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "clustermap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controller (PatalClusterMap *self, GtkEventController *controller, const char *signal, GCallback callback)
{
  g_signal_connect_object (controller, signal, callback, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
patal_cluster_map_init (PatalClusterMap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->points = g_array_new (FALSE, TRUE, sizeof (PatalUnitPoint));
  self->block = -1;
  self->fitted = TRUE;
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  add_controller (self, GTK_EVENT_CONTROLLER (drag), "drag-update", G_CALLBACK (drag_update_cb));
  add_controller (self, gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL), "scroll", G_CALLBACK (scroll_cb));
  add_controller (self, gtk_event_controller_motion_new (), "motion", G_CALLBACK (motion_cb));
  add_controller (self, gtk_event_controller_key_new (), "key-pressed", G_CALLBACK (key_cb));
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Clusters on the map"), -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}
