/* patal-board-politician.h: words beside which a politician's name is often found
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): the first word of @text (nullable) that names an office of politics or thanks somebody: "विधायक", "माननीय",
 * "MLA", "के सौजन्य से". An office within the name of a scheme is none: प्रधानमंत्री आवास योजना. */
char *patal_board_politician_word (const char *text);

G_END_DECLS
