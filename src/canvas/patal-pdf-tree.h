/* patal-pdf-tree.h: the structure of a tagged document: headings, paragraphs, tables, figures, in the order of reading (ISO 32000-1, 14.7
 * and 14.8)
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An element is written when it has ended. Memory holds, of what is still open, the numbers of what it is made of (of a table some eight
 * bytes a row), and one number for a hundred pages. */
#pragma once
#include "patal-pdf-file.h"
#include "patal-pdf-tags.h"

G_BEGIN_DECLS

typedef struct _PatalPdfTree PatalPdfTree;

PatalPdfTree *patal_pdf_tree_new  (PatalPdfFile *file, PatalLang lang);
void          patal_pdf_tree_free (PatalPdfTree *tree);

/* What the next page has to give as /StructParents. Its links give, in their order, the numbers after it as /StructParent. */
guint patal_pdf_tree_key (const PatalPdfTree *tree);

/* The page's part of the structure. @page and @links: the numbers of its objects; @links has @n_links. */
void  patal_pdf_tree_add_page (PatalPdfTree *tree, const GArray *steps, guint page, const guint *links, guint n_links);

/* Writes all that is still open. The number of the root. */
guint patal_pdf_tree_finish (PatalPdfTree *tree);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalPdfTree, patal_pdf_tree_free)
G_END_DECLS
