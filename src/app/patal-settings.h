/* patal-settings.h: what the program remembers between two starts
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-lang.h"
#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *patal_settings (void); /* (transfer none): one for the process */

/* The window's language as it was when the program started: what is shown first of a name in two languages. */
PatalLang patal_settings_lang (void);
/* Of a name in two languages, each (nullable), what is shown: the other one where there is none in the window's. */
const char *patal_settings_pick (const char *hi, const char *en);

char *patal_settings_who (void); /* (transfer full): "" where none is set */

/* Files opened last, newest first, at most ten; _recent() leaves out those that are not there now, which stay remembered: a memory
 * stick comes back. */
GStrv patal_settings_known         (void); /* (transfer full) */
GStrv patal_settings_recent        (void); /* (transfer full) */
void  patal_settings_add_recent    (const char *path);
void  patal_settings_remove_recent (const char *path);

/* The file that could not be opened last, so that no start runs into it by itself again; adding it to the recent ones clears it. */
void     patal_settings_set_trouble (const char *path);
gboolean patal_settings_is_trouble  (const char *path);

G_END_DECLS
