/* patal-faults-button.h: how many things are to be looked at before boards are printed; pressed, it names the
 * worst, and leads to them SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signal: chosen (gint64 work, char *field): one was pressed. @field (nullable): as PatalFinding names it. */
#pragma once
#include "patal-board-faults.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_FAULTS_BUTTON (patal_faults_button_get_type ())
G_DECLARE_FINAL_TYPE (PatalFaultsButton, patal_faults_button, PATAL, FAULTS_BUTTON, AdwBin)

/* Of @n_boards boards. Takes @faults over, which are empty then; NULL: it is not known, and the button does
 * not show. */
void patal_faults_button_set (PatalFaultsButton *button, PatalBoardFaults *faults, guint n_boards);

G_END_DECLS
