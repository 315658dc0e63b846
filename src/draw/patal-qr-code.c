/* patal-qr-code.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-qr-code.h"
#include "patal-cut-text.h"
#include <errno.h>
#include <qrencode.h>
#include <string.h>

/* Bytes, as many as a code of 41 modules holds that mends 15 % of itself. Of longer texts it mends 7 %: their codes stand in the same box, and there
 * modules that are seen count more. */
#define STRONG_BYTES 104
#define ECI_UTF8 26
#define STEP 0.9         /* by which a text that no code holds is cut until one does */

struct _PatalQrCode
{
  guint  n;
  guint8 bits[]; /* rows of whole bytes, the first module is the highest bit */
};

/* Text in letters beyond ASCII stands in one piece, behind a mark that says that it is UTF-8: readers guess otherwise, piece by piece, and take a
 * short Hindi word for Japanese. */
static QRcode *
encode_utf8 (const char *text, QRecLevel level)
{
  QRinput *input = QRinput_new2 (0, level);
  QRcode *code = NULL;

  if (QRinput_appendECIheader (input, ECI_UTF8) == 0
      && QRinput_append (input, QR_MODE_8, (int) strlen (text), (const unsigned char *) text) == 0)
    code = QRcode_encodeInput (input);
  QRinput_free (input);
  return code;
}

static QRcode *
encode (const char *text)
{
  QRecLevel level = strlen (text) <= STRONG_BYTES ? QR_ECLEVEL_M : QR_ECLEVEL_L;

  return g_str_is_ascii (text) ? QRcode_encodeString (text, 0, level, QR_MODE_8, 1) : encode_utf8 (text, level);
}

/* What is left of a text that is too long. */
static QRcode *
encode_some (const char *text)
{
  glong n = g_utf8_strlen (text, -1);
  QRcode *found = encode (text);

  while (found == NULL && errno == ERANGE && n > 0)
    {
      g_autofree char *some = NULL;

      n = (glong) ((double) n * STEP);
      some = patal_cut_after (text, n);
      found = encode (some);
    }
  return found;
}

/* Of a module's byte the lowest bit says whether it is dark. */
static void
pack_row (const guchar *modules, gsize n, guint8 *bits)
{
  for (gsize x = 0; x < n; x += 8)
    {
      gsize few = MIN (n - x, 8);
      guint eight = 0;

      for (gsize i = 0; i < few; i++)
        eight = eight << 1 | (modules[x + i] & 1);
      *bits++ = (guint8) (eight << (8 - few));
    }
}

PatalQrCode *
patal_qr_code_new (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  QRcode *found = *valid != '\0' ? encode_some (valid) : NULL;
  gsize n, stride;
  PatalQrCode *code;

  if (found == NULL)
    return NULL;
  n = (gsize) found->width;
  stride = (n + 7) / 8;
  code = g_malloc0 (sizeof *code + stride * n);
  code->n = (guint) n;
  for (gsize y = 0; y < n; y++)
    pack_row (found->data + y * n, n, code->bits + y * stride);
  QRcode_free (found);
  return code;
}

void
patal_qr_code_free (PatalQrCode *code)
{
  g_free (code);
}

guint
patal_qr_code_modules (const PatalQrCode *code)
{
  return code->n;
}

void
patal_qr_code_draw (const PatalQrCode *code, PatalCanvas *canvas, const PatalBox *box)
{
  double module = box->width / (code->n + 2 * PATAL_QR_QUIET), quiet = module * PATAL_QR_QUIET;
  const PatalBox inner = { box->x + quiet, box->y + quiet, module * code->n, module * code->n };

  patal_canvas_stencil (canvas, &inner, &(PatalStencil) { code->n, code->n, code->bits }, &PATAL_INK_BLACK);
}
