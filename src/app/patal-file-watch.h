/* patal-file-watch.h: whether the file that is open still stands where it was opened, and the way back for one that does not
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: looked (), after each look: the file was looked for, and patal_file_watch_is_astray() says what was found. */
#pragma once
#include "patal-document.h"

G_BEGIN_DECLS

#define PATAL_TYPE_FILE_WATCH (patal_file_watch_get_type ())
G_DECLARE_FINAL_TYPE (PatalFileWatch, patal_file_watch, PATAL, FILE_WATCH, GObject)

/* Looks whenever the disk tells of the file, or an edit was refused because of it. That its folder is renamed the disk does not tell:
 * whoever shows the file looks when it is gone back to. */
PatalFileWatch *patal_file_watch_new (PatalDocument *document);

void     patal_file_watch_look      (PatalFileWatch *watch);
gboolean patal_file_watch_is_astray (PatalFileWatch *watch); /* as of the last look */

/* patal_whereabouts_put_back(), then a look. */
void     patal_file_watch_put_back_async  (PatalFileWatch *watch, GAsyncReadyCallback ready, gpointer user_data);
gboolean patal_file_watch_put_back_finish (PatalFileWatch *watch, GAsyncResult *result, GError **error);

G_END_DECLS
