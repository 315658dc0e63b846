/* patal-pdf-file.h: the objects of a PDF file, written as they come
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain objects are gathered in object streams, places in a cross-reference stream (PDF 1.5, ISO 32000-1, 7.5.7 and
 * 7.5.8); memory holds a few bytes for each object and no more. After the first error nothing is written. */
#pragma once
#include <gio/gio.h>
#include <string.h>

G_BEGIN_DECLS

typedef struct _PatalPdfFile PatalPdfFile;

PatalPdfFile *patal_pdf_file_new  (GOutputStream *stream); /* (transfer none) */
void          patal_pdf_file_free (PatalPdfFile *file);

/* A number for an object that is written later, or never: then it is free. */
guint patal_pdf_file_reserve (PatalPdfFile *file);

/* @body: what stands between "obj" and "endobj". */
void patal_pdf_file_object (PatalPdfFile *file, guint number, const char *body, gsize length);

/* @entries: of the stream's dictionary, but for /Length; @bytes as they are. */
void patal_pdf_file_stream (PatalPdfFile *file, guint number, const char *entries, const guint8 *bytes, gsize length);

/* Likewise, deflated here, with /Filter added. */
void patal_pdf_file_deflate (PatalPdfFile *file, guint number, const char *entries, const guint8 *bytes, gsize length);

/* @root, @info: numbers of the catalogue and of the information dictionary. FALSE: the stream's first error. */
gboolean patal_pdf_file_finish (PatalPdfFile *file, guint root, guint info, GError **error);

/* The first error so far, as patal_pdf_file_finish() would give it. */
gboolean patal_pdf_file_check (PatalPdfFile *file, GError **error);

/* Appended to a body: bytes; a number with at most @decimals; the name of an object; a string (UTF-16 with its mark unless it is ASCII). */
static inline void
patal_pdf_append (GString *body, const char *bytes, gsize length)
{
  if (body->len + length >= body->allocated_len)
    {
      g_string_append_len (body, bytes, (gssize) length);
      return;
    }
  memcpy (body->str + body->len, bytes, length); /* without a call: a page is made of some hundred such pieces */
  body->len += length;
  body->str[body->len] = '\0';
}
void patal_pdf_append_number    (GString *body, double number, guint decimals);
void patal_pdf_append_reference (GString *body, guint number);
void patal_pdf_append_text      (GString *body, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalPdfFile, patal_pdf_file_free)
G_END_DECLS
