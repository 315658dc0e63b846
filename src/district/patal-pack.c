/* patal-pack.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pack.h"
#include "patal-district-resources.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-pack-error-quark, patal_pack_error)

#define PACKS "/io/github/grampatal/GramPatal/district/packs/"

static const char *const word_files[] = { "plain", "br", "cg", "mh", "mp", "uk", "up" };

/* What is shipped, read once. */
typedef struct
{
  GArray *states, *words, *posts;
} Shipped;

/* The files are compiled in: that one cannot be read is a mistake of the build, and found by test-pack. */
static GKeyFile *
open_pack (const char *name)
{
  g_autofree char *path = g_strconcat (PACKS, name, ".ini", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes =
    g_resource_lookup_data (patal_district_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    g_error ("%s is missing or broken", path);
  return g_steal_pointer (&file);
}

/* The parts of "a|b|c"; exactly three. (transfer full): the parts are kept for ever, the array is not. */
static char **
parts_of (GKeyFile *file, const char *group, const char *key)
{
  g_autofree char *value = g_key_file_get_value (file, group, key, NULL);
  g_auto (GStrv) parts = g_strsplit (value != NULL ? value : "", "|", -1);

  if (g_strv_length (parts) != 3)
    g_error ("%s in a state pack has not three parts", key);
  return g_steal_pointer (&parts);
}

static int
compare_states (gconstpointer a, gconstpointer b)
{
  return strcmp (((const PatalPackState *) a)->en, ((const PatalPackState *) b)->en);
}

static void
read_states (Shipped *shipped)
{
  g_autoptr (GKeyFile) file = open_pack ("states");
  g_auto (GStrv) keys = g_key_file_get_keys (file, "states", NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char **parts = parts_of (file, "states", keys[i]);
      PatalPackState state = { g_strdup (keys[i]), parts[0], parts[1], parts[2], FALSE };

      g_array_append_val (shipped->states, state);
    }
  g_array_sort (shipped->states, compare_states);
}

static void
read_words (Shipped *shipped, const char *name, GKeyFile *sources)
{
  g_autoptr (GKeyFile) file = open_pack (name);
  g_auto (GStrv) keys = g_key_file_get_keys (file, "words", NULL, NULL);
  char *lgd_code = g_key_file_get_string (file, "pack", "lgd", NULL); /* of every word: kept for ever */

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char **parts = parts_of (file, "words", keys[i]);
      g_autofree char *tag = parts[2];
      char *source = g_key_file_get_string (sources, "sources", tag, NULL);
      gboolean plain = g_str_equal (tag, "PLAIN");
      PatalPackWord word = { 0, lgd_code, g_strdup (keys[i]), parts[0], parts[1], source, NULL, source != NULL && !plain };

      if (source == NULL && !g_str_equal (tag, "UNV"))
        g_error ("%s of the pack %s has an unknown source, %s", keys[i], name, tag);
      g_array_append_val (shipped->words, word);
    }
  for (guint i = 0; i < shipped->states->len; i++)
    {
      PatalPackState *state = &g_array_index (shipped->states, PatalPackState, i);

      state->has_words |= g_str_equal (state->lgd_code, lgd_code);
    }
}

static void
read_posts (Shipped *shipped)
{
  g_autoptr (GKeyFile) file = open_pack ("posts");
  g_auto (GStrv) keys = g_key_file_get_keys (file, "posts", NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_auto (GStrv) parts = parts_of (file, "posts", keys[i]);
      PatalPackPost post = { g_strdup (keys[i]), g_str_equal (parts[0], "elected"), PATAL_N_LEVELS, atoi (parts[2]),
                             (int) i + 1 };

      for (guint level = 0; level < PATAL_N_LEVELS; level++)
        if (g_str_equal (parts[1], patal_level_id (level)))
          post.level = level;
      if (post.level == PATAL_N_LEVELS)
        g_error ("the post %s has no level", keys[i]);
      g_array_append_val (shipped->posts, post);
    }
}

static const Shipped *
get_shipped (void)
{
  static gsize once;
  static Shipped shipped;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GKeyFile) sources = open_pack ("sources");

      shipped.states = g_array_new (FALSE, FALSE, sizeof (PatalPackState));
      shipped.words = g_array_new (FALSE, FALSE, sizeof (PatalPackWord));
      shipped.posts = g_array_new (FALSE, FALSE, sizeof (PatalPackPost));
      read_states (&shipped);
      for (guint i = 0; i < G_N_ELEMENTS (word_files); i++)
        read_words (&shipped, word_files[i], sources);
      read_posts (&shipped);
      g_once_init_leave (&once, 1);
    }
  return &shipped;
}

const PatalPackState *
patal_pack_states (guint *n)
{
  *n = get_shipped ()->states->len;
  return (const PatalPackState *) get_shipped ()->states->data;
}

const PatalPackWord *
patal_pack_shipped_words (guint *n)
{
  *n = get_shipped ()->words->len;
  return (const PatalPackWord *) get_shipped ()->words->data;
}

const PatalPackPost *
patal_pack_shipped_posts (guint *n)
{
  *n = get_shipped ()->posts->len;
  return (const PatalPackPost *) get_shipped ()->posts->data;
}

/* (transfer full). Looser than names of places are compared: मध्यप्रदेश is मध्य प्रदेश, and छत्तीसगढ is typed without its dot. */
static char *
fold_state (const char *text)
{
  g_autofree char *folded = patal_text_fold (text, PATAL_FOLD_SEARCH);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  return g_strjoinv (NULL, words);
}

static gboolean
folds_to (const char *name, const char *folded)
{
  g_autofree char *own = fold_state (name);

  return g_str_equal (own, folded);
}

const PatalPackState *
patal_pack_find_state (const char *text)
{
  g_autofree char *folded = fold_state (text);
  guint n;
  const PatalPackState *states = patal_pack_states (&n);

  if (*folded == '\0')
    return NULL;
  for (guint i = 0; i < n; i++)
    if (folds_to (states[i].id, folded) || g_str_equal (states[i].lgd_code, folded) || folds_to (states[i].hi, folded)
        || folds_to (states[i].en, folded))
      return &states[i];
  return NULL;
}

static gboolean
seed_word (PatalDb *db, const PatalPackWord *word, GError **error)
{
  gint64 there;

  if (!patal_db_int (db, "SELECT count(*) FROM label WHERE state_code = ?1 AND key = ?2",
                     PATAL_ARGS (PATAL_TEXT (word->state_code), PATAL_TEXT (word->key)), &there, error))
    return FALSE;
  return there > 0
    || patal_db_run (db, "INSERT INTO label (id, state_code, key, hi, en, source, verified) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                     PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_TEXT (word->state_code), PATAL_TEXT (word->key),
                                 PATAL_TEXT (word->hi), PATAL_TEXT (word->en), PATAL_TEXT (word->source),
                                 PATAL_INT (word->verified ? 1 : 0)), error);
}

static gboolean
seed_post (PatalDb *db, const PatalPackPost *post, GError **error)
{
  gint64 there;

  if (!patal_db_int (db, "SELECT count(*) FROM post WHERE code = ?1", PATAL_ARGS (PATAL_TEXT (post->code)), &there, error))
    return FALSE;
  return there > 0
    || patal_db_run (db, "INSERT INTO post (id, code, kind, level, expected, rank) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                     PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_TEXT (post->code),
                                 PATAL_TEXT (post->elected ? "elected" : "staff"), PATAL_TEXT (patal_level_id (post->level)),
                                 PATAL_INT (post->expected), PATAL_INT (post->rank)), error);
}

gboolean
patal_pack_seed (PatalDb *db, GError **error)
{
  const Shipped *shipped = get_shipped ();

  for (guint i = 0; i < shipped->words->len; i++)
    if (!seed_word (db, &g_array_index (shipped->words, PatalPackWord, i), error))
      return FALSE;
  for (guint i = 0; i < shipped->posts->len; i++)
    if (!seed_post (db, &g_array_index (shipped->posts, PatalPackPost, i), error))
      return FALSE;
  return TRUE;
}

char *
patal_pack_word (PatalDb *db, gint64 unit, const char *key, PatalLang lang, gboolean *unverified)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "WITH RECURSIVE up (id, parent, level, code) AS ("
    " SELECT id, parent, level, lgd_code FROM unit"
    "  WHERE id = iif (?1 <> 0, ?1, (SELECT min (id) FROM unit WHERE level = 'state'))"
    " UNION ALL SELECT u.id, u.parent, u.level, u.lgd_code FROM unit u JOIN up ON u.id = up.parent)"
    " SELECT hi, en, verified FROM label WHERE key = ?2"
    " AND state_code IN ('', (SELECT code FROM up WHERE level = 'state')) ORDER BY state_code = '' LIMIT 1",
    PATAL_ARGS (PATAL_INT (unit), PATAL_TEXT (key)));
  gboolean found = patal_rows_next (&rows);

  if (unverified != NULL)
    *unverified = found && patal_rows_int (&rows, 2) == 0;
  return g_strdup (found ? patal_rows_text (&rows, lang == PATAL_LANG_HI ? 0 : 1) : key);
}

static void
word_free (gpointer data)
{
  PatalPackWord *word = data;

  g_free ((char *) word->state_code);
  g_free ((char *) word->key);
  g_free ((char *) word->hi);
  g_free ((char *) word->en);
  g_free ((char *) word->source);
  g_free ((char *) word->order_no);
  g_free (word);
}

GPtrArray *
patal_pack_words (PatalDb *db, const char *state_code, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (word_free);
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, state_code, key, hi, en, source, order_no, verified FROM label WHERE state_code = ?1 ORDER BY key",
    PATAL_ARGS (PATAL_TEXT (state_code)));

  while (patal_rows_next (&rows))
    {
      PatalPackWord *word = g_new (PatalPackWord, 1);

      *word = (PatalPackWord) {
        .id = patal_rows_int (&rows, 0),
        .state_code = g_strdup (patal_rows_text (&rows, 1)),
        .key = g_strdup (patal_rows_text (&rows, 2)),
        .hi = g_strdup (patal_rows_text (&rows, 3)),
        .en = g_strdup (patal_rows_text (&rows, 4)),
        .source = g_strdup (patal_rows_text (&rows, 5)),
        .order_no = g_strdup (patal_rows_text (&rows, 6)),
        .verified = patal_rows_int (&rows, 7) != 0,
      };
      g_ptr_array_add (words, word);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&words) : NULL;
}

gboolean
patal_pack_set_word (PatalDb *db, gint64 id, const char *hi, const char *en, const char *order_no, GError **error)
{
  g_autofree char *clean_hi = patal_text_clean (hi);
  g_autofree char *clean_en = patal_text_clean (en);
  g_autofree char *clean_order = patal_text_clean (order_no);

  if (clean_hi == NULL || clean_en == NULL)
    {
      g_set_error_literal (error, PATAL_PACK_ERROR, PATAL_PACK_ERROR_WORD, _("Give the word in Hindi and in English"));
      return FALSE;
    }
  return patal_db_run (db, "UPDATE label SET hi = ?2, en = ?3, order_no = ?4, verified = ?4 IS NOT NULL WHERE id = ?1",
                       PATAL_ARGS (PATAL_INT (id), PATAL_TEXT (clean_hi), PATAL_TEXT (clean_en), PATAL_TEXT (clean_order)),
                       error);
}
