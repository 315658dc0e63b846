/* patal-row-list.h: a page with a head, a filter and a long list of rows read from the file
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals:
 *   refresh ()         another filter or order was chosen: call patal_row_list_load() again
 *   chosen (gint64 id) the user chose a row
 *   opened (gint64 id) a row was opened by Enter or double click
 *   add ()             the button + was pressed */
#pragma once
#include "patal-document.h"
#include "patal-row-column.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_ROW_LIST (patal_row_list_get_type ())
G_DECLARE_FINAL_TYPE (PatalRowList, patal_row_list, PATAL, ROW_LIST, AdwBin)

/* @row_sql: a concern's, for patal_row_model_new(). @name: what a screen reader calls the list. */
PatalRowList  *patal_row_list_new (PatalDocument *document, const char *row_sql, const char *name);

GtkColumnView *patal_row_list_get_view (PatalRowList *list); /* to append columns to */

void patal_row_list_set_title   (PatalRowList *list, const char *title);
void patal_row_list_set_add     (PatalRowList *list, const char *tooltip);     /* without it there is no + */
void patal_row_list_set_filters (PatalRowList *list, const char *const *names); /* translated, NULL at the end */
guint patal_row_list_get_filter (PatalRowList *list);
void patal_row_list_set_filter  (PatalRowList *list, guint filter);
void patal_row_list_add_tool    (PatalRowList *list, GtkWidget *tool);         /* into the head, before the filter */

/* What is shown instead of an empty list while filter 0 is chosen; @import: (nullable): a kind that can be imported. */
void patal_row_list_set_empty   (PatalRowList *list, const char *icon, const char *title, const char *description,
                                 const char *import);
/* (transfer full): the words for @n rows. */
void patal_row_list_set_counter (PatalRowList *list, char *(*counter) (guint n, gpointer data), gpointer data);

/* Runs @job, which gives a GArray of gint64, in the reading thread and shows those rows. */
void patal_row_list_load   (PatalRowList *list, PatalJob job, gpointer data, GDestroyNotify data_free);
void patal_row_list_select (PatalRowList *list, gint64 id); /* now, or when it has come; its row takes the focus */

G_END_DECLS
