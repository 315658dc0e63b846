/* patal-history-list.h: lines of the journal: what was changed, when, by whom
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include "patal-record.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_HISTORY_LIST (patal_history_list_get_type ())
G_DECLARE_FINAL_TYPE (PatalHistoryList, patal_history_list, PATAL, HISTORY_LIST, AdwBin)

void patal_history_list_set_document (PatalHistoryList *list, PatalDocument *document); /* once */

/* Shows the history of one record and its parts (with id 0: none is there yet) instead of that of the whole file, a page at a time. Asks
 * the file only while it is mapped. */
void patal_history_list_set_record (PatalHistoryList *list, const PatalRecord *record);

G_END_DECLS
