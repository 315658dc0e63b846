/* patal-work-form.h: the fields of one work, each checked as it is typed
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property "dirty" (gboolean): something differs from what was loaded. Signals:
 *   typed ()            something was typed: patal_work_form_get_work() is another one now; the board beside it follows at once
 *   saved (gint64 id)   after the edit was written */
#pragma once
#include "patal-document.h"
#include "patal-work.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_WORK_FORM (patal_work_form_get_type ())
G_DECLARE_FINAL_TYPE (PatalWorkForm, patal_work_form, PATAL, WORK_FORM, AdwBin)

GtkWidget *patal_work_form_new (PatalDocument *document);

/* Shows @work, (transfer none); its id is 0 for one that is yet to be entered. What was typed before is dropped. */
void patal_work_form_set_work (PatalWorkForm *form, const PatalWork *work);
/* The same work as it stands in the file now: what was typed stays typed, the rest follows. */
void patal_work_form_refresh  (PatalWorkForm *form, const PatalWork *work);

/* (transfer none): as typed, as far as what is typed can be read; a field that cannot is as it was loaded. */
const PatalWork *patal_work_form_get_work (PatalWorkForm *form);

/* Fields as patal_work_check() names them: "name_hi", "sanctioned.total". For findings: turns to the field; sets it as if typed. */
void     patal_work_form_focus_field (PatalWorkForm *form, const char *field);
void     patal_work_form_set_field   (PatalWorkForm *form, const char *field, const char *value);

gboolean patal_work_form_focus        (PatalWorkForm *form); /* the first field to be filled; FALSE: it is not editable */
void     patal_work_form_set_editable (PatalWorkForm *form, gboolean editable);

gboolean patal_work_form_is_dirty (PatalWorkForm *form);
gboolean patal_work_form_is_valid (PatalWorkForm *form);
void     patal_work_form_save     (PatalWorkForm *form); /* one edit; the first field at fault gets the focus instead */
void     patal_work_form_discard  (PatalWorkForm *form);
gboolean patal_work_form_leave    (PatalWorkForm *form); /* saves what is typed and right; FALSE: something typed is wrong and would be lost */

G_END_DECLS
