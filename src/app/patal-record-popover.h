/* patal-record-popover.h: records found by typing a part of the name, below a button
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The focus stays in the entry; up and down go through what is found. Signal: chosen (gint64 id), after it has gone down. */
#pragma once
#include "patal-document.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PATAL_TYPE_RECORD_POPOVER (patal_record_popover_get_type ())
G_DECLARE_FINAL_TYPE (PatalRecordPopover, patal_record_popover, PATAL, RECORD_POPOVER, GtkPopover)

typedef struct
{
  const char *kind;  /* of patal_search(): "unit", "person", a literal */
  guint       most;  /* hits */
  char     *(*words) (gpointer user_data, gint64 id);                        /* (transfer full): how a record reads */
  void      (*offer) (gpointer user_data, PatalRecordPopover *popover);      /* (nullable): appends what is offered before anything is typed;
                                                                                then it begins afresh each time, else with what was typed last */
  gpointer    user_data;
} PatalRecordSearch;

void patal_record_popover_set_search (PatalRecordPopover *popover, PatalDocument *document, const PatalRecordSearch *search); /* once */
void patal_record_popover_set_name   (PatalRecordPopover *popover, const char *name); /* of the entry, for a screen reader */
void patal_record_popover_append     (PatalRecordPopover *popover, gint64 id);        /* within offer() */

G_END_DECLS
