/* patal-board-print.h: boards as they will be printed, with what can be chosen about them; from here they are printed, or saved as PDF or PNG
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: mend (gint64 work, char *field): what was found on a board was pressed, and the window is closing. @field (nullable): as
 * PatalFinding names it. */
#pragma once
#include "patal-board-pages.h"
#include "patal-window.h"

G_BEGIN_DECLS

#define PATAL_TYPE_BOARD_PRINT (patal_board_print_get_type ())
G_DECLARE_FINAL_TYPE (PatalBoardPrint, patal_board_print, PATAL, BOARD_PRINT, AdwWindow)

/* What is proposed. */
typedef struct
{
  gint64         current;     /* the work that is looked at; 0: none */
  GArray        *chosen;      /* (nullable) (element-type gint64): where there are several, they are proposed */
  GArray        *listed;      /* (element-type gint64): in the list's order */
  gint64         place;       /* whose works are listed; 0: all */
  const char    *place_name;
  gboolean       filtered;    /* the list is not of all works */
  PatalBoardLang lang;
  PatalBoardFill fill;
  double         width_mm, height_mm;
} PatalBoardPrintStart;

/* (transfer none) */
GtkWidget *patal_board_print_show (PatalWindow *window, PatalDocument *document, const PatalBoardPrintStart *start);

G_END_DECLS
