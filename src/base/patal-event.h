/* patal-event.h: whole days in a calendar, for programs that keep calendars
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-day.h"

G_BEGIN_DECLS

typedef struct
{
  const char *uid;        /* the same for ever, and of no other event anywhere: "batch-281474976710657@…"; not empty */
  const char *summary;    /* one line; not empty */
  const char *place;      /* (nullable) */
  const char *words;      /* (nullable): all else; a line feed begins a new line */
  PatalSpan   span;
  guint       sequence;   /* how often it was changed after people had been told of it */
  gboolean    cancelled;  /* it stays in the calendar, so that a program that had it before learns of it */
  gint64      changed_at; /* seconds UTC */
} PatalEvent;

typedef struct _PatalEvents PatalEvents; /* a value: built by one thread, then only read; shared by counting */

PatalEvents *patal_events_new   (const char *name); /* of the calendar: "प्रशिक्षण, विकासखण्ड अकलतरा" */
PatalEvents *patal_events_ref   (PatalEvents *events);
void         patal_events_unref (PatalEvents *events);
void         patal_events_add   (PatalEvents *events, const PatalEvent *event); /* copied; only while nobody else holds @events */

const char       *patal_events_name (const PatalEvents *events);
guint             patal_events_n    (const PatalEvents *events);
const PatalEvent *patal_events_get  (const PatalEvents *events, guint index); /* in the order in which they were added */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalEvents, patal_events_unref)
G_END_DECLS
