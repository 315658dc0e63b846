/* directory-import.h: an import into the small district, from lines of CSV
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "directory.h"
#include "patal-import-run.h"

static inline PatalImportRun *
directory_preview (Directory *f, const PatalImport *import, const char *csv)
{
  g_autofree char *path = g_build_filename (f->file.folder, "sheet.csv", NULL);
  g_autoptr (GError) error = NULL;
  PatalImportRun *run;
  PatalSheet *sheet;

  g_file_set_contents (path, csv, -1, &error);
  g_assert_no_error (error);
  sheet = patal_sheet_read (path, -1, NULL, &error);
  g_assert_no_error (error);
  run = patal_import_run_new (import, sheet, "sheet.csv", &error);
  g_assert_no_error (error);
  patal_import_run_preview (run, f->db, NULL, &error);
  g_assert_no_error (error);
  return run;
}

/* The fates of the rows, a letter each: New, Changed, Same, Doubtful, Refused. (transfer full) */
static inline char *
directory_fates (PatalImportRun *run)
{
  GString *fates = g_string_new (NULL);
  guint sum = 0;

  for (guint row = 0; row < patal_import_run_n_rows (run); row++)
    {
      const PatalVerdict *verdict = patal_import_run_verdict (run, row);

      g_string_append_c (fates, "NCSDR"[verdict->fate]);
      g_assert_cmpint (verdict->reason != NULL, ==, verdict->fate == PATAL_FATE_DOUBTFUL || verdict->fate == PATAL_FATE_REFUSED);
    }
  for (int fate = 0; fate < PATAL_N_FATES; fate++)
    sum += patal_import_run_counts (run)[fate];
  g_assert_cmpuint (sum, ==, fates->len); /* the counts add up to the rows */
  return g_string_free (fates, FALSE);
}

/* Imports @csv, doubtful rows as decided, refused ones left out; gives the fates. (transfer full) */
static inline char *
directory_import (Directory *f, const PatalImport *import, const char *csv, PatalDoubtful doubtful)
{
  g_autoptr (PatalImportRun) run = directory_preview (f, import, csv);
  g_autoptr (GError) error = NULL;
  char *fates = directory_fates (run);

  patal_import_run_decide_all (run, doubtful);
  patal_import_run_commit (run, f->db, PATAL_REFUSED_LEAVE_OUT, NULL, NULL, &error);
  g_assert_no_error (error);
  return fates;
}

#define ASSERT_IMPORT(f, import, csv, doubtful, expected) \
  G_STMT_START { g_autofree char *fates = directory_import (f, import, csv, doubtful); g_assert_cmpstr (fates, ==, expected); } G_STMT_END

/* The field at fault of the only row of @csv, which must have @fate; NULL for the row as a whole. */
static inline const char *
directory_fault (Directory *f, const PatalImport *import, const char *csv, PatalFate fate)
{
  g_autoptr (PatalImportRun) run = directory_preview (f, import, csv);
  const PatalVerdict *verdict = patal_import_run_verdict (run, 0);

  g_assert_cmpint (verdict->fate, ==, fate);
  return verdict->field >= 0 ? import->fields[verdict->field].id : NULL;
}
