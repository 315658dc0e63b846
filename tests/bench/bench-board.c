/* bench-board.c: boards from the district's file to the finished PDF, beside what else an office could print them with
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-board PATAL OFFICE     all figures, each beside its goal; PATAL: the command line; OFFICE: bench_board_office.py
 * bench-board make FILE N      a district of N works
 * bench-board cairo FILE PDF   its boards by Cairo and Pango
 * bench-board csv FILE CSV N   what its first N boards of a kind say, for LibreOffice
 *
 * All times are those of whole processes. LibreOffice and the program on Cairo read what they print from the same works; both draw the same
 * board as well as they can, and leave out its outline and the arrows beside it. What else one of them lacks is printed beside its figure. */
#include "bench-board.h"
#include "bench-process.h"
#include <math.h>

#define FEW 1000
#define MANY 6500
#define LAKH 100000
#define MERGED 50 /* boards that LibreOffice merges: one takes as long as the other */

/* --- Measuring --- */

typedef struct
{
  const char *self, *patal, *office, *folder;
  char       *few, *many, *lakh, *pdf, *other; /* files */
} Bench;

/* The quickest of some, so that what else the machine does matters less. */
static Apart
best_of (guint n, const char *const *argv)
{
  Apart best = run_apart (argv);

  for (guint i = 1; i < n; i++)
    {
      Apart next = run_apart (argv);

      if (next.seconds < best.seconds)
        best = next;
    }
  return best;
}
#define BEST_OF(n, ...) best_of (n, (const char *const[]) { __VA_ARGS__, NULL })

static void
say_office (const Bench *bench, const char *way, const char *number, double ours, const char *name, double goal)
{
  const char *argv[] = { bench->office, way, bench->other, number, bench->folder, NULL };
  g_autofree char *out = NULL, *errors = NULL;
  g_autoptr (GError) error = NULL;
  double a_board;
  int status;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, &errors, &status, &error))
    g_error ("%s", error->message);
  if (status != 0)
    {
      printf ("  %s: not measured: %s", name, *errors != '\0' ? errors : "it failed\n");
      return;
    }
  a_board = g_ascii_strtod (out, NULL) / atoi (number);
  printf ("  %s: %.1f ms a board, %.0f s for %d%s; as fast as that: %.0f times (goal: at least %.0f)\n", name, a_board * 1000,
          a_board * FEW, FEW, atoi (number) < FEW ? ", reckoned from fewer" : "", a_board * FEW / ours, goal);
}

static void
measure_office (const Bench *bench)
{
  Apart ours = BEST_OF (5, bench->patal, "--file", bench->few, "board", "--all", "--out", bench->pdf);
  g_autofree char *merged = g_strdup_printf ("%d", MERGED), *few = g_strdup_printf ("%d", FEW);

  printf ("%d boards on A4 proofs: %.3f s (%.0f a second), %.3f s of processor time\n", FEW, ours.seconds, FEW / ours.seconds, ours.cpu);
  bench_board_office (bench->many, bench->other, FEW);
  say_office (bench, "merge", merged, ours.seconds, "LibreOffice, mail merge into PDF files (community boards; without QR code: a merge varies no picture)", 600);
  say_office (bench, "files", few, ours.seconds, "LibreOffice at its best, one process, files of ten pages (community boards; the codes' pictures were made before)", 100);
}

static void
measure_cairo (const Bench *bench)
{
  Apart ours = BEST_OF (5, bench->patal, "--file", bench->many, "board", "--all", "--out", bench->pdf);
  Apart cairo = BEST_OF (2, bench->self, "cairo", bench->many, bench->other);
  g_autofree char *bytes = NULL;
  g_autoptr (GString) streams = NULL;
  double deflate = G_MAXDOUBLE;
  gsize size;

  g_file_get_contents (bench->pdf, &bytes, &size, NULL);
  streams = inflate_all (bytes, size);
  for (guint i = 0; i < 5; i++)
    deflate = MIN (deflate, deflate_and_write (streams, MANY, bench->other));
  printf ("%d boards on A4 proofs: %.2f s (%.0f a second), %.2f s of processor time\n", MANY, ours.seconds, MANY / ours.seconds, ours.cpu);
  printf ("  Cairo and Pango (the whole board; the places of its boxes were given): %.2f s (%.0f a second), %.2f s of processor time\n", cairo.seconds, MANY / cairo.seconds, cairo.cpu);
  printf ("  as fast as Cairo and Pango: %.1f times, %.1f by processor time (goal: at least 5)\n", cairo.seconds / ours.seconds,
          cairo.cpu / ours.cpu);
  printf ("  of deflating and writing the same %.1f MB, %.3f s: %.1f times, %.1f by processor time (goal: at most 8)\n",
          (double) streams->len / 1e6, deflate, ours.seconds / deflate, ours.cpu / deflate);
  printf ("  bytes a page: %.0f (goal: at most 1,100)\n", (double) size / MANY);
  printf ("  memory: %.0f MiB (goal: at most 100 MB, flat); Cairo and Pango: %.0f\n", ours.mib, cairo.mib);
}

static void
measure_lakh (const Bench *bench)
{
  Apart ours = RUN_APART (bench->patal, "--file", bench->lakh, "board", "--all", "--out", bench->pdf);
  GStatBuf about;

  g_stat (bench->pdf, &about);
  printf ("%d boards on A4 proofs: %.1f s (%.0f a second), %.1f s of processor time\n", LAKH, ours.seconds, LAKH / ours.seconds, ours.cpu);
  printf ("  bytes a page: %.0f (goal: at most 1,100)\n", (double) about.st_size / LAKH);
  printf ("  memory: %.0f MiB (goal: at most 100 MB, flat)\n", ours.mib);
}

static void
measure_cold (const Bench *bench)
{
  BenchForms *forms = bench_forms_open (bench->many);
  g_autofree char *work = bench_forms_id (forms, MANY / 2);

  bench_forms_close (forms);
  printf ("one board from a cold command: %.1f ms, the fastest of 11 (goal: at most 40); only to start: %.1f\n",
          FASTEST (bench->patal, "--file", bench->many, "board", "--work", work, "--out", bench->pdf), FASTEST (bench->patal, "--help"));
}

static void
make_file (const Bench *bench, char **path, const char *name, guint n_works)
{
  g_autofree char *number = g_strdup_printf ("%u", n_works);

  *path = g_build_filename (bench->folder, name, NULL);
  RUN_APART (bench->self, "make", *path, number);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  Bench bench = { .self = argv[0] };

  if (argc == 4 && g_str_equal (argv[1], "make"))
    bench_board_make (argv[2], (guint) atoi (argv[3]));
  else if (argc == 4 && g_str_equal (argv[1], "cairo"))
    bench_board_cairo (argv[2], argv[3]);
  else if (argc == 5 && g_str_equal (argv[1], "csv"))
    bench_board_office (argv[2], argv[3], (guint) atoi (argv[4]));
  if (argc != 3)
    return argc > 3 ? 0 : 2;
  bench.folder = folder = g_dir_make_tmp ("patal-bench-XXXXXX", NULL);
  bench.patal = argv[1];
  bench.office = argv[2];
  make_file (&bench, &bench.few, "few.patal", FEW);
  make_file (&bench, &bench.many, "many.patal", MANY);
  make_file (&bench, &bench.lakh, "lakh.patal", LAKH);
  bench.pdf = g_build_filename (folder, "boards.pdf", NULL);
  bench.other = g_build_filename (folder, "other", NULL);
  setvbuf (stdout, NULL, _IOLBF, 0);
  measure_cairo (&bench);
  measure_lakh (&bench);
  measure_cold (&bench);
  measure_office (&bench);
  remove_folder (folder);
  g_free (bench.few);
  g_free (bench.many);
  g_free (bench.lakh);
  g_free (bench.pdf);
  g_free (bench.other);
  return 0;
}
