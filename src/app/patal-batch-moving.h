/* patal-batch-moving.h: a batch wanted on another day or in another venue: moved as one step, or refused with the nearest free day
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch.h"
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

typedef struct
{
  gint64       batch, venue; /* @venue 0: as it is */
  PatalDay     day;
  GdkRectangle at;           /* in @parent: where to ask */
} PatalBatchWish;

/* The action by which a line in @toasts offers the nearest free day: batch, day, venue. */
#define PATAL_BATCH_MOVING_ACTION "schedule.move-to"
#define PATAL_BATCH_MOVING_TYPE   "(xix)"

/* Asks the rules in the reading thread; what breaks one is said in a line of @toasts, which offers the nearest free day. People who had been told of it
 * are told why: that is asked beside it. */
void patal_batch_moving_wish (GtkWidget *parent, PatalDocument *document, AdwToastOverlay *toasts, const PatalBatchWish *wish);

/* Pins it, or lets it go. */
void patal_batch_moving_pin  (PatalDocument *document, gint64 batch, gboolean pinned);

/* (transfer none): the line that was shown. */
AdwToast *patal_batch_moving_say (AdwToastOverlay *toasts, const char *sentence, const char *button);

G_END_DECLS
