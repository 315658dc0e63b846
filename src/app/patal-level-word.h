/* patal-level-word.h: what kind of place a unit is, in the window's language
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-unit.h"

G_BEGIN_DECLS

const char *patal_level_word (PatalLevel level); /* "Block"; (transfer none) */

G_END_DECLS
