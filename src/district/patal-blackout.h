/* patal-blackout.h: spans in which a unit, and all below it, cannot be trained
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-edit.h"
#include "patal-day.h"

G_BEGIN_DECLS

typedef enum { PATAL_BLACKOUT_ELECTION, PATAL_BLACKOUT_FAIR, PATAL_BLACKOUT_CODE, PATAL_BLACKOUT_MONSOON, PATAL_BLACKOUT_HARVEST,
               PATAL_BLACKOUT_EXAM, PATAL_BLACKOUT_OTHER, PATAL_N_BLACKOUT_REASONS } PatalBlackoutReason;
const char *patal_blackout_reason_id    (PatalBlackoutReason reason); /* "election" … */
const char *patal_blackout_reason_title (PatalBlackoutReason reason); /* a message id: "Election", "Code of conduct" … */

#define PATAL_BLACKOUT_ERROR (patal_blackout_error_quark ())
GQuark patal_blackout_error_quark (void);
typedef enum
{
  PATAL_BLACKOUT_ERROR_UNIT, /* no unit, or one that is gone */
  PATAL_BLACKOUT_ERROR_SPAN, /* a day is missing, or it ends before it begins, or lasts longer than two years */
} PatalBlackoutError;

typedef struct
{
  gint64              id, unit;
  PatalSpan           span;
  PatalBlackoutReason reason;
  gboolean            hard;   /* else it only warns */
  char               *remark; /* (nullable) */
} PatalBlackout;
void patal_blackout_clear (PatalBlackout *blackout);
void patal_blackout_free  (PatalBlackout *blackout);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalBlackout, patal_blackout_clear)

gboolean patal_blackout_load   (PatalDb *db, gint64 id, PatalBlackout *out, GError **error);
/* On any thread, without the file; *@field (nullable): "unit", "from", "to", "remark". */
gboolean patal_blackout_check  (const PatalBlackout *blackout, const char **field, GError **error);
gboolean patal_blackout_insert (PatalDb *db, PatalBlackout *blackout, GError **error); /* inside an edit, as the others */
gboolean patal_blackout_update (PatalDb *db, const PatalBlackout *blackout, GError **error);
gboolean patal_blackout_remove (PatalDb *db, gint64 id, GError **error);

/* (transfer full) (element-type PatalBlackout): those of @unit and of every unit above it that touch @span,
   by first day. */
GPtrArray *patal_blackouts_at (PatalDb *db, gint64 unit, PatalSpan span, GError **error);

typedef struct
{
  PatalSpan span;   /* those that touch it; {0, 0}: all */
  gint64    unit;   /* those of it, above it and below it; 0: all */
} PatalBlackoutFilter;
GArray *patal_blackout_ids (PatalDb *db, const PatalBlackoutFilter *filter, GError **error); /* by first day; (transfer full) (element-type gint64) */

typedef enum { PATAL_BLACKOUT_COL_FROM /* YYYY-MM-DD */, PATAL_BLACKOUT_COL_TO, PATAL_BLACKOUT_COL_UNIT_ID, PATAL_BLACKOUT_COL_UNIT_HI, PATAL_BLACKOUT_COL_UNIT_EN,
               PATAL_BLACKOUT_COL_REASON, PATAL_BLACKOUT_COL_HARD, PATAL_BLACKOUT_COL_REMARK } PatalBlackoutColumn;
extern const char patal_blackout_row_sql[];
G_END_DECLS
