/* patal-settings.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-settings.h"

#define MOST_RECENT 10

GSettings *
patal_settings (void)
{
  static GSettings *settings;

  if (settings == NULL)
    settings = g_settings_new (PATAL_APP_ID);
  return settings;
}

PatalLang
patal_settings_lang (void)
{
  static int lang = -1; /* a change of the setting takes effect with the next start, for names as for words */

  if (lang < 0)
    {
      g_autofree char *id = g_settings_get_string (patal_settings (), "language");

      lang = g_str_equal (id, "en") ? PATAL_LANG_EN : PATAL_LANG_HI;
    }
  return (PatalLang) lang;
}

const char *
patal_settings_pick (const char *hi, const char *en)
{
  const char *first = patal_settings_lang () == PATAL_LANG_HI ? hi : en;

  return first != NULL ? first : hi != NULL ? hi : en;
}

char *
patal_settings_who (void)
{
  return g_settings_get_string (patal_settings (), "who");
}

GStrv
patal_settings_known (void)
{
  return g_settings_get_strv (patal_settings (), "recent-files");
}

GStrv
patal_settings_recent (void)
{
  g_auto (GStrv) known = patal_settings_known ();
  g_autoptr (GStrvBuilder) there = g_strv_builder_new ();

  for (char **path = known; *path != NULL; path++)
    if (g_file_test (*path, G_FILE_TEST_EXISTS))
      g_strv_builder_add (there, *path);
  return g_strv_builder_end (there);
}

static void
set_recent (const char *first, const char *without)
{
  g_auto (GStrv) known = patal_settings_known ();
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (first != NULL)
    g_ptr_array_add (kept, (gpointer) first);
  for (char **path = known; *path != NULL && kept->len < MOST_RECENT; path++)
    if (!g_str_equal (*path, without))
      g_ptr_array_add (kept, *path);
  g_ptr_array_add (kept, NULL);
  if (!g_strv_equal ((const char *const *) known, (const char *const *) kept->pdata)) /* a write may wait for the disk */
    g_settings_set_strv (patal_settings (), "recent-files", (const char *const *) kept->pdata);
}

void
patal_settings_add_recent (const char *path)
{
  set_recent (path, path);
  if (patal_settings_is_trouble (path))
    g_settings_reset (patal_settings (), "trouble-file");
}

void
patal_settings_remove_recent (const char *path)
{
  set_recent (NULL, path);
}

void
patal_settings_set_trouble (const char *path)
{
  g_settings_set_string (patal_settings (), "trouble-file", path);
}

gboolean
patal_settings_is_trouble (const char *path)
{
  g_autofree char *trouble = g_settings_get_string (patal_settings (), "trouble-file");

  return g_str_equal (trouble, path);
}
