/* test-picture.c: photos as telephones make them, and files that nobody should have sent
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pdf.h"
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <libdeflate.h>
#include <string.h>

#define WIDTH 64
#define HEIGHT 32
#define SECRET "GPS 21.9012 N 82.4321 E"

/* --- Files --- */

/* Red at the top left, green at the top right, blue below; @alpha: what is below is half transparent. */
static GdkPixbuf *
make_pixels (gboolean alpha)
{
  GdkPixbuf *pixels = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, WIDTH, HEIGHT);
  guint n = alpha ? 4 : 3;

  for (guint y = 0; y < HEIGHT; y++)
    for (guint x = 0; x < WIDTH; x++)
      {
        guint8 *at = gdk_pixbuf_get_pixels (pixels) + y * (guint) gdk_pixbuf_get_rowstride (pixels) + n * x;
        const guint8 inks[3][4] = { { 250, 10, 10, 255 }, { 10, 250, 10, 255 }, { 10, 10, 250, 128 } };

        memcpy (at, inks[y >= HEIGHT / 2 ? 2 : x >= WIDTH / 2 ? 1 : 0], n);
      }
  return pixels;
}

static GBytes *
save (GdkPixbuf *pixels, const char *type, const char *option, const char *value)
{
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize size;

  gdk_pixbuf_save_to_buffer (pixels, &bytes, &size, type, &error, option, value, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, size);
}

static GBytes *
make_jpeg (void)
{
  g_autoptr (GdkPixbuf) pixels = make_pixels (FALSE);

  return save (pixels, "jpeg", "quality", "95");
}

static GBytes *
make_png (void)
{
  g_autoptr (GdkPixbuf) pixels = make_pixels (TRUE);

  return save (pixels, "png", "tEXt::Comment", SECRET);
}

static GBytes *
make_svg (void)
{
  static const char svg[] = "<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'>"
                            "<rect width='10' height='10' fill='#ff0000'/></svg>";

  return g_bytes_new_static (svg, sizeof svg - 1);
}

/* @jpeg with what a telephone adds: where and how it was held, and behind the picture itself the same once more. */
static GBytes *
add_exif (GBytes *jpeg, guint8 orientation)
{
  const guint8 exif[] = { 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, /* one entry: */
                          0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0 };
  const guint8 head[] = { 0xff, 0xd8, 0xff, 0xe1, 0, (guint8) (2 + sizeof exif + strlen (SECRET)) };
  const guint8 comment[] = { 0xff, 0xfe, 0, (guint8) (2 + strlen (SECRET)) };
  GByteArray *made = g_byte_array_new ();
  gsize size;
  const guint8 *bytes = g_bytes_get_data (jpeg, &size);

  for (guint copy = 0; copy < 2; copy++)
    {
      g_byte_array_append (made, head, sizeof head);
      g_byte_array_append (made, exif, sizeof exif);
      g_byte_array_append (made, (const guint8 *) SECRET, strlen (SECRET));
      g_byte_array_append (made, comment, sizeof comment);
      g_byte_array_append (made, (const guint8 *) SECRET, strlen (SECRET));
      g_byte_array_append (made, bytes + 2, (guint) size - 2);
    }
  return g_byte_array_free_to_bytes (made);
}

static PatalPicture *
read_picture (GBytes *file)
{
  g_autoptr (GError) error = NULL;
  PatalPicture *picture = patal_picture_new (file, 20, 10, &error);

  g_assert_no_error (error);
  return picture;
}

static gboolean
holds (GBytes *bytes, const char *text)
{
  return memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text)) != NULL;
}

/* 'r', 'g', 'b' or '?': what is seen at a place given in quarters. */
static char
colour_at (const PatalPicture *picture, guint x, guint y)
{
  gsize column = patal_picture_width (picture) * x / 4, row = patal_picture_height (picture) * y / 4;
  const guint8 *at = patal_picture_pixels (picture)
                     + (row * patal_picture_width (picture) + column) * (patal_picture_has_alpha (picture) ? 4 : 3);

  for (guint i = 0; i < 3; i++)
    if (at[i] > 200 && at[(i + 1) % 3] < 60 && at[(i + 2) % 3] < 60)
      return "rgb"[i];
  return '?';
}

/* --- Good files --- */

static void
test_orientation (void)
{
  /* at the top left, top right, bottom left and bottom right, as EXIF counts the eight ways to hold a telephone */
  static const char *const seen[] = { "rgbb", "grbb", "bbgr", "bbrg", "rbgb", "brbg", "bgbr", "gbrb" };
  g_autoptr (GBytes) jpeg = make_jpeg ();

  for (guint8 way = 1; way <= 8; way++)
    {
      g_autoptr (GBytes) held = add_exif (jpeg, way);
      g_autoptr (PatalPicture) picture = read_picture (held);
      char colours[] = { colour_at (picture, 1, 1), colour_at (picture, 3, 1), colour_at (picture, 1, 3), colour_at (picture, 3, 3), 0 };

      g_test_message ("way %u", way);
      g_assert_cmpuint (patal_picture_width (picture), ==, way < 5 ? WIDTH : HEIGHT);
      g_assert_cmpstr (colours, ==, seen[way - 1]);
      g_assert_nonnull (patal_picture_jpeg (picture));
      g_assert_false (holds (patal_picture_jpeg (picture), "GPS"));
      g_assert_false (holds (patal_picture_jpeg (picture), "Exif"));
    }
}

/* What can stay as it came does, to the byte; only what is not the picture goes. */
static void
test_jpeg_as_it_came (void)
{
  g_autoptr (GBytes) plain = make_jpeg ();
  g_autoptr (GBytes) held = add_exif (plain, 1);
  g_autoptr (PatalPicture) one = read_picture (plain), other = read_picture (held);
  gsize lost = 18; /* JFIF's own segment */

  g_assert_true (g_bytes_equal (patal_picture_jpeg (one), patal_picture_jpeg (other)));
  g_assert_cmpuint (g_bytes_get_size (patal_picture_jpeg (one)), ==, g_bytes_get_size (plain) - lost);
  g_assert_false (patal_picture_jpeg_is_grey (one));
}

static void
test_png (void)
{
  g_autoptr (GBytes) png = make_png ();
  g_autoptr (PatalPicture) picture = read_picture (png);

  g_assert_true (patal_picture_has_alpha (picture));
  g_assert_null (patal_picture_jpeg (picture));
  g_assert_cmpint (colour_at (picture, 1, 1), ==, 'r');
  g_assert_cmpint (colour_at (picture, 3, 3), ==, 'b'); /* straight: not darker for being half transparent */
  g_assert_cmpint (patal_picture_pixels (picture)[3], ==, 255);
  g_assert_cmpint (patal_picture_pixels (picture)[4 * WIDTH * HEIGHT - 1], ==, 128);
}

static void
test_svg (void)
{
  g_autoptr (GBytes) svg = make_svg ();
  g_autoptr (PatalPicture) picture = read_picture (svg);

  g_assert_cmpuint (patal_picture_width (picture), ==, (20 * PATAL_PICTURE_SVG_DPI + 71) / 72);
  g_assert_cmpuint (patal_picture_height (picture), ==, (10 * PATAL_PICTURE_SVG_DPI + 71) / 72);
  g_assert_cmpint (colour_at (picture, 1, 1), ==, 'r');
  g_assert_cmpint (patal_picture_pixels (picture)[4 * patal_picture_width (picture) - 1], ==, 0); /* the right half is empty */
}

/* --- In a PDF --- */

static guint
count (GBytes *bytes, const char *text)
{
  const char *from = g_bytes_get_data (bytes, NULL), *at = from;
  gsize size = g_bytes_get_size (bytes);
  guint n = 0;

  while ((at = memmem (at, size - (gsize) (at - from), text, strlen (text))) != NULL)
    {
      n++;
      at++;
    }
  return n;
}

static void
draw_both_cb (PatalCanvas *canvas, G_GNUC_UNUSED guint page, gpointer data)
{
  PatalPicture **pictures = data;

  for (guint i = 0; i < 6; i++)
    patal_canvas_picture (canvas, &(PatalBox) { 10, 10 + 50 * i, 80, 40 }, pictures[i % 2]);
}

static void
test_embedded_once (void)
{
  g_autoptr (GBytes) jpeg = make_jpeg (), held = add_exif (jpeg, 6), png = make_png ();
  g_autoptr (PatalPicture) photo = read_picture (held), sign = read_picture (png);
  PatalPicture *pictures[] = { photo, sign };
  const PatalPdfPages pages = { 100, 400, draw_both_cb, pictures, NULL };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (PatalPdf) pdf = patal_pdf_new (stream, &(PatalPdfInfo) { .lang = PATAL_LANG_HI });
  g_autoptr (GBytes) made = NULL;

  g_assert_true (patal_pdf_pages (pdf, &pages, 100, NULL, NULL));
  g_assert_true (patal_pdf_finish (pdf, NULL));
  g_output_stream_close (stream, NULL, NULL);
  made = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpuint (count (made, "/Subtype/Image"), ==, 3); /* the photo, the sign's colours, and where it is transparent */
  g_assert_cmpuint (count (made, "/DCTDecode"), ==, 1);
  g_assert_cmpuint (count (made, "/SMask"), ==, 1);
  g_assert_false (holds (made, "GPS"));
}

/* --- Bad files --- */

/* Whatever stands in it, it is a picture or it is refused in words. */
static void
assert_answered (GBytes *file, PatalPictureError *out_code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalPicture) picture = patal_picture_new (file, 20, 10, &error);

  if (picture != NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (patal_picture_width (picture), >, 0);
      return;
    }
  g_assert_true (error->domain == PATAL_PICTURE_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), >, 20);
  g_assert_null (strchr (error->message, '\n'));
  if (out_code != NULL)
    *out_code = (PatalPictureError) error->code;
}

static GBytes *
begin_of (GBytes *file, gsize length)
{
  return g_bytes_new_from_bytes (file, 0, length);
}

static void
test_cut_short (void)
{
  GBytes *files[] = { make_jpeg (), make_png (), make_svg () };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gsize size = g_bytes_get_size (files[i]);

      for (gsize length = 0; length < size; length++)
        {
          g_autoptr (GBytes) cut = begin_of (files[i], length);

          assert_answered (cut, NULL);
        }
      for (guint part = 1; part < 10; part++) /* with much of it gone it is no picture */
        {
          g_autoptr (GBytes) cut = begin_of (files[i], size * part / 10);
          g_autoptr (GError) error = NULL;
          g_autoptr (PatalPicture) picture = patal_picture_new (cut, 20, 10, &error);

          g_test_message ("file %u, %u tenths of it", i, part);
          g_assert_null (picture);
          g_assert_true (error->domain == PATAL_PICTURE_ERROR);
        }
      g_bytes_unref (files[i]);
    }
}

static void
test_broken (void)
{
  GBytes *files[] = { make_jpeg (), make_png (), make_svg () };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gsize size;
      const guint8 *bytes = g_bytes_get_data (files[i], &size);

      for (guint round = 0; round < 300; round++)
        {
          g_autofree guint8 *changed = g_memdup2 (bytes, size);
          g_autoptr (GBytes) file = NULL;

          for (int n = g_rand_int_range (random, 1, 6); n > 0; n--)
            changed[g_rand_int_range (random, 0, (gint32) size)] = (guint8) g_rand_int (random);
          file = g_bytes_new (changed, size);
          assert_answered (file, NULL);
        }
      g_bytes_unref (files[i]);
    }
}

/* A PNG that says it is 20,000 by 20,000, with the right check sum. */
static GBytes *
huge_png (void)
{
  g_autoptr (GBytes) png = make_png ();
  gsize size;
  guint8 *bytes = g_memdup2 (g_bytes_get_data (png, &size), g_bytes_get_size (png));
  const guint32 side = GUINT32_TO_BE (20000);
  guint32 sum;

  memcpy (bytes + 16, &side, 4);
  memcpy (bytes + 20, &side, 4);
  sum = GUINT32_TO_BE (libdeflate_crc32 (0, bytes + 12, 17)); /* of the kind and the 13 bytes of the head */
  memcpy (bytes + 29, &sum, 4);
  return g_bytes_new_take (bytes, size);
}

static GBytes *
huge_jpeg (void)
{
  g_autoptr (GBytes) jpeg = make_jpeg ();
  gsize size;
  guint8 *bytes = g_memdup2 (g_bytes_get_data (jpeg, &size), g_bytes_get_size (jpeg));
  guint8 *frame = memmem (bytes, size, "\xff\xc0", 2);

  memcpy (frame + 5, "\xff\xff\xff\xff", 4); /* height and width */
  return g_bytes_new_take (bytes, size);
}

static GBytes *
huge_file (void)
{
  return g_bytes_new_take (g_malloc0 (PATAL_PICTURE_MAX_BYTES + 1), PATAL_PICTURE_MAX_BYTES + 1);
}

static GBytes *
text_file (void)
{
  static const char text[] = "क्रमांक;नाम\n1;अकलतरा\n";

  return g_bytes_new_static (text, sizeof text - 1);
}

static GBytes *
no_file (void)
{
  return g_bytes_new_static ("", 0);
}

/* A thousand million shapes in three hundred bytes. */
static GBytes *
bomb_svg (void)
{
  GString *svg = g_string_new ("<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'><defs><rect id='a0' width='1' height='1'/>");

  for (guint i = 1; i <= 9; i++)
    {
      g_string_append_printf (svg, "<g id='a%u'>", i);
      for (guint k = 0; k < 10; k++)
        g_string_append_printf (svg, "<use x:href='#a%u'/>", i - 1);
      g_string_append (svg, "</g>");
    }
  g_string_append (svg, "</defs><use x:href='#a9'/></svg>");
  return g_string_free_to_bytes (svg);
}

static void
test_refused (void)
{
  static const struct
  {
    GBytes *(*make) (void);
    PatalPictureError code;
  } cases[] = { { huge_png, PATAL_PICTURE_ERROR_TOO_BIG }, { huge_jpeg, PATAL_PICTURE_ERROR_TOO_BIG }, { huge_file, PATAL_PICTURE_ERROR_TOO_BIG },
                { text_file, PATAL_PICTURE_ERROR_FORMAT }, { no_file, PATAL_PICTURE_ERROR_FORMAT }, { bomb_svg, PATAL_PICTURE_ERROR_DAMAGED } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) file = cases[i].make ();
      PatalPictureError code = (PatalPictureError) -1;

      g_test_message ("case %u", i);
      assert_answered (file, &code);
      g_assert_cmpint (code, ==, cases[i].code);
    }
}

/* The box of an SVG decides about its pixels, and so about the limit. */
static void
test_svg_too_big (void)
{
  g_autoptr (GBytes) svg = make_svg ();
  g_autoptr (GError) error = NULL;

  g_assert_null (patal_picture_new (svg, 3000, 3000, &error));
  g_assert_error (error, PATAL_PICTURE_ERROR, PATAL_PICTURE_ERROR_TOO_BIG);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/orientation", test_orientation);
  g_test_add_func ("/picture/jpeg-as-it-came", test_jpeg_as_it_came);
  g_test_add_func ("/picture/png", test_png);
  g_test_add_func ("/picture/svg", test_svg);
  g_test_add_func ("/picture/embedded-once", test_embedded_once);
  g_test_add_func ("/picture/cut-short", test_cut_short);
  g_test_add_func ("/picture/broken", test_broken);
  g_test_add_func ("/picture/refused", test_refused);
  g_test_add_func ("/picture/svg-too-big", test_svg_too_big);
  return g_test_run ();
}
