/* patal-work-take.c: what a row says becomes part of a work, and how a work reads in a row
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-member.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
same_name (const char *one, const char *other)
{
  g_autofree char *a = patal_text_fold (one, PATAL_FOLD_MATCH), *b = patal_text_fold (other, PATAL_FOLD_MATCH);

  return g_str_equal (a, b);
}

static gboolean
take_text (char **ours, const char *theirs, PatalWorkTake how)
{
  if (g_strcmp0 (*ours, theirs) == 0)
    return FALSE;
  if (how == PATAL_WORK_TAKE_WRITE)
    {
      g_free (*ours);
      *ours = g_strdup (theirs);
    }
  return TRUE;
}

static gboolean
take_names (const PatalWorkRow *row, PatalWork *work, PatalWorkFound found, PatalWorkTake how)
{
  const struct { PatalWorkField field; char **ours; const char *theirs; } names[] = {
    { PATAL_WORK_FIELD_NAME_HI, &work->name_hi, row->work.name_hi }, { PATAL_WORK_FIELD_NAME_EN, &work->name_en, row->work.name_en },
  };
  gboolean changed = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if ((row->said & PATAL_WORK_SAID (names[i].field)) != 0
        && (found == PATAL_WORK_FOUND_BY_CODE || *names[i].ours == NULL || !same_name (*names[i].ours, names[i].theirs)))
      changed = take_text (names[i].ours, names[i].theirs, how) || changed;
  return changed;
}

static gboolean
take_member (const PatalWorkRow *row, PatalWork *work, gsize index, PatalWorkTake how)
{
  gpointer ours = patal_work_member (work, index), theirs = patal_work_member (&row->work, index);
  gsize size = patal_work_members[index].type == PATAL_WORK_MEMBER_DAY ? sizeof (PatalDay) : sizeof (gint64);

  if ((row->said & PATAL_WORK_SAID (patal_work_members[index].field)) == 0)
    return FALSE;
  if (patal_work_members[index].type == PATAL_WORK_MEMBER_TEXT)
    return take_text (ours, *(char **) theirs, how);
  if ((ours == &work->sanctioned.total_paise && patal_work_money_total (&work->sanctioned) == row->work.sanctioned.total_paise)
      || (ours == &work->spent.total_paise && patal_work_money_total (&work->spent) == row->work.spent.total_paise))
    return FALSE; /* it says what the parts add up to */
  if (memcmp (ours, theirs, size) == 0)
    return FALSE;
  if (how == PATAL_WORK_TAKE_WRITE)
    memcpy (ours, theirs, size);
  return TRUE;
}

static gboolean
take_materials (const PatalWorkRow *row, PatalWork *work, PatalWorkTake how)
{
  g_autofree char *ours = NULL, *theirs = NULL;

  if ((row->said & PATAL_WORK_SAID (PATAL_WORK_FIELD_MATERIALS)) == 0)
    return FALSE;
  ours = patal_materials_format (work->materials);
  theirs = patal_materials_format (row->work.materials);
  if (g_str_equal (ours, theirs))
    return FALSE;
  if (how == PATAL_WORK_TAKE_WRITE)
    {
      PatalWork copy;

      patal_work_copy (&copy, &row->work);
      g_clear_pointer (&work->materials, g_ptr_array_unref);
      work->materials = g_steal_pointer (&copy.materials);
      patal_work_clear (&copy);
    }
  return TRUE;
}

/* A list without the state of its works says by a day of completion that one is done. */
static PatalWorkStatus
status_said (const PatalWorkRow *row, const PatalWork *work)
{
  gboolean goes_on = work->status == PATAL_WORK_SANCTIONED || work->status == PATAL_WORK_ONGOING;

  if ((row->said & PATAL_WORK_SAID (PATAL_WORK_FIELD_STATUS)) != 0)
    return row->work.status;
  if ((row->said & PATAL_WORK_SAID (PATAL_WORK_FIELD_END)) != 0 && goes_on)
    return PATAL_WORK_COMPLETED;
  return (row->said & PATAL_WORK_SAID (PATAL_WORK_FIELD_START)) != 0 && work->status == PATAL_WORK_SANCTIONED ? PATAL_WORK_ONGOING : work->status;
}

/* Lists have six decimals, a tenth of a metre; a telephone's place has more. */
static gboolean
same_place (const PatalWork *one, const PatalWork *other)
{
  return one->has_place == other->has_place && llround (one->lat * 1e6) == llround (other->lat * 1e6)
         && llround (one->lon * 1e6) == llround (other->lon * 1e6);
}

gboolean
patal_work_row_take (const PatalWorkRow *row, PatalWork *work, PatalWorkFound found, PatalWorkTake how)
{
  PatalWork after = *work;
  gboolean changed = take_names (row, work, found, how);

  for (gsize i = 0; i < PATAL_WORK_N_MEMBERS; i++)
    changed = take_member (row, work, i, how) || changed;
  changed = take_materials (row, work, how) || changed;
  after.status = status_said (row, work);
  if ((row->said & PATAL_WORK_SAID (PATAL_WORK_FIELD_KIND)) != 0)
    after.kind = row->work.kind;
  if ((row->said & PATAL_WORK_SAID (PATAL_WORK_FIELD_FY)) != 0)
    after.fy = row->work.fy;
  if ((row->said & PATAL_WORK_SAID (PATAL_WORK_FIELD_SCHEME)) != 0)
    after.scheme = row->work.scheme;
  if ((row->said & PATAL_WORK_SAID (PATAL_WORK_FIELD_LAT)) != 0 && !same_place (&row->work, work))
    {
      after.has_place = TRUE;
      after.lat = row->work.lat;
      after.lon = row->work.lon;
    }
  changed = changed || after.status != work->status || after.kind != work->kind || after.fy != work->fy
            || after.scheme != work->scheme || !same_place (&after, work);
  if (how == PATAL_WORK_TAKE_WRITE)
    {
      work->status = after.status;
      work->kind = after.kind;
      work->fy = after.fy;
      work->scheme = after.scheme;
      work->has_place = after.has_place;
      work->lat = after.lat;
      work->lon = after.lon;
    }
  return changed;
}

static char *
member_text (const PatalWork *work, gsize index)
{
  gconstpointer member = patal_work_member (work, index);

  switch (patal_work_members[index].type)
    {
    case PATAL_WORK_MEMBER_TEXT:
      return g_strdup (*(char *const *) member != NULL ? *(char *const *) member : "");
    case PATAL_WORK_MEMBER_DAY:
      return *(const PatalDay *) member != PATAL_DAY_NONE ? patal_day_iso (*(const PatalDay *) member) : g_strdup ("");
    case PATAL_WORK_MEMBER_COUNT:
      return *(const gint64 *) member != PATAL_WORK_UNKNOWN ? g_strdup_printf ("%" G_GINT64_FORMAT, *(const gint64 *) member) : g_strdup ("");
    case PATAL_WORK_MEMBER_MONEY:
    default:
      return *(const gint64 *) member != PATAL_WORK_UNKNOWN ? patal_money_format (*(const gint64 *) member, PATAL_MONEY_RUPEES) : g_strdup ("");
    }
}

static char *
degrees_text (const PatalWork *work, double degrees)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (work->has_place ? g_ascii_formatd (text, sizeof text, "%.8g", degrees) : "");
}

char *
patal_work_row_text (PatalWorkReader *reader, const PatalWork *work, PatalWorkField field)
{
  const char *code;
  g_autofree char *materials = NULL;

  for (gsize i = 0; i < PATAL_WORK_N_MEMBERS; i++)
    if (patal_work_members[i].field == field)
      return member_text (work, i);
  switch ((int) field)
    {
    case PATAL_WORK_FIELD_NAME_HI:
      return g_strdup (work->name_hi != NULL ? work->name_hi : "");
    case PATAL_WORK_FIELD_NAME_EN:
      return g_strdup (work->name_en != NULL ? work->name_en : "");
    case PATAL_WORK_FIELD_GP:
      return g_strdup (patal_unit_finder_name (patal_work_reader_units (reader), work->gp, PATAL_LANG_EN));
    case PATAL_WORK_FIELD_GP_HI:
      return g_strdup (patal_unit_finder_name (patal_work_reader_units (reader), work->gp, PATAL_LANG_HI));
    case PATAL_WORK_FIELD_SCHEME:
      code = patal_work_reader_scheme_code (reader, work->scheme);
      return g_strdup (code != NULL ? code : "");
    case PATAL_WORK_FIELD_KIND:
      return g_strdup (_(patal_work_kind_title (work->kind)));
    case PATAL_WORK_FIELD_STATUS:
      return g_strdup (_(patal_work_status_title (work->status)));
    case PATAL_WORK_FIELD_FY:
      return work->fy != 0 ? patal_fy_label (work->fy) : g_strdup ("");
    case PATAL_WORK_FIELD_MATERIALS:
      materials = patal_materials_format (work->materials);
      return g_strdelimit (g_steal_pointer (&materials), "\n", ';');
    case PATAL_WORK_FIELD_LAT:
      return degrees_text (work, work->lat);
    case PATAL_WORK_FIELD_LON:
      return degrees_text (work, work->lon);
    default:
      return g_strdup ("");
    }
}
