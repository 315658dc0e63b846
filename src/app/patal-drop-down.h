/* patal-drop-down.h: what a screen reader calls a drop-down
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GTK 4.8 gives the focus to a button inside the drop-down, which takes no name from it: this
 * names the button. The drop-down itself has its name from a label's mnemonic, or by its accessible label. @name may hold a mnemonic. */
void patal_drop_down_set_name (GtkDropDown *choice, const char *name);

/* Lets the button of a drop-down of strings be narrower than its longest choice; the list that it opens shows all of each. */
void patal_drop_down_shorten (GtkDropDown *choice);

G_END_DECLS
