/* patal-template-rows.h: the templates of boards: those of the program, and the office's own
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-board-facts.h"
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_TEMPLATE_ROWS (patal_template_rows_get_type ())
G_DECLARE_FINAL_TYPE (PatalTemplateRows, patal_template_rows, PATAL, TEMPLATE_ROWS, AdwPreferencesGroup)

GtkWidget *patal_template_rows_new (PatalDocument *document);

/* Takes @file in as the template of its name, without its ending. Where it is none, a window lists what is wrong, line by line. */
void patal_template_rows_take (PatalTemplateRows *rows, GFile *file);

/* (transfer full): what a template is called in lists: what its text calls it, and its name where it is the office's. */
char *patal_template_rows_title (const PatalBoardTemplate *template);

G_END_DECLS
