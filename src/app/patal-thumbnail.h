/* patal-thumbnail.h: a small picture of a photo that the file holds, or is to hold
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_THUMBNAIL (patal_thumbnail_get_type ())
G_DECLARE_FINAL_TYPE (PatalThumbnail, patal_thumbnail, PATAL, THUMBNAIL, AdwBin)

/* Reads and decodes in threads; is not there until that is done, nor where there is no picture. A picture that is damaged says so. */
void patal_thumbnail_set_blob  (PatalThumbnail *thumbnail, PatalDocument *document, const guint8 *hash); /* (nullable): a blob's name */
void patal_thumbnail_set_bytes (PatalThumbnail *thumbnail, GBytes *bytes);

G_END_DECLS
