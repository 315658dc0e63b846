/* patal-pdf-tags.h: what the parts of a page are: the marks in its content, and the steps from which the document's tree is made
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of a document that is not tagged only what a reader of the text needs is marked: another language, a figure's words, what is no text. */
#pragma once
#include "patal-canvas.h"

G_BEGIN_DECLS

const char *patal_pdf_tag_name (PatalTag tag);   /* in PDF: "TD" */
const char *patal_pdf_lang     (PatalLang lang); /* "hi-IN" */

typedef enum
{
  PATAL_PDF_TAG_BEGIN,
  PATAL_PDF_TAG_CONTENT, /* a marked part of the page's content, in which the innermost open tag's ink stands */
  PATAL_PDF_TAG_LINK,    /* a link of the page, within the innermost open tag */
  PATAL_PDF_TAG_END,
} PatalPdfTagKind;

typedef struct
{
  PatalPdfTagKind kind;
  guint    which;    /* CONTENT: 0, 1, 2 … in this order; LINK: of the page's links */
  PatalTag tag;      /* BEGIN, with what follows */
  PatalLang lang;
  guint    n_columns;
  gboolean goes_on;
  char    *text;     /* (nullable) */
} PatalPdfTagStep;

typedef struct _PatalPdfTags PatalPdfTags;

PatalPdfTags *patal_pdf_tags_new  (gboolean tagged, PatalLang lang);
void          patal_pdf_tags_free (PatalPdfTags *tags);

/* All of them append to @bytes, the page's content, what has to stand there. @depth counts the graphics states that are saved. */
void patal_pdf_tags_begin (PatalPdfTags *tags, const PatalTagged *tagged, GString *bytes);
void patal_pdf_tags_end   (PatalPdfTags *tags, GString *bytes);
void patal_pdf_tags_ink   (PatalPdfTags *tags, guint depth, GString *bytes); /* before anything is painted */
void patal_pdf_tags_leave (PatalPdfTags *tags, guint depth, GString *bytes); /* before @depth states are restored to one less */
void patal_pdf_tags_close (PatalPdfTags *tags, GString *bytes);              /* at the page's end */
void patal_pdf_tags_link  (PatalPdfTags *tags, guint link);

const GArray *patal_pdf_tags_steps (const PatalPdfTags *tags); /* of PatalPdfTagStep; empty where the document is not tagged */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalPdfTags, patal_pdf_tags_free)
G_END_DECLS
