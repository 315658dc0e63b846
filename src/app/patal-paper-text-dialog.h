/* patal-paper-text-dialog.h: how the office words a paper of its trainings: the text, and what is wrong with it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include "patal-training-paper.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_PAPER_TEXT_DIALOG (patal_paper_text_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PatalPaperTextDialog, patal_paper_text_dialog, PATAL, PAPER_TEXT_DIALOG, AdwWindow)

/* @paper: none that is a table. */
void patal_paper_text_dialog_show (GtkWidget *asked_from, PatalDocument *document, PatalTrainingPaper paper);

G_END_DECLS
