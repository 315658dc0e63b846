/* bench-planner-literature.c: the capacitated p-median problems of the literature, beside the best that
 * anybody knows SPDX-License-Identifier: GPL-3.0-or-later
 *
 * best_known.csv has the columns instance, n, p, cost_rule (euclid, trunc, or matrix: the instance's family
 * has a file of lengths) and best_known, proved_optimal. */
#include "bench-planner.h"
#include "solve-median.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SMALL 318  /* points: up to so many, proved optima must be found */
#define SAME 0.006 /* values are known to the second digit */

enum
{
  INSTANCE,
  N,
  P,
  COST_RULE,
  BEST_KNOWN,
  PROVED
};

typedef struct
{
  double sum, worst;
  int n, small, reached; /* all; those that are small and proved; those of them that were reached */
} Gaps;

/* (transfer full): "spain737_74_1" → "FOLDER/spain737.dist" */
static char *
matrix_path (const char *folder, const char *instance)
{
  g_autofree char *family = g_strndup (instance, strcspn (instance, "_")),
                  *name = g_strconcat (family, ".dist", NULL);

  return g_build_filename (folder, name, NULL);
}

static void
measure (const char *folder, char **row, double seconds, Gaps *gaps)
{
  g_autofree char *name = g_strconcat (row[INSTANCE], ".txt", NULL),
                  *path = g_build_filename (folder, name, NULL),
                  *matrix = matrix_path (folder, row[INSTANCE]),
                  *what = g_strdup_printf ("  %s: above the best known", row[INSTANCE]);
  double known = g_ascii_strtod (row[BEST_KNOWN], NULL), value, gap;
  g_auto (SolveMedian) median = { .scale = 1 };
  g_autoptr (PatalMedianSearch) search = NULL;
  g_autoptr (GError) error = NULL;

  if (!solve_median_read (&median, path, g_str_equal (row[COST_RULE], "matrix") ? matrix : row[COST_RULE],
                          &error))
    {
      bench_note ("G5", error->message);
      return;
    }
  search = solve_median_search (&median, 1, 0, seconds, bench_cpu);
  value = patal_median_search_best (search)->fits
              ? solve_median_value (&median, patal_median_search_best (search))
              : INFINITY;
  gap = 100 * (value - known) / known;
  bench_say ("G5", what, gap, 2, "%", BENCH_ONLY_SAID, 0);
  gaps->sum += gap;
  gaps->worst = MAX (gaps->worst, gap);
  gaps->n++;
  if (atoi (row[N]) <= SMALL && g_str_equal (row[PROVED], "yes"))
    {
      gaps->small++;
      gaps->reached += value <= known + SAME;
    }
}

void
bench_literature (const char *folder, double seconds)
{
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "best_known.csv", NULL) : NULL,
                  *text = NULL,
                  *mean = g_strdup_printf ("literature, %g s each: mean above the best known", seconds);
  g_auto (GStrv) lines = NULL;
  Gaps gaps = { 0 };

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    {
      bench_note ("G5", "PATAL_BENCH_CPMP names no folder with best_known.csv: not measured.");
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines + 1; *lines != NULL && *line != NULL; line++)
    {
      g_auto (GStrv) row = g_strsplit (*line, ",", -1);

      if (g_strv_length (row) > PROVED)
        measure (folder, row, seconds, &gaps);
    }
  bench_say ("G5", mean, gaps.sum / MAX (gaps.n, 1), 3, "%", BENCH_AT_MOST, 0.2);
  bench_say ("G5", "literature: worst above the best known", gaps.worst, 2, "%", BENCH_AT_MOST, 1);
  bench_say ("G5", "literature: proved optima with at most 318 points that are reached", gaps.reached, 0, "",
             BENCH_AT_LEAST, gaps.small);
}
