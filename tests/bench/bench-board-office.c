/* bench-board-office.c: what LibreOffice is given, so that it has only to set and to write
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-board.h"
#include "patal-sheet-size.h"
#include <cairo.h>
#include <qrencode.h>
#include <stdio.h>

#define SCALE 7.5 /* of the proof of a board of 5 × 4 feet on A4 */
#define PIXELS 4  /* a side of a code's module */

static void
append_csv (GString *line, const char *value)
{
  g_autoptr (GString) quoted = g_string_new (value != NULL ? value : "");

  g_string_replace (quoted, "\"", "\"\"", 0);
  g_string_append_printf (line, "%s\"%s\"", line->len > 0 ? "," : "", quoted->str);
}

static cairo_status_t
take_cb (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* (transfer full): a PNG in base64. */
static char *
picture_of_code (const char *text)
{
  QRcode *code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  g_autoptr (GByteArray) png = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;

  g_assert (code != NULL);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, code->width * PIXELS, code->width * PIXELS);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (int i = 0; i < code->width * code->width; i++)
    if (code->data[i] & 1)
      cairo_rectangle (cr, i % code->width * PIXELS, i / code->width * PIXELS, PIXELS, PIXELS);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, take_cb, png);
  cairo_surface_destroy (surface);
  QRcode_free (code);
  return g_base64_encode (png->data, png->len);
}

static void
write_line (FILE *file, const PatalForm *form, const char *code)
{
  const PatalFormFrame *frame = patal_form_frame (form);
  g_autoptr (GString) line = g_string_new (NULL);

  append_csv (line, code);
  append_csv (line, frame->over);
  append_csv (line, frame->title);
  append_csv (line, frame->under);
  for (guint i = 0; i < patal_form_n_fields (form); i++)
    append_csv (line, code != NULL ? patal_form_field (form, i)->value : patal_form_field (form, i)->label);
  fprintf (file, "%s\n", line->str);
}

/* Millimetres of the sheet; letters in points of their font. */
static void
write_boxes (const PatalForm *form, const char *csv)
{
  const PatalFormFrame *frame = patal_form_frame (form);
  g_autoptr (PatalBoardLayout) layout = patal_board_layout_new (form, frame->own_width_mm, frame->own_height_mm);
  g_autofree char *boxes = g_strconcat (csv, ".boxes", NULL), *logo = g_strconcat (csv, ".svg", NULL);
  const double pt = PATAL_PT_PER_MM / SCALE / BENCH_LETTER_SHARE;
  FILE *file = fopen (boxes, "w");

  fprintf (file, "%.2f,%.2f,#%06x,#%06x,#%06x\n", patal_board_layout_width_mm (layout) / SCALE, patal_board_layout_height_mm (layout) / SCALE,
           frame->ground, frame->border, frame->ink);
  for (guint i = 0; i < patal_board_layout_n_fields (layout); i++)
    {
      const PatalBoardField *field = patal_board_layout_field (layout, i);
      const PatalBox *row = &field->row_mm, *label = &field->label_mm;

      fprintf (file, "%.2f,%.2f,%.2f,%.2f,%.2f,%.1f,%.1f,%d\n", row->x / SCALE, row->y / SCALE, row->width / SCALE, row->height / SCALE,
               (label->x + label->width) / SCALE, field->label_letter_mm * pt, bench_letter_mm (field) * pt, field->later);
    }
  fclose (file);
  if (frame->logo != NULL)
    g_file_set_contents (logo, g_bytes_get_data (frame->logo, NULL), (gssize) g_bytes_get_size (frame->logo), NULL);
}

void
bench_board_office (const char *path, const char *csv, guint n_boards)
{
  BenchForms *forms = bench_forms_open (path);
  FILE *file = fopen (csv, "w");
  guint n_fields = 0;

  for (guint i = 0, written = 0; i < bench_forms_count (forms) && written < n_boards; i++)
    {
      g_autoptr (PatalForm) form = bench_forms_read (forms, i);
      g_autofree char *code = NULL;

      if (i == 0)
        {
          n_fields = patal_form_n_fields (form);
          write_line (file, form, NULL);
          write_boxes (form, csv);
        }
      if (patal_form_n_fields (form) != n_fields)
        continue;
      code = picture_of_code (patal_form_frame (form)->code_text);
      write_line (file, form, code);
      written++;
    }
  fclose (file);
  bench_forms_close (forms);
}
