/* crash-writer.c: changes a file without end, and says each change that was promised; test-crash kills it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-test-file.h"
#include <stdio.h>
#include <stdlib.h>

int
main (int argc, char **argv)
{
  g_autoptr (GRand) chance = NULL;
  g_autoptr (PatalDb) db = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    return 2;
  chance = g_rand_new_with_seed ((guint32) strtoul (argv[2], NULL, 10));
  if (g_file_test (argv[1], G_FILE_TEST_EXISTS))
    db = patal_file_open (argv[1], PATAL_FILE_WRITE, patal_test_searched, NULL, &error);
  else
    db = patal_file_create (argv[1], 0, patal_test_searched, &error);
  while (error == NULL)
    if (patal_test_change (db, chance, &error))
      {
        gint64 line = patal_test_last_line (db);
        g_autofree char *hash = patal_test_line_hash (db, line);

        printf ("%" G_GINT64_FORMAT " %s\n", line, hash);
        fflush (stdout);
      }
  fprintf (stderr, "%s\n", error->message);
  return 1;
}
