/* patal-district.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-district.h"
#include "patal-pack.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>

typedef struct
{
  const PatalPackState *state;
  char                 *name_hi, *name_en; /* of the district */
} Beginning;

static gboolean
begin_cb (PatalDb *db, gpointer data, GError **error)
{
  const Beginning *new = data;
  PatalUnit state = { .level = PATAL_LEVEL_STATE, .name_hi = (char *) new->state->hi, .name_en = (char *) new->state->en,
                      .lgd_code = (char *) new->state->lgd_code, .households = -1, .population = -1, .sc = -1, .st = -1 };
  PatalUnit district = { .level = PATAL_LEVEL_DISTRICT, .name_hi = new->name_hi, .name_en = new->name_en,
                         .households = -1, .population = -1, .sc = -1, .st = -1 };

  if (!patal_pack_seed (db, error) || !patal_unit_insert (db, &state, error))
    return FALSE;
  district.parent = state.id;
  return patal_unit_insert (db, &district, error);
}

gboolean
patal_district_begin (PatalDb *db, const char *state, const char *name, const char *name_en, GError **error)
{
  g_autofree char *first = patal_text_clean (name);
  g_autofree char *second = patal_text_clean (name_en);
  gboolean first_is_hi = patal_text_has_devanagari (first);
  Beginning new = { patal_pack_find_state (state), first_is_hi ? first : NULL,
                    second != NULL ? second : first_is_hi ? NULL : first };

  if (new.state == NULL)
    {
      g_set_error (error, PATAL_PACK_ERROR, PATAL_PACK_ERROR_STATE,
                   _("There is no state called “%s”; give its name, or letters such as CG or UK"), state);
      return FALSE;
    }
  return patal_db_edit_standing (db, PATAL_LABEL (N_("Began the file of the district {1}"), first != NULL ? first : second),
                                 begin_cb, &new, error);
}
