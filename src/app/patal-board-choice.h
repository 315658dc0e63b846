/* patal-board-choice.h: the choices of a board: its size and its language
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-board-facts.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* A drop-down of the usual sizes, and an entry for any other one. Signal: changed (). */
#define PATAL_TYPE_BOARD_SIZE_CHOICE (patal_board_size_choice_get_type ())
G_DECLARE_FINAL_TYPE (PatalBoardSizeChoice, patal_board_size_choice, PATAL, BOARD_SIZE_CHOICE, AdwBin)

/* Both 0: as the board is to be by its record and its template. FALSE: what is typed is no size, and says so; both are 0 then. */
gboolean patal_board_size_choice_get (PatalBoardSizeChoice *choice, double *width_mm, double *height_mm);
void     patal_board_size_choice_set (PatalBoardSizeChoice *choice, double width_mm, double height_mm);

/* Names the size that a board has unless another is chosen: in the list "By kind (5 × 4 ft)", on its closed button, which is narrow,
 * "5 × 4 ft". Emits nothing. */
void     patal_board_size_choice_name_own (PatalBoardSizeChoice *choice, const char *words, const char *size);
/* A mark in the entry, and to screen readers, that the size is taken and is no good one; (nullable). */
void     patal_board_size_choice_warn (PatalBoardSizeChoice *choice, const char *sentence);

/* Hindi, English, both: the positions are those of PatalBoardLang. */
void patal_board_lang_fill (GtkDropDown *choice);

G_END_DECLS
