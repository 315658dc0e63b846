/* patal-person-finder.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-person-finder.h"
#include "patal-place-sql.h"
#include "patal-text.h"
#include "patal-training-private.h"
#include <glib/gi18n-lib.h>

typedef struct { gint64 post, unit; } Held;

typedef struct
{
  gint64 id;
  char  *names[2], *folded[2], *sounds[2]; /* [PatalLang], each (nullable) */
  char  *mobile;                           /* (nullable) */
  GArray *held;                            /* Held */
} Person;

struct _PatalPersonFinder
{
  GPtrArray  *people;
  GHashTable *by_id; /* id → Person, borrowed */
};

static void
person_free (gpointer data)
{
  Person *person = data;

  for (int lang = 0; lang < 2; lang++)
    {
      g_free (person->names[lang]);
      g_free (person->folded[lang]);
      g_free (person->sounds[lang]);
    }
  g_free (person->mobile);
  g_array_unref (person->held);
  g_free (person);
}

void
patal_person_finder_free (PatalPersonFinder *finder)
{
  if (finder == NULL)
    return;
  g_hash_table_unref (finder->by_id);
  g_ptr_array_unref (finder->people);
  g_free (finder);
}

static void
add_person (PatalPersonFinder *finder, PatalRows *rows)
{
  Person *person = g_new0 (Person, 1);

  person->id = patal_rows_int (rows, 0);
  for (int lang = 0; lang < 2; lang++)
    {
      const char *name = patal_rows_text (rows, 1 + lang);

      person->names[lang] = g_strdup (name);
      person->folded[lang] = name != NULL ? patal_text_fold (name, PATAL_FOLD_MATCH) : NULL;
      person->sounds[lang] = name != NULL ? patal_text_phonetic (name) : NULL;
    }
  person->mobile = g_strdup (patal_rows_text (rows, 3));
  person->held = g_array_new (FALSE, FALSE, sizeof (Held));
  g_ptr_array_add (finder->people, person);
  g_hash_table_insert (finder->by_id, &person->id, person);
}

G_STATIC_ASSERT (PATAL_LANG_HI == 0 && PATAL_LANG_EN == 1); /* as the columns below */

PatalPersonFinder *
patal_person_finder_new (PatalDb *db, PatalDay day, GError **error)
{
  PatalPersonFinder *finder = g_new0 (PatalPersonFinder, 1);
  g_autofree char *iso = patal_day_iso (day);
  g_auto (PatalRows) people = patal_db_query (db, "SELECT id, name_hi, name_en, mobile FROM person ORDER BY id", PATAL_NO_ARGS);
  g_auto (PatalRows) held = patal_db_query (db, "SELECT person, post, unit FROM posting AS p WHERE " PATAL_SQL_CURRENT ("p", "?1"),
                                            PATAL_ARGS (PATAL_TEXT (iso)));

  finder->people = g_ptr_array_new_with_free_func (person_free);
  finder->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  while (patal_rows_next (&people))
    add_person (finder, &people);
  while (patal_rows_next (&held))
    {
      gint64 id = patal_rows_int (&held, 0);
      Held one = { patal_rows_int (&held, 1), patal_rows_int (&held, 2) };
      Person *person = g_hash_table_lookup (finder->by_id, &id);

      if (person != NULL)
        g_array_append_val (person->held, one);
    }
  if (patal_rows_finish (&people, error) && patal_rows_finish (&held, error))
    return finder;
  patal_person_finder_free (finder);
  return NULL;
}

typedef struct
{
  const PatalPersonRow *row;
  const GArray         *among; /* (nullable) (element-type gint64): only these */
  char                 *folded[2], *sounds[2];
} Wanted;

static void
wanted_clear (Wanted *wanted)
{
  for (int lang = 0; lang < 2; lang++)
    {
      g_free (wanted->folded[lang]);
      g_free (wanted->sounds[lang]);
    }
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

static gboolean
is_called (const Person *person, const Wanted *wanted)
{
  for (int lang = 0; lang < 2; lang++)
    if (wanted->folded[lang] != NULL && g_strcmp0 (person->folded[lang], wanted->folded[lang]) == 0)
      return TRUE;
  return FALSE;
}

/* In either script. */
static gboolean
sounds_like (const Person *person, const Wanted *wanted)
{
  for (int ours = 0; ours < 2; ours++)
    for (int theirs = 0; theirs < 2; theirs++)
      if (wanted->sounds[theirs] != NULL && *wanted->sounds[theirs] != '\0'
          && g_strcmp0 (person->sounds[ours], wanted->sounds[theirs]) == 0)
        return TRUE;
  return FALSE;
}

/* Whether the person holds what the row says, as far as it says anything. */
static gboolean
is_there (const Person *person, const PatalPersonRow *row)
{
  for (guint i = 0; i < person->held->len; i++)
    {
      const Held *held = &g_array_index (person->held, Held, i);

      if ((row->post == NULL || held->post == row->post->id) && (row->unit == 0 || held->unit == row->unit))
        return TRUE;
    }
  return row->post == NULL && row->unit == 0;
}

static gboolean
is_among (const Person *person, const Wanted *wanted)
{
  return wanted->among == NULL || patal_training_has (wanted->among, person->id);
}

static PatalPersonMatch
match_mobile (PatalPersonFinder *finder, const Wanted *wanted)
{
  for (guint i = 0; wanted->row->mobile != NULL && i < finder->people->len; i++)
    {
      const Person *person = g_ptr_array_index (finder->people, i);

      if (g_strcmp0 (person->mobile, wanted->row->mobile) == 0 && is_among (person, wanted))
        return (PatalPersonMatch) { person->id, is_called (person, wanted) || sounds_like (person, wanted)
                                                  ? NULL : N_("“{1}” has this mobile number: is it the same person?") };
    }
  return (PatalPersonMatch) { 0 };
}

typedef gboolean (*Likeness) (const Person *person, const Wanted *wanted);

/* Those that are @like the one wanted; of several the first. @there: who also holds what the row says. */
static guint
count (PatalPersonFinder *finder, const Wanted *wanted, Likeness like, gboolean there, gint64 *first)
{
  guint n = 0;

  for (guint i = 0; i < finder->people->len; i++)
    {
      const Person *person = g_ptr_array_index (finder->people, i);

      if (is_among (person, wanted) && like (person, wanted) && (!there || is_there (person, wanted->row)) && n++ == 0)
        *first = person->id;
    }
  return n;
}

static PatalPersonMatch
match_name (PatalPersonFinder *finder, const Wanted *wanted)
{
  gboolean placed = wanted->row->unit != 0 || wanted->among != NULL;
  gint64 person = 0;
  guint n = count (finder, wanted, is_called, TRUE, &person);

  if (n == 1 && placed)
    return (PatalPersonMatch) { person, NULL };
  if (n > 1)
    return (PatalPersonMatch) { person, N_("There are several people called “{1}”: is it the first of them?") };
  if (n == 1)
    return (PatalPersonMatch) { person, N_("One person is called “{1}”, and the row does not say where: is it this one?") };
  if (count (finder, wanted, sounds_like, TRUE, &person) > 0 && placed)
    return (PatalPersonMatch) { person, N_("“{1}” is there and sounds the same: is it this one?") };
  if (count (finder, wanted, is_called, FALSE, &person) > 0)
    return (PatalPersonMatch) { person, N_("“{1}” holds another post, or elsewhere: is it the same person?") };
  return (PatalPersonMatch) { 0 };
}

PatalPersonMatch
patal_person_finder_find (PatalPersonFinder *finder, const PatalPersonRow *row)
{
  return patal_person_finder_among (finder, row, NULL);
}

PatalPersonMatch
patal_person_finder_among (PatalPersonFinder *finder, const PatalPersonRow *row, const GArray *people)
{
  g_auto (Wanted) wanted = { .row = row, .among = people };
  PatalPersonMatch match;

  for (int lang = 0; lang < 2; lang++)
    if (row->names[lang] != NULL)
      {
        wanted.folded[lang] = patal_text_fold (row->names[lang], PATAL_FOLD_MATCH);
        wanted.sounds[lang] = patal_text_phonetic (row->names[lang]);
      }
  match = match_mobile (finder, &wanted);
  return match.person != 0 ? match : match_name (finder, &wanted);
}

static const Person *
person_of (PatalPersonFinder *finder, gint64 id)
{
  return g_hash_table_lookup (finder->by_id, &id);
}

const char *
patal_person_finder_name (PatalPersonFinder *finder, gint64 id)
{
  const Person *person = person_of (finder, id);

  if (person == NULL)
    return NULL;
  return person->names[PATAL_LANG_HI] != NULL ? person->names[PATAL_LANG_HI] : person->names[PATAL_LANG_EN];
}

gboolean
patal_person_finder_holds (PatalPersonFinder *finder, gint64 id)
{
  const Person *person = person_of (finder, id);

  return person != NULL && person->held->len > 0;
}
