/* patal-blackout.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-blackout.h"
#include "patal-contact.h"
#include "patal-ids.h"
#include "patal-place-sql.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-blackout-error-quark, patal_blackout_error)

#define MOST_DAYS 731 /* two years: a longer one is a year typed wrongly */

static const struct { const char *id, *title; } reasons[PATAL_N_BLACKOUT_REASONS] = {
  { "election", N_("Election") }, { "fair", N_("Fair") }, { "code", N_("Code of conduct") }, { "monsoon", N_("Monsoon") },
  { "harvest", N_("Harvest") }, { "exam", N_("Examination") }, { "other", N_("Other") },
};

const char *
patal_blackout_reason_id (PatalBlackoutReason reason)
{
  g_return_val_if_fail (reason < PATAL_N_BLACKOUT_REASONS, NULL);
  return reasons[reason].id;
}

const char *
patal_blackout_reason_title (PatalBlackoutReason reason)
{
  g_return_val_if_fail (reason < PATAL_N_BLACKOUT_REASONS, NULL);
  return reasons[reason].title;
}

static PatalBlackoutReason
reason_of_id (const char *id)
{
  PatalBlackoutReason reason = 0;

  while (reason < PATAL_BLACKOUT_OTHER && g_strcmp0 (id, reasons[reason].id) != 0)
    reason++;
  return reason;
}

void
patal_blackout_clear (PatalBlackout *blackout)
{
  g_free (blackout->remark);
  memset (blackout, 0, sizeof *blackout);
}

void
patal_blackout_free (PatalBlackout *blackout)
{
  if (blackout == NULL)
    return;
  patal_blackout_clear (blackout);
  g_free (blackout);
}

/* id, unit, from_day, to_day, reason, hard, remark. */
static void
take_blackout (PatalRows *rows, PatalBlackout *blackout)
{
  blackout->id = patal_rows_int (rows, 0);
  blackout->unit = patal_rows_int (rows, 1);
  blackout->span.from = patal_day_from_iso (patal_rows_text (rows, 2));
  blackout->span.to = patal_day_from_iso (patal_rows_text (rows, 3));
  blackout->reason = reason_of_id (patal_rows_text (rows, 4));
  blackout->hard = patal_rows_int (rows, 5) != 0;
  blackout->remark = g_strdup (patal_rows_text (rows, 6));
}

gboolean
patal_blackout_load (PatalDb *db, gint64 id, PatalBlackout *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT id, unit, from_day, to_day, reason, hard, remark FROM blackout WHERE id = ?1",
                                            PATAL_ARGS (PATAL_INT (id)));
  g_auto (PatalBlackout) blackout = { 0 };
  gboolean found = patal_rows_next (&rows);

  if (found)
    take_blackout (&rows, &blackout);
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This blocked period is no longer in the file"));
      return FALSE;
    }
  *out = blackout;
  memset (&blackout, 0, sizeof blackout);
  return TRUE;
}

static gboolean
refuse (GError **error, PatalBlackoutError code, const char **field, const char *id, const char *sentence)
{
  *field = id;
  g_set_error_literal (error, PATAL_BLACKOUT_ERROR, (int) code, sentence);
  return FALSE;
}

gboolean
patal_blackout_check (const PatalBlackout *blackout, const char **field, GError **error)
{
  const char *ignored;

  if (field == NULL)
    field = &ignored;
  if (blackout->unit == 0)
    return refuse (error, PATAL_BLACKOUT_ERROR_UNIT, field, "unit", _("Choose the district, block or gram panchayat that is blocked"));
  if (blackout->span.from == PATAL_DAY_NONE)
    return refuse (error, PATAL_BLACKOUT_ERROR_SPAN, field, "from", _("Say on which day it begins"));
  if (blackout->span.to == PATAL_DAY_NONE)
    return refuse (error, PATAL_BLACKOUT_ERROR_SPAN, field, "to", _("Say on which day it ends"));
  if (blackout->span.to < blackout->span.from)
    return refuse (error, PATAL_BLACKOUT_ERROR_SPAN, field, "to", _("It ends before it begins"));
  if (patal_span_days (blackout->span) > MOST_DAYS)
    return refuse (error, PATAL_BLACKOUT_ERROR_SPAN, field, "to", _("It lasts longer than two years: check the year"));
  *field = "remark";
  return patal_contact_no_aadhaar (blackout->remark, error);
}

static gboolean
check_unit (PatalDb *db, gint64 unit, GError **error)
{
  const char *ignored;
  gint64 n;

  if (!patal_db_int (db, "SELECT count (*) FROM unit WHERE id = ?1", PATAL_ARGS (PATAL_INT (unit)), &n, error))
    return FALSE;
  return n > 0 || refuse (error, PATAL_BLACKOUT_ERROR_UNIT, &ignored, "unit",
                          _("The place that is blocked is no longer in the file: choose another"));
}

static gboolean
write_blackout (PatalDb *db, const char *sql, const PatalBlackout *blackout, GError **error)
{
  g_autofree char *from = patal_day_iso (blackout->span.from), *to = patal_day_iso (blackout->span.to);

  return patal_db_run (db, sql,
                       PATAL_ARGS (PATAL_INT (blackout->id), PATAL_INT (blackout->unit), PATAL_TEXT (from),
                                   PATAL_TEXT (to), PATAL_TEXT (patal_blackout_reason_id (blackout->reason)),
                                   PATAL_INT (blackout->hard != FALSE), PATAL_TEXT (blackout->remark)),
                       error);
}

gboolean
patal_blackout_insert (PatalDb *db, PatalBlackout *blackout, GError **error)
{
  if (!patal_blackout_check (blackout, NULL, error) || !check_unit (db, blackout->unit, error))
    return FALSE;
  blackout->id = patal_db_new_id (db);
  return write_blackout (db, "INSERT INTO blackout (id, unit, from_day, to_day, reason, hard, remark) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                         blackout, error);
}

gboolean
patal_blackout_update (PatalDb *db, const PatalBlackout *blackout, GError **error)
{
  return patal_blackout_check (blackout, NULL, error) && check_unit (db, blackout->unit, error)
         && write_blackout (db, "UPDATE blackout SET unit = ?2, from_day = ?3, to_day = ?4, reason = ?5, hard = ?6, remark = ?7"
                                " WHERE id = ?1", blackout, error);
}

gboolean
patal_blackout_remove (PatalDb *db, gint64 id, GError **error)
{
  return patal_db_run (db, "DELETE FROM blackout WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error);
}

GPtrArray *
patal_blackouts_at (PatalDb *db, gint64 unit, PatalSpan span, GError **error)
{
  g_autofree char *from = patal_day_iso (span.from), *to = patal_day_iso (span.to);
  g_auto (PatalRows) rows = patal_db_query (db,
    "WITH RECURSIVE " PATAL_SQL_ABOVE ("above", "?1")
    " SELECT id, unit, from_day, to_day, reason, hard, remark FROM blackout WHERE unit IN above AND from_day <= ?3 AND to_day >= ?2"
    " ORDER BY from_day, hard DESC, id", PATAL_ARGS (PATAL_INT (unit), PATAL_TEXT (from), PATAL_TEXT (to)));
  g_autoptr (GPtrArray) blackouts = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_blackout_free);

  while (patal_rows_next (&rows))
    {
      PatalBlackout *blackout = g_new0 (PatalBlackout, 1);

      take_blackout (&rows, blackout);
      g_ptr_array_add (blackouts, blackout);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&blackouts) : NULL;
}

GArray *
patal_blackout_ids (PatalDb *db, const PatalBlackoutFilter *filter, GError **error)
{
  g_autofree char *from = filter->span.from != PATAL_DAY_NONE ? patal_day_iso (filter->span.from) : NULL;
  g_autofree char *to = filter->span.to != PATAL_DAY_NONE ? patal_day_iso (filter->span.to) : NULL;

  return patal_ids_read (db,
    "WITH RECURSIVE " PATAL_SQL_ABOVE ("above", "?1") ", " PATAL_SQL_BELOW ("below", "?1")
    " SELECT id FROM blackout WHERE (?1 = 0 OR unit IN above OR unit IN below) AND (?3 IS NULL OR from_day <= ?3)"
    " AND (?2 IS NULL OR to_day >= ?2) ORDER BY from_day, to_day, id",
    PATAL_ARGS (PATAL_INT (filter->unit), PATAL_TEXT (from), PATAL_TEXT (to)), PATAL_IDS_FORWARDS, error);
}

const char patal_blackout_row_sql[] =
  "SELECT from_day, to_day, unit.id, unit.name_hi, unit.name_en, reason, hard, blackout.remark"
  " FROM blackout JOIN unit ON unit.id = blackout.unit WHERE blackout.id = ?1";
