/* patal-board-compare.c: a kept layout beside a new one
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-plan.h"
#include <math.h>
#include <string.h>

#define MOVED_MM 0.05 /* half of what an overprint must keep to */

static gboolean
same_box (const PatalBox *a, const PatalBox *b)
{
  return fabs (a->x - b->x) < MOVED_MM && fabs (a->y - b->y) < MOVED_MM
         && fabs (a->width - b->width) < MOVED_MM && fabs (a->height - b->height) < MOVED_MM;
}

/* An empty box that is to be filled later fits whatever it is filled with. */
static gboolean
fits (const PatalBoardField *kept, const PatalBoardField *now)
{
  gboolean waits = kept->later && *kept->value == '\0';

  return same_box (&kept->row_mm, &now->row_mm) && same_box (&kept->label_mm, &now->label_mm)
         && same_box (&kept->value_mm, &now->value_mm) && g_str_equal (kept->label, now->label)
         && (waits || g_str_equal (kept->value, now->value));
}

static const PatalBoardField *
layout_field (const PatalBoardLayout *layout, const char *id)
{
  for (guint i = 0; i < layout->plan->fields->len; i++)
    if (g_str_equal (layout->words[i].field.id, id))
      return &layout->words[i].field;
  return NULL;
}

GPtrArray *
patal_board_layout_compare (const PatalBoardLayout *kept, const PatalBoardLayout *now)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < kept->plan->fields->len; i++)
    {
      const PatalBoardField *before = &kept->words[i].field, *after = layout_field (now, before->id);

      if (after == NULL || !fits (before, after))
        g_ptr_array_add (ids, g_strdup (before->id));
    }
  for (guint i = 0; i < now->plan->fields->len; i++)
    if (layout_field (kept, now->words[i].field.id) == NULL)
      g_ptr_array_add (ids, g_strdup (now->words[i].field.id));
  return ids;
}

/* Lines that end elsewhere, as in another font, have the same words. */
static gboolean
same_words (const PatalBoardLetters *one, const PatalBoardLetters *other)
{
  const char *a = one->n_lines > 0 ? one->text : "", *b = other->n_lines > 0 ? other->text : "";

  for (;; a++, b++)
    {
      a += strspn (a, " \n");
      b += strspn (b, " \n");
      if (*a != *b || *a == '\0')
        return *a == *b;
    }
}

static gboolean
same_head (const PatalBoardPlan *kept, const PatalBoardPlan *now)
{
  for (guint i = 0; i < PATAL_N_HEAD; i++)
    if (!same_words (&kept->head[i], &now->head[i]))
      return FALSE;
  return TRUE;
}

static gboolean
same_back (const PatalBoardPlan *kept, const PatalBoardPlan *now)
{
  if (kept->has_back != now->has_back || kept->back->len != now->back->len
      || !same_words (&kept->back_title, &now->back_title))
    return FALSE;
  for (guint i = 0; i < kept->back->len; i++)
    if (!same_words (&g_array_index (kept->back, PatalBoardLetters, i),
                     &g_array_index (now->back, PatalBoardLetters, i)))
      return FALSE;
  return TRUE;
}

guint
patal_board_layout_compare_parts (const PatalBoardLayout *kept, const PatalBoardLayout *now)
{
  const PatalBoardPlan *before = kept->plan, *after = now->plan;
  const gboolean same[PATAL_BOARD_N_PARTS] = {
    [PATAL_BOARD_PART_HEAD] = same_head (before, after),
    [PATAL_BOARD_PART_FOOT] = same_words (&before->foot, &after->foot),
    [PATAL_BOARD_PART_LOGO] = g_strcmp0 (before->logo_hash, after->logo_hash) == 0,
    [PATAL_BOARD_PART_COLOURS] = before->ground == after->ground && before->border == after->border
                                 && before->ink == after->ink,
    [PATAL_BOARD_PART_CODE] = g_strcmp0 (kept->code_text, now->code_text) == 0,
    [PATAL_BOARD_PART_BACK] = same_back (before, after),
  };
  guint differing = 0;

  for (guint i = 0; i < PATAL_BOARD_N_PARTS; i++)
    differing |= same[i] ? 0 : 1u << i;
  return differing;
}
