/* solve-json.h: one JSON object, key by key
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/* @key is NULL within a list. What is closed must have been opened. */
void json_open   (GString *out, const char *key, char bracket); /* { or [ */
void json_close  (GString *out, char bracket);                  /* } or ] */
void json_whole  (GString *out, const char *key, gint64 value);
void json_number (GString *out, const char *key, double value, int decimals); /* NAN: null */
void json_truth  (GString *out, const char *key, gboolean value);
void json_text   (GString *out, const char *key, const char *value);

G_END_DECLS
