/* patal-pdf-file.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pdf-file.h"
#include "patal-deflate.h"
#include <math.h>
#include <string.h>

#define OBJECTS_IN_STREAM 1000
#define WRITTEN_AT_ONCE 65536

typedef enum
{
  PLACE_FREE = 0,
  PLACE_OFFSET = 1,  /* at a byte of the file */
  PLACE_STREAM = 2,  /* in an object stream, at an index */
} PlaceKind;

/* As many bytes as it has in the file: there are many in a tagged document. */
typedef struct
{
  guint64 kind : 8;   /* PlaceKind */
  guint64 index : 16;
  guint64 where : 40; /* a byte, or an object stream's number */
} Place;
#define PLACE_BYTES 8

struct _PatalPdfFile
{
  GOutputStream *stream;
  GError        *error;   /* the first */
  GString       *out;     /* not yet given to the stream */
  guint64        written; /* with what is in @out */
  GArray        *places;  /* of Place, by number */
  GString       *heads, *bodies; /* of the object stream that is being gathered */
  guint          gathering;      /* its number */
  guint          n_gathered;
};

static void
flush (PatalPdfFile *file)
{
  if (file->error == NULL)
    g_output_stream_write_all (file->stream, file->out->str, file->out->len, NULL, NULL, &file->error);
  g_string_truncate (file->out, 0);
}

static void
write_bytes (PatalPdfFile *file, const void *bytes, gsize length)
{
  g_string_append_len (file->out, bytes, length);
  file->written += length;
  if (file->out->len >= WRITTEN_AT_ONCE)
    flush (file);
}

G_GNUC_PRINTF (2, 3) static void
print (PatalPdfFile *file, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  write_bytes (file, text, strlen (text));
}

PatalPdfFile *
patal_pdf_file_new (GOutputStream *stream)
{
  PatalPdfFile *file = g_new0 (PatalPdfFile, 1);

  file->stream = g_object_ref (stream);
  file->out = g_string_sized_new (WRITTEN_AT_ONCE * 2);
  file->places = g_array_new (FALSE, TRUE, sizeof (Place));
  file->heads = g_string_new (NULL);
  file->bodies = g_string_new (NULL);
  g_array_set_size (file->places, 1); /* number 0 is nobody's */
  /* The second line tells programs that move files that this one is not text. */
  print (file, "%%PDF-1.7\n%%\xc2\xb5\xc2\xb6\n");
  return file;
}

void
patal_pdf_file_free (PatalPdfFile *file)
{
  if (file == NULL)
    return;
  g_object_unref (file->stream);
  g_clear_error (&file->error);
  g_string_free (file->out, TRUE);
  g_array_unref (file->places);
  g_string_free (file->heads, TRUE);
  g_string_free (file->bodies, TRUE);
  g_free (file);
}

guint
patal_pdf_file_reserve (PatalPdfFile *file)
{
  g_array_set_size (file->places, file->places->len + 1);
  return file->places->len - 1;
}

static void
place (PatalPdfFile *file, guint number, Place where)
{
  Place *known = &g_array_index (file->places, Place, number);

  g_return_if_fail (number < file->places->len && known->kind == PLACE_FREE);
  *known = where;
}

void
patal_pdf_file_stream (PatalPdfFile *file, guint number, const char *entries, const guint8 *bytes, gsize length)
{
  place (file, number, (Place) { .kind = PLACE_OFFSET, .where = file->written });
  print (file, "%u 0 obj\n<<%s/Length %" G_GSIZE_FORMAT ">>stream\n", number, entries, length);
  write_bytes (file, bytes, length);
  print (file, "\nendstream\nendobj\n");
}

void
patal_pdf_file_deflate (PatalPdfFile *file, guint number, const char *entries, const guint8 *bytes, gsize length)
{
  gsize deflated_length;
  g_autofree guint8 *deflated = patal_deflate (bytes, length, &deflated_length);
  g_autofree char *with_filter = g_strconcat (entries, "/Filter/FlateDecode", NULL);

  patal_pdf_file_stream (file, number, with_filter, deflated, deflated_length);
}

static void
write_gathered (PatalPdfFile *file)
{
  if (file->n_gathered == 0)
    return;

  g_autofree char *entries = g_strdup_printf ("/Type/ObjStm/N %u/First %" G_GSIZE_FORMAT, file->n_gathered,
                                              file->heads->len);
  g_string_append_len (file->heads, file->bodies->str, file->bodies->len);
  patal_pdf_file_deflate (file, file->gathering, entries, (const guint8 *) file->heads->str, file->heads->len);
  g_string_truncate (file->heads, 0);
  g_string_truncate (file->bodies, 0);
  file->n_gathered = 0;
}

void
patal_pdf_file_object (PatalPdfFile *file, guint number, const char *body, gsize length)
{
  if (file->n_gathered == 0)
    file->gathering = patal_pdf_file_reserve (file);
  place (file, number, (Place) { .kind = PLACE_STREAM, .index = (guint16) file->n_gathered, .where = file->gathering });
  g_string_append_printf (file->heads, "%u %" G_GSIZE_FORMAT " ", number, file->bodies->len);
  g_string_append_len (file->bodies, body, length);
  g_string_append_c (file->bodies, '\n');
  if (++file->n_gathered == OBJECTS_IN_STREAM)
    write_gathered (file);
}

static void
append_big_endian (GString *bytes, guint64 value, guint n_bytes)
{
  for (guint i = n_bytes; i-- > 0;)
    g_string_append_c (bytes, (char) (value >> (8 * i)));
}

static GString *
rows_of_places (const PatalPdfFile *file)
{
  GString *rows = g_string_sized_new ((PLACE_BYTES + 1) * file->places->len);

  for (guint i = 0; i < file->places->len; i++)
    {
      const Place *at = &g_array_index (file->places, Place, i);

      append_big_endian (rows, at->kind, 1);
      append_big_endian (rows, at->where, 5);
      append_big_endian (rows, i == 0 ? G_MAXUINT16 : at->index, 2);
    }
  return rows;
}

/* Each row becomes its difference from the one above it (the filter Up of PNG, ISO 32000-1, 7.4.4.4): from the last on, so that those above are
 * still there. */
static void
take_differences (GString *rows)
{
  const char up = 2;
  gsize n = rows->len / PLACE_BYTES;

  for (gsize i = rows->len; i-- > PLACE_BYTES;)
    rows->str[i] = (char) (rows->str[i] - rows->str[i - PLACE_BYTES]);
  g_string_set_size (rows, n * (PLACE_BYTES + 1));
  for (gsize i = n; i-- > 0;)
    {
      memmove (rows->str + i * (PLACE_BYTES + 1) + 1, rows->str + i * PLACE_BYTES, PLACE_BYTES);
      rows->str[i * (PLACE_BYTES + 1)] = up;
    }
}

static void
write_places (PatalPdfFile *file, guint root, guint info)
{
  guint number = patal_pdf_file_reserve (file);
  guint64 start = file->written;
  g_autoptr (GString) rows = NULL;
  g_autofree guint8 *plain = NULL, *by_change = NULL;
  g_autofree char *entries = NULL;
  gsize plain_length, change_length;
  gboolean shorter;

  g_array_index (file->places, Place, number) = (Place) { .kind = PLACE_OFFSET, .where = start };
  rows = rows_of_places (file);
  plain = patal_deflate (rows->str, rows->len, &plain_length);
  take_differences (rows);
  by_change = patal_deflate (rows->str, rows->len, &change_length);
  shorter = change_length < plain_length; /* as a rule where most objects are small ones */
  entries = g_strdup_printf ("/Type/XRef/Size %u/W[1 5 2]/Root %u 0 R/Info %u 0 R/Filter/FlateDecode%s", file->places->len, root, info,
                             shorter ? "/DecodeParms<</Predictor 12/Columns 8>>" : "");
  g_array_index (file->places, Place, number).kind = PLACE_FREE; /* placed by the writing */
  patal_pdf_file_stream (file, number, entries, shorter ? by_change : plain, shorter ? change_length : plain_length);
  print (file, "startxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n", start);
}

gboolean
patal_pdf_file_check (PatalPdfFile *file, GError **error)
{
  if (file->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (file->error));
  return FALSE;
}

gboolean
patal_pdf_file_finish (PatalPdfFile *file, guint root, guint info, GError **error)
{
  write_gathered (file);
  write_places (file, root, info);
  flush (file);
  if (file->error == NULL)
    g_output_stream_flush (file->stream, NULL, &file->error);
  return patal_pdf_file_check (file, error);
}

void
patal_pdf_append_number (GString *body, double number, guint decimals)
{
  static const gint64 powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
  char digits[32];
  char *at = digits + sizeof digits;
  gint64 power = powers[MIN (decimals, 6)];
  gint64 scaled = isfinite (number) ? (gint64) llround (CLAMP (number, -1e9, 1e9) * (double) power) : 0;
  gint64 rest = ABS (scaled) % power, whole = ABS (scaled) / power;

  if (rest != 0)
    {
      for (gboolean begun = FALSE; power > 1; power /= 10, rest /= 10)
        if ((begun = begun || rest % 10 != 0))
          *--at = (char) ('0' + rest % 10);
      *--at = '.';
    }
  if (whole != 0 || at == digits + sizeof digits)
    do
      *--at = (char) ('0' + whole % 10);
    while ((whole /= 10) != 0);
  if (scaled < 0)
    *--at = '-';
  patal_pdf_append (body, at, (gsize) (digits + sizeof digits - at));
}

void
patal_pdf_append_reference (GString *body, guint number)
{
  patal_pdf_append_number (body, number, 0);
  patal_pdf_append (body, " 0 R", 4);
}

static void
append_escaped (GString *body, const char *bytes, gsize length)
{
  g_string_append_c (body, '(');
  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] == '\r') /* would be read as a line feed */
        {
          g_string_append (body, "\\r");
          continue;
        }
      if (bytes[i] == '(' || bytes[i] == ')' || bytes[i] == '\\')
        g_string_append_c (body, '\\');
      g_string_append_c (body, bytes[i]);
    }
  g_string_append_c (body, ')');
}

void
patal_pdf_append_text (GString *body, const char *text)
{
  if (g_str_is_ascii (text))
    {
      append_escaped (body, text, strlen (text));
      return;
    }

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) wide = g_string_new ("\xfe\xff");
  glong n;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (valid, -1, NULL, &n, NULL);

  for (glong i = 0; i < n; i++)
    append_big_endian (wide, units[i], 2);
  append_escaped (body, wide->str, wide->len);
}
