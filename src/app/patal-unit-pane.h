/* patal-unit-pane.h: the details of one place: what is known of it, who works there, what was changed
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property: "empty" (gboolean): no place is shown, nor a form for a new one; whoever shows the pane shows something else then.
 * Signal: made (gint64 id), after a new place was written. */
#pragma once
#include "patal-document.h"
#include "patal-unit.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_UNIT_PANE (patal_unit_pane_get_type ())
G_DECLARE_FINAL_TYPE (PatalUnitPane, patal_unit_pane, PATAL, UNIT_PANE, AdwBin)

GtkWidget *patal_unit_pane_new (PatalDocument *document);

/* Shows unit @id, 0 for none. What was typed and is right is saved first; where it is wrong, the pane stays as it is, says so, and
 * returns FALSE. */
gboolean patal_unit_pane_show (PatalUnitPane *pane, gint64 id);
gint64 patal_unit_pane_get_unit (PatalUnitPane *pane);

void   patal_unit_pane_show_posts (PatalUnitPane *pane); /* turns to its posts */

/* Shows an empty form for a new place below @parent; FALSE as above. */
gboolean patal_unit_pane_begin (PatalUnitPane *pane, PatalLevel level, gint64 parent);

/* Saves what is typed and right; FALSE when something typed is wrong and would be lost. */
gboolean patal_unit_pane_leave (PatalUnitPane *pane);

G_END_DECLS
