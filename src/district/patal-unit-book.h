/* patal-unit-book.h: all units in memory, those of the file and those of a source, found by code, name and likeness
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the import of units alone. A unit is named by its index. Names and codes are kept as hashes of 64 bits in compact tables: 2.1 lakh
 * panchayats take some 45 MB, and one is found in less than a microsecond. */
#pragma once
#include "patal-unit.h"

G_BEGIN_DECLS

#define PATAL_BOOK_NONE G_MAXUINT32
#define PATAL_BOOK_N_COUNTS 4 /* households, population, SC, ST */

typedef struct
{
  gint64      id;       /* 0: not in the file (yet) */
  const char *names[2]; /* [PATAL_LANG_HI, PATAL_LANG_EN], (nullable), borrowed: from the file's row or the source's cells */
  double      lat, lon; /* 0: not known */
  gint32      counts[PATAL_BOOK_N_COUNTS]; /* -1: not known */
  PatalDay    from, to;
  guint32     code;     /* LGD code as a number: 0379 is 379; 0: none */
  guint32     parent;   /* NONE above a state */
  guint32     child, sibling; /* the first below it; the next beside it */
  guint32     row;      /* of the source, which brought it; NONE: it was in the file before */
  guint32     sounds[2]; /* made when asked for; 0: not yet */
  guint32     twin;     /* of a block: one of this name in another district; if the source brings it, of much this name in its own; NONE */
  guint16     given;    /* which values the source has given: bits of the caller */
  guint16     fill;     /* which blanks of it are to be filled in the file: bits of the caller */
  guint8      level;
  guint8      has_uncoded_child;
  guint8      filled;   /* the blanks of fill have been written */
} PatalBookUnit;

typedef struct _PatalUnitBook PatalUnitBook;

/* Reads every unit of the file. */
PatalUnitBook *patal_unit_book_load (PatalDb *db, GError **error);
void           patal_unit_book_free (PatalUnitBook *book); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalUnitBook, patal_unit_book_free)

/* The pointer is good until the next add. */
PatalBookUnit *patal_unit_book_get (PatalUnitBook *book, guint32 unit);
guint32        patal_unit_book_n   (PatalUnitBook *book);
/* Copies @unit, enters it below its parent with its code and names; gives its index. */
guint32        patal_unit_book_add (PatalUnitBook *book, const PatalBookUnit *unit);
/* Enters a further spelling, or a code that the unit got now. */
void           patal_unit_book_learn      (PatalUnitBook *book, guint32 unit, const char *name);
void           patal_unit_book_learn_code (PatalUnitBook *book, guint32 unit, guint32 code);
/* What @name folded is below @parent; 0 for a name of which nothing is left. */
guint64        patal_unit_book_key        (guint32 parent, const char *name);
/* Whether @name is a spelling of @unit, folded. */
gboolean       patal_unit_book_knows      (PatalUnitBook *book, guint32 unit, const char *name);
/* Whether the file itself has @name, (nullable), as another spelling of @unit: somebody said that it is the same place. */
gboolean       patal_unit_book_is_alias   (PatalUnitBook *book, guint32 unit, const char *name);

guint32        patal_unit_book_first_state (PatalUnitBook *book); /* the others are its siblings */
/* The only unit of the file at @level, below @above unless that is NONE; NONE when there are none or several. */
guint32        patal_unit_book_only  (PatalUnitBook *book, PatalLevel level, guint32 above);
/* @unit's unit at @level (itself, or above it). */
guint32        patal_unit_book_above (PatalUnitBook *book, guint32 unit, PatalLevel level);

/* Goes through what is found: guint32 unit, next = 0; while ((unit = patal_unit_book_by_… (…, &next)) != PATAL_BOOK_NONE). By name:
 * below @parent, folded. */
guint32 patal_unit_book_by_code (PatalUnitBook *book, PatalLevel level, guint32 code, guint32 *next);
guint32 patal_unit_book_by_name (PatalUnitBook *book, guint32 parent, const char *name, guint32 *next);

/* What a name sounds like, in either script, without notes in brackets and without its number; 0 for none. */
guint32  patal_unit_book_sound       (const char *name);
/* What tells two places of one name apart: a note in brackets by its sound, "Pakariya (La)", or a last letter, "Korbi C"; 0 for none.
 * @name: (nullable). */
guint32  patal_unit_book_note        (const char *name);
/* The number in a name: "Gaurella-2" and "गौरेला II" have 2; 0 for none. Two names with different numbers are two places. */
guint32  patal_unit_book_number      (const char *name);
/* Whether one of the sounds is that of a name of @unit. */
gboolean patal_unit_book_sounds_like (PatalUnitBook *book, guint32 unit, const guint32 sounds[2]);
/* Whether one letter more or less, or one vowel for another, is all the difference to a name of 5 letters or more. @folded: in both scripts, each (nullable). */
gboolean patal_unit_book_one_slip    (PatalUnitBook *book, guint32 unit, const char *const *folded);
/* Whether @number, that of another name, lets them be one place. */
typedef enum { PATAL_BOOK_NUMBER_EQUAL, PATAL_BOOK_NUMBER_OR_NONE } PatalBookNumber;
gboolean patal_unit_book_number_fits (PatalUnitBook *book, guint32 unit, guint32 number, PatalBookNumber how);

G_END_DECLS
