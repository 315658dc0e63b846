/* patal-rate-dialog.h: what a day of unskilled work is paid from a day on
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include "patal-scheme.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* @rate: (nullable) (transfer none): NULL for a new one in the state with LGD code @state_code. */
void patal_rate_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalWageRate *rate, const char *state_code);

G_END_DECLS
