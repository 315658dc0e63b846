/* patal-letter.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-letter.h"

struct _PatalLetter
{
  gatomicrefcount  refs;
  GStringChunk    *strings; /* all that frame and parts point to */
  PatalLetterFrame frame;
  GArray          *parts;   /* of PatalLetterPart; the tables are counted */
};

static const char *
keep (PatalLetter *letter, const char *text)
{
  return text != NULL ? g_string_chunk_insert (letter->strings, text) : NULL;
}

PatalLetter *
patal_letter_new (const PatalLetterFrame *frame)
{
  PatalLetter *letter = g_new (PatalLetter, 1);

  g_atomic_ref_count_init (&letter->refs);
  letter->strings = g_string_chunk_new (1024);
  letter->parts = g_array_new (FALSE, FALSE, sizeof (PatalLetterPart));
  letter->frame = *frame;
  letter->frame.name = keep (letter, frame->name);
  letter->frame.office = keep (letter, frame->office);
  letter->frame.title = keep (letter, frame->title);
  letter->frame.number = keep (letter, frame->number);
  letter->frame.day = keep (letter, frame->day);
  letter->frame.to = keep (letter, frame->to);
  letter->frame.subject = keep (letter, frame->subject);
  letter->frame.reference = keep (letter, frame->reference);
  letter->frame.closing = keep (letter, frame->closing);
  for (guint i = 0; i < PATAL_LETTER_MOST_SIGNATURES; i++)
    letter->frame.signatures[i] = keep (letter, frame->signatures[i]);
  letter->frame.copies = keep (letter, frame->copies);
  letter->frame.foot = keep (letter, frame->foot);
  letter->frame.code_text = keep (letter, frame->code_text);
  return letter;
}

PatalLetter *
patal_letter_ref (PatalLetter *letter)
{
  g_atomic_ref_count_inc (&letter->refs);
  return letter;
}

void
patal_letter_unref (PatalLetter *letter)
{
  if (letter == NULL || !g_atomic_ref_count_dec (&letter->refs))
    return;
  for (guint i = 0; i < letter->parts->len; i++)
    patal_table_unref ((PatalTable *) patal_letter_part (letter, i)->table); /* ours, though read only */
  g_array_unref (letter->parts);
  g_string_chunk_free (letter->strings);
  g_free (letter);
}

static void
add (PatalLetter *letter, PatalLetterPart part)
{
  g_return_if_fail (g_atomic_ref_count_compare (&letter->refs, 1));
  g_array_append_val (letter->parts, part);
}

void
patal_letter_add_text (PatalLetter *letter, const char *text)
{
  add (letter, (PatalLetterPart) { .kind = PATAL_LETTER_TEXT, .text = keep (letter, text) });
}

void
patal_letter_add_person (PatalLetter *letter, const char *name)
{
  add (letter, (PatalLetterPart) { .kind = PATAL_LETTER_PERSON, .text = keep (letter, name) });
}

void
patal_letter_add_table (PatalLetter *letter, PatalTable *table)
{
  add (letter, (PatalLetterPart) { .kind = PATAL_LETTER_TABLE, .table = patal_table_ref (table) });
}

const PatalLetterFrame *
patal_letter_frame (const PatalLetter *letter)
{
  return &letter->frame;
}

guint
patal_letter_n_parts (const PatalLetter *letter)
{
  return letter->parts->len;
}

const PatalLetterPart *
patal_letter_part (const PatalLetter *letter, guint index)
{
  g_return_val_if_fail (index < letter->parts->len, NULL);
  return &g_array_index (letter->parts, PatalLetterPart, index);
}
