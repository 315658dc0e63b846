/* patal-cost-norm.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-cost-norm.h"
#include "patal-money.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-cost-norm-error-quark, patal_cost_norm_error)

static const char *const units[PATAL_N_NORM_UNITS] = { "person-day", "gp", "month", "year", "each" };

void
patal_cost_norm_clear (PatalCostNorm *norm)
{
  g_free (norm->set_name);
  g_free (norm->code);
  g_free (norm->names[PATAL_LANG_HI]);
  g_free (norm->names[PATAL_LANG_EN]);
  g_free (norm->source);
  g_free (norm->order_no);
  memset (norm, 0, sizeof *norm);
}

void
patal_cost_norm_free (PatalCostNorm *norm)
{
  if (norm == NULL)
    return;
  patal_cost_norm_clear (norm);
  g_free (norm);
}

#define NORM_COLUMNS "id, set_name, code, name_hi, name_en, source, order_no, paise, unit, valid_from, valid_to, verified"

static PatalNormUnit
unit_of (const char *id)
{
  PatalNormUnit unit = 0;

  while (unit < PATAL_NORM_EACH && g_strcmp0 (units[unit], id) != 0)
    unit++;
  return unit;
}

static void
read_norm (PatalRows *rows, PatalCostNorm *out)
{
  *out = (PatalCostNorm) {
    .id = patal_rows_int (rows, 0),
    .set_name = g_strdup (patal_rows_text (rows, 1)),
    .code = g_strdup (patal_rows_text (rows, 2)),
    .names = { [PATAL_LANG_HI] = g_strdup (patal_rows_text (rows, 3)), [PATAL_LANG_EN] = g_strdup (patal_rows_text (rows, 4)) },
    .source = g_strdup (patal_rows_text (rows, 5)),
    .order_no = g_strdup (patal_rows_text (rows, 6)),
    .paise = patal_rows_int (rows, 7),
    .unit = unit_of (patal_rows_text (rows, 8)),
    .valid = { patal_day_from_iso (patal_rows_text (rows, 9)), patal_day_from_iso (patal_rows_text (rows, 10)) },
    .verified = patal_rows_int (rows, 11) != 0,
  };
}

GPtrArray *
patal_cost_norms (PatalDb *db, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT " NORM_COLUMNS " FROM cost_norm ORDER BY valid_from DESC, set_name, code, id",
                                            PATAL_NO_ARGS);
  g_autoptr (GPtrArray) norms = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_cost_norm_free);

  while (patal_rows_next (&rows))
    {
      PatalCostNorm *norm = g_new (PatalCostNorm, 1);

      read_norm (&rows, norm);
      g_ptr_array_add (norms, norm);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&norms) : NULL;
}

static gboolean
refuse (GError **error, PatalCostNormError code, const char *sentence)
{
  g_set_error_literal (error, PATAL_COST_NORM_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
check (const PatalCostNorm *norm, GError **error)
{
  if (patal_training_is_blank (norm->set_name) || patal_training_is_blank (norm->code))
    return refuse (error, PATAL_COST_NORM_ERROR_NAME, _("A norm needs a code, and the name of the set to which it belongs"));
  if (patal_training_is_blank (norm->names[PATAL_LANG_HI]) || patal_training_is_blank (norm->names[PATAL_LANG_EN]))
    return refuse (error, PATAL_COST_NORM_ERROR_NAME, _("A norm needs a name in Hindi and in English"));
  if (norm->paise <= 0 || norm->paise > PATAL_MONEY_MAX_PAISE)
    return refuse (error, PATAL_COST_NORM_ERROR_RATE, _("A ceiling is more than 0"));
  if (norm->valid.from == PATAL_DAY_NONE)
    return refuse (error, PATAL_COST_NORM_ERROR_SPAN, _("Give the day from which the norm is in force"));
  if (norm->valid.to != PATAL_DAY_NONE && norm->valid.to < norm->valid.from)
    return refuse (error, PATAL_COST_NORM_ERROR_SPAN, _("The norm ends before it begins"));
  return TRUE;
}

gboolean
patal_cost_norm_put (PatalDb *db, PatalCostNorm *norm, GError **error)
{
  g_autofree char *from = NULL, *to = NULL;
  gint64 there = 1;

  if (!check (norm, error)
      || (norm->id != 0
          && !patal_db_int (db, "SELECT count (*) FROM cost_norm WHERE id = ?1", PATAL_ARGS (PATAL_INT (norm->id)), &there, error)))
    return FALSE;
  if (there == 0)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This norm is no longer in the file"));
      return FALSE;
    }
  if (norm->id == 0)
    norm->id = patal_db_new_id (db);
  from = patal_day_iso (norm->valid.from);
  to = norm->valid.to != PATAL_DAY_NONE ? patal_day_iso (norm->valid.to) : NULL;
  return patal_db_run (db,
    "INSERT INTO cost_norm (" NORM_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
    " ON CONFLICT (id) DO UPDATE SET set_name = ?2, code = ?3, name_hi = ?4, name_en = ?5, source = ?6, order_no = ?7, paise = ?8,"
    " unit = ?9, valid_from = ?10, valid_to = ?11, verified = ?12",
    PATAL_ARGS (PATAL_INT (norm->id), PATAL_TEXT (norm->set_name), PATAL_TEXT (norm->code),
                PATAL_TEXT (norm->names[PATAL_LANG_HI]), PATAL_TEXT (norm->names[PATAL_LANG_EN]), patal_training_text (norm->source),
                patal_training_text (norm->order_no), PATAL_INT (norm->paise), PATAL_TEXT (units[norm->unit]), PATAL_TEXT (from),
                PATAL_TEXT (to), PATAL_INT (norm->verified != FALSE)), error);
}

gboolean
patal_cost_norm_on (PatalDb *db, const char *code, PatalDay day, PatalCostNorm *out, GError **error)
{
  g_autofree char *iso = patal_day_iso (day);
  /* An office's own norm counts more than a shipped one of the same days: its id is larger. */
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT " NORM_COLUMNS ", ifnull (valid_to, '9999-12-31') >= ?2 FROM cost_norm WHERE code = ?1 AND valid_from <= ?2"
    " ORDER BY 13 DESC, valid_from DESC, id DESC LIMIT 1", PATAL_ARGS (PATAL_TEXT (code), PATAL_TEXT (iso)));
  g_auto (PatalCostNorm) norm = { 0 };

  if (patal_rows_next (&rows))
    {
      read_norm (&rows, &norm);
      norm.in_force = patal_rows_int (&rows, 12) != 0;
    }
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  *out = norm;
  memset (&norm, 0, sizeof norm); /* it is the caller's now */
  return TRUE;
}

const char *
patal_cost_norm_code (PatalCourseLevel level, PatalCourseMode mode, PatalVisitReach reach)
{
  if (mode == PATAL_MODE_VISIT)
    return reach == PATAL_VISIT_OUTSIDE ? "EXP-OUT" : "EXP-IN";
  return level == PATAL_COURSE_STATE ? "TRG-S" : level == PATAL_COURSE_DISTRICT ? "TRG-D" : "TRG-B";
}
