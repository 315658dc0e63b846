/* test-pdf-report.c: a report as a PDF file, or as nothing at all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-pdf-report.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define OLD "what stood there before"
#define SLACK 100 /* the time of writing stands in the file, and is not always as short when deflated */

static PatalTable *
make_table (void)
{
  static const PatalColumn columns[] = { { "serial", "No.", PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
                                         { "name", "ग्राम पंचायत", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE } };
  PatalTable *table = patal_table_new (columns, G_N_ELEMENTS (columns));

  patal_table_set_frame (table, &(PatalTableFrame) { .title = "List", .lang = PATAL_LANG_EN });
  for (guint r = 0; r < 3000; r++)
    {
      g_autofree char *name = g_strdup_printf ("अकलतरा %u", r * 7919);

      patal_table_add_row (table, 0);
      patal_table_set_text (table, r, 1, name);
    }
  return table;
}

/* Writes the report where no file may become longer than @most bytes: as on a disk that fills up. */
static gboolean
write_within (const PatalTable *table, const char *path, gsize most, GError **error)
{
  struct rlimit before, limit;
  gboolean written;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = (struct rlimit) { most, before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  written = patal_pdf_report_write (table, path, NULL, error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  return written;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (files) != NULL)
    n++;
  return n;
}

static void
test_full_disk (void)
{
  g_autofree char *folder = g_dir_make_tmp ("patal-pdf-report-XXXXXX", NULL), *path = g_build_filename (folder, "list.pdf", NULL);
  g_autoptr (PatalTable) table = make_table ();
  g_autoptr (GError) error = NULL;
  GStatBuf whole;

  signal (SIGXFSZ, SIG_IGN); /* so that the write fails and says so */
  g_assert_true (patal_pdf_report_write (table, path, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &whole), ==, 0);
  g_assert_cmpint (whole.st_size, >, 3 * 65536); /* so that it is written in several pieces */
  for (guint tenth = 0; tenth <= 10; tenth++)
    {
      gsize most = MIN ((gsize) whole.st_size * tenth / 10, (gsize) whole.st_size - SLACK);
      g_autofree char *kept = NULL;

      g_test_message ("%u tenths of it", tenth);
      g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
      g_assert_false (write_within (table, path, most, &error));
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
      g_assert_cmpstr (error->message, ==, "The disk is full, so “list.pdf” was not written. Make room or choose another place.");
      g_clear_error (&error);
      g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, OLD);
      g_assert_cmpuint (count_files (folder), ==, 1);
    }
  g_assert_true (write_within (table, path, (gsize) whole.st_size + SLACK, &error));
  g_unlink (path);
  g_rmdir (folder);
}

/* Nothing is left behind when the user changes her mind, wherever the work is. */
static void
count_down_cb (G_GNUC_UNUSED double share, gpointer data)
{
  gpointer *both = data;

  if (GPOINTER_TO_INT (both[0]) > 0)
    both[0] = GINT_TO_POINTER (GPOINTER_TO_INT (both[0]) - 1);
  else
    g_cancellable_cancel (both[1]);
}

static void
test_cancelled (void)
{
  g_autofree char *folder = g_dir_make_tmp ("patal-pdf-report-XXXXXX", NULL), *path = g_build_filename (folder, "list.pdf", NULL);
  g_autoptr (PatalTable) table = make_table ();

  for (int said = 0; said < 90; said += 10)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      gpointer both[] = { GINT_TO_POINTER (said), cancellable };
      const PatalProgress progress = { count_down_cb, both, cancellable };

      g_assert_false (patal_pdf_report_write (table, path, &progress, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (count_files (folder), ==, 0);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-report/full-disk", test_full_disk);
  g_test_add_func ("/pdf-report/cancelled", test_cancelled);
  return g_test_run ();
}
