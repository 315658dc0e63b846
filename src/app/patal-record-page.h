/* patal-record-page.h: the records of one kind in a place, as a page: head, filter, sorted columns, +
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a kind of record is, is said in a PatalRecordKind; the page asks for the rows, again after each edit that touches them. */
#pragma once
#include "patal-document.h"
#include "patal-row-column.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_RECORD_PAGE (patal_record_page_get_type ())
G_DECLARE_FINAL_TYPE (PatalRecordPage, patal_record_page, PATAL, RECORD_PAGE, AdwBin)

typedef struct /* what the page asks for */
{
  gint64   scope;      /* a unit; 0: the whole file */
  guint    filter;     /* one of the kind's filters */
  int      sort;       /* the kind's sort key, in the window's language */
  gboolean descending;
  guint    counts[2];  /* set by ids() for count_words() */
} PatalRecordQuery;

typedef struct
{
  const char        *title; /* a message id */
  PatalRowColumnKind kind;
  PatalRowColumnFunc func;
  gconstpointer      data;
  int                sort_hi, sort_en; /* sort keys in a Hindi and in an English window, or PATAL_ROW_COLUMN_UNSORTED */
  int                width;            /* negative: at least as wide, and grows */
} PatalRecordColumn;

typedef struct /* all words are message ids */
{
  const char              *name;    /* what a screen reader calls the list */
  const char              *row_sql; /* for patal_row_model_new() */
  const PatalRecordColumn *columns;
  guint                    n_columns;
  int                      sort_hi, sort_en; /* the order before a header was pressed */
  const char *const       *filters; /* NULL at the end; the first shows all */
  const char *const       *tables;  /* NULL at the end: those whose change changes the list */

  /* (transfer full) (element-type gint64), in the reading thread. */
  GArray *(*ids)         (PatalDb *db, PatalRecordQuery *query, GError **error);
  /* (transfer full): the words for @n rows of what was asked for. */
  char   *(*count_words) (const PatalRecordQuery *query, guint n);
  void    (*open)        (GtkWidget *page, PatalDocument *document, gint64 id);

  const char *add_title;                                                        /* (nullable), with @add: the tooltip of + */
  void    (*add)         (GtkWidget *page, PatalDocument *document, gint64 scope);

  struct { const char *icon, *title, *description, *import; } empty; /* @import: (nullable): a kind that can be imported */
} PatalRecordKind;

/* @kind lasts for ever. */
GtkWidget *patal_record_page_new (PatalDocument *document, const PatalRecordKind *kind);

GtkColumnView *patal_record_page_get_view     (PatalRecordPage *page); /* to append columns to that are no text */
PatalDocument *patal_record_page_get_document (PatalRecordPage *page);

/* @name: (nullable): what the place is called; NULL for the whole file. */
void patal_record_page_set_scope (PatalRecordPage *page, gint64 scope, const char *name);
/* Shows all of them, with @id chosen. */
void patal_record_page_select    (PatalRecordPage *page, gint64 id);

G_END_DECLS
