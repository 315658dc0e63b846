/* patal-print-view.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-print-view.h"
#include "patal-print-sheets.h"
#include <glib/gi18n.h>
#include <math.h>

#define PX_PER_PT (96 / 72.0) /* of zoom 1 */
#define AROUND_PX 16          /* of all sheets */
#define GAP_PX 14             /* between two */
#define STAY_PX 32            /* of what is seen stays after Page Down */

struct _PatalPrintView
{
  PatalZoomView     parent_instance;
  PatalPages       *pages;  /* (nullable) */
  PatalPrintSheets *sheets; /* NULL without pages */
  PatalPrintFit     fit;
  guint             page;
  double            held;   /* the place on the page, in pages, that stays in the middle when sizes change */
};

enum { PROP_0, PROP_PAGE, PROP_FIT, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (PatalPrintView, patal_print_view, PATAL_TYPE_ZOOM_VIEW)

/* --- where sheets are --- */

static guint
n_pages (PatalPrintView *self)
{
  return self->pages != NULL ? patal_pages_count (self->pages) : 0;
}

static double
px_per_pt (PatalPrintView *self)
{
  return patal_zoom_view_get_zoom (PATAL_ZOOM_VIEW (self)) * PX_PER_PT;
}

static double
seen_from (PatalPrintView *self)
{
  return gtk_adjustment_get_value (patal_zoom_view_down (PATAL_ZOOM_VIEW (self)));
}

static double
sheet_width (PatalPrintView *self)
{
  return patal_pages_size (self->pages).width * px_per_pt (self);
}

static double
sheet_height (PatalPrintView *self)
{
  return patal_pages_size (self->pages).height * px_per_pt (self);
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
  return seen_from (self) + gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

/* --- what others see --- */

static void
patal_print_view_told (PatalZoomView *view)
{
  PatalPrintView *self = PATAL_PRINT_VIEW (view);

  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
  if (self->pages != NULL)
    {
      /* Translators: what a screen reader says of a page shown before printing: its number, how many there are, the report's title */
      g_autofree char *name = g_strdup_printf (_("Page %u of %u: %s"), self->page + 1, n_pages (self), patal_pages_title (self->pages));

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
set_page (PatalPrintView *self, guint page)
{
  self->page = page;
  patal_zoom_view_tell (PATAL_ZOOM_VIEW (self));
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
      return MIN (across, down);
    case PATAL_PRINT_FIT_WIDTH:
      return across;
    case PATAL_PRINT_FIT_NONE:
    default:
      return patal_zoom_view_get_zoom (PATAL_ZOOM_VIEW (self));
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
patal_print_view_lay_out (PatalZoomView *view, int width, int height)
{
  PatalPrintView *self = PATAL_PRINT_VIEW (view);
  PatalZoomPlace across = { 0, 0, width, width * 0.9 }, down = { 0, 0, height, MAX (height - STAY_PX, 1) };

  if (self->pages != NULL)
    {
      patal_zoom_view_take_zoom (view, fitting_zoom (self, width, height));
      across.whole = sheet_width (self) + 2 * AROUND_PX;
      across.start = (across.whole - width) / 2;
      down.whole = sheet_top (self, n_pages (self)) - GAP_PX + AROUND_PX;
      down.start = held_place (self, height);
    }
  patal_zoom_view_place (view, &across, &down);
}

static void
patal_print_view_moved (PatalZoomView *view)
{
  PatalPrintView *self = PATAL_PRINT_VIEW (view);
  guint page;

  if (self->pages == NULL)
    return;
  page = page_at (self, middle (self));
  self->held = (middle (self) - sheet_top (self, page)) / sheet_height (self);
  set_page (self, page);
}

/* --- drawing --- */

static void
snapshot_sheet (PatalPrintView *self, GtkSnapshot *snapshot, guint page)
{
  GdkTexture *texture = patal_print_sheets_get (self->sheets, page);
  double width = sheet_width (self), height = sheet_height (self);
  double scrolled = gtk_adjustment_get_value (patal_zoom_view_across (PATAL_ZOOM_VIEW (self)));
  double x = floor (MAX (AROUND_PX, (gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2) - scrolled);
  double y = floor (sheet_top (self, page) - seen_from (self));
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
  from = seen_from (self);
  to = from + gtk_widget_get_height (widget);
  first = page_at (self, from);
  last = page_at (self, to);
  patal_print_sheets_show (self->sheets, first, last, px_per_pt (self) * gtk_widget_get_scale_factor (widget));
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
  patal_zoom_view_lay_out (PATAL_ZOOM_VIEW (self));
}

guint
patal_print_view_get_page (PatalPrintView *self)
{
  return self->page;
}

void
patal_print_view_go_to (PatalPrintView *self, guint page)
{
  if (self->pages == NULL)
    return;
  page = MIN (page, n_pages (self) - 1);
  self->held = self->fit == PATAL_PRINT_FIT_PAGE ? 0.5
                                                 : (gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 - AROUND_PX) / sheet_height (self);
  set_page (self, page);
  /* where the last pages are short, the view cannot stand so that this one is in the middle */
  patal_zoom_view_scroll_to (PATAL_ZOOM_VIEW (self), held_place (self, gtk_widget_get_height (GTK_WIDGET (self))));
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
  GtkAdjustment *down = patal_zoom_view_down (PATAL_ZOOM_VIEW (self));
  double step = gtk_adjustment_get_page_increment (down);

  if (self->pages == NULL)
    return;
  if (sheet_height (self) <= gtk_widget_get_height (GTK_WIDGET (self)))
    turn_page (self, forward);
  else
    gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + (forward ? step : -step));
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
  patal_zoom_view_lay_out (PATAL_ZOOM_VIEW (self));
  patal_zoom_view_tell (PATAL_ZOOM_VIEW (self));
}

static void
patal_print_view_unfit (PatalZoomView *view)
{
  PATAL_PRINT_VIEW (view)->fit = PATAL_PRINT_FIT_NONE;
}

static void
patal_print_view_zoom_back (PatalZoomView *view)
{
  patal_zoom_view_set_zoom (view, 1);
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
  GtkAdjustment *across = patal_zoom_view_across (PATAL_ZOOM_VIEW (widget)), *down = patal_zoom_view_down (PATAL_ZOOM_VIEW (widget));
  int x, y;

  g_variant_get (args, "(ii)", &x, &y);
  gtk_adjustment_set_value (across, gtk_adjustment_get_value (across) + x * PATAL_ZOOM_ARROW_PX);
  gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + y * PATAL_ZOOM_ARROW_PX);
  return TRUE;
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
    case PROP_FIT:
      g_value_set_uint (value, self->fit);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
patal_print_view_dispose (GObject *object)
{
  PatalPrintView *self = PATAL_PRINT_VIEW (object);

  g_clear_pointer (&self->sheets, patal_print_sheets_free);
  g_clear_pointer (&self->pages, patal_pages_unref);
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
  static const struct { guint key; gboolean last; } ends[] = {
    { GDK_KEY_Home, FALSE }, { GDK_KEY_KP_Home, FALSE }, { GDK_KEY_End, TRUE }, { GDK_KEY_KP_End, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    gtk_widget_class_add_binding (klass, turns[i].key, turns[i].mods, turn_cb, "(bb)", turns[i].forward, turns[i].whole);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_add_binding (klass, steps[i].key, 0, step_cb, "(ii)", steps[i].x, steps[i].y);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    gtk_widget_class_add_binding (klass, ends[i].key, 0, end_cb, "b", ends[i].last);
}

static void
patal_print_view_class_init (PatalPrintViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PatalZoomViewClass *zoom_class = PATAL_ZOOM_VIEW_CLASS (klass);

  object_class->get_property = patal_print_view_get_property;
  object_class->dispose = patal_print_view_dispose;
  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_FIT] = g_param_spec_uint ("fit", NULL, NULL, 0, PATAL_PRINT_FIT_WIDTH, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  zoom_class->least_zoom = 0.1;
  zoom_class->most_zoom = 4;
  zoom_class->lay_out = patal_print_view_lay_out;
  zoom_class->moved = patal_print_view_moved;
  zoom_class->unfit = patal_print_view_unfit;
  zoom_class->zoom_back = patal_print_view_zoom_back;
  zoom_class->told = patal_print_view_told;
  widget_class->snapshot = patal_print_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "printview");
  bind_keys (widget_class);
}

static void
patal_print_view_init (PatalPrintView *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  self->fit = PATAL_PRINT_FIT_WIDTH;
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}
