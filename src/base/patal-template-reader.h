/* patal-template-reader.h: the reader of templates from inside, for what stands behind their keys
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-template-private.h"

G_BEGIN_DECLS

typedef enum { IN_NOTHING, IN_BOARD, IN_FIELD, IN_BACK, IN_UNKNOWN } PatalTemplateSection;

typedef struct
{
  PatalTemplate       *template;
  GPtrArray           *faults;
  guint                line;        /* from 1 */
  PatalTemplateSection section;
  PatalTemplateField   field;       /* of this section, while it is read */
  guint                colour_line; /* where the last colour stands */
  /* Lines where things stand; 0: not yet. Of [field] the last; a section whose name was mistyped stands too. */
  guint                section_lines[IN_UNKNOWN];
  guint               *key_lines;   /* [key of this section][PatalLang] */
  guint               *known_lines; /* [known field] */
} PatalTemplateReader;

/* Takes @sentence, which is said of the line that is being read. */
void  patal_template_reader_fault (PatalTemplateReader *self, char *sentence);
/* (transfer full): the beginning of what was written, fit to stand in a sentence. */
char *patal_template_shown        (const char *text);

/* Which field @id is; the number of known ones, with a fault, where there is none of that name. */
guint patal_template_find_known   (PatalTemplateReader *self, const char *id);

/* Each reads @value, which is clean and not empty, into the member at @at of the frame or the field, or adds a fault. */
typedef void (*PatalTemplateSet) (PatalTemplateReader *self, gsize at, PatalLang lang, const char *value);
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
