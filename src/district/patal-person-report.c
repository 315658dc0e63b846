/* patal-person-report.c: the report "people": who holds which post, place by place
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-person.h"
#include "patal-frame.h"
#include "patal-place-sql.h"
#include "patal-posting.h"
#include <glib/gi18n-lib.h>

enum { SERIAL, BLOCK, PLACE, CODE, POST, NAME, CHARGE, GENDER, SOCIAL, MOBILE, EMAIL, FROM, N_COLUMNS };

/* ?1 within, ?2 day, ?3 code of a post or NULL, ?4 charge or NULL, ?5 Hindi. */
#define IN_LANGUAGE(u) "iif (?5, ifnull (" u ".name_hi, " u ".name_en), ifnull (" u ".name_en, " u ".name_hi))"
#define BLOCK_NAME \
  "iif (?5, ifnull (" PATAL_SQL_BLOCK ("u", "name_hi") ", " PATAL_SQL_BLOCK ("u", "name_en") ")," \
  " ifnull (" PATAL_SQL_BLOCK ("u", "name_en") ", " PATAL_SQL_BLOCK ("u", "name_hi") "))"
static const char held_sql[] =
  "WITH RECURSIVE " PATAL_SQL_BELOW ("below", "?1")
  " SELECT person.id, " BLOCK_NAME " AS block, " IN_LANGUAGE ("u") " AS place, u.lgd_code,"
  " iif (?5, " PATAL_SQL_POST_WORD ("post.code", "u", "hi") ", " PATAL_SQL_POST_WORD ("post.code", "u", "en") "),"
  " " IN_LANGUAGE ("person") ", h.charge = 'additional', person.gender, person.social, person.mobile, person.email, h.from_day"
  " FROM posting AS h JOIN person ON person.id = h.person JOIN post ON post.id = h.post JOIN unit AS u ON u.id = h.unit"
  PATAL_SQL_JOIN_ABOVE ("u") "WHERE " PATAL_SQL_CURRENT ("h", "?2") " AND (?1 = 0 OR h.unit IN below)"
  " AND (?3 IS NULL OR post.code = ?3) AND (?4 IS NULL OR h.charge = ?4)"
  " ORDER BY u.level NOT IN ('state', 'district'), block, u.level <> 'block', place, u.id, post.rank, post.code, h.charge = 'additional',"
  " h.from_day, h.id";

/* Who holds nothing on that day is in the directory still. */
static const char idle_sql[] =
  "SELECT person.id, NULL, NULL, NULL, NULL, " IN_LANGUAGE ("person") ", NULL, person.gender, person.social, person.mobile, person.email, NULL"
  " FROM person WHERE ?1 = 0 AND ?3 IS NULL AND ?4 IS NULL AND NOT EXISTS (SELECT 1 FROM posting AS p WHERE p.person = person.id AND "
  PATAL_SQL_CURRENT ("p", "?2") ") ORDER BY 6, person.id";

static const char *
word_of (const PatalWords *words, const char *id)
{
  for (int gender = PATAL_GENDER_FEMALE; gender < PATAL_N_GENDERS; gender++)
    if (g_strcmp0 (id, patal_gender_id (gender)) == 0)
      return patal_words_get (words, patal_gender_title (gender));
  return NULL;
}

static const char *
social_word_of (const PatalWords *words, const char *id)
{
  for (int social = PATAL_SOCIAL_SC; social < PATAL_N_SOCIALS; social++)
    if (g_strcmp0 (id, patal_social_id (social)) == 0)
      return patal_words_get (words, patal_social_title (social));
  return NULL;
}

static gboolean
add_rows (PatalTable *table, PatalDb *db, const char *sql, const PatalValue *query,
          const PatalReportArgs *args, GError **error)
{
  static const int texts[][2]
      = { { BLOCK, 1 }, { PLACE, 2 }, { CODE, 3 }, { POST, 4 }, { NAME, 5 }, { MOBILE, 9 }, { EMAIL, 10 } };
  g_auto (PatalRows) rows = patal_db_query (db, sql, query);
  guint64 done = 0;

  while (patal_rows_next (&rows))
    {
      guint row = patal_table_add_row (table, patal_rows_int (&rows, 0));
      PatalDay from = patal_day_from_iso (patal_rows_text (&rows, 11));

      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        patal_table_set_text (table, row, (guint) texts[i][0], patal_rows_text (&rows, texts[i][1]));
      if (!patal_rows_null (&rows, 6))
        patal_table_set_text (table, row, CHARGE,
                              patal_words_get (args->words, patal_charge_title (patal_rows_int (&rows, 6)
                                                                                    ? PATAL_CHARGE_ADDITIONAL
                                                                                    : PATAL_CHARGE_MAIN)));
      patal_table_set_text (table, row, GENDER, word_of (args->words, patal_rows_text (&rows, 7)));
      patal_table_set_text (table, row, SOCIAL, social_word_of (args->words, patal_rows_text (&rows, 8)));
      if (from != PATAL_DAY_NONE)
        patal_table_set_number (table, row, FROM, from);
      if (!patal_progress_step (args->progress, ++done, 0, error))
        return FALSE;
    }
  return patal_rows_finish (&rows, error);
}

static PatalTable *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  const PatalWords *words = args->words;
  const PatalColumn columns[N_COLUMNS] = {
    [SERIAL] = { "serial", patal_words_get (words, "No."), PATAL_COLUMN_SERIAL, PATAL_TOTAL_NONE },
    [BLOCK] = { "block", patal_words_get (words, "Block"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [PLACE] = { "place", patal_words_get (words, "Gram panchayat / office"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [CODE] = { "code", patal_words_get (words, "LGD code"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [POST] = { "post", patal_words_get (words, "Post"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [NAME] = { "name", patal_words_get (words, "Name"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [CHARGE] = { "charge", patal_words_get (words, "Charge"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [GENDER] = { "gender", patal_words_get (words, "Gender"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [SOCIAL] = { "social", patal_words_get (words, "Category"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [MOBILE] = { "mobile", patal_words_get (words, "Mobile"), PATAL_COLUMN_CODE, PATAL_TOTAL_NONE },
    [EMAIL] = { "email", patal_words_get (words, "E-mail"), PATAL_COLUMN_TEXT, PATAL_TOTAL_NONE },
    [FROM] = { "from", patal_words_get (words, "Since"), PATAL_COLUMN_DAY, PATAL_TOTAL_NONE },
  };
  g_autoptr (PatalTable) table = patal_table_new (columns, N_COLUMNS);
  g_autofree char *day = patal_day_iso (args->as_on);
  const PatalValue *query;
  gint64 scope;

  if (!patal_frame_scope (db, args, &scope, error))
    return NULL;
  query = PATAL_ARGS (PATAL_INT (scope), PATAL_TEXT (day), PATAL_TEXT (patal_frame_filter (args, "post")),
                      PATAL_TEXT (patal_frame_filter (args, "charge")), PATAL_INT (patal_words_lang (words) == PATAL_LANG_HI));
  if (!add_rows (table, db, held_sql, query, args, error)
      || !add_rows (table, db, idle_sql, query, args, error)
      || !patal_frame_apply (db, table, args, scope,
                             patal_words_get (words, "Officials and representatives, place by place"), NULL,
                             error))
    return NULL;
  return g_steal_pointer (&table);
}

const PatalReport patal_person_report = { "people", N_("People and their posts"), build };
