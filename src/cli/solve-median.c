/* solve-median.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve-median.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MOST_POINTS 20000 /* the matrix of lengths has 1.6 GB then */
#define MOST_NUMBER 1e12
#define MOST_HELD (G_MAXINT / 4) /* capacity of a site, and demand of all points */
#define FINEST_DEMAND 1000    /* parts of a unit of demand; what is finer still is rounded to the safe side */
#define MOST_LENGTH (1 << 26) /* of the search: 10,000 of them and their fines are far below 2^63 */
#define MOST_ROUNDS 200       /* of raising the bound: more hardly help */
#define BOUND_WORK 2e9 /* lengths that are looked at for the bound */
#define FINEST 1000           /* parts of a unit of length */
#define FIRST_STEPS 2000      /* for each unit, of the first round where the clock decides: little else takes time */
#define MOST_STEPS  100000    /* for each unit, of a round there: a second one finds more than twice as long a one */
#define FINE_WHOLE 100        /* likewise where lengths are whole: temperatures lie between */

typedef struct
{
  const char *at, *name;
  int line;
} Scan;

static gboolean
fail (const Scan *scan, GError **error, const char *sentence)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("%s, line %d: %s"), scan->name, scan->line,
               sentence);
  return FALSE;
}

/* The next number, from @least to @most. */
static gboolean
scan_number (Scan *scan, double least, double most, double *out, GError **error)
{
  char *end;

  for (; g_ascii_isspace (*scan->at); scan->at++)
    scan->line += *scan->at == '\n';
  if (*scan->at == '\0')
    return fail (scan, error, _("the file ends before its last number. Copy it once more."));
  *out = g_ascii_strtod (scan->at, &end);
  if (end == scan->at || (*end != '\0' && !g_ascii_isspace (*end)) || !isfinite (*out))
    return fail (scan, error, _("a number is expected here."));
  if (*out < least || *out > most)
    return fail (scan, error, _("the number is too small or too large."));
  scan->at = end;
  return TRUE;
}

static gboolean
scan_whole (Scan *scan, int least, int most, int *out, GError **error)
{
  double number;

  if (!scan_number (scan, least, most, &number, error))
    return FALSE;
  if (number != floor (number))
    return fail (scan, error, _("a whole number is expected here."));
  *out = (int) number;
  return TRUE;
}

static gboolean
is_whole (double number)
{
  return fabs (number - round (number)) < 1e-6;
}

/* So many parts has a unit of demand that all are whole numbers. */
static int
find_parts (const double *capacity, const double *demand, int n)
{
  int parts = 1;

  for (int i = 0; i < n && parts < FINEST_DEMAND; i++)
    while (parts < FINEST_DEMAND && !(is_whole (capacity[i] * parts) && is_whole (demand[i] * parts)))
      parts *= 10;
  return parts;
}

/* Demands are rounded up and capacities down, so that what fits here fits there. */
static gboolean
take_demands (SolveMedian *median, const Scan *scan, const double *capacity, const double *demand,
              GError **error)
{
  int n = median->problem.n_units, parts = find_parts (capacity, demand, n), *whole_capacity = g_new (int, n),
      *whole_demand = g_new (int, n);
  double all = 0;

  median->problem.capacity = whole_capacity;
  median->problem.demand = whole_demand;
  for (int i = 0; i < n; i++)
    {
      whole_capacity[i] = (int) MIN (floor (capacity[i] * parts + 1e-6), MOST_HELD);
      whole_demand[i] = (int) MIN (ceil (demand[i] * parts - 1e-6), MOST_HELD);
      all += whole_demand[i];
    }
  return all <= MOST_HELD || fail (scan, error, _("all demands together are too large."));
}

static gboolean
read_points (SolveMedian *median, Scan *scan, GError **error)
{
  g_autofree double *demand = NULL, *capacity = NULL;
  int n, *ones;

  if (!scan_whole (scan, 1, MOST_POINTS, &n, error)
      || !scan_whole (scan, 1, n, &median->problem.n_clusters, error))
    return FALSE;
  median->problem.n_units = median->problem.n_sites = n;
  median->problem.weight = median->problem.uses = ones = g_new0 (int, n);
  demand = g_new0 (double, n);
  capacity = g_new0 (double, n);
  median->x = g_new0 (double, n);
  median->y = g_new0 (double, n);
  for (int i = 0; i < n; i++)
    {
      ones[i] = 1;
      if (!scan_number (scan, -MOST_NUMBER, MOST_NUMBER, &median->x[i], error)
          || !scan_number (scan, -MOST_NUMBER, MOST_NUMBER, &median->y[i], error)
          || !scan_number (scan, 0, MOST_NUMBER, &capacity[i], error)
          || !scan_number (scan, 0, MOST_NUMBER, &demand[i], error))
        return FALSE;
    }
  return take_demands (median, scan, capacity, demand, error);
}

/* (transfer full) */
static char *
read_text (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) refused = NULL;
  char *text = NULL;

  if (g_file_get_contents (path, &text, NULL, &refused))
    return text;
  if (g_error_matches (refused, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, _("There is no file “%s”."), name);
  else
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                 _("“%s” cannot be read. It may be a folder, or you may not read it."), name);
  return NULL;
}

static gboolean
read_matrix (SolveMedian *median, const char *path, GError **error)
{
  g_autofree char *text = NULL, *name = g_filename_display_basename (path);
  Scan scan = { .name = name, .line = 1 };
  gsize n = (gsize) median->problem.n_units * median->problem.n_units;

  text = read_text (path, error);
  if (text == NULL)
    return FALSE;
  scan.at = text;
  median->matrix = g_new0 (gint32, n);
  for (gsize i = 0; i < n; i++)
    if (!scan_whole (&scan, 0, MOST_LENGTH, &median->matrix[i], error))
      return FALSE;
  return TRUE;
}

static double
length_of (const SolveMedian *median, int i, int j)
{
  double length;

  if (median->matrix != NULL)
    return median->matrix[(gsize) i * median->problem.n_sites + j];
  length = sqrt ((median->x[i] - median->x[j]) * (median->x[i] - median->x[j])
                 + (median->y[i] - median->y[j]) * (median->y[i] - median->y[j]));
  return median->whole ? floor (length) : length;
}

static void
measure (SolveMedian *median)
{
  int n = median->problem.n_units;
  gint32 *length = g_new (gint32, (gsize) n * n);
  double longest = 1;

  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      longest = MAX (longest, length_of (median, i, j));
  median->scale = median->whole ? FINE_WHOLE : FINEST;
  while (median->scale * longest > MOST_LENGTH)
    median->scale /= 10;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      length[(gsize) i * n + j] = (gint32) lround (length_of (median, i, j) * median->scale);
  median->problem.length = length;
}

gboolean
solve_median_read (SolveMedian *median, const char *path, const char *cost, GError **error)
{
  g_autofree char *text = NULL, *name = g_filename_display_basename (path);
  Scan scan = { .name = name, .line = 1 };

  *median = (SolveMedian){ .scale = 1 };
  text = read_text (path, error);
  if (text == NULL)
    return FALSE;
  scan.at = text;
  if (!read_points (median, &scan, error))
    return FALSE;
  median->whole = !g_str_equal (cost, "euclid");
  if (median->whole && !g_str_equal (cost, "trunc") && !read_matrix (median, cost, error))
    return FALSE;
  measure (median);
  return TRUE;
}

void
solve_median_clear (SolveMedian *median)
{
  g_free ((int *) median->problem.demand);
  g_free ((int *) median->problem.capacity);
  g_free ((int *) median->problem.weight); /* and uses: the same */
  g_free ((gint32 *) median->problem.length);
  g_free (median->x);
  g_free (median->y);
  g_free (median->matrix);
}

static gboolean
stop_cb (gpointer data)
{
  const SolveRounds *rounds = data;

  return rounds->seconds > 0 && solve_rounds_used (rounds) > rounds->seconds;
}

PatalMedianSearch *
solve_median_search (const SolveMedian *median, guint64 seed, guint64 steps, double seconds, SolveClock clock)
{
  PatalMedianSearch *search;
  PatalRandom random;
  SolveRounds rounds;

  patal_random_seed (&random, seed, 0);
  solve_rounds_init (&rounds, clock, (seconds > 0 ? FIRST_STEPS : steps) * (guint64) median->problem.n_units, seconds);
  search = patal_median_search_new (&median->problem, NULL, random);
  do
    {
      if (seconds > 0)
        rounds.steps = MIN (rounds.steps, MOST_STEPS * (guint64) median->problem.n_units);
      patal_median_search_run (search, rounds.steps, stop_cb, &rounds);
    }
  while (solve_rounds_next (&rounds));
  return search;
}

double
solve_median_value (const SolveMedian *median, const PatalMedianPlan *plan)
{
  double value = 0;

  for (int i = 0; i < median->problem.n_units; i++)
    value += length_of (median, i, plan->site[plan->cluster[i]]);
  return value;
}

/* How many rounds of raising the bound there is time for. */
static int
fitting_rounds (const SolveMedian *median, const PatalMedianPlan *plan, double seconds, SolveClock clock)
{
  double begun = clock (), round;

  patal_median_bound (&median->problem, plan, 1);
  round = MAX (clock () - begun, 1e-6);
  return (int) CLAMP (seconds / round - 1, 1, MOST_ROUNDS);
}

double
solve_median_bound (const SolveMedian *median, const PatalMedianPlan *plan, double seconds, SolveClock clock)
{
  int n = median->problem.n_units,
      rounds = seconds > 0 ? fitting_rounds (median, plan, seconds, clock)
                           : (int) CLAMP (BOUND_WORK / ((double) n * n), 20, MOST_ROUNDS);
  double bound = (double) patal_median_bound (&median->problem, plan, rounds);

  if (!median->whole || median->scale < FINE_WHOLE)
    bound -= n * 0.5; /* each length may have been rounded up by so much */
  bound /= median->scale;
  return median->whole ? MAX (ceil (bound - 1e-6), 0) : MAX (bound, 0);
}
