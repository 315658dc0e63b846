/* patal-file-making.h: making a new file away from the main thread
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gio/gio.h>

G_BEGIN_DECLS

/* A district's beginning: see patal_district_begin(). Nothing is left at @path when it fails. */
void     patal_file_making_begin_async (const char *path, const char *state, const char *name, const char *name_en,
                                        GAsyncReadyCallback ready, gpointer user_data);
/* The demonstration. */
void     patal_file_making_demo_async  (const char *path, GAsyncReadyCallback ready, gpointer user_data);
/* (transfer full): the path, NULL with @error. */
char    *patal_file_making_finish      (GAsyncResult *result, GError **error);

G_END_DECLS
