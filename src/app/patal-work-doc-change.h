/* patal-work-doc-change.h: one change of one document of a work file, as an edit of its own
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include "patal-work-file.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_DOC_STATE   = 1 << 0, /* applicable, available */
  PATAL_DOC_DETAILS = 1 << 1, /* pages, who has verified it and when, remark */
  PATAL_DOC_SCAN    = 1 << 2,
} PatalDocParts;

/* Writes @parts of @doc over what the file has by then; the other parts stay, so that quick changes do not undo each other. @scan: (nullable): the
 * bytes of a new scan; NULL with PATAL_DOC_SCAN: it is taken away. @doc_name, @work_name: for the journal. Complains by itself where it cannot.
 * All (transfer none). */
void patal_work_doc_change (PatalDocument *document, const PatalWorkDoc *doc, PatalDocParts parts, GBytes *scan, const char *media_type,
                            const char *doc_name, const char *work_name);

G_END_DECLS
