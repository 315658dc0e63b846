/* patal-demo-file.h: the demonstration, made when it is first looked at
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-application.h"

G_BEGIN_DECLS

/* Opens the demonstration of this user; makes it first where there is none yet. @parent: (nullable). */
void patal_demo_file_show (PatalApplication *app, GtkWindow *parent);

G_END_DECLS
