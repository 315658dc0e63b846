/* patal-search.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-search.h"
#include "patal-db-private.h"
#include "patal-search-terms.h"
#include "patal-text.h"

#define MOST_WORDS 12 /* that count of what was typed, or pasted by mistake */

/* One search under way. */
typedef struct
{
  PatalDb    *db;
  const char *kind; /* (nullable) */
  guint       most;
  GArray     *hits;
} Search;

/* A term and where it stands: what a walk over the vocabulary of each kind found, to be put in one order. */
typedef struct
{
  char       *term; /* without the letters of tier and kind */
  gint64      id;
} Found;

static void
found_clear (gpointer data)
{
  g_free (((Found *) data)->term);
}

static gboolean
is_hit (const Search *search, gint64 id)
{
  for (guint i = 0; i < search->hits->len; i++)
    if (g_array_index (search->hits, PatalSearchHit, i).id == id)
      return TRUE;
  return FALSE;
}

/* The source's own string, which outlives the hit. */
static const char *
kind_of (PatalDb *db, const char *kind)
{
  for (gsize i = 0; db->searched != NULL && db->searched[i] != NULL; i++)
    if (g_strcmp0 (db->searched[i]->kind, kind) == 0)
      return db->searched[i]->kind;
  return NULL;
}

static gboolean
add_hit (Search *search, gint64 id, GError **error)
{
  g_auto (PatalRows) rows = { 0 };

  if (search->hits->len >= search->most || is_hit (search, id))
    return TRUE;
  rows = patal_db_query (search->db, "SELECT kind FROM search_entry WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)));
  if (patal_rows_next (&rows))
    {
      PatalSearchHit hit = { .id = id, .kind = kind_of (search->db, patal_rows_text (&rows, 0)) };

      if (hit.kind != NULL && (search->kind == NULL || g_str_equal (search->kind, hit.kind)))
        g_array_append_val (search->hits, hit);
    }
  return patal_rows_finish (&rows, error);
}

/* (transfer full): the first letter of each kind that is looked for, once. */
static char *
letters_of (const Search *search)
{
  GString *letters = g_string_new (NULL);

  for (gsize i = 0; search->db->searched != NULL && search->db->searched[i] != NULL; i++)
    {
      const char *kind = search->db->searched[i]->kind;

      if (kind != NULL && strchr (letters->str, kind[0]) == NULL && (search->kind == NULL || g_str_equal (kind, search->kind)))
        g_string_append_c (letters, kind[0]);
    }
  return g_string_free (letters, FALSE);
}

/* The first terms that begin with @text, in their order: as many as could still become hits. */
static gboolean
walk (const Search *search, PatalTier tier, char letter, const char *text, GArray *found, GError **error)
{
  g_autofree char *from = g_strdup_printf ("%c%c%s", (char) tier, letter, text);
  g_autofree char *to = g_strconcat (from, "\U0010ffff", NULL);
  g_auto (PatalRows) rows = patal_db_query (search->db,
    "SELECT term, doc FROM search_vocabulary WHERE term >= ?1 AND term <= ?2 LIMIT ?3",
    PATAL_ARGS (PATAL_TEXT (from), PATAL_TEXT (to), PATAL_INT (search->most + search->hits->len)));

  while (patal_rows_next (&rows))
    {
      Found one = { g_strdup (patal_rows_text (&rows, 0) + 2), patal_rows_int (&rows, 1) };

      g_array_append_val (found, one);
    }
  return patal_rows_finish (&rows, error);
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *left = a, *right = b;
  int order = strcmp (left->term, right->term);

  return order != 0 ? order : (left->id > right->id) - (left->id < right->id);
}

static gboolean
search_begins (Search *search, PatalTier tier, const char *text, GError **error)
{
  g_autofree char *letters = letters_of (search);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));

  if (*text == '\0' || search->hits->len >= search->most)
    return TRUE;
  g_array_set_clear_func (found, found_clear);
  for (const char *letter = letters; *letter != '\0'; letter++)
    if (!walk (search, tier, *letter, text, found, error))
      return FALSE;
  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    if (!add_hit (search, g_array_index (found, Found, i).id, error))
      return FALSE;
  return TRUE;
}

/* "wuram" AND "wuna" *: each word is a string of FTS5's language, in which a quote would be doubled; folded text has none. */
static char *
make_match (char **words, PatalTier tier, char letter)
{
  GString *match = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    g_string_append_printf (match, "%s\"%c%c%s\"%s", i > 0 ? " AND " : "", (char) tier, letter, words[i],
                            words[i + 1] == NULL ? " *" : "");
  return g_string_free (match, FALSE);
}

static gboolean
search_words (Search *search, PatalTier tier, char **words, GError **error)
{
  g_autofree char *letters = letters_of (search);

  for (const char *letter = letters; *letter != '\0' && search->hits->len < search->most; letter++)
    {
      g_autofree char *match = make_match (words, tier, *letter);
      g_auto (PatalRows) rows = patal_db_query (search->db, "SELECT rowid FROM search_index WHERE search_index MATCH ?1 LIMIT ?2",
                                                PATAL_ARGS (PATAL_TEXT (match), PATAL_INT (search->most + search->hits->len)));

      while (patal_rows_next (&rows))
        if (!add_hit (search, patal_rows_int (&rows, 0), error))
          return FALSE;
      if (!patal_rows_finish (&rows, error))
        return FALSE;
    }
  return TRUE;
}

/* A single word is a walk; several must stand in one record, in any order. */
static gboolean
search_tier (Search *search, PatalTier tier, const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", MOST_WORDS + 1);

  if (words[0] == NULL)
    return TRUE;
  if (g_strv_length (words) > MOST_WORDS)
    g_clear_pointer (&words[MOST_WORDS], g_free);
  return words[1] == NULL ? search_begins (search, tier, words[0], error) : search_words (search, tier, words, error);
}

GArray *
patal_search (PatalDb *db, const char *typed, const char *kind, guint most, GError **error)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (PatalSearchHit));
  g_autofree char *folded = patal_text_fold (typed, PATAL_FOLD_SEARCH);
  g_autofree char *whole = patal_search_whole (folded), *code = patal_search_code (folded);
  g_autofree char *sounds = patal_text_phonetic (typed);
  Search search = { db, kind, most, hits };

  if (!search_begins (&search, PATAL_TIER_CODE, code, error) || !search_begins (&search, PATAL_TIER_NAME, whole, error)
      || !search_tier (&search, PATAL_TIER_WORD, folded, error) || !search_tier (&search, PATAL_TIER_SOUND, sounds, error))
    return NULL;
  return g_steal_pointer (&hits);
}
