/* patal-findings-people.c: whether those who are nominated can be there, and should
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-findings-private.h"
#include "patal-place-sql.h"
#include "patal-training-sql.h"

#define IN_LANGUAGE(of) "iif (?4, ifnull (" of ".name_hi, " of ".name_en), ifnull (" of ".name_en, " of ".name_hi))"

/* ?1 batch, ?2 its first day, ?3 its last, ?4 Hindi. Nominations elsewhere that may meet it: of the same module of the course, whenever that is
 * (PERSON_TWICE), or at the same time (PERSON_BUSY). */
static const char elsewhere_sql[] =
  "SELECT p.id, " IN_LANGUAGE ("p") ", o.id, o.no, iif (t.name_hi IS NULL AND t.name_en IS NULL, " IN_LANGUAGE ("c") ", " IN_LANGUAGE ("t") "),"
  " o.module = own.module AND k.training = ownk.training, n.marks NOT LIKE '%P%' AND o.status = 'held'"
  " FROM batch AS own JOIN nomination AS mine ON mine.batch = own.id AND mine.status = 'nominated'"
  " JOIN nomination AS n ON n.person = mine.person AND n.batch <> own.id AND n.status = 'nominated'"
  " JOIN batch AS o ON o.id = n.batch AND o.status <> 'cancelled' JOIN cluster AS k ON k.id = o.cluster JOIN training AS t ON t.id = k.training"
  " JOIN course AS c ON c.id = t.course JOIN person AS p ON p.id = n.person JOIN cluster AS ownk ON ownk.id = own.cluster"
  " WHERE own.id = ?1 AND (o.module = own.module AND k.training = ownk.training"
  "  OR o.start_day BETWEEN date (?2, '-60 days') AND date (?3, '+60 days') AND " PATAL_SQL_BATCH_TAKES ("o") ")"
  " ORDER BY p.id, o.start_day, o.id";

static gboolean
look_elsewhere (PatalLooking *looking, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (looking->db, elsewhere_sql, PATAL_ARGS (
    PATAL_INT (looking->batch->id), PATAL_TEXT (looking->from), PATAL_TEXT (looking->to), PATAL_INT (looking->lang == PATAL_LANG_HI)));

  while (patal_rows_next (&rows))
    {
      const GArray *days = patal_looking_days_of (looking, patal_rows_int (&rows, 2), error);
      const char *name = patal_rows_text (&rows, 1);
      g_autofree char *no = g_strdup_printf ("%d", (int) patal_rows_int (&rows, 3));
      PatalDay common = PATAL_DAY_NONE;

      if (days == NULL)
        return FALSE;
      for (guint i = 0; i < days->len && common == PATAL_DAY_NONE; i++)
        if (patal_looking_is_on (looking, g_array_index (days, PatalDay, i)))
          common = g_array_index (days, PatalDay, i);
      /* Whoever was absent then is called again. */
      if (patal_rows_int (&rows, 5) != 0 && patal_rows_int (&rows, 6) == 0)
        patal_looking_say (looking, PATAL_BROKEN (PATAL_TRAINING_ERROR_PERSON_TWICE, name, no), PATAL_RULE_HARD, patal_rows_int (&rows, 0));
      else if (common != PATAL_DAY_NONE) /* one that is cancelled or postponed has no day */
        {
          g_autofree char *day = patal_day_format (common);

          patal_looking_say (looking, PATAL_BROKEN (PATAL_TRAINING_ERROR_PERSON_BUSY, name, patal_rows_text (&rows, 4), no, day),
                             PATAL_RULE_HARD, patal_rows_int (&rows, 0));
        }
    }
  return patal_rows_finish (&rows, error);
}

/* ?1 batch, ?2 its first day, ?4 Hindi: those who teach the course, and those who hold none of its posts on that day any more. */
static const char callings_sql[] =
  "SELECT p.id, " IN_LANGUAGE ("p") ", " PATAL_SQL_TEACHES ("p.id", "t.course") ","
  " EXISTS (SELECT 1 FROM posting AS h JOIN post ON post.id = h.post JOIN course_post AS cp ON cp.post = post.code"
  "  WHERE h.person = p.id AND cp.course = t.course AND " PATAL_SQL_CURRENT ("h", "?2") ")"
  " FROM nomination AS n JOIN batch AS b ON b.id = n.batch JOIN cluster AS k ON k.id = b.cluster JOIN training AS t ON t.id = k.training"
  " JOIN person AS p ON p.id = n.person WHERE n.batch = ?1 AND n.status = 'nominated' AND n.instead_of IS NULL AND ?3 IS NOT NULL ORDER BY n.id";

static gboolean
look_at_callings (PatalLooking *looking, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (looking->db, callings_sql, PATAL_ARGS (
    PATAL_INT (looking->batch->id), PATAL_TEXT (looking->from), PATAL_TEXT (looking->to), PATAL_INT (looking->lang == PATAL_LANG_HI)));
  g_autofree char *day = patal_day_format (looking->span.from);

  while (patal_rows_next (&rows))
    {
      if (patal_rows_int (&rows, 2) != 0)
        patal_looking_say (looking, PATAL_BROKEN (PATAL_TRAINING_ERROR_PERSON_TRAINER, patal_rows_text (&rows, 1)), PATAL_RULE_HARD, patal_rows_int (&rows, 0));
      else if (patal_rows_int (&rows, 3) == 0)
        patal_looking_say (looking, PATAL_BROKEN (PATAL_TRAINING_ERROR_POSTING, patal_rows_text (&rows, 1), day), PATAL_RULE_WARNS, patal_rows_int (&rows, 0));
    }
  return patal_rows_finish (&rows, error);
}

gboolean
patal_look_at_people (PatalLooking *looking, GError **error)
{
  return look_elsewhere (looking, error) && look_at_callings (looking, error);
}
