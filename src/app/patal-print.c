/* patal-print.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-print.h"
#include "patal-cairo-player.h"
#include "patal-settings.h"
#include <glib/gi18n.h>
#include <math.h>

#define SAME_PT 2 /* printers name their papers to the millimetre */

static GtkPrintSettings *remembered; /* of the last print; NULL before it */

/* --- a page on the printer's paper --- */

PatalPrintPlace
patal_print_place (PatalSheetSize sheet, double width, double height, double hard_across, double hard_down)
{
  double own_width = sheet.width - 2 * sheet.margin, own_height = sheet.height - 2 * sheet.margin;
  double scale;

  if (fabs (sheet.width - width) < SAME_PT && fabs (sheet.height - height) < SAME_PT && MAX (hard_across, hard_down) <= sheet.margin)
    return (PatalPrintPlace) { 1, 0, 0 };
  /* on other paper than was chosen here the whole sheet, where the printer needs wide margins what is drawn on it */
  scale = MIN (MIN (width / sheet.width, height / sheet.height),
               MIN ((width - 2 * hard_across) / own_width, (height - 2 * hard_down) / own_height));
  return (PatalPrintPlace) { scale, (width - sheet.width * scale) / 2, (height - sheet.height * scale) / 2 };
}

static void
draw_page_cb (G_GNUC_UNUSED GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  const PatalPages *pages = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  GtkPageOrientation orientation = gtk_page_setup_get_orientation (gtk_print_context_get_page_setup (context));
  gboolean lying = orientation == GTK_PAGE_ORIENTATION_LANDSCAPE || orientation == GTK_PAGE_ORIENTATION_REVERSE_LANDSCAPE;
  double top = 0, bottom = 0, left = 0, right = 0; /* of the upright paper; they stay 0 where nobody knows */
  PatalPrintPlace place;

  gtk_print_context_get_hard_margins (context, &top, &bottom, &left, &right);
  place = patal_print_place (patal_pages_size (pages), gtk_print_context_get_width (context), gtk_print_context_get_height (context),
                             lying ? MAX (top, bottom) : MAX (left, right), lying ? MAX (left, right) : MAX (top, bottom));
  cairo_translate (cr, place.dx, place.dy);
  cairo_scale (cr, place.scale, place.scale);
  patal_pages_draw (pages, PATAL_CANVAS_CAIRO (cr), (guint) page);
}

/* --- the operation --- */

static GtkPageSetup *
page_setup_new (PatalSheetSize size)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  gboolean lying = size.width > size.height;
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (patal_sheet_paper (&size) == PATAL_PAPER_A3 ? GTK_PAPER_NAME_A3
                                                                                                   : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_page_setup_set_orientation (setup, lying ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
  return setup;
}

/* (transfer full): GTK would propose the folder in which the program was started. */
static char *
folder_of_files (void)
{
  g_autofree char *last = g_settings_get_string (patal_settings (), "export-folder");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (*last != '\0' && g_file_test (last, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&last);
  return g_strdup (documents != NULL ? documents : g_get_home_dir ());
}

static GtkPrintSettings *
settings_new (const char *stem)
{
  GtkPrintSettings *settings = remembered != NULL ? gtk_print_settings_copy (remembered) : gtk_print_settings_new ();
  g_autofree char *folder = folder_of_files ();

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, folder);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, stem);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  /* which pages, and how often, is for this document only */
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_ALL);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAGE_RANGES);
  gtk_print_settings_set_n_copies (settings, 1);
  return settings;
}

GtkPrintOperation *
patal_print_operation_new (PatalPages *pages, const char *stem)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = page_setup_new (patal_pages_size (pages));
  g_autoptr (GtkPrintSettings) settings = settings_new (stem);

  gtk_print_operation_set_job_name (operation, patal_pages_title (pages));
  gtk_print_operation_set_n_pages (operation, (int) patal_pages_count (pages));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), patal_pages_ref (pages),
                         (GClosureNotify) (void (*) (void)) patal_pages_unref, 0);
  return operation;
}

/* --- printing --- */

typedef struct
{
  GtkPrintOperation *operation;
  PatalPrintSay      say;
  gpointer           say_data;
  guint              n_drawn, n_pages;
  gboolean           drawn;     /* and handed over to the printer, or to the file, which may fail yet */
  gboolean           looked_at; /* the dialog's own Preview was pressed: what it would show is behind it */
} Printing;

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  g_object_unref (printing->operation);
  g_free (printing);
}

static void
disconnect (GTask *task)
{
  Printing *printing = g_task_get_task_data (task);

  g_signal_handlers_disconnect_by_data (printing->operation, task);
  if (g_task_get_cancellable (task) != NULL)
    g_signal_handlers_disconnect_by_data (g_task_get_cancellable (task), task);
}

/* Lets go of @task. */
static void
fail (GTask *task, const GError *error)
{
  disconnect (task);
  if (error == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", _("It could not be printed. Look whether the printer is on "
                                                                          "and has paper, and try again."));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_error_copy (error));
  else
    /* Translators: %s is what the system says */
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, _("It could not be printed: %s"), error->message);
  g_object_unref (task);
}

static void
fail_cancelled (GTask *task)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "");

  fail (task, error);
}

static void
succeed (GTask *task)
{
  disconnect (task);
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* What a printer or a file says comes after "done". */
static void
status_cb (GTask *task)
{
  Printing *printing = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!printing->drawn || !gtk_print_operation_is_finished (printing->operation))
    return;
  if (gtk_print_operation_get_status (printing->operation) == GTK_PRINT_STATUS_FINISHED)
    {
      succeed (task);
      return;
    }
  gtk_print_operation_get_error (printing->operation, &error);
  fail (task, error);
}

static void
done_cb (GTask *task, GtkPrintOperationResult result)
{
  Printing *printing = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (printing->operation, &error);
      fail (task, error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_CANCEL || printing->looked_at)
    fail_cancelled (task);
  else
    {
      g_set_object (&remembered, gtk_print_operation_get_print_settings (printing->operation));
      printing->drawn = TRUE;
      status_cb (task);
    }
}

static void
drawing_cb (GTask *task)
{
  Printing *printing = g_task_get_task_data (task);

  printing->n_drawn++;
  if (printing->say != NULL)
    printing->say (printing->say_data, MIN ((double) printing->n_drawn / printing->n_pages, 1));
}

static gboolean
end_preview_cb (gpointer preview)
{
  gtk_print_operation_preview_end_preview (preview);
  return G_SOURCE_REMOVE;
}

/* Where it is ready, and not before: until then GTK goes on to draw. */
static void
ready_cb (GtkPrintOperationPreview *preview)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, end_preview_cb, g_object_ref (preview), g_object_unref);
}

/* GTK would start a program that the office may not have, for what stands behind the dialog. */
static gboolean
preview_cb (GTask *task, GtkPrintOperationPreview *preview, GtkPrintContext *context)
{
  Printing *printing = g_task_get_task_data (task);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, 72, 72); /* GTK insists on one, though nothing is drawn */
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  printing->looked_at = TRUE;
  g_signal_connect (preview, "ready", G_CALLBACK (ready_cb), NULL);
  return TRUE;
}

static void
cancelled_cb (GTask *task)
{
  gtk_print_operation_cancel (((Printing *) g_task_get_task_data (task))->operation);
}

void
patal_print_async (GtkWindow *parent, PatalPages *pages, guint page, const char *stem, PatalPrintSay say,
                   GCancellable *cancellable, GAsyncReadyCallback ready, gpointer user_data)
{
  GTask *task = g_task_new (parent, cancellable, ready, user_data); /* ours until it is answered */
  Printing *printing = g_new0 (Printing, 1);
  g_autoptr (GtkPrintOperation) operation = patal_print_operation_new (pages, stem);

  gtk_print_operation_set_current_page (operation, (int) page);
  printing->operation = g_object_ref (operation);
  printing->say = say;
  printing->say_data = user_data;
  printing->n_pages = patal_pages_count (pages);
  g_task_set_task_data (task, printing, printing_free);
  g_task_set_check_cancellable (task, FALSE); /* what is printed is printed */
  g_signal_connect_swapped (operation, "done", G_CALLBACK (done_cb), task);
  g_signal_connect_swapped (operation, "status-changed", G_CALLBACK (status_cb), task);
  g_signal_connect_swapped (operation, "draw-page", G_CALLBACK (drawing_cb), task);
  g_signal_connect_swapped (operation, "preview", G_CALLBACK (preview_cb), task);
  if (cancellable != NULL)
    g_signal_connect_swapped (cancellable, "cancelled", G_CALLBACK (cancelled_cb), task);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL); /* "done" says what became of it */
}

gboolean
patal_print_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
