/* patal-board-text.c: a layout written down
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-text.h"
#include <string.h>

const char *const patal_board_kinds[] = { [PATAL_FORM_TEXT] = "text", [PATAL_FORM_FIGURE] = "figure", [PATAL_FORM_LIST] = "list" };
const char *const patal_board_langs[] = { [PATAL_LANG_HI] = "hi", [PATAL_LANG_EN] = "en" };

static void
add_number (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (digits, sizeof digits, "%.4f", number);
  length = strlen (digits);
  while (digits[length - 1] == '0')
    length--;
  if (digits[length - 1] == '.')
    length--;
  g_string_append_c (text, ' ');
  g_string_append_len (text, digits, (gssize) length);
}

static void
add_numbers (GString *text, const char *word, const double *numbers, guint n)
{
  g_string_append (text, word);
  for (guint i = 0; i < n; i++)
    add_number (text, numbers[i]);
  g_string_append_c (text, '\n');
}
#define ADD_NUMBERS(text, word, ...) \
  add_numbers (text, word, (const double[]) { __VA_ARGS__ }, sizeof ((const double[]) { __VA_ARGS__ }) / sizeof (double))

static void
add_box (GString *text, const char *word, const PatalBox *box)
{
  ADD_NUMBERS (text, word, box->x, box->y, box->width, box->height);
}

static void
add_escaped (GString *text, const char *words, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (words[i] == '\n')
      g_string_append (text, "\\n");
    else if (words[i] == '\\')
      g_string_append (text, "\\\\");
    else
      g_string_append_c (text, words[i]);
}

static void
add_text (GString *text, const char *word, const char *words)
{
  g_string_append (text, word);
  if (*words != '\0')
    g_string_append_c (text, ' ');
  add_escaped (text, words, strlen (words));
  g_string_append_c (text, '\n');
}

static void
add_letters (GString *text, const char *word, const PatalBoardType *type, const PatalBoardLetters *letters)
{
  const char *at = letters->text;

  ADD_NUMBERS (text, word, (double) letters->weight, letters->size);
  for (guint i = 0; i < letters->n_lines; i++)
    {
      const PatalBoardPoint *point = patal_board_letters_point (type, letters, i);
      gsize length = (gsize) (strchrnul (at, '\n') - at);

      g_string_append (text, "line");
      add_number (text, point->x);
      add_number (text, point->y);
      g_string_append_c (text, ' ');
      add_escaped (text, at, length);
      g_string_append_c (text, '\n');
      at += length + (at[length] == '\n');
    }
}

static void
write_field (const PatalBoardPlan *plan, const PatalBoardPlanField *field, GString *text)
{
  add_text (text, "field", field->id);
  add_text (text, "kind", patal_board_kinds[field->kind]);
  if (field->later)
    g_string_append (text, "later\n");
  if (field->large)
    g_string_append (text, "large\n");
  add_box (text, "row", &field->row);
  add_box (text, "label-box", &field->label_box);
  add_box (text, "value-box", &field->value_box);
  ADD_NUMBERS (text, "most", field->most);
  add_text (text, "label", field->label);
  add_letters (text, "label-letters", &plan->type, &field->label_letters);
}

void
patal_board_plan_write (const PatalBoardPlan *plan, GString *text)
{
  ADD_NUMBERS (text, "size", plan->width, plan->height);
  add_text (text, "language", patal_board_langs[plan->type.lang]);
  if (plan->bilingual)
    g_string_append (text, "bilingual\n");
  add_text (text, "family", plan->type.family);
  ADD_NUMBERS (text, "letter-share", plan->type.letter_share);
  ADD_NUMBERS (text, "read-from", plan->reading_m);
  g_string_append_printf (text, "colours %06x %06x %06x\n", plan->ground, plan->border, plan->ink);
  ADD_NUMBERS (text, "border", plan->inset, plan->border_width);
  ADD_NUMBERS (text, "rules", plan->row_rule, plan->frame_rule);
  ADD_NUMBERS (text, "pad", plan->pad);
  add_box (text, "table", &plan->table);
  if (plan->logo.width > 0)
    {
      add_box (text, "logo-box", &plan->logo);
      add_text (text, "logo", plan->logo_hash);
    }
  if (plan->code.width > 0)
    add_box (text, "code-box", &plan->code);
  add_letters (text, "over", &plan->type, &plan->head[PATAL_HEAD_OVER]);
  add_letters (text, "title", &plan->type, &plan->head[PATAL_HEAD_TITLE]);
  add_letters (text, "under", &plan->type, &plan->head[PATAL_HEAD_UNDER]);
  for (guint i = 0; i < plan->fields->len; i++)
    write_field (plan, patal_board_plan_field (plan, i), text);
  add_letters (text, "foot", &plan->type, &plan->foot);
  if (!plan->has_back)
    return;
  add_letters (text, "back-title", &plan->type, &plan->back_title);
  for (guint i = 0; i < plan->back->len; i++)
    add_letters (text, "back-point", &plan->type, &g_array_index (plan->back, PatalBoardLetters, i));
}

char *
patal_board_layout_to_text (const PatalBoardLayout *layout)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, PATAL_BOARD_TEXT_BEGIN "%d\n", PATAL_BOARD_TEXT_VERSION);
  patal_board_plan_write (layout->plan, text);
  add_text (text, "name", layout->name);
  if (layout->code_text != NULL)
    add_text (text, "code", layout->code_text);
  for (guint i = 0; i < layout->plan->fields->len; i++)
    {
      const PatalBoardField *field = &layout->words[i].field;

      add_text (text, "value", field->value);
      if (field->cut)
        g_string_append (text, "cut\n");
      add_letters (text, "value-letters", &layout->type, &layout->words[i].letters);
    }
  g_string_append (text, "end\n");
  return g_string_free (text, FALSE);
}
