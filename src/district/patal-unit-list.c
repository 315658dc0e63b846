/* patal-unit-list.c: units in order, as a list, a sidebar and a map show them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unit.h"
#include <math.h>
#include <string.h>

/* The unary + keeps SQLite from the index on levels: everywhere, reading the table from end to end is faster than by the index, and
 * below one unit the parents are the way. Both halves take the same arguments. */
#define EVERYWHERE "+u.level = ?1 AND ?2 = ?2"
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

/* Id, the unit above, and what the list is ordered by, then what stands in for it. SQLite takes a second to sort 2.1 lakh names; sorting
 * short keys here takes a twentieth, and no index has to be kept for each order. */
#define KEYS(key, other, where) "SELECT u.id, u.parent, " key ", " other " FROM unit u WHERE " where MISSING
#define EACH_WHERE(key, other) { KEYS (key, other, EVERYWHERE), KEYS (key, other, WITHIN) }

static const char *const keys_sql[][2] = { /* [sort][within] */
  [PATAL_UNIT_SORT_NAME_HI] = EACH_WHERE ("u.name_hi", "u.name_en"),
  [PATAL_UNIT_SORT_NAME_EN] = EACH_WHERE ("u.name_en", "u.name_hi"),
  [PATAL_UNIT_SORT_CODE] = EACH_WHERE ("CAST (u.lgd_code AS INTEGER)", "NULL"),
  [PATAL_UNIT_SORT_BLOCK] = EACH_WHERE ("u.name_hi", "u.name_en"),
  [PATAL_UNIT_SORT_POPULATION] = EACH_WHERE ("u.population", "NULL"),
};

/* What the comparison reads, in its order. */
typedef struct
{
  guint32 last;   /* 1: without the key that is asked for: after all others, up and down */
  guint32 above;  /* rank of the unit above, where that is asked for */
  guint64 key;    /* the number, or the beginning of the name */
  guint32 text;   /* the whole name, in the keys' texts */
  gint64  id;
} Key;

typedef struct
{
  GArray     *keys;
  GByteArray *texts;
  gboolean    descending;
  GHashTable *ranks; /* (nullable): id of a unit above → its place in the order of names */
} Sorting;

static void
sorting_clear (Sorting *sorting)
{
  g_clear_pointer (&sorting->keys, g_array_unref);
  g_clear_pointer (&sorting->texts, g_byte_array_unref);
  g_clear_pointer (&sorting->ranks, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sorting, sorting_clear)

/* The first eight letters in one number: ASCII without case, then Devanagari, then all else. */
static guint64
name_beginning (const char *name)
{
  guint64 key = 0;

  for (guint i = 0; i < 8; i++)
    {
      guchar c = (guchar) *name;

      key <<= 8;
      if (c == '\0')
        continue;
      if (c < 0x80)
        key |= (guchar) g_ascii_tolower (*name++);
      else if (c == 0xE0 && ((guchar) name[1] & 0xFE) == 0xA4) /* U+0900 to U+097F */
        {
          key |= 0x80u | ((guchar) name[1] & 1u) << 6 | ((guchar) name[2] & 0x3Fu);
          name += 3;
        }
      else
        {
          key |= 0xFF;
          name = g_utf8_next_char (name);
        }
    }
  return key;
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer data)
{
  const Key *x = a, *y = b;
  const Sorting *sorting = data;
  int order;

  if (x->last != y->last)
    return x->last < y->last ? -1 : 1;
  if (x->above != y->above)
    order = x->above < y->above ? -1 : 1;
  else if (x->key != y->key)
    order = x->key < y->key ? -1 : 1;
  else
    order = g_ascii_strcasecmp ((const char *) sorting->texts->data + x->text, (const char *) sorting->texts->data + y->text);
  if (order != 0)
    return sorting->descending ? -order : order;
  return x->id < y->id ? -1 : x->id > y->id;
}

static void
add_key (Sorting *sorting, PatalRows *rows, gboolean is_number)
{
  gboolean last = patal_rows_null (rows, 2);
  const char *name = is_number ? NULL : patal_rows_text (rows, last ? 3 : 2);
  gint64 above = patal_rows_int (rows, 1);
  Key key = { .last = last, .id = patal_rows_int (rows, 0) };

  if (is_number)
    key.key = (guint64) patal_rows_int (rows, 2);
  if (sorting->ranks != NULL)
    {
      key.last = 0; /* a block stays together; the names without the language come last in it */
      key.above = GPOINTER_TO_UINT (g_hash_table_lookup (sorting->ranks, &above)) << 1 | (guint) last;
    }
  if (name != NULL)
    {
      key.key = name_beginning (name);
      key.text = sorting->texts->len;
      g_byte_array_append (sorting->texts, (const guint8 *) name, (guint) strlen (name) + 1);
    }
  g_array_append_val (sorting->keys, key);
}

static gboolean
rank_above (Sorting *sorting, PatalDb *db, const PatalUnitFilter *filter, GError **error)
{
  PatalLevel above = filter->level > PATAL_LEVEL_STATE ? filter->level - 1 : filter->level;
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id FROM unit WHERE level = ?1"
    " AND (?2 = 0 OR id = ?2 OR parent = ?2 OR parent IN (SELECT id FROM unit WHERE parent = ?2)"
    "  OR parent IN (SELECT id FROM unit WHERE parent IN (SELECT id FROM unit WHERE parent = ?2)))"
    " ORDER BY ifnull (name_hi, name_en), id",
    PATAL_ARGS (PATAL_TEXT (patal_level_id (above)), PATAL_INT (filter->within)));

  sorting->ranks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);

      g_hash_table_insert (sorting->ranks, g_memdup2 (&id, sizeof id),
                           GUINT_TO_POINTER (g_hash_table_size (sorting->ranks) + 1));
    }
  return patal_rows_finish (&rows, error);
}

GArray *
patal_unit_ids (PatalDb *db, const PatalUnitFilter *filter, GError **error)
{
  g_auto (Sorting) sorting = { g_array_new (FALSE, FALSE, sizeof (Key)), g_byte_array_new (), filter->descending, NULL };
  g_auto (PatalRows) rows = { 0 };
  GArray *ids;

  if (filter->sort == PATAL_UNIT_SORT_BLOCK && !rank_above (&sorting, db, filter, error))
    return NULL;
  g_byte_array_append (sorting.texts, (const guint8 *) "", 1); /* 0 is no name */
  rows = patal_db_query (db, keys_sql[filter->sort][filter->within != 0 ? 1 : 0],
    PATAL_ARGS (PATAL_TEXT (patal_level_id (filter->level)), PATAL_INT (filter->within), PATAL_INT (filter->missing)));
  while (patal_rows_next (&rows))
    add_key (&sorting, &rows, filter->sort == PATAL_UNIT_SORT_CODE || filter->sort == PATAL_UNIT_SORT_POPULATION);
  if (!patal_rows_finish (&rows, error))
    return NULL;
  g_array_sort_with_data (sorting.keys, compare_keys, &sorting);
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), sorting.keys->len);
  for (guint i = 0; i < sorting.keys->len; i++)
    g_array_append_val (ids, g_array_index (sorting.keys, Key, i).id);
  return ids;
}

/* A village's block is two steps above it, a gram panchayat's one; a block is its own. */
const char patal_unit_row_sql[] =
  "SELECT u.name_hi, u.name_en, u.lgd_code, b.name_hi, b.name_en, b.id, u.population, u.lat IS NOT NULL,"
  " h.name_hi, h.name_en, d.name_hi, d.name_en"
  " FROM unit u LEFT JOIN unit a ON a.id = u.parent"
  " LEFT JOIN unit b ON b.id = CASE u.level WHEN 'gp' THEN u.parent WHEN 'village' THEN a.parent WHEN 'block' THEN u.id END"
  " LEFT JOIN unit d ON d.id = CASE u.level WHEN 'district' THEN u.id ELSE b.parent END"
  " LEFT JOIN person h ON h.id ="
  "  (SELECT p.person FROM posting p WHERE p.unit = u.id AND p.post IN (SELECT id FROM post WHERE code = 'PS')"
  "   AND ifnull (p.from_day, '0') <= date ('now', 'localtime') AND ifnull (p.to_day, '9') >= date ('now', 'localtime')"
  "   ORDER BY p.charge DESC, p.id LIMIT 1)"
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
