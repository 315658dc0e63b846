/* patal-saturation-picture.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-saturation-picture.h"
#include "patal-chart-pages.h"
#include "patal-desk.h"
#include "patal-export-place.h"
#include "patal-pages-picture.h"
#include "patal-settings.h"
#include "patal-window.h"
#include <glib/gi18n.h>

#define WIDTH  1080 /* pixels: a telephone held upright shows it whole */
#define HEIGHT 1350

/* Hangs on the dialog's button until the place is chosen. */
typedef struct
{
  PatalDocument       *document;
  PatalSaturationQuery query;
  PatalLang            lang;
  char                *path;
} Errand;

static const char errand_key[] = "patal-saturation-picture";

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->document);
  g_free (errand->path);
  g_free (errand);
}

static gpointer
write_job (PatalDb *db, gpointer data, const PatalProgress *progress, GError **error)
{
  const Errand *errand = data;
  g_autoptr (GHashTable) filter = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autofree char *scope = errand->query.within != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, errand->query.within) : NULL;
  PatalReportArgs args = { .as_on = errand->query.as_on, .scope = scope, .filter = filter, .progress = progress };
  g_autoptr (PatalChart) chart = NULL;
  g_autoptr (PatalPages) pages = NULL;

  g_hash_table_insert (filter, (gpointer) "course", g_strdup_printf ("%" G_GINT64_FORMAT, errand->query.course));
  if (errand->query.fy != 0)
    g_hash_table_insert (filter, (gpointer) "fy", patal_fy_label (errand->query.fy));
  chart = patal_desk_build_chart (&patal_saturation_chart, db, &args, errand->lang, error);
  pages = chart != NULL ? patal_chart_pages (chart, patal_sheet_size_of_pixels (WIDTH, HEIGHT), error) : NULL;
  return pages != NULL && patal_pages_picture_write_png (pages, 0, WIDTH, HEIGHT, errand->path, error) ? g_strdup (errand->path) : NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) asked_from = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = patal_document_run_finish (PATAL_DOCUMENT (source), result, &error);
  GtkRoot *root = gtk_widget_get_root (asked_from);
  g_autofree char *name = NULL, *sentence = NULL;

  if (path == NULL)
    {
      patal_document_complain (PATAL_DOCUMENT (source), error);
      return;
    }
  if (root == NULL)
    return;
  name = g_filename_display_basename (path);
  sentence = g_strdup_printf (_("Exported as %s"), name);
  patal_window_toast (PATAL_WINDOW (root), sentence, _("Open _Folder"), "win.open-folder", g_variant_new_string (path));
}

static void
place_chosen_cb (gpointer user_data, const char *path, const char *problem)
{
  GtkWidget *asked_from = user_data;
  Errand *errand = g_object_steal_data (G_OBJECT (asked_from), errand_key);

  if (errand == NULL)
    return;
  if (path == NULL)
    {
      patal_window_toast (PATAL_WINDOW (gtk_widget_get_root (asked_from)), problem, NULL, NULL, NULL);
      errand_free (errand);
      return;
    }
  errand->path = g_strdup (path);
  patal_document_read_async (errand->document, write_job, errand, errand_free, g_free, NULL, written_cb, g_object_ref (asked_from));
}

GtkFileChooserNative *
patal_saturation_picture_save (GtkWidget *asked_from, PatalDocument *document, const PatalSaturationQuery *query)
{
  g_autofree char *iso = patal_day_iso (query->as_on), *stem = g_strdup_printf ("saturation-%s", iso);
  Errand *errand = g_new (Errand, 1);

  *errand = (Errand) { g_object_ref (document), *query, patal_settings_lang (), NULL };
  g_object_set_data_full (G_OBJECT (asked_from), errand_key, errand, errand_free);
  return patal_export_place_ask (GTK_WINDOW (gtk_widget_get_root (asked_from)), stem, ".png", place_chosen_cb, asked_from);
}
