/* bench-board-cairo.c: the same boards by Cairo and Pango, as a good engineer would write them
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is given what it can be given: the forms, and the boxes of a board of each kind, which it would have to find itself. What is the same on all
 * boards is one recording, values that come again are laid out once, and only a value too long for its box is tried in smaller letters. */
#include "bench-board.h"
#include "patal-board-layout.h"
#include "patal-sheet-size.h"
#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>
#include <qrencode.h>
#include <string.h>

#define WIDTH 841.89
#define HEIGHT 595.28
#define MARGIN 60.0
#define SMALLEST 0.5
#define KNOWN_LAYOUTS 4000
#define HEAD_SIDE 64.0 /* of the logo and of the code, in the corners of the head */
#define HEAD_LINE 18.0
#define WAITING 0xFFF3C8 /* the paper of a box that is filled at the end */

/* What is the same on all boards of a kind. */
typedef struct
{
  PatalBoardLayout *boxes;
  double            scale;    /* points to a millimetre of the board */
  cairo_surface_t  *constant;
} Kind;

typedef struct
{
  cairo_t    *cr;
  Kind        kinds[2];
  GHashTable *layouts; /* "field value" → PangoLayout */
} Plain;

static void
set_ink (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
}

static PangoLayout *
lay_out (cairo_t *cr, const char *text, double size, gboolean bold, const PatalBox *box)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans Devanagari");

  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_width (layout, (int) (box->width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  for (double share = 1; share >= SMALLEST; share -= 0.1)
    {
      int height;

      pango_font_description_set_absolute_size (font, size * share * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_layout_get_size (layout, NULL, &height);
      if (height <= box->height * PANGO_SCALE)
        break;
    }
  pango_font_description_free (font);
  return layout;
}

/* In the middle of the box's height. */
static void
show (cairo_t *cr, PangoLayout *layout, const PatalBox *box)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  cairo_move_to (cr, box->x, box->y + (box->height - (double) height / PANGO_SCALE) / 2);
  pango_cairo_show_layout (cr, layout);
}

static void
show_once (cairo_t *cr, const char *text, double size, gboolean bold, const PatalBox *box)
{
  PangoLayout *layout;

  if (text == NULL)
    return;
  layout = lay_out (cr, text, size, bold, box);
  show (cr, layout, box);
  g_object_unref (layout);
}

static PatalBox
scaled (const PatalBox *box, double scale)
{
  return (PatalBox) { MARGIN + box->x * scale, MARGIN + box->y * scale, box->width * scale, box->height * scale };
}

static void
draw_logo (cairo_t *cr, GBytes *svg)
{
  RsvgHandle *logo = rsvg_handle_new_from_data (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg), NULL);

  g_assert (logo != NULL);
  rsvg_handle_render_document (logo, cr, &(RsvgRectangle) { MARGIN + 16, MARGIN + 10, HEAD_SIDE, HEAD_SIDE }, NULL);
  g_object_unref (logo);
}

/* The lines of a row, its label, and the paper of a box that waits for its words. */
static void
draw_row (cairo_t *cr, const Kind *kind, const PatalBoardField *field, guint32 ink)
{
  PatalBox row = scaled (&field->row_mm, kind->scale), label = scaled (&field->label_mm, kind->scale);
  PatalBox value = scaled (&field->value_mm, kind->scale);

  if (field->later)
    {
      set_ink (cr, WAITING);
      cairo_rectangle (cr, value.x - 3, row.y + 1.5, row.x + row.width - value.x + 1.5, row.height - 3);
      cairo_fill_preserve (cr);
      set_ink (cr, ink);
      cairo_stroke (cr);
    }
  cairo_rectangle (cr, row.x, row.y, row.width, row.height);
  cairo_move_to (cr, label.x + label.width, row.y);
  cairo_line_to (cr, label.x + label.width, row.y + row.height);
  cairo_stroke (cr);
  show_once (cr, field->label, field->label_letter_mm * kind->scale / BENCH_LETTER_SHARE, FALSE, &label);
}

static void
draw_constant (Kind *kind, const PatalForm *form)
{
  const PatalFormFrame *frame = patal_form_frame (form);
  cairo_rectangle_t extents = { 0, 0, WIDTH, HEIGHT };
  double width = patal_board_layout_width_mm (kind->boxes) * kind->scale;
  double height = patal_board_layout_height_mm (kind->boxes) * kind->scale;
  const PatalBox title = { MARGIN + 100, MARGIN + 10 + HEAD_LINE, width - 200, HEAD_SIDE - 2 * HEAD_LINE };
  const PatalBox dimension = { MARGIN, MARGIN + height + 5, width, 20 };
  cairo_t *cr;

  kind->constant = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cr = cairo_create (kind->constant);
  set_ink (cr, frame->ground);
  cairo_rectangle (cr, MARGIN, MARGIN, width, height);
  cairo_fill (cr);
  set_ink (cr, 0xFFFFFF);
  cairo_rectangle (cr, MARGIN + width - 84, MARGIN + 6, HEAD_SIDE + 8, HEAD_SIDE + 8);
  cairo_fill (cr);
  if (frame->logo != NULL)
    draw_logo (cr, frame->logo);
  set_ink (cr, frame->border);
  cairo_set_line_width (cr, 4);
  cairo_rectangle (cr, MARGIN + 2, MARGIN + 2, width - 4, height - 4);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 0.5);
  show_once (cr, frame->title, 24, TRUE, &title);
  show_once (cr, "1524 मि.मी. · पैमाना 1 : 6", 9, FALSE, &dimension);
  for (guint i = 0; i < patal_board_layout_n_fields (kind->boxes); i++)
    draw_row (cr, kind, patal_board_layout_field (kind->boxes, i), frame->border);
  cairo_destroy (cr);
}

static Kind *
kind_of (Plain *plain, const PatalForm *form)
{
  guint n = patal_form_n_fields (form);
  Kind *kind = &plain->kinds[0];

  if (kind->boxes != NULL && patal_board_layout_n_fields (kind->boxes) != n)
    kind = &plain->kinds[1];
  if (kind->boxes == NULL)
    {
      const gboolean individual = kind == &plain->kinds[1];

      kind->boxes = patal_board_layout_new (form, individual ? 914 : 1524, individual ? 610 : 1219);
      kind->scale = MIN ((WIDTH - 2 * MARGIN) / patal_board_layout_width_mm (kind->boxes),
                         (HEIGHT - 2 * MARGIN) / patal_board_layout_height_mm (kind->boxes));
      draw_constant (kind, form);
    }
  g_assert (patal_board_layout_n_fields (kind->boxes) == n);
  return kind;
}

/* What comes again in the same @place is laid out once. */
static void
show_value (Plain *plain, gconstpointer place, const char *value, double size, gboolean bold, const PatalBox *box)
{
  g_autofree char *key = NULL;
  PangoLayout *layout;

  if (value == NULL || *value == '\0')
    return;
  key = g_strdup_printf ("%p %s", place, value);
  layout = g_hash_table_lookup (plain->layouts, key);
  if (layout == NULL)
    {
      layout = lay_out (plain->cr, value, size, bold, box);
      if (g_hash_table_size (plain->layouts) > KNOWN_LAYOUTS)
        g_hash_table_remove_all (plain->layouts);
      g_hash_table_insert (plain->layouts, g_steal_pointer (&key), layout);
    }
  show (plain->cr, layout, box);
}

static void
draw_value (Plain *plain, const Kind *kind, guint index, const char *value)
{
  const PatalBoardField *field = patal_board_layout_field (kind->boxes, index);
  PatalBox box = scaled (&field->value_mm, kind->scale);

  show_value (plain, field, value, bench_letter_mm (field) * kind->scale / BENCH_LETTER_SHARE, TRUE, &box);
}

/* The lines above and below the title: other boards have another scheme, another block. */
static void
draw_head (Plain *plain, const Kind *kind, const PatalFormFrame *frame)
{
  double width = patal_board_layout_width_mm (kind->boxes) * kind->scale - 200;

  show_value (plain, "over", frame->over, 12, FALSE, &(PatalBox) { MARGIN + 100, MARGIN + 10, width, HEAD_LINE });
  show_value (plain, "under", frame->under, 12, FALSE,
              &(PatalBox) { MARGIN + 100, MARGIN + 10 + HEAD_SIDE - HEAD_LINE, width, HEAD_LINE });
}

static void
draw_code (Plain *plain, const char *text, double x, double y, double side)
{
  QRcode *code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  cairo_surface_t *modules;
  int stride;

  if (code == NULL)
    return;
  modules = cairo_image_surface_create (CAIRO_FORMAT_A1, code->width, code->width);
  stride = cairo_image_surface_get_stride (modules);
  for (int row = 0; row < code->width; row++)
    for (int column = 0; column < code->width; column++)
      if (code->data[row * code->width + column] & 1)
        cairo_image_surface_get_data (modules)[row * stride + column / 8] |= (guchar) (1 << column % 8);
  cairo_surface_mark_dirty (modules);
  cairo_save (plain->cr);
  cairo_set_source_rgb (plain->cr, 0, 0, 0);
  cairo_translate (plain->cr, x, y);
  cairo_scale (plain->cr, side / code->width, side / code->width);
  cairo_mask_surface (plain->cr, modules, 0, 0);
  cairo_restore (plain->cr);
  cairo_surface_destroy (modules);
  QRcode_free (code);
}

static void
draw_board (Plain *plain, const PatalForm *form)
{
  const PatalFormFrame *frame = patal_form_frame (form);
  Kind *kind = kind_of (plain, form);

  cairo_set_source_surface (plain->cr, kind->constant, 0, 0);
  cairo_paint (plain->cr);
  set_ink (plain->cr, frame->ink);
  draw_head (plain, kind, frame);
  for (guint i = 0; i < patal_form_n_fields (form); i++)
    draw_value (plain, kind, i, patal_form_field (form, i)->value);
  if (frame->code_text != NULL)
    draw_code (plain, frame->code_text, MARGIN + patal_board_layout_width_mm (kind->boxes) * kind->scale - 80,
               MARGIN + 10, HEAD_SIDE);
  cairo_show_page (plain->cr);
}

void
bench_board_cairo (const char *path, const char *pdf)
{
  BenchForms *forms = bench_forms_open (path);
  cairo_surface_t *surface = cairo_pdf_surface_create (pdf, WIDTH, HEIGHT);
  Plain plain = { .cr = cairo_create (surface), .layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref) };

  for (guint i = 0; i < bench_forms_count (forms); i++)
    {
      g_autoptr (PatalForm) form = bench_forms_read (forms, i);

      draw_board (&plain, form);
    }
  g_hash_table_unref (plain.layouts);
  for (guint i = 0; i < G_N_ELEMENTS (plain.kinds); i++)
    {
      g_clear_pointer (&plain.kinds[i].constant, cairo_surface_destroy);
      patal_board_layout_unref (plain.kinds[i].boxes);
    }
  cairo_destroy (plain.cr);
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_error ("%s", cairo_status_to_string (cairo_surface_status (surface)));
  cairo_surface_destroy (surface);
  bench_forms_close (forms);
}
