/* bench-store.c: one edit of 2.1 lakh units, its undo and redo, and a search at every keystroke among them
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each figure stands beside its goal, and beside a yardstick: a fixed piece of work timed in the same run, so that figures
 * from two machines can be compared. bench-store [NAMES] takes the names from lines "English TAB Hindi TAB code". */
#include "../district-file.h"
#include "patal-journal.h"
#include <stdio.h>
#include <sys/resource.h>

#define N_UNITS 211945
#define N_BLOCKS 7000
#define N_SEARCHES 20000 /* keystrokes */

typedef struct { char *en, *hi, *code; } Name;

typedef struct
{
  GArray *names;
  gint64  spent_us; /* within the edit function itself */
} Import;

static const struct { const char *en, *hi; } syllables[] = {
  { "ra", "रा" }, { "ma", "मा" }, { "ka", "का" }, { "bha", "भा" }, { "la", "ला" }, { "ni", "नी" }, { "sa", "सा" }, { "ti", "ती" },
  { "kha", "खा" }, { "ga", "ग" }, { "na", "ना" }, { "pa", "पा" }, { "do", "दो" }, { "cha", "चा" }, { "de", "दे" }, { "vi", "वि" },
  { "ha", "हा" }, { "jha", "झा" }, { "ba", "बा" }, { "mu", "मु" }, { "ku", "कु" }, { "si", "सि" }, { "tha", "था" }, { "go", "गो" },
  { "a", "अ" }, { "u", "उ" }, { "i", "इ" }, { "shi", "शि" }, { "ya", "या" }, { "lo", "लो" }, { "che", "चे" }, { "ru", "रू" },
}, endings[] = {
  { "pur", "पुर" }, { "", "" }, { "gaon", "गांव" }, { "di", "डी" }, { "", "" }, { "nagar", "नगर" }, { "li", "ली" }, { "tara", "तरा" },
}, seconds[] = {
  { " Kalan", " कलां" }, { " Khurd", " खुर्द" }, { " Nagar", " नगर" }, { " Bujurg", " बुजुर्ग" }, { " Tola", " टोला" },
};

static void
name_clear (gpointer data)
{
  Name *name = data;

  g_free (name->en);
  g_free (name->hi);
  g_free (name->code);
}

static GArray *
make_names (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (2111945);
  GArray *names = g_array_sized_new (FALSE, FALSE, sizeof (Name), N_UNITS);

  for (guint i = 0; i < N_UNITS; i++)
    {
      g_autoptr (GString) en = g_string_new (NULL), hi = g_string_new (NULL);
      int n = g_rand_int_range (dice, 2, 4), end = g_rand_int_range (dice, 0, G_N_ELEMENTS (endings));

      for (int s = 0; s < n; s++)
        {
          int which = (int) (g_rand_double (dice) * g_rand_double (dice) * G_N_ELEMENTS (syllables)); /* some are frequent */

          g_string_append (en, syllables[which].en);
          g_string_append (hi, syllables[which].hi);
        }
      g_string_append (en, endings[end].en);
      g_string_append (hi, endings[end].hi);
      if (g_rand_int_range (dice, 0, 4) == 0)
        {
          int second = g_rand_int_range (dice, 0, G_N_ELEMENTS (seconds));

          g_string_append (en, seconds[second].en);
          g_string_append (hi, seconds[second].hi);
        }
      en->str[0] = g_ascii_toupper (en->str[0]);
      g_array_append_val (names, ((Name) { g_strdup (en->str), g_rand_int_range (dice, 0, 4) == 0 ? g_strdup (hi->str) : NULL,
                                           g_strdup_printf ("%u", 100000 + i) }));
    }
  return names;
}

static GArray *
read_names (const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) cells = g_strsplit (*line, "\t", 3);

      if (g_strv_length (cells) == 3 && cells[0][0] != '\0')
        g_array_append_val (names, ((Name) { g_strdup (cells[0]), cells[1][0] != '\0' ? g_strdup (cells[1]) : NULL,
                                             g_strdup (cells[2]) }));
    }
  return names;
}

static gboolean
import (PatalDb *db, gpointer data, GError **error)
{
  Import *self = data;
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 begun = g_get_monotonic_time (), state = patal_db_new_id (db), district = patal_db_new_id (db);
  gboolean good = patal_db_run (db, "INSERT INTO unit (id, level, name_en) VALUES (?1, 'state', 'All')",
                                PATAL_ARGS (PATAL_INT (state)), error)
                  && patal_db_run (db, "INSERT INTO unit (id, level, parent, name_en) VALUES (?1, 'district', ?2, 'One')",
                                   PATAL_ARGS (PATAL_INT (district), PATAL_INT (state)), error);

  for (guint i = 0; good && i < self->names->len; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);
      gint64 block;

      if (i % (self->names->len / N_BLOCKS + 1) == 0)
        {
          block = patal_db_new_id (db);
          g_array_append_val (blocks, block);
          good = patal_db_run (db, "INSERT INTO unit (id, level, parent, name_en) VALUES (?1, 'block', ?2, ?3)",
                               PATAL_ARGS (PATAL_INT (block), PATAL_INT (district), PATAL_TEXT (name->en)), error);
        }
      block = g_array_index (blocks, gint64, blocks->len - 1);
      good = good && patal_db_run (db,
        "INSERT INTO unit (id, level, parent, name_en, name_hi, lgd_code) VALUES (?1, 'gp', ?2, ?3, ?4, ?5)",
        PATAL_ARGS (PATAL_INT (patal_db_new_id (db)), PATAL_INT (block), PATAL_TEXT (name->en), PATAL_TEXT (name->hi),
                    PATAL_TEXT (name->code)), error);
    }
  self->spent_us = g_get_monotonic_time () - begun;
  return good;
}

static double
seconds_since (gint64 begun)
{
  return (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC;
}

/* Of this program: what else the machine does meanwhile is not in it. */
static double
cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
}

static double
peak_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

/* Fixed work of the kind that all of this is: hashing 64 MiB. */
static double
yardstick (void)
{
  g_autofree guint8 *bytes = g_malloc0 (64 * 1024 * 1024);
  gint64 begun = g_get_monotonic_time ();
  g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, 64 * 1024 * 1024);

  g_assert_nonnull (sum);
  return seconds_since (begun);
}

static void
bench_edit (DistrictFile *f, GArray *names, double unit)
{
  Import job = { names, 0 };
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();
  double all, door, cpu = cpu_seconds ();

  patal_db_edit (f->db, PATAL_LABEL ("Imported"), import, &job, &error);
  g_assert_no_error (error);
  all = seconds_since (begun);
  door = all - (double) job.spent_us / G_USEC_PER_SEC;
  printf ("edit of %u rows: %.2f s, of which the door %.2f s (goal 4.5 s where bench-import's shell takes 1.1); %.2f s of the processor; %.1f yardsticks; peak memory %.0f MiB (goal 300)\n",
          names->len, all, door, cpu_seconds () - cpu, all / unit, peak_mib ());

  begun = g_get_monotonic_time ();
  patal_db_undo (f->db, NULL, &error);
  g_assert_no_error (error);
  printf ("its undo: %.2f s; peak memory %.0f MiB\n", seconds_since (begun), peak_mib ());
  begun = g_get_monotonic_time ();
  patal_db_redo (f->db, NULL, &error);
  g_assert_no_error (error);
  printf ("its redo: %.2f s; peak memory %.0f MiB\n", seconds_since (begun), peak_mib ());
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

typedef struct { GArray *times; gint64 worst; char *worst_typed; } Times;

static void
time_search (PatalDb *reader, const char *typed, Times *times)
{
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time (), took;
  g_autoptr (GArray) hits = patal_search (reader, typed, NULL, 20, &error);

  g_assert_no_error (error);
  took = g_get_monotonic_time () - begun;
  g_array_append_val (times->times, took);
  if (took > times->worst)
    {
      times->worst = took;
      g_free (times->worst_typed);
      times->worst_typed = g_strdup (typed);
    }
}

/* Names in both scripts and codes, as they are typed: after every letter. And the worst: one letter, and one after a frequent word. */
static void
bench_search (const char *path, GArray *names, double unit)
{
  static const char *const words[] = { "kalan", "khurd", "nagar", "pur", "कलां", "नगर", "ram", "tola" };
  g_autoptr (GError) error = NULL;
  g_autoptr (PatalDb) reader = patal_file_open (path, PATAL_FILE_READ, district_file_searched, NULL, &error);
  g_autoptr (GRand) dice = g_rand_new_with_seed (20);
  Times times = { g_array_new (FALSE, FALSE, sizeof (gint64)), 0, NULL };

  g_assert_no_error (error);
  for (char letter = 'a'; letter <= 'z'; letter++)
    {
      char alone[] = { letter, '\0' };

      time_search (reader, alone, &times);
      for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        {
          g_autofree char *after = g_strdup_printf ("%s %c", words[i], letter);

          time_search (reader, after, &times);
        }
    }
  while (times.times->len < N_SEARCHES)
    {
      const Name *name = &g_array_index (names, Name, g_rand_int_range (dice, 0, (gint32) names->len));
      int kind = g_rand_int_range (dice, 0, 3);
      const char *typed = kind == 0 && name->hi != NULL ? name->hi : kind == 1 ? name->code : name->en;

      for (const char *end = g_utf8_next_char (typed);; end = g_utf8_next_char (end))
        {
          g_autofree char *so_far = g_strndup (typed, (gsize) (end - typed));

          time_search (reader, so_far, &times);
          if (*end == '\0')
            break;
        }
    }
  g_array_sort (times.times, compare_times);
  printf ("search, %u keystrokes: p50 %.2f ms, p99 %.2f ms (goal 16 ms), worst %.2f ms (“%s”); p99 %.4f yardsticks\n", times.times->len,
          (double) g_array_index (times.times, gint64, times.times->len / 2) / 1000,
          (double) g_array_index (times.times, gint64, times.times->len * 99 / 100) / 1000, (double) times.worst / 1000,
          times.worst_typed, (double) g_array_index (times.times, gint64, times.times->len * 99 / 100) / G_USEC_PER_SEC / unit);
  g_array_unref (times.times);
  g_free (times.worst_typed);
}

static void
bench_check (DistrictFile *f)
{
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (GPtrArray) findings = patal_file_check (f->db, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  printf ("check: %.2f s\n", seconds_since (begun));
  begun = g_get_monotonic_time ();
  district_file_reopen (f);
  printf ("close and open: %.3f s\n", seconds_since (begun));
  begun = g_get_monotonic_time ();
  patal_search_rebuild (f->db, NULL, &error);
  g_assert_no_error (error);
  printf ("search index built anew: %.2f s\n", seconds_since (begun));
}

int
main (int argc, char **argv)
{
  g_autoptr (GArray) names = argc > 1 ? read_names (argv[1]) : make_names ();
  double unit = yardstick ();
  DistrictFile f;
  GStatBuf status;

  g_array_set_clear_func (names, name_clear);
  printf ("yardstick: %.3f s (SHA-256 of 64 MiB)\n", unit);
  district_file_set_up (&f, NULL);
  bench_edit (&f, names, unit);
  bench_search (f.path, names, unit);
  bench_check (&f);
  if (g_stat (f.path, &status) == 0)
    printf ("file: %.1f MiB\n", (double) status.st_size / 1024 / 1024);
  district_file_tear_down (&f, NULL);
  return 0;
}
