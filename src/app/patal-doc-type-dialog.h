/* patal-doc-type-dialog.h: a kind of document on the checklist of work files
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include "patal-work-file.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* @type: (nullable) (transfer none): NULL for a new one, which gets @rank. */
void patal_doc_type_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalDocType *type, int rank);

G_END_DECLS
