/* patal-record-chooser.h: choosing a place or a person by typing a part of the name
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file may hold lakhs of them: the choice is a search, not a list. Signal: chosen (), by the user. */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_RECORD_CHOOSER (patal_record_chooser_get_type ())
G_DECLARE_FINAL_TYPE (PatalRecordChooser, patal_record_chooser, PATAL, RECORD_CHOOSER, AdwBin)

/* @label: with mnemonic; @kind: "unit" or "person", a literal. */
GtkWidget *patal_record_chooser_new (PatalDocument *document, const char *label, const char *kind);

gint64 patal_record_chooser_get_record (PatalRecordChooser *chooser); /* 0: none yet */
void   patal_record_chooser_set_record (PatalRecordChooser *chooser, gint64 id);
void   patal_record_chooser_set_error  (PatalRecordChooser *chooser, const char *error); /* (nullable) */

G_END_DECLS
