/* patal-person-row.h: what a row of a sheet says of a person
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-person.h"
#include "patal-posting.h"
#include "patal-unit-finder.h"

G_BEGIN_DECLS

typedef enum /* indexes of patal_person_fields */
{
  PATAL_PERSON_FIELD_NAME_HI, PATAL_PERSON_FIELD_NAME_EN, PATAL_PERSON_FIELD_POST, PATAL_PERSON_FIELD_CHARGE,
  PATAL_PERSON_FIELD_DISTRICT, PATAL_PERSON_FIELD_DISTRICT_CODE, PATAL_PERSON_FIELD_BLOCK, PATAL_PERSON_FIELD_BLOCK_HI,
  PATAL_PERSON_FIELD_BLOCK_CODE, PATAL_PERSON_FIELD_GP, PATAL_PERSON_FIELD_GP_HI, PATAL_PERSON_FIELD_GP_CODE,
  PATAL_PERSON_FIELD_MOBILE, PATAL_PERSON_FIELD_EMAIL, PATAL_PERSON_FIELD_GENDER, PATAL_PERSON_FIELD_SOCIAL,
  PATAL_PERSON_FIELD_GUARDIAN, PATAL_PERSON_FIELD_FROM, PATAL_PERSON_FIELD_ORDER_NO, PATAL_PERSON_FIELD_REMARK,
  PATAL_PERSON_FIELD_SECRETARY, PATAL_PERSON_FIELD_SECRETARY_MOBILE, PATAL_PERSON_FIELD_GRS, PATAL_PERSON_FIELD_GRS_MOBILE,
  PATAL_PERSON_FIELD_SARPANCH, PATAL_PERSON_FIELD_SARPANCH_MOBILE,
  PATAL_PERSON_N_FIELDS
} PatalPersonField;
extern const PatalImportField patal_person_fields[PATAL_PERSON_N_FIELDS];

/* The posts of the file, found by what sheets call them. */
typedef struct _PatalPostFinder PatalPostFinder;
PatalPostFinder *patal_post_finder_new  (PatalDb *db, GError **error);
void             patal_post_finder_free (PatalPostFinder *finder); /* accepts NULL */
const PatalPost *patal_post_finder_get  (PatalPostFinder *finder, gint64 post);

typedef struct
{
  gboolean         nobody;      /* the row tells of a vacant post; nothing else is set */
  const char      *names[2];    /* [PatalLang]; (nullable), not both; borrowed from the cells, as are the others */
  char            *mobile;      /* (nullable), 10 digits */
  const char      *email, *guardian, *order_no, *remark;
  PatalGender      gender;
  PatalSocial      social;
  const PatalPost *post;        /* NULL: none is said */
  gint64           unit;
  gboolean         charge_said;
  PatalCharge      charge;
  PatalDay         from;
  char            *unsure;      /* (nullable): the question about a place that only sounds right */
  int              unsure_field;
  gint64           unsure_unit; /* the one that it seems to name */
} PatalPersonRow;
void patal_person_row_clear (PatalPersonRow *row);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalPersonRow, patal_person_row_clear)

/* Reads @cells. FALSE: *@field and *@reason, (transfer full), say why the row is refused. */
gboolean patal_person_row_read (PatalPersonRow *row, const char *const *cells, PatalPostFinder *posts, PatalUnitFinder *units,
                                int *field, char **reason);

G_END_DECLS
