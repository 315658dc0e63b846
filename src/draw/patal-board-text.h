/* patal-board-text.h: the text that a first print is kept as
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines, each a word that says what it is, numbers in millimetres and a text. First what is common to boards of its kind, then what is this
 * board's own. In a text a line feed is \n and a backslash \\. Only patal-board-*.c see this. */
#pragma once
#include "patal-board-plan.h"

G_BEGIN_DECLS

#define PATAL_BOARD_TEXT_BEGIN   "gram-patal-board "
#define PATAL_BOARD_TEXT_VERSION 1

#define PATAL_BOARD_N_KINDS 3
#define PATAL_BOARD_N_LANGS 2
extern const char *const patal_board_kinds[]; /* by PatalFormKind */
extern const char *const patal_board_langs[]; /* by PatalLang */

G_END_DECLS
