/* patal-words.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-words.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define MO_MAGIC 0x950412deu
#define MO_HEADER_SIZE 20u /* magic, revision, count, and the offsets of the two tables of strings */

struct _PatalWords
{
  gatomicrefcount refs;
  PatalLang lang;
  GBytes *mo;        /* (nullable): owns what @found points to */
  GHashTable *found; /* message id -> translation; of a plural the key is the singular */
  GHashTable *many;  /* singular -> the form for many */
};

G_DEFINE_QUARK (patal - words - error - quark, patal_words_error)

typedef struct
{
  const guint8 *data;
  gsize size;
  gboolean swapped; /* written on a machine of the other byte order */
} MoFile;

static guint32
read_word (const MoFile *mo, gsize at)
{
  guint32 word;

  memcpy (&word, mo->data + at, sizeof word);
  return mo->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

/* The @i-th string of the table at @table, which lies whole inside the file; NULL where the file lies about
 * that. */
static const char *
read_string (const MoFile *mo, guint32 table, guint32 i, guint32 *length)
{
  gsize entry = (gsize)table + (gsize)i * 8;
  guint32 offset = read_word (mo, entry + 4);

  *length = read_word (mo, entry);
  if (offset >= mo->size || *length >= mo->size - offset || mo->data[offset + *length] != '\0')
    return NULL;
  return (const char *)mo->data + offset;
}

/* Each form of a plural is a string of its own, with a NUL between. */
static gboolean
is_text (const char *string, guint32 length)
{
  for (const char *form = string; form <= string + length; form += strlen (form) + 1)
    {
      if (!g_utf8_validate (form, -1, NULL))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_catalogue (PatalWords *self)
{
  MoFile mo = { .swapped = FALSE };
  guint32 n, ids, texts;

  mo.data = g_bytes_get_data (self->mo, &mo.size);
  if (mo.size < MO_HEADER_SIZE)
    return FALSE;
  mo.swapped = read_word (&mo, 0) != MO_MAGIC;
  if (read_word (&mo, 0) != MO_MAGIC || read_word (&mo, 4) >> 16 > 1)
    return FALSE;
  n = read_word (&mo, 8);
  ids = read_word (&mo, 12);
  texts = read_word (&mo, 16);
  if (ids > mo.size || texts > mo.size || n > (mo.size - ids) / 8 || n > (mo.size - texts) / 8)
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    {
      guint32 id_length, text_length;
      const char *id = read_string (&mo, ids, i, &id_length);
      const char *text = read_string (&mo, texts, i, &text_length);

      if (id == NULL || text == NULL || !is_text (id, id_length) || !is_text (text, text_length))
        return FALSE;
      if (id_length == 0 || text_length == 0) /* the empty id holds the head of the catalogue */
        continue;
      g_hash_table_insert (self->found, (gpointer)id, (gpointer)text);
      if (strlen (text) < text_length)
        g_hash_table_insert (self->many, (gpointer)id, (gpointer)(text + strlen (text) + 1));
    }
  return TRUE;
}

PatalWords *
patal_words_new (PatalLang lang, GBytes *mo, GError **error)
{
  g_autoptr (PatalWords) self = g_new0 (PatalWords, 1);

  g_atomic_ref_count_init (&self->refs);
  self->lang = lang;
  self->found = g_hash_table_new (g_str_hash, g_str_equal);
  self->many = g_hash_table_new (g_str_hash, g_str_equal);
  if (mo != NULL)
    {
      self->mo = g_bytes_ref (mo);
      if (!read_catalogue (self))
        {
          g_set_error_literal (error, PATAL_WORDS_ERROR, PATAL_WORDS_ERROR_MALFORMED,
                               _ ("The catalogue of translations is damaged; install the program again"));
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}

PatalWords *
patal_words_ref (PatalWords *words)
{
  g_atomic_ref_count_inc (&words->refs);
  return words;
}

void
patal_words_unref (PatalWords *words)
{
  if (words == NULL || !g_atomic_ref_count_dec (&words->refs))
    return;
  g_hash_table_unref (words->found);
  g_hash_table_unref (words->many);
  g_clear_pointer (&words->mo, g_bytes_unref);
  g_free (words);
}

PatalLang
patal_words_lang (const PatalWords *words)
{
  return words->lang;
}

const char *
patal_words_get (const PatalWords *words, const char *msgid)
{
  const char *text = g_hash_table_lookup (words->found, msgid);

  return text != NULL ? text : msgid;
}

const char *
patal_words_plural (const PatalWords *words, const char *one, const char *many, guint64 n)
{
  const char *text = g_hash_table_lookup (words->found, one);
  const char *text_many = g_hash_table_lookup (words->many, one);

  if (text == NULL)
    return n == 1 ? one : many;
  /* Hindi counts nothing as one thing, English as many. */
  if (text_many == NULL || (words->lang == PATAL_LANG_HI ? n <= 1 : n == 1))
    return text;
  return text_many;
}
