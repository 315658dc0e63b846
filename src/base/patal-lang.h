/* patal-lang.h: the two languages the office reads
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PATAL_LANG_HI,
  PATAL_LANG_EN,
} PatalLang;

G_END_DECLS
