/* patal-bilingual.c: a report in both languages: Hindi first, English beside it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-both.h"
#include "patal-desk.h"

#define BELOW  "\n"  /* on paper one below the other: side by side no page would hold it */
#define BESIDE " / " /* what is a line or a word */

char *
patal_both (const char *hindi, const char *english, const char *between)
{
  if (hindi == NULL || english == NULL || g_str_equal (hindi, english))
    return g_strdup (hindi != NULL ? hindi : english);
  return g_strconcat (hindi, between, english, NULL);
}

/* What a row has beside its words. Each language sorts by its own alphabet, so the two tables have the same rows in another order. */
static char *
row_key (const PatalTable *table, guint row)
{
  g_autoptr (GString) key = g_string_new (NULL);

  g_string_printf (key, "%" G_GINT64_FORMAT, patal_table_row_id (table, row));
  for (guint column = 0; column < patal_table_n_columns (table); column++)
    {
      PatalColumnType type = patal_table_column (table, column)->type;
      PatalCell cell = patal_table_cell (table, row, column);

      if (cell.opens != NULL)
        g_string_append_printf (key, "\n?%s", cell.opens);
      if (type == PATAL_COLUMN_CODE)
        g_string_append_printf (key, "\n%s", cell.text != NULL ? cell.text : "");
      else if (type != PATAL_COLUMN_TEXT && type != PATAL_COLUMN_SERIAL)
        g_string_append_printf (key, "\n%d %" G_GINT64_FORMAT, cell.empty, cell.number);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* (transfer full): the key of a row → a queue of such rows, in their order: a person with two posts has two. */
static GHashTable *
rows_by_key (const PatalTable *table)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_queue_free);

  for (guint row = 0; row < patal_table_n_rows (table); row++)
    {
      g_autofree char *key = row_key (table, row);
      GQueue *same = g_hash_table_lookup (rows, key);

      if (same == NULL)
        g_hash_table_insert (rows, g_steal_pointer (&key), same = g_queue_new ());
      g_queue_push_tail (same, GUINT_TO_POINTER (row));
    }
  return rows;
}

/* @english_row: -1 where the table in English has no such row. */
static void
add_row (PatalTable *table, const PatalTable *hindi, guint hindi_row, const PatalTable *english, int english_row)
{
  guint row = patal_table_add_row (table, patal_table_row_id (hindi, hindi_row));

  for (guint column = 0; column < patal_table_n_columns (table); column++)
    {
      PatalColumnType type = patal_table_column (table, column)->type;
      PatalCell cell = patal_table_cell (hindi, hindi_row, column);

      if (type == PATAL_COLUMN_TEXT || type == PATAL_COLUMN_CODE)
        {
          const char *other = english_row >= 0 ? patal_table_cell (english, (guint) english_row, column).text : NULL;
          g_autofree char *text = patal_both (cell.text, other, BELOW);

          patal_table_set_text (table, row, column, text);
        }
      else if (!cell.empty && type != PATAL_COLUMN_SERIAL)
        patal_table_set_number (table, row, column, cell.number);
      if (cell.opens != NULL)
        patal_table_set_opens (table, row, column, cell.opens);
      if (cell.unverified)
        patal_table_set_unverified (table, row, column);
    }
}

static const char *
group_title (const PatalTable *table, int row)
{
  for (guint i = 0; i < patal_table_n_groups (table); i++)
    {
      PatalTableGroup group = patal_table_group (table, i);

      if (row >= (int) group.first_row && row < (int) (group.first_row + group.n_rows))
        return group.title;
    }
  return NULL;
}

/* Begins the groups that begin before @hindi_row, from *@next on; a group is called in English what the partner of its first row is in. */
static void
begin_groups (PatalTable *table, const PatalTable *hindi, guint hindi_row, const PatalTable *english, int english_row, guint *next)
{
  for (; *next < patal_table_n_groups (hindi) && patal_table_group (hindi, *next).first_row <= hindi_row; ++*next)
    {
      g_autofree char *title = patal_both (patal_table_group (hindi, *next).title, group_title (english, english_row), BESIDE);

      patal_table_begin_group (table, title);
    }
}

static PatalTable *
new_table (const PatalTable *hindi, const PatalTable *english)
{
  guint n = patal_table_n_columns (hindi);
  g_autofree PatalColumn *columns = g_new (PatalColumn, n);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      columns[i] = *patal_table_column (hindi, i);
      columns[i].title = patal_both (columns[i].title, patal_table_column (english, i)->title, BELOW);
      g_ptr_array_add (titles, (char *) columns[i].title);
    }
  return patal_table_new (columns, n);
}

static void
set_frame (PatalTable *table, const PatalTableFrame *hindi, const PatalTableFrame *english)
{
  const char *const pairs[][3] = {
    { hindi->title, english->title, BESIDE },           { hindi->place, english->place, BESIDE },
    { hindi->unit_line, english->unit_line, BESIDE },   { hindi->note, english->note, BELOW },
    { hindi->as_on_line, english->as_on_line, BESIDE }, { hindi->total_word, english->total_word, BESIDE },
    { hindi->yes, english->yes, BESIDE },               { hindi->no, english->no, BESIDE },
    { hindi->unverified, english->unverified, BESIDE },
    { hindi->signatures[0], english->signatures[0], BELOW }, { hindi->signatures[1], english->signatures[1], BELOW },
    { hindi->signatures[2], english->signatures[2], BELOW },
  };
  char *said[G_N_ELEMENTS (pairs)];

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    said[i] = patal_both (pairs[i][0], pairs[i][1], pairs[i][2]);
  patal_table_set_frame (table, &(PatalTableFrame) {
    .title = said[0], .place = said[1], .unit_line = said[2], .note = said[3], .as_on_line = said[4],
    .total_word = said[5], .yes = said[6], .no = said[7], .unverified = said[8],
    .signatures = { said[9], said[10], said[11] },
    .as_on = hindi->as_on, .money_unit = hindi->money_unit, .lang = hindi->lang,
  });
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    g_free (said[i]);
}

static PatalTable *
build_in (const PatalReport *report, PatalDb *db, const PatalReportArgs *args, PatalLang lang, GError **error)
{
  g_autoptr (PatalWords) words = patal_desk_words (lang, error);
  PatalReportArgs own = *args;

  own.words = words;
  return words != NULL ? report->build (db, &own, error) : NULL;
}

static PatalTable *
build_in_both (const PatalReport *report, PatalDb *db, const PatalReportArgs *args, GError **error)
{
  g_autoptr (PatalTable) hindi = build_in (report, db, args, PATAL_LANG_HI, error);
  g_autoptr (PatalTable) english = hindi != NULL ? build_in (report, db, args, PATAL_LANG_EN, error) : NULL;
  g_autoptr (PatalTable) table = NULL;
  g_autoptr (GHashTable) partners = NULL;
  guint group = 0;

  if (english == NULL)
    return NULL;
  table = new_table (hindi, english);
  partners = rows_by_key (english);
  for (guint row = 0; row < patal_table_n_rows (hindi); row++)
    {
      g_autofree char *key = row_key (hindi, row);
      GQueue *same = g_hash_table_lookup (partners, key);
      gboolean found = same != NULL && !g_queue_is_empty (same);
      int partner = found ? GPOINTER_TO_INT (g_queue_pop_head (same)) : -1;

      begin_groups (table, hindi, row, english, partner, &group);
      add_row (table, hindi, row, english, partner);
    }
  set_frame (table, patal_table_frame (hindi), patal_table_frame (english));
  return g_steal_pointer (&table);
}

PatalTable *
patal_desk_build (const PatalReport *report, PatalDb *db, const PatalReportArgs *args, PatalReportLang lang, GError **error)
{
  switch (lang)
    {
    case PATAL_REPORT_BOTH:
      return build_in_both (report, db, args, error);
    case PATAL_REPORT_EN:
      return build_in (report, db, args, PATAL_LANG_EN, error);
    case PATAL_REPORT_HI:
    default:
      return build_in (report, db, args, PATAL_LANG_HI, error);
    }
}
