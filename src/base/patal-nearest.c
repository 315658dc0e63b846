/* patal-nearest.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-nearest.h"
#include <string.h>

#define MOST 40 /* letters; whoever typed more meant none of ours */

static char
plain (char c)
{
  return c == '-' ? '_' : g_ascii_tolower (c);
}

/* How many letters must be put in, taken away, changed, or swapped with their neighbour. Both at most MOST letters. */
static guint
distance (const char *a, const char *b)
{
  gsize n = strlen (a), m = strlen (b);
  guint8 cost[MOST + 1][MOST + 1];

  for (gsize i = 0; i <= n; i++)
    cost[i][0] = (guint8) i;
  for (gsize j = 0; j <= m; j++)
    cost[0][j] = (guint8) j;
  for (gsize i = 1; i <= n; i++)
    for (gsize j = 1; j <= m; j++)
      {
        guint least = cost[i - 1][j - 1] + (plain (a[i - 1]) != plain (b[j - 1]));

        least = MIN (least, MIN (cost[i - 1][j], cost[i][j - 1]) + 1u);
        if (i > 1 && j > 1 && plain (a[i - 1]) == plain (b[j - 2]) && plain (a[i - 2]) == plain (b[j - 1]))
          least = MIN (least, cost[i - 2][j - 2] + 1u);
        cost[i][j] = (guint8) least;
      }
  return cost[n][m];
}

const char *
patal_nearest (const char *typed, const char *const *words, guint n)
{
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  if (strlen (typed) > MOST)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      guint apart = strlen (words[i]) <= MOST ? distance (typed, words[i]) : G_MAXUINT;

      if (apart < least && apart * 3 <= strlen (words[i]))
        {
          least = apart;
          nearest = words[i];
        }
    }
  return nearest;
}
