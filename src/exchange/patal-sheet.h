/* patal-sheet.h: rows of text out of a CSV, XLSX or ODS file
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * CSV may be plain or gzip, UTF-8 with or without BOM, UTF-16, or Windows-1252 (what legacy Hindi fonts leave
 * behind), with LF, CRLF or CR, separated by , ; or tab. XLSX and ODS are read by libarchive and libxml2
 * within stated limits: a bomb, an entity, a path that leads outside is refused. Dates and numbers out of
 * spreadsheets come as YYYY-MM-DD and plain digits. */
#pragma once
#include "patal-progress.h"

G_BEGIN_DECLS

#define PATAL_SHEET_ERROR (patal_sheet_error_quark ())
GQuark patal_sheet_error_quark (void);
typedef enum
{
  PATAL_SHEET_ERROR_UNREADABLE, /* no such file, or the disk says no */
  PATAL_SHEET_ERROR_KIND,       /* none of the kinds above (a PDF, an .xls of before 2007: says so and what to do) */
  PATAL_SHEET_ERROR_ENCODING,   /* line n is in no encoding we know */
  PATAL_SHEET_ERROR_MALFORMED,  /* a quote that never ends, a broken archive */
  PATAL_SHEET_ERROR_LIMIT,      /* larger than is ever needed: says which limit */
  PATAL_SHEET_ERROR_EMPTY,      /* no row */
} PatalSheetError;

#define PATAL_SHEET_MAX_ROWS    1048576
#define PATAL_SHEET_MAX_COLUMNS 512
#define PATAL_SHEET_MAX_BYTES   (512 * 1024 * 1024) /* unpacked */
#define PATAL_SHEET_MAX_CELL    65536

typedef struct _PatalSheet PatalSheet;

/* Reads the whole of one sheet of @path into memory (cells in one block of text; about 40 MB for 2.1 lakh
 * rows of 18). @sheet: index, for workbooks of several (0 for the first that is not empty: -1). */
PatalSheet *patal_sheet_read (const char *path, int sheet, const PatalProgress *progress, GError **error);
void        patal_sheet_free (PatalSheet *sheet);
/* (transfer full): the names of the sheets of a workbook; one empty name for a CSV file. */
GStrv       patal_sheet_names (const char *path, GError **error);

/* Row 0 is the file's first row that is not empty. The header row is guessed by the import run (titles may
 * stand above it). */
guint       patal_sheet_n_rows    (const PatalSheet *sheet);
guint       patal_sheet_n_columns (const PatalSheet *sheet); /* of the widest row */
const char *patal_sheet_cell      (const PatalSheet *sheet, guint row, guint column); /* "" where there is none */
guint       patal_sheet_line      (const PatalSheet *sheet, guint row); /* line of the file, from 1, as an editor or Excel counts */
guint       patal_sheet_n_empty_above (const PatalSheet *sheet, guint row); /* empty rows of a workbook; 0 for CSV, of which that is not known */
const char *patal_sheet_format    (const PatalSheet *sheet); /* in words: "CSV, UTF-16, separated by tabs" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalSheet, patal_sheet_free)
G_END_DECLS
