/* patal-template.c: templates as values; patal-template-parse.c reads them
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-template-private.h"

PatalTemplate *
patal_template_new (const PatalTemplateKnown *known, guint n_known)
{
  PatalTemplate *self = g_new0 (PatalTemplate, 1);

  g_atomic_ref_count_init (&self->refs);
  self->strings = g_string_chunk_new (1024);
  self->known = known;
  self->n_known = n_known;
  self->frame = (PatalTemplateFrame) {
    .kinds = PATAL_TEMPLATE_COMMUNITY | PATAL_TEMPLATE_INDIVIDUAL,
    .width_mm = 5 * 304.8,
    .height_mm = 4 * 304.8,
    .ground = 0xffd54f,
    .border = 0x1a3e8c,
    .ink = 0x101010,
    .reading_m = 3,
  };
  self->fields = g_array_new (FALSE, TRUE, sizeof (PatalTemplateField));
  self->code = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint lang = 0; lang < 2; lang++)
    self->back[lang] = g_ptr_array_new ();
  return self;
}

PatalTemplate *
patal_template_ref (PatalTemplate *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
patal_template_unref (PatalTemplate *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint lang = 0; lang < 2; lang++)
    g_ptr_array_unref (self->back[lang]);
  g_array_unref (self->code);
  g_array_unref (self->fields);
  g_string_chunk_free (self->strings);
  g_free (self);
}

void
patal_template_fault_free (PatalTemplateFault *fault)
{
  g_free (fault->text);
  g_free (fault);
}

const PatalTemplateFrame *
patal_template_frame (const PatalTemplate *self)
{
  return &self->frame;
}

guint
patal_template_n_fields (const PatalTemplate *self)
{
  return self->fields->len;
}

const PatalTemplateField *
patal_template_field (const PatalTemplate *self, guint index)
{
  g_return_val_if_fail (index < self->fields->len, NULL);
  return &g_array_index (self->fields, PatalTemplateField, index);
}

const guint *
patal_template_code (const PatalTemplate *self, guint *n)
{
  *n = self->code->len;
  return (const guint *) (gpointer) self->code->data;
}

const char *const *
patal_template_back (const PatalTemplate *self, PatalLang lang)
{
  return (const char *const *) self->back[lang]->pdata;
}

const PatalTemplateKnown *
patal_template_known (const PatalTemplate *self, guint index)
{
  g_return_val_if_fail (index < self->n_known, NULL);
  return &self->known[index];
}
