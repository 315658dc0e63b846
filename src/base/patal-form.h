/* patal-form.h: the fields of a board, filled in (a text that goes on is a PatalLetter)
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A concern makes it from a record and a template; draw lays it out. All words in it are already in the document's language. It says
 * what stands together, in which order and with how much room; where that is on a board, only the layout knows. */
#pragma once
#include "patal-lang.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_FORM_TEXT,   /* wraps at the ends of words */
  PATAL_FORM_FIGURE, /* money, days, counts, codes: parted at no place, as long as the line holds it */
  PATAL_FORM_LIST,   /* each line of the value on a line of its own */
} PatalFormKind;

typedef struct
{
  const char   *id;     /* stable, ASCII: "work_name"; what a first print and the next one are compared by */
  const char   *label;  /* a line feed parts the two languages of a bilingual form */
  const char   *value;  /* NULL or "": an empty box */
  PatalFormKind kind;
  double        weight; /* > 0: its row's share of the height; of fields side by side the largest counts */
  double        share;  /* > 0: its share of the row's width, where fields stand side by side */
  gboolean      beside; /* stands in the row of the field before it */
  gboolean      later;  /* known at the end only: an empty box at first, filled by the overprint */
  gboolean      large;  /* its letters are larger than those of the others: the work's name */
} PatalFormField;

/* What is above, around and behind the fields. Every string is copied, NULL for none. */
typedef struct
{
  const char *name;       /* of the record: the line of an outline, the name of a print job: the work's */
  const char *over;       /* smaller, above the title: the scheme */
  const char *title;      /* "नागरिक सूचना पटल" */
  const char *under;      /* smaller, below it: the district and the block */
  const char *foot;       /* below the fields: whom to ask, where to complain; a line feed begins a new line */
  const char *code_text;  /* what the QR code says; NULL: there is none */
  const char *back_title; /* NULL: the back is empty */
  const char *back;       /* its lines, each a point of its own */
  GBytes     *logo;       /* (nullable): JPEG, PNG or SVG */
  guint32     ground, border, ink; /* 0xRRGGBB */
  double      reading_m;  /* from how far it is to be read in its own size: decides which letters are too small */
  double      own_width_mm, own_height_mm; /* that size; 0: @reading_m is said of every size */
  PatalLang   lang;       /* of the document; of a bilingual one the first */
  gboolean    bilingual;  /* as it is, too, where a label has two lines */
} PatalFormFrame;

typedef struct _PatalForm PatalForm; /* a value: built by one thread, then only read; shared by counting */

PatalForm *patal_form_new   (const PatalFormFrame *frame);
PatalForm *patal_form_ref   (PatalForm *form);
void       patal_form_unref (PatalForm *form);
void       patal_form_add   (PatalForm *form, const PatalFormField *field); /* copied; the first is never beside another. Only while nobody else holds @form */

/* From how far a board of @frame is read in the size @width_mm × @height_mm. People stand where they see the
 * whole of it, so that the distance goes with the board's diagonal (the angle of view stays); but nobody
 * reads from nearer than 0.4 m, an arm's length, from which an ordinary notice is read; and a board larger
 * than its own size is asked for no more than @reading_m: it was made larger to be read better. This rule is
 * ours: domain.md 4.1 and the orders that it names say nothing of distances. */
#define PATAL_FORM_NEAREST_M 0.4
double                patal_form_reading_m (const PatalFormFrame *frame, double width_mm, double height_mm);
const PatalFormFrame *patal_form_frame    (const PatalForm *form);
guint                 patal_form_n_fields (const PatalForm *form);
const PatalFormField *patal_form_field    (const PatalForm *form, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalForm, patal_form_unref)
G_END_DECLS
