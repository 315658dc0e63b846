/* patal-crew.h: a few threads that take many things through the same steps, as on a belt
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef struct _PatalCrew PatalCrew;

PatalCrew *patal_crew_new  (guint n_threads); /* with the calling thread; at least 1 */
void       patal_crew_free (PatalCrew *crew);

/* At most so many things are under way at once, so that thing i and thing i + PATAL_CREW_ROOM never are. */
#define PATAL_CREW_ROOM 16

typedef enum
{
  PATAL_CREW_APART,   /* on any thread, in no order */
  PATAL_CREW_IN_TURN, /* on any thread, one thing after another */
  PATAL_CREW_HERE,    /* likewise, in the calling thread, which does this before all else: the first step only */
} PatalCrewOrder;

typedef struct
{
  PatalCrewOrder order;
  gboolean     (*work) (guint thing, gpointer data); /* FALSE: all stops */
} PatalCrewStep;

#define PATAL_CREW_MAX_STEPS 6

/* Takes things 0 … @n - 1 through all of @steps, on all threads, this one among them; the last step is IN_TURN. Returns when all is done; FALSE: a
 * step stopped it, and things may be left under way. */
gboolean patal_crew_run (PatalCrew *crew, guint n, const PatalCrewStep *steps, guint n_steps, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalCrew, patal_crew_free)
G_END_DECLS
