/* patal-export-place.h: asking where a file goes that the program writes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One of both is NULL: @path is where to write, with its ending; @problem a sentence that says why it cannot be there. */
typedef void (*PatalExportPlaceChosen) (gpointer user_data, const char *path, const char *problem);

/* (transfer full): the dialog, shown over @parent, with the folder chosen last; unreferencing it takes it away. @stem is the proposed name,
 * without @ending (".pdf"). @chosen is called once, or never where the user thinks better of it, and not after @user_data, an object, is gone. */
GtkFileChooserNative *patal_export_place_ask (GtkWindow *parent, const char *stem, const char *ending, PatalExportPlaceChosen chosen,
                                              gpointer user_data);

/* The same for a folder, for several files. */
GtkFileChooserNative *patal_export_place_ask_folder (GtkWindow *parent, PatalExportPlaceChosen chosen, gpointer user_data);

G_END_DECLS
