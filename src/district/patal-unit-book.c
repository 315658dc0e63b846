/* patal-unit-book.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unit-book.h"
#include "patal-text.h"
#include <string.h>

/* Hashes of 64 bits, each with the list of units that have it. Two names that share one by accident: once in 10^8 imports of the whole
 * country, so that the names themselves need not be kept. Linear probing, at most two thirds full. */
typedef struct
{
  guint64 *keys;  /* 0: free */
  guint32 *heads; /* into entries */
  guint32  size;  /* a power of two */
  guint32  used;
  GArray  *entries; /* of Entry; 0 is not used, so that 0 ends a list */
} Index;

typedef struct
{
  guint32 unit, next;
} Entry;

struct _PatalUnitBook
{
  GArray       *units;
  Index         names, codes;
  GStringChunk *texts;
  guint32       first_state;
  guint32       n_stored[PATAL_N_LEVELS];
  guint32       first_alias, end_aliases; /* the entries of names that are the file's other spellings */
};

static void
index_init (Index *index, guint32 size)
{
  const Entry none = { PATAL_BOOK_NONE, 0 };

  index->size = size;
  index->keys = g_new0 (guint64, size);
  index->heads = g_new (guint32, size);
  index->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_append_val (index->entries, none);
}

static void
index_clear (Index *index)
{
  g_free (index->keys);
  g_free (index->heads);
  g_clear_pointer (&index->entries, g_array_unref);
}

static inline guint32
index_slot (const Index *index, guint64 key)
{
  guint32 slot = (guint32) (key >> 32) & (index->size - 1);

  while (index->keys[slot] != 0 && index->keys[slot] != key)
    slot = (slot + 1) & (index->size - 1);
  return slot;
}

static void
index_grow (Index *index)
{
  Index old = *index;

  index->size *= 2;
  index->keys = g_new0 (guint64, index->size);
  index->heads = g_new (guint32, index->size);
  for (guint32 i = 0; i < old.size; i++)
    if (old.keys[i] != 0)
      {
        guint32 slot = index_slot (index, old.keys[i]);

        index->keys[slot] = old.keys[i];
        index->heads[slot] = old.heads[i];
      }
  g_free (old.keys);
  g_free (old.heads);
}

static guint32
index_first (const Index *index, guint64 key)
{
  guint32 slot = index_slot (index, key);

  return index->keys[slot] == key ? index->heads[slot] : 0;
}

/* At the end of its list: what came first is found first. */
static void
index_add (Index *index, guint64 key, guint32 unit)
{
  const Entry entry = { unit, 0 };
  guint32 slot = index_slot (index, key), last;

  if (index->keys[slot] == key)
    {
      for (last = index->heads[slot]; g_array_index (index->entries, Entry, last).next != 0;)
        last = g_array_index (index->entries, Entry, last).next;
      g_array_index (index->entries, Entry, last).next = index->entries->len;
    }
  else
    {
      if (++index->used > index->size / 3 * 2)
        {
          index_grow (index);
          slot = index_slot (index, key);
        }
      index->keys[slot] = key;
      index->heads[slot] = index->entries->len;
    }
  g_array_append_val (index->entries, entry);
}

static guint32
index_next (const Index *index, guint64 key, guint32 *next)
{
  const Entry *entry;

  if (*next == PATAL_BOOK_NONE)
    return PATAL_BOOK_NONE;
  if (*next == 0)
    *next = index_first (index, key);
  entry = &g_array_index (index->entries, Entry, *next);
  *next = entry->next != 0 ? entry->next : PATAL_BOOK_NONE;
  return entry->unit;
}

static inline guint64
mix (guint64 x)
{
  x ^= x >> 32;
  x *= G_GUINT64_CONSTANT (0xD6E8FEB86659FD93);
  x ^= x >> 32;
  x *= G_GUINT64_CONSTANT (0xD6E8FEB86659FD93);
  return x ^ x >> 32;
}

static guint64
hash_text (const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (0xCBF29CE484222325);

  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001B3);
  return hash;
}

guint64
patal_unit_book_key (guint32 parent, const char *name)
{
  g_autofree char *folded = patal_text_fold (name, PATAL_FOLD_MATCH);

  return *folded == '\0' ? 0 : mix (hash_text (folded) + (guint64) parent * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) | 1;
}

static guint64
code_key (PatalLevel level, guint32 code)
{
  return mix ((guint64) (level + 1) << 32 | code) | 1;
}

PatalBookUnit *
patal_unit_book_get (PatalUnitBook *book, guint32 unit)
{
  return &g_array_index (book->units, PatalBookUnit, unit);
}

guint32
patal_unit_book_n (PatalUnitBook *book)
{
  return book->units->len;
}

guint32
patal_unit_book_add (PatalUnitBook *book, const PatalBookUnit *unit)
{
  guint32 index = book->units->len;
  guint32 *first = &book->first_state;
  PatalBookUnit added = *unit;

  added.child = PATAL_BOOK_NONE;
  if (unit->parent != PATAL_BOOK_NONE)
    {
      first = &patal_unit_book_get (book, unit->parent)->child;
      patal_unit_book_get (book, unit->parent)->has_uncoded_child |= unit->code == 0;
    }
  added.sibling = *first;
  *first = index;
  g_array_append_val (book->units, added);
  if (unit->code != 0)
    index_add (&book->codes, code_key (unit->level, unit->code), index);
  for (guint i = 0; i < 2; i++)
    if (unit->names[i] != NULL)
      patal_unit_book_learn (book, index, unit->names[i]);
  return index;
}

void
patal_unit_book_learn (PatalUnitBook *book, guint32 unit, const char *name)
{
  guint64 key = patal_unit_book_key (patal_unit_book_get (book, unit)->parent, name);

  if (key != 0 && !patal_unit_book_knows (book, unit, name))
    index_add (&book->names, key, unit);
}

void
patal_unit_book_learn_code (PatalUnitBook *book, guint32 unit, guint32 code)
{
  PatalBookUnit *known = patal_unit_book_get (book, unit);

  known->code = code;
  index_add (&book->codes, code_key (known->level, code), unit);
}

gboolean
patal_unit_book_knows (PatalUnitBook *book, guint32 unit, const char *name)
{
  guint32 found, next = 0;

  while ((found = patal_unit_book_by_name (book, patal_unit_book_get (book, unit)->parent, name, &next)) != PATAL_BOOK_NONE)
    if (found == unit)
      return TRUE;
  return FALSE;
}

gboolean
patal_unit_book_is_alias (PatalUnitBook *book, guint32 unit, const char *name)
{
  guint64 key = name != NULL ? patal_unit_book_key (patal_unit_book_get (book, unit)->parent, name) : 0;

  for (guint32 at = key != 0 ? index_first (&book->names, key) : 0; at != 0;
       at = g_array_index (book->names.entries, Entry, at).next)
    if (g_array_index (book->names.entries, Entry, at).unit == unit)
      return at >= book->first_alias && at < book->end_aliases;
  return FALSE;
}

guint32
patal_unit_book_by_code (PatalUnitBook *book, PatalLevel level, guint32 code, guint32 *next)
{
  return code != 0 ? index_next (&book->codes, code_key (level, code), next) : PATAL_BOOK_NONE;
}

guint32
patal_unit_book_by_name (PatalUnitBook *book, guint32 parent, const char *name, guint32 *next)
{
  guint64 key = *next != PATAL_BOOK_NONE && name != NULL ? patal_unit_book_key (parent, name) : 0;

  return key != 0 ? index_next (&book->names, key, next) : PATAL_BOOK_NONE;
}

guint32
patal_unit_book_first_state (PatalUnitBook *book)
{
  return book->first_state;
}

guint32
patal_unit_book_above (PatalUnitBook *book, guint32 unit, PatalLevel level)
{
  while (unit != PATAL_BOOK_NONE && patal_unit_book_get (book, unit)->level > level)
    unit = patal_unit_book_get (book, unit)->parent;
  return unit;
}

guint32
patal_unit_book_only (PatalUnitBook *book, PatalLevel level, guint32 above)
{
  guint32 found = above;

  if (above == PATAL_BOOK_NONE && book->n_stored[level] != 1)
    return PATAL_BOOK_NONE;
  if (above == PATAL_BOOK_NONE)
    {
      for (guint32 i = 0; i < book->units->len; i++)
        if (patal_unit_book_get (book, i)->level == level)
          return i;
      return PATAL_BOOK_NONE;
    }
  while (found != PATAL_BOOK_NONE && patal_unit_book_get (book, found)->level < level)
    {
      found = patal_unit_book_get (book, found)->child;
      if (found != PATAL_BOOK_NONE && patal_unit_book_get (book, found)->sibling != PATAL_BOOK_NONE)
        return PATAL_BOOK_NONE;
    }
  return found;
}

static gboolean
is_bracket (gunichar c, gboolean open)
{
  return open ? c == '(' || c == '[' || c == '{' || c == 0xFF08 : c == ')' || c == ']' || c == '}' || c == 0xFF09;
}

/* (transfer full): without "(Champa)"; as it is when nothing else would be left. */
static char *
drop_brackets (const char *name)
{
  g_autoptr (GString) rest = g_string_sized_new (strlen (name));
  guint depth = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_bracket (c, TRUE))
        depth++;
      else if (is_bracket (c, FALSE))
        depth -= depth > 0 ? 1 : 0;
      else if (depth == 0)
        g_string_append_len (rest, p, g_utf8_next_char (p) - p);
    }
  g_strstrip (rest->str);
  return g_strdup (*rest->str != '\0' ? rest->str : name);
}

guint32
patal_unit_book_note (const char *name)
{
  const char *open = name != NULL ? strpbrk (name, "([{") : NULL, *last = name != NULL ? strpbrk (name, " -") : NULL;
  g_autofree char *inside = NULL;

  if (open != NULL && open > name)
    {
      inside = g_strndup (open + 1, strcspn (open + 1, ")]}"));
      return patal_unit_book_sound (inside);
    }
  while (last != NULL && strpbrk (last + 1, " -") != NULL)
    last = strpbrk (last + 1, " -");
  return last != NULL && g_ascii_isalpha (last[1]) && !g_ascii_isalpha (last[2]) ? (guint32) g_ascii_toupper (last[1]) : 0;
}

static guint32
roman_number (const char *word, gsize length)
{
  static const char *const romans[] = { "I", "II", "III", "IV", "V", "VI" };

  for (guint i = 0; i < G_N_ELEMENTS (romans); i++)
    if (strlen (romans[i]) == length && strncmp (romans[i], word, length) == 0)
      return i + 1;
  return 0;
}

static gboolean
is_letter_or_mark (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0x200D || c == 0x200C;
}

guint32
patal_unit_book_number (const char *name)
{
  guint32 number = 0;

  for (const char *p = name, *word; *p != '\0';)
    {
      gboolean digits = FALSE;

      for (word = p; *p != '\0' && is_letter_or_mark (g_utf8_get_char (p)); p = g_utf8_next_char (p))
        if (g_unichar_isdigit (g_utf8_get_char (p)))
          {
            number = number % 100000 * 10 + (guint32) g_unichar_digit_value (g_utf8_get_char (p));
            digits = TRUE;
          }
      if (!digits && word > name && roman_number (word, (gsize) (p - word)) != 0) /* a first word I is no number */
        number = number % 100000 * 10 + roman_number (word, (gsize) (p - word));
      if (*p != '\0' && !is_letter_or_mark (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
    }
  return number;
}

guint32
patal_unit_book_sound (const char *name)
{
  g_autofree char *plain = drop_brackets (name);
  g_autofree char *sound = patal_text_phonetic (plain);
  guint64 hash = G_GUINT64_CONSTANT (0xCBF29CE484222325);
  gboolean any = FALSE;

  for (const char *p = sound; *p != '\0'; p++)
    if (g_ascii_isalpha (*p)) /* where words are divided, and how they are numbered, is asked elsewhere */
      {
        hash = (hash ^ (guchar) *p) * G_GUINT64_CONSTANT (0x100000001B3);
        any = TRUE;
      }
  return any ? (guint32) mix (hash) | 1 : 0;
}

gboolean
patal_unit_book_sounds_like (PatalUnitBook *book, guint32 unit, const guint32 sounds[2])
{
  PatalBookUnit *known = patal_unit_book_get (book, unit);

  for (guint i = 0; i < 2; i++)
    {
      if (known->names[i] != NULL && known->sounds[i] == 0)
        known->sounds[i] = patal_unit_book_sound (known->names[i]);
      if (known->sounds[i] != 0 && (known->sounds[i] == sounds[0] || known->sounds[i] == sounds[1]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_vowel_or_sign (gunichar c)
{
  return c < 0x80 ? strchr ("aeiouyh", (int) c) != NULL : c < 0x0915 || c > 0x0939; /* h: th and t, dh and d are one to many */
}

/* A letter more or less, or a vowel for another, but not at the beginning; a consonant for another is another name, and so is the last
 * vowel: Khaira and Khairi are neighbours. Both are folded; their lengths in bytes say enough to pass most pairs by. */
static gboolean
is_one_slip (const char *a, const char *b)
{
  gsize len_a = strlen (a), len_b = strlen (b);
  const char *start = a, *end_a = a + len_a, *end_b = b + len_b;
  glong left_a, left_b;

  if (len_a > len_b + 4 || len_b > len_a + 4)
    return FALSE;
  while (*a != '\0' && *a == *b)
    a++, b++;
  while (end_a > a && end_b > b && end_a[-1] == end_b[-1])
    end_a--, end_b--;
  for (; a > start && ((guchar) *a & 0xC0) == 0x80; a--) /* back to the first bytes of the letters */
    b--;
  for (; ((guchar) *end_a & 0xC0) == 0x80; end_a++)
    end_b++;
  if (a == start)
    return FALSE;
  left_a = g_utf8_strlen (a, end_a - a);
  left_b = g_utf8_strlen (b, end_b - b);
  return left_a + left_b == 1
    || (left_a == 1 && left_b == 1 && *end_a != '\0' && is_vowel_or_sign (g_utf8_get_char (a)) && is_vowel_or_sign (g_utf8_get_char (b)));
}

gboolean
patal_unit_book_one_slip (PatalUnitBook *book, guint32 unit, const char *const *folded)
{
  const PatalBookUnit *known = patal_unit_book_get (book, unit);
  const glong least_letters = 5;

  for (guint i = 0; i < 2; i++)
    if (known->names[i] != NULL && folded[i] != NULL && g_utf8_strlen (folded[i], -1) >= least_letters)
      {
        g_autofree char *own = patal_text_fold (known->names[i], PATAL_FOLD_MATCH);

        if (is_one_slip (own, folded[i]))
          return TRUE;
      }
  return FALSE;
}

gboolean
patal_unit_book_number_fits (PatalUnitBook *book, guint32 unit, guint32 number, PatalBookNumber how)
{
  const PatalBookUnit *known = patal_unit_book_get (book, unit);
  const char *name = known->names[PATAL_LANG_EN] != NULL ? known->names[PATAL_LANG_EN] : known->names[PATAL_LANG_HI];
  guint32 own = name != NULL ? patal_unit_book_number (name) : 0;

  return own == number || (how == PATAL_BOOK_NUMBER_OR_NONE && (own == 0 || number == 0));
}

/* Keeps @text as long as the book. */
static const char *
keep (PatalUnitBook *book, const char *text)
{
  return text != NULL ? g_string_chunk_insert (book->texts, text) : NULL;
}

static guint32
code_number (const char *code)
{
  return code != NULL ? (guint32) g_ascii_strtoull (code, NULL, 10) : 0;
}

static void
load_unit (PatalUnitBook *book, PatalRows *rows, PatalLevel level, GHashTable *indexes)
{
  PatalBookUnit unit = {
    .id = patal_rows_int (rows, 0),
    .names = { keep (book, patal_rows_text (rows, 2)), keep (book, patal_rows_text (rows, 3)) },
    .code = code_number (patal_rows_text (rows, 4)),
    .lat = patal_rows_real (rows, 5),
    .lon = patal_rows_real (rows, 6),
    .from = patal_day_from_iso (patal_rows_text (rows, 7)),
    .to = patal_day_from_iso (patal_rows_text (rows, 8)),
    .level = level,
    .parent = PATAL_BOOK_NONE,
    .row = PATAL_BOOK_NONE,
    .twin = PATAL_BOOK_NONE,
  };
  gint64 parent = patal_rows_int (rows, 1), *key;
  guint32 index;

  for (guint i = 0; i < PATAL_BOOK_N_COUNTS; i++)
    unit.counts[i] = patal_rows_null (rows, 9 + (int) i) ? -1 : (gint32) patal_rows_int (rows, 9 + (int) i);
  if (parent != 0)
    unit.parent = GPOINTER_TO_UINT (g_hash_table_lookup (indexes, &parent));
  index = patal_unit_book_add (book, &unit);
  book->n_stored[level]++;
  if (level == PATAL_LEVEL_VILLAGE)
    return;
  key = g_new (gint64, 1);
  *key = unit.id;
  g_hash_table_insert (indexes, key, GUINT_TO_POINTER (index));
}

/* From the states down, so that what is above a unit is in the book before it. */
static gboolean
load_level (PatalUnitBook *book, PatalDb *db, PatalLevel level, GHashTable *indexes, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, parent, name_hi, name_en, lgd_code, lat, lon, valid_from, valid_to, households, population, sc, st"
    " FROM unit WHERE level = ?1", PATAL_ARGS (PATAL_TEXT (patal_level_id (level))));

  while (patal_rows_next (&rows))
    load_unit (book, &rows, level, indexes);
  return patal_rows_finish (&rows, error);
}

static gboolean
load_aliases (PatalUnitBook *book, PatalDb *db, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT unit, name FROM unit_alias", PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);
      GPtrArray *of_unit = g_hash_table_lookup (names, &id);

      if (of_unit == NULL)
        {
          of_unit = g_ptr_array_new ();
          g_hash_table_insert (names, g_memdup2 (&id, sizeof id), of_unit);
        }
      g_ptr_array_add (of_unit, (char *) keep (book, patal_rows_text (&rows, 1)));
    }
  for (guint32 i = 0; i < book->units->len && g_hash_table_size (names) > 0; i++)
    {
      GPtrArray *of_unit = g_hash_table_lookup (names, &patal_unit_book_get (book, i)->id);

      for (guint j = 0; of_unit != NULL && j < of_unit->len; j++)
        patal_unit_book_learn (book, i, g_ptr_array_index (of_unit, j));
    }
  return patal_rows_finish (&rows, error);
}

PatalUnitBook *
patal_unit_book_load (PatalDb *db, GError **error)
{
  g_autoptr (GHashTable) indexes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (PatalUnitBook) book = g_new0 (PatalUnitBook, 1);

  book->units = g_array_new (FALSE, FALSE, sizeof (PatalBookUnit));
  book->texts = g_string_chunk_new (64 * 1024);
  book->first_state = PATAL_BOOK_NONE;
  index_init (&book->names, 1024);
  index_init (&book->codes, 1024);
  for (guint level = 0; level < PATAL_N_LEVELS; level++)
    if (!load_level (book, db, level, indexes, error))
      return NULL;
  book->first_alias = book->names.entries->len;
  if (!load_aliases (book, db, error))
    return NULL;
  book->end_aliases = book->names.entries->len;
  return g_steal_pointer (&book);
}

void
patal_unit_book_free (PatalUnitBook *book)
{
  if (book == NULL)
    return;
  g_array_unref (book->units);
  index_clear (&book->names);
  index_clear (&book->codes);
  g_string_chunk_free (book->texts);
  g_free (book);
}
