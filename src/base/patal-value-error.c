/* patal-value-error.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-value-error.h"

G_DEFINE_QUARK (patal - value - error - quark, patal_value_error)
