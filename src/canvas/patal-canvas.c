/* patal-canvas.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-canvas.h"
#include <math.h>

void
patal_canvas_save (PatalCanvas *canvas)
{
  canvas->player->save (canvas);
}

void
patal_canvas_restore (PatalCanvas *canvas)
{
  canvas->player->restore (canvas);
}

void
patal_canvas_transform (PatalCanvas *canvas, const PatalMatrix *matrix)
{
  canvas->player->transform (canvas, matrix);
}

void
patal_canvas_move (PatalCanvas *canvas, double dx, double dy)
{
  canvas->player->transform (canvas, &(PatalMatrix) { .xx = 1, .yy = 1, .x0 = dx, .y0 = dy });
}

void
patal_canvas_clip (PatalCanvas *canvas, const PatalPath *path)
{
  canvas->player->clip (canvas, path);
}

static PatalPath *
path_of_box (const PatalBox *box)
{
  PatalPath *path = patal_path_new ();

  patal_path_box (path, box);
  return path;
}

void
patal_canvas_clip_box (PatalCanvas *canvas, const PatalBox *box)
{
  g_autoptr (PatalPath) path = path_of_box (box);

  canvas->player->clip (canvas, path);
}

void
patal_canvas_fill (PatalCanvas *canvas, const PatalPath *path, const PatalInk *ink)
{
  canvas->player->fill (canvas, path, ink);
}

void
patal_canvas_fill_box (PatalCanvas *canvas, const PatalBox *box, const PatalInk *ink)
{
  g_autoptr (PatalPath) path = path_of_box (box);

  canvas->player->fill (canvas, path, ink);
}

void
patal_canvas_stroke (PatalCanvas *canvas, const PatalPath *path, const PatalStroke *stroke)
{
  canvas->player->stroke (canvas, path, stroke);
}

void
patal_canvas_stroke_box (PatalCanvas *canvas, const PatalBox *box, const PatalStroke *stroke)
{
  g_autoptr (PatalPath) path = path_of_box (box);

  canvas->player->stroke (canvas, path, stroke);
}

void
patal_canvas_rule (PatalCanvas *canvas, double x0, double y0, double x1, double y1, const PatalStroke *stroke)
{
  g_autoptr (PatalPath) path = patal_path_new ();

  patal_path_move (path, x0, y0);
  patal_path_line (path, x1, y1);
  canvas->player->stroke (canvas, path, stroke);
}

#define HATCH_LINES_MAX 5000 /* a gap too small for its ground would draw for ever */

/* Lines x·sin - y·cos = k·gap over @box. They begin at multiples of the gap, not at the box, so that hatched
 * neighbours meet. */
static void
add_lines (PatalPath *lines, const PatalBox *box, double angle, double gap)
{
  double s = sin (angle), c = cos (angle);
  double x = box->x + box->width / 2, y = box->y + box->height / 2;
  double reach = hypot (box->width, box->height) / 2;
  double along = x * c + y * s, across = y * c - x * s;
  double first = ceil ((across - reach) / gap), last = floor ((across + reach) / gap);

  for (double k = first; k <= last && k < first + HATCH_LINES_MAX; k++)
    {
      patal_path_move (lines, (along - reach) * c - k * gap * s, (along - reach) * s + k * gap * c);
      patal_path_line (lines, (along + reach) * c - k * gap * s, (along + reach) * s + k * gap * c);
    }
}

void
patal_canvas_hatch (PatalCanvas *canvas, const PatalPath *path, PatalHatch hatch, double gap,
                    const PatalStroke *stroke)
{
  g_autoptr (PatalPath) lines = patal_path_new ();
  PatalBox box = patal_path_bounds (path);
  PatalStroke pen = *stroke;

  g_return_if_fail (gap > 0);
  if (hatch == PATAL_HATCH_NONE || !isfinite (box.width + box.height + box.x + box.y))
    return;
  if (hatch == PATAL_HATCH_RISING || hatch == PATAL_HATCH_CROSSED)
    add_lines (lines, &box, -G_PI_4, gap);
  if (hatch == PATAL_HATCH_FALLING || hatch == PATAL_HATCH_CROSSED)
    add_lines (lines, &box, G_PI_4, gap);
  if (hatch == PATAL_HATCH_LEVEL || hatch == PATAL_HATCH_DOTS)
    add_lines (lines, &box, 0, gap);
  if (hatch == PATAL_HATCH_DOTS)
    {
      memset (pen.dash, 0, sizeof pen.dash); /* round ends of dashes without length are dots */
      pen.dash[1] = gap;
      pen.cap = PATAL_CAP_ROUND;
    }

  canvas->player->save (canvas);
  canvas->player->clip (canvas, path);
  canvas->player->stroke (canvas, lines, &pen);
  canvas->player->restore (canvas);
}

void
patal_canvas_line (PatalCanvas *canvas, double x, double y, const PatalLine *line, const PatalInk *ink)
{
  canvas->player->line (canvas, x, y, line, ink);
}

void
patal_canvas_paragraph (PatalCanvas *canvas, double x, double y, const PatalParagraph *paragraph,
                        const PatalInk *ink)
{
  guint n_lines = patal_paragraph_n_lines (paragraph);

  for (guint i = 0; i < n_lines; i++)
    canvas->player->line (canvas, x + patal_paragraph_line_x (paragraph, i),
                          y + patal_paragraph_line_y (paragraph, i), patal_paragraph_line (paragraph, i),
                          ink);
}

void
patal_canvas_picture (PatalCanvas *canvas, const PatalBox *box, PatalPicture *picture)
{
  canvas->player->picture (canvas, box, picture);
}

void
patal_canvas_stencil (PatalCanvas *canvas, const PatalBox *box, const PatalStencil *stencil,
                      const PatalInk *ink)
{
  canvas->player->stencil (canvas, box, stencil, ink);
}

gboolean
patal_canvas_group_begin (PatalCanvas *canvas, const char *key)
{
  return canvas->player->group_begin (canvas, key);
}

void
patal_canvas_group_end (PatalCanvas *canvas)
{
  canvas->player->group_end (canvas);
}

void
patal_canvas_link (PatalCanvas *canvas, const PatalBox *box, const char *target)
{
  canvas->player->link (canvas, box, target);
}

void
patal_canvas_anchor (PatalCanvas *canvas, double y, const char *name)
{
  canvas->player->anchor (canvas, y, name);
}

void
patal_canvas_bookmark (PatalCanvas *canvas, guint level, double y, const char *title)
{
  canvas->player->bookmark (canvas, level, y, title);
}

void
patal_canvas_tag_begin (PatalCanvas *canvas, PatalTag tag, PatalLang lang, const char *text)
{
  canvas->player->tag_begin (canvas, &(PatalTagged) { .tag = tag, .lang = lang, .text = text });
}

void
patal_canvas_tag_go_on (PatalCanvas *canvas, PatalTag tag, PatalLang lang)
{
  canvas->player->tag_begin (canvas, &(PatalTagged) { .tag = tag, .lang = lang, .goes_on = TRUE });
}

void
patal_canvas_tag_cell (PatalCanvas *canvas, PatalTag tag, PatalLang lang, guint n_columns)
{
  canvas->player->tag_begin (canvas, &(PatalTagged) { .tag = tag, .lang = lang, .n_columns = n_columns });
}

void
patal_canvas_tag_end (PatalCanvas *canvas)
{
  canvas->player->tag_end (canvas);
}
