/* patal-nomination.c: who is called to a batch
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-nomination.h"
#include "patal-batch-private.h"
#include "patal-person.h"
#include "patal-place-sql.h"
#include "patal-training-private.h"
#include "patal-training-sql.h"
#include "patal-venue.h"
#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const statuses[PATAL_N_NOMINEE_STATUSES] = { "nominated", "replaced", "withdrawn" };

void
patal_nomination_free (PatalNomination *nomination)
{
  if (nomination == NULL)
    return;
  g_free (nomination->remark);
  g_free (nomination);
}

#define COLUMNS "n.id, n.batch, n.person, n.posting, n.instead_of, n.status, n.marks, n.pre, n.post, n.remark"

static PatalNomination *
read_nomination (PatalRows *rows)
{
  PatalNomination *nomination = g_new (PatalNomination, 1);
  PatalNomineeStatus status = 0;

  while (status < PATAL_NOMINEE_WITHDRAWN && g_strcmp0 (statuses[status], patal_rows_text (rows, 5)) != 0)
    status++;
  *nomination = (PatalNomination) {
    .id = patal_rows_int (rows, 0), .batch = patal_rows_int (rows, 1), .person = patal_rows_int (rows, 2), .posting = patal_rows_int (rows, 3),
    .instead_of = patal_rows_int (rows, 4), .status = status,
    .pre = patal_rows_null (rows, 7) ? -1 : (int) patal_rows_int (rows, 7), .post = patal_rows_null (rows, 8) ? -1 : (int) patal_rows_int (rows, 8),
    .remark = g_strdup (patal_rows_text (rows, 9)),
  };
  g_strlcpy (nomination->marks, patal_rows_text (rows, 6), sizeof nomination->marks);
  return nomination;
}

GPtrArray *
patal_nominations (PatalDb *db, gint64 batch, GError **error)
{
  g_autoptr (GPtrArray) nominations = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_nomination_free);
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT " COLUMNS " FROM nomination AS n LEFT JOIN posting ON posting.id = n.posting LEFT JOIN unit ON unit.id = posting.unit"
    " LEFT JOIN post ON post.id = posting.post WHERE n.batch = ?1"
    " ORDER BY unit.id IS NULL, unit.name_hi IS NULL, ifnull (unit.name_hi, unit.name_en), unit.id, post.rank, n.id", PATAL_ARGS (PATAL_INT (batch)));

  while (patal_rows_next (&rows))
    g_ptr_array_add (nominations, read_nomination (&rows));
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&nominations) : NULL;
}

static PatalNomination *
load (PatalDb *db, gint64 id, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT " COLUMNS " FROM nomination AS n WHERE n.id = ?1", PATAL_ARGS (PATAL_INT (id)));
  PatalNomination *nomination = patal_rows_next (&rows) ? read_nomination (&rows) : NULL;

  if (!patal_rows_finish (&rows, error))
    g_clear_pointer (&nomination, patal_nomination_free);
  else if (nomination == NULL)
    g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This nomination is no longer in the file"));
  return nomination;
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalNomination, patal_nomination_free)

static gboolean
insert (PatalDb *db, gint64 batch, gint64 person, gint64 posting, gint64 instead_of, GError **error)
{
  return patal_db_run (db, "INSERT INTO nomination (id, batch, person, posting, instead_of) VALUES (?1, ?2, ?3, ?4, ?5)",
                       PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (batch), PATAL_INT (person), PATAL_INT_OR_NULL (posting),
                                   PATAL_INT_OR_NULL (instead_of)), error);
}

/* ---- from postings ---- */

/* Nominated for the module of batch @b elsewhere, so that a place there is kept or was used: whoever was absent from one that was held is called again. */
#define ELSEWHERE(person, b) \
  "EXISTS (SELECT 1 FROM nomination AS x JOIN batch AS xb ON xb.id = x.batch JOIN cluster AS xk ON xk.id = xb.cluster" \
  " JOIN training AS xt ON xt.id = xk.training WHERE x.person = " person " AND x.status = 'nominated' AND xb.id <> " b ".id" \
  " AND xb.module = " b ".module AND (xb.status = 'held' AND x.marks LIKE '%P%' AND xk.training = t.id" \
  "  OR xb.status IN ('planned', 'published', 'postponed') AND (xk.training = t.id OR xb.start_day > ?2)))"

/* ?1 the batch, ?2 the day on which posts are asked for. First by main charge, else at the first unit that is covered; a person counts in one cluster. */
static const char called_sql[] =
  "WITH own AS (SELECT b.id, b.module, b.cluster, k.training FROM batch AS b JOIN cluster AS k ON k.id = b.cluster WHERE b.id = ?1),"
  PATAL_SQL_TRAINED ("(SELECT course FROM training WHERE id = (SELECT training FROM own))", "?2",
                     "(SELECT ifnull (t.fy - c.counts_years + 1, 0) FROM training AS t JOIN course AS c ON c.id = t.course"
                     "  WHERE t.id = (SELECT training FROM own))", "9999") ","
  " counted AS (SELECT h.id AS posting, h.person, k.id AS cluster, row_number () OVER (PARTITION BY h.person"
  "   ORDER BY h.charge = 'additional', u.name_hi IS NULL, ifnull (u.name_hi, u.name_en), u.id, h.id) AS nth"
  "  FROM own JOIN training AS t ON t.id = own.training JOIN cluster AS k ON k.training = t.id JOIN cluster_unit AS cu ON cu.cluster = k.id"
  "  JOIN unit AS u ON u.id = cu.unit JOIN posting AS h ON h.unit = u.id JOIN post AS p ON p.id = h.post"
  "  JOIN course_post AS cp ON cp.course = t.course AND cp.post = p.code LEFT JOIN unit AS u1 ON u1.id = u.parent"
  "  WHERE " PATAL_SQL_CURRENT ("h", "?2") " AND NOT EXISTS (SELECT 1 FROM training_limit AS l WHERE l.training = t.id AND l.kind = 'without'"
  "   AND l.unit IN (u.id, u1.id, u1.parent)))"
  " SELECT counted.posting, counted.person FROM counted JOIN own AS b ON counted.cluster = b.cluster JOIN training AS t ON t.id = b.training"
  " WHERE counted.nth = 1 AND counted.person NOT IN trained AND NOT " PATAL_SQL_TEACHES ("counted.person", "t.course")
  " AND NOT " ELSEWHERE ("counted.person", "b") " ORDER BY counted.posting";

/* (transfer full) (element-type gint64 gint64): persons → the posting by which each is called. */
static GHashTable *
read_called (PatalDb *db, gint64 batch, const char *day, GError **error)
{
  g_autoptr (GHashTable) called = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_auto (PatalRows) rows = patal_db_query (db, called_sql, PATAL_ARGS (PATAL_INT (batch), PATAL_TEXT (day)));

  while (patal_rows_next (&rows))
    {
      gint64 posting = patal_rows_int (&rows, 0), person = patal_rows_int (&rows, 1);

      g_hash_table_replace (called, g_memdup2 (&person, sizeof person), g_memdup2 (&posting, sizeof posting));
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&called) : NULL;
}

/* Takes out of @called who has a row already; withdraws those who were called by a posting and are not any more. */
static gboolean
withdraw_others (PatalDb *db, const GPtrArray *there, GHashTable *called, guint *withdrawn, GError **error)
{
  for (guint i = 0; i < there->len; i++)
    {
      const PatalNomination *own = g_ptr_array_index (there, i);

      if (g_hash_table_remove (called, &own->person) || own->status != PATAL_NOMINEE_NOMINATED || own->posting == 0 || own->instead_of != 0
          || strchr (own->marks, 'P') != NULL)
        continue;
      if (!patal_db_run (db, "UPDATE nomination SET status = 'withdrawn' WHERE id = ?1", PATAL_ARGS (PATAL_INT (own->id)), error))
        return FALSE;
      (*withdrawn)++;
    }
  return TRUE;
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  gint64 one = **(const gint64 *const *) a, other = **(const gint64 *const *) b;

  return (one > other) - (one < other);
}

static gboolean
add_called (PatalDb *db, gint64 batch, GHashTable *called, GError **error)
{
  guint n;
  g_autofree gpointer *people = g_hash_table_get_keys_as_array (called, &n);

  qsort (people, n, sizeof *people, by_number); /* the same file, the same ids */
  for (guint i = 0; i < n; i++)
    if (!insert (db, batch, *(const gint64 *) people[i], *(const gint64 *) g_hash_table_lookup (called, people[i]), 0, error))
      return FALSE;
  return TRUE;
}

/* (transfer full): the day on which posts are asked for. */
static char *
calling_day (PatalDb *db, const PatalBatch *batch, PatalDay today, GError **error)
{
  g_autofree char *now = patal_day_iso (today), *start = batch->start != PATAL_DAY_NONE ? patal_day_iso (batch->start) : NULL, *day = NULL;
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT ifnull (?2, max (?3, training.from_day)) FROM cluster JOIN training ON training.id = cluster.training WHERE cluster.id = ?1",
    PATAL_ARGS (PATAL_INT (batch->cluster), PATAL_TEXT (start), PATAL_TEXT (now)));

  if (patal_rows_next (&rows))
    day = g_strdup (patal_rows_text (&rows, 0));
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&day) : NULL;
}

gboolean
patal_nominate_from_postings (PatalDb *db, gint64 batch, PatalDay today, guint *added, guint *withdrawn, GError **error)
{
  g_auto (PatalBatch) own = { 0 };
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GHashTable) called = NULL;
  g_autofree char *day = NULL;
  guint gone = 0;

  if (!patal_batch_load (db, batch, &own, error) || !patal_batch_may_change (db, batch, error))
    return FALSE;
  if (added != NULL)
    *added = 0;
  if (withdrawn != NULL)
    *withdrawn = 0;
  if (own.status == PATAL_BATCH_HELD || own.status == PATAL_BATCH_CANCELLED || (own.start != PATAL_DAY_NONE && own.start <= today))
    return TRUE;
  day = calling_day (db, &own, today, error);
  there = patal_nominations (db, batch, error);
  called = day != NULL && there != NULL ? read_called (db, batch, day, error) : NULL;
  if (called == NULL || !withdraw_others (db, there, called, &gone, error))
    return FALSE;
  if (added != NULL)
    *added = g_hash_table_size (called);
  if (withdrawn != NULL)
    *withdrawn = gone;
  return add_called (db, batch, called, error);
}

/* ---- by hand ---- */

/* ?1 the batch, ?2 the person: whether teaches; the number of a batch where nominated for the module already, this one among them. */
static const char may_sql[] =
  "SELECT " PATAL_SQL_TEACHES ("?2", "t.course") ","
  " (SELECT xb.no FROM nomination AS x JOIN batch AS xb ON xb.id = x.batch JOIN cluster AS xk ON xk.id = xb.cluster WHERE x.person = ?2"
  "  AND x.status = 'nominated' AND xk.training = t.id AND xb.module = b.module AND xb.status <> 'cancelled'"
  "  AND (xb.id = b.id OR xb.status <> 'held' OR x.marks LIKE '%P%') LIMIT 1)"
  " FROM batch AS b JOIN cluster AS k ON k.id = b.cluster JOIN training AS t ON t.id = k.training WHERE b.id = ?1";

static gboolean
may_come (PatalDb *db, gint64 batch, gint64 person, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, may_sql, PATAL_ARGS (PATAL_INT (batch), PATAL_INT (person)));
  g_autofree char *name = patal_person_name (db, person, patal_training_lang (NULL)), *no = NULL;
  gboolean teaches = FALSE;

  if (patal_rows_next (&rows))
    {
      teaches = patal_rows_int (&rows, 0) != 0;
      no = g_strdup (patal_rows_text (&rows, 1));
    }
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (teaches)
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_PERSON_TRAINER, name), error);
  return no == NULL || patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_PERSON_TWICE, name, no), error);
}

/* Those of another training, or of another module, that the person is called to on one of the days of @own. */
static gboolean
is_free (PatalDb *db, const PatalBatch *own, gint64 person, GError **error)
{
  PatalSpan span = patal_batch_span (own);
  g_autofree char *from = patal_day_iso (MAX (span.from, 61) - 60), *to = patal_day_iso (span.to + 60);
  PatalLang lang = patal_training_lang (NULL);
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT o.id, iif (?4, coalesce (t.name_hi, t.name_en, c.name_hi, c.name_en), coalesce (t.name_en, t.name_hi, c.name_en, c.name_hi))"
    " FROM nomination AS n JOIN batch AS o ON o.id = n.batch JOIN cluster AS k ON k.id = o.cluster JOIN training AS t ON t.id = k.training"
    " JOIN course AS c ON c.id = t.course WHERE n.person = ?1 AND n.status = 'nominated' AND o.start_day BETWEEN ?2 AND ?3"
    " AND " PATAL_SQL_BATCH_TAKES ("o") " ORDER BY o.start_day, o.id",
    PATAL_ARGS (PATAL_INT (person), PATAL_TEXT (from), PATAL_TEXT (to), PATAL_INT (lang == PATAL_LANG_HI)));

  while (patal_rows_next (&rows))
    {
      g_auto (PatalBatch) other = { 0 };
      PatalDay common;

      if (patal_rows_int (&rows, 0) == own->id)
        continue;
      if (!patal_batch_load (db, patal_rows_int (&rows, 0), &other, error))
        return FALSE;
      common = patal_batch_common_day (own, &other);
      if (common != PATAL_DAY_NONE)
        {
          g_autofree char *name = patal_person_name (db, person, lang), *no = g_strdup_printf ("%d", other.no), *day = patal_day_format (common);

          return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_PERSON_BUSY, name, patal_rows_text (&rows, 1), no, day), error);
        }
    }
  return patal_rows_finish (&rows, error);
}

static gboolean
has_seats (PatalDb *db, const PatalBatch *own, guint more, GError **error)
{
  g_auto (PatalVenue) venue = { 0 };
  g_autofree char *seats = NULL;
  gint64 heads;

  if (own->venue == 0)
    return TRUE;
  if (!patal_venue_load (db, own->venue, &venue, error)
      || !patal_db_int (db, "SELECT count (*) FROM nomination WHERE batch = ?1 AND status = 'nominated'", PATAL_ARGS (PATAL_INT (own->id)), &heads, error))
    return FALSE;
  heads += more;
  if (venue.capacity < 0 || heads <= venue.capacity)
    return TRUE;
  seats = g_strdup_printf ("%d", venue.capacity);
  return patal_broken_rule_refuse (PATAL_BROKEN_N (PATAL_TRAINING_ERROR_VENUE_SEATS, (guint64) heads,
                                                   patal_training_name ((char *const[]) { venue.name_hi, venue.name_en }, NULL), seats), error);
}

gboolean
patal_nomination_check (PatalDb *db, gint64 batch, gint64 person, guint more, GError **error)
{
  g_auto (PatalBatch) own = { 0 };

  return patal_batch_load (db, batch, &own, error) && patal_batch_may_change (db, batch, error) && may_come (db, batch, person, error)
         && is_free (db, &own, person, error) && has_seats (db, &own, more, error);
}

gboolean
patal_nomination_posting (PatalDb *db, gint64 batch, gint64 person, gint64 *posting, GError **error)
{
  return patal_db_int (db,
    "SELECT ifnull ((SELECT h.id FROM posting AS h JOIN post AS p ON p.id = h.post JOIN batch AS b ON b.id = ?1"
    " JOIN cluster AS k ON k.id = b.cluster JOIN training AS t ON t.id = k.training JOIN course_post AS cp ON cp.course = t.course AND cp.post = p.code"
    " WHERE h.person = ?2 AND " PATAL_SQL_CURRENT ("h", "ifnull (b.start_day, t.from_day)") " ORDER BY h.charge = 'additional', h.id LIMIT 1), 0)",
    PATAL_ARGS (PATAL_INT (batch), PATAL_INT (person)), posting, error);
}

gboolean
patal_nominate (PatalDb *db, gint64 batch, gint64 person, gint64 posting, GError **error)
{
  return patal_nomination_check (db, batch, person, 1, error) && insert (db, batch, person, posting, 0, error);
}

static gboolean
refuse_substitute (PatalDb *db, gint64 person, gint64 instead_of, GError **error)
{
  PatalLang lang = patal_training_lang (NULL);
  g_autofree char *name = patal_person_name (db, person, lang), *other = patal_person_name (db, instead_of, lang);

  return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_SUBSTITUTE, name, other), error);
}

gboolean
patal_substitute (PatalDb *db, gint64 nomination, gint64 person, GError **error)
{
  g_autoptr (PatalNomination) own = load (db, nomination, error);
  gint64 there, posting;

  if (own == NULL || !patal_batch_may_change (db, own->batch, error)
      || !patal_db_int (db, "SELECT count (*) FROM nomination WHERE batch = ?1 AND person = ?2 AND status = 'nominated'",
                        PATAL_ARGS (PATAL_INT (own->batch), PATAL_INT (person)), &there, error))
    return FALSE;
  if (there > 0 || own->status != PATAL_NOMINEE_NOMINATED || strchr (own->marks, 'P') != NULL)
    return refuse_substitute (db, person, own->person, error);
  return patal_db_run (db, "UPDATE nomination SET status = 'replaced' WHERE id = ?1", PATAL_ARGS (PATAL_INT (nomination)), error)
         && patal_nomination_check (db, own->batch, person, 1, error)
         && patal_nomination_posting (db, own->batch, person, &posting, error)
         && insert (db, own->batch, person, posting, nomination, error);
}

gboolean
patal_withdraw (PatalDb *db, gint64 nomination, const char *remark, GError **error)
{
  g_autoptr (PatalNomination) own = load (db, nomination, error);

  if (own == NULL || !patal_batch_may_change (db, own->batch, error))
    return FALSE;
  if (strchr (own->marks, 'P') != NULL)
    {
      g_autofree char *name = patal_person_name (db, own->person, patal_training_lang (NULL));

      return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_PRESENT, name), error);
    }
  return patal_db_run (db, "UPDATE nomination SET status = 'withdrawn', remark = ifnull (?2, remark) WHERE id = ?1",
                       PATAL_ARGS (PATAL_INT (nomination), patal_training_text (remark)), error);
}
