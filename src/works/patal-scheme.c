/* patal-scheme.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-scheme.h"
#include "patal-place-sql.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (patal-scheme-error-quark, patal_scheme_error)

void
patal_scheme_clear (PatalScheme *scheme)
{
  g_free (scheme->code);
  g_free (scheme->names[PATAL_LANG_HI]);
  g_free (scheme->names[PATAL_LANG_EN]);
  g_free (scheme->helpline);
  g_free (scheme->source);
  g_free (scheme->order_no);
  memset (scheme, 0, sizeof *scheme);
}

static void
scheme_free (gpointer data)
{
  patal_scheme_clear (data);
  g_free (data);
}

#define SCHEME_COLUMNS "id, code, name_hi, name_en, helpline, source, order_no, valid_from, valid_to, logo, verified"

static void
read_scheme (PatalRows *rows, PatalScheme *out)
{
  g_autoptr (GBytes) logo = patal_rows_bytes (rows, 9);

  *out = (PatalScheme) {
    .id = patal_rows_int (rows, 0),
    .code = g_strdup (patal_rows_text (rows, 1)),
    .names = { [PATAL_LANG_HI] = g_strdup (patal_rows_text (rows, 2)), [PATAL_LANG_EN] = g_strdup (patal_rows_text (rows, 3)) },
    .helpline = g_strdup (patal_rows_text (rows, 4)),
    .source = g_strdup (patal_rows_text (rows, 5)),
    .order_no = g_strdup (patal_rows_text (rows, 6)),
    .valid_from = patal_day_from_iso (patal_rows_text (rows, 7)),
    .valid_to = patal_day_from_iso (patal_rows_text (rows, 8)),
    .verified = patal_rows_int (rows, 10) != 0,
  };
  if (logo != NULL && g_bytes_get_size (logo) == PATAL_BLOB_HASH_SIZE)
    {
      out->has_logo = TRUE;
      memcpy (out->logo, g_bytes_get_data (logo, NULL), PATAL_BLOB_HASH_SIZE);
    }
}

GPtrArray *
patal_scheme_list (PatalDb *db, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT " SCHEME_COLUMNS " FROM scheme ORDER BY code, id", PATAL_NO_ARGS);
  g_autoptr (GPtrArray) schemes = g_ptr_array_new_with_free_func (scheme_free);

  while (patal_rows_next (&rows))
    {
      PatalScheme *scheme = g_new0 (PatalScheme, 1);

      read_scheme (&rows, scheme);
      g_ptr_array_add (schemes, scheme);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&schemes) : NULL;
}

static gboolean
set_gone (GError **error)
{
  g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This scheme is no longer in the file"));
  return FALSE;
}

gboolean
patal_scheme_load (PatalDb *db, gint64 id, PatalScheme *out, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT " SCHEME_COLUMNS " FROM scheme WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)));
  g_auto (PatalScheme) scheme = { 0 };
  gboolean found = patal_rows_next (&rows);

  if (found)
    read_scheme (&rows, &scheme);
  if (!patal_rows_finish (&rows, error))
    return FALSE;
  if (!found)
    return set_gone (error);
  *out = scheme;
  memset (&scheme, 0, sizeof scheme);
  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *clean = text != NULL ? patal_text_clean (text) : NULL;

  return clean == NULL;
}

static gboolean
refuse (const char **field, const char *id, GError **error, PatalSchemeError code, const char *sentence)
{
  if (field != NULL)
    *field = id;
  g_set_error_literal (error, PATAL_SCHEME_ERROR, (int) code, sentence);
  return FALSE;
}

gboolean
patal_scheme_check (const PatalScheme *scheme, const char **field, GError **error)
{
  if (is_blank (scheme->code))
    return refuse (field, "code", error, PATAL_SCHEME_ERROR_NAME, _("A scheme needs a short code for lists, like MGNREGA"));
  if (is_blank (scheme->names[PATAL_LANG_HI]) && is_blank (scheme->names[PATAL_LANG_EN]))
    return refuse (field, "name_hi", error, PATAL_SCHEME_ERROR_NAME, _("A scheme needs a name, in Hindi or in English"));
  if (scheme->valid_from != PATAL_DAY_NONE && scheme->valid_to != PATAL_DAY_NONE && scheme->valid_to < scheme->valid_from)
    return refuse (field, "valid_to", error, PATAL_SCHEME_ERROR_SPAN, _("The scheme ends before it begins"));
  return TRUE;
}

static PatalValue
text_or_null (const char *text)
{
  return is_blank (text) ? PATAL_NULL : PATAL_TEXT (text);
}

static gboolean
write_scheme (PatalDb *db, const char *sql, const PatalScheme *scheme, GError **error)
{
  g_autofree char *from = scheme->valid_from != PATAL_DAY_NONE ? patal_day_iso (scheme->valid_from) : NULL;
  g_autofree char *to = scheme->valid_to != PATAL_DAY_NONE ? patal_day_iso (scheme->valid_to) : NULL;

  return patal_db_run (db, sql, PATAL_ARGS (
    PATAL_INT (scheme->id), PATAL_TEXT (scheme->code), text_or_null (scheme->names[PATAL_LANG_HI]),
    text_or_null (scheme->names[PATAL_LANG_EN]), text_or_null (scheme->helpline), text_or_null (scheme->source),
    text_or_null (scheme->order_no), PATAL_TEXT (from), PATAL_TEXT (to),
    scheme->has_logo ? PATAL_BYTES (scheme->logo, PATAL_BLOB_HASH_SIZE) : PATAL_NULL, PATAL_INT (scheme->verified ? 1 : 0)), error);
}

gboolean
patal_scheme_insert (PatalDb *db, PatalScheme *scheme, GError **error)
{
  if (!patal_scheme_check (scheme, NULL, error))
    return FALSE;
  scheme->id = patal_db_new_id (db);
  return write_scheme (db,
    "INSERT INTO scheme (" SCHEME_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", scheme, error);
}

gboolean
patal_scheme_update (PatalDb *db, const PatalScheme *scheme, GError **error)
{
  gint64 there;

  if (!patal_scheme_check (scheme, NULL, error)
      || !patal_db_int (db, "SELECT count (*) FROM scheme WHERE id = ?1", PATAL_ARGS (PATAL_INT (scheme->id)), &there, error))
    return FALSE;
  if (there == 0)
    return set_gone (error);
  return write_scheme (db,
    "UPDATE scheme SET code = ?2, name_hi = ?3, name_en = ?4, helpline = ?5, source = ?6, order_no = ?7, valid_from = ?8,"
    " valid_to = ?9, logo = ?10, verified = ?11 WHERE id = ?1", scheme, error);
}

gboolean
patal_scheme_remove (PatalDb *db, gint64 id, GError **error)
{
  gint64 works;

  if (!patal_db_int (db, "SELECT count (*) FROM work WHERE scheme = ?1", PATAL_ARGS (PATAL_INT (id)), &works, error))
    return FALSE;
  if (works > 0)
    {
      g_set_error (error, PATAL_SCHEME_ERROR, PATAL_SCHEME_ERROR_IN_USE,
                   ngettext ("%u work is done under this scheme; give it another one first",
                             "%u works are done under this scheme; give them another one first", (gulong) works), (guint) works);
      return FALSE;
    }
  return patal_db_run (db, "DELETE FROM wage_rate WHERE scheme = ?1", PATAL_ARGS (PATAL_INT (id)), error)
         && patal_db_run (db, "DELETE FROM scheme WHERE id = ?1", PATAL_ARGS (PATAL_INT (id)), error);
}

/* What offices write for the schemes that the program brings along. */
static const struct { const char *word, *code; } short_words[] = {
  { "मनरेगा", "MGNREGA" }, { "म.गां.रा.ग्रा.रो.गा.यो.", "MGNREGA" }, { "महात्मा गांधी नरेगा", "MGNREGA" }, { "नरेगा", "MGNREGA" },
  { "NREGA", "MGNREGA" }, { "MGNREGS", "MGNREGA" }, { "Mahatma Gandhi NREGA", "MGNREGA" }, { "MNREGA", "MGNREGA" },
  { "वीबी-जी राम जी", "VB-G RAM G" }, { "वी.बी.-जी राम जी", "VB-G RAM G" }, { "VB-GRAMG", "VB-G RAM G" },
};

static gboolean
is_word_for (const PatalScheme *scheme, const char *folded, const char *code)
{
  const char *words[] = { scheme->code, scheme->names[PATAL_LANG_HI], scheme->names[PATAL_LANG_EN] };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = patal_text_fold (words[i], PATAL_FOLD_MATCH);

      if (g_str_equal (word, folded) || (i == 0 && g_strcmp0 (word, code) == 0))
        return TRUE;
    }
  return FALSE;
}

const PatalScheme *
patal_scheme_among (const GPtrArray *schemes, const char *word)
{
  g_autofree char *folded = patal_text_fold (word, PATAL_FOLD_MATCH), *code = NULL;

  if (*folded == '\0')
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (short_words) && code == NULL; i++)
    {
      g_autofree char *short_word = patal_text_fold (short_words[i].word, PATAL_FOLD_MATCH);

      if (g_str_equal (short_word, folded))
        code = patal_text_fold (short_words[i].code, PATAL_FOLD_MATCH);
    }
  for (guint i = 0; i < schemes->len; i++)
    if (is_word_for (g_ptr_array_index (schemes, i), folded, code))
      return g_ptr_array_index (schemes, i);
  return NULL;
}

gint64
patal_scheme_find (PatalDb *db, const char *word, GError **error)
{
  g_autoptr (GPtrArray) schemes = patal_scheme_list (db, error);
  const PatalScheme *found = schemes != NULL ? patal_scheme_among (schemes, word) : NULL;

  return found != NULL ? found->id : 0;
}

gboolean
patal_wage_rate (PatalDb *db, gint64 scheme, gint64 gp, PatalDay day, gint64 *paise, gboolean *verified, GError **error)
{
  g_autofree char *iso = day != PATAL_DAY_NONE ? patal_day_iso (day) : NULL;
  /* Of two rates of one day the later row is the correction. */
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT rate.paise, rate.verified FROM unit AS u" PATAL_SQL_JOIN_ABOVE ("u")
    "JOIN wage_rate AS rate ON rate.scheme = ?1 AND rate.state_code = ltrim (" PATAL_SQL_STATE_CODE ("u") ", '0') AND rate.from_day <= ?3"
    " WHERE u.id = ?2 ORDER BY rate.from_day DESC, rate.id DESC LIMIT 1",
    PATAL_ARGS (PATAL_INT (scheme), PATAL_INT (gp), PATAL_TEXT (iso)));
  gboolean found = patal_rows_next (&rows), ordered = found && patal_rows_int (&rows, 1) != 0;
  gint64 rate = found ? patal_rows_int (&rows, 0) : 0;

  if (!patal_rows_finish (&rows, error))
    return FALSE;
  *paise = rate;
  if (verified != NULL)
    *verified = ordered;
  return TRUE;
}

void
patal_wage_rate_free (PatalWageRate *rate)
{
  if (rate == NULL)
    return;
  g_free (rate->state_code);
  g_free (rate->source);
  g_free (rate->order_no);
  g_free (rate);
}

GPtrArray *
patal_wage_rates (PatalDb *db, const char *state_code, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, scheme, state_code, source, order_no, from_day, paise, verified FROM wage_rate WHERE state_code = ?1"
    " ORDER BY from_day DESC, id DESC", PATAL_ARGS (PATAL_TEXT (state_code)));
  g_autoptr (GPtrArray) rates = g_ptr_array_new_with_free_func ((GDestroyNotify) patal_wage_rate_free);

  while (patal_rows_next (&rows))
    {
      PatalWageRate *rate = g_new0 (PatalWageRate, 1);

      *rate = (PatalWageRate) {
        .id = patal_rows_int (&rows, 0),
        .scheme = patal_rows_int (&rows, 1),
        .state_code = g_strdup (patal_rows_text (&rows, 2)),
        .source = g_strdup (patal_rows_text (&rows, 3)),
        .order_no = g_strdup (patal_rows_text (&rows, 4)),
        .from = patal_day_from_iso (patal_rows_text (&rows, 5)),
        .paise = patal_rows_int (&rows, 6),
        .verified = patal_rows_int (&rows, 7) != 0,
      };
      g_ptr_array_add (rates, rate);
    }
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&rates) : NULL;
}

gboolean
patal_wage_rate_put (PatalDb *db, PatalWageRate *rate, GError **error)
{
  g_autofree char *from = NULL;
  gint64 there = 0;

  if (rate->paise <= 0)
    return refuse (NULL, NULL, error, PATAL_SCHEME_ERROR_RATE, _("A day's wage is more than 0"));
  if (rate->from == PATAL_DAY_NONE)
    return refuse (NULL, NULL, error, PATAL_SCHEME_ERROR_RATE, _("Give the day from which the rate is paid"));
  if (rate->id != 0
      && !patal_db_int (db, "SELECT count (*) FROM wage_rate WHERE id = ?1", PATAL_ARGS (PATAL_INT (rate->id)), &there, error))
    return FALSE;
  if (rate->id != 0 && there == 0)
    {
      g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND, _("This wage rate is no longer in the file"));
      return FALSE;
    }
  if (rate->id == 0)
    rate->id = patal_db_new_id (db);
  from = patal_day_iso (rate->from);
  return patal_db_run (db,
    "INSERT INTO wage_rate (id, scheme, state_code, source, order_no, from_day, paise, verified)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO UPDATE SET scheme = ?2, state_code = ?3, source = ?4,"
    " order_no = ?5, from_day = ?6, paise = ?7, verified = ?8",
    PATAL_ARGS (PATAL_INT (rate->id), PATAL_INT (rate->scheme), PATAL_TEXT (rate->state_code), text_or_null (rate->source),
                text_or_null (rate->order_no), PATAL_TEXT (from), PATAL_INT (rate->paise), PATAL_INT (rate->verified ? 1 : 0)),
    error);
}
