/* patal-tick-list.h: which of many take part: rows with a tick each, found by a part of the name
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: changed (), after the user ticked something or took a tick away. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_TICK_LIST (patal_tick_list_get_type ())
G_DECLARE_FINAL_TYPE (PatalTickList, patal_tick_list, PATAL, TICK_LIST, AdwBin)

/* @name: what a screen reader calls the list. */
GtkWidget *patal_tick_list_new (const char *name);

/* Appends a row; @detail (nullable) stands behind the name. */
void patal_tick_list_add (PatalTickList *list, gint64 id, const char *name, const char *detail, gboolean ticked);

guint    patal_tick_list_n_rows     (PatalTickList *list);
gboolean patal_tick_list_is_ticked  (PatalTickList *list, gint64 id);
GArray  *patal_tick_list_get        (PatalTickList *list, gboolean ticked); /* (transfer full) (element-type gint64): in their order */
void     patal_tick_list_set_ticked (PatalTickList *list, gint64 id, gboolean ticked); /* emits nothing */

G_END_DECLS
