/* patal-glue.h: words that are read as one and therefore stay in one line
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/* What the text between two spaces is, as far as its neighbours care. */
typedef enum
{
  PATAL_ROLE_NUMBER = 1 << 0,         /* 12,34,567/-  35.8  (20.12.2021 */
  PATAL_ROLE_DAY = 1 << 1,            /* a number from 1 to 31 */
  PATAL_ROLE_YEAR = 1 << 2,           /* a number of four digits, or 2021-22 */
  PATAL_ROLE_MONTH = 1 << 3,          /* दिसम्बर */
  PATAL_ROLE_UNIT = 1 << 4,           /* after a number: लाख, रुपये, कि.मी., % */
  PATAL_ROLE_SCALE = 1 << 5,          /* लाख, करोड़: another unit may follow */
  PATAL_ROLE_BEFORE_NUMBER = 1 << 6,  /* रु., दिनांक, क्र., धारा */
  PATAL_ROLE_BEFORE_NAME = 1 << 7,    /* श्री, डॉ., ए. */
  PATAL_ROLE_AFTER_WORD = 1 << 8,     /* a dash on its own, a letter on its own: (ब), (CT), जी */
} PatalRole;

/* A set of PatalRole: that of the @length bytes of @text, which hold no space. */
guint patal_roles_of (const char *text, gsize length);

/* Does a line rather not end between two texts that have these roles? */
gboolean patal_roles_stick (guint before, guint after);

G_END_DECLS
