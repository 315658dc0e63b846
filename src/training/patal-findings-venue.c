/* patal-findings-venue.c: whether a batch has its hall, trainers and officer for itself on its days, and whether they fit
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-findings-private.h"
#include "patal-ids.h"
#include "patal-place-sql.h"
#include "patal-plan-map.h"
#include "patal-trainer.h"
#include "patal-training-sql.h"
#include "patal-venue.h"
#include <math.h>

#define IN_LANGUAGE(of) "iif (?5, ifnull (" of ".name_hi, " of ".name_en), ifnull (" of ".name_en, " of ".name_hi))"

/* Batches o that may be held from ?2 to ?3: none has more than thirty days, and those of which one was moved are few. */
#define AROUND \
  "(o.start_day BETWEEN date (?2, '-30 days') AND ?3 OR o.id IN (SELECT batch FROM batch_change WHERE day_no > 0 AND now_day BETWEEN ?2 AND ?3))"

/* ?1 this batch, ?2 the first of its days, ?3 the last; ?4 what it must not share. Batch o of @from, of cluster k of training t. */
#define OTHERS(from, join, condition) \
  "SELECT o.id, o.no, " IN_LANGUAGE ("u") " FROM " from " JOIN cluster AS k ON k.id = o.cluster JOIN unit AS u ON u.id = k.unit" join \
  " WHERE o.id <> ?1 AND " AROUND " AND " PATAL_SQL_BATCH_TAKES ("o") " AND " condition " ORDER BY o.start_day, o.id"

typedef struct { gint64 id; int no; char *place; const GArray *days; } Other; /* @days: of the looking */

static void
other_free (gpointer data)
{
  Other *other = data;

  g_free (other->place);
  g_free (other);
}

/* (transfer full) (element-type Other): those that are held on one of the days of the batch too. */
static GPtrArray *
find_others (PatalLooking *looking, const char *sql, gint64 shared, GError **error)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (other_free);
  g_auto (PatalRows) rows = patal_db_query (looking->db, sql, PATAL_ARGS (
    PATAL_INT (looking->batch->id), PATAL_TEXT (looking->from), PATAL_TEXT (looking->to), PATAL_INT (shared),
    PATAL_INT (looking->lang == PATAL_LANG_HI)));

  while (patal_rows_next (&rows))
    {
      const GArray *days = patal_looking_days_of (looking, patal_rows_int (&rows, 0), error);
      gboolean meets = FALSE;

      if (days == NULL)
        return NULL;
      for (guint i = 0; i < days->len; i++)
        meets = meets || patal_looking_is_on (looking, g_array_index (days, PatalDay, i));
      if (meets)
        {
          Other *other = g_new (Other, 1);

          *other = (Other) { patal_rows_int (&rows, 0), (int) patal_rows_int (&rows, 1), g_strdup (patal_rows_text (&rows, 2)), days };
          g_ptr_array_add (others, other);
        }
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&others) : NULL;
}

static gboolean
is_on (const GArray *days, PatalDay day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, PatalDay, i) == day)
      return TRUE;
  return FALSE;
}

static PatalDay
first_common_day (const PatalLooking *looking, const GArray *days)
{
  for (PatalDay day = looking->span.from; day <= looking->span.to; day++)
    if (patal_looking_is_on (looking, day) && is_on (days, day))
      return day;
  return PATAL_DAY_NONE;
}

/* ---- the venue ---- */

static gboolean
look_at_halls (PatalLooking *looking, const PatalVenue *venue, const char *name, GError **error)
{
  g_autoptr (GPtrArray) others = find_others (looking, OTHERS ("batch AS o", "", "ifnull (o.venue, k.venue) = ?4"), venue->id, error);

  for (PatalDay day = looking->span.from; others != NULL && day <= looking->span.to; day++)
    {
      const Other *found = NULL;
      int taken = 0;

      for (guint i = 0; patal_looking_is_on (looking, day) && i < others->len; i++)
        if (is_on (((const Other *) g_ptr_array_index (others, i))->days, day))
          {
            found = g_ptr_array_index (others, i);
            taken++;
          }
      if (taken >= venue->halls && found != NULL)
        {
          g_autofree char *no = g_strdup_printf ("%d", found->no), *shown = patal_day_format (day);

          patal_looking_say (looking, PATAL_BROKEN_N (PATAL_TRAINING_ERROR_VENUE_TAKEN, (guint) venue->halls, name, no, shown),
                             PATAL_RULE_HARD, found->id);
          return TRUE;
        }
    }
  return others != NULL;
}

static gboolean
count_heads (PatalLooking *looking, gint64 *out, GError **error)
{
  return patal_db_int (looking->db, "SELECT count (*) FROM nomination WHERE batch = ?1 AND status = 'nominated'",
                       PATAL_ARGS (PATAL_INT (looking->batch->id)), out, error);
}

#define LEAST_USUAL 25
#define MOST_USUAL  50

gboolean
patal_look_at_venue (PatalLooking *looking, GError **error)
{
  g_auto (PatalVenue) venue = { 0 };
  g_autofree char *name = NULL;
  gint64 heads;

  if (!count_heads (looking, &heads, error))
    return FALSE;
  /* A training for a few who are left says so itself. */
  if (heads > 0 && (heads < MIN (LEAST_USUAL, looking->training.rules.batch_min) || heads > MAX (MOST_USUAL, looking->training.rules.batch_max)))
    patal_looking_say (looking, PATAL_BROKEN_N (PATAL_TRAINING_ERROR_BATCH_SIZE, (guint64) heads), PATAL_RULE_WARNS, 0);
  if (looking->batch->venue == 0)
    return TRUE;
  if (!patal_venue_load (looking->db, looking->batch->venue, &venue, error))
    return FALSE;
  name = patal_looking_venue (looking, venue.id);
  if (venue.capacity >= 0 && heads > venue.capacity)
    {
      g_autofree char *seats = g_strdup_printf ("%d", venue.capacity);

      patal_looking_say (looking, PATAL_BROKEN_N (PATAL_TRAINING_ERROR_VENUE_SEATS, (guint64) heads, name, seats), PATAL_RULE_HARD, venue.id);
    }
  return look_at_halls (looking, &venue, name, error);
}

/* ---- trainers ---- */

typedef struct { gint64 id, person, home; int most_days; const char *name; } Trainer;

static gboolean
look_at_other_batches (PatalLooking *looking, const Trainer *trainer, GError **error)
{
  g_autoptr (GPtrArray) others = find_others (looking,
    OTHERS ("batch_trainer AS x CROSS JOIN batch AS o ON o.id = x.batch", "", "x.trainer = ?4"), trainer->id, error);
  const Other *other;
  g_autofree char *no = NULL, *day = NULL;

  if (others == NULL)
    return FALSE;
  if (others->len == 0)
    return TRUE;
  other = g_ptr_array_index (others, 0);
  no = g_strdup_printf ("%d", other->no);
  day = patal_day_format (first_common_day (looking, other->days));
  patal_looking_say (looking, PATAL_BROKEN (PATAL_TRAINING_ERROR_TRAINER_TAKEN, trainer->name, no, other->place, day), PATAL_RULE_HARD, trainer->id);
  return TRUE;
}

/* (transfer full) (nullable): why somebody is away on @day. */
static char *
reason_of_absence (const GPtrArray *days, PatalDay day)
{
  for (guint i = 0; i < days->len; i++)
    {
      const PatalPersonDays *own = g_ptr_array_index (days, i);

      if (own->kind == PATAL_DAYS_AWAY && own->span.from <= day && day <= own->span.to)
        return g_strdup (own->words);
    }
  return NULL;
}

static gboolean
look_at_absence (PatalLooking *looking, const Trainer *trainer, GError **error)
{
  g_autoptr (GPtrArray) days = patal_person_days (looking->db, trainer->person, error);
  g_autoptr (GArray) closed = days != NULL ? patal_person_days_closed (days, looking->span) : NULL;

  for (guint i = 0; closed != NULL && i < closed->len; i++)
    {
      const PatalSpan *span = &g_array_index (closed, PatalSpan, i);

      for (PatalDay day = span->from; day <= span->to; day++)
        if (patal_looking_is_on (looking, day))
          {
            g_autofree char *why = reason_of_absence (days, day), *shown = patal_day_format (day);

            patal_looking_say (looking, PATAL_BROKEN (PATAL_TRAINING_ERROR_TRAINER_AWAY, trainer->name, shown, why != NULL ? why : "–"),
                               PATAL_RULE_HARD, trainer->id);
            return TRUE;
          }
    }
  return closed != NULL;
}

static gboolean
look_at_subjects (PatalLooking *looking, const Trainer *trainer, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (looking->db,
    "SELECT " IN_LANGUAGE ("s") ", s.id FROM module_subject AS m JOIN subject AS s ON s.id = m.subject WHERE m.module = ?1"
    " AND s.id NOT IN (SELECT subject FROM trainer_subject WHERE trainer = ?2) ORDER BY s.code LIMIT 1",
    PATAL_ARGS (PATAL_INT (looking->batch->module), PATAL_INT (trainer->id), PATAL_NULL, PATAL_NULL, PATAL_INT (looking->lang == PATAL_LANG_HI)));

  if (patal_rows_next (&rows))
    patal_looking_say (looking, PATAL_BROKEN (PATAL_TRAINING_ERROR_TRAINER_SUBJECT, trainer->name, patal_rows_text (&rows, 0)), PATAL_RULE_HARD, trainer->id);
  return patal_rows_finish (&rows, error);
}

/* All days on which the trainer teaches, this batch's among them; of the training alone where @training is given. */
static GHashTable *
read_taught (PatalLooking *looking, const Trainer *trainer, gint64 training, GError **error)
{
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) ids = patal_ids_read (looking->db,
    "SELECT o.id FROM batch_trainer AS x JOIN batch AS o ON o.id = x.batch JOIN cluster AS k ON k.id = o.cluster WHERE x.trainer = ?1"
    " AND o.id <> ?2 AND (?3 = 0 OR k.training = ?3) AND " PATAL_SQL_BATCH_TAKES ("o"),
    PATAL_ARGS (PATAL_INT (trainer->id), PATAL_INT (looking->batch->id), PATAL_INT (training)), PATAL_IDS_FORWARDS, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const GArray *held = patal_looking_days_of (looking, g_array_index (ids, gint64, i), error);

      if (held == NULL)
        return NULL;
      for (guint k = 0; k < held->len; k++)
        if (g_array_index (held, PatalDay, k) != PATAL_DAY_NONE)
          g_hash_table_add (days, GINT_TO_POINTER (g_array_index (held, PatalDay, k)));
    }
  for (PatalDay day = looking->span.from; day <= looking->span.to; day++)
    if (patal_looking_is_on (looking, day))
      g_hash_table_add (days, GINT_TO_POINTER (day));
  return ids != NULL ? g_steal_pointer (&days) : NULL;
}

static gboolean
look_at_load (PatalLooking *looking, const Trainer *trainer, GError **error)
{
  g_autoptr (GHashTable) all = read_taught (looking, trainer, 0, error), of_training = NULL;
  g_autofree char *most_run = g_strdup_printf ("%d", looking->training.rules.most_run), *most_days = g_strdup_printf ("%d", trainer->most_days);
  PatalDay first = looking->span.from, last = looking->span.to;

  if (all == NULL)
    return FALSE;
  of_training = read_taught (looking, trainer, looking->training.id, error);
  if (of_training == NULL)
    return FALSE;
  while (g_hash_table_contains (all, GINT_TO_POINTER (first - 1)))
    first--;
  while (g_hash_table_contains (all, GINT_TO_POINTER (last + 1)))
    last++;
  /* A batch whose days lie apart runs from gap to gap. */
  for (PatalDay day = first, begun = first; day <= last + 1; day++)
    if (day > last || !g_hash_table_contains (all, GINT_TO_POINTER (day)))
      {
        if (day - begun > looking->training.rules.most_run)
          {
            patal_looking_say (looking, PATAL_BROKEN_N (PATAL_TRAINING_ERROR_TRAINER_RUN, (guint64) (day - begun), trainer->name, most_run),
                               PATAL_RULE_HARD, trainer->id);
            return TRUE;
          }
        begun = day + 1;
      }
  if (trainer->most_days >= 0 && g_hash_table_size (of_training) > (guint) trainer->most_days)
    patal_looking_say (looking, PATAL_BROKEN_N (PATAL_TRAINING_ERROR_TRAINER_RUN, g_hash_table_size (of_training), trainer->name, most_days),
                       PATAL_RULE_HARD, trainer->id);
  return TRUE;
}

/* ?1 the trainer's home, ?2 the venue: whether they lie in one block, one district; where both are known, as coordinates. */
static const char scope_sql[] =
  "SELECT ifnull ((" "SELECT " PATAL_SQL_BLOCK ("u", "id") ") = (SELECT " PATAL_SQL_BLOCK ("v", "id") "), FALSE),"
  " ifnull ((SELECT CASE 'district' WHEN u.level THEN u.id WHEN u1.level THEN u1.id WHEN u2.level THEN u2.id WHEN u3.level THEN u3.id END)"
  "  = (SELECT CASE 'district' WHEN v.level THEN v.id WHEN v1.level THEN v1.id WHEN v2.level THEN v2.id WHEN v3.level THEN v3.id END), FALSE),"
  " u.lat, u.lon, ifnull (venue.lat, v.lat), ifnull (venue.lon, v.lon)"
  " FROM unit AS u" PATAL_SQL_JOIN_ABOVE ("u") "JOIN venue ON venue.id = ?2 JOIN unit AS v ON v.id = venue.unit" PATAL_SQL_JOIN_ABOVE ("v")
  "WHERE u.id = ?1";

/* As the planner reckons it. */
static int
metres_between (const PatalLooking *looking, PatalPlace home, PatalPlace venue)
{
  PatalPlanBlock block = { .headquarters = { NAN, NAN }, .officer = -1 };
  PatalPlanVenue hall = { .unit = -1, .place = venue, .seats = 1, .halls = 1 };
  PatalPlanTrainer trainer = { .place = home, .most_days = -1 };
  PatalPlanData data = { .rules = looking->training.rules, .n_districts = 1, .n_blocks = 1, .n_venues = 1, .n_trainers = 1,
                         .blocks = &block, .venues = &hall, .trainers = &trainer };
  PatalPlanMap map;
  int metres;

  patal_plan_map_init (&map, &data);
  metres = patal_plan_map_trainer_to_venue (&map, 0, 0);
  patal_plan_map_clear (&map);
  return metres;
}

static gboolean
look_at_scope (PatalLooking *looking, const Trainer *trainer, GError **error)
{
  const PatalPlanRules *rules = &looking->training.rules;
  g_auto (PatalRows) rows = patal_db_query (looking->db, scope_sql, PATAL_ARGS (PATAL_INT (trainer->home), PATAL_INT (looking->batch->venue)));
  gboolean outside = FALSE;

  if (patal_rows_next (&rows))
    {
      outside = (rules->trainer_scope == PATAL_PLAN_BLOCK && patal_rows_int (&rows, 0) == 0)
                || (rules->trainer_scope == PATAL_PLAN_DISTRICT && patal_rows_int (&rows, 1) == 0);
      if (rules->trainer_most_metres > 0 && !patal_rows_null (&rows, 2) && !patal_rows_null (&rows, 4))
        outside = outside || metres_between (looking, (PatalPlace) { patal_rows_real (&rows, 2), patal_rows_real (&rows, 3) },
                                             (PatalPlace) { patal_rows_real (&rows, 4), patal_rows_real (&rows, 5) })
                                 > rules->trainer_most_metres;
    }
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (outside)
    {
      g_autofree char *place = patal_looking_venue (looking, looking->batch->venue);

      patal_looking_say (looking, PATAL_BROKEN (PATAL_TRAINING_ERROR_TRAINER_SCOPE, trainer->name, place), PATAL_RULE_HARD, trainer->id);
    }
  return TRUE;
}

static gboolean
look_at_trainer (PatalLooking *looking, gint64 id, GError **error)
{
  g_autofree char *name = patal_looking_trainer (looking, id);
  Trainer trainer = { .id = id, .most_days = -1, .name = name };
  g_auto (PatalRows) rows = patal_db_query (looking->db,
    "SELECT trainer.person, ifnull (home, (SELECT unit FROM posting WHERE person = trainer.person AND charge = 'main' AND "
    PATAL_SQL_CURRENT ("posting", "?2") " LIMIT 1)), ifnull (most_days, -1) FROM trainer WHERE id = ?1",
    PATAL_ARGS (PATAL_INT (id), PATAL_TEXT (looking->from)));

  if (patal_rows_next (&rows))
    {
      trainer.person = patal_rows_int (&rows, 0);
      trainer.home = patal_rows_int (&rows, 1);
      trainer.most_days = (int) patal_rows_int (&rows, 2);
    }
  return patal_rows_finish (&rows, error) && look_at_other_batches (looking, &trainer, error)
         && look_at_absence (looking, &trainer, error) && look_at_subjects (looking, &trainer, error)
         && look_at_load (looking, &trainer, error) && look_at_scope (looking, &trainer, error);
}

/* ---- the officer who opens the batch ---- */

#define OFFICER_OF(unit, post, day) \
  "(SELECT h.person FROM posting AS h JOIN post AS p ON p.id = h.post WHERE h.unit = " unit " AND p.code = " post \
  " AND " PATAL_SQL_CURRENT ("h", day) " ORDER BY h.charge = 'additional', h.from_day DESC LIMIT 1)"

static gboolean
look_at_officer (PatalLooking *looking, GError **error)
{
  gboolean all = looking->training.attend == PATAL_ATTEND_ALL;
  gint64 officer = 0;
  g_autoptr (GPtrArray) others = NULL;

  if (looking->training.attend == PATAL_ATTEND_NONE || looking->training.officer_post == NULL)
    return TRUE;
  if (!patal_db_int (looking->db, "SELECT ifnull (" OFFICER_OF ("?1", "?2", "?3") ", 0)",
                     PATAL_ARGS (PATAL_INT (looking->block), PATAL_TEXT (looking->training.officer_post), PATAL_TEXT (looking->from)), &officer, error))
    return FALSE;
  if (officer == 0)
    return TRUE;
  others = find_others (looking, OTHERS ("batch AS o", " JOIN training AS t ON t.id = k.training",
                                         "t.attend <> 'none' AND " OFFICER_OF ("k.unit", "t.officer_post", "o.start_day") " = ?4"), officer, error);
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      const Other *other = g_ptr_array_index (others, i);
      PatalDay day = all ? first_common_day (looking, other->days) : looking->span.from;
      gint64 other_all;

      if (!patal_db_int (looking->db, "SELECT t.attend = 'all' FROM batch JOIN cluster ON cluster.id = batch.cluster JOIN training AS t"
                                      " ON t.id = cluster.training WHERE batch.id = ?1", PATAL_ARGS (PATAL_INT (other->id)), &other_all, error))
        return FALSE;
      if (other_all == 0)
        day = all || g_array_index (other->days, PatalDay, 0) == day ? g_array_index (other->days, PatalDay, 0) : PATAL_DAY_NONE;
      if (day != PATAL_DAY_NONE && patal_looking_is_on (looking, day) && is_on (other->days, day))
        {
          g_auto (PatalRows) rows = patal_db_query (looking->db, "SELECT " IN_LANGUAGE ("person") " FROM person WHERE id = ?1", PATAL_ARGS (
            PATAL_INT (officer), PATAL_NULL, PATAL_NULL, PATAL_NULL, PATAL_INT (looking->lang == PATAL_LANG_HI)));
          g_autofree char *no = g_strdup_printf ("%d", other->no), *shown = patal_day_format (day);

          if (patal_rows_next (&rows))
            patal_looking_say (looking, PATAL_BROKEN (PATAL_TRAINING_ERROR_OFFICER_TAKEN, patal_rows_text (&rows, 0), no, shown), PATAL_RULE_HARD, officer);
          return patal_rows_finish (&rows, error);
        }
    }
  return others != NULL;
}

gboolean
patal_look_at_trainers (PatalLooking *looking, GError **error)
{
  gint64 team;

  if (!patal_db_int (looking->db, "SELECT team FROM course_module WHERE id = ?1", PATAL_ARGS (PATAL_INT (looking->batch->module)), &team, error))
    return FALSE;
  if (looking->batch->trainers->len < team)
    patal_looking_say (looking, PATAL_BROKEN_N (PATAL_TRAINING_ERROR_NO_TRAINER, (guint64) team), PATAL_RULE_HARD, 0);
  for (guint i = 0; i < looking->batch->trainers->len; i++)
    if (!look_at_trainer (looking, g_array_index (looking->batch->trainers, gint64, i), error))
      return FALSE;
  return look_at_officer (looking, error);
}
