/* patal-import-window.h: taking in a table: choose a file, say what its columns are, look, decide, take it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_IMPORT_WINDOW (patal_import_window_get_type ())
G_DECLARE_FINAL_TYPE (PatalImportWindow, patal_import_window, PATAL, IMPORT_WINDOW, AdwWindow)

/* @kind: (nullable): the name of a PatalImport that is proposed. */
void patal_import_window_show (GtkWindow *parent, PatalDocument *document, const char *kind);

G_END_DECLS
