/* patal-demo-list.h: the lists of data/demo, which are compiled in
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of fields with ; between them, the first line the heads; no quotes. A list that is missing or crooked
 * is a mistake of the build: it ends the program, and test-demo finds it. */
#pragma once
#include "patal-day.h"
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _PatalDemoList PatalDemoList;

PatalDemoList *patal_demo_list_new  (const char *name); /* "gps" for data/demo/gps.csv */
PatalDemoList *patal_demo_list_new_from (GResource *resource, const char *path); /* of another room */
void           patal_demo_list_free (PatalDemoList *list);
guint          patal_demo_list_length (const PatalDemoList *list);

/* The field of line @row (from 0) below @head; lives as long as @list. NULL, -1 or PATAL_DAY_NONE where it is
 * empty. */
char    *patal_demo_list_text (const PatalDemoList *list, guint row, const char *head);
gint64   patal_demo_list_int  (const PatalDemoList *list, guint row, const char *head);
PatalDay patal_demo_list_day  (const PatalDemoList *list, guint row, const char *head);
/* Both degrees, from the heads "lat" and "lon"; FALSE where they are empty. */
gboolean patal_demo_list_place (const PatalDemoList *list, guint row, double *lat, double *lon);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalDemoList, patal_demo_list_free)
G_END_DECLS
