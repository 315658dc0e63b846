/* patal-board-layout.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-plan.h"
#include "patal-qr-code.h"
#include <string.h>

#define NEARLY_MM 0.05 /* nobody measures letters more finely, nor are they told more finely */

G_DEFINE_QUARK (patal-board-layout-error-quark, patal_board_layout_error)

PatalBoardLayout *
patal_board_layout_alloc (PatalBoardPlan *plan)
{
  PatalBoardLayout *layout = g_new0 (PatalBoardLayout, 1);

  g_atomic_ref_count_init (&layout->refs);
  layout->plan = plan;
  patal_board_type_init_like (&layout->type, &plan->type);
  layout->name = "";
  layout->words = g_new0 (PatalBoardWords, MAX (plan->fields->len, 1));
  return layout;
}

PatalBoardLayout *
patal_board_layout_ref (PatalBoardLayout *layout)
{
  g_atomic_ref_count_inc (&layout->refs);
  return layout;
}

void
patal_board_layout_unref (PatalBoardLayout *layout)
{
  if (layout == NULL || !g_atomic_ref_count_dec (&layout->refs))
    return;
  patal_qr_code_free (layout->code);
  patal_board_type_clear (&layout->type);
  patal_board_plan_unref (layout->plan);
  g_free (layout->words);
  g_free (layout);
}

void
patal_board_layout_seal_field (PatalBoardLayout *layout, guint index, gboolean cut)
{
  const PatalBoardPlan *plan = layout->plan;
  const PatalBoardPlanField *from = patal_board_plan_field (plan, index);
  PatalBoardWords *words = &layout->words[index];
  PatalBoardField *field = &words->field;

  field->id = from->id;
  field->label = from->label;
  field->row_mm = from->row;
  field->label_mm = from->label_box;
  field->value_mm = from->value_box;
  field->letter_mm = words->letters.size * plan->type.letter_share;
  field->label_letter_mm = from->label_letters.size * plan->type.letter_share;
  field->later = from->later;
  field->cut = cut;
  field->too_small = words->letters.n_lines > 0
                     && field->letter_mm < patal_board_layout_least_letter_mm (layout) - NEARLY_MM;
}

static void
set_value (PatalBoardLayout *layout, guint index, const char *value)
{
  const PatalBoardPlanField *field = patal_board_plan_field (layout->plan, index);
  PatalBoardPlace place = patal_board_plan_place (layout->plan, field);
  g_autofree char *clean = patal_board_clean (value);
  PatalBoardWords *words = &layout->words[index];
  gboolean cut;

  words->field.value = g_string_chunk_insert (layout->type.strings, clean);
  cut = patal_board_set (&layout->type, clean, &place, &words->letters);
  patal_board_layout_seal_field (layout, index, cut);
}

static const char *
keep (PatalBoardLayout *layout, const char *text)
{
  g_autofree char *clean = patal_board_clean (text);

  return g_string_chunk_insert (layout->type.strings, clean);
}

PatalBoardLayout *
patal_board_layout_new (const PatalForm *form, double width_mm, double height_mm)
{
  const PatalFormFrame *frame = patal_form_frame (form);
  PatalBoardLayout *layout;

  g_return_val_if_fail (width_mm >= 100 && width_mm <= 10000 && height_mm >= 100 && height_mm <= 10000, NULL);

  layout = patal_board_layout_alloc (patal_board_plan_for (form, width_mm, height_mm));
  layout->name = keep (layout, frame->name);
  layout->code_text = frame->code_text != NULL ? keep (layout, frame->code_text) : NULL;
  for (guint i = 0; i < patal_form_n_fields (form); i++)
    set_value (layout, i, patal_form_field (form, i)->value);
  return layout;
}

/* --- A kept layout, filled --- */

static void
copy_value (PatalBoardLayout *to, const PatalBoardLayout *from, guint index)
{
  const PatalBoardWords *words = &from->words[index];

  to->words[index].field.value = g_string_chunk_insert (to->type.strings, words->field.value);
  to->words[index].letters = patal_board_letters_copy (&to->type, &from->type, &words->letters);
  patal_board_layout_seal_field (to, index, words->field.cut);
}

static const PatalFormField *
form_field (const PatalForm *form, const char *id)
{
  for (guint i = 0; i < patal_form_n_fields (form); i++)
    if (g_str_equal (patal_form_field (form, i)->id, id))
      return patal_form_field (form, i);
  return NULL;
}

PatalBoardLayout *
patal_board_layout_fill_later (const PatalBoardLayout *layout, const PatalForm *form)
{
  PatalBoardLayout *filled = patal_board_layout_alloc (patal_board_plan_ref (layout->plan));

  filled->name = keep (filled, layout->name);
  filled->code_text = layout->code_text != NULL ? keep (filled, layout->code_text) : NULL;
  for (guint i = 0; i < layout->plan->fields->len; i++)
    {
      const PatalBoardPlanField *field = patal_board_plan_field (layout->plan, i);
      const PatalFormField *now = field->later ? form_field (form, field->id) : NULL;

      if (now != NULL)
        set_value (filled, i, now->value);
      else
        copy_value (filled, layout, i);
    }
  return filled;
}

/* --- What it is --- */

double
patal_board_layout_width_mm (const PatalBoardLayout *layout)
{
  return layout->plan->width;
}

double
patal_board_layout_height_mm (const PatalBoardLayout *layout)
{
  return layout->plan->height;
}

gboolean
patal_board_layout_has_back (const PatalBoardLayout *layout)
{
  return layout->plan->has_back;
}

const char *
patal_board_layout_name (const PatalBoardLayout *layout)
{
  return layout->name;
}

PatalLang
patal_board_layout_lang (const PatalBoardLayout *layout)
{
  return layout->plan->type.lang;
}

gboolean
patal_board_layout_is_bilingual (const PatalBoardLayout *layout)
{
  return layout->plan->bilingual;
}

double
patal_board_layout_least_letter_mm (const PatalBoardLayout *layout)
{
  return PATAL_BOARD_MM_PER_M * layout->plan->reading_m;
}

guint
patal_board_layout_n_fields (const PatalBoardLayout *layout)
{
  return layout->plan->fields->len;
}

const PatalBoardField *
patal_board_layout_field (const PatalBoardLayout *layout, guint index)
{
  g_return_val_if_fail (index < layout->plan->fields->len, NULL);
  return &layout->words[index].field;
}

const PatalBoardField *
patal_board_layout_at (const PatalBoardLayout *layout, double x_mm, double y_mm)
{
  for (guint i = 0; i < layout->plan->fields->len; i++)
    {
      const PatalBox *row = &layout->words[i].field.row_mm;

      if (x_mm >= row->x && x_mm < row->x + row->width && y_mm >= row->y && y_mm < row->y + row->height)
        return &layout->words[i].field;
    }
  return NULL;
}
