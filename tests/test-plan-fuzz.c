/* test-plan-fuzz.c: whatever stands in the planner's files, it is read and planned, or refused with a sentence that says where
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Valid files are spoilt by lot. PATAL_PLAN_FUZZ: how many are tried, or from-to; each number gives the same files everywhere. */
#include "patal-plan-outcome.h"
#include "patal-test-folder.h"
#include "plan-generator.h"
#include "plan-lot.h"
#include "plan-solved.h"
#include "solve-median.h"
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define USUAL   6000
#define BASES   12
#define SLOWEST (20 * G_USEC_PER_SEC) /* of one, also on a machine that has much to do */

static const char *const names[] = { "params.csv", "blocks.csv", "units.csv", "venues.csv", "modules.csv", "trainers.csv", "windows.csv", "blackouts.csv",
                                     "distances.csv", "clusters.csv", "unassigned.csv", "notes.csv", "plan.csv" };

typedef struct
{
  char *folder;
  char *texts[G_N_ELEMENTS (names)];
} FuzzBase;

static void
save (const char *folder, const char *name, const char *bytes, gsize len) /* g_file_set_contents() waits for the disk */
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE *file = g_fopen (path, "wb");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (bytes, 1, len, file), ==, len);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* In memory, where there is such a place. */
static char *
new_folder (void)
{
  g_autofree char *name = g_strdup (g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm/patal-fuzz-XXXXXX" : "/tmp/patal-fuzz-XXXXXX");

  g_assert_nonnull (g_mkdtemp (name));
  return g_steal_pointer (&name);
}

/* A small problem with a plan; of two one in the form in which other programs write: with a BOM, CRLF and quotes. */
static void
base_init (FuzzBase *base, int number)
{
  PatalPlanData data = plan_generate_tiny ((guint64) number);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalPlanFiles) files = NULL;
  g_autoptr (PatalPlanOutcome) outcome = NULL;
  g_auto (Solved) solved = { NULL };

  base->folder = new_folder ();
  plan_write_files (&data, base->folder, "");
  patal_plan_data_clear (&data);
  files = patal_plan_files_read (base->folder, NULL, &error);
  g_assert_no_error (error);
  solved_init (&solved, &files->data);
  solved_cluster (&solved, 1, 100);
  solved_schedule (&solved, 1, 5);
  outcome = patal_plan_outcome_new (files, g_steal_pointer (&solved.clusters));
  outcome->schedule = g_steal_pointer (&solved.schedule);
  g_assert_true (patal_plan_outcome_write (outcome, base->folder, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (base->folder, names[i], NULL);
      g_autoptr (GString) text = NULL;

      g_file_get_contents (path, &base->texts[i], NULL, &error);
      g_assert_no_error (error);
      if (number % 2 == 0)
        continue;
      text = g_string_new (base->texts[i]);
      g_string_replace (text, "\n", "\r\n", 0);
      g_string_replace (text, ",state", ",\"state\"", 0);
      g_string_prepend (text, "\xEF\xBB\xBF");
      save (base->folder, names[i], text->str, text->len);
      g_free (base->texts[i]);
      base->texts[i] = g_strdup (text->str);
    }
}

static void
base_clear (FuzzBase *base)
{
  patal_test_remove_folder (base->folder);
  g_free (base->folder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (base->texts[i]);
}

/* --- Spoiling --- */

static const char *const awkward[] = { "\"", ",", "\n", "\r\n", "-1", "99999999999999999999", "2147483647", "1000000", "1e308", "0.00001", "*", " ", "B0",
                                       "U1", "V0", "M0", "M0 M1", "T0", "O0", "2021-04-31", "2021-04-02", "0001-01-01", "9999-12-31", "\xEF\xBB\xBF",
                                       "\xFF", "ग्राम", "state", "block", ";", "\t", "0", "1", "nan", "-inf", "" };

/* A line goes, or stands once more, or changes places with what follows. */
static void
spoil_line (GString *text, Lot *lot)
{
  gsize at = (gsize) draw (lot, (int) text->len), from = at, to = at;
  g_autofree char *line = NULL;

  while (from > 0 && text->str[from - 1] != '\n')
    from--;
  while (to < text->len && text->str[to] != '\n')
    to++;
  line = g_strndup (text->str + from, to - from + 1);
  switch (draw (lot, 3))
    {
    case 0:
      g_string_erase (text, (gssize) from, (gssize) MIN (to - from + 1, text->len - from));
      break;
    case 1:
      g_string_insert (text, (gssize) from, line);
      break;
    default:
      g_string_erase (text, (gssize) from, (gssize) MIN (to - from + 1, text->len - from));
      g_string_insert (text, (gssize) draw (lot, (int) text->len + 1), line);
      break;
    }
}

/* A number or a word from one separator to the next becomes another. */
static void
spoil_cell (GString *text, Lot *lot)
{
  gsize at = (gsize) draw (lot, (int) text->len), to;

  while (at > 0 && strchr (",\n", text->str[at - 1]) == NULL)
    at--;
  for (to = at; to < text->len && strchr (",\r\n", text->str[to]) == NULL;)
    to++;
  g_string_erase (text, (gssize) at, (gssize) (to - at));
  g_string_insert (text, (gssize) at, awkward[draw (lot, G_N_ELEMENTS (awkward))]);
}

static void
spoil_bytes (GString *text, Lot *lot)
{
  gsize at = (gsize) draw (lot, (int) text->len), wanted = (gsize) between (lot, 1, 12), len = MIN (wanted, text->len - at);
  g_autofree char *again = g_strndup (text->str + at, len);

  switch (draw (lot, 4))
    {
    case 0:
      text->str[at] = (char) draw (lot, 256);
      break;
    case 1:
      g_string_erase (text, (gssize) at, (gssize) len);
      break;
    case 2:
      g_string_insert (text, (gssize) at, again);
      break;
    default:
      g_string_insert (text, (gssize) at, awkward[draw (lot, G_N_ELEMENTS (awkward))]);
      break;
    }
}

/* (transfer full) */
static GString *
spoilt (const char *whole, Lot *lot)
{
  GString *text = g_string_new (whole);

  for (int n = chance (lot, 60) ? 1 : between (lot, 2, 5); n > 0 && text->len > 0; n--)
    switch (draw (lot, 4))
      {
      case 0:
        spoil_line (text, lot);
        break;
      case 1:
        spoil_bytes (text, lot);
        break;
      default:
        spoil_cell (text, lot);
        break;
      }
  return text;
}

/* --- Plans --- */

typedef struct
{
  guint64 n_read, n_refused, n_planned;
} Tally;

/* It says in which file, and where it is about a cell in which line and column. */
static void
assert_says_where (guint64 number, const GError *error)
{
  gboolean named = FALSE;
  gboolean of_cell = error->domain == PATAL_PLAN_FILES_ERROR
                     && (error->code == PATAL_PLAN_FILES_ERROR_VALUE || error->code == PATAL_PLAN_FILES_ERROR_UNKNOWN
                         || error->code == PATAL_PLAN_FILES_ERROR_TWICE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    named |= strstr (error->message, names[i]) != NULL;
  if (!g_utf8_validate (error->message, -1, NULL) || !named
      || (of_cell && (strstr (error->message, ", line ") == NULL || strstr (error->message, ", column ") == NULL)))
    g_error ("input %" G_GUINT64_FORMAT ": “%s”", number, error->message);
}

/* What can be read can be planned, and nothing is broken in the plan. */
static void
plan_it (guint64 number, const PatalPlanFiles *files)
{
  g_auto (Solved) solved = { NULL };
  g_auto (Verdict) verdict = { 0 };
  g_autofree char *faults = NULL;

  solved_init (&solved, &files->data);
  solved_cluster (&solved, 1, 20);
  solved_schedule (&solved, 1, 1);
  verdict = solved_judge (&solved, NULL);
  faults = verdict_describe (&verdict);
  if (*faults != '\0')
    g_error ("input %" G_GUINT64_FORMAT ": %s", number, faults);
}

static void
try_files (guint64 number, const FuzzBase *base, Tally *tally)
{
  g_autofree char *clusters = g_build_filename (base->folder, "clusters.csv", NULL), *calendar = g_build_filename (base->folder, "plan.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalPlanFiles) files = patal_plan_files_read (base->folder, NULL, &error);
  g_autoptr (PatalPlanOutcome) outcome = NULL;
  PatalPlanMap map;

  if (files != NULL)
    {
      patal_plan_map_init (&map, &files->data);
      outcome = patal_plan_outcome_read (files, &map, clusters, files->remarks, &error);
      if (outcome != NULL)
        outcome->schedule = patal_plan_outcome_read_schedule (outcome, calendar, files->remarks, &error);
      patal_plan_map_clear (&map);
    }
  g_assert_true ((error != NULL) == (outcome == NULL || outcome->schedule == NULL));
  tally->n_refused += error != NULL;
  tally->n_read += error == NULL;
  if (error != NULL)
    assert_says_where (number, error);
  if (files != NULL && number % 8 == 0)
    {
      tally->n_planned++;
      plan_it (number, files);
    }
}

static void
find_range (guint64 *from, guint64 *to)
{
  const char *wanted = g_getenv ("PATAL_PLAN_FUZZ");
  const char *dash = wanted != NULL ? strchr (wanted, '-') : NULL;

  *from = dash != NULL ? g_ascii_strtoull (wanted, NULL, 10) : 0;
  *to = wanted == NULL ? USUAL : g_ascii_strtoull (dash != NULL ? dash + 1 : wanted, NULL, 10);
}

static void
assert_in_time (guint64 number, gint64 begun)
{
  if (g_get_monotonic_time () - begun > SLOWEST)
    g_error ("input %" G_GUINT64_FORMAT " takes too long", number);
}

static void
test_files (void)
{
  FuzzBase bases[BASES] = { { NULL } };
  Tally tally = { 0 };
  guint64 from, to;

  find_range (&from, &to);
  for (int i = 0; i < BASES; i++)
    base_init (&bases[i], i);
  for (guint64 number = from; number < to; number++)
    {
      Lot lot = lot_new (number);
      const FuzzBase *base = &bases[draw (&lot, BASES)];
      int which = draw (&lot, G_N_ELEMENTS (names));
      g_autoptr (GString) text = spoilt (base->texts[which], &lot);
      gint64 begun = g_get_monotonic_time ();

      save (base->folder, names[which], text->str, text->len);
      try_files (number, base, &tally);
      save (base->folder, names[which], base->texts[which], strlen (base->texts[which]));
      assert_in_time (number, begun);
    }
  for (int i = 0; i < BASES; i++)
    base_clear (&bases[i]);
  g_test_message ("%" G_GUINT64_FORMAT " read, %" G_GUINT64_FORMAT " refused; %" G_GUINT64_FORMAT " planned", tally.n_read, tally.n_refused,
                  tally.n_planned);
  g_assert_cmpuint (tally.n_read, >, (to - from) / 10);
  g_assert_cmpuint (tally.n_refused, >, (to - from) / 10);
}

/* --- Instances of the literature --- */

#define POINTS "6 2\n10 20 30 4\n12.5 20 30 5\n80 75 30 6.5\n81 70 25 7\n15 22 30 2\n79 80 30 3\n"
#define MATRIX "0 1 2 3 4 5\n1 0 6 7 8 9\n2 6 0 1 2 3\n3 7 1 0 4 5\n4 8 2 4 0 6\n5 9 3 5 6 0\n"

/* The bound of demands in millions takes as long as it is given. */
static double
clock_seconds (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

static void
try_median (guint64 number, const char *points, const char *cost)
{
  g_auto (SolveMedian) median = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalMedianSearch) search = NULL;
  PatalRandom random;

  if (!solve_median_read (&median, points, cost, &error))
    {
      if (!g_utf8_validate (error->message, -1, NULL)
          || (strstr (error->message, "points.txt, line ") == NULL && strstr (error->message, "matrix.txt, line ") == NULL))
        g_error ("input %" G_GUINT64_FORMAT ": “%s”", number, error->message);
      return;
    }
  patal_random_seed (&random, number, 0);
  search = patal_median_search_new (&median.problem, NULL, random);
  patal_median_search_run (search, 300, NULL, NULL);
  if (patal_median_search_best (search)->fits)
    {
      double value = solve_median_value (&median, patal_median_search_best (search));
      double bound = solve_median_bound (&median, patal_median_search_best (search), 1, clock_seconds);

      if (!(bound <= value * (1 + 1e-9) + 1e-6))
        g_error ("input %" G_GUINT64_FORMAT ": bound %g, value %g", number, bound, value);
    }
}

static void
test_literature (void)
{
  g_autofree char *folder = new_folder (), *points = g_build_filename (folder, "points.txt", NULL), *matrix = g_build_filename (folder, "matrix.txt", NULL);
  guint64 from, to;

  find_range (&from, &to);
  for (guint64 number = from; number < from + (to - from) / 4; number++)
    {
      Lot lot = lot_new (number);
      gboolean of_matrix = chance (&lot, 25);
      const char *cost = of_matrix ? matrix : chance (&lot, 50) ? "euclid" : "trunc";
      g_autoptr (GString) text = g_string_new (of_matrix ? MATRIX : POINTS);
      g_autoptr (GString) other = NULL;
      gint64 begun = g_get_monotonic_time ();

      g_string_replace (text, " ", ",", 0); /* cells are what commas part */
      other = spoilt (text->str, &lot);
      g_string_replace (other, ",", " ", 0);
      save (folder, "points.txt", of_matrix ? POINTS : other->str, of_matrix ? strlen (POINTS) : other->len);
      save (folder, "matrix.txt", of_matrix ? other->str : MATRIX, of_matrix ? other->len : strlen (MATRIX));
      try_median (number, points, cost);
      assert_in_time (number, begun);
    }
  patal_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-fuzz/files", test_files);
  g_test_add_func ("/plan-fuzz/literature", test_literature);
  return g_test_run ();
}
