/* patal-change-fields.h: why something that people had been told changes, in a form
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch.h"
#include "patal-choice.h"
#include "patal-form-dialog.h"

G_BEGIN_DECLS

typedef struct
{
  PatalChangeWhy why;   /* as read last; @why.words is @words */
  char          *words; /* (nullable) */
  GtkDropDown   *reason;
  PatalField    *remark;
} PatalChangeFields;
void patal_change_fields_clear (PatalChangeFields *fields); /* also one that is all 0 */

void patal_change_fields_add  (PatalChangeFields *fields, PatalFormDialog *dialog);
void patal_change_fields_show (PatalChangeFields *fields, gboolean visible);
void patal_change_fields_read (PatalChangeFields *fields);

G_END_DECLS
