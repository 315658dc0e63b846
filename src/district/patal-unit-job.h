/* patal-unit-job.h: one import of units under way: judged row by row, then written
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-bulk.h"
#include "patal-unit-book.h"
#include "patal-unit-row.h"

G_BEGIN_DECLS

typedef enum /* which values of a unit a row adds or alters */
{
  PATAL_UNIT_BIT_NAME_HI = 1 << 0, /* names: 1 << PatalLang */
  PATAL_UNIT_BIT_NAME_EN = 1 << 1,
  PATAL_UNIT_BIT_CODE = 1 << 2,
  PATAL_UNIT_BIT_PLACE = 1 << 3,
  PATAL_UNIT_BIT_COUNTS = 1 << 4,  /* and the three after it */
  PATAL_UNIT_BIT_FROM = 1 << 8,
  PATAL_UNIT_BIT_TO = 1 << 9,
  PATAL_UNIT_BIT_SPELLINGS = 1 << 10,
  PATAL_UNIT_BIT_MOVED = 1 << 11,  /* it lies elsewhere */
} PatalUnitBits;

/* What judging a row found out, for writing it. */
typedef struct
{
  guint32 target; /* NEW: the unit it makes; CHANGED: the unit it changes; DOUBTFUL: the candidate */
  guint32 place;  /* below which it would be made */
  guint32 same_as; /* DOUBTFUL: those with the same number are one unit, should they be taken as new */
  guint16 bits;
  gboolean place_doubtful : 1; /* DOUBTFUL: it is the place above that may be the candidate, and the row's own unit is new */
} PatalUnitNote;

/* What stands above the unit of a row. */
typedef struct
{
  guint32 unit;    /* NONE: the row does not say, and it cannot be told */
  guint32 known;   /* the lowest unit that is known where @unit is NONE; NONE: nothing */
  int     field;   /* of the reason */
  char   *reason;  /* (nullable): why the row must be refused; (transfer full) */
} PatalUnitPlace;
typedef struct
{
  PatalUnitBook *book;
  PatalLevel     deepest;
  GArray        *notes;   /* of PatalUnitNote, by row */
  GHashTable    *doubles; /* of doubtful rows: key of place and name → number */
  GArray        *double_ids; /* gint64 by number: what was made of them */
  PatalBulk     *new_units, *new_spellings; /* gathered by writing; NULL before it */
  PatalUnitPlace place;      /* of the last row, */
  PatalLevel     place_level;
  const char    *place_cells[PATAL_UNIT_FIELD_SUBDISTRICT + 1]; /* by what its cells say */
  guint32        only_district;    /* of the file as it was; NONE: it has none, or several */
  guint32        foreign_district; /* the first that the source would add to it; NONE */
  guint          n_foreign;        /* rows that would be taken in there */
  gboolean       several_foreign;
} PatalUnitJob;

void     patal_unit_job_judge (PatalUnitJob *job, guint row, const char *const *cells, PatalVerdict *verdict);
gboolean patal_unit_job_apply (PatalUnitJob *job, PatalDb *db, guint row, const char *const *cells, const PatalVerdict *verdict,
                               PatalDoubtful doubtful, GError **error);
/* Writes what was gathered. */
gboolean patal_unit_job_settle (PatalUnitJob *job, GError **error);

/* See PatalImport.recall, .warn; the first is to be told of each row that is new or doubtful. */
void     patal_unit_job_note_district (PatalUnitJob *job, guint row);
char    *patal_unit_job_warn          (PatalUnitJob *job);
void     patal_unit_job_recall        (PatalUnitJob *job, PatalDb *db, guint row, const char *const *cells, const PatalVerdict *verdict,
                                       char **values);

/* Finds what stands above a unit of @level, or enters it in the book. */
PatalUnitPlace patal_unit_job_place (PatalUnitJob *job, guint row, const char *const *cells, PatalLevel level);

G_END_DECLS
