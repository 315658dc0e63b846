/* patal-test-folder.h: a folder for one test
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gio/gio.h>
#include <glib/gstdio.h>

G_BEGIN_DECLS

/* (transfer full): a new one under the temporary one. */
static inline char *
patal_test_folder (void)
{
  GError *error = NULL;
  char *folder = g_dir_make_tmp ("patal-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* With all that is in it. */
static inline void
patal_test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        patal_test_remove_folder (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_rmdir (folder);
}

G_END_DECLS
