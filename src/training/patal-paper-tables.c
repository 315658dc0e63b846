/* patal-paper-tables.c: what is signed, taught and asked: the tables that are papers of their own, and that of a feedback form
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-paper-tables.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
word (const PatalPaperFacts *facts, const char *msgid)
{
  return patal_words_get (facts->words, msgid);
}

/* ---- attendance ---- */

enum { A_SERIAL, A_NAME, A_POST, A_PLACE, A_CATEGORY, A_FIRST_HALF };

/* (transfer full): "20.12 पूर्वाह्न" of one batch; of several "दिवस 1 पूर्वाह्न". */
static char *
half_title (const PatalPaperFacts *facts, const PatalPaperBatch *only, guint half)
{
  const char *part = half % 2 == 0 ? word (facts, N_("Forenoon")) : word (facts, N_("Afternoon"));
  PatalDay day = only != NULL && half / 2 < only->batch.held_on->len ? g_array_index (only->batch.held_on, PatalDay, half / 2) : PATAL_DAY_NONE;
  g_autofree char *number = g_strdup_printf ("%u", half / 2 + 1);
  g_autofree char *shown = NULL;

  if (only != NULL && only->batch.start != PATAL_DAY_NONE && day != PATAL_DAY_NONE)
    shown = patal_day_format (day);
  else /* Translators: one of the days of a training */
    shown = patal_label_text (PATAL_LABEL (N_("Day {1}"), number), facts->words);
  return g_strdup_printf ("%s %s", shown, part);
}

static PatalTable *
new_attendance (const PatalPaperFacts *facts, const PatalPaperBatch *only, guint n_halves)
{
  PatalColumn columns[A_FIRST_HALF + PATAL_MOST_HALF_DAYS + 1] = {
    [A_SERIAL] = { "serial", word (facts, N_("No.")), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [A_NAME] = { "name", word (facts, N_("Name")), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [A_POST] = { "post", word (facts, N_("Post")), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [A_PLACE] = { "gp", word (facts, N_("Gram panchayat")), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    /* Translators: a column of an attendance sheet: caste group and gender */
    [A_CATEGORY] = { "category", word (facts, N_("Social category")), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };
  static const char *const ids[] = { "am", "pm" };
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint half = 0; half < n_halves; half++)
    {
      char *title = half_title (facts, only, half), *id = g_strdup_printf ("day%u-%s", half / 2 + 1, ids[half % 2]);

      g_ptr_array_add (titles, title);
      g_ptr_array_add (titles, id);
      columns[A_FIRST_HALF + half] = (PatalColumn) { id, title, PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE };
    }
  columns[A_FIRST_HALF + n_halves] = (PatalColumn) { "signature", word (facts, N_("Signature")), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE };
  return patal_table_new (columns, A_FIRST_HALF + n_halves + 1);
}

/* (transfer full) (nullable): "अजजा / महिला"; what is not known is left out. */
static char *
category (const PatalPaperFacts *facts, const PatalPaperPerson *person)
{
  static const char *const groups[PATAL_N_SOCIALS] = {
    /* Translators: short for scheduled caste, scheduled tribe, and all others: "अजा", "अजजा", "अन्य" */
    [PATAL_SOCIAL_SC] = N_("SC"), [PATAL_SOCIAL_ST] = N_("ST"), [PATAL_SOCIAL_OTHER] = N_("Other"),
  };
  const char *group = groups[person->social] != NULL ? word (facts, groups[person->social]) : NULL;
  const char *gender = person->gender != PATAL_GENDER_UNKNOWN ? word (facts, patal_gender_title (person->gender)) : NULL;

  if (group == NULL || gender == NULL)
    return g_strdup (group != NULL ? group : gender);
  return g_strdup_printf ("%s / %s", group, gender);
}

static void
add_signer (const PatalPaperFacts *facts, PatalTable *table, const PatalPaperBatch *batch, const PatalPaperPerson *person)
{
  guint row = patal_table_add_row (table, person->person);
  g_autofree char *shown = category (facts, person);

  patal_table_set_text (table, row, A_NAME, person->name);
  patal_table_set_text (table, row, A_POST, person->post);
  patal_table_set_text (table, row, A_PLACE, person->place);
  patal_table_set_text (table, row, A_CATEGORY, shown);
  for (guint half = 0; half < strlen (person->marks) && half < 2 * (guint) batch->batch.n_days; half++)
    if (person->marks[half] != '-')
      /* Translators: short in an attendance sheet: present, absent */
      patal_table_set_text (table, row, A_FIRST_HALF + half, person->marks[half] == 'P' ? word (facts, N_("Pr.")) : word (facts, N_("Ab.")));
}

/* (transfer full) (nullable): @label with @value behind it; NULL without a value. */
static char *
labelled (const char *label, const char *value)
{
  return value != NULL && *value != '\0' ? g_strdup_printf ("%s: %s", label, value) : NULL;
}

/* Appends @text (nullable) behind what is there. */
static void
append_part (GString *all, const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", text);
}

/* (transfer full): where, and in which block or district. */
static char *
whereabouts (const PatalPaperBatch *batch, const char *place)
{
  GString *all = g_string_new (NULL);

  append_part (all, batch->venue);
  append_part (all, place);
  return g_string_free (all, FALSE);
}

/* What stands above and below the sheet of one batch. */
static void
set_sheet_frame (const PatalPaperFacts *facts, PatalTable *table, const PatalPaperBatch *batch, const char *title, const char *place)
{
  g_autofree char *no = patal_paper_batch_title (batch, facts->words), *full = g_strdup_printf ("%s, %s: %s", title, no, facts->name);
  g_autofree char *where = whereabouts (batch, place), *days = patal_paper_batch_days (batch, facts->words);
  g_autofree char *dated = labelled (word (facts, N_("Date")), days), *taught = labelled (word (facts, N_("Master trainer(s)")), batch->trainers);

  patal_table_set_frame (table, &(PatalTableFrame) {
    .title = full, .place = where, .as_on_line = dated, .unit_line = taught, .lang = patal_words_lang (facts->words),
    .signatures = { word (facts, N_("Master trainer(s)")), NULL, word (facts, N_("Nodal officer")) },
    .total_word = word (facts, N_("Total")), .yes = word (facts, N_("Yes")), .no = word (facts, N_("No")), .unverified = word (facts, N_("unverified")),
  });
}

static void
begin_batch (const PatalPaperFacts *facts, PatalTable *table, const PatalPaperBatch *batch)
{
  g_autofree char *no = patal_paper_batch_title (batch, facts->words), *days = patal_paper_batch_days (batch, facts->words);
  g_autoptr (GString) title = g_string_new (no);

  append_part (title, days);
  append_part (title, batch->venue);
  patal_table_begin_group (table, title->str);
}

PatalTable *
patal_paper_attendance (const PatalPaperFacts *facts, const PatalPaperBatch *const *batches, guint n, const char *place)
{
  guint days = 1;
  PatalTable *table;

  for (guint i = 0; i < n; i++)
    days = MAX (days, (guint) batches[i]->batch.n_days);
  table = new_attendance (facts, n == 1 ? batches[0] : NULL, 2 * days);
  for (guint i = 0; i < n; i++)
    {
      if (n > 1)
        begin_batch (facts, table, batches[i]);
      for (guint p = 0; p < batches[i]->people->len; p++)
        add_signer (facts, table, batches[i], g_ptr_array_index (batches[i]->people, p));
    }
  if (n == 1)
    set_sheet_frame (facts, table, batches[0], word (facts, N_("Attendance sheet")), place);
  return table;
}

/* ---- session plan ---- */

enum { S_DAY, S_TIME, S_TOPIC, S_TRAINER, N_S_COLUMNS };

/* (transfer full): "दिवस 1, 20.12.2021, सोमवार". */
static char *
day_title (const PatalPaperFacts *facts, const PatalPaperBatch *batch, int day_no)
{
  g_autofree char *number = g_strdup_printf ("%d", day_no);
  g_autofree char *title = patal_label_text (PATAL_LABEL (N_("Day {1}"), number), facts->words), *shown = NULL;
  PatalDay day = (guint) day_no <= batch->batch.held_on->len ? g_array_index (batch->batch.held_on, PatalDay, day_no - 1) : PATAL_DAY_NONE;

  if (batch->batch.held_on->len == 0)
    return g_steal_pointer (&title);
  if (day == PATAL_DAY_NONE)
    return g_strdup_printf ("%s, %s", title, word (facts, N_("not held")));
  shown = patal_day_format (day);
  return g_strdup_printf ("%s, %s, %s", title, shown, patal_weekday_name (patal_day_weekday (day), patal_words_lang (facts->words)));
}

/* (nullable): of one of those who teach the batch. */
static const char *
name_of_trainer (const PatalPaperBatch *batch, gint64 trainer)
{
  for (guint i = 0; i < batch->trainer_people->len; i++)
    {
      const PatalPaperPerson *person = g_ptr_array_index (batch->trainer_people, i);

      if (person->id == trainer)
        return person->name;
    }
  return NULL;
}

PatalTable *
patal_paper_session_plan (const PatalPaperFacts *facts, const PatalPaperBatch *batch, const char *place)
{
  const PatalColumn columns[N_S_COLUMNS] = {
    [S_DAY] = { "serial", word (facts, N_("No.")), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [S_TIME] = { "time", word (facts, N_("Time")), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [S_TOPIC] = { "topic", word (facts, N_("Session")), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [S_TRAINER] = { "trainer", word (facts, N_("Master trainer(s)")), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };
  gboolean has_trainer = FALSE;
  PatalTable *table;
  int day_no = 0;

  for (guint i = 0; i < batch->sessions->len; i++)
    has_trainer = has_trainer || ((const PatalSession *) g_ptr_array_index (batch->sessions, i))->trainer != 0;
  table = patal_table_new (columns, has_trainer ? N_S_COLUMNS : S_TRAINER);

  for (guint i = 0; i < batch->sessions->len; i++)
    {
      const PatalSession *session = g_ptr_array_index (batch->sessions, i);
      g_autofree char *time = g_strdup_printf ("%02d:%02d – %02d:%02d", session->from_minute / 60, session->from_minute % 60,
                                               session->to_minute / 60, session->to_minute % 60);
      guint row;

      if (session->day_no != day_no)
        {
          g_autofree char *title = day_title (facts, batch, session->day_no);

          patal_table_begin_group (table, title);
          day_no = session->day_no;
        }
      row = patal_table_add_row (table, session->id);
      patal_table_set_text (table, row, S_TIME, time);
      patal_table_set_text (table, row, S_TOPIC, patal_training_name (session->topics, facts->words));
      if (has_trainer)
        patal_table_set_text (table, row, S_TRAINER, name_of_trainer (batch, session->trainer));
    }
  set_sheet_frame (facts, table, batch, word (facts, N_("Session plan")), place);
  return table;
}

/* ---- feedback ---- */

PatalTable *
patal_paper_questions (const PatalWords *words)
{
  const char *const questions[] = {
    patal_words_get (words, "Content of the training"), patal_words_get (words, "How the trainers explained it"),
    patal_words_get (words, "Venue and seating"), patal_words_get (words, "Food and water"),
    patal_words_get (words, "Usefulness for my own work"),
  };
  const PatalColumn columns[] = {
    { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    { "question", patal_words_get (words, "Question"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    { "1", "1", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE }, { "2", "2", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    { "3", "3", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE }, { "4", "4", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    { "5", "5", PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };
  PatalTable *table = patal_table_new (columns, G_N_ELEMENTS (columns));

  patal_table_set_frame (table, &(PatalTableFrame) { .lang = patal_words_lang (words) });
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      guint row = patal_table_add_row (table, 0);

      patal_table_set_text (table, row, 1, questions[i]);
    }
  return table;
}
