/* patal-bytes-file.h: what the district's file holds, given out as a file of its own
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of it reads and writes in threads, and says by itself what went wrong. */
#pragma once
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where to, over the window of @asked_from, with the name @stem and @ending (".pdf") proposed. */
void patal_bytes_file_export (GtkWidget *asked_from, PatalDocument *document, GBytes *bytes, const char *stem, const char *ending);

/* The same for a blob, by its name. */
void patal_blob_file_export  (GtkWidget *asked_from, PatalDocument *document, const guint8 *hash, const char *stem);
/* Shows a copy of a blob in the program that is meant for its kind. */
void patal_blob_file_open    (GtkWidget *asked_from, PatalDocument *document, const guint8 *hash, const char *stem);

G_END_DECLS
