/* test-qr-code.c: what QR codes say, read back by another program
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-page.h"
#include "patal-cairo-player.h"
#include "patal-qr-code.h"
#include <cairo.h>

#define SIDE_PX 400

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int n)
{
  g_byte_array_append (data, bytes, n);
  return CAIRO_STATUS_SUCCESS;
}

/* What zbarimg reads on a picture of @code, on a yellow ground. */
static char *
read_back (const PatalQrCode *code)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE_PX, SIDE_PX);
  cairo_t *cr = cairo_create (surface);
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GBytes) png = NULL;

  cairo_set_source_rgb (cr, 1, 0.835, 0.31);
  cairo_paint (cr);
  patal_qr_code_draw (code, PATAL_CANVAS_CAIRO (cr), &(PatalBox) { 20, 20, SIDE_PX - 40, SIDE_PX - 40 });
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_destroy (surface);
  png = g_byte_array_free_to_bytes (bytes);
  return ASK_PROGRAM (png, ".png", "zbarimg", "-q", "--raw", "--nodbus", "FILE");
}

static const char *const texts[] = {
  "3306008014/RC/1123456789",
  "12345678901234567890",
  "a",
  "कार्य कोड 3306008014/RC/1123456789\nसी.सी. सड़क निर्माण\nग्राम पंचायत कुम्हारी",
  "कार्य: ग्राम पंचायत कुम्हारी के आश्रित ग्राम नवागांव (खपरी) में शासकीय पूर्व माध्यमिक शाला भवन तक पुलिया सहित सीमेंट कांक्रीट सड़क तथा नाली निर्माण कार्य",
  "https://nrega.example.in/board?work=3306008014%2FRC%2F1123456789&gp=तिफरा",
};

static void
test_read_back (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PatalQrCode) code = patal_qr_code_new (texts[i]);
      g_autofree char *answer = read_back (code), *wanted = g_strconcat (texts[i], "\n", NULL);

      g_test_message ("%u modules: %s", patal_qr_code_modules (code), texts[i]);
      g_assert_cmpstr (answer, ==, wanted);
    }
}

static const struct { const char *text; guint modules; } sizes[] = {
  { "12345678901234567890", 21 },                      /* version 1: figures are kept as figures */
  { "3306008014/RC/1123456789", 25 },
  { "कुम्हारी, तखतपुर", 33 },
};

static void
test_small (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PatalQrCode) code = patal_qr_code_new (sizes[i].text);

      g_assert_cmpuint (patal_qr_code_modules (code), ==, sizes[i].modules);
    }
}

static void
test_too_much (void)
{
  g_autofree char *text = g_strnfill (5000, 'x'), *digits = g_strnfill (5000, '7');
  g_autoptr (PatalQrCode) none = patal_qr_code_new ("");
  g_autoptr (PatalQrCode) cut = patal_qr_code_new (text);
  g_autoptr (PatalQrCode) whole = patal_qr_code_new (digits);

  g_assert_null (none);
  g_assert_cmpuint (patal_qr_code_modules (cut), >, 150);
  g_assert_cmpuint (patal_qr_code_modules (cut), <=, 177);
  g_assert_cmpuint (patal_qr_code_modules (whole), <, 177); /* figures take less room */
}

static void
test_not_text (void)
{
  g_autoptr (PatalQrCode) code = patal_qr_code_new ("a\xFF" "b");
  g_autofree char *answer = read_back (code);

  g_assert_cmpstr (answer, ==, "a\xEF\xBF\xBD" "b\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/qr-code/read-back", test_read_back);
  g_test_add_func ("/qr-code/small", test_small);
  g_test_add_func ("/qr-code/too-much", test_too_much);
  g_test_add_func ("/qr-code/not-text", test_not_text);
  return g_test_run ();
}
