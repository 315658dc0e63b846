/* patal-qr-code.h: a text as a QR code
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-canvas.h"

G_BEGIN_DECLS

#define PATAL_QR_QUIET 4 /* modules of paper that a reader needs on all sides */

typedef struct _PatalQrCode PatalQrCode; /* never changes; any thread reads it */

/* (transfer full). As small as the text allows; what is longer than the largest code holds is cut, and ends in "…". Text that is not UTF-8 is
 * read as far as it is. NULL: an empty text. */
PatalQrCode *patal_qr_code_new  (const char *text);
void         patal_qr_code_free (PatalQrCode *code);

guint        patal_qr_code_modules (const PatalQrCode *code); /* on each side */
/* Black, in @box, which is square and as light as paper; the quiet zone is in it. */
void         patal_qr_code_draw    (const PatalQrCode *code, PatalCanvas *canvas, const PatalBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalQrCode, patal_qr_code_free)
G_END_DECLS
