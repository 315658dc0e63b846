/* patal-unit-finder.h: which unit a row of a sheet means, by codes and names
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-unit.h"

G_BEGIN_DECLS

/* All units of the file, read once. */
typedef struct _PatalUnitFinder PatalUnitFinder;
PatalUnitFinder *patal_unit_finder_new  (PatalDb *db, GError **error);
void             patal_unit_finder_free (PatalUnitFinder *finder); /* accepts NULL */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalUnitFinder, patal_unit_finder_free)

/* How a sheet names one tier; each is (nullable). A name may be in either script, and may be a code. */
typedef struct { const char *code, *names[2]; } PatalUnitWords;

typedef struct
{
  gint64      unit;     /* 0: not found */
  gboolean    unsure;   /* found by its sound only, though the file knows it in this script: ask */
  PatalLevel  level;    /* not found, unsure: the tier that is at fault */
  char       *reason;   /* not found, unsure: a whole translated sentence, (transfer full); else NULL */
} PatalUnitMatch;

/* The unit that @words (of district, block, GP: indexes are PatalLevel, the others are ignored) mean, at level @wanted or above the one that they
 * name. A tier that is not given is no hindrance where what is given names one unit only. Codes count more than names. */
PatalUnitMatch patal_unit_finder_find (PatalUnitFinder *finder, const PatalUnitWords words[PATAL_N_LEVELS], PatalLevel wanted);

/* Whether any of @words is given. */
gboolean patal_unit_words_any (const PatalUnitWords words[PATAL_N_LEVELS]);

/* The unit at @level that is @unit or lies above it; 0 where there is none. */
gint64      patal_unit_finder_above (PatalUnitFinder *finder, gint64 unit, PatalLevel level);
/* (transfer none): its name in @lang, else in the other language. */
const char *patal_unit_finder_name  (PatalUnitFinder *finder, gint64 unit, PatalLang lang);
/* The only unit at @level; 0 where there are none or several. */
gint64      patal_unit_finder_only  (PatalUnitFinder *finder, PatalLevel level);

G_END_DECLS
