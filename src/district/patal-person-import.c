/* patal-person-import.c: people and the posts they hold, out of the sheets of an office
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-person-part.h"
#include "patal-label.h"
#include "patal-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define OF_FILE G_MAXUINT

typedef struct /* a person of the file, or whom a row brings; strings are the job's or the cells' */
{
  gint64      id;         /* 0: not in the file (yet) */
  guint       row;        /* OF_FILE, or the row */
  const char *names[2];   /* [PatalLang] */
  const char *mobile, *email, *guardian;
  PatalGender gender;
  PatalSocial social;
  gint64      main_unit;  /* of the main charge of a staff post; 0: none */
  gint64      main_posting;
  gboolean    holds;      /* any post */
} Someone;

typedef struct /* a post held today, or from now on by a row */
{
  guint       who;        /* index of Someone */
  PatalCharge charge;
  gint64      posting;    /* 0: a row's */
} Held;

typedef enum { DOUBT_NONE, DOUBT_PLACE, DOUBT_PERSON, DOUBT_TAKEN, DOUBT_TWO_MAIN } Doubt;

typedef struct /* what is to be done with a row */
{
  guint       who, other; /* the row's person; DOUBT_PERSON, DOUBT_TAKEN: whom it may be */
  gboolean    may_merge;  /* @who is new, and may turn out to be @other */
  Doubt       doubt;
  PatalCharge charge;
  PatalFate   fate;       /* of this part of the row */
  gint64      replaced;   /* the posting that ends when a doubtful row is taken; 0: none */
} Plan;

typedef struct
{
  PatalUnitFinder *units;
  PatalPostFinder *posts;
  GArray          *people;    /* of Someone */
  GHashTable      *by_mobile, *by_name; /* → GArray of guint */
  GHashTable      *held;      /* "post:unit" → GArray of Held */
  GHashTable      *plans;     /* row and part → Plan */
  GStringChunk    *strings;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job == NULL)
    return;
  patal_unit_finder_free (job->units);
  patal_post_finder_free (job->posts);
  g_array_unref (job->people);
  g_hash_table_unref (job->by_mobile);
  g_hash_table_unref (job->by_name);
  g_hash_table_unref (job->held);
  g_hash_table_unref (job->plans);
  g_string_chunk_free (job->strings);
  g_free (job);
}

static Someone *
someone (Job *job, guint index)
{
  return &g_array_index (job->people, Someone, index);
}

/* (transfer full): the name as it is compared: without श्री. */
static char *
bare_name (const char *name)
{
  static const char *const titles[] = { "श्री ", "श्रीमती ", "श्रीमति ", "कुमारी ", "कु ", "सुश्री ", "डा ", "डॉ ", "shri ", "smt ", "mr ", "mrs ", "ms ", "ku ", "dr " };
  g_autofree char *folded = patal_text_fold (name, PATAL_FOLD_SEARCH);
  const char *bare = folded;

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_has_prefix (bare, titles[i]))
      bare += strlen (titles[i]);
  return patal_text_fold (bare, PATAL_FOLD_MATCH);
}

static void
note (GHashTable *table, char *key, guint index)
{
  GArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (table, g_strdup (key), list);
    }
  g_array_append_val (list, index);
}

static guint
add_someone (Job *job, const Someone *new)
{
  guint index = job->people->len;

  g_array_append_val (job->people, *new);
  if (new->mobile != NULL)
    note (job->by_mobile, (char *) new->mobile, index);
  for (int lang = 0; lang < 2; lang++)
    if (new->names[lang] != NULL)
      {
        g_autofree char *bare = bare_name (new->names[lang]);

        note (job->by_name, bare, index);
      }
  return index;
}

static char *
held_key (gint64 post, gint64 unit)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, post, unit);
}

static void
add_held (Job *job, gint64 post, gint64 unit, const Held *held)
{
  g_autofree char *key = held_key (post, unit);
  GArray *list = g_hash_table_lookup (job->held, key);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (Held));
      g_hash_table_insert (job->held, g_steal_pointer (&key), list);
    }
  g_array_append_val (list, *held);
}

static const char *
keep (Job *job, const char *text)
{
  return text != NULL ? g_string_chunk_insert (job->strings, text) : NULL;
}

static gboolean
read_people (Job *job, GHashTable *index_of, PatalDb *db, GError **error)
{
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT id, name_hi, name_en, mobile, email, guardian,"
    " CASE gender WHEN 'female' THEN 1 WHEN 'male' THEN 2 WHEN 'other' THEN 3 ELSE 0 END,"
    " CASE social WHEN 'sc' THEN 1 WHEN 'st' THEN 2 WHEN 'other' THEN 3 ELSE 0 END FROM person", PATAL_NO_ARGS);

  while (patal_rows_next (&rows))
    {
      Someone known = { .id = patal_rows_int (&rows, 0), .row = OF_FILE };
      gint64 *id = g_memdup2 (&known.id, sizeof known.id);

      known.names[PATAL_LANG_HI] = keep (job, patal_rows_text (&rows, 1));
      known.names[PATAL_LANG_EN] = keep (job, patal_rows_text (&rows, 2));
      known.mobile = keep (job, patal_rows_text (&rows, 3));
      known.email = keep (job, patal_rows_text (&rows, 4));
      known.guardian = keep (job, patal_rows_text (&rows, 5));
      known.gender = (PatalGender) patal_rows_int (&rows, 6);
      known.social = (PatalSocial) patal_rows_int (&rows, 7);
      g_hash_table_insert (index_of, id, GUINT_TO_POINTER (add_someone (job, &known) + 1));
    }
  return patal_rows_finish (&rows, error);
}

G_STATIC_ASSERT (PATAL_GENDER_FEMALE == 1 && PATAL_GENDER_MALE == 2 && PATAL_GENDER_OTHER == 3);
G_STATIC_ASSERT (PATAL_SOCIAL_SC == 1 && PATAL_SOCIAL_ST == 2 && PATAL_SOCIAL_OTHER == 3);

static gboolean
read_held (Job *job, GHashTable *index_of, PatalDb *db, GError **error)
{
  g_autofree char *today = patal_day_iso (patal_day_today ());
  g_auto (PatalRows) rows = patal_db_query (db,
    "SELECT posting.id, person, post, unit, charge = 'main', kind = 'staff' FROM posting JOIN post ON post.id = post"
    " WHERE ifnull (to_day, '9999-12-31') >= ?1", PATAL_ARGS (PATAL_TEXT (today)));

  while (patal_rows_next (&rows))
    {
      gint64 person = patal_rows_int (&rows, 1);
      guint who = GPOINTER_TO_UINT (g_hash_table_lookup (index_of, &person)) - 1;
      gboolean main_charge = patal_rows_int (&rows, 4) != 0;
      Held held
          = { who, main_charge ? PATAL_CHARGE_MAIN : PATAL_CHARGE_ADDITIONAL, patal_rows_int (&rows, 0) };

      someone (job, who)->holds = TRUE;
      if (main_charge && patal_rows_int (&rows, 5) != 0)
        {
          someone (job, who)->main_unit = patal_rows_int (&rows, 3);
          someone (job, who)->main_posting = held.posting;
        }
      add_held (job, patal_rows_int (&rows, 2), patal_rows_int (&rows, 3), &held);
    }
  return patal_rows_finish (&rows, error);
}

static gboolean
check_columns (const gboolean *mapped, GError **error)
{
  gboolean place = mapped[PATAL_PERSON_FIELD_GP] || mapped[PATAL_PERSON_FIELD_GP_HI]
                   || mapped[PATAL_PERSON_FIELD_GP_CODE];

  if (patal_person_part_any (mapped))
    return TRUE;
  if (!mapped[PATAL_PERSON_FIELD_NAME_HI] && !mapped[PATAL_PERSON_FIELD_NAME_EN])
    g_set_error_literal (error, PATAL_PERSON_ERROR, PATAL_PERSON_ERROR_NAME, _("A list of people needs a column with the name"));
  else if (place && !mapped[PATAL_PERSON_FIELD_POST])
    g_set_error_literal (error, PATAL_PERSON_ERROR, PATAL_PERSON_ERROR_NAME,
                         _("The list names gram panchayats but no post: add a column with the post (for example Panchayat secretary in each row)"));
  else
    return TRUE;
  return FALSE;
}

static gpointer
begin (PatalDb *db, const gboolean *mapped, GError **error)
{
  g_autoptr (GHashTable) index_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Job *job;

  if (!check_columns (mapped, error))
    return NULL;
  job = g_new0 (Job, 1);
  job->people = g_array_new (FALSE, FALSE, sizeof (Someone));
  job->by_mobile = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  job->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  job->held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  job->plans = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  job->strings = g_string_chunk_new (4096);
  job->units = patal_unit_finder_new (db, error);
  job->posts = job->units != NULL ? patal_post_finder_new (db, error) : NULL;
  if (job->posts != NULL && read_people (job, index_of, db, error) && read_held (job, index_of, db, error))
    return job;
  job_free (job);
  return NULL;
}

/* In one script the letters must agree; where each has the name in another script, the sound. */
static gboolean
same_name (const Someone *known, const PatalPersonRow *row)
{
  gboolean compared = FALSE;

  for (int lang = 0; lang < 2; lang++)
    {
      g_autofree char *a = NULL, *b = NULL;

      if (known->names[lang] == NULL || row->names[lang] == NULL)
        continue;
      compared = TRUE;
      a = bare_name (known->names[lang]);
      b = bare_name (row->names[lang]);
      if (g_str_equal (a, b))
        return TRUE;
    }
  if (!compared)
    for (int lang = 0; lang < 2; lang++)
      if (known->names[lang] != NULL && row->names[!lang] != NULL)
        {
          g_autofree char *a = patal_text_phonetic (known->names[lang]),
                          *b = patal_text_phonetic (row->names[!lang]);

          return *a != '\0' && g_str_equal (a, b);
        }
  return FALSE;
}

static GArray *
holders_of (Job *job, const PatalPersonRow *row)
{
  g_autofree char *key = row->post != NULL ? held_key (row->post->id, row->unit) : g_strdup ("");

  return g_hash_table_lookup (job->held, key);
}

static gboolean
mobiles_differ (const Someone *known, const PatalPersonRow *row)
{
  return known->mobile != NULL && row->mobile != NULL && !g_str_equal (known->mobile, row->mobile);
}

typedef struct
{
  guint       who;    /* G_MAXUINT: nobody */
  const char *reason; /* (nullable): a message id; then it is only perhaps this one */
} Guess;

/* One mobile is one person's, unless the name is another's. */
static Guess
guess_by_mobile (Job *job, const PatalPersonRow *row)
{
  GArray *same = row->mobile != NULL ? g_hash_table_lookup (job->by_mobile, row->mobile) : NULL;

  for (guint i = 0; same != NULL && i < same->len; i++)
    if (same_name (someone (job, g_array_index (same, guint, i)), row))
      return (Guess) { g_array_index (same, guint, i), NULL };
  if (same != NULL)
    return (Guess) { g_array_index (same, guint, 0), N_("“{1}” has the same mobile number: is it the same person?") };
  return (Guess) { G_MAXUINT, NULL };
}

static Guess
guess_by_post (Job *job, const PatalPersonRow *row)
{
  GArray *holders = holders_of (job, row);

  for (guint i = 0; holders != NULL && i < holders->len; i++)
    {
      guint who = g_array_index (holders, Held, i).who;

      if (!same_name (someone (job, who), row))
        continue;
      return (Guess) { who, mobiles_differ (someone (job, who), row) ? N_("“{1}” holds this post with another mobile number: is it the same person?")
                                                                     : NULL };
    }
  return (Guess) { G_MAXUINT, NULL };
}

static gboolean
holds_nearby (Job *job, guint who, const PatalPersonRow *row)
{
  const Someone *known = someone (job, who);

  return known->main_unit != 0
         && (known->main_unit == row->unit
             || (row->charge_said && row->charge == PATAL_CHARGE_ADDITIONAL
                 && patal_unit_finder_above (job->units, known->main_unit, PATAL_LEVEL_BLOCK)
                    == patal_unit_finder_above (job->units, row->unit, PATAL_LEVEL_BLOCK)));
}

/* Names are common: another one counts only in the same place, for an additional charge in the same block, or
   where neither holds a post. */
static Guess
guess_by_name (Job *job, const PatalPersonRow *row)
{
  for (int lang = 0; lang < 2; lang++)
    {
      g_autofree char *bare = row->names[lang] != NULL ? bare_name (row->names[lang]) : g_strdup ("");
      GArray *same = g_hash_table_lookup (job->by_name, bare);

      for (guint i = 0; same != NULL && i < same->len; i++)
        {
          guint who = g_array_index (same, guint, i);

          if (row->post == NULL && !someone (job, who)->holds)
            return (Guess) { who, mobiles_differ (someone (job, who), row) ? N_("“{1}” has this name: is it the same person?") : NULL };
          if (row->post != NULL && !mobiles_differ (someone (job, who), row) && holds_nearby (job, who, row))
            return (Guess) { who, N_("“{1}” holds a post near there: is it the same person?") };
        }
    }
  return (Guess) { G_MAXUINT, NULL };
}

static Guess
guess_who (Job *job, const PatalPersonRow *row)
{
  Guess guess = guess_by_mobile (job, row);

  if (guess.who == G_MAXUINT)
    guess = guess_by_post (job, row);
  return guess.who == G_MAXUINT ? guess_by_name (job, row) : guess;
}

static const char *
name_of (const Someone *known)
{
  return known->names[PATAL_LANG_HI] != NULL ? known->names[PATAL_LANG_HI] : known->names[PATAL_LANG_EN];
}

static void
ask (Job *job, PatalVerdict *verdict, Plan *plan, Doubt doubt, guint other, int field, const char *sentence)
{
  const Someone *candidate = someone (job, other);

  plan->doubt = doubt;
  plan->other = other;
  verdict->fate = PATAL_FATE_DOUBTFUL;
  verdict->question = g_quark_from_string (sentence);
  verdict->candidate = candidate->row == OF_FILE ? candidate->id : -1 - (gint64) candidate->row;
  verdict->field = field;
  verdict->reason = patal_label_text (PATAL_LABEL (sentence, name_of (candidate)), NULL);
}

/* Whether the row tells more of @known than was known. */
static gboolean
adds_to (const Someone *known, const PatalPersonRow *row)
{
  return (row->names[0] != NULL && known->names[0] == NULL)
         || (row->names[1] != NULL && known->names[1] == NULL)
         || (row->mobile != NULL && known->mobile == NULL)
         || (row->email != NULL && g_strcmp0 (row->email, known->email) != 0)
         || (row->guardian != NULL && g_strcmp0 (row->guardian, known->guardian) != 0)
         || (row->gender != PATAL_GENDER_UNKNOWN && row->gender != known->gender)
         || (row->social != PATAL_SOCIAL_UNKNOWN && row->social != known->social);
}

/* What the row adds is known to the rows after it. */
static void
learn (Job *job, guint who, const PatalPersonRow *row)
{
  Someone *known = someone (job, who);

  for (int lang = 0; lang < 2; lang++)
    if (known->names[lang] == NULL)
      known->names[lang] = row->names[lang];
  if (known->mobile == NULL && row->mobile != NULL)
    {
      known->mobile = keep (job, row->mobile);
      note (job->by_mobile, (char *) known->mobile, who);
    }
  if (row->email != NULL)
    known->email = row->email;
  if (row->guardian != NULL)
    known->guardian = row->guardian;
  if (row->gender != PATAL_GENDER_UNKNOWN)
    known->gender = row->gender;
  if (row->social != PATAL_SOCIAL_UNKNOWN)
    known->social = row->social;
}

static const Held *
held_by (Job *job, const PatalPersonRow *row, guint who)
{
  GArray *holders = holders_of (job, row);

  for (guint i = 0; holders != NULL && i < holders->len; i++)
    if (g_array_index (holders, Held, i).who == who)
      return &g_array_index (holders, Held, i);
  return NULL;
}

/* The one who stands in the way of one more main charge; NULL where there is room. */
static const Held *
in_the_way (Job *job, const PatalPersonRow *row)
{
  GArray *holders = holders_of (job, row);
  const Held *first = NULL;
  int n = 0;

  for (guint i = 0; holders != NULL && i < holders->len; i++)
    {
      const Held *held = &g_array_index (holders, Held, i);

      if (held->charge != PATAL_CHARGE_MAIN)
        continue;
      first = first != NULL ? first : held;
      n++;
    }
  return row->post->expected > 0 && n >= row->post->expected ? first : NULL;
}

/* The post that the row gives to plan->who. TRUE when that is something new. */
static gboolean
judge_posting (Job *job, const PatalPersonRow *row, Plan *plan, PatalVerdict *verdict)
{
  Someone *who = someone (job, plan->who);
  const Held *held = held_by (job, row, plan->who), *other;
  gboolean staff = row->post->kind == PATAL_POST_STAFF, main_elsewhere = staff && who->main_unit != 0;

  if (held != NULL)
    {
      plan->charge = row->charge_said ? row->charge : held->charge;
      return plan->charge != held->charge;
    }
  plan->charge = row->charge_said ? row->charge
                 : main_elsewhere ? PATAL_CHARGE_ADDITIONAL
                                  : PATAL_CHARGE_MAIN;
  other = plan->charge == PATAL_CHARGE_MAIN ? in_the_way (job, row) : NULL;
  if (other != NULL && plan->doubt == DOUBT_NONE)
    {
      plan->replaced = other->posting;
      ask (job, verdict, plan, DOUBT_TAKEN, other->who, PATAL_PERSON_FIELD_NAME_HI,
           other->posting != 0
           ? N_("“{1}” has this post in the file: new ends that posting and gives the post to this person; merge if both are one person")
           : N_("An earlier row gives this post to “{1}”: new gives this person an additional charge; merge if both are one person"));
    }
  else if (plan->charge == PATAL_CHARGE_MAIN && main_elsewhere && plan->doubt == DOUBT_NONE)
    {
      plan->replaced = who->main_posting;
      ask (job, verdict, plan, DOUBT_TWO_MAIN, plan->who, PATAL_PERSON_FIELD_CHARGE,
           N_("“{1}” has the main charge of another place: new moves the person here, merge makes this an additional charge"));
    }
  if (plan->doubt == DOUBT_NONE)
    add_held (job, row->post->id, row->unit, &(Held) { plan->who, plan->charge, 0 });
  who->holds = TRUE;
  if (staff && plan->charge == PATAL_CHARGE_MAIN && who->main_unit == 0)
    who->main_unit = row->unit;
  return TRUE;
}

static guint
bring (Job *job, guint row_number, const PatalPersonRow *row)
{
  return add_someone (job, &(Someone) { .row = row_number,
                                       .names = { row->names[0], row->names[1] },
                                       .mobile = keep (job, row->mobile),
                                       .email = row->email,
                                       .guardian = row->guardian,
                                       .gender = row->gender,
                                       .social = row->social });
}

static gpointer
plan_key (guint row_number, guint part)
{
  return GUINT_TO_POINTER (row_number * PATAL_PERSON_N_PARTS + part);
}

static void
judge_person (Job *job, guint row_number, guint part, const PatalPersonRow *row, PatalVerdict *verdict)
{
  Guess guess = guess_who (job, row);
  Plan *plan = g_new0 (Plan, 1);
  gboolean is_new = guess.who == G_MAXUINT || guess.reason != NULL, changes = FALSE, posting = FALSE;

  g_hash_table_insert (job->plans, plan_key (row_number, part), plan);
  plan->who = is_new ? bring (job, row_number, row) : guess.who;
  plan->may_merge = is_new;
  if (guess.reason != NULL)
    ask (job, verdict, plan, DOUBT_PERSON, guess.who,
         row->mobile != NULL ? PATAL_PERSON_FIELD_MOBILE : PATAL_PERSON_FIELD_NAME_HI, guess.reason);
  else if (row->unsure != NULL)
    {
      plan->doubt = DOUBT_PLACE;
      verdict->fate = PATAL_FATE_DOUBTFUL;
      verdict->candidate = row->unsure_unit;
      verdict->field = row->unsure_field;
      verdict->reason = g_strdup (row->unsure);
      verdict->doubt = PATAL_DOUBT_PLACE;
    }
  if (!is_new)
    changes = adds_to (someone (job, plan->who), row);
  if (row->post != NULL)
    posting = judge_posting (job, row, plan, verdict);
  if (verdict->fate == PATAL_FATE_DOUBTFUL)
    return;
  if (!is_new)
    learn (job, plan->who, row);
  verdict->fate = is_new ? PATAL_FATE_NEW : changes || posting ? PATAL_FATE_CHANGED : PATAL_FATE_SAME;
}

static void
judge_part (Job *job, guint row_number, guint part, const char *const *cells, PatalVerdict *verdict)
{
  g_auto (PatalPersonRow) row = { 0 };
  Plan *plan;

  *verdict = (PatalVerdict) { .fate = PATAL_FATE_SAME, .field = -1 };
  if (!patal_person_row_read (&row, cells, job->posts, job->units, &verdict->field, &verdict->reason))
    verdict->fate = PATAL_FATE_REFUSED;
  else if (!row.nobody) /* a vacant post is what nobody holds: there is nothing to add */
    judge_person (job, row_number, part, &row, verdict);
  plan = g_hash_table_lookup (job->plans, plan_key (row_number, part));
  if (plan != NULL)
    plan->fate = verdict->fate;
  verdict->field = patal_person_part_field (part, verdict->field);
}

/* A row is what the part is that needs most attention. */
static void
judge (gpointer data, guint row_number, const char *const *cells, PatalVerdict *verdict)
{
  static const int weight[PATAL_N_FATES] = {
    [PATAL_FATE_SAME] = 0, [PATAL_FATE_CHANGED] = 1, [PATAL_FATE_NEW] = 2, [PATAL_FATE_DOUBTFUL] = 3, [PATAL_FATE_REFUSED] = 4,
  };
  const char *own[PATAL_PERSON_N_FIELDS];

  *verdict = (PatalVerdict) { .fate = PATAL_FATE_SAME, .field = -1 };
  for (guint part = 0; part < PATAL_PERSON_N_PARTS; part++)
    {
      PatalVerdict of_part;

      if (!patal_person_part_cells (cells, part, own))
        continue;
      judge_part (data, row_number, part, own, &of_part);
      if (weight[of_part.fate] > weight[verdict->fate])
        {
          g_free (verdict->reason);
          *verdict = of_part;
        }
      else
        g_free (of_part.reason);
    }
}

static void
replace (char **text, const char *with)
{
  if (with == NULL)
    return;
  g_free (*text);
  *text = g_strdup (with);
}

static void
fill (char **text, const char *with)
{
  if (*text == NULL)
    *text = g_strdup (with);
}

static gboolean
write_person (PatalDb *db, Someone *who, const PatalPersonRow *row, gboolean merged, GError **error)
{
  g_auto (PatalPerson) person = { 0 };

  if (who->id != 0 && !patal_person_load (db, who->id, &person, error))
    return FALSE;
  fill (&person.name_hi, row->names[PATAL_LANG_HI]);
  fill (&person.name_en, row->names[PATAL_LANG_EN]);
  if (merged)
    replace (&person.mobile,
             row->mobile); /* a person said that it is the same one: the newer number counts */
  fill (&person.mobile, row->mobile);
  replace (&person.email, row->email);
  replace (&person.guardian, row->guardian);
  fill (&person.remark, row->remark);
  person.gender = row->gender != PATAL_GENDER_UNKNOWN ? row->gender : person.gender;
  person.social = row->social != PATAL_SOCIAL_UNKNOWN ? row->social : person.social;
  if (who->id != 0)
    return patal_person_update (db, &person, error);
  if (!patal_person_insert (db, &person, error))
    return FALSE;
  who->id = person.id;
  return TRUE;
}

/* Ends posting @id on the day before @posting begins, which is today where the sheet does not say. FALSE
   where the days do not allow it. */
static gboolean
make_room (PatalDb *db, gint64 id, PatalPosting *posting)
{
  PatalDay from = posting->from != PATAL_DAY_NONE ? posting->from : patal_day_today ();

  if (!patal_posting_end (db, id, from - 1, NULL))
    return FALSE;
  posting->from = from;
  return TRUE;
}

/* Where a decision about an earlier row has left no room for a main charge, it is an additional one. */
static gboolean
write_posting (PatalDb *db, const Plan *plan, PatalDoubtful doubtful, PatalPosting *posting, GError **error)
{
  gboolean replaces = plan->replaced != 0 && (plan->doubt == DOUBT_TAKEN || doubtful == PATAL_DOUBTFUL_NEW);
  g_autoptr (GError) problem = NULL;

  if (posting->charge == PATAL_CHARGE_MAIN && replaces)
    make_room (db, plan->replaced, posting);
  if (patal_posting_insert (db, posting, &problem))
    return TRUE;
  if (g_error_matches (problem, PATAL_POSTING_ERROR, PATAL_POSTING_ERROR_REPEATED))
    return TRUE;
  if (posting->charge == PATAL_CHARGE_MAIN
      && (g_error_matches (problem, PATAL_POSTING_ERROR, PATAL_POSTING_ERROR_TAKEN)
          || g_error_matches (problem, PATAL_POSTING_ERROR, PATAL_POSTING_ERROR_TWO_MAIN)))
    {
      posting->charge = PATAL_CHARGE_ADDITIONAL;
      return patal_posting_insert (db, posting, error);
    }
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
change_charge (PatalDb *db, gint64 id, const Plan *plan, const PatalPersonRow *row, GError **error)
{
  g_auto (PatalPosting) posting = { 0 };
  g_autoptr (GError) problem = NULL;

  if (!patal_posting_load (db, id, &posting, error))
    return FALSE;
  if (posting.charge == plan->charge && row->order_no == NULL)
    return TRUE;
  posting.charge = plan->charge;
  fill (&posting.order_no, row->order_no);
  if (patal_posting_update (db, &posting, &problem) || problem->domain == PATAL_POSTING_ERROR)
    return TRUE; /* another has the main charge: as it was */
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* The posting by which @person holds the post of @row already; 0: none. */
static gboolean
find_posting (PatalDb *db, gint64 person, const PatalPersonRow *row, gint64 *out, GError **error)
{
  g_autofree char *today = patal_day_iso (patal_day_today ());

  return patal_db_int (
      db,
      "SELECT ifnull ((SELECT id FROM posting WHERE person = ?1 AND post = ?2 AND unit = ?3"
      " AND ifnull (to_day, '9999-12-31') >= ?4 LIMIT 1), 0)",
      PATAL_ARGS (PATAL_INT (person), PATAL_INT (row->post->id), PATAL_INT (row->unit), PATAL_TEXT (today)),
      out, error);
}

static gboolean
apply_part (Job *job, PatalDb *db, const Plan *plan, const char *const *cells, PatalDoubtful doubtful, GError **error)
{
  g_auto (PatalPersonRow) row = { 0 };
  g_autofree char *reason = NULL;
  gint64 posting_id = 0;
  gboolean merges;
  Someone *who;
  int field;

  if (!patal_person_row_read (&row, cells, job->posts, job->units, &field, &reason))
    g_return_val_if_reached (FALSE); /* judged otherwise before */
  merges = plan->fate == PATAL_FATE_DOUBTFUL && doubtful == PATAL_DOUBTFUL_MERGE && plan->may_merge
           && (plan->doubt == DOUBT_PERSON || plan->doubt == DOUBT_TAKEN);
  who = someone (job, merges ? plan->other : plan->who);
  if (!write_person (db, who, &row, merges, error))
    return FALSE;
  if (merges)
    someone (job, plan->who)->id = who->id; /* rows that mean this one mean that one */
  if (row.post == NULL)
    return TRUE;
  if (!find_posting (db, who->id, &row, &posting_id, error))
    return FALSE;
  return posting_id != 0 ? change_charge (db, posting_id, plan, &row, error)
                         : write_posting (db, plan, doubtful,
                                          &(PatalPosting) { .person = who->id,
                                                           .post = row.post->id,
                                                           .unit = row.unit,
                                                           .from = row.from,
                                                           .charge = plan->charge,
                                                           .order_no = (char *) row.order_no },
                                          error);
}

static gboolean
apply (gpointer data, PatalDb *db, guint row_number, const char *const *cells, G_GNUC_UNUSED const PatalVerdict *verdict,
       PatalDoubtful doubtful, gboolean *adds, GError **error)
{
  Job *job = data;
  const char *own[PATAL_PERSON_N_FIELDS];

  for (guint part = 0; part < PATAL_PERSON_N_PARTS; part++)
    {
      const Plan *plan = g_hash_table_lookup (job->plans, plan_key (row_number, part));

      if (plan != NULL && plan->doubt == DOUBT_PLACE)
        *adds = plan->may_merge; /* somebody who is not in the file */
      if (plan != NULL && plan->fate != PATAL_FATE_SAME && patal_person_part_cells (cells, part, own)
          && !apply_part (job, db, plan, own, doubtful, error))
        return FALSE;
    }
  return TRUE;
}

static char *
describe (gpointer data, PatalDb *db, gint64 candidate)
{
  Job *job = data;

  for (guint i = 0; i < job->people->len; i++)
    {
      const Someone *known = someone (job, i);

      if (candidate > 0 ? known->id != candidate : known->row != (guint) (-1 - candidate))
        continue;
      return known->mobile != NULL ? g_strdup_printf ("%s, %s", name_of (known), known->mobile) : g_strdup (name_of (known));
    }
  return patal_unit_name (db, candidate, PATAL_LANG_HI);
}

static const PatalSharedField shared[] = {
  PATAL_SHARED_FIELD (PATAL_PERSON_FIELD_POST),
  { PATAL_PERSON_FIELD_BLOCK_HI, PATAL_PERSON_FIELD_BLOCK, PATAL_PERSON_FIELD_BLOCK_CODE },
  { .field = -1 },
};

const PatalImport patal_person_import = {
  .name = "people",
  .title = N_("People and their posts"),
  .fields = patal_person_fields,
  .n_fields = PATAL_PERSON_N_FIELDS,
  .shared = shared,
  .begin = begin,
  .judge = judge,
  .apply = apply,
  .end = job_free,
  .describe = describe,
  .label = PATAL_N_PLURAL ("Imported {n} person from {1}", "Imported {n} people from {1}"),
};
