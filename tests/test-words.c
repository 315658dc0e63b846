/* test-words.c: catalogues built byte by byte, so that each defect can be built too
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-words.h"
#include <string.h>

typedef struct
{
  const char *id, *text;
  guint id_length, text_length;
} Entry;
#define ENTRY(id, text)                                                                                      \
  {                                                                                                          \
    id, text, sizeof (id) - 1, sizeof (text) - 1                                                             \
  }

static const Entry entries[] = {
  ENTRY ("", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n > 1);\n"),
  ENTRY ("Imported {n} venue\0Imported {n} venues", "{n} स्थल आयात किया\0{n} स्थल आयात किए"),
  ENTRY ("Total", "योग"),
};

static void
put (GByteArray *out, guint32 word, gboolean swapped)
{
  guint32 value = swapped ? GUINT32_SWAP_LE_BE (word) : word;

  g_byte_array_append (out, (const guint8 *)&value, sizeof value);
}

static GByteArray *
build (const Entry *list, guint n, gboolean swapped)
{
  GByteArray *out = g_byte_array_new ();
  guint32 at = 28 + 16 * n;
  guint32 head[] = { 0x950412de, 0, n, 28, 28 + 8 * n, 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    put (out, head[i], swapped);
  for (guint i = 0; i < n; i++, at += list[i - 1].id_length + 1)
    {
      put (out, list[i].id_length, swapped);
      put (out, at, swapped);
    }
  for (guint i = 0; i < n; i++, at += list[i - 1].text_length + 1)
    {
      put (out, list[i].text_length, swapped);
      put (out, at, swapped);
    }
  for (guint i = 0; i < n; i++)
    g_byte_array_append (out, (const guint8 *)list[i].id, list[i].id_length + 1);
  for (guint i = 0; i < n; i++)
    g_byte_array_append (out, (const guint8 *)list[i].text, list[i].text_length + 1);
  return out;
}

static void
test_catalogue (gconstpointer data)
{
  g_autoptr (GBytes) mo
      = g_byte_array_free_to_bytes (build (entries, G_N_ELEMENTS (entries), GPOINTER_TO_INT (data)));
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_HI, mo, &error);

  g_assert_no_error (error);
  g_assert_cmpint (patal_words_lang (words), ==, PATAL_LANG_HI);
  g_assert_cmpstr (patal_words_get (words, "Total"), ==, "योग");
  g_assert_cmpstr (patal_words_get (words, "Totals"), ==, "Totals");
  g_assert_cmpstr (patal_words_get (words, ""), ==, "");
  for (guint64 n = 0; n <= 3; n++)
    g_assert_cmpstr (patal_words_plural (words, "Imported {n} venue", "Imported {n} venues", n), ==,
                     n <= 1 ? "{n} स्थल आयात किया" : "{n} स्थल आयात किए");
  g_assert_cmpstr (patal_words_plural (words, "{n} day", "{n} days", 0), ==, "{n} days");
  g_assert_cmpstr (patal_words_plural (words, "Total", "Totals", 5), ==, "योग");
}

static void
test_source_words (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalWords) words = patal_words_new (PATAL_LANG_EN, NULL, &error);
  g_autoptr (PatalWords) again = patal_words_ref (words);

  g_assert_no_error (error);
  g_assert_cmpstr (patal_words_get (again, "Total"), ==, "Total");
  g_assert_cmpstr (patal_words_plural (again, "{n} day", "{n} days", 1), ==, "{n} day");
  g_assert_cmpstr (patal_words_plural (again, "{n} day", "{n} days", 2), ==, "{n} days");
}

static void
assert_refused (const guint8 *bytes, gsize size)
{
  /* a copy of exactly this size, so that the sanitizer sees a byte read beyond it */
  g_autoptr (GBytes) mo = g_bytes_new (bytes, size);
  g_autoptr (GError) error = NULL;
  PatalWords *words = patal_words_new (PATAL_LANG_HI, mo, &error);

  g_assert_null (words);
  g_assert_error (error, PATAL_WORDS_ERROR, PATAL_WORDS_ERROR_MALFORMED);
}

static void
test_damaged (void)
{
  g_autoptr (GByteArray) whole = build (entries, G_N_ELEMENTS (entries), FALSE);
  const Entry not_text[] = { ENTRY ("Total", "\xE0\xA4") };
  g_autoptr (GByteArray) latin = build (not_text, 1, FALSE);

  for (gsize size = 0; size < whole->len; size++)
    assert_refused (whole->data, size);
  assert_refused (latin->data, latin->len);

  /* every byte of the head and the tables turned over: refused or read, never a crash */
  for (gsize at = 0; at < 28 + 16 * G_N_ELEMENTS (entries); at++)
    {
      g_autoptr (GBytes) mo = NULL;
      g_autoptr (PatalWords) words = NULL;

      whole->data[at] ^= 0xFF;
      mo = g_bytes_new (whole->data, whole->len);
      words = patal_words_new (PATAL_LANG_HI, mo, NULL);
      g_assert_true (words == NULL || patal_words_get (words, "Total") != NULL);
      whole->data[at] ^= 0xFF;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/words/catalogue", GINT_TO_POINTER (FALSE), test_catalogue);
  g_test_add_data_func ("/words/catalogue/other-byte-order", GINT_TO_POINTER (TRUE), test_catalogue);
  g_test_add_func ("/words/source", test_source_words);
  g_test_add_func ("/words/damaged", test_damaged);
  return g_test_run ();
}
