/* patal-template-private.h: the template of a board from inside, for its reader
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-template-reader.h"

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

enum { PATAL_IN_BOARD = 1, PATAL_IN_FIELD, PATAL_IN_BACK };

typedef struct
{
  PatalTemplateReader reader;
  PatalTemplate      *template;
  PatalTemplateField  field;       /* of this section, while it is read */
  guint               colour_line; /* where the last colour stands */
  guint              *known_lines; /* [known field] where it stands; 0: not yet */
} PatalBoardReader;

/* What stands behind its keys; @at: the member's place in the frame or the field. */
void patal_template_set_text     (PatalTemplateReader *self, gsize at, PatalLang lang, const char *value);
void patal_template_set_kinds    (PatalTemplateReader *self, gsize at, PatalLang lang, const char *value);
void patal_template_set_size     (PatalTemplateReader *self, gsize at, PatalLang lang, const char *value);
void patal_template_set_colour   (PatalTemplateReader *self, gsize at, PatalLang lang, const char *value);
void patal_template_set_reading  (PatalTemplateReader *self, gsize at, PatalLang lang, const char *value);
void patal_template_set_code     (PatalTemplateReader *self, gsize at, PatalLang lang, const char *value);
void patal_template_set_share    (PatalTemplateReader *self, gsize at, PatalLang lang, const char *value);
void patal_template_set_flag     (PatalTemplateReader *self, gsize at, PatalLang lang, const char *value);
void patal_template_set_later    (PatalTemplateReader *self, gsize at, PatalLang lang, const char *value);
void patal_template_set_required (PatalTemplateReader *self, gsize at, PatalLang lang, const char *value);
void patal_template_add_line     (PatalTemplateReader *self, gsize at, PatalLang lang, const char *value);

G_END_DECLS
