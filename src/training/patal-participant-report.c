/* patal-participant-report.c: the reports "participants" and "participation" (R7): who took part, and how many of which group, sex and category
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-frame.h"
#include "patal-pack.h"
#include "patal-participant-sql.h"
#include "patal-training-report.h"
#include <glib/gi18n-lib.h>

static gboolean
read_quarter (const PatalTrainingQuery *query, char **from, char **to, GError **error)
{
  PatalSpan span;

  if (!patal_training_query_span (query, &span, error))
    return FALSE;
  *from = patal_day_iso (span.from);
  *to = patal_day_iso (span.to);
  return TRUE;
}

/* ---- one by one ---- */

enum { SERIAL, NAME, POST, PLACE, BLOCK, SOCIAL, GENDER, TRAINING, BATCH, STATE, N_COLUMNS };

static const struct { const char *id, *title; } states[] = {
  { "trained", N_("Trained") }, { "nominated", N_("Has a batch to come") }, { "partly", N_("A module is missing") },
  { "absent", N_("Was absent") }, { "replaced", N_("Somebody else came instead") },
};
/* Translators: women and men of scheduled castes, scheduled tribes, others: as the Ministry's forms have them */
static const struct { const char *id, *title; } socials[] = { { "sc", N_("SC") }, { "st", N_("ST") }, { "other", N_("Other") } };
static const struct { const char *id, *title; } genders[] = { { "male", N_("Male") }, { "female", N_("Female") } };

/* ?7 batch, ?8 cluster, ?9 line (-1: any; 0: none), ?10 state or NULL, ?11 group, ?12 social, ?13 gender, ?14 and ?15 days or NULL. */
static const char participants_sql[] =
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?4") ", " PATAL_SQL_PARTICIPANTS
  " SELECT p.person, " PATAL_SQL_NAME ("person") " AS name,"
  " iif (?6, " PATAL_SQL_POST_WORD ("p.post_code", "u", "hi") ", " PATAL_SQL_POST_WORD ("p.post_code", "u", "en") "), " PATAL_SQL_NAME ("u") " AS place,"
  " iif (?6, ifnull (" PATAL_SQL_BLOCK ("u", "name_hi") ", " PATAL_SQL_BLOCK ("u", "name_en") "), ifnull (" PATAL_SQL_BLOCK ("u", "name_en") ", "
  PATAL_SQL_BLOCK ("u", "name_hi") ")) AS block, p.social, p.gender, " PATAL_SQL_TRAINING_NAME ("t", "c") ","
  " (SELECT group_concat (no, ', ') FROM (SELECT DISTINCT b.no AS no FROM nomination AS n JOIN batch AS b ON b.id = n.batch JOIN cluster AS k ON k.id = b.cluster"
  "   WHERE n.person = p.person AND k.training = p.training AND n.status <> 'withdrawn' AND b.status <> 'cancelled' ORDER BY b.no)), p.state"
  " FROM participant AS p JOIN person ON person.id = p.person JOIN training AS t ON t.id = p.training JOIN course AS c ON c.id = t.course"
  " JOIN unit AS u ON u.id = p.unit" PATAL_SQL_JOIN_ABOVE ("u")
  "WHERE (?7 = 0 OR EXISTS (SELECT 1 FROM nomination AS n WHERE n.batch = ?7 AND n.person = p.person AND n.status = 'nominated'))"
  " AND (?8 = 0 OR EXISTS (SELECT 1 FROM nomination AS n JOIN batch AS b ON b.id = n.batch WHERE b.cluster = ?8 AND n.person = p.person"
  "   AND n.status = 'nominated' AND b.status <> 'cancelled'))"
  " AND (?9 = -1 OR ifnull (p.line, 0) = ?9)"
  " AND (?10 IS NULL OR p.state = ?10 OR (?10 = 'present' AND p.state IN ('trained', 'partly')))"
  " AND (?11 IS NULL OR p.class = ?11) AND (?12 IS NULL OR p.social = ?12) AND (?13 IS NULL OR p.gender = ?13)"
  " AND (?14 IS NULL OR p.done_day BETWEEN ?14 AND ?15)"
  " ORDER BY block IS NULL, block, u.level <> 'block', place, u.id, p.rank, name, p.person, t.from_day";

static void
set_word (PatalTable *table, guint row, guint column, const PatalWords *words, const char *title)
{
  patal_table_set_text (table, row, column, title != NULL ? patal_words_get (words, title) : NULL);
}

static void
add_participant (PatalTable *table, PatalRows *rows, const PatalWords *words)
{
  static const int texts[][2] = { { NAME, 1 }, { POST, 2 }, { PLACE, 3 }, { BLOCK, 4 }, { TRAINING, 7 }, { BATCH, 8 } };
  guint row = patal_table_add_row (table, patal_rows_int (rows, 0));

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    patal_table_set_text (table, row, (guint) texts[i][0], patal_rows_text (rows, texts[i][1]));
  for (gsize i = 0; i < G_N_ELEMENTS (socials); i++)
    if (g_str_equal (socials[i].id, patal_rows_text (rows, 5)))
      set_word (table, row, SOCIAL, words, socials[i].title);
  for (gsize i = 0; i < G_N_ELEMENTS (genders); i++)
    if (g_str_equal (genders[i].id, patal_rows_text (rows, 6)))
      set_word (table, row, GENDER, words, genders[i].title);
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].id, patal_rows_text (rows, 9)))
      set_word (table, row, STATE, words, states[i].title);
}

static gboolean
add_participants (PatalDb *db, PatalTable *table, const PatalTrainingQuery *query, GError **error)
{
  const PatalReportArgs *args = query->args;
  g_autofree char *from = NULL, *to = NULL;
  g_auto (PatalRows) rows = { 0 };
  guint64 done = 0;

  if (patal_frame_filter (args, "quarter") != NULL && !read_quarter (query, &from, &to, error))
    return FALSE;
  rows = patal_db_query (db, participants_sql,
    PATAL_ARGS (PATAL_TRAINING_QUERY_ARGS (query), PATAL_INT (patal_training_query_number (args, "batch")), PATAL_INT (patal_training_query_number (args, "cluster")),
                PATAL_INT (patal_frame_filter (args, "line") != NULL ? patal_training_query_number (args, "line") : -1),
                PATAL_TEXT (patal_frame_filter (args, "state")), PATAL_TEXT (patal_frame_filter (args, "group")), PATAL_TEXT (patal_frame_filter (args, "social")),
                PATAL_TEXT (patal_frame_filter (args, "gender")), PATAL_TEXT (from), PATAL_TEXT (to)));
  while (patal_rows_next (&rows))
    {
      add_participant (table, &rows, args->words);
      if (!patal_progress_step (args->progress, ++done, 0, error))
        return FALSE;
    }
  return patal_rows_finish (&rows, error);
}

/* A batch and a cluster name their training, of whatever year. */
static gboolean
read_participants_query (PatalDb *db, const PatalReportArgs *args, PatalTrainingQuery *query, GError **error)
{
  gint64 batch = patal_training_query_number (args, "batch"), cluster = patal_training_query_number (args, "cluster");

  if (!patal_training_query_read (db, args, query, error))
    return FALSE;
  return (batch == 0 && cluster == 0)
         || patal_db_int (db, "SELECT ifnull ((SELECT k.training FROM cluster AS k LEFT JOIN batch AS b ON b.cluster = k.id WHERE k.id = ?2 OR b.id = ?1 LIMIT 1), -1)",
                          PATAL_ARGS (PATAL_INT (batch), PATAL_INT (cluster)), &query->training, error);
}

static PatalTable *
build_participants (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  const PatalWords *words = args->words;
  const PatalColumn columns[N_COLUMNS] = {
    [SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [NAME] = { "name", patal_words_get (words, "Name"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [POST] = { "post", patal_words_get (words, "Post"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [PLACE] = { "place", patal_words_get (words, "Gram panchayat / office"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [BLOCK] = { "block", patal_words_get (words, "Block"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    /* Translators: a column's title: scheduled caste, scheduled tribe or other */
    [SOCIAL] = { "social", patal_words_get (words, "Social category"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [GENDER] = { "gender", patal_words_get (words, "Gender"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [TRAINING] = { "training", patal_words_get (words, "Training"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [BATCH] = { "batch", patal_words_get (words, "Batch"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [STATE] = { "state", patal_words_get (words, "Status"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
  };
  g_autoptr (PatalTable) table = patal_table_new (columns, N_COLUMNS);
  g_auto (PatalTrainingQuery) query = { 0 };
  g_autofree char *title = NULL;
  const char *note;

  if (!read_participants_query (db, args, &query, error) || !add_participants (db, table, &query, error)
      || (title = patal_training_query_title (db, &query, N_("Participants of trainings"), error)) == NULL)
    return NULL;
  note = patal_table_n_rows (table) == 0 ? patal_words_get (words, "Nobody is nominated for this yet.") : NULL;
  return patal_frame_apply (db, table, args, query.within, title, note, error) ? g_steal_pointer (&table) : NULL;
}

const PatalReport patal_participant_report = { "participants", N_("Participants of trainings"), build_participants };

/* ---- how many of which ---- */

enum { G_GROUP, G_SC_MALE, G_SC_FEMALE, G_ST_MALE, G_ST_FEMALE, G_OTHER_MALE, G_OTHER_FEMALE, G_MALE, G_FEMALE, G_UNKNOWN, G_ALL, N_G_COLUMNS };
enum { SARPANCH, ELECTED, STAFF, N_GROUPS };
static const struct { const char *id, *title; } groups[N_GROUPS] = {
  [SARPANCH] = { "sarpanch", NULL }, /* the state's word */
  [ELECTED] = { "elected", N_("Other elected representatives") }, [STAFF] = { "staff", N_("Functionaries and others") },
};

/* ?7 and ?8 the days between which they were trained. */
static const char participation_sql[] =
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?4") ", " PATAL_SQL_PARTICIPANTS
  " SELECT p.class, p.social, p.gender, count (*) FROM participant AS p WHERE " PATAL_SQL_TRAINED_BETWEEN ("p", "?7", "?8")
  " AND ?6 IS NOT NULL GROUP BY 1, 2, 3";

static gboolean
read_counts (PatalDb *db, const PatalTrainingQuery *query, gint64 counts[N_GROUPS][N_G_COLUMNS], GError **error)
{
  g_autofree char *from = NULL, *to = NULL;
  g_auto (PatalRows) rows = { 0 };

  if (!read_quarter (query, &from, &to, error))
    return FALSE;
  rows = patal_db_query (db, participation_sql, PATAL_ARGS (PATAL_TRAINING_QUERY_ARGS (query), PATAL_TEXT (from), PATAL_TEXT (to)));
  while (patal_rows_next (&rows))
    {
      const char *class = patal_rows_text (&rows, 0), *social = patal_rows_text (&rows, 1), *gender = patal_rows_text (&rows, 2);
      gint64 *own = counts[g_str_equal (class, "sarpanch") ? SARPANCH : g_str_equal (class, "elected") ? ELECTED : STAFF], n = patal_rows_int (&rows, 3);
      gboolean known = !g_str_equal (social, "none") && !g_str_equal (gender, "none"), female = g_str_equal (gender, "female");

      own[G_ALL] += n;
      if (!known)
        own[G_UNKNOWN] += n;
      else
        {
          own[(g_str_equal (social, "sc") ? G_SC_MALE : g_str_equal (social, "st") ? G_ST_MALE : G_OTHER_MALE) + (female ? 1 : 0)] += n;
          own[female ? G_FEMALE : G_MALE] += n;
        }
    }
  return patal_rows_finish (&rows, error);
}

/* What a figure opens. The last three are of all categories, or of those of whom one is not said: these cannot be asked for in one question. */
static void
set_count (PatalTable *table, guint row, guint column, gint64 n, const char *common)
{
  static const char *const asked[N_G_COLUMNS] = {
    [G_SC_MALE] = "&social=sc&gender=male", [G_SC_FEMALE] = "&social=sc&gender=female", [G_ST_MALE] = "&social=st&gender=male",
    [G_ST_FEMALE] = "&social=st&gender=female", [G_OTHER_MALE] = "&social=other&gender=male", [G_OTHER_FEMALE] = "&social=other&gender=female",
    [G_ALL] = "",
  };
  g_autofree char *opens = asked[column] != NULL ? g_strconcat (common, asked[column], NULL) : NULL;

  patal_table_set_number (table, row, column, n);
  if (opens != NULL)
    patal_table_set_opens (table, row, column, opens);
}

static PatalTable *
new_participation (const PatalWords *words)
{
  static const char *const ids[N_G_COLUMNS] = { "group", "sc_male", "sc_female", "st_male", "st_female", "other_male", "other_female", "male", "female",
                                                "unknown", "all" };
  const char *const titles[N_G_COLUMNS] = {
    patal_words_get (words, "Target group"), patal_words_get (words, "SC men"), patal_words_get (words, "SC women"), patal_words_get (words, "ST men"),
    patal_words_get (words, "ST women"), patal_words_get (words, "Other men"), patal_words_get (words, "Other women"), patal_words_get (words, "Men in all"),
    patal_words_get (words, "Women in all"), patal_words_get (words, "Not recorded"), patal_words_get (words, "Grand total"),
  };
  PatalColumn columns[N_G_COLUMNS];

  for (guint i = 0; i < N_G_COLUMNS; i++)
    columns[i] = (PatalColumn) { ids[i], titles[i], i == G_GROUP ? PATAL_COLUMN_TEXT : PATAL_COLUMN_INTEGER, i == G_GROUP ? PATAL_TOTAL_NONE : PATAL_TOTAL_SUM };
  return patal_table_new (columns, N_G_COLUMNS);
}

/* (transfer full) */
static char *
group_word (PatalDb *db, guint group, gint64 within, const PatalWords *words)
{
  return group == SARPANCH ? patal_pack_word (db, within, "post.SARPANCH", patal_words_lang (words), NULL)
                           : g_strdup (patal_words_get (words, groups[group].title));
}

/* (transfer full) (nullable) */
static char *
participation_note (const PatalTable *table, const PatalWords *words)
{
  gint64 unknown = patal_table_total (table, G_UNKNOWN);

  if (patal_table_total (table, G_ALL) == 0)
    return g_strdup (patal_words_get (words, "Nobody has been trained in this yet."));
  if (unknown == 0)
    return g_strdup (patal_words_get (words, "Counted are those trained, once in each training."));
  return patal_label_text (PATAL_LABEL_N ("Counted are those trained, once in each training. Of {n} person the category or the gender is not recorded in the directory.",
                                          "Counted are those trained, once in each training. Of {n} persons the category or the gender is not recorded in the directory.",
                                          (guint64) unknown), words);
}

static PatalTable *
build_participation (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  g_autoptr (PatalTable) table = new_participation (args->words);
  g_auto (PatalTrainingQuery) query = { 0 };
  gint64 counts[N_GROUPS][N_G_COLUMNS] = { 0 };
  g_autofree char *title = NULL, *note = NULL, *asked = NULL;

  if (!patal_training_query_read (db, args, &query, error) || !read_counts (db, &query, counts, error)
      || (title = patal_training_query_title (db, &query, N_("Classification of participants"), error)) == NULL)
    return NULL;
  asked = patal_training_query_text (&query);
  for (guint group = 0; group < N_GROUPS; group++)
    {
      guint row = patal_table_add_row (table, (gint64) group + 1);
      g_autofree char *word = group_word (db, group, query.within, args->words);
      g_autofree char *common = g_strdup_printf ("participants?%s&state=trained&group=%s", asked, groups[group].id);

      patal_table_set_text (table, row, G_GROUP, word);
      for (guint column = G_SC_MALE; column < N_G_COLUMNS; column++)
        set_count (table, row, column, counts[group][column], common);
    }
  note = participation_note (table, args->words);
  return patal_frame_apply (db, table, args, query.within, title, note, error) ? g_steal_pointer (&table) : NULL;
}

const PatalReport patal_participation_report = { "participation", N_("Classification of participants"), build_participation };
