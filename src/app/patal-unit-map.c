/* patal-unit-map.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unit-map.h"
#include "patal-map-dots.h"
#include "patal-settings.h"
#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define ZOOM_STEP 1.25
#define MIN_PX_PER_KM 0.05
#define MAX_PX_PER_KM 400
#define PICK_PX 14
#define MOST_NAMES 60 /* of blocks: more would cover the dots */

typedef struct
{
  gint64 id;
  float  lat, lon; /* the middle of its dots */
  guint  n;
  char  *name;
} Block;

struct _PatalUnitMap
{
  GtkWidget      parent_instance;
  GtkWidget     *empty; /* shown where there are no coordinates */
  PatalDocument *document;
  gint64         scope, selected;
  GArray        *points;  /* PatalUnitPoint */
  GArray        *blocks;  /* Block */
  guint          n_outliers;
  PatalMapView   view;
  gboolean       fitted;  /* the view follows the size until somebody moves it */
  GdkTexture    *dots;    /* of the view below; NULL: to be made */
  PatalMapView   dots_view;
  gboolean       dots_dark;
  PatalMapView   drag_start;
  double         pointer_x, pointer_y;
  GCancellable  *cancellable;
};

G_DEFINE_FINAL_TYPE (PatalUnitMap, patal_unit_map, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SELECTED, N_PROPS };
static GParamSpec *props[N_PROPS];

/* --- the points --- */

typedef struct
{
  GArray *points, *blocks;
} Found;

static void
block_clear (gpointer data)
{
  g_free (((Block *) data)->name);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->points, g_array_unref);
  g_clear_pointer (&found->blocks, g_array_unref);
  g_free (found);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  gint64 x = ((const PatalUnitPoint *) a)->block, y = ((const PatalUnitPoint *) b)->block;

  return (x > y) - (x < y);
}

/* The middle of each block's dots, outliers left out; its name where there are few enough to be written. */
static GArray *
gather_blocks (PatalDb *db, GArray *points, PatalLang lang)
{
  GArray *blocks = g_array_new (FALSE, TRUE, sizeof (Block));

  g_array_set_clear_func (blocks, block_clear);
  g_array_sort (points, compare_points);
  for (guint i = 0; i < points->len; i++)
    {
      const PatalUnitPoint *point = &g_array_index (points, PatalUnitPoint, i);
      Block *block = blocks->len > 0 ? &g_array_index (blocks, Block, blocks->len - 1) : NULL;

      if (block == NULL || block->id != point->block)
        {
          g_array_append_val (blocks, (Block) { .id = point->block });
          block = &g_array_index (blocks, Block, blocks->len - 1);
        }
      if (point->outlier)
        continue;
      block->n++;
      block->lat += (point->lat - block->lat) / block->n;
      block->lon += (point->lon - block->lon) / block->n;
    }
  for (guint i = 0; i < blocks->len; i++)
    {
      Block *block = &g_array_index (blocks, Block, i);

      block->name = patal_unit_name (db, block->id, lang);
    }
  return blocks;
}

static gpointer
points_job (PatalDb *db, gpointer data, G_GNUC_UNUSED const PatalProgress *progress, GError **error)
{
  Found *found = g_new0 (Found, 1);

  found->points = patal_unit_points (db, *(const gint64 *) data, error);
  if (found->points == NULL)
    {
      found_free (found);
      return NULL;
    }
  found->blocks = gather_blocks (db, found->points, patal_settings_lang ());
  return found;
}

static void
forget_dots (PatalUnitMap *self)
{
  g_clear_object (&self->dots);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
points_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PatalUnitMap) self = user_data;
  g_autoptr (GError) error = NULL;
  Found *found = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);

  if (found == NULL)
    {
      patal_document_complain (PATAL_DOCUMENT (source), error);
      return;
    }
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  self->points = g_steal_pointer (&found->points);
  self->blocks = g_steal_pointer (&found->blocks);
  found_free (found);
  self->n_outliers = 0;
  for (guint i = 0; i < self->points->len; i++)
    self->n_outliers += g_array_index (self->points, PatalUnitPoint, i).outlier ? 1 : 0;
  gtk_widget_set_child_visible (self->empty, self->points->len == 0);
  if (self->fitted)
    patal_map_view_fit (&self->view, self->points);
  forget_dots (self);
}

static void
load (PatalUnitMap *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  patal_document_read_async (self->document, points_job, g_memdup2 (&self->scope, sizeof self->scope), g_free, found_free,
                             self->cancellable, points_read_cb, g_object_ref (self));
}

static void
changed_cb (PatalUnitMap *self, GStrv tables)
{
  if (patal_document_touches ((const char *const *) tables, "unit"))
    load (self);
}

static const PatalUnitPoint *
point_of (PatalUnitMap *self, gint64 unit)
{
  for (guint i = 0; self->points != NULL && i < self->points->len; i++)
    if (g_array_index (self->points, PatalUnitPoint, i).id == unit)
      return &g_array_index (self->points, PatalUnitPoint, i);
  return NULL;
}

/* The nearest one to a place of the widget, if it is near enough to have been meant. */
static const PatalUnitPoint *
point_at (PatalUnitMap *self, double x, double y)
{
  const PatalUnitPoint *nearest = NULL;
  double least = PICK_PX;

  for (guint i = 0; self->points != NULL && i < self->points->len; i++)
    {
      const PatalUnitPoint *point = &g_array_index (self->points, PatalUnitPoint, i);
      double px, py;

      patal_map_view_to_px (&self->view, point->lat, point->lon, &px, &py);
      if (hypot (px - x, py - y) < least)
        {
          least = hypot (px - x, py - y);
          nearest = point;
        }
    }
  return nearest;
}

/* --- drawing --- */

static gboolean
is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

static double
dot_radius (const PatalUnitMap *self)
{
  return CLAMP (1.6 + 0.55 * sqrt (self->view.px_per_km), 1.6, 7);
}

static guint32
premultiplied (const GdkRGBA *colour)
{
  return 0xff000000u | (guint32) (colour->red * 255) << 16 | (guint32) (colour->green * 255) << 8
         | (guint32) (colour->blue * 255);
}

/* Anew only when what is seen has changed: a frame in which only the selection moves costs nothing. */
static void
ensure_dots (PatalUnitMap *self)
{
  g_autoptr (GHashTable) colours = NULL;

  if (self->dots != NULL && memcmp (&self->dots_view, &self->view, sizeof self->view) == 0 && self->dots_dark == is_dark ())
    return;
  g_clear_object (&self->dots);
  colours = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      GdkRGBA colour;

      patal_map_colour (i, is_dark (), &colour);
      g_hash_table_insert (colours, &g_array_index (self->blocks, Block, i).id, GUINT_TO_POINTER (premultiplied (&colour)));
    }
  self->dots = patal_map_dots (&self->view, self->points, colours, dot_radius (self),
                               gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  self->dots_view = self->view;
  self->dots_dark = is_dark ();
}

static void
ink_of (PatalUnitMap *self, GdkRGBA *out)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), out);
}

/* Text with a soft ground, so that it can be read on dots. */
static void
draw_text (PatalUnitMap *self, GtkSnapshot *snapshot, const char *text, double x, double y, double share_x)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GdkRGBA ink, ground = is_dark () ? (GdkRGBA) { 0.12f, 0.12f, 0.12f, 0.75f } : (GdkRGBA) { 1, 1, 1, 0.75f };
  GskRoundedRect round;
  graphene_rect_t box;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  x -= width * share_x;
  y -= height / 2.0;
  box = GRAPHENE_RECT_INIT ((float) x - 4, (float) y - 1, (float) width + 8, (float) height + 2);
  gsk_rounded_rect_init_from_rect (&round, &box, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, &ground, &box);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  ink_of (self, &ink);
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
draw_names (PatalUnitMap *self, GtkSnapshot *snapshot)
{
  if (self->blocks->len < 2 || self->blocks->len > MOST_NAMES)
    return;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = &g_array_index (self->blocks, Block, i);
      double x, y;

      patal_map_view_to_px (&self->view, block->lat, block->lon, &x, &y);
      if (block->n > 0 && block->name != NULL && x > 0 && y > 0 && x < self->view.width && y < self->view.height)
        draw_text (self, snapshot, block->name, x, y, 0.5);
    }
}

/* Round the selected dot a ring, on an outlier a cross: shapes, not only colours. */
static void
draw_marks (PatalUnitMap *self, GtkSnapshot *snapshot)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->view.width,
                                                                          (float) self->view.height));
  const PatalUnitPoint *chosen = self->selected != 0 ? point_of (self, self->selected) : NULL;
  double radius = dot_radius (self) + 3, x, y;
  GdkRGBA ink;

  ink_of (self, &ink);
  for (guint i = 0; self->n_outliers > 0 && i < self->points->len; i++)
    {
      const PatalUnitPoint *point = &g_array_index (self->points, PatalUnitPoint, i);

      if (!point->outlier)
        continue;
      patal_map_view_to_px (&self->view, point->lat, point->lon, &x, &y);
      cairo_move_to (cr, x - radius, y - radius);
      cairo_line_to (cr, x + radius, y + radius);
      cairo_move_to (cr, x - radius, y + radius);
      cairo_line_to (cr, x + radius, y - radius);
    }
  cairo_set_source_rgb (cr, 0.85, 0.2, 0.1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  if (chosen != NULL)
    {
      patal_map_view_to_px (&self->view, chosen->lat, chosen->lon, &x, &y);
      gdk_cairo_set_source_rgba (cr, &ink);
      cairo_set_line_width (cr, 3);
      cairo_arc (cr, x, y, radius + 3, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
draw_scale (PatalUnitMap *self, GtkSnapshot *snapshot)
{
  double km = patal_map_scale_km (&self->view, 140), length = km * self->view.px_per_km;
  double y = self->view.height - 22;
  g_autofree char *text = km >= 1 ? g_strdup_printf (_("%g km"), km) : g_strdup_printf (_("%g m"), km * 1000);
  GdkRGBA ink;

  ink_of (self, &ink);
  draw_text (self, snapshot, text, 20 + length / 2, y - 14, 0.5);
  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (20, (float) y, (float) length, 2));
  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (20, (float) y - 5, 2, 12));
  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT ((float) (18 + length), (float) y - 5, 2, 12));
  if (self->n_outliers > 0)
    {
      /* Translators: a legend on the map; × is the mark itself */
      g_autofree char *legend = g_strdup_printf (ngettext ("× far from its block: %u", "× far from their block: %u",
                                                           self->n_outliers), self->n_outliers);

      draw_text (self, snapshot, legend, self->view.width - 16, self->view.height - 22, 1);
    }
}

static void
draw_chosen_name (PatalUnitMap *self, GtkSnapshot *snapshot)
{
  const PatalUnitPoint *chosen = self->selected != 0 ? point_of (self, self->selected) : NULL;
  g_autofree char *name = chosen != NULL ? patal_unit_name (patal_document_reader (self->document), chosen->id,
                                                            patal_settings_lang ())
                                         : NULL;
  double x, y;

  if (name == NULL)
    return;
  patal_map_view_to_px (&self->view, chosen->lat, chosen->lon, &x, &y);
  draw_text (self, snapshot, name, x, y - 22, 0.5);
}

static void
patal_unit_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PatalUnitMap *self = PATAL_UNIT_MAP (widget);

  if (self->points != NULL && self->points->len > 0 && self->view.width > 0 && self->view.height > 0)
    {
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->view.width, (float) self->view.height));
      ensure_dots (self);
      gtk_snapshot_append_texture (snapshot, self->dots, &GRAPHENE_RECT_INIT (0, 0, (float) self->view.width,
                                                                              (float) self->view.height));
      draw_marks (self, snapshot);
      draw_names (self, snapshot);
      draw_chosen_name (self, snapshot);
      draw_scale (self, snapshot);
      gtk_snapshot_pop (snapshot);
    }
  gtk_widget_snapshot_child (widget, self->empty, snapshot);
}

/* --- moving about --- */

static void
zoom_at (PatalUnitMap *self, double factor, double x, double y)
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
move_by (PatalUnitMap *self, double dx, double dy)
{
  double lat, lon;

  patal_map_view_from_px (&self->view, self->view.width / 2.0 + dx, self->view.height / 2.0 + dy, &lat, &lon);
  self->view.lat = CLAMP (lat, -80, 80);
  self->view.lon = lon;
  self->fitted = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
scroll_cb (G_GNUC_UNUSED GtkEventControllerScroll *controller, G_GNUC_UNUSED double dx, double dy, gpointer user_data)
{
  PatalUnitMap *self = user_data;

  zoom_at (self, pow (ZOOM_STEP, -dy), self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
motion_cb (G_GNUC_UNUSED GtkEventControllerMotion *controller, double x, double y, gpointer user_data)
{
  PatalUnitMap *self = user_data;

  self->pointer_x = x;
  self->pointer_y = y;
}

static void
drag_begin_cb (G_GNUC_UNUSED GtkGestureDrag *gesture, G_GNUC_UNUSED double x, G_GNUC_UNUSED double y, gpointer user_data)
{
  PatalUnitMap *self = user_data;

  self->drag_start = self->view;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, gpointer user_data)
{
  PatalUnitMap *self = user_data;

  if (hypot (dx, dy) < 4 && self->fitted)
    return;
  self->view.lat = self->drag_start.lat;
  self->view.lon = self->drag_start.lon;
  move_by (self, -dx, -dy);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_end_cb (G_GNUC_UNUSED GtkGestureDrag *gesture, double dx, double dy, gpointer user_data)
{
  PatalUnitMap *self = user_data;
  const PatalUnitPoint *point;
  double x, y;

  if (hypot (dx, dy) >= 4 || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  point = point_at (self, x, y);
  if (point != NULL)
    {
      patal_unit_map_set_selected (self, point->id);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
    }
}

static gboolean
key_cb (G_GNUC_UNUSED GtkEventControllerKey *controller, guint keyval, G_GNUC_UNUSED guint keycode, GdkModifierType state,
        gpointer user_data)
{
  PatalUnitMap *self = user_data;
  const double step = 60;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
      move_by (self, -step, 0);
      break;
    case GDK_KEY_Right:
      move_by (self, step, 0);
      break;
    case GDK_KEY_Up:
      move_by (self, 0, -step);
      break;
    case GDK_KEY_Down:
      move_by (self, 0, step);
      break;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      patal_unit_map_zoom (self, 1);
      break;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      patal_unit_map_zoom (self, -1);
      break;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      patal_unit_map_fit (self);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  return GDK_EVENT_STOP;
}

static gboolean
tooltip_cb (PatalUnitMap *self, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  const PatalUnitPoint *point = by_key ? NULL : point_at (self, x, y);
  g_autofree char *name = point != NULL ? patal_unit_name (patal_document_reader (self->document), point->id,
                                                           patal_settings_lang ())
                                        : NULL;

  gtk_tooltip_set_text (tooltip, name);
  return name != NULL;
}

/* --- public --- */

void
patal_unit_map_set_scope (PatalUnitMap *self, gint64 scope)
{
  if (self->scope == scope && self->points != NULL)
    return;
  self->scope = scope;
  self->fitted = TRUE;
  load (self);
}

void
patal_unit_map_set_selected (PatalUnitMap *self, gint64 unit)
{
  const PatalUnitPoint *point = unit != 0 ? point_of (self, unit) : NULL;

  if (self->selected == unit)
    return;
  self->selected = unit;
  if (point != NULL)
    {
      double x, y;

      patal_map_view_to_px (&self->view, point->lat, point->lon, &x, &y);
      if (x < 0 || y < 0 || x > self->view.width || y > self->view.height)
        move_by (self, x - self->view.width / 2.0, y - self->view.height / 2.0);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gint64
patal_unit_map_get_selected (PatalUnitMap *self)
{
  return self->selected;
}

void
patal_unit_map_zoom (PatalUnitMap *self, int steps)
{
  zoom_at (self, pow (ZOOM_STEP, steps), self->view.width / 2.0, self->view.height / 2.0);
}

void
patal_unit_map_fit (PatalUnitMap *self)
{
  self->fitted = TRUE;
  if (self->points != NULL)
    patal_map_view_fit (&self->view, self->points);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
patal_unit_map_new (PatalDocument *document)
{
  PatalUnitMap *self = g_object_new (PATAL_TYPE_UNIT_MAP, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* --- the object --- */

static void
patal_unit_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PatalUnitMap *self = PATAL_UNIT_MAP (widget);

  self->view.width = width;
  self->view.height = height;
  if (self->fitted && self->points != NULL)
    patal_map_view_fit (&self->view, self->points);
  gtk_widget_allocate (self->empty, width, height, baseline, NULL);
}

static void
patal_unit_map_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (PATAL_UNIT_MAP (widget)->empty, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
patal_unit_map_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED)
    g_value_set_int64 (value, PATAL_UNIT_MAP (object)->selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
patal_unit_map_dispose (GObject *object)
{
  PatalUnitMap *self = PATAL_UNIT_MAP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->dots);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->empty, gtk_widget_unparent);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (patal_unit_map_parent_class)->dispose (object);
}

static void
patal_unit_map_class_init (PatalUnitMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = patal_unit_map_get_property;
  object_class->dispose = patal_unit_map_dispose;
  widget_class->snapshot = patal_unit_map_snapshot;
  widget_class->size_allocate = patal_unit_map_size_allocate;
  widget_class->measure = patal_unit_map_measure;
  props[PROP_SELECTED] = g_param_spec_int64 ("selected", NULL, NULL, 0, G_MAXINT64, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static GtkWidget *
empty_page (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Import a Table…"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "find-location-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Coordinates Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Import a table with latitude and longitude, or type them in the details of a gram panchayat."));
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.import-kind");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "units");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static void
patal_unit_map_init (PatalUnitMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->fitted = TRUE;
  self->empty = empty_page ();
  gtk_widget_set_parent (self->empty, widget);
  gtk_widget_set_child_visible (self->empty, FALSE);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map of the gram panchayats"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("The list of gram panchayats shows the same, with the same one chosen."), -1);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}
