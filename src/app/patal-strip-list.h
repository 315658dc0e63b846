/* patal-strip-list.h: a long list of rows that somebody draws, one widget a row
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK 4.8 keeps some 200 rows of a list alive. Where each is made of labels these are to be bound, measured and drawn at every jump; here
 * they are two widgets a row, and only the rows in sight are written. All rows have one height.
 *
 * A screen reader hears a row as one sentence. */
#pragma once
#include "patal-row-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PATAL_TYPE_STRIP_LIST (patal_strip_list_get_type ())
G_DECLARE_FINAL_TYPE (PatalStripList, patal_strip_list, PATAL, STRIP_LIST, GtkWidget)

/* What a row looks like and says. @list: for its fonts and colours; @strip: the widget of the row. */
typedef struct
{
  int   (*height) (GtkWidget *list, gpointer data);
  void  (*draw)   (GtkWidget *strip, GtkSnapshot *snapshot, PatalRow *row, gpointer data);
  char *(*say)    (PatalRow *row, gpointer data);                                  /* (transfer full) */
  char *(*tip)    (GtkWidget *strip, PatalRow *row, int x, int y, gpointer data);  /* (transfer full) (nullable): the tooltip there */
} PatalStripKind;

/* Once, before rows are there; @kind lasts for ever, @data as long as the list. */
void         patal_strip_list_set_kind  (PatalStripList *list, const PatalStripKind *kind, gpointer data);
GtkListView *patal_strip_list_get_view  (PatalStripList *list); /* to be named, and to be heard */
/* (transfer none) (nullable): of PatalRow. */
void         patal_strip_list_set_model (PatalStripList *list, GtkSelectionModel *model);

void         patal_strip_list_redraw     (PatalStripList *list);
void         patal_strip_list_scroll_to  (PatalStripList *list, guint position); /* so that it is seen */
void         patal_strip_list_take_focus (PatalStripList *list);                 /* to the chosen row, else to the first in sight */

G_END_DECLS
