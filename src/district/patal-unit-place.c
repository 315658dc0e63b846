/* patal-unit-place.c: what stands above the unit of a row
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Districts and blocks are spelled differently in every source (मालखरौदा and मालखरोदा, BAMHNIDIH(CHAMPA) and बम्हनीडीह); a second block made
 * of a spelling would double all its panchayats. So they are recognised more freely than panchayats are; where one letter is all that
 * separates two names a person decides, since in 106 pairs of India's blocks that letter is right. */
#include "patal-unit-job.h"
#include "patal-pack.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
codes_agree (PatalUnitBook *book, guint32 unit, guint32 code)
{
  guint32 own = patal_unit_book_get (book, unit)->code;

  return own == 0 || code == 0 || own == code;
}

static guint32
first_below (PatalUnitBook *book, guint32 above)
{
  return above == PATAL_BOOK_NONE ? patal_unit_book_first_state (book) : patal_unit_book_get (book, above)->child;
}

/* By code, else by a spelling that is known. */
static guint32
find_surely (PatalUnitBook *book, PatalLevel level, guint32 above, const PatalUnitRowName *name)
{
  guint32 unit, next = 0;

  while ((unit = patal_unit_book_by_code (book, level, name->code, &next)) != PATAL_BOOK_NONE)
    if (patal_unit_book_get (book, unit)->parent == above)
      return unit;
  for (guint i = 0; i < 2; i++)
    for (next = 0; (unit = patal_unit_book_by_name (book, above, name->names[i], &next)) != PATAL_BOOK_NONE;)
      if (codes_agree (book, unit, name->code))
        return unit;
  return PATAL_BOOK_NONE;
}

typedef struct
{
  guint32     code, number, sounds[2];
  const char *folded[2];
} Likeness;

static void
likeness_clear (Likeness *likeness)
{
  g_free ((char *) likeness->folded[0]);
  g_free ((char *) likeness->folded[1]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Likeness, likeness_clear)

static Likeness
likeness_of (const PatalUnitRowName *name)
{
  const char *numbered = name->names[PATAL_LANG_EN] != NULL ? name->names[PATAL_LANG_EN] : name->names[PATAL_LANG_HI];
  Likeness likeness = { .code = name->code, .number = numbered != NULL ? patal_unit_book_number (numbered) : 0 };

  for (guint i = 0; i < 2; i++)
    if (name->names[i] != NULL)
      {
        likeness.sounds[i] = patal_unit_book_sound (name->names[i]);
        likeness.folded[i] = patal_text_fold (name->names[i], PATAL_FOLD_MATCH);
      }
  return likeness;
}

typedef enum { BY_SOUND, BY_SLIP } LikenessKind;

static gboolean
is_alike (PatalUnitBook *book, guint32 unit, const Likeness *likeness, LikenessKind kind)
{
  if (!codes_agree (book, unit, likeness->code))
    return FALSE;
  if (kind == BY_SOUND)
    return patal_unit_book_sounds_like (book, unit, likeness->sounds)
      && patal_unit_book_number_fits (book, unit, likeness->number, PATAL_BOOK_NUMBER_EQUAL);
  return patal_unit_book_number_fits (book, unit, likeness->number, PATAL_BOOK_NUMBER_OR_NONE)
    && (patal_unit_book_one_slip (book, unit, likeness->folded) || patal_unit_book_sounds_like (book, unit, likeness->sounds));
}

/* The unit below @above that is alike; *@several is set where there are more, of which the first is given. */
static guint32
find_alike (PatalUnitBook *book, guint32 above, const Likeness *likeness, LikenessKind kind, gboolean *several)
{
  guint32 found = PATAL_BOOK_NONE;

  *several = FALSE;
  for (guint32 unit = first_below (book, above); unit != PATAL_BOOK_NONE; unit = patal_unit_book_get (book, unit)->sibling)
    if (is_alike (book, unit, likeness, kind))
      {
        *several = found != PATAL_BOOK_NONE;
        found = unit;
        if (*several)
          break;
      }
  return found;
}

/* A block of this name in another district of the file: since the file was made, the district may have been cut in two. */
static guint32
find_twin (PatalUnitBook *book, guint32 district, const PatalUnitRowName *name)
{
  g_auto (Likeness) likeness = likeness_of (name);
  guint32 state = patal_unit_book_get (book, district)->parent;

  for (guint32 other = first_below (book, state); other != PATAL_BOOK_NONE; other = patal_unit_book_get (book, other)->sibling)
    if (other != district && patal_unit_book_get (book, other)->row == PATAL_BOOK_NONE)
      for (guint32 unit = first_below (book, other); unit != PATAL_BOOK_NONE; unit = patal_unit_book_get (book, unit)->sibling)
        if (patal_unit_book_get (book, unit)->row == PATAL_BOOK_NONE && is_alike (book, unit, &likeness, BY_SOUND))
          return unit;
  return PATAL_BOOK_NONE;
}

/* What the pack knows of a state completes what the row says of it. */
static void
complete_state (PatalUnitRowName *name)
{
  const PatalPackState *state = NULL;

  for (guint i = 0; i < 2 && state == NULL; i++)
    if (name->names[i] != NULL)
      state = patal_pack_find_state (name->names[i]);
  if (state == NULL && name->code != 0)
    {
      g_autofree char *code = g_strdup_printf ("%u", name->code);

      state = patal_pack_find_state (code);
    }
  if (state == NULL)
    return;
  name->names[PATAL_LANG_HI] = state->hi;
  name->names[PATAL_LANG_EN] = state->en;
  if (name->code == 0)
    name->code = (guint32) g_ascii_strtoull (state->lgd_code, NULL, 10);
}

static guint32
enter (PatalUnitBook *book, PatalLevel level, guint32 above, guint32 row, const PatalUnitRowName *name, guint32 perhaps)
{
  PatalBookUnit unit = {
    .names = { name->names[0], name->names[1] }, .code = name->code, .level = level, .parent = above, .row = row,
    .counts = { -1, -1, -1, -1 }, .twin = perhaps,
  };

  if (level == PATAL_LEVEL_BLOCK && perhaps == PATAL_BOOK_NONE)
    unit.twin = find_twin (book, above, name);
  return patal_unit_book_add (book, &unit);
}

/* What the row knows of @unit and the file does not. It is written when something below it is. */
static void
complete (PatalUnitBook *book, guint32 unit, const PatalUnitRowName *name)
{
  PatalBookUnit *known = patal_unit_book_get (book, unit);

  for (guint i = 0; i < 2; i++)
    if (known->names[i] == NULL && name->names[i] != NULL)
      {
        known->names[i] = name->names[i];
        known->fill |= 1u << i;
      }
  for (guint i = 0; i < 2; i++)
    if (name->names[i] != NULL)
      patal_unit_book_learn (book, unit, name->names[i]);
  if (known->code == 0 && name->code != 0)
    {
      patal_unit_book_learn_code (book, unit, name->code);
      patal_unit_book_get (book, unit)->fill |= PATAL_UNIT_BIT_CODE;
    }
}

/* Of a block of the file: earlier rows may have been merged to one of its name in another district. */
static void
look_for_twin (PatalUnitBook *book, guint32 unit, const PatalUnitRowName *name)
{
  PatalBookUnit *known = patal_unit_book_get (book, unit);

  if (known->level == PATAL_LEVEL_BLOCK && known->row == PATAL_BOOK_NONE && known->twin == PATAL_BOOK_NONE)
    known->twin = find_twin (book, known->parent, name);
}

static void
refuse_unclear (PatalUnitPlace *place, PatalUnitBook *book, PatalLevel level, guint32 first)
{
  const PatalBookUnit *unit = patal_unit_book_get (book, first);
  const char *name = unit->names[PATAL_LANG_HI] != NULL ? unit->names[PATAL_LANG_HI] : unit->names[PATAL_LANG_EN];

  place->field = PATAL_UNIT_FIELD ((int) level, PATAL_UNIT_FIELD_EN);
  place->reason = g_strdup_printf (_("This may be “%s” or another place that is spelled much the same: correct the spelling"), name);
}

/* One step down from place->unit, by @name. */
static void
step_down (PatalUnitJob *job, guint row, PatalLevel level, const PatalUnitRowName *name, PatalUnitPlace *place)
{
  PatalUnitBook *book = job->book;
  guint32 above = place->unit, unit = find_surely (book, level, above, name), perhaps = PATAL_BOOK_NONE;
  gboolean several = FALSE;

  if (unit == PATAL_BOOK_NONE && (name->names[0] != NULL || name->names[1] != NULL))
    {
      g_auto (Likeness) likeness = likeness_of (name);

      if (level != PATAL_LEVEL_VILLAGE)
        unit = find_alike (book, above, &likeness, BY_SOUND, &several);
      if (several)
        return refuse_unclear (place, book, level, unit);
      if (unit == PATAL_BOOK_NONE && level == PATAL_LEVEL_BLOCK)
        {
          perhaps = find_alike (book, above, &likeness, BY_SLIP, &several);
          if (several)
            return refuse_unclear (place, book, level, perhaps);
        }
    }
  if (unit != PATAL_BOOK_NONE)
    {
      complete (book, unit, name);
      look_for_twin (book, unit, name);
    }
  else if (name->names[0] == NULL && name->names[1] == NULL)
    {
      place->field = PATAL_UNIT_FIELD ((int) level, PATAL_UNIT_FIELD_CODE);
      place->reason = g_strdup (_("No place of the file has this code, and the row gives no name for it"));
      return;
    }
  else
    unit = enter (book, level, above, row, name, perhaps);
  place->unit = unit;
}

/* A district whose state the row does not name, wherever it is, if it is the only one. */
static guint32
find_district_anywhere (PatalUnitBook *book, const PatalUnitRowName *name)
{
  guint32 found = PATAL_BOOK_NONE;

  for (guint32 state = patal_unit_book_first_state (book); state != PATAL_BOOK_NONE; state = patal_unit_book_get (book, state)->sibling)
    {
      guint32 unit = find_surely (book, PATAL_LEVEL_DISTRICT, state, name);
      gboolean several = FALSE;

      if (unit == PATAL_BOOK_NONE)
        {
          g_auto (Likeness) likeness = likeness_of (name);

          unit = find_alike (book, state, &likeness, BY_SOUND, &several);
        }
      if (several || (unit != PATAL_BOOK_NONE && found != PATAL_BOOK_NONE))
        return PATAL_BOOK_NONE;
      found = unit != PATAL_BOOK_NONE ? unit : found;
    }
  return found;
}

static void
refuse_missing (PatalUnitPlace *place, PatalLevel level)
{
  const char *const reasons[] = {
    [PATAL_LEVEL_STATE] = _("The row does not say in which state the district lies"),
    [PATAL_LEVEL_DISTRICT] = _("The row does not say in which district the block lies"),
    [PATAL_LEVEL_BLOCK] = _("The row does not say in which block the gram panchayat lies"),
    [PATAL_LEVEL_GP] = _("The row does not say to which gram panchayat the village belongs"),
  };

  place->field = PATAL_UNIT_FIELD ((int) level, PATAL_UNIT_FIELD_EN);
  place->reason = g_strdup (reasons[level]);
}

static PatalUnitPlace
find_place (PatalUnitJob *job, guint row, const char *const *cells, PatalLevel level)
{
  PatalUnitPlace place = { PATAL_BOOK_NONE, PATAL_BOOK_NONE, -1, NULL };
  gboolean lost = FALSE; /* a level above is not known */

  for (guint above = PATAL_LEVEL_STATE; above < level && place.reason == NULL; above++)
    {
      PatalUnitRowName name;
      gboolean named = patal_unit_row_name (cells, above, &name);

      if (named && above == PATAL_LEVEL_STATE && find_surely (job->book, above, PATAL_BOOK_NONE, &name) == PATAL_BOOK_NONE)
        complete_state (&name);
      if (named && (!lost || above == PATAL_LEVEL_STATE))
        step_down (job, row, above, &name, &place);
      else if (named && above == PATAL_LEVEL_DISTRICT && (place.unit = find_district_anywhere (job->book, &name)) != PATAL_BOOK_NONE)
        complete (job->book, place.unit, &name);
      else if (named)
        refuse_missing (&place, above - 1);
      else
        place.unit = patal_unit_book_only (job->book, above, lost ? PATAL_BOOK_NONE : place.unit);
      lost = place.unit == PATAL_BOOK_NONE;
      if (!lost)
        place.known = place.unit;
    }
  if (place.reason == NULL && lost && place.known == PATAL_BOOK_NONE && level > PATAL_LEVEL_STATE)
    refuse_missing (&place, level - 1);
  return place;
}

static gboolean
is_as_before (const PatalUnitJob *job, const char *const *cells, PatalLevel level)
{
  if (job->place_level != level || job->place.unit == PATAL_BOOK_NONE
      || g_strcmp0 (cells[PATAL_UNIT_FIELD_SUBDISTRICT], job->place_cells[PATAL_UNIT_FIELD (PATAL_N_LEVELS, 0)]) != 0)
    return FALSE;
  for (int i = PATAL_UNIT_FIELD ((int) level, 0) - 1; i >= 0; i--) /* from the block up: what differs, differs there */
    if (g_strcmp0 (cells[i], job->place_cells[i]) != 0)
      return FALSE;
  return TRUE;
}

/* Lists are by block: mostly the answer is that of the row before. */
PatalUnitPlace
patal_unit_job_place (PatalUnitJob *job, guint row, const char *const *cells, PatalLevel level)
{
  if (level == PATAL_LEVEL_STATE || !is_as_before (job, cells, level))
    {
      job->place = find_place (job, row, cells, level);
      job->place_level = level;
      memcpy (job->place_cells, cells, sizeof job->place_cells);
      if (job->place.reason != NULL)
        job->place.unit = PATAL_BOOK_NONE;
    }
  return job->place;
}
