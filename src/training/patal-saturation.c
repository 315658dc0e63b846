/* patal-saturation.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-saturation.h"
#include "patal-ids.h"
#include "patal-place-sql.h"
#include "patal-training-sql.h"
#include <glib/gi18n-lib.h>

static const struct { const char *id, *title; } reasons[PATAL_N_LEFT_REASONS] = {
  /* Translators: why somebody is not trained yet */
  [PATAL_LEFT_VACANT] = { "vacant", N_("The post is vacant") }, [PATAL_LEFT_PLANNED] = { "planned", N_("Has a batch to come") },
  [PATAL_LEFT_ABSENT] = { "absent", N_("Was absent") },         [PATAL_LEFT_REPLACED] = { "replaced", N_("Somebody else came instead") },
  [PATAL_LEFT_PARTLY] = { "partly", N_("A module is missing") }, [PATAL_LEFT_NEVER] = { "never", N_("Was never called") },
};

const char *
patal_left_reason_id (PatalLeftReason reason)
{
  g_return_val_if_fail (reason < PATAL_N_LEFT_REASONS, NULL);
  return reasons[reason].id;
}

const char *
patal_left_reason_title (PatalLeftReason reason)
{
  g_return_val_if_fail (reason < PATAL_N_LEFT_REASONS, NULL);
  return reasons[reason].title;
}

/* ?1 course, ?2 day, ?3 and ?4 first and last financial year, ?5 within. Each target post of each unit that has it, with its holders: those with a main
 * charge, else those with an additional one; none where it is vacant. */
#define SLOTS \
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?5") "," PATAL_SQL_TRAINED ("?1", "?2", "?3", "?4") "," \
  " teacher (person) AS MATERIALIZED (SELECT own.person FROM trainer AS own WHERE own.active AND " PATAL_SQL_TEACHES ("own.person", "?1") ")," \
  " resource (unit) AS MATERIALIZED (SELECT ifnull (r.home, h.unit) FROM trainer AS r LEFT JOIN posting AS h ON h.person = r.person" \
  "  AND h.charge = 'main' AND " PATAL_SQL_CURRENT ("h", "?2") " WHERE r.active AND r.source = 'model_gp' AND ifnull (r.home, h.unit) IS NOT NULL)," \
  " slot AS (SELECT ifnull (" PATAL_SQL_BLOCK ("u", "id") ", u.id) AS place, u.id AS unit, post.id AS post, post.rank, h.person," \
  "  h.charge = 'additional' AS by_charge, u.id IN resource AS resource, h.person IN trained OR h.person IN teacher AS done" \
  "  FROM course_post AS cp JOIN post ON post.code = cp.post JOIN unit AS u ON u.level = post.level" PATAL_SQL_JOIN_ABOVE ("u") \
  "  LEFT JOIN posting AS h ON h.unit = u.id AND h.post = post.id AND " PATAL_SQL_CURRENT ("h", "?2") \
  "   AND (h.charge = 'main' OR NOT EXISTS (SELECT 1 FROM posting AS m WHERE m.unit = u.id AND m.post = post.id AND m.charge = 'main'" \
  "    AND " PATAL_SQL_CURRENT ("m", "?2") "))" \
  "  WHERE cp.course = ?1 AND " PATAL_SQL_VALID ("u", "?2") " AND (?5 = 0 OR u.id IN below))"
#define BY_PLACE "p.name_hi IS NULL, ifnull (p.name_hi, p.name_en), p.id"

typedef struct { PatalValue values[6]; char *day; } Args;

static void
args_clear (Args *args)
{
  g_free (args->day);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Args, args_clear)

static gboolean
make_args (PatalDb *db, const PatalSaturationQuery *query, Args *out, GError **error)
{
  gint64 years;

  if (!patal_db_int (db, "SELECT ifnull (counts_years, 0) FROM course WHERE id = ?1", PATAL_ARGS (PATAL_INT (query->course)), &years, error))
    return FALSE;
  out->day = patal_day_iso (query->as_on);
  out->values[0] = PATAL_INT (query->course);
  out->values[1] = PATAL_TEXT (out->day);
  out->values[2] = PATAL_INT (query->fy != 0 ? query->fy : years > 0 ? patal_fy_of (query->as_on) - years + 1 : 0);
  out->values[3] = PATAL_INT (query->fy != 0 ? query->fy : 9999);
  out->values[4] = PATAL_INT (query->within);
  out->values[5].type = 0;
  return TRUE;
}

static const char saturation_sql[] =
  SLOTS ", own AS (SELECT place, unit, max (resource) AS resource, count (person) AS held, min (done) AS done, min (by_charge) AS by_charge"
  "  FROM slot GROUP BY unit)"
  " SELECT own.place, count (*), total (NOT resource AND held > 0), total (resource), total (NOT resource AND held = 0),"
  " total (NOT resource AND held > 0 AND done), total (NOT resource AND held > 0 AND by_charge),"
  " (SELECT count (DISTINCT person) FROM slot WHERE slot.place = own.place AND NOT slot.resource),"
  " (SELECT count (DISTINCT person) FROM slot WHERE slot.place = own.place AND NOT slot.resource AND slot.done),"
  " (SELECT max (" PATAL_SQL_BATCH_LAST ("b") ") FROM training AS t JOIN cluster AS k ON k.training = t.id JOIN batch AS b ON b.cluster = k.id"
  "  WHERE t.course = ?1 AND t.fy BETWEEN ?3 AND ?4 AND k.unit = own.place AND " PATAL_SQL_BATCH_TAKES ("b") ")"
  " FROM own JOIN unit AS p ON p.id = own.place GROUP BY own.place ORDER BY " BY_PLACE;

GArray *
patal_saturation (PatalDb *db, const PatalSaturationQuery *query, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PatalSaturation));
  g_auto (Args) args = { 0 };
  g_auto (PatalRows) rows = { 0 };

  if (!make_args (db, query, &args, error))
    return NULL;
  rows = patal_db_query (db, saturation_sql, args.values);
  while (patal_rows_next (&rows))
    {
      PatalSaturation place = {
        .place = patal_rows_int (&rows, 0), .units = (guint) patal_rows_int (&rows, 1), .eligible = (guint) patal_rows_int (&rows, 2),
        .resource = (guint) patal_rows_int (&rows, 3), .vacant = (guint) patal_rows_int (&rows, 4), .trained = (guint) patal_rows_int (&rows, 5),
        .by_charge = (guint) patal_rows_int (&rows, 6), .people = (guint) patal_rows_int (&rows, 7),
        .people_trained = (guint) patal_rows_int (&rows, 8), .target = patal_day_from_iso (patal_rows_text (&rows, 9)),
      };

      g_array_append_val (places, place);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&places) : NULL;
}

/* ---- who is left ---- */

/* The last batch of the course in which @person is so. */
#define LAST_BATCH(condition) \
  "(SELECT b.id FROM nomination AS n JOIN batch AS b ON b.id = n.batch JOIN cluster AS k ON k.id = b.cluster JOIN training AS t ON t.id = k.training" \
  " JOIN course AS c ON c.id = t.course WHERE n.person = slot.person AND t.course = ?1 AND t.fy BETWEEN ?3 AND ?4 AND " condition \
  " ORDER BY b.start_day DESC, b.id DESC LIMIT 1)"

static const char left_sql[] =
  SLOTS " SELECT slot.place, slot.unit, slot.post, slot.person, slot.by_charge,"
  " " LAST_BATCH ("n.status = 'nominated' AND b.status IN ('planned', 'published', 'postponed')") ","
  " " LAST_BATCH ("n.status = 'nominated' AND b.status = 'held' AND NOT " PATAL_SQL_ATTENDED ("n", "b", "c")) ","
  " " LAST_BATCH ("n.status = 'replaced'") "," LAST_BATCH (PATAL_SQL_ATTENDED ("n", "b", "c"))
  " FROM slot JOIN unit AS p ON p.id = slot.place JOIN unit AS u ON u.id = slot.unit WHERE NOT slot.resource AND NOT ifnull (slot.done, FALSE)"
  " ORDER BY " BY_PLACE ", u.name_hi IS NULL, ifnull (u.name_hi, u.name_en), u.id, slot.rank, slot.post, slot.person";

GArray *
patal_saturation_left (PatalDb *db, const PatalSaturationQuery *query, GError **error)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (PatalLeftOver));
  g_auto (Args) args = { 0 };
  g_auto (PatalRows) rows = { 0 };

  if (!make_args (db, query, &args, error))
    return NULL;
  rows = patal_db_query (db, left_sql, args.values);
  while (patal_rows_next (&rows))
    {
      PatalLeftOver own = { .place = patal_rows_int (&rows, 0), .unit = patal_rows_int (&rows, 1), .post = patal_rows_int (&rows, 2),
                            .person = patal_rows_int (&rows, 3), .by_charge = patal_rows_int (&rows, 4) != 0, .reason = PATAL_LEFT_NEVER };

      if (own.person == 0)
        own.reason = PATAL_LEFT_VACANT;
      for (int reason = PATAL_LEFT_PARTLY; own.person != 0 && reason >= PATAL_LEFT_PLANNED; reason--)
        if (!patal_rows_null (&rows, 4 + reason))
          {
            own.reason = (PatalLeftReason) reason;
            own.batch = patal_rows_int (&rows, 4 + reason);
          }
      g_array_append_val (left, own);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&left) : NULL;
}

/* ---- a training for them ---- */

static gboolean
is_anybody_left (const GArray *left)
{
  for (guint i = 0; i < left->len; i++)
    {
      PatalLeftReason reason = g_array_index (left, PatalLeftOver, i).reason;

      if (reason != PATAL_LEFT_VACANT && reason != PATAL_LEFT_PLANNED)
        return TRUE;
    }
  return FALSE;
}

gboolean
patal_saturation_mop_up (PatalDb *db, const PatalSaturationQuery *query, PatalTraining *out, GError **error)
{
  g_autoptr (GArray) left = patal_saturation_left (db, query, error), last = NULL;
  g_auto (PatalCourse) course = { 0 };
  int days;

  if (left == NULL)
    return FALSE;
  if (!is_anybody_left (left))
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_EMPTY), error);
  last = patal_ids_read (db, "SELECT id FROM training WHERE course = ?1 ORDER BY from_day DESC, id DESC LIMIT 1",
                         PATAL_ARGS (PATAL_INT (query->course)), PATAL_IDS_FORWARDS, error);
  if (last == NULL || !patal_course_load (db, query->course, &course, error))
    return FALSE;
  patal_training_init (out, &course, patal_fy_of (query->as_on));
  days = patal_span_days (out->window);
  if (last->len > 0)
    {
      g_auto (PatalTraining) before = { 0 };

      if (!patal_training_load (db, g_array_index (last, gint64, 0), &before, error))
        return FALSE;
      out->rules = before.rules;
      out->attend = before.attend;
      g_free (out->officer_post);
      out->officer_post = g_steal_pointer (&before.officer_post);
      days = patal_span_days (before.window);
    }
  out->within = query->within;
  out->rules.batch_min = 1;
  out->window = (PatalSpan) { query->as_on + 1, query->as_on + days };
  return TRUE;
}
