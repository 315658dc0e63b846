/* patal-training-private.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-training-private.h"
#include "patal-edit.h"
#include "patal-ids.h"
#include "patal-pack.h"
#include "patal-text.h"

gboolean
patal_training_is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

PatalValue
patal_training_text (const char *text)
{
  return patal_training_is_blank (text) ? PATAL_NULL : PATAL_TEXT (text);
}

const char *
patal_training_name (char *const names[2], const PatalWords *words)
{
  PatalLang lang = words != NULL ? patal_words_lang (words) : PATAL_LANG_HI;

  return names[lang] != NULL ? names[lang] : names[lang == PATAL_LANG_HI ? PATAL_LANG_EN : PATAL_LANG_HI];
}

char *
patal_training_target_group (PatalDb *db, const PatalCourse *course, const PatalWords *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < course->posts->len; i++)
    {
      g_autofree char *key = g_strconcat ("post.", g_ptr_array_index (course->posts, i), NULL);
      g_autofree char *word = patal_pack_word (db, 0, key, patal_words_lang (words), NULL);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", word);
    }
  return g_string_free (text, FALSE);
}

gboolean
patal_training_names (const char *const *words, guint n, const char *word)
{
  g_autofree char *wanted = patal_text_fold (word, PATAL_FOLD_MATCH);

  for (guint i = 0; i < n && *wanted != '\0'; i++)
    {
      g_autofree char *folded = patal_text_fold (words[i], PATAL_FOLD_MATCH);

      if (g_str_equal (folded, wanted))
        return TRUE;
    }
  return FALSE;
}

PatalLang
patal_training_lang (const PatalWords *words)
{
  const char *language = g_getenv ("LANGUAGE"); /* what gettext goes by */

  if (words != NULL)
    return patal_words_lang (words);
  return language != NULL && g_str_has_prefix (language, "hi") ? PATAL_LANG_HI : PATAL_LANG_EN;
}

GArray *
patal_training_links_read (PatalDb *db, const PatalTrainingLinks *links, gint64 record, GError **error)
{
  return patal_ids_read (db, links->has, PATAL_ARGS (PATAL_INT (record)), PATAL_IDS_FORWARDS, error);
}

gboolean
patal_training_has (const GArray *ids, gint64 id)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

gboolean
patal_training_links_write (PatalDb *db, const PatalTrainingLinks *links, gint64 record, const GArray *wanted, GError **error)
{
  g_autoptr (GArray) there = patal_training_links_read (db, links, record, error);

  if (there == NULL)
    return FALSE;
  for (guint i = 0; i < there->len; i++)
    {
      gint64 id = g_array_index (there, gint64, i);

      if (!patal_training_has (wanted, id)
          && !patal_db_run (db, links->remove, PATAL_ARGS (PATAL_INT (record), PATAL_INT (id)), error))
        return FALSE;
    }
  for (guint i = 0; wanted != NULL && i < wanted->len; i++)
    {
      gint64 id = g_array_index (wanted, gint64, i);

      if (patal_training_has (there, id))
        continue;
      if (!patal_db_run (db, links->add,
                         PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (record), PATAL_INT (id)), error))
        return FALSE;
      g_array_append_val (there, id); /* one that is wanted twice is had once */
    }
  return TRUE;
}
