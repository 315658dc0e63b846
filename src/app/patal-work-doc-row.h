/* patal-work-doc-row.h: a document of a work file in the list: there or not, and, opened, its pages, who has verified it, its scan
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether it is there or applies is written at once; what is typed below, with Enter or when the focus leaves the row.
 * Property "expanded" (gboolean). */
#pragma once
#include "patal-document.h"
#include "patal-work-file.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_WORK_DOC_ROW (patal_work_doc_row_get_type ())
G_DECLARE_FINAL_TYPE (PatalWorkDocRow, patal_work_doc_row, PATAL, WORK_DOC_ROW, GtkListBoxRow)

GtkWidget *patal_work_doc_row_new (PatalDocument *document);

/* Shows @doc as it stands in the file; what was typed stays typed where it is the same document of the same work. @number: in the checklist, from 1.
 * @type: what kind of document it is. @work_name: for the journal. All (transfer none). */
void       patal_work_doc_row_set_doc (PatalWorkDocRow *row, const PatalWorkDoc *doc, guint number, const PatalDocType *type,
                                       const char *work_name);

/* FALSE: to be read only; its scan can be opened and exported still. */
void       patal_work_doc_row_set_editable (PatalWorkDocRow *row, gboolean editable);
void       patal_work_doc_row_toggle       (PatalWorkDocRow *row); /* there or not; not while it is to be read only */
gboolean   patal_work_doc_row_get_expanded (PatalWorkDocRow *row);
void       patal_work_doc_row_set_expanded (PatalWorkDocRow *row, gboolean expanded);
gboolean   patal_work_doc_row_leave        (PatalWorkDocRow *row); /* writes what is typed; FALSE: it is wrong, and would be lost */

G_END_DECLS
