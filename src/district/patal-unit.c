/* patal-unit.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unit.h"
#include "patal-degrees.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-unit-error-quark, patal_unit_error)

#define COUNT_OR_NULL(n) ((n) >= 0 ? PATAL_INT (n) : PATAL_NULL)

static const char *const level_ids[PATAL_N_LEVELS] = { "state", "district", "block", "gp", "village" };

const char *
patal_level_id (PatalLevel level)
{
  g_return_val_if_fail ((guint) level < PATAL_N_LEVELS, NULL);
  return level_ids[level];
}

static PatalLevel
level_from_id (const char *id)
{
  for (guint i = 0; i < PATAL_N_LEVELS; i++)
    if (g_strcmp0 (level_ids[i], id) == 0)
      return i;
  return PATAL_N_LEVELS;
}

void
patal_unit_clear (PatalUnit *unit)
{
  g_free (unit->name_hi);
  g_free (unit->name_en);
  g_free (unit->lgd_code);
  g_free (unit->remark);
  g_strfreev (unit->aliases);
  *unit = (PatalUnit) { .households = -1, .population = -1, .sc = -1, .st = -1 };
}

static gint64
count_of (PatalRows *rows, int column)
{
  return patal_rows_null (rows, column) ? -1 : patal_rows_int (rows, column);
}

static void
read_unit (PatalRows *rows, PatalUnit *out)
{
  *out = (PatalUnit) {
    .id = patal_rows_int (rows, 0),
    .parent = patal_rows_int (rows, 1),
    .level = level_from_id (patal_rows_text (rows, 2)),
    .name_hi = g_strdup (patal_rows_text (rows, 3)),
    .name_en = g_strdup (patal_rows_text (rows, 4)),
    .lgd_code = g_strdup (patal_rows_text (rows, 5)),
    .valid_from = patal_day_from_iso (patal_rows_text (rows, 6)),
    .valid_to = patal_day_from_iso (patal_rows_text (rows, 7)),
    .pesa = patal_rows_int (rows, 8) != 0,
    .aspirational = patal_rows_int (rows, 9) != 0,
    .antyodaya = patal_rows_int (rows, 10) != 0,
    .has_place = !patal_rows_null (rows, 11),
    .lat = patal_rows_real (rows, 11),
    .lon = patal_rows_real (rows, 12),
    .households = count_of (rows, 13),
    .population = count_of (rows, 14),
    .sc = count_of (rows, 15),
    .st = count_of (rows, 16),
    .remark = g_strdup (patal_rows_text (rows, 17)),
  };
}

static gboolean
load_aliases (PatalDb *db, gint64 id, GStrv *out, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT name FROM unit_alias WHERE unit = ?1 ORDER BY id",
                                            PATAL_ARGS (PATAL_INT (id)));

  while (patal_rows_next (&rows))
    g_strv_builder_add (names, patal_rows_text (&rows, 0));
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  *out = g_strv_builder_end (names);
  return TRUE;
}

static gboolean
set_gone (GError **error)
{
  g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("That place is no longer in the file"));
  return FALSE;
}

gboolean
patal_unit_load (PatalDb *db, gint64 id, PatalUnit *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, parent, level, name_hi, name_en, lgd_code, valid_from, valid_to, pesa, aspirational, antyodaya, lat, lon,"
    " households, population, sc, st, remark FROM unit WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)));
  g_auto (PatalUnit) unit = { .population = -1 };
  gboolean found = patal_rows_next (&rows);

  if (found)
    read_unit (&rows, &unit);
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    return set_gone (error);
  if (!load_aliases (db, id, &unit.aliases, error))
    return FALSE;
  *out = unit;
  memset (&unit, 0, sizeof unit); /* it is the caller's now */
  return TRUE;
}

static gboolean
refuse (const char **field, const char *name, GError **error, PatalUnitError code, const char *message)
{
  if (field != NULL)
    *field = name;
  g_set_error_literal (error, PATAL_UNIT_ERROR, code, message);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
check_place (const PatalUnit *unit, const char **field, GError **error)
{
  g_autoptr (GError) fault = NULL;
  PatalDegreesHalf half;

  if (!unit->has_place)
    return TRUE;
  if (patal_degrees_check_place (unit->lat, unit->lon, &half, &fault))
    return TRUE;
  return refuse (field, half == PATAL_DEGREES_LAT ? "lat" : "lon", error, PATAL_UNIT_ERROR_PLACE, fault->message);
}

static gboolean
check_people (const PatalUnit *unit, const char **field, GError **error)
{
  const struct { const char *field; gint64 n; } counts[] = {
    { "households", unit->households }, { "population", unit->population }, { "sc", unit->sc }, { "st", unit->st },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i].n < -1)
      return refuse (field, counts[i].field, error, PATAL_UNIT_ERROR_PEOPLE, _("A number of people cannot be below 0"));
  if (unit->population >= 0 && MAX (unit->sc, 0) + MAX (unit->st, 0) > unit->population)
    return refuse (field, "population", error, PATAL_UNIT_ERROR_PEOPLE,
                   _("Scheduled Castes and Scheduled Tribes together are more than the population"));
  return TRUE;
}

gboolean
patal_unit_check (const PatalUnit *unit, const char **field, GError **error)
{
  const char *code = unit->lgd_code;

  if (is_blank (unit->name_hi) && is_blank (unit->name_en))
    return refuse (field, "name_hi", error, PATAL_UNIT_ERROR_NAME, _("Give a name, in Hindi or in English"));
  if (code != NULL && (strlen (code) < 1 || strlen (code) > 6 || strspn (code, "0123456789") != strlen (code)))
    return refuse (field, "lgd_code", error, PATAL_UNIT_ERROR_CODE, _("An LGD code has 1 to 6 digits"));
  if (unit->valid_from != PATAL_DAY_NONE && unit->valid_to != PATAL_DAY_NONE && unit->valid_to < unit->valid_from)
    return refuse (field, "valid_to", error, PATAL_UNIT_ERROR_SPAN, _("It ends before it begins"));
  return check_place (unit, field, error) && check_people (unit, field, error);
}

/* What needs the file: the unit above is there and one level higher, which also rules out circles. */
static gboolean
check_parent (PatalDb *db, const PatalUnit *unit, GError **error)
{
  g_auto (PatalRows) rows = { 0 };
  PatalLevel above = PATAL_N_LEVELS;

  if (unit->level == PATAL_LEVEL_STATE)
    return unit->parent == 0 || refuse (NULL, NULL, error, PATAL_UNIT_ERROR_PARENT, _("Nothing stands above a state"));
  rows = patal_db_query (db, "SELECT level FROM unit WHERE id = ?1", PATAL_ARGS (PATAL_INT (unit->parent)));
  if (patal_rows_next (&rows))
    above = level_from_id (patal_rows_text (&rows, 0));
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (above + 1 != unit->level)
    return refuse (NULL, NULL, error, PATAL_UNIT_ERROR_PARENT,
                   _("The place above must be one level higher: a gram panchayat lies in a block, a block in a district"));
  return TRUE;
}

static gboolean
write_aliases (PatalDb *db, const PatalUnit *unit, GError **error)
{
  g_auto (GStrv) old = NULL;

  if (!load_aliases (db, unit->id, &old, error))
    return FALSE;
  for (guint i = 0; old[i] != NULL; i++)
    if ((unit->aliases == NULL || !g_strv_contains ((const char *const *) unit->aliases, old[i]))
        && !patal_db_run (db, "DELETE FROM unit_alias WHERE unit = ?1 AND name = ?2",
                          PATAL_ARGS (PATAL_INT (unit->id), PATAL_TEXT (old[i])), error))
      return FALSE;
  for (guint i = 0; unit->aliases != NULL && unit->aliases[i] != NULL; i++)
    if (!is_blank (unit->aliases[i]) && !g_strv_contains ((const char *const *) old, unit->aliases[i])
        && !patal_db_run (db, "INSERT INTO unit_alias (id, unit, name) VALUES (?1, ?2, ?3)",
                          PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (unit->id),
                                      PATAL_TEXT (unit->aliases[i])), error))
      return FALSE;
  return TRUE;
}

static gboolean
write_unit (PatalDb *db, const char *sql, const PatalUnit *unit, GError **error)
{
  g_autofree char *from = unit->valid_from != PATAL_DAY_NONE ? patal_day_iso (unit->valid_from) : NULL;
  g_autofree char *to = unit->valid_to != PATAL_DAY_NONE ? patal_day_iso (unit->valid_to) : NULL;

  return patal_db_run (db, sql, PATAL_ARGS (
    PATAL_INT (unit->id), PATAL_TEXT (level_ids[unit->level]), PATAL_INT_OR_NULL (unit->parent),
    PATAL_TEXT (is_blank (unit->name_hi) ? NULL : unit->name_hi), PATAL_TEXT (is_blank (unit->name_en) ? NULL : unit->name_en),
    PATAL_TEXT (unit->lgd_code), PATAL_TEXT (from), PATAL_TEXT (to),
    PATAL_INT (unit->pesa ? 1 : 0), PATAL_INT (unit->aspirational ? 1 : 0), PATAL_INT (unit->antyodaya ? 1 : 0),
    unit->has_place ? PATAL_REAL (unit->lat) : PATAL_NULL, unit->has_place ? PATAL_REAL (unit->lon) : PATAL_NULL,
    COUNT_OR_NULL (unit->households), COUNT_OR_NULL (unit->population), COUNT_OR_NULL (unit->sc), COUNT_OR_NULL (unit->st),
    PATAL_TEXT (is_blank (unit->remark) ? NULL : unit->remark)), error);
}

gboolean
patal_unit_insert (PatalDb *db, PatalUnit *unit, GError **error)
{
  if (!patal_unit_check (unit, NULL, error) || !check_parent (db, unit, error))
    return FALSE;
  unit->id = patal_db_new_id (db);
  return write_unit (db,
    "INSERT INTO unit (id, level, parent, name_hi, name_en, lgd_code, valid_from, valid_to, pesa, aspirational, antyodaya,"
    " lat, lon, households, population, sc, st, remark)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)", unit, error)
    && write_aliases (db, unit, error);
}

gboolean
patal_unit_update (PatalDb *db, const PatalUnit *unit, GError **error)
{
  gint64 there;

  if (!patal_unit_check (unit, NULL, error) || !check_parent (db, unit, error))
    return FALSE;
  if (!patal_db_int (db, "SELECT count(*) FROM unit WHERE id = ?1", PATAL_ARGS (PATAL_INT (unit->id)), &there, error))
    return FALSE;
  if (there == 0)
    return set_gone (error);
  return write_unit (db,
    "UPDATE unit SET level = ?2, parent = ?3, name_hi = ?4, name_en = ?5, lgd_code = ?6, valid_from = ?7, valid_to = ?8,"
    " pesa = ?9, aspirational = ?10, antyodaya = ?11, lat = ?12, lon = ?13, households = ?14, population = ?15, sc = ?16,"
    " st = ?17, remark = ?18 WHERE id = ?1", unit, error)
    && write_aliases (db, unit, error);
}

/* Each says how many rows of one kind name the unit; what rooms above keep is caught by the foreign keys. */
static const struct
{
  const char *sql, *one, *many;
} uses[] = {
  { "SELECT count(*) FROM unit WHERE parent = ?1",
    PATAL_N_PLURAL ("%u place lies in it; move or remove it first",
                    "%u places lie in it; move or remove them first") },
  { "SELECT count(*) FROM posting WHERE unit = ?1",
    PATAL_N_PLURAL ("%u posting is there; remove it first",
                    "%u postings are there; remove them first") },
  { "SELECT count(*) FROM venue WHERE unit = ?1",
    PATAL_N_PLURAL ("%u venue is there; remove it first",
                    "%u venues are there; remove them first") },
  { "SELECT count(*) FROM holiday WHERE district = ?1",
    PATAL_N_PLURAL ("%u local holiday is of this district; remove it first",
                    "%u local holidays are of this district; remove them first") },
  { "SELECT count(*) FROM blackout WHERE unit = ?1",
    PATAL_N_PLURAL ("%u blackout is set for it; remove it first",
                    "%u blackouts are set for it; remove them first") },
};

static gboolean
check_unused (PatalDb *db, gint64 id, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      gint64 n;

      if (!patal_db_int (db, uses[i].sql, PATAL_ARGS (PATAL_INT (id)), &n, error))
        return FALSE;
      if (n > 0)
        {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* msgfmt -c checks the translations of the table above */
          g_set_error (error, PATAL_UNIT_ERROR, PATAL_UNIT_ERROR_IN_USE,
                       g_dngettext (GETTEXT_PACKAGE, uses[i].one, uses[i].many, (gulong) n), (guint) n);
#pragma GCC diagnostic pop
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
patal_unit_remove (PatalDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) inner = NULL;

  if (!check_unused (db, id, error)
      || !patal_db_run (db, "DELETE FROM unit_alias WHERE unit = ?1", PATAL_ARGS (PATAL_INT (id)), error))
    return FALSE;
  if (patal_db_run (db, "DELETE FROM unit WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), &inner))
    return TRUE;
  if (g_error_matches (inner, PATAL_DB_ERROR, PATAL_DB_ERROR_CONSTRAINT))
    g_set_error_literal (error, PATAL_UNIT_ERROR, PATAL_UNIT_ERROR_IN_USE,
                         _("Other records of the file, such as works, still name this place: remove them or give them another place first"));
  else
    g_propagate_error (error, g_steal_pointer (&inner));
  return FALSE;
}

char *
patal_unit_name (PatalDb *db, gint64 id, PatalLang lang)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT CASE ?2 WHEN 0 THEN ifnull (name_hi, name_en) ELSE ifnull (name_en, name_hi) END FROM unit WHERE id = ?1",
    PATAL_ARGS (PATAL_INT (id), PATAL_INT (lang == PATAL_LANG_HI ? 0 : 1)));

  return patal_rows_next (&rows) ? g_strdup (patal_rows_text (&rows, 0)) : NULL;
}

const PatalSearchSource patal_unit_search[] = {
  { .table = "unit", .kind = "unit", .entry_sql =
    "SELECT id, ifnull (name_hi || char (10), '') || ifnull (name_en || char (10), '')"
    " || ifnull ((SELECT group_concat (name, char (10)) FROM unit_alias WHERE unit = unit.id), ''), lgd_code"
    " FROM unit WHERE id BETWEEN ?1 AND ?2 ORDER BY id" },
  { .table = "unit_alias", .owner = "unit" },
};
