/* patal-work-file-list.h: the checklist of a work file: which documents are there, and how complete it is
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include "patal-work.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_WORK_FILE_LIST (patal_work_file_list_get_type ())
G_DECLARE_FINAL_TYPE (PatalWorkFileList, patal_work_file_list, PATAL, WORK_FILE_LIST, AdwBin)

GtkWidget *patal_work_file_list_new (PatalDocument *document);

void     patal_work_file_list_set_work (PatalWorkFileList *list, const PatalWork *work); /* (transfer none); its id 0: none */
void     patal_work_file_list_set_editable (PatalWorkFileList *list, gboolean editable); /* scans can be opened either way */
gboolean patal_work_file_list_leave    (PatalWorkFileList *list); /* as patal_work_form_leave() */

G_END_DECLS
