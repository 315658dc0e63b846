/* patal-out-set.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-out-set.h"
#include "patal-out-file.h"
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define LONGEST_NAME 180 /* bytes, without what is put behind: file systems take 255 */
#define VIRAMA 0x094d
#define ZERO_WIDTH_JOINER 0x200d

struct _PatalOutSet
{
  char       *folder, *temporary;
  gboolean    is_new; /* the folder is: the temporary one becomes it */
  GHashTable *taken;  /* names as file systems compare them that know no case */
  GPtrArray  *names;
};

PatalOutSet *
patal_out_set_new (const char *folder, GError **error)
{
  g_autoptr (PatalOutSet) set = g_new0 (PatalOutSet, 1);
  g_autofree char *beside = NULL;

  set->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  set->names = g_ptr_array_new_with_free_func (g_free);
  set->folder = g_strdup (folder);
  for (gsize n = strlen (set->folder); n > 1 && set->folder[n - 1] == G_DIR_SEPARATOR; n--)
    set->folder[n - 1] = '\0';
  if (g_file_test (set->folder, G_FILE_TEST_EXISTS) && !g_file_test (set->folder, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *name = g_filename_display_basename (set->folder);

      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR, _("“%s” is a file, and several are to be written: name a folder."), name);
      return NULL;
    }
  set->is_new = !g_file_test (set->folder, G_FILE_TEST_IS_DIR);
  beside = set->is_new ? g_path_get_dirname (set->folder) : g_strdup (set->folder); /* what is moved must not leave the disk */
  set->temporary = g_build_filename (beside, ".patal-XXXXXX", NULL);
  if (g_mkdtemp_full (set->temporary, 0700) == NULL)
    {
      patal_out_file_fail (set->folder, errno, error);
      g_clear_pointer (&set->temporary, g_free);
      return NULL;
    }
  return g_steal_pointer (&set);
}

void
patal_out_set_free (PatalOutSet *set)
{
  if (set == NULL)
    return;
  for (guint i = 0; set->temporary != NULL && i < set->names->len; i++)
    {
      g_autofree char *path = g_build_filename (set->temporary, set->names->pdata[i], NULL);

      g_unlink (path);
    }
  if (set->temporary != NULL)
    g_rmdir (set->temporary);
  g_hash_table_unref (set->taken);
  g_ptr_array_unref (set->names);
  g_free (set->folder);
  g_free (set->temporary);
  g_free (set);
}

/* --- Names --- */

/* Windows opens a device instead of a file of such a name, whatever ends it. */
static gboolean
is_device (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul" };
  gsize stem = strcspn (name, ".");

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    if (stem == 3 && g_ascii_strncasecmp (name, devices[i], 3) == 0)
      return TRUE;
  return stem == 4 && (g_ascii_strncasecmp (name, "com", 3) == 0 || g_ascii_strncasecmp (name, "lpt", 3) == 0)
         && g_ascii_isdigit (name[3]);
}

/* The end of a letter with all its signs, at or before @most bytes. */
static gsize
cut_at (const char *text, gsize most)
{
  const char *end = g_utf8_find_prev_char (text, text + most + 1);

  while (end != NULL && end > text)
    {
      const char *before = g_utf8_find_prev_char (text, end);
      gunichar next = g_utf8_get_char (end), last = g_utf8_get_char (before);

      if (!g_unichar_ismark (next) && next != ZERO_WIDTH_JOINER && last != VIRAMA && last != ZERO_WIDTH_JOINER)
        break;
      end = before;
    }
  return end != NULL && end > text ? (gsize) (end - text) : 0;
}

/* (transfer full): @text without what a file system refuses, never empty. */
static char *
safe_name (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *name = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        c = ' ';
      else if (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL)
        c = '-';
      if (c == ' ' && (name->len == 0 || name->str[name->len - 1] == ' '))
        continue;
      if (c == '.' && name->len == 0) /* would be hidden */
        continue;
      g_string_append_unichar (name, c);
    }
  if (name->len > LONGEST_NAME)
    g_string_truncate (name, cut_at (name->str, LONGEST_NAME));
  while (name->len > 0 && strchr (" .", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  if (name->len == 0 || is_device (name->str))
    g_string_prepend_c (name, '_');
  return g_string_free (name, FALSE);
}

/* FALSE where another file has the name. */
static gboolean
take (PatalOutSet *set, const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_hash_table_add (set->taken, g_utf8_casefold (normal, -1));
}

char *
patal_out_set_add (PatalOutSet *set, const char *name, const char *ending)
{
  g_autofree char *safe = safe_name (name);
  char *whole = g_strconcat (safe, ending, NULL);

  for (guint n = 2; !take (set, whole); n++)
    {
      g_free (whole);
      whole = g_strdup_printf ("%s (%u)%s", safe, n, ending);
    }
  g_ptr_array_add (set->names, whole);
  return g_build_filename (set->temporary, whole, NULL);
}

/* --- The end --- */

static gboolean
move_all (PatalOutSet *set, GError **error)
{
  for (guint i = 0; i < set->names->len; i++)
    {
      g_autofree char *from = g_build_filename (set->temporary, set->names->pdata[i], NULL);
      g_autofree char *to = g_build_filename (set->folder, set->names->pdata[i], NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && g_rename (from, to) != 0)
        return patal_out_file_fail (to, errno, error);
    }
  return TRUE;
}

gboolean
patal_out_set_finish (PatalOutSet *set, GError **error)
{
  if (!set->is_new)
    return move_all (set, error);
  if (g_rename (set->temporary, set->folder) != 0)
    return patal_out_file_fail (set->folder, errno, error);
  g_clear_pointer (&set->temporary, g_free);
  return TRUE;
}
