/* patal-pdf-picture.h: a picture in a PDF file
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-pdf-file.h"
#include "patal-picture.h"

G_BEGIN_DECLS

/* As it is where it is a JPEG, else its pixels, deflated. Returns its object's number. */
guint patal_pdf_write_picture (PatalPdfFile *file, const PatalPicture *picture);

G_END_DECLS
