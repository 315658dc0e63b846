/* patal-setting.h: settings of the office, kept in its file and undoable: the five-day week, the signatories
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-edit.h"

G_BEGIN_DECLS

#define PATAL_SETTING_FIVE_DAY_WEEK       "five-day-week"       /* "1", "0" */
#define PATAL_SETTING_FIVE_DAY_WEEK_ORDER "five-day-week-order" /* the number of the order that says so */
#define PATAL_SETTING_PREPARED_BY         "prepared-by"         /* signature block, left: "तैयारकर्ता" unless set */
#define PATAL_SETTING_CHECKED_BY          "checked-by"          /* middle */
#define PATAL_SETTING_SIGNED_BY           "signed-by"           /* right: the chief executive officer */

/* *@out (transfer full): NULL where it was never set. */
gboolean patal_setting_get (PatalDb *db, const char *key, char **out, GError **error);
/* Inside an edit; NULL takes the setting away. */
gboolean patal_setting_set (PatalDb *db, const char *key, const char *value, GError **error);

G_END_DECLS
