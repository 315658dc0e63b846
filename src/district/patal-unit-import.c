/* patal-unit-import.c: units out of a sheet, as a value for exchange to run
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unit-job.h"
#include <glib/gi18n-lib.h>

static void
job_free (gpointer data)
{
  PatalUnitJob *job = data;

  if (job == NULL)
    return;
  patal_unit_book_free (job->book);
  g_array_unref (job->notes);
  g_hash_table_unref (job->doubles);
  g_array_unref (job->double_ids);
  patal_bulk_free (job->new_units);
  patal_bulk_free (job->new_spellings);
  g_free (job);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalUnitJob, job_free)

/* The deepest level that a column names; PATAL_N_LEVELS when none does. */
static PatalLevel
deepest_level (const gboolean *mapped)
{
  for (int level = PATAL_N_LEVELS - 1; level >= 0; level--)
    for (int which = 0; which < PATAL_UNIT_FIELDS_PER_LEVEL; which++)
      if (mapped[PATAL_UNIT_FIELD (level, which)])
        return (PatalLevel) level;
  return mapped[PATAL_UNIT_FIELD_SUBDISTRICT] ? PATAL_LEVEL_BLOCK : PATAL_N_LEVELS;
}

static gpointer
begin (PatalDb *db, const gboolean *mapped, GError **error)
{
  g_autoptr (PatalUnitJob) job = g_new0 (PatalUnitJob, 1);

  job->deepest = deepest_level (mapped);
  job->notes = g_array_new (FALSE, FALSE, sizeof (PatalUnitNote));
  job->doubles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  job->double_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (job->deepest == PATAL_N_LEVELS)
    {
      g_set_error_literal (error, PATAL_UNIT_ERROR, PATAL_UNIT_ERROR_NAME,
                           _("No column holds the name or the code of a place. Say which one does."));
      return NULL;
    }
  job->book = patal_unit_book_load (db, error);
  if (job->book == NULL)
    return NULL;
  job->only_district = patal_unit_book_only (job->book, PATAL_LEVEL_DISTRICT, PATAL_BOOK_NONE);
  job->foreign_district = PATAL_BOOK_NONE;
  return g_steal_pointer (&job);
}

static void
judge (gpointer job, guint row, const char *const *cells, PatalVerdict *verdict)
{
  patal_unit_job_judge (job, row, cells, verdict);
  if (verdict->fate == PATAL_FATE_NEW || verdict->fate == PATAL_FATE_DOUBTFUL)
    patal_unit_job_note_district (job, row);
}

static gboolean
apply (gpointer job, PatalDb *db, guint row, const char *const *cells, const PatalVerdict *verdict, PatalDoubtful doubtful,
       G_GNUC_UNUSED gboolean *adds, GError **error)
{
  return patal_unit_job_apply (job, db, row, cells, verdict, doubtful, error);
}

static gboolean
finish (gpointer job, PatalDb *db G_GNUC_UNUSED, GError **error)
{
  return patal_unit_job_settle (job, error);
}

static char *
describe_words (const char *name, const char *code, const char *above)
{
  g_autoptr (GString) words = g_string_new (name);

  if (code != NULL)
    g_string_append_printf (words, " (%s)", code);
  if (above != NULL)
    g_string_append_printf (words, ", %s", above);
  return g_strdup (words->str);
}

static const char *
name_in_book (const PatalBookUnit *unit)
{
  return unit->names[PATAL_LANG_HI] != NULL ? unit->names[PATAL_LANG_HI] : unit->names[PATAL_LANG_EN];
}

static char *
describe (gpointer data, PatalDb *db, gint64 candidate)
{
  PatalUnitJob *job = data;
  g_auto (PatalRows) rows = { 0 };

  if (candidate < 0)
    {
      PatalUnitNote *note = &g_array_index (job->notes, PatalUnitNote, -1 - candidate);
      const PatalBookUnit *unit, *above;
      g_autofree char *code = NULL;

      if (note->target == PATAL_BOOK_NONE)
        return g_strdup ("");
      unit = patal_unit_book_get (job->book, note->target);
      above = unit->parent != PATAL_BOOK_NONE ? patal_unit_book_get (job->book, unit->parent) : NULL;
      code = unit->code != 0 ? g_strdup_printf ("%u", unit->code) : NULL;
      return describe_words (name_in_book (unit), code, above != NULL ? name_in_book (above) : NULL);
    }
  rows = patal_db_query (db,
    "SELECT ifnull (u.name_hi, u.name_en), u.lgd_code, ifnull (a.name_hi, a.name_en) FROM unit u LEFT JOIN unit a ON a.id = u.parent"
    " WHERE u.id = ?1", PATAL_ARGS (PATAL_INT (candidate)));
  if (!patal_rows_next (&rows))
    return g_strdup ("");
  return describe_words (patal_rows_text (&rows, 0), patal_rows_text (&rows, 1), patal_rows_text (&rows, 2));
}

static void
recall (gpointer job, PatalDb *db, guint row, const char *const *cells, const PatalVerdict *verdict, char **values)
{
  patal_unit_job_recall (job, db, row, cells, verdict, values);
}

static char *
warn (gpointer job, const char **question)
{
  char *warning = patal_unit_job_warn (job);

  if (warning != NULL)
    *question = N_("Import Another District’s Rows?");
  return warning;
}

static const PatalSharedField shared[] = {
  { PATAL_UNIT_FIELD (PATAL_LEVEL_BLOCK, PATAL_UNIT_FIELD_HI), PATAL_UNIT_FIELD (PATAL_LEVEL_BLOCK, 0),
    PATAL_UNIT_FIELD (PATAL_LEVEL_BLOCK, PATAL_UNIT_FIELD_CODE) },
  { .field = -1 },
};

const PatalImport patal_unit_import = {
  .name = "units",
  .title = N_("Gram panchayats, blocks, villages"),
  .fields = patal_unit_fields,
  .n_fields = PATAL_UNIT_N_FIELDS,
  .shared = shared,
  .begin = begin,
  .judge = judge,
  .apply = apply,
  .finish = finish,
  .end = job_free,
  .describe = describe,
  .recall = recall,
  .warn = warn,
  .label = PATAL_N_PLURAL ("Imported {n} place from {1}", "Imported {n} places from {1}"),
};
