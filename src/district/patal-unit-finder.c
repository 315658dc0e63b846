/* patal-unit-finder.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-unit-finder.h"
#include "patal-label.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define NOWHERE G_MAXUINT
#define SEVERAL (G_MAXUINT - 1)

typedef struct
{
  gint64     id, parent_id;
  guint      parent; /* index, NOWHERE above a state */
  PatalLevel level;
  char      *names[2]; /* [PatalLang] */
} Known;

struct _PatalUnitFinder
{
  GArray     *units;   /* of Known */
  GHashTable *by_id;   /* id → index + 1 */
  GHashTable *by_key;  /* "3#125046" (code), "3=name" (folded), "3~sound" → GArray of indexes */
};

static void
known_clear (gpointer data)
{
  Known *known = data;

  g_free (known->names[PATAL_LANG_HI]);
  g_free (known->names[PATAL_LANG_EN]);
}

static Known *
known_at (PatalUnitFinder *finder, guint index)
{
  return &g_array_index (finder->units, Known, index);
}

void
patal_unit_finder_free (PatalUnitFinder *finder)
{
  if (finder == NULL)
    return;
  g_clear_pointer (&finder->by_key, g_hash_table_unref);
  g_clear_pointer (&finder->by_id, g_hash_table_unref);
  g_clear_pointer (&finder->units, g_array_unref);
  g_free (finder);
}

/* What sheets write before a name, folded; the name alone stands in the file. */
static const char *
without_tier (const char *folded)
{
  static const char *const tiers[] = {
    "ग्राम पंचायत", "ग्रा पं", "ग्रा प", "जनपद पंचायत", "क्षेत्र पंचायत", "पंचायत समिति", "विकासखंड", "विकास खंड", "प्रखंड", "जिला पंचायत",
    "जिला", "gram panchayat", "grampanchayat", "gp", "g p", "block", "janpad panchayat", "district", "zila", "zilla",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tiers); i++)
    if (g_str_has_prefix (folded, tiers[i]) && folded[strlen (tiers[i])] == ' ')
      return folded + strlen (tiers[i]) + 1;
  return folded;
}

static char *
name_key (PatalLevel level, const char *name)
{
  g_autofree char *folded = patal_text_fold (name, PATAL_FOLD_SEARCH);
  g_auto (GStrv) words = g_strsplit (without_tier (folded), " ", -1);
  g_autofree char *joined = g_strjoinv ("", words);

  return *joined != '\0' ? g_strdup_printf ("%d=%s", (int) level, joined) : NULL;
}

static char *
sound_key (PatalLevel level, const char *name)
{
  g_autofree char *folded = patal_text_fold (name, PATAL_FOLD_SEARCH);
  g_autofree char *sound = patal_text_phonetic (without_tier (folded));
  g_auto (GStrv) words = g_strsplit (sound, " ", -1);
  g_autofree char *joined = g_strjoinv ("", words);

  return *joined != '\0' ? g_strdup_printf ("%d~%s", (int) level, joined) : NULL;
}

static char *
code_key (PatalLevel level, const char *code)
{
  return g_strdup_printf ("%d#%s", (int) level, code + strspn (code, "0"));
}

static void
enter (PatalUnitFinder *finder, guint index, char *key)
{
  g_autofree char *owned = key;
  GArray *found;

  if (owned == NULL)
    return;
  found = g_hash_table_lookup (finder->by_key, owned);
  if (found == NULL)
    {
      found = g_array_sized_new (FALSE, FALSE, sizeof (guint), 1);
      g_hash_table_insert (finder->by_key, g_steal_pointer (&owned), found);
    }
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, guint, i) == index)
      return;
  g_array_append_val (found, index);
}

static void
enter_name (PatalUnitFinder *finder, guint index, const char *name)
{
  PatalLevel level = known_at (finder, index)->level;

  if (name == NULL)
    return;
  enter (finder, index, name_key (level, name));
  enter (finder, index, sound_key (level, name));
}

static guint
index_of (PatalUnitFinder *finder, gint64 id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (finder->by_id, &id)) - 1;
}

static PatalLevel
level_of_id (const char *id)
{
  PatalLevel level = 0;

  while (level + 1 < PATAL_N_LEVELS && g_strcmp0 (id, patal_level_id (level)) != 0)
    level++;
  return level;
}

static gboolean
read_units (PatalUnitFinder *finder, PatalDb *db, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT id, parent, level, name_hi, name_en, lgd_code FROM unit WHERE level <> 'village'",
                                            PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    {
      Known known = { patal_rows_int (&rows, 0),
                      patal_rows_int (&rows, 1),
                      NOWHERE,
                      level_of_id (patal_rows_text (&rows, 2)),
                      { g_strdup (patal_rows_text (&rows, 3)), g_strdup (patal_rows_text (&rows, 4)) } };
      gint64 *id = g_memdup2 (&known.id, sizeof known.id);
      guint index = finder->units->len;

      g_array_append_val (finder->units, known);
      g_hash_table_insert (finder->by_id, id, GUINT_TO_POINTER (index + 1));
      enter_name (finder, index, known.names[PATAL_LANG_HI]);
      enter_name (finder, index, known.names[PATAL_LANG_EN]);
      if (!patal_rows_null (&rows, 5))
        enter (finder, index, code_key (known.level, patal_rows_text (&rows, 5)));
    }
  for (guint i = 0; i < finder->units->len; i++)
    known_at (finder, i)->parent = index_of (finder, known_at (finder, i)->parent_id);
  return patal_rows_finish (&rows, error);
}

static gboolean
read_aliases (PatalUnitFinder *finder, PatalDb *db, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db, "SELECT unit, name FROM unit_alias", PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    {
      guint index = index_of (finder, patal_rows_int (&rows, 0));

      if (index != NOWHERE)
        enter_name (finder, index, patal_rows_text (&rows, 1));
    }
  return patal_rows_finish (&rows, error);
}

PatalUnitFinder *
patal_unit_finder_new (PatalDb *db, GError **error)
{
  g_autoptr (PatalUnitFinder) finder = g_new0 (PatalUnitFinder, 1);

  finder->units = g_array_new (FALSE, FALSE, sizeof (Known));
  g_array_set_clear_func (finder->units, known_clear);
  finder->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  finder->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  return read_units (finder, db, error) && read_aliases (finder, db, error) ? g_steal_pointer (&finder)
                                                                            : NULL;
}

static gboolean
lies_in (PatalUnitFinder *finder, guint index, guint above)
{
  if (above == NOWHERE)
    return TRUE;
  while (index != NOWHERE && index != above)
    index = known_at (finder, index)->parent;
  return index == above;
}

/* The only unit below @above with @key (owned, (nullable)); NOWHERE, or SEVERAL. */
static guint
look_up (PatalUnitFinder *finder, char *key, guint above)
{
  g_autofree char *owned = key;
  GArray *found = owned != NULL ? g_hash_table_lookup (finder->by_key, owned) : NULL;
  guint only = NOWHERE;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      guint index = g_array_index (found, guint, i);

      if (!lies_in (finder, index, above))
        continue;
      if (only != NOWHERE)
        return SEVERAL;
      only = index;
    }
  return only;
}

static gboolean
is_code (const char *text)
{
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

typedef struct { guint index; gboolean unsure; } Step;

static Step
find_by_name (PatalUnitFinder *finder, const PatalUnitWords *words, PatalLevel level, guint above)
{
  Step step = { NOWHERE, FALSE };

  for (int i = 0; i < 2; i++)
    {
      const char *name = words->names[i];
      guint found
          = name == NULL
                ? NOWHERE
                : look_up (finder, is_code (name) ? code_key (level, name) : name_key (level, name), above);

      if (found < SEVERAL)
        return (Step) { found, FALSE };
      if (found == SEVERAL)
        step.index = SEVERAL;
    }
  for (int i = 0; i < 2 && step.index == NOWHERE; i++)
    {
      const char *name = words->names[i];
      guint found = name == NULL ? NOWHERE : look_up (finder, sound_key (level, name), above);

      /* In a script in which the file has no name the sound is all that can agree. */
      if (found < SEVERAL)
        step = (Step) {
          found,
          known_at (finder, found)->names[patal_text_has_devanagari (name) ? PATAL_LANG_HI : PATAL_LANG_EN]
              != NULL
        };
    }
  return step;
}

static Step
find_step (PatalUnitFinder *finder, const PatalUnitWords *words, PatalLevel level, guint above)
{
  guint found = words->code != NULL ? look_up (finder, code_key (level, words->code), above) : NOWHERE;

  return found < SEVERAL ? (Step) { found, FALSE } : find_by_name (finder, words, level, above);
}

static const char *
first_word (const PatalUnitWords *words)
{
  return words->names[0] != NULL ? words->names[0] : words->names[1] != NULL ? words->names[1] : words->code;
}

static const char *
known_name (const Known *known, PatalLang lang)
{
  return known->names[lang] != NULL ? known->names[lang]
                                    : known->names[lang == PATAL_LANG_HI ? PATAL_LANG_EN : PATAL_LANG_HI];
}

static char *
say_missing (PatalLevel level, const char *word, guint found, guint above)
{
  static const char *const none[PATAL_N_LEVELS] = {
    [PATAL_LEVEL_DISTRICT] = N_("There is no district “{1}” in the file"),
    [PATAL_LEVEL_BLOCK] = N_("There is no block “{1}” in the file; import the units first, or correct the name"),
    [PATAL_LEVEL_GP] = N_("There is no gram panchayat “{1}” there; import the units first, or correct the name"),
  };
  static const char *const several[PATAL_N_LEVELS] = {
    [PATAL_LEVEL_DISTRICT] = N_("Several districts are called “{1}”: give the code"),
    [PATAL_LEVEL_BLOCK] = N_("Several blocks are called “{1}”: give the district, or the code"),
    [PATAL_LEVEL_GP] = N_("Several gram panchayats are called “{1}”: give the block, or the code"),
  };

  if (found == SEVERAL && level == PATAL_LEVEL_GP && above != NOWHERE)
    return patal_label_text (PATAL_LABEL (N_("Several gram panchayats there are called “{1}”: give the LGD code"), word), NULL);
  return patal_label_text (PATAL_LABEL (found == SEVERAL ? several[level] : none[level], word), NULL);
}

static char *
say_incomplete (PatalLevel wanted)
{
  return g_strdup (wanted == PATAL_LEVEL_GP ? _("Say which gram panchayat it is")
                   : wanted == PATAL_LEVEL_BLOCK ? _("Say which block it is") : _("Say which district it is"));
}

PatalUnitMatch
patal_unit_finder_find (PatalUnitFinder *finder, const PatalUnitWords words[PATAL_N_LEVELS],
                        PatalLevel wanted)
{
  PatalUnitMatch match = { .level = wanted };
  guint at = NOWHERE;

  for (PatalLevel level = PATAL_LEVEL_DISTRICT; level <= PATAL_LEVEL_GP; level++)
    {
      Step step;

      if (first_word (&words[level]) == NULL)
        continue;
      step = find_step (finder, &words[level], level, at);
      if (step.index == NOWHERE && wanted < level) /* the office of a block, in the column of gram panchayats */
        step = find_by_name (finder, &words[level], wanted, at);
      if (step.index >= SEVERAL)
        {
          g_free (match.reason);
          return (PatalUnitMatch) { 0, FALSE, level,
                                   say_missing (level, first_word (&words[level]), step.index, at) };
        }
      if (step.unsure && match.reason == NULL)
        {
          match.unsure = TRUE;
          match.level = level;
          match.reason = patal_label_text (
              PATAL_LABEL (N_("“{1}” is not in the file; it sounds like “{2}”: is it that one?"),
                           first_word (&words[level]),
                           known_name (known_at (finder, step.index), PATAL_LANG_HI)),
              NULL);
        }
      at = step.index;
    }
  while (at != NOWHERE && known_at (finder, at)->level > wanted)
    at = known_at (finder, at)->parent;
  if (at == NOWHERE && wanted <= PATAL_LEVEL_DISTRICT)
    match.unit = patal_unit_finder_only (finder, wanted);
  else if (at != NOWHERE && known_at (finder, at)->level == wanted)
    match.unit = known_at (finder, at)->id;
  if (match.unit == 0)
    {
      g_free (match.reason);
      match = (PatalUnitMatch) { 0, FALSE, wanted, say_incomplete (wanted) };
    }
  return match;
}

gboolean
patal_unit_words_any (const PatalUnitWords words[PATAL_N_LEVELS])
{
  for (PatalLevel level = PATAL_LEVEL_DISTRICT; level <= PATAL_LEVEL_GP; level++)
    if (first_word (&words[level]) != NULL)
      return TRUE;
  return FALSE;
}

gint64
patal_unit_finder_above (PatalUnitFinder *finder, gint64 unit, PatalLevel level)
{
  guint at = index_of (finder, unit);

  while (at != NOWHERE && known_at (finder, at)->level > level)
    at = known_at (finder, at)->parent;
  return at != NOWHERE && known_at (finder, at)->level == level ? known_at (finder, at)->id : 0;
}

const char *
patal_unit_finder_name (PatalUnitFinder *finder, gint64 unit, PatalLang lang)
{
  guint at = index_of (finder, unit);

  return at != NOWHERE ? known_name (known_at (finder, at), lang) : "";
}

gint64
patal_unit_finder_only (PatalUnitFinder *finder, PatalLevel level)
{
  gint64 only = 0;

  for (guint i = 0; i < finder->units->len; i++)
    {
      const Known *known = known_at (finder, i);

      if (known->level != level)
        continue;
      if (only != 0)
        return 0;
      only = known->id;
    }
  return only;
}
