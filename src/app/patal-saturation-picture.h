/* patal-saturation-picture.h: saturation as a picture of the shape of a telephone, to be sent on
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include "patal-saturation.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks over the window of @asked_from where to, draws @query's chart in the window's language, writes it as PNG in a thread, and says so. (transfer full):
 * the dialog; unreferencing it takes it away. */
GtkFileChooserNative *patal_saturation_picture_save (GtkWidget *asked_from, PatalDocument *document, const PatalSaturationQuery *query);

G_END_DECLS
