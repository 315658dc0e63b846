/* patal-unit-judge.c: what becomes of a row: new, changed, the same, doubtful or refused
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unit-job.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct /* what a row was compared with */
{
  guint32     unit;   /* NONE: nothing like it */
  const char *doubt;  /* (nullable): why it is not sure */
  int         field;  /* that it hangs on */
  guint16     bits;   /* that the doubt adds to those of the values */
} Match;

#define NAME_BITS (PATAL_UNIT_BIT_NAME_HI | PATAL_UNIT_BIT_NAME_EN)
#define NO_MATCH ((Match) { PATAL_BOOK_NONE, NULL, -1, 0 })

static void
refuse (PatalVerdict *verdict, int field, char *reason)
{
  *verdict = (PatalVerdict) { .fate = PATAL_FATE_REFUSED, .field = field, .reason = reason };
}

static int
name_field (const PatalUnitRow *row)
{
  return PATAL_UNIT_FIELD ((int) row->level, row->own.names[PATAL_LANG_HI] != NULL ? PATAL_UNIT_FIELD_HI : PATAL_UNIT_FIELD_EN);
}

/* Two codes that differ are two places, whatever their names. */
static gboolean
codes_differ (PatalUnitBook *book, guint32 unit, const PatalUnitRow *row)
{
  guint32 own = patal_unit_book_get (book, unit)->code;

  return own != 0 && row->own.code != 0 && own != row->own.code;
}

/* Notes that differ tell two places of one name apart: Pakariya (La) and Pakariya (Jhu). So does, in one list, a note on one of two. */
static gboolean
notes_differ (PatalUnitBook *book, guint32 unit, const PatalUnitRow *row)
{
  const PatalBookUnit *known = patal_unit_book_get (book, unit);

  for (guint i = 0; i < 2; i++)
    if (known->names[i] != NULL && row->own.names[i] != NULL)
      {
        guint32 own = patal_unit_book_note (known->names[i]), theirs = patal_unit_book_note (row->own.names[i]);

        if (own != theirs && (known->row != PATAL_BOOK_NONE || (own != 0 && theirs != 0)))
          return TRUE;
      }
  return FALSE;
}

/* The names in the script that was not compared sound unlike each other. */
static gboolean
other_script_contradicts (PatalUnitBook *book, guint32 unit, const PatalUnitRow *row, PatalLang compared)
{
  PatalLang other = compared == PATAL_LANG_HI ? PATAL_LANG_EN : PATAL_LANG_HI;
  const char *own = patal_unit_book_get (book, unit)->names[other], *theirs = row->own.names[other];

  return own != NULL && theirs != NULL && !patal_unit_book_knows (book, unit, theirs)
    && (patal_unit_book_sound (own) != patal_unit_book_sound (theirs) || notes_differ (book, unit, row));
}

static Match
match_code (PatalUnitBook *book, guint32 place, const PatalUnitRow *row)
{
  guint32 unit, next = 0, district = patal_unit_book_above (book, place, PATAL_LEVEL_DISTRICT);
  Match moved = NO_MATCH;

  while ((unit = patal_unit_book_by_code (book, row->level, row->own.code, &next)) != PATAL_BOOK_NONE)
    if (patal_unit_book_get (book, unit)->parent == place)
      return (Match) { unit, NULL, -1, 0 };
    else if (row->level > PATAL_LEVEL_BLOCK && moved.unit == PATAL_BOOK_NONE
             && patal_unit_book_above (book, unit, PATAL_LEVEL_DISTRICT) == district)
      moved = (Match) { unit, _("The code is known, but from another place of the district"),
                        PATAL_UNIT_FIELD ((int) row->level, PATAL_UNIT_FIELD_CODE), PATAL_UNIT_BIT_MOVED };
  return moved;
}

static Match
match_name (PatalUnitBook *book, guint32 place, const PatalUnitRow *row)
{
  Match match = NO_MATCH;
  guint32 unit, next;

  for (guint i = 0; i < 2 && match.unit == PATAL_BOOK_NONE; i++)
    for (next = 0; (unit = patal_unit_book_by_name (book, place, row->own.names[i], &next)) != PATAL_BOOK_NONE;)
      if (codes_differ (book, unit, row))
        continue;
      else if (match.unit != PATAL_BOOK_NONE)
        match.doubt = _("Several places have this name here, and no code tells which is meant");
      else
        match = (Match) { unit, other_script_contradicts (book, unit, row, i) ? _("One name is the same, the other is not") : NULL,
                          name_field (row), 0 };
  return match;
}

/* A place here whose name is spelled or sounds much like it. Where both have a code there is nothing to ask. */
static Match
match_likeness (PatalUnitBook *book, guint32 place, const PatalUnitRow *row)
{
  guint32 sounds[2] = { 0, 0 }, number = 0;
  g_autofree char *folded_hi = NULL, *folded_en = NULL;
  const char *folded[2];

  if (row->own.code != 0 && place != PATAL_BOOK_NONE && !patal_unit_book_get (book, place)->has_uncoded_child)
    return NO_MATCH;
  for (guint i = 0; i < 2; i++)
    if (row->own.names[i] != NULL)
      {
        sounds[i] = patal_unit_book_sound (row->own.names[i]);
        number = patal_unit_book_number (row->own.names[i]);
      }
  folded_hi = row->own.names[PATAL_LANG_HI] != NULL ? patal_text_fold (row->own.names[PATAL_LANG_HI], PATAL_FOLD_MATCH) : NULL;
  folded_en = row->own.names[PATAL_LANG_EN] != NULL ? patal_text_fold (row->own.names[PATAL_LANG_EN], PATAL_FOLD_MATCH) : NULL;
  folded[PATAL_LANG_HI] = folded_hi;
  folded[PATAL_LANG_EN] = folded_en;
  for (guint32 unit = place == PATAL_BOOK_NONE ? patal_unit_book_first_state (book) : patal_unit_book_get (book, place)->child;
       unit != PATAL_BOOK_NONE; unit = patal_unit_book_get (book, unit)->sibling)
    if ((patal_unit_book_get (book, unit)->code == 0 || row->own.code == 0)
        && patal_unit_book_number_fits (book, unit, number, patal_unit_book_get (book, unit)->row != PATAL_BOOK_NONE
                                                              ? PATAL_BOOK_NUMBER_EQUAL : PATAL_BOOK_NUMBER_OR_NONE)
        && (patal_unit_book_sounds_like (book, unit, sounds) || patal_unit_book_one_slip (book, unit, folded))
        && !notes_differ (book, unit, row))
      return (Match) { unit, _("A place here has nearly the same name"), name_field (row), 0 };
  return NO_MATCH;
}

static gboolean
same_place (const PatalBookUnit *unit, const PatalUnitRow *row)
{
  const double least = 5e-7; /* degrees: less than the last digit that sources give */

  return unit->lat != 0 && fabs (unit->lat - row->lat) < least && fabs (unit->lon - row->lon) < least;
}

static guint16
value_bits (const PatalUnitRow *row)
{
  guint16 bits = 0;

  for (guint i = 0; i < 2; i++)
    bits |= row->own.names[i] != NULL ? 1u << i : 0;
  bits |= row->own.code != 0 ? PATAL_UNIT_BIT_CODE : 0;
  bits |= row->has_place ? PATAL_UNIT_BIT_PLACE : 0;
  for (guint i = 0; i < PATAL_BOOK_N_COUNTS; i++)
    bits |= row->counts[i] >= 0 ? PATAL_UNIT_BIT_COUNTS << i : 0;
  bits |= row->from != PATAL_DAY_NONE ? PATAL_UNIT_BIT_FROM : 0;
  bits |= row->to != PATAL_DAY_NONE ? PATAL_UNIT_BIT_TO : 0;
  return bits;
}

static gboolean
has_new_spelling (PatalUnitBook *book, guint32 unit, const PatalUnitRow *row)
{
  g_auto (GStrv) aliases = NULL;
  gboolean found = FALSE;

  for (guint i = 0; i < PATAL_UNIT_ROW_MAX_OTHERS && !found; i++)
    found = row->own.others[i] != NULL && !patal_unit_book_knows (book, unit, row->own.others[i]);
  if (row->aliases == NULL || found)
    return found;
  aliases = patal_unit_row_aliases (row->aliases);
  for (guint i = 0; aliases[i] != NULL && !found; i++)
    found = !patal_unit_book_knows (book, unit, aliases[i]);
  return found;
}

/* What the row adds to @unit or alters in it; *@altered: those of them that were filled otherwise. */
static guint16
compare (PatalUnitBook *book, guint32 index, const PatalUnitRow *row, guint16 *altered)
{
  const PatalBookUnit *unit = patal_unit_book_get (book, index);
  guint16 bits = value_bits (row), blank = 0;

  for (guint i = 0; i < 2; i++)
    {
      blank |= unit->names[i] == NULL ? 1u << i : 0;
      if (row->own.names[i] != NULL && unit->names[i] != NULL && patal_unit_book_knows (book, index, row->own.names[i]))
        bits &= ~(1u << i);
    }
  blank |= unit->code == 0 ? PATAL_UNIT_BIT_CODE : 0;
  blank |= unit->lat == 0 ? PATAL_UNIT_BIT_PLACE : 0;
  blank |= unit->from == PATAL_DAY_NONE ? PATAL_UNIT_BIT_FROM : 0;
  blank |= unit->to == PATAL_DAY_NONE ? PATAL_UNIT_BIT_TO : 0;
  for (guint i = 0; i < PATAL_BOOK_N_COUNTS; i++)
    {
      blank |= unit->counts[i] < 0 ? PATAL_UNIT_BIT_COUNTS << i : 0;
      bits &= unit->counts[i] == row->counts[i] ? ~(PATAL_UNIT_BIT_COUNTS << i) : ~0;
    }
  bits &= unit->code == row->own.code ? ~PATAL_UNIT_BIT_CODE : ~0;
  bits &= row->has_place && same_place (unit, row) ? ~PATAL_UNIT_BIT_PLACE : ~0;
  bits &= unit->from == row->from ? ~PATAL_UNIT_BIT_FROM : ~0;
  bits &= unit->to == row->to ? ~PATAL_UNIT_BIT_TO : ~0;
  *altered = bits & ~blank;
  return bits | (has_new_spelling (book, index, row) ? PATAL_UNIT_BIT_SPELLINGS : 0);
}

/* The file has all that the row says of the place, and that is more than a name. */
static gboolean
has_all (PatalUnitBook *book, guint32 unit, const PatalUnitRow *row)
{
  guint16 altered;

  return (value_bits (row) & ~NAME_BITS) != 0 && compare (book, unit, row, &altered) == 0;
}

/* The block is not in the file, but one much like it is: if the place is in that one, the block is too. Or it is in the file beside
 * one of its name in another district, to which earlier rows were merged. */
static Match
match_twin (PatalUnitBook *book, guint32 place, const PatalUnitRow *row)
{
  guint32 twin = patal_unit_book_get (book, place)->twin;
  gboolean same_district;
  Match match;

  if (twin == PATAL_BOOK_NONE)
    return NO_MATCH;
  same_district = patal_unit_book_get (book, twin)->parent == patal_unit_book_get (book, place)->parent;
  match = match_code (book, twin, row);
  if (match.unit == PATAL_BOOK_NONE || match.doubt != NULL)
    match = match_name (book, twin, row);
  if (same_district)
    return match.unit != PATAL_BOOK_NONE ? match
           : (Match) { twin, _("The block is not in the file, but one of nearly this name is"),
                       PATAL_UNIT_FIELD (PATAL_LEVEL_BLOCK, PATAL_UNIT_FIELD_EN), 0 };
  if (match.unit == PATAL_BOOK_NONE)
    match = match_likeness (book, twin, row);
  else if (match.doubt == NULL && has_all (book, match.unit, row))
    return match; /* the question has been answered */
  if (match.unit != PATAL_BOOK_NONE)
    match = (Match) { match.unit, _("The same block and place are in the file under another district"),
                      PATAL_UNIT_FIELD (PATAL_LEVEL_DISTRICT, PATAL_UNIT_FIELD_EN), 0 };
  return match;
}

/* The row does not say the place above: its own code, or a name that only one place in @known has, may do. */
static Match
match_without_place (PatalUnitBook *book, guint32 known, const PatalUnitRow *row)
{
  PatalLevel level = patal_unit_book_get (book, known)->level;
  guint32 unit, next = 0;
  Match match = NO_MATCH;

  while ((unit = patal_unit_book_by_code (book, row->level, row->own.code, &next)) != PATAL_BOOK_NONE)
    if (patal_unit_book_above (book, unit, level) == known)
      return (Match) { unit, NULL, -1, 0 };
  if (row->level != PATAL_LEVEL_GP || level != PATAL_LEVEL_DISTRICT)
    return NO_MATCH;
  for (guint32 block = patal_unit_book_get (book, known)->child; block != PATAL_BOOK_NONE;
       block = patal_unit_book_get (book, block)->sibling)
    {
      Match here = match_name (book, block, row);

      if (here.unit == PATAL_BOOK_NONE)
        continue;
      if (match.unit != PATAL_BOOK_NONE)
        here.doubt = _("Several places have this name here, and no code tells which is meant");
      match = here;
      if (match.doubt != NULL)
        break;
    }
  return match;
}

static Match
find_match (PatalUnitJob *job, guint32 place, const PatalUnitRow *row)
{
  Match match = match_code (job->book, place, row);

  if (match.unit != PATAL_BOOK_NONE && match.doubt == NULL)
    return match;
  if (match.unit == PATAL_BOOK_NONE)
    match = match_name (job->book, place, row);
  if (match.unit == PATAL_BOOK_NONE && place != PATAL_BOOK_NONE)
    match = match_twin (job->book, place, row);
  return match.unit != PATAL_BOOK_NONE ? match : match_likeness (job->book, place, row);
}

/* Puts what @bits name of the row into the book's unit, so that later rows are compared with it. */
static void
take_over (PatalUnitBook *book, guint32 index, const PatalUnitRow *row, guint16 bits)
{
  PatalBookUnit *unit = patal_unit_book_get (book, index);
  g_auto (GStrv) aliases = NULL;

  for (guint i = 0; i < 2; i++)
    if (bits & 1u << i)
      {
        unit->names[i] = row->own.names[i];
        unit->sounds[i] = 0;
      }
  if (bits & PATAL_UNIT_BIT_PLACE)
    {
      unit->lat = row->lat;
      unit->lon = row->lon;
    }
  for (guint i = 0; i < PATAL_BOOK_N_COUNTS; i++)
    if (bits & PATAL_UNIT_BIT_COUNTS << i)
      unit->counts[i] = row->counts[i];
  unit->from = bits & PATAL_UNIT_BIT_FROM ? row->from : unit->from;
  unit->to = bits & PATAL_UNIT_BIT_TO ? row->to : unit->to;
  if (bits & PATAL_UNIT_BIT_CODE)
    patal_unit_book_learn_code (book, index, row->own.code);
  for (guint i = 0; i < 2; i++)
    if (bits & 1u << i)
      patal_unit_book_learn (book, index, row->own.names[i]);
  for (guint i = 0; i < PATAL_UNIT_ROW_MAX_OTHERS; i++)
    if (row->own.others[i] != NULL)
      patal_unit_book_learn (book, index, row->own.others[i]);
  if (row->aliases == NULL)
    return;
  aliases = patal_unit_row_aliases (row->aliases);
  for (guint i = 0; aliases[i] != NULL; i++)
    patal_unit_book_learn (book, index, aliases[i]);
}

/* Whether the unit would still be sound with the row's values in it. */
static gboolean
check_together (PatalUnitBook *book, guint32 index, const PatalUnitRow *row, PatalVerdict *verdict)
{
  const PatalBookUnit *unit = patal_unit_book_get (book, index);
  gint64 counts[PATAL_BOOK_N_COUNTS];
  PatalDay from = row->from != PATAL_DAY_NONE ? row->from : unit->from, to = row->to != PATAL_DAY_NONE ? row->to : unit->to;

  for (guint i = 0; i < PATAL_BOOK_N_COUNTS; i++)
    counts[i] = row->counts[i] >= 0 ? row->counts[i] : unit->counts[i];
  if (counts[1] >= 0 && MAX (counts[2], 0) + MAX (counts[3], 0) > counts[1])
    refuse (verdict, row->counts[1] >= 0 ? PATAL_UNIT_FIELD_POPULATION : row->counts[2] >= 0 ? PATAL_UNIT_FIELD_SC : PATAL_UNIT_FIELD_ST,
            g_strdup (_("With what the file has, Scheduled Castes and Scheduled Tribes together are more than the population")));
  else if (from != PATAL_DAY_NONE && to != PATAL_DAY_NONE && to < from)
    refuse (verdict, row->to != PATAL_DAY_NONE ? PATAL_UNIT_FIELD_TO : PATAL_UNIT_FIELD_FROM,
            g_strdup (_("With what the file has, it ends before it begins")));
  else
    return TRUE;
  return FALSE;
}

static PatalUnitNote *
note_of (PatalUnitJob *job, guint row)
{
  const PatalUnitNote none = { .target = PATAL_BOOK_NONE, .place = PATAL_BOOK_NONE };

  while (job->notes->len <= row)
    g_array_append_val (job->notes, none);
  return &g_array_index (job->notes, PatalUnitNote, row);
}

/* Of a doubtful row: those of one name in one place are one unit, should a person take them as new. */
static guint32
number_of_double (PatalUnitJob *job, guint32 place, const PatalUnitRow *row)
{
  const char *name = row->own.names[row->own.names[PATAL_LANG_HI] != NULL ? PATAL_LANG_HI : PATAL_LANG_EN];
  guint64 *key = g_new (guint64, 1);
  gpointer number;
  const gint64 nothing_yet = 0;

  *key = (name != NULL ? patal_unit_book_key (place, name) : 0) ^ (guint64) row->own.code << 20;
  if (g_hash_table_lookup_extended (job->doubles, key, NULL, &number))
    {
      g_free (key);
      return GPOINTER_TO_UINT (number);
    }
  number = GUINT_TO_POINTER (job->double_ids->len);
  g_hash_table_insert (job->doubles, key, number);
  g_array_append_val (job->double_ids, nothing_yet);
  return GPOINTER_TO_UINT (number);
}

static void
doubt (PatalUnitJob *job, guint index, const PatalUnitRow *row, const Match *match, guint32 place, PatalVerdict *verdict)
{
  const PatalBookUnit *unit = patal_unit_book_get (job->book, match->unit);
  PatalUnitNote *note = note_of (job, index);
  guint16 altered = 0;

  note->target = match->unit;
  note->place = place;
  note->place_doubtful = unit->level != row->level;
  note->same_as = number_of_double (job, place, row);
  note->bits = note->place_doubtful ? value_bits (row) | PATAL_UNIT_BIT_SPELLINGS
                                    : compare (job->book, match->unit, row, &altered) | match->bits;
  /* Merged, it does not overwrite what an earlier row said: the same list again would change the place to and fro. */
  note->bits &= ~(altered & patal_unit_book_get (job->book, match->unit)->given & ~NAME_BITS);
  *verdict = (PatalVerdict) {
    .fate = PATAL_FATE_DOUBTFUL, .candidate = unit->id != 0 ? unit->id : -1 - (gint64) unit->row, .field = match->field,
    .reason = g_strdup (match->doubt),
  };
}

/* An earlier import merged the row into @unit, where its name is another spelling now. */
static gboolean
was_merged (PatalUnitBook *book, guint32 unit, const PatalUnitRow *row)
{
  return patal_unit_book_is_alias (book, unit, row->own.names[PATAL_LANG_HI])
    || patal_unit_book_is_alias (book, unit, row->own.names[PATAL_LANG_EN]);
}

static void
take_as_known (PatalUnitJob *job, guint index, const PatalUnitRow *row, Match *match, guint32 place, PatalVerdict *verdict)
{
  guint16 altered, bits = compare (job->book, match->unit, row, &altered);
  guint16 contradicted = altered & patal_unit_book_get (job->book, match->unit)->given;
  guint16 filled = patal_unit_book_get (job->book, match->unit)->fill & value_bits (row); /* by naming it, this very row perhaps */
  PatalUnitNote *note;

  if (contradicted != 0 && (contradicted & NAME_BITS) == 0 && was_merged (job->book, match->unit, row))
    bits &= ~contradicted; /* the question has been answered: the earlier row stands */
  else if (contradicted != 0 && bits != 0) /* the source says two things of one place */
    {
      match->doubt = _("An earlier row says something else of this place");
      match->field = contradicted & PATAL_UNIT_BIT_PLACE ? PATAL_UNIT_FIELD_LAT
                     : contradicted >= PATAL_UNIT_BIT_COUNTS ? PATAL_UNIT_FIELD_POPULATION : name_field (row);
      doubt (job, index, row, match, place, verdict);
      return;
    }
  if (!check_together (job->book, match->unit, row, verdict))
    return;
  bits |= filled;
  patal_unit_book_get (job->book, match->unit)->fill &= ~filled;
  *verdict = (PatalVerdict) { .fate = bits != 0 ? PATAL_FATE_CHANGED : PATAL_FATE_SAME, .field = -1 };
  note = note_of (job, index);
  note->target = match->unit;
  note->place = patal_unit_book_get (job->book, match->unit)->parent;
  note->bits = bits;
  take_over (job->book, match->unit, row, bits);
  patal_unit_book_get (job->book, match->unit)->given |= value_bits (row);
}

static void
take_as_new (PatalUnitJob *job, guint index, const PatalUnitRow *row, guint32 place, PatalVerdict *verdict)
{
  const PatalBookUnit unit = {
    .level = row->level, .parent = place, .row = index, .counts = { -1, -1, -1, -1 }, .twin = PATAL_BOOK_NONE,
    .names = { row->own.names[0], row->own.names[1] }, .code = row->own.code, .given = value_bits (row),
  };
  PatalUnitNote *note = note_of (job, index);

  note->bits = value_bits (row) | PATAL_UNIT_BIT_SPELLINGS;
  note->place = place;
  note->target = patal_unit_book_add (job->book, &unit);
  take_over (job->book, note->target, row, value_bits (row) & ~(PATAL_UNIT_BIT_CODE | NAME_BITS));
  *verdict = (PatalVerdict) { .fate = PATAL_FATE_NEW, .field = -1 };
}

/* A row that describes a district or a block is recognised as freely as one that names it above its own place. */
static Match
match_of_place (PatalUnitJob *job, guint index, const char *const *cells, const PatalUnitRow *row, PatalUnitPlace *place)
{
  guint32 n_before = patal_unit_book_n (job->book);
  PatalUnitPlace own = patal_unit_job_place (job, index, cells, row->level + 1);
  guint32 twin = own.unit != PATAL_BOOK_NONE ? patal_unit_book_get (job->book, own.unit)->twin : PATAL_BOOK_NONE;

  *place = own;
  if (own.reason != NULL || own.unit == PATAL_BOOK_NONE)
    return NO_MATCH;
  if (twin != PATAL_BOOK_NONE && own.unit >= n_before
      && patal_unit_book_get (job->book, twin)->parent == patal_unit_book_get (job->book, own.unit)->parent)
    return (Match) { twin, _("A place here has nearly the same name"), name_field (row), 0 };
  return (Match) { own.unit, NULL, -1, 0 };
}

static void
judge_place (PatalUnitJob *job, guint index, const char *const *cells, const PatalUnitRow *row, PatalVerdict *verdict)
{
  guint32 n_before = patal_unit_book_n (job->book);
  PatalUnitPlace place;
  Match match = match_of_place (job, index, cells, row, &place);
  PatalUnitNote *note;
  guint16 bits = value_bits (row);

  if (match.unit == PATAL_BOOK_NONE)
    return refuse (verdict, place.field, place.reason != NULL ? place.reason : g_strdup (_("The row names no place")));
  if (match.doubt != NULL)
    return doubt (job, index, row, &match, patal_unit_book_get (job->book, place.unit)->parent, verdict);
  if (match.unit < n_before && patal_unit_book_get (job->book, match.unit)->id != 0)
    return take_as_known (job, index, row, &match, PATAL_BOOK_NONE, verdict);
  if (match.unit < n_before && patal_unit_book_get (job->book, match.unit)->given != 0)
    return take_as_known (job, index, row, &match, PATAL_BOOK_NONE, verdict);
  take_over (job->book, match.unit, row, bits & ~(PATAL_UNIT_BIT_CODE | NAME_BITS));
  patal_unit_book_get (job->book, match.unit)->given = bits;
  note = note_of (job, index);
  note->target = match.unit;
  note->place = patal_unit_book_get (job->book, match.unit)->parent;
  note->bits = bits | PATAL_UNIT_BIT_SPELLINGS;
  *verdict = (PatalVerdict) { .fate = PATAL_FATE_NEW, .field = -1 };
}

static void
judge_leaf (PatalUnitJob *job, guint index, const char *const *cells, const PatalUnitRow *row, PatalVerdict *verdict)
{
  PatalUnitPlace place = patal_unit_job_place (job, index, cells, row->level);
  Match match;

  if (place.reason != NULL)
    return refuse (verdict, place.field, place.reason);
  match = place.unit != PATAL_BOOK_NONE ? find_match (job, place.unit, row) : match_without_place (job->book, place.known, row);
  if (match.unit == PATAL_BOOK_NONE && place.unit == PATAL_BOOK_NONE)
    refuse (verdict, PATAL_UNIT_FIELD ((int) row->level - 1, PATAL_UNIT_FIELD_EN),
            g_strdup (row->level == PATAL_LEVEL_VILLAGE ? _("The row does not say to which gram panchayat the village belongs")
                                                        : _("The row does not say in which block the gram panchayat lies")));
  else if (match.doubt != NULL)
    doubt (job, index, row, &match, place.unit, verdict);
  else if (match.unit != PATAL_BOOK_NONE)
    take_as_known (job, index, row, &match, place.unit, verdict);
  else if (row->own.names[0] == NULL && row->own.names[1] == NULL)
    refuse (verdict, PATAL_UNIT_FIELD ((int) row->level, PATAL_UNIT_FIELD_EN), g_strdup (_("The row gives no name")));
  else
    take_as_new (job, index, row, place.unit, verdict);
}

void
patal_unit_job_judge (PatalUnitJob *job, guint index, const char *const *cells, PatalVerdict *verdict)
{
  PatalUnitRow row;
  char *reason = NULL;
  int field = -1;

  note_of (job, index);
  if (!patal_unit_row_read (cells, job->deepest, &row, &field, &reason))
    refuse (verdict, field, reason);
  else if (row.level < PATAL_LEVEL_GP)
    judge_place (job, index, cells, &row, verdict);
  else
    judge_leaf (job, index, cells, &row, verdict);
}
