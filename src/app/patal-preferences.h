/* patal-preferences.h: language, name, the working week, the words of the state
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_PREFERENCES (patal_preferences_get_type ())
G_DECLARE_FINAL_TYPE (PatalPreferences, patal_preferences, PATAL, PREFERENCES, AdwPreferencesWindow)

/* @parent: (nullable): of a PatalWindow with a file its settings are offered too. */
void patal_preferences_show (GtkWindow *parent);

G_END_DECLS
