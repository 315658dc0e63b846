/* patal-pdf-page.h: a page of a PDF while it is drawn, and its content afterwards
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page is recorded by one thread, resolved in the order of pages (fonts, groups and pictures get their numbers), and then written
 * out by any thread. So the numbers do not depend on the threads. */
#pragma once
#include "patal-canvas.h"
#include "patal-pdf-font.h"
#include "patal-pdf-tags.h"

G_BEGIN_DECLS

typedef struct _PatalPdfPage PatalPdfPage;

/* What a page needs to know of its document while it is recorded. */
typedef struct
{
  PatalLang   lang;
  gboolean    tagged;
  GMutex      mutex;
  GHashTable *groups; /* of those that stand on pages that were resolved: key → number, and one more; they become more, so under the mutex */
} PatalPdfKnown;

PatalPdfPage *patal_pdf_page_new    (PatalPdfKnown *known, double width, double height);
void          patal_pdf_page_free   (PatalPdfPage *page);
PatalCanvas  *patal_pdf_page_canvas (PatalPdfPage *page);

/* Whom a page asks, in the order of its content, for what it only named until now. */
typedef struct
{
  const GArray *(*codes)   (PatalWord *word, gpointer data);       /* of PatalPdfCode; lives until the page is written out */
  guint         (*picture) (PatalPicture *picture, gpointer data);
  void          (*alpha)   (guint8 alpha, gpointer data);
  /* @content: (nullable): the group's, where this page drew it */
  guint         (*group)   (const char *key, GString *content, gpointer data);
  gpointer data;
} PatalPdfResolver;
void     patal_pdf_page_resolve (PatalPdfPage *page, const PatalPdfResolver *resolver);

/* The content stream, after resolving. (transfer full) */
GString *patal_pdf_page_content (PatalPdfPage *page);

typedef struct
{
  PatalBox box;    /* points from the top left of the page */
  char    *target;
} PatalPdfLink;
typedef struct
{
  double   y;
  char    *text;   /* a name, or a title */
  guint    level;  /* bookmarks only */
} PatalPdfPlace;
/* What a page is besides its content. */
typedef struct
{
  double  width, height;
  GArray *links;              /* of PatalPdfLink */
  GArray *anchors, *bookmarks; /* of PatalPdfPlace */
  PatalPdfTags *tags;
} PatalPdfSheet;
const PatalPdfSheet *patal_pdf_page_sheet (const PatalPdfPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalPdfPage, patal_pdf_page_free)
G_END_DECLS
