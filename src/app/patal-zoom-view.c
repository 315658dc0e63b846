/* patal-zoom-view.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-zoom-view.h"
#include <math.h>

#define ZOOM_STEP 1.2

typedef struct
{
  GtkAdjustment *across, *down;
  guint          across_policy, down_policy; /* GtkScrollablePolicy; looked at by nobody here */
  double         zoom;
  double         pointer_x, pointer_y;
  gboolean       laying; /* adjustments are moved by us */
  guint          tell_id;
} PatalZoomViewPrivate;

enum { PROP_0, PROP_ZOOM, N_PROPS, PROP_HADJUSTMENT = N_PROPS, PROP_VADJUSTMENT, PROP_HPOLICY, PROP_VPOLICY };
static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (PatalZoomView, patal_zoom_view, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (PatalZoomView) G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static PatalZoomViewPrivate *
private_of (PatalZoomView *self)
{
  return patal_zoom_view_get_instance_private (self);
}

/* --- what others see --- */

static gboolean
tell_cb (gpointer user_data)
{
  PatalZoomView *self = user_data;

  private_of (self)->tell_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
  PATAL_ZOOM_VIEW_GET_CLASS (self)->told (self);
  return G_SOURCE_REMOVE;
}

/* Later: whoever hears of it changes labels, and sizes are being given out as a rule. */
void
patal_zoom_view_tell (PatalZoomView *self)
{
  PatalZoomViewPrivate *own = private_of (self);

  if (own->tell_id == 0)
    own->tell_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, tell_cb, self, NULL);
}

/* --- sizes --- */

static void
configure (GtkAdjustment *adjustment, const PatalZoomPlace *place)
{
  gtk_adjustment_configure (adjustment, CLAMP (place->start, 0, MAX (place->whole - place->room, 0)), 0, MAX (place->whole, place->room),
                            PATAL_ZOOM_ARROW_PX, place->page_step, place->room);
}

void
patal_zoom_view_place (PatalZoomView *self, const PatalZoomPlace *across, const PatalZoomPlace *down)
{
  PatalZoomViewPrivate *own = private_of (self);

  own->laying = TRUE;
  configure (own->across, across);
  configure (own->down, down);
  own->laying = FALSE;
}

static void
patal_zoom_view_size_allocate (GtkWidget *widget, int width, int height, G_GNUC_UNUSED int baseline)
{
  PATAL_ZOOM_VIEW_GET_CLASS (widget)->lay_out (PATAL_ZOOM_VIEW (widget), width, height);
}

void
patal_zoom_view_lay_out (PatalZoomView *self)
{
  PatalZoomViewPrivate *own = private_of (self);
  GtkWidget *widget = GTK_WIDGET (self);

  if (own->across == NULL || own->down == NULL || gtk_widget_get_width (widget) == 0)
    return;
  patal_zoom_view_size_allocate (widget, gtk_widget_get_width (widget), gtk_widget_get_height (widget), -1);
  gtk_widget_queue_draw (widget);
}

void
patal_zoom_view_scroll_to (PatalZoomView *self, double down)
{
  PatalZoomViewPrivate *own = private_of (self);

  own->laying = TRUE;
  gtk_adjustment_set_value (own->down, down);
  own->laying = FALSE;
}

static void
moved_cb (PatalZoomView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!private_of (self)->laying)
    PATAL_ZOOM_VIEW_GET_CLASS (self)->moved (self);
}

static void
set_adjustment (PatalZoomView *self, GtkAdjustment **own, GtkAdjustment *adjustment)
{
  if (*own != NULL)
    g_signal_handlers_disconnect_by_func (*own, moved_cb, self);
  g_clear_object (own);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *own = g_object_ref_sink (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

GtkAdjustment *
patal_zoom_view_across (PatalZoomView *self)
{
  return private_of (self)->across;
}

GtkAdjustment *
patal_zoom_view_down (PatalZoomView *self)
{
  return private_of (self)->down;
}

/* --- zoom --- */

double
patal_zoom_view_get_zoom (PatalZoomView *self)
{
  return private_of (self)->zoom;
}

void
patal_zoom_view_take_zoom (PatalZoomView *self, double zoom)
{
  PatalZoomViewClass *klass = PATAL_ZOOM_VIEW_GET_CLASS (self);
  PatalZoomViewPrivate *own = private_of (self);

  zoom = CLAMP (zoom, klass->least_zoom, klass->most_zoom);
  if (zoom != own->zoom)
    patal_zoom_view_tell (self);
  own->zoom = zoom;
}

void
patal_zoom_view_set_zoom (PatalZoomView *self, double zoom)
{
  patal_zoom_view_take_zoom (self, zoom);
  PATAL_ZOOM_VIEW_GET_CLASS (self)->unfit (self);
  patal_zoom_view_lay_out (self);
  patal_zoom_view_tell (self); /* of fitting no more, too */
}

/* By steps, about a place of the view; below 0: about its middle. */
static void
zoom_about (PatalZoomView *self, double steps, double x, double y)
{
  PatalZoomViewClass *klass = PATAL_ZOOM_VIEW_GET_CLASS (self);

  if (klass->hold != NULL)
    klass->hold (self, x, y);
  patal_zoom_view_set_zoom (self, private_of (self)->zoom * pow (ZOOM_STEP, steps));
}

void
patal_zoom_view_zoom_in (PatalZoomView *self)
{
  zoom_about (self, 1, -1, -1);
}

void
patal_zoom_view_zoom_out (PatalZoomView *self)
{
  zoom_about (self, -1, -1, -1);
}

static gboolean
zoom_cb (GtkWidget *widget, GVariant *args, G_GNUC_UNUSED gpointer user_data)
{
  int step = g_variant_get_int32 (args);

  if (step == 0)
    PATAL_ZOOM_VIEW_GET_CLASS (widget)->zoom_back (PATAL_ZOOM_VIEW (widget));
  else
    zoom_about (PATAL_ZOOM_VIEW (widget), step, -1, -1);
  return TRUE;
}

static gboolean
scroll_cb (PatalZoomView *self, G_GNUC_UNUSED double dx, double dy, GtkEventController *scroll)
{
  PatalZoomViewPrivate *own = private_of (self);

  if ((gtk_event_controller_get_current_event_state (scroll) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  zoom_about (self, -dy, own->pointer_x, own->pointer_y);
  return GDK_EVENT_STOP;
}

static void
motion_cb (PatalZoomView *self, double x, double y)
{
  PatalZoomViewPrivate *own = private_of (self);

  own->pointer_x = x;
  own->pointer_y = y;
}

/* --- the object --- */

static void
patal_zoom_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PatalZoomViewPrivate *own = private_of (PATAL_ZOOM_VIEW (object));

  switch (id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, own->zoom);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, own->across);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, own->down);
      break;
    case PROP_HPOLICY:
      g_value_set_enum (value, (int) own->across_policy);
      break;
    case PROP_VPOLICY:
      g_value_set_enum (value, (int) own->down_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
patal_zoom_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PatalZoomView *self = PATAL_ZOOM_VIEW (object);
  PatalZoomViewPrivate *own = private_of (self);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &own->across, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &own->down, g_value_get_object (value));
      break;
    case PROP_HPOLICY:
      own->across_policy = (guint) g_value_get_enum (value);
      break;
    case PROP_VPOLICY:
      own->down_policy = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
patal_zoom_view_dispose (GObject *object)
{
  PatalZoomViewPrivate *own = private_of (PATAL_ZOOM_VIEW (object));

  g_clear_handle_id (&own->tell_id, g_source_remove);
  g_clear_object (&own->across);
  g_clear_object (&own->down);
  G_OBJECT_CLASS (patal_zoom_view_parent_class)->dispose (object);
}

static void
patal_zoom_view_class_init (PatalZoomViewClass *klass)
{
  static const struct { guint key; int step; } zooms[] = {
    { GDK_KEY_plus, 1 }, { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 },
    { GDK_KEY_0, 0 }, { GDK_KEY_KP_0, 0 },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = patal_zoom_view_get_property;
  object_class->set_property = patal_zoom_view_set_property;
  object_class->dispose = patal_zoom_view_dispose;
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, G_MAXDOUBLE, 1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HPOLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VPOLICY, "vscroll-policy");
  widget_class->size_allocate = patal_zoom_view_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      gtk_widget_class_add_binding (widget_class, zooms[i].key, 0, zoom_cb, "i", zooms[i].step);
      gtk_widget_class_add_binding (widget_class, zooms[i].key, GDK_CONTROL_MASK, zoom_cb, "i", zooms[i].step);
    }
}

static void
patal_zoom_view_init (PatalZoomView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  private_of (self)->zoom = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
