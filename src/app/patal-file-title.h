/* patal-file-title.h: how a window with a file is headed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"

G_BEGIN_DECLS

/* The name of the only district in the window's language, else how many there are: (transfer full), NULL with @error. In the reading
 * thread, for a file of the whole country has hundreds. */
void  patal_file_title_read_async  (PatalDocument *document, GAsyncReadyCallback ready, gpointer user_data);
char *patal_file_title_read_finish (PatalDocument *document, GAsyncResult *result, GError **error);

G_END_DECLS
