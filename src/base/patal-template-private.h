/* patal-template-private.h: a template from inside, for its reader
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-template.h"

G_BEGIN_DECLS

struct _PatalTemplate
{
  gatomicrefcount           refs;
  GStringChunk             *strings; /* all that it points to */
  const PatalTemplateKnown *known;
  guint                     n_known;
  PatalTemplateFrame        frame;
  GArray                   *fields;  /* PatalTemplateField */
  GArray                   *code;    /* guint: indexes of @known */
  GPtrArray                *back[2]; /* [PatalLang]; ends with NULL once it is read */
};

PatalTemplate *patal_template_new (const PatalTemplateKnown *known, guint n_known); /* with what is so unless a text says otherwise */

void patal_template_fault_free (PatalTemplateFault *fault);

G_END_DECLS
