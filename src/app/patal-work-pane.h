/* patal-work-pane.h: one work beside its board: its fields, the board's record, the work file
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Three parts behind a switch: कार्य, पटल का अभिलेख, वर्क फाइल; above them the way back to the list. Signals:
 *   back ()             the way back to the list was pressed
 *   typed ()            the work was changed in its form, saved or not: see patal_work_pane_get_work()
 *   made (gint64 id)    a new work was written */
#pragma once
#include "patal-work-form.h"

G_BEGIN_DECLS

#define PATAL_TYPE_WORK_PANE (patal_work_pane_get_type ())
G_DECLARE_FINAL_TYPE (PatalWorkPane, patal_work_pane, PATAL, WORK_PANE, AdwBin)

GtkWidget *patal_work_pane_new (PatalDocument *document);

/* Shows work @id, 0 for none. What was typed and is right is saved first; where it is wrong, the pane stays as it is, says so, and returns FALSE. */
gboolean patal_work_pane_show  (PatalWorkPane *pane, gint64 id);
gboolean patal_work_pane_begin (PatalWorkPane *pane, gint64 gp); /* an empty form for a new work in @gp (0, or no panchayat: to be chosen) */
gint64   patal_work_pane_get_id (PatalWorkPane *pane);
gboolean patal_work_pane_leave (PatalWorkPane *pane);

/* (transfer none) (nullable): the work as typed. */
const PatalWork *patal_work_pane_get_work (PatalWorkPane *pane);

typedef enum { PATAL_WORK_PART_WORK, PATAL_WORK_PART_BOARD, PATAL_WORK_PART_FILE } PatalWorkPart;
void patal_work_pane_turn_to     (PatalWorkPane *pane, PatalWorkPart part);
void patal_work_pane_take_focus  (PatalWorkPane *pane); /* to the first field of the part that shows */
void patal_work_pane_focus_field (PatalWorkPane *pane, const char *field);                    /* for findings */
void patal_work_pane_set_field   (PatalWorkPane *pane, const char *field, const char *value);

G_END_DECLS
