/* patal-language.c: the catalogues, and the language of the process
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-desk.h"
#include <glib/gi18n-lib.h>
#include <locale.h>

static const char *
locale_folder (void)
{
  const char *folder = g_getenv ("PATAL_LOCALEDIR"); /* a build that is not installed, and its tests */

  return folder != NULL ? folder : PATAL_LOCALEDIR;
}

PatalWords *
patal_desk_words (PatalLang lang, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (lang == PATAL_LANG_EN)
    return patal_words_new (lang, NULL, error);
  path = g_build_filename (locale_folder (), "hi", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  file = g_mapped_file_new (path, FALSE, error);
  if (file == NULL)
    return NULL;
  bytes = g_mapped_file_get_bytes (file);
  return patal_words_new (lang, bytes, error);
}

void
patal_desk_init_language (PatalLang lang)
{
  const char *locale;

  /* gettext takes LANGUAGE before anything else, but only under a locale that is not plain "C". */
  g_setenv ("LANGUAGE", lang == PATAL_LANG_HI ? "hi" : "en", TRUE);
  locale = setlocale (LC_ALL, "");
  if (locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX"))
    setlocale (LC_ALL, "C.UTF-8");
  setlocale (LC_NUMERIC, "C"); /* numbers are read and written by us, or by formats that want a point */
  bindtextdomain (GETTEXT_PACKAGE, locale_folder ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
