/* patal-template.h: what stands on a kind of board, in which order and words: a text that an office can write
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   # सामुदायिक कार्य का पटल
 *   [board]
 *   name.hi = सामुदायिक कार्य
 *   name.en = Community work
 *   for = community
 *   size = 5x4 ft
 *   ground = #FFD54F
 *   border = #1A3E8C
 *   ink = #101010
 *   read-from = 3 m
 *   title.hi = नागरिक सूचना पटल
 *   code = work_code, work_name, gp
 *
 *   [field work_name]
 *   label.hi = कार्य का नाम
 *   weight = 2
 *   large = yes
 *
 *   [back]
 *   title.hi = श्रमिकों के अधिकार
 *   line.hi = जॉब कार्ड निःशुल्क है।
 *
 * [board], once:
 *   name       what the template is called; of each language at most one, as of title and label
 *   for        community, individual or both (default)
 *   size       what it is offered in: 5x4 ft (default), 1524x1219 mm, a4, a3 landscape
 *   ground, border, ink   colours: # and six hexadecimal digits; yellow, blue and nearly black unless given
 *   read-from  from how far it is to be read in that size: 3 m (default), 10 ft; in others: patal_form_reading_m()
 *   title      above the fields
 *   code       what the QR code says, field by field; without the line there is no code
 * [field ID], once for each field, in their order; the fields are the concern's (PatalTemplateKnown):
 *   label      without it: the field's own
 *   weight     share of the height, 0.1 to 20; 1 unless given
 *   share      share of the row's width, 0.1 to 20; 1 unless given
 *   beside     yes: stands in the row of the field before it
 *   large      yes: its letters are larger than those of the others
 *   empty-until  completion: an empty box until the work is completed
 *   required   yes, no: whether its absence is a finding; without the line: as the field's concern says
 * [back], once:
 *   title      above the lines
 *   line       as often as there are lines; those of each language stand in one order
 *
 * Lines that begin with # and empty ones say nothing; there are no remarks behind a value. Keys are written in small ASCII letters; yes and no
 * also as हाँ and नहीं; digits of both scripts are read. Lines end as on any system; a byte order mark is passed over. */
#pragma once
#include "patal-board-size.h"
#include "patal-form.h"

G_BEGIN_DECLS

/* A field that a template may name. */
typedef struct
{
  const char   *id;
  const char   *label;     /* a message id: what stands on the board unless the template says otherwise */
  PatalFormKind kind;
} PatalTemplateKnown;

typedef enum { PATAL_TEMPLATE_COMMUNITY = 1 << 0, PATAL_TEMPLATE_INDIVIDUAL = 1 << 1 } PatalTemplateFor;
typedef enum { PATAL_REQUIRED_AS_USUAL, PATAL_REQUIRED_YES, PATAL_REQUIRED_NO } PatalRequired;

/* Strings belong to the template; [PatalLang], each NULL where it is not given. */
typedef struct
{
  guint         known;     /* index of PatalTemplateKnown */
  const char   *labels[2];
  double        weight, share;
  gboolean      beside, large, later;
  PatalRequired required;
  guint         line;      /* of the text, from 1 */
} PatalTemplateField;

typedef struct
{
  const char      *names[2], *titles[2];
  PatalTemplateFor kinds;
  double           width_mm, height_mm; /* what it is offered in */
  guint32          ground, border, ink; /* 0xRRGGBB */
  double           reading_m;           /* in that size */
  const char      *back_titles[2];
} PatalTemplateFrame;

/* What is wrong with a template, and where: a whole sentence in the user's language. */
typedef struct
{
  guint line;  /* from 1; 0: the text as a whole */
  char *text;
} PatalTemplateFault;

typedef struct _PatalTemplate PatalTemplate; /* never changes; shared by counting; any thread */

/* NULL where the text is no template; then @faults, (out) (transfer full) (element-type PatalTemplateFault), never NULL, says all that is wrong
 * with it, in the order of lines; else it is empty. @text need not be UTF-8: that is a fault. @known: lives as long as the program. */
PatalTemplate *patal_template_parse (const char *text, gsize length, const PatalTemplateKnown *known, guint n_known, GPtrArray **faults);
PatalTemplate *patal_template_ref   (PatalTemplate *self);
void           patal_template_unref (PatalTemplate *self);

const PatalTemplateFrame *patal_template_frame    (const PatalTemplate *self);
guint                     patal_template_n_fields (const PatalTemplate *self);
const PatalTemplateField *patal_template_field    (const PatalTemplate *self, guint index);
/* The fields of the QR code, as indexes of PatalTemplateKnown; *@n 0: no code. */
const guint              *patal_template_code     (const PatalTemplate *self, guint *n);
const char *const        *patal_template_back     (const PatalTemplate *self, PatalLang lang); /* NULL at the end */
const PatalTemplateKnown *patal_template_known    (const PatalTemplate *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalTemplate, patal_template_unref)
G_END_DECLS
