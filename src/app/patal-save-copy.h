/* patal-save-copy.h: a whole copy of the file where the user wants it: a memory stick
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-window.h"

G_BEGIN_DECLS

void patal_save_copy (PatalWindow *window); /* asks for the place, copies in the reading thread, says where it lies */

G_END_DECLS
