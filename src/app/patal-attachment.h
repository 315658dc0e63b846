/* patal-attachment.h: what is taken into the district's file: photos, scans, logos
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  PATAL_ATTACHMENT_PHOTO, /* JPEG, PNG */
  PATAL_ATTACHMENT_SCAN,  /* PDF, JPEG, PNG */
  PATAL_ATTACHMENT_LOGO,  /* SVG, PNG, JPEG */
} PatalAttachmentKind;

#define PATAL_ATTACHMENT_ERROR (patal_attachment_error_quark ())
GQuark patal_attachment_error_quark (void);
typedef enum
{
  PATAL_ATTACHMENT_ERROR_TOO_BIG, /* beyond PATAL_BLOB_MAX_BYTES */
  PATAL_ATTACHMENT_ERROR_FORMAT,  /* none of those of its kind */
} PatalAttachmentError;

/* (transfer full): the bytes of @file, once a picture among them was seen to be one; *@media_type, a literal, is what they are: "image/jpeg".
 * @error: PATAL_ATTACHMENT_ERROR, PATAL_PICTURE_ERROR or G_IO_ERROR. Takes its time: for a thread. */
GBytes     *patal_attachment_read   (GFile *file, PatalAttachmentKind kind, const char **media_type, GError **error);

const char *patal_attachment_ending (const char *media_type); /* ".jpg"; a literal */

/* Asks for a file over the window of @asked_from and reads it in a thread. @chosen is called with the bytes, (transfer none), or with an error;
 * never where the user thinks better of it, and not after @user_data, an object, is gone. */
typedef void (*PatalAttachmentChosen) (gpointer user_data, GBytes *bytes, const char *media_type, const GError *error);
void        patal_attachment_ask    (GtkWidget *asked_from, PatalAttachmentKind kind, PatalAttachmentChosen chosen, gpointer user_data);

G_END_DECLS
