/* patal-unit-apply.c: writes the rows of an import that are taken
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unit-job.h"

#define ALL_BITS 0xFFFF

/* What is written of a row: the id is ?1 or c0. */
typedef struct
{
  gint64      id, parent;
  const char *names[2], *code;
  PatalUnitRow values;
  char       *from, *to;
} Written;

#define N_COLUMNS 14

/* The values of @bits, NULL for the others. */
static void
fill_values (const Written *what, guint16 bits, PatalLevel level, PatalValue values[N_COLUMNS + 1])
{
  const PatalUnitRow *v = &what->values;
  gboolean place = bits & PATAL_UNIT_BIT_PLACE && v->has_place;

  values[0] = PATAL_INT (what->id);
  values[1] = PATAL_TEXT (patal_level_id (level));
  values[2] = PATAL_INT_OR_NULL (what->parent);
  values[3] = PATAL_TEXT (bits & PATAL_UNIT_BIT_NAME_HI ? what->names[PATAL_LANG_HI] : NULL);
  values[4] = PATAL_TEXT (bits & PATAL_UNIT_BIT_NAME_EN ? what->names[PATAL_LANG_EN] : NULL);
  values[5] = PATAL_TEXT (bits & PATAL_UNIT_BIT_CODE ? what->code : NULL);
  values[6] = place ? PATAL_REAL (v->lat) : PATAL_NULL;
  values[7] = place ? PATAL_REAL (v->lon) : PATAL_NULL;
  for (guint i = 0; i < PATAL_BOOK_N_COUNTS; i++)
    values[8 + i] = bits & PATAL_UNIT_BIT_COUNTS << i && v->counts[i] >= 0 ? PATAL_INT (v->counts[i]) : PATAL_NULL;
  values[12] = PATAL_TEXT (bits & PATAL_UNIT_BIT_FROM ? what->from : NULL);
  values[13] = PATAL_TEXT (bits & PATAL_UNIT_BIT_TO ? what->to : NULL);
  values[14] = (PatalValue) { .type = 0 };
}

static const char insert_units_sql[] =
  "INSERT INTO unit (id, level, parent, name_hi, name_en, lgd_code, lat, lon, households, population, sc, st, valid_from, valid_to)"
  " SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13 FROM patal_bulk";

static const char insert_spellings_sql[] = "INSERT INTO unit_alias (id, unit, name) SELECT c0, c1, c2 FROM patal_bulk";

gboolean
patal_unit_job_settle (PatalUnitJob *job, GError **error)
{
  if (job->new_units == NULL)
    return TRUE;
  if (!patal_bulk_run (job->new_units, insert_units_sql, error)
      || !patal_bulk_run (job->new_spellings, insert_spellings_sql, error))
    return FALSE;
  patal_bulk_clear (job->new_units);
  patal_bulk_clear (job->new_spellings);
  return TRUE;
}

static gboolean
gather_unit (PatalUnitJob *job, PatalDb *db, const Written *what, PatalLevel level, GError **error)
{
  PatalValue values[N_COLUMNS + 1];

  if (job->new_units == NULL)
    {
      job->new_units = patal_bulk_new (db, N_COLUMNS);
      job->new_spellings = patal_bulk_new (db, 3);
    }
  if (patal_bulk_n_rows (job->new_units) >= PATAL_BULK_ROWS && !patal_unit_job_settle (job, error))
    return FALSE;
  fill_values (what, ALL_BITS, level, values);
  patal_bulk_add (job->new_units, values);
  return TRUE;
}

/* Alters a unit that may be among those gathered. */
static gboolean
alter_values (PatalUnitJob *job, PatalDb *db, const char *sql, const Written *what, guint16 bits, PatalLevel level, GError **error)
{
  PatalValue values[N_COLUMNS + 1];

  fill_values (what, bits, level, values);
  return patal_unit_job_settle (job, error) && patal_db_run (db, sql, values, error);
}

/* A blank cell never erases. The level stays: ?2 is only there to be used. */
static const char alter_sql[] =
  "UPDATE unit SET parent = ifnull (?3, parent), name_hi = ifnull (?4, name_hi), name_en = ifnull (?5, name_en),"
  " lgd_code = ifnull (?6, lgd_code), lat = ifnull (?7, lat), lon = ifnull (?8, lon), households = ifnull (?9, households),"
  " population = ifnull (?10, population), sc = ifnull (?11, sc), st = ifnull (?12, st), valid_from = ifnull (?13, valid_from),"
  " valid_to = ifnull (?14, valid_to) WHERE id = ?1 AND level = ?2";

/* As ALTER, but a name that is there stays: the other spelling becomes an alias. */
static const char merge_sql[] =
  "UPDATE unit SET parent = ifnull (?3, parent), name_hi = ifnull (name_hi, ?4), name_en = ifnull (name_en, ?5),"
  " lgd_code = ifnull (?6, lgd_code), lat = ifnull (?7, lat), lon = ifnull (?8, lon), households = ifnull (?9, households),"
  " population = ifnull (?10, population), sc = ifnull (?11, sc), st = ifnull (?12, st), valid_from = ifnull (?13, valid_from),"
  " valid_to = ifnull (?14, valid_to) WHERE id = ?1 AND level = ?2";

/* Of a unit that is in the file. */
static gboolean
write_spelling (PatalDb *db, gint64 unit, const char *name, GError **error)
{
  return name == NULL
    || patal_db_run (db,
         "INSERT INTO unit_alias (id, unit, name) SELECT ?1, ?2, ?3"
         " WHERE NOT EXISTS (SELECT 1 FROM unit WHERE id = ?2 AND (name_hi = ?3 OR name_en = ?3))"
         " AND NOT EXISTS (SELECT 1 FROM unit_alias WHERE unit = ?2 AND name = ?3)",
         PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (unit), PATAL_TEXT (name)), error);
}

static gboolean
write_spellings (PatalDb *db, gint64 unit, const PatalUnitRow *row, GError **error)
{
  g_auto (GStrv) aliases = NULL;

  for (guint i = 0; i < PATAL_UNIT_ROW_MAX_OTHERS; i++)
    if (!write_spelling (db, unit, row->own.others[i], error))
      return FALSE;
  if (row->aliases == NULL)
    return TRUE;
  aliases = patal_unit_row_aliases (row->aliases);
  for (guint i = 0; aliases[i] != NULL; i++)
    if (!write_spelling (db, unit, aliases[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
is_spelling (const PatalUnitRow *row, const char *const *found, guint n_found, const char *name)
{
  for (guint i = 0; i < 2; i++)
    if (g_strcmp0 (row->own.names[i], name) == 0)
      return TRUE;
  for (guint i = 0; i < n_found; i++)
    if (g_str_equal (found[i], name))
      return TRUE;
  return FALSE;
}

/* The other spellings of a unit just gathered: each once, and none that is its name. */
static void
gather_spellings (PatalUnitJob *job, PatalDb *db, gint64 unit, const PatalUnitRow *row)
{
  g_auto (GStrv) aliases = patal_unit_row_aliases (row->aliases);
  guint n_aliases = g_strv_length (aliases), n_found = 0;
  g_autofree const char **found = g_new (const char *, PATAL_UNIT_ROW_MAX_OTHERS + n_aliases);

  for (guint i = 0; i < PATAL_UNIT_ROW_MAX_OTHERS + n_aliases; i++)
    {
      const char *name = i < PATAL_UNIT_ROW_MAX_OTHERS ? row->own.others[i] : aliases[i - PATAL_UNIT_ROW_MAX_OTHERS];

      if (name != NULL && !is_spelling (row, found, n_found, name))
        found[n_found++] = name;
    }
  for (guint i = 0; i < n_found; i++)
    patal_bulk_add (job->new_spellings,
                    PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (unit), PATAL_TEXT (found[i])));
}

/* The name that is about to be replaced stays as another spelling. */
static gboolean
keep_old_name (PatalDb *db, gint64 unit, PatalLang lang, const char *new_name, GError **error)
{
  return patal_db_run (db,
    "INSERT INTO unit_alias (id, unit, name) SELECT ?1, id, old FROM (SELECT id, iif (?4 = 0, name_hi, name_en) AS old FROM unit WHERE id = ?2)"
    " WHERE old IS NOT NULL AND old <> ?3 AND NOT EXISTS (SELECT 1 FROM unit_alias WHERE unit = ?2 AND name = old)",
    PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (unit), PATAL_TEXT (new_name), PATAL_INT (lang == PATAL_LANG_HI ? 0 : 1)),
    error);
}

static Written
written_row (gint64 id, gint64 parent, const PatalUnitRow *row)
{
  return (Written) {
    .id = id, .parent = parent, .names = { row->own.names[0], row->own.names[1] },
    .code = row->own.code != 0 ? row->own.code_text : NULL, .values = *row,
    .from = row->from != PATAL_DAY_NONE ? patal_day_iso (row->from) : NULL,
    .to = row->to != PATAL_DAY_NONE ? patal_day_iso (row->to) : NULL,
  };
}

static void
written_clear (Written *what)
{
  g_free (what->from);
  g_free (what->to);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Written, written_clear)

/* A state, district or block, or a gram panchayat that only its villages name: made when first needed, or its blanks filled. */
static gboolean
write_place (PatalUnitJob *job, PatalDb *db, guint32 index, GError **error)
{
  const PatalBookUnit *unit = patal_unit_book_get (job->book, index);
  g_autofree char *code = unit->code != 0 ? g_strdup_printf ("%u", unit->code) : NULL;
  Written what = { .names = { unit->names[0], unit->names[1] }, .code = code, .values.counts = { -1, -1, -1, -1 } };
  gboolean is_new = unit->id == 0;
  guint16 fill = unit->fill;

  if ((!is_new && (fill == 0 || unit->filled)))
    return TRUE;
  if (is_new && unit->parent != PATAL_BOOK_NONE)
    {
      if (!write_place (job, db, unit->parent, error))
        return FALSE;
      what.parent = patal_unit_book_get (job->book, unit->parent)->id;
    }
  what.id = is_new ? patal_db_new_id (db) : unit->id;
  if (!(is_new ? gather_unit (job, db, &what, unit->level, error)
               : alter_values (job, db, merge_sql, &what, fill, unit->level, error)))
    return FALSE;
  patal_unit_book_get (job->book, index)->id = what.id;
  patal_unit_book_get (job->book, index)->filled = TRUE;
  return TRUE;
}

/* What is above @place too, for its blanks. */
static gboolean
write_places (PatalUnitJob *job, PatalDb *db, guint32 place, GError **error)
{
  for (; place != PATAL_BOOK_NONE; place = patal_unit_book_get (job->book, place)->parent)
    if (!write_place (job, db, place, error))
      return FALSE;
  return TRUE;
}

/* Gives the id of the new unit in *@id. */
static gboolean
insert (PatalUnitJob *job, PatalDb *db, const PatalUnitRow *row, guint32 place, gint64 *id, GError **error)
{
  g_auto (Written) what = { 0 };

  if (!write_places (job, db, place, error))
    return FALSE;
  *id = patal_db_new_id (db);
  what = written_row (*id, place != PATAL_BOOK_NONE ? patal_unit_book_get (job->book, place)->id : 0, row);
  if (!gather_unit (job, db, &what, row->level, error))
    return FALSE;
  if (row->aliases != NULL || row->own.others[0] != NULL)
    gather_spellings (job, db, *id, row);
  return TRUE;
}

static gboolean
alter (PatalUnitJob *job, PatalDb *db, gint64 id, const PatalUnitRow *row, guint16 bits, GError **error)
{
  g_auto (Written) what = written_row (id, 0, row);

  if (!patal_unit_job_settle (job, error))
    return FALSE;
  for (guint i = 0; i < 2; i++)
    if (bits & 1u << i && !keep_old_name (db, id, i, row->own.names[i], error))
      return FALSE;
  return alter_values (job, db, alter_sql, &what, bits, row->level, error)
    && (!(bits & PATAL_UNIT_BIT_SPELLINGS) || write_spellings (db, id, row, error));
}

static gboolean
merge (PatalUnitJob *job, PatalDb *db, gint64 id, gint64 parent, const PatalUnitRow *row, guint16 bits, GError **error)
{
  g_auto (Written) what = written_row (id, parent, row);

  if (!alter_values (job, db, merge_sql, &what, bits, row->level, error) || !write_spellings (db, id, row, error))
    return FALSE;
  for (guint i = 0; i < 2; i++)
    if (bits & 1u << i && !write_spelling (db, id, row->own.names[i], error))
      return FALSE;
  return TRUE;
}

/* A new unit out of a doubtful row, unless one of the same name was made of an earlier one. */
static gboolean
insert_once (PatalUnitJob *job, PatalDb *db, const PatalUnitNote *note, const PatalUnitRow *row, guint32 place, GError **error)
{
  gint64 *made = &g_array_index (job->double_ids, gint64, note->same_as);

  return *made != 0 ? merge (job, db, *made, 0, row, ALL_BITS & ~PATAL_UNIT_BIT_MOVED, error) : insert (job, db, row, place, made, error);
}

static gboolean
apply_doubtful (PatalUnitJob *job, PatalDb *db, const PatalUnitNote *note, const PatalUnitRow *row, PatalDoubtful doubtful,
                GError **error)
{
  gint64 *made = &g_array_index (job->double_ids, gint64, note->same_as), parent = 0;

  if (doubtful == PATAL_DOUBTFUL_NEW)
    return insert_once (job, db, note, row, note->place, error);
  if (note->place_doubtful)
    return insert_once (job, db, note, row, note->target, error);
  if (!write_places (job, db, note->target, error))
    return FALSE;
  if (note->bits & PATAL_UNIT_BIT_MOVED)
    {
      if (!write_places (job, db, note->place, error))
        return FALSE;
      parent = patal_unit_book_get (job->book, note->place)->id;
    }
  *made = patal_unit_book_get (job->book, note->target)->id;
  return merge (job, db, *made, parent, row, note->bits, error);
}

gboolean
patal_unit_job_apply (PatalUnitJob *job, PatalDb *db, guint index, const char *const *cells, const PatalVerdict *verdict,
                      PatalDoubtful doubtful, GError **error)
{
  const PatalUnitNote *note = &g_array_index (job->notes, PatalUnitNote, index);
  PatalUnitRow row;
  g_autofree char *reason = NULL;
  int field;
  gint64 id;

  if (!patal_unit_row_read (cells, job->deepest, &row, &field, &reason))
    g_return_val_if_reached (FALSE); /* it was judged to be good */
  switch (verdict->fate)
    {
    case PATAL_FATE_NEW:
      if (patal_unit_book_get (job->book, note->target)->id != 0) /* a place that a row below it made already */
        return alter (job, db, patal_unit_book_get (job->book, note->target)->id, &row, note->bits, error);
      if (!insert (job, db, &row, note->place, &id, error))
        return FALSE;
      patal_unit_book_get (job->book, note->target)->id = id;
      return TRUE;
    case PATAL_FATE_CHANGED:
      return write_places (job, db, note->place, error)
        && alter (job, db, patal_unit_book_get (job->book, note->target)->id, &row, note->bits, error);
    case PATAL_FATE_DOUBTFUL:
      return apply_doubtful (job, db, note, &row, doubtful, error);
    case PATAL_FATE_SAME:
    case PATAL_FATE_REFUSED:
    case PATAL_N_FATES:
    default:
      g_return_val_if_reached (FALSE);
    }
}
