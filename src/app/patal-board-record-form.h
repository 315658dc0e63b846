/* patal-board-record-form.h: the board of a work: what was built at the site, and what an inspection found
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property "dirty" (gboolean): something differs from what was loaded. */
#pragma once
#include "patal-document.h"
#include "patal-work.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_BOARD_RECORD_FORM (patal_board_record_form_get_type ())
G_DECLARE_FINAL_TYPE (PatalBoardRecordForm, patal_board_record_form, PATAL, BOARD_RECORD_FORM, AdwBin)

GtkWidget *patal_board_record_form_new (PatalDocument *document);

/* Shows the record of @work, (transfer none), as it stands in the file; where that work is shown already, what was typed stays typed. */
void     patal_board_record_form_set_work (PatalBoardRecordForm *form, const PatalWork *work);

void     patal_board_record_form_set_editable (PatalBoardRecordForm *form, gboolean editable);

void     patal_board_record_form_save     (PatalBoardRecordForm *form); /* one edit; the first field at fault gets the focus instead */
void     patal_board_record_form_discard  (PatalBoardRecordForm *form);
gboolean patal_board_record_form_leave    (PatalBoardRecordForm *form); /* as patal_work_form_leave() */

G_END_DECLS
