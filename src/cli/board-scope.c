/* board-scope.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-scope.h"
#include "patal-text.h"
#include "patal-unit.h"
#include "patal-work-list.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define MOST_NAMED 20 /* of the units that a word means */

gboolean
board_scope_is_given (const BoardScope *scope)
{
  return scope->all || scope->blocks != NULL || scope->gps != NULL || scope->works != NULL;
}

void
board_scope_clear (BoardScope *scope)
{
  g_strfreev (scope->blocks);
  g_strfreev (scope->gps);
  g_strfreev (scope->works);
}

/* "बम्हनी (900102), अकलतरा": a unit, its code, and what it lies in. */
static void
print_unit (PatalDb *db, gint64 id, PatalLang lang)
{
  g_auto (PatalUnit) unit = { 0 };
  g_autofree char *name = patal_unit_name (db, id, lang), *above = NULL;

  if (!patal_unit_load (db, id, &unit, NULL))
    return;
  above = patal_unit_name (db, unit.parent, lang);
  if (unit.lgd_code != NULL)
    fprintf (stderr, "  %s (%s), %s\n", name, unit.lgd_code, above);
  else
    fprintf (stderr, "  %s (%" G_GINT64_FORMAT "), %s\n", name, id, above);
}

static gboolean
say_several (PatalDb *db, const char *word, const GArray *units, PatalLang lang)
{
  fprintf (stderr, _("patal: “%s” is the name of several; say which by the number in brackets:\n"), word);
  for (guint i = 0; i < units->len && i < MOST_NAMED; i++)
    print_unit (db, g_array_index (units, gint64, i), lang);
  if (units->len > MOST_NAMED)
    fprintf (stderr, ngettext ("  … and %u more\n", "  … and %u more\n", units->len - MOST_NAMED), units->len - MOST_NAMED);
  return FALSE;
}

static gboolean
say_error (const GError *error)
{
  patal_call_refuse (error);
  return FALSE;
}

static void
add_all (GHashTable *wanted, const GArray *works)
{
  for (guint i = 0; i < works->len; i++)
    g_hash_table_add (wanted, g_memdup2 (&g_array_index (works, gint64, i), sizeof (gint64)));
}

static gboolean
add_within (PatalDb *db, gint64 unit, GHashTable *wanted)
{
  const PatalWorkFilter filter = { .within = unit, .kind = -1, .status = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) works = patal_work_ids (db, &filter, &error);

  if (works == NULL)
    return say_error (error);
  add_all (wanted, works);
  return TRUE;
}

static gboolean
add_units (PatalDb *db, PatalLevel level, char **words, PatalLang lang, GHashTable *wanted)
{
  for (char **word = words; word != NULL && *word != NULL; word++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) units = patal_unit_named (db, level, *word, &error);

      if (units == NULL)
        return say_error (error);
      if (units->len == 0)
        {
          fprintf (stderr, level == PATAL_LEVEL_BLOCK ? _("patal: There is no block “%s” in this file\n")
                                                      : _("patal: There is no gram panchayat “%s” in this file\n"), *word);
          return FALSE;
        }
      if (units->len > 1)
        return say_several (db, *word, units, lang);
      if (!add_within (db, g_array_index (units, gint64, 0), wanted))
        return FALSE;
    }
  return TRUE;
}

/* "  3306001000001  सी.सी. रोड, अकलतरी": two works may have one code. */
static gboolean
say_several_works (PatalDb *db, const char *code, const GArray *works, PatalLang lang)
{
  fprintf (stderr, _("patal: “%s” is the code of several works; say which by the number before it:\n"), code);
  for (guint i = 0; i < works->len && i < MOST_NAMED; i++)
    {
      g_auto (PatalWork) work = { 0 };
      g_autofree char *place = NULL;

      if (!patal_work_load (db, g_array_index (works, gint64, i), &work, NULL))
        continue;
      place = patal_unit_name (db, work.gp, lang);
      fprintf (stderr, "  %" G_GINT64_FORMAT "  %s, %s\n", work.id, work.name_hi != NULL ? work.name_hi : work.name_en, place);
    }
  return FALSE;
}

/* By the number that patal search prints, or by the work's code, which offices know. */
static gboolean
add_work (PatalDb *db, const char *word, PatalLang lang, GHashTable *wanted)
{
  g_autofree char *digits = patal_text_ascii_digits (word);
  g_auto (PatalWork) work = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) coded = NULL;
  gint64 id;

  if (g_ascii_string_to_signed (digits, 10, 1, G_MAXINT64, &id, NULL) && patal_work_load (db, id, &work, NULL))
    {
      g_hash_table_add (wanted, g_memdup2 (&id, sizeof id));
      return TRUE;
    }
  coded = patal_works_with_code (db, digits, &error);
  if (coded == NULL)
    return say_error (error);
  if (coded->len > 1)
    return say_several_works (db, word, coded, lang);
  if (coded->len == 0)
    {
      fprintf (stderr, _("patal: There is no work with the code or the number “%s”; patal search finds a work's number\n"), word);
      return FALSE;
    }
  add_all (wanted, coded);
  return TRUE;
}

static gboolean
add_works (PatalDb *db, char **words, PatalLang lang, GHashTable *wanted)
{
  for (char **word = words; word != NULL && *word != NULL; word++)
    if (!add_work (db, *word, lang, wanted))
      return FALSE;
  return TRUE;
}

/* One work needs no order, and the list of all of a state's would be most of the time. */
static GArray *
in_order (const BoardScope *scope, PatalDb *db, PatalLang lang, GHashTable *wanted, GError **error)
{
  const PatalWorkFilter filter = { .kind = -1, .status = -1,
                                   .sort = lang == PATAL_LANG_EN ? PATAL_WORK_SORT_GP_EN : PATAL_WORK_SORT_GP_HI };
  GArray *all = NULL;
  guint kept = 0;

  if (g_hash_table_size (wanted) == 1 && !scope->all)
    {
      GHashTableIter iter;
      gpointer id;

      all = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_iter_init (&iter, wanted);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        g_array_append_val (all, *(gint64 *) id);
      return all;
    }
  all = patal_work_ids (db, &filter, error);
  if (all == NULL || scope->all)
    return all;
  for (guint i = 0; i < all->len; i++)
    if (g_hash_table_contains (wanted, &g_array_index (all, gint64, i)))
      g_array_index (all, gint64, kept++) = g_array_index (all, gint64, i);
  g_array_set_size (all, kept);
  return all;
}

GArray *
board_scope_works (const BoardScope *scope, PatalDb *db, PatalLang lang)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) works = NULL;
  g_autoptr (GError) error = NULL;

  if (!add_units (db, PATAL_LEVEL_BLOCK, scope->blocks, lang, wanted) || !add_units (db, PATAL_LEVEL_GP, scope->gps, lang, wanted)
      || !add_works (db, scope->works, lang, wanted))
    return NULL;
  works = in_order (scope, db, lang, wanted, &error);
  if (works == NULL)
    {
      say_error (error);
      return NULL;
    }
  if (works->len == 0)
    {
      fprintf (stderr, "patal: %s\n", _("There are no works there: nothing was written"));
      return NULL;
    }
  return g_steal_pointer (&works);
}
