/* patal-import-wording.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-import-wording.h"
#include "patal-number.h"
#include "patal-text.h"
#include "patal-unit-row.h"
#include <glib/gi18n.h>

const char *
patal_import_fate_word (PatalFate fate)
{
  static const char *const titles[PATAL_N_FATES] = { N_("New"), N_("Changed"), N_("Same"), N_("Doubtful"), N_("Refused") };

  return _(titles[fate]);
}

const char *
patal_import_decision_word (PatalDoubt doubt, PatalDoubtful decision)
{
  static const char *const titles[PATAL_N_DOUBTS][PATAL_DOUBTFUL_MERGE + 1] = {
    [PATAL_DOUBT_TWIN] = { N_("Leave out"), N_("Take as new"), N_("Take as the same") },
    [PATAL_DOUBT_FROZEN] = { N_("Leave out"), N_("Take as new"), N_("Leave out") },
    /* Translators: whether the place that a row seems to name is the one that is meant */
    [PATAL_DOUBT_PLACE] = { N_("No, leave out"), N_("Yes, that is it"), N_("Yes, that is it") },
    [PATAL_DOUBT_UNKNOWN] = { N_("Leave out"), N_("Take as new"), N_("Take as new") },
    [PATAL_DOUBT_VALUE] = { N_("Leave out"), N_("Take without it"), N_("Take without it") },
  };

  return _(titles[doubt][decision]);
}

guint
patal_import_n_decisions (PatalDoubt doubt)
{
  return doubt == PATAL_DOUBT_TWIN ? PATAL_DOUBTFUL_MERGE + 1 : PATAL_DOUBTFUL_NEW + 1;
}

const char *
patal_import_row_cell (PatalImportRun *run, guint row, guint field)
{
  gboolean refused = patal_import_run_verdict (run, row)->fate == PATAL_FATE_REFUSED;
  const char *cell = patal_import_run_cell (run, row, field);

  if (refused && cell == NULL)
    cell = patal_import_run_raw (run, row, field);
  return cell != NULL && *cell != '\0' ? cell : NULL;
}

/* --- columns --- */

static const char *
cell_of (PatalImportRun *run, guint row, const char *id)
{
  const PatalImport *import = patal_import_run_import (run);

  for (guint i = 0; i < import->n_fields; i++)
    if (g_str_equal (import->fields[i].id, id))
      return patal_import_row_cell (run, row, i);
  return NULL;
}

static char *
first_of (PatalImportRun *run, guint row, const char *fields)
{
  g_auto (GStrv) ids = g_strsplit (fields, " ", -1);
  const char *cell = NULL;

  for (guint i = 0; ids[i] != NULL && cell == NULL; i++)
    cell = cell_of (run, row, ids[i]);
  return g_strdup (cell);
}

static const char *
unit_cell (PatalImportRun *run, guint row, PatalLevel level, int which)
{
  return patal_import_row_cell (run, row, PATAL_UNIT_FIELD ((int) level, which));
}

/* The deepest level that the row fills. */
static PatalLevel
unit_level (PatalImportRun *run, guint row)
{
  for (int level = PATAL_LEVEL_VILLAGE; level > PATAL_LEVEL_STATE; level--)
    for (int which = 0; which < PATAL_UNIT_FIELDS_PER_LEVEL; which++)
      if (unit_cell (run, row, level, which) != NULL)
        return level;
  return PATAL_LEVEL_STATE;
}

/* Where the column of a script is empty, its name may stand in the other's. */
static char *
unit_name (PatalImportRun *run, guint row, PatalLevel level, PatalLang lang)
{
  const char *hi = unit_cell (run, row, level, PATAL_UNIT_FIELD_HI), *en = unit_cell (run, row, level, PATAL_UNIT_FIELD_EN);

  if (hi == NULL && en != NULL && patal_text_has_devanagari (en))
    hi = g_steal_pointer (&en);
  else if (en == NULL && hi != NULL && !patal_text_has_devanagari (hi))
    en = g_steal_pointer (&hi);
  return g_strdup (lang == PATAL_LANG_HI ? hi : en);
}

static char *
unit_name_hi (PatalImportRun *run, guint row, G_GNUC_UNUSED const char *fields)
{
  return unit_name (run, row, unit_level (run, row), PATAL_LANG_HI);
}

static char *
unit_name_en (PatalImportRun *run, guint row, G_GNUC_UNUSED const char *fields)
{
  return unit_name (run, row, unit_level (run, row), PATAL_LANG_EN);
}

static char *
unit_block (PatalImportRun *run, guint row, const char *fields)
{
  return unit_level (run, row) > PATAL_LEVEL_BLOCK ? first_of (run, row, fields) : NULL;
}

static char *
unit_code (PatalImportRun *run, guint row, const char *fields)
{
  const char *code = unit_cell (run, row, unit_level (run, row), PATAL_UNIT_FIELD_CODE);

  return code != NULL ? g_strdup (code) : first_of (run, row, fields);
}

/* A sheet with a row for each panchayat has a name for each of its posts. */
static char *
person_name (PatalImportRun *run, guint row, const char *fields)
{
  static const char *const ids[] = { "secretary_name", "grs_name", "sarpanch_name" };
  char *name = first_of (run, row, fields);
  g_autoptr (GString) names = name == NULL ? g_string_new (NULL) : NULL;

  if (name != NULL)
    return name;
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const char *cell = cell_of (run, row, ids[i]);

      if (cell != NULL)
        g_string_append_printf (names, names->len > 0 ? " · %s" : "%s", cell);
    }
  return g_strdup (names->str);
}

#define PLACE_FIELDS "gp_hi gp block_hi block district gp_lgd block_lgd"

static const PatalImportColumn unit_columns[] = {
  { N_("Name (Hindi)"), 170, unit_name_hi, NULL },
  { N_("Name (English)"), 160, unit_name_en, NULL },
  { N_("Block"), 130, unit_block, "block_name_hi block_name subdistrict_name block_code" },
  { N_("Code"), 76, unit_code, "code" },
  { 0 },
};
static const PatalImportColumn person_columns[] = {
  { N_("Name"), 200, person_name, "name_hi name_en" },
  { N_("Post"), 140, first_of, "post" },
  { N_("Place"), 130, first_of, PLACE_FIELDS },
  { N_("Mobile"), 104, first_of, "mobile secretary_mobile grs_mobile sarpanch_mobile" },
  { 0 },
};
static const PatalImportColumn venue_columns[] = {
  { N_("Name (Hindi)"), 200, first_of, "name_hi" },
  { N_("Name (English)"), 160, first_of, "name_en" },
  { N_("Place"), 130, first_of, PLACE_FIELDS },
  { N_("Capacity"), 76, first_of, "capacity" },
  { 0 },
};
static const PatalImportColumn holiday_columns[] = {
  { N_("Date"), 96, first_of, "date" },
  { N_("Name (Hindi)"), 190, first_of, "name_hi" },
  { N_("Name (English)"), 170, first_of, "name_en" },
  { N_("Class"), 104, first_of, "category" },
  { 0 },
};
static const PatalImportColumn work_columns[] = {
  { N_("Name of the work"), 230, first_of, "name_hi name_en" },
  { N_("Gram panchayat"), 130, first_of, PLACE_FIELDS },
  { N_("Work code"), 150, first_of, "code" },
  { N_("Sanctioned: total"), 110, first_of, "total" },
  { 0 },
};

const PatalImportColumn *
patal_import_columns_of (const PatalImport *import)
{
  const struct { const char *name; const PatalImportColumn *columns; } kinds[] = {
    { "units", unit_columns }, { "people", person_columns }, { "venues", venue_columns }, { "holidays", holiday_columns },
    { "works", work_columns },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (import->name, kinds[i].name))
      return kinds[i].columns;
  g_return_val_if_reached (unit_columns);
}

/* --- what changes, and why --- */

static char *
changes (PatalImportRun *run, guint row, PatalDb *reader)
{
  const PatalImport *import = patal_import_run_import (run);
  char **before = patal_import_run_recall (run, reader, row);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; before != NULL && i < import->n_fields; i++)
    {
      const char *now = patal_import_row_cell (run, row, i);

      if (before[i] != NULL && now != NULL && !g_str_equal (before[i], now))
        g_string_append_printf (text, "%s%s: %s → %s", text->len > 0 ? "; " : "", _(import->fields[i].title),
                                *before[i] != '\0' ? before[i] : "—", now);
    }
  patal_import_run_free_recalled (run, before);
  return g_strdup (text->str);
}

static char *
verdict_text (PatalImportRun *run, guint row, PatalDb *reader)
{
  const PatalVerdict *verdict = patal_import_run_verdict (run, row);
  g_autofree char *candidate = NULL, *number = NULL;
  guint twin;

  if (verdict->fate == PATAL_FATE_CHANGED)
    return changes (run, row, reader);
  if (verdict->reason == NULL)
    return g_strdup ("");
  if (verdict->fate == PATAL_FATE_DOUBTFUL)
    candidate = patal_import_run_describe (run, reader, row);
  twin = candidate != NULL ? patal_import_run_twin_line (run, row) : 0;
  number = patal_number_group (twin);
  if (twin > 0)
    /* Translators: why a row is doubtful, what it may be the same as, and where in the list that is imported this stands */
    return g_strdup_printf (_("%s → %s, line %s of this list"), verdict->reason, candidate, number);
  if (candidate != NULL)
    return g_strdup_printf ("%s → %s", verdict->reason, candidate);
  if (verdict->field < 0)
    return g_strdup (verdict->reason);
  return g_strdup_printf ("%s: %s", _(patal_import_run_import (run)->fields[verdict->field].title), verdict->reason);
}

char *
patal_import_row_remark (PatalImportRun *run, guint row, PatalDb *reader)
{
  char *text = verdict_text (run, row, reader);
  g_autofree char *fault = patal_import_run_text_fault (run, row), *verdict = NULL;

  if (fault == NULL)
    return text;
  verdict = text;
  return *verdict != '\0' ? g_strdup_printf ("%s; %s", verdict, fault) : g_steal_pointer (&fault);
}
