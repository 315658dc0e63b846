/* patal-post.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-post.h"
#include "patal-pack.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-post-error-quark, patal_post_error)

#define CODE_MOST     20
#define EXPECTED_MOST 99

void
patal_post_clear (PatalPost *post)
{
  g_free (post->code);
  memset (post, 0, sizeof *post);
}

void
patal_post_free (PatalPost *post)
{
  if (post == NULL)
    return;
  patal_post_clear (post);
  g_free (post);
}

static PatalLevel
level_of_id (const char *id)
{
  PatalLevel level = PATAL_N_LEVELS - 1;

  while (level > 0 && g_strcmp0 (id, patal_level_id (level)) != 0)
    level--;
  return level;
}

/* id, code, kind, level, expected, rank. */
static void
take_post (PatalRows *rows, PatalPost *post)
{
  post->id = patal_rows_int (rows, 0);
  post->code = g_strdup (patal_rows_text (rows, 1));
  post->kind = g_strcmp0 (patal_rows_text (rows, 2), "elected") == 0 ? PATAL_POST_ELECTED : PATAL_POST_STAFF;
  post->level = level_of_id (patal_rows_text (rows, 3));
  post->expected = (int) patal_rows_int (rows, 4);
  post->rank = (int) patal_rows_int (rows, 5);
}

gboolean
patal_post_load (PatalDb *db, gint64 id, PatalPost *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT id, code, kind, level, expected, rank FROM post WHERE id = ?1",
                                            PATAL_ARGS (PATAL_INT (id)));
  g_auto (PatalPost) post = { 0 };
  gboolean found = patal_rows_next (&rows);

  if (found)
    take_post (&rows, &post);
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This post is no longer in the file"));
      return FALSE;
    }
  *out = post;
  memset (&post, 0, sizeof post);
  return TRUE;
}

static gboolean
check (PatalDb *db, const PatalPost *post, GError **error)
{
  gsize n = post->code != NULL ? strlen (post->code) : 0;
  gint64 others;

  if (n == 0 || n > CODE_MOST || strspn (post->code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") != n)
    {
      g_set_error_literal (error, PATAL_POST_ERROR, PATAL_POST_ERROR_CODE,
                           _("The code of a post is 1 to 20 capital letters, digits or _"));
      return FALSE;
    }
  if (post->expected < 0 || post->expected > EXPECTED_MOST)
    {
      g_set_error_literal (error, PATAL_POST_ERROR, PATAL_POST_ERROR_NUMBER,
                           _("A unit can be expected to have 0 to 99 persons in a post"));
      return FALSE;
    }
  if (!patal_db_int (db, "SELECT count (*) FROM post WHERE code = ?1 AND id <> ?2",
                     PATAL_ARGS (PATAL_TEXT (post->code), PATAL_INT (post->id)), &others, error))
    return FALSE;
  if (others > 0)
    g_set_error (error, PATAL_POST_ERROR, PATAL_POST_ERROR_CODE, _("There is a post %s already"), post->code);
  return others == 0;
}

#define POST_ARGS(post) \
  PATAL_ARGS (PATAL_INT ((post)->id), PATAL_TEXT ((post)->code), \
              PATAL_TEXT ((post)->kind == PATAL_POST_ELECTED ? "elected" : "staff"), PATAL_TEXT (patal_level_id ((post)->level)), \
              PATAL_INT ((post)->expected), PATAL_INT ((post)->rank))

gboolean
patal_post_insert (PatalDb *db, PatalPost *post, GError **error)
{
  post->id = 0;
  if (!check (db, post, error))
    return FALSE;
  post->id = patal_db_new_id (db);
  return patal_db_run (db, "INSERT INTO post (id, code, kind, level, expected, rank) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                       POST_ARGS (post), error);
}

/* A posting stands in a unit of its post's level: the level stays while there are any. */
static gboolean
check_level_kept (PatalDb *db, const PatalPost *post, GError **error)
{
  gint64 n;

  if (!patal_db_int (db, "SELECT count (*) FROM posting JOIN post ON post.id = posting.post WHERE post.id = ?1 AND post.level <> ?2",
                     PATAL_ARGS (PATAL_INT (post->id), PATAL_TEXT (patal_level_id (post->level))), &n, error))
    return FALSE;
  if (n > 0)
    g_set_error_literal (error, PATAL_POST_ERROR, PATAL_POST_ERROR_IN_USE,
                         _("The level of this post cannot be changed while postings name it"));
  return n == 0;
}

gboolean
patal_post_update (PatalDb *db, const PatalPost *post, GError **error)
{
  return check (db, post, error) && check_level_kept (db, post, error)
         && patal_db_run (db, "UPDATE post SET code = ?2, kind = ?3, level = ?4, expected = ?5, rank = ?6 WHERE id = ?1",
                          POST_ARGS (post), error);
}

gboolean
patal_post_remove (PatalDb *db, gint64 id, GError **error)
{
  gint64 n;

  if (!patal_db_int (db, "SELECT count (*) FROM posting WHERE post = ?1", PATAL_ARGS (PATAL_INT (id)), &n, error))
    return FALSE;
  if (n > 0)
    {
      g_set_error (error, PATAL_POST_ERROR, PATAL_POST_ERROR_IN_USE,
                   ngettext ("This post cannot be removed: %d posting names it", "This post cannot be removed: %d postings name it",
                             (gulong) n), (int) n);
      return FALSE;
    }
  return patal_db_run (db, "DELETE FROM post WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error);
}

GPtrArray *
patal_posts (PatalDb *db, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT id, code, kind, level, expected, rank FROM post ORDER BY rank, code, id",
                                            PATAL_NO_ARGS);
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_post_free);

  while (patal_rows_next (&rows))
    {
      PatalPost *post = g_new0 (PatalPost, 1);

      take_post (&rows, post);
      g_ptr_array_add (posts, post);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&posts) : NULL;
}

char *
patal_post_name (PatalDb *db, gint64 post, gint64 unit, PatalLang lang)
{
  g_auto (PatalPost) loaded = { 0 };
  g_autofree char *key = NULL, *word = NULL;

  if (!patal_post_load (db, post, &loaded, NULL))
    return NULL;
  key = g_strconcat ("post.", loaded.code, NULL);
  word = patal_pack_word (db, unit, key, lang, NULL);
  return g_strdup (g_strcmp0 (word, key) == 0 ? loaded.code : word);
}
