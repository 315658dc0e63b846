/* patal-unit-list.c: units in order, as a list, a sidebar and a map show them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unit.h"
#include <math.h>

/* Ties are broken by the other name and the id, so that a list never changes order by itself. What has no name in
 * the language asked for comes last, by its other name. */
#define BY_NAME_HI(d) " ORDER BY u.name_hi IS NULL, u.name_hi " d ", u.name_en COLLATE NOCASE " d ", u.id"
#define BY_NAME_EN(d) " ORDER BY u.name_en IS NULL, u.name_en COLLATE NOCASE " d ", u.name_hi " d ", u.id"
#define BY_CODE(d) " ORDER BY u.lgd_code IS NULL, CAST (u.lgd_code AS INTEGER) " d ", u.id"
#define BY_BLOCK(d) " ORDER BY ifnull (b.name_hi, b.name_en) " d ", b.id, u.name_hi IS NULL, u.name_hi, u.name_en COLLATE NOCASE, u.id"
#define BY_POPULATION(d) " ORDER BY u.population IS NULL, u.population " d ", u.id"

/* The unary + keeps SQLite from the index on levels where few rows are wanted, and parents are the way to them. */
#define EVERYWHERE "u.level = ?1 AND ?2 = ?2" /* both halves take the same arguments */
#define WITHIN \
  "+u.level = ?1 AND u.parent IN (SELECT ?2 UNION ALL SELECT id FROM unit WHERE parent = ?2" \
  " UNION ALL SELECT id FROM unit WHERE parent IN (SELECT id FROM unit WHERE parent = ?2)" \
  " UNION ALL SELECT id FROM unit WHERE parent IN" \
  " (SELECT id FROM unit WHERE parent IN (SELECT id FROM unit WHERE parent = ?2)))"

/* The secretary of today, main charge or additional. */
#define HAS_SECRETARY \
  "EXISTS (SELECT 1 FROM posting p WHERE p.unit = u.id AND p.post IN (SELECT id FROM post WHERE code = 'PS')" \
  " AND ifnull (p.from_day, '0') <= date ('now', 'localtime') AND ifnull (p.to_day, '9') >= date ('now', 'localtime'))"
#define MISSING \
  " AND CASE ?3 WHEN 0 THEN 1 WHEN 1 THEN u.lgd_code IS NULL WHEN 2 THEN u.name_hi IS NULL WHEN 3 THEN u.lat IS NULL" \
  " ELSE NOT " HAS_SECRETARY " END"

#define IDS(where, order) "SELECT u.id FROM unit u WHERE " where MISSING order
#define IDS_AND_BLOCK(where, order) "SELECT u.id FROM unit u JOIN unit b ON b.id = u.parent WHERE " where MISSING order
#define SORTED(ids, by) \
  { { ids (EVERYWHERE, by ("")), ids (EVERYWHERE, by ("DESC")) }, { ids (WITHIN, by ("")), ids (WITHIN, by ("DESC")) } }

static const char *const ids_sql[][2][2] = { /* [sort][within][descending] */
  [PATAL_UNIT_SORT_NAME_HI] = SORTED (IDS, BY_NAME_HI),
  [PATAL_UNIT_SORT_NAME_EN] = SORTED (IDS, BY_NAME_EN),
  [PATAL_UNIT_SORT_CODE] = SORTED (IDS, BY_CODE),
  [PATAL_UNIT_SORT_BLOCK] = SORTED (IDS_AND_BLOCK, BY_BLOCK),
  [PATAL_UNIT_SORT_POPULATION] = SORTED (IDS, BY_POPULATION),
};

GArray *
patal_unit_ids (PatalDb *db, const PatalUnitFilter *filter, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (PatalRows) rows = patal_db_query (db,
    ids_sql[filter->sort][filter->within != 0 ? 1 : 0][filter->descending ? 1 : 0],
    PATAL_ARGS (PATAL_TEXT (patal_level_id (filter->level)), PATAL_INT (filter->within), PATAL_INT (filter->missing)));

  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);

      g_array_append_val (ids, id);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&ids) : NULL;
}

/* A village's block is two steps above it, a gram panchayat's one; a block is its own. */
const char patal_unit_row_sql[] =
  "SELECT u.name_hi, u.name_en, u.lgd_code, b.name_hi, b.name_en, b.id, u.population, u.lat IS NOT NULL,"
  " (SELECT ifnull (h.name_hi, h.name_en) FROM posting p JOIN person h ON h.id = p.person"
  "   WHERE p.unit = u.id AND p.post IN (SELECT id FROM post WHERE code = 'PS')"
  "   AND ifnull (p.from_day, '0') <= date ('now', 'localtime') AND ifnull (p.to_day, '9') >= date ('now', 'localtime')"
  "   ORDER BY p.charge DESC, p.id LIMIT 1),"
  " d.name_hi, d.name_en"
  " FROM unit u LEFT JOIN unit a ON a.id = u.parent"
  " LEFT JOIN unit b ON b.id = CASE u.level WHEN 'gp' THEN u.parent WHEN 'village' THEN a.parent WHEN 'block' THEN u.id END"
  " LEFT JOIN unit d ON d.id = CASE u.level WHEN 'district' THEN u.id ELSE b.parent END"
  " WHERE u.id = ?1";

static void
summary_free (gpointer data)
{
  PatalUnitSummary *summary = data;

  g_free (summary->name_hi);
  g_free (summary->name_en);
  g_free (summary->lgd_code);
  g_free (summary);
}

#define SUMMARY(gps) \
  "SELECT u.id, u.parent, u.name_hi, u.name_en, u.lgd_code, " gps " FROM unit u" \
  " WHERE u.level = ?1 AND (?2 = 0 OR u.parent = ?2 OR u.parent IN (SELECT id FROM unit WHERE parent = ?2))" \
  " ORDER BY u.name_hi IS NULL, u.name_hi, u.name_en COLLATE NOCASE, u.id"

static const char *const summary_sql[] = {
  [PATAL_LEVEL_STATE] = SUMMARY (
    "(SELECT count(*) FROM unit d JOIN unit b ON b.parent = d.id JOIN unit g ON g.parent = b.id WHERE d.parent = u.id)"),
  [PATAL_LEVEL_DISTRICT] = SUMMARY (
    "(SELECT count(*) FROM unit b JOIN unit g ON g.parent = b.id WHERE b.parent = u.id)"),
  [PATAL_LEVEL_BLOCK] = SUMMARY ("(SELECT count(*) FROM unit g WHERE g.parent = u.id)"),
};

GPtrArray *
patal_unit_summaries (PatalDb *db, PatalLevel level, gint64 within, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (summary_free);
  g_auto (PatalRows) rows = { 0 };

  g_return_val_if_fail (level < G_N_ELEMENTS (summary_sql), NULL);
  rows = patal_db_query (db, summary_sql[level], PATAL_ARGS (PATAL_TEXT (patal_level_id (level)), PATAL_INT (within)));
  while (patal_rows_next (&rows))
    {
      PatalUnitSummary *summary = g_new (PatalUnitSummary, 1);

      *summary = (PatalUnitSummary) {
        .id = patal_rows_int (&rows, 0),
        .parent = patal_rows_int (&rows, 1),
        .level = level,
        .name_hi = g_strdup (patal_rows_text (&rows, 2)),
        .name_en = g_strdup (patal_rows_text (&rows, 3)),
        .lgd_code = g_strdup (patal_rows_text (&rows, 4)),
        .n_gps = (guint) patal_rows_int (&rows, 5),
      };
      g_ptr_array_add (all, summary);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&all) : NULL;
}

static int
compare_floats (gconstpointer a, gconstpointer b)
{
  float x = *(const float *) a, y = *(const float *) b;

  return (x > y) - (x < y);
}

static float
median (GArray *values)
{
  g_array_sort (values, compare_floats);
  return g_array_index (values, float, values->len / 2);
}

/* Near enough for telling a slip from a place: degrees of longitude shrink with the latitude. */
static float
distance_km (float lat_a, float lon_a, float lat_b, float lon_b)
{
  const double km_per_degree = 111.2;
  double east = (lon_a - lon_b) * cos ((lat_a + lat_b) / 2 * G_PI / 180);

  return (float) (km_per_degree * hypot (lat_a - lat_b, east));
}

/* @points are those of one block. */
static void
mark_outliers (PatalUnitPoint *points, guint n, GArray *scratch)
{
  const float least_km = 15, times = 3;
  float lat, lon, limit;

  g_array_set_size (scratch, n);
  for (guint i = 0; i < n; i++)
    g_array_index (scratch, float, i) = points[i].lat;
  lat = median (scratch);
  for (guint i = 0; i < n; i++)
    g_array_index (scratch, float, i) = points[i].lon;
  lon = median (scratch);
  for (guint i = 0; i < n; i++)
    g_array_index (scratch, float, i) = distance_km (points[i].lat, points[i].lon, lat, lon);
  limit = MAX (times * median (scratch), least_km);
  for (guint i = 0; i < n; i++)
    points[i].outlier = distance_km (points[i].lat, points[i].lon, lat, lon) > limit;
}

#define POINTS(where) "SELECT u.id, u.parent, u.lat, u.lon FROM unit u WHERE " where " AND u.lat IS NOT NULL ORDER BY u.parent"

GArray *
patal_unit_points (PatalDb *db, gint64 within, GError **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (PatalUnitPoint));
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (float));
  g_auto (PatalRows) rows = patal_db_query (db, within != 0 ? POINTS (WITHIN) : POINTS (EVERYWHERE),
    PATAL_ARGS (PATAL_TEXT (patal_level_id (PATAL_LEVEL_GP)), PATAL_INT (within)));

  while (patal_rows_next (&rows))
    {
      PatalUnitPoint point = { patal_rows_int (&rows, 0), patal_rows_int (&rows, 1), (float) patal_rows_real (&rows, 2),
                               (float) patal_rows_real (&rows, 3), FALSE };

      g_array_append_val (points, point);
    }
  if (!patal_rows_finish (&rows, error))
    return NULL;
  for (guint from = 0, to; from < points->len; from = to)
    {
      const PatalUnitPoint *first = &g_array_index (points, PatalUnitPoint, from);

      for (to = from + 1; to < points->len && g_array_index (points, PatalUnitPoint, to).block == first->block;)
        to++;
      mark_outliers (&g_array_index (points, PatalUnitPoint, from), to - from, scratch);
    }
  return g_steal_pointer (&points);
}
