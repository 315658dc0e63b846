/* patal-unit-recall.c: what a person is shown beside the rows of an import of units: what the file has, and what is odd about the whole list
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unit-job.h"
#include "patal-number.h"
#include <glib/gi18n-lib.h>

static void
recall (char **values, int field, const char *text)
{
  g_free (values[field]);
  values[field] = g_strdup (text != NULL ? text : "");
}

static void
recall_number (char **values, int field, gint64 number)
{
  g_autofree char *text = number >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;

  recall (values, field, text);
}

/* As many digits as sources give. */
static void
recall_degrees (char **values, int field, gboolean known, double degrees)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  recall (values, field, known ? g_ascii_formatd (text, sizeof text, "%.8g", degrees) : NULL);
}

/* A day, as a cell of it is handed on. */
static void
recall_day (char **values, int field, PatalDay day)
{
  g_autofree char *iso = day != PATAL_DAY_NONE ? patal_day_iso (day) : NULL;

  recall (values, field, iso);
}

/* A Hindi name may stand in the column for English ones, and the other way round: beside it belongs what it is compared with. */
static int
field_of_name (const PatalUnitRow *row, const char *const *cells, PatalLang lang)
{
  int own = PATAL_UNIT_FIELD ((int) row->level, lang == PATAL_LANG_HI ? PATAL_UNIT_FIELD_HI : PATAL_UNIT_FIELD_EN);

  if (row->own.names[lang] != NULL)
    for (int which = PATAL_UNIT_FIELD_EN; which <= PATAL_UNIT_FIELD_HI; which++)
      if (cells[PATAL_UNIT_FIELD ((int) row->level, which)] == row->own.names[lang])
        return PATAL_UNIT_FIELD ((int) row->level, which);
  return own;
}

static int
field_of_code (const PatalUnitRow *row, const char *const *cells)
{
  int own = PATAL_UNIT_FIELD ((int) row->level, PATAL_UNIT_FIELD_CODE);

  return cells[own] == NULL && cells[PATAL_UNIT_FIELD_OWN_CODE] != NULL ? PATAL_UNIT_FIELD_OWN_CODE : own;
}

static void
recall_own (const PatalUnit *unit, const PatalUnitRow *row, const char *const *cells, guint16 bits, char **values)
{
  const char *const names[] = { [PATAL_LANG_HI] = unit->name_hi, [PATAL_LANG_EN] = unit->name_en };
  const gint64 counts[] = { unit->households, unit->population, unit->sc, unit->st };

  for (guint lang = 0; lang < 2; lang++)
    if (bits & 1u << lang)
      recall (values, field_of_name (row, cells, lang), names[lang]);
  if (bits & PATAL_UNIT_BIT_CODE)
    recall (values, field_of_code (row, cells), unit->lgd_code);
  if (bits & PATAL_UNIT_BIT_PLACE)
    {
      recall_degrees (values, PATAL_UNIT_FIELD_LAT, unit->has_place, unit->lat);
      recall_degrees (values, PATAL_UNIT_FIELD_LON, unit->has_place, unit->lon);
    }
  for (int i = 0; i < PATAL_BOOK_N_COUNTS; i++)
    if (bits & PATAL_UNIT_BIT_COUNTS << i)
      recall_number (values, PATAL_UNIT_FIELD_HOUSEHOLDS + i, counts[i]);
  if (bits & PATAL_UNIT_BIT_FROM)
    recall_day (values, PATAL_UNIT_FIELD_FROM, unit->valid_from);
  if (bits & PATAL_UNIT_BIT_TO)
    recall_day (values, PATAL_UNIT_FIELD_TO, unit->valid_to);
  if (bits & PATAL_UNIT_BIT_SPELLINGS)
    {
      g_autofree char *spellings = unit->aliases != NULL ? g_strjoinv ("; ", unit->aliases) : NULL;

      recall (values, PATAL_UNIT_FIELD_ALIASES, spellings);
    }
}

static void
recall_above (PatalDb *db, const PatalUnit *unit, char **values)
{
  g_auto (PatalUnit) above = { 0 };

  if (unit->parent == 0 || !patal_unit_load (db, unit->parent, &above, NULL))
    return;
  recall (values, PATAL_UNIT_FIELD ((int) above.level, PATAL_UNIT_FIELD_HI), above.name_hi);
  recall (values, PATAL_UNIT_FIELD ((int) above.level, PATAL_UNIT_FIELD_EN), above.name_en);
  recall (values, PATAL_UNIT_FIELD ((int) above.level, PATAL_UNIT_FIELD_CODE), above.lgd_code);
}

/* What an earlier row of the source said: of it, only the book knows. */
static void
recall_from_book (PatalUnitBook *book, guint32 index, char **values)
{
  for (; index != PATAL_BOOK_NONE; index = patal_unit_book_get (book, index)->parent)
    {
      const PatalBookUnit *unit = patal_unit_book_get (book, index);
      g_autofree char *code = unit->code != 0 ? g_strdup_printf ("%u", unit->code) : NULL;

      recall (values, PATAL_UNIT_FIELD ((int) unit->level, PATAL_UNIT_FIELD_HI), unit->names[PATAL_LANG_HI]);
      recall (values, PATAL_UNIT_FIELD ((int) unit->level, PATAL_UNIT_FIELD_EN), unit->names[PATAL_LANG_EN]);
      recall (values, PATAL_UNIT_FIELD ((int) unit->level, PATAL_UNIT_FIELD_CODE), code);
    }
}

void
patal_unit_job_recall (PatalUnitJob *job, PatalDb *db, guint index, const char *const *cells, const PatalVerdict *verdict,
                       char **values)
{
  const PatalUnitNote *note = &g_array_index (job->notes, PatalUnitNote, index);
  const PatalBookUnit *known = note->target != PATAL_BOOK_NONE ? patal_unit_book_get (job->book, note->target) : NULL;
  gboolean doubtful = verdict->fate == PATAL_FATE_DOUBTFUL;
  g_auto (PatalUnit) unit = { 0 };
  g_autofree char *reason = NULL;
  PatalUnitRow row;
  int field;

  if (known == NULL || !patal_unit_row_read (cells, job->deepest, &row, &field, &reason))
    return;
  if (known->id == 0)
    {
      if (doubtful)
        recall_from_book (job->book, note->target, values);
      return;
    }
  if (!patal_unit_load (db, known->id, &unit, NULL))
    return;
  row.level = unit.level; /* of a doubtful block, its own fields */
  recall_own (&unit, &row, cells, doubtful ? G_MAXUINT16 : note->bits, values);
  if (doubtful)
    recall_above (db, &unit, values);
}

/* --- the list as a whole --- */

static const char *
name_in_book (PatalUnitBook *book, guint32 unit)
{
  const PatalBookUnit *known = patal_unit_book_get (book, unit);

  return known->names[PATAL_LANG_HI] != NULL ? known->names[PATAL_LANG_HI] : known->names[PATAL_LANG_EN];
}

void
patal_unit_job_note_district (PatalUnitJob *job, guint index)
{
  const PatalUnitNote *note = &g_array_index (job->notes, PatalUnitNote, index);
  guint32 unit = note->place != PATAL_BOOK_NONE ? note->place : note->target, district;

  if (job->only_district == PATAL_BOOK_NONE || unit == PATAL_BOOK_NONE)
    return;
  district = patal_unit_book_above (job->book, unit, PATAL_LEVEL_DISTRICT);
  if (district == PATAL_BOOK_NONE || patal_unit_book_get (job->book, district)->level != PATAL_LEVEL_DISTRICT
      || patal_unit_book_get (job->book, district)->id != 0)
    return;
  job->n_foreign++;
  if (job->foreign_district == PATAL_BOOK_NONE)
    job->foreign_district = district;
  job->several_foreign |= job->foreign_district != district;
}

char *
patal_unit_job_warn (PatalUnitJob *job)
{
  g_autofree char *number = patal_number_group (job->n_foreign);
  const char *own, *foreign;

  if (job->n_foreign == 0)
    return NULL;
  own = name_in_book (job->book, job->only_district);
  foreign = name_in_book (job->book, job->foreign_district);
  if (job->several_foreign)
    /* Translators: number of rows, a district, the district of the open file */
    return g_strdup_printf (ngettext ("%s row of this table is of another district (%s …), but your file is of %s.",
                                      "%s rows of this table are of other districts (%s …), but your file is of %s.", job->n_foreign),
                            number, foreign, own);
  /* Translators: number of rows, their district, the district of the open file */
  return g_strdup_printf (ngettext ("%s row of this table is of the district %s, but your file is of %s.",
                                    "%s rows of this table are of the district %s, but your file is of %s.", job->n_foreign),
                          number, foreign, own);
}
