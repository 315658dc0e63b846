/* patal-workbook.h: sheets out of a workbook (XLSX, ODS), which is a ZIP archive of XML
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-sheet-build.h"

G_BEGIN_DECLS

/* Of an open file; @name is for sentences. @index and what is given back are as in patal-sheet.h. KIND: an
 * archive that is no workbook, or one with a password. */
PatalSheet *patal_workbook_read  (int fd, const char *name, int index, const PatalProgress *progress, GError **error);
GStrv       patal_workbook_names (int fd, const char *name, GError **error);

G_END_DECLS
