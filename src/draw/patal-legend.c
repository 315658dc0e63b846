/* patal-legend.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-legend.h"
#include "patal-cut-text.h"

#define LEADING 1.45
#define SAMPLE 1.8 /* sizes */
#define GAP 0.5

void
patal_look_draw (PatalCanvas *canvas, const PatalBox *box, const PatalLook *look)
{
  const PatalStroke stroke = { .ink = look->line, .width = look->width };

  patal_canvas_fill_box (canvas, box, &look->fill);
  if (look->hatch != PATAL_HATCH_NONE)
    {
      g_autoptr (PatalPath) path = patal_path_new ();

      patal_path_box (path, box);
      patal_canvas_hatch (canvas, path, look->hatch, look->gap, &stroke);
    }
  patal_canvas_stroke_box (canvas, box, &stroke);
}

double
patal_legend_draw (PatalCanvas *canvas, double x, double y, double width, const PatalLegendItem *items, guint n_items,
                   const PatalTextStyle *style, const PatalInk *ink)
{
  double line = style->size_pt * LEADING, sample = style->size_pt * SAMPLE, gap = style->size_pt * GAP, at = x, from = y;
  PatalTextStyle one_line = *style;

  one_line.wrap = PATAL_WRAP_NEVER;
  for (guint i = 0; i < n_items; i++)
    {
      double room = MIN (patal_text_width (items[i].text, &one_line) + 1, width - sample - gap);
      g_autoptr (PatalParagraph) text = NULL;

      if (at > x && at + sample + gap + room > x + width)
        {
          at = x;
          y += line;
        }
      if (canvas != NULL)
        {
          text = patal_cut_text (items[i].text, &one_line, room, line * 1.01, style->size_pt / 2, NULL);
          patal_look_draw (canvas, &(PatalBox) { at, y + line * 0.2, sample, line * 0.6 }, &items[i].look);
          patal_canvas_paragraph (canvas, at + sample + gap, y, text, ink);
        }
      at += sample + gap + room + 3 * gap;
    }
  return n_items > 0 ? y + line - from : 0;
}
