/* test-power-cut.c: the power fails at every step of everything that writes
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each scenario runs once while its folder is recorded. For every step of the record, the folder is built as a disk may hold it when
 * the power fails right then, in each way of patal-test-disk.h (between two writes in three of them), and looked at with what was promised up to there. Folders that
 * came out alike are looked at once. PATAL_TEST_SEEDS in the environment: how many of the cuts by chance (1). */
#include "patal-test-scenario.h"
#include "patal-test-disk.h"
#include "patal-test-vfs.h"
#include <stdlib.h>
#include <string.h>

/* What has not been put in its place nobody reads, and it is made anew: of that only the name counts. */
static gboolean
is_draft (const char *name)
{
  return strstr (name, ".new") != NULL;
}

static void
hash_folder (const char *folder, GChecksum *sum)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, (GCompareFunc) (void (*) (void)) g_strcmp0);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL), *bytes = NULL;
      gsize size;

      g_checksum_update (sum, names->pdata[i], -1);
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        hash_folder (path, sum);
      else if (!is_draft (names->pdata[i]) && g_file_get_contents (path, &bytes, &size, NULL))
        g_checksum_update (sum, (const guchar *) bytes, (gssize) size);
    }
}

static gboolean
is_new (GHashTable *seen, const char *folder, guint promise)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  hash_folder (folder, sum);
  return g_hash_table_add (seen, g_strdup_printf ("%u %s", promise, g_checksum_get_string (sum)));
}

typedef struct
{
  const PatalTestScenario *scenario;
  PatalTestDisk *disk;
  GHashTable    *seen;
  char          *target;
  guint          n_cuts, n_looked_at;
} Trial;

static void
cut (Trial *trial, guint step, PatalCut how, guint32 seed)
{
  guint promise = patal_test_disk_marked (trial->disk, step);
  g_autofree char *name = NULL, *what = NULL;

  patal_test_disk_build (trial->disk, step, how, seed, trial->target);
  trial->n_cuts++;
  if (!is_new (trial->seen, trial->target, promise))
    return;
  trial->n_looked_at++;
  name = patal_test_disk_step_name (trial->disk, step);
  what = g_strdup_printf ("%s, step %u (%s), cut %d, seed %u", trial->scenario->name, step, name, how, seed);
  trial->scenario->check (trial->target, promise, what);
}

/* How often a step is cut in one of the ways. */
static guint
seeds_of (const PatalTestDisk *disk, guint step, PatalCut how)
{
  const char *wanted = g_getenv ("PATAL_TEST_SEEDS");

#ifdef __SANITIZE_ADDRESS__ /* they look for other faults, and are slow */
  if (step % 4 != 0 && patal_test_disk_within_writes (disk, step))
    return 0;
#endif
  if (how == PATAL_CUT_SOME || (how == PATAL_CUT_SOME_4K && !patal_test_disk_within_writes (disk, step)))
    return wanted != NULL ? (guint) atoi (wanted) : 1;
  return how == PATAL_CUT_LOSE || how == PATAL_CUT_TEAR || !patal_test_disk_within_writes (disk, step);
}

static void
test_scenario (gconstpointer data)
{
  const PatalTestScenario *scenario = data;
  g_autofree char *folder = patal_test_folder ();
  g_autoptr (PatalTestDisk) disk = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Trial trial = { .scenario = scenario, .seen = seen, .target = patal_test_folder () };
  GError *error = NULL;
  gint64 begin = g_get_monotonic_time ();

  scenario->prepare (folder);
  patal_test_disk_record (folder);
  scenario->run (folder, &error);
  g_assert_no_error (error);
  disk = trial.disk = patal_test_disk_stop ();
  for (guint step = 0; step <= patal_test_disk_steps (disk); step++)
    for (PatalCut how = 0; how < PATAL_N_CUTS; how++)
      for (guint seed = 0; seed < seeds_of (disk, step, how); seed++)
        cut (&trial, step, how, seed + 1000 * step);
  g_test_message ("%s: %u steps, %u cuts, %u different disks, %.1f s", scenario->name, patal_test_disk_steps (disk), trial.n_cuts,
                  trial.n_looked_at, (double) (g_get_monotonic_time () - begin) / G_TIME_SPAN_SECOND);
  g_assert_cmpuint (patal_test_disk_steps (disk), >, 10); /* or nothing was recorded */
  g_assert_cmpuint (trial.n_looked_at, >, 5);
  patal_test_remove_folder (folder);
  patal_test_remove_folder (trial.target);
  g_free (trial.target);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  patal_test_vfs_install ();
  for (guint i = 0; i < patal_test_n_scenarios; i++)
    {
      g_autofree char *path = g_strdup_printf ("/power-cut/%s", patal_test_scenarios[i].name);

      g_test_add_data_func (path, &patal_test_scenarios[i], test_scenario);
    }
  return g_test_run ();
}
