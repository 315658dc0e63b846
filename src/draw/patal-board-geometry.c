/* patal-board-geometry.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-geometry.h"
#include <math.h>
#include <string.h>

/* Of the board's shorter side: */
#define BORDER 0.012
#define GAP 0.008            /* of ground between the border and what stands in it */
#define ROW_RULE 0.0014
#define FRAME_RULE 0.003
/* Sheets of paper, which printers do not print to the edge. */
#define PAPER_MM 430
#define PAPER_INSET_MM 5

#define HEAD_OF_HEIGHT 0.155
#define HEAD_OF_WIDTH 0.19
#define HEAD_MARK 0.92       /* logo and code, of the head's height */
#define HEAD_WORDS 0.96      /* the height of its words, of its own */
#define TITLE_SHARE 0.46     /* of that, beside one line above and one below it */
#define TITLE_MOST 0.62      /* where it stands alone */
#define FOOT_OF_HEIGHT 0.065
#define FOOT_OF_WIDTH 0.085

#define VALUE_OF_ROW 0.56    /* the size of letters, of the row's height */
#define VALUE_OF_PART 0.69   /* likewise where the label stands above it */
#define VALUES_IN_WIDTH 15   /* a whole row holds so many sizes at least */
#define VALUE_OF_TITLE 0.8
#define LARGE 1.35
#define LABEL_OF_VALUE 0.8
#define LABEL_LEAST 0.72     /* what labels go down to together, so that they are of one size */
#define LONG_LABELS 4        /* one in so many may be too long for it, and smaller, */
#define LONG_LABEL_LEAST 0.4 /* of that size */
#define NEAR 0.78            /* unless all stand in nearly the same */
#define LABEL_SHARE 0.46     /* of a field, and of half a row at most: so values of rows with one field or two begin below one another */
#define STACKED_BELOW 6      /* a field that is not so many times as wide as high has its label above the value */
#define STACKED_LABEL 0.42   /* of the row's height, and of a middling one's at most */
#define PAD 0.35             /* beside words, in sizes of values */
#define AIR 0.04             /* above and below words, of the box's height */
#define LATER_INSET 0.07     /* of the row's height */
#define LABEL_STEPS 13

#define BACK_MOST 0.052      /* size, of the shorter side */
#define BACK_LEAST 0.3       /* of that */
#define BACK_STEP 0.95
#define BACK_INDENT 1.3      /* sizes */
#define BACK_GAP 0.55
#define BACK_GAP_MOST 1.4

typedef struct
{
  PatalBoardPlan  *plan;
  const PatalForm *form;
  PatalBox         inner;  /* within the border */
  double           head, foot; /* heights */
  double           title_size, normal, middle; /* middle: the height of a middling row */
  double           total_weight;
  double          *rows;   /* the height of each field's row */
} Division;

static double
rounded (double mm)
{
  return round (mm * 100) / 100;
}

/* Its edges on the grid, so that boxes that touch do. */
static PatalBox
grid_box (const PatalBoardType *type, double x, double y, double right, double bottom)
{
  PatalBox box = { patal_board_on_grid (type, x), patal_board_on_grid (type, y), 0, 0 };

  box.width = rounded (MAX (patal_board_on_grid (type, right) - box.x, type->grid));
  box.height = rounded (MAX (patal_board_on_grid (type, bottom) - box.y, type->grid));
  return box;
}

static PatalBox
airy (PatalBox box, double side)
{
  double air = box.height * AIR;

  side = MIN (side, box.width * PATAL_BOARD_PAD_MOST);

  return (PatalBox) { box.x + side, box.y + air, box.width - 2 * side, box.height - 2 * air };
}

/* --- Head and foot --- */

static void
divide_board (Division *division)
{
  PatalBoardPlan *plan = division->plan;
  double shorter = MIN (plan->width, plan->height), frame;

  plan->inset = MAX (plan->width, plan->height) <= PAPER_MM ? PAPER_INSET_MM : 0;
  plan->border_width = rounded (BORDER * shorter);
  plan->row_rule = rounded (ROW_RULE * shorter);
  plan->frame_rule = rounded (FRAME_RULE * shorter);
  frame = plan->inset + plan->border_width + GAP * shorter;
  division->inner = (PatalBox) { frame, frame, plan->width - 2 * frame, plan->height - 2 * frame };
  division->head = MIN (HEAD_OF_HEIGHT * plan->height, HEAD_OF_WIDTH * plan->width);
  division->foot = patal_form_frame (division->form)->foot != NULL ? MIN (FOOT_OF_HEIGHT * plan->height, FOOT_OF_WIDTH * plan->width) : 0;
  plan->table = grid_box (&plan->type, frame, frame + division->head, frame + division->inner.width,
                             frame + division->inner.height - division->foot);
}

static void
place_marks (Division *division)
{
  PatalBoardPlan *plan = division->plan;
  const PatalFormFrame *frame = patal_form_frame (division->form);
  const PatalBox *inner = &division->inner;
  double side = division->head * HEAD_MARK, top = inner->y + (division->head - side) / 4;

  if (frame->logo != NULL)
    {
      plan->logo = grid_box (&plan->type, inner->x, top, inner->x + side, top + side);
      plan->logo_bytes = g_bytes_ref (frame->logo);
      plan->logo_hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, frame->logo);
    }
  if (frame->code_text != NULL)
    plan->code = grid_box (&plan->type, inner->x + inner->width - side, top, inner->x + inner->width, top + side);
}

static guint
count_lines (const char *text)
{
  guint n = *text != '\0';

  for (const char *p = text; *p != '\0'; p++)
    n += *p == '\n';
  return n;
}

/* Parts of the head's height: of the first line, of each further one. */
static const struct { double first, further; } head_parts[PATAL_N_HEAD] = { { 1, 0.8 }, { 1.75, 1.3 }, { 1, 0.8 } };

static double
head_part (PatalHeadLine line, const char *text)
{
  guint n = count_lines (text);

  return n > 0 ? head_parts[line].first + (n - 1) * head_parts[line].further : 0;
}

static void
set_head (Division *division)
{
  PatalBoardPlan *plan = division->plan;
  const PatalFormFrame *frame = patal_form_frame (division->form);
  g_autofree char *over = patal_board_clean (frame->over), *title = patal_board_clean (frame->title);
  g_autofree char *under = patal_board_clean (frame->under);
  const char *const texts[PATAL_N_HEAD] = { over, title, under };
  double side = plan->logo.width > 0 || plan->code.width > 0 ? division->head : 0;
  double all = 0, y = division->inner.y, words = HEAD_WORDS * division->head;

  for (guint i = 0; i < PATAL_N_HEAD; i++)
    all += head_part (i, texts[i]);
  for (guint i = 0; i < PATAL_N_HEAD; i++)
    {
      double height = all > 0 ? words * head_part (i, texts[i]) / all : 0;
      PatalBoardPlace place = { .box = { division->inner.x + side, y, division->inner.width - 2 * side, height },
                                .most = MIN (height / MAX (count_lines (texts[i]), 1), TITLE_MOST * words) / PATAL_BOARD_LEADING,
                                .least = PATAL_BOARD_SMALLEST,
                                .weight = i == PATAL_HEAD_TITLE ? PATAL_WEIGHT_BOLD : PATAL_WEIGHT_REGULAR,
                                .align = PATAL_ALIGN_CENTER, .wrap = PATAL_WRAP_BALANCED };

      patal_board_set (&plan->type, texts[i], &place, &plan->head[i]);
      y += height;
    }
  division->title_size = TITLE_SHARE * words / PATAL_BOARD_LEADING;
}

static void
set_foot (Division *division)
{
  PatalBoardPlan *plan = division->plan;
  g_autofree char *text = patal_board_clean (patal_form_frame (division->form)->foot);
  double bottom = plan->table.y + plan->table.height;
  PatalBoardPlace place = { .box = { division->inner.x, bottom, division->inner.width, division->foot }, .least = PATAL_BOARD_SMALLEST,
                            .weight = PATAL_WEIGHT_REGULAR, .align = PATAL_ALIGN_CENTER, .wrap = PATAL_WRAP_BALANCED };

  place.box = airy (place.box, division->normal * PAD);
  place.most = MIN (place.box.height / (MAX (count_lines (text), 1) * PATAL_BOARD_LEADING), division->normal * LABEL_OF_VALUE);
  patal_board_set (&plan->type, text, &place, &plan->foot);
}

/* --- Rows --- */

/* The field after the last that stands beside field @first. */
static guint
row_end (const PatalForm *form, guint first)
{
  guint end = first + 1;

  while (end < patal_form_n_fields (form) && patal_form_field (form, end)->beside)
    end++;
  return end;
}

static double
row_weight (const PatalForm *form, guint first, guint end)
{
  double weight = 0;

  for (guint i = first; i < end; i++)
    weight = MAX (weight, patal_form_field (form, i)->weight);
  return weight;
}

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

/* The size of most values: what a middling row gives. */
static double
normal_size (Division *division)
{
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < patal_form_n_fields (division->form); i = row_end (division->form, i))
    g_array_append_val (heights, division->rows[i]);
  g_array_sort (heights, compare_heights);
  division->middle = heights->len > 0 ? g_array_index (heights, double, heights->len / 2) : division->plan->table.height;
  return MIN (MIN (VALUE_OF_ROW * division->middle, VALUE_OF_TITLE * division->title_size),
              division->plan->table.width * (1 - LABEL_SHARE / 2) / VALUES_IN_WIDTH);
}

static gboolean
is_stacked (const PatalBoardPlanField *field)
{
  return field->label_box.height < field->row.height;
}

static gboolean
wants_stacking (const Division *division, const PatalBox *row)
{
  return row->width < STACKED_BELOW * MIN (row->height, division->middle);
}

/* Divides the cell of a field between its label and its value. */
static void
divide_field (const Division *division, PatalBoardPlanField *field, gboolean stacked)
{
  const PatalBoardType *type = &division->plan->type;
  const PatalBox *row = &field->row;
  double right = row->x + row->width, bottom = row->y + row->height;
  double label = LABEL_SHARE * MIN (row->width, division->plan->table.width / 2);
  double inset = field->later ? LATER_INSET * MIN (row->height, row->width) : 0;
  double above = STACKED_LABEL * MIN (row->height, division->middle);
  double across = row->x + (stacked ? 0 : label), down = row->y + (stacked ? above : 0);
  double most = stacked ? VALUE_OF_PART * (bottom - down) : VALUE_OF_ROW * row->height;

  field->label_box = grid_box (type, row->x, row->y, stacked ? right : across, stacked ? down : bottom);
  field->value_box = grid_box (type, across + inset, down + (stacked ? inset / 3 : inset), right - inset, bottom - inset);
  field->most = rounded (MIN (division->normal * (field->large ? LARGE : 1), most));
}

static void
measure_rows (Division *division)
{
  double total = 0;

  division->rows = g_new0 (double, patal_form_n_fields (division->form) + 1);
  for (guint i = 0, end; i < patal_form_n_fields (division->form); i = end)
    {
      end = row_end (division->form, i);
      total += division->rows[i] = row_weight (division->form, i, end);
    }
  for (guint i = 0; i < patal_form_n_fields (division->form); i++)
    division->rows[i] *= division->plan->table.height / total;
}

/* TRUE: a field of it wants its label above the value. */
static gboolean
place_row (Division *division, guint first, guint end, double top, double bottom)
{
  PatalBoardPlan *plan = division->plan;
  double all = 0, before = 0;
  gboolean stacked = FALSE;

  for (guint i = first; i < end; i++)
    all += patal_form_field (division->form, i)->share;
  for (guint i = first; i < end; i++)
    {
      const PatalFormField *from = patal_form_field (division->form, i);
      PatalBoardPlanField field = { .kind = from->kind, .later = from->later, .large = from->large };
      double left = plan->table.x + plan->table.width * before / all;
      g_autofree char *label = patal_board_clean (from->label);

      before += from->share;
      field.id = g_string_chunk_insert (plan->type.strings, from->id);
      field.label = g_string_chunk_insert (plan->type.strings, label);
      field.row = grid_box (&plan->type, left, top, plan->table.x + plan->table.width * before / all, bottom);
      stacked |= wants_stacking (division, &field.row);
      g_array_append_val (plan->fields, field);
    }
  return stacked;
}

/* The fields of a row are all divided in the same way; where most rows have their labels above the values, all have. */
static void
place_rows (Division *division)
{
  const PatalForm *form = division->form;
  guint n = patal_form_n_fields (form), n_rows = 0, n_stacked = 0;
  g_autofree gboolean *stacked = g_new0 (gboolean, n + 1);
  double y = division->plan->table.y;

  for (guint i = 0; i < n; y += division->rows[i], i = row_end (form, i))
    {
      stacked[i] = place_row (division, i, row_end (form, i), y, y + division->rows[i]);
      n_stacked += (guint) stacked[i];
      n_rows++;
    }
  for (guint i = 0, end; i < n; i = end)
    {
      end = row_end (form, i);
      for (guint k = i; k < end; k++)
        divide_field (division, patal_board_plan_field (division->plan, k), stacked[i] || 2 * n_stacked > n_rows);
    }
}

/* --- Labels --- */

static PatalBoardPlace
label_place (const Division *division, const PatalBoardPlanField *field)
{
  return (PatalBoardPlace) { .box = airy (field->label_box, division->plan->pad), .least = LONG_LABEL_LEAST,
                             .weight = PATAL_WEIGHT_REGULAR, .align = PATAL_ALIGN_START, .wrap = PATAL_WRAP_WORDS, .even = TRUE };
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* The size of labels that are beside their values, or of those above them: one in which all stand, or else all but a few that are longer than
 * the rest. */
static double
label_size (const Division *division, gboolean stacked)
{
  const PatalBoardType *type = &division->plan->type;
  const PatalTextStyle style = { .family = type->family, .weight = PATAL_WEIGHT_REGULAR, .lang = type->lang, .leading = PATAL_BOARD_LEADING };
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (guint));
  double sizes[LABEL_STEPS], all, most;

  for (guint i = 0; i < LABEL_STEPS; i++)
    sizes[i] = division->normal * LABEL_OF_VALUE * (1 - (1 - LABEL_LEAST) * i / (LABEL_STEPS - 1));
  for (guint i = 0; i < division->plan->fields->len; i++)
    {
      const PatalBoardPlanField *field = patal_board_plan_field (division->plan, i);
      PatalBoardPlace place = label_place (division, field);
      guint step;

      if (is_stacked (field) != stacked)
        continue;
      step = patal_text_fit (field->label, &style, sizes, LABEL_STEPS, place.box.width, place.box.height).size;
      g_array_append_val (steps, step);
    }
  if (steps->len == 0)
    return sizes[0];
  g_array_sort (steps, compare_steps);
  all = sizes[MIN (g_array_index (steps, guint, steps->len - 1), LABEL_STEPS - 1)];
  most = sizes[MIN (g_array_index (steps, guint, steps->len - 1 - steps->len / LONG_LABELS), LABEL_STEPS - 1)];
  return all >= NEAR * most ? all : most;
}

static void
set_labels (Division *division)
{
  const double sizes[] = { label_size (division, FALSE), label_size (division, TRUE) };

  for (guint i = 0; i < division->plan->fields->len; i++)
    {
      PatalBoardPlanField *field = patal_board_plan_field (division->plan, i);
      PatalBoardPlace place = label_place (division, field);

      place.most = sizes[is_stacked (field)];
      place.line_of = is_stacked (field) ? 0 : MIN (field->most, division->normal);
      patal_board_set (&division->plan->type, field->label, &place, &field->label_letters);
    }
}

/* --- The back --- */

typedef struct
{
  char   **texts;
  guint    n;
  PatalBox box;
  double   size, height; /* of letters; of all points, without what is between them */
} Points;

static void
measure_points (Points *points, const PatalBoardType *type)
{
  const PatalTextStyle style = { .family = type->family, .weight = PATAL_WEIGHT_REGULAR, .lang = type->lang, .leading = PATAL_BOARD_LEADING };

  points->height = 0;
  for (guint i = 0; i < points->n; i++)
    points->height += PATAL_BOARD_LEADING * points->size
                      * patal_text_fit (points->texts[i], &style, &points->size, 1, points->box.width - BACK_INDENT * points->size,
                                        G_MAXDOUBLE).n_lines;
}

/* The largest letters in which all points stand below one another. */
static void
fit_points (Points *points, const PatalBoardType *type, double most)
{
  points->size = most;
  for (;;)
    {
      measure_points (points, type);
      if (points->height + BACK_GAP * points->size * (points->n - 1) <= points->box.height || points->size <= most * BACK_LEAST)
        return;
      points->size *= BACK_STEP;
    }
}

static void
set_points (PatalBoardPlan *plan, const Points *points)
{
  double free = points->box.height - points->height, indent = BACK_INDENT * points->size, bottom = points->box.y + points->box.height;
  double gap = points->n > 1 ? CLAMP (free / (points->n - 1), 0, BACK_GAP_MOST * points->size) : 0, y = points->box.y;

  for (guint i = 0; i < points->n && y < bottom; i++)
    {
      const PatalTextStyle style = { .family = plan->type.family, .weight = PATAL_WEIGHT_REGULAR, .lang = plan->type.lang,
                                     .leading = PATAL_BOARD_LEADING };
      double width = points->box.width - indent;
      double height = PATAL_BOARD_LEADING * points->size
                      * patal_text_fit (points->texts[i], &style, &points->size, 1, width, G_MAXDOUBLE).n_lines;
      PatalBoardPlace place = { .box = { points->box.x + indent, y, width, MIN (height, bottom - y) + 0.1 }, .most = points->size, .least = 1,
                                .weight = PATAL_WEIGHT_REGULAR, .align = PATAL_ALIGN_START, .wrap = PATAL_WRAP_WORDS };
      PatalBoardLetters letters;

      if (i > 0 && height > bottom - y + 0.1 && bottom - y < PATAL_BOARD_LEADING * points->size)
        return;
      patal_board_set (&plan->type, points->texts[i], &place, &letters);
      if (letters.n_lines > 0)
        g_array_append_val (plan->back, letters);
      y += height + gap;
    }
}

static void
set_back (Division *division)
{
  PatalBoardPlan *plan = division->plan;
  const PatalFormFrame *frame = patal_form_frame (division->form);
  g_autofree char *title = patal_board_clean (frame->back_title), *back = patal_board_clean (frame->back);
  g_auto (GStrv) texts = g_strsplit (back, "\n", -1);
  const PatalBox *inner = &division->inner;
  double shorter = MIN (plan->width, plan->height), side = inner->width * 0.04;
  PatalBoardPlace place = { .box = { inner->x, inner->y, inner->width, division->head }, .most = division->title_size,
                            .least = PATAL_BOARD_SMALLEST, .weight = PATAL_WEIGHT_BOLD, .align = PATAL_ALIGN_CENTER,
                            .wrap = PATAL_WRAP_BALANCED };
  Points points = { texts, *back != '\0' ? g_strv_length (texts) : 0,
                    { inner->x + side, inner->y + division->head * 1.15, inner->width - 2 * side, inner->height - division->head * 1.3 },
                    0, 0 };

  plan->has_back = *title != '\0' || *back != '\0';
  patal_board_set (&plan->type, title, &place, &plan->back_title);
  if (points.n == 0)
    return;
  fit_points (&points, &plan->type, BACK_MOST * shorter);
  points.size = MAX (rounded (points.size), 0.01);
  measure_points (&points, &plan->type);
  set_points (plan, &points);
}

PatalBoardPlan *
patal_board_plan_make (const PatalForm *form, double width_mm, double height_mm)
{
  const PatalFormFrame *frame = patal_form_frame (form);
  PatalBoardPlan *plan = patal_board_plan_alloc (PATAL_FONT_DEFAULT, frame->lang, rounded (width_mm), rounded (height_mm));
  Division division = { .plan = plan, .form = form };

  plan->reading_m = rounded (patal_form_reading_m (frame, width_mm, height_mm));
  plan->bilingual = frame->bilingual;
  plan->ground = frame->ground & 0xFFFFFF;
  plan->border = frame->border & 0xFFFFFF;
  plan->ink = frame->ink & 0xFFFFFF;
  divide_board (&division);
  place_marks (&division);
  set_head (&division);
  measure_rows (&division);
  division.normal = normal_size (&division);
  plan->pad = rounded (division.normal * PAD);
  place_rows (&division);
  set_labels (&division);
  set_foot (&division);
  set_back (&division);
  patal_board_plan_seal (plan);
  g_free (division.rows);
  return plan;
}
