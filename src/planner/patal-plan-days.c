/* patal-plan-days.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-plan-days.h"

void
patal_days_add (guint64 *set, int day, int n)
{
  for (int d = day; d < day + n; d++)
    set[d >> 6] |= G_GUINT64_CONSTANT (1) << (d & 63);
}

void
patal_days_drop (guint64 *set, int day, int n)
{
  for (int d = day; d < day + n; d++)
    set[d >> 6] &= ~(G_GUINT64_CONSTANT (1) << (d & 63));
}

int
patal_days_count (const guint64 *set, int n_words)
{
  int n = 0;

  for (int i = 0; i < n_words; i++)
    n += __builtin_popcountll (set[i]);
  return n;
}

static void
find_horizon (PatalPlanDays *days, const PatalPlanData *data)
{
  PatalDay first = data->windows[0].span.from, last = data->windows[0].span.to;

  for (int i = 1; i < data->n_windows; i++)
    {
      first = MIN (first, data->windows[i].span.from);
      last = MAX (last, data->windows[i].span.to);
    }
  days->first = first;
  days->n_days = last - first + 1;
  days->n_words = (days->n_days + 63) / 64;
}

/* The narrowest window counts: of the block, else of its district, else of the state. Of two of one scope the last. */
static void
find_windows (PatalPlanDays *days, const PatalPlanData *data)
{
  static const PatalPlanScope widest_first[] = { PATAL_PLAN_STATE, PATAL_PLAN_DISTRICT, PATAL_PLAN_BLOCK };

  days->window = g_new0 (PatalSpan, data->n_blocks);
  for (guint s = 0; s < G_N_ELEMENTS (widest_first); s++)
    for (int i = 0; i < data->n_windows; i++)
      {
        const PatalPlanSpan *window = &data->windows[i];

        if (window->scope != widest_first[s])
          continue;
        for (int b = window->scope == PATAL_PLAN_BLOCK ? window->of : 0;
             b < (window->scope == PATAL_PLAN_BLOCK ? window->of + 1 : data->n_blocks); b++)
          if (window->scope != PATAL_PLAN_DISTRICT || data->blocks[b].district == window->of)
            days->window[b] = window->span;
      }
}

/* (transfer full): @n times @set. */
static guint64 *
copies_of (const PatalPlanDays *days, const guint64 *set, int n)
{
  guint64 *sets = g_new (guint64, (gsize) MAX (n, 1) * days->n_words);

  for (int i = 0; i < n; i++)
    memcpy (sets + (gsize) i * days->n_words, set, days->n_words * sizeof (guint64));
  return sets;
}

static void
drop_span (const PatalPlanDays *days, guint64 *sets, int which, PatalSpan span)
{
  int from = MAX (span.from - days->first, 0), to = MIN (span.to - days->first, days->n_days - 1);

  if (from <= to)
    patal_days_drop (sets + (gsize) which * days->n_words, from, to - from + 1);
}

static void
black_out (PatalPlanDays *days, const PatalPlanData *data, const PatalPlanSpan *blackout)
{
  switch (blackout->scope)
    {
    case PATAL_PLAN_STATE:
    case PATAL_PLAN_DISTRICT:
      for (int b = 0; b < data->n_blocks; b++)
        if (blackout->scope == PATAL_PLAN_STATE || data->blocks[b].district == blackout->of)
          drop_span (days, days->blocks, b, blackout->span);
      break;
    case PATAL_PLAN_BLOCK:
      drop_span (days, days->blocks, blackout->of, blackout->span);
      break;
    case PATAL_PLAN_VENUE:
      drop_span (days, days->venues, blackout->of, blackout->span);
      break;
    case PATAL_PLAN_TRAINER:
      drop_span (days, days->trainers, blackout->of, blackout->span);
      break;
    case PATAL_PLAN_OFFICER:
      drop_span (days, days->officers, blackout->of, blackout->span);
      break;
    case PATAL_PLAN_UNIT:
      drop_span (days, days->units, blackout->of, blackout->span);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
patal_plan_days_init (PatalPlanDays *days, const PatalPlanData *data)
{
  g_autofree guint64 *set = NULL;

  *days = (PatalPlanDays) { .n_days = 0 };
  find_horizon (days, data);
  find_windows (days, data);
  set = g_new0 (guint64, days->n_words);
  patal_days_add (set, 0, days->n_days);
  days->venues = copies_of (days, set, data->n_venues);
  days->trainers = copies_of (days, set, data->n_trainers);
  days->officers = copies_of (days, set, data->n_officers);
  days->units = copies_of (days, set, data->n_units);
  for (int d = 0; d < days->n_days; d++)
    if (PATAL_WEEKDAYS (patal_day_weekday (days->first + d)) & data->rules.weekly_off)
      patal_days_drop (set, d, 1);
  days->blocks = copies_of (days, set, data->n_blocks);
  for (int b = 0; b < data->n_blocks; b++)
    {
      drop_span (days, days->blocks, b, (PatalSpan) { days->first, days->window[b].from - 1 });
      drop_span (days, days->blocks, b, (PatalSpan) { days->window[b].to + 1, days->first + days->n_days - 1 });
    }
  for (int i = 0; i < data->n_blackouts; i++)
    black_out (days, data, &data->blackouts[i]);
}

void
patal_plan_days_clear (PatalPlanDays *days)
{
  g_free (days->window);
  g_free (days->blocks);
  g_free (days->venues);
  g_free (days->trainers);
  g_free (days->officers);
  g_free (days->units);
}
