/* patal-letter-template.h: a letter as an office words it: a text that it can write
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   [letter]
 *   name.hi = नामांकन पत्र
 *   office.hi = कार्यालय जिला पंचायत {district} (छत्तीसगढ़)
 *   number.hi = {number}/जि.पं./प्रशिक्षण/{fy}
 *   day.hi = {day}
 *   to.hi = मुख्य कार्यपालन अधिकारी
 *   to.hi = जनपद पंचायत {block}
 *   subject.hi = {course} के प्रशिक्षण हेतु नामांकन बाबत्।
 *   paragraph.hi = उपरोक्त विषयांतर्गत लेख है कि …
 *   table = people
 *   paragraph.hi = …
 *   signature.hi = मुख्य कार्यपालन अधिकारी, जिला पंचायत {district}
 *   copy.hi = कलेक्टर, जिला {district} की ओर सूचनार्थ।
 *
 * One section, [letter]; lines as in patal-template.h. {field} stands for what the concern knows
 * (PatalTemplateKnown); where that is not known, a line is left to be filled in by hand. As often as one
 * likes stand: office, to, subject, reference, copy (each a line), paragraph, person (the name, large),
 * table (one of the concern's, by its name), in the order of the paper; signature up to three times, from
 * left to right. Once: name (of the template), title, number, day, closing, foot, code (what the QR code
 * says). */
#pragma once
#include "patal-letter.h"
#include "patal-template.h"

G_BEGIN_DECLS

/* What a text may name. Lives as long as the program. */
typedef struct
{
  const PatalTemplateKnown *fields;
  guint                     n_fields;
  const char *const        *tables; /* (nullable): names; ends with NULL */
} PatalLetterKnown;

typedef struct _PatalLetterTemplate PatalLetterTemplate; /* never changes; shared by counting; any thread */

/* NULL where the text is no template; @faults as of patal_template_parse(). */
PatalLetterTemplate *patal_letter_template_parse (const char *text, gsize length, const PatalLetterKnown *known,
                                                  GPtrArray **faults);
PatalLetterTemplate *patal_letter_template_ref   (PatalLetterTemplate *self);
void                 patal_letter_template_unref (PatalLetterTemplate *self);
const char          *patal_letter_template_name  (const PatalLetterTemplate *self, PatalLang lang); /* (nullable) */

/* (transfer full): the letter in @lang, or in the other one where the template has no text in it; its frame
 * says which. @values: of each known field, NULL where not known. @tables: of each known table, in their
 * order; one that is NULL is left out. @shape, @name: of the letter. */
PatalLetter *patal_letter_template_fill (const PatalLetterTemplate *self, PatalLang lang, PatalLetterShape shape,
                                         const char *name, const char *const *values, PatalTable *const *tables);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalLetterTemplate, patal_letter_template_unref)
G_END_DECLS
