/* patal-plan-district.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-district.h"
#include "patal-person.h"
#include "patal-unit.h"
#include "patal-venue.h"

typedef struct
{
  const PatalTrainingProblem *problem;
  PatalDb        *db;
  PatalLang       lang;
  PatalPlanNames  names;
  PatalPlanFiles *files;
} Naming;

/* Takes @name, else with a number behind it, as a new id. */
static void
add_name (PatalPlanIds *ids, const char *name)
{
  g_autofree char *free_name = g_strdup (name);

  for (int n = 2; patal_plan_ids_find (ids, free_name) >= 0; n++)
    {
      g_free (free_name);
      free_name = g_strdup_printf ("%s-%d", name, n);
    }
  patal_plan_ids_add (ids, free_name);
}

/* Of those that stand in lists. */
static void
add_listed (const Naming *naming, PatalPlanIds *ids, const char *name)
{
  g_autofree char *whole = g_strdup (name);

  if (naming->names == PATAL_PLAN_NAMES_TO_WRITE)
    g_strdelimit (whole, " \t\r\n", '_');
  add_name (ids, whole);
}

static const char *
word (const Naming *naming, const char *hi, const char *en)
{
  const char *wanted = naming->lang == PATAL_LANG_HI ? hi : en;

  return wanted != NULL ? wanted : hi != NULL ? hi : en;
}

static void
name_units (const Naming *naming, const GArray *units, PatalPlanIds *ids)
{
  for (guint i = 0; i < units->len; i++)
    {
      g_autofree char *name = patal_unit_name (naming->db, g_array_index (units, gint64, i), naming->lang);

      add_name (ids, name);
    }
}

/* With the block's name behind it where another gram panchayat is called the same. */
static void
name_gps (const Naming *naming)
{
  const GArray *units = naming->problem->units;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) times = g_hash_table_new (g_str_hash, g_str_equal); /* name → how many have it */

  for (guint i = 0; i < units->len; i++)
    {
      char *name = patal_unit_name (naming->db, g_array_index (units, gint64, i), naming->lang);
      int n = GPOINTER_TO_INT (g_hash_table_lookup (times, name));

      g_ptr_array_add (names, name);
      g_hash_table_insert (times, name, GINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < units->len; i++)
    {
      const char *name = names->pdata[i];
      gboolean alone = GPOINTER_TO_INT (g_hash_table_lookup (times, name)) < 2;
      const char *block = patal_plan_ids_name (&naming->files->blocks, naming->problem->data.units[i].block);
      g_autofree char *whole = alone ? g_strdup (name) : g_strdup_printf ("%s (%s)", name, block);

      add_name (&naming->files->units, whole);
    }
}

static gboolean
name_people (const Naming *naming, const GArray *people, GPtrArray *names, GError **error)
{
  for (guint i = 0; i < people->len; i++)
    {
      g_auto (PatalPerson) person = { 0 };

      if (!patal_person_load (naming->db, g_array_index (people, gint64, i), &person, error))
        return FALSE;
      g_ptr_array_add (names, g_strdup (word (naming, person.name_hi, person.name_en)));
    }
  return TRUE;
}

static gboolean
name_venues (const Naming *naming, GError **error)
{
  const GArray *venues = naming->problem->venues;

  for (guint i = 0; i < venues->len; i++)
    {
      g_auto (PatalVenue) venue = { 0 };

      if (!patal_venue_load (naming->db, g_array_index (venues, gint64, i), &venue, error))
        return FALSE;
      add_name (&naming->files->venues, word (naming, venue.name_hi, venue.name_en));
    }
  return TRUE;
}

static void
name_rest (const Naming *naming)
{
  const PatalTrainingProblem *problem = naming->problem;

  for (guint m = 0; m < problem->module_names[naming->lang]->len; m++)
    add_listed (naming, &naming->files->modules, problem->module_names[naming->lang]->pdata[m]);
  for (guint i = 0; i < problem->closed_why->len; i++)
    g_ptr_array_add (naming->files->reasons, g_strdup (((const PatalClosedWhy *) problem->closed_why->pdata[i])->words[naming->lang]));
}

PatalPlanFiles *
patal_plan_files_of_problem (const PatalTrainingProblem *problem, PatalDb *db, PatalLang lang, PatalPlanNames names, GError **error)
{
  g_autoptr (PatalPlanFiles) files = patal_plan_files_new ();
  g_autoptr (GPtrArray) officers = g_ptr_array_new_with_free_func (g_free), trainers = g_ptr_array_new_with_free_func (g_free);
  Naming naming = { problem, db, lang, names, files };

  files->data = patal_plan_data_copy (&problem->data);
  name_units (&naming, problem->districts, &files->districts);
  name_units (&naming, problem->blocks, &files->blocks);
  name_gps (&naming);
  name_rest (&naming);
  if (!name_people (&naming, problem->officers, officers, error) || !name_people (&naming, problem->trainer_people, trainers, error)
      || !name_venues (&naming, error))
    return NULL;
  for (guint i = 0; i < officers->len; i++)
    add_name (&files->officers, officers->pdata[i]);
  for (guint i = 0; i < trainers->len; i++)
    add_listed (&naming, &files->trainers, trainers->pdata[i]);
  return g_steal_pointer (&files);
}
