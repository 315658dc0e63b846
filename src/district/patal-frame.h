/* patal-frame.h: what all reports and charts of the office share: the scope, the head, the signature block
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-report.h"

G_BEGIN_DECLS

/* The unit that @args->scope names (id, LGD code, or name in either language), or the filter's "within" (an id); 0 where neither is given.
 * A code or a name that several units have means the highest of them. NOT_FOUND (PATAL_DB_ERROR) when none has it. */
gboolean patal_frame_scope (PatalDb *db, const PatalReportArgs *args, gint64 *out_unit, GError **error);

/* What stands above whatever is shown of @scope: the place, and the as-on line of @args (@out_as_on_line
 * may be NULL); each (transfer full) (nullable). */
gboolean patal_frame_head (PatalDb *db, const PatalReportArgs *args, gint64 scope, char **out_place, char **out_as_on_line, GError **error);

/* Gives @table its frame in the document's language: @title and @note (nullable) already in it, the place of @scope ("जिला जांजगीर-चांपा,
 * छत्तीसगढ़"; 0: of the file's only district, else of its only state), the as-on line, the words for totals and yes and no, and the signatories
 * of the office (patal-setting.h). */
gboolean patal_frame_apply (PatalDb *db, PatalTable *table, const PatalReportArgs *args, gint64 scope, const char *title,
                            const char *note, GError **error);

/* The filter's value of @key, NULL where it is not given. */
const char *patal_frame_filter (const PatalReportArgs *args, const char *key);

G_END_DECLS
