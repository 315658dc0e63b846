/* patal-unit-twin.h: another place that a place could be mistaken for
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Neither is an error: real files have codes that two places share, and two villages of one name. A form says it while one types. Both
 * are quick enough for that, on the main thread's reader; 0 where there is none, or the file cannot tell. */
#pragma once
#include "patal-unit.h"

G_BEGIN_DECLS

gint64 patal_unit_with_code (PatalDb *db, const PatalUnit *unit); /* another of its level that has its LGD code */
gint64 patal_unit_with_name (PatalDb *db, const PatalUnit *unit, PatalLang lang); /* another beside it, of the same name in @lang */

G_END_DECLS
