/* patal-demo-held.c: what became of the batches of the demonstration: who came, what the tests say, what it cost, how people liked it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-demo-private.h"
#include "patal-batch-cost.h"
#include "patal-feedback.h"
#include "patal-ids.h"
#include "patal-nomination.h"

/* Most came all the time, some not at all, some not for all of it. */
static void
throw_marks (PatalDemoDice *dice, guint n_half_days, char *marks)
{
  guint lot = patal_demo_roll (dice, 100);

  for (guint half = 0; half < n_half_days; half++)
    marks[half] = lot < 5 || (lot < 9 && half + 1 >= n_half_days) ? 'A' : 'P';
  marks[n_half_days] = '\0';
}

static gboolean
set_test (PatalDb *db, PatalDemoDice *dice, const PatalMarks *marks, int most, GError **error)
{
  int pre = most / 5 + (int) patal_demo_roll (dice, (guint) most / 2), gain = (int) patal_demo_roll (dice, (guint) most / 2);
  gboolean came = marks->marks[0] == 'P', stayed = g_str_has_suffix (marks->marks, "P");

  if (!came)
    return TRUE;
  return patal_test_set (db, marks->nomination, pre, stayed ? MIN (pre + gain, most) : -1, error);
}

/* ---- what it cost ---- */

#define DEAR_BATCH 7 /* one that cost more than it may */

/* Rupees for each participant present and day. */
static gboolean
add_costs (PatalDb *db, const PatalBatch *batch, PatalDemoDice *dice, GError **error)
{
  static const struct { PatalCostHead head; guint least, sides; } heads[] = {
    { PATAL_COST_FOOD, 180, 90 }, { PATAL_COST_VENUE, 20, 40 }, { PATAL_COST_HONORARIUM, 50, 30 }, { PATAL_COST_TRAVEL, 60, 70 }, { PATAL_COST_MATERIAL, 40, 50 },
  };
  PatalCostLimit limit;

  if (!patal_batch_cost_limit (db, batch->id, &limit, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      gint64 rupees = heads[i].least + patal_demo_roll (dice, heads[i].sides);
      g_autofree char *voucher = g_strdup_printf ("%d/%d", batch->no, (int) i + 1);
      PatalBatchCost cost = { .batch = batch->id, .head = heads[i].head, .voucher = voucher, .day = patal_batch_span (batch).to };

      cost.paise = rupees * 100 * limit.present * limit.days * (batch->no == DEAR_BATCH && heads[i].head == PATAL_COST_FOOD ? 4 : 1);
      if (cost.paise > 0 && !patal_batch_cost_put (db, &cost, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- what people thought of it ---- */

static gboolean
add_feedback (PatalDb *db, const PatalBatch *batch, PatalDemoDice *dice, GError **error)
{
  static const char *const words[] = { "अभ्यास के लिए अधिक समय मिले", "सत्र उपयोगी रहा", "भोजन की व्यवस्था सुधारें", "कंप्यूटर पर भी अभ्यास कराएं" };

  for (guint sheets = 8 + patal_demo_roll (dice, 8); sheets > 0; sheets--)
    {
      PatalFeedback feedback = { .batch = batch->id };

      for (guint question = 0; question < PATAL_N_FEEDBACK_QUESTIONS; question++)
        feedback.scores[question] = 3 + (int) patal_demo_roll (dice, 3) - (question == PATAL_FEEDBACK_FOOD);
      if (patal_demo_chance (dice, 15))
        feedback.words = (char *) words[patal_demo_roll (dice, G_N_ELEMENTS (words))];
      if (!patal_feedback_put (db, &feedback, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
hold_batch (PatalDb *db, gint64 id, PatalDay as_on, PatalDemoDice *dice, GError **error)
{
  g_auto (PatalBatch) batch = { 0 };
  g_autoptr (GPtrArray) nominations = patal_nominations (db, id, error);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (PatalMarks));
  gint64 most;

  if (nominations == NULL || !patal_batch_load (db, id, &batch, error)
      || !patal_db_int (db, "SELECT ifnull (marks, 0) FROM course_module WHERE id = ?1", PATAL_ARGS (PATAL_INT (batch.module)), &most, error))
    return FALSE;
  for (guint i = 0; i < nominations->len; i++)
    {
      PatalMarks marks = { .nomination = ((const PatalNomination *) g_ptr_array_index (nominations, i))->id };

      throw_marks (dice, 2 * (guint) batch.n_days, marks.marks);
      g_array_append_val (all, marks);
    }
  if (!patal_attendance_set (db, id, (const PatalMarks *) (const void *) all->data, all->len, as_on, error))
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    if (!set_test (db, dice, &g_array_index (all, PatalMarks, i), (int) most, error))
      return FALSE;
  return patal_batch_finish (db, id, as_on, error) && add_costs (db, &batch, dice, error) && add_feedback (db, &batch, dice, error);
}

gboolean
patal_demo_hold (PatalDb *db, gint64 training, PatalDay as_on, PatalDemoDice *dice, guint *n, GError **error)
{
  g_autofree char *day = patal_day_iso (as_on);
  g_autoptr (GArray) ids = patal_ids_read (db,
    "SELECT batch.id FROM batch JOIN cluster ON cluster.id = batch.cluster WHERE cluster.training = ?1 AND batch.status = 'published'"
    " AND date (start_day, '+' || (days - 1) || ' days') < ?2 ORDER BY batch.no",
    PATAL_ARGS (PATAL_INT (training), PATAL_TEXT (day)), PATAL_IDS_FORWARDS, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!hold_batch (db, g_array_index (ids, gint64, i), as_on, dice, error))
      return FALSE;
  *n = ids != NULL ? ids->len : 0;
  return ids != NULL;
}
