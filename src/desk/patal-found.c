/* patal-found.c: how a hit of the search is shown
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-desk.h"
#include "patal-person.h"
#include "patal-unit.h"
#include "patal-venue.h"
#include "patal-work-list.h"

/* Which columns of a kind's list row say what; -1: the kind has none. */
typedef struct
{
  const char *kind, *row_sql;
  int         name_hi, name_en, code, block_hi, block_en, note_hi[2], note_en[2];
} FoundKind;

static const FoundKind kinds[] = {
  { "unit", patal_unit_row_sql, PATAL_UNIT_COL_NAME_HI, PATAL_UNIT_COL_NAME_EN, PATAL_UNIT_COL_CODE,
    PATAL_UNIT_COL_BLOCK_HI, PATAL_UNIT_COL_BLOCK_EN, { -1, -1 }, { -1, -1 } },
  { "person", patal_person_row_sql, PATAL_PERSON_COL_NAME_HI, PATAL_PERSON_COL_NAME_EN, -1,
    PATAL_PERSON_COL_BLOCK_HI, PATAL_PERSON_COL_BLOCK_EN,
    { PATAL_PERSON_COL_POST_HI, PATAL_PERSON_COL_UNIT_HI }, { PATAL_PERSON_COL_POST_EN, PATAL_PERSON_COL_UNIT_EN } },
  { "venue", patal_venue_row_sql, PATAL_VENUE_COL_NAME_HI, PATAL_VENUE_COL_NAME_EN, -1,
    PATAL_VENUE_COL_BLOCK_HI, PATAL_VENUE_COL_BLOCK_EN, { PATAL_VENUE_COL_UNIT_HI, -1 }, { PATAL_VENUE_COL_UNIT_EN, -1 } },
  { "work", patal_work_row_sql, PATAL_WORK_COL_NAME_HI, PATAL_WORK_COL_NAME_EN, PATAL_WORK_COL_CODE,
    PATAL_WORK_COL_BLOCK_HI, PATAL_WORK_COL_BLOCK_EN, { PATAL_WORK_COL_GP_HI, -1 }, { PATAL_WORK_COL_GP_EN, -1 } },
};

static const char *
text_at (PatalRows *rows, int column)
{
  return column >= 0 ? patal_rows_text (rows, column) : NULL;
}

/* In @lang where there is a text in it, else in the other language, else "". */
static const char *
either (PatalRows *rows, PatalLang lang, int hindi, int english)
{
  const char *first = text_at (rows, lang == PATAL_LANG_HI ? hindi : english);
  const char *text = first != NULL ? first : text_at (rows, lang == PATAL_LANG_HI ? english : hindi);

  return text != NULL ? text : "";
}

static void
read_found (PatalRows *rows, const FoundKind *kind, PatalLang lang, PatalFound *out)
{
  const char *first = either (rows, lang, kind->note_hi[0], kind->note_en[0]);
  const char *second = either (rows, lang, kind->note_hi[1], kind->note_en[1]);

  out->name_hi = g_strdup (either (rows, lang, kind->name_hi, -1));
  out->name_en = g_strdup (either (rows, lang, -1, kind->name_en));
  out->code = g_strdup (either (rows, lang, kind->code, -1));
  out->block = g_strdup (either (rows, lang, kind->block_hi, kind->block_en));
  out->note = g_strconcat (first, *first != '\0' && *second != '\0' ? ", " : "", second, NULL);
}

gboolean
patal_desk_found (PatalDb *db, const PatalSearchHit *hit, PatalLang lang, PatalFound *out, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, hit->kind))
      {
        g_auto (PatalRows) rows = patal_db_query (db, kinds[i].row_sql, PATAL_ARGS (PATAL_INT (hit->id)));

        if (patal_rows_next (&rows))
          {
            read_found (&rows, &kinds[i], lang, out);
            return TRUE;
          }
        if (!patal_rows_finish (&rows, error))
          return FALSE;
      }
  *out = (PatalFound) { g_strdup (""), g_strdup (""), g_strdup (""), g_strdup (""), g_strdup ("") };
  return TRUE; /* taken away between the search and now: an empty line, not an error */
}

void
patal_found_clear (PatalFound *found)
{
  g_free (found->name_hi);
  g_free (found->name_en);
  g_free (found->code);
  g_free (found->block);
  g_free (found->note);
  *found = (PatalFound) { 0 };
}
