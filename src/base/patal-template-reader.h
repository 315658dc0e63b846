/* patal-template-reader.h: reads texts that offices write ([section], key = value), each kind by its grammar
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines are those of patal-template.h. All that is wrong is said, with its line. */
#pragma once
#include "patal-template.h"

G_BEGIN_DECLS

typedef struct _PatalTemplateReader PatalTemplateReader;

/* Reads @value, which is clean and not empty, into what @at means to the reader's kind, or adds a fault. */
typedef void (*PatalTemplateSet) (PatalTemplateReader *self, gsize at, PatalLang lang, const char *value);

typedef struct
{
  guint            section; /* index of the grammar's, from 1 */
  const char      *name;
  enum
  {
    PATAL_KEY_PLAIN,
    PATAL_KEY_PLAIN_MANY,   /* as often as one likes */
    PATAL_KEY_SPOKEN,       /* for each language: key.hi, key.en */
    PATAL_KEY_MANY,         /* spoken, and as often as one likes */
  } form;
  PatalTemplateSet set;
  gsize            at;
} PatalTemplateKey;

/* A kind of text. A text begins with the first section; each stands once, but the named one, [field ID], as
   often as one likes. */
typedef struct
{
  const char *const      *sections; /* ends with NULL */
  guint                   n_sections;
  guint                   named;    /* from 1; 0: none is */
  const PatalTemplateKey *keys;
  guint                   n_keys;
  void (*begin)  (PatalTemplateReader *self, const char *id); /* of the named section; "": no ID was written */
  void (*finish) (PatalTemplateReader *self); /* (nullable): of each section, also of self->section 0, before the first */
  void (*check)  (PatalTemplateReader *self); /* the whole, at the end */
} PatalTemplateGrammar;

/* The first member of what each kind's setters write into; only the first three are given to it. */
struct _PatalTemplateReader
{
  const PatalTemplateGrammar *grammar;
  const PatalTemplateKnown   *known;         /* the fields that a text may name */
  guint                       n_known;
  GPtrArray                  *faults;
  guint                       line;          /* from 1 */
  guint                       section;       /* that is being read; 0: none yet; n_sections + 1: one that there is not */
  guint                      *section_lines; /* [section]: where it stands last; 0: not yet. One whose name was mistyped stands too */
  guint                      *key_lines;     /* [key of this section][PatalLang] */
};

/* TRUE: nothing is wrong. @faults as of patal_template_parse(). */
gboolean patal_template_reader_read     (PatalTemplateReader *self, const char *text, gsize length, GPtrArray **faults);

/* Each takes @sentence, which is said of the line that is being read, or of @line (0: of the whole). */
void     patal_template_reader_fault    (PatalTemplateReader *self, char *sentence);
void     patal_template_reader_fault_at (PatalTemplateReader *self, guint line, char *sentence);
/* (transfer full): the beginning of what was written, fit to stand in a sentence. */
char    *patal_template_shown           (const char *text);

/* Which field @id is; the number of known ones, with a fault, where there is none of that name. */
guint    patal_template_find_known      (PatalTemplateReader *self, const char *id);
/* FALSE, with a fault, where @value could not be printed right. */
gboolean patal_template_check_text      (PatalTemplateReader *self, PatalLang lang, const char *value);

void patal_template_fault_free (PatalTemplateFault *fault);

G_END_DECLS
