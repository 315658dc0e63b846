/* patal-unit-form.h: the fields of one place, each checked as it is typed
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property "dirty" (gboolean): something differs from what was loaded. Signal: saved (gint64 id), after the edit was written. */
#pragma once
#include "patal-document.h"
#include "patal-unit.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_UNIT_FORM (patal_unit_form_get_type ())
G_DECLARE_FINAL_TYPE (PatalUnitForm, patal_unit_form, PATAL, UNIT_FORM, AdwBin)

void patal_unit_form_set_document (PatalUnitForm *form, PatalDocument *document); /* once */

/* Shows @unit, (transfer none); its id is 0 for a place that is yet to be made. What was typed before is dropped. */
void patal_unit_form_set_unit (PatalUnitForm *form, const PatalUnit *unit);
/* The same place as it stands in the file now: what was typed stays typed, the rest follows. */
void patal_unit_form_refresh (PatalUnitForm *form, const PatalUnit *unit);
void patal_unit_form_set_editable (PatalUnitForm *form, gboolean editable);

gboolean patal_unit_form_is_dirty (PatalUnitForm *form);
gboolean patal_unit_form_is_valid (PatalUnitForm *form);
void     patal_unit_form_save     (PatalUnitForm *form); /* one edit; the first field at fault gets the focus instead */
void     patal_unit_form_discard  (PatalUnitForm *form);
void     patal_unit_form_focus    (PatalUnitForm *form); /* the first field */

G_END_DECLS
