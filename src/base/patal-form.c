/* patal-form.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-form.h"
#include <math.h>
#include <string.h>

struct _PatalForm
{
  gatomicrefcount refs;
  GStringChunk   *strings; /* all that fields and frame point to: a form is made for each of a hundred thousand boards */
  GArray         *fields;  /* of PatalFormField */
  PatalFormFrame  frame;
};

static const char *
keep (PatalForm *form, const char *text)
{
  return text != NULL ? g_string_chunk_insert (form->strings, text) : NULL;
}

PatalForm *
patal_form_new (const PatalFormFrame *frame)
{
  PatalForm *form = g_new (PatalForm, 1);

  g_atomic_ref_count_init (&form->refs);
  form->strings = g_string_chunk_new (1024);
  form->fields = g_array_sized_new (FALSE, FALSE, sizeof (PatalFormField), 24);
  form->frame = *frame;
  form->frame.name = keep (form, frame->name);
  form->frame.over = keep (form, frame->over);
  form->frame.title = keep (form, frame->title);
  form->frame.under = keep (form, frame->under);
  form->frame.foot = keep (form, frame->foot);
  form->frame.code_text = keep (form, frame->code_text);
  form->frame.back_title = keep (form, frame->back_title);
  form->frame.back = keep (form, frame->back);
  form->frame.logo = frame->logo != NULL ? g_bytes_ref (frame->logo) : NULL;
  return form;
}

PatalForm *
patal_form_ref (PatalForm *form)
{
  g_atomic_ref_count_inc (&form->refs);
  return form;
}

void
patal_form_unref (PatalForm *form)
{
  if (form == NULL || !g_atomic_ref_count_dec (&form->refs))
    return;
  g_clear_pointer (&form->frame.logo, g_bytes_unref);
  g_array_unref (form->fields);
  g_string_chunk_free (form->strings);
  g_free (form);
}

void
patal_form_add (PatalForm *form, const PatalFormField *field)
{
  PatalFormField own = *field;

  g_return_if_fail (field->id != NULL && field->weight > 0 && field->share > 0);
  g_return_if_fail (g_atomic_ref_count_compare (&form->refs, 1));

  own.id = keep (form, field->id);
  own.label = keep (form, field->label);
  own.value = keep (form, field->value);
  own.beside = field->beside && form->fields->len > 0;
  form->frame.bilingual |= own.label != NULL && strchr (own.label, '\n') != NULL;
  g_array_append_val (form->fields, own);
}

double
patal_form_reading_m (const PatalFormFrame *frame, double width_mm, double height_mm)
{
  double own = hypot (frame->own_width_mm, frame->own_height_mm);

  if (own <= 0)
    return frame->reading_m;
  return CLAMP (frame->reading_m * hypot (width_mm, height_mm) / own,
                MIN (PATAL_FORM_NEAREST_M, frame->reading_m), frame->reading_m);
}

const PatalFormFrame *
patal_form_frame (const PatalForm *form)
{
  return &form->frame;
}

guint
patal_form_n_fields (const PatalForm *form)
{
  return form->fields->len;
}

const PatalFormField *
patal_form_field (const PatalForm *form, guint index)
{
  g_return_val_if_fail (index < form->fields->len, NULL);
  return &g_array_index (form->fields, PatalFormField, index);
}
