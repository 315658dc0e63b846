/* patal-import-telling.c: what is told of the rows of an import: faults of their texts, the refused ones as a list
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-csv.h"
#include "patal-import-run.h"
#include "patal-out-file.h"
#include "patal-text-fault.h"
#include <glib/gi18n-lib.h>

char *
patal_import_run_text_fault (PatalImportRun *run, guint row)
{
  const PatalImport *import = patal_import_run_import (run);

  for (guint i = 0; i < import->n_fields; i++)
    {
      const PatalImportField *field = &import->fields[i];
      gboolean is_text = field->kind == PATAL_FIELD_TEXT || field->kind == PATAL_FIELD_NAME;
      const char *cell = is_text ? patal_import_run_cell (run, row, i) : NULL;
      g_autoptr (GArray) faults = cell != NULL ? patal_text_faults (cell) : NULL;
      g_autofree char *sentence = NULL;

      if (faults == NULL || faults->len == 0)
        continue;
      sentence = patal_text_fault_sentence (cell, &g_array_index (faults, PatalTextFault, 0));
      return g_strdup_printf ("%s: %s", _(field->title), sentence);
    }
  return NULL;
}

static void
append_refused (PatalImportRun *run, guint row, GPtrArray *fields, GString *out)
{
  const PatalImport *import = patal_import_run_import (run);
  const PatalVerdict *verdict = patal_import_run_verdict (run, row);
  PatalSheet *sheet = patal_import_run_sheet (run);
  g_autofree char *line = g_strdup_printf ("%u", patal_import_run_line (run, row));
  gboolean has_field = verdict->field >= 0;
  const char *value = has_field ? patal_import_run_raw (run, row, (guint) verdict->field) : NULL;

  g_ptr_array_set_size (fields, 0);
  g_ptr_array_add (fields, line);
  g_ptr_array_add (fields, (gpointer) (has_field ? _(import->fields[verdict->field].title) : ""));
  g_ptr_array_add (fields, (gpointer) (value != NULL ? value : ""));
  g_ptr_array_add (fields, verdict->reason);
  for (guint column = 0; column < patal_sheet_n_columns (sheet); column++)
    g_ptr_array_add (fields, (gpointer) patal_sheet_cell (sheet, patal_import_run_sheet_row (run, row), column));
  patal_csv_append_record (out, (const char *const *) fields->pdata, fields->len);
}

gboolean
patal_import_run_save_refused (PatalImportRun *run, const char *path, GError **error)
{
  g_autoptr (PatalOutFile) file = patal_out_file_new (path, error);
  g_autoptr (GString) out = g_string_new ("\xEF\xBB\xBF");
  g_autoptr (GPtrArray) fields = g_ptr_array_new (), headings = g_ptr_array_new_with_free_func (g_free);

  if (file == NULL)
    return FALSE;
  g_ptr_array_add (fields, (gpointer) _("Line"));
  g_ptr_array_add (fields, (gpointer) _("Field at fault"));
  g_ptr_array_add (fields, (gpointer) _("Value"));
  g_ptr_array_add (fields, (gpointer) _("Reason"));
  for (guint column = 0; column < patal_sheet_n_columns (patal_import_run_sheet (run)); column++)
    {
      g_ptr_array_add (headings, patal_import_run_heading (run, column));
      g_ptr_array_add (fields, headings->pdata[column]);
    }
  patal_csv_append_record (out, (const char *const *) fields->pdata, fields->len);

  for (guint row = 0; row < patal_import_run_n_rows (run); row++)
    if (patal_import_run_verdict (run, row)->fate == PATAL_FATE_REFUSED)
      {
        append_refused (run, row, fields, out);
        if (!patal_out_file_flush (file, out, error))
          return FALSE;
      }
  return patal_out_file_finish (file, out, error);
}
