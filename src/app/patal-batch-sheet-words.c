/* patal-batch-sheet-words.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-batch-sheet-words.h"
#include "patal-settings.h"
#include <glib/gi18n.h>

char *
patal_batch_title_words (const PatalBatchSheet *sheet)
{
  if (sheet->n_modules > 1) /* Translators: the number of a batch, the training, the module */
    return g_strdup_printf (_("Batch %d · %s · %s"), sheet->batch.no, sheet->training_name, sheet->module_name);
  /* Translators: the number of a batch, the training */
  return g_strdup_printf (_("Batch %d · %s"), sheet->batch.no, sheet->training_name);
}

char *
patal_batch_place_words (const PatalBatchSheet *sheet)
{
  g_autofree char *cluster = sheet->cluster_name != NULL ? g_strdup (sheet->cluster_name)
                                                         : g_strdup_printf (_("Cluster %d"), sheet->cluster_no);

  return g_strdup_printf ("%s, %s · %s", cluster, sheet->place_name, sheet->venue_name != NULL ? sheet->venue_name : _("no venue yet"));
}

char *
patal_batch_trainer_words (const PatalBatchSheet *sheet)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < sheet->trainers->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (sheet->trainers, i));
  if (sheet->trainers->len == 0)
    return g_strdup (_("No master trainer yet"));
  /* Translators: %s are names */
  return g_strdup_printf (_("Master trainers: %s"), names->str);
}

/* On end, as they were planned. */
static gboolean
is_whole (const PatalBatch *batch)
{
  for (guint i = 0; i < batch->held_on->len; i++)
    if (g_array_index (batch->held_on, PatalDay, i) != batch->start + (int) i)
      return FALSE;
  return TRUE;
}

char *
patal_batch_day_words (const PatalBatch *batch)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (batch->start == PATAL_DAY_NONE)
    return g_strdup (_("No day yet"));
  if (is_whole (batch))
    {
      g_autofree char *days = g_strdup_printf (ngettext ("%d day", "%d days", batch->n_days), batch->n_days);
      g_autofree char *span = patal_span_format (patal_batch_span (batch), patal_settings_lang ());

      return g_strdup_printf ("%s · %s · %s", span, patal_weekday_name (patal_day_weekday (batch->start), patal_settings_lang ()), days);
    }
  for (guint i = 0; i < batch->held_on->len; i++)
    {
      PatalDay day = g_array_index (batch->held_on, PatalDay, i);
      g_autofree char *shown = day != PATAL_DAY_NONE ? patal_day_format (day) : g_strdup (_("not held"));

      g_string_append (words, i > 0 ? " · " : "");
      /* Translators: a day of a batch: its number, its date */
      g_string_append_printf (words, _("Day %d: %s"), (int) i + 1, shown);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

const char *
patal_batch_state_word (PatalBatchStatus status, PatalSpan span, PatalDay today)
{
  if (status == PATAL_BATCH_HELD || status == PATAL_BATCH_CANCELLED || span.from == PATAL_DAY_NONE || span.from > today)
    return _(patal_batch_status_title (status));
  /* Translators: of a batch: its days are over, and the attendance is not entered */
  return span.to < today ? _("To be entered") : _("Under way");
}

char *
patal_batch_status_words (const PatalBatch *batch, PatalDay today)
{
  const char *word = patal_batch_state_word (batch->status, patal_batch_span (batch), today);

  /* Translators: behind what has become of a batch: it keeps its day when the plan is made anew */
  return batch->pinned ? g_strdup_printf (_("%s, pinned"), word) : g_strdup (word);
}
