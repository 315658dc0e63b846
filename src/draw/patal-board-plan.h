/* patal-board-plan.h: what all boards of one template and size have in common: boxes, labels, head and foot, back
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only patal-board-*.c see this. Lengths are millimetres of the board from its top left corner. */
#pragma once
#include "patal-board-layout.h"
#include "patal-board-letters.h"

G_BEGIN_DECLS

#define PATAL_BOARD_PAD_MOST 0.1 /* of a cell's width: what is beside its words at most */

typedef struct
{
  const char       *id, *label;
  PatalFormKind     kind;
  gboolean          later, large;
  PatalBox          row, label_box, value_box; /* the cells; of a later field the value's is a box within its cell */
  double            most;                      /* the size that the row's height gives */
  PatalBoardLetters label_letters;
  char             *group;                     /* the key of its label, drawn */
} PatalBoardPlanField;

typedef enum { PATAL_HEAD_OVER, PATAL_HEAD_TITLE, PATAL_HEAD_UNDER, PATAL_N_HEAD } PatalHeadLine;

/* Never changes once it is made; shared by counting; any thread. */
typedef struct
{
  gatomicrefcount   refs;
  PatalBoardType    type;
  double            width, height, reading_m;
  guint32           ground, border, ink;
  double            inset, border_width;   /* of the border: how far it is from the edge */
  double            row_rule, frame_rule;
  double            pad;                   /* beside words, in a cell */
  PatalBox          table, logo, code;     /* width 0: there is none */
  PatalBoardLetters head[PATAL_N_HEAD], foot, back_title;
  GArray           *back;                  /* of PatalBoardLetters: points */
  GArray           *fields;                /* of PatalBoardPlanField */
  gboolean          has_back, bilingual;
  char             *logo_hash;             /* (nullable): SHA-256 of the logo's bytes, in hexadecimal */
  GBytes           *logo_bytes;            /* (nullable) */
  char             *ground_group, *head_group, *foot_group, *back_group; /* keys for the canvas: all that is drawn there is in them */
} PatalBoardPlan;

/* (transfer full): the last few are remembered, for all threads, since boards of one kind are made one after the other. */
PatalBoardPlan *patal_board_plan_for   (const PatalForm *form, double width_mm, double height_mm);
PatalBoardPlan *patal_board_plan_ref   (PatalBoardPlan *plan);
void            patal_board_plan_unref (PatalBoardPlan *plan);

/* Empty, for whoever reads it from a text; then _seal() once it is whole. */
PatalBoardPlan *patal_board_plan_alloc (const char *family, PatalLang lang, double width_mm, double height_mm);
void            patal_board_plan_seal  (PatalBoardPlan *plan);

double          patal_board_plan_grid  (double width_mm, double height_mm); /* on which boxes and words stand */

PatalBoardPlanField *patal_board_plan_field (const PatalBoardPlan *plan, guint index);
/* Where the value's words may stand, and how large. */
PatalBoardPlace      patal_board_plan_place (const PatalBoardPlan *plan, const PatalBoardPlanField *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalBoardPlan, patal_board_plan_unref)

/* A board: a plan, and what is its own. */
typedef struct
{
  PatalBoardField   field; /* what the world sees */
  PatalBoardLetters letters;
} PatalBoardWords;

struct _PatalBoardLayout
{
  gatomicrefcount     refs;
  PatalBoardPlan     *plan;
  PatalBoardType      type;      /* of the values */
  const char         *name, *code_text;
  PatalBoardWords    *words;     /* as many as the plan has fields */
  struct _PatalQrCode *code;     /* made when it is first drawn */
  gsize               code_made;
};

PatalBoardLayout *patal_board_layout_alloc (PatalBoardPlan *plan); /* takes over @plan; no words yet */
/* Takes the plan's part of field @index over: boxes, label. */
void              patal_board_layout_seal_field (PatalBoardLayout *layout, guint index, gboolean cut);

/* What is common to boards, as text: from it the groups have their keys. */
void patal_board_plan_write (const PatalBoardPlan *plan, GString *text);

G_END_DECLS
