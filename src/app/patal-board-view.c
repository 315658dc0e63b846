/* patal-board-view.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-view.h"
#include "patal-cairo-player.h"
#include <glib/gi18n.h>
#include <math.h>

#define PX_PER_MM (96 / PATAL_MM_PER_INCH) /* of zoom 1 */
#define PX_PER_PT (96 / 72.0)
#define RULER_PX 20
#define AROUND_PX 14   /* of the board */
#define NUMBERS_PX 44  /* from one number of a ruler to the next, at least */
#define MARK_PX 7      /* of a major one */

struct _PatalBoardView
{
  PatalZoomView     parent_instance;
  PatalBoardLayout *layout;   /* (nullable) */
  PatalBoardSide    side;
  PatalRulerUnit    unit;
  GPtrArray        *marked;   /* (nullable) */
  char             *chosen;   /* (nullable): id of a field */
  gboolean          fitted;
  double            held_x, held_y;       /* the place on the board, 0 to 1, that stays where it is when sizes change … */
  double            anchor_x, anchor_y;   /* … namely at this place of the view, 0 to 1 */
};

enum { PROP_0, PROP_FITTED, N_PROPS };
static GParamSpec *props[N_PROPS];
static guint pressed_signal;

G_DEFINE_FINAL_TYPE (PatalBoardView, patal_board_view, PATAL_TYPE_ZOOM_VIEW)

/* --- where the board is --- */

static double
px_per_mm (PatalBoardView *self)
{
  return patal_zoom_view_get_zoom (PATAL_ZOOM_VIEW (self)) * PX_PER_MM;
}

static double
board_width (PatalBoardView *self)
{
  return patal_board_layout_width_mm (self->layout) * px_per_mm (self);
}

static double
board_height (PatalBoardView *self)
{
  return patal_board_layout_height_mm (self->layout) * px_per_mm (self);
}

/* What is beside the rulers. */
static double
room_across (PatalBoardView *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - RULER_PX, 1);
}

static double
room_down (PatalBoardView *self)
{
  return MAX (gtk_widget_get_height (GTK_WIDGET (self)) - RULER_PX, 1);
}

/* Of the board's corner; a board that is smaller than the room stands in its middle. */
static double
board_left (PatalBoardView *self)
{
  double spare = room_across (self) - board_width (self) - 2 * AROUND_PX;

  return floor (RULER_PX + AROUND_PX + (spare > 0 ? spare / 2 : -gtk_adjustment_get_value (patal_zoom_view_across (PATAL_ZOOM_VIEW (self)))));
}

static double
board_top (PatalBoardView *self)
{
  double spare = room_down (self) - board_height (self) - 2 * AROUND_PX;

  return floor (RULER_PX + AROUND_PX + (spare > 0 ? spare / 2 : -gtk_adjustment_get_value (patal_zoom_view_down (PATAL_ZOOM_VIEW (self)))));
}

static const PatalBoardField *
field_at (PatalBoardView *self, double x, double y)
{
  if (self->layout == NULL || self->side == PATAL_BOARD_BACK || x < RULER_PX || y < RULER_PX)
    return NULL;
  return patal_board_layout_at (self->layout, (x - board_left (self)) / px_per_mm (self), (y - board_top (self)) / px_per_mm (self));
}

/* G_MAXUINT: none is chosen, or it is not on this board. */
static guint
chosen_index (PatalBoardView *self)
{
  guint n = self->layout != NULL ? patal_board_layout_n_fields (self->layout) : 0;

  for (guint i = 0; self->chosen != NULL && i < n; i++)
    if (g_str_equal (patal_board_layout_field (self->layout, i)->id, self->chosen))
      return i;
  return G_MAXUINT;
}

/* --- what others hear --- */

/* "कार्य का नाम: तालाब गहरीकरण" */
static char *
row_words (const PatalBoardField *field)
{
  g_auto (GStrv) lines = g_strsplit (field->label, "\n", -1);
  g_auto (GStrv) values = g_strsplit (field->value, "\n", -1);
  g_autofree char *label = g_strjoinv (", ", lines);
  g_autofree char *value = g_strjoinv (", ", values);

  /* Translators: what a screen reader says of a row of a board that is still to be filled in; %s is the row's label */
  return *value != '\0' ? g_strdup_printf ("%s: %s", label, value) : g_strdup_printf (_("%s: empty"), label);
}

static void
tell_words (PatalBoardView *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  /* Translators: what a screen reader calls the picture of a work's board; %s is the work's name */
  g_autofree char *name = self->layout != NULL ? g_strdup_printf (_("Board: %s"), patal_board_layout_name (self->layout))
                                               : g_strdup (_("Board"));
  guint chosen = chosen_index (self);

  for (guint i = 0; self->layout != NULL && i < patal_board_layout_n_fields (self->layout); i++)
    {
      g_autofree char *row = row_words (patal_board_layout_field (self->layout, i));

      g_string_append_printf (words, "%s%s", words->len > 0 ? "; " : "", row);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str, -1);
  if (chosen != G_MAXUINT)
    {
      g_autofree char *row = row_words (patal_board_layout_field (self->layout, chosen));
      g_autofree char *whole = g_strdup_printf ("%s. %s", name, row);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
    }
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
patal_board_view_told (PatalZoomView *view)
{
  g_object_notify_by_pspec (G_OBJECT (view), props[PROP_FITTED]);
  tell_words (PATAL_BOARD_VIEW (view));
}

/* --- sizes --- */

static double
fitting_zoom (PatalBoardView *self, int width, int height)
{
  double across = (width - RULER_PX - 2 * AROUND_PX) / (patal_board_layout_width_mm (self->layout) * PX_PER_MM);
  double down = (height - RULER_PX - 2 * AROUND_PX) / (patal_board_layout_height_mm (self->layout) * PX_PER_MM);

  return MIN (across, down);
}

static void
patal_board_view_lay_out (PatalZoomView *view, int width, int height)
{
  PatalBoardView *self = PATAL_BOARD_VIEW (view);
  double room_x = MAX (width - RULER_PX, 1), room_y = MAX (height - RULER_PX, 1);
  PatalZoomPlace across = { 0, 0, room_x, room_x * 0.9 }, down = { 0, 0, room_y, room_y * 0.9 };

  if (self->layout != NULL)
    {
      if (self->fitted)
        patal_zoom_view_take_zoom (view, fitting_zoom (self, width, height));
      across.whole = board_width (self) + 2 * AROUND_PX;
      across.start = AROUND_PX + self->held_x * board_width (self) - self->anchor_x * room_x;
      down.whole = board_height (self) + 2 * AROUND_PX;
      down.start = AROUND_PX + self->held_y * board_height (self) - self->anchor_y * room_y;
    }
  patal_zoom_view_place (view, &across, &down);
}

static void
patal_board_view_hold (PatalZoomView *view, double x, double y)
{
  PatalBoardView *self = PATAL_BOARD_VIEW (view);

  if (self->layout == NULL)
    return;
  if (x < 0)
    {
      x = RULER_PX + room_across (self) / 2;
      y = RULER_PX + room_down (self) / 2;
    }
  self->held_x = (x - board_left (self)) / board_width (self);
  self->held_y = (y - board_top (self)) / board_height (self);
  self->anchor_x = (x - RULER_PX) / room_across (self);
  self->anchor_y = (y - RULER_PX) / room_down (self);
}

static void
patal_board_view_moved (PatalZoomView *view)
{
  patal_board_view_hold (view, -1, -1);
}

/* --- drawing --- */

static GdkRGBA
ink_of (PatalBoardView *self)
{
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ink);
  return ink;
}

static GdkRGBA
accent_of (PatalBoardView *self)
{
  GdkRGBA accent = ink_of (self);

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color", &accent);
  return accent;
}

static void
snapshot_number (PatalBoardView *self, GtkSnapshot *snapshot, PangoLayout *layout, double place, gboolean across, double mm,
                 const GdkRGBA *ink)
{
  g_autofree char *number = patal_ruler_number (self->unit, mm);

  pango_layout_set_text (layout, number, -1);
  gtk_snapshot_save (snapshot);
  if (across)
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) place + 3, 0));
  else
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) place - 3));
      gtk_snapshot_rotate (snapshot, -90);
    }
  gtk_snapshot_append_layout (snapshot, layout, ink);
  gtk_snapshot_restore (snapshot);
}

/* One ruler; its numbers begin at the board's edge and end with the board. */
static void
snapshot_ruler (PatalBoardView *self, GtkSnapshot *snapshot, gboolean across)
{
  double start = across ? board_left (self) : board_top (self);
  double mm = across ? patal_board_layout_width_mm (self->layout) : patal_board_layout_height_mm (self->layout);
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  PatalRulerStep step = patal_ruler_step (self->unit, px_per_mm (self), NUMBERS_PX);
  double minor = step.major_mm / step.minors;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  g_autoptr (PangoAttrList) small = pango_attr_list_new ();
  GdkRGBA ink = ink_of (self);

  pango_attr_list_insert (small, pango_attr_scale_new (0.72));
  pango_layout_set_attributes (layout, small);
  ink.alpha *= 0.7f;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (across ? RULER_PX : 0, across ? 0 : RULER_PX,
                                                         (float) (across ? width - RULER_PX : RULER_PX),
                                                         (float) (across ? RULER_PX : height - RULER_PX)));
  for (guint i = 0; i * minor <= mm + 0.01; i++)
    {
      double place = start + i * minor * px_per_mm (self);
      gboolean major = i % step.minors == 0;
      float length = major ? MARK_PX : MARK_PX / 2.0f;

      if (place < 0 || place > MAX (width, height))
        continue;
      gtk_snapshot_append_color (snapshot, &ink,
                                 across ? &GRAPHENE_RECT_INIT ((float) floor (place), RULER_PX - length, 1, length)
                                        : &GRAPHENE_RECT_INIT (RULER_PX - length, (float) floor (place), length, 1));
      if (major)
        snapshot_number (self, snapshot, layout, place, across, i * minor, &ink);
    }
  gtk_snapshot_pop (snapshot);
}

static void
outline_row (PatalBoardView *self, GtkSnapshot *snapshot, const PatalBox *row_mm, GdkRGBA ink, float wash)
{
  double scale = px_per_mm (self);
  graphene_rect_t place = GRAPHENE_RECT_INIT ((float) (board_left (self) + row_mm->x * scale), (float) (board_top (self) + row_mm->y * scale),
                                              (float) (row_mm->width * scale), (float) (row_mm->height * scale));
  GskRoundedRect outline;
  GdkRGBA thin = ink;

  thin.alpha = wash;
  gtk_snapshot_append_color (snapshot, &thin, &place);
  gsk_rounded_rect_init_from_rect (&outline, &place, 2);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { ink, ink, ink, ink });
}

/* Chosen and marked rows; their colours stand on the board's ground, whatever the theme. */
static void
snapshot_marks (PatalBoardView *self, GtkSnapshot *snapshot)
{
  const GdkRGBA changed = { 0.75f, 0.1f, 0.1f, 1 };
  guint chosen = chosen_index (self);

  if (self->side == PATAL_BOARD_BACK)
    return;
  for (guint i = 0; self->marked != NULL && i < patal_board_layout_n_fields (self->layout); i++)
    {
      const PatalBoardField *field = patal_board_layout_field (self->layout, i);

      if (g_ptr_array_find_with_equal_func (self->marked, field->id, g_str_equal, NULL))
        outline_row (self, snapshot, &field->row_mm, changed, 0.12f);
    }
  if (chosen != G_MAXUINT)
    outline_row (self, snapshot, &patal_board_layout_field (self->layout, chosen)->row_mm, accent_of (self), 0.1f);
}

static void
snapshot_board (PatalBoardView *self, GtkSnapshot *snapshot)
{
  graphene_rect_t place = GRAPHENE_RECT_INIT ((float) board_left (self), (float) board_top (self), (float) board_width (self),
                                              (float) board_height (self));
  graphene_rect_t room = GRAPHENE_RECT_INIT (RULER_PX, RULER_PX, (float) room_across (self), (float) room_down (self));
  /* points of the screen, not of the board: pictures are made as large as they are seen */
  PatalBox box = { 0, 0, board_width (self) / PX_PER_PT, board_height (self) / PX_PER_PT };
  graphene_rect_t seen;
  GskRoundedRect outline;
  cairo_t *cr;

  gtk_snapshot_push_clip (snapshot, &room);
  gsk_rounded_rect_init_from_rect (&outline, &place, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.3 }, 0, 1, 0, 5);
  if (graphene_rect_intersection (&place, &room, &seen))
    {
      cr = gtk_snapshot_append_cairo (snapshot, &seen);
      cairo_translate (cr, place.origin.x, place.origin.y);
      cairo_scale (cr, PX_PER_PT, PX_PER_PT);
      patal_board_layout_draw (self->layout, self->side, PATAL_CANVAS_CAIRO (cr), &box);
      cairo_destroy (cr);
    }
  snapshot_marks (self, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
patal_board_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PatalBoardView *self = PATAL_BOARD_VIEW (widget);

  if (self->layout == NULL)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                         (float) gtk_widget_get_height (widget)));
  snapshot_board (self, snapshot);
  snapshot_ruler (self, snapshot, TRUE);
  snapshot_ruler (self, snapshot, FALSE);
  gtk_snapshot_pop (snapshot);
}

/* --- moving about --- */

static void
patal_board_view_unfit (PatalZoomView *view)
{
  PATAL_BOARD_VIEW (view)->fitted = FALSE;
}

static void
patal_board_view_zoom_back (PatalZoomView *view)
{
  patal_board_view_fit (PATAL_BOARD_VIEW (view));
}

static void
show_chosen (PatalBoardView *self)
{
  guint chosen = chosen_index (self);

  if (chosen != G_MAXUINT)
    {
      const PatalBox *row = &patal_board_layout_field (self->layout, chosen)->row_mm;
      double top = AROUND_PX + row->y * px_per_mm (self);

      gtk_adjustment_clamp_page (patal_zoom_view_down (PATAL_ZOOM_VIEW (self)), top - AROUND_PX, top + row->height * px_per_mm (self) + AROUND_PX);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  patal_zoom_view_tell (PATAL_ZOOM_VIEW (self));
}

static gboolean
choose_cb (GtkWidget *widget, GVariant *args, G_GNUC_UNUSED gpointer user_data)
{
  PatalBoardView *self = PATAL_BOARD_VIEW (widget);
  int step = g_variant_get_int32 (args);
  int n = self->layout != NULL ? (int) patal_board_layout_n_fields (self->layout) : 0;
  guint now = chosen_index (self);
  int next = now == G_MAXUINT ? (step == 1 || step == -G_MAXINT16 ? 0 : n - 1) : (int) now + step;

  if (n > 0)
    patal_board_view_choose (self, patal_board_layout_field (self->layout, (guint) CLAMP (next, 0, n - 1))->id);
  return TRUE;
}

static gboolean
press_cb (GtkWidget *widget, G_GNUC_UNUSED GVariant *args, G_GNUC_UNUSED gpointer user_data)
{
  PatalBoardView *self = PATAL_BOARD_VIEW (widget);
  guint chosen = chosen_index (self);

  if (chosen == G_MAXUINT)
    return FALSE;
  g_signal_emit (self, pressed_signal, 0, patal_board_layout_field (self->layout, chosen)->id);
  return TRUE;
}

static void
clicked_cb (PatalBoardView *self, G_GNUC_UNUSED int n_press, double x, double y)
{
  const PatalBoardField *field = field_at (self, x, y);
  g_autofree char *id = field != NULL ? g_strdup (field->id) : NULL; /* whoever hears of it may set another layout */

  gtk_widget_grab_focus (GTK_WIDGET (self));
  patal_board_view_choose (self, id);
  if (id != NULL)
    g_signal_emit (self, pressed_signal, 0, id);
}

/* What a painter measures. */
static gboolean
tooltip_cb (PatalBoardView *self, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  const PatalBoardField *field = by_key ? NULL : field_at (self, x, y);
  g_autofree char *text = NULL;

  if (field == NULL)
    return FALSE;
  /* Translators: of a row of a board: its height, and that of its letters, in millimetres */
  text = g_strdup_printf (_("Row %.0f mm high, letters %.0f mm"), field->row_mm.height, field->letter_mm);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* --- for others --- */

void
patal_board_view_set_layout (PatalBoardView *self, PatalBoardLayout *layout)
{
  if (layout != NULL)
    patal_board_layout_ref (layout);
  g_clear_pointer (&self->layout, patal_board_layout_unref);
  self->layout = layout;
  patal_zoom_view_lay_out (PATAL_ZOOM_VIEW (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  patal_zoom_view_tell (PATAL_ZOOM_VIEW (self));
}

void
patal_board_view_set_side (PatalBoardView *self, PatalBoardSide side)
{
  self->side = side;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
patal_board_view_set_unit (PatalBoardView *self, PatalRulerUnit unit)
{
  self->unit = unit;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
patal_board_view_set_marked (PatalBoardView *self, GPtrArray *fields)
{
  g_clear_pointer (&self->marked, g_ptr_array_unref);
  self->marked = fields != NULL ? g_ptr_array_ref (fields) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
patal_board_view_choose (PatalBoardView *self, const char *field)
{
  char *copy = g_strdup (field);

  g_free (self->chosen);
  self->chosen = copy;
  show_chosen (self);
}

void
patal_board_view_fit (PatalBoardView *self)
{
  self->fitted = TRUE;
  patal_zoom_view_lay_out (PATAL_ZOOM_VIEW (self));
  patal_zoom_view_tell (PATAL_ZOOM_VIEW (self));
}

/* --- the object --- */

static void
patal_board_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PatalBoardView *self = PATAL_BOARD_VIEW (object);

  switch (id)
    {
    case PROP_FITTED:
      g_value_set_boolean (value, self->fitted);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
patal_board_view_dispose (GObject *object)
{
  PatalBoardView *self = PATAL_BOARD_VIEW (object);

  g_clear_pointer (&self->layout, patal_board_layout_unref);
  g_clear_pointer (&self->marked, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  G_OBJECT_CLASS (patal_board_view_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *klass)
{
  static const struct { guint key; int step; } steps[] = {
    { GDK_KEY_Up, -1 }, { GDK_KEY_KP_Up, -1 }, { GDK_KEY_Down, 1 }, { GDK_KEY_KP_Down, 1 },
    { GDK_KEY_Home, -G_MAXINT16 }, { GDK_KEY_KP_Home, -G_MAXINT16 }, { GDK_KEY_End, G_MAXINT16 }, { GDK_KEY_KP_End, G_MAXINT16 },
  };
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_add_binding (klass, steps[i].key, 0, choose_cb, "i", steps[i].step);
  for (guint i = 0; i < G_N_ELEMENTS (enters); i++)
    gtk_widget_class_add_binding (klass, enters[i], 0, press_cb, NULL);
}

static void
patal_board_view_class_init (PatalBoardViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PatalZoomViewClass *zoom_class = PATAL_ZOOM_VIEW_CLASS (klass);

  object_class->get_property = patal_board_view_get_property;
  object_class->dispose = patal_board_view_dispose;
  props[PROP_FITTED] = g_param_spec_boolean ("fitted", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  pressed_signal = g_signal_new ("pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);

  zoom_class->least_zoom = 0.02;
  zoom_class->most_zoom = 4;
  zoom_class->lay_out = patal_board_view_lay_out;
  zoom_class->moved = patal_board_view_moved;
  zoom_class->hold = patal_board_view_hold;
  zoom_class->unfit = patal_board_view_unfit;
  zoom_class->zoom_back = patal_board_view_zoom_back;
  zoom_class->told = patal_board_view_told;
  widget_class->snapshot = patal_board_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "boardview");
  bind_keys (widget_class);
}

static void
patal_board_view_init (PatalBoardView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->fitted = TRUE;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  g_signal_connect_object (click, "pressed", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  tell_words (self);
}
