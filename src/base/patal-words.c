/* patal-words.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-words.h"
