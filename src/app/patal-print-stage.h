/* patal-print-stage.h: pages before they are printed, with what turns and enlarges them, and with what is under way
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Page Up and Down turn, Ctrl + and - zoom wherever in the window the focus is. One thing is under way at a time; its button stops it.
 * Signal: changed (): there are other pages, or something else is under way, or nothing any more. */
#pragma once
#include "patal-document.h"
#include "patal-print-view.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_PRINT_STAGE (patal_print_stage_get_type ())
G_DECLARE_FINAL_TYPE (PatalPrintStage, patal_print_stage, PATAL, PRINT_STAGE, AdwBin)

void        patal_print_stage_set_document (PatalPrintStage *stage, PatalDocument *document); /* once; tells how far its jobs are */
void        patal_print_stage_set_pages   (PatalPrintStage *stage, PatalPages *pages); /* (nullable) */
PatalPages *patal_print_stage_get_pages   (PatalPrintStage *stage);                    /* (nullable) (transfer none) */
/* Unless the user has chosen one, or a zoom. */
void        patal_print_stage_propose_fit (PatalPrintStage *stage, PatalPrintFit fit);

void        patal_print_stage_say_error   (PatalPrintStage *stage, const char *sentence); /* (nullable) */
/* A button beside the error that is said, until another is said or something begins. @label: with mnemonic. */
void        patal_print_stage_offer       (PatalPrintStage *stage, const char *label, const char *action);
void        patal_print_stage_set_caution (PatalPrintStage *stage, const char *sentence); /* (nullable): stands where there is no error */
void        patal_print_stage_say_note    (PatalPrintStage *stage, const char *sentence); /* (nullable): what is to be known of the pages */
void        patal_print_stage_say_saved   (PatalPrintStage *stage, const char *path);

typedef enum
{
  PATAL_STAGE_IDLE,
  PATAL_STAGE_MAKING,   /* the pages: another choice may take its place */
  PATAL_STAGE_WORKING,  /* with them: it is waited for */
  PATAL_STAGE_PRINTING, /* from the question for the printer on */
} PatalStageWork;
PatalStageWork patal_print_stage_get_work (PatalPrintStage *stage);

/* Stops what is under way, and takes the error away. @words: what begins. (transfer none): what it is stopped by. */
GCancellable *patal_print_stage_begin (PatalPrintStage *stage, PatalStageWork work, const char *words);
/* What began has ended, with @error (nullable), which is said. FALSE: it was stopped, and something else may be under way already. */
gboolean      patal_print_stage_end   (PatalPrintStage *stage, const GError *error);

/* Saves the pages as PDF, after asking where; @stem: of the name that is proposed. */
void          patal_print_stage_save  (PatalPrintStage *stage, const char *stem);
/* (transfer full): "3 pages · A4, upright"; there are pages. */
char         *patal_print_stage_paper (PatalPrintStage *stage);

/* Prints the pages, after asking for the printer; @stem: of a file's name, where it is printed to a file. */
void          patal_print_stage_print (PatalPrintStage *stage, const char *stem);

G_END_DECLS
