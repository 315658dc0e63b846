/* patal-schedule-breaks.c: which rules a move would break
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rules of clusters are asked where the venue changes; those of the calendar for the batch that is moved, and
 * where the venue changes, as far as it matters to them, for the others of its cluster. */
#include "patal-schedule-move-private.h"

static PatalBreak *
add (GArray *breaks, PatalRule rule, int batch, PatalPlanScope scope, int of)
{
  PatalBreak it
      = { .rule = rule, .batch = batch, .scope = scope, .of = of, .day = -1, .other = -1, .blackout = -1 };

  g_array_append_val (breaks, it);
  return &g_array_index (breaks, PatalBreak, breaks->len - 1);
}

/* --- Clusters --- */

static gboolean
is_too_far (const PatalMover *self, int unit, int venue, int *metres)
{
  const PatalPlanRules *rules = &self->data->rules;

  *metres = patal_plan_map_unit_to_venue (self->map, unit, venue);
  return rules->most_metres > 0 && *metres > rules->most_metres
         && patal_plan_map_is_known (self->map, unit, venue);
}

/* C4 and C5 */
static void
ask_units (const Dragged *self, GArray *breaks)
{
  const PatalPlanData *data = self->mover->data;
  const GArray *units = self->mover->units[self->cluster];
  int at = data->venues[self->venue].block, n_outside = 0, outside = -1, farthest = -1, most = 0;

  for (guint i = 0; i < units->len; i++)
    {
      int u = g_array_index (units, int, i), of = data->units[u].block, metres;

      if (of != at && !(data->rules.cross_block && data->blocks[of].district == data->blocks[at].district))
        {
          outside = outside < 0 ? u : outside;
          n_outside++;
        }
      if (is_too_far (self->mover, u, self->venue, &metres) && metres > most)
        {
          farthest = u;
          most = metres;
        }
    }
  if (outside >= 0)
    add (breaks, PATAL_RULE_C4, self->move->batch, PATAL_PLAN_UNIT, outside)->number = n_outside;
  if (farthest >= 0)
    {
      PatalBreak *it = add (breaks, PATAL_RULE_C5, self->move->batch, PATAL_PLAN_UNIT, farthest);

      it->number = most;
      it->limit = data->rules.most_metres;
    }
}

/* C6 */
static void
ask_load (const Dragged *self, GArray *breaks)
{
  const PatalPlanData *data = self->mover->data;
  const PatalPlanDays *days = self->mover->days;
  const PatalPlanVenue *venue = &data->venues[self->venue];
  gint64 asked
      = (self->mover->of_venue[self->venue]->len + 1) * (gint64) patal_plan_data_days_of_cluster (data),
      there = 0;

  for (int w = 0; w < days->n_words; w++)
    there += __builtin_popcountll (patal_plan_days_of (days, days->blocks, venue->block)[w]
                                   & patal_plan_days_of (days, days->venues, self->venue)[w]);
  if (asked > there * venue->halls)
    {
      PatalBreak *it = add (breaks, PATAL_RULE_C6, self->move->batch, PATAL_PLAN_VENUE, self->venue);

      it->number = asked;
      it->limit = there * venue->halls;
    }
}

static void
ask_cluster (const Dragged *self, GArray *breaks)
{
  const PatalMover *mover = self->mover;
  const PatalPlanVenue *venue = &mover->data->venues[self->venue];
  const GArray *left = mover->left[venue->block];
  int room = MIN (venue->seats, mover->data->rules.batch_max), metres;

  if (mover->heads[self->cluster] > room)
    {
      PatalBreak *it = add (breaks, PATAL_RULE_C2, self->move->batch, PATAL_PLAN_VENUE, self->venue);

      it->number = mover->heads[self->cluster];
      it->limit = room;
    }
  ask_units (self, breaks);
  ask_load (self, breaks);
  for (guint i = 0; i < left->len; i++)
    {
      int u = g_array_index (left, int, i);

      if (mover->heads[self->cluster] + mover->data->units[u].heads <= room
          && !is_too_far (mover, u, self->venue, &metres))
        {
          add (breaks, PATAL_RULE_C9, self->move->batch, PATAL_PLAN_UNIT, u);
          return;
        }
    }
}

/* --- Days --- */

static int
find_blackout (const PatalMover *self, PatalPlanScope scope, int of, int day)
{
  for (int i = 0; i < self->data->n_blackouts; i++)
    {
      const PatalPlanSpan *it = &self->data->blackouts[i];

      if (it->scope == scope && it->of == of && it->span.from <= self->days->first + day
          && it->span.to >= self->days->first + day)
        return i;
    }
  return -1;
}

static gboolean
is_in_window (const PatalMover *self, int block, int day)
{
  const PatalSpan *window = &self->days->window[block];

  return self->days->first + day >= window->from && self->days->first + day <= window->to;
}

/* Of each thing the first day is said. */
static void
say_closed (GArray *breaks, int batch, PatalPlanScope scope, int of, int day, int blackout)
{
  PatalBreak *it;

  for (guint i = 0; i < breaks->len; i++)
    {
      it = &g_array_index (breaks, PatalBreak, i);
      if (it->rule == PATAL_RULE_H3 && it->batch == batch && it->scope == scope && it->of == of)
        return;
    }
  it = add (breaks, PATAL_RULE_H3, batch, scope, of);
  it->day = day;
  it->blackout = blackout;
}

/* Why @day cannot be used for @block: the state's blackouts, the district's and its own, or a weekly off day.
 */
static void
ask_block_day (const PatalMover *self, GArray *breaks, int batch, int block, int day)
{
  const PatalPlanScope scopes[] = { PATAL_PLAN_STATE, PATAL_PLAN_DISTRICT, PATAL_PLAN_BLOCK };
  const int of[] = { 0, self->data->blocks[block].district, block };

  if (patal_days_has (patal_plan_days_of (self->days, self->days->blocks, block), day))
    return;
  for (guint s = 0; s < G_N_ELEMENTS (scopes); s++)
    {
      int blackout = find_blackout (self, scopes[s], of[s], day);

      if (blackout >= 0)
        say_closed (breaks, batch, scopes[s], of[s], day, blackout);
    }
  if (PATAL_WEEKDAYS (patal_day_weekday (self->days->first + day)) & self->data->rules.weekly_off)
    say_closed (breaks, batch, PATAL_PLAN_STATE, -1, day, -1);
}

static void
ask_day (const Dragged *self, GArray *breaks, int batch, int day)
{
  const PatalMover *mover = self->mover;
  const PatalPlanDays *days = mover->days;
  const GArray *homes = mover->homes[self->cluster], *units = mover->units[self->cluster];

  ask_block_day (mover, breaks, batch, mover->data->venues[self->venue].block, day);
  if (!patal_days_has (patal_plan_days_of (days, days->venues, self->venue), day))
    say_closed (breaks, batch, PATAL_PLAN_VENUE, self->venue, day,
                find_blackout (mover, PATAL_PLAN_VENUE, self->venue, day));
  if (patal_days_has (mover->free + (gsize) self->cluster * days->n_words, day))
    return;
  for (guint i = 0; i < homes->len; i++)
    ask_block_day (mover, breaks, batch, g_array_index (homes, int, i), day);
  for (guint i = 0; i < units->len; i++)
    {
      int u = g_array_index (units, int, i);

      if (!patal_days_has (patal_plan_days_of (days, days->units, u), day))
        say_closed (breaks, batch, PATAL_PLAN_UNIT, u, day, find_blackout (mover, PATAL_PLAN_UNIT, u, day));
    }
}

/* A block outside of whose window @day is; -1: none. */
static int
find_outside (const Dragged *self, int day)
{
  const GArray *homes = self->mover->homes[self->cluster];
  int block = self->mover->data->venues[self->venue].block;

  if (!is_in_window (self->mover, block, day))
    return block;
  for (guint i = 0; i < homes->len; i++)
    if (!is_in_window (self->mover, g_array_index (homes, int, i), day))
      return g_array_index (homes, int, i);
  return -1;
}

/* H2 and H3 */
static void
ask_days (const Dragged *self, GArray *breaks, int batch)
{
  int start = dragged_start (self, batch), outside = -1, when = -1;

  for (int day = start; day < start + mover_length (self->mover, batch); day++)
    if (day >= self->mover->days->n_days || find_outside (self, day) >= 0)
      {
        when = when < 0 ? day : when;
        outside = outside < 0 && day < self->mover->days->n_days ? find_outside (self, day) : outside;
      }
    else
      ask_day (self, breaks, batch, day);
  if (when >= 0)
    add (breaks, PATAL_RULE_H2, batch, outside >= 0 ? PATAL_PLAN_BLOCK : PATAL_PLAN_STATE, MAX (outside, 0))
        ->day
        = when;
}

/* --- Others --- */

/* The first day that two spans share; -1: none. */
static int
shared_day (int start, int n, int other_start, int other_n)
{
  int day = MAX (start, other_start);

  return day < start + n && day < other_start + other_n ? day : -1;
}

/* Counts those who are at the venue on the days of @batch. H4 */
static void
ask_halls (const Dragged *self, GArray *breaks, int batch)
{
  const PatalMover *mover = self->mover;
  const GArray *clusters = mover->of_venue[self->venue];
  int start = dragged_start (self, batch), n = mover_length (mover, batch),
      halls = mover->data->venues[self->venue].halls;

  for (int day = start; day < MIN (start + n, mover->days->n_days); day++)
    {
      int load = 0, other = -1;

      for (guint i = 0; i <= clusters->len; i++)
        {
          int c = i < clusters->len ? g_array_index (clusters, int, i) : self->cluster;

          for (int b = c * mover->n_modules;
               b < (c + 1) * mover->n_modules && (i == clusters->len || c != self->cluster); b++)
            {
              int from = dragged_start (self, b);

              if (from < 0 || day < from || day >= from + mover_length (mover, b))
                continue;
              load++;
              other = b != batch ? b : other;
            }
        }
      if (load > halls)
        {
          PatalBreak *it = add (breaks, PATAL_RULE_H4, batch, PATAL_PLAN_VENUE, self->venue);

          it->day = day;
          it->other = other;
          it->number = load;
          it->limit = halls;
          return;
        }
    }
}

static void
ask_officer_of (const Dragged *self, GArray *breaks, int batch, int other, int officer, int n)
{
  int other_n, day,
      other_officer
      = mover_officer (self->mover, other, dragged_venue (self, other / self->mover->n_modules), &other_n);

  if (other == batch || other_officer != officer || dragged_start (self, other) < 0)
    return;
  day = shared_day (dragged_start (self, batch), n, dragged_start (self, other), other_n);
  if (day >= 0)
    {
      PatalBreak *it = add (breaks, PATAL_RULE_H11, batch, PATAL_PLAN_OFFICER, officer);

      it->day = day;
      it->other = other;
    }
}

/* H11 */
static void
ask_officer (const Dragged *self, GArray *breaks, int batch, gboolean stays)
{
  const PatalMover *mover = self->mover;
  int n, officer = mover_officer (mover, batch, self->venue, &n), start = dragged_start (self, batch);
  const GArray *others = officer >= 0 ? mover->of_officer[officer] : NULL;

  if (officer < 0)
    return;
  for (guint i = 0; i < others->len; i++)
    if (g_array_index (others, int, i) / mover->n_modules != self->cluster)
      ask_officer_of (self, breaks, batch, g_array_index (others, int, i), officer, n);
  for (int b = self->first_batch; b < self->first_batch + mover->n_modules; b++)
    ask_officer_of (self, breaks, batch, b, officer, n);
  for (int day = start; day < MIN (start + n, mover->days->n_days) && !stays; day++)
    if (!patal_days_has (patal_plan_days_of (mover->days, mover->days->officers, officer), day))
      {
        PatalBreak *it = add (breaks, PATAL_RULE_H11, batch, PATAL_PLAN_OFFICER, officer);

        it->day = day;
        it->blackout = find_blackout (mover, PATAL_PLAN_OFFICER, officer, day);
        return;
      }
}

/* --- Trainers --- */

/* H10 */
static void
ask_scope (const Dragged *self, GArray *breaks, int batch, int trainer)
{
  int metres = patal_plan_map_trainer_to_venue (self->mover->map, trainer, self->venue);

  if (!patal_plan_data_is_in_scope (self->mover->data, trainer, self->venue, metres))
    {
      PatalBreak *it = add (breaks, PATAL_RULE_H10, batch, PATAL_PLAN_TRAINER, trainer);

      it->number = metres;
      it->limit = self->mover->data->rules.trainer_most_metres;
    }
}

/* H6, H8 and H9: what the trainer teaches besides the batch that is moved. */
static void
ask_busy (const Dragged *self, GArray *breaks, int trainer)
{
  const PatalMover *mover = self->mover;
  const PatalPlanTrainer *is = &mover->data->trainers[trainer];
  int batch = self->move->batch, start = self->move->day, n_days = mover->days->n_days;
  int n = MIN (mover_length (mover, batch), n_days - start), all = n, from = start, to = start + n;
  guint64 busy[(PATAL_PLAN_MOST_DAYS + 63) / 64] = { 0 };

  for (guint i = 0; i < mover->of_trainer[trainer]->len; i++)
    {
      int other = g_array_index (mover->of_trainer[trainer], int, i), at = mover->schedule->start[other];
      int day = other != batch ? shared_day (start, n, at, mover_length (mover, other)) : -1;

      if (other == batch)
        continue;
      all += mover_length (mover, other);
      patal_days_add (busy, at, MIN (mover_length (mover, other), n_days - at));
      if (day >= 0)
        {
          PatalBreak *it = add (breaks, PATAL_RULE_H6, batch, PATAL_PLAN_TRAINER, trainer);

          it->day = day;
          it->other = other;
        }
    }
  while (from > 0 && patal_days_has (busy, from - 1))
    from--;
  while (to < n_days && patal_days_has (busy, to))
    to++;
  if (to - from > mover->data->rules.most_run)
    {
      PatalBreak *it = add (breaks, PATAL_RULE_H8, batch, PATAL_PLAN_TRAINER, trainer);

      it->day = from;
      it->number = to - from;
      it->limit = mover->data->rules.most_run;
    }
  if (is->most_days >= 0 && all > is->most_days)
    {
      PatalBreak *it = add (breaks, PATAL_RULE_H9, batch, PATAL_PLAN_TRAINER, trainer);

      it->number = all;
      it->limit = is->most_days;
    }
}

/* H7 */
static void
ask_leave (const Dragged *self, GArray *breaks, int trainer)
{
  const PatalMover *mover = self->mover;
  int batch = self->move->batch, start = self->move->day;

  for (int day = start; day < MIN (start + mover_length (mover, batch), mover->days->n_days); day++)
    if (!patal_days_has (patal_plan_days_of (mover->days, mover->days->trainers, trainer), day))
      {
        PatalBreak *it = add (breaks, PATAL_RULE_H7, batch, PATAL_PLAN_TRAINER, trainer);

        it->day = day;
        it->blackout = find_blackout (mover, PATAL_PLAN_TRAINER, trainer, day);
        return;
      }
}

/* H5 to H10; @team is sorted. */
static void
ask_team (const Dragged *self, GArray *breaks, gboolean stays)
{
  const PatalMover *mover = self->mover;
  int batch = self->move->batch, module = batch % mover->n_modules, want = mover->data->modules[module].team;
  const int *team = mover->team;

  if (self->move->n_team != want)
    {
      PatalBreak *it = add (breaks, PATAL_RULE_H5, batch, PATAL_PLAN_STATE, 0);

      it->number = self->move->n_team;
      it->limit = want;
    }
  for (int i = 0; i < self->move->n_team; i++)
    {
      gboolean twice = i > 0 && team[i] == team[i - 1];

      if (twice || (mover->data->trainers[team[i]].modules >> module & 1) == 0)
        add (breaks, PATAL_RULE_H5, batch, PATAL_PLAN_TRAINER, team[i]);
      if (twice)
        continue;
      ask_busy (self, breaks, team[i]);
      if (!stays)
        ask_leave (self, breaks, team[i]);
      ask_scope (self, breaks, batch, team[i]);
    }
}

/* --- The other modules of the cluster --- */

/* The day on which @later may start at the earliest after @earlier, which comes before it; -1: @earlier has
 * no date. */
static int
first_after (const Dragged *self, int earlier)
{
  int start = dragged_start (self, earlier);

  return start >= 0 ? start + mover_length (self->mover, earlier) - 1 + self->mover->data->rules.gap_days
                    : -1;
}

static void
ask_order (const Dragged *self, GArray *breaks, int earlier, int later)
{
  const PatalMover *mover = self->mover;
  int first = first_after (self, earlier), start = dragged_start (self, later);

  if ((mover->data->modules[later % mover->n_modules].after >> (earlier % mover->n_modules) & 1) == 0
      || start < 0)
    return;
  if (first < 0 || start < first)
    {
      PatalBreak *it = add (breaks, PATAL_RULE_H13, later, PATAL_PLAN_STATE, 0);

      it->day = first;
      it->other = earlier;
    }
}

/* H12 and H13 */
static void
ask_siblings (const Dragged *self, GArray *breaks)
{
  const PatalMover *mover = self->mover;
  int batch = self->move->batch;

  for (int b = self->first_batch; b < self->first_batch + mover->n_modules; b++)
    {
      int day = b != batch && self->move->day >= 0 && dragged_start (self, b) >= 0
                    ? shared_day (self->move->day, mover_length (mover, batch), dragged_start (self, b),
                                  mover_length (mover, b))
                    : -1;

      if (b == batch)
        continue;
      if (day >= 0)
        {
          PatalBreak *it = add (breaks, PATAL_RULE_H12, batch, PATAL_PLAN_UNIT,
                                g_array_index (mover->units[self->cluster], int, 0));

          it->day = day;
          it->other = b;
        }
      ask_order (self, breaks, b, batch);
      ask_order (self, breaks, batch, b);
    }
}

/* --- Re-planning --- */

static gboolean
is_past (const PatalMover *self, int day)
{
  PatalDay today = self->data->rules.today;

  return self->old != NULL && today != PATAL_DAY_NONE && day >= 0 && self->days->first + day <= today;
}

/* It began before, and is asked where it was. */
static gboolean
stays_as_it_was (const Dragged *self, int batch)
{
  const PatalMover *mover = self->mover;
  const PatalSchedule *old = mover->old;
  const int *team = batch == self->move->batch ? mover->team
                                               : mover->schedule->team + (gsize) batch * mover->schedule->room;

  return old->start[batch] == dragged_start (self, batch)
         && memcmp (team, old->team + (gsize) batch * old->room, old->room * sizeof (int)) == 0;
}

/* H15; TRUE: the batch has begun, and what is closed on its days is no matter. */
static gboolean
ask_frozen (const Dragged *self, GArray *breaks, int batch)
{
  const PatalMover *mover = self->mover;
  gboolean frozen = mover->old != NULL && is_past (mover, mover->old->start[batch]);

  if (frozen ? self->changes_venue || !stays_as_it_was (self, batch)
             : is_past (mover, dragged_start (self, batch)))
    add (breaks, PATAL_RULE_H15, batch, PATAL_PLAN_STATE, 0)->day = dragged_start (self, batch);
  return frozen;
}

/* What a new venue changes for the others of its cluster. */
static void
ask_others (const Dragged *self, GArray *breaks)
{
  const PatalMover *mover = self->mover;

  for (int b = self->first_batch; b < self->first_batch + mover->n_modules; b++)
    {
      gboolean frozen;

      if (b == self->move->batch || mover->schedule->start[b] < 0)
        continue;
      frozen = ask_frozen (self, breaks, b);
      if (!frozen)
        ask_days (self, breaks, b);
      ask_halls (self, breaks, b);
      ask_officer (self, breaks, b, frozen);
      for (int i = 0; i < mover->schedule->room; i++)
        {
          int trainer = mover->schedule->team[(gsize) b * mover->schedule->room + i];

          if (trainer >= 0)
            ask_scope (self, breaks, b, trainer);
        }
    }
}

void
dragged_find_breaks (const Dragged *self, GArray *breaks)
{
  int batch = self->move->batch;
  gboolean frozen = ask_frozen (self, breaks, batch);

  if (self->changes_venue)
    ask_cluster (self, breaks);
  if (self->move->day >= 0)
    {
      if (!frozen)
        ask_days (self, breaks, batch);
      ask_halls (self, breaks, batch);
      ask_officer (self, breaks, batch, frozen);
      ask_team (self, breaks, frozen);
    }
  ask_siblings (self, breaks);
  if (self->changes_venue)
    ask_others (self, breaks);
}
