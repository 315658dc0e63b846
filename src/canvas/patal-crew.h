/* patal-crew.h: a few threads that do the same to many things, together
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef struct _PatalCrew PatalCrew;

PatalCrew *patal_crew_new  (guint n_threads); /* with the calling thread; at least 1 */
void       patal_crew_free (PatalCrew *crew);

/* Calls @work for 0 … @n - 1, in no order, on all threads, this one among them; returns when all is done. */
typedef void (*PatalCrewFunc) (guint i, gpointer data);
void       patal_crew_run  (PatalCrew *crew, guint n, PatalCrewFunc work, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalCrew, patal_crew_free)
G_END_DECLS
