/* patal-sheet-text.h: the bytes of a text file as UTF-8
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-sheet.h"

G_BEGIN_DECLS

typedef enum { PATAL_SHEET_UTF8, PATAL_SHEET_UTF16, PATAL_SHEET_WINDOWS_1252 } PatalSheetEncoding;

/* (transfer full): @bytes (transfer full), of *@len bytes and a NUL behind them, without BOM and without the
 * zero bytes that a power cut leaves at the end of a file. Neither the text nor what is behind *@len is
 * anything but text: no NUL inside. ENCODING, or MALFORMED (a zero byte), names the line. On NULL @bytes is
 * freed. */
char *patal_sheet_text_decode (char *bytes, gsize *len, PatalSheetEncoding *encoding, GError **error);

/* Whether the beginning of a file looks like anything but text. */
gboolean patal_sheet_text_is_binary (const char *bytes, gsize len);

G_END_DECLS
