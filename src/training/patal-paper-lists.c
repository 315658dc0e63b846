/* patal-paper-lists.c: the tables within letters: batches, people, what a batch cost
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-paper-tables.h"
#include <glib/gi18n-lib.h>
#include <string.h>

static void
set_frame (PatalTable *table, const PatalWords *words, const char *note)
{
  patal_table_set_frame (table, &(PatalTableFrame) {
    .lang = patal_words_lang (words), .total_word = patal_words_get (words, "Total"), .yes = patal_words_get (words, "Yes"),
    .no = patal_words_get (words, "No"), .unverified = patal_words_get (words, "unverified"), .note = note,
  });
}

gboolean
patal_paper_is_among (const PatalPaperBatch *batch, const PatalPaperPerson *person, gint64 block, PatalPaperWho who)
{
  if (block != 0 && person->block != block)
    return FALSE;
  return who == PATAL_PAPER_EVERYBODY || (batch->batch.status == PATAL_BATCH_HELD && !person->attended);
}

guint
patal_paper_count (const PatalPaperBatch *batch, gint64 block, PatalPaperWho who)
{
  guint n = 0;

  for (guint i = 0; i < batch->people->len; i++)
    n += patal_paper_is_among (batch, g_ptr_array_index (batch->people, i), block, who);
  return n;
}

/* ---- batches ---- */

enum { B_NO, B_CLUSTER, B_DAYS, B_VENUE, B_TRAINERS, B_PEOPLE, B_NODAL, N_B_COLUMNS };

PatalTable *
patal_paper_batch_list (const PatalPaperFacts *facts, const PatalPaperBatch *const *batches, guint n, gint64 block)
{
  const PatalWords *words = facts->words;
  const PatalColumn columns[N_B_COLUMNS] = {
    [B_NO] = { "batch", patal_words_get (words, "Batch"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [B_CLUSTER] = { "cluster", patal_words_get (words, "Cluster"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [B_DAYS] = { "days", patal_words_get (words, "Dates"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [B_VENUE] = { "venue", patal_words_get (words, "Venue"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [B_TRAINERS] = { "trainers", patal_words_get (words, "Master trainer(s)"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [B_PEOPLE] = { "people", patal_words_get (words, "Participants"), PATAL_COLUMN_INTEGER, PATAL_TOTAL_SUM },
    [B_NODAL] = { "nodal", patal_words_get (words, "Nodal officer"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };
  gboolean has_nodal = FALSE;
  PatalTable *table;

  for (guint i = 0; i < n; i++)
    has_nodal = has_nodal || batches[i]->nodal != NULL;
  table = patal_table_new (columns, has_nodal ? N_B_COLUMNS : B_NODAL);

  for (guint i = 0; i < n; i++)
    {
      guint row = patal_table_add_row (table, batches[i]->batch.id);
      g_autofree char *no = g_strdup_printf ("%d", batches[i]->batch.no), *days = patal_paper_batch_days (batches[i], words);

      patal_table_set_text (table, row, B_NO, no);
      patal_table_set_text (table, row, B_CLUSTER, batches[i]->cluster);
      patal_table_set_text (table, row, B_DAYS, days);
      patal_table_set_text (table, row, B_VENUE, batches[i]->venue);
      patal_table_set_text (table, row, B_TRAINERS, batches[i]->trainers);
      if (has_nodal)
        patal_table_set_text (table, row, B_NODAL, batches[i]->nodal);
      patal_table_set_number (table, row, B_PEOPLE, patal_paper_count (batches[i], block, PATAL_PAPER_EVERYBODY));
    }
  set_frame (table, words, NULL);
  return table;
}

/* ---- people ---- */

enum { P_SERIAL, P_NAME, P_POST, P_PLACE, P_MOBILE, P_ABSENT, N_P_COLUMNS };

/* (transfer full): at how many of the half-days that were held somebody was there: "1 / 4". */
static char *
presence (const PatalPaperBatch *batch, const PatalPaperPerson *person)
{
  guint present = 0;

  for (const char *mark = person->marks; *mark != '\0'; mark++)
    present += *mark == 'P';
  return g_strdup_printf ("%u / %u", present, 2 * patal_batch_held_days (&batch->batch));
}

/* "बैच 3: 20.12.2021 से 21.12.2021, सामुदायिक भवन" */
static void
begin_batch (PatalTable *table, const PatalPaperBatch *batch, const PatalWords *words)
{
  g_autofree char *no = patal_paper_batch_title (batch, words), *days = patal_paper_batch_days (batch, words);
  g_autofree char *dated = days != NULL ? g_strdup_printf ("%s: %s", no, days) : g_strdup (no);
  g_autofree char *title = batch->venue != NULL ? g_strdup_printf ("%s, %s", dated, batch->venue) : g_strdup (dated);

  patal_table_begin_group (table, title);
}

PatalTable *
patal_paper_people (const PatalPaperFacts *facts, const PatalPaperBatch *const *batches, guint n, gint64 block, PatalPaperWho who)
{
  const PatalWords *words = facts->words;
  const PatalColumn columns[N_P_COLUMNS] = {
    [P_SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [P_NAME] = { "name", patal_words_get (words, "Name"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [P_POST] = { "post", patal_words_get (words, "Post"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [P_PLACE] = { "gp", patal_words_get (words, "Gram panchayat"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [P_MOBILE] = { "mobile", patal_words_get (words, "Mobile"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    /* Translators: a column's title: at how many half-days of all somebody was there */
    [P_ABSENT] = { "present", patal_words_get (words, "Half-days present"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
  };
  PatalTable *table = patal_table_new (columns, who == PATAL_PAPER_ABSENTEES ? N_P_COLUMNS : P_ABSENT);

  for (guint i = 0; i < n; i++)
    {
      if (patal_paper_count (batches[i], block, who) == 0)
        continue;
      begin_batch (table, batches[i], words);
      for (guint p = 0; p < batches[i]->people->len; p++)
        {
          const PatalPaperPerson *person = g_ptr_array_index (batches[i]->people, p);
          g_autofree char *present = presence (batches[i], person);
          guint row;

          if (!patal_paper_is_among (batches[i], person, block, who))
            continue;
          row = patal_table_add_row (table, person->person);
          patal_table_set_text (table, row, P_NAME, person->name);
          patal_table_set_text (table, row, P_POST, person->post);
          patal_table_set_text (table, row, P_PLACE, person->place);
          patal_table_set_text (table, row, P_MOBILE, person->mobile);
          if (who == PATAL_PAPER_ABSENTEES)
            patal_table_set_text (table, row, P_ABSENT, present);
        }
    }
  set_frame (table, words, NULL);
  return table;
}

/* ---- costs ---- */

enum { C_SERIAL, C_HEAD, C_VOUCHERS, C_AMOUNT, N_C_COLUMNS };

PatalTable *
patal_paper_costs (const PatalPaperFacts *facts, PatalDb *db, const PatalPaperBatch *batch, PatalCostLimit *out, GError **error)
{
  const PatalWords *words = facts->words;
  const PatalColumn columns[N_C_COLUMNS] = {
    [C_SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    /* Translators: a head of expenditure */
    [C_HEAD] = { "head", patal_words_get (words, "Head of expenditure"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [C_VOUCHERS] = { "vouchers", patal_words_get (words, "Vouchers"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [C_AMOUNT] = { "amount", patal_words_get (words, "Amount (Rs)"), PATAL_COLUMN_MONEY, PATAL_TOTAL_SUM },
  };
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT head, group_concat (voucher, ', '), sum (paise) FROM (SELECT head, voucher, paise FROM batch_cost WHERE batch = ?1 ORDER BY day, id)"
    " GROUP BY head ORDER BY instr ('food venue honorarium travel material other', head)", PATAL_ARGS (PATAL_INT (batch->batch.id)));
  g_autoptr (PatalTable) table = patal_table_new (columns, N_C_COLUMNS);

  while (patal_rows_next (&rows))
    {
      guint row = patal_table_add_row (table, 0);

      patal_table_set_text (table, row, C_HEAD, patal_words_get (words, patal_cost_head_title (patal_cost_head_of (patal_rows_text (&rows, 0)))));
      patal_table_set_text (table, row, C_VOUCHERS, patal_rows_text (&rows, 1));
      patal_table_set_number (table, row, C_AMOUNT, patal_rows_int (&rows, 2));
    }
  if (!patal_rows_finish (&rows, error) || !patal_batch_cost_limit (db, batch->batch.id, out, error))
    return NULL;
  set_frame (table, words, NULL);
  return g_steal_pointer (&table);
}
