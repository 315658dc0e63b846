/* patal-file-filter.h: which files a file chooser shows
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PATAL_FILE_FILTER_DISTRICT, /* *.patal */
  PATAL_FILE_FILTER_SHEET,    /* CSV, XLSX, ODS */
} PatalFileFilter;

/* Adds the filter, chosen at first, and one for all files. */
void patal_file_filter_add (GtkFileChooser *chooser, PatalFileFilter what);

G_END_DECLS
