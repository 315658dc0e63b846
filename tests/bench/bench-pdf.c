/* bench-pdf.c: pages of Hindi as PDF, beside a plain program on Cairo and Pango for the same pages
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-pdf [PATAL]            all figures, each beside its goal; with the program PATAL also those of its command
 * bench-pdf ours|cairo N FILE  N pages of the form (for memory, and for a cold start)
 *
 * Goals: 5 times as fast as Cairo and Pango; within 8 times of deflating and writing the same bytes; at most 1,100 bytes a page; memory flat in
 * the number of pages; one page from a cold command within 40 ms; a report of 10,000 rows within a second. */
#include "bench-process.h"
#include "patal-pdf.h"
#include "patal-table-book.h"
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define N_PAGES 6500
#define N_FIELDS 18
#define N_ROWS 10000
#define N_SHEETS 60
#define SHEET_ROWS 40
#define N_WORDS 4000
#define WIDTH 595.28
#define HEIGHT 841.89
#define LEFT 40.0
#define TOP 90.0
#define LINE 36.0
#define LABEL_WIDTH 200.0
#define VALUE_WIDTH 300.0
#define CODE_SIZE 37 /* modules of a QR code of version 5 */
#define CODE_PT 90.0

static const char *const labels[N_FIELDS] = {
  "ग्राम पंचायत का नाम", "विकासखण्ड", "जिला", "कार्य का नाम", "कार्य कोड", "स्वीकृति आदेश क्रमांक एवं दिनांक", "प्रशासकीय स्वीकृति राशि",
  "तकनीकी स्वीकृति राशि", "मजदूरी मद", "सामग्री मद", "सृजित मानव दिवस", "कार्य प्रारंभ दिनांक", "कार्य पूर्णता दिनांक", "मेट का नाम", "ग्राम रोजगार सहायक",
  "तकनीकी सहायक", "कार्यक्रम अधिकारी", "शिकायत हेतु टोल फ्री नंबर",
};
static const char *const parts[] = { "रा", "म", "पुर", "कला", "गांव", "नवा", "टोला", "शि", "वनी", "चंद्र", "दुर्गा", "क्षे", "त्र", "पा", "मगढ़", "बह", "नी", "डीह",
                                     "सिंह", "वर्मा", "यादव", "देवी", "कुमार", "ठाकुर", "श्री", "मती", "लक्ष्मी", "प्रसाद", "कर्म", "शाला", "निर्माण", "सड़क" };

/* --- The data: the same for both --- */

typedef struct
{
  char  **values;                                /* N_FIELDS a page */
  guint8  code[(CODE_SIZE + 7) / 8 * CODE_SIZE]; /* of all pages: what is in it does not matter here */
  guint   n_pages;
} Form;

/* As many different words as the works, places and people of a district have. */
static char *vocabulary[N_WORDS];

static void
make_vocabulary (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < N_WORDS; i++)
    {
      g_autoptr (GString) word = g_string_new (NULL);

      for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
        g_string_append (word, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
      vocabulary[i] = g_string_free (g_steal_pointer (&word), FALSE);
    }
}

static char *
make_value (GRand *random, guint field)
{
  g_autoptr (GString) value = g_string_new (NULL);

  if (field >= 5 && field <= 12)
    return g_strdup_printf ("%d.%02d.20%02d / रु. %d,%02d,%03d", g_rand_int_range (random, 1, 29), g_rand_int_range (random, 1, 13),
                            g_rand_int_range (random, 19, 27), g_rand_int_range (random, 1, 99), g_rand_int_range (random, 0, 99),
                            g_rand_int_range (random, 0, 999));
  for (int words = g_rand_int_range (random, 2, 5); words > 0; words--)
    g_string_append_printf (value, "%s%s", value->len > 0 ? " " : "", vocabulary[g_rand_int_range (random, 0, N_WORDS)]);
  return g_string_free (g_steal_pointer (&value), FALSE);
}

static void
form_init (Form *form, guint n_pages)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2111);

  form->n_pages = n_pages;
  form->values = g_new (char *, (gsize) n_pages * N_FIELDS);
  for (guint i = 0; i < n_pages * N_FIELDS; i++)
    form->values[i] = make_value (random, i % N_FIELDS);
  for (guint i = 0; i < sizeof form->code; i++)
    form->code[i] = (guint8) g_rand_int (random);
}

/* --- Ours --- */

static void
draw_constant (PatalCanvas *canvas)
{
  PatalTextStyle style = { .weight = PATAL_WEIGHT_BOLD, .size_pt = 11, .lang = PATAL_LANG_HI };
  const PatalStroke stroke = { .ink = PATAL_INK_BLACK, .width = 0.7 };
  g_autoptr (PatalParagraph) title = NULL;

  patal_canvas_stroke_box (canvas, &(PatalBox) { 30, 30, WIDTH - 60, HEIGHT - 60 }, &stroke);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autoptr (PatalParagraph) label = patal_paragraph_new (labels[i], &style, LABEL_WIDTH);

      patal_canvas_paragraph (canvas, LEFT, TOP + LINE * i, label, &PATAL_INK_BLACK);
      patal_canvas_rule (canvas, LEFT, TOP + LINE * (i + 1) - 4, WIDTH - LEFT, TOP + LINE * (i + 1) - 4, &stroke);
    }
  style.size_pt = 18;
  style.align = PATAL_ALIGN_CENTER;
  title = patal_paragraph_new ("नागरिक सूचना पटल", &style, WIDTH - 2 * LEFT);
  patal_canvas_paragraph (canvas, LEFT, 40, title, &PATAL_INK_BLACK);
}

static void
draw_form_cb (PatalCanvas *canvas, guint page, gpointer data)
{
  const Form *form = data;
  const PatalTextStyle style = { .weight = PATAL_WEIGHT_REGULAR, .size_pt = 11, .lang = PATAL_LANG_HI };

  if (patal_canvas_group_begin (canvas, "form"))
    {
      draw_constant (canvas);
      patal_canvas_group_end (canvas);
    }
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autoptr (PatalParagraph) value = patal_paragraph_new (form->values[page * N_FIELDS + i], &style, VALUE_WIDTH);

      patal_canvas_paragraph (canvas, LEFT + LABEL_WIDTH, TOP + LINE * i, value, &PATAL_INK_BLACK);
    }
  patal_canvas_stencil (canvas, &(PatalBox) { WIDTH - LEFT - CODE_PT, HEIGHT - 45 - CODE_PT, CODE_PT, CODE_PT },
                        &(PatalStencil) { CODE_SIZE, CODE_SIZE, form->code }, &PATAL_INK_BLACK);
}

static void
write_ours (const Form *form, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GOutputStream) stream = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL));
  g_autoptr (PatalPdf) pdf = patal_pdf_new (stream, &(PatalPdfInfo) { .title = "form", .lang = PATAL_LANG_HI });
  const PatalPdfPages pages = { WIDTH, HEIGHT, draw_form_cb, (gpointer) form, NULL };
  g_autoptr (GError) error = NULL;

  if (!patal_pdf_pages (pdf, &pages, form->n_pages, NULL, &error) || !patal_pdf_finish (pdf, &error))
    g_error ("%s", error->message);
  g_output_stream_close (stream, NULL, NULL);
}

/* --- Cairo and Pango, as a good engineer would --- */

typedef struct
{
  cairo_t              *cr;
  PangoLayout          *layout;
  PangoFontDescription *regular, *bold;
  cairo_surface_t      *constant, *code;
  GHashTable           *layouts; /* value → PangoLayout: values that come again are laid out once */
} Plain;

static PangoLayout *
plain_layout (Plain *plain, const char *text, const PangoFontDescription *font, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (plain->cr);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
plain_show (cairo_t *cr, double x, double y, PangoLayout *layout)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
plain_constant (Plain *plain)
{
  cairo_rectangle_t extents = { 0, 0, WIDTH, HEIGHT };
  cairo_t *cr, *outer = plain->cr;

  plain->constant = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cr = plain->cr = cairo_create (plain->constant);
  cairo_set_line_width (cr, 0.7);
  cairo_rectangle (cr, 30, 30, WIDTH - 60, HEIGHT - 60);
  cairo_stroke (cr);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autoptr (PangoLayout) label = plain_layout (plain, labels[i], plain->bold, LABEL_WIDTH);

      plain_show (cr, LEFT, TOP + LINE * i, label);
      cairo_move_to (cr, LEFT, TOP + LINE * (i + 1) - 4);
      cairo_line_to (cr, WIDTH - LEFT, TOP + LINE * (i + 1) - 4);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
  plain->cr = outer;
}

static void
plain_page (Plain *plain, const Form *form, guint page)
{
  cairo_set_source_surface (plain->cr, plain->constant, 0, 0);
  cairo_paint (plain->cr);
  cairo_set_source_rgb (plain->cr, 0, 0, 0);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *value = form->values[page * N_FIELDS + i];
      PangoLayout *layout = g_hash_table_lookup (plain->layouts, value);

      if (layout == NULL)
        {
          layout = plain_layout (plain, value, plain->regular, VALUE_WIDTH);
          if (g_hash_table_size (plain->layouts) > 4000)
            g_hash_table_remove_all (plain->layouts);
          g_hash_table_insert (plain->layouts, (gpointer) value, layout);
        }
      plain_show (plain->cr, LEFT + LABEL_WIDTH, TOP + LINE * i, layout);
    }
  cairo_save (plain->cr);
  cairo_translate (plain->cr, WIDTH - LEFT - CODE_PT, HEIGHT - 45 - CODE_PT);
  cairo_scale (plain->cr, CODE_PT / CODE_SIZE, CODE_PT / CODE_SIZE);
  cairo_mask_surface (plain->cr, plain->code, 0, 0);
  cairo_restore (plain->cr);
  cairo_show_page (plain->cr);
}

static void
write_cairo (const Form *form, const char *path)
{
  cairo_surface_t *pdf = cairo_pdf_surface_create (path, WIDTH, HEIGHT);
  Plain plain = { .cr = cairo_create (pdf), .regular = pango_font_description_from_string ("Noto Sans Devanagari 8.25"),
                  .bold = pango_font_description_from_string ("Noto Sans Devanagari Bold 8.25") };
  int stride;

  plain.layouts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  plain.code = cairo_image_surface_create (CAIRO_FORMAT_A1, CODE_SIZE, CODE_SIZE);
  stride = cairo_image_surface_get_stride (plain.code);
  for (guint y = 0; y < CODE_SIZE; y++)
    memcpy (cairo_image_surface_get_data (plain.code) + (gsize) y * (gsize) stride, form->code + y * ((CODE_SIZE + 7) / 8),
            (CODE_SIZE + 7) / 8);
  cairo_surface_mark_dirty (plain.code);
  plain_constant (&plain);
  for (guint page = 0; page < form->n_pages; page++)
    plain_page (&plain, form, page);
  g_hash_table_unref (plain.layouts);
  pango_font_description_free (plain.regular);
  pango_font_description_free (plain.bold);
  cairo_surface_destroy (plain.constant);
  cairo_surface_destroy (plain.code);
  cairo_destroy (plain.cr);
  cairo_surface_destroy (pdf);
}

/* --- Measuring --- */

static void
measure_forms (const char *folder)
{
  g_autofree char *ours = g_build_filename (folder, "ours.pdf", NULL), *cairo = g_build_filename (folder, "cairo.pdf", NULL);
  g_autofree char *yardstick = g_build_filename (folder, "yardstick", NULL), *bytes = NULL;
  g_autoptr (GString) streams = NULL;
  Form form = { 0 };
  double from, cpu, wall_ours, cpu_ours, wall_cairo, cpu_cairo, wall_deflate;
  gsize size;

  form_init (&form, N_PAGES);
  from = seconds ();
  cpu = cpu_seconds (RUSAGE_SELF);
  write_ours (&form, ours);
  wall_ours = seconds () - from;
  cpu_ours = cpu_seconds (RUSAGE_SELF) - cpu;
  from = seconds ();
  cpu = cpu_seconds (RUSAGE_SELF);
  write_cairo (&form, cairo);
  wall_cairo = seconds () - from;
  cpu_cairo = cpu_seconds (RUSAGE_SELF) - cpu;
  g_file_get_contents (ours, &bytes, &size, NULL);
  streams = inflate_all (bytes, size);
  wall_deflate = deflate_and_write (streams, N_PAGES, yardstick);
  printf ("%d pages of a form: %.2f s (%.0f pages a second), %.2f s of processor time\n", N_PAGES, wall_ours, N_PAGES / wall_ours,
          cpu_ours);
  printf ("  Cairo and Pango: %.2f s (%.0f pages a second), %.2f s of processor time\n", wall_cairo, N_PAGES / wall_cairo, cpu_cairo);
  printf ("  as fast as Cairo and Pango: %.1f times, %.1f by processor time (goal: at least 5)\n", wall_cairo / wall_ours,
          cpu_cairo / cpu_ours);
  printf ("  of deflating and writing the same %.1f MB, %.2f s: %.1f times, %.1f by processor time (goal: at most 8)\n",
          (double) streams->len / 1e6, wall_deflate, wall_ours / wall_deflate, cpu_ours / wall_deflate);
  printf ("  bytes a page: %.0f (goal: at most 1,100)\n", (double) size / N_PAGES);
}

static void
measure_memory (const char *self, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "apart.pdf", NULL), *all = g_strdup_printf ("%u", N_PAGES);
  g_autofree char *tenth = g_strdup_printf ("%u", N_PAGES / 10);
  double few = RUN_APART (self, "ours", tenth, path).mib, many = RUN_APART (self, "ours", all, path).mib;
  double none = RUN_APART (self, "none", all, path).mib;

  printf ("memory: %.0f MiB for %d pages, %.0f MiB for %d; the data alone: %.0f MiB (goal: flat)\n", few, N_PAGES / 10, many, N_PAGES,
          none);
}

/* From the start of a process to its end. */
static void
measure_cold (const char *self, const char *patal, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "cold.pdf", NULL), *sheet = g_build_filename (folder, "cold.csv", NULL);
  g_autofree char *district = g_build_filename (folder, "demo.patal", NULL);

  printf ("one page of the form from a cold command: %.1f ms, the fastest of 11; by Cairo and Pango %.1f; only to start %.1f\n",
          FASTEST (self, "ours", "1", path), FASTEST (self, "cairo", "1", path), FASTEST (self, "none", "1", path));
  if (patal == NULL)
    return;
  RUN_APART (patal, "demo", district);
  printf ("one page of a report from a cold command: %.1f ms (goal: at most 40); as csv %.1f; only to start %.1f\n",
          FASTEST (patal, "--file", district, "report", "vacancies", "--scope", "कलमीझर", "--out", path),
          FASTEST (patal, "--file", district, "report", "vacancies", "--scope", "कलमीझर", "--out", sheet), FASTEST (patal, "--help"));
}

static void
measure_report (const char *folder)
{
  const PatalColumn columns[] = { { "serial", "क्र.", PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE }, { "block", "विकासखण्ड", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    { "gp", "ग्राम पंचायत", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE }, { "code", "एल.जी.डी. कोड", PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    { "people", "जनसंख्या", PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM }, { "secretary", "पंचायत सचिव", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE } };
  g_autoptr (PatalTable) table = patal_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (PatalWords) english = patal_words_new (PATAL_LANG_EN, NULL, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GOutputStream) stream = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL));
  g_autoptr (PatalPdf) pdf = patal_pdf_new (stream, &(PatalPdfInfo) { .lang = PATAL_LANG_HI });
  g_autoptr (PatalTablePages) pages = NULL;
  double from, cpu;

  patal_table_set_frame (table, &(PatalTableFrame) { .title = "ग्राम पंचायत सूची", .total_word = "योग" });
  for (guint r = 0; r < N_ROWS; r++)
    {
      g_autofree char *code = g_strdup_printf ("%u", 100000 + r), *gp = make_value (random, 0), *name = make_value (random, 1);

      patal_table_add_row (table, 0);
      patal_table_set_text (table, r, 1, parts[r / 400 % G_N_ELEMENTS (parts)]);
      patal_table_set_text (table, r, 2, gp);
      patal_table_set_text (table, r, 3, code);
      patal_table_set_number (table, r, 4, g_rand_int_range (random, 500, 9000));
      patal_table_set_text (table, r, 5, name);
    }
  from = seconds ();
  cpu = cpu_seconds (RUSAGE_SELF);
  pages = patal_table_pages_new (table, &(PatalTableSetup) { 0 }, english, NULL, NULL);
  for (guint i = 0; i < patal_table_pages_count (pages); i++)
    {
      patal_table_pages_draw (pages, patal_pdf_page_begin (pdf, WIDTH, HEIGHT), i);
      patal_pdf_page_end (pdf);
    }
  patal_pdf_finish (pdf, NULL);
  printf ("a report of %d rows, %u pages, on one thread: %.2f s, %.2f s of processor time (goal: at most 1)\n", N_ROWS,
          patal_table_pages_count (pages), seconds () - from, cpu_seconds (RUSAGE_SELF) - cpu);
}

/* The attendance sheets of a district: a place to sign for each half-day, rows of nine millimetres. */
static void
measure_sheets (const char *folder)
{
  static const PatalColumn columns[] = {
    { "serial", "क्र.", PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE }, { "name", "नाम", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    { "post", "पद", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE }, { "gp", "ग्राम पंचायत", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    { "h1", "20.12.2021 पूर्वाह्न", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE }, { "h2", "20.12.2021 अपराह्न", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    { "h3", "21.12.2021 पूर्वाह्न", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE }, { "h4", "21.12.2021 अपराह्न", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };
  g_autofree char *path = g_build_filename (folder, "sheets.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GOutputStream) stream = G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, 0, NULL, NULL));
  g_autoptr (PatalWords) english = patal_words_new (PATAL_LANG_EN, NULL, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_table_unref);
  g_autoptr (PatalPages) pages = NULL;
  double from, cpu;

  for (guint i = 0; i < N_SHEETS; i++)
    {
      PatalTable *table = patal_table_new (columns, G_N_ELEMENTS (columns));
      g_autofree char *title = g_strdup_printf ("उपस्थिति पत्रक, बैच %u", i + 1);

      patal_table_set_frame (table, &(PatalTableFrame) { .title = title, .signatures = { NULL, NULL, "नोडल अधिकारी" } });
      for (guint r = 0; r < SHEET_ROWS; r++)
        {
          g_autofree char *name = make_value (random, 1), *gp = make_value (random, 0);

          patal_table_add_row (table, 0);
          patal_table_set_text (table, r, 1, name);
          patal_table_set_text (table, r, 2, "ग्राम रोजगार सहायक");
          patal_table_set_text (table, r, 3, gp);
        }
      g_ptr_array_add (sheets, table);
    }
  from = seconds ();
  cpu = cpu_seconds (RUSAGE_SELF);
  pages = patal_table_book_new ((PatalTable *const *) sheets->pdata, N_SHEETS, "उपस्थिति पत्रक",
                                &(PatalTableSetup) { .turn = PATAL_TURN_LANDSCAPE, .row_mm = 9 }, english, NULL, NULL);
  patal_pages_write_pdf (pages, stream, 0, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  printf ("%d attendance sheets of %d people, %u pages: %.2f s, %.2f s of processor time (goal: at most 2)\n", N_SHEETS, SHEET_ROWS,
          patal_pages_count (pages), seconds () - from, cpu_seconds (RUSAGE_SELF) - cpu);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;

  make_vocabulary ();
  if (argc == 4)
    {
      Form form = { 0 };

      form_init (&form, (guint) atoi (argv[2]));
      if (g_str_equal (argv[1], "ours"))
        write_ours (&form, argv[3]);
      else if (g_str_equal (argv[1], "cairo"))
        write_cairo (&form, argv[3]);
      return 0;
    }
  folder = g_dir_make_tmp ("patal-bench-XXXXXX", NULL);
  measure_forms (folder);
  measure_memory (argv[0], folder);
  measure_cold (argv[0], argc == 2 ? argv[1] : NULL, folder);
  measure_report (folder);
  measure_sheets (folder);
  remove_folder (folder);
  return 0;
}
