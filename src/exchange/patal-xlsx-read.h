/* patal-xlsx-read.h: a sheet of an Excel workbook (Office Open XML, both flavours of its namespaces)
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-part.h"
#include "patal-sheet-build.h"

G_BEGIN_DECLS

typedef struct _PatalXlsxBook PatalXlsxBook; /* its sheets, and what is common to them */

PatalXlsxBook *patal_xlsx_book_new  (const PatalBook *book, GError **error);
void           patal_xlsx_book_free (PatalXlsxBook *xlsx);

guint       patal_xlsx_book_n_sheets (const PatalXlsxBook *xlsx);
const char *patal_xlsx_book_name     (const PatalXlsxBook *xlsx, guint index);
gboolean    patal_xlsx_book_hidden   (const PatalXlsxBook *xlsx, guint index);

/* (transfer full): sheet @index, perhaps without any row. A cell merged downwards stands in each of its rows. */
PatalSheet *patal_xlsx_book_read (PatalXlsxBook *xlsx, guint index, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalXlsxBook, patal_xlsx_book_free)
G_END_DECLS
