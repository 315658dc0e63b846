/* patal-roll-row.h: what a row of a list of people who are called to batches, or came, says: which batch, who, and which half-days
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of nominations and of attendance are read by the same fields, so that one sheet can be both. */
#pragma once
#include "patal-import.h"
#include "patal-nomination.h"
#include "patal-person-finder.h"

G_BEGIN_DECLS

#define PATAL_ROLL_DAYS 5 /* that have columns of their own; more stand in one cell */

typedef enum
{
  PATAL_ROLL_COURSE, PATAL_ROLL_FY, PATAL_ROLL_BATCH, PATAL_ROLL_FROM, PATAL_ROLL_NAME, PATAL_ROLL_NAME_EN, PATAL_ROLL_MOBILE,
  PATAL_ROLL_POST, PATAL_ROLL_DISTRICT, PATAL_ROLL_BLOCK, PATAL_ROLL_BLOCK_HI, PATAL_ROLL_GP, PATAL_ROLL_GP_HI, PATAL_ROLL_CODE,
  PATAL_ROLL_N_CALL_FIELDS, /* a list of nominations ends here */
  PATAL_ROLL_MARKS = PATAL_ROLL_N_CALL_FIELDS, PATAL_ROLL_PRE, PATAL_ROLL_POST_TEST,
  PATAL_ROLL_DAY, PATAL_ROLL_HALF = PATAL_ROLL_DAY + PATAL_ROLL_DAYS,
  PATAL_ROLL_N_FIELDS = PATAL_ROLL_HALF + 2 * PATAL_ROLL_DAYS
} PatalRollField;
extern const PatalImportField patal_roll_fields[PATAL_ROLL_N_FIELDS];

typedef struct
{
  PatalBatch batch;
  gint64     training, course;
  int        most;       /* of its tests; 0: there are none */
  gboolean   frozen;
  char      *block;      /* (nullable): where its cluster lies; names of two places are told apart by it */
  GArray    *people;     /* gint64: who is nominated */
} PatalRollBatch;

/* What rows are read by: batches, people, places, read once. @db is asked as long as rows are read. */
typedef struct _PatalRollBook PatalRollBook;
PatalRollBook     *patal_roll_book_new    (PatalDb *db, PatalDay today, GError **error);
void               patal_roll_book_free   (PatalRollBook *book); /* accepts NULL */
PatalPersonFinder *patal_roll_book_people (PatalRollBook *book);

typedef struct
{
  PatalRollBatch *batch;  /* borrowed from the book */
  PatalPersonRow  who;
  char            marks[PATAL_MOST_HALF_DAYS + 1]; /* '-' where nothing is said */
  int             pre, post;                       /* -1: not said */
} PatalRollRow;
void patal_roll_row_clear (PatalRollRow *row);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalRollRow, patal_roll_row_clear)

/* Reads @cells, of which there are @n_fields. FALSE: *@field and *@reason, (transfer full), say why the row is refused. */
gboolean patal_roll_row_read (PatalRollBook *book, const char *const *cells, guint n_fields, PatalRollRow *row, int *field, char **reason);

/* The field of a list of people, as a place that is doubted names it. */
int      patal_roll_field_of_person (int field, const char *const *cells);

G_END_DECLS
