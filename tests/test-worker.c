/* test-worker.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-test-file.h"
#include "patal-worker.h"

typedef struct
{
  char         *folder, *path;
  GMainContext *context; /* our own, to see that everything comes in it */
  PatalWorker  *worker;
  GString      *heard;    /* a letter for each thing that came */
  GError       *error;
  gpointer      result;
  guint         shares;
  gint64        last_share_us;
} Fixture;

static void
opened_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  Fixture *f = data;

  f->worker = patal_worker_new_finish (result, &f->error);
  g_string_append_c (f->heard, 'O');
}

static void
wait_for (Fixture *f, gsize letters)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (f->heard->len < letters && g_get_monotonic_time () < end)
    g_main_context_iteration (f->context, FALSE);
  g_assert_cmpuint (f->heard->len, ==, letters);
}

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->folder = patal_test_folder ();
  f->path = g_build_filename (f->folder, "a.patal", NULL);
  f->heard = g_string_new ("");
  f->context = g_main_context_new ();
  g_main_context_push_thread_default (f->context);
  patal_worker_new_async (f->path, PATAL_WORKER_CREATE, patal_test_searched, NULL, opened_cb, f);
  wait_for (f, 1);
  g_assert_no_error (f->error);
  g_assert_cmpstr (patal_worker_path (f->worker), ==, f->path);
  g_string_truncate (f->heard, 0);
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  if (f->worker != NULL)
    {
      patal_worker_stop (f->worker);
      g_assert_finalize_object (f->worker);
    }
  g_main_context_pop_thread_default (f->context);
  g_main_context_unref (f->context);
  patal_test_remove_folder (f->folder);
  g_clear_error (&f->error);
  g_string_free (f->heard, TRUE);
  g_free (f->folder);
  g_free (f->path);
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *f = data;

  g_assert_true (g_main_context_is_owner (f->context));
  g_clear_error (&f->error);
  f->result = patal_worker_run_finish (PATAL_WORKER (source), result, &f->error);
  g_string_append_c (f->heard, f->error == NULL ? 'r' : g_error_matches (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? 'x' : 'e');
}

static gpointer
append_cb (PatalDb *db, gpointer data, const PatalProgress *progress G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  static GString *order;

  g_assert_nonnull (db);
  if (order == NULL || GPOINTER_TO_INT (data) == '0')
    order = g_string_new ("");
  g_string_append_c (order, GPOINTER_TO_INT (data));
  return order;
}

static void
test_order (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  for (int i = '0'; i <= '9'; i++)
    patal_worker_run_async (f->worker, append_cb, GINT_TO_POINTER (i), NULL, NULL, NULL, ready_cb, f);
  wait_for (f, 10);
  g_assert_cmpstr (f->heard->str, ==, "rrrrrrrrrr");
  g_assert_cmpstr (((GString *) f->result)->str, ==, "0123456789");
  g_string_free (f->result, TRUE);
}

static gpointer
fail_cb (PatalDb *db, gpointer data G_GNUC_UNUSED, const PatalProgress *progress G_GNUC_UNUSED, GError **error)
{
  gint64 n;

  g_assert_false (patal_db_int (db, "SELECT id FROM unit WHERE id = 7", PATAL_NO_ARGS, &n, error));
  return NULL;
}

static void
test_error (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  patal_worker_run_async (f->worker, fail_cb, NULL, NULL, NULL, NULL, ready_cb, f);
  wait_for (f, 1);
  g_assert_null (f->result);
  g_assert_error (f->error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
}

static void
test_open_error (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  PatalWorker *first = g_steal_pointer (&f->worker);
  g_autofree char *path = g_build_filename (f->folder, "none.patal", NULL);

  patal_worker_new_async (path, PATAL_WORKER_OPEN, NULL, NULL, opened_cb, f);
  wait_for (f, 1);
  g_assert_null (f->worker);
  g_assert_error (f->error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND);
  f->worker = first;
}

static void
changed_cb (PatalWorker *worker G_GNUC_UNUSED, char **tables, gpointer data)
{
  Fixture *f = data;

  g_assert_true (g_main_context_is_owner (f->context));
  g_assert_true (g_strv_contains ((const char *const *) tables, "unit"));
  g_string_append_c (f->heard, 'c');
}

static gpointer
grow_cb (PatalDb *db, gpointer data, const PatalProgress *progress G_GNUC_UNUSED, GError **error)
{
  return GINT_TO_POINTER (patal_test_grow (db, GPOINTER_TO_UINT (data), error));
}

static void
test_changed (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_signal_connect (f->worker, "changed", G_CALLBACK (changed_cb), f);
  patal_worker_run_async (f->worker, grow_cb, GUINT_TO_POINTER (3), NULL, NULL, NULL, ready_cb, f);
  patal_worker_run_async (f->worker, grow_cb, GUINT_TO_POINTER (3), NULL, NULL, NULL, ready_cb, f);
  wait_for (f, 4);
  g_assert_cmpstr (f->heard->str, ==, "crcr");
}

static GCancellable *started; /* cancelled by the job below once it runs: an event, the wrong way round */

static gpointer
long_sql_cb (PatalDb *db, gpointer data G_GNUC_UNUSED, const PatalProgress *progress G_GNUC_UNUSED, GError **error)
{
  gint64 n;

  g_cancellable_cancel (started);
  if (!patal_db_int (db, "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c LIMIT 1000000000) SELECT sum (i) FROM c",
                     PATAL_NO_ARGS, &n, error))
    return NULL;
  return GINT_TO_POINTER (TRUE);
}

static void
test_cancel_running (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gint64 begin;

  started = g_cancellable_new ();
  patal_worker_run_async (f->worker, long_sql_cb, NULL, NULL, NULL, cancellable, ready_cb, f);
  while (!g_cancellable_is_cancelled (started))
    g_usleep (1000);
  begin = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  wait_for (f, 1);
  g_assert_cmpstr (f->heard->str, ==, "x");
  g_assert_cmpint (g_get_monotonic_time () - begin, <, G_TIME_SPAN_SECOND);
  g_clear_object (&started);
  /* and the connection is as good as before */
  patal_worker_run_async (f->worker, grow_cb, GUINT_TO_POINTER (3), NULL, NULL, NULL, ready_cb, f);
  wait_for (f, 2);
  g_assert_cmpstr (f->heard->str, ==, "xr");
}

static GMutex gate;
static gint runs;

static gpointer
wait_at_gate_cb (PatalDb *db G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED, const PatalProgress *progress G_GNUC_UNUSED,
                 GError **error G_GNUC_UNUSED)
{
  g_mutex_lock (&gate);
  g_mutex_unlock (&gate);
  g_atomic_int_inc (&runs);
  return GINT_TO_POINTER (TRUE);
}

static gint freed;

static void
freed_cb (gpointer data G_GNUC_UNUSED)
{
  g_atomic_int_inc (&freed);
}

static gpointer
give_cb (PatalDb *db G_GNUC_UNUSED, gpointer data, const PatalProgress *progress G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  wait_at_gate_cb (NULL, NULL, NULL, NULL);
  return data;
}

static void
test_cancel_queued (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  runs = freed = 0;
  g_mutex_lock (&gate);
  patal_worker_run_async (f->worker, wait_at_gate_cb, NULL, NULL, NULL, NULL, ready_cb, f);
  patal_worker_run_async (f->worker, wait_at_gate_cb, f, freed_cb, NULL, cancellable, ready_cb, f);
  patal_worker_run_async (f->worker, wait_at_gate_cb, NULL, NULL, NULL, NULL, ready_cb, f);
  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&gate);
  wait_for (f, 3);
  g_assert_nonnull (strchr (f->heard->str, 'x')); /* where in the order is GLib's affair: it puts off what was cancelled */
  g_assert_cmpint (runs, ==, 2);
  g_assert_cmpint (freed, ==, 1);
}

/* The job was done, but nobody wants its result any more. */
static void
test_result_of_cancelled (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  runs = freed = 0;
  g_mutex_lock (&gate);
  patal_worker_run_async (f->worker, give_cb, f, NULL, freed_cb, cancellable, ready_cb, f);
  g_usleep (20000); /* it stands at the gate by now; were it not, it would not run at all */
  g_cancellable_cancel (cancellable);
  g_mutex_unlock (&gate);
  wait_for (f, 1);
  g_assert_cmpstr (f->heard->str, ==, "x");
  while (g_main_context_iteration (f->context, FALSE))
    ;
  g_assert_cmpint (freed, ==, runs);
}

static gpointer
say_much_cb (PatalDb *db G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED, const PatalProgress *progress, GError **error)
{
  for (guint64 i = 0; i <= 300; i++)
    {
      if (!patal_progress_step (progress, i, 300, error))
        return NULL;
      g_usleep (1000);
    }
  return GINT_TO_POINTER (TRUE);
}

static void
progress_cb (PatalWorker *worker G_GNUC_UNUSED, double share, gpointer data)
{
  Fixture *f = data;

  g_assert_true (share >= 0 && share <= 1);
  f->shares++;
}

static void
test_progress (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  gint64 begin = g_get_monotonic_time ();

  g_signal_connect (f->worker, "progress", G_CALLBACK (progress_cb), f);
  patal_worker_run_async (f->worker, say_much_cb, NULL, NULL, NULL, NULL, ready_cb, f);
  wait_for (f, 1);
  g_assert_cmpuint (f->shares, >=, 3);
  g_assert_cmpuint (f->shares, <=, 1 + (g_get_monotonic_time () - begin) / (50 * G_TIME_SPAN_MILLISECOND));
}

/* The index of a file that was written with other sources is built anew: like a migration, long work of the opening itself. */
static void
test_opening_progress (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const PatalSearchSource *const fewer[] = { patal_test_searched[0], NULL };

  patal_worker_run_async (f->worker, grow_cb, GUINT_TO_POINTER (3000), NULL, NULL, NULL, ready_cb, f);
  wait_for (f, 1);
  g_assert_no_error (f->error);
  patal_worker_stop (f->worker);
  g_assert_finalize_object (f->worker);
  f->worker = NULL;
  g_string_truncate (f->heard, 0);
  f->shares = 0;
  g_signal_connect (patal_worker_new_async (f->path, PATAL_WORKER_OPEN, fewer, NULL, opened_cb, f), "progress",
                    G_CALLBACK (progress_cb), f);
  wait_for (f, 1);
  g_assert_no_error (f->error);
  g_assert_cmpuint (f->shares, >, 0);
}

static void
test_drop_with_jobs (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  GWeakRef weak;

  runs = 0;
  g_mutex_lock (&gate);
  for (int i = 0; i < 5; i++)
    patal_worker_run_async (f->worker, wait_at_gate_cb, NULL, NULL, NULL, NULL, ready_cb, f);
  g_weak_ref_init (&weak, f->worker);
  g_clear_object (&f->worker);
  g_mutex_unlock (&gate);
  wait_for (f, 5);
  g_assert_cmpint (runs, ==, 5);
  while (g_main_context_iteration (f->context, FALSE))
    ;
  g_assert_null (g_weak_ref_get (&weak));
  g_weak_ref_clear (&weak);
  /* its thread closes the file, and with it goes the lock */
  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (PatalDb) db = patal_file_open (f->path, PATAL_FILE_WRITE, NULL, NULL, NULL);

      if (db != NULL)
        return;
      g_usleep (1000);
    }
  g_test_fail ();
}

static void
test_stop (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (PatalDb) db = NULL;

  runs = 0;
  for (int i = 0; i < 5; i++)
    patal_worker_run_async (f->worker, wait_at_gate_cb, NULL, NULL, NULL, NULL, ready_cb, f);
  patal_worker_stop (f->worker);
  g_assert_cmpint (runs, ==, 5);
  db = patal_file_open (f->path, PATAL_FILE_WRITE, NULL, NULL, NULL); /* closed by now */
  g_assert_nonnull (db);
  patal_worker_run_async (f->worker, wait_at_gate_cb, NULL, NULL, NULL, NULL, ready_cb, f);
  wait_for (f, 6);
  g_assert_cmpstr (f->heard->str, ==, "rrrrre");
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  while (g_main_context_iteration (f->context, FALSE))
    ;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/worker/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("order", test_order);
  ADD ("opening-progress", test_opening_progress);
  ADD ("error", test_error);
  ADD ("open-error", test_open_error);
  ADD ("changed", test_changed);
  ADD ("cancel-running", test_cancel_running);
  ADD ("cancel-queued", test_cancel_queued);
  ADD ("result-of-cancelled", test_result_of_cancelled);
  ADD ("progress", test_progress);
  ADD ("drop-with-jobs", test_drop_with_jobs);
  ADD ("stop", test_stop);
  return g_test_run ();
}
