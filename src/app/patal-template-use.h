/* patal-template-use.h: by which template the boards of each kind of work are made
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Rows that say which template is in use, and let another be chosen. */
#define PATAL_TYPE_TEMPLATE_USE (patal_template_use_get_type ())
G_DECLARE_FINAL_TYPE (PatalTemplateUse, patal_template_use, PATAL, TEMPLATE_USE, AdwPreferencesGroup)

GtkWidget *patal_template_use_new (PatalDocument *document);

/* Asks whether the template @name, which was added just now, is to make the boards of its kinds from now on, and says what it has no field for;
 * where it makes them already and lacks nothing, there is nothing to ask. */
void patal_template_use_ask (GtkWidget *asked_from, PatalDocument *document, const char *name);

G_END_DECLS
