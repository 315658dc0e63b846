/* patal-work.c: works as rows of the file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-private.h"
#include "patal-place-sql.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-work-error-quark, patal_work_error)

#define N_TEXTS 13

/* In the order of WORK_COLUMNS. */
static void
texts_of (PatalWork *work, char **texts[N_TEXTS])
{
  char **all[N_TEXTS] = { &work->name_hi, &work->name_en, &work->village, &work->code, &work->category, &work->beneficiary,
                          &work->guardian, &work->job_card, &work->ts_no, &work->as_no, &work->agency, &work->convergence,
                          &work->remark };

  memcpy (texts, all, sizeof all);
}

void
patal_work_init (PatalWork *work)
{
  const PatalWorkMoney none = { PATAL_WORK_UNKNOWN, PATAL_WORK_UNKNOWN, PATAL_WORK_UNKNOWN };

  *work = (PatalWork) {
    .sanctioned = none, .spent = none, .days = PATAL_WORK_UNKNOWN, .spent_days = PATAL_WORK_UNKNOWN,
    .rate_paise = PATAL_WORK_UNKNOWN,
  };
}

void
patal_work_copy (PatalWork *to, const PatalWork *from)
{
  char **texts[N_TEXTS];

  *to = *from;
  texts_of (to, texts);
  for (guint i = 0; i < N_TEXTS; i++)
    *texts[i] = g_strdup (*texts[i]);
  to->materials = from->materials != NULL
                      ? g_ptr_array_new_with_free_func ((GDestroyNotify) patal_material_free) : NULL;
  for (guint i = 0; from->materials != NULL && i < from->materials->len; i++)
    {
      const PatalMaterial *material = g_ptr_array_index (from->materials, i);

      g_ptr_array_add (to->materials, patal_material_new (material->name, material->quantity, material->paise));
    }
}

void
patal_work_clear (PatalWork *work)
{
  char **texts[N_TEXTS];

  texts_of (work, texts);
  for (guint i = 0; i < N_TEXTS; i++)
    g_free (*texts[i]);
  g_clear_pointer (&work->materials, g_ptr_array_unref);
  patal_work_init (work);
}

gint64
patal_work_money_total (const PatalWorkMoney *money)
{
  gboolean wage = money->wage_paise != PATAL_WORK_UNKNOWN, material = money->material_paise != PATAL_WORK_UNKNOWN;

  if (money->total_paise != PATAL_WORK_UNKNOWN)
    return money->total_paise;
  if (!wage && !material)
    return PATAL_WORK_UNKNOWN;
  return (wage ? money->wage_paise : 0) + (material ? money->material_paise : 0);
}

gboolean
patal_work_is_ended (const PatalWork *work)
{
  return work->status == PATAL_WORK_COMPLETED || work->status == PATAL_WORK_CLOSED;
}

PatalDay
patal_work_day (const PatalWork *work, PatalDay otherwise)
{
  return work->start != PATAL_DAY_NONE    ? work->start
         : work->as_day != PATAL_DAY_NONE ? work->as_day
         : work->fy != 0                  ? patal_fy_span (work->fy).from
                                          : otherwise;
}

#define N_COLUMNS 33
#define WORK_COLUMNS \
  "name_hi, name_en, village, code, category, beneficiary, guardian, job_card, ts_no, as_no, agency, convergence, remark," \
  " gp, scheme, kind, status, fy, ts_day, as_day, start_day, end_day, wage_paise, material_paise, total_paise," \
  " spent_wage_paise, spent_material_paise, spent_total_paise, days, spent_days, rate_paise, lat, lon"

static gint64
amount_at (PatalRows *rows, int column)
{
  return patal_rows_null (rows, column) ? PATAL_WORK_UNKNOWN : patal_rows_int (rows, column);
}

static PatalWorkStatus
status_from_id (const char *id)
{
  for (guint i = 0; i < PATAL_N_WORK_STATUSES; i++)
    if (g_strcmp0 (patal_work_status_id (i), id) == 0)
      return i;
  return PATAL_WORK_SANCTIONED;
}

static void
read_work (PatalRows *rows, PatalWork *out)
{
  char **texts[N_TEXTS];
  int at = N_TEXTS;

  patal_work_init (out);
  texts_of (out, texts);
  for (int i = 0; i < N_TEXTS; i++)
    *texts[i] = g_strdup (patal_rows_text (rows, i));
  out->gp = patal_rows_int (rows, at++);
  out->scheme = patal_rows_int (rows, at++);
  out->kind = g_strcmp0 (patal_rows_text (rows, at++), "individual") == 0 ? PATAL_WORK_INDIVIDUAL : PATAL_WORK_COMMUNITY;
  out->status = status_from_id (patal_rows_text (rows, at++));
  out->fy = (int) patal_rows_int (rows, at++);
  out->ts_day = patal_day_from_iso (patal_rows_text (rows, at++));
  out->as_day = patal_day_from_iso (patal_rows_text (rows, at++));
  out->start = patal_day_from_iso (patal_rows_text (rows, at++));
  out->end = patal_day_from_iso (patal_rows_text (rows, at++));
  out->sanctioned.wage_paise = amount_at (rows, at++);
  out->sanctioned.material_paise = amount_at (rows, at++);
  out->sanctioned.total_paise = amount_at (rows, at++);
  out->spent.wage_paise = amount_at (rows, at++);
  out->spent.material_paise = amount_at (rows, at++);
  out->spent.total_paise = amount_at (rows, at++);
  out->days = amount_at (rows, at++);
  out->spent_days = amount_at (rows, at++);
  out->rate_paise = amount_at (rows, at++);
  out->has_place = !patal_rows_null (rows, at);
  out->lat = patal_rows_real (rows, at++);
  out->lon = patal_rows_real (rows, at++);
}

static void
add_material (PatalWork *work, PatalRows *rows, int column)
{
  if (work->materials == NULL)
    work->materials = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_material_free);
  g_ptr_array_add (work->materials, patal_material_new (patal_rows_text (rows, column), patal_rows_text (rows, column + 1),
                                                        amount_at (rows, column + 2)));
}

static gboolean
load_materials (PatalDb *db, PatalWork *work, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT name, quantity, paise FROM work_material WHERE work = ?1 ORDER BY rank, id", PATAL_ARGS (PATAL_INT (work->id)));

  while (patal_rows_next (&rows))
    add_material (work, &rows, 0);
  return patal_rows_finish (&rows, error);
}

static gboolean
set_gone (GError **error)
{
  g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This work is no longer in the file"));
  return FALSE;
}

gboolean
patal_work_load (PatalDb *db, gint64 id, PatalWork *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT " WORK_COLUMNS " FROM work WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)));
  g_auto (PatalWork) work;
  gboolean found = patal_rows_next (&rows);

  patal_work_init (&work);
  if (found)
    read_work (&rows, &work);
  work.id = id;
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    return set_gone (error);
  if (!load_materials (db, &work, error))
    return FALSE;
  *out = work;
  patal_work_init (&work); /* it is the caller's now */
  return TRUE;
}

/* Both questions give their works in one order, so that they are walked through side by side. */
gboolean
patal_work_each (PatalDb *db, void (*each) (const PatalWork *work, gpointer data), gpointer data, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT " WORK_COLUMNS ", id FROM work ORDER BY id", PATAL_NO_ARGS);
  g_auto (PatalRows) materials = patal_db_query (db,
    "SELECT work, name, quantity, paise FROM work_material ORDER BY work, rank, id", PATAL_NO_ARGS);
  gboolean more = patal_rows_next (&materials);

  while (patal_rows_next (&rows))
    {
      g_auto (PatalWork) work;

      read_work (&rows, &work);
      work.id = patal_rows_int (&rows, N_COLUMNS);
      for (; more && patal_rows_int (&materials, 0) <= work.id; more = patal_rows_next (&materials))
        if (patal_rows_int (&materials, 0) == work.id)
          add_material (&work, &materials, 1);
      each (&work, data);
    }
  return patal_rows_finish (&rows, error) && patal_rows_finish (&materials, error);
}

/* What needs the file. */
static gboolean
check_gp (PatalDb *db, gint64 gp, GError **error)
{
  gint64 n;

  if (!patal_db_int (db, "SELECT count (*) FROM unit WHERE id = ?1 AND level = 'gp'", PATAL_ARGS (PATAL_INT (gp)), &n, error))
    return FALSE;
  if (n == 0)
    g_set_error_literal (error, PATAL_WORK_ERROR, PATAL_WORK_ERROR_GP,
                         _("A work is done in a gram panchayat of this file: choose one"));
  return n > 0;
}

#define AMOUNT(n) ((n) == PATAL_WORK_UNKNOWN ? PATAL_NULL : PATAL_INT (n))

static gboolean
write_work (PatalDb *db, const char *sql, const PatalWork *work, GError **error)
{
  PatalWork borrowed = *work;
  char **texts[N_TEXTS], *days[4];
  const PatalDay said[4] = { work->ts_day, work->as_day, work->start, work->end };
  gboolean done;

  texts_of (&borrowed, texts);
  for (guint i = 0; i < N_TEXTS; i++)
    if (patal_work_is_blank (*texts[i]))
      *texts[i] = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    days[i] = said[i] != PATAL_DAY_NONE ? patal_day_iso (said[i]) : NULL;
  done = patal_db_run (db, sql, PATAL_ARGS (
    PATAL_TEXT (borrowed.name_hi), PATAL_TEXT (borrowed.name_en), PATAL_TEXT (borrowed.village), PATAL_TEXT (borrowed.code),
    PATAL_TEXT (borrowed.category), PATAL_TEXT (borrowed.beneficiary), PATAL_TEXT (borrowed.guardian),
    PATAL_TEXT (borrowed.job_card), PATAL_TEXT (borrowed.ts_no), PATAL_TEXT (borrowed.as_no), PATAL_TEXT (borrowed.agency),
    PATAL_TEXT (borrowed.convergence), PATAL_TEXT (borrowed.remark), PATAL_INT (work->gp), PATAL_INT_OR_NULL (work->scheme),
    PATAL_TEXT (patal_work_kind_id (work->kind)), PATAL_TEXT (patal_work_status_id (work->status)), PATAL_INT_OR_NULL (work->fy),
    PATAL_TEXT (days[0]), PATAL_TEXT (days[1]), PATAL_TEXT (days[2]), PATAL_TEXT (days[3]), AMOUNT (work->sanctioned.wage_paise),
    AMOUNT (work->sanctioned.material_paise), AMOUNT (work->sanctioned.total_paise), AMOUNT (work->spent.wage_paise),
    AMOUNT (work->spent.material_paise), AMOUNT (work->spent.total_paise), AMOUNT (work->days), AMOUNT (work->spent_days),
    AMOUNT (work->rate_paise), work->has_place ? PATAL_REAL (work->lat) : PATAL_NULL,
    work->has_place ? PATAL_REAL (work->lon) : PATAL_NULL, PATAL_INT (work->id)), error);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_free (days[i]);
  return done;
}

const char patal_work_parts[] = "SELECT id, 'work_material' FROM work_material WHERE work = ?1"
                                " UNION ALL SELECT id, 'board' FROM board WHERE work = ?1"
                                " UNION ALL SELECT id, 'work_doc' FROM work_doc WHERE work = ?1";

/* The edit door sees which rows are frozen, and not that a row which is new belongs to one of them. */
gboolean
patal_work_editable (PatalDb *db, gint64 work, GError **error)
{
  gint64 frozen;

  if (!patal_db_int (db, "SELECT count (*) FROM frozen WHERE id = ?1", PATAL_ARGS (PATAL_INT (work)), &frozen, error))
    return FALSE;
  if (frozen > 0)
    g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_FROZEN,
                         _("This work is frozen, and its board and its file with it. Unfreeze it first, and give the reason."));
  return frozen == 0;
}

static gboolean
material_ids (PatalDb *db, gint64 work, GArray *ids, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT id FROM work_material WHERE work = ?1 ORDER BY rank, id",
                                            PATAL_ARGS (PATAL_INT (work)));

  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);

      g_array_append_val (ids, id);
    }
  return patal_rows_finish (&rows, error);
}

/* Rows stay the rows they are: only what differs is written. */
static gboolean
write_materials (PatalDb *db, const PatalWork *work, GError **error)
{
  g_autoptr (GArray) old = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = work->materials != NULL ? work->materials->len : 0;

  if (!material_ids (db, work->id, old, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const PatalMaterial *material = g_ptr_array_index (work->materials, i);
      gint64 id = i < old->len ? g_array_index (old, gint64, i) : patal_db_new_id (db);
      const char *quantity = patal_work_is_blank (material->quantity) ? NULL : material->quantity;

      if (!patal_db_run (db,
            "INSERT INTO work_material (id, work, rank, name, quantity, paise) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
            " ON CONFLICT (id) DO UPDATE SET rank = ?3, name = ?4, quantity = ?5, paise = ?6",
            PATAL_ARGS (PATAL_INT (id), PATAL_INT (work->id), PATAL_INT (i + 1), PATAL_TEXT (material->name),
                        PATAL_TEXT (quantity), AMOUNT (material->paise)), error))
        return FALSE;
    }
  for (guint i = n; i < old->len; i++)
    if (!patal_db_run (db, "DELETE FROM work_material WHERE id = ?1", PATAL_ARGS (PATAL_INT (g_array_index (old, gint64, i))),
                       error))
      return FALSE;
  return TRUE;
}

gboolean
patal_work_insert (PatalDb *db, PatalWork *work, GError **error)
{
  if (!patal_work_check (work, NULL, error) || !check_gp (db, work->gp, error))
    return FALSE;
  work->id = patal_db_new_id (db);
  return write_work (db,
    "INSERT INTO work (" WORK_COLUMNS ", id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,"
    " ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34)", work, error)
    && (work->materials == NULL || write_materials (db, work, error));
}

gboolean
patal_work_update (PatalDb *db, const PatalWork *work, GError **error)
{
  gint64 there;

  if (!patal_work_editable (db, work->id, error) || !patal_work_check (work, NULL, error) || !check_gp (db, work->gp, error)
      || !patal_db_int (db, "SELECT count (*) FROM work WHERE id = ?1", PATAL_ARGS (PATAL_INT (work->id)), &there, error))
    return FALSE;
  if (there == 0)
    return set_gone (error);
  return write_work (db,
    "UPDATE work SET name_hi = ?1, name_en = ?2, village = ?3, code = ?4, category = ?5, beneficiary = ?6, guardian = ?7,"
    " job_card = ?8, ts_no = ?9, as_no = ?10, agency = ?11, convergence = ?12, remark = ?13, gp = ?14, scheme = ?15, kind = ?16,"
    " status = ?17, fy = ?18, ts_day = ?19, as_day = ?20, start_day = ?21, end_day = ?22, wage_paise = ?23, material_paise = ?24,"
    " total_paise = ?25, spent_wage_paise = ?26, spent_material_paise = ?27, spent_total_paise = ?28, days = ?29, spent_days = ?30,"
    " rate_paise = ?31, lat = ?32, lon = ?33 WHERE id = ?34", work, error)
    && write_materials (db, work, error);
}

gboolean
patal_work_remove (PatalDb *db, gint64 id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM work_material WHERE work = ?1", "DELETE FROM work_doc WHERE work = ?1", "DELETE FROM board WHERE work = ?1",
    "DELETE FROM work WHERE id = ?1",
  };

  if (!patal_work_editable (db, id, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!patal_db_run (db, statements[i], PATAL_ARGS (PATAL_INT (id)), error))
      return FALSE;
  return TRUE;
}

gboolean
patal_work_count (PatalDb *db, gint64 within, guint counts[PATAL_N_WORK_STATUSES], GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?1")
    " SELECT status, count (*) FROM work WHERE ?1 = 0 OR gp IN below GROUP BY status", PATAL_ARGS (PATAL_INT (within)));

  memset (counts, 0, PATAL_N_WORK_STATUSES * sizeof *counts);
  while (patal_rows_next (&rows))
    counts[status_from_id (patal_rows_text (&rows, 0))] = (guint) patal_rows_int (&rows, 1);
  return patal_rows_finish (&rows, error);
}

const PatalSearchSource patal_work_search = {
  .table = "work",
  .kind = "work",
  .entry_sql = "SELECT id, ifnull (name_hi || char (10), '') || ifnull (name_en || char (10), '') || ifnull (beneficiary, ''), code"
               " FROM work WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
};
