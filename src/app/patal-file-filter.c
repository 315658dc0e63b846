/* patal-file-filter.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-file-filter.h"
#include <glib/gi18n.h>

void
patal_file_filter_add (GtkFileChooser *chooser, PatalFileFilter what)
{
  static const char *const suffixes[][8] = {
    [PATAL_FILE_FILTER_DISTRICT] = { "patal" },
    [PATAL_FILE_FILTER_SHEET] = { "csv", "csv.gz", "tsv", "txt", "xlsx", "xlsm", "ods" },
  };
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, what == PATAL_FILE_FILTER_DISTRICT ? _("District files") : _("Tables: CSV, XLSX, ODS"));
  for (const char *const *suffix = suffixes[what]; *suffix != NULL; suffix++)
    gtk_file_filter_add_suffix (filter, *suffix);
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
  gtk_file_chooser_set_filter (chooser, filter);
}
