/* patal-import.h: what a concern can take in from rows of text, as a value; exchange reads the file and runs it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-db.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_FIELD_TEXT,   /* cleaned (patal_text_clean) */
  PATAL_FIELD_NAME,   /* as TEXT; a column of it may be in a legacy Hindi encoding */
  PATAL_FIELD_CODE,   /* digits as text: "3641.0" and "3,641" out of a spreadsheet are 3641; leading zeros stay */
  PATAL_FIELD_NUMBER,
  PATAL_FIELD_REAL,
  PATAL_FIELD_DAY,    /* any form that patal_day_parse() reads; handed on as YYYY-MM-DD */
  PATAL_FIELD_MONEY,  /* any form that patal_money_parse() reads, in the unit of its heading ("in lakh"); handed on in rupees: "2,45,000" */
} PatalFieldKind;

typedef struct
{
  const char        *id;       /* "gp_name": stable, ASCII */
  const char        *title;    /* a message id: "Gram panchayat (English)" */
  const char *const *synonyms; /* headers that mean it, in both languages, NULL at the end; compared folded (PATAL_FOLD_MATCH, _ - . as spaces) */
  PatalFieldKind     kind;
} PatalImportField;

typedef enum /* of a row; what the last line of `patal import` counts */
{
  PATAL_FATE_NEW,
  PATAL_FATE_CHANGED,
  PATAL_FATE_SAME,     /* in the file already, or earlier in the source, with nothing to add */
  PATAL_FATE_DOUBTFUL, /* perhaps the same as another one: a person decides */
  PATAL_FATE_REFUSED,
  PATAL_N_FATES
} PatalFate;

typedef enum /* what a person decides of a doubtful row */
{
  PATAL_DOUBT_TWIN,  /* whether it is the same as another one: left out, new, or that one */
  PATAL_DOUBT_FROZEN, /* as TWIN, but that one is frozen: left out, as MERGE is too, or new */
  PATAL_DOUBT_PLACE, /* whether the place it seems to name is the one that is meant: left out, or taken */
  PATAL_DOUBT_UNKNOWN, /* whether somebody whom the file does not know comes into it: left out, or new */
  PATAL_DOUBT_VALUE, /* whether it is taken without a value that cannot be read: left out, or taken */
  PATAL_N_DOUBTS
} PatalDoubt;

typedef struct
{
  PatalFate fate;
  gint64    candidate; /* DOUBTFUL: what it may be, or be the same as: a row's id, or -1 - index of an earlier row of the source; 0: none */
  int       field;     /* REFUSED, DOUBTFUL: index of the field at fault; -1: the row as a whole */
  char     *reason;    /* REFUSED, DOUBTFUL: a whole translated sentence, (transfer full); else NULL */
  GQuark    question;  /* DOUBTFUL: rows of which the same is asked have the same one; 0: those whose reason reads alike */
  PatalDoubt doubt;    /* DOUBTFUL */
  gboolean  unread;    /* set for judge() where a value was left out that could not be read: a person will decide of the row */
} PatalVerdict;

typedef enum { PATAL_DOUBTFUL_SKIP, PATAL_DOUBTFUL_NEW, PATAL_DOUBTFUL_MERGE } PatalDoubtful;

typedef struct /* what a list leaves out where it is the same for all its rows: the year, the scheme */
{
  int field;       /* what is asked for where no column has it; -1 at the end */
  int first, last; /* … and none of these fields either, other ways to say it; @field itself where there are none */
} PatalSharedField;
#define PATAL_SHARED_FIELD(field) { (field), (field), (field) }

typedef struct
{
  const char             *name;     /* on the command line: "units" */
  const char             *title;    /* a message id: "Gram panchayats, blocks and villages" */
  const PatalImportField *fields;   /* @n_fields of them */
  guint                   n_fields;
  const PatalSharedField *shared;   /* (nullable) */

  /* Reads what is there already, once. @mapped[i]: field i has a column, or a value for all rows. Sets @error when the columns cannot make rows of this kind
   * (PATAL_IMPORT_ERROR of the concern's own: "No column holds the name"). */
  gpointer (*begin) (PatalDb *db, const gboolean *mapped, GError **error);

  /* Judges one row; called for every row in order, once, so that the job knows the earlier ones. @cells[i]: field i, cleaned by its kind,
   * NULL where empty or not mapped; they last as long as the import. A value that its kind cannot read was refused before and does not come here. */
  void (*judge) (gpointer job, guint row, const char *const *cells, PatalVerdict *verdict);

  /* Inside one edit: writes a row that is NEW or CHANGED, or DOUBTFUL with @doubtful of NEW or MERGE: where a place or a value is doubted,
   * both say that it is taken. In the order of the source. *@adds: whether it adds something, or changes what is there; set before as the
   * verdict and the decision have it. */
  gboolean (*apply) (gpointer job, PatalDb *db, guint row, const char *const *cells, const PatalVerdict *verdict,
                     PatalDoubtful doubtful, gboolean *adds, GError **error);

  /* (nullable): after the last row, inside the same edit: writes what @apply has gathered. */
  gboolean (*finish) (gpointer job, PatalDb *db, GError **error);
  void (*end) (gpointer job); /* accepts NULL */

  /* (transfer full): how a candidate reads in the preview: "अकलतरी (125046), अकलतरा". */
  char *(*describe) (gpointer job, PatalDb *db, gint64 candidate);

  /* (nullable): what the file has where a row that is CHANGED or DOUBTFUL says something: @values[i] reads as a cell of field i, "" where the
   * file has nothing, NULL where there is nothing to compare; each (transfer full), NULL before. Of a CHANGED row only what it alters. */
  void (*recall) (gpointer job, PatalDb *db, guint row, const char *const *cells, const PatalVerdict *verdict, char **values);

  /* (nullable); after the last row was judged: (transfer full) (nullable) what a person should know of the
   * list as a whole before taking it, as a whole translated sentence. Where it must not be taken without asking,
   * *@question is set to that, a message id. */
  char *(*warn) (gpointer job, const char **question);

  /* Whether a day that cannot be read leaves its field empty, and the row to a person; else the row is refused. */
  gboolean lacks_days;

  const char *label, *label_plural; /* message ids for the journal: "Imported {n} gram panchayat from {1}" */
} PatalImport;

G_END_DECLS
