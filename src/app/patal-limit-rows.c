/* patal-limit-rows.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-limit-rows.h"
#include <glib/gi18n.h>

static const char *
reason_title (guint nth)
{
  return nth < PATAL_N_BLACKOUT_REASONS ? patal_blackout_reason_title (nth) : NULL;
}

static const PatalSpanKind windows = { N_("Add _Other Days for a Place"), N_("_Block or district"), N_("Choose the place that has other days"),
                                       N_("_Reason"), reason_title, N_("Re_mark") };
static const PatalSpanKind offs = { N_("Add _Days Off"), N_("_Place (none: everywhere)"), NULL, NULL, NULL, N_("_Why") };

GtkWidget *
patal_limit_rows_new (PatalDocument *document, PatalLimitKind kind)
{
  return patal_span_rows_new (document, kind == PATAL_LIMIT_WINDOW ? &windows : &offs);
}

/* Days off of a hall or a trainer are not shown here. */
static gboolean
is_shown (const PatalLimit *limit, PatalLimitKind kind)
{
  return limit->kind == kind && limit->venue == 0 && limit->trainer == 0;
}

void
patal_limit_rows_show (PatalSpanRows *rows, PatalLimitKind kind, const GPtrArray *limits)
{
  patal_span_rows_clear (rows);
  for (guint i = 0; i < limits->len; i++)
    {
      const PatalLimit *limit = limits->pdata[i];

      if (is_shown (limit, kind))
        patal_span_rows_add (rows, &(PatalSpanRow) { limit->id, limit->unit, limit->span, (guint) MAX (limit->reason, 0), limit->words });
    }
}

gboolean
patal_limit_rows_read (PatalSpanRows *rows, PatalLimitKind kind, GPtrArray *limits, PatalSpanRowsRead how)
{
  g_autoptr (GPtrArray) read = patal_span_rows_read (rows, how);

  if (read == NULL)
    return FALSE;
  for (guint i = limits->len; i > 0; i--)
    if (is_shown (limits->pdata[i - 1], kind))
      g_ptr_array_remove_index (limits, i - 1);
  for (guint i = 0; i < read->len; i++)
    {
      PatalSpanRow *row = read->pdata[i];
      PatalLimit *limit = patal_limit_new (kind);

      limit->id = row->id;
      limit->unit = row->place;
      limit->span = row->span;
      limit->words = g_steal_pointer (&row->words);
      if (kind == PATAL_LIMIT_WINDOW)
        limit->reason = (int) row->choice;
      g_ptr_array_add (limits, limit);
    }
  return TRUE;
}
