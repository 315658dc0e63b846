/* patal-span-rows.h: spans of days in a form, a row each: with a place, one of few and some words, as it is asked for
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: changed (), by the user. */
#pragma once
#include "patal-day.h"
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

typedef struct
{
  gint64    id;     /* the caller's; 0: a new row */
  gint64    place;  /* a unit; 0: none */
  PatalSpan span;
  guint     choice;
  char     *words;  /* (nullable) */
} PatalSpanRow;
void patal_span_row_free (PatalSpanRow *row); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalSpanRow, patal_span_row_free)

typedef struct /* message ids, with mnemonics */
{
  const char  *add;                        /* of the button that appends a row */
  const char  *place;                      /* (nullable): no place is asked for */
  const char  *place_missing;              /* (nullable): what is said where there is none; NULL: it may be left out */
  const char  *choice;                     /* (nullable): no choice */
  const char *(*choice_title) (guint nth); /* a message id; NULL behind the last */
  const char  *words;
} PatalSpanKind;

#define PATAL_TYPE_SPAN_ROWS (patal_span_rows_get_type ())
G_DECLARE_FINAL_TYPE (PatalSpanRows, patal_span_rows, PATAL, SPAN_ROWS, AdwBin)

GtkWidget *patal_span_rows_new   (PatalDocument *document, const PatalSpanKind *kind); /* @kind lasts for ever */
void       patal_span_rows_clear (PatalSpanRows *rows);
void       patal_span_rows_add   (PatalSpanRows *rows, const PatalSpanRow *row);       /* copied */

typedef enum { PATAL_SPAN_ROWS_QUIET, PATAL_SPAN_ROWS_FOCUS /* what is wrong takes the focus */ } PatalSpanRowsRead;
/* (transfer full) (element-type PatalSpanRow): NULL where one is not right: it says so itself. */
GPtrArray *patal_span_rows_read  (PatalSpanRows *rows, PatalSpanRowsRead how);

G_END_DECLS
