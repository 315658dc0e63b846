/* patal-unsaved-question.h: what is typed cannot be saved and would be lost: go back to it, or let it go
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-window.h"

G_BEGIN_DECLS

/* Asks in @window, with @heading, @why it cannot be saved, and the button @discard; once that is pressed, what is typed is dropped and @left called with @data.
 * @data_free when the question is gone. */
void patal_unsaved_question_ask (PatalWindow *window, const char *heading, const char *why, const char *discard,
                                 PatalWindowLeft left, gpointer data, GDestroyNotify data_free);

G_END_DECLS
