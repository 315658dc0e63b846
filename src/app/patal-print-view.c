/* patal-print-view.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-print-view.h"
#include "patal-print-sheets.h"
#include <glib/gi18n.h>
#include <math.h>

#define PX_PER_PT (96 / 72.0) /* of zoom 1 */
#define AROUND_PX 16          /* of all sheets */
#define GAP_PX 14             /* between two */
#define ARROW_PX 48
#define STAY_PX 32            /* of what is seen stays after Page Down */
#define LEAST_ZOOM 0.1
#define MOST_ZOOM 4
#define ZOOM_STEP 1.2

struct _PatalPrintView
{
  GtkWidget         parent_instance;
  GtkAdjustment    *across, *down;
  guint             across_policy, down_policy; /* GtkScrollablePolicy; looked at by nobody here */
  PatalPages       *pages;  /* (nullable) */
  PatalPrintSheets *sheets; /* NULL without pages */
  PatalPrintFit     fit;
  double            zoom;
  guint             page;
  double            held;   /* the place on the page, in pages, that stays in the middle when sizes change */
  gboolean          laying; /* adjustments are moved by us */
  guint             tell_id;
};

enum { PROP_0, PROP_PAGE, PROP_ZOOM, PROP_FIT, N_PROPS, PROP_HADJUSTMENT = N_PROPS, PROP_VADJUSTMENT, PROP_HPOLICY, PROP_VPOLICY };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (PatalPrintView, patal_print_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* --- where sheets are --- */

static guint
n_pages (PatalPrintView *self)
{
  return self->pages != NULL ? patal_pages_count (self->pages) : 0;
}

static double
sheet_width (PatalPrintView *self)
{
  return patal_pages_size (self->pages).width * self->zoom * PX_PER_PT;
}

static double
sheet_height (PatalPrintView *self)
{
  return patal_pages_size (self->pages).height * self->zoom * PX_PER_PT;
}

static double
sheet_top (PatalPrintView *self, guint page)
{
  return AROUND_PX + page * (sheet_height (self) + GAP_PX);
}

static guint
page_at (PatalPrintView *self, double y)
{
  double page = floor ((y - AROUND_PX + GAP_PX / 2.0) / (sheet_height (self) + GAP_PX));

  return (guint) CLAMP (page, 0, n_pages (self) - 1);
}

static double
middle (PatalPrintView *self)
{
  return gtk_adjustment_get_value (self->down) + gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

/* --- what others see --- */

static gboolean
tell_cb (gpointer user_data)
{
  PatalPrintView *self = user_data;

  self->tell_id = 0;
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
  if (self->pages != NULL)
    {
      /* Translators: what a screen reader says of a page shown before printing: its number, how many there are, the report's title */
      g_autofree char *name = g_strdup_printf (_("Page %u of %u: %s"), self->page + 1, n_pages (self), patal_pages_title (self->pages));

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  return G_SOURCE_REMOVE;
}

/* Later: whoever hears of it changes labels, and sizes are being given out as a rule. */
static void
tell (PatalPrintView *self)
{
  if (self->tell_id == 0)
    self->tell_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, tell_cb, self, NULL);
}

static void
set_page (PatalPrintView *self, guint page)
{
  self->page = page;
  tell (self);
}

/* --- layout --- */

static double
fitting_zoom (PatalPrintView *self, int width, int height)
{
  PatalSheetSize size = patal_pages_size (self->pages);
  double across = (width - 2 * AROUND_PX) / (size.width * PX_PER_PT);
  double down = (height - 2 * AROUND_PX) / (size.height * PX_PER_PT);

  switch (self->fit)
    {
    case PATAL_PRINT_FIT_PAGE:
      return CLAMP (MIN (across, down), LEAST_ZOOM, MOST_ZOOM);
    case PATAL_PRINT_FIT_WIDTH:
      return CLAMP (across, LEAST_ZOOM, MOST_ZOOM);
    case PATAL_PRINT_FIT_NONE:
    default:
      return self->zoom;
    }
}

/* Where the view should stand, so that what was in the middle is there again; a whole page stands whole. */
static double
held_place (PatalPrintView *self, int height)
{
  if (self->fit == PATAL_PRINT_FIT_PAGE)
    return sheet_top (self, self->page) - MAX (AROUND_PX, (height - sheet_height (self)) / 2);
  return sheet_top (self, self->page) + self->held * sheet_height (self) - height / 2.0;
}

static void
lay_out (PatalPrintView *self, int width, int height)
{
  double whole_width = 0, whole_height = 0, place = 0;

  self->laying = TRUE;
  if (self->pages != NULL)
    {
      double zoom = fitting_zoom (self, width, height);

      if (zoom != self->zoom)
        tell (self);
      self->zoom = zoom;
      whole_width = sheet_width (self) + 2 * AROUND_PX;
      whole_height = sheet_top (self, n_pages (self)) - GAP_PX + AROUND_PX;
      place = held_place (self, height);
    }
  gtk_adjustment_configure (self->across, (whole_width - width) / 2, 0, MAX (whole_width, width), ARROW_PX, width * 0.9, width);
  gtk_adjustment_configure (self->down, CLAMP (place, 0, MAX (whole_height - height, 0)), 0, MAX (whole_height, height), ARROW_PX,
                            MAX (height - STAY_PX, 1), height);
  self->laying = FALSE;
}

static void
patal_print_view_size_allocate (GtkWidget *widget, int width, int height, G_GNUC_UNUSED int baseline)
{
  lay_out (PATAL_PRINT_VIEW (widget), width, height);
}

static void
lay_out_again (PatalPrintView *self)
{
  if (self->across == NULL || self->down == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Somebody scrolled. */
static void
moved_cb (PatalPrintView *self)
{
  guint page;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->laying || self->pages == NULL)
    return;
  page = page_at (self, middle (self));
  self->held = (middle (self) - sheet_top (self, page)) / sheet_height (self);
  set_page (self, page);
}

static void
set_adjustment (PatalPrintView *self, GtkAdjustment **own, GtkAdjustment *adjustment)
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

/* --- drawing --- */

static void
snapshot_sheet (PatalPrintView *self, GtkSnapshot *snapshot, guint page)
{
  GdkTexture *texture = patal_print_sheets_get (self->sheets, page);
  double width = sheet_width (self), height = sheet_height (self);
  double x = floor (MAX (AROUND_PX, (gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2) - gtk_adjustment_get_value (self->across));
  double y = floor (sheet_top (self, page) - gtk_adjustment_get_value (self->down));
  graphene_rect_t box = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &box, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.3 }, 0, 1, 0, 5);
  if (texture == NULL) /* it is being drawn */
    {
      gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &box);
      return;
    }
  /* pixel on pixel, where it has just the size: else letters would be blurred */
  if (gdk_texture_get_width (texture) == (int) lround (width * gtk_widget_get_scale_factor (GTK_WIDGET (self))))
    {
      double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

      box.size.width = (float) (gdk_texture_get_width (texture) / scale);
      box.size.height = (float) (gdk_texture_get_height (texture) / scale);
    }
  gtk_snapshot_append_texture (snapshot, texture, &box);
}

static void
patal_print_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PatalPrintView *self = PATAL_PRINT_VIEW (widget);
  double from, to;
  guint first, last;

  if (self->sheets == NULL)
    return;
  from = gtk_adjustment_get_value (self->down);
  to = from + gtk_widget_get_height (widget);
  first = page_at (self, from);
  last = page_at (self, to);
  patal_print_sheets_show (self->sheets, first, last, self->zoom * PX_PER_PT * gtk_widget_get_scale_factor (widget));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  for (guint page = first; page <= last; page++)
    snapshot_sheet (self, snapshot, page);
  gtk_snapshot_pop (snapshot);
}

static void
drawn_cb (gpointer data)
{
  gtk_widget_queue_draw (data);
}

/* --- for others --- */

void
patal_print_view_set_pages (PatalPrintView *self, PatalPages *pages)
{
  g_clear_pointer (&self->sheets, patal_print_sheets_free);
  g_clear_pointer (&self->pages, patal_pages_unref);
  if (pages != NULL)
    {
      self->pages = patal_pages_ref (pages);
      self->sheets = patal_print_sheets_new (pages, drawn_cb, self);
      set_page (self, MIN (self->page, n_pages (self) - 1));
    }
  lay_out_again (self);
}

guint
patal_print_view_get_page (PatalPrintView *self)
{
  return self->page;
}

void
patal_print_view_go_to (PatalPrintView *self, guint page)
{
  double place;

  if (self->pages == NULL)
    return;
  page = MIN (page, n_pages (self) - 1);
  self->held = self->fit == PATAL_PRINT_FIT_PAGE ? 0.5
                                                 : (gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 - AROUND_PX) / sheet_height (self);
  set_page (self, page);
  place = held_place (self, gtk_widget_get_height (GTK_WIDGET (self)));
  self->laying = TRUE; /* where the last pages are short, the view cannot stand so that this one is in the middle */
  gtk_adjustment_set_value (self->down, place);
  self->laying = FALSE;
}

static void
turn_page (PatalPrintView *self, gboolean forward)
{
  patal_print_view_go_to (self, forward ? self->page + 1 : self->page > 0 ? self->page - 1 : 0);
}

/* By what is seen at once, and where that is a whole page, by pages. */
void
patal_print_view_turn (PatalPrintView *self, gboolean forward)
{
  double step = gtk_adjustment_get_page_increment (self->down);

  if (self->pages == NULL)
    return;
  if (sheet_height (self) <= gtk_widget_get_height (GTK_WIDGET (self)))
    turn_page (self, forward);
  else
    gtk_adjustment_set_value (self->down, gtk_adjustment_get_value (self->down) + (forward ? step : -step));
}

double
patal_print_view_get_zoom (PatalPrintView *self)
{
  return self->zoom;
}

void
patal_print_view_set_zoom (PatalPrintView *self, double zoom)
{
  self->fit = PATAL_PRINT_FIT_NONE;
  self->zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  lay_out_again (self);
  tell (self);
}

PatalPrintFit
patal_print_view_get_fit (PatalPrintView *self)
{
  return self->fit;
}

void
patal_print_view_set_fit (PatalPrintView *self, PatalPrintFit fit)
{
  self->fit = fit;
  lay_out_again (self);
  tell (self);
}

void
patal_print_view_zoom_in (PatalPrintView *self)
{
  patal_print_view_set_zoom (self, self->zoom * ZOOM_STEP);
}

void
patal_print_view_zoom_out (PatalPrintView *self)
{
  patal_print_view_set_zoom (self, self->zoom / ZOOM_STEP);
}

/* --- keys and pointer --- */

static gboolean
turn_cb (GtkWidget *widget, GVariant *args, G_GNUC_UNUSED gpointer user_data)
{
  PatalPrintView *self = PATAL_PRINT_VIEW (widget);
  gboolean forward, whole;

  g_variant_get (args, "(bb)", &forward, &whole);
  if (whole)
    turn_page (self, forward);
  else
    patal_print_view_turn (self, forward);
  return TRUE;
}

static gboolean
end_cb (GtkWidget *widget, GVariant *args, G_GNUC_UNUSED gpointer user_data)
{
  patal_print_view_go_to (PATAL_PRINT_VIEW (widget), g_variant_get_boolean (args) ? G_MAXUINT : 0);
  return TRUE;
}

static gboolean
step_cb (GtkWidget *widget, GVariant *args, G_GNUC_UNUSED gpointer user_data)
{
  PatalPrintView *self = PATAL_PRINT_VIEW (widget);
  int x, y;

  g_variant_get (args, "(ii)", &x, &y);
  gtk_adjustment_set_value (self->across, gtk_adjustment_get_value (self->across) + x * ARROW_PX);
  gtk_adjustment_set_value (self->down, gtk_adjustment_get_value (self->down) + y * ARROW_PX);
  return TRUE;
}

static gboolean
zoom_cb (GtkWidget *widget, GVariant *args, G_GNUC_UNUSED gpointer user_data)
{
  PatalPrintView *self = PATAL_PRINT_VIEW (widget);
  int step = g_variant_get_int32 (args);

  patal_print_view_set_zoom (self, step == 0 ? 1 : self->zoom * pow (ZOOM_STEP, step));
  return TRUE;
}

static gboolean
scroll_cb (PatalPrintView *self, G_GNUC_UNUSED double dx, double dy, GtkEventController *scroll)
{
  if ((gtk_event_controller_get_current_event_state (scroll) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  patal_print_view_set_zoom (self, self->zoom * pow (ZOOM_STEP, -dy));
  return GDK_EVENT_STOP;
}

static void
pressed_cb (PatalPrintView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* --- the object --- */

static void
patal_print_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PatalPrintView *self = PATAL_PRINT_VIEW (object);

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_FIT:
      g_value_set_uint (value, self->fit);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->across);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->down);
      break;
    case PROP_HPOLICY:
      g_value_set_enum (value, (int) self->across_policy);
      break;
    case PROP_VPOLICY:
      g_value_set_enum (value, (int) self->down_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
patal_print_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PatalPrintView *self = PATAL_PRINT_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->across, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->down, g_value_get_object (value));
      break;
    case PROP_HPOLICY:
      self->across_policy = (guint) g_value_get_enum (value);
      break;
    case PROP_VPOLICY:
      self->down_policy = (guint) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
patal_print_view_dispose (GObject *object)
{
  PatalPrintView *self = PATAL_PRINT_VIEW (object);

  g_clear_handle_id (&self->tell_id, g_source_remove);
  g_clear_pointer (&self->sheets, patal_print_sheets_free);
  g_clear_pointer (&self->pages, patal_pages_unref);
  g_clear_object (&self->across);
  g_clear_object (&self->down);
  G_OBJECT_CLASS (patal_print_view_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *klass)
{
  static const struct { guint key, mods; gboolean forward, whole; } turns[] = {
    { GDK_KEY_Page_Down, 0, TRUE, FALSE }, { GDK_KEY_KP_Page_Down, 0, TRUE, FALSE }, { GDK_KEY_space, 0, TRUE, FALSE },
    { GDK_KEY_Page_Up, 0, FALSE, FALSE }, { GDK_KEY_KP_Page_Up, 0, FALSE, FALSE },
    { GDK_KEY_space, GDK_SHIFT_MASK, FALSE, FALSE }, { GDK_KEY_BackSpace, 0, FALSE, FALSE },
    { GDK_KEY_Page_Down, GDK_CONTROL_MASK, TRUE, TRUE }, { GDK_KEY_Page_Up, GDK_CONTROL_MASK, FALSE, TRUE },
  };
  static const struct { guint key; int x, y; } steps[] = {
    { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 }, { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 },
    { GDK_KEY_KP_Up, 0, -1 }, { GDK_KEY_KP_Down, 0, 1 }, { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_KP_Right, 1, 0 },
  };
  static const struct { guint key; int step; } zooms[] = {
    { GDK_KEY_plus, 1 }, { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 },
    { GDK_KEY_0, 0 }, { GDK_KEY_KP_0, 0 },
  };
  static const struct { guint key; gboolean last; } ends[] = {
    { GDK_KEY_Home, FALSE }, { GDK_KEY_KP_Home, FALSE }, { GDK_KEY_End, TRUE }, { GDK_KEY_KP_End, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    gtk_widget_class_add_binding (klass, turns[i].key, turns[i].mods, turn_cb, "(bb)", turns[i].forward, turns[i].whole);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_add_binding (klass, steps[i].key, 0, step_cb, "(ii)", steps[i].x, steps[i].y);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding (klass, zooms[i].key, GDK_CONTROL_MASK, zoom_cb, "i", zooms[i].step);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    gtk_widget_class_add_binding (klass, ends[i].key, 0, end_cb, "b", ends[i].last);
}

static void
patal_print_view_class_init (PatalPrintViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = patal_print_view_get_property;
  object_class->set_property = patal_print_view_set_property;
  object_class->dispose = patal_print_view_dispose;
  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, MOST_ZOOM, 1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_FIT] = g_param_spec_uint ("fit", NULL, NULL, 0, PATAL_PRINT_FIT_WIDTH, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HPOLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VPOLICY, "vscroll-policy");

  widget_class->size_allocate = patal_print_view_size_allocate;
  widget_class->snapshot = patal_print_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "printview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  bind_keys (widget_class);
}

static void
patal_print_view_init (PatalPrintView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *press = gtk_gesture_click_new ();

  self->zoom = 1;
  self->fit = PATAL_PRINT_FIT_WIDTH;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}
