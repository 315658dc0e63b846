/* patal-change-popover.h: why something changes that people had been told: asked beside what changes
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-batch.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @why and its words last for the call. */
typedef void (*PatalChangeFunc) (const PatalChangeWhy *why, gpointer user_data);

/* Asks below @at of @parent; @question: a sentence; @button: with mnemonic. @chosen hears of it once, unless it is closed without. */
void patal_change_popover_show (GtkWidget *parent, const GdkRectangle *at, const char *question, const char *button, PatalChangeFunc chosen, gpointer user_data,
                                GDestroyNotify free_data);

G_END_DECLS
