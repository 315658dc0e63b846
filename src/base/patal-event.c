/* patal-event.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-event.h"

struct _PatalEvents
{
  gatomicrefcount refs;
  GStringChunk   *strings; /* all that name and events point to */
  const char     *name;
  GArray         *events;  /* of PatalEvent */
};

static const char *
keep (PatalEvents *events, const char *text)
{
  return text != NULL ? g_string_chunk_insert (events->strings, text) : NULL;
}

PatalEvents *
patal_events_new (const char *name)
{
  PatalEvents *events = g_new0 (PatalEvents, 1);

  g_atomic_ref_count_init (&events->refs);
  events->strings = g_string_chunk_new (1024);
  events->events = g_array_new (FALSE, FALSE, sizeof (PatalEvent));
  events->name = keep (events, name);
  return events;
}

PatalEvents *
patal_events_ref (PatalEvents *events)
{
  g_atomic_ref_count_inc (&events->refs);
  return events;
}

void
patal_events_unref (PatalEvents *events)
{
  if (events == NULL || !g_atomic_ref_count_dec (&events->refs))
    return;
  g_array_unref (events->events);
  g_string_chunk_free (events->strings);
  g_free (events);
}

void
patal_events_add (PatalEvents *events, const PatalEvent *event)
{
  PatalEvent own = *event;

  g_return_if_fail (event->uid != NULL && *event->uid != '\0' && event->summary != NULL
                    && *event->summary != '\0');
  g_return_if_fail (event->span.from != PATAL_DAY_NONE && event->span.from <= event->span.to);
  g_return_if_fail (g_atomic_ref_count_compare (&events->refs, 1));

  own.uid = keep (events, event->uid);
  own.summary = keep (events, event->summary);
  own.place = keep (events, event->place);
  own.words = keep (events, event->words);
  g_array_append_val (events->events, own);
}

const char *
patal_events_name (const PatalEvents *events)
{
  return events->name;
}

guint
patal_events_n (const PatalEvents *events)
{
  return events->events->len;
}

const PatalEvent *
patal_events_get (const PatalEvents *events, guint index)
{
  g_return_val_if_fail (index < events->events->len, NULL);
  return &g_array_index (events->events, PatalEvent, index);
}
