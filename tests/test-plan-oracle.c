/* test-plan-oracle.c: clusters of small blocks against CBC, which proves what is best
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The model is written from the text of the planning problem, with the checker's days and distances. */
#include "patal-test-folder.h"
#include "plan-checker-ground.h"
#include "plan-generator.h"
#include "plan-solved.h"
#include <string.h>

#define SECONDS    "20" /* for CBC; what it has not proved by then is not compared */
#define UNIT_STEPS 3000
#define ROUNDS     200

/* TRUE: CBC proves that @best is the least of the model @text. */
static gboolean
ask_cbc (const char *cbc, const char *text, double *best)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("patal-oracle-XXXXXX", &error), *model = NULL, *solution = NULL, *found = NULL;
  gboolean proved;

  g_assert_no_error (error);
  model = g_build_filename (folder, "model.lp", NULL);
  solution = g_build_filename (folder, "solution.txt", NULL);
  g_file_set_contents (model, text, -1, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char *[]) { (char *) cbc, model, (char *) "sec", (char *) SECONDS, (char *) "ratio", (char *) "0", (char *) "solve",
                                   (char *) "solution", solution, NULL },
                NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  proved = g_file_get_contents (solution, &found, NULL, NULL) && g_str_has_prefix (found, "Optimal - objective value ");
  if (proved)
    *best = g_ascii_strtod (found + strlen ("Optimal - objective value "), NULL);
  patal_test_remove_folder (folder);
  return proved;
}

/* --- Clusters: which units meet at which venue; several at one are told apart by a number --- */

typedef struct
{
  const PatalPlanData *data;
  Ground   ground;
  int      n, least, *uses;
  GString *text, *names;
} Model;

static void
model_init (Model *model, const PatalPlanData *data, const CheckedPlan *plan, Verdict *verdict)
{
  int days = 0;

  *model = (Model) { .data = data, .n = plan->n, .least = data->rules.batch_min };
  ground_init (&model->ground, data, plan, verdict);
  model->uses = g_new0 (int, data->n_venues + 1);
  for (int m = 0; m < data->n_modules; m++)
    days += data->modules[m].days;
  for (int v = 0; v < data->n_venues; v++)
    {
      for (int d = 0; d < model->ground.n_days; d++)
        model->uses[v] += is_usable (&model->ground, data->venues[v].block, d) && !is_blacked (&model->ground, PATAL_PLAN_VENUE, v, d);
      model->uses[v] = MIN (model->uses[v] * data->venues[v].halls / days, model->n);
    }
  model->text = g_string_new ("Minimize\n obj:");
  model->names = g_string_new ("Binaries\n");
}

static void
model_clear (Model *model)
{
  ground_clear (&model->ground);
  g_free (model->uses);
  g_string_free (model->text, TRUE);
  g_string_free (model->names, TRUE);
}

static gboolean
may_go (const Model *model, int unit, int venue)
{
  gboolean unit_known, venue_known;

  place_of_unit (&model->ground, unit, &unit_known);
  place_of_venue (&model->ground, venue, &venue_known);
  return model->data->units[unit].heads > 0
         && (!unit_known || !venue_known || model->data->rules.most_metres == 0
             || way_of_unit (&model->ground, unit, venue) <= model->data->rules.most_metres);
}

/* Calls @write for each place where a cluster may be and, if it is not negative, @unit may go. */
static void
write_for_places (Model *model, int unit, void (*write) (Model *model, int unit, int venue, int use))
{
  for (int v = 0; v < model->data->n_venues; v++)
    for (int j = 0; j < model->uses[v] && (unit < 0 || may_go (model, unit, v)); j++)
      write (model, unit, v, j);
}

static void
write_cost (Model *model, int u, int v, int j)
{
  const PatalPlanData *data = model->data;
  gint64 metres = way_of_unit (&model->ground, u, v) + (gint64) data->venues[v].rank * data->rules.rank_metres;

  g_string_append_printf (model->text, " + %" G_GINT64_FORMAT " x_%d_%d_%d\n", data->units[u].heads * metres, u, v, j);
  g_string_append_printf (model->names, " x_%d_%d_%d\n", u, v, j);
}

static void
write_choice (Model *model, int u, int v, int j)
{
  g_string_append_printf (model->text, " + x_%d_%d_%d\n", u, v, j);
}

static void
write_open (Model *model, int u G_GNUC_UNUSED, int v, int j)
{
  g_string_append_printf (model->text, " + y_%d_%d\n", v, j);
  g_string_append_printf (model->names, " y_%d_%d\n", v, j);
}

static void
write_load (Model *model, int v, int j)
{
  for (int u = 0; u < model->data->n_units; u++)
    if (may_go (model, u, v))
      g_string_append_printf (model->text, " + %d x_%d_%d_%d\n", model->data->units[u].heads, u, v, j);
}

static void
write_limits (Model *model, int u G_GNUC_UNUSED, int v, int j)
{
  g_string_append_printf (model->text, " most_%d_%d:", v, j);
  write_load (model, v, j);
  g_string_append_printf (model->text, " - %d y_%d_%d <= 0\n least_%d_%d:", MIN (model->data->rules.batch_max, model->data->venues[v].seats), v, j, v, j);
  write_load (model, v, j);
  g_string_append_printf (model->text, " - %d y_%d_%d >= 0\n", MAX (model->least, 1), v, j);
  if (j > 0)
    g_string_append_printf (model->text, " turn_%d_%d: y_%d_%d - y_%d_%d <= 0\n", v, j, v, j, v, j - 1);
}

static void
write_clusters (Model *model)
{
  for (int u = 0; u < model->data->n_units; u++)
    write_for_places (model, u, write_cost);
  g_string_append (model->text, "Subject To\n");
  for (int u = 0; u < model->data->n_units; u++)
    if (model->data->units[u].heads > 0)
      {
        g_string_append_printf (model->text, " one_%d:", u);
        write_for_places (model, u, write_choice);
        g_string_append (model->text, " = 1\n");
      }
  g_string_append (model->text, " number:");
  write_for_places (model, -1, write_open);
  g_string_append_printf (model->text, " = %d\n", model->n);
  write_for_places (model, -1, write_limits);
  g_string_append_printf (model->text, "%sEnd\n", model->names->str);
}

/* A block alone, of which all find a seat, and not too much for CBC. */
static gboolean
is_fit (const PatalPlanData *data, const PatalClusters *clusters)
{
  return data->n_blocks == 1 && clusters->heads_out == 0 && clusters->n >= 2 && clusters->n <= 5 && data->n_units >= 8 && data->n_venues <= 12;
}

/* Of ten blocks nine have clusters that CBC proves to be the best; none has better ones, and no bound is above them. */
static void
test_clusters (void)
{
  g_autofree char *cbc = g_find_program_in_path ("cbc");
  int n = 0, n_best = 0, wanted = MIN (plan_how_many (24), 400);
  double gap = 0;

  if (cbc == NULL)
    {
      g_test_skip ("cbc (of Debian's coinor-cbc) is not there");
      return;
    }
  for (guint64 number = 0; n < wanted && number < 100 * (guint64) wanted; number++)
    {
      g_auto (Solved) solved = { NULL };
      g_auto (Verdict) verdict = { 0 };
      g_autoptr (GError) error = NULL;
      PatalPlanData data = plan_generate (number);
      double best;
      Model model;

      if (data.n_blocks == 1)
        {
          solved_init (&solved, &data);
          solved_cluster (&solved, 1, UNIT_STEPS);
        }
      if (data.n_blocks == 1 && is_fit (&data, solved.clusters))
        {
          model_init (&model, &data, &(CheckedPlan) { .n = solved.clusters->n, .venue = solved.clusters->venue, .cluster = solved.clusters->cluster },
                      &verdict);
          write_clusters (&model);
          g_assert_true (patal_clusters_bound (&solved.map, &solved.days, solved.clusters, ROUNDS, 1, NULL, &error));
          if (ask_cbc (cbc, model.text->str, &best))
            {
              n++;
              n_best += (double) solved.clusters->person_metres <= best + 0.5;
              gap += (best - (double) solved.clusters->bound) / best;
              if ((double) solved.clusters->person_metres > best + 0.5)
                g_test_message ("problem %" G_GUINT64_FORMAT ": %" G_GINT64_FORMAT ", the best %.0f", number, solved.clusters->person_metres, best);
              g_assert_cmpfloat ((double) solved.clusters->person_metres, >=, best - 0.5);
              g_assert_cmpfloat ((double) solved.clusters->bound, <=, best + 0.5);
            }
          model_clear (&model);
        }
      patal_plan_data_clear (&data);
    }
  g_test_message ("%d of %d are the best; the bounds are %.2f per cent below", n_best, n, 100 * gap / MAX (n, 1));
  g_assert_cmpint (n, ==, wanted);
  g_assert_cmpint (10 * n_best, >=, 9 * n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-oracle/clusters", test_clusters);
  return g_test_run ();
}
