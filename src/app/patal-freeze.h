/* patal-freeze.h: freezing a record, and unfreezing it with a reason
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include "patal-record.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* With its parts. @name: what the journal calls the record, (transfer none). */
void patal_freeze_record   (PatalDocument *document, const PatalRecord *record, const char *name);

/* Asks for the reason first, about @shown: its name in the window's language. */
void patal_unfreeze_record (GtkWidget *asked_from, PatalDocument *document, const PatalRecord *record, const char *name,
                            const char *shown);

G_END_DECLS
