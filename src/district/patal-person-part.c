/* patal-person-part.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-person-part.h"

static const struct { int name, mobile; const char *post; } parts[PATAL_PERSON_N_PARTS] = {
  { PATAL_PERSON_FIELD_NAME_HI, PATAL_PERSON_FIELD_MOBILE, NULL },
  { PATAL_PERSON_FIELD_SECRETARY, PATAL_PERSON_FIELD_SECRETARY_MOBILE, "PS" },
  { PATAL_PERSON_FIELD_GRS, PATAL_PERSON_FIELD_GRS_MOBILE, "GRS" },
  { PATAL_PERSON_FIELD_SARPANCH, PATAL_PERSON_FIELD_SARPANCH_MOBILE, "SARPANCH" },
};

static gboolean
has_columns (const char *const *cells)
{
  for (guint part = 1; part < PATAL_PERSON_N_PARTS; part++)
    if (cells[parts[part].name] != NULL || cells[parts[part].mobile] != NULL)
      return TRUE;
  return FALSE;
}

gboolean
patal_person_part_cells (const char *const *cells, guint part, const char **out)
{
  if (part == 0)
    {
      for (int field = 0; field < PATAL_PERSON_N_FIELDS; field++)
        out[field] = cells[field];
      /* a row that names only the holders of its posts says nothing of a person beside them */
      return !has_columns (cells) || cells[PATAL_PERSON_FIELD_NAME_HI] != NULL || cells[PATAL_PERSON_FIELD_NAME_EN] != NULL;
    }
  for (int field = 0; field < PATAL_PERSON_N_FIELDS; field++)
    out[field] = field >= PATAL_PERSON_FIELD_DISTRICT && field <= PATAL_PERSON_FIELD_GP_CODE ? cells[field] : NULL;
  out[PATAL_PERSON_FIELD_NAME_HI] = cells[parts[part].name];
  out[PATAL_PERSON_FIELD_MOBILE] = cells[parts[part].mobile];
  out[PATAL_PERSON_FIELD_POST] = parts[part].post;
  return cells[parts[part].name] != NULL || cells[parts[part].mobile] != NULL;
}

int
patal_person_part_field (guint part, int field)
{
  if (part == 0)
    return field;
  return field == PATAL_PERSON_FIELD_MOBILE ? parts[part].mobile
         : field == PATAL_PERSON_FIELD_NAME_HI || field == PATAL_PERSON_FIELD_NAME_EN || field == PATAL_PERSON_FIELD_POST
           ? parts[part].name : field;
}

gboolean
patal_person_part_any (const gboolean *mapped)
{
  for (guint part = 1; part < PATAL_PERSON_N_PARTS; part++)
    if (mapped[parts[part].name])
      return TRUE;
  return FALSE;
}
