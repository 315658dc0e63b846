/* patal-delimited.h: rows out of text separated by commas, semicolons or tabs
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-sheet-build.h"

G_BEGIN_DECLS

/* Cuts the text that @sheet holds (UTF-8, no NUL in it) into rows, in place. A quote at the start of a cell
 * opens it (RFC 4180); any other quote is text, as spreadsheets take it. *@separator is the one found.
 * MALFORMED, LIMIT, or cancelled; then @sheet is fit for freeing only. */
gboolean patal_delimited_read (PatalSheet *sheet, char *separator, const PatalProgress *progress, GError **error);

G_END_DECLS
