/* patal-schedule-count.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-schedule-count.h"

#define ALL_SETS 4 /* modules of which every set is counted; of more only some */
#define MOST_SETS 48

/* --- Sets of modules --- */

static void
add_set (GArray *sets, guint64 set)
{
  for (guint i = 0; i < sets->len; i++)
    if (g_array_index (sets, guint64, i) == set)
      return;
  if (set != 0 && sets->len < MOST_SETS)
    g_array_append_val (sets, set);
}

/* All, each, those that are as long or longer, and those that only some trainers may teach. */
static GArray *
sets_of_modules (const PatalPlanData *data)
{
  GArray *sets = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 all = data->n_modules < 64 ? (G_GUINT64_CONSTANT (1) << data->n_modules) - 1 : G_MAXUINT64;

  add_set (sets, all);
  for (guint64 set = 1; data->n_modules <= ALL_SETS && set < all; set++)
    add_set (sets, set);
  for (int m = 0; m < data->n_modules && data->n_modules > ALL_SETS; m++)
    {
      guint64 longer = 0;

      for (int k = 0; k < data->n_modules; k++)
        longer |= data->modules[k].days >= data->modules[m].days ? G_GUINT64_CONSTANT (1) << k : 0;
      add_set (sets, G_GUINT64_CONSTANT (1) << m);
      add_set (sets, longer);
    }
  for (int t = 0; t < data->n_trainers && data->n_modules > ALL_SETS; t++)
    add_set (sets, all & ~data->trainers[t].modules);
  return sets;
}

void
schedule_count_init (ScheduleCount *self, const PatalTimetable *table, const guint8 *counted, int first_day)
{
  *self = (ScheduleCount){
    .table = table, .counted = counted, .first_day = MAX (first_day, 0), .sets = sets_of_modules (table->data)
  };
  patal_plan_data_order_modules (table->data, self->order);
  self->runs = g_new0 (guint64 *, MAX (table->data->n_blocks, 1));
}

void
schedule_count_clear (ScheduleCount *self)
{
  for (int b = 0; self->runs != NULL && b < self->table->data->n_blocks; b++)
    g_free (self->runs[b]);
  g_free (self->runs);
  g_clear_pointer (&self->sets, g_array_unref);
}

static guint64 *
find_runs (const ScheduleCount *self, int block)
{
  const PatalTimetable *table = self->table;
  guint64 *runs = g_new0 (guint64, (gsize) table->n_modules * table->days->n_words);

  for (int m = 0; m < table->n_modules; m++)
    for (int day = self->first_day, n = table->data->modules[m].days; day + n <= table->n_days; day++)
      if (patal_days_has_run (patal_plan_days_of (table->days, table->days->blocks, block), day, n))
        patal_days_add (runs + (gsize) m * table->days->n_words, day, 1);
  return runs;
}

/* The days on which @module may start in @block: found when they are asked for, as a part of a plan has few
 * blocks. */
static const guint64 *
runs_of (const ScheduleCount *self, int block, int module)
{
  if (self->runs[block] == NULL)
    self->runs[block] = find_runs (self, block);
  return self->runs[block] + (gsize) module * self->table->days->n_words;
}

static gboolean
has_module (guint64 set, int module)
{
  return set >> module & 1;
}

/* --- The days of a block on which a module may start --- */

/* Modules that each cluster with the module has among those that are counted: only these are sure to stand
 * before or behind it. */
static void
find_company (const ScheduleCount *self, const CountGroup *group, guint64 *company)
{
  int n_modules = self->table->n_modules;

  for (int m = 0; m < n_modules; m++)
    company[m] = G_MAXUINT64;
  for (guint i = 0; i < group->clusters->len; i++)
    {
      int first = g_array_index (group->clusters, int, i) * n_modules;
      guint64 has = 0;

      for (int m = 0; m < n_modules; m++)
        has |= self->counted[first + m] ? G_GUINT64_CONSTANT (1) << m : 0;
      for (int m = 0; m < n_modules; m++)
        if (has_module (has, m))
          company[m] &= has;
    }
}

typedef struct
{
  int first, last; /* day on which it may start; first > last: none */
} Starts;

/* The first and the last start of each module that leave time for those before it, and where all are held for
 * those after it. */
static void
find_starts (const ScheduleCount *self, int block, int last, const guint64 *company, Starts *starts)
{
  const PatalPlanData *data = self->table->data;
  int n_modules = data->n_modules, n_days = self->table->n_days;

  for (int i = 0; i < n_modules; i++)
    {
      int m = self->order[i], day = 0;

      for (int a = 0; a < n_modules; a++)
        if (has_module (data->modules[m].after & company[m], a))
          day = MAX (day, starts[a].first + data->modules[a].days - 1 + data->rules.gap_days);
      while (day < n_days && !patal_days_has (runs_of (self, block, m), day))
        day++;
      starts[m].first = MIN (day, n_days);
    }
  for (int i = n_modules - 1; i >= 0; i--)
    {
      int m = self->order[i], day = MIN (last, n_days - 1) - data->modules[m].days + 1;

      for (int s = 0; s < n_modules && self->whole; s++)
        if (has_module (data->modules[s].after, m) && has_module (company[m], s))
          day = MIN (day, starts[s].last - data->rules.gap_days - data->modules[m].days + 1);
      while (day >= 0 && !patal_days_has (runs_of (self, block, m), day))
        day--;
      starts[m].last = day;
    }
}

/* For each block of @group, those of each module; (transfer full). */
static Starts *
starts_of_group (const ScheduleCount *self, const CountGroup *group)
{
  Starts *starts = g_new (Starts, MAX (group->blocks->len, 1) * self->table->n_modules);
  guint64 company[PATAL_PLAN_MOST_MODULES];

  find_company (self, group, company);
  for (guint i = 0; i < group->blocks->len; i++)
    {
      int b = g_array_index (group->blocks, int, i);

      find_starts (self, b, group->last[b], company, starts + i * self->table->n_modules);
    }
  return starts;
}

/* Adds to @set the days of @module in the group's blocks: those on which it starts with all its days in @free
 * (nullable), or all its days. */
typedef enum
{
  ADD_STARTS,
  ADD_DAYS
} AddWhat;

static void
add_days (const ScheduleCount *self, const CountGroup *group, const Starts *starts, int module,
          const guint64 *free, AddWhat what, guint64 *set)
{
  int n = self->table->data->modules[module].days;

  for (guint i = 0; i < group->blocks->len; i++)
    {
      const Starts *of = &starts[i * self->table->n_modules + module];
      const guint64 *runs = runs_of (self, g_array_index (group->blocks, int, i), module);

      for (int day = of->first; day <= of->last; day++)
        if (patal_days_has (runs, day)
            && (free == NULL || patal_days_has_run (free, day, what == ADD_DAYS ? n : 1)))
          patal_days_add (set, day, what == ADD_DAYS ? n : 1);
    }
}

/* --- What is asked --- */

typedef struct
{
  int days; /* of each */
  int n;
} Ask;

static int
compare_asks (gconstpointer a, gconstpointer b)
{
  return ((const Ask *)b)->days - ((const Ask *)a)->days;
}

/* How many at least go without, so that the others ask for no more than @have: the largest first. */
static int
count_out (Ask *asks, int n, gint64 need, gint64 have)
{
  int out = 0;

  qsort (asks, n, sizeof *asks, compare_asks);
  for (int i = 0; i < n && need > have; i++)
    if (asks[i].days > 0)
      {
        int drop = (int) MIN (((need - have) + asks[i].days - 1) / asks[i].days, asks[i].n);

        out += drop;
        need -= (gint64) drop * asks[i].days;
      }
  return out;
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

/* Which batches ask for anything at all, of the module. */
typedef gboolean (*AsksFunc) (const ScheduleCount *self, int cluster, int module, int whom);

/* The heads of the smallest that may be those who go without. */
static gint64
least_heads (const ScheduleCount *self, const CountGroup *group, guint64 modules, int out, AsksFunc asks,
             int whom)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (int));
  gint64 sum = 0;

  for (guint i = 0; i < group->clusters->len; i++)
    for (int m = 0, c = g_array_index (group->clusters, int, i); m < self->table->n_modules; m++)
      if (has_module (modules, m) && self->counted[c * self->table->n_modules + m] && asks (self, c, m, whom))
        g_array_append_val (heads, self->table->heads[c]);
  g_array_sort (heads, compare_ints);
  for (guint i = 0; i < MIN ((guint) out, heads->len); i++)
    sum += g_array_index (heads, int, i);
  return sum;
}

static gboolean
is_worse (const CountShort *a, const CountShort *b)
{
  return a->out != b->out ? a->out > b->out : a->out > 0 && a->need - a->have > b->need - b->have;
}

/* Batches of each module that are counted and ask. */
static void
count_batches (const ScheduleCount *self, const CountGroup *group, AsksFunc asks, int whom, int *n)
{
  memset (n, 0, self->table->n_modules * sizeof (int));
  for (guint i = 0; i < group->clusters->len; i++)
    for (int m = 0, c = g_array_index (group->clusters, int, i); m < self->table->n_modules; m++)
      n[m] += self->counted[c * self->table->n_modules + m] && asks (self, c, m, whom);
}

/* --- Officers --- */

static PatalAttend
attend_at (const ScheduleCount *self, int cluster, int officer)
{
  const PatalPlanBlock *block = &self->table->data->blocks[self->table->block_of_cluster[cluster]];

  return block->officer == officer ? block->attend : PATAL_ATTEND_NONE;
}

static gboolean
asks_officer (const ScheduleCount *self, int cluster, G_GNUC_UNUSED int module, int officer)
{
  return attend_at (self, cluster, officer) != PATAL_ATTEND_NONE;
}

/* The officer is wanted for the first day or for all of each batch of @modules. */
static CountShort
officer_short (const ScheduleCount *self, const CountGroup *group, const Starts *starts, int officer,
               PatalAttend most, guint64 modules)
{
  const PatalPlanDays *days = self->table->days;
  g_autofree guint64 *set = g_new0 (guint64, days->n_words);
  Ask asks[2 * PATAL_PLAN_MOST_MODULES];
  CountShort made = { .modules = modules };
  int n_asks = 0;

  for (int m = 0; m < self->table->n_modules; m++)
    {
      int n[PATAL_ATTEND_ALL + 1] = { 0 }, length = self->table->data->modules[m].days;

      for (guint i = 0; i < group->clusters->len && has_module (modules, m); i++)
        {
          int c = g_array_index (group->clusters, int, i);

          if (self->counted[c * self->table->n_modules + m])
            n[MIN (attend_at (self, c, officer), most)]++;
        }
      for (PatalAttend a = PATAL_ATTEND_FIRST; a <= PATAL_ATTEND_ALL; a++)
        if (n[a] > 0)
          {
            asks[n_asks++] = (Ask) { a == PATAL_ATTEND_ALL ? length : 1, n[a] };
            made.batches += n[a];
            made.need += (gint64) n[a] * (a == PATAL_ATTEND_ALL ? length : 1);
            add_days (self, group, starts, m, patal_plan_days_of (days, days->officers, officer),
                      a == PATAL_ATTEND_ALL ? ADD_DAYS : ADD_STARTS, set);
          }
    }
  made.have = patal_days_count (set, days->n_words);
  made.out = count_out (asks, n_asks, made.need, made.have);
  return made;
}

CountShort
schedule_count_officer (const ScheduleCount *self, const CountGroup *group, int officer, PatalAttend most)
{
  g_autofree Starts *starts = starts_of_group (self, group);
  CountShort worst = { 0 };

  for (guint i = 0; i < self->sets->len; i++)
    {
      CountShort it
          = officer_short (self, group, starts, officer, most, g_array_index (self->sets, guint64, i));

      if (is_worse (&it, &worst))
        worst = it;
    }
  if (worst.out > 0)
    worst.heads_out = least_heads (self, group, worst.modules, worst.out, asks_officer, officer);
  return worst;
}

/* --- Halls --- */

static gboolean
asks_venue (const ScheduleCount *self, int cluster, G_GNUC_UNUSED int module, int venue)
{
  return self->table->venue_of_cluster[cluster] == venue;
}

CountShort
schedule_count_venue (const ScheduleCount *self, const CountGroup *group, int venue)
{
  const PatalPlanDays *days = self->table->days;
  g_autofree Starts *starts = starts_of_group (self, group);
  g_autofree guint64 *set = g_new (guint64, days->n_words);
  int n[PATAL_PLAN_MOST_MODULES];
  CountShort worst = { 0 };

  count_batches (self, group, asks_venue, venue, n);
  for (guint i = 0; i < self->sets->len; i++)
    {
      Ask asks[PATAL_PLAN_MOST_MODULES];
      CountShort it = { .modules = g_array_index (self->sets, guint64, i) };
      int n_asks = 0;

      memset (set, 0, days->n_words * sizeof (guint64));
      for (int m = 0; m < self->table->n_modules; m++)
        if (has_module (it.modules, m) && n[m] > 0)
          {
            asks[n_asks++] = (Ask) { self->table->data->modules[m].days, n[m] };
            it.batches += n[m];
            it.need += (gint64) n[m] * self->table->data->modules[m].days;
            add_days (self, group, starts, m, patal_plan_days_of (days, days->venues, venue), ADD_DAYS, set);
          }
      it.have = (gint64) self->table->data->venues[venue].halls * patal_days_count (set, days->n_words);
      it.out = count_out (asks, n_asks, it.need, it.have);
      if (is_worse (&it, &worst))
        worst = it;
    }
  if (worst.out > 0)
    worst.heads_out = least_heads (self, group, worst.modules, worst.out, asks_venue, venue);
  return worst;
}

/* --- Trainers --- */

static gboolean
asks_trainers (const ScheduleCount *self, G_GNUC_UNUSED int cluster, int module, G_GNUC_UNUSED int whom)
{
  return self->table->data->modules[module].team > 0;
}

/* The most days that can be taught in @n days in a row (0 … n_days), in lessons of the modules, with rests
 * where the rule wants them. */
static int *
days_in_runs (const ScheduleCount *self, guint64 modules)
{
  const PatalPlanData *data = self->table->data;
  int n_days = self->table->n_days, most = MIN (data->rules.most_run, n_days);
  g_autofree int *best = g_new (int, (gsize) (n_days + 1) * (most + 1)); /* [day × run]: -1 cannot be */
  int *made = g_new0 (int, n_days + 1);

  for (gsize i = 0; i < (gsize) (n_days + 1) * (most + 1); i++)
    best[i] = -1;
  best[0] = 0;
  for (int day = 0; day <= n_days; day++)
    for (int run = 0; run <= most; run++)
      {
        int so_far = best[(gsize) day * (most + 1) + run];

        if (so_far < 0)
          continue;
        made[day] = MAX (made[day], so_far);
        if (day < n_days)
          best[(gsize) (day + 1) * (most + 1)] = MAX (best[(gsize) (day + 1) * (most + 1)], so_far);
        for (int m = 0; m < data->n_modules; m++)
          {
            int n = data->modules[m].days;

            if (has_module (modules, m) && run + n <= most && day + n <= n_days)
              {
                int *next = best + (gsize) (day + n) * (most + 1) + run + n;

                *next = MAX (*next, so_far + n);
              }
          }
      }
  return made;
}

static int
teaching_days (const ScheduleCount *self, const guint64 *free, const int *in_run)
{
  int sum = 0, run = 0;

  for (int day = 0; day < self->table->n_days; day++)
    if (patal_days_has (free, day))
      run++;
    else
      {
        sum += in_run[run];
        run = 0;
      }
  return sum + in_run[run];
}

/* All lessons of @modules are equally long: so long; else 1. */
static int
common_length (const PatalPlanData *data, guint64 modules)
{
  int length = 0;

  for (int m = 0; m < data->n_modules; m++)
    if (has_module (modules, m))
      length = length == 0 || length == data->modules[m].days ? data->modules[m].days : -1;
  return MAX (length, 1);
}

/* What those who may teach the same of a set of modules have in common. */
typedef struct
{
  guint64 modules;
  guint64 *set; /* days on which one of them is held somewhere in the group */
  int *in_run;  /* teaching days in so many days in a row */
  int gives;    /* teaching days of who is free on all of them */
} Skill;

static void
skill_clear (gpointer data)
{
  g_free (((Skill *)data)->set);
  g_free (((Skill *)data)->in_run);
}

static const Skill *
skill_of (const ScheduleCount *self, const CountGroup *group, const Starts *starts, GArray *skills,
          guint64 modules)
{
  Skill skill = { .modules = modules };

  for (guint i = 0; i < skills->len; i++)
    if (g_array_index (skills, Skill, i).modules == modules)
      return &g_array_index (skills, Skill, i);
  skill.set = g_new0 (guint64, self->table->days->n_words);
  skill.in_run = days_in_runs (self, modules);
  for (int m = 0; m < self->table->n_modules; m++)
    if (has_module (modules, m))
      add_days (self, group, starts, m, NULL, ADD_DAYS, skill.set);
  skill.gives = teaching_days (self, skill.set, skill.in_run);
  g_array_append_val (skills, skill);
  return &g_array_index (skills, Skill, skills->len - 1);
}

/* The longest module of @modules that may start in @block on @day; 0: none may. */
static int
longest_from (const ScheduleCount *self, int block, const Starts *of, guint64 modules, int day)
{
  int longest = 0;

  for (int m = 0; m < self->table->n_modules; m++)
    if (has_module (modules, m) && day >= of[m].first && day <= of[m].last
        && patal_days_has (runs_of (self, block, m), day))
      longest = MAX (longest, self->table->data->modules[m].days);
  return longest;
}

/* Adds how many batches of @modules can run in @block on each day: as many as there are clusters (@n), and no
 * more than its officer can have started, one a day. @own is a scratch of all days. */
static void
add_running (const ScheduleCount *self, int block, const Starts *of, guint64 modules, int n, int *own,
             int *running)
{
  const PatalPlanBlock *is = &self->table->data->blocks[block];
  gboolean free = is->officer < 0 || is->attend == PATAL_ATTEND_NONE;
  int n_days = self->table->n_days;

  memset (own, 0, n_days * sizeof (int));
  for (int day = 0; day < n_days; day++)
    if (free
        || patal_days_has (patal_plan_days_of (self->table->days, self->table->days->officers, is->officer),
                           day))
      for (int d = day, end = day + longest_from (self, block, of, modules, day); d < end; d++)
        own[d]++;
  for (int day = 0; day < n_days; day++)
    running[day] += own[day] == 0 ? 0 : free ? n : is->attend == PATAL_ATTEND_ALL ? 1 : MIN (n, own[day]);
}

/* (transfer full): of each day, how many batches of @modules can run on it in the group. */
static int *
most_running (const ScheduleCount *self, const CountGroup *group, const Starts *starts, guint64 modules)
{
  int *running = g_new0 (int, self->table->n_days);
  g_autofree int *own = g_new (int, self->table->n_days);

  for (guint i = 0; i < group->blocks->len; i++)
    {
      int block = g_array_index (group->blocks, int, i), n = 0;

      for (guint k = 0; k < group->clusters->len; k++)
        n += self->table->block_of_cluster[g_array_index (group->clusters, int, k)] == block;
      add_running (self, block, starts + i * self->table->n_modules, modules, n, own, running);
    }
  return running;
}

/* A team that needs @team of those who are there leaves the rest idle, and not all can teach where few
 * batches run. */
static gint64
days_in_teams (const ScheduleCount *self, const CountGroup *group, const Starts *starts, guint64 modules,
               const int *present, int team)
{
  g_autofree int *running
      = self->table->data->rules.cross_block ? NULL : most_running (self, group, starts, modules);
  gint64 sum = 0;

  for (int day = 0; day < self->table->n_days; day++)
    sum += (gint64) MIN (present[day] / team, running != NULL ? running[day] : G_MAXINT) * team;
  return sum;
}

static int
days_of_trainer (const ScheduleCount *self, int trainer, const Skill *skill, const guint64 *free)
{
  const PatalPlanTrainer *is = &self->table->data->trainers[trainer];
  int length = common_length (self->table->data, skill->modules), n_words = self->table->days->n_words;
  int gives = memcmp (free, skill->set, n_words * sizeof *free) == 0
                  ? skill->gives
                  : teaching_days (self, free, skill->in_run);

  return is->most_days >= 0 ? MIN (gives, is->most_days / length * length) : gives;
}

/* What @n_more who are always free and may teach all of @modules would give. */
static gint64
days_of_more (const ScheduleCount *self, const CountGroup *group, const Starts *starts, GArray *skills,
              guint64 modules, int n_more, int *present)
{
  const Skill *skill = skill_of (self, group, starts, skills, modules);

  for (int day = 0; day < self->table->n_days; day++)
    present[day] += patal_days_has (skill->set, day) ? n_more : 0;
  return (gint64) n_more * skill->gives;
}

static gint64
days_of_trainers (const ScheduleCount *self, const CountGroup *group, const Starts *starts,
                  const GArray *trainers, int n_more, guint64 modules, int team)
{
  const PatalPlanDays *days = self->table->days;
  g_autoptr (GArray) skills = g_array_new (FALSE, FALSE, sizeof (Skill));
  g_autofree guint64 *free = g_new (guint64, days->n_words);
  g_autofree int *present = g_new0 (int, self->table->n_days);
  gint64 sum = 0;

  g_array_set_clear_func (skills, skill_clear);
  for (guint i = 0; i < trainers->len; i++)
    {
      int t = g_array_index (trainers, int, i);
      guint64 teaches = self->table->data->trainers[t].modules & modules;
      const Skill *skill = teaches != 0 ? skill_of (self, group, starts, skills, teaches) : NULL;

      if (skill == NULL)
        continue;
      for (int w = 0; w < days->n_words; w++)
        free[w] = skill->set[w] & patal_plan_days_of (days, days->trainers, t)[w];
      sum += days_of_trainer (self, t, skill, free);
      for (int day = 0; day < self->table->n_days && team > 0; day++)
        present[day] += patal_days_has (free, day);
    }
  if (n_more > 0)
    sum += days_of_more (self, group, starts, skills, modules, n_more, present);
  return team > 0 ? MIN (sum, days_in_teams (self, group, starts, modules, present, team)) : sum;
}

/* The trainers of each batch of @modules; 0: they differ. */
static int
common_team (const PatalPlanData *data, guint64 modules)
{
  int team = -1;

  for (int m = 0; m < data->n_modules; m++)
    if (has_module (modules, m))
      team = team < 0 || team == data->modules[m].team ? data->modules[m].team : 0;
  return MAX (team, 0);
}

static CountShort
trainers_short (const ScheduleCount *self, const CountGroup *group, const Starts *starts,
                const GArray *trainers, int n_more, guint64 modules, const int *n)
{
  const PatalPlanData *data = self->table->data;
  Ask asks[PATAL_PLAN_MOST_MODULES];
  CountShort made = { 0 };
  int n_asks = 0;

  for (int m = 0; m < data->n_modules; m++)
    if (has_module (modules, m) && n[m] > 0)
      {
        made.modules |= G_GUINT64_CONSTANT (1) << m;
        asks[n_asks++] = (Ask) { data->modules[m].days * data->modules[m].team, n[m] };
        made.batches += n[m];
        made.need += (gint64) n[m] * data->modules[m].days * data->modules[m].team;
      }
  if (made.modules == 0)
    return made;
  made.have = days_of_trainers (self, group, starts, trainers, n_more, made.modules,
                                common_team (data, made.modules));
  made.out = count_out (asks, n_asks, made.need, made.have);
  return made;
}

CountShort
schedule_count_trainers (const ScheduleCount *self, const CountGroup *group, const GArray *trainers,
                         int n_more)
{
  g_autofree Starts *starts = starts_of_group (self, group);
  int n[PATAL_PLAN_MOST_MODULES];
  CountShort worst = { 0 };

  count_batches (self, group, asks_trainers, -1, n);
  for (guint i = 0; i < self->sets->len; i++)
    {
      CountShort it
          = trainers_short (self, group, starts, trainers, n_more, g_array_index (self->sets, guint64, i), n);

      if (is_worse (&it, &worst))
        worst = it;
    }
  if (worst.out > 0)
    worst.heads_out = least_heads (self, group, worst.modules, worst.out, asks_trainers, -1);
  return worst;
}

gint64
schedule_count_have (const ScheduleCount *self, const CountGroup *group, const GArray *trainers,
                     guint64 modules)
{
  g_autofree Starts *starts = starts_of_group (self, group);

  return days_of_trainers (self, group, starts, trainers, 0, modules,
                           common_team (self->table->data, modules));
}

gint64
schedule_count_need (const ScheduleCount *self, const GArray *clusters, guint64 modules)
{
  gint64 need = 0;

  for (guint i = 0; i < clusters->len; i++)
    for (int m = 0; m < self->table->n_modules; m++)
      if (has_module (modules, m)
          && self->counted[g_array_index (clusters, int, i) * self->table->n_modules + m])
        need += (gint64) self->table->data->modules[m].days * self->table->data->modules[m].team;
  return need;
}

/* --- The modules of one cluster --- */

/* Each as early as its own days and those before it let it; @ends: -1 where it is not counted, n_days where
 * there is no day. */
static void
find_ends (const ScheduleCount *self, int cluster, int *ends)
{
  const PatalTimetable *table = self->table;

  for (int i = 0; i < table->n_modules; i++)
    {
      int m = self->order[i], day = self->first_day, batch = cluster * table->n_modules + m;

      ends[m] = -1;
      if (!self->counted[batch])
        continue;
      for (int a = 0; a < table->n_modules; a++)
        if (has_module (table->data->modules[m].after, a) && ends[a] >= 0)
          day = MAX (day, ends[a] + table->data->rules.gap_days);
      while (day < table->n_days
             && !patal_days_has (table->starts + (gsize) batch * table->days->n_words, day))
        day++;
      ends[m] = MIN (day + table->data->modules[m].days - 1, table->n_days);
    }
}

/* Two modules are never on one day: on which day have there been as many as all need? @n_out: how many
 * modules at least lack days by @last. */
static int
end_of_sum (const ScheduleCount *self, int cluster, int last, int *n_out)
{
  const PatalTimetable *table = self->table;
  g_autofree guint64 *set = g_new0 (guint64, table->days->n_words);
  Ask asks[PATAL_PLAN_MOST_MODULES];
  int n_asks = 0, need = 0, have = 0, n = 0, end = -1;

  for (int m = 0; m < table->n_modules; m++)
    {
      int batch = cluster * table->n_modules + m;

      if (!self->counted[batch])
        continue;
      asks[n_asks++] = (Ask) { table->data->modules[m].days, 1 };
      need += table->data->modules[m].days;
      for (int day = self->first_day; day < table->n_days; day++)
        if (patal_days_has (table->starts + (gsize) batch * table->days->n_words, day))
          patal_days_add (set, day, table->data->modules[m].days);
    }
  for (int day = 0; day < table->n_days && n < need; day++)
    if (patal_days_has (set, day))
      {
        n++;
        have += day <= last;
        end = day;
      }
  *n_out = count_out (asks, n_asks, need, have);
  return n < need ? table->n_days : end;
}

int
schedule_count_chain (const ScheduleCount *self, int cluster, int last, int *n_out)
{
  int ends[PATAL_PLAN_MOST_MODULES], out_of_sum, end = end_of_sum (self, cluster, last, &out_of_sum), out = 0;

  find_ends (self, cluster, ends);
  for (int m = 0; m < self->table->n_modules; m++)
    {
      end = MAX (end, ends[m]);
      out += ends[m] > last;
    }
  *n_out = MAX (out, out_of_sum);
  return end;
}
