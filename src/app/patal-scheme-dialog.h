/* patal-scheme-dialog.h: what boards say of a scheme: its name, its helpline, its logo
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include "patal-scheme.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* @scheme: (nullable) (transfer none): NULL for a new one. */
void patal_scheme_dialog_show (GtkWidget *asked_from, PatalDocument *document, const PatalScheme *scheme);

G_END_DECLS
