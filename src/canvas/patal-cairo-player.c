/* patal-cairo-player.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-cairo-player.h"

#define GLYPHS_AT_ONCE 200

static cairo_t *
context_of (PatalCanvas *canvas)
{
  return canvas->target;
}

static void
cairo_player_save (PatalCanvas *canvas)
{
  cairo_save (context_of (canvas));
}

static void
cairo_player_restore (PatalCanvas *canvas)
{
  cairo_restore (context_of (canvas));
}

static void
cairo_player_transform (PatalCanvas *canvas, const PatalMatrix *m)
{
  cairo_matrix_t matrix = { .xx = m->xx, .yx = m->yx, .xy = m->xy, .yy = m->yy, .x0 = m->x0, .y0 = m->y0 };

  cairo_transform (context_of (canvas), &matrix);
}

static void
add_step (PatalStep step, const double *p, gpointer cr)
{
  switch (step)
    {
    case PATAL_STEP_MOVE:
      cairo_move_to (cr, p[0], p[1]);
      break;
    case PATAL_STEP_LINE:
      cairo_line_to (cr, p[0], p[1]);
      break;
    case PATAL_STEP_CURVE:
      cairo_curve_to (cr, p[0], p[1], p[2], p[3], p[4], p[5]);
      break;
    case PATAL_STEP_CLOSE:
      cairo_close_path (cr);
      break;
    }
}

static void
set_path (cairo_t *cr, const PatalPath *path)
{
  cairo_new_path (cr);
  patal_path_each (path, add_step, cr);
}

static void
set_ink (cairo_t *cr, const PatalInk *ink)
{
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha);
}

static void
cairo_player_clip (PatalCanvas *canvas, const PatalPath *path)
{
  set_path (context_of (canvas), path);
  cairo_clip (context_of (canvas));
}

static void
cairo_player_fill (PatalCanvas *canvas, const PatalPath *path, const PatalInk *ink)
{
  cairo_t *cr = context_of (canvas);

  set_path (cr, path);
  set_ink (cr, ink);
  cairo_fill (cr);
}

static void
cairo_player_stroke (PatalCanvas *canvas, const PatalPath *path, const PatalStroke *stroke)
{
  static const cairo_line_cap_t caps[] = {
    [PATAL_CAP_BUTT] = CAIRO_LINE_CAP_BUTT,
    [PATAL_CAP_ROUND] = CAIRO_LINE_CAP_ROUND,
    [PATAL_CAP_SQUARE] = CAIRO_LINE_CAP_SQUARE,
  };
  cairo_t *cr = context_of (canvas);
  double whole = stroke->dash[0] + stroke->dash[1] + stroke->dash[2] + stroke->dash[3];

  set_path (cr, path);
  set_ink (cr, &stroke->ink);
  cairo_set_line_width (cr, stroke->width);
  cairo_set_line_cap (cr, caps[stroke->cap]);
  cairo_set_line_join (cr, stroke->cap == PATAL_CAP_ROUND ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  cairo_set_miter_limit (cr, 10);
  cairo_set_dash (cr, stroke->dash, whole > 0 ? stroke->dash[2] + stroke->dash[3] > 0 ? 4 : 2 : 0, 0);
  cairo_stroke (cr);
}

/* On pixels, where Cairo 1.16 puts each glyph on a whole one and letters then stand unevenly, glyphs are
 * filled as paths. In a file they are glyphs. */
static gboolean
has_pixels (cairo_t *cr)
{
  switch (cairo_surface_get_type (cairo_get_target (cr)))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_SVG:
    case CAIRO_SURFACE_TYPE_SCRIPT:
      return FALSE;
    default:
      return TRUE;
    }
}

/* Glyphs of one font that wait to be drawn. */
typedef struct
{
  cairo_t *cr;
  PatalFont *font;
  double size;
  gboolean as_paths;
  cairo_glyph_t glyphs[GLYPHS_AT_ONCE];
  int n;
} Batch;

static void
batch_draw (Batch *batch)
{
  if (batch->n > 0 && batch->as_paths)
    {
      cairo_new_path (batch->cr);
      cairo_glyph_path (batch->cr, batch->glyphs, batch->n);
      cairo_fill (batch->cr);
    }
  else if (batch->n > 0)
    cairo_show_glyphs (batch->cr, batch->glyphs, batch->n);
  batch->n = 0;
}

static void
batch_set_font (Batch *batch, PatalFont *font)
{
  if (batch->font == font)
    return;
  batch_draw (batch);
  batch->font = font;
  cairo_set_font_face (batch->cr, patal_font_cairo (font));
  cairo_set_font_size (batch->cr, batch->size);
}

/* Returns where the pen stands after the piece. */
static double
batch_add (Batch *batch, const PatalPiece *piece, double x, double y)
{
  double unit = batch->size / patal_font_upem (piece->font);
  double pen = x;

  batch_set_font (batch, piece->font);
  for (guint i = 0; i < piece->n_glyphs; i++)
    {
      const PatalGlyph *glyph = &piece->glyphs[i];

      if (batch->n == GLYPHS_AT_ONCE)
        batch_draw (batch);
      batch->glyphs[batch->n++]
          = (cairo_glyph_t) { glyph->glyph, pen + glyph->dx * unit, y - glyph->dy * unit };
      pen += glyph->advance * unit;
    }
  return x + piece->advance * unit;
}

static void
cairo_player_line (PatalCanvas *canvas, double x, double y, const PatalLine *line, const PatalInk *ink)
{
  cairo_t *cr = context_of (canvas);
  cairo_font_options_t *options = cairo_font_options_create ();
  Batch batch;

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_save (cr);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
  set_ink (cr, ink);

  batch.cr = cr;
  batch.font = NULL;
  batch.size = line->size_pt;
  batch.as_paths = has_pixels (cr);
  batch.n = 0;
  for (guint i = 0; i < line->n_words; i++)
    for (guint j = 0; j < patal_word_n_pieces (line->words[i]); j++)
      x = batch_add (&batch, patal_word_piece (line->words[i], j), x, y);
  batch_draw (&batch);
  cairo_restore (cr);
}

/* Stretches @surface to @box, in user space. */
static void
set_box (cairo_t *cr, const PatalBox *box, guint width, guint height)
{
  cairo_translate (cr, box->x, box->y);
  cairo_scale (cr, box->width / width, box->height / height);
}

/* Pictures as Cairo wants them, for as long as a thread draws the same few: turning a photo takes longer than
 * painting it. */
#define SURFACES_MAX 8

typedef struct
{
  PatalPicture *picture;
  cairo_surface_t *surface;
} PictureSurface;

static void
picture_surface_clear (gpointer data)
{
  PictureSurface *kept = data;

  cairo_surface_destroy (kept->surface);
  patal_picture_unref (kept->picture);
}

static void
surfaces_free (gpointer surfaces)
{
  g_array_unref (surfaces);
}
static GPrivate surfaces_of_thread = G_PRIVATE_INIT (surfaces_free);

/* Premultiplied, as one number of the machine: alpha, red, green, blue. */
static guint32
cairo_pixel (const guint8 *rgba, gboolean has_alpha)
{
  guint alpha = has_alpha ? rgba[3] : 255;

#define TIMES_ALPHA(v) (((v)*alpha + 127) / 255)
  return alpha << 24 | TIMES_ALPHA (rgba[0]) << 16 | TIMES_ALPHA (rgba[1]) << 8 | TIMES_ALPHA (rgba[2]);
#undef TIMES_ALPHA
}

/* A printer's file takes the JPEG as it came. */
static void
attach_jpeg (cairo_surface_t *surface, PatalPicture *picture)
{
  GBytes *jpeg = patal_picture_jpeg (picture);
  gsize length;
  const guchar *data;

  if (jpeg == NULL)
    return;
  data = g_bytes_get_data (g_bytes_ref (jpeg), &length);
  if (cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, length,
                                   (cairo_destroy_func_t)g_bytes_unref, jpeg)
      != CAIRO_STATUS_SUCCESS)
    g_bytes_unref (jpeg);
}

static cairo_surface_t *
surface_new (PatalPicture *picture)
{
  guint width = patal_picture_width (picture), height = patal_picture_height (picture);
  gboolean has_alpha = patal_picture_has_alpha (picture);
  const guint8 *in = patal_picture_pixels (picture);
  cairo_surface_t *surface
      = cairo_image_surface_create (has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, width, height);
  guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  if (data == NULL) /* wider than Cairo's 32,767 pixels: it says so in the context's status */
    return surface;
  cairo_surface_flush (surface);
  for (guint y = 0; y < height; y++)
    {
      guint32 *out = (guint32 *)(gpointer)(data + (gsize)y * stride);

      for (guint x = 0; x < width; x++, in += has_alpha ? 4 : 3)
        out[x] = cairo_pixel (in, has_alpha);
    }
  cairo_surface_mark_dirty (surface);
  attach_jpeg (surface, picture);
  return surface;
}

/* (transfer none) */
static cairo_surface_t *
surface_of (PatalPicture *picture)
{
  GArray *surfaces = g_private_get (&surfaces_of_thread);
  PictureSurface kept;

  if (surfaces == NULL)
    {
      surfaces = g_array_new (FALSE, FALSE, sizeof (PictureSurface));
      g_array_set_clear_func (surfaces, picture_surface_clear);
      g_private_set (&surfaces_of_thread, surfaces);
    }
  for (guint i = 0; i < surfaces->len; i++)
    if (g_array_index (surfaces, PictureSurface, i).picture == picture)
      return g_array_index (surfaces, PictureSurface, i).surface;
  if (surfaces->len == SURFACES_MAX)
    g_array_remove_index (surfaces, 0);
  kept = (PictureSurface) { patal_picture_ref (picture), surface_new (picture) };
  g_array_append_val (surfaces, kept);
  return kept.surface;
}

static void
cairo_player_picture (PatalCanvas *canvas, const PatalBox *box, PatalPicture *picture)
{
  cairo_t *cr = context_of (canvas);
  cairo_surface_t *surface = surface_of (picture);

  cairo_save (cr);
  set_box (cr, box, patal_picture_width (picture), patal_picture_height (picture));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend (cairo_get_source (cr),
                            CAIRO_EXTEND_PAD); /* no pale edge where it is made larger */
  cairo_rectangle (cr, 0, 0, patal_picture_width (picture), patal_picture_height (picture));
  cairo_fill (cr);
  cairo_restore (cr);
}

static cairo_surface_t *
surface_of_stencil (const PatalStencil *stencil)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A1, stencil->width, stencil->height);
  guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guint in_stride = (stencil->width + 7) / 8;

  if (data == NULL)
    return surface;
  cairo_surface_flush (surface);
  for (guint y = 0; y < stencil->height; y++)
    for (guint x = 0; x < stencil->width; x++)
      if (stencil->bits[y * in_stride + x / 8] & 0x80 >> x % 8)
        {
          guint32 *word = (guint32 *)(gpointer)(data + (gsize)y * stride) + x / 32;

          /* Cairo's bits stand in words of the machine, from whose low end it reads on a little-endian one */
          *word |= G_BYTE_ORDER == G_LITTLE_ENDIAN ? 1u << x % 32 : 0x80000000u >> x % 32;
        }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
cairo_player_stencil (PatalCanvas *canvas, const PatalBox *box, const PatalStencil *stencil,
                      const PatalInk *ink)
{
  cairo_t *cr = context_of (canvas);
  cairo_surface_t *surface = surface_of_stencil (stencil);
  cairo_pattern_t *mask = cairo_pattern_create_for_surface (surface);

  cairo_pattern_set_filter (mask, CAIRO_FILTER_NEAREST);
  cairo_save (cr);
  set_box (cr, box, stencil->width, stencil->height);
  set_ink (cr, ink);
  cairo_mask (cr, mask);
  cairo_restore (cr);
  cairo_pattern_destroy (mask);
  cairo_surface_destroy (surface);
}

static gboolean
cairo_player_group_begin (PatalCanvas *canvas G_GNUC_UNUSED, const char *key G_GNUC_UNUSED)
{
  return TRUE; /* pixels do not repeat themselves */
}

static void
cairo_player_group_end (PatalCanvas *canvas G_GNUC_UNUSED)
{
}

static void
cairo_player_link (PatalCanvas *canvas G_GNUC_UNUSED, const PatalBox *box G_GNUC_UNUSED,
                   const char *target G_GNUC_UNUSED)
{
}

static void
cairo_player_anchor (PatalCanvas *canvas G_GNUC_UNUSED, double y G_GNUC_UNUSED,
                     const char *name G_GNUC_UNUSED)
{
}

static void
cairo_player_bookmark (PatalCanvas *canvas G_GNUC_UNUSED, guint level G_GNUC_UNUSED, double y G_GNUC_UNUSED,
                       const char *title G_GNUC_UNUSED)
{
}

static void
cairo_player_tag_begin (PatalCanvas *canvas G_GNUC_UNUSED, const PatalTagged *tagged G_GNUC_UNUSED)
{
}

static void
cairo_player_tag_end (PatalCanvas *canvas G_GNUC_UNUSED)
{
}

const PatalPlayer patal_cairo_player = {
  .save = cairo_player_save,
  .restore = cairo_player_restore,
  .transform = cairo_player_transform,
  .clip = cairo_player_clip,
  .fill = cairo_player_fill,
  .stroke = cairo_player_stroke,
  .line = cairo_player_line,
  .picture = cairo_player_picture,
  .stencil = cairo_player_stencil,
  .group_begin = cairo_player_group_begin,
  .group_end = cairo_player_group_end,
  .link = cairo_player_link,
  .anchor = cairo_player_anchor,
  .bookmark = cairo_player_bookmark,
  .tag_begin = cairo_player_tag_begin,
  .tag_end = cairo_player_tag_end,
};
