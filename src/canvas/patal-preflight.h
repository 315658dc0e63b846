/* patal-preflight.h: what is wrong with a text before it is printed
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-font.h"
#include "patal-text-fault.h"

G_BEGIN_DECLS

/* The faults that patal_text_faults() finds, and those that only the letters of @face show: characters without a picture, and signs that are
 * set on a dotted circle. In the order of places. (transfer full), of PatalTextFault. */
GArray *patal_preflight (PatalFace *face, const char *text);

G_END_DECLS
