/* patal-training-problem-people.c: who teaches and who is trained
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-place-sql.h"
#include "patal-posting.h"
#include "patal-trainer.h"
#include "patal-training-problem-private.h"
#include "patal-training-sql.h"
#include <math.h>

#define FY_FIRST 1990

/* --- Trainers --- */

static gboolean
has_all (const GArray *subjects, const GArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    if (patal_training_problem_find (subjects, g_array_index (wanted, gint64, i)) < 0)
      return FALSE;
  return TRUE;
}

/* The modules of which @trainer has all subjects. */
static guint64
modules_of (const PatalProblemMaking *making, const PatalTrainer *trainer)
{
  const GPtrArray *modules = making->course->modules;
  guint64 set = 0;

  for (guint m = 0; m < modules->len; m++)
    if (has_all (trainer->subjects, ((const PatalModule *) modules->pdata[m])->subjects))
      set |= G_GUINT64_CONSTANT (1) << m;
  return set;
}

/* Where the way of @trainer to a venue begins; 0: not known. */
static gboolean
read_home (PatalProblemMaking *making, const PatalTrainer *trainer, gint64 *home, GError **error)
{
  g_autofree char *day = patal_day_iso (patal_making_day (making));

  *home = trainer->home;
  return *home != 0
         || patal_db_int (making->db, "SELECT ifnull ((SELECT p.unit FROM posting AS p WHERE p.person = ?1 AND p.charge = 'main' AND "
                          PATAL_SQL_CURRENT ("p", "?2") " ORDER BY p.from_day DESC LIMIT 1), 0)",
                          PATAL_ARGS (PATAL_INT (trainer->person), PATAL_TEXT (day)), home, error);
}

static int
first_block_of (const PatalProblemMaking *making, int district)
{
  for (int b = 0; b < making->problem->data.n_blocks; b++)
    if (making->problem->data.blocks[b].district == district)
      return b;
  return -1;
}

/* The block in which @home lies, -1 where none is known; of the district itself, its first. Also where @home is. */
static gboolean
find_home (PatalProblemMaking *making, gint64 home, int *block, PatalPlace *place, GError **error)
{
  *block = -1;
  *place = (PatalPlace) { NAN, NAN };
  while (home != 0 && *block < 0)
    {
      g_auto (PatalUnit) unit = { 0 };

      if (!patal_unit_load (making->db, home, &unit, error))
        return FALSE;
      if (isnan (place->lat) && unit.has_place)
        *place = (PatalPlace) { unit.lat, unit.lon };
      *block = patal_making_recall (making->block_at, home);
      if (*block < 0 && patal_making_recall (making->district_at, home) >= 0)
        *block = first_block_of (making, patal_making_recall (making->district_at, home));
      home = unit.parent;
    }
  return TRUE;
}

static void
add_trainer (PatalProblemMaking *making, gint64 id, gint64 person, const PatalPlanTrainer *trainer)
{
  PatalTrainingProblem *problem = making->problem;
  PatalPlanData *data = &problem->data;

  data->trainers = g_renew (PatalPlanTrainer, data->trainers, data->n_trainers + 1);
  data->trainers[data->n_trainers] = *trainer;
  patal_making_remember (making->trainer_at, person, data->n_trainers++);
  g_array_append_val (problem->trainers, id);
  g_array_append_val (problem->trainer_people, person);
}

static gboolean
take_trainer (PatalProblemMaking *making, const PatalTrainer *trainer, GError **error)
{
  PatalPlanTrainer taken = { .modules = modules_of (making, trainer), .most_days = trainer->most_days };
  gint64 home;

  if (!trainer->active || taken.modules == 0)
    return TRUE;
  if (!read_home (making, trainer, &home, error))
    return FALSE;
  if (trainer->source == PATAL_TRAINER_MODEL_GP && home != 0)
    patal_making_remember (making->resource_units, home, 0);
  if (patal_making_is_without (making, 0, 0, 0, trainer->id))
    return TRUE;
  if (!find_home (making, home, &taken.block, &taken.place, error))
    return FALSE;
  if (taken.block >= 0)
    add_trainer (making, trainer->id, trainer->person, &taken);
  return TRUE;
}

gboolean
patal_making_trainers (PatalProblemMaking *making, GError **error)
{
  g_autoptr (GPtrArray) trainers = NULL;

  if (making->resource != NULL) /* they are met with the heads */
    {
      for (guint i = 0; i < making->resource->len; i++)
        patal_making_remember (making->resource_units, g_array_index (making->resource, gint64, i), 0);
      return TRUE;
    }
  trainers = patal_trainers (making->db, error);
  for (guint i = 0; trainers != NULL && i < trainers->len; i++)
    if (!take_trainer (making, trainers->pdata[i], error))
      return FALSE;
  return trainers != NULL;
}

/* --- Heads, afresh --- */

/* (transfer full) (element-type gint64): people of the course who need it no more, or are called to it elsewhere. */
static GHashTable *
read_done (PatalProblemMaking *making, GError **error)
{
  int fy = making->training->fy, years = making->course->counts_years;
  g_autofree char *today = making->today != PATAL_DAY_NONE ? patal_day_iso (making->today) : g_strdup ("");
  g_autofree char *day = patal_day_iso (patal_making_day (making));
  g_auto (PatalRows) rows = patal_db_query (making->db,
    "WITH " PATAL_SQL_TRAINED ("?1", "?2", "?3", "?4")
    " SELECT person FROM trained UNION"
    " SELECT n.person FROM training AS t JOIN cluster AS k ON k.training = t.id JOIN batch AS b ON b.cluster = k.id"
    " JOIN nomination AS n ON n.batch = b.id WHERE t.course = ?1 AND t.id <> ?5 AND n.status = 'nominated'"
    " AND b.status IN ('planned', 'published', 'postponed')"
    " AND (b.start_day IS NULL OR date (b.start_day, '+' || (b.days - 1) || ' days') >= ?6)",
    PATAL_ARGS (PATAL_INT (making->course->id), PATAL_TEXT (day), PATAL_INT (years > 0 ? fy - years + 1 : FY_FIRST), PATAL_INT (fy),
                PATAL_INT (making->training->id), PATAL_TEXT (today)));
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  while (patal_rows_next (&rows))
    patal_making_remember (done, patal_rows_int (&rows, 0), 0);
  return patal_rows_finish (&rows, error) ? g_steal_pointer (&done) : NULL;
}

static gboolean
is_target (const PatalProblemMaking *making, const PatalHolding *holding)
{
  return holding->person != 0
         && g_ptr_array_find_with_equal_func (making->course->posts, holding->post_code, g_str_equal, NULL);
}

typedef enum { UNIT_TRAINS, UNIT_LENDS, UNIT_WITHOUT } UnitPart;

static UnitPart
part_of (const PatalProblemMaking *making, int unit)
{
  const PatalTrainingProblem *problem = making->problem;
  int block = problem->data.units[unit].block;
  gint64 id = g_array_index (problem->units, gint64, unit);

  if (g_hash_table_contains (making->resource_units, &id))
    return UNIT_LENDS;
  return patal_making_is_without (making, id, g_array_index (problem->blocks, gint64, block), 0, 0)
             || patal_making_is_without (making, 0, g_array_index (problem->districts, gint64, problem->data.blocks[block].district), 0, 0)
           ? UNIT_WITHOUT : UNIT_TRAINS;
}

static void
add_head (PatalProblemMaking *making, GArray *heads, int unit, const PatalHolding *holding)
{
  PatalHead head = { g_array_index (making->problem->units, gint64, unit), holding->person, holding->posting };

  g_array_append_val (heads, head);
}

/* One who holds a target post in @unit. */
static void
count_holder (PatalProblemMaking *making, int unit, const PatalHolding *holding, GHashTable *done)
{
  PatalTrainingProblem *problem = making->problem;
  int counted = patal_making_recall (making->head_at, holding->person);
  UnitPart part = part_of (making, unit);

  if (counted >= 0)
    {
      if (part == UNIT_TRAINS && counted != unit && part_of (making, counted) == UNIT_TRAINS
          && !g_hash_table_contains (done, &holding->person))
        add_head (making, problem->covered, unit, holding);
      return;
    }
  patal_making_remember (making->head_at, holding->person, unit);
  if (part == UNIT_LENDS && making->resource != NULL)
    {
      const PatalPlanUnit *home = &problem->data.units[unit];
      guint64 all = making->course->modules->len < 64 ? (G_GUINT64_CONSTANT (1) << making->course->modules->len) - 1 : G_MAXUINT64;

      add_trainer (making, 0, holding->person, &(PatalPlanTrainer) { home->block, home->place, all, -1 });
    }
  if (part != UNIT_TRAINS || g_hash_table_contains (done, &holding->person)
      || patal_making_recall (making->trainer_at, holding->person) >= 0)
    return;
  add_head (making, problem->heads, unit, holding);
  problem->data.units[unit].heads++;
}

/* (transfer full) (element-type GPtrArray of PatalHolding): of each unit. */
static GPtrArray *
read_holdings (PatalProblemMaking *making, const PatalProgress *progress, GError **error)
{
  PatalTrainingProblem *problem = making->problem;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint u = 0; u < problem->units->len; u++)
    {
      gint64 unit = g_array_index (problem->units, gint64, u);
      GPtrArray *holdings = patal_holdings_in (making->db, unit, patal_making_day (making), error);

      if (holdings == NULL)
        return NULL;
      g_ptr_array_add (all, holdings);
      if (!patal_progress_step (progress, u, problem->units->len, error))
        return NULL;
    }
  return g_steal_pointer (&all);
}

static gboolean
count_holders (PatalProblemMaking *making, const PatalProgress *progress, GError **error)
{
  static const PatalCharge charges[] = { PATAL_CHARGE_MAIN, PATAL_CHARGE_ADDITIONAL };
  PatalTrainingProblem *problem = making->problem;
  g_autoptr (GHashTable) done = read_done (making, error);
  g_autoptr (GPtrArray) all = done != NULL ? read_holdings (making, progress, error) : NULL;
  g_autofree gboolean *held = NULL;

  if (all == NULL)
    return FALSE;
  held = g_new0 (gboolean, all->len + 1);
  for (guint i = 0; i < G_N_ELEMENTS (charges); i++)
    for (guint u = 0; u < all->len; u++)
      {
        const GPtrArray *holdings = all->pdata[u];

        for (guint h = 0; h < holdings->len; h++)
          {
            const PatalHolding *holding = holdings->pdata[h];

            if (!is_target (making, holding) || holding->charge != charges[i])
              continue;
            held[u] = TRUE;
            count_holder (making, (int) u, holding, done);
          }
      }
  for (guint u = 0; u < all->len; u++)
    if (!held[u] && part_of (making, (int) u) == UNIT_TRAINS)
      g_array_append_vals (problem->vacant, &g_array_index (problem->units, gint64, u), 1);
  return TRUE;
}

/* --- Heads, as the clusters have them --- */

/* Each person once, at the unit of the posting where that is in the cluster, else at the first that is. */
static gboolean
count_nominees (PatalProblemMaking *making, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (making->db,
    "SELECT n.person, max (ifnull (n.posting, 0)), ifnull (max (CASE WHEN c.unit = p.unit THEN c.unit END), min (c.unit)) AS at"
    " FROM cluster AS k JOIN batch AS b ON b.cluster = k.id JOIN nomination AS n ON n.batch = b.id"
    " JOIN cluster_unit AS c ON c.cluster = k.id LEFT JOIN posting AS p ON p.id = n.posting"
    " WHERE k.training = ?1 AND n.status = 'nominated' AND NOT " PATAL_SQL_CLUSTER_OUT ("k")
    " GROUP BY n.person ORDER BY at, n.person", PATAL_ARGS (PATAL_INT (making->training->id)));

  while (patal_rows_next (&rows))
    {
      PatalHead head = { patal_rows_int (&rows, 2), patal_rows_int (&rows, 0), patal_rows_int (&rows, 1) };
      int unit = patal_making_recall (making->unit_at, head.unit);

      if (unit < 0)
        continue;
      patal_making_remember (making->head_at, head.person, unit);
      g_array_append_val (making->problem->heads, head);
      making->problem->data.units[unit].heads++;
    }
  return patal_rows_finish (&rows, error);
}

gboolean
patal_making_heads (PatalProblemMaking *making, const PatalProgress *progress, GError **error)
{
  return making->of_clusters ? count_nominees (making, error) : count_holders (making, progress, error);
}
