/* patal-random.h: numbers that look drawn by lot, and are the same on every machine
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

/* xoshiro256** of Blackman and Vigna; its state is filled by their splitmix64. Not for secrets. */
typedef struct
{
  guint64 state[4];
} PatalRandom;

/* Two @stream of one @seed have nothing in common: each block or district has its own, whatever thread works on it. */
void patal_random_seed (PatalRandom *random, guint64 seed, guint64 stream);

/* A place in @shares, of which none is negative: the larger its share, the more probable. Where all are 0, any. */
int  patal_random_share (PatalRandom *random, const gint64 *shares, int n);

static inline guint64
patal_random_rotate (guint64 x, int by)
{
  return (x << by) | (x >> (64 - by));
}

static inline guint64
patal_random_next (PatalRandom *random)
{
  guint64 *s = random->state, drawn = patal_random_rotate (s[1] * 5, 7) * 9, t = s[1] << 17;

  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = patal_random_rotate (s[3], 45);
  return drawn;
}

/* 0 … @n - 1; @n > 0. The bias is below @n in 2^32. */
static inline int
patal_random_below (PatalRandom *random, int n)
{
  return (int) (((patal_random_next (random) >> 32) * (guint64) n) >> 32);
}

G_END_DECLS
