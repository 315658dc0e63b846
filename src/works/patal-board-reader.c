/* patal-board-reader.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-facts.h"
#include "patal-pack.h"
#include "patal-place-sql.h"
#include "patal-posting.h"
#include "patal-setting.h"
#include "patal-works-resources.h"
#include <string.h>

#define LOGO            "/io/github/grampatal/GramPatal/works/boards/logo.svg"
#define PROGRAM_OFFICER "PO"
#define KNOWN_PLACES    256 /* works come by gram panchayat as a rule: a place that was forgotten is asked again */

/* A unit with those above it: [PatalLevel][PatalLang]. */
typedef struct
{
  gint64 ids[PATAL_N_LEVELS];
  char  *names[PATAL_N_LEVELS][2];
  char  *state_code; /* (nullable): as wage rates have it, without a zero before it */
} Place;

typedef struct
{
  char *name[2], *word[2], *phone;
} Officer;

typedef struct
{
  char *district[2], *block[2];
} TierWords;

typedef struct
{
  PatalScheme scheme;
  GBytes     *logo;
} KnownScheme;

struct _PatalBoardReader
{
  PatalDb    *db;
  GHashTable *places;   /* by GP: Place */
  GHashTable *officers; /* by block: Officer */
  GHashTable *tiers;    /* by state: TierWords */
  GHashTable *schemes;  /* by scheme: KnownScheme */
  GHashTable *rates;    /* by code of the state: GPtrArray of PatalWageRate */
  gboolean    has_contacts;
  char       *ombudsman[2], *ombudsman_phone;
  GBytes     *logo;     /* the shipped one */
};

static void
pair_clear (char *pair[2])
{
  g_clear_pointer (&pair[0], g_free);
  g_clear_pointer (&pair[1], g_free);
}

static void
pair_copy (char *to[2], char *const from[2])
{
  to[0] = g_strdup (from[0]);
  to[1] = g_strdup (from[1]);
}

void
patal_board_facts_clear (PatalBoardFacts *facts)
{
  char **pairs[] = { facts->state, facts->district, facts->block, facts->gp, facts->district_word, facts->block_word, facts->ombudsman,
                     facts->officer, facts->officer_word };

  patal_work_clear (&facts->work);
  patal_scheme_clear (&facts->scheme);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    pair_clear (pairs[i]);
  g_free (facts->ombudsman_phone);
  g_free (facts->officer_phone);
  g_clear_pointer (&facts->logo, g_bytes_unref);
  memset (facts, 0, sizeof *facts);
}

static void
place_free (Place *place)
{
  for (guint level = 0; level < PATAL_N_LEVELS; level++)
    pair_clear (place->names[level]);
  g_free (place->state_code);
  g_free (place);
}

static void
officer_free (Officer *officer)
{
  pair_clear (officer->name);
  pair_clear (officer->word);
  g_free (officer->phone);
  g_free (officer);
}

static void
tier_words_free (TierWords *words)
{
  pair_clear (words->district);
  pair_clear (words->block);
  g_free (words);
}

static void
known_scheme_free (KnownScheme *known)
{
  patal_scheme_clear (&known->scheme);
  g_clear_pointer (&known->logo, g_bytes_unref);
  g_free (known);
}

PatalBoardReader *
patal_board_reader_new (PatalDb *db)
{
  PatalBoardReader *self = g_new0 (PatalBoardReader, 1);

  self->db = db;
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) place_free);
  self->officers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) officer_free);
  self->tiers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) tier_words_free);
  self->schemes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) known_scheme_free);
  self->rates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->logo = g_resource_lookup_data (patal_works_get_resource (), LOGO, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  return self;
}

void
patal_board_reader_free (PatalBoardReader *reader)
{
  if (reader == NULL)
    return;
  g_hash_table_unref (reader->places);
  g_hash_table_unref (reader->officers);
  g_hash_table_unref (reader->tiers);
  g_hash_table_unref (reader->schemes);
  g_hash_table_unref (reader->rates);
  pair_clear (reader->ombudsman);
  g_free (reader->ombudsman_phone);
  g_clear_pointer (&reader->logo, g_bytes_unref);
  g_free (reader);
}

/* Keeps @value in @table under @id, and gives it back. */
static gpointer
keep (GHashTable *table, gint64 id, gpointer value)
{
  g_hash_table_insert (table, g_memdup2 (&id, sizeof id), value);
  return value;
}

/* Where the units of a question's row stand in it: four columns each, the unit itself first. */
#define UNIT_COLUMNS(u) u ".id, " u ".level, " u ".name_hi, " u ".name_en"

static const Place *
find_place (PatalBoardReader *self, gint64 gp, GError **error)
{
  Place *place = g_hash_table_lookup (self->places, &gp);
  g_auto (PatalRows) rows = { 0 };

  if (place != NULL)
    return place;
  rows = patal_db_query (self->db,
    "SELECT " UNIT_COLUMNS ("u") ", " UNIT_COLUMNS ("u1") ", " UNIT_COLUMNS ("u2") ", " UNIT_COLUMNS ("u3") ", " UNIT_COLUMNS ("u4") ","
    " ltrim (" PATAL_SQL_STATE_CODE ("u") ", '0') FROM unit AS u" PATAL_SQL_JOIN_ABOVE ("u") "WHERE u.id = ?1",
    PATAL_ARGS (PATAL_INT (gp)));
  if (g_hash_table_size (self->places) >= KNOWN_PLACES)
    g_hash_table_remove_all (self->places);
  place = g_new0 (Place, 1);
  while (patal_rows_next (&rows))
    {
      for (int column = 0; column < 4 * PATAL_N_LEVELS; column += 4)
        for (guint level = 0; level < PATAL_N_LEVELS; level++)
          if (g_strcmp0 (patal_rows_text (&rows, column + 1), patal_level_id (level)) == 0)
            {
              place->ids[level] = patal_rows_int (&rows, column);
              place->names[level][PATAL_LANG_HI] = g_strdup (patal_rows_text (&rows, column + 2));
              place->names[level][PATAL_LANG_EN] = g_strdup (patal_rows_text (&rows, column + 3));
            }
      place->state_code = g_strdup (patal_rows_text (&rows, 4 * PATAL_N_LEVELS));
    }
  if (!patal_rows_finish (&rows, error))
    {
      place_free (place);
      return NULL;
    }
  return keep (self->places, gp, place);
}

static const Officer *
find_officer (PatalBoardReader *self, gint64 block, GError **error)
{
  Officer *officer = g_hash_table_lookup (self->officers, &block);
  g_autoptr (GPtrArray) holdings = NULL;

  if (officer != NULL)
    return officer;
  holdings = patal_holdings_in (self->db, block, patal_day_today (), error);
  if (holdings == NULL)
    return NULL;
  officer = g_new0 (Officer, 1);
  for (guint i = 0; i < holdings->len && officer->word[0] == NULL; i++)
    {
      const PatalHolding *holding = g_ptr_array_index (holdings, i);

      if (g_strcmp0 (holding->post_code, PROGRAM_OFFICER) != 0 || holding->person == 0)
        continue;
      officer->name[PATAL_LANG_HI] = g_strdup (holding->person_hi);
      officer->name[PATAL_LANG_EN] = g_strdup (holding->person_en);
      officer->word[PATAL_LANG_HI] = g_strdup (holding->post_hi);
      officer->word[PATAL_LANG_EN] = g_strdup (holding->post_en);
      officer->phone = g_strdup (holding->mobile);
    }
  return keep (self->officers, block, officer);
}

/* @unit: of the state, so that its pack's words are asked. */
static const TierWords *
find_tier_words (PatalBoardReader *self, gint64 state, gint64 unit)
{
  TierWords *words = g_hash_table_lookup (self->tiers, &state);

  if (words != NULL)
    return words;
  words = g_new0 (TierWords, 1);
  for (guint lang = 0; lang < 2; lang++)
    {
      words->district[lang] = patal_pack_word (self->db, unit, "tier.district", lang, NULL);
      words->block[lang] = patal_pack_word (self->db, unit, "tier.block", lang, NULL);
    }
  return keep (self->tiers, state, words);
}

static const KnownScheme *
find_scheme (PatalBoardReader *self, gint64 id, GError **error)
{
  KnownScheme *known = g_hash_table_lookup (self->schemes, &id);

  if (known != NULL)
    return known;
  known = g_new0 (KnownScheme, 1);
  if (!patal_scheme_load (self->db, id, &known->scheme, error)
      || (known->scheme.has_logo && (known->logo = patal_blob_get (self->db, known->scheme.logo, NULL, error)) == NULL))
    {
      known_scheme_free (known);
      return NULL;
    }
  return keep (self->schemes, id, known);
}

static gboolean
read_contacts (PatalBoardReader *self, GError **error)
{
  if (self->has_contacts)
    return TRUE;
  self->has_contacts = patal_setting_get (self->db, PATAL_SETTING_OMBUDSMAN, &self->ombudsman[PATAL_LANG_HI], error)
                       && patal_setting_get (self->db, PATAL_SETTING_OMBUDSMAN_EN, &self->ombudsman[PATAL_LANG_EN], error)
                       && patal_setting_get (self->db, PATAL_SETTING_OMBUDSMAN_PHONE, &self->ombudsman_phone, error);
  return self->has_contacts;
}

/* The day whose rate a board is to show. */
static PatalDay
rate_day (const PatalWork *work)
{
  return work->start != PATAL_DAY_NONE ? work->start
         : work->as_day != PATAL_DAY_NONE ? work->as_day
         : work->fy != 0 ? patal_fy_span (work->fy).from : PATAL_DAY_NONE;
}

/* As patal_wage_rate(), from rates that are read once. */
static gboolean
take_rate (PatalBoardReader *self, const char *state_code, PatalBoardFacts *facts, GError **error)
{
  PatalDay day = rate_day (&facts->work);
  GPtrArray *rates;

  if (state_code == NULL || facts->work.scheme == 0 || day == PATAL_DAY_NONE)
    return TRUE;
  rates = g_hash_table_lookup (self->rates, state_code);
  if (rates == NULL)
    {
      rates = patal_wage_rates (self->db, state_code, error);
      if (rates == NULL)
        return FALSE;
      g_hash_table_insert (self->rates, g_strdup (state_code), rates);
    }
  for (guint i = 0; i < rates->len; i++)
    {
      const PatalWageRate *rate = g_ptr_array_index (rates, i);

      if (rate->scheme != facts->work.scheme || rate->from > day)
        continue;
      facts->known_rate_paise = rate->paise;
      facts->known_rate_verified = rate->verified;
      return TRUE;
    }
  return TRUE;
}

static gboolean
take_place (PatalBoardReader *self, PatalBoardFacts *facts, GError **error)
{
  const Place *place = find_place (self, facts->work.gp, error);
  const Officer *officer;
  const TierWords *words;

  if (place == NULL)
    return FALSE;
  officer = find_officer (self, place->ids[PATAL_LEVEL_BLOCK], error);
  if (officer == NULL)
    return FALSE;
  words = find_tier_words (self, place->ids[PATAL_LEVEL_STATE], facts->work.gp);
  pair_copy (facts->state, place->names[PATAL_LEVEL_STATE]);
  pair_copy (facts->district, place->names[PATAL_LEVEL_DISTRICT]);
  pair_copy (facts->block, place->names[PATAL_LEVEL_BLOCK]);
  pair_copy (facts->gp, place->names[PATAL_LEVEL_GP]);
  pair_copy (facts->officer, officer->name);
  pair_copy (facts->officer_word, officer->word);
  facts->officer_phone = g_strdup (officer->phone);
  pair_copy (facts->district_word, words->district);
  pair_copy (facts->block_word, words->block);
  return take_rate (self, place->state_code, facts, error);
}

static void
scheme_copy (PatalScheme *to, const PatalScheme *from)
{
  *to = *from;
  to->code = g_strdup (from->code);
  pair_copy (to->names, from->names);
  to->helpline = g_strdup (from->helpline);
  to->source = g_strdup (from->source);
  to->order_no = g_strdup (from->order_no);
}

/* Fills in all but the work, which is there. */
static gboolean
read_rest (PatalBoardReader *self, PatalBoardFacts *facts, GError **error)
{
  const KnownScheme *known = NULL;

  if (facts->work.scheme != 0 && (known = find_scheme (self, facts->work.scheme, error)) == NULL)
    return FALSE;
  if (known != NULL)
    scheme_copy (&facts->scheme, &known->scheme);
  facts->logo = g_bytes_ref (known != NULL && known->logo != NULL ? known->logo : self->logo);
  if (!read_contacts (self, error))
    return FALSE;
  pair_copy (facts->ombudsman, self->ombudsman);
  facts->ombudsman_phone = g_strdup (self->ombudsman_phone);
  return facts->work.gp == 0 || take_place (self, facts, error);
}

static gboolean
give (PatalBoardReader *self, PatalBoardFacts *facts, PatalBoardFacts *out, GError **error)
{
  if (!read_rest (self, facts, error))
    return FALSE;
  *out = *facts;
  memset (facts, 0, sizeof *facts);
  return TRUE;
}

gboolean
patal_board_reader_read (PatalBoardReader *reader, gint64 work, PatalBoardFacts *out, GError **error)
{
  g_auto (PatalBoardFacts) facts = { 0 };

  return patal_work_load (reader->db, work, &facts.work, error) && give (reader, &facts, out, error);
}

gboolean
patal_board_reader_of_work (PatalBoardReader *reader, const PatalWork *work, PatalBoardFacts *out, GError **error)
{
  g_auto (PatalBoardFacts) facts = { 0 };

  patal_work_copy (&facts.work, work);
  return give (reader, &facts, out, error);
}
