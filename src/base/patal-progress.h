/* patal-progress.h: how far long work is, and whether it should stop
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  void (*say) (double share, gpointer data); /* 0 to 1, from the thread that works; (nullable) */
  gpointer      data;
  GCancellable *cancellable; /* (nullable) */
} PatalProgress;

/* Both take NULL for "nobody watches". Cheap enough for every row: @say is called when the whole per cent changes.
 * FALSE with G_IO_ERROR_CANCELLED when it should stop. */
gboolean patal_progress_step (const PatalProgress *progress, guint64 done, guint64 total, GError **error);

/* A part of a longer piece of work: its 0 to 1 is @from to @to of @whole. Fills @part and returns it; @part must
 * outlive its use, @whole must outlive @part. NULL for a NULL @whole. */
typedef struct
{
  PatalProgress        progress;
  const PatalProgress *whole;
  double               from, to;
} PatalProgressPart;
const PatalProgress *patal_progress_part (PatalProgressPart *part, const PatalProgress *whole, double from, double to);

G_END_DECLS
