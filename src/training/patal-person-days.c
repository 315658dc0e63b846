/* patal-person-days.c: the days on which people cannot come, or can come alone
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-contact.h"
#include "patal-plan-data.h"
#include "patal-trainer.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>

void
patal_person_days_free (PatalPersonDays *days)
{
  if (days == NULL)
    return;
  g_free (days->words);
  g_free (days);
}

GPtrArray *
patal_person_days (PatalDb *db, gint64 person, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, kind = 'free', from_day, to_day, words FROM person_days WHERE person = ?1 ORDER BY from_day, to_day, id",
    PATAL_ARGS (PATAL_INT (person)));
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_person_days_free);

  while (patal_rows_next (&rows))
    {
      PatalPersonDays *days = g_new (PatalPersonDays, 1);

      *days = (PatalPersonDays) {
        .id = patal_rows_int (&rows, 0),
        .person = person,
        .kind = patal_rows_int (&rows, 1) != 0 ? PATAL_DAYS_FREE : PATAL_DAYS_AWAY,
        .span = { patal_day_from_iso (patal_rows_text (&rows, 2)), patal_day_from_iso (patal_rows_text (&rows, 3)) },
        .words = g_strdup (patal_rows_text (&rows, 4)),
      };
      g_ptr_array_add (found, days);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&found) : NULL;
}

gboolean
patal_person_days_put (PatalDb *db, PatalPersonDays *days, GError **error)
{
  g_autofree char *from = NULL, *to = NULL;
  gint64 there = 1;

  if (days->span.from == PATAL_DAY_NONE || days->span.to < days->span.from || patal_span_days (days->span) > PATAL_PLAN_MOST_DAYS)
    return patal_broken_rule_refuse (PATAL_BROKEN (PATAL_TRAINING_ERROR_WINDOW), error);
  if (!patal_contact_no_aadhaar (days->words, error)
      || (days->id != 0
          && !patal_db_int (db, "SELECT count (*) FROM person_days WHERE id = ?1", PATAL_ARGS (PATAL_INT (days->id)), &there, error)))
    return FALSE;
  if (there == 0)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("These days are no longer in the file"));
      return FALSE;
    }
  if (days->id == 0)
    days->id = patal_db_new_id (db);
  from = patal_day_iso (days->span.from);
  to = patal_day_iso (days->span.to);
  return patal_db_run (db,
    "INSERT INTO person_days (id, person, kind, from_day, to_day, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    " ON CONFLICT (id) DO UPDATE SET person = ?2, kind = ?3, from_day = ?4, to_day = ?5, words = ?6",
    PATAL_ARGS (PATAL_INT (days->id), PATAL_INT (days->person), PATAL_TEXT (days->kind == PATAL_DAYS_FREE ? "free" : "away"),
                PATAL_TEXT (from), PATAL_TEXT (to), patal_training_text (days->words)), error);
}

gboolean
patal_person_days_remove (PatalDb *db, gint64 id, GError **error)
{
  return patal_db_run (db, "DELETE FROM person_days WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error);
}

/* @open: of each day of @span, whether somebody can come. */
static void
mark_kind (gboolean *open, PatalSpan span, const GPtrArray *all, PatalPersonDaysKind kind)
{
  for (guint i = 0; i < all->len; i++)
    {
      const PatalPersonDays *days = g_ptr_array_index (all, i);

      if (days->kind != kind)
        continue;
      for (PatalDay day = MAX (span.from, days->span.from); day <= MIN (span.to, days->span.to); day++)
        open[day - span.from] = kind == PATAL_DAYS_FREE;
    }
}

static gboolean
any_free (const GPtrArray *days)
{
  for (guint i = 0; i < days->len; i++)
    if (((const PatalPersonDays *) g_ptr_array_index (days, i))->kind == PATAL_DAYS_FREE)
      return TRUE;
  return FALSE;
}

GArray *
patal_person_days_closed (const GPtrArray *days, PatalSpan span)
{
  GArray *closed = g_array_new (FALSE, FALSE, sizeof (PatalSpan));
  int n = patal_span_days (span);
  g_autofree gboolean *open = g_new (gboolean, n);
  gboolean usually = !any_free (days);

  for (int day = 0; day < n; day++)
    open[day] = usually;
  mark_kind (open, span, days, PATAL_DAYS_FREE);
  mark_kind (open, span, days, PATAL_DAYS_AWAY); /* who is free and away is away */
  for (int day = 0; day < n; day++)
    if (!open[day])
      {
        PatalSpan run = { span.from + day, span.from + day };

        while (day + 1 < n && !open[day + 1])
          day++;
        run.to = span.from + day;
        g_array_append_val (closed, run);
      }
  return closed;
}
