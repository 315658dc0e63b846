/* test-plan-files.c: what a plan is made from, out of plain files, and the plan into them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-outcome.h"
#include "patal-test-folder.h"
#include "plan-generator.h"
#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *name, *text;
} File;

/* Small, whole, and with all that can stand in it: a BOM, CRLF, quoted cells, unknown columns, empty lines. */
static const File whole[] = {
  { "params.csv", "\xEF\xBB\xBFkey,value\r\nbatch_min,10\r\nbatch_max,40\r\nmax_km,12.5\r\nweekly_off,67\r\ntoday,2021-04-05\r\n" },
  { "blocks.csv", "block_id,district_id,hq_lat,hq_lon,k,officer_id,attend,remark\nB1,D1,22.0,78.0,,PO1,first,\"a, b\"\nB2,D1,,,2,PO1,all,\n" },
  { "units.csv", "unit_id,block_id,lat,lon,headcount\nG1,B1,22.01,78.01,20\nG2,B1,,,15\nG3,B2,22.3,78.3,30\n\nG4,B2,22.31,78.3,0\nG5,B2,22.33,78.31,25\n" },
  { "venues.csv", "venue_id,block_id,lat,lon,seats,halls,pref,unit_id\nV1,B1,22.0,78.0,100,2,1,\nV2,B2,,,60,1,,G4\n" },
  { "modules.csv", "module_id,days,team,after\nM2,2,1,M1\nM1,1,2,\n" },
  { "trainers.csv", "trainer_id,block_id,lat,lon,modules,max_days\nT1,B1,22.0,78.0,*,\nT2,B2,,,M1 M2,10\nT3,B2,,,M1,\n" },
  { "windows.csv", "scope,id,from,to\nstate,*,2021-04-01,2021-04-30\nblock,B2,2021-05-01,2021-05-20\n" },
  { "blackouts.csv", "scope,id,from,to,reason\nstate,*,2021-04-14,2021-04-14,holiday\ntrainer,T2,2021-04-02,2021-04-03,leave\n" },
  { "distances.csv", "from_id,venue_id,km\nG1,V1,7.25\nT1,V2,40\n" },
};

typedef struct
{
  char *path;
} Folder;

static void
folder_init (Folder *folder)
{
  g_autoptr (GError) error = NULL;

  folder->path = g_dir_make_tmp ("patal-plan-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
folder_clear (Folder *folder)
{
  patal_test_remove_folder (folder->path);
  g_clear_pointer (&folder->path, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folder, folder_clear)

static void
save_bytes (const Folder *folder, const char *name, const char *bytes, gsize len) /* g_file_set_contents() waits for the disk */
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  FILE *file = g_fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, len, file), ==, len);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
save (const Folder *folder, const char *name, const char *text)
{
  save_bytes (folder, name, text, strlen (text));
}

static char *
load (const Folder *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
save_whole (const Folder *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    save (folder, whole[i].name, whole[i].text);
}

/* --- A whole instance --- */

static void
check_whole (const PatalPlanFiles *files)
{
  const PatalPlanData *data = &files->data;

  g_assert_cmpint (data->rules.batch_min, ==, 10);
  g_assert_cmpint (data->rules.batch_fill, ==, 90);
  g_assert_cmpint (data->rules.detour_pct, ==, 130);
  g_assert_cmpint (data->rules.most_metres, ==, 12500);
  g_assert_cmpint (data->rules.trainer_scope, ==, PATAL_PLAN_DISTRICT);
  g_assert_cmpint (data->rules.weekly_off, ==, PATAL_WEEKDAYS (PATAL_SATURDAY) | PATAL_WEEKDAYS (PATAL_SUNDAY));
  g_assert_cmpint (data->rules.today, ==, patal_day_from_ymd (2021, 4, 5));
  g_assert_cmpint (data->n_blocks, ==, 2);
  g_assert_cmpint (data->n_districts, ==, 1);
  g_assert_cmpint (data->n_officers, ==, 1);
  g_assert_true (isnan (data->blocks[1].headquarters.lat));
  g_assert_cmpint (data->blocks[1].n_clusters, ==, 2);
  g_assert_cmpint (data->blocks[1].attend, ==, PATAL_ATTEND_ALL);
  g_assert_cmpint (data->n_units, ==, 5);
  g_assert_cmpint (data->units[2].block, ==, 1);
  g_assert_cmpfloat (data->units[4].place.lon, ==, 78.31);
  g_assert_cmpint (data->venues[1].unit, ==, 3);
  g_assert_cmpint (data->venues[1].rank, ==, 0);
  g_assert_cmpuint (data->modules[0].after, ==, 2);
  g_assert_cmpuint (data->trainers[0].modules, ==, 3);
  g_assert_cmpuint (data->trainers[2].modules, ==, 2);
  g_assert_cmpint (data->trainers[1].most_days, ==, 10);
  g_assert_cmpint (data->trainers[0].most_days, ==, -1);
  g_assert_cmpint (data->n_windows, ==, 2);
  g_assert_cmpint (data->blackouts[1].scope, ==, PATAL_PLAN_TRAINER);
  g_assert_cmpint (data->blackouts[1].of, ==, 1);
  g_assert_cmpint (data->roads[0].metres, ==, 7250);
  g_assert_cmpint (data->roads[1].from, ==, PATAL_PLAN_TRAINER);
  g_assert_cmpuint (files->remarks->len, ==, 0);
}

static void
test_whole (void)
{
  g_auto (Folder) folder = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalPlanFiles) files = NULL;

  folder_init (&folder);
  save_whole (&folder);
  files = patal_plan_files_read (folder.path, NULL, &error);
  g_assert_no_error (error);
  check_whole (files);
}

/* Absent and empty optional files are the same; what names things of other plans is remarked. */
static void
test_optional (void)
{
  g_auto (Folder) folder = { 0 };
  g_autofree char *distances = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalPlanFiles) files = NULL;

  folder_init (&folder);
  save_whole (&folder);
  distances = g_build_filename (folder.path, "distances.csv", NULL);
  g_unlink (distances);
  save (&folder, "blackouts.csv", "");
  files = patal_plan_files_read (folder.path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (files->data.n_roads + files->data.n_blackouts, ==, 0);
  g_clear_pointer (&files, patal_plan_files_free);

  save (&folder, "blackouts.csv", "scope,id,from,to\nofficer,PO9,2021-04-01,2021-04-02\nofficer,PO1,2021-04-01,2021-04-02\n");
  files = patal_plan_files_read (folder.path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (files->data.n_blackouts, ==, 1);
  g_assert_cmpuint (files->remarks->len, ==, 1);
  g_assert_cmpstr (files->remarks->pdata[0], ==, "blackouts.csv, line 2, column id: “PO9” is not in this plan, so the row counts for nothing.");
}

/* --- Broken instances --- */

static const struct
{
  const char *file, *from, *to; /* what is replaced in it; @from NULL: the file is taken away */
  int         code;
  const char *sentence;         /* its beginning */
} broken[] = {
  { "params.csv", NULL, NULL, PATAL_PLAN_FILES_ERROR_FILE, "There is no file params.csv in the folder" },
  { "params.csv", "key,", "name,", PATAL_PLAN_FILES_ERROR_COLUMN, "params.csv, line 1: there is no column “key”." },
  { "params.csv", "batch_max,40", "batch_max,", PATAL_PLAN_FILES_ERROR_RULES, "params.csv does not say how many persons" },
  { "params.csv", "batch_max,40", "batch_max,forty", PATAL_PLAN_FILES_ERROR_VALUE, "params.csv, line 3, column value: “forty” is not a whole number." },
  { "params.csv", "batch_max,40", "batch_max,99999999999999999999", PATAL_PLAN_FILES_ERROR_VALUE,
    "params.csv, line 3, column value: 99999999999999999999 is out of range. Write a number from 1 to 10,00,000." },
  { "params.csv", "batch_min,10", "batch_min,-1", PATAL_PLAN_FILES_ERROR_VALUE, "params.csv, line 2, column value: -1 is out of range." },
  { "params.csv", "max_km,12.5", "max_km,near", PATAL_PLAN_FILES_ERROR_VALUE, "params.csv, line 4, column value: “near” is not a number of kilometres." },
  { "params.csv", "max_km,12.5", "max_km,inf", PATAL_PLAN_FILES_ERROR_VALUE, "params.csv, line 4, column value: “inf” is not a number of kilometres." },
  { "params.csv", "max_km,12.5", "max_km,0.0001", PATAL_PLAN_FILES_ERROR_VALUE, "params.csv, line 4, column value: A limit of less than a metre" },
  { "params.csv", "weekly_off,67", "weekly_off,8", PATAL_PLAN_FILES_ERROR_VALUE, "params.csv, line 5, column value: “8” are not weekdays." },
  { "params.csv", "weekly_off,67", "trainer_scope,village", PATAL_PLAN_FILES_ERROR_VALUE, "params.csv, line 5, column value: “village” is none of the words" },
  { "params.csv", "weekly_off,67", "cross_block,yes", PATAL_PLAN_FILES_ERROR_VALUE, "params.csv, line 5, column value: “yes” is none of the words" },
  { "params.csv", "2021-04-05", "2021-02-30", PATAL_PLAN_FILES_ERROR_VALUE, "params.csv, line 6, column value: “2021-02-30” is not a day." },
  { "blocks.csv", "B1,D1", "B2,D1", PATAL_PLAN_FILES_ERROR_TWICE, "blocks.csv, line 3, column block_id: “B2” stands twice, first in line 2." },
  { "blocks.csv", "B1,D1", ",D1", PATAL_PLAN_FILES_ERROR_VALUE, "blocks.csv, line 2, column block_id: Nothing stands here." },
  { "blocks.csv", "B1,D1", "B1,", PATAL_PLAN_FILES_ERROR_VALUE, "blocks.csv, line 2, column district_id: Nothing stands here." },
  { "blocks.csv", "first", "often", PATAL_PLAN_FILES_ERROR_VALUE, "blocks.csv, line 2, column attend: “often” is none of the words" },
  { "blocks.csv", ",2,PO1", ",0,PO1", PATAL_PLAN_FILES_ERROR_VALUE, "blocks.csv, line 3, column k: 0 is out of range." },
  { "units.csv", "G1,B1", "G1,B9", PATAL_PLAN_FILES_ERROR_UNKNOWN, "units.csv, line 2, column block_id: “B9” does not stand in blocks.csv." },
  { "units.csv", "G5,", "G1,", PATAL_PLAN_FILES_ERROR_TWICE, "units.csv, line 7, column unit_id: “G1” stands twice, first in line 2." },
  { "units.csv", ",20\n", ",\n", PATAL_PLAN_FILES_ERROR_VALUE, "units.csv, line 2, column headcount: Nothing stands here." },
  { "units.csv", ",20\n", ",1000000000\n", PATAL_PLAN_FILES_ERROR_VALUE, "units.csv, line 2, column headcount: 1000000000 is out of range." },
  { "units.csv", ",20\n", ",2.5\n", PATAL_PLAN_FILES_ERROR_VALUE, "units.csv, line 2, column headcount: “2.5” is not a whole number." },
  { "units.csv", "22.01", "91", PATAL_PLAN_FILES_ERROR_VALUE, "units.csv, line 2, column lat: 91 is out of range." },
  { "units.csv", "78.01", "180.5", PATAL_PLAN_FILES_ERROR_VALUE, "units.csv, line 2, column lon: 180.5 is out of range." },
  { "units.csv", "22.01", "north", PATAL_PLAN_FILES_ERROR_VALUE, "units.csv, line 2, column lat: “north” is not a number of degrees." },
  { "units.csv", "22.01", "nan", PATAL_PLAN_FILES_ERROR_VALUE, "units.csv, line 2, column lat: “nan” is not a number of degrees." },
  { "venues.csv", "G4", "G9", PATAL_PLAN_FILES_ERROR_UNKNOWN, "venues.csv, line 3, column unit_id: “G9” does not stand in units.csv." },
  { "venues.csv", "100,2,1", "0,2,1", PATAL_PLAN_FILES_ERROR_VALUE, "venues.csv, line 2, column seats: 0 is out of range." },
  { "venues.csv", "100,2,1", "100,0,1", PATAL_PLAN_FILES_ERROR_VALUE, "venues.csv, line 2, column halls: 0 is out of range." },
  { "venues.csv", "100,2,1", "100,2,-1", PATAL_PLAN_FILES_ERROR_VALUE, "venues.csv, line 2, column pref: -1 is out of range." },
  { "venues.csv", "seats", "chairs", PATAL_PLAN_FILES_ERROR_COLUMN, "venues.csv, line 1: there is no column “seats”." },
  { "modules.csv", "M2,2,1,M1", "M2,2,1,M9", PATAL_PLAN_FILES_ERROR_UNKNOWN, "modules.csv, line 2, column after: “M9” is no module." },
  { "modules.csv", "M1,1,2,", "M1,1,2,M2", PATAL_PLAN_FILES_ERROR_RULES, "modules.csv, column after: the modules M2, M1 wait for one another in a circle." },
  { "modules.csv", "M1,1,2,", "M1,1,2,M1", PATAL_PLAN_FILES_ERROR_RULES, "modules.csv, column after: the modules M2, M1 wait" },
  { "modules.csv", "M2,2,1", "M2,0,1", PATAL_PLAN_FILES_ERROR_VALUE, "modules.csv, line 2, column days: 0 is out of range." },
  { "modules.csv", "M2,2,1", "M 2,2,1", PATAL_PLAN_FILES_ERROR_VALUE, "modules.csv, line 2, column module_id: The id “M 2” has a space in it" },
  { "trainers.csv", "T1,B1", "T1,B7", PATAL_PLAN_FILES_ERROR_UNKNOWN, "trainers.csv, line 2, column block_id: “B7” does not stand in blocks.csv." },
  { "trainers.csv", "T2,", "T1,", PATAL_PLAN_FILES_ERROR_TWICE, "trainers.csv, line 3, column trainer_id: “T1” stands twice, first in line 2." },
  { "trainers.csv", ",10\n", ",ten\n", PATAL_PLAN_FILES_ERROR_VALUE, "trainers.csv, line 3, column max_days: “ten” is not a whole number." },
  { "windows.csv", "state,*", "district,D1", PATAL_PLAN_FILES_ERROR_RULES, "windows.csv has no row with scope “state”." },
  { "windows.csv", "2021-04-30", "2021-03-30", PATAL_PLAN_FILES_ERROR_VALUE, "windows.csv, line 2, column to: 2021-03-30 is before the day on which it begins." },
  { "windows.csv", "2021-05-20", "2029-05-20", PATAL_PLAN_FILES_ERROR_RULES, "The windows in windows.csv reach from 2021-04-01 to 2029-05-20." },
  { "windows.csv", "state,*", "country,*", PATAL_PLAN_FILES_ERROR_VALUE, "windows.csv, line 2, column scope: “country” is none of the words" },
  { "windows.csv", "2021-04-01", "01.04.2021", PATAL_PLAN_FILES_ERROR_VALUE, "windows.csv, line 2, column from: “01.04.2021” is not a day." },
  { "blackouts.csv", "trainer,", "teacher,", PATAL_PLAN_FILES_ERROR_VALUE, "blackouts.csv, line 3, column scope: “teacher” is none of the words" },
  { "blackouts.csv", "2021-04-03", "2021-04-31", PATAL_PLAN_FILES_ERROR_VALUE, "blackouts.csv, line 3, column to: “2021-04-31” is not a day." },
  { "distances.csv", "7.25", "-1", PATAL_PLAN_FILES_ERROR_VALUE, "distances.csv, line 2, column km: -1 is out of range." },
  { "distances.csv", "7.25", "", PATAL_PLAN_FILES_ERROR_VALUE, "distances.csv, line 2, column km: Nothing stands here." },
  { "distances.csv", "km", "miles", PATAL_PLAN_FILES_ERROR_COLUMN, "distances.csv, line 1: there is no column “km”." },
};

/* (transfer full): @text with the first @from replaced. */
static char *
replaced (const char *text, const char *from, const char *to)
{
  GString *new_text = g_string_new (text);

  g_assert_cmpuint (g_string_replace (new_text, from, to, 1), ==, 1);
  return g_string_free (new_text, FALSE);
}

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_auto (Folder) folder = { 0 };
      g_autofree char *path = NULL, *before = NULL, *after = NULL;
      g_autoptr (GError) error = NULL;

      folder_init (&folder);
      save_whole (&folder);
      before = load (&folder, broken[i].file);
      path = g_build_filename (folder.path, broken[i].file, NULL);
      if (broken[i].from == NULL)
        g_unlink (path);
      else
        {
          after = replaced (before, broken[i].from, broken[i].to);
          save (&folder, broken[i].file, after);
        }
      g_assert_null (patal_plan_files_read (folder.path, NULL, &error));
      if (error->domain != PATAL_PLAN_FILES_ERROR || error->code != broken[i].code || !g_str_has_prefix (error->message, broken[i].sentence))
        {
          g_test_message ("case %u: %s", i, error->message);
          g_test_fail ();
        }
    }
}

/* More than can be written into a table. */
static void
test_limits (void)
{
  g_auto (Folder) folder = { 0 };
  g_autoptr (GString) text = g_string_new ("module_id,days,team\n");
  g_autoptr (GError) error = NULL;

  folder_init (&folder);
  save_whole (&folder);
  for (int m = 0; m <= PATAL_PLAN_MOST_MODULES; m++)
    g_string_append_printf (text, "M%d,1,0\n", m);
  save (&folder, "modules.csv", text->str);
  g_assert_null (patal_plan_files_read (folder.path, NULL, &error));
  g_assert_error (error, PATAL_PLAN_FILES_ERROR, PATAL_PLAN_FILES_ERROR_RULES);
  g_assert_true (g_str_has_prefix (error->message, "modules.csv has 65 modules. A plan takes 64 at most"));
  g_clear_error (&error);

  save (&folder, "modules.csv", whole[4].text);
  g_string_assign (text, "unit_id,block_id,lat,lon,headcount\n");
  for (int u = 0; u <= PATAL_PLAN_MOST_ALL_HEADS / PATAL_PLAN_MOST_HEADS; u++)
    g_string_append_printf (text, "G%d,B1,,,%d\n", u, PATAL_PLAN_MOST_HEADS);
  save (&folder, "units.csv", text->str);
  g_assert_null (patal_plan_files_read (folder.path, NULL, &error));
  g_assert_error (error, PATAL_PLAN_FILES_ERROR, PATAL_PLAN_FILES_ERROR_RULES);
  g_assert_true (g_str_has_prefix (error->message, "units.csv, line 1002, column headcount: Up to here there are more than 100 crore persons."));
}

/* --- Written and read --- */

static void
assert_same_data (const PatalPlanData *a, const PatalPlanData *b)
{
  g_assert_cmpmem (&a->rules.batch_min, 4 * sizeof (int), &b->rules.batch_min, 4 * sizeof (int));
  g_assert_cmpint (a->rules.rank_metres, ==, b->rules.rank_metres);
  g_assert_cmpint (a->rules.most_metres, ==, b->rules.most_metres);
  g_assert_cmpint (a->rules.cross_block, ==, b->rules.cross_block);
  g_assert_cmpint (a->rules.most_run, ==, b->rules.most_run);
  g_assert_cmpint (a->rules.trainer_scope, ==, b->rules.trainer_scope);
  g_assert_cmpint (a->rules.trainer_most_metres, ==, b->rules.trainer_most_metres);
  g_assert_cmpint (a->rules.gap_days, ==, b->rules.gap_days);
  g_assert_cmpint (a->rules.weekly_off, ==, b->rules.weekly_off);
  g_assert_cmpint (a->rules.today, ==, b->rules.today);
  g_assert_cmpint (a->n_blocks, ==, b->n_blocks);
  for (int i = 0; i < a->n_blocks; i++)
    {
      g_assert_cmpint (a->blocks[i].n_clusters, ==, b->blocks[i].n_clusters);
      g_assert_cmpint (a->blocks[i].attend, ==, b->blocks[i].attend);
      g_assert_cmpint (a->blocks[i].officer < 0, ==, b->blocks[i].officer < 0);
    }
  g_assert_cmpint (a->n_units, ==, b->n_units);
  for (int u = 0; u < a->n_units; u++)
    {
      g_assert_cmpint (a->units[u].block, ==, b->units[u].block);
      g_assert_cmpint (a->units[u].heads, ==, b->units[u].heads);
      g_assert_true (isnan (a->units[u].place.lat) ? isnan (b->units[u].place.lat) : a->units[u].place.lat == b->units[u].place.lat);
    }
  g_assert_cmpint (a->n_venues, ==, b->n_venues);
  for (int v = 0; v < a->n_venues; v++)
    {
      g_assert_cmpint (a->venues[v].unit, ==, b->venues[v].unit);
      g_assert_cmpint (a->venues[v].seats, ==, b->venues[v].seats);
      g_assert_cmpint (a->venues[v].halls, ==, b->venues[v].halls);
      g_assert_cmpint (a->venues[v].rank, ==, b->venues[v].rank);
    }
  g_assert_cmpint (a->n_modules, ==, b->n_modules);
  g_assert_cmpmem (a->modules, a->n_modules * sizeof *a->modules, b->modules, b->n_modules * sizeof *b->modules);
  g_assert_cmpint (a->n_trainers, ==, b->n_trainers);
  for (int t = 0; t < a->n_trainers; t++)
    {
      g_assert_cmpuint (a->trainers[t].modules, ==, b->trainers[t].modules);
      g_assert_cmpint (a->trainers[t].most_days, ==, b->trainers[t].most_days);
    }
  g_assert_cmpmem (a->windows, a->n_windows * sizeof *a->windows, b->windows, b->n_windows * sizeof *b->windows);
  g_assert_cmpint (a->n_roads, ==, b->n_roads);
  for (int i = 0; i < a->n_roads; i++)
    g_assert_cmpint (a->roads[i].metres, ==, b->roads[i].metres);
}

/* (transfer full): a whole plan of @files, quickly. */
static PatalPlanOutcome *
plan (const PatalPlanFiles *files, PatalPlanMap *map)
{
  g_autoptr (GError) error = NULL;
  PatalPlanDays days;
  PatalPlanOutcome *outcome;

  patal_plan_map_init (map, &files->data);
  patal_plan_days_init (&days, &files->data);
  outcome = patal_plan_outcome_new (files, patal_clusters_find (map, &days, NULL, 1, 50, 1, NULL, &error));
  g_assert_no_error (error);
  outcome->schedule = patal_schedule_find (map, &days, outcome->clusters, NULL, 1, 1, 1, NULL, &error);
  g_assert_no_error (error);
  patal_plan_days_clear (&days);
  return outcome;
}

static void
assert_same_plan (const PatalPlanOutcome *a, const PatalPlanOutcome *b)
{
  g_assert_cmpint (a->clusters->n, ==, b->clusters->n);
  g_assert_cmpint (a->clusters->heads_out, ==, b->clusters->heads_out);
  g_assert_cmpint (a->clusters->person_metres, ==, b->clusters->person_metres);
  g_assert_cmpint (a->clusters->farthest_metres, ==, b->clusters->farthest_metres);
  for (int c = 0; c < a->clusters->n; c++)
    {
      g_assert_cmpstr (a->ids[c], ==, b->ids[c]);
      g_assert_cmpint (a->clusters->venue[c], ==, b->clusters->venue[c]);
    }
  for (int u = 0; u < a->files->data.n_units; u++)
    {
      g_assert_cmpint (a->clusters->cluster[u], ==, b->clusters->cluster[u]);
      g_assert_cmpint (a->clusters->left[u], ==, b->clusters->left[u]);
      g_assert_cmpstr (a->left[u], ==, b->left[u]);
    }
  g_assert_cmpuint (a->notes->len, ==, b->notes->len);
  g_assert_cmpint (a->schedule->n, ==, b->schedule->n);
  for (int i = 0; i < a->schedule->n; i++)
    {
      g_assert_cmpint (a->schedule->start[i], ==, b->schedule->start[i]);
      g_assert_cmpint (a->schedule->without[i], ==, b->schedule->without[i]);
    }
  g_assert_cmpmem (a->schedule->team, (gsize) a->schedule->n * a->schedule->room * sizeof (int),
                   b->schedule->team, (gsize) b->schedule->n * b->schedule->room * sizeof (int));
}

static void
test_round_trip (void)
{
  static const char *const written[] = { "clusters.csv", "unassigned.csv", "notes.csv", "plan.csv" };

  for (guint64 number = 0; number < 25; number++)
    {
      g_auto (Folder) in = { 0 }, out = { 0 }, again = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (PatalPlanFiles) files = NULL;
      g_autoptr (PatalPlanOutcome) made = NULL, read = NULL;
      g_autofree char *clusters = NULL, *calendar = NULL;
      PatalPlanData data = plan_generate (number);
      PatalPlanMap map;

      folder_init (&in);
      folder_init (&out);
      folder_init (&again);
      plan_write_files (&data, in.path, number % 2 == 0 ? "" : "ग्राम-");
      files = patal_plan_files_read (in.path, NULL, &error);
      g_assert_no_error (error);
      assert_same_data (&data, &files->data);
      patal_plan_data_clear (&data);

      made = plan (files, &map);
      patal_plan_outcome_write (made, out.path, &error);
      g_assert_no_error (error);
      clusters = g_build_filename (out.path, "clusters.csv", NULL);
      calendar = g_build_filename (out.path, "plan.csv", NULL);
      read = patal_plan_outcome_read (files, &map, clusters, files->remarks, &error);
      g_assert_no_error (error);
      read->schedule = patal_plan_outcome_read_schedule (read, calendar, files->remarks, &error);
      g_assert_no_error (error);
      assert_same_plan (made, read);

      patal_plan_outcome_write (read, again.path, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < G_N_ELEMENTS (written) - 1; i++) /* the sentences of plan.csv are made anew: they may tell more */
        {
          g_autofree char *first = load (&out, written[i]), *second = load (&again, written[i]);

          g_assert_cmpstr (first, ==, second);
        }
      patal_plan_map_clear (&map);
    }
}

/* What a plan is made from is written as it was read. */
static void
test_written (void)
{
  for (guint64 number = 0; number < 20; number++)
    {
      g_auto (Folder) in, out;
      g_autoptr (GError) error = NULL;
      g_autoptr (PatalPlanFiles) files = NULL, again = NULL;
      PatalPlanData data = plan_generate (number);

      folder_init (&in);
      folder_init (&out);
      data.rules.today = number % 3 == 0 ? patal_day_from_ymd (2021, 5, 1) : PATAL_DAY_NONE;
      plan_write_files (&data, in.path, "ग्राम-");
      patal_plan_data_clear (&data);
      files = patal_plan_files_read (in.path, NULL, &error);
      g_assert_no_error (error);
      if (files->reasons->len > 0)
        {
          g_free (files->reasons->pdata[0]);
          files->reasons->pdata[0] = g_strdup ("मेला, \"बड़ा\"");
        }
      patal_plan_files_write (files, out.path, &error);
      g_assert_no_error (error);
      again = patal_plan_files_read (out.path, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (again->remarks->len, ==, 0);
      assert_same_data (&files->data, &again->data);
      g_assert_cmpuint (files->reasons->len, ==, again->reasons->len);
      for (guint i = 0; i < files->reasons->len; i++)
        g_assert_cmpstr (files->reasons->pdata[i], ==, again->reasons->pdata[i]);
      for (int u = 0; u < files->data.n_units; u++)
        g_assert_cmpstr (patal_plan_ids_name (&files->units, u), ==, patal_plan_ids_name (&again->units, u));
    }
}

/* --- Broken plans --- */

#define CLUSTERS "cluster_id,venue_id,unit_id\nA,V1,G1\nA,V1,G2\nB,V2,G3\nB,V2,G5\n"
#define PLAN "cluster_id,module_id,start,trainers,reason\nA,M1,2021-04-06,T1 T3,\nA,M2,2021-04-07,T1,\nB,M1,2021-05-03,T1 T2,\nB,M2,,,\"VENUE: full, all\"\n"

static const struct
{
  const char *file, *from, *to;
  int         code;
  const char *sentence;
} broken_plans[] = {
  { "clusters.csv", "A,V1,G2", "A,V9,G2", PATAL_PLAN_FILES_ERROR_UNKNOWN, "clusters.csv, line 3, column venue_id: “V9” does not stand in venues.csv." },
  { "clusters.csv", "A,V1,G2", "A,V1,G9", PATAL_PLAN_FILES_ERROR_UNKNOWN, "clusters.csv, line 3, column unit_id: “G9” does not stand in units.csv." },
  { "clusters.csv", "A,V1,G2", "A,V1,G1", PATAL_PLAN_FILES_ERROR_TWICE, "clusters.csv, line 3, column unit_id: “G1” stands twice, first in line 2." },
  { "clusters.csv", "A,V1,G2", "A,V2,G2", PATAL_PLAN_FILES_ERROR_RULES, "clusters.csv, line 3, column venue_id: The cluster A has the venue V1 further up" },
  { "clusters.csv", "A,V1,G2", "A,V1,G4", PATAL_PLAN_FILES_ERROR_RULES, "clusters.csv, line 3, column unit_id: “G4” has nobody to train" },
  { "clusters.csv", "B,V2,G5", "A,V1,G5", PATAL_PLAN_FILES_ERROR_RULES, "clusters.csv, line 5, column unit_id: “G5” lies in another block than the venue V1." },
  { "clusters.csv", "A,V1,G2", ",V1,G2", PATAL_PLAN_FILES_ERROR_VALUE, "clusters.csv, line 3, column cluster_id: Nothing stands here." },
  { "clusters.csv", "venue_id", "venue", PATAL_PLAN_FILES_ERROR_COLUMN, "clusters.csv, line 1: there is no column “venue_id”." },
  { "plan.csv", "A,M2,2021-04-07", "A,M1,2021-04-07", PATAL_PLAN_FILES_ERROR_TWICE,
    "plan.csv, line 3, column module_id: This cluster has “M1” in line 2 already." },
  { "plan.csv", "2021-04-07", "7 April", PATAL_PLAN_FILES_ERROR_VALUE, "plan.csv, line 3, column start: “7 April” is not a day." },
  { "plan.csv", "2021-04-06,T1 T3", "2021-04-05,T1 T9", PATAL_PLAN_FILES_ERROR_UNKNOWN, "plan.csv, line 2, column trainers: The trainer “T9” of a batch that has begun" },
  { "plan.csv", "2021-04-06", "2021-03-06", PATAL_PLAN_FILES_ERROR_RULES, "plan.csv, line 2, column start: The batch has begun on 2021-03-06, which is in no window." },
  { "plan.csv", "start", "begin", PATAL_PLAN_FILES_ERROR_COLUMN, "plan.csv, line 1: there is no column “start”." },
};

/* What of a plan is read out of @folder: the outcome, (transfer full). */
static PatalPlanOutcome *
read_plan (const PatalPlanFiles *files, const PatalPlanMap *map, const Folder *folder, GPtrArray *remarks, GError **error)
{
  g_autofree char *clusters = g_build_filename (folder->path, "clusters.csv", NULL), *calendar = g_build_filename (folder->path, "plan.csv", NULL);
  g_autoptr (PatalPlanOutcome) outcome = patal_plan_outcome_read (files, map, clusters, remarks, error);

  if (outcome == NULL)
    return NULL;
  outcome->schedule = patal_plan_outcome_read_schedule (outcome, calendar, remarks, error);
  return outcome->schedule != NULL ? g_steal_pointer (&outcome) : NULL;
}

static void
test_broken_plans (void)
{
  g_auto (Folder) folder = { 0 };
  g_autoptr (PatalPlanFiles) files = NULL;
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  PatalPlanMap map;

  folder_init (&folder);
  save_whole (&folder);
  files = patal_plan_files_read (folder.path, NULL, NULL);
  g_assert_nonnull (files);
  patal_plan_map_init (&map, &files->data);
  for (guint i = 0; i < G_N_ELEMENTS (broken_plans); i++)
    {
      gboolean clusters = g_str_equal (broken_plans[i].file, "clusters.csv");
      g_autofree char *text = replaced (clusters ? CLUSTERS : PLAN, broken_plans[i].from, broken_plans[i].to);
      g_autoptr (GError) error = NULL;

      save (&folder, "clusters.csv", clusters ? text : CLUSTERS);
      save (&folder, "plan.csv", clusters ? PLAN : text);
      g_assert_null (read_plan (files, &map, &folder, remarks, &error));
      if (error->domain != PATAL_PLAN_FILES_ERROR || error->code != broken_plans[i].code || !g_str_has_prefix (error->message, broken_plans[i].sentence))
        {
          g_test_message ("case %u: %s", i, error->message);
          g_test_fail ();
        }
    }
  patal_plan_map_clear (&map);
}

/* What changed since the plan was made is remarked, and the rest is read. */
static void
test_changed_plan (void)
{
  g_auto (Folder) folder = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalPlanFiles) files = NULL;
  g_autoptr (PatalPlanOutcome) outcome = NULL;
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  PatalPlanMap map;

  folder_init (&folder);
  save_whole (&folder);
  files = patal_plan_files_read (folder.path, NULL, &error);
  g_assert_no_error (error);
  patal_plan_map_init (&map, &files->data);
  save (&folder, "clusters.csv", "cluster_id,venue_id,unit_id\nB,V2,G5\nA,V1,G2\n");
  save (&folder, "unassigned.csv", "unit_id,reason\nG3,FAR: too far\n");
  save (&folder, "notes.csv", "code,id,text\nK_RAISED,B1,two\n");
  save (&folder, "plan.csv", "cluster_id,module_id,start,trainers,reason\nA,M1,2021-04-06,T3 T1,\nC,M1,2021-04-06,T1,\nA,M9,2021-04-06,T1,\n"
                             "B,M2,2022-04-06,T1,\nB,M1,2021-05-04,T9 T2,\nA,M2,,,\"VENUE: full, all\"\n");
  outcome = read_plan (files, &map, &folder, remarks, &error);
  g_assert_no_error (error);
  /* clusters stand in the order of the blocks, not of the file */
  g_assert_cmpstr (outcome->ids[0], ==, "A");
  g_assert_cmpstr (outcome->ids[1], ==, "B");
  g_assert_cmpint (outcome->clusters->cluster[1], ==, 0);
  g_assert_cmpint (outcome->clusters->cluster[4], ==, 1);
  g_assert_cmpint (outcome->clusters->left[2], ==, PATAL_LEFT_FAR);
  g_assert_cmpint (outcome->clusters->heads_out, ==, 20 + 30);
  g_assert_cmpstr (outcome->left[2], ==, "FAR: too far");
  g_assert_true (g_str_has_prefix (outcome->left[0], "ABSENT: "));
  g_assert_cmpstr (((PatalPlanNote *) outcome->notes->pdata[0])->text, ==, "two");
  g_assert_cmpint (outcome->schedule->start[1], ==, 5);
  g_assert_cmpint (outcome->schedule->team[outcome->schedule->room], ==, 0); /* T1 before T3 */
  g_assert_cmpint (outcome->schedule->team[outcome->schedule->room + 1], ==, 2);
  g_assert_cmpint (outcome->schedule->without[0], ==, PATAL_WITHOUT_VENUE);
  g_assert_cmpint (outcome->schedule->start[2], ==, -1);
  g_assert_cmpint (outcome->schedule->team[3 * outcome->schedule->room + 1], ==, -1); /* T9 is gone */
  g_assert_cmpuint (remarks->len, ==, 5); /* G1 absent, C, M9, 2022, T9 */
  patal_plan_map_clear (&map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-files/whole", test_whole);
  g_test_add_func ("/plan-files/optional", test_optional);
  g_test_add_func ("/plan-files/broken", test_broken);
  g_test_add_func ("/plan-files/limits", test_limits);
  g_test_add_func ("/plan-files/round-trip", test_round_trip);
  g_test_add_func ("/plan-files/written", test_written);
  g_test_add_func ("/plan-files/broken-plans", test_broken_plans);
  g_test_add_func ("/plan-files/changed-plan", test_changed_plan);
  return g_test_run ();
}
