/* patal-holiday.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-holiday-private.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-holiday-error-quark, patal_holiday_error)

static const struct { const char *id, *title; PatalEffect effect; } classes[PATAL_N_HOLIDAY_CLASSES] = {
  [PATAL_HOLIDAY_PUBLIC] = { "public", N_("Public holiday"), PATAL_EFFECT_BLOCK },
  [PATAL_HOLIDAY_GENERAL] = { "general", N_("General holiday"), PATAL_EFFECT_BLOCK },
  [PATAL_HOLIDAY_OPTIONAL] = { "optional", N_("Optional holiday"), PATAL_EFFECT_WARN },
  [PATAL_HOLIDAY_LOCAL] = { "local", N_("Local holiday"), PATAL_EFFECT_BLOCK },
  [PATAL_HOLIDAY_TREASURY] = { "treasury", N_("Treasury holiday"), PATAL_EFFECT_PAYMENTS },
};

const char *
patal_holiday_class_id (PatalHolidayClass klass)
{
  g_return_val_if_fail (klass < PATAL_N_HOLIDAY_CLASSES, NULL);
  return classes[klass].id;
}

const char *
patal_holiday_class_title (PatalHolidayClass klass)
{
  g_return_val_if_fail (klass < PATAL_N_HOLIDAY_CLASSES, NULL);
  return classes[klass].title;
}

PatalEffect
patal_holiday_class_effect (PatalHolidayClass klass)
{
  g_return_val_if_fail (klass < PATAL_N_HOLIDAY_CLASSES, PATAL_EFFECT_NONE);
  return classes[klass].effect;
}

PatalHolidayClass
patal_holiday_class_of_id (const char *id)
{
  PatalHolidayClass klass = 0;

  while (klass + 1 < PATAL_N_HOLIDAY_CLASSES && g_strcmp0 (id, classes[klass].id) != 0)
    klass++;
  return klass;
}

void
patal_holiday_clear (PatalHoliday *holiday)
{
  g_free (holiday->name_hi);
  g_free (holiday->name_en);
  g_free (holiday->state_code);
  g_free (holiday->source);
  g_free (holiday->order_no);
  memset (holiday, 0, sizeof *holiday);
}

void
patal_holiday_free (PatalHoliday *holiday)
{
  if (holiday == NULL)
    return;
  patal_holiday_clear (holiday);
  g_free (holiday);
}

/* id, day, name_hi, name_en, class, state_code, district, source, order_no, verified. */
static void
take_holiday (PatalRows *rows, PatalHoliday *holiday)
{
  holiday->id = patal_rows_int (rows, 0);
  holiday->day = patal_day_from_iso (patal_rows_text (rows, 1));
  holiday->name_hi = g_strdup (patal_rows_text (rows, 2));
  holiday->name_en = g_strdup (patal_rows_text (rows, 3));
  holiday->klass = patal_holiday_class_of_id (patal_rows_text (rows, 4));
  holiday->state_code = *patal_rows_text (rows, 5) != '\0' ? g_strdup (patal_rows_text (rows, 5)) : NULL;
  holiday->district = patal_rows_int (rows, 6);
  holiday->source = g_strdup (patal_rows_text (rows, 7));
  holiday->order_no = g_strdup (patal_rows_text (rows, 8));
  holiday->verified = patal_rows_int (rows, 9) != 0;
}

gboolean
patal_holiday_load (PatalDb *db, gint64 id, PatalHoliday *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, day, name_hi, name_en, class, state_code, district, source, order_no, verified FROM holiday WHERE id = ?1",
    PATAL_ARGS (PATAL_INT (id)));
  g_auto (PatalHoliday) holiday = { 0 };
  gboolean found = patal_rows_next (&rows);

  if (found)
    take_holiday (&rows, &holiday);
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This holiday is no longer in the file"));
      return FALSE;
    }
  *out = holiday;
  memset (&holiday, 0, sizeof holiday);
  return TRUE;
}

static gboolean
refuse (GError **error, PatalHolidayError code, const char **field, const char *id, const char *sentence)
{
  *field = id;
  g_set_error_literal (error, PATAL_HOLIDAY_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
check_scope (const PatalHoliday *holiday, const char **field, GError **error)
{
  const char *code = holiday->state_code;

  if (holiday->klass == PATAL_HOLIDAY_LOCAL && holiday->district == 0)
    return refuse (error, PATAL_HOLIDAY_ERROR_SCOPE, field, "district", _("A local holiday is one of a district: choose it"));
  if (holiday->klass != PATAL_HOLIDAY_LOCAL && holiday->district != 0)
    return refuse (error, PATAL_HOLIDAY_ERROR_SCOPE, field, "district",
                   _("Only a local holiday is one of a single district: choose that class, or take the district away"));
  if (holiday->district != 0 && code != NULL)
    return refuse (error, PATAL_HOLIDAY_ERROR_SCOPE, field, "state_code", _("A holiday of a district is not one of the whole state too"));
  if (code != NULL && (*code == '\0' || strlen (code) > 2 || strspn (code, "0123456789") != strlen (code)))
    return refuse (error, PATAL_HOLIDAY_ERROR_SCOPE, field, "state_code", _("A state's code has one or two digits"));
  return TRUE;
}

gboolean
patal_holiday_check (const PatalHoliday *holiday, const char **field, GError **error)
{
  const char *ignored;

  if (field == NULL)
    field = &ignored;
  if (holiday->day == PATAL_DAY_NONE)
    return refuse (error, PATAL_HOLIDAY_ERROR_DAY, field, "day", _("Say on which day the holiday is"));
  if (holiday->name_hi == NULL && holiday->name_en == NULL)
    return refuse (error, PATAL_HOLIDAY_ERROR_NAME, field, "name_hi", _("A holiday needs a name, in Hindi or in English"));
  if (!check_scope (holiday, field, error))
    return FALSE;
  if (holiday->verified && holiday->order_no == NULL)
    return refuse (error, PATAL_HOLIDAY_ERROR_ORDER, field, "order_no",
                   _("A holiday is confirmed by the number of the order or notification that declares it"));
  return TRUE;
}

gboolean
patal_holiday_same_name (const char *one_hi, const char *one_en, const char *other_hi, const char *other_en)
{
  const char *pairs[][2] = { { one_hi, other_hi }, { one_en, other_en } };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *a = NULL, *b = NULL;

      if (pairs[i][0] == NULL || pairs[i][1] == NULL)
        continue;
      a = patal_text_fold (pairs[i][0], PATAL_FOLD_MATCH);
      b = patal_text_fold (pairs[i][1], PATAL_FOLD_MATCH);
      if (*a != '\0' && g_str_equal (a, b))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_not_repeated (PatalDb *db, const PatalHoliday *holiday, GError **error)
{
  g_autofree char *day = patal_day_iso (holiday->day);
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT name_hi, name_en FROM holiday WHERE day = ?1 AND state_code = ?2 AND ifnull (district, 0) = ?3 AND id <> ?4",
    PATAL_ARGS (PATAL_TEXT (day), PATAL_TEXT (holiday->state_code != NULL ? holiday->state_code : ""), PATAL_INT (holiday->district),
                PATAL_INT (holiday->id)));
  gboolean repeated = FALSE;
  const char *ignored;

  while (!repeated && patal_rows_next (&rows))
    repeated = patal_holiday_same_name (patal_rows_text (&rows, 0), patal_rows_text (&rows, 1),
                                        holiday->name_hi, holiday->name_en);
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  return !repeated || refuse (error, PATAL_HOLIDAY_ERROR_REPEATED, &ignored, "name_hi",
                              _("This holiday is in the list of that day already"));
}

static gboolean
check_district (PatalDb *db, gint64 district, GError **error)
{
  const char *ignored;
  gint64 n;

  if (district == 0)
    return TRUE;
  if (!patal_db_int (db, "SELECT count (*) FROM unit WHERE id = ?1 AND level = 'district'", PATAL_ARGS (PATAL_INT (district)), &n, error))
    return FALSE;
  return n > 0 || refuse (error, PATAL_HOLIDAY_ERROR_SCOPE, &ignored, "district", _("A local holiday is one of a district: choose it"));
}

static gboolean
write_holiday (PatalDb *db, const char *sql, const PatalHoliday *holiday, GError **error)
{
  g_autofree char *day = patal_day_iso (holiday->day);

  return patal_db_run (db, sql,
                       PATAL_ARGS (PATAL_INT (holiday->id), PATAL_TEXT (day), PATAL_TEXT (holiday->name_hi),
                                   PATAL_TEXT (holiday->name_en),
                                   PATAL_TEXT (patal_holiday_class_id (holiday->klass)),
                                   PATAL_TEXT (holiday->state_code != NULL ? holiday->state_code : ""),
                                   PATAL_INT_OR_NULL (holiday->district), PATAL_TEXT (holiday->source),
                                   PATAL_TEXT (holiday->order_no), PATAL_INT (holiday->verified != FALSE)),
                       error);
}

gboolean
patal_holiday_insert (PatalDb *db, PatalHoliday *holiday, GError **error)
{
  holiday->id = 0;
  if (!patal_holiday_check (holiday, NULL, error) || !check_district (db, holiday->district, error)
      || !check_not_repeated (db, holiday, error))
    return FALSE;
  holiday->id = patal_db_new_id (db);
  return write_holiday (db, "INSERT INTO holiday (id, day, name_hi, name_en, class, state_code, district, source, order_no, verified)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)", holiday, error);
}

gboolean
patal_holiday_update (PatalDb *db, const PatalHoliday *holiday, GError **error)
{
  return patal_holiday_check (holiday, NULL, error) && check_district (db, holiday->district, error)
         && check_not_repeated (db, holiday, error)
         && write_holiday (db, "UPDATE holiday SET day = ?2, name_hi = ?3, name_en = ?4, class = ?5, state_code = ?6, district = ?7,"
                               " source = ?8, order_no = ?9, verified = ?10 WHERE id = ?1", holiday, error);
}

gboolean
patal_holiday_remove (PatalDb *db, gint64 id, GError **error)
{
  return patal_db_run (db, "DELETE FROM holiday WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error);
}

gboolean
patal_holiday_confirm (PatalDb *db, const gint64 *ids, gsize n, const char *order_no, GError **error)
{
  g_autofree char *clean = order_no != NULL ? patal_text_clean (order_no) : NULL;
  const char *ignored;

  if (clean == NULL)
    return refuse (error, PATAL_HOLIDAY_ERROR_ORDER, &ignored, "order_no",
                   _("A holiday is confirmed by the number of the order or notification that declares it"));
  for (gsize i = 0; i < n; i++)
    if (!patal_db_run (db, "UPDATE holiday SET verified = 1, order_no = ?2 WHERE id = ?1",
                       PATAL_ARGS (PATAL_INT (ids[i]), PATAL_TEXT (clean)), error))
      return FALSE;
  return TRUE;
}
