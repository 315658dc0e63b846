/* patal-unit-row.h: one row of a list of units: which columns there are, what their headers are called, what a row says
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the import of units alone. */
#pragma once
#include "patal-unit.h"

G_BEGIN_DECLS

/* Each level has three columns; PATAL_UNIT_FIELD (level, …) is the index of one. */
enum { PATAL_UNIT_FIELD_EN, PATAL_UNIT_FIELD_HI, PATAL_UNIT_FIELD_CODE, PATAL_UNIT_FIELDS_PER_LEVEL };
#define PATAL_UNIT_FIELD(level, which) ((level) * PATAL_UNIT_FIELDS_PER_LEVEL + (which))
enum
{
  PATAL_UNIT_FIELD_SUBDISTRICT = PATAL_UNIT_FIELD (PATAL_N_LEVELS, 0),
  PATAL_UNIT_FIELD_OWN_CODE, /* "LGD code": of the unit that the row describes */
  PATAL_UNIT_FIELD_LAT,
  PATAL_UNIT_FIELD_LON,
  PATAL_UNIT_FIELD_HOUSEHOLDS,
  PATAL_UNIT_FIELD_POPULATION,
  PATAL_UNIT_FIELD_SC,
  PATAL_UNIT_FIELD_ST,
  PATAL_UNIT_FIELD_ALIASES,
  PATAL_UNIT_FIELD_FROM,
  PATAL_UNIT_FIELD_TO,
  PATAL_UNIT_N_FIELDS
};
extern const PatalImportField patal_unit_fields[PATAL_UNIT_N_FIELDS];

#define PATAL_UNIT_ROW_MAX_OTHERS 2

typedef struct /* how a row names one unit; strings are the row's cells */
{
  const char *names[2];  /* by script: [PATAL_LANG_HI, PATAL_LANG_EN]; whichever column it stood in; (nullable) */
  const char *others[PATAL_UNIT_ROW_MAX_OTHERS]; /* a name in a third script, or a second one in the same; (nullable) */
  const char *code_text; /* (nullable) */
  guint32     code;      /* 0: none */
} PatalUnitRowName;

typedef struct
{
  PatalLevel       level; /* of the unit that the row describes: the deepest that it names */
  PatalUnitRowName own;
  gboolean         has_place;
  double           lat, lon;
  gint32           counts[4]; /* households, population, SC, ST; -1: empty */
  PatalDay         from, to;
  const char      *aliases;   /* (nullable) */
} PatalUnitRow;

/* Reads how @cells name the unit at @level; FALSE when they do not. */
gboolean patal_unit_row_name (const char *const *cells, PatalLevel level, PatalUnitRowName *out);

/* Reads the whole row; @deepest: the deepest level that has a column. On FALSE the row is refused, for the sake of @field, -1 for the
 * row as a whole, with a @reason, (transfer full). */
gboolean patal_unit_row_read (const char *const *cells, PatalLevel deepest, PatalUnitRow *out, int *field, char **reason);

/* (transfer full): the spellings of an aliases cell, which may be NULL. */
GStrv patal_unit_row_aliases (const char *cell);

G_END_DECLS
