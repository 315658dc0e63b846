/* patal-board-draw.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-logo.h"
#include "patal-board-plan.h"
#include "patal-qr-code.h"

#define WAITING_SHARE 0.72 /* of the way from the ground to white, of a box that waits for its words */
#define BULLET_SIZE 0.3    /* of the letters */
#define BULLET_PLACE 0.95  /* left of them, in sizes */

static PatalInk
ink_of (guint32 colour)
{
  return (PatalInk) { (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0, 1 };
}

static double
brightness (PatalInk ink)
{
  return 0.3 * ink.red + 0.59 * ink.green + 0.11 * ink.blue;
}

/* On the way from @ground to white, or to black where the letters are the lighter ones. */
static PatalInk
away_from (PatalInk ground, PatalInk letters)
{
  double to = brightness (letters) <= brightness (ground) ? 1 : 0, share = WAITING_SHARE;

  return (PatalInk) { ground.red + (to - ground.red) * share, ground.green + (to - ground.green) * share,
                      ground.blue + (to - ground.blue) * share, 1 };
}

static PatalStroke
pen (guint32 colour, double width)
{
  return (PatalStroke) { .ink = ink_of (colour), .width = width, .cap = PATAL_CAP_BUTT };
}

/* --- What is the same on many boards --- */

static void
draw_border (const PatalBoardPlan *plan, PatalCanvas *canvas)
{
  double middle = plan->inset + plan->border_width / 2;
  const PatalStroke border = pen (plan->border, plan->border_width);
  const PatalInk ground = ink_of (plan->ground);

  patal_canvas_fill_box (canvas, &(PatalBox) { 0, 0, plan->width, plan->height }, &ground);
  patal_canvas_stroke_box (canvas, &(PatalBox) { middle, middle, plan->width - 2 * middle, plan->height - 2 * middle }, &border);
}

/* The rules of a row, right of and below a cell where another one follows. */
static void
draw_rules (const PatalBoardPlan *plan, PatalCanvas *canvas)
{
  const PatalStroke rule = pen (plan->border, plan->row_rule), frame = pen (plan->border, plan->frame_rule);
  double right = plan->table.x + plan->table.width;
  g_autoptr (PatalPath) path = patal_path_new ();

  for (guint i = 0; i < plan->fields->len; i++)
    {
      const PatalBoardPlanField *field = patal_board_plan_field (plan, i);
      const PatalBox *row = &field->row, *label = &field->label_box;

      if (row->x > plan->table.x)
        {
          patal_path_move (path, row->x, row->y);
          patal_path_line (path, row->x, row->y + row->height);
        }
      else if (i > 0)
        {
          patal_path_move (path, plan->table.x, row->y);
          patal_path_line (path, right, row->y);
        }
      if (label->height == row->height)
        {
          patal_path_move (path, label->x + label->width, row->y);
          patal_path_line (path, label->x + label->width, row->y + row->height);
        }
    }
  patal_canvas_stroke (canvas, path, &rule);
  patal_canvas_stroke_box (canvas, &plan->table, &frame);
}

static void
draw_waiting_boxes (const PatalBoardPlan *plan, PatalCanvas *canvas)
{
  const PatalInk paper = away_from (ink_of (plan->ground), ink_of (plan->ink));
  const PatalStroke edge = pen (plan->border, plan->row_rule);

  for (guint i = 0; i < plan->fields->len; i++)
    {
      const PatalBoardPlanField *field = patal_board_plan_field (plan, i);

      if (!field->later)
        continue;
      patal_canvas_fill_box (canvas, &field->value_box, &paper);
      patal_canvas_stroke_box (canvas, &field->value_box, &edge);
    }
}

static void
draw_logo (const PatalBoardPlan *plan, PatalCanvas *canvas, double side_pt)
{
  g_autoptr (PatalPicture) picture = NULL;
  PatalBox box = plan->logo;
  double width, height, shrink;

  if (plan->logo_bytes != NULL)
    picture = patal_board_logo (plan->logo_bytes, side_pt);
  if (picture == NULL)
    return;
  width = patal_picture_width (picture);
  height = patal_picture_height (picture);
  shrink = MIN (box.width / width, box.height / height);
  patal_canvas_picture (canvas, &(PatalBox) { box.x + (box.width - width * shrink) / 2, box.y + (box.height - height * shrink) / 2,
                                              width * shrink, height * shrink }, picture);
}

/* @scale: points to a millimetre of the board. */
static void
draw_ground (const PatalBoardPlan *plan, PatalCanvas *canvas, double scale)
{
  double side_pt = plan->logo_bytes != NULL ? patal_board_logo_side (plan->logo.width * scale) : 0;
  g_autofree char *key = g_strdup_printf ("%s %d", plan->ground_group, (int) side_pt);

  if (!patal_canvas_group_begin (canvas, key))
    return;
  draw_border (plan, canvas);
  draw_logo (plan, canvas, side_pt);
  if (plan->code.width > 0)
    patal_canvas_fill_box (canvas, &plan->code, &(PatalInk) { 1, 1, 1, 1 });
  draw_waiting_boxes (plan, canvas);
  draw_rules (plan, canvas);
  patal_canvas_group_end (canvas);
}

static void
draw_head (const PatalBoardPlan *plan, PatalCanvas *canvas)
{
  const PatalInk ink = ink_of (plan->ink), title = ink_of (plan->border);

  patal_canvas_tag_begin (canvas, PATAL_TAG_TITLE, plan->type.lang, NULL);
  if (patal_canvas_group_begin (canvas, plan->head_group))
    {
      for (guint i = 0; i < PATAL_N_HEAD; i++)
        patal_board_letters_draw (&plan->type, &plan->head[i], canvas, i == PATAL_HEAD_TITLE ? &title : &ink);
      patal_canvas_group_end (canvas);
    }
  patal_canvas_tag_end (canvas);
}

static void
draw_foot (const PatalBoardPlan *plan, PatalCanvas *canvas)
{
  const PatalInk ink = ink_of (plan->ink);

  if (plan->foot.n_lines == 0)
    return;
  patal_canvas_tag_begin (canvas, PATAL_TAG_PARAGRAPH, plan->type.lang, NULL);
  if (patal_canvas_group_begin (canvas, plan->foot_group))
    {
      patal_board_letters_draw (&plan->type, &plan->foot, canvas, &ink);
      patal_canvas_group_end (canvas);
    }
  patal_canvas_tag_end (canvas);
}

/* --- What is a board's own --- */

static void
draw_field (const PatalBoardLayout *layout, guint index, PatalCanvas *canvas, const PatalInk *ink, const PatalInk *label_ink)
{
  const PatalBoardPlanField *field = patal_board_plan_field (layout->plan, index);
  PatalLang lang = layout->plan->type.lang;

  patal_canvas_tag_begin (canvas, PATAL_TAG_ROW_HEAD_CELL, lang, NULL);
  if (patal_canvas_group_begin (canvas, field->group))
    {
      patal_board_letters_draw (&layout->plan->type, &field->label_letters, canvas, label_ink);
      patal_canvas_group_end (canvas);
    }
  patal_canvas_tag_end (canvas);
  patal_canvas_tag_begin (canvas, PATAL_TAG_CELL, lang, NULL);
  patal_board_letters_draw (&layout->type, &layout->words[index].letters, canvas, ink);
  patal_canvas_tag_end (canvas);
}

/* A row's label stands before its value in the file too: readers that know of no tables go by that. */
static void
draw_fields (const PatalBoardLayout *layout, PatalCanvas *canvas)
{
  const PatalBoardPlan *plan = layout->plan;
  const PatalInk ink = ink_of (plan->ink), label_ink = ink_of (plan->border);

  if (plan->fields->len == 0)
    return;
  patal_canvas_tag_begin (canvas, PATAL_TAG_TABLE, plan->type.lang, NULL);
  for (guint i = 0; i < plan->fields->len; i++)
    {
      if (patal_board_plan_field (plan, i)->row.x == plan->table.x)
        {
          if (i > 0)
            patal_canvas_tag_end (canvas);
          patal_canvas_tag_begin (canvas, PATAL_TAG_ROW, plan->type.lang, NULL);
        }
      draw_field (layout, i, canvas, &ink, &label_ink);
    }
  patal_canvas_tag_end (canvas);
  patal_canvas_tag_end (canvas);
}

static void
draw_code (const PatalBoardLayout *layout, PatalCanvas *canvas)
{
  PatalBoardLayout *made = (PatalBoardLayout *) layout; /* any thread makes it, once; nobody sees it change */

  if (layout->plan->code.width <= 0 || layout->code_text == NULL)
    return;
  if (g_once_init_enter (&made->code_made))
    {
      made->code = patal_qr_code_new (layout->code_text);
      g_once_init_leave (&made->code_made, 1);
    }
  if (layout->code != NULL)
    patal_qr_code_draw (layout->code, canvas, &layout->plan->code);
}

static void
draw_front (const PatalBoardLayout *layout, PatalCanvas *canvas, double scale)
{
  draw_ground (layout->plan, canvas, scale);
  draw_head (layout->plan, canvas);
  draw_code (layout, canvas);
  draw_fields (layout, canvas);
  draw_foot (layout->plan, canvas);
}

static void
draw_later (const PatalBoardLayout *layout, PatalCanvas *canvas)
{
  const PatalInk ink = ink_of (layout->plan->ink);

  patal_canvas_tag_begin (canvas, PATAL_TAG_PARAGRAPH, layout->plan->type.lang, NULL);
  for (guint i = 0; i < layout->plan->fields->len; i++)
    if (patal_board_plan_field (layout->plan, i)->later)
      patal_board_letters_draw (&layout->type, &layout->words[i].letters, canvas, &ink);
  patal_canvas_tag_end (canvas);
}

/* --- The back --- */

static void
draw_point (const PatalBoardPlan *plan, const PatalBoardLetters *letters, PatalCanvas *canvas)
{
  const PatalInk ink = ink_of (plan->ink), mark = ink_of (plan->border);
  const PatalBoardPoint *first = patal_board_letters_point (&plan->type, letters, 0);
  double side = letters->size * BULLET_SIZE, middle = first->y - letters->size * plan->type.letter_share / 2;

  patal_canvas_fill_box (canvas, &(PatalBox) { first->x - letters->size * BULLET_PLACE, middle - side / 2, side, side }, &mark);
  patal_board_letters_draw (&plan->type, letters, canvas, &ink);
}

static void
draw_back (const PatalBoardPlan *plan, PatalCanvas *canvas)
{
  const PatalInk title = ink_of (plan->border);
  const PatalStroke rule = pen (plan->border, plan->frame_rule);

  if (!patal_canvas_group_begin (canvas, plan->back_group))
    return;
  draw_border (plan, canvas);
  patal_board_letters_draw (&plan->type, &plan->back_title, canvas, &title);
  if (plan->back_title.n_lines > 0)
    patal_canvas_rule (canvas, plan->table.x, plan->table.y, plan->table.x + plan->table.width, plan->table.y, &rule);
  for (guint i = 0; i < plan->back->len; i++)
    draw_point (plan, &g_array_index (plan->back, PatalBoardLetters, i), canvas);
  patal_canvas_group_end (canvas);
}

void
patal_board_layout_draw (const PatalBoardLayout *layout, PatalBoardSide side, PatalCanvas *canvas, const PatalBox *box)
{
  double scale = MIN (box->width / layout->plan->width, box->height / layout->plan->height);

  patal_canvas_save (canvas);
  patal_canvas_transform (canvas, &(PatalMatrix) { .xx = scale, .yy = scale, .x0 = box->x, .y0 = box->y });
  if (side == PATAL_BOARD_FRONT)
    draw_front (layout, canvas, scale);
  else if (side == PATAL_BOARD_LATER)
    draw_later (layout, canvas);
  else
    {
      patal_canvas_tag_begin (canvas, PATAL_TAG_PARAGRAPH, layout->plan->type.lang, NULL);
      draw_back (layout->plan, canvas);
      patal_canvas_tag_end (canvas);
    }
  patal_canvas_restore (canvas);
}
