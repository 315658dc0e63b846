/* patal-posting.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-posting.h"
#include "patal-ids.h"
#include "patal-person.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-posting-error-quark, patal_posting_error)

/* Days in SQL are text: what has no end ends on this one. */
#define LAST_DAY "9999-12-31"

const char *
patal_charge_id (PatalCharge charge)
{
  return charge == PATAL_CHARGE_MAIN ? "main" : "additional";
}

const char *
patal_charge_title (PatalCharge charge)
{
  return charge == PATAL_CHARGE_MAIN ? N_("Main charge") : N_("Additional charge");
}

void
patal_posting_clear (PatalPosting *posting)
{
  g_free (posting->order_no);
  memset (posting, 0, sizeof *posting);
}

gboolean
patal_posting_load (PatalDb *db, gint64 id, PatalPosting *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT person, post, unit, from_day, to_day, charge = 'main', order_no FROM posting WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)));
  g_auto (PatalPosting) posting = { .id = id };
  gboolean found = patal_rows_next (&rows);

  if (found)
    {
      posting.person = patal_rows_int (&rows, 0);
      posting.post = patal_rows_int (&rows, 1);
      posting.unit = patal_rows_int (&rows, 2);
      posting.from = patal_day_from_iso (patal_rows_text (&rows, 3));
      posting.to = patal_day_from_iso (patal_rows_text (&rows, 4));
      posting.charge = patal_rows_int (&rows, 5) ? PATAL_CHARGE_MAIN : PATAL_CHARGE_ADDITIONAL;
      posting.order_no = g_strdup (patal_rows_text (&rows, 6));
    }
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This posting is no longer in the file"));
      return FALSE;
    }
  *out = posting;
  memset (&posting, 0, sizeof posting);
  return TRUE;
}

static gboolean
refuse (GError **error, PatalPostingError code, const char **field, const char *id, const char *sentence)
{
  *field = id;
  g_set_error_literal (error, PATAL_POSTING_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
check_exists (PatalDb *db, const char *sql, gint64 id, gboolean *exists, GError **error)
{
  gint64 n;

  if (!patal_db_int (db, sql, PATAL_ARGS (PATAL_INT (id)), &n, error))
    return FALSE;
  *exists = n > 0;
  return TRUE;
}

static gboolean
check_what (PatalDb *db, const PatalPosting *posting, const char **field, GError **error)
{
  const struct { const char *id, *sql; gint64 value; const char *sentence; } references[] = {
    { "person", "SELECT count (*) FROM person WHERE id = ?1", posting->person, N_("Say who holds the post: nobody is chosen, or the person is no longer in the file") },
    { "post", "SELECT count (*) FROM post WHERE id = ?1", posting->post, N_("Say which post it is: none is chosen, or it is no longer in the file") },
    { "unit", "SELECT count (*) FROM unit WHERE id = ?1", posting->unit, N_("Say where the post is: no place is chosen, or it is no longer in the file") },
  };

  for (gsize i = posting->person == PATAL_POSTING_NEW_PERSON ? 1 : 0; i < G_N_ELEMENTS (references); i++)
    {
      gboolean exists = FALSE;

      if (!check_exists (db, references[i].sql, references[i].value, &exists, error))
        return FALSE;
      if (!exists)
        return refuse (error, PATAL_POSTING_ERROR_WHAT, field, references[i].id, _(references[i].sentence));
    }
  return TRUE;
}

static gboolean
check_level (PatalDb *db, const PatalPosting *posting, const char **field, GError **error)
{
  g_autofree char *word = NULL;
  gint64 fits;

  if (!patal_db_int (db, "SELECT unit.level = post.level FROM unit, post WHERE unit.id = ?1 AND post.id = ?2",
                     PATAL_ARGS (PATAL_INT (posting->unit), PATAL_INT (posting->post)), &fits, error))
    return FALSE;
  if (fits)
    return TRUE;
  *field = "unit";
  word = patal_post_name (db, posting->post, posting->unit, PATAL_LANG_HI);
  /* Translators: %s is the name of a post */
  g_set_error (error, PATAL_POSTING_ERROR, PATAL_POSTING_ERROR_LEVEL, _("A place of this kind has no post of %s"), word);
  return FALSE;
}

/* The span of a posting as SQL compares it. */
typedef struct { char *from, *to; } SpanText;

static void
span_text_clear (SpanText *span)
{
  g_free (span->from);
  g_free (span->to);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpanText, span_text_clear)

static SpanText
span_text (const PatalPosting *posting)
{
  return (SpanText) { posting->from != PATAL_DAY_NONE ? patal_day_iso (posting->from) : g_strdup (""),
                      posting->to != PATAL_DAY_NONE ? patal_day_iso (posting->to) : g_strdup (LAST_DAY) };
}

/* ?3 and ?4: the span asked about. */
#define OVERLAPS(p) "ifnull (" p ".from_day, '') <= ?4 AND ifnull (" p ".to_day, '" LAST_DAY "') >= ?3"

/* Where a post expects n persons, no day may see more than n main charges. Their number only grows on a day
   on which one begins. */
static gboolean
check_not_taken (PatalDb *db, const PatalPosting *posting, const SpanText *span, const char **field,
                 GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (
      db,
      "WITH other AS (SELECT * FROM posting AS p WHERE unit = ?1 AND post = ?2 AND charge = 'main' AND id <> ?5 AND " OVERLAPS (
          "p") "),"
               " moment (day) AS (SELECT ?3 UNION SELECT from_day FROM other WHERE from_day > ?3),"
               " full (n) AS (SELECT max ((SELECT count (*) FROM other WHERE ifnull (from_day, '') <= day AND ifnull (to_day, '" LAST_DAY
               "') >= day))"
               "  FROM moment)"
               " SELECT ifnull (person.name_hi, person.name_en), other.from_day FROM full, other JOIN person ON person.id = other.person"
               " WHERE full.n >= (SELECT nullif (expected, 0) FROM post WHERE id = ?2) ORDER BY other.from_day DESC LIMIT 1",
      PATAL_ARGS (PATAL_INT (posting->unit), PATAL_INT (posting->post), PATAL_TEXT (span->from),
                  PATAL_TEXT (span->to), PATAL_INT (posting->id)));
  g_autofree char *name = NULL, *since = NULL;
  PatalDay from = PATAL_DAY_NONE;

  if (patal_rows_next (&rows))
    {
      name = g_strdup (patal_rows_text (&rows, 0));
      from = patal_day_from_iso (patal_rows_text (&rows, 1));
    }
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (name == NULL)
    return TRUE;
  *field = "charge";
  since = from != PATAL_DAY_NONE ? patal_day_format (from) : NULL;
  if (since != NULL)
    g_set_error (error, PATAL_POSTING_ERROR, PATAL_POSTING_ERROR_TAKEN,
                 _("%s has the main charge of this post since %s: end that posting first, or make this an additional charge"), name, since);
  else
    g_set_error (error, PATAL_POSTING_ERROR, PATAL_POSTING_ERROR_TAKEN,
                 _("%s has the main charge of this post: end that posting first, or make this an additional charge"), name);
  return FALSE;
}

/* An employee has one main place; an elected person may hold a second office, and does: a panch is also
   deputy sarpanch. */
static gboolean
check_one_main (PatalDb *db, const PatalPosting *posting, const SpanText *span, const char **field,
                GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (
      db,
      "SELECT p.post, p.unit FROM posting AS p JOIN post ON post.id = p.post"
      " WHERE p.person = ?1 AND p.charge = 'main' AND p.id <> ?5 AND post.kind = 'staff' AND " OVERLAPS (
          "p") " AND (SELECT kind FROM post WHERE id = ?2) = 'staff' ORDER BY p.from_day DESC LIMIT 1",
      PATAL_ARGS (PATAL_INT (posting->person), PATAL_INT (posting->post), PATAL_TEXT (span->from),
                  PATAL_TEXT (span->to), PATAL_INT (posting->id)));
  gboolean found = patal_rows_next (&rows);
  gint64 post = found ? patal_rows_int (&rows, 0) : 0, unit = found ? patal_rows_int (&rows, 1) : 0;
  g_autofree char *post_name = NULL, *unit_name = NULL;

  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    return TRUE;
  *field = "charge";
  post_name = patal_post_name (db, post, unit, PATAL_LANG_HI);
  unit_name = patal_unit_name (db, unit, PATAL_LANG_HI);
  /* Translators: a post, a place */
  g_set_error (error, PATAL_POSTING_ERROR, PATAL_POSTING_ERROR_TWO_MAIN,
               _("This person has the main charge of %s, %s at that time: make this an additional charge, or end that one"), post_name,
               unit_name);
  return FALSE;
}

static gboolean
check_not_repeated (PatalDb *db, const PatalPosting *posting, const SpanText *span, const char **field,
                    GError **error)
{
  gint64 n;

  if (!patal_db_int (
          db,
          "SELECT count (*) FROM posting AS p WHERE unit = ?1 AND post = ?2 AND id <> ?5 AND person = ?6 AND " OVERLAPS (
              "p"),
          PATAL_ARGS (PATAL_INT (posting->unit), PATAL_INT (posting->post), PATAL_TEXT (span->from),
                      PATAL_TEXT (span->to), PATAL_INT (posting->id), PATAL_INT (posting->person)),
          &n, error))
    return FALSE;
  return n == 0 || refuse (error, PATAL_POSTING_ERROR_REPEATED, field, "post", _("This person holds this post there at that time already"));
}

gboolean
patal_posting_check (PatalDb *db, const PatalPosting *posting, const char **field, GError **error)
{
  g_auto (SpanText) span = span_text (posting);
  const char *ignored;

  if (field == NULL)
    field = &ignored;
  *field = "person";
  if (!check_what (db, posting, field, error))
    return FALSE;
  if (posting->from != PATAL_DAY_NONE && posting->to != PATAL_DAY_NONE && posting->from > posting->to)
    return refuse (error, PATAL_POSTING_ERROR_SPAN, field, "to", _("The posting ends before it begins"));
  return check_level (db, posting, field, error) && check_not_repeated (db, posting, &span, field, error)
         && (posting->charge != PATAL_CHARGE_MAIN
             || (check_not_taken (db, posting, &span, field, error)
                 && check_one_main (db, posting, &span, field, error)));
}

static gboolean
write_posting (PatalDb *db, const char *sql, const PatalPosting *posting, GError **error)
{
  g_autofree char *from = posting->from != PATAL_DAY_NONE ? patal_day_iso (posting->from) : NULL;
  g_autofree char *to = posting->to != PATAL_DAY_NONE ? patal_day_iso (posting->to) : NULL;

  return patal_db_run (db, sql,
                       PATAL_ARGS (PATAL_INT (posting->id), PATAL_INT (posting->person),
                                   PATAL_INT (posting->post), PATAL_INT (posting->unit), PATAL_TEXT (from),
                                   PATAL_TEXT (to), PATAL_TEXT (patal_charge_id (posting->charge)),
                                   PATAL_TEXT (posting->order_no)),
                       error);
}

gboolean
patal_posting_insert (PatalDb *db, PatalPosting *posting, GError **error)
{
  g_return_val_if_fail (posting->person != PATAL_POSTING_NEW_PERSON, FALSE);

  posting->id = 0;
  if (!patal_posting_check (db, posting, NULL, error))
    return FALSE;
  posting->id = patal_db_new_id (db);
  return write_posting (db, "INSERT INTO posting (id, person, post, unit, from_day, to_day, charge, order_no)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", posting, error);
}

gboolean
patal_posting_update (PatalDb *db, const PatalPosting *posting, GError **error)
{
  return patal_posting_check (db, posting, NULL, error)
         && write_posting (db, "UPDATE posting SET person = ?2, post = ?3, unit = ?4, from_day = ?5, to_day = ?6, charge = ?7,"
                               " order_no = ?8 WHERE id = ?1", posting, error);
}

gboolean
patal_posting_remove (PatalDb *db, gint64 id, GError **error)
{
  return patal_db_run (db, "DELETE FROM posting WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error);
}

gboolean
patal_posting_end (PatalDb *db, gint64 id, PatalDay last, GError **error)
{
  g_auto (PatalPosting) posting = { 0 };

  g_return_val_if_fail (last != PATAL_DAY_NONE, FALSE);
  if (!patal_posting_load (db, id, &posting, error))
    return FALSE;
  posting.to = last;
  return patal_posting_update (db, &posting, error);
}

gboolean
patal_posting_end_all (PatalDb *db, gint64 person, PatalDay last, GError **error)
{
  g_autofree char *day = patal_day_iso (last);
  g_autoptr (GArray) ids = NULL;
  const char *ignored;
  gint64 later;

  if (!patal_db_int (db, "SELECT count (*) FROM posting WHERE person = ?1 AND from_day > ?2",
                     PATAL_ARGS (PATAL_INT (person), PATAL_TEXT (day)), &later, error))
    return FALSE;
  if (later > 0)
    return refuse (error, PATAL_POSTING_ERROR_SPAN, &ignored, "to",
                   _("A posting of this person begins after that day: correct or remove it first"));
  ids = patal_ids_read (db, "SELECT id FROM posting WHERE person = ?1 AND ifnull (to_day, '" LAST_DAY "') > ?2",
                        PATAL_ARGS (PATAL_INT (person), PATAL_TEXT (day)), PATAL_IDS_FORWARDS, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!patal_posting_end (db, g_array_index (ids, gint64, i), last, error))
      return FALSE;
  return ids != NULL;
}

gboolean
patal_posting_transfer (PatalDb *db, gint64 id, PatalPosting *next, GError **error)
{
  g_auto (PatalPosting) old = { 0 };
  const char *ignored;

  if (!patal_posting_load (db, id, &old, error))
    return FALSE;
  if (next->from == PATAL_DAY_NONE || (old.from != PATAL_DAY_NONE && next->from <= old.from))
    return refuse (error, PATAL_POSTING_ERROR_SPAN, &ignored, "from", _("The new posting must begin after the old one began"));
  if (old.to == PATAL_DAY_NONE || old.to >= next->from)
    {
      old.to = next->from - 1;
      if (!patal_posting_update (db, &old, error))
        return FALSE;
    }
  return patal_posting_insert (db, next, error);
}

GPtrArray *
patal_posting_stand_ins (PatalDb *db, const PatalPosting *posting, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_holding_free);
  g_autoptr (GPtrArray) holdings = NULL;
  g_auto (PatalPost) post = { 0 };

  if (posting->charge != PATAL_CHARGE_MAIN || posting->from == PATAL_DAY_NONE)
    return g_steal_pointer (&found);
  if (!patal_post_load (db, posting->post, &post, error)
      || (holdings = patal_holdings_in (db, posting->unit, posting->from, error)) == NULL)
    return NULL;
  for (guint i = holdings->len; post.expected == 1 && i-- > 0;)
    {
      const PatalHolding *holding = g_ptr_array_index (holdings, i);

      if (holding->charge == PATAL_CHARGE_ADDITIONAL && holding->post == posting->post && holding->unit == posting->unit
          && holding->person != posting->person && holding->posting != 0
          && (holding->from == PATAL_DAY_NONE || holding->from < posting->from))
        g_ptr_array_insert (found, 0, g_ptr_array_steal_index (holdings, i));
    }
  return g_steal_pointer (&found);
}

gboolean
patal_posting_relieve (PatalDb *db, const PatalPosting *posting, GError **error)
{
  g_autoptr (GPtrArray) stand_ins = patal_posting_stand_ins (db, posting, error);

  for (guint i = 0; stand_ins != NULL && i < stand_ins->len; i++)
    if (!patal_posting_end (db, ((PatalHolding *) g_ptr_array_index (stand_ins, i))->posting, posting->from - 1, error))
      return FALSE;
  return stand_ins != NULL;
}
