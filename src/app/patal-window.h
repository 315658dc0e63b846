/* patal-window.h: the window of one file: header, tabs, and what is shown while there is no file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-application.h"
#include "patal-tabs.h"

G_BEGIN_DECLS

#define PATAL_TYPE_WINDOW (patal_window_get_type ())
G_DECLARE_FINAL_TYPE (PatalWindow, patal_window, PATAL, WINDOW, AdwApplicationWindow)

PatalWindow *patal_window_new (PatalApplication *app);

/* Shows the file at @path, or what is wrong with it and what can be done. */
void patal_window_open (PatalWindow *window, const char *path);

const char    *patal_window_get_path     (PatalWindow *window); /* (nullable): of the file shown, or being opened, or in trouble */
PatalDocument *patal_window_get_document (PatalWindow *window); /* (nullable) (transfer none) */
PatalTabs     *patal_window_get_tabs     (PatalWindow *window); /* (nullable) (transfer none): while a file is open */

/* Before the file is let go of. TRUE: what is typed is saved, or nothing is. FALSE: it is not right, and the user is asked, with
 * @heading and a button @discard (message ids' translations); @left is called once they let it go. @data_free in either case. */
typedef void (*PatalWindowLeft) (PatalWindow *window, gpointer data);
gboolean patal_window_leave (PatalWindow *window, const char *heading, const char *discard, PatalWindowLeft left, gpointer data,
                             GDestroyNotify data_free);

/* Lets go of the file: its threads have ended and its lock is free when this returns. The window keeps its path. */
void patal_window_release (PatalWindow *window);

/* Shows that something is under way that must end before a file is shown again. */
void patal_window_wait (PatalWindow *window, const char *sentence);

/* Shows a passing line for something that lies outside the file's own edits; @button (nullable) with its action and target. */
void patal_window_toast (PatalWindow *window, const char *sentence, const char *button, const char *action, GVariant *target);

/* Shows a line for as long as something takes that leaves the window usable; NULL once it has ended. */
void patal_window_busy (PatalWindow *window, const char *sentence);

G_END_DECLS
