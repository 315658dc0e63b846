/* patal-import-value.h: one cell, cleaned by the kind of its field
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-import.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_CELL_EMPTY,
  PATAL_CELL_AS_IS,   /* the cell needs no cleaning: use it itself */
  PATAL_CELL_CLEANED, /* *@cleaned, (transfer full) */
  PATAL_CELL_REFUSED, /* *@reason, (transfer full): a whole sentence */
} PatalCellFate;

/* @rupees: of MONEY, how many a figure is that names no unit itself (patal_headings_rupees). Text that stands for "nothing" ("-", "NA") is EMPTY where the field is not text. What a failed formula
 * leaves ("#REF!") is REFUSED. */
PatalCellFate patal_import_value_read (const char *cell, PatalFieldKind kind, gint64 rupees, char **cleaned, char **reason);

/* Whether a failed formula left it behind: such text is in no font's encoding either. */
gboolean patal_import_value_failed (const char *cell);

G_END_DECLS
