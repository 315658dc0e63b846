/* patal-application.h: the process: its windows, one for each file, and what is common to them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_APPLICATION (patal_application_get_type ())
G_DECLARE_FINAL_TYPE (PatalApplication, patal_application, PATAL, APPLICATION, AdwApplication)

PatalApplication *patal_application_new (void);

/* Shows @path: in the window that has it, else in one that has no file yet, else in a new one. @parent: (nullable): the window asked from. */
void patal_application_open_path (PatalApplication *app, const char *path, GtkWindow *parent);

/* Asks first where something typed would be lost. Ends this process and starts the program again with the files that are open: how a change of the language takes effect. */
void patal_application_restart (PatalApplication *app);

G_END_DECLS
