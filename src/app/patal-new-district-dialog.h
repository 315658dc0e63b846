/* patal-new-district-dialog.h: beginning a district's file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-application.h"

G_BEGIN_DECLS

#define PATAL_TYPE_NEW_DISTRICT_DIALOG (patal_new_district_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PatalNewDistrictDialog, patal_new_district_dialog, PATAL, NEW_DISTRICT_DIALOG, AdwWindow)

/* @parent: (nullable): where the new file is opened, if that window has none. */
void patal_new_district_dialog_show (PatalApplication *app, GtkWindow *parent);

G_END_DECLS
