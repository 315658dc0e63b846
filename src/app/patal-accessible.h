/* patal-accessible.h: names of buttons with a mnemonic, as screen readers get them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GTK 4.8 names such a button twice, the first time with its underline: "_Open Open", and a check button with it: "_Projector". From
 * this call on each one is named once and plainly, when it comes on the screen. */
void patal_accessible_watch_mnemonics (void);

/* The same for one button whose label has changed since. */
void patal_accessible_mend_mnemonic (GtkWidget *button);

G_END_DECLS
