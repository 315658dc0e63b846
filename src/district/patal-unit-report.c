/* patal-unit-report.c: the list of gram panchayats, or of the units of another level
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unit.h"
#include "patal-frame.h"
#include "patal-pack.h"
#include <glib/gi18n-lib.h>
#include <math.h>

enum { C_SERIAL, C_DISTRICT, C_BLOCK, C_NAME_HI, C_NAME_EN, C_CODE, C_LAT, C_LON, C_HOUSEHOLDS, C_POPULATION, C_SC, C_ST, C_SECRETARY,
       N_COLUMNS };

typedef struct
{
  PatalUnitFilter filter;
  gboolean        with_district;     /* more than one is in the list */
  char           *block, *own;       /* the state's words for the tiers */
  GString        *unverified;        /* those of them that nobody has confirmed */
} Plan;

static void
plan_clear (Plan *plan)
{
  g_free (plan->block);
  g_free (plan->own);
  if (plan->unverified != NULL)
    g_string_free (plan->unverified, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static gboolean
read_keyword (const PatalReportArgs *args, const char *key, const char *const *words, guint n, guint *out, GError **error)
{
  const char *value = patal_frame_filter (args, key);

  for (guint i = 0; value != NULL && i < n; i++)
    if (g_str_equal (words[i], value))
      {
        *out = i;
        return TRUE;
      }
  if (value == NULL)
    return TRUE;
  g_set_error (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("The filter %s does not know “%s”"), key, value);
  return FALSE;
}

static char *
tier_word (PatalDb *db, const PatalReportArgs *args, Plan *plan, PatalLevel level)
{
  g_autofree char *key = g_strconcat ("tier.", patal_level_id (level), NULL);
  gboolean unverified;
  char *word = patal_pack_word (db, plan->filter.within, key, patal_words_lang (args->words), &unverified);

  if (unverified)
    g_string_append_printf (plan->unverified, "%s%s", plan->unverified->len > 0 ? ", " : "", word);
  return word;
}

static gboolean
make_plan (PatalDb *db, const PatalReportArgs *args, Plan *plan, GError **error)
{
  static const char *const missing[] = { "", "code", "name_hi", "place", "secretary" };
  static const char *const levels[] = { "state", "district", "block", "gp", "village" };
  guint level = PATAL_LEVEL_GP, lacks = PATAL_UNIT_ALL;
  gint64 n_districts;

  if (!patal_frame_scope (db, args, &plan->filter.within, error)
      || !read_keyword (args, "missing", missing, G_N_ELEMENTS (missing), &lacks, error)
      || !read_keyword (args, "level", levels, G_N_ELEMENTS (levels), &level, error))
    return FALSE;
  plan->filter.level = (PatalLevel) level;
  plan->filter.missing = (PatalUnitMissing) lacks;
  plan->filter.sort = level > PATAL_LEVEL_BLOCK ? PATAL_UNIT_SORT_BLOCK : PATAL_UNIT_SORT_NAME_HI;
  plan->unverified = g_string_new (NULL);
  plan->block = tier_word (db, args, plan, PATAL_LEVEL_BLOCK);
  plan->own = level != PATAL_LEVEL_BLOCK ? tier_word (db, args, plan, plan->filter.level) : g_strdup (plan->block);
  if (!patal_db_int (db, "SELECT count(*) FROM unit WHERE level = 'district' AND (?1 = 0 OR parent = ?1)",
                     PATAL_ARGS (PATAL_INT (plan->filter.within)), &n_districts, error))
    return FALSE;
  plan->with_district = n_districts > 1 && level > PATAL_LEVEL_DISTRICT;
  return TRUE;
}

static PatalTable *
new_table (const PatalWords *words, const Plan *plan, guint *places)
{
  g_autofree char *hi = patal_label_text (PATAL_LABEL ("{1} (Hindi)", plan->own), words);
  g_autofree char *en = patal_label_text (PATAL_LABEL ("{1} (English)", plan->own), words);
  const PatalColumn all[N_COLUMNS] = {
    [C_SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [C_DISTRICT] = { "district", patal_words_get (words, "District"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [C_BLOCK] = { "block", plan->block, PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [C_NAME_HI] = { "name_hi", hi, PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [C_NAME_EN] = { "name_en", en, PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [C_CODE] = { "code", patal_words_get (words, "LGD code"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [C_LAT] = { "lat", patal_words_get (words, "Latitude"), PATAL_COLUMN_DEGREES, PATAL_TOTAL_NONE },
    [C_LON] = { "lon", patal_words_get (words, "Longitude"), PATAL_COLUMN_DEGREES, PATAL_TOTAL_NONE },
    [C_HOUSEHOLDS] = { "households", patal_words_get (words, "Households"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [C_POPULATION] = { "population", patal_words_get (words, "Population"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [C_SC] = { "sc", patal_words_get (words, "Scheduled Castes"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [C_ST] = { "st", patal_words_get (words, "Scheduled Tribes"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [C_SECRETARY] = { "secretary", patal_words_get (words, "Secretary"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };
  PatalColumn shown[N_COLUMNS];
  guint n = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      gboolean wanted = i == C_DISTRICT ? plan->with_district : i == C_BLOCK ? plan->filter.level > PATAL_LEVEL_BLOCK
                        : i == C_SECRETARY ? plan->filter.level == PATAL_LEVEL_GP : TRUE;

      places[i] = wanted ? n : G_MAXUINT;
      if (wanted)
        shown[n++] = all[i];
    }
  return patal_table_new (shown, n);
}

/* ?2: the day, ?3: 0 for Hindi. No row: the unit is not valid on the day. */
#define IN_LANGUAGE(of) "iif (?3 = 0, ifnull (" of ".name_hi, " of ".name_en), ifnull (" of ".name_en, " of ".name_hi))"
static const char row_sql[] =
  "SELECT " IN_LANGUAGE ("d") ", " IN_LANGUAGE ("b") ", u.name_hi, u.name_en, u.lgd_code, u.lat, u.lon, u.households, u.population, u.sc,"
  " u.st, (SELECT " IN_LANGUAGE ("h") " FROM posting p JOIN person h ON h.id = p.person"
  "   WHERE p.unit = u.id AND p.post IN (SELECT id FROM post WHERE code = 'PS')"
  "   AND ifnull (p.from_day, '0') <= ?2 AND ifnull (p.to_day, '9') >= ?2 ORDER BY p.charge DESC, p.id LIMIT 1), b.id"
  " FROM unit u LEFT JOIN unit a ON a.id = u.parent"
  " LEFT JOIN unit b ON b.id = CASE u.level WHEN 'gp' THEN u.parent WHEN 'village' THEN a.parent WHEN 'block' THEN u.id END"
  " LEFT JOIN unit d ON d.id = b.parent"
  " WHERE u.id = ?1 AND ifnull (u.valid_from, '0') <= ?2 AND ifnull (u.valid_to, '9') >= ?2";

enum { S_DISTRICT, S_BLOCK, S_BLOCK_ID = N_COLUMNS - C_DISTRICT };

static void
add_row (PatalTable *table, const guint *places, gint64 id, PatalRows *rows)
{
  guint row = patal_table_add_row (table, id);

  for (guint i = C_DISTRICT; i < N_COLUMNS; i++)
    {
      int column = (int) i - C_DISTRICT;

      if (places[i] == G_MAXUINT || patal_rows_null (rows, column))
        continue;
      if (i <= C_CODE || i == C_SECRETARY)
        patal_table_set_text (table, row, places[i], patal_rows_text (rows, column));
      else if (i <= C_LON)
        patal_table_set_number (table, row, places[i], llround (patal_rows_real (rows, column) * 1e6));
      else
        patal_table_set_number (table, row, places[i], patal_rows_int (rows, column));
    }
}

/* Block after block, each with its sums: so a district reads its list. @last: the block of the row before. */
static void
begin_block (PatalTable *table, const Plan *plan, PatalRows *rows, gint64 *last)
{
  gint64 block = patal_rows_int (rows, S_BLOCK_ID);
  const char *name = patal_rows_text (rows, S_BLOCK), *district = patal_rows_text (rows, S_DISTRICT);
  g_autofree char *title = NULL;

  if (plan->filter.level <= PATAL_LEVEL_BLOCK || block == *last || name == NULL)
    return;
  title = plan->with_district && district != NULL ? g_strdup_printf ("%s, %s", name, district) : g_strdup (name);
  patal_table_begin_group (table, title);
  *last = block;
}

static gboolean
fill_table (PatalDb *db, PatalTable *table, const guint *places, const PatalReportArgs *args, const Plan *plan, GError **error)
{
  g_autoptr (GArray) ids = patal_unit_ids (db, &plan->filter, error);
  g_autofree char *day = patal_day_iso (args->as_on);
  gint64 block = 0;

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_auto (PatalRows) rows = patal_db_query (db, row_sql, PATAL_ARGS (
        PATAL_INT (id), PATAL_TEXT (day), PATAL_INT (patal_words_lang (args->words) == PATAL_LANG_HI ? 0 : 1)));

      if (patal_rows_next (&rows))
        {
          begin_block (table, plan, &rows, &block);
          add_row (table, places, id, &rows);
        }
      if (!patal_rows_finish (&rows, error) || !patal_progress_step (args->progress, i + 1, ids->len, error))
        return FALSE;
    }
  return TRUE;
}

static char *
make_title (const PatalReportArgs *args, const Plan *plan)
{
  static const char *const lacking[] = {
    [PATAL_UNIT_ALL] = N_("{1} list"),
    [PATAL_UNIT_NO_CODE] = N_("{1} list: without LGD code"),
    [PATAL_UNIT_NO_NAME_HI] = N_("{1} list: without Hindi name"),
    [PATAL_UNIT_NO_PLACE] = N_("{1} list: without coordinates"),
    [PATAL_UNIT_NO_SECRETARY] = N_("{1} list: without secretary"),
  };

  return patal_label_text (&(const PatalLabel) { .msgid = lacking[plan->filter.missing], .args = { plan->own } }, args->words);
}

static PatalTable *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  g_auto (Plan) plan = { 0 };
  g_autoptr (PatalTable) table = NULL;
  g_autofree char *title = NULL, *note = NULL;
  guint places[N_COLUMNS];

  if (!make_plan (db, args, &plan, error))
    return NULL;
  table = new_table (args->words, &plan, places);
  if (!fill_table (db, table, places, args, &plan, error))
    return NULL;
  title = make_title (args, &plan);
  if (plan.unverified->len > 0)
    note = patal_label_text (PATAL_LABEL ("Words that are not confirmed for this state: {1}", plan.unverified->str), args->words);
  return patal_frame_apply (db, table, args, plan.filter.within, title, note, error) ? g_steal_pointer (&table) : NULL;
}

const PatalReport patal_unit_report = { "units", N_("Gram panchayats, blocks, villages"), build };
