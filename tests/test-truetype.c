/* test-truetype.c: fonts whose curves are of the third degree (CFF), as the fonts that we embed have them
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A font that exists in memory only draws one glyph; what stands in the TrueType file is drawn by HarfBuzz again, and both are compared. */
#include "patal-truetype.h"
#include <math.h>
#include <hb-ot.h>

#define UPEM 1000
#define ADVANCE 640
#define SAMPLES 64
/* half a unit for the curves, and half a unit each way for what a file can hold */
#define MOST_AWAY (0.5 + G_SQRT2 / 2)

typedef struct
{
  double x, y;
} Place;

typedef struct
{
  const char *name;
  guint       n_curves;
  Place       start, curves[4][3];
} Shape;

static const Shape shapes[] = {
  { "circle", 4, { 900, 400 }, { { { 900, 676.1 }, { 676.1, 900 }, { 400, 900 } }, { { 123.9, 900 }, { -100, 676.1 }, { -100, 400 } },
    { { -100, 123.9 }, { 123.9, -100 }, { 400, -100 } }, { { 676.1, -100 }, { 900, 123.9 }, { 900, 400 } } } },
  { "turning", 1, { 0, 0 }, { { { 600, 0 }, { -100, 700 }, { 500, 700 } } } },
  { "cusp", 1, { 0, 0 }, { { { 700, 500 }, { 0, 500 }, { 700, 0 } } } },
  { "loop", 1, { 0, 0 }, { { { 900, 600 }, { -400, 600 }, { 500, 0 } } } },
  { "almost straight", 2, { 10, 10 }, { { { 20, 20.2 }, { 30, 29.9 }, { 40, 40 } }, { { 40, 700 }, { 30, 700 }, { 10, 10 } } } },
  { "tiny", 1, { 100, 100 }, { { { 101, 103 }, { 103, 101 }, { 104, 104 } } } },
};

static Place
on_curve (Place from, const Place curve[3], double t)
{
  double u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;

  return (Place) { a * from.x + b * curve[0].x + c * curve[1].x + d * curve[2].x,
                   a * from.y + b * curve[0].y + c * curve[1].y + d * curve[2].y };
}

/* Points along the shape's curves. */
static GArray *
sample (const Shape *shape)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  Place from = shape->start;

  g_array_append_val (places, from);
  for (guint c = 0; c < shape->n_curves; c++)
    {
      for (guint i = 1; i <= SAMPLES; i++)
        {
          Place at = on_curve (from, shape->curves[c], (double) i / SAMPLES);

          g_array_append_val (places, at);
        }
      from = shape->curves[c][2];
    }
  g_array_append_val (places, shape->start); /* closed */
  return places;
}

/* --- The font in memory --- */

static void
draw_shape_cb (G_GNUC_UNUSED hb_font_t *font, G_GNUC_UNUSED void *font_data, G_GNUC_UNUSED hb_codepoint_t glyph,
               hb_draw_funcs_t *funcs, void *draw_data, void *user_data)
{
  const Shape *shape = user_data;
  hb_draw_state_t state = { 0 };

  hb_draw_move_to (funcs, draw_data, &state, (float) shape->start.x, (float) shape->start.y);
  for (guint i = 0; i < shape->n_curves; i++)
    hb_draw_cubic_to (funcs, draw_data, &state, (float) shape->curves[i][0].x, (float) shape->curves[i][0].y,
                      (float) shape->curves[i][1].x, (float) shape->curves[i][1].y, (float) shape->curves[i][2].x,
                      (float) shape->curves[i][2].y);
  hb_draw_close_path (funcs, draw_data, &state);
}

static hb_position_t
advance_cb (G_GNUC_UNUSED hb_font_t *font, G_GNUC_UNUSED void *font_data, G_GNUC_UNUSED hb_codepoint_t glyph,
            G_GNUC_UNUSED void *user_data)
{
  return ADVANCE;
}

static hb_font_t *
font_of_shape (const Shape *shape)
{
  hb_font_t *font = hb_font_create (hb_face_get_empty ());
  hb_font_funcs_t *funcs = hb_font_funcs_create ();

#if HB_VERSION_ATLEAST(7, 0, 0)
  hb_font_funcs_set_draw_glyph_func (funcs, draw_shape_cb, (gpointer) shape, NULL);
#else
  hb_font_funcs_set_glyph_shape_func (funcs, draw_shape_cb, (gpointer) shape, NULL);
#endif
  hb_font_funcs_set_glyph_h_advance_func (funcs, advance_cb, NULL, NULL);
  hb_font_set_funcs (font, funcs, NULL, NULL);
  hb_font_set_scale (font, UPEM, UPEM);
  hb_font_funcs_destroy (funcs);
  return font;
}

/* --- The font in the file --- */

static void
to_cb (G_GNUC_UNUSED hb_draw_funcs_t *funcs, void *data, G_GNUC_UNUSED hb_draw_state_t *state, float x, float y,
       G_GNUC_UNUSED void *user_data)
{
  Place place = { x, y };

  g_array_append_val ((GArray *) data, place);
}

static void
quadratic_to_cb (G_GNUC_UNUSED hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1, float x, float y,
                 G_GNUC_UNUSED void *user_data)
{
  for (guint i = 1; i <= SAMPLES; i++)
    {
      double t = (double) i / SAMPLES, u = 1 - t;

      to_cb (NULL, data, NULL, (float) (u * u * state->current_x + 2 * u * t * x1 + t * t * x),
             (float) (u * u * state->current_y + 2 * u * t * y1 + t * t * y), NULL);
    }
}

static void
refuse_cubic_cb (G_GNUC_UNUSED hb_draw_funcs_t *funcs, G_GNUC_UNUSED void *data, G_GNUC_UNUSED hb_draw_state_t *state,
                 G_GNUC_UNUSED float x1, G_GNUC_UNUSED float y1, G_GNUC_UNUSED float x2, G_GNUC_UNUSED float y2,
                 G_GNUC_UNUSED float x, G_GNUC_UNUSED float y, G_GNUC_UNUSED void *user_data)
{
  g_assert_not_reached (); /* TrueType has none */
}

/* Points along glyph @glyph of the file. */
static GArray *
sample_glyph (hb_font_t *font, guint glyph)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  hb_draw_funcs_t *funcs = hb_draw_funcs_create ();

  hb_draw_funcs_set_move_to_func (funcs, to_cb, NULL, NULL);
  hb_draw_funcs_set_line_to_func (funcs, to_cb, NULL, NULL);
  hb_draw_funcs_set_quadratic_to_func (funcs, quadratic_to_cb, NULL, NULL);
  hb_draw_funcs_set_cubic_to_func (funcs, refuse_cubic_cb, NULL, NULL);
#if HB_VERSION_ATLEAST(7, 0, 0)
  hb_font_draw_glyph (font, glyph, funcs, places);
#else
  hb_font_get_glyph_shape (font, glyph, funcs, places);
#endif
  hb_draw_funcs_destroy (funcs);
  return places;
}

static hb_font_t *
font_of_file (PatalTrueType *truetype)
{
  g_autoptr (GBytes) bytes = patal_truetype_write (truetype);
  hb_blob_t *blob = hb_blob_create (g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes), HB_MEMORY_MODE_DUPLICATE,
                                    NULL, NULL);
  hb_face_t *face = hb_face_create (blob, 0);
  hb_font_t *font = hb_font_create (face);

  g_assert_cmpuint (hb_face_get_upem (face), ==, UPEM);
  hb_face_destroy (face);
  hb_blob_destroy (blob);
  return font;
}

/* --- Comparing --- */

static double
away_from_step (Place p, Place a, Place b)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0, 1) : 0;

  return hypot (p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/* How far the points of @one, moved by @dx, are from the line through those of @other, at most. */
static double
away (const GArray *one, double dx, const GArray *other)
{
  double most = 0;

  for (guint i = 0; i < one->len; i++)
    {
      Place p = g_array_index (one, Place, i);
      double nearest = G_MAXDOUBLE;

      p.x += dx;
      for (guint k = 0; k + 1 < other->len; k++)
        nearest = MIN (nearest, away_from_step (p, g_array_index (other, Place, k), g_array_index (other, Place, k + 1)));
      most = MAX (most, nearest);
    }
  return most;
}

static void
test_curves (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (PatalTrueType) truetype = patal_truetype_new (UPEM);
      g_autoptr (GArray) drawn = sample (&shapes[i]);
      g_autoptr (GArray) written = NULL, moved = NULL;
      hb_font_t *memory = font_of_shape (&shapes[i]), *file;
      guint outline = patal_truetype_add_outline (truetype, memory, 1);
      guint composite = patal_truetype_add_composite (truetype, &(PatalTrueTypePart) { outline, 300, 0 }, 1, ADVANCE);

      file = font_of_file (truetype);
      written = sample_glyph (file, outline);
      moved = sample_glyph (file, composite);
      g_test_message ("%s: %.2f units away, %.2f back", shapes[i].name, away (drawn, 0, written), away (written, 0, drawn));
      g_assert_cmpfloat (away (drawn, 0, written), <=, MOST_AWAY);
      g_assert_cmpfloat (away (written, 0, drawn), <=, MOST_AWAY);
      g_assert_cmpfloat (away (written, 300, moved), <=, 0.01);
      g_assert_cmpint (hb_font_get_glyph_h_advance (file, outline), ==, ADVANCE);
      hb_font_destroy (memory);
      hb_font_destroy (file);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truetype/curves", test_curves);
  return g_test_run ();
}
