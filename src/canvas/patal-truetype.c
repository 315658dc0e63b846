/* patal-truetype.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-truetype.h"
#include <math.h>
#include <string.h>

typedef struct
{
  gint16 left, bottom, right, top;
} Bounds;

typedef struct
{
  guint16 advance;
  Bounds  bounds;
  gboolean empty;
  guint16 n_points, n_contours;
} Glyph;

struct _PatalTrueType
{
  guint   upem;
  GArray *glyphs;     /* of Glyph */
  GArray *places;     /* of guint32: where each begins in @outlines, and where the last ends */
  GString *outlines;  /* the table glyf */
  guint16 max_points, max_contours, max_parts, max_part_points, max_part_contours;
};

typedef struct
{
  double   x, y;
  gboolean on; /* the curve goes through it */
} Point;

/* An outline while HarfBuzz draws it. */
typedef struct
{
  GArray *points; /* of Point */
  GArray *ends;   /* of guint: the last point of each contour */
  Point   pen;
} Outline;

static void
append_u16 (GString *bytes, guint value)
{
  g_string_append_c (bytes, (char) (value >> 8));
  g_string_append_c (bytes, (char) value);
}

static void
append_u32 (GString *bytes, guint32 value)
{
  append_u16 (bytes, value >> 16);
  append_u16 (bytes, value & 0xffff);
}

PatalTrueType *
patal_truetype_new (guint upem)
{
  PatalTrueType *font = g_new0 (PatalTrueType, 1);

  font->upem = upem;
  font->glyphs = g_array_new (FALSE, TRUE, sizeof (Glyph));
  font->places = g_array_new (FALSE, TRUE, sizeof (guint32));
  font->outlines = g_string_new (NULL);
  g_array_set_size (font->places, 1);
  patal_truetype_add_composite (font, NULL, 0, 0);
  return font;
}

void
patal_truetype_free (PatalTrueType *font)
{
  if (font == NULL)
    return;
  g_array_unref (font->glyphs);
  g_array_unref (font->places);
  g_string_free (font->outlines, TRUE);
  g_free (font);
}

guint
patal_truetype_n_glyphs (const PatalTrueType *font)
{
  return font->glyphs->len;
}

static guint
add (PatalTrueType *font, const Glyph *glyph)
{
  guint32 end;

  if (font->outlines->len % 2 != 0)
    g_string_append_c (font->outlines, 0); /* glyphs begin at even places */
  end = (guint32) font->outlines->len;
  g_array_append_val (font->glyphs, *glyph);
  g_array_append_val (font->places, end);
  return font->glyphs->len - 1;
}

/* --- Outlines --- */

static void
add_point (Outline *outline, double x, double y, gboolean on)
{
  Point point = { x, y, on };

  g_array_append_val (outline->points, point);
}

static void
move_cb (G_GNUC_UNUSED hb_draw_funcs_t *funcs, void *data, G_GNUC_UNUSED hb_draw_state_t *state, float x, float y,
         G_GNUC_UNUSED void *user_data)
{
  Outline *outline = data;

  outline->pen = (Point) { x, y, TRUE };
  add_point (outline, x, y, TRUE);
}

static void
line_cb (G_GNUC_UNUSED hb_draw_funcs_t *funcs, void *data, G_GNUC_UNUSED hb_draw_state_t *state, float x, float y,
         G_GNUC_UNUSED void *user_data)
{
  move_cb (NULL, data, NULL, x, y, NULL);
}

static void
quadratic_cb (G_GNUC_UNUSED hb_draw_funcs_t *funcs, void *data, G_GNUC_UNUSED hb_draw_state_t *state, float x1,
              float y1, float x, float y, G_GNUC_UNUSED void *user_data)
{
  add_point (data, x1, y1, FALSE);
  move_cb (NULL, data, NULL, x, y, NULL);
}

/* A cubic as the smallest number of quadratics that stays within half a unit: the distance of one is √3/36 of the cubic's third
 * difference, and falls with the cube of the number of pieces. */
static void
cubic_cb (G_GNUC_UNUSED hb_draw_funcs_t *funcs, void *data, G_GNUC_UNUSED hb_draw_state_t *state, float x1, float y1,
          float x2, float y2, float x3, float y3, G_GNUC_UNUSED void *user_data)
{
  Outline *outline = data;
  double x0 = outline->pen.x, y0 = outline->pen.y;
  double third = hypot (x3 - 3 * x2 + 3 * x1 - x0, y3 - 3 * y2 + 3 * y1 - y0);
  int n = CLAMP ((int) ceil (cbrt (third * sqrt (3) / 36 / 0.5)), 1, 16);

  for (int i = 0; i < n; i++)
    {
      double from = (double) i / n, to = (double) (i + 1) / n, step = (to - from) / 2;
      double u = 1 - from, v = 1 - to;
      /* the ends of the piece, and the slopes there; the middle point is where they meet, on the average of both */
      double ax = u * u * u * x0 + 3 * u * u * from * x1 + 3 * u * from * from * x2 + from * from * from * x3;
      double ay = u * u * u * y0 + 3 * u * u * from * y1 + 3 * u * from * from * y2 + from * from * from * y3;
      double bx = v * v * v * x0 + 3 * v * v * to * x1 + 3 * v * to * to * x2 + to * to * to * x3;
      double by = v * v * v * y0 + 3 * v * v * to * y1 + 3 * v * to * to * y2 + to * to * to * y3;
      double sax = 3 * (u * u * (x1 - x0) + 2 * u * from * (x2 - x1) + from * from * (x3 - x2));
      double say = 3 * (u * u * (y1 - y0) + 2 * u * from * (y2 - y1) + from * from * (y3 - y2));
      double sbx = 3 * (v * v * (x1 - x0) + 2 * v * to * (x2 - x1) + to * to * (x3 - x2));
      double sby = 3 * (v * v * (y1 - y0) + 2 * v * to * (y2 - y1) + to * to * (y3 - y2));

      add_point (outline, (ax + sax * step + bx - sbx * step) / 2, (ay + say * step + by - sby * step) / 2, FALSE);
      add_point (outline, bx, by, TRUE);
    }
  outline->pen = (Point) { x3, y3, TRUE };
}

static void
close_cb (G_GNUC_UNUSED hb_draw_funcs_t *funcs, void *data, G_GNUC_UNUSED hb_draw_state_t *state,
          G_GNUC_UNUSED void *user_data)
{
  Outline *outline = data;
  guint first = outline->ends->len == 0 ? 0 : g_array_index (outline->ends, guint, outline->ends->len - 1) + 1;
  guint last = outline->points->len - 1;
  const Point *a, *b;

  if (outline->points->len <= first)
    return;
  a = &g_array_index (outline->points, Point, first);
  b = &g_array_index (outline->points, Point, last);
  if (last > first && b->on && a->x == b->x && a->y == b->y) /* closing is understood */
    g_array_set_size (outline->points, last--);
  g_array_append_val (outline->ends, last);
}

static hb_draw_funcs_t *
draw_funcs (void)
{
  static gsize once;
  static hb_draw_funcs_t *funcs;

  if (g_once_init_enter (&once))
    {
      funcs = hb_draw_funcs_create ();
      hb_draw_funcs_set_move_to_func (funcs, move_cb, NULL, NULL);
      hb_draw_funcs_set_line_to_func (funcs, line_cb, NULL, NULL);
      hb_draw_funcs_set_quadratic_to_func (funcs, quadratic_cb, NULL, NULL);
      hb_draw_funcs_set_cubic_to_func (funcs, cubic_cb, NULL, NULL);
      hb_draw_funcs_set_close_path_func (funcs, close_cb, NULL, NULL);
      hb_draw_funcs_make_immutable (funcs);
      g_once_init_leave (&once, 1);
    }
  return funcs;
}

static void
draw (hb_font_t *hb, hb_codepoint_t glyph, Outline *outline)
{
#if HB_VERSION_ATLEAST(7, 0, 0)
  hb_font_draw_glyph (hb, glyph, draw_funcs (), outline);
#else
  hb_font_get_glyph_shape (hb, glyph, draw_funcs (), outline);
#endif
}

static gint16
clamp_unit (double unit)
{
  return (gint16) lround (CLAMP (unit, G_MININT16, G_MAXINT16));
}

/* Points that lie in the middle of their two neighbours off the curve need not be written. */
static void
drop_implied (Outline *outline)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Point));
  guint first = 0;

  for (guint contour = 0; contour < outline->ends->len; contour++)
    {
      guint *end = &g_array_index (outline->ends, guint, contour);
      guint n = *end - first + 1;
      const Point *points = &g_array_index (outline->points, Point, first);

      first = *end + 1;
      for (guint i = 0; i < n; i++)
        {
          const Point *before = &points[(i + n - 1) % n], *after = &points[(i + 1) % n];
          gboolean implied = i > 0 && points[i].on && !before->on && !after->on
                             && points[i].x == (before->x + after->x) / 2
                             && points[i].y == (before->y + after->y) / 2;

          if (!implied)
            g_array_append_val (kept, points[i]);
        }
      *end = kept->len - 1;
    }
  g_array_unref (outline->points);
  outline->points = g_steal_pointer (&kept);
}

#define POINT_ON 0x01
#define POINT_X_SHORT 0x02
#define POINT_Y_SHORT 0x04
#define POINT_X_SAME_OR_POSITIVE 0x10
#define POINT_Y_SAME_OR_POSITIVE 0x20

static guint8
append_step (GString *steps, int step, guint8 is_short, guint8 same_or_positive)
{
  if (step == 0)
    return same_or_positive;
  if (ABS (step) < 256)
    {
      g_string_append_c (steps, (char) ABS (step));
      return step > 0 ? is_short | same_or_positive : is_short;
    }
  append_u16 (steps, (guint16) step);
  return 0;
}

static void
append_outline (GString *bytes, const Outline *outline, const Bounds *bounds)
{
  g_autoptr (GString) xs = g_string_new (NULL);
  g_autoptr (GString) ys = g_string_new (NULL);
  int x = 0, y = 0;

  append_u16 (bytes, outline->ends->len);
  append_u16 (bytes, (guint16) bounds->left);
  append_u16 (bytes, (guint16) bounds->bottom);
  append_u16 (bytes, (guint16) bounds->right);
  append_u16 (bytes, (guint16) bounds->top);
  for (guint i = 0; i < outline->ends->len; i++)
    append_u16 (bytes, g_array_index (outline->ends, guint, i));
  append_u16 (bytes, 0); /* no instructions */
  for (guint i = 0; i < outline->points->len; i++)
    {
      const Point *point = &g_array_index (outline->points, Point, i);
      int to_x = clamp_unit (point->x), to_y = clamp_unit (point->y);
      guint8 flags = point->on ? POINT_ON : 0;

      flags |= append_step (xs, to_x - x, POINT_X_SHORT, POINT_X_SAME_OR_POSITIVE);
      flags |= append_step (ys, to_y - y, POINT_Y_SHORT, POINT_Y_SAME_OR_POSITIVE);
      g_string_append_c (bytes, (char) flags);
      x = to_x;
      y = to_y;
    }
  g_string_append_len (bytes, xs->str, xs->len);
  g_string_append_len (bytes, ys->str, ys->len);
}

static void
widen (Bounds *bounds, gboolean *empty, const Bounds *with)
{
  bounds->left = *empty ? with->left : MIN (bounds->left, with->left);
  bounds->bottom = *empty ? with->bottom : MIN (bounds->bottom, with->bottom);
  bounds->right = *empty ? with->right : MAX (bounds->right, with->right);
  bounds->top = *empty ? with->top : MAX (bounds->top, with->top);
  *empty = FALSE;
}

guint
patal_truetype_add_outline (PatalTrueType *font, hb_font_t *hb, hb_codepoint_t glyph)
{
  Outline outline = { .points = g_array_new (FALSE, FALSE, sizeof (Point)),
                      .ends = g_array_new (FALSE, FALSE, sizeof (guint)) };
  Glyph made = { .empty = TRUE };

  made.advance = (guint16) CLAMP (hb_font_get_glyph_h_advance (hb, glyph), 0, G_MAXUINT16);
  draw (hb, glyph, &outline);
  drop_implied (&outline);
  /* What a table cannot count is left out: no letter comes near it. */
  if (outline.ends->len > 0 && outline.points->len < G_MAXUINT16 && outline.ends->len < G_MAXINT16)
    {
      for (guint i = 0; i < outline.points->len; i++)
        {
          const Point *point = &g_array_index (outline.points, Point, i);
          gint16 x = clamp_unit (point->x), y = clamp_unit (point->y);

          widen (&made.bounds, &made.empty, &(Bounds) { x, y, x, y });
        }
      made.n_points = (guint16) outline.points->len;
      made.n_contours = (guint16) outline.ends->len;
      append_outline (font->outlines, &outline, &made.bounds);
    }
  font->max_points = MAX (font->max_points, made.n_points);
  font->max_contours = MAX (font->max_contours, made.n_contours);
  g_array_unref (outline.points);
  g_array_unref (outline.ends);
  return add (font, &made);
}

/* --- Composites --- */

#define PART_WORDS 0x0001
#define PART_OFFSETS 0x0002
#define PART_MORE 0x0020

static void
append_parts (GString *bytes, const PatalTrueTypePart *parts, guint n_parts, const Bounds *bounds)
{
  append_u16 (bytes, (guint16) -1);
  append_u16 (bytes, (guint16) bounds->left);
  append_u16 (bytes, (guint16) bounds->bottom);
  append_u16 (bytes, (guint16) bounds->right);
  append_u16 (bytes, (guint16) bounds->top);
  for (guint i = 0; i < n_parts; i++)
    {
      append_u16 (bytes, PART_WORDS | PART_OFFSETS | (i + 1 < n_parts ? PART_MORE : 0));
      append_u16 (bytes, parts[i].glyph);
      append_u16 (bytes, (guint16) clamp_unit (parts[i].dx));
      append_u16 (bytes, (guint16) clamp_unit (parts[i].dy));
    }
}

guint
patal_truetype_add_composite (PatalTrueType *font, const PatalTrueTypePart *parts, guint n_parts, gint advance)
{
  g_autofree PatalTrueTypePart *drawn = g_new (PatalTrueTypePart, n_parts);
  guint n_drawn = 0, n_points = 0, n_contours = 0;
  Glyph made = { .advance = (guint16) CLAMP (advance, 0, G_MAXUINT16), .empty = TRUE };

  for (guint i = 0; i < n_parts; i++)
    {
      const Glyph *part = &g_array_index (font->glyphs, Glyph, parts[i].glyph);
      Bounds moved;

      if (part->empty)
        continue;
      moved = (Bounds) { clamp_unit (part->bounds.left + parts[i].dx), clamp_unit (part->bounds.bottom + parts[i].dy),
                         clamp_unit (part->bounds.right + parts[i].dx), clamp_unit (part->bounds.top + parts[i].dy) };
      widen (&made.bounds, &made.empty, &moved);
      n_points += part->n_points;
      n_contours += part->n_contours;
      drawn[n_drawn++] = parts[i];
    }
  if (n_drawn > 0)
    append_parts (font->outlines, drawn, n_drawn, &made.bounds);
  font->max_parts = MAX (font->max_parts, (guint16) n_drawn);
  font->max_part_points = MAX (font->max_part_points, (guint16) MIN (n_points, G_MAXUINT16));
  font->max_part_contours = MAX (font->max_part_contours, (guint16) MIN (n_contours, G_MAXUINT16));
  return add (font, &made);
}

guint
patal_truetype_advance (const PatalTrueType *font, guint glyph)
{
  return g_array_index (font->glyphs, Glyph, glyph).advance;
}

void
patal_truetype_bounds (const PatalTrueType *font, gint bounds[4])
{
  Bounds all = { 0 };
  gboolean empty = TRUE;

  for (guint i = 0; i < font->glyphs->len; i++)
    {
      const Glyph *glyph = &g_array_index (font->glyphs, Glyph, i);

      if (!glyph->empty)
        widen (&all, &empty, &glyph->bounds);
    }
  bounds[0] = all.left;
  bounds[1] = all.bottom;
  bounds[2] = all.right;
  bounds[3] = all.top;
}

/* --- The file --- */

static GString *
head_table (const PatalTrueType *font)
{
  GString *table = g_string_new (NULL);
  gint bounds[4];

  patal_truetype_bounds (font, bounds);
  append_u32 (table, 0x00010000);
  append_u32 (table, 0x00010000);
  append_u32 (table, 0); /* the check sum of all, filled in at the end */
  append_u32 (table, 0x5f0f3cf5);
  append_u16 (table, 0x0003); /* the baseline is at 0, the left bearing too */
  append_u16 (table, font->upem);
  for (int i = 0; i < 4; i++) /* made and changed: no day, so that the same pages give the same bytes */
    append_u32 (table, 0);
  for (int i = 0; i < 4; i++)
    append_u16 (table, (guint16) bounds[i]);
  append_u16 (table, 0);
  append_u16 (table, 6);
  append_u16 (table, 2);
  append_u16 (table, 1); /* long places in loca */
  append_u16 (table, 0);
  return table;
}

static GString *
hhea_table (const PatalTrueType *font)
{
  GString *table = g_string_new (NULL);
  gint bounds[4];
  guint widest = 0;

  for (guint i = 0; i < font->glyphs->len; i++)
    widest = MAX (widest, patal_truetype_advance (font, i));
  patal_truetype_bounds (font, bounds);
  append_u32 (table, 0x00010000);
  append_u16 (table, (guint16) bounds[3]);
  append_u16 (table, (guint16) bounds[1]);
  append_u16 (table, 0);
  append_u16 (table, widest);
  append_u16 (table, (guint16) bounds[0]);
  append_u16 (table, 0);
  append_u16 (table, (guint16) bounds[2]);
  append_u16 (table, 1); /* an upright caret */
  for (int i = 0; i < 7; i++)
    append_u16 (table, 0);
  append_u16 (table, font->glyphs->len);
  return table;
}

static GString *
maxp_table (const PatalTrueType *font)
{
  GString *table = g_string_new (NULL);

  append_u32 (table, 0x00010000);
  append_u16 (table, font->glyphs->len);
  append_u16 (table, font->max_points);
  append_u16 (table, font->max_contours);
  append_u16 (table, font->max_part_points);
  append_u16 (table, font->max_part_contours);
  append_u16 (table, 1); /* zones: no instructions use them */
  for (int i = 0; i < 6; i++)
    append_u16 (table, 0);
  append_u16 (table, font->max_parts);
  append_u16 (table, 1); /* composites hold outlines only */
  return table;
}

static GString *
hmtx_table (const PatalTrueType *font)
{
  GString *table = g_string_new (NULL);

  for (guint i = 0; i < font->glyphs->len; i++)
    {
      const Glyph *glyph = &g_array_index (font->glyphs, Glyph, i);

      append_u16 (table, glyph->advance);
      append_u16 (table, (guint16) glyph->bounds.left); /* the left bearing: else a reader would shift the outline */
    }
  return table;
}

static GString *
loca_table (const PatalTrueType *font)
{
  GString *table = g_string_new (NULL);

  for (guint i = 0; i < font->places->len; i++)
    append_u32 (table, g_array_index (font->places, guint32, i));
  return table;
}

static guint32
check_sum (const char *bytes, gsize length)
{
  guint32 sum = 0;

  for (gsize i = 0; i < length; i++)
    sum += (guint32) (guint8) bytes[i] << (24 - 8 * (i % 4));
  return sum;
}

GBytes *
patal_truetype_write (PatalTrueType *font)
{
  const char *names[] = { "glyf", "head", "hhea", "hmtx", "loca", "maxp" };
  GString *tables[] = { g_string_new_len (font->outlines->str, (gssize) font->outlines->len), head_table (font),
                        hhea_table (font), hmtx_table (font), loca_table (font), maxp_table (font) };
  const guint n = G_N_ELEMENTS (tables), head = 1;
  GString *file = g_string_new (NULL);
  gsize place = 12 + 16 * n, head_place = 0;
  guint32 sum;

  append_u32 (file, 0x00010000);
  append_u16 (file, n);
  append_u16 (file, 64); /* 16 × the greatest power of 2 within n, its logarithm, and what is left of 16 × n */
  append_u16 (file, 2);
  append_u16 (file, 16 * n - 64);
  for (guint i = 0; i < n; i++)
    {
      gsize length = tables[i]->len;

      if (i == head)
        head_place = place;
      g_string_append_len (file, names[i], 4);
      append_u32 (file, check_sum (tables[i]->str, length));
      append_u32 (file, (guint32) place);
      append_u32 (file, (guint32) length);
      while (tables[i]->len % 4 != 0)
        g_string_append_c (tables[i], 0);
      place += tables[i]->len;
    }
  for (guint i = 0; i < n; i++)
    {
      g_string_append_len (file, tables[i]->str, (gssize) tables[i]->len);
      g_string_free (tables[i], TRUE);
    }
  sum = 0xb1b0afbau - check_sum (file->str, file->len);
  for (guint i = 0; i < 4; i++)
    file->str[head_place + 8 + i] = (char) (sum >> (24 - 8 * i));
  return g_string_free_to_bytes (file);
}
