/* patal-number-format.h: what a number in a spreadsheet's cell stands for
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  enum { PATAL_NUMBER_PLAIN, PATAL_NUMBER_DATE, PATAL_NUMBER_TIME, PATAL_NUMBER_ZEROS } kind;
  guint digits; /* ZEROS: filled up with zeros to so many: a code that was typed as a number */
} PatalNumberFormat;

typedef enum { PATAL_DATES_1900, PATAL_DATES_1904 } PatalDateSystem;

PatalNumberFormat patal_number_format_builtin (guint id);        /* Excel's own numbers */
PatalNumberFormat patal_number_format_parse   (const char *code); /* "[$-4009]dd/mm/yyyy;@" */

/* (transfer full): the number @text, as a file has it, as it is to be read: "2021-12-20" (the time of day of
 * a date is dropped), "10:30", "003641", or in plain digits with at most 15 of them that count. What is no
 * number stays as it is. */
char *patal_number_format_apply (PatalNumberFormat format, PatalDateSystem dates, const char *text);

G_END_DECLS
