/* patal-discard-question.h: a window is closed in which something typed is not saved
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* To be called by its close_request: asks whether what was typed is thrown away, and if so destroys @window. While it is asked, nothing happens. */
void patal_discard_question_ask (GtkWindow *window);

G_END_DECLS
