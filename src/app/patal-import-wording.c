/* patal-import-wording.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-import-wording.h"
#include <glib/gi18n.h>

const char *
patal_import_fate_word (PatalFate fate)
{
  static const char *const titles[PATAL_N_FATES] = { N_("New"), N_("Changed"), N_("Same"), N_("Doubtful"), N_("Refused") };

  return _(titles[fate]);
}

gboolean *
patal_import_telling_fields (PatalImportRun *run)
{
  guint n_fields = patal_import_run_import (run)->n_fields, n_rows = patal_import_run_n_rows (run);
  gboolean *telling = g_new0 (gboolean, n_fields);

  for (guint field = 0; field < n_fields; field++)
    for (guint row = 1; row < n_rows && !telling[field]; row++)
      telling[field] = g_strcmp0 (patal_import_run_raw (run, row, field), patal_import_run_raw (run, 0, field)) != 0;
  return telling;
}

static void
append_cell (PatalImportRun *run, guint row, guint field, const gboolean *telling, GString *text)
{
  gboolean refused = patal_import_run_verdict (run, row)->fate == PATAL_FATE_REFUSED;
  const char *cell = refused ? patal_import_run_raw (run, row, field) : patal_import_run_cell (run, row, field);

  if (cell != NULL && *cell != '\0' && (telling[field] || patal_import_run_n_rows (run) == 1))
    g_string_append_printf (text, text->len > 0 ? " · %s" : "%s", cell);
}

/* Fields go from the state down, so the names are taken backwards. */
char *
patal_import_row_content (PatalImportRun *run, guint row, const gboolean *telling)
{
  const PatalImport *import = patal_import_run_import (run);
  GString *text = g_string_new (NULL);

  for (guint i = import->n_fields; i-- > 0;)
    if (import->fields[i].kind == PATAL_FIELD_NAME)
      append_cell (run, row, i, telling, text);
  for (guint i = 0; i < import->n_fields; i++)
    if (import->fields[i].kind != PATAL_FIELD_NAME)
      append_cell (run, row, i, telling, text);
  return g_string_free (text, FALSE);
}

char *
patal_import_row_reason (PatalImportRun *run, guint row, PatalDb *reader)
{
  const PatalVerdict *verdict = patal_import_run_verdict (run, row);
  g_autofree char *candidate = NULL;

  if (verdict->reason == NULL)
    return g_strdup ("");
  if (verdict->fate == PATAL_FATE_DOUBTFUL)
    candidate = patal_import_run_describe (run, reader, row);
  if (candidate != NULL)
    return g_strdup_printf ("%s → %s", verdict->reason, candidate);
  if (verdict->field < 0)
    return g_strdup (verdict->reason);
  return g_strdup_printf ("%s: %s", _(patal_import_run_import (run)->fields[verdict->field].title), verdict->reason);
}
