/* patal-tabs.h: the tabs of an open file: made in a view stack, taken out of it with the file
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Most starts look at the district first: the other tabs are made when they are first turned to.
 * Property "shown" (string): the tab that is looked at: "training", "boards", "district". */
#pragma once
#include "patal-boards-page.h"
#include "patal-district-page.h"
#include "patal-training-page.h"

G_BEGIN_DECLS

#define PATAL_TYPE_TABS (patal_tabs_get_type ())
G_DECLARE_FINAL_TYPE (PatalTabs, patal_tabs, PATAL, TABS, GObject)

/* @sidebar: the state of an action, a boolean: whether tabs that have a sidebar show it. */
PatalTabs         *patal_tabs_new   (AdwViewStack *stack, PatalDocument *document, GAction *sidebar);
/* Takes the pages out of the stack; the document must have been left already. */
void               patal_tabs_close (PatalTabs *tabs);

/* (nullable) (transfer none): the page, where it is the tab that is shown; that of the district also where it is not. */
PatalBoardsPage   *patal_tabs_get_boards   (PatalTabs *tabs);
PatalTrainingPage *patal_tabs_get_training (PatalTabs *tabs);
PatalDistrictPage *patal_tabs_get_district (PatalTabs *tabs);

void               patal_tabs_show         (PatalTabs *tabs, const char *tab);
/* Goes to a record: @kind is that of a PatalSearchHit, or "batch". */
void               patal_tabs_show_record  (PatalTabs *tabs, const char *kind, gint64 id);

/* What is typed is saved, and NULL given; or the sentence why it cannot be, with the tab shown where it stands. */
const char        *patal_tabs_leave        (PatalTabs *tabs);
/* What is right is saved, what is not is lost: where nobody can be asked. */
void               patal_tabs_let_go       (PatalTabs *tabs);

G_END_DECLS
