/* plan-checker-schedule.c: rules H1 to H15, Z0 to Z3 and R1 to R3
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-checker-ground.h"
#include <stdlib.h>

/* What happens on each day, counted. */
typedef struct
{
  Ground        *ground;
  int            n, n_modules; /* batches */
  const int     *start;
  guint8        *unit, *trainer, *officer; /* [thing × days]: batches that want it */
  guint16       *venue;
} Diary;

static int
days_of (const Diary *diary, int batch)
{
  return diary->ground->data->modules[batch % diary->n_modules].days;
}

static int
venue_of (const Diary *diary, int batch)
{
  return diary->ground->plan->venue[batch / diary->n_modules];
}

static const int *
team_of (const Diary *diary, const int *team, int batch)
{
  return team + (gsize) batch * diary->ground->plan->room;
}

static int
team_size (const Diary *diary, const int *team)
{
  int n = 0;

  while (n < diary->ground->plan->room && team[n] >= 0)
    n++;
  return n;
}

/* Teams are sets. */
static gboolean
same_team (const Diary *diary, const int *a, const int *b)
{
  int n = team_size (diary, a);
  gboolean same = n == team_size (diary, b);

  for (int i = 0; i < n && same; i++)
    {
      gboolean found = FALSE;

      for (int j = 0; j < n; j++)
        found |= a[i] == b[j];
      same = found;
    }
  return same;
}

/* How many days from its start on the officer has to be there. */
static int
officer_days (const Diary *diary, int batch, int *officer)
{
  const PatalPlanBlock *block = &diary->ground->data->blocks[diary->ground->data->venues[venue_of (diary, batch)].block];

  *officer = block->officer;
  if (block->officer < 0 || block->attend == PATAL_ATTEND_NONE)
    return 0;
  return block->attend == PATAL_ATTEND_ALL ? days_of (diary, batch) : 1;
}

static gboolean
is_frozen (const Diary *diary, int batch)
{
  const CheckedPlan *plan = diary->ground->plan;
  PatalDay today = diary->ground->data->rules.today;

  return plan->old_start != NULL && today != PATAL_DAY_NONE && plan->old_start[batch] >= 0
         && diary->ground->first + plan->old_start[batch] <= today;
}

/* Whether on @day all blocks, the venue and the units of @cluster are free for trainings; @rule says what is not. */
static gboolean
cluster_is_free (const Diary *diary, int cluster, int day, const char **rule)
{
  const Ground *ground = diary->ground;
  const PatalPlanData *data = ground->data;
  int venue = ground->plan->venue[cluster];
  gboolean in_windows = TRUE, free = is_usable (ground, data->venues[venue].block, day) && !is_blacked (ground, PATAL_PLAN_VENUE, venue, day);
  PatalDay date = ground->first + day;
  PatalSpan window = window_of (ground, data->venues[venue].block);

  in_windows = date >= window.from && date <= window.to;
  for (int u = 0; u < data->n_units; u++)
    if (ground->plan->cluster[u] == cluster)
      {
        window = window_of (ground, data->units[u].block);
        in_windows &= date >= window.from && date <= window.to;
        free &= is_usable (ground, data->units[u].block, day) && !is_blacked (ground, PATAL_PLAN_UNIT, u, day);
      }
  *rule = in_windows ? "H3" : "H2";
  return in_windows && free;
}

static gboolean
in_scope (const Diary *diary, int trainer, int venue)
{
  const PatalPlanData *data = diary->ground->data;
  int home = data->trainers[trainer].block, at = data->venues[venue].block;

  if (data->rules.trainer_scope == PATAL_PLAN_BLOCK && home != at)
    return FALSE;
  if (data->rules.trainer_scope == PATAL_PLAN_DISTRICT && data->blocks[home].district != data->blocks[at].district)
    return FALSE;
  return data->rules.trainer_most_metres == 0 || way_of_trainer (diary->ground, trainer, venue) <= data->rules.trainer_most_metres;
}

/* --- Batches with a date --- */

static void
check_days (Diary *diary, int batch)
{
  const char *rule;
  PatalDay today = diary->ground->data->rules.today;

  if (diary->ground->plan->old_start != NULL && today != PATAL_DAY_NONE && diary->ground->first + diary->start[batch] <= today)
    ground_fault (diary->ground, "H15", batch, diary->start[batch]);
  for (int d = diary->start[batch]; d < diary->start[batch] + days_of (diary, batch); d++)
    if (d >= diary->ground->n_days)
      ground_fault (diary->ground, "H2", batch, d);
    else if (!cluster_is_free (diary, batch / diary->n_modules, d, &rule))
      ground_fault (diary->ground, rule, batch, d);
}

static void
check_team (Diary *diary, int batch)
{
  const PatalPlanData *data = diary->ground->data;
  const int *team = team_of (diary, diary->ground->plan->team, batch);
  int module = batch % diary->n_modules, n = team_size (diary, team);

  if (n != data->modules[module].team)
    ground_fault (diary->ground, "H5", batch, n);
  for (int i = 0; i < n; i++)
    {
      for (int j = 0; j < i; j++)
        if (team[i] == team[j])
          ground_fault (diary->ground, "H5", batch, team[i]);
      if ((data->trainers[team[i]].modules >> module & 1) == 0)
        ground_fault (diary->ground, "H5", batch, team[i]);
      if (!in_scope (diary, team[i], venue_of (diary, batch)))
        ground_fault (diary->ground, "H10", batch, team[i]);
      for (int d = diary->start[batch]; d < diary->start[batch] + days_of (diary, batch); d++)
        if (!is_frozen (diary, batch) && is_blacked (diary->ground, PATAL_PLAN_TRAINER, team[i], d))
          ground_fault (diary->ground, "H7", batch, team[i]);
      diary->ground->verdict->objectives.z3 += 2 * way_of_trainer (diary->ground, team[i], venue_of (diary, batch));
    }
}

static void
note_batch (Diary *diary, int batch)
{
  const Ground *ground = diary->ground;
  const int *team = team_of (diary, ground->plan->team, batch);
  int officer, needed = officer_days (diary, batch, &officer), from = diary->start[batch];

  for (int d = from; d < MIN (from + days_of (diary, batch), ground->n_days); d++)
    {
      diary->venue[(gsize) venue_of (diary, batch) * ground->n_days + d]++;
      for (int i = 0; i < team_size (diary, team); i++)
        diary->trainer[(gsize) team[i] * ground->n_days + d]++;
      if (d < from + needed)
        diary->officer[(gsize) officer * ground->n_days + d]++;
      for (int u = 0; u < ground->data->n_units; u++)
        if (ground->plan->cluster[u] == batch / diary->n_modules)
          diary->unit[(gsize) u * ground->n_days + d]++;
    }
  for (int d = from; d < MIN (from + needed, ground->n_days) && !is_frozen (diary, batch); d++)
    if (is_blacked (ground, PATAL_PLAN_OFFICER, officer, d))
      ground_fault (diary->ground, "H11", batch, officer);
}

static void
check_before (Diary *diary, int batch)
{
  const PatalPlanData *data = diary->ground->data;
  int module = batch % diary->n_modules, first = batch - module;

  for (int a = 0; a < diary->n_modules; a++)
    if ((data->modules[module].after >> a & 1)
        && (diary->start[first + a] < 0
            || diary->start[batch] < diary->start[first + a] + data->modules[a].days - 1 + data->rules.gap_days))
      ground_fault (diary->ground, "H13", batch, first + a);
}

/* --- What is wanted twice --- */

static void
check_diary (Diary *diary)
{
  Ground *ground = diary->ground;
  const PatalPlanData *data = ground->data;

  for (int d = 0; d < ground->n_days; d++)
    {
      for (int v = 0; v < data->n_venues; v++)
        if (diary->venue[(gsize) v * ground->n_days + d] > data->venues[v].halls)
          ground_fault (ground, "H4", v, d);
      for (int t = 0; t < data->n_trainers; t++)
        if (diary->trainer[(gsize) t * ground->n_days + d] > 1)
          ground_fault (ground, "H6", t, d);
      for (int o = 0; o < data->n_officers; o++)
        if (diary->officer[(gsize) o * ground->n_days + d] > 1)
          ground_fault (ground, "H11", -1, o);
      for (int u = 0; u < data->n_units; u++)
        if (diary->unit[(gsize) u * ground->n_days + d] > 1)
          ground_fault (ground, "H12", u, d);
    }
  for (int t = 0; t < data->n_trainers; t++)
    {
      int run = 0, longest = 0, all = 0;

      for (int d = 0; d < ground->n_days; d++)
        {
          int n = diary->trainer[(gsize) t * ground->n_days + d];

          run = n > 0 ? run + 1 : 0;
          longest = MAX (longest, run);
          all += n;
        }
      if (longest > data->rules.most_run)
        ground_fault (ground, "H8", t, longest);
      if (data->trainers[t].most_days >= 0 && all > data->trainers[t].most_days)
        ground_fault (ground, "H9", t, all);
    }
}

/* --- Batches without a date: rule H14 --- */

static gboolean
trainer_can (const Diary *diary, int trainer, int batch, int start)
{
  const Ground *ground = diary->ground;
  const guint8 *busy = diary->trainer + (gsize) trainer * ground->n_days;
  int p = days_of (diary, batch), from = start, to = start + p, all = p;

  for (int d = start; d < start + p; d++)
    if (busy[d] > 0 || is_blacked (ground, PATAL_PLAN_TRAINER, trainer, d))
      return FALSE;
  while (from > 0 && busy[from - 1] > 0)
    from--;
  while (to < ground->n_days && busy[to] > 0)
    to++;
  for (int d = 0; d < ground->n_days; d++)
    all += busy[d];
  return to - from <= ground->data->rules.most_run
         && (ground->data->trainers[trainer].most_days < 0 || all <= ground->data->trainers[trainer].most_days);
}

/* Why @batch cannot start on @start, where all days can be used; NOT: it can. */
static PatalWithout
obstacle (const Diary *diary, int batch, int start)
{
  const Ground *ground = diary->ground;
  const PatalPlanData *data = ground->data;
  int p = days_of (diary, batch), module = batch % diary->n_modules, first = batch - module, venue = venue_of (diary, batch), officer, n = 0;
  int needed = officer_days (diary, batch, &officer);

  for (int a = 0; a < diary->n_modules; a++)
    if ((data->modules[module].after >> a & 1) && start < diary->start[first + a] + data->modules[a].days - 1 + data->rules.gap_days)
      return PATAL_WITHOUT_OVERLAP;
  for (int u = 0; u < data->n_units; u++)
    for (int d = start; d < start + p && ground->plan->cluster[u] == batch / diary->n_modules; d++)
      if (diary->unit[(gsize) u * ground->n_days + d] > 0)
        return PATAL_WITHOUT_OVERLAP;
  for (int d = start; d < start + p; d++)
    if (diary->venue[(gsize) venue * ground->n_days + d] >= data->venues[venue].halls)
      return PATAL_WITHOUT_VENUE;
  for (int d = start; d < start + needed; d++)
    if (diary->officer[(gsize) officer * ground->n_days + d] > 0 || is_blacked (ground, PATAL_PLAN_OFFICER, officer, d))
      return PATAL_WITHOUT_OFFICER;
  for (int t = 0; t < data->n_trainers; t++)
    n += (data->trainers[t].modules >> module & 1) && in_scope (diary, t, venue) && trainer_can (diary, t, batch, start);
  return n < data->modules[module].team ? PATAL_WITHOUT_TRAINER_BUSY : PATAL_WITHOUT_NOT;
}

static gboolean
waits_for_none (const Diary *diary, int batch)
{
  int module = batch % diary->n_modules, first = batch - module;

  for (int a = 0; a < diary->n_modules; a++)
    if ((diary->ground->data->modules[module].after >> a & 1) && diary->start[first + a] < 0)
      return FALSE;
  return TRUE;
}

static void
check_without (Diary *diary, int batch)
{
  Ground *ground = diary->ground;
  const PatalPlanData *data = ground->data;
  PatalWithout given = ground->plan->without[batch];
  int module = batch % diary->n_modules, able = 0, last = ground->plan->old_start != NULL && data->rules.today != PATAL_DAY_NONE
                                                            ? data->rules.today - ground->first : -1;
  gboolean any = FALSE, past = FALSE, holds[PATAL_WITHOUT_TRAINER_BUSY + 1] = { FALSE };

  if (!waits_for_none (diary, batch))
    {
      if (given != PATAL_WITHOUT_PRED)
        ground_fault (ground, "H14", batch, (int) given);
      return;
    }
  for (int t = 0; t < data->n_trainers; t++)
    able += (data->trainers[t].modules >> module & 1) && in_scope (diary, t, venue_of (diary, batch));
  for (int s = 0; s + days_of (diary, batch) <= ground->n_days; s++)
    {
      gboolean usable = TRUE;
      const char *rule;
      PatalWithout why;

      for (int d = s; d < s + days_of (diary, batch) && usable; d++)
        usable = cluster_is_free (diary, batch / diary->n_modules, d, &rule);
      past |= usable && s <= last;
      if (!usable || s <= last)
        continue;
      any = TRUE;
      why = obstacle (diary, batch, s);
      holds[why] = TRUE;
    }
  /* When the only days are gone, both say the truth: none is left, and it would have had to begin by today. */
  holds[PATAL_WITHOUT_WINDOW] = !any;
  holds[PATAL_WITHOUT_FROZEN] = past;
  holds[PATAL_WITHOUT_NO_TRAINER] = able < data->modules[module].team;
  if (holds[PATAL_WITHOUT_NOT] || given == PATAL_WITHOUT_NOT || !holds[given])
    ground_fault (ground, "H14", batch, (int) given);
}

/* --- Objectives --- */

static void
reckon_ends (Diary *diary)
{
  Ground *ground = diary->ground;
  const PatalPlanData *data = ground->data;
  g_autofree int *end = g_new0 (int, data->n_blocks), *makespan = g_new0 (int, MAX (data->n_districts, 1));

  for (int b = 0; b < diary->n; b++)
    for (int u = 0; u < data->n_units && diary->start[b] >= 0; u++)
      if (ground->plan->cluster[u] == b / diary->n_modules)
        {
          int block = data->units[u].block, last = diary->start[b] + days_of (diary, b) - 1;

          end[block] = MAX (end[block], ground->first + last - window_of (ground, block).from + 1);
        }
  for (int b = 0; b < data->n_blocks; b++)
    {
      ground->verdict->objectives.z2 += end[b];
      makespan[data->blocks[b].district] = MAX (makespan[data->blocks[b].district], end[b]);
    }
  for (int d = 0; d < data->n_districts; d++)
    ground->verdict->objectives.z1 += makespan[d];
}

static void
compare_with_old (Diary *diary)
{
  const CheckedPlan *plan = diary->ground->plan;
  Objectives *objectives = &diary->ground->verdict->objectives;

  for (int b = 0; b < diary->n && plan->old_start != NULL; b++)
    {
      gboolean same = plan->old_start[b] == plan->start[b]
                      && same_team (diary, team_of (diary, plan->old_team, b), team_of (diary, plan->team, b));

      if (is_frozen (diary, b) && !same)
        ground_fault (diary->ground, "H15", b, plan->start[b]);
      if (plan->old_start[b] < 0 || plan->start[b] < 0)
        continue;
      objectives->r1 += plan->old_start[b] != plan->start[b];
      objectives->r3 += abs (plan->old_start[b] - plan->start[b]);
      objectives->r2 += plan->old_start[b] == plan->start[b] && !same;
    }
}

/* Batches that name no day of the calendar, or trainers that are none, would only lead astray: rule H1. */
static gboolean
can_be_read (const Diary *diary)
{
  const CheckedPlan *plan = diary->ground->plan;
  guint faults = diary->ground->verdict->violations->len;

  for (int b = 0; b < diary->n; b++)
    {
      if (plan->start[b] >= diary->ground->n_days)
        ground_fault (diary->ground, "H2", b, plan->start[b]);
      for (int i = 0; i < plan->room; i++)
        if (plan->team[(gsize) b * plan->room + i] >= diary->ground->data->n_trainers)
          ground_fault (diary->ground, "H5", b, plan->team[(gsize) b * plan->room + i]);
    }
  for (int c = 0; c < plan->n; c++)
    if (plan->venue[c] < 0 || plan->venue[c] >= diary->ground->data->n_venues)
      return FALSE; /* said as C8 */
  return diary->ground->verdict->violations->len == faults;
}

void
check_schedule (Ground *ground)
{
  const PatalPlanData *data = ground->data;
  Diary diary = { .ground = ground, .n = ground->plan->n * data->n_modules, .n_modules = data->n_modules, .start = ground->plan->start };

  if (!can_be_read (&diary))
    return;
  diary.unit = g_new0 (guint8, (gsize) data->n_units * ground->n_days + 1);
  diary.trainer = g_new0 (guint8, (gsize) data->n_trainers * ground->n_days + 1);
  diary.officer = g_new0 (guint8, (gsize) data->n_officers * ground->n_days + 1);
  diary.venue = g_new0 (guint16, (gsize) data->n_venues * ground->n_days + 1);
  for (int b = 0; b < diary.n; b++)
    if (diary.start[b] >= 0)
      {
        if (!is_frozen (&diary, b))
          check_days (&diary, b);
        check_team (&diary, b);
        check_before (&diary, b);
        note_batch (&diary, b);
      }
  check_diary (&diary);
  for (int b = 0; b < diary.n; b++)
    if (diary.start[b] < 0)
      {
        ground->verdict->objectives.z0 += ground->heads[b / diary.n_modules];
        check_without (&diary, b);
      }
  reckon_ends (&diary);
  compare_with_old (&diary);
  g_free (diary.unit);
  g_free (diary.trainer);
  g_free (diary.officer);
  g_free (diary.venue);
}
