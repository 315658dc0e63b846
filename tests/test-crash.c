/* test-crash.c: a writer is killed at any moment; what it promised is there, and nothing half done
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PATAL_TEST_KILLS in the environment says how often (200; 40 under the sanitizers, which look for other faults). */
#include "patal-test-file.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
#define KILLS 40
#else
#define KILLS 200
#endif
#define KILLS_A_FILE 10 /* then a new one: replaying a long journal takes long */

typedef struct
{
  gint64 line;
  char   hash[65];
} Promise;

typedef struct
{
  guint  kills, before_a_change, promises;
  GRand *chance;
} Count;

static gboolean
read_promise (FILE *from, Promise *last, guint *n)
{
  Promise promise;

  if (fscanf (from, "%" G_GINT64_FORMAT " %64s\n", &promise.line, promise.hash) != 2)
    return FALSE;
  /* the last line may have been cut: only a whole one was promised */
  if (strlen (promise.hash) != 64)
    return FALSE;
  *last = promise;
  (*n)++;
  return TRUE;
}

/* Runs the writer for a while, kills it, and hears what it had promised. */
static guint
run_and_kill (const char *path, Count *count, Promise *last)
{
  g_autofree char *seed = g_strdup_printf ("%u", g_rand_int (count->chance));
  char *argv[] = { g_getenv ("PATAL_CRASH_WRITER") != NULL ? (char *) g_getenv ("PATAL_CRASH_WRITER") : (char *) PATAL_CRASH_WRITER,
                   (char *) path, seed, NULL };
  GError *error = NULL;
  GPid pid;
  guint n = 0;
  int out, status;
  FILE *from;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_usleep ((gulong) g_rand_int_range (count->chance, 0, 250) * 1000);
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status)); /* it did not end by itself, by an error */
  from = fdopen (out, "r");
  while (read_promise (from, last, &n))
    ;
  fclose (from);
  return n;
}

static void
check (const char *path, const Promise *last)
{
  g_autofree char *hash = NULL;
  g_autoptr (PatalDb) db = NULL;

  if (last->line == 0 && !g_file_test (path, G_FILE_TEST_EXISTS))
    return; /* killed while it made the file */
  g_assert_cmpint (patal_test_assert_sound (path, patal_schema_own (), "after a kill"), >=, last->line);
  if (last->line == 0)
    return;
  db = patal_file_open (path, PATAL_FILE_READ, NULL, NULL, NULL);
  g_assert_nonnull (db);
  hash = patal_test_line_hash (db, last->line);
  g_assert_cmpstr (hash, ==, last->hash);
}

static void
test_kill (void)
{
  const char *wanted = g_getenv ("PATAL_TEST_KILLS");
  guint kills = wanted != NULL ? (guint) atoi (wanted) : KILLS;
  Count count = { .chance = g_rand_new_with_seed ((guint32) g_test_rand_int ()) };
  g_autofree char *folder = patal_test_folder ();

  for (; count.kills < kills; count.kills++)
    {
      g_autofree char *name = g_strdup_printf ("%u.patal", count.kills / KILLS_A_FILE);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      static Promise last;
      guint n;

      if (count.kills % KILLS_A_FILE == 0)
        memset (&last, 0, sizeof last);
      n = run_and_kill (path, &count, &last);
      count.promises += n;
      count.before_a_change += n == 0;
      check (path, &last);
    }
  g_test_message ("%u kills, %u of them before the first change; %u promised changes, all there", count.kills,
                  count.before_a_change, count.promises);
  g_assert_cmpuint (count.promises, >, count.kills); /* or nothing was tried */
  g_rand_free (count.chance);
  patal_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crash/kill", test_kill);
  return g_test_run ();
}
