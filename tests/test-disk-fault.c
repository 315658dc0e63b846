/* test-disk-fault.c: the disk is full, or fails, at the n-th write, sync or read of everything that writes, for every n
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each scenario is run with the fault at n = 1, 2, 3 … until it is through without having met it. */
#include "patal-test-scenario.h"
#include "patal-test-vfs.h"
#include <string.h>

/* A full disk is met at every n. Of the rest every 5th beyond this, for the pages of a file that is copied are alike. The
 * sanitizers look for other faults than this test does, and are slow. */
#define EVERY_N_UP_TO 40
#ifdef __SANITIZE_ADDRESS__
#define STRIDE_FULL 4
#define STRIDE 12
#else
#define STRIDE_FULL 1
#define STRIDE 5
#endif

typedef struct
{
  const PatalTestScenario *scenario;
  PatalFault               fault;
  char                    *before, *folder;
  guint                    n, refused;
} Trial;

static const char *const fault_names[] = { "none", "full", "write", "read", "sync" };

/* What a full disk says is one sentence; what a failing one says depends on where it fails: never that all is well. */
static void
check_error (const Trial *trial, const GError *error, const char *what)
{
  if (error->domain != PATAL_DB_ERROR)
    g_error ("%s: %s", what, error->message);
  if (trial->fault == PATAL_FAULT_FULL && error->code != PATAL_DB_ERROR_FULL)
    g_error ("%s: a full disk is called: %s", what, error->message);
  if (trial->fault == PATAL_FAULT_FULL && strstr (error->message, "is full. Nothing was changed; free some space and try again.") == NULL)
    g_error ("%s: %s", what, error->message);
  if (trial->fault != PATAL_FAULT_FULL && error->code != PATAL_DB_ERROR_IO && error->code != PATAL_DB_ERROR_DAMAGED)
    g_error ("%s: a failing disk is called: %s", what, error->message);
}

static void
assert_no_drafts (const char *folder, const char *what)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        assert_no_drafts (path, what);
      else if (strstr (name, ".new") != NULL)
        g_error ("%s: %s was left behind", what, name);
    }
}

/* FALSE when the fault did not come any more. */
static gboolean
run_once (Trial *trial)
{
  g_autofree char *what = g_strdup_printf ("%s, %s at %u", trial->scenario->name, fault_names[trial->fault], trial->n);
  g_autoptr (GError) error = NULL;
  gboolean good, failed;

  patal_test_copy_folder (trial->before, trial->folder);
  patal_test_vfs_fail (trial->fault, trial->n);
  good = trial->scenario->run (trial->folder, &error);
  failed = patal_test_vfs_failed ();
  patal_test_vfs_fail (PATAL_FAULT_NONE, 0);
  if (good != (error == NULL))
    g_error ("%s: %s", what, good ? "good, with an error" : "bad, without an error");
  if (!good)
    {
      trial->refused++;
      check_error (trial, error, what);
      assert_no_drafts (trial->folder, what);
    }
  trial->scenario->check (trial->folder, good ? 1 : 0, what);
  return failed;
}

static guint
next_n (const Trial *trial)
{
  if (trial->fault == PATAL_FAULT_FULL)
    return trial->n + STRIDE_FULL;
  return trial->n + (trial->n < EVERY_N_UP_TO ? 1 : STRIDE);
}

static void
test_fault (gconstpointer data)
{
  Trial trial = *(const Trial *) data;
  gint64 begin = g_get_monotonic_time ();
  guint runs = 0;

  trial.before = patal_test_folder ();
  trial.folder = patal_test_folder ();
  trial.scenario->prepare (trial.before);
  for (trial.n = 1;; trial.n = next_n (&trial))
    {
      runs++;
      if (!run_once (&trial))
        break;
    }
  g_test_message ("%s, %s: up to %u, %u runs, %u refused, %.1f s", trial.scenario->name, fault_names[trial.fault], trial.n, runs,
                  trial.refused, (double) (g_get_monotonic_time () - begin) / G_TIME_SPAN_SECOND);
  g_assert_cmpuint (trial.refused, >, 0);
  patal_test_remove_folder (trial.before);
  patal_test_remove_folder (trial.folder);
  g_free (trial.before);
  g_free (trial.folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  patal_test_vfs_install ();
  for (guint i = 0; i < patal_test_n_scenarios; i++)
    for (PatalFault fault = PATAL_FAULT_FULL; fault <= PATAL_FAULT_SYNC; fault++)
      {
        g_autofree char *path = g_strdup_printf ("/disk-fault/%s/%s", patal_test_scenarios[i].name, fault_names[fault]);
        Trial *trial = g_new0 (Trial, 1);

        trial->scenario = &patal_test_scenarios[i];
        trial->fault = fault;
        g_test_add_data_func_full (path, trial, test_fault, g_free);
      }
  return g_test_run ();
}
