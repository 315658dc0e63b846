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
#define ARROW_PX 48
#define LEAST_ZOOM 0.02
#define MOST_ZOOM 4
#define ZOOM_STEP 1.2
#define NUMBERS_PX 44  /* from one number of a ruler to the next, at least */
#define MARK_PX 7      /* of a major one */

struct _PatalBoardView
{
  GtkWidget         parent_instance;
  GtkAdjustment    *across, *down;
  guint             across_policy, down_policy; /* GtkScrollablePolicy; looked at by nobody here */
  PatalBoardLayout *layout;   /* (nullable) */
  PatalBoardSide    side;
  PatalRulerUnit    unit;
  GPtrArray        *marked;   /* (nullable) */
  char             *chosen;   /* (nullable): id of a field */
  double            zoom;
  gboolean          fitted;
  gboolean          laying;   /* adjustments are moved by us */
  double            held_x, held_y;       /* the place on the board, 0 to 1, that stays where it is when sizes change … */
  double            anchor_x, anchor_y;   /* … namely at this place of the view, 0 to 1 */
  double            pointer_x, pointer_y;
  guint             tell_id;
};

enum { PROP_0, PROP_ZOOM, PROP_FITTED, N_PROPS, PROP_HADJUSTMENT = N_PROPS, PROP_VADJUSTMENT, PROP_HPOLICY, PROP_VPOLICY };
static GParamSpec *props[N_PROPS];
static guint pressed_signal;

G_DEFINE_FINAL_TYPE_WITH_CODE (PatalBoardView, patal_board_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* --- where the board is --- */

static double
px_per_mm (PatalBoardView *self)
{
  return self->zoom * PX_PER_MM;
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

  return floor (RULER_PX + AROUND_PX + (spare > 0 ? spare / 2 : -gtk_adjustment_get_value (self->across)));
}

static double
board_top (PatalBoardView *self)
{
  double spare = room_down (self) - board_height (self) - 2 * AROUND_PX;

  return floor (RULER_PX + AROUND_PX + (spare > 0 ? spare / 2 : -gtk_adjustment_get_value (self->down)));
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

static gboolean
tell_cb (gpointer user_data)
{
  PatalBoardView *self = user_data;

  self->tell_id = 0;
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
  tell_words (self);
  return G_SOURCE_REMOVE;
}

/* Later: whoever hears of it changes labels, and sizes are being given out as a rule. */
static void
tell (PatalBoardView *self)
{
  if (self->tell_id == 0)
    self->tell_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_cb, self, NULL);
}

/* --- sizes --- */

static double
fitting_zoom (PatalBoardView *self, int width, int height)
{
  double across = (width - RULER_PX - 2 * AROUND_PX) / (patal_board_layout_width_mm (self->layout) * PX_PER_MM);
  double down = (height - RULER_PX - 2 * AROUND_PX) / (patal_board_layout_height_mm (self->layout) * PX_PER_MM);

  return CLAMP (MIN (across, down), LEAST_ZOOM, MOST_ZOOM);
}

static void
lay_out (PatalBoardView *self, int width, int height)
{
  double room_x = MAX (width - RULER_PX, 1), room_y = MAX (height - RULER_PX, 1);
  double whole_x = 0, whole_y = 0, x = 0, y = 0;

  self->laying = TRUE;
  if (self->layout != NULL)
    {
      double zoom = self->fitted ? fitting_zoom (self, width, height) : self->zoom;

      if (zoom != self->zoom)
        tell (self);
      self->zoom = zoom;
      whole_x = board_width (self) + 2 * AROUND_PX;
      whole_y = board_height (self) + 2 * AROUND_PX;
      x = AROUND_PX + self->held_x * board_width (self) - self->anchor_x * room_x;
      y = AROUND_PX + self->held_y * board_height (self) - self->anchor_y * room_y;
    }
  gtk_adjustment_configure (self->across, CLAMP (x, 0, MAX (whole_x - room_x, 0)), 0, MAX (whole_x, room_x), ARROW_PX, room_x * 0.9,
                            room_x);
  gtk_adjustment_configure (self->down, CLAMP (y, 0, MAX (whole_y - room_y, 0)), 0, MAX (whole_y, room_y), ARROW_PX, room_y * 0.9,
                            room_y);
  self->laying = FALSE;
}

static void
patal_board_view_size_allocate (GtkWidget *widget, int width, int height, G_GNUC_UNUSED int baseline)
{
  lay_out (PATAL_BOARD_VIEW (widget), width, height);
}

static void
lay_out_again (PatalBoardView *self)
{
  if (self->across == NULL || self->down == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is at @x, @y of the view stays there. */
static void
hold (PatalBoardView *self, double x, double y)
{
  if (self->layout == NULL)
    return;
  self->held_x = (x - board_left (self)) / board_width (self);
  self->held_y = (y - board_top (self)) / board_height (self);
  self->anchor_x = (x - RULER_PX) / room_across (self);
  self->anchor_y = (y - RULER_PX) / room_down (self);
}

static void
hold_middle (PatalBoardView *self)
{
  hold (self, RULER_PX + room_across (self) / 2, RULER_PX + room_down (self) / 2);
}

/* Somebody scrolled. */
static void
moved_cb (PatalBoardView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!self->laying)
    hold_middle (self);
}

static void
set_adjustment (PatalBoardView *self, GtkAdjustment **own, GtkAdjustment *adjustment)
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
set_zoom (PatalBoardView *self, double zoom)
{
  self->zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  self->fitted = FALSE;
  lay_out_again (self);
  tell (self);
}

static gboolean
zoom_cb (GtkWidget *widget, GVariant *args, G_GNUC_UNUSED gpointer user_data)
{
  int step = g_variant_get_int32 (args);

  if (step == 0)
    patal_board_view_fit (PATAL_BOARD_VIEW (widget));
  else if (step > 0)
    patal_board_view_zoom_in (PATAL_BOARD_VIEW (widget));
  else
    patal_board_view_zoom_out (PATAL_BOARD_VIEW (widget));
  return TRUE;
}

static gboolean
scroll_cb (PatalBoardView *self, G_GNUC_UNUSED double dx, double dy, GtkEventController *scroll)
{
  if ((gtk_event_controller_get_current_event_state (scroll) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  hold (self, self->pointer_x, self->pointer_y);
  set_zoom (self, self->zoom * pow (ZOOM_STEP, -dy));
  return GDK_EVENT_STOP;
}

static void
motion_cb (PatalBoardView *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static void
show_chosen (PatalBoardView *self)
{
  guint chosen = chosen_index (self);

  if (chosen != G_MAXUINT)
    {
      const PatalBox *row = &patal_board_layout_field (self->layout, chosen)->row_mm;
      double top = AROUND_PX + row->y * px_per_mm (self);

      gtk_adjustment_clamp_page (self->down, top - AROUND_PX, top + row->height * px_per_mm (self) + AROUND_PX);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  tell (self);
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
  lay_out_again (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  tell (self);
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

double
patal_board_view_get_zoom (PatalBoardView *self)
{
  return self->zoom;
}

void
patal_board_view_zoom_in (PatalBoardView *self)
{
  hold_middle (self);
  set_zoom (self, self->zoom * ZOOM_STEP);
}

void
patal_board_view_zoom_out (PatalBoardView *self)
{
  hold_middle (self);
  set_zoom (self, self->zoom / ZOOM_STEP);
}

void
patal_board_view_fit (PatalBoardView *self)
{
  self->fitted = TRUE;
  lay_out_again (self);
  tell (self);
}

/* --- the object --- */

static void
patal_board_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PatalBoardView *self = PATAL_BOARD_VIEW (object);

  switch (id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_FITTED:
      g_value_set_boolean (value, self->fitted);
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
patal_board_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PatalBoardView *self = PATAL_BOARD_VIEW (object);

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
patal_board_view_dispose (GObject *object)
{
  PatalBoardView *self = PATAL_BOARD_VIEW (object);

  g_clear_handle_id (&self->tell_id, g_source_remove);
  g_clear_pointer (&self->layout, patal_board_layout_unref);
  g_clear_pointer (&self->marked, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_object (&self->across);
  g_clear_object (&self->down);
  G_OBJECT_CLASS (patal_board_view_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *klass)
{
  static const struct { guint key; int step; } zooms[] = {
    { GDK_KEY_plus, 1 }, { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 },
    { GDK_KEY_0, 0 }, { GDK_KEY_KP_0, 0 },
  };
  static const struct { guint key; int step; } steps[] = {
    { GDK_KEY_Up, -1 }, { GDK_KEY_KP_Up, -1 }, { GDK_KEY_Down, 1 }, { GDK_KEY_KP_Down, 1 },
    { GDK_KEY_Home, -G_MAXINT16 }, { GDK_KEY_KP_Home, -G_MAXINT16 }, { GDK_KEY_End, G_MAXINT16 }, { GDK_KEY_KP_End, G_MAXINT16 },
  };
  static const guint enters[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      gtk_widget_class_add_binding (klass, zooms[i].key, 0, zoom_cb, "i", zooms[i].step);
      gtk_widget_class_add_binding (klass, zooms[i].key, GDK_CONTROL_MASK, zoom_cb, "i", zooms[i].step);
    }
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

  object_class->get_property = patal_board_view_get_property;
  object_class->set_property = patal_board_view_set_property;
  object_class->dispose = patal_board_view_dispose;
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, MOST_ZOOM, 1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_FITTED] = g_param_spec_boolean ("fitted", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HPOLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VPOLICY, "vscroll-policy");
  pressed_signal = g_signal_new ("pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);

  widget_class->size_allocate = patal_board_view_size_allocate;
  widget_class->snapshot = patal_board_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "boardview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  bind_keys (widget_class);
}

static void
patal_board_view_init (PatalBoardView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->zoom = 1;
  self->fitted = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  tell_words (self);
}
