/* patal-paper-values.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-paper-values.h"
#include "patal-issued-letter.h"
#include "patal-money.h"
#include <glib/gi18n-lib.h>

void
patal_paper_values_clear (PatalPaperValues *values)
{
  for (guint i = 0; i < PATAL_N_PAPER_FIELDS; i++)
    g_clear_pointer (&values->texts[i], g_free);
}

static void
set_text (PatalPaperValues *values, PatalPaperField field, const char *text)
{
  g_free (values->texts[field]);
  values->texts[field] = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static void
set_count (PatalPaperValues *values, PatalPaperField field, guint n)
{
  g_free (values->texts[field]);
  values->texts[field] = patal_number_group (n);
}

static void
set_day (PatalPaperValues *values, PatalPaperField field, PatalDay day)
{
  g_free (values->texts[field]);
  values->texts[field] = day != PATAL_DAY_NONE ? patal_day_format (day) : NULL;
}

/* ---- what has changed ---- */

/* (transfer full): when a batch was to be, of which day @change tells. */
static char *
was_days (const PatalPaperBatch *batch, const PatalBatchChange *change, const PatalWords *words)
{
  PatalSpan span = { change->was, change->was + (change->day_no == 0 ? batch->batch.n_days - 1 : 0) };

  return patal_span_format (span, patal_words_lang (words));
}

/* (transfer full): the whole sentence of what is so now: "… दिनांक 20.12.2021 से 21.12.2021 … मेला के कारण …". */
static char *
change_sentence (const PatalPaperBatch *batch, const PatalWords *words)
{
  const PatalBatchChange *change;
  g_autofree char *no = NULL, *was = NULL, *now = NULL, *why = NULL;

  if (batch->batch.changes->len == 0)
    return NULL;
  change = g_ptr_array_index (batch->batch.changes, batch->batch.changes->len - 1);
  no = g_strdup_printf ("%d", batch->batch.no);
  was = was_days (batch, change, words);
  now = change->day_no > 0 ? (change->now != PATAL_DAY_NONE ? patal_day_format (change->now) : NULL) : patal_paper_batch_days (batch, words);
  why = change->words != NULL ? g_strdup (change->words) : g_strdup (patal_words_get (words, patal_change_reason_title (change->reason)));
  /* Translators: the five sentences go on behind "you are informed that": number of the batch, days on which it was to be, the reason, the new days. */
  if (batch->batch.status == PATAL_BATCH_CANCELLED)
    return patal_label_text (PATAL_LABEL (N_("the training of batch {1}, which was to be held on {2}, is cancelled (reason: {3})."), no, was, why), words);
  if (change->day_no > 0 && now == NULL)
    return patal_label_text (PATAL_LABEL (N_("of the training of batch {1} the day {2} is not held (reason: {3})."), no, was, why), words);
  if (change->day_no > 0)
    return patal_label_text (PATAL_LABEL (N_("of the training of batch {1} the day {2} is held on {4} instead (reason: {3})."), no, was, why, now), words);
  if (now == NULL)
    return patal_label_text (PATAL_LABEL (N_("the training of batch {1}, which was to be held on {2}, is postponed (reason: {3}). The new days will be told"
                                             " separately."), no, was, why), words);
  return patal_label_text (PATAL_LABEL (N_("the training of batch {1}, which was to be held on {2}, is postponed (reason: {3}). It is now held on {4}."),
                                        no, was, why, now), words);
}

/* ---- all of them ---- */

static void
fill_place (PatalPaperValues *values, const PatalPaperPlace *place)
{
  set_text (values, PATAL_PAPER_FIELD_STATE, place->state);
  set_text (values, PATAL_PAPER_FIELD_DISTRICT, place->district);
  set_text (values, PATAL_PAPER_FIELD_BLOCK, place->block);
  set_text (values, PATAL_PAPER_FIELD_HEAD, place->head);
  set_text (values, PATAL_PAPER_FIELD_SIGNATORY, place->signatory);
  set_text (values, PATAL_PAPER_FIELD_BLOCK_HEAD, place->block_head);
  set_text (values, PATAL_PAPER_FIELD_COLLECTOR, place->collector);
}

static void
fill_training (PatalPaperValues *values, const PatalPaperAbout *about)
{
  const PatalPaperFacts *facts = about->facts;
  g_autofree char *fy = patal_fy_label (facts->training.fy);

  set_text (values, PATAL_PAPER_FIELD_COURSE, facts->name);
  set_text (values, PATAL_PAPER_FIELD_POSTS, facts->posts);
  set_text (values, PATAL_PAPER_FIELD_FY, fy);
  set_text (values, PATAL_PAPER_FIELD_ORDER_NO, facts->training.order_no);
  set_day (values, PATAL_PAPER_FIELD_ORDER_DAY, facts->training.order_day);
  set_text (values, PATAL_PAPER_FIELD_NUMBER, about->number);
  set_day (values, PATAL_PAPER_FIELD_DAY, about->order->day);
}

/* The nomination letter to which others refer: the last that stands for the block. */
static gboolean
fill_reference (PatalPaperValues *values, PatalDb *db, const PatalPaperAbout *about, GError **error)
{
  PatalTrainingPaperOrder order = { .paper = PATAL_TRAINING_PAPER_NOMINATION, .training = about->order->training,
                                    .block = about->block != 0 ? about->block : about->n_batches == 1 ? about->batches[0]->block : 0 };
  g_autoptr (GPtrArray) letters = patal_issued_letters (db, &order, PATAL_ISSUED_STANDING, error);

  if (letters != NULL && letters->len > 0)
    {
      const PatalIssuedLetter *last = g_ptr_array_index (letters, letters->len - 1);

      set_text (values, PATAL_PAPER_FIELD_LETTER_NO, last->number);
      set_day (values, PATAL_PAPER_FIELD_LETTER_DAY, last->day);
    }
  return letters != NULL;
}

static void
fill_batches (PatalPaperValues *values, const PatalPaperAbout *about)
{
  PatalSpan all = { PATAL_DAY_NONE, PATAL_DAY_NONE };
  PatalLang lang = patal_words_lang (about->facts->words);
  guint people = 0, days = 0;

  for (guint i = 0; i < about->n_batches; i++)
    {
      PatalSpan span = patal_batch_span (&about->batches[i]->batch);

      people += patal_paper_count (about->batches[i], about->block, about->who);
      if (span.from == PATAL_DAY_NONE)
        continue;
      all.from = all.from == PATAL_DAY_NONE ? span.from : MIN (all.from, span.from);
      all.to = MAX (all.to, span.to);
    }
  for (guint i = 0; about->n_batches != 1 && i < about->facts->course.modules->len; i++)
    days += (guint) ((const PatalModule *) g_ptr_array_index (about->facts->course.modules, i))->days;
  if (about->n_batches == 1)
    days = (guint) about->batches[0]->batch.n_days;
  set_day (values, PATAL_PAPER_FIELD_FROM, all.from);
  set_day (values, PATAL_PAPER_FIELD_TO, all.to);
  values->texts[PATAL_PAPER_FIELD_DAYS] = patal_number_words (days, lang);
  set_count (values, PATAL_PAPER_FIELD_BATCHES, about->n_batches);
  set_count (values, PATAL_PAPER_FIELD_PEOPLE, people);
}

static void
fill_batch (PatalPaperValues *values, const PatalPaperAbout *about)
{
  const PatalPaperBatch *batch = about->batches[0];
  g_autofree char *no = g_strdup_printf ("%d", batch->batch.no), *days = patal_paper_batch_days (batch, about->facts->words);
  g_autofree char *change = change_sentence (batch, about->facts->words);

  set_text (values, PATAL_PAPER_FIELD_BATCH, no);
  set_text (values, PATAL_PAPER_FIELD_DATES, days);
  set_text (values, PATAL_PAPER_FIELD_VENUE, batch->venue);
  set_text (values, PATAL_PAPER_FIELD_TRAINERS, batch->trainers);
  set_text (values, PATAL_PAPER_FIELD_NODAL, batch->nodal);
  set_text (values, PATAL_PAPER_FIELD_CHANGE, change);
  set_count (values, PATAL_PAPER_FIELD_HELD_DAYS, patal_batch_held_days (&batch->batch));
}

static void
fill_person (PatalPaperValues *values, const PatalPaperPerson *person)
{
  g_autofree char *place = person->tier != NULL && person->place != NULL ? g_strdup_printf ("%s %s", person->tier, person->place)
                                                                         : g_strdup (person->place);

  set_text (values, PATAL_PAPER_FIELD_NAME, person->name);
  set_text (values, PATAL_PAPER_FIELD_POST, person->post);
  set_text (values, PATAL_PAPER_FIELD_PLACE, place);
}

gboolean
patal_paper_values_fill (PatalPaperValues *values, PatalDb *db, const PatalPaperAbout *about, GError **error)
{
  fill_place (values, about->place);
  fill_training (values, about);
  fill_batches (values, about);
  if (about->n_batches == 1)
    fill_batch (values, about);
  if (about->person != NULL)
    fill_person (values, about->person);
  return about->person != NULL || fill_reference (values, db, about, error);
}

/* Where the unit cost is from: "RGSA 2018-22", and whether it is in force. */
static gboolean
read_norm (PatalDb *db, const PatalCostLimit *cost, const PatalWords *words, char **name, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT set_name FROM cost_norm WHERE id = ?1", PATAL_ARGS (PATAL_INT (cost->norm)));

  if (patal_rows_next (&rows)) /* Translators: of a cost norm, behind its name */
    *name = cost->in_force ? g_strdup (patal_rows_text (&rows, 0))
                           : g_strdup_printf ("%s, %s", patal_rows_text (&rows, 0), patal_words_get (words, "no longer in force"));
  else
    *name = g_strdup (patal_words_get (words, "Annual Plan"));
  return patal_rows_finish (&rows, error);
}

gboolean
patal_paper_values_cost (PatalPaperValues *values, PatalDb *db, const PatalCostLimit *cost, const PatalWords *words, GError **error)
{
  PatalLang lang = patal_words_lang (words);
  g_autofree char *unit = patal_money_order (cost->unit_paise, lang), *limit = patal_money_order (cost->limit_paise, lang);
  g_autofree char *spent = patal_money_order (cost->spent_paise, lang), *norm = NULL;

  set_count (values, PATAL_PAPER_FIELD_PRESENT, cost->present);
  set_text (values, PATAL_PAPER_FIELD_SPENT, spent);
  set_text (values, PATAL_PAPER_FIELD_UNIT_COST, cost->unit_paise > 0 ? unit : NULL);
  set_text (values, PATAL_PAPER_FIELD_LIMIT, cost->unit_paise > 0 ? limit : NULL);
  if (!read_norm (db, cost, words, &norm, error))
    return FALSE;
  set_text (values, PATAL_PAPER_FIELD_NORM, norm);
  return TRUE;
}
