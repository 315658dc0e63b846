/* patal-letter.h: the words of one paper that an office gives out: a letter, a certificate, a card
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A concern makes it, as a rule by a PatalLetterTemplate; draw lays it out. All words in it are already in
 * the document's language. Other than a PatalForm, which has labels and values in boxes, it is a text that
 * goes on: paragraphs and tables, as many as there are. */
#pragma once
#include "patal-table.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_LETTER_PLAIN,       /* A4, as many pages as it needs */
  PATAL_LETTER_CERTIFICATE, /* A4 on its side, in a frame, always one page */
  PATAL_LETTER_CARD,        /* of a person; eight on an A4 */
} PatalLetterShape;

#define PATAL_LETTER_MOST_SIGNATURES 3

/* What is around the text. Strings are copied, NULL for none; a line feed begins a new line. */
typedef struct
{
  PatalLetterShape shape;
  PatalLang        lang;
  const char      *name;      /* the line of an outline, the name of a print job */
  const char      *office;    /* whose letter it is: the first line is the largest */
  const char      *title;     /* "प्रमाण-पत्र", "स्मरण पत्र" */
  const char      *number, *day;
  const char      *to;        /* "सरपंच / सचिव\nग्राम पंचायत …": of a plain letter, as the next two */
  const char      *subject, *reference;
  const char      *closing;   /* above who signs */
  const char      *signatures[PATAL_LETTER_MOST_SIGNATURES]; /* of one alone the place is on the right */
  const char      *copies;    /* a line each: to whom else it goes, below who signs */
  const char      *foot;      /* at the end of the last page, smaller */
  const char      *code_text; /* what the QR code says; NULL: there is none */
} PatalLetterFrame;

typedef enum
{
  PATAL_LETTER_TEXT,   /* a paragraph; of a card a line */
  PATAL_LETTER_PERSON, /* who it is about, in the largest letters, alone on its line */
  PATAL_LETTER_TABLE,  /* its title is its heading; its own signatures are not looked at */
} PatalLetterPartKind;

typedef struct
{
  PatalLetterPartKind kind;
  const char         *text;  /* NULL of a table */
  const PatalTable   *table; /* NULL of what is no table */
} PatalLetterPart;

typedef struct _PatalLetter PatalLetter; /* a value: built by one thread, then only read; shared by counting */

PatalLetter *patal_letter_new   (const PatalLetterFrame *frame);
PatalLetter *patal_letter_ref   (PatalLetter *letter);
void         patal_letter_unref (PatalLetter *letter);

/* Each behind those before it; only while nobody else holds @letter. @table is kept, and must not be changed
   any more. */
void patal_letter_add_text   (PatalLetter *letter, const char *text);
void patal_letter_add_person (PatalLetter *letter, const char *name);
void patal_letter_add_table  (PatalLetter *letter, PatalTable *table);

const PatalLetterFrame *patal_letter_frame   (const PatalLetter *letter);
guint                   patal_letter_n_parts (const PatalLetter *letter);
const PatalLetterPart  *patal_letter_part    (const PatalLetter *letter, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalLetter, patal_letter_unref)
G_END_DECLS
