/* patal-board-plan.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-plan.h"
#include "patal-board-geometry.h"
#include <string.h>

#define KEPT_PLANS 32     /* the kinds of boards of a few blocks */
#define KEY_LENGTH 32     /* of a hash in hexadecimal: each board looks up some twenty keys that begin with it */
/* Boards are laid out in whole millimetres, by which a painter measures; the smaller ones (by their shorter side) more finely. */
#define WHOLE_MM 600
#define TENTHS_MM 200
#define VALUE_LEAST PATAL_BOARD_SMALLEST

double
patal_board_plan_grid (double width_mm, double height_mm)
{
  double shorter = MIN (width_mm, height_mm);

  return shorter >= WHOLE_MM ? 1 : shorter >= TENTHS_MM ? 0.1 : 0.01;
}

PatalBoardPlan *
patal_board_plan_alloc (const char *family, PatalLang lang, double width_mm, double height_mm)
{
  PatalBoardPlan *plan = g_new0 (PatalBoardPlan, 1);

  g_atomic_ref_count_init (&plan->refs);
  patal_board_type_init (&plan->type, family, lang, patal_board_plan_grid (width_mm, height_mm));
  plan->width = width_mm;
  plan->height = height_mm;
  plan->back = g_array_new (FALSE, FALSE, sizeof (PatalBoardLetters));
  plan->fields = g_array_new (FALSE, TRUE, sizeof (PatalBoardPlanField));
  return plan;
}

PatalBoardPlan *
patal_board_plan_ref (PatalBoardPlan *plan)
{
  g_atomic_ref_count_inc (&plan->refs);
  return plan;
}

void
patal_board_plan_unref (PatalBoardPlan *plan)
{
  if (plan == NULL || !g_atomic_ref_count_dec (&plan->refs))
    return;
  for (guint i = 0; i < plan->fields->len; i++)
    g_free (patal_board_plan_field (plan, i)->group);
  patal_board_type_clear (&plan->type);
  g_array_unref (plan->back);
  g_array_unref (plan->fields);
  g_clear_pointer (&plan->logo_bytes, g_bytes_unref);
  g_free (plan->logo_hash);
  g_free (plan->ground_group);
  g_free (plan->head_group);
  g_free (plan->foot_group);
  g_free (plan->back_group);
  g_free (plan);
}

PatalBoardPlanField *
patal_board_plan_field (const PatalBoardPlan *plan, guint index)
{
  return &g_array_index (plan->fields, PatalBoardPlanField, index);
}

PatalBoardPlace
patal_board_plan_place (const PatalBoardPlan *plan, const PatalBoardPlanField *field)
{
  const PatalBox *box = &field->value_box;
  double pad = MIN (plan->pad, box->width * PATAL_BOARD_PAD_MOST);

  return (PatalBoardPlace) {
    .box = { box->x + pad, box->y, box->width - 2 * pad, box->height }, .most = field->most, .least = VALUE_LEAST,
    .weight = PATAL_WEIGHT_BOLD, .align = PATAL_ALIGN_START, .wrap = PATAL_WRAP_WORDS, .whole = field->kind == PATAL_FORM_FIGURE,
    .line_of = field->most,
  };
}

/* Equal plans have equal keys, in whichever thread, and whether they were made or read. */
void
patal_board_plan_seal (PatalBoardPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *hash = NULL;

  patal_board_plan_write (plan, text);
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text->str, text->len);
  hash[KEY_LENGTH] = '\0';
  plan->ground_group = g_strconcat ("board-ground ", hash, NULL);
  plan->head_group = g_strconcat ("board-head ", hash, NULL);
  plan->foot_group = g_strconcat ("board-foot ", hash, NULL);
  plan->back_group = g_strconcat ("board-back ", hash, NULL);
  for (guint i = 0; i < plan->fields->len; i++)
    patal_board_plan_field (plan, i)->group = g_strdup_printf ("board-label %s %u", hash, i);
}

/* --- Plans that are remembered --- */

typedef struct
{
  PatalForm      *form; /* of which it was made; counted only */
  double          width_mm, height_mm;
  PatalBoardPlan *plan;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  patal_form_unref (kept->form);
  patal_board_plan_unref (kept->plan);
  g_free (kept);
}

static gboolean
same_logo (GBytes *one, GBytes *other)
{
  return one == other || (one != NULL && other != NULL && g_bytes_equal (one, other));
}

static gboolean
same_frame (const PatalFormFrame *one, const PatalFormFrame *other, double width_mm, double height_mm)
{
  return g_strcmp0 (one->over, other->over) == 0 && g_strcmp0 (one->title, other->title) == 0
         && g_strcmp0 (one->under, other->under) == 0 && g_strcmp0 (one->foot, other->foot) == 0
         && g_strcmp0 (one->back_title, other->back_title) == 0 && g_strcmp0 (one->back, other->back) == 0
         && (one->code_text != NULL) == (other->code_text != NULL) && same_logo (one->logo, other->logo)
         && one->ground == other->ground && one->border == other->border && one->ink == other->ink
         && one->lang == other->lang && one->bilingual == other->bilingual
         && patal_form_reading_m (one, width_mm, height_mm) == patal_form_reading_m (other, width_mm, height_mm);
}

static gboolean
same_field (const PatalFormField *one, const PatalFormField *other)
{
  return strcmp (one->id, other->id) == 0 && g_strcmp0 (one->label, other->label) == 0
         && one->kind == other->kind && one->weight == other->weight && one->share == other->share
         && one->beside == other->beside && one->later == other->later && one->large == other->large;
}

/* In all that a plan depends on. */
static gboolean
answers (const Kept *kept, const PatalForm *form, double width_mm, double height_mm)
{
  guint n = patal_form_n_fields (form);

  if (kept->width_mm != width_mm || kept->height_mm != height_mm || patal_form_n_fields (kept->form) != n
      || !same_frame (patal_form_frame (kept->form), patal_form_frame (form), width_mm, height_mm))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!same_field (patal_form_field (kept->form, i), patal_form_field (form, i)))
      return FALSE;
  return TRUE;
}

/* (transfer none) */
static PatalBoardPlan *
find_or_make (GPtrArray *list, const PatalForm *form, double width_mm, double height_mm)
{
  Kept *kept;

  for (guint i = list->len; i-- > 0;)
    {
      kept = g_ptr_array_index (list, i);
      if (answers (kept, form, width_mm, height_mm))
        return kept->plan;
    }
  kept = g_new (Kept, 1);
  *kept = (Kept) { patal_form_ref ((PatalForm *) form), width_mm, height_mm, patal_board_plan_make (form, width_mm, height_mm) };
  if (list->len == KEPT_PLANS)
    g_ptr_array_remove_index (list, 0);
  g_ptr_array_add (list, kept);
  return kept->plan;
}

PatalBoardPlan *
patal_board_plan_for (const PatalForm *form, double width_mm, double height_mm)
{
  static GMutex mutex; /* held while a plan is made: whoever waits for it as a rule needs the same one */
  static GPtrArray *list;
  PatalBoardPlan *plan;

  g_mutex_lock (&mutex);
  if (list == NULL)
    list = g_ptr_array_new_with_free_func (kept_free);
  plan = patal_board_plan_ref (find_or_make (list, form, width_mm, height_mm));
  g_mutex_unlock (&mutex);
  return plan;
}
