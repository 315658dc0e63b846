/* patal-schedule-hit.c: how many batches cannot stay where they are
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A batch is hit if its day is closed for it, or its officer is away or held by one that stays. Others must
 * move because of these: where an officer has fewer days left up to some day than the batches need that end by
 * then, some of them must end later, and behind each of them the later modules of its cluster. Those who are hit
 * move anyway; at least so many others go along as make up what is missing with the fewest of them. Of all days
 * the one is taken after which that is most. Each batch has one officer, so what the officers come to is added. */
#include "patal-schedule-hit.h"

/* The batches of one officer, those of a cluster side by side; who stays is not among them. */
typedef struct
{
  const PatalTimetable *table;
  const int *old;
  const int *order;   /* the modules, each behind those before it */
  int        first_day;
  int        n, *batches;
  guint64   *open;    /* days on which the officer is there, and nobody who stays needs it */
} Duties;

typedef struct
{
  int officer, batch;
} Duty;

static int
compare_duties (gconstpointer a, gconstpointer b)
{
  const Duty *one = a, *two = b;

  return one->officer != two->officer ? one->officer - two->officer : one->batch - two->batch;
}

static const guint64 *
starts_of (const PatalTimetable *table, int batch)
{
  return table->starts + (gsize) batch * table->days->n_words;
}

/* On how many days the officer is with @batch, from the first on; without an officer 0. */
static int
attended_days (const PatalTimetable *table, int batch)
{
  int n, officer = patal_timetable_officer (table, batch, &n);

  return officer >= 0 ? n : 0;
}

static gboolean
is_hit (const Duties *self, int batch)
{
  int day = self->old[batch];

  return !patal_days_has (starts_of (self->table, batch), day)
         || !patal_days_has_run (self->open, day, attended_days (self->table, batch));
}

/* The first day from @day on on which @batch may start; the number of days: there is none. */
static int
next_start (const Duties *self, int batch, int day)
{
  for (day = MAX (day, self->first_day); day < self->table->n_days; day++)
    if (patal_days_has (starts_of (self->table, batch), day))
      break;
  return MIN (day, self->table->n_days);
}

/* Of the batches of one cluster. */
typedef struct
{
  int n, n_followers;
  int batch[PATAL_PLAN_MOST_MODULES];
} Mates;

/* How many who are not hit must move if the officer is with @batch after @day: each later module that would
 * start before those that come before it are over. */
static int
count_followers (const Duties *self, const Mates *mates, int batch, int day)
{
  const PatalTimetable *table = self->table;
  int first = batch - batch % table->n_modules, earliest[PATAL_PLAN_MOST_MODULES], n = 0;

  for (int i = 0; i < table->n_modules; i++) /* -1: need not move */
    {
      int m = self->order[i], from = first + m == batch ? day + 2 - attended_days (table, batch) : -1;

      for (int before = 0; before < table->n_modules; before++)
        if ((table->data->modules[m].after >> before & 1) && earliest[before] >= 0)
          from = MAX (from, earliest[before] + table->data->modules[before].days - 1
                                + table->data->rules.gap_days);
      earliest[m] = from >= 0 ? next_start (self, first + m, from) : -1;
    }
  for (int i = 0; i < mates->n; i++)
    {
      int mate = mates->batch[i];

      n += mate != batch && self->old[mate] < earliest[mate % table->n_modules] && !is_hit (self, mate);
    }
  return n;
}

static int
compare_longer (gconstpointer a, gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

/* So many days of the officer, at most, come to lie after @day if k of @mates move that are not hit: into
 * days[k], for k up to their number. */
static void
add_days_of_mates (const Duties *self, const Mates *mates, int day, int *days)
{
  int others[PATAL_PLAN_MOST_MODULES], n_others = 0;

  memset (days, 0, (mates->n + 1) * sizeof *days);
  for (int i = 0; i < mates->n; i++)
    {
      int batch = mates->batch[i], n = attended_days (self->table, batch);

      if (self->old[batch] + n - 1 > day) /* it ends later already */
        continue;
      if (!is_hit (self, batch))
        others[n_others++] = n;
      else
        for (int k = count_followers (self, mates, batch, day); k <= mates->n; k++)
          days[k] += n;
    }
  qsort (others, n_others, sizeof *others, compare_longer);
  for (int i = 0; i < n_others; i++)
    for (int k = i + 1; k <= mates->n; k++)
      days[k] += others[i];
}

/* How many who are not hit must move so that @missing days of the officer come to lie after @day. */
static int
count_pulled (const Duties *self, int day, int missing)
{
  g_autofree int *most = g_new0 (int, missing + 1); /* days, if so many move */
  int days[PATAL_PLAN_MOST_MODULES + 1], n = 0;

  for (int i = 0; i < self->n;)
    {
      Mates mates = { 0 };
      int cluster = patal_timetable_cluster (self->table, self->batches[i]);

      for (; i < self->n && patal_timetable_cluster (self->table, self->batches[i]) == cluster; i++)
        mates.batch[mates.n++] = self->batches[i];
      add_days_of_mates (self, &mates, day, days);
      for (int sum = missing; sum >= 0; sum--)
        {
          int best = 0;

          for (int k = 0; k <= MIN (mates.n, sum); k++)
            best = MAX (best, most[sum - k] + days[k]);
          most[sum] = best;
        }
    }
  while (n <= missing && most[n] < missing)
    n++;
  return n;
}

/* The days on which one of the batches may ask for the officer, into @asked. */
static void
ask (const Duties *self, guint64 *asked)
{
  const PatalTimetable *table = self->table;

  for (int i = 0; i < self->n; i++)
    {
      int batch = self->batches[i], n = attended_days (table, batch);

      for (int w = 0; w < table->days->n_words && n == 1; w++)
        asked[w] |= starts_of (table, batch)[w];
      for (int day = 0; day < table->n_days && n > 1; day++)
        if (patal_days_has (starts_of (table, batch), day))
          patal_days_add (asked, day, n);
    }
}

/* Of all days the one after which most must go along. */
static int
count_most_pulled (const Duties *self)
{
  const PatalTimetable *table = self->table;
  g_autofree guint64 *asked = g_new0 (guint64, table->days->n_words);
  g_autofree int *ending = g_new0 (int, table->n_days);
  int needed = 0, left = 0, most = 0;

  ask (self, asked);
  for (int i = 0; i < self->n; i++)
    {
      int n = attended_days (table, self->batches[i]), last = self->old[self->batches[i]] + n - 1;

      ending[MIN (last, table->n_days - 1)] += n; /* behind it: the window was longer once */
    }
  for (int day = 0; day < table->n_days; day++)
    {
      needed += ending[day];
      left += day >= self->first_day && patal_days_has (asked, day) && patal_days_has (self->open, day);
      if (needed > left)
        most = MAX (most, count_pulled (self, day, needed - left));
    }
  return most;
}

/* Of the officer of all @n of @duties. */
static int
count_of_officer (Duties *self, const Duty *duties, int n, const guint8 *fixed)
{
  const PatalTimetable *table = self->table;
  gsize size = table->days->n_words * sizeof (guint64);
  int officer = duties->officer, must = 0;

  memset (self->open, 0xff, size);
  if (officer >= 0)
    memcpy (self->open, patal_plan_days_of (table->days, table->days->officers, officer), size);
  self->n = 0;
  for (int i = 0; i < n; i++)
    if (!fixed[duties[i].batch])
      self->batches[self->n++] = duties[i].batch;
    else if (officer >= 0)
      {
        int day = self->old[duties[i].batch];

        patal_days_drop (self->open, day,
                         MIN (attended_days (table, duties[i].batch), table->n_days - day));
      }
  for (int i = 0; i < self->n; i++)
    must += is_hit (self, self->batches[i]);
  return officer >= 0 ? must + count_most_pulled (self) : must;
}

int
schedule_must_move (const PatalTimetable *table, const int *batches, int n, const int *old,
                    const guint8 *fixed)
{
  PatalDay today = table->data->rules.today;
  g_autofree Duty *duties = g_new (Duty, MAX (n, 1));
  g_autofree int *listed = g_new (int, MAX (n, 1));
  g_autofree guint64 *open = g_new (guint64, MAX (table->days->n_words, 1));
  int order[PATAL_PLAN_MOST_MODULES], n_duties = 0, n_days, must = 0;
  Duties self = { .table = table, .old = old, .order = order, .batches = listed, .open = open };

  self.first_day = today != PATAL_DAY_NONE ? today - table->days->first + 1 : 0;
  patal_plan_data_order_modules (table->data, order);
  for (int i = 0; i < n; i++)
    if (old[batches[i]] >= 0)
      duties[n_duties++] = (Duty) { patal_timetable_officer (table, batches[i], &n_days), batches[i] };
  qsort (duties, n_duties, sizeof *duties, compare_duties);
  for (int i = 0, end; i < n_duties; i = end)
    {
      for (end = i + 1; end < n_duties && duties[end].officer == duties[i].officer;)
        end++;
      must += count_of_officer (&self, &duties[i], end - i, fixed);
    }
  return must;
}
