/* patal-level-word.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-level-word.h"
#include <glib/gi18n.h>

const char *
patal_level_word (PatalLevel level)
{
  static const char *const words[PATAL_N_LEVELS] = { N_("State"), N_("District"), N_("Block"), N_("Gram panchayat"),
                                                     N_("Village") };

  return _(words[level]);
}
