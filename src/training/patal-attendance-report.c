/* patal-attendance-report.c: the report "attendance" (R6)
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-frame.h"
#include "patal-paper-tables.h"
#include "patal-training-paper.h"
#include <glib/gi18n-lib.h>

/* By the filter, else the last one. */
static gboolean
find_training (PatalDb *db, const PatalReportArgs *args, gint64 *out, GError **error)
{
  const char *said = patal_frame_filter (args, "training");

  if (!patal_db_int (db, "SELECT ifnull (iif (?1 IS NULL, (SELECT id FROM training ORDER BY from_day DESC, id DESC LIMIT 1),"
                         " (SELECT id FROM training WHERE id = CAST (?1 AS INTEGER))), 0)", PATAL_ARGS (PATAL_TEXT (said)), out, error))
    return FALSE;
  if (*out != 0)
    return TRUE;
  g_set_error_literal (error, PATAL_DB_ERROR, PATAL_DB_ERROR_NOT_FOUND,
                       said != NULL ? _("There is no such training in this file") : _("There is no training in this file yet"));
  return FALSE;
}

/* (transfer full) (element-type PatalPaperBatch): with somebody in them, in @scope, with the number that the filter says. */
static GPtrArray *
choose (PatalDb *db, const PatalReportArgs *args, const PatalPaperFacts *facts, gint64 scope, GError **error)
{
  const char *number = patal_frame_filter (args, "batch");
  g_autoptr (GArray) within = patal_batch_ids (db, &(PatalBatchFilter) { .training = facts->training.id, .within = scope, .status = PATAL_BATCH_ANY_STATUS,
                                                                        .sort = PATAL_BATCH_SORT_NO }, error);
  GPtrArray *chosen;

  if (within == NULL)
    return NULL;
  chosen = g_ptr_array_new ();
  for (guint i = 0, at = 0; i < facts->batches->len && at < within->len; i++)
    {
      PatalPaperBatch *batch = g_ptr_array_index (facts->batches, i);

      if (batch->batch.id != g_array_index (within, gint64, at))
        continue;
      at++;
      if (batch->people->len > 0 && (number == NULL || batch->batch.no == (int) g_ascii_strtoll (number, NULL, 10)))
        g_ptr_array_add (chosen, batch);
    }
  return chosen;
}

static PatalTable *
build (PatalDb *db, const PatalReportArgs *args, GError **error)
{
  g_autoptr (PatalPaperFacts) facts = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (PatalTable) table = NULL;
  g_autofree char *title = NULL;
  gint64 training, scope;

  if (!patal_frame_scope (db, args, &scope, error) || !find_training (db, args, &training, error))
    return NULL;
  facts = patal_paper_facts_read (db, training, 0, args->words, error);
  chosen = facts != NULL ? choose (db, args, facts, scope, error) : NULL;
  if (chosen == NULL)
    return NULL;
  table = patal_paper_attendance (facts, (const PatalPaperBatch *const *) chosen->pdata, chosen->len, NULL);
  if (chosen->len == 1)
    return g_steal_pointer (&table);
  title = g_strdup_printf ("%s: %s", patal_words_get (args->words, "Attendance sheet"), facts->name);
  return patal_frame_apply (db, table, args, scope, title, NULL, error) ? g_steal_pointer (&table) : NULL;
}

const PatalReport patal_attendance_report = { "attendance", N_("Attendance sheet"), build };
