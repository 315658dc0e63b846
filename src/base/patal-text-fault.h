/* patal-text-fault.h: what is wrong with a text before it is printed, as far as one can tell without a font
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PATAL_TEXT_FAULT_NOT_UTF8,     /* bytes that are no text */
  PATAL_TEXT_FAULT_LOST,         /* U+FFFD: a program before us could not read a letter */
  PATAL_TEXT_FAULT_CONTROL,      /* a character that is not seen and has no place in a text: controls, soft hyphens, marks of order */
  PATAL_TEXT_FAULT_DIRECTION,    /* one that turns the direction of what follows: text can be made to read otherwise than it is */
  PATAL_TEXT_FAULT_LEGACY,       /* the whole of it: typed in Kruti Dev 010 */
  PATAL_TEXT_FAULT_LOOSE_SIGN,   /* a matra or another sign without its letter: printed on a dotted circle */
  PATAL_TEXT_FAULT_DOUBLE_SIGN,  /* two matras on one letter: ा and े for ो */
  PATAL_TEXT_FAULT_MIXED_DIGITS, /* the first digit of the script that is the rarer: both 0-9 and ०-९ */
  PATAL_TEXT_FAULT_NO_GLYPH,     /* found by the canvas only: the font has no picture of it */
  PATAL_TEXT_N_FAULTS
} PatalTextFaultKind;

typedef struct
{
  PatalTextFaultKind kind;
  gsize              at, length; /* bytes of the text */
} PatalTextFault;

/* In the order of places; an empty array: nothing is wrong. (transfer full), of PatalTextFault. */
GArray *patal_text_faults (const char *text);

/* Puts @faults in the order of their places, for whoever found more of them. */
void patal_text_faults_sort (GArray *faults);

/* A whole sentence in the user's language: what is wrong, where, and what to do. (transfer full) */
char *patal_text_fault_sentence (const char *text, const PatalTextFault *fault);

G_END_DECLS
