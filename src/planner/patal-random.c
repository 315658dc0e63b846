/* patal-random.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-random.h"

static guint64
split_mix (guint64 *state)
{
  guint64 z = *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

void
patal_random_seed (PatalRandom *random, guint64 seed, guint64 stream)
{
  guint64 state = seed, other = stream;

  state = split_mix (&state) ^ split_mix (&other);
  for (int i = 0; i < 4; i++)
    random->state[i] = split_mix (&state);
}

int
patal_random_share (PatalRandom *random, const gint64 *shares, int n)
{
  gint64 sum = 0, drawn;
  int i = 0;

  for (int k = 0; k < n; k++)
    sum += shares[k];
  if (sum <= 0)
    return patal_random_below (random, n);
  drawn = (gint64) (patal_random_next (random) % (guint64) sum);
  while (drawn >= shares[i])
    drawn -= shares[i++];
  return i;
}
