/* patal-work-import.c: works out of the lists of offices and of the scheme's portal
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-work-private.h"
#include "patal-label.h"
#include "patal-text.h"
#include "patal-work-row.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define OF_FILE           G_MAXUINT
#define PORTAL_CODE       8      /* characters: a shorter code is a serial number, and may be another work's */
#define SMALL_SUM_PAISE   100000 /* a list in which half of the works cost less than that is in lakh */
#define LEAST_SUMS        5

typedef struct /* a work of the file, or of an earlier row */
{
  PatalWork work;
  guint     row;     /* OF_FILE, or the row that brings it */
  guint     claimed; /* 1 + the row that was found to be it, or brings it; 0: none */
  gboolean  asked;   /* whether it comes into the file at all is for a person to decide */
} Known;

typedef struct
{
  Known         *known;
  PatalWorkFound found;
} Plan;

typedef struct
{
  PatalWorkReader *reader;
  GPtrArray       *known;    /* of Known */
  GHashTable      *by_code;  /* "gp:code" → Known, borrowed */
  GHashTable      *by_name, *by_sound; /* "gp:name" → GPtrArray of Known, borrowed */
  GHashTable      *of_id;    /* id of a work of the file → Known, borrowed */
  GHashTable      *plans;    /* row → Plan */
  GHashTable      *frozen;   /* id of a work of the file → since when */
  gboolean         names_scheme; /* a column does */
  GArray          *sums;     /* gint64: the total of each row that says one */
} Job;

static void
known_free (gpointer data)
{
  Known *known = data;

  patal_work_clear (&known->work);
  g_free (known);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job == NULL)
    return;
  patal_work_reader_free (job->reader);
  g_clear_pointer (&job->frozen, g_hash_table_unref);
  g_hash_table_unref (job->plans);
  g_hash_table_unref (job->of_id);
  g_hash_table_unref (job->by_sound);
  g_hash_table_unref (job->by_name);
  g_hash_table_unref (job->by_code);
  g_ptr_array_unref (job->known);
  g_array_unref (job->sums);
  g_free (job);
}

/* (transfer full) (nullable): spaces and letter case do not tell codes apart. */
static char *
code_key (gint64 gp, const char *code)
{
  g_autofree char *plain = code != NULL ? g_ascii_strup (code, -1) : NULL;
  char *to = plain;

  if (plain == NULL)
    return NULL;
  for (const char *from = plain; *from != '\0'; from++)
    if (*from != ' ')
      *to++ = *from;
  *to = '\0';
  return *plain != '\0' ? g_strdup_printf ("%" G_GINT64_FORMAT ":%s", gp, plain) : NULL;
}

static char *
name_key (gint64 gp, const char *name)
{
  g_autofree char *folded = name != NULL ? patal_text_fold (name, PATAL_FOLD_MATCH) : g_strdup ("");

  return *folded != '\0' ? g_strdup_printf ("%" G_GINT64_FORMAT ":%s", gp, folded) : NULL;
}

static char *
sound_key (gint64 gp, const char *name)
{
  g_autofree char *sound = name != NULL ? patal_text_phonetic (name) : g_strdup ("");

  return *sound != '\0' ? g_strdup_printf ("%" G_GINT64_FORMAT ":%s", gp, sound) : NULL;
}

static void
enter (GHashTable *table, char *key, Known *known)
{
  g_autofree char *owned = key;
  GPtrArray *list = owned != NULL ? g_hash_table_lookup (table, owned) : NULL;

  if (owned == NULL)
    return;
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (table, g_steal_pointer (&owned), list);
    }
  if (!g_ptr_array_find (list, known, NULL))
    g_ptr_array_add (list, known);
}

static void
enter_keys (Job *job, Known *known)
{
  const PatalWork *work = &known->work;
  char *code = code_key (work->gp, work->code);

  enter (job->by_name, name_key (work->gp, work->name_hi), known);
  enter (job->by_name, name_key (work->gp, work->name_en), known);
  enter (job->by_sound, sound_key (work->gp, work->name_hi), known);
  enter (job->by_sound, sound_key (work->gp, work->name_en), known);
  if (code != NULL && !g_hash_table_contains (job->by_code, code))
    g_hash_table_insert (job->by_code, code, known);
  else
    g_free (code);
}

static Known *
remember (Job *job, const PatalWork *work, guint row)
{
  Known *known = g_new0 (Known, 1);

  patal_work_copy (&known->work, work);
  known->row = row;
  known->claimed = row == OF_FILE ? 0 : row + 1;
  g_ptr_array_add (job->known, known);
  if (row == OF_FILE)
    g_hash_table_insert (job->of_id, &known->work.id, known);
  enter_keys (job, known);
  return known;
}

static void
read_known_cb (const PatalWork *work, gpointer data)
{
  remember (data, work, OF_FILE);
}

static gpointer
begin (PatalDb *db, const gboolean *mapped, GError **error)
{
  Job *job;

  if (!mapped[PATAL_WORK_FIELD_NAME_HI] && !mapped[PATAL_WORK_FIELD_NAME_EN])
    {
      g_set_error_literal (error, PATAL_WORK_ERROR, PATAL_WORK_ERROR_NAME, _("A list of works needs a column with the name of the work"));
      return NULL;
    }
  if (!mapped[PATAL_WORK_FIELD_GP] && !mapped[PATAL_WORK_FIELD_GP_HI] && !mapped[PATAL_WORK_FIELD_GP_CODE])
    {
      g_set_error_literal (error, PATAL_WORK_ERROR, PATAL_WORK_ERROR_GP,
                           _("A list of works needs a column with the gram panchayat of each work"));
      return NULL;
    }
  job = g_new0 (Job, 1);
  job->known = g_ptr_array_new_with_free_func (known_free);
  job->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  job->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  job->by_sound = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  job->of_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  job->plans = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  job->sums = g_array_new (FALSE, FALSE, sizeof (gint64));
  job->names_scheme = mapped[PATAL_WORK_FIELD_SCHEME];
  job->reader = patal_work_reader_new (db, error);
  job->frozen = job->reader != NULL ? patal_db_frozen_rows (db, "work", error) : NULL;
  if (job->frozen != NULL && patal_work_each (db, read_known_cb, job, error))
    return job;
  job_free (job);
  return NULL;
}

static const char *
name_of (const PatalWork *work)
{
  return work->name_hi != NULL ? work->name_hi : work->name_en;
}

static gboolean
differ (const char *one, const char *other)
{
  g_autofree char *a = NULL, *b = NULL;

  if (one == NULL || other == NULL)
    return FALSE;
  a = patal_text_fold (one, PATAL_FOLD_MATCH);
  b = patal_text_fold (other, PATAL_FOLD_MATCH);
  return !g_str_equal (a, b);
}

/* Two works of one name: of another year, under another code, for another person. */
static gboolean
may_be (const Known *known, const PatalWork *said)
{
  const PatalWork *work = &known->work;

  return (work->fy == 0 || said->fy == 0 || work->fy == said->fy) && !differ (work->code, said->code)
         && !differ (work->beneficiary, said->beneficiary) && !differ (work->job_card, said->job_card);
}

static gboolean
adds_nothing (Known *known, const PatalWorkRow *row, PatalWorkFound found)
{
  return !patal_work_row_take (row, &known->work, found, PATAL_WORK_TAKE_LOOK);
}

typedef struct
{
  Known         *known;  /* NULL: none, it is new */
  PatalWorkFound found;
  const char    *doubt;  /* (nullable): a message id; then it is only perhaps this one */
} Guess;

static gboolean
names_agree (const PatalWork *one, const PatalWork *other)
{
  return !((differ (one->name_hi, other->name_hi) && (one->name_en == NULL || other->name_en == NULL || differ (one->name_en, other->name_en)))
           || (differ (one->name_en, other->name_en) && (one->name_hi == NULL || other->name_hi == NULL)));
}

static Guess
guess_by_code (Job *job, const PatalWorkRow *row)
{
  g_autofree char *key = code_key (row->work.gp, row->work.code);
  Known *known = key != NULL ? g_hash_table_lookup (job->by_code, key) : NULL;
  Guess guess = { known, PATAL_WORK_FOUND_BY_CODE, NULL };

  if (known == NULL)
    return guess;
  if (known->claimed != 0 && !adds_nothing (known, row, guess.found))
    guess.doubt = N_("An earlier row has the same work code, and says otherwise of “{1}”: is it the same work?");
  else if (strlen (row->work.code) < PORTAL_CODE && !names_agree (&known->work, &row->work))
    guess.doubt = N_("“{1}” has the same code, which is short, and another name: is it the same work?");
  return guess;
}

/* Of several that are alike the one of which the row says nothing else; else the only one that no earlier row was. */
static Guess
guess_by_name (Job *job, const PatalWorkRow *row)
{
  const char *names[] = { row->work.name_hi, row->work.name_en };
  Guess guess = { NULL, PATAL_WORK_FOUND_BY_NAME, NULL };
  Known *claimed = NULL;
  guint n_free = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names) && guess.known == NULL; i++)
    {
      g_autofree char *key = name_key (row->work.gp, names[i]);
      GPtrArray *list = key != NULL ? g_hash_table_lookup (job->by_name, key) : NULL;

      for (guint at = 0; list != NULL && at < list->len; at++)
        {
          Known *known = g_ptr_array_index (list, at);

          if (!may_be (known, &row->work))
            continue;
          if (adds_nothing (known, row, guess.found))
            return (Guess) { known, guess.found, NULL };
          if (known->claimed != 0)
            claimed = claimed != NULL ? claimed : known;
          else if (n_free++ == 0)
            guess.known = known;
        }
    }
  if (n_free > 1)
    guess.doubt = N_("There are several works “{1}” of this year: is it the first of them?");
  if (n_free == 0 && claimed != NULL)
    guess = (Guess) { claimed, guess.found, N_("An earlier row is “{1}” of this year too, and says otherwise: is it the same work?") };
  return guess;
}

/* A list in the other script, or one typed by ear. */
static Guess
guess_by_sound (Job *job, const PatalWorkRow *row)
{
  const char *names[] = { row->work.name_hi, row->work.name_en };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *key = sound_key (row->work.gp, names[i]);
      GPtrArray *list = key != NULL ? g_hash_table_lookup (job->by_sound, key) : NULL;

      for (guint at = 0; list != NULL && at < list->len; at++)
        {
          Known *known = g_ptr_array_index (list, at);

          if (known->work.fy == row->work.fy && may_be (known, &row->work))
            return (Guess) { known, PATAL_WORK_FOUND_BY_NAME, N_("“{1}” of this year is there and sounds the same: is it that one?") };
        }
    }
  return (Guess) { NULL, PATAL_WORK_FOUND_BY_NAME, NULL };
}

static Guess
guess_which (Job *job, const PatalWorkRow *row)
{
  Guess guess = guess_by_code (job, row);

  if (guess.known == NULL)
    guess = guess_by_name (job, row);
  return guess.known == NULL ? guess_by_sound (job, row) : guess;
}

/* (transfer full) (nullable): since when a work of the file is frozen. */
static char *
frozen_since (Job *job, const Known *known)
{
  const gint64 *since = known->row == OF_FILE ? g_hash_table_lookup (job->frozen, &known->work.id) : NULL;
  g_autoptr (GDateTime) moment = since != NULL ? g_date_time_new_from_unix_local (*since) : NULL;
  int year, month, day;

  if (moment == NULL)
    return NULL;
  g_date_time_get_ymd (moment, &year, &month, &day);
  return patal_day_format (patal_day_from_ymd (year, month, day));
}

static char *
doubt_reason (const Guess *guess, const char *since)
{
  const char *name = name_of (&guess->known->work);
  g_autofree char *doubt = patal_label_text (PATAL_LABEL (guess->doubt, name), NULL), *frozen = NULL;

  if (since == NULL)
    return g_steal_pointer (&doubt);
  /* Translators: {1} is a date; said behind the question whether a row of a list is the same as a work of the file */
  frozen = patal_label_text (PATAL_LABEL (N_("That one is frozen since {1} and stays as it is."), since), NULL);
  return g_strconcat (doubt, " ", frozen, NULL);
}

static void
doubt (Job *job, PatalVerdict *verdict, const Guess *guess, const PatalWorkRow *row)
{
  const Known *known = guess->known;
  g_autofree char *since = frozen_since (job, known);

  *verdict = (PatalVerdict) {
    .fate = PATAL_FATE_DOUBTFUL,
    .candidate = known->row == OF_FILE ? known->work.id : -1 - (gint64) known->row,
    .field = guess->found == PATAL_WORK_FOUND_BY_CODE ? PATAL_WORK_FIELD_CODE
             : row->work.name_hi != NULL              ? PATAL_WORK_FIELD_NAME_HI
                                                      : PATAL_WORK_FIELD_NAME_EN,
    .reason = doubt_reason (guess, since),
    .question = g_quark_from_string (guess->doubt),
    .doubt = since != NULL ? PATAL_DOUBT_FROZEN : PATAL_DOUBT_TWIN,
  };
}

static void
doubt_place (PatalVerdict *verdict, const PatalWorkRow *row)
{
  *verdict = (PatalVerdict) {
    .fate = PATAL_FATE_DOUBTFUL, .candidate = row->unsure_unit, .field = row->unsure_field, .reason = g_strdup (row->unsure),
    .doubt = PATAL_DOUBT_PLACE,
  };
}

static void
plan_row (Job *job, guint row, Known *known, PatalWorkFound found)
{
  Plan *plan = g_new (Plan, 1);

  *plan = (Plan) { known, found };
  g_hash_table_insert (job->plans, GUINT_TO_POINTER (row), plan);
}

/* What the row says must also agree with what the file has beside it: a completion before the start that is known. */
static gboolean
judge_change (Known *known, const PatalWorkRow *row, PatalWorkFound found, PatalVerdict *verdict)
{
  g_auto (PatalWork) after = { 0 };
  g_autoptr (GError) error = NULL;
  const char *member = NULL;

  patal_work_copy (&after, &known->work);
  patal_work_row_take (row, &after, found, PATAL_WORK_TAKE_WRITE);
  if (!patal_work_check (&after, &member, &error))
    {
      *verdict = (PatalVerdict) {
        .fate = PATAL_FATE_REFUSED, .field = patal_work_field_of (member), .reason = g_strdup (error->message)
      };
      return FALSE;
    }
  patal_work_clear (&known->work);
  known->work = after;
  patal_work_init (&after);
  return TRUE;
}

/* One row may not make the file refuse all others. */
static gboolean
refuse_frozen (Job *job, const Known *known, PatalVerdict *verdict)
{
  g_autofree char *since = frozen_since (job, known);

  if (since == NULL)
    return FALSE;
  *verdict = (PatalVerdict) {
    .fate = PATAL_FATE_REFUSED, .field = -1,
    .reason = patal_label_text (PATAL_LABEL (
      /* Translators: {1} is the name of a work, {2} a date */
      N_("“{1}” is frozen since {2}: unfreeze it before this row can change it"), name_of (&known->work), since), NULL),
  };
  return TRUE;
}

static void
judge_known (Job *job, guint row_number, const Guess *guess, const PatalWorkRow *row, PatalVerdict *verdict)
{
  Known *known = guess->known;
  gboolean same = adds_nothing (known, row, guess->found);

  plan_row (job, row_number, known, guess->found);
  if (!same && (refuse_frozen (job, known, verdict) || !judge_change (known, row, guess->found, verdict)))
    return;
  if (!same)
    enter_keys (job, known);
  if (known->claimed == 0)
    known->claimed = row_number + 1;
  if (row->unsure != NULL && (!same || known->asked))
    doubt_place (verdict, row);
  else
    verdict->fate = known->asked ? PATAL_FATE_NEW : same ? PATAL_FATE_SAME : PATAL_FATE_CHANGED;
}

static void
judge (gpointer data, guint row_number, const char *const *cells, PatalVerdict *verdict)
{
  Job *job = data;
  g_auto (PatalWorkRow) row = { 0 };
  Guess guess;
  gboolean unread = verdict->unread;
  gint64 sum;

  *verdict = (PatalVerdict) { .fate = PATAL_FATE_NEW, .field = -1 };
  if (!patal_work_row_read (job->reader, cells, &row, &verdict->field, &verdict->reason))
    {
      verdict->fate = PATAL_FATE_REFUSED;
      return;
    }
  sum = patal_work_money_total (&row.work.sanctioned);
  if (sum > 0)
    g_array_append_val (job->sums, sum);
  guess = guess_which (job, &row);
  if (guess.known == NULL)
    {
      Known *known = remember (job, &row.work, row_number);

      known->asked = unread || row.unsure != NULL;
      plan_row (job, row_number, known, PATAL_WORK_FOUND_BY_NAME);
      if (row.unsure != NULL)
        doubt_place (verdict, &row);
    }
  else if (guess.doubt != NULL)
    {
      plan_row (job, row_number, guess.known, guess.found);
      doubt (job, verdict, &guess, &row);
    }
  else
    judge_known (job, row_number, &guess, &row, verdict);
}

static gboolean
insert (Job *job, PatalDb *db, PatalWork *work, GError **error)
{
  if (work->scheme == 0)
    work->scheme = patal_work_reader_usual_scheme (job->reader);
  return patal_work_insert (db, work, error);
}

static gboolean
apply (gpointer data, PatalDb *db, guint row_number, const char *const *cells, const PatalVerdict *verdict,
       PatalDoubtful doubtful, gboolean *adds, GError **error)
{
  Job *job = data;
  const Plan *plan = g_hash_table_lookup (job->plans, GUINT_TO_POINTER (row_number));
  Known *known = plan->known;
  g_auto (PatalWorkRow) row = { 0 };
  g_auto (PatalWork) stored = { 0 };
  g_autofree char *reason = NULL;
  gboolean twin = verdict->doubt == PATAL_DOUBT_TWIN || verdict->doubt == PATAL_DOUBT_FROZEN;
  gboolean another = verdict->fate == PATAL_FATE_DOUBTFUL && twin && doubtful == PATAL_DOUBTFUL_NEW;
  int field;

  if (!patal_work_row_read (job->reader, cells, &row, &field, &reason))
    g_return_val_if_reached (FALSE); /* judged otherwise before */
  *adds = known->work.id == 0 || another;
  if (*adds)
    {
      if (!insert (job, db, &row.work, error))
        return FALSE;
      if (!another)
        known->work.id = row.work.id;
      return TRUE;
    }
  if (!patal_work_load (db, known->work.id, &stored, error))
    return FALSE;
  return !patal_work_row_take (&row, &stored, plan->found, PATAL_WORK_TAKE_WRITE) || patal_work_update (db, &stored, error);
}

static char *
describe (gpointer data, PatalDb *db, gint64 candidate)
{
  Job *job = data;
  const Known *known = candidate > 0 ? g_hash_table_lookup (job->of_id, &candidate) : NULL;

  for (guint i = 0; candidate < 0 && known == NULL && i < job->known->len; i++)
    if (((Known *) g_ptr_array_index (job->known, i))->row == (guint) (-1 - candidate))
      known = g_ptr_array_index (job->known, i);
  if (known == NULL)
    return patal_unit_name (db, candidate, PATAL_LANG_HI);
  return g_strdup_printf (known->work.code != NULL ? "%s, %s (%s)" : "%s, %s", name_of (&known->work),
                          patal_unit_finder_name (patal_work_reader_units (job->reader), known->work.gp, PATAL_LANG_HI),
                          known->work.code);
}

/* In which cell a row says @field: a Hindi name may stand below an English heading. -1: in none of its own. */
static int
cell_of (const char *const *cells, int field)
{
  if (cells[field] != NULL)
    return field;
  if (field == PATAL_WORK_FIELD_NAME_HI && cells[PATAL_WORK_FIELD_NAME_EN] != NULL)
    return PATAL_WORK_FIELD_NAME_EN;
  return field == PATAL_WORK_FIELD_NAME_EN && cells[PATAL_WORK_FIELD_NAME_HI] != NULL ? PATAL_WORK_FIELD_NAME_HI : -1;
}

static void
recall (gpointer data, PatalDb *db, guint row_number, const char *const *cells, const PatalVerdict *verdict, char **values)
{
  Job *job = data;
  const Plan *plan = g_hash_table_lookup (job->plans, GUINT_TO_POINTER (row_number));
  const Known *known = plan != NULL ? plan->known : NULL;
  g_auto (PatalWorkRow) row = { 0 };
  g_auto (PatalWork) stored = { 0 };
  g_autofree char *reason = NULL;
  int field;

  if (known == NULL || known->row != OF_FILE || !patal_work_load (db, known->work.id, &stored, NULL)
      || !patal_work_row_read (job->reader, cells, &row, &field, &reason))
    return;
  for (int i = 0; i < PATAL_WORK_N_FIELDS; i++)
    {
      g_autofree char *ours = patal_work_row_text (job->reader, &stored, i), *theirs = patal_work_row_text (job->reader, &row.work, i);
      int at = cell_of (cells, i);

      if ((row.said & PATAL_WORK_SAID (i)) != 0 && at >= 0 && (verdict->fate == PATAL_FATE_DOUBTFUL || !g_str_equal (ours, theirs)))
        values[at] = g_steal_pointer (&ours);
    }
}

static int
compare_sums (gconstpointer a, gconstpointer b)
{
  const gint64 *one = a, *other = b;

  return *one < *other ? -1 : *one > *other;
}

static gboolean
brings_works (const Job *job)
{
  for (guint i = 0; i < job->known->len; i++)
    if (((const Known *) job->known->pdata[i])->row != OF_FILE)
      return TRUE;
  return FALSE;
}

static char *
warn (gpointer data, const char **question)
{
  Job *job = data;
  g_autoptr (GString) text = g_string_new (NULL);

  g_array_sort (job->sums, compare_sums);
  if (job->sums->len >= LEAST_SUMS && g_array_index (job->sums, gint64, job->sums->len / 2) < SMALL_SUM_PAISE)
    {
      g_autofree char *sum = patal_money_format (g_array_index (job->sums, gint64, job->sums->len / 2), PATAL_MONEY_RUPEES);
      g_autofree char *sentence = patal_label_text (PATAL_LABEL (
        /* Translators: {1} is an amount in rupees, as it was read */
        N_("Half of these works cost less than Rs {1}. If the amounts are in lakh, write “(in lakh)” into their heading."), sum), NULL);

      g_string_append (text, sentence);
      *question = N_("Take the Amounts as Rupees?");
    }
  if (!job->names_scheme && brings_works (job) && patal_work_reader_usual_scheme (job->reader) != 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                            _("No column names the scheme: new works are taken under MGNREGA."));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static const PatalSharedField shared[] = {
  PATAL_SHARED_FIELD (PATAL_WORK_FIELD_FY),
  PATAL_SHARED_FIELD (PATAL_WORK_FIELD_SCHEME),
  PATAL_SHARED_FIELD (PATAL_WORK_FIELD_AGENCY),
  { PATAL_WORK_FIELD_BLOCK_HI, PATAL_WORK_FIELD_BLOCK, PATAL_WORK_FIELD_BLOCK_CODE },
  { PATAL_WORK_FIELD_GP_HI, PATAL_WORK_FIELD_GP, PATAL_WORK_FIELD_GP_CODE },
  PATAL_SHARED_FIELD (PATAL_WORK_FIELD_CATEGORY),
  PATAL_SHARED_FIELD (PATAL_WORK_FIELD_RATE),
  PATAL_SHARED_FIELD (PATAL_WORK_FIELD_STATUS),
  PATAL_SHARED_FIELD (PATAL_WORK_FIELD_CONVERGENCE),
  { .field = -1 },
};

const PatalImport patal_work_import = {
  .name = "works",
  .title = N_("Works"),
  .fields = patal_work_fields,
  .n_fields = PATAL_WORK_N_FIELDS,
  .shared = shared,
  .begin = begin,
  .judge = judge,
  .apply = apply,
  .end = job_free,
  .describe = describe,
  .recall = recall,
  .warn = warn,
  .lacks_days = TRUE,
  .label = PATAL_N_PLURAL ("Imported {n} work from {1}", "Imported {n} works from {1}"),
};
