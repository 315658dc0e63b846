/* patal-paper-facts.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-paper-facts.h"
#include "patal-pack.h"
#include "patal-place-sql.h"
#include "patal-setting.h"
#include "patal-training-private.h"
#include "patal-training-sql.h"
#include "patal-unit.h"
#include <glib/gi18n-lib.h>
#include <string.h>

static void
person_free (gpointer data)
{
  PatalPaperPerson *person = data;

  g_free (person->name);
  g_free (person->post);
  g_free (person->tier);
  g_free (person->place);
  g_free (person->mobile);
  g_free (person);
}

static void
batch_free (gpointer data)
{
  PatalPaperBatch *batch = data;

  patal_batch_clear (&batch->batch);
  g_free (batch->cluster);
  g_free (batch->venue);
  g_free (batch->nodal);
  g_free (batch->trainers);
  g_clear_pointer (&batch->people, g_ptr_array_unref);
  g_clear_pointer (&batch->trainer_people, g_ptr_array_unref);
  g_clear_pointer (&batch->sessions, g_ptr_array_unref);
  g_free (batch);
}

static void
place_free (gpointer data)
{
  PatalPaperPlace *place = data;

  g_free (place->block);
  g_free (place->district);
  g_free (place->state);
  g_free (place->head);
  g_free (place->signatory);
  g_free (place->block_head);
  g_free (place->collector);
  g_free (place);
}

void
patal_paper_facts_free (PatalPaperFacts *facts)
{
  if (facts == NULL)
    return;
  patal_training_clear (&facts->training);
  patal_course_clear (&facts->course);
  g_free (facts->name);
  g_free (facts->posts);
  g_clear_pointer (&facts->batches, g_ptr_array_unref);
  g_clear_pointer (&facts->places, g_ptr_array_unref);
  g_free (facts);
}

static gboolean
is_hindi (const PatalPaperFacts *facts)
{
  return patal_words_lang (facts->words) == PATAL_LANG_HI;
}

/* ---- people ---- */

#define IN_LANGUAGE(hi, en) "iif (?3, ifnull (" hi ", " en "), ifnull (" en ", " hi "))"
#define NAME_OF(u) IN_LANGUAGE (u ".name_hi", u ".name_en")
#define POST_WORD "iif (?3, " PATAL_SQL_POST_WORD ("post.code", "u", "hi") ", " PATAL_SQL_POST_WORD ("post.code", "u", "en") ")"
#define TIER(lang) \
  "(SELECT " lang " FROM label WHERE key = 'tier.' || u.level AND state_code IN ('', " PATAL_SQL_STATE_CODE ("u") ") ORDER BY state_code = '' LIMIT 1)"
#define PERSON_COLUMNS \
  NAME_OF ("person") ", iif (post.id IS NULL, NULL, " POST_WORD "), " NAME_OF ("u") ", person.mobile, person.gender, person.social," \
  " iif (?3, " TIER ("hi") ", " TIER ("en") ")"

/* ?1 training, ?2 batch or 0, ?3 Hindi. Trained: attended a batch of each module of the course, of the last one this. */
static const char people_sql[] =
  "SELECT b.id, n.id, n.person, " PERSON_COLUMNS ", ifnull (" PATAL_SQL_BLOCK ("u", "id") ", k.unit), n.marks,"
  " " PATAL_SQL_ATTENDED ("n", "b", "o") ","
  " NOT EXISTS (SELECT 1 FROM course_module AS m WHERE m.course = o.id AND (m.rank > own.rank OR m.rank = own.rank AND m.id > own.id))"
  " AND NOT EXISTS (SELECT 1 FROM course_module AS m WHERE m.course = o.id AND NOT EXISTS (SELECT 1 FROM nomination AS xn"
  "  JOIN batch AS xb ON xb.id = xn.batch JOIN cluster AS xk ON xk.id = xb.cluster WHERE xn.person = n.person AND xb.module = m.id"
  "  AND xk.training = t.id AND " PATAL_SQL_ATTENDED ("xn", "xb", "o") "))"
  " FROM training AS t JOIN course AS o ON o.id = t.course JOIN cluster AS k ON k.training = t.id JOIN batch AS b ON b.cluster = k.id"
  " JOIN course_module AS own ON own.id = b.module JOIN nomination AS n ON n.batch = b.id AND n.status = 'nominated'"
  " JOIN person ON person.id = n.person LEFT JOIN posting AS h ON h.id = n.posting LEFT JOIN post ON post.id = h.post"
  " LEFT JOIN unit AS u ON u.id = h.unit" PATAL_SQL_JOIN_ABOVE ("u")
  " WHERE t.id = ?1 AND (?2 = 0 OR b.id = ?2)"
  " ORDER BY b.no, b.id, u.id IS NULL, iif (?3, u.name_hi, u.name_en) IS NULL, " NAME_OF ("u") ", u.id, post.rank, n.id";

/* Those who teach, with the post that they hold on the first day of the batch (without one: of the window). */
static const char trainers_sql[] =
  "SELECT b.id, r.id, person.id, " PERSON_COLUMNS
  " FROM training AS t JOIN cluster AS k ON k.training = t.id JOIN batch AS b ON b.cluster = k.id JOIN batch_trainer AS bt ON bt.batch = b.id"
  " JOIN trainer AS r ON r.id = bt.trainer JOIN person ON person.id = r.person"
  " LEFT JOIN posting AS h ON h.id = (SELECT p.id FROM posting AS p WHERE p.person = person.id"
  "  AND " PATAL_SQL_CURRENT ("p", "ifnull (b.start_day, t.from_day)") " ORDER BY p.charge DESC, p.id LIMIT 1)"
  " LEFT JOIN post ON post.id = h.post LEFT JOIN unit AS u ON u.id = h.unit" PATAL_SQL_JOIN_ABOVE ("u")
  " WHERE t.id = ?1 AND (?2 = 0 OR b.id = ?2) ORDER BY b.no, b.id, bt.id";

/* The place of @id among @n names, 0 (unknown) where it is none. */
static guint
number_of (const char *id, const char *(*name) (guint), guint n)
{
  for (guint i = 1; id != NULL && i < n; i++)
    if (g_str_equal (name (i), id))
      return i;
  return 0;
}

static const char *
gender_id (guint i)
{
  return patal_gender_id ((PatalGender) i);
}

static const char *
social_id (guint i)
{
  return patal_social_id ((PatalSocial) i);
}

static PatalPaperBatch *
find_batch (const PatalPaperFacts *facts, gint64 id)
{
  for (guint i = 0; i < facts->batches->len; i++)
    if (((PatalPaperBatch *) g_ptr_array_index (facts->batches, i))->batch.id == id)
      return g_ptr_array_index (facts->batches, i);
  return NULL;
}

static PatalPaperPerson *
read_person (PatalRows *rows)
{
  PatalPaperPerson *person = g_new (PatalPaperPerson, 1);

  *person = (PatalPaperPerson) {
    .id = patal_rows_int (rows, 1),
    .person = patal_rows_int (rows, 2),
    .name = g_strdup (patal_rows_text (rows, 3)),
    .post = g_strdup (patal_rows_text (rows, 4)),
    .place = g_strdup (patal_rows_text (rows, 5)),
    .mobile = g_strdup (patal_rows_text (rows, 6)),
    .gender = (PatalGender) number_of (patal_rows_text (rows, 7), gender_id, PATAL_N_GENDERS),
    .social = (PatalSocial) number_of (patal_rows_text (rows, 8), social_id, PATAL_N_SOCIALS),
    .tier = g_strdup (patal_rows_text (rows, 9)),
  };
  return person;
}

static gboolean
read_people (PatalDb *db, PatalPaperFacts *facts, gint64 batch, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, people_sql, PATAL_ARGS (PATAL_INT (facts->training.id), PATAL_INT (batch), PATAL_INT (is_hindi (facts))));
  PatalPaperBatch *own = NULL;

  while (patal_rows_next (&rows))
    {
      gint64 id = patal_rows_int (&rows, 0);
      PatalPaperPerson *person;

      if (own == NULL || own->batch.id != id)
        own = find_batch (facts, id);
      if (own == NULL)
        continue;
      person = read_person (&rows);
      person->block = patal_rows_int (&rows, 10);
      g_strlcpy (person->marks, patal_rows_text (&rows, 11), sizeof person->marks);
      person->attended = patal_rows_int (&rows, 12) != 0;
      person->trained = person->attended && patal_rows_int (&rows, 13) != 0;
      g_ptr_array_add (own->people, person);
    }
  return patal_rows_finish (&rows, error);
}

static gboolean
read_trainers (PatalDb *db, PatalPaperFacts *facts, gint64 batch, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, trainers_sql, PATAL_ARGS (PATAL_INT (facts->training.id), PATAL_INT (batch), PATAL_INT (is_hindi (facts))));

  while (patal_rows_next (&rows))
    {
      PatalPaperBatch *own = find_batch (facts, patal_rows_int (&rows, 0));
      PatalPaperPerson *person;
      char *all;

      if (own == NULL)
        continue;
      person = read_person (&rows);
      all = own->trainers != NULL ? g_strconcat (own->trainers, ", ", person->name, NULL) : g_strdup (person->name);
      g_free (own->trainers);
      own->trainers = all;
      g_ptr_array_add (own->trainer_people, person);
    }
  return patal_rows_finish (&rows, error);
}

/* ---- batches ---- */

static gboolean
read_sessions (PatalDb *db, PatalPaperBatch *batch, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, trainer, day_no, from_minute, to_minute, topic_hi, topic_en FROM session WHERE batch = ?1"
    " OR module = ?2 AND NOT EXISTS (SELECT 1 FROM session WHERE batch = ?1) ORDER BY day_no, from_minute, id",
    PATAL_ARGS (PATAL_INT (batch->batch.id), PATAL_INT (batch->batch.module)));

  while (patal_rows_next (&rows))
    {
      PatalSession *session = g_new (PatalSession, 1);

      *session = (PatalSession) {
        .id = patal_rows_int (&rows, 0), .trainer = patal_rows_int (&rows, 1), .day_no = (int) patal_rows_int (&rows, 2),
        .from_minute = (int) patal_rows_int (&rows, 3), .to_minute = (int) patal_rows_int (&rows, 4),
        .topics = { g_strdup (patal_rows_text (&rows, 5)), g_strdup (patal_rows_text (&rows, 6)) },
      };
      g_ptr_array_add (batch->sessions, session);
    }
  return patal_rows_finish (&rows, error);
}

static const PatalModule *
find_module (const PatalCourse *course, gint64 id)
{
  for (guint i = 0; i < course->modules->len; i++)
    if (((const PatalModule *) g_ptr_array_index (course->modules, i))->id == id)
      return g_ptr_array_index (course->modules, i);
  return NULL;
}

/* Cluster, venue and who looks after it, by name; the venue with the place where it is. */
static gboolean
read_names (PatalDb *db, PatalPaperFacts *facts, PatalPaperBatch *own, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT k.unit, ifnull (" IN_LANGUAGE ("k.name_hi", "k.name_en") ", " NAME_OF ("ku") " || '-' || k.no), " NAME_OF ("v") ", " NAME_OF ("u") ", " NAME_OF ("p")
    " FROM batch AS b JOIN cluster AS k ON k.id = b.cluster JOIN unit AS ku ON ku.id = k.unit LEFT JOIN venue AS v ON v.id = ?2 LEFT JOIN unit AS u ON u.id = v.unit"
    " LEFT JOIN person AS p ON p.id = b.nodal WHERE b.id = ?1",
    PATAL_ARGS (PATAL_INT (own->batch.id), PATAL_INT (own->batch.venue), PATAL_INT (is_hindi (facts))));

  if (patal_rows_next (&rows))
    {
      const char *venue = patal_rows_text (&rows, 2), *place = patal_rows_text (&rows, 3);

      own->block = patal_rows_int (&rows, 0);
      own->cluster = g_strdup (patal_rows_text (&rows, 1));
      own->venue = venue != NULL && place != NULL && strstr (venue, place) == NULL ? g_strconcat (venue, ", ", place, NULL) : g_strdup (venue);
      own->nodal = g_strdup (patal_rows_text (&rows, 4));
    }
  return patal_rows_finish (&rows, error);
}

static gboolean
read_batch (PatalDb *db, PatalPaperFacts *facts, gint64 id, GError **error)
{
  PatalPaperBatch *own = g_new0 (PatalPaperBatch, 1);

  g_ptr_array_add (facts->batches, own);
  own->people = g_ptr_array_new_with_free_func (person_free);
  own->trainer_people = g_ptr_array_new_with_free_func (person_free);
  own->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_session_free);
  if (!patal_batch_load (db, id, &own->batch, error) || !read_names (db, facts, own, error) || !read_sessions (db, own, error))
    return FALSE;
  own->module = find_module (&facts->course, own->batch.module);
  return TRUE;
}

static gboolean
read_batches (PatalDb *db, PatalPaperFacts *facts, gint64 batch, GError **error)
{
  g_autoptr (GArray) ids = patal_batch_ids (db, &(PatalBatchFilter) { .training = facts->training.id, .status = PATAL_BATCH_ANY_STATUS,
                                                                     .sort = PATAL_BATCH_SORT_NO }, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if ((batch == 0 || batch == id) && !read_batch (db, facts, id, error))
        return FALSE;
    }
  return ids != NULL;
}

gboolean
patal_paper_batch_is_called_off (const PatalPaperBatch *batch)
{
  return batch->batch.status == PATAL_BATCH_CANCELLED || batch->batch.start == PATAL_DAY_NONE;
}

char *
patal_paper_batch_days (const PatalPaperBatch *batch, const PatalWords *words)
{
  PatalSpan span = patal_batch_span (&batch->batch);

  return span.from != PATAL_DAY_NONE ? patal_span_format (span, patal_words_lang (words)) : NULL;
}

char *
patal_paper_batch_title (const PatalPaperBatch *batch, const PatalWords *words)
{
  g_autofree char *no = g_strdup_printf ("%d", batch->batch.no);

  /* Translators: a batch by its number */
  return patal_label_text (PATAL_LABEL (N_("Batch {1}"), no), words);
}

/* ---- places ---- */

/* The nearest unit of @level at @unit or above it; for the whole file (0) its only one; 0: there is none. */
static gint64
unit_above (PatalDb *db, gint64 unit, PatalLevel level)
{
  gint64 id = 0;

  patal_db_int (db, "WITH RECURSIVE " PATAL_SQL_ABOVE ("above", "?1") " SELECT ifnull (iif (?1 = 0,"
                    "  (SELECT id FROM unit WHERE level = ?2 GROUP BY level HAVING count (*) = 1),"
                    "  (SELECT unit.id FROM above JOIN unit ON unit.id = above.id WHERE unit.level = ?2)), 0)",
                PATAL_ARGS (PATAL_INT (unit), PATAL_TEXT (patal_level_id (level))), &id, NULL);
  return id;
}

/* (transfer full): the name of the nearest unit of @level at @unit or above it; NULL: there is none. */
static char *
name_above (PatalDb *db, gint64 unit, PatalLevel level, PatalLang lang)
{
  gint64 id = unit_above (db, unit, level);

  return id != 0 ? patal_unit_name (db, id, lang) : NULL;
}

/* (transfer full): "SONPUR": the English name where it is known, since a number is typed again; else its LGD code. */
static char *
code_of (PatalDb *db, gint64 district)
{
  g_auto (PatalUnit) unit = { 0 };
  GString *code;

  if (district == 0 || !patal_unit_load (db, district, &unit, NULL))
    return g_strdup ("0");
  if (unit.name_en == NULL)
    return g_strdup (unit.lgd_code != NULL ? unit.lgd_code : unit.name_hi);
  code = g_string_new (NULL);
  for (const char *p = unit.name_en; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '-')
      g_string_append_c (code, g_ascii_toupper (*p));
    else if (code->len > 0 && code->str[code->len - 1] != '-')
      g_string_append_c (code, '-');
  return g_string_free (code, FALSE);
}

char *
patal_certificate_prefix (PatalDb *db, gint64 training, GError **error)
{
  g_auto (PatalTraining) own = { 0 };
  g_auto (PatalCourse) course = { 0 };
  g_autofree char *district = NULL, *fy = NULL;

  if (!patal_training_load (db, training, &own, error) || !patal_course_load (db, own.course, &course, error))
    return NULL;
  district = code_of (db, unit_above (db, own.within, PATAL_LEVEL_DISTRICT));
  fy = patal_fy_label (own.fy);
  return g_strdup_printf ("%s/%s/%s/", district, course.programme != NULL ? course.programme : course.code, fy);
}

/* (transfer full): "मुख्य कार्यपालन अधिकारी, जनपद पंचायत अकलतरा", or of all blocks together. */
static char *
head_of_block (PatalDb *db, const PatalPaperPlace *place, const PatalWords *words)
{
  g_autofree char *word = patal_pack_word (db, place->id, "post.CEO_JP", patal_words_lang (words), NULL);

  if (place->id != 0)
    return g_strdup_printf ("%s %s", word, place->block);
  /* Translators: a post, of every block: "समस्त मुख्य कार्यपालन अधिकारी, जनपद पंचायत" */
  return patal_label_text (PATAL_LABEL (N_("All: {1}"), word), words);
}

/* (transfer full): "मुख्य कार्यपालन अधिकारी, जिला पंचायत सोनपुर" */
static char *
head_of_district (PatalDb *db, const PatalPaperPlace *place, gint64 within, PatalLang lang)
{
  g_autofree char *word = patal_pack_word (db, within, "post.CEO_ZP", lang, NULL);

  return g_strstrip (g_strdup_printf ("%s %s", word, place->district));
}

const PatalPaperPlace *
patal_paper_facts_place (PatalPaperFacts *facts, PatalDb *db, gint64 block, GError **error)
{
  PatalLang lang = patal_words_lang (facts->words);
  gint64 within = block != 0 ? block : facts->training.within;
  PatalPaperPlace *place;

  for (guint i = 0; i < facts->places->len; i++)
    if (((PatalPaperPlace *) g_ptr_array_index (facts->places, i))->id == block)
      return g_ptr_array_index (facts->places, i);
  place = g_new0 (PatalPaperPlace, 1);
  g_ptr_array_add (facts->places, place);
  place->id = block;
  if (!patal_setting_get (db, PATAL_SETTING_SIGNED_BY, &place->signatory, error))
    return NULL;
  place->block = block != 0 ? patal_unit_name (db, block, lang) : g_strdup ("");
  place->district = name_above (db, within, PATAL_LEVEL_DISTRICT, lang);
  place->state = name_above (db, within, PATAL_LEVEL_STATE, lang);
  if (place->district == NULL)
    place->district = g_strdup ("");
  if (place->state == NULL)
    place->state = g_strdup ("");
  place->head = head_of_district (db, place, within, lang);
  if (place->signatory == NULL)
    place->signatory = g_strdup (place->head);
  place->collector = patal_pack_word (db, within, "post.COLLECTOR", lang, NULL);
  place->block_head = head_of_block (db, place, facts->words);
  return place;
}

/* ---- all of it ---- */

/* (transfer full): the words of the target posts, in the order of the course. */
static char *
read_posts (PatalDb *db, const PatalPaperFacts *facts)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < facts->course.posts->len; i++)
    {
      g_autofree char *key = g_strconcat ("post.", g_ptr_array_index (facts->course.posts, i), NULL);
      g_autofree char *word = patal_pack_word (db, facts->training.within, key, patal_words_lang (facts->words), NULL);

      g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", word);
    }
  return g_string_free (all, FALSE);
}

PatalPaperFacts *
patal_paper_facts_read (PatalDb *db, gint64 training, gint64 batch, const PatalWords *words, GError **error)
{
  g_autoptr (PatalPaperFacts) facts = g_new0 (PatalPaperFacts, 1);
  const char *name;

  facts->words = words;
  facts->batches = g_ptr_array_new_with_free_func (batch_free);
  facts->places = g_ptr_array_new_with_free_func (place_free);
  if (!patal_training_load (db, training, &facts->training, error) || !patal_course_load (db, facts->training.course, &facts->course, error))
    return NULL;
  name = patal_training_name (facts->training.names, words);
  facts->name = g_strdup (name != NULL ? name : patal_training_name (facts->course.names, words));
  facts->posts = read_posts (db, facts);
  return read_batches (db, facts, batch, error) && read_people (db, facts, batch, error) && read_trainers (db, facts, batch, error)
         ? g_steal_pointer (&facts) : NULL;
}
